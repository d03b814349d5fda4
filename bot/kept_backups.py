"""The backups in a folder: their names, the newest, and letting go of the oldest."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

_STARTS, _ENDS = "milepost-", (".db", ".dump")
"""A file of SQLite's, or what `pg_dump --format=custom` writes."""


def name_for(now: datetime) -> str:
    """The name of a backup of the embedded database taken at `now`, such as milepost-20261127T030000Z.db."""
    return f"{_STARTS}{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{_ENDS[0]}"


def backups_in(folder: Path) -> list[Path]:
    """The backups in `folder`, oldest first; none where there is no such folder. Raises `OSError`."""
    if not folder.is_dir():
        return []
    found = [each for each in folder.iterdir() if each.name.startswith(_STARTS) and each.suffix in _ENDS]
    return sorted(found, key=taken_at)


def taken_at(backup: Path) -> datetime:
    """When a backup was written to the end (UTC)."""
    return datetime.fromtimestamp(backup.stat().st_mtime, UTC)


def let_go(folder: Path, keep: int) -> Sequence[Path]:
    """Delete all but the newest `keep` backups of `folder`; gives those that are gone. Raises `OSError`."""
    gone = backups_in(folder)[:-keep]
    for each in gone:
        each.unlink(missing_ok=True)
    return gone
