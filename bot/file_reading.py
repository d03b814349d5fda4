"""Reads files that were attached in chat: fetched from their platform, and the rows of a table taken out.

All of it happens outside any transaction, and after the platform was acknowledged.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import structlog

from bot.import_files import rows_of
from core.chat.event import Event, TextReceived
from core.model.person import Platform
from core.model.shared_file import SharedFile
from core.ports import FileRead, Files, FileTrouble, NoContent, Wanted
from core.ports.files import MOST_BYTES, MOST_ROWS
from core.services.import_text import UnreadableFile

FETCH_WITHIN_S = 30.0
"""A file of 5 MB over a slow line."""

_log = structlog.get_logger()


class FileReader:
    """`files` says where each platform's files lie; a platform without any has none to read."""

    def __init__(self, files: Mapping[Platform, Files]) -> None:
        self._files = files

    async def described(self, event: Event) -> Event:
        """The event, with what can be found out about files of which the platform told nothing but an id."""
        if not isinstance(event, TextReceived) or all(each.name for each in event.files):
            return event
        source = self._files.get(event.origin.platform)
        return replace(event, files=tuple([await _described(source, event, each) for each in event.files]))

    async def read(self, wanted: Wanted) -> FileRead:
        """What is in a file; why nothing of it could be had is said, not raised."""
        file = wanted.file
        source = self._files.get(wanted.platform)
        if source is None:
            return FileRead(file, trouble=FileTrouble.UNREACHABLE)
        if file.size is not None and file.size > MOST_BYTES:
            return FileRead(file, trouble=FileTrouble.TOO_LARGE)
        try:
            async with asyncio.timeout(FETCH_WITHIN_S):
                content = await source.fetch(wanted.workspace, file, MOST_BYTES)
        except (TimeoutError, NoContent) as failed:
            trouble = failed.trouble if isinstance(failed, NoContent) else FileTrouble.UNREACHABLE
            _log.warning("file.not_fetched", platform=wanted.platform, trouble=trouble)
            return FileRead(file, trouble=trouble)
        digest = sha256(content).hexdigest()
        try:
            rows = await asyncio.to_thread(rows_of, content, MOST_ROWS)
        except UnreadableFile as unreadable:
            return FileRead(file, digest=digest, problem=unreadable.problem)
        return FileRead(file, rows, digest)


async def _described(source: Files | None, event: Event, file: SharedFile) -> SharedFile:
    if file.name:
        return file
    if source is None:
        return replace(file, gone=True)
    return await source.describe(event.origin.workspace, file)
