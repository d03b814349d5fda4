"""An operator sees what waits and what was given up, on its way out and in, and puts it right."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from core.chat.card import Card, Paragraph
from core.chat.effect import Send, ToPerson
from core.chat.event import Origin, TextReceived
from core.model.person import Account, Person, Platform
from core.model.traffic import BREAK_AFTER
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.keys import KEY, RING

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
SECRET = "Only Amira may read this"


@pytest.fixture
def milepost(sqlite_url, monkeypatch, tmp_path):
    """Run `milepost ARGUMENTS` on a database with Amira in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", KEY)
    run = lambda *arguments: CliRunner().invoke(cli, [str(each) for each in arguments])  # noqa: E731
    assert run("outbox", "list").stdout == "Nothing waits.\n"

    async def settle(store, tenant):
        await store.people.save([Person("amira", tenant, "amira@vale.example", "Amira Hassan")])
        await store.people.link(Account(Platform.SLACK, "T1", "U1", "amira", "D1"))

    in_store(sqlite_url, settle)
    return run


def in_store(url, work):
    """What `work` gives for the store and the organisation's id, in one transaction."""

    async def run():
        database = SqlDatabase(url, MovableClock(NOW), RING)
        try:
            async with database.transaction() as store:
                (tenant,) = await store.tenants.all()
                return await work(store, tenant.id)
        finally:
            await database.close()

    return asyncio.run(run())


def queued(url, *keys, purpose="broadcast"):
    async def work(store, tenant):
        card = Card(SECRET, (Paragraph(SECRET),))
        sends = [Send(ToPerson("amira"), card, purpose, key) for key in keys]
        await store.outbox.add(tenant, sends, NOW)

    in_store(url, work)


def given_up(url, key, reason, purpose="broadcast"):
    queued(url, key, purpose=purpose)

    async def work(store, tenant):
        (delivery,) = await store.outbox.claim(NOW, 60, 10)
        await store.outbox.dead(delivery, reason, NOW)
        return delivery.id

    return in_store(url, work)


def test_what_waits_is_listed_with_what_it_waits_for_and_can_be_cancelled(milepost, sqlite_url):
    queued(sqlite_url, "k1", "k2")
    queued(sqlite_url, "k3", purpose="training")

    async def fails(store, tenant):
        for _ in range(BREAK_AFTER):
            await store.traffic.failed(tenant, Platform.SLACK, NOW)
        await store.traffic.throttled(tenant, Platform.TEAMS, datetime.now(UTC) + timedelta(hours=1), NOW)

    in_store(sqlite_url, fails)
    listed = milepost("outbox", "list").stdout
    assert "2 of “broadcast” for slack: 2 due, the first at 2026-11-27 12:00 UTC" in listed
    assert "1 of “training” for slack" in listed
    assert "slack is out of reach since 2026-11-27 12:00 UTC" in listed
    assert "teams asked to wait: nothing goes before" in listed
    each = milepost("outbox", "list", "--purpose", "training", "--person", "amira@vale.example").stdout
    (training,) = re.findall(r"^(\w+)  2026-11-27 12:00  training, to amira@vale\.example$", each, re.MULTILINE)
    assert "1 messages that waited are cancelled" in milepost("outbox", "cancel", training).stdout
    repeated = milepost("outbox", "cancel", training)
    assert (repeated.exit_code, "1 are neither" in repeated.stderr) == (1, True)
    assert "training" not in milepost("outbox", "list", "--each").stdout
    assert SECRET not in listed + each


def test_given_up_messages_are_found_sent_again_and_dismissed(milepost, sqlite_url):
    first = given_up(sqlite_url, "k1", "slack refused: msg_too_long")
    second = given_up(sqlite_url, "k2", "slack refused: is_archived", purpose="training")
    listed = milepost("outbox", "given-up").stdout
    assert listed.index(second) < listed.index(first)
    assert SECRET not in listed
    assert first not in milepost("outbox", "given-up", "--purpose", "training").stdout
    assert second in milepost("outbox", "given-up", "--person", "Amira@vale.example").stdout
    assert second not in milepost("outbox", "given-up", "--before", 2).stdout
    stranger = milepost("outbox", "given-up", "--person", "nobody@vale.example")
    assert (stranger.exit_code, "Nobody here" in stranger.stderr) == (1, True)
    assert "1 messages are queued again" in milepost("outbox", "send-again", "--because", "MSG_too").stdout
    assert "1 that were given up are dismissed" in milepost("outbox", "cancel", second).stdout
    assert milepost("outbox", "given-up").stdout == "No message was given up.\n"
    assert "0 messages are queued again" in milepost("outbox", "send-again", first, second).stdout


def test_given_up_events_are_listed_without_their_words_and_tried_again(milepost, sqlite_url):
    assert "No event was given up" in milepost("inbox", "given-up").stdout

    async def fails(store, tenant):
        event = TextReceived(Origin(Platform.SLACK, "T1", "U1", "Ev1", "D1"), SECRET)
        claim = await store.inbox.accept(event, NOW, by="us", until=NOW)
        await store.inbox.give_up(claim, NOW, "ValueError (cause-1)")
        return claim.seq

    number = in_store(sqlite_url, fails)
    listed = milepost("inbox", "given-up").stdout
    assert f"{number}  2026-11-27 12:00  text on slack (T1)" in listed
    assert "after 1 failures: ValueError (cause-1)" in listed
    assert SECRET not in listed
    assert "1 events are tried again" in milepost("inbox", "try-again", number).stdout
    assert milepost("inbox", "try-again", number).exit_code == 1
    assert "No event was given up" in milepost("inbox", "given-up").stdout
