"""Events are accepted once, worked on once and then forgotten."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from core.chat.event import ActionChosen, FormSubmitted, Mention, Origin, TextReceived
from core.model.person import Platform
from storage.tables import inbox
from tests.storage.council import NOW

ORIGIN = Origin(Platform.SLACK, "T1", "U1", "Ev1", "D1")
SAID = TextReceived(ORIGIN, "change 1 <@U2> 😀", (Mention("U2", "<@U2>"),))


def other(event_id, **changes):
    return replace(ORIGIN, event_id=event_id, **changes)


async def accept(database, event, at=NOW):
    async with database.transaction() as store:
        return await store.inbox.accept(event, at)


async def unfinished(database, before=NOW + timedelta(days=1), limit=10):
    async with database.reading() as store:
        return await store.inbox.unfinished(before, limit)


async def test_a_repeated_event_is_accepted_once(database):
    assert await accept(database, SAID)
    assert not await accept(database, SAID, NOW + timedelta(minutes=5))
    assert await accept(database, replace(SAID, origin=other("Ev1", workspace="T2")))
    assert await accept(database, replace(SAID, origin=other("Ev1", platform=Platform.TEAMS)))


async def test_of_many_repeats_at_once_one_is_accepted(database):
    assert sorted(await asyncio.gather(*(accept(database, SAID) for _ in range(8)))) == [False] * 7 + [True]


async def test_unfinished_events_come_back_whole_oldest_first(database):
    form = FormSubmitted(other("Ev2"), "check_in", "c1", {"note": "Da iawn"}, draft=True)
    action = ActionChosen(other("Ev3", message="1.2"), "checkin.later", "c1")
    for minutes, event in ((2, form), (1, SAID), (3, action)):
        await accept(database, event, NOW + timedelta(minutes=minutes))
    assert await unfinished(database) == [SAID, form, action]
    assert await unfinished(database, limit=1) == [SAID]
    assert await unfinished(database, before=NOW + timedelta(minutes=2)) == [SAID]


async def test_a_finished_event_is_remembered_without_its_content(database):
    await accept(database, SAID)
    async with database.transaction() as store:
        await store.inbox.done(ORIGIN, NOW)
    assert await unfinished(database) == []
    assert not await accept(database, SAID)
    async with database.connected_for_reading() as connection:
        assert (await connection.execute(select(inbox.c.event))).scalars().all() == [None]


async def test_finished_events_are_forgotten_after_a_while_and_others_never(database):
    await accept(database, SAID)
    await accept(database, replace(SAID, origin=other("Ev2")))
    async with database.transaction() as store:
        await store.inbox.done(ORIGIN, NOW)
        assert await store.inbox.forget(NOW) == 0
        assert await store.inbox.forget(NOW + timedelta(seconds=1)) == 1
    assert len(await unfinished(database)) == 1
