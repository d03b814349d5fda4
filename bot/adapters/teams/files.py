"""Files in Teams: what a message tells of them, and their content, fetched from where Microsoft keeps it.

Microsoft, "Send and receive files through bots" (learn.microsoft.com/microsoftteams/platform/bots/how-to/
bots-filesv4): a file that is attached in a personal conversation lies in its sender's OneDrive; `contentUrl` opens
it there, `content.downloadUrl` hands it out for some minutes to whoever has the address. Every message has its
text as HTML among its attachments too, which is no file.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.adapters.streaming import read_file
from bot.adapters.teams.services import is_on_this_machine
from core.model.shared_file import SharedFile
from core.ports import FileTrouble, NoContent

FILE = "application/vnd.microsoft.teams.file.download.info"

KEPT_AT = (
    ".sharepoint.com",  # the public cloud, Government Community Cloud
    ".sharepoint.us",  # GCC High
    ".sharepoint-mil.us",  # Department of Defense
)
"""How the hosts end at which OneDrive and SharePoint keep an organisation's files (Microsoft, "Microsoft 365 URLs
and IP address ranges")."""

TIMEOUT_S = 30.0
CONNECT_TIMEOUT_S = 5.0


def file_of(content_type: str, name: str, content_url: str, content: Mapping[str, Any]) -> SharedFile | None:
    """An attachment as a file; None for one that is none, such as the text as HTML, or a card."""
    if content_type == FILE:
        kind = str(content.get("fileType") or "")
        link = content_url if content_url.startswith("https://") else ""
        return SharedFile(name or f"file.{kind}", kind, None, link, str(content.get("downloadUrl") or ""))
    if content_type.startswith("image/"):
        # Pasted into the text: its address is for the bot alone, so that there is nothing for anyone to open.
        return SharedFile(name or f"image.{content_type.partition('/')[2].strip('*') or 'png'}", content_type)
    return None


def is_microsofts(address: str) -> bool:
    """Whether an address is where Microsoft keeps an organisation's files, by https."""
    try:
        parts = urlsplit(address)
        is_plain = parts.port in (None, 443) and parts.username is None and parts.password is None
    except ValueError:
        return False
    host = parts.hostname or ""
    return parts.scheme == "https" and is_plain and host.endswith(KEPT_AT)


class TeamsFiles:
    """`core.ports.Files` for Teams; without a registration files lie on this machine, as with a test server."""

    def __init__(self, registered: bool, may_ask: Callable[[str], bool] | None = None) -> None:
        self._may_ask = may_ask or (is_microsofts if registered else is_on_this_machine)

    async def describe(self, workspace: str, file: SharedFile) -> SharedFile:
        """The file as it is: Teams tells all there is to know with the message."""
        return file

    async def fetch(self, workspace: str, file: SharedFile, most_bytes: int) -> bytes:
        """Its content; raises `NoContent`. No token is shown, and no redirect followed."""
        if not self._may_ask(file.reference):
            raise NoContent(FileTrouble.EXPIRED)
        timeout = aiohttp.ClientTimeout(total=TIMEOUT_S, sock_connect=CONNECT_TIMEOUT_S)
        try:
            # So seldom that no connection is kept; a cookie would be one more thing to keep apart.
            async with (
                aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as session,
                session.get(file.reference, allow_redirects=False) as answer,
            ):
                return await read_file(answer, most_bytes)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise NoContent(FileTrouble.UNREACHABLE) from error
