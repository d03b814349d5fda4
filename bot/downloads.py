"""Serves files that were asked for in chat: a page with a button, and the file once it is pressed.

What looks at a link before a person does (a preview, a mail scanner) only sees the page, and uses nothing up.
"""

import asyncio
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import BinaryIO, cast

import structlog
from aiohttp import web

from bot.adapters.pages import HEADERS, Page, html
from bot.documents.writing import CONTENT_TYPES as DOCUMENT_TYPES
from bot.documents.writing import write_document
from bot.export_files import CONTENT_TYPES, TooManyRows
from bot.exporting import write_table
from core.chat.document import Document
from core.model.audit import Actor, ActorKind, AuditAction, AuditNote, Surface, detail_of
from core.model.exported import Download
from core.model.person import Person
from core.ports import Clock, Database, Store, StoreUnavailable, Whose
from core.records.tables import TABLES, RecordTable, whose_rows
from core.services.download_link import PATH, digest_of
from core.services.offer_download import wanted_in
from core.services.offer_review_file import document_for
from core.services.own_privacy import own_copy
from core.trail import acting

_READY = Page("download-title", ("download-ready",), button="download-button")
_TOO_LONG = Page("download-too-long-title", ("download-too-long",))
_GONE = Page("download-gone-title", ("download-gone",))

SENT_AT_ONCE = 256 * 1024

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

    async def _give(self, request: web.Request) -> web.StreamResponse:
        try:
            found = await self._take(_digest(request))
        except StoreUnavailable:
            raise web.HTTPServiceUnavailable from None
        if found is None:
            return _page(request, _GONE, status=404)
        with TemporaryFile() as opened:
            file = cast(BinaryIO, opened)
            try:
                await self._write(found, file)
            except StoreUnavailable:
                raise web.HTTPServiceUnavailable from None
            except TooManyRows:
                return _page(request, _TOO_LONG, status=413)
            return await self._send(request, found, file)

    async def _write(self, found: "_Found", file: BinaryIO) -> None:
        """Write what was asked for, and log that it was taken, without anything that is in it."""
        now, asked, format_ = self._clock.now(), found.asked, found.download.format
        if isinstance(asked, Document):
            file.write(await asyncio.to_thread(write_document, asked, format_, now))
            _log.info("download.taken", what="document", format=format_)
        else:
            with acting(found.taker):
                rows = await write_table(self._database, asked.table, asked.whose, format_, file, now)
            _log.info("download.taken", what=found.download.what, rows=rows)

    async def _send(self, request: web.Request, found: "_Found", file: BinaryIO) -> web.StreamResponse:
        """The file, from the disk, with its length, so that whoever gets less of it knows."""
        format_ = found.download.format
        name = f"{found.asked.name}-{self._clock.now().date().isoformat()}.{format_}"
        answer = web.StreamResponse(
            headers=HEADERS
            | {
                "Content-Type": (CONTENT_TYPES | DOCUMENT_TYPES)[format_],
                "Content-Disposition": f'attachment; filename="{name}"',
            }
        )
        answer.content_length = file.seek(0, 2)
        file.seek(0)
        await answer.prepare(request)
        while part := await asyncio.to_thread(file.read, SENT_AT_ONCE):
            await answer.write(part)
        await answer.write_eof()
        return answer

    async def _take(self, digest: str) -> "_Found | None":
        """The download and what it gives, if the person may still have it and is still here."""
        now = self._clock.now()
        async with self._database.transaction() as store:
            download = await store.downloads.take(digest, now)
        if download is None:
            return None
        async with self._database.reading(download.tenant_id) as store:
            person = (await store.people.by_ids([download.person_id])).get(download.person_id)
            if person is None or not person.employed_on(now.astimezone(person.zone).date()):
                return None
            made = await document_for(store, person, download.what, now)
            if made is not None:
                document, subject = made
                detail = detail_of(format=download.format)
                taker = _taker(person)
                await store.audit.note(
                    AuditNote(person.tenant_id, AuditAction.EXPORT_REVIEW, subject.id, detail, taker)
                )
                return _Found(download, document, taker)
            copy = await own_copy(store, person, download.what, now)
            if copy is not None:
                taker = _taker(person)
                note = AuditNote(person.tenant_id, AuditAction.EXPORT_PERSON, person.id, "", taker)
                await store.audit.note(note)
                return _Found(download, copy, taker)
            asked = await _rows(store, person, download)
        return _Found(download, asked, _taker(person)) if asked else None


def _taker(person: Person) -> Actor:
    return Actor(ActorKind.PERSON, person.id, Surface.WEB)


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table, and whose rows of it."""

    table: RecordTable
    whose: Whose

    @property
    def name(self) -> str:
        return self.table.name


@dataclass(frozen=True, slots=True)
class _Found:
    download: Download
    asked: _Rows | Document
    taker: Actor


async def _rows(store: Store, person: Person, download: Download) -> _Rows | None:
    reach, name = wanted_in(download.what)
    if name not in TABLES:
        return None
    whose = await whose_rows(store, person, TABLES[name], reach)
    return _Rows(TABLES[name], whose) if whose else None


def _digest(request: web.Request) -> str:
    return digest_of(request.match_info["token"])


def _page(request: web.Request, page: Page, status: int = 200) -> web.Response:
    body = html(page, request.headers.get("Accept-Language", ""))
    return web.Response(text=body, status=status, content_type="text/html", headers=HEADERS)
