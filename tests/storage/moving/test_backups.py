"""Backups of a database that is written to, whole and checked, and put back without losing what was there."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from storage.database import SqlDatabase
from storage.migrate import downgrade, head
from storage.moving.alone import InUse
from storage.moving.backups import CannotBackUp, CannotRestore, back_up, restore
from tests.storage.council import NOW, message, person, settle_in


@pytest.fixture
async def council(sqlite_database: SqlDatabase) -> SqlDatabase:
    """A database with two people."""
    await settle_in(sqlite_database, person("Amira Khan"), person("Siân Ŵyn"))
    return sqlite_database


@pytest.fixture
def file(sqlite_url: str) -> Path:
    """The database's file."""
    return Path(sqlite_url.partition(":///")[2])


def keys_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT key FROM outbox ORDER BY seq")]


async def test_what_was_committed_before_is_in_a_backup_taken_at_full_speed(council, file, tmp_path):
    committed = 0
    stopping = False

    async def write() -> None:
        nonlocal committed
        while not stopping:
            async with council.transaction() as store:
                await store.outbox.add("council", [message("amira", f"{committed}")], NOW)
            committed += 1

    writing = asyncio.create_task(write())
    backups = []
    for number in range(3):
        while committed < 30 * (number + 1):  # noqa: ASYNC110
            await asyncio.sleep(0)
        before = committed
        path = tmp_path / f"backup-{number}.db"
        made = await asyncio.to_thread(back_up, file, path, NOW)
        backups.append((before, path, made))
    went_on = committed
    stopping = True
    await writing
    assert went_on > backups[-1][0], "the server wrote meanwhile"
    for before, path, made in backups:
        keys = keys_in(path)
        assert len(keys) >= before
        assert keys == [str(number) for number in range(len(keys))]
        assert made.rows["outbox"] == len(keys)
        assert (made.revision, made.taken_at) == (head(), NOW)


async def test_a_backup_is_one_file_that_only_its_owner_reads(council, file, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    back_up(file, folder / "a.db", NOW)
    assert [path.name for path in folder.iterdir()] == ["a.db"]
    assert (folder / "a.db").stat().st_mode & 0o777 == 0o600


async def test_a_file_that_is_there_is_replaced_only_when_asked(council, file, tmp_path):
    kept = tmp_path / "a.db"
    kept.write_text("mine")
    with pytest.raises(CannotBackUp, match="--force"):
        back_up(file, kept, NOW)
    assert kept.read_text() == "mine"
    back_up(file, kept, NOW, force=True)
    assert keys_in(kept) == []


async def test_what_cannot_be_written_leaves_nothing_behind(council, file, tmp_path):
    with pytest.raises(CannotBackUp, match="No such file or directory"):
        back_up(file, tmp_path / "nowhere" / "a.db", NOW)
    with pytest.raises(CannotBackUp, match="there is no database"):
        back_up(tmp_path / "none.db", tmp_path / "a.db", NOW)
    assert not (tmp_path / "a.db").exists()
    assert not (tmp_path / "none.db").exists()


async def test_a_restored_database_has_what_the_backup_had_and_the_earlier_file_is_kept(council, file, tmp_path):
    async with council.transaction() as store:
        await store.outbox.add("council", [message("amira", "before")], NOW)
    back_up(file, tmp_path / "a.db", NOW)
    async with council.transaction() as store:
        await store.outbox.add("council", [message("amira", "after")], NOW)
    await council.close()
    restored = restore(tmp_path / "a.db", file, NOW + timedelta(hours=1))
    assert keys_in(file) == ["before"]
    assert restored.kept is not None
    assert keys_in(restored.kept) == ["before", "after"]
    assert restored.backup.rows["people"] == 2
    assert not list(tmp_path.glob(".*unfinished*"))


async def test_nothing_is_restored_under_a_running_server(council, file, tmp_path):
    back_up(file, tmp_path / "a.db", NOW)
    async with council.transaction() as store:
        await store.outbox.add("council", [message("amira", "after")], NOW)
    with pytest.raises(InUse, match="stop the server"):
        restore(tmp_path / "a.db", file, NOW)
    assert keys_in(file) == ["after"]
    assert not list(tmp_path.glob("*.before-restore-*"))


async def test_a_damaged_or_foreign_file_is_not_restored(council, file, tmp_path):
    back_up(file, tmp_path / "a.db", NOW)
    damaged = tmp_path / "damaged.db"
    content = bytearray((tmp_path / "a.db").read_bytes())
    for page in range(4, len(content) // 4096, 3):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    damaged.write_bytes(content)
    (tmp_path / "text.db").write_text("not a database, whatever its name says " * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE anything (x)")
    await council.close()
    before = keys_in(file)
    for name, said in (
        ("damaged.db", "malformed|damaged"),
        ("text.db", "not a database"),
        ("other.db", "no database of Milepost's"),
        ("none.db", "there is no file"),
    ):
        with pytest.raises(CannotRestore, match=said):
            restore(tmp_path / name, file, NOW)
    assert keys_in(file) == before


async def test_a_backup_of_an_older_release_is_restored_and_one_of_a_later_is_not(
    council, file, sqlite_url, tmp_path
):
    await council.close()
    await downgrade(sqlite_url, "0017")
    back_up(file, tmp_path / "old.db", NOW)
    assert restore(tmp_path / "old.db", file, NOW).backup.revision == "0017"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    back_up(file, tmp_path / "new.db", NOW)
    with pytest.raises(CannotRestore, match="at revision 9999, which this release does not know"):
        restore(tmp_path / "new.db", file, NOW)
