"""The doctor at home: the database, files, backups, the timer, and what is held up."""

import json
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import asyncpg
import pytest

from bot.cli import main
from bot.doctor import Verdict
from bot.heartbeat import TIMER
from bot.manifests import teams_package
from storage.database import SqlDatabase
from storage.watching import beat
from tests.bot.doctor.conftest import Look
from tests.clock import MovableClock
from tests.storage.council import message, person, settle_in

APP_ID = "2f5a9c1e-0000-4000-8000-000000000001"


async def test_a_database_that_is_as_it_should_be_is_reachable_and_writable(look: Look, database_url: str):
    found = await look(database_url=database_url)
    said = [each.said for each in found.checks if each.name == "database"]
    assert any(each.startswith("reachable, at revision") for each in said)
    assert "can be written to" in said
    name = "disk" if database_url.startswith("sqlite") else "postgresql connections"
    assert found.of(name).verdict is Verdict.OK


async def test_looking_leaves_nothing_behind(look: Look, database: SqlDatabase, database_url: str):
    await look(database_url=database_url)
    assert "none has ticked yet" in (await look(database_url=database_url)).of("timer").said


async def test_a_role_that_may_only_read_and_one_that_may_do_all_are_told(look: Look, postgresql_url: str):
    as_superuser = postgresql_url.replace("//milepost@", "//postgres@")
    assert (await look(database_url=as_superuser)).of("postgresql role").verdict is Verdict.FIX
    connection = await asyncpg.connect(as_superuser.replace("+asyncpg", ""))
    try:
        await connection.execute("DROP ROLE IF EXISTS only_reads")
        await connection.execute("CREATE ROLE only_reads LOGIN")
        await connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO only_reads")
        found = await look(database_url=postgresql_url.replace("//milepost@", "//only_reads@"))
        await connection.execute("DROP OWNED BY only_reads")
        await connection.execute("DROP ROLE only_reads")
    finally:
        await connection.close()
    assert "postgresql role" not in found
    assert found.of("database").verdict is Verdict.FIX
    assert "cannot be written to" in found.of("database").said
    assert "only_reads" in found.of("database").todo


async def test_a_database_of_an_earlier_release_is_to_be_upgraded(look: Look, empty_postgresql_url: str):
    found = await look(database_url=empty_postgresql_url)
    assert "at revision none" in found.of("database").said
    assert "milepost db upgrade" in found.of("database").todo
    assert "people" not in found, "tables that are not there are not asked"


async def test_a_server_that_is_not_there_is_told_with_the_setting(look: Look):
    found = await look(database_url="postgresql+asyncpg://nobody@127.0.0.1:9/milepost")
    assert "MILEPOST_DATABASE_URL" in found.of("database").todo


async def test_a_timer_that_no_longer_ticks_is_told(look: Look, sqlite_url: str, sqlite_database: SqlDatabase):
    await beat(sqlite_database, TIMER, datetime.now(UTC) - timedelta(minutes=20))
    stale = (await look(database_url=sqlite_url)).of("timer")
    assert (stale.verdict, stale.said) == (Verdict.FIX, "the last tick was 20 minutes ago")
    await beat(sqlite_database, TIMER, datetime.now(UTC))
    assert (await look(database_url=sqlite_url)).of("timer").verdict is Verdict.OK


async def test_messages_that_are_held_up_or_were_given_up_are_told(
    look: Look, sqlite_url: str, sqlite_database: SqlDatabase, right_now: MovableClock
):
    await settle_in(sqlite_database, person("Amira Khan"))
    async with sqlite_database.transaction() as store:
        await store.outbox.add("council", [message("amira", "one")], right_now.now())
    assert (await look(database_url=sqlite_url)).of("outbox").said == "1 messages wait"
    right_now.advance(hours=2)
    late = (await look(database_url=sqlite_url)).of("outbox")
    assert late.verdict is Verdict.FIX
    assert "the oldest for 2 hours longer than it should" in late.said
    async with sqlite_database.transaction() as store:
        (delivery,) = await store.outbox.claim(right_now.now(), 60, 1)
        await store.outbox.dead(delivery, "slack refused: user_disabled", right_now.now())
    given_up = (await look(database_url=sqlite_url)).of("outbox")
    assert (given_up.verdict, given_up.said) == (Verdict.ADVICE, "1 messages were given up")


def open_folders(within: Path) -> None:
    """pytest closes its folders, in which nothing is open to others."""
    for folder in (within, *within.parents):
        if folder.name.startswith(("test_", "pytest-", "popen-")):
            folder.chmod(0o755)


async def test_files_that_every_user_of_the_machine_reads_are_told(look: Look, sqlite_url: str, tmp_path: Path):
    open_folders(tmp_path)
    (tmp_path / ".env").write_text("MILEPOST_ORGANISATION=Vale\n", encoding="utf-8")
    for mode, verdict in ((0o644, Verdict.FIX), (0o660, Verdict.FIX), (0o640, Verdict.OK), (0o600, Verdict.OK)):
        for name in (".env", "milepost.db"):
            (tmp_path / name).chmod(mode)
        found = (await look(database_url=sqlite_url)).of("files")
        assert found.verdict is verdict, oct(mode)
        if verdict is Verdict.FIX:
            assert found.todo.startswith("chmod u=rw,g=r,o= ")


async def test_backups_that_are_missing_or_old_are_told(look: Look, sqlite_url: str, tmp_path: Path):
    given = partial(look, database_url=sqlite_url, backup_folder=str(tmp_path / "backups"))
    assert "there is no folder" in (await given()).of("backups").said
    (tmp_path / "backups").mkdir(mode=0o700)
    assert "there is none" in (await given()).of("backups").said
    newest = tmp_path / "backups" / "milepost-20260101T030000Z.dump"
    newest.write_bytes(b"a backup")
    os.utime(newest, (time.time() - 3 * 86_400,) * 2)
    old = (await given()).of("backups")
    assert old.verdict is Verdict.FIX
    assert "3 days old" in old.said
    os.utime(newest)
    assert (await given()).of("backups").verdict is Verdict.OK


async def test_a_teams_package_for_other_settings_is_to_be_made_anew(look: Look, tmp_path: Path):
    given = {"teams_app_id": APP_ID, "public_url": "http://127.0.0.1:9"}
    (tmp_path / "milepost-teams.zip").write_bytes(teams_package(APP_ID, ""))
    found = (await look(**given)).of("teams package")
    assert found.verdict is Verdict.FIX
    assert "manifest.json differ" in found.said
    (tmp_path / "milepost-teams.zip").write_bytes(teams_package(APP_ID, "http://127.0.0.1:9"))
    assert (await look(**given)).of("teams package").verdict is Verdict.OK
    (tmp_path / "milepost-teams.zip").write_bytes(b"no zip")
    assert "cannot be read" in (await look(**given)).of("teams package").said


def test_whatever_watches_gets_json_and_a_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_PROT", "3978")
    monkeypatch.setattr(sys, "argv", ["milepost", "doctor", "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is False
    (misspelt,) = [each for each in told["checks"] if "MILEPOST_PROT" in each["said"]]
    assert (misspelt["verdict"], misspelt["todo"]) == ("fix", "Did you mean MILEPOST_PORT?")
    assert {each["verdict"] for each in told["checks"]} <= {"ok", "advice", "fix"}
