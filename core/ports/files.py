"""Files that were attached in chat: where their content is fetched, and what is kept of them meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.model.person import Platform
from core.model.shared_file import FileBatch, SharedFile, ToldCompletion
from core.services.import_report import Problem, Report, Rows

MOST_BYTES = 5 * 1024 * 1024
"""Of a file that is read."""

MOST_ROWS = 20_000


class FileTrouble(StrEnum):
    """Why a file's content could not be had."""

    TOO_LARGE = "too-large"
    EXPIRED = "expired"
    """It was deleted, or the platform's leave to fetch it has run out: it has to be sent again."""
    UNREACHABLE = "unreachable"
    """The platform did not answer in time."""


class NoContent(Exception):
    """A file's content could not be had; `trouble` says why."""

    def __init__(self, trouble: FileTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file whose content an event cannot be worked on without."""

    platform: Platform
    workspace: str
    file: SharedFile


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was in a file: its rows, or why there are none. `digest` tells its content from any other.

    `report` is what importing the rows would do, where that was looked at beforehand.
    """

    file: SharedFile
    rows: Rows = ()
    digest: str = ""
    problem: Problem | None = None
    trouble: FileTrouble | None = None
    report: Report | None = None


class Files(Protocol):
    """Where the files of one platform lie; implemented by its adapter, asked outside any transaction."""

    async def describe(self, workspace: str, file: SharedFile) -> SharedFile:
        """The file with all that can be found out about it; `gone` where nothing can. Raises nothing."""
        ...

    async def fetch(self, workspace: str, file: SharedFile, most_bytes: int) -> bytes:
        """Its content, no more of which is read than `most_bytes`; raises `NoContent`."""
        ...


class FileBatches(Protocol):
    """Names and links of files whose use is still asked about, and the completion each person spoke of last."""

    async def add(self, batch: FileBatch) -> None:
        """Keep it; those that are over 30 days old are forgotten on the way."""
        ...

    async def get(self, person_id: str, batch_id: str) -> FileBatch | None:
        """The batch, where this person sent it."""
        ...

    async def tell_completion(self, told: ToldCompletion) -> None:
        """Remember it instead of the one before."""
        ...

    async def forget_completion(self, person_id: str) -> None:
        """The one the person spoke of last was none, or is not to be kept."""
        ...

    async def told_completion(self, person_id: str, since: datetime) -> ToldCompletion | None:
        """The completion that the person spoke of last, where that was at `since` (UTC) or later."""
        ...
