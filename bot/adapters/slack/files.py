"""Files in Slack: what a message tells of them, and their content, fetched with the workspace's token.

Slack: "File object", "Working with files", "Files in Slack Connect" (docs.slack.dev). The reference kept of a file
is its id. Where its content lies is asked anew each time, so that no address comes from anyone but Slack.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from bot.adapters.slack.client import SlackClient, Workspaces
from core.model.shared_file import SharedFile
from core.ports import FileTrouble, NoContent, SendFailed, Throttled, Unreachable

_GONE = frozenset({"tombstone", "hidden_by_limit"})
_TO_BE_ASKED = "check_file_info"
_UNNAMED = "untitled"


def files_of(event: Mapping[str, Any]) -> tuple[SharedFile, ...]:
    """The files of a message, those that are gone too."""
    files: Sequence[Mapping[str, Any]] = event.get("files") or ()
    return tuple(file_of(each) for each in files)


def file_of(told: Mapping[str, Any]) -> SharedFile:
    """A file as Slack tells of it. Of one from another organisation it tells an id only (`check_file_info`)."""
    id_ = str(told["id"])
    if told.get("mode") in _GONE or told.get("file_access") in ("access_denied", "file_not_found"):
        return SharedFile(str(told.get("name") or told.get("title") or ""), gone=True)
    if told.get("file_access") == _TO_BE_ASKED:
        return SharedFile("", reference=id_)
    size = told.get("size")
    external = bool(told.get("is_external"))
    link = str(told.get("permalink") or "")
    if external and not link:
        link = str(told.get("external_url") or "")
    return SharedFile(
        name=str(told.get("name") or told.get("title") or _UNNAMED),
        content_type=str(told.get("mimetype") or ""),
        size=size if isinstance(size, int) else None,
        link=link,
        # What lies with Google or Microsoft is not Slack's to hand out.
        reference="" if external else id_,
    )


class SlackFiles:
    """`core.ports.Files` for Slack. Needs `files:read`."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    async def describe(self, workspace: str, file: SharedFile) -> SharedFile:
        """The file with what Slack says of it; `gone` where it says nothing."""
        try:
            client = await self._workspaces.of(workspace)
            return file_of(await _info(client, file.reference))
        except (SendFailed, NoContent, KeyError, TypeError):
            return replace(file, gone=True)

    async def fetch(self, workspace: str, file: SharedFile, most_bytes: int) -> bytes:
        """Its content, as it is now; raises `NoContent`."""
        try:
            client = await self._workspaces.of(workspace)
            told = await _info(client, file.reference)
            address = str(told.get("url_private_download") or told.get("url_private") or "")
            if not is_slacks(address, client.api_url):
                raise NoContent(FileTrouble.EXPIRED)
            return await client.download(address, most_bytes)
        except (Throttled, Unreachable) as failed:
            raise NoContent(FileTrouble.UNREACHABLE) from failed
        except SendFailed as failed:
            raise NoContent(FileTrouble.EXPIRED) from failed


async def _info(client: SlackClient, file_id: str) -> Mapping[str, Any]:
    told = (await client.read("files.info", file=file_id))["file"]
    if not isinstance(told, Mapping):
        raise NoContent(FileTrouble.EXPIRED)
    return told


def is_slacks(address: str, api_url: str) -> bool:
    """Whether an address is where the Slack behind `api_url` keeps files: `files.` before its host, by https.

    A test server keeps them beside its API.
    """
    try:
        there, api = urlsplit(address), urlsplit(api_url)
        port, api_port = there.port, api.port
    except ValueError:
        return False
    if there.username is not None or there.password is not None:
        return False
    if (there.scheme, there.hostname, port) == ("https", f"files.{api.hostname}", None):
        return True
    is_slack_itself = (api.hostname or "").removeprefix("www.") in ("slack.com", "slack-gov.com")
    return not is_slack_itself and (there.scheme, there.hostname, port) == (api.scheme, api.hostname, api_port)
