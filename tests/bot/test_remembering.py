"""Repeats are known for as long as their platform may send them, and then forgotten."""

from datetime import timedelta

import pytest

from bot.remembering import REMEMBERED, forget_events, forget_messages
from core.chat.event import Origin, TextReceived
from core.model.person import Platform
from storage.database import SqlDatabase
from storage.outbox import delivery_id
from tests.clock import MovableClock
from tests.storage.council import message, person, settle_in

SENDS_AGAIN_FOR = {
    Platform.SLACK: timedelta(days=1, minutes=6),
    Platform.TEAMS: timedelta(days=6),
    Platform.WEB: timedelta(),
}


@pytest.mark.parametrize("platform", [each for each in Platform if each is not Platform.WEBHOOK])
async def test_a_repeat_is_known_for_as_long_as_it_may_come_and_then_forgotten(
    database, clock, platform: Platform
):
    event = TextReceived(Origin(platform, "T1", "U1", "Ev1", "D1"), "yes")

    async def is_new() -> bool:
        async with database.transaction() as store:
            claim = await store.inbox.accept(event, clock.now(), by="us", until=clock.now())
            if claim is not None:
                await store.inbox.done(claim, clock.now())
        return claim is not None

    assert await is_new()
    clock.move_to(clock.now() + SENDS_AGAIN_FOR[platform])
    assert await forget_events(database, clock) == 0
    assert not await is_new()
    clock.move_to(clock.now() + REMEMBERED[platform] + timedelta(seconds=1))
    assert await forget_events(database, clock) == 1
    assert await is_new()


async def test_a_message_of_an_occasion_long_over_is_forgotten_and_what_is_told_once_never_is(
    database: SqlDatabase, clock: MovableClock
):
    await settle_in(database, person("Amira"))
    async with database.transaction() as store:
        told_once = message("amira", "welcome:amira", purpose="welcome")
        replies = [message("amira", f"reply:{number}", purpose="reply") for number in range(2)]
        await store.outbox.add("council", [told_once, *replies], clock.now())
    for _ in range(3):
        async with database.transaction() as store:
            (claimed,) = await store.outbox.claim(clock.now(), 60, 1)
            if claimed.id == delivery_id("council", "reply:1"):
                await store.outbox.dead(claimed, "gone", clock.now())
            else:
                await store.outbox.sent([(claimed, None)], clock.now())
    clock.advance(days=90)
    assert await forget_messages(database, clock) == 0

    clock.advance(seconds=1)
    assert await forget_messages(database, clock) == 1
    async with database.reading() as store:
        counts = await store.outbox.counts()
    assert (counts["sent"], counts["dead"]) == (1, 1)
    async with database.transaction() as store:
        await store.outbox.add("council", [told_once], clock.now())
        assert await store.outbox.claim(clock.now(), 60, 1) == []
