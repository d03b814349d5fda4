"""Files that members of the Slack workspace share: what its API tells of them, and where they are handed out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web


@dataclass(slots=True)
class SharedFiles:
    """The files of one server, by id; `asked` has the paths that were asked for with a token."""

    base: str = ""
    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    content: dict[str, bytes] = field(default_factory=dict)
    leads_to: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    _numbers: count = field(default_factory=lambda: count(1))

    def share(self, name: str, content: bytes, **more: Any) -> dict[str, Any]:
        """A file as events tell of it; `more` changes that."""
        id_ = f"F{next(self._numbers):08}"
        self.content[id_] = content
        self.told[id_] = {
            "id": id_,
            "name": name,
            "title": name,
            "mimetype": "text/csv",
            "filetype": "csv",
            "size": len(content),
            "mode": "hosted",
            "is_external": False,
            "url_private": f"{self.base}/files-pri/{id_}/{name}",
            "url_private_download": f"{self.base}/files-pri/{id_}/{name}",
            "permalink": f"https://council.slack.com/files/U1/{id_}/{name}",
            "file_access": "visible",
        } | more
        return dict(self.told[id_])

    def info(self, arguments: Mapping[str, Any]) -> dict[str, Any] | None:
        """What `files.info` tells; None for a file that is not there."""
        told = self.told.get(arguments["file"])
        return {"file": told} if told else None

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Hand a file out to whoever shows a token; to anyone else show the page to sign in at."""
        id_ = request.match_info["file"]
        self.asked.append(request.path)
        if not request.headers.get("Authorization", "").startswith("Bearer xoxb-"):
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        if id_ in self.leads_to:
            raise web.HTTPFound(self.leads_to[id_])
        if id_ not in self.content:
            raise web.HTTPNotFound
        # Without a length, as a host may send it.
        response = web.StreamResponse(headers={"Content-Type": "text/csv"})
        response.enable_chunked_encoding()
        await response.prepare(request)
        await response.write(self.content[id_])
        await response.write_eof()
        return response
