"""Files attached in the demo: kept in memory until the server ends, and downloaded by their link."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from urllib.parse import quote

from aiohttp import web

from bot.adapters.web.guard import Rejected
from core.model.shared_file import SharedFile
from core.ports import FileTrouble, NoContent

MOST_UPLOADED_BYTES = 6 * 1024 * 1024
"""A little more than Milepost reads, so that it can say so itself."""

MOST_KEPT_BYTES = 48 * 1024 * 1024
MOST_AT_ONCE = 10
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was uploaded by the person whose email is `owner`."""

    owner: str
    file: SharedFile
    content: bytes


class WebFiles:
    """`core.ports.Files` of the web chat; `public_url` is where the page is served."""

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url
        self._uploads: OrderedDict[str, Upload] = OrderedDict()

    def keep(self, owner: str, name: str, content_type: str, content: bytes) -> str:
        """Keep a file and return its id; the oldest make room for it."""
        id_ = token_urlsafe(16)
        named = "".join(each for each in name if each.isprintable()).replace("/", " ").strip()[-_LONGEST_NAME:]
        named = named or "file"
        link = f"{self._public_url}/demo/files/{id_}/{quote(named)}"
        self._uploads[id_] = Upload(owner, SharedFile(named, content_type, len(content), link, id_), content)
        while sum(len(each.content) for each in self._uploads.values()) > MOST_KEPT_BYTES:
            self._uploads.popitem(last=False)
        return id_

    def of(self, owner: str, ids: tuple[str, ...]) -> tuple[SharedFile, ...]:
        """The files that this person uploaded under these ids; raises `Rejected` for any other."""
        found = [self._uploads.get(each) for each in ids[:MOST_AT_ONCE]]
        files = tuple(each.file for each in found if each is not None and each.owner == owner)
        if len(files) != len(ids):
            raise Rejected(404, "unknown_file")
        return files

    async def describe(self, workspace: str, file: SharedFile) -> SharedFile:
        """The file as it is."""
        return file if file.reference in self._uploads else replace(file, gone=True)

    async def fetch(self, workspace: str, file: SharedFile, most_bytes: int) -> bytes:
        """Its content; raises `NoContent`."""
        upload = self._uploads.get(file.reference)
        if upload is None:
            raise NoContent(FileTrouble.EXPIRED)
        if len(upload.content) > most_bytes:
            raise NoContent(FileTrouble.TOO_LARGE)
        return upload.content

    async def take_in(self, request: web.Request, owner: str) -> str:
        """Keep what a request brings; its id. Raises `Rejected` for more than is taken."""
        content = bytearray()
        async for piece in request.content.iter_any():
            content += piece
            if len(content) > MOST_UPLOADED_BYTES:
                raise Rejected(413, "file_too_large")
        name = request.query.get("name", "")
        return self.keep(owner, name, request.query.get("type", ""), bytes(content))

    async def hand_out(self, request: web.Request) -> web.StreamResponse:
        """A file to be saved, never shown as a page of ours."""
        upload = self._uploads.get(request.match_info["id"])
        if upload is None:
            raise web.HTTPNotFound
        return web.Response(
            body=upload.content,
            content_type="application/octet-stream",
            headers={
                "Content-Disposition": f"attachment; filename*=UTF-8''{quote(upload.file.name)}",
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Cache-Control": "no-store",
            },
        )
