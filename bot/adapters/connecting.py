"""What a failed call says of whether it reached its platform."""

import aiohttp

NEVER_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""Nothing was sent, so that nothing can have arrived."""
