"""The logger given to Slack's libraries, which write whole payloads, and so what people typed, below `WARNING`."""

import logging

SDK_LOG = logging.getLogger("milepost.slack.sdk")
SDK_LOG.setLevel(logging.WARNING)
