"""Repeats are known for as long as their platform may send them, and then forgotten."""

from datetime import timedelta

import pytest

from bot.remembering import REMEMBERED, forget_events
from core.chat.event import Origin, TextReceived
from core.model.person import Platform

SENDS_AGAIN_FOR = {
    Platform.SLACK: timedelta(days=1, minutes=6),
    Platform.TEAMS: timedelta(days=6),
    Platform.WEB: timedelta(),
}


@pytest.mark.parametrize("platform", Platform)
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
