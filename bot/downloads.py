"""Serves files that were asked for in chat: a page with a button, and the file once it is pressed.

What looks at a link before a person does (a preview, a mail scanner) only sees the page, and uses nothing up.
"""

import asyncio

import structlog
from aiohttp import web

from bot.adapters.pages import HEADERS, Page, html
from bot.documents.writing import CONTENT_TYPES as DOCUMENT_TYPES
from bot.documents.writing import write_document
from bot.export_files import CONTENT_TYPES, write
from core.chat.document import Document
from core.model.exported import Download, Sheet
from core.ports import Clock, Database, StoreUnavailable
from core.services.exports import export
from core.services.offer_download import PATH, digest_of
from core.services.offer_review_file import document_for

_READY = Page("download-title", ("download-ready",), button="download-button")
_GONE = Page("download-gone-title", ("download-gone",))

_log = structlog.get_logger()


class Downloads:
    """`GET` and `POST /download/{token}`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def register(self, app: web.Application) -> None:
        """Add the routes."""
        path = f"{PATH}{{token:[0-9A-Za-z_-]{{20,64}}}}"
        app.router.add_get(path, self._show)
        app.router.add_post(path, self._give)

    async def _show(self, request: web.Request) -> web.Response:
        try:
            async with self._database.reading() as store:
                known = await store.downloads.is_offered(_digest(request), self._clock.now())
        except StoreUnavailable:
            raise web.HTTPServiceUnavailable from None
        return _page(request, _READY) if known else _page(request, _GONE, status=404)

    async def _give(self, request: web.Request) -> web.Response:
        try:
            found = await self._take(_digest(request))
        except StoreUnavailable:
            raise web.HTTPServiceUnavailable from None
        if found is None:
            return _page(request, _GONE, status=404)
        download, asked = found
        now = self._clock.now()
        if isinstance(asked, Document):
            body = await asyncio.to_thread(write_document, asked, download.format, now)
            _log.info("download.taken", what="document", format=download.format)
        else:
            body = await asyncio.to_thread(write, asked, download.format)
            _log.info("download.taken", what=download.what, rows=len(asked.rows))
        name = f"{asked.name}-{now.date().isoformat()}.{download.format}"
        headers = HEADERS | {
            "Content-Type": (CONTENT_TYPES | DOCUMENT_TYPES)[download.format],
            "Content-Disposition": f'attachment; filename="{name}"',
        }
        return web.Response(body=body, headers=headers)

    async def _take(self, digest: str) -> tuple[Download, Sheet | Document] | None:
        """The download and its table or document, if the person may still have it and is still here."""
        now = self._clock.now()
        async with self._database.transaction() as store:
            download = await store.downloads.take(digest, now)
        if download is None:
            return None
        async with self._database.reading() as store:
            person = (await store.people.by_ids([download.person_id])).get(download.person_id)
            if person is None or not person.employed_on(now.astimezone(person.zone).date()):
                return None
            asked: Sheet | Document | None = await document_for(store, person, download.what, now)
            asked = asked or await export(store, person, download.what, now)
        return (download, asked) if asked else None


def _digest(request: web.Request) -> str:
    return digest_of(request.match_info["token"])


def _page(request: web.Request, page: Page, status: int = 200) -> web.Response:
    body = html(page, request.headers.get("Accept-Language", ""))
    return web.Response(text=body, status=status, content_type="text/html", headers=HEADERS)
