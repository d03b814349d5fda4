"""Which addresses of the Bot Connector service Milepost speaks with; a token must never be shown to any other.

Microsoft, "Proactive messages" (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/
send-proactive-messages) and `TeamsServiceEndpoints` of the Microsoft 365 Agents SDK. The regions (`/amer/`,
`/emea/`, `/uk/` ...) are paths of the same host.
"""

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

IsService = Callable[[str], bool]
"""Whether an address is one of the Bot Connector service's."""

HOSTS = frozenset(
    {
        "smba.trafficmanager.net",  # the public cloud
        "smba.infra.gcc.teams.microsoft.com",  # Government Community Cloud
        "smba.infra.gov.teams.microsoft.us",  # GCC High
        "smba.infra.dod.teams.microsoft.us",  # Department of Defense
    }
)


def is_microsofts(url: str) -> bool:
    """Whether `url` is Microsoft's, by https."""
    try:
        parts = urlsplit(url)
        is_plain = parts.port in (None, 443) and parts.username is None and parts.password is None
    except ValueError:
        return False
    return parts.scheme == "https" and is_plain and parts.hostname in HOSTS


def is_on_this_machine(url: str) -> bool:
    """Whether `url` leads nowhere but to this machine, as the Agents Playground's does."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        is_loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.username is None and is_loopback
