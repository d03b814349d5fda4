"""Backups of an SQLite database, taken while it is written to, and put back."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp

from storage import migrate
from storage.moving.alone import alone_with

MINUTE_S = 60
"""A backup's `user_version` is the minute it was taken in: a number of 32 bits."""


class CannotBackUp(Exception):
    """Nothing was written; the message says why, and the fix."""


class CannotRestore(Exception):
    """The database was left as it was; the message says why, and the fix."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What is in a backup that was checked: its revision, its tables' rows, and when it was taken (UTC)."""

    revision: str
    rows: dict[str, int]
    taken_at: datetime
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that took the database's place; `kept` is where the earlier file lies, if there was one."""

    backup: Backup
    kept: Path | None


def back_up(database: Path, to: Path, now: datetime, *, force: bool = False) -> Backup:
    """Write all that was committed to `database` by now to one file; whoever writes to it goes on meanwhile.

    The file is there whole and checked, or not at all; only `force` replaces one. Raises `CannotBackUp`.
    """
    if not database.exists():
        raise CannotBackUp(f"there is no database {database}; check MILEPOST_DATABASE_URL")
    if to.exists() and not force:
        raise CannotBackUp(f"{to} is there already; give another name, or --force to replace it")
    try:
        with _beside(to) as unfinished:
            rows = _copied(database, unfinished, now)
            backup = _checked(unfinished)
            if backup.rows != rows:
                raise CannotBackUp("the copy has other rows than the database; try again, and check the disk")
            _put(unfinished, to, replace=force)
    except (OSError, sqlite3.Error, _Broken) as error:
        raise CannotBackUp(f"{to} cannot be written ({_said(error)})") from error
    return backup


def restore(backup: Path, database: Path, now: datetime) -> Restored:
    """Let `backup` take the place of `database`, whose file is kept beside it; the backup stays where it is.

    Raises `CannotRestore`, and `storage.moving.alone.InUse` while anything runs on the database.
    """
    if not backup.exists():
        raise CannotRestore(f"there is no file {backup}")
    try:
        with _beside(database) as unfinished:
            with closing(_opened(backup)) as source, closing(sqlite3.connect(unfinished)) as target:
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")
            found = _checked(unfinished)
            _require_known(found.revision)
            kept = None
            if database.exists():
                kept = database.with_name(f"{database.name}.before-restore-{now:%Y%m%dT%H%M%SZ}")
                with alone_with(database):
                    os.link(database, kept)
                    _put(unfinished, database, replace=True)
            else:
                _put(unfinished, database, replace=False)
    except (OSError, sqlite3.Error, _Broken) as error:
        raise CannotRestore(f"{backup} cannot be restored ({_said(error)})") from error
    return Restored(found, kept)


# --- the steps --------------------------------------------------------------------------------------------------


class _Broken(Exception):
    pass


def _copied(database: Path, to: Path, now: datetime) -> dict[str, int]:
    """Copy as of one instant; the rows that each table had then."""
    with closing(_opened(database)) as source, closing(sqlite3.connect(to, isolation_level=None)) as target:
        # All steps see what this transaction sees, and readers keep nobody from writing.
        source.execute("BEGIN")
        rows = _rows(source)
        source.backup(target)
        # One file, without a log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
        # Whatever way the file comes into use again, what starts on it knows that it is a backup (see `restored`).
        target.execute(f"PRAGMA user_version = {int(now.timestamp() // MINUTE_S)}")
    return rows


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=10)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _checked(path: Path) -> Backup:
    """What is in the file, whose every page and reference was looked at; raises `_Broken`."""
    with closing(_opened(path)) as connection:
        wrong = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
        if wrong != ["ok"]:
            raise _Broken(f"it is damaged: {'; '.join(wrong)}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise _Broken(f"a row of {broken[0]} refers to a row of {broken[2]} that is not there")
        try:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except (sqlite3.Error, TypeError):
            raise _Broken("it is no database of Milepost's") from None
        (minutes,) = connection.execute("PRAGMA user_version").fetchone()
        rows = _rows(connection)
    taken_at = datetime.fromtimestamp(minutes * MINUTE_S, UTC)
    return Backup(revision, rows, taken_at, path.stat().st_size)


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [row[0] for row in connection.execute(named)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _require_known(revision: str) -> None:
    if not migrate.is_known(revision):
        raise CannotRestore(
            f"the backup is at revision {revision}, which this release does not know: restore it with the release"
            " that made it, or a later one"
        )


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file in the same folder that only its owner reads; gone at the end unless it was put somewhere."""
    number, name = mkstemp(prefix=f".{path.name}.", suffix=".unfinished", dir=path.parent)
    os.close(number)
    unfinished = Path(name)
    try:
        yield unfinished
    finally:
        for each in (unfinished, *(unfinished.with_name(unfinished.name + end) for end in ("-wal", "-shm"))):
            each.unlink(missing_ok=True)


def _put(unfinished: Path, to: Path, *, replace: bool) -> None:
    """Give the file its name at one stroke, once it is on the disk; without `replace` to no file that is there."""
    with unfinished.open("rb") as written:
        os.fsync(written.fileno())
    if replace:
        unfinished.replace(to)
    else:
        os.link(unfinished, to)
    folder = os.open(to.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _said(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error)
