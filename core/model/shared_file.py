"""Files that people attach in chat: what is known of each, and those of one message until it is clear what for."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from core.model.person import Platform

SHEETS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers"})
"""How files end that hold tables; not every one of them can be read."""

LONGEST_NAME = 120
"""Characters of a file's name where files are named."""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file as it lies on the platform; its content stays there.

    `size` is in bytes, None where it is not told. `link` opens it for whoever has access on the platform, ""
    where there is no such page. With `reference` the adapter fetches the content, "" where it cannot. A file
    without a name is one that the platform has told nothing of yet but its reference.
    """

    name: str
    content_type: str = ""
    size: int | None = None
    link: str = ""
    reference: str = ""
    gone: bool = False
    """Whether it was deleted, or this organisation may not see it."""

    @property
    def is_sheet(self) -> bool:
        """Whether its name says that it is a table."""
        return PurePath(self.name.casefold()).suffix in SHEETS

    @property
    def shown(self) -> str:
        """Its name and where to open it, as evidence is written."""
        return f"{self.name} {self.link}".strip()


@dataclass(frozen=True, slots=True)
class FileBatch:
    """The files of one message, sent by a person at `sent_at` (UTC)."""

    id: str
    tenant_id: str
    person_id: str
    platform: Platform
    workspace: str
    sent_at: datetime
    files: tuple[SharedFile, ...]

    @property
    def names(self) -> str:
        """What the files are called, in the order in which they were attached."""
        names = (each.name for each in self.files)
        return ", ".join(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…" for name in names)

    @property
    def sheet(self) -> SharedFile | None:
        """The first table among them whose content can be fetched."""
        return next((each for each in self.files if each.is_sheet and each.reference), None)


@dataclass(frozen=True, slots=True)
class ToldCompletion:
    """The completion that a person spoke of last, at `told_at` (UTC); it need not have been recorded."""

    person_id: str
    course_id: str
    completed_on: date
    told_at: datetime
