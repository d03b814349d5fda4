"""An operator gives copies, erases, holds and releases; a restored backup brings nobody back."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from bot.erased_list import erase_again, read_list
from bot.settings import Settings
from core.model.absence import Absence
from core.model.feedback import Feedback, Telling, Visibility
from core.model.person import Person
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.keys import KEY, RING

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
ID = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
EMAIL = "zephyrine@vale.example"


@pytest.fixture
def milepost(sqlite_url, monkeypatch, tmp_path):
    """Run `milepost ARGUMENTS` on a database with two people in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", KEY)
    run = lambda *arguments: CliRunner().invoke(cli, [str(each) for each in arguments])  # noqa: E731
    assert run("outbox", "list").exit_code == 0

    async def settle(store, tenant):
        ben = Person("ben", tenant, "ben@vale.example", "Ben Lloyd")
        await store.people.save([Person(ID, tenant, EMAIL, "Zephyrine Quillfeather"), ben])
        for giver, receiver, text in (("ben", ID, "badger"), (ID, "ben", "heron")):
            await store.feedback.save(
                Feedback(
                    f"f-{giver}",
                    tenant,
                    giver,
                    receiver,
                    Visibility.PERSON,
                    NOW,
                    said=Telling(text=f"{text} said"),
                )
            )
        old = NOW.date() - timedelta(days=900)
        await store.absences.add(Absence("old", tenant, "ben", old, old))
        await store.absences.add(Absence("held", tenant, ID, old, old))
        await store.absences.add(Absence("new", tenant, "ben", NOW.date(), NOW.date()))

    in_store(sqlite_url, settle)
    return run


def in_store(url, work):
    async def run():
        database = SqlDatabase(url, MovableClock(NOW), RING)
        try:
            async with database.transaction() as store:
                (tenant,) = await store.tenants.all()
                return await work(store, tenant.id)
        finally:
            await database.close()

    return asyncio.run(run())


async def everyone(store, tenant):
    return {each.email for each in await store.people.all(tenant)}


def test_a_copy_holds_what_is_theirs_and_says_why(milepost, tmp_path):
    told = json.loads(milepost("privacy", "export", EMAIL).stdout)
    assert told["person"] == EMAIL
    assert [each["text"] for each in told["held"]["feedback"]["rows"]] == ["badger said"]
    assert "Article 6(1)" in told["held"]["feedback"]["lawful_basis"]
    assert "heron" not in json.dumps(told)
    assert milepost("privacy", "export", EMAIL, tmp_path / "copy.html").exit_code == 0
    page = (tmp_path / "copy.html").read_text()
    assert "badger said" in page and "<script" not in page
    wrong = milepost("privacy", "export", EMAIL, tmp_path / "copy.docx")
    assert wrong.exit_code == 1 and ".json nor .html" in wrong.output


def test_a_dry_run_changes_nothing_and_erasing_leaves_no_name(milepost, sqlite_url):
    said = milepost("privacy", "erase", EMAIL, "--dry-run").output
    assert "Nothing was changed" in said and "feedback: 1" in said
    assert EMAIL in in_store(sqlite_url, everyone)
    done = milepost("privacy", "erase", EMAIL)
    assert done.exit_code == 0 and "Erased" in done.output
    assert not any("zephyrine" in each for each in in_store(sqlite_url, everyone))
    assert "Nobody has the work email" in milepost("privacy", "erase", EMAIL).output
    assert ID in milepost("privacy", "erasures").output


def test_a_hold_refuses_erasure_until_it_is_released(milepost):
    assert milepost("privacy", "hold", EMAIL, "--reason", "Tribunal claim 1234").exit_code == 0
    assert "Tribunal claim 1234" in milepost("privacy", "holds").output
    again = milepost("privacy", "hold", EMAIL, "--reason", "Another")
    assert again.exit_code == 1 and "stands already" in again.output
    refused = milepost("privacy", "erase", EMAIL)
    assert refused.exit_code == 1 and "Tribunal claim 1234" in refused.output
    assert milepost("privacy", "release", EMAIL).exit_code == 0
    assert milepost("privacy", "release", EMAIL).exit_code == 1
    assert milepost("privacy", "erase", EMAIL).exit_code == 0


def test_a_restored_backup_brings_nobody_back(milepost, sqlite_url, tmp_path):
    backup = tmp_path / "backup.db"
    assert milepost("backup", backup).exit_code == 0
    assert milepost("privacy", "erase", EMAIL).exit_code == 0
    assert [each.person_id for each in read_list(tmp_path / "milepost.db.erasures")] == [ID]
    said = milepost("restore", backup)
    assert said.exit_code == 0 and "erased again" in said.output
    assert EMAIL in in_store(sqlite_url, everyone)

    async def start():
        clock = MovableClock(NOW)
        database = SqlDatabase(sqlite_url, clock, RING)
        settings = Settings(_env_file=None, database_url=sqlite_url)
        try:
            return [await erase_again(database, clock, settings) for _ in range(2)]
        finally:
            await database.close()

    assert asyncio.run(start()) == [1, 0]
    assert EMAIL not in in_store(sqlite_url, everyone)
    assert b"Quillfeather" not in (tmp_path / "milepost.db").read_bytes()

    async def said_to_ben(store, _):
        return [each.said.text for each in await store.feedback.received("ben", 10)]

    assert in_store(sqlite_url, said_to_ben) == ["heron said"]


def test_what_is_over_its_time_goes_and_what_is_held_or_newer_stays(milepost, sqlite_url):
    milepost("privacy", "hold", EMAIL, "--reason", "Claim")
    assert "absences: 24 months (default)" in milepost("retention", "show").output
    assert "absences: 1 absences" in milepost("retention", "run", "--dry-run").output
    assert "absences: 1 absences" in milepost("retention", "run").output
    assert "nothing" in milepost("retention", "run", "--dry-run").output

    async def left(store, tenant):
        found = await store.absences.of(["ben", ID], date(2000, 1, 1), date(2100, 1, 1))
        return sorted(each.id for of_one in found.values() for each in of_one)

    assert in_store(sqlite_url, left) == ["held", "new"]
    assert milepost("retention", "set", "absences", 30).exit_code == 0
    assert "absences: 30 months\n" in milepost("retention", "show").output
    assert milepost("retention", "set", "shoes", 30).exit_code == 1


def test_someone_who_left_long_ago_is_erased_and_listed(milepost, sqlite_url, tmp_path):
    async def leaves(store, tenant):
        person = (await store.people.by_ids([ID]))[ID]
        await store.people.save([replace(person, end_on=date(2019, 1, 1))])

    in_store(sqlite_url, leaves)
    assert "leavers: 1 people" in milepost("retention", "run", "--dry-run").output
    milepost("retention", "run")
    assert EMAIL not in in_store(sqlite_url, everyone)
    assert [each.person_id for each in read_list(tmp_path / "milepost.db.erasures")] == [ID]


def test_published_figures_are_offered_as_a_table(milepost, tmp_path):
    assert "0 rows" in milepost("export", "foi", tmp_path / "foi.csv").output
