"""The list of who was erased, in a file of its own, so that a backup from before brings nobody back.

It holds ids that lead to nobody, a line of JSON each. It lies beside the embedded database, else in the working
folder, and is to be kept with the backups.
"""

import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import structlog
from sqlalchemy.engine import make_url

from bot.settings import Settings
from core.model.privacy import Erasure, OnHold
from core.ports import Clock
from core.services.erase_person import erase_person
from storage.database import SqlDatabase
from storage.erasing.vacuum import leave_nothing

_log = structlog.get_logger()


def list_of(settings: Settings) -> Path:
    """Where the list of this database lies."""
    if settings.erasures_file:
        return Path(settings.erasures_file)
    if settings.is_embedded:
        database = Path(str(make_url(settings.database_url).database))
        return database.with_name(f"{database.name}.erasures")
    return Path("milepost.erasures")


def read_list(file: Path) -> list[Erasure]:
    """Who is on the list, the oldest first; nobody where there is none. Raises `ValueError` for a broken line."""
    if not file.exists():
        return []
    found = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Erasure(each["person"], each["organisation"], datetime.fromisoformat(each["at"])) for each in found]


def add_to_list(file: Path, erasures: Iterable[Erasure]) -> int:
    """Put those on the list that are not on it yet, for good; returns how many. Raises `OSError`."""
    known = {each.person_id for each in read_list(file)}
    new = [each for each in erasures if each.person_id not in known]
    if new:
        with file.open("a", encoding="utf-8") as opened:
            for each in new:
                line = {"person": each.person_id, "organisation": each.tenant_id, "at": each.erased_at.isoformat()}
                opened.write(json.dumps(line) + "\n")
            opened.flush()
            os.fsync(opened.fileno())
    return len(new)


def erasures_in(database: Path) -> list[Erasure]:
    """Who was erased from an embedded database that nothing runs on; nobody where it is not there, or too old."""
    if not database.exists():
        return []
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            rows = connection.execute("SELECT person_id, tenant_id, erased_at FROM erasures").fetchall()
        except sqlite3.Error:
            return []
    return [Erasure(person, tenant, datetime.fromisoformat(at).replace(tzinfo=UTC)) for person, tenant, at in rows]


async def erase_again(database: SqlDatabase, clock: Clock, settings: Settings) -> int:
    """Erase everyone on the list whom the database knows again; returns how many.

    Someone under a legal hold, placed before the backup, is left and named in the log by their id.
    """
    listed = {each.person_id for each in read_list(list_of(settings))}
    async with database.reading() as store:
        listed -= {each.person_id for each in await store.privacy.erasures()}
        people = (await store.people.by_ids(sorted(listed))).values()
    done = 0
    for person in people:
        try:
            async with database.transaction() as store:
                await erase_person(store, person, clock.now())
            done += 1
        except OnHold:
            _log.warning("erasures.held", person=person.id, fix="milepost privacy release EMAIL, then erase")
    if done:
        await leave_nothing(settings.database_url)
        _log.warning("erasures.done_again", people=done)
    return done
