"""What whoever watches over Milepost sees: metrics, readiness, and what they may not see."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.app import worker_app
from bot.settings import Settings
from bot.wiring import Milepost, Platforms, build
from core.chat.event import Origin, TextReceived
from core.model.person import Platform
from core.ports import Throttled, Unreachable
from storage.database import SqlDatabase
from storage.watching import beat, standing
from tests.bot.platform import LoopbackDirectory, LoopbackPlatform
from tests.clock import MovableClock
from tests.keys import RING
from tests.storage.council import message, person, settle_in, slack_account
from tests.storage.test_query_plans import plan, statements

TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture
def platform() -> LoopbackPlatform:
    """Slack, within the test."""
    return LoopbackPlatform()


@pytest.fixture
async def milepost(
    sqlite_database: SqlDatabase, clock: MovableClock, platform: LoopbackPlatform
) -> AsyncIterator[Milepost]:
    """Milepost for a council of two; its timer runs when it is told to."""
    await settle_in(sqlite_database, person("Amira Khan"), person("Ben Wood"))
    async with sqlite_database.transaction() as store:
        await store.tenants.link_workspace("council", Platform.SLACK, "T1")
        for who in ("amira", "ben"):
            await store.people.link(slack_account(who))
    yield wired(sqlite_database, clock, platform)


def wired(database: SqlDatabase, clock: MovableClock, platform: LoopbackPlatform, **settings) -> Milepost:
    platforms = Platforms()
    platforms.add(platform, LoopbackDirectory(platform))
    return build(Settings(_env_file=None, tick_seconds=600, **settings), clock, platforms, database)


@asynccontextmanager
async def watched(milepost: Milepost) -> AsyncIterator[TestClient]:
    """Whoever watches, beside a worker that is not at work."""
    app = worker_app(milepost)
    app.cleanup_ctx.clear()
    async with TestClient(TestServer(app)) as client:
        yield client


async def metrics(milepost: Milepost) -> dict[tuple[str, ...], float]:
    """Each sample of /metrics, by its name and the values of its labels."""
    async with watched(milepost) as client:
        answer = await client.get("/metrics")
        assert answer.status == 200
        families = text_string_to_metric_families(await answer.text())
        return {
            (sample.name, *sorted(sample.labels.values())): sample.value
            for family in families
            for sample in family.samples
        }


async def queue(milepost: Milepost, *effects) -> None:
    async with milepost.database.transaction() as store:
        await store.outbox.add("council", list(effects), milepost.clock.now())


async def test_the_queues_are_shown_as_they_stand_and_how_long_the_oldest_is_due(milepost, clock):
    await queue(milepost, message("amira", "one"), message("ben", "two"))
    await queue(milepost, message("ben", "later", not_before=clock.now() + timedelta(days=1)))
    clock.advance(minutes=5)
    await milepost.reception.accept(TextReceived(Origin(Platform.SLACK, "T1", "U-amira", "e1", "D"), "help"))
    clock.advance(seconds=30)
    seen = await metrics(milepost)
    assert seen["milepost_outbox_messages", "any", "queued"] == 3
    assert seen["milepost_outbox_oldest_due_seconds",] == 330
    assert seen["milepost_inbox_unfinished_events",] == 1
    assert seen["milepost_inbox_oldest_event_seconds",] == 30
    assert seen["milepost_database_up",] == 1
    assert seen["milepost_database_connections_limit", "writing"] == 1
    await milepost.dispatcher.drain()
    seen = await metrics(milepost)
    assert seen["milepost_outbox_messages", "any", "queued"] == 1
    assert seen["milepost_outbox_oldest_due_seconds",] == 0


async def test_sends_are_timed_and_their_failures_counted_by_kind(milepost, platform, clock):
    platform.fail("D-amira", Unreachable("503"))
    platform.fail("D-ben", Throttled(40))
    await queue(milepost, message("amira", "one"))
    await milepost.dispatcher.drain()
    await queue(milepost, message("ben", "two"))
    await milepost.dispatcher.drain()
    clock.advance(minutes=2)
    await milepost.dispatcher.drain()
    seen = await metrics(milepost)
    assert seen["milepost_send_errors_total", "slack", "unreachable"] == 1
    assert seen["milepost_send_errors_total", "slack", "throttled"] == 1
    assert seen["milepost_rate_limit_wait_seconds_sum", "platform", "slack"] == 40
    assert seen["milepost_send_seconds_count", "send", "slack"] == 4
    assert seen["milepost_deliveries_total", "later", "send"] == 1
    assert seen["milepost_deliveries_total", "no_answer", "send"] == 1
    assert seen["milepost_deliveries_total", "send", "sent"] == 2


async def test_events_are_counted_by_platform_and_kind(milepost):
    event = TextReceived(Origin(Platform.SLACK, "T1", "U-amira", "e1", "D"), "help me please")
    assert await milepost.reception.accept(event)
    assert not await milepost.reception.accept(event)
    await milepost.reception.process(event)
    seen = await metrics(milepost)
    assert seen["milepost_events_accepted_total", "slack", "text"] == 1
    assert seen["milepost_events_repeated_total", "slack", "text"] == 1
    assert seen["milepost_events_handled_total", "slack", "text"] == 1


async def test_an_event_that_fails_is_counted_and_told_with_the_reference_in_the_logs(milepost, monkeypatch):
    async def fail(*_):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(milepost.reception._core, "handle", fail)
    event = TextReceived(Origin(Platform.SLACK, "T1", "U-amira", "e1", "D"), "help me please")
    assert await milepost.reception.accept(event)
    await milepost.reception.process(event)
    assert (await metrics(milepost))["milepost_events_failed_total", "fault", "slack", "text"] == 1


async def test_ticks_are_timed(milepost):
    await milepost.engine.tick()
    seen = await metrics(milepost)
    assert seen["milepost_tick_seconds_count",] == 1
    assert seen["milepost_last_tick_timestamp_seconds",] == pytest.approx(datetime.now(UTC).timestamp(), abs=60)


async def test_nothing_of_a_person_is_in_a_label(milepost, platform):
    event = TextReceived(Origin(Platform.SLACK, "T1", "U-amira", "event-4711", "D-amira"), "something private")
    await milepost.reception.accept(event)
    await milepost.reception.process(event)
    await queue(milepost, message("amira", "key-4711"))
    await milepost.dispatcher.drain()
    shown = " ".join(" ".join(sample) for sample in await metrics(milepost))
    for private in ("amira", "Amira", "4711", "T1", "private", "council"):
        assert private not in shown


async def test_without_its_database_the_page_says_so_and_not_how_things_stood(milepost, clock, platform, tmp_path):
    gone = SqlDatabase(f"sqlite+aiosqlite:///{tmp_path}/no/such/folder.db", clock, RING)
    seen = await metrics(wired(gone, clock, platform))
    assert seen["milepost_database_up",] == 0
    assert not [name for name, *_ in seen if name == "milepost_outbox_messages"]
    await gone.close()


async def test_the_queues_are_read_by_index_whatever_was_sent(milepost, sqlite_database):
    async with statements(sqlite_database) as executed:
        await standing(sqlite_database)
    assert len(executed) == 2
    steps = [step for statement in executed for step in await plan(sqlite_database, *statement)]
    walks = [step for step in steps if step.startswith("SCAN") and "USING" not in step]
    assert walks == [], steps
    assert any("ix_outbox_" in step for step in steps), steps
    assert any("ix_inbox_available_at" in step for step in steps), steps


# --- who may read -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "header", "status"),
    [
        ({}, None, 200),
        ({"public_url": "https://milepost.vale.example"}, None, 403),
        ({"public_url": "http://127.0.0.1:3978"}, None, 200),
        ({"metrics_token": TOKEN}, None, 401),
        ({"metrics_token": TOKEN}, "Bearer wrong", 401),
        ({"metrics_token": TOKEN}, f"Basic {TOKEN}", 401),
        ({"metrics_token": TOKEN, "public_url": "https://milepost.vale.example"}, f"Bearer {TOKEN}", 200),
    ],
)
async def test_metrics_are_for_this_machine_or_for_who_has_the_token(
    sqlite_database, clock, platform, settings, header, status
):
    async with watched(wired(sqlite_database, clock, platform, **settings)) as client:
        answer = await client.get("/metrics", headers={"Authorization": header} if header else {})
        assert answer.status == status
        said = await answer.text()
    assert ("milepost_database_up" in said) == (status == 200)
    assert status != 403 or "MILEPOST_METRICS_TOKEN" in said


# --- readiness ----------------------------------------------------------------------------------------------


async def is_ready(milepost: Milepost) -> tuple[int, list[str]]:
    async with watched(milepost) as client:
        assert (await client.get("/healthz")).status == 200
        answer = await client.get("/readyz")
        return answer.status, (await answer.json())["wrong"]


async def test_a_process_is_ready_when_a_timer_ticks_here_or_anywhere(milepost, sqlite_database, clock, platform):
    assert await is_ready(milepost) == (503, ["timer"])
    elsewhere = wired(sqlite_database, clock, platform)
    await elsewhere.engine.tick()
    assert await is_ready(elsewhere) == (200, [])
    assert await is_ready(milepost) == (200, [])
    await beat(sqlite_database, "timer", datetime.now(UTC) - timedelta(seconds=1801))
    assert await is_ready(milepost) == (503, ["timer"])
    assert await is_ready(elsewhere) == (200, [])


async def test_heartbeats_are_noted_once_an_interval(milepost, sqlite_database):
    await milepost.engine.tick()
    async with statements(sqlite_database) as executed:
        await milepost.engine.tick()
    assert [statement for statement, _ in executed if "heartbeats" in statement] == []


async def test_without_its_database_a_process_is_not_ready(clock, platform, tmp_path):
    gone = SqlDatabase(f"sqlite+aiosqlite:///{tmp_path}/no/such/folder.db", clock, RING)
    assert await is_ready(wired(gone, clock, platform)) == (503, ["database"])
    await gone.close()
