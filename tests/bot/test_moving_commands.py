"""Moving, backing up and restoring as an operator meets them."""

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from bot.clocks import SystemClock
from storage.database import SqlDatabase
from tests.keys import KEY, RING
from tests.storage.council import message

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
ELSEWHERE = "postgresql+asyncpg://milepost:s3cret@db.vale.example:5433/milepost?ssl=require"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def milepost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run `milepost ARGUMENTS` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", KEY)

    def run(*arguments: str, **settings: str) -> Answer:
        with monkeypatch.context() as patched:
            for name, value in settings.items():
                patched.setenv(f"MILEPOST_{name}", value)
            patched.setattr(sys, "argv", ["milepost", *arguments])
            with pytest.raises(SystemExit) as ended:
                main()
        code = ended.value.code
        return Answer(code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


def test_a_pilot_is_backed_up_restored_and_moved_up(milepost, tmp_path: Path, postgresql_url: str):
    milepost("import", "people", str(EXAMPLES / "people.csv"))
    backed_up = milepost("backup", "a.db")
    assert "12 people" in backed_up.stdout, backed_up.stderr
    refused = milepost("backup", "a.db")
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    restored = milepost("restore", "a.db")
    assert "kept as milepost.db.before-restore-" in restored.stdout, restored.stderr
    moved = milepost("db", "copy", "--from", "sqlite+aiosqlite:///milepost.db", "--to", postgresql_url)
    assert moved.returncode == 0, moved.stderr
    assert any(line.split()[:2] == ["people", "12"] for line in moved.stdout.splitlines())
    assert "are the same on both sides" in moved.stdout
    assert "milepost db restored --taken-at" in moved.stdout, "it was restored, and nothing has run on it since"
    again = milepost("db", "copy", "--from", "sqlite+aiosqlite:///milepost.db", "--to", postgresql_url)
    assert again.returncode == 1
    assert "not empty" in again.stderr
    assert milepost("export", "people", "people.csv", DATABASE_URL=postgresql_url).returncode == 0
    assert "0 messages" in milepost("db", "restored", "--taken-at", "2026-11-27 03:00").stdout


def test_backups_are_kept_in_a_folder_and_the_oldest_let_go(milepost, tmp_path: Path):
    milepost("import", "people", str(EXAMPLES / "people.csv"))
    nowhere = milepost("backup")
    assert nowhere.returncode == 1
    assert "MILEPOST_BACKUP_FOLDER" in nowhere.stderr
    folder = tmp_path / "backups"
    folder.mkdir()
    for name, age_s in (
        ("milepost-20260101T030000Z.db", 2_000),
        ("milepost-20260102T030000Z.db", 1_000),
        ("own.db", 0),
    ):
        (folder / name).write_bytes(b"older")
        os.utime(folder / name, (time.time() - age_s, time.time() - age_s))
    kept = milepost("backup", "--keep", "2", BACKUP_FOLDER=str(folder))
    assert "12 people" in kept.stdout, kept.stderr
    assert "Deleted" in kept.stdout
    names = sorted(each.name for each in folder.iterdir())
    assert "own.db" in names, "what is not a backup of ours is left alone"
    assert "milepost-20260101T030000Z.db" not in names
    assert len(names) == 3


@pytest.mark.parametrize(("command", "tool"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_for_postgresql_its_own_tools_are_named_with_the_address_and_without_the_password(milepost, command, tool):
    told = milepost(command, "a.dump", DATABASE_URL=ELSEWHERE)
    assert told.returncode == 1
    assert tool in told.stderr
    assert "postgresql://milepost@db.vale.example:5433/milepost?sslmode=require" in told.stderr
    assert "s3cret" not in told.stderr + told.stdout


def test_postgresqls_own_tools_are_given_the_address_without_the_password(milepost):
    told = milepost("db", "address", DATABASE_URL=ELSEWHERE)
    assert told.stdout.strip() == "postgresql://milepost@db.vale.example:5433/milepost?sslmode=require"
    assert "SQLite" in milepost("db", "address").stderr


def test_what_cannot_be_restored_or_copied_is_said_in_a_sentence(milepost):
    for arguments in (
        ("restore", "none.db"),
        ("backup", "a.db"),
        ("db", "copy", "--from", "sqlite+aiosqlite:///none.db", "--to", "sqlite+aiosqlite:///other.db"),
        ("db", "copy", "--from", "mysql://x/y", "--to", "sqlite+aiosqlite:///other.db"),
    ):
        answer = milepost(*arguments)
        assert answer.returncode == 1
        assert answer.stderr.count("\n") == 1
        assert "Traceback" not in answer.stderr


def test_given_up_messages_are_listed_and_sent_again_by_their_reason(milepost):
    milepost("import", "people", str(EXAMPLES / "people.csv"))
    assert "No message was given up" in milepost("outbox", "given-up").stdout
    asyncio.run(give_one_up("sqlite+aiosqlite:///milepost.db"))
    listed = milepost("outbox", "given-up").stdout
    assert "greeting, to " in listed
    assert "slack refused: user_disabled" in listed
    assert milepost("outbox", "send-again").returncode == 1
    assert "0 messages" in milepost("outbox", "send-again", "--because", "after a crash").stdout
    assert "1 messages" in milepost("outbox", "send-again", "--because", "User_Disabled").stdout
    assert "No message was given up" in milepost("outbox", "given-up").stdout


async def give_one_up(address: str) -> None:
    database = SqlDatabase(address, SystemClock(), RING)
    try:
        async with database.transaction() as store:
            (tenant,) = await store.tenants.all()
            someone = next(iter(await store.people.all(tenant.id)))
            now = SystemClock().now()
            await store.outbox.add(tenant.id, [message(someone.id, "one")], now)
            (delivery,) = await store.outbox.claim(now, 60, 1)
            await store.outbox.dead(delivery, "slack refused: user_disabled", now)
    finally:
        await database.close()
