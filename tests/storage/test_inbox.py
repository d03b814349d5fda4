"""Events are accepted once, in an order, worked on by one process at a time, and then forgotten."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.chat.event import ActionChosen, FormSubmitted, Mention, Origin, TextReceived
from core.model.person import Account, Platform
from core.ports import Earlier, GivenUp, TakenOver
from storage.tables import inbox
from tests.storage.council import NOW, person, settle_in

ORIGIN = Origin(Platform.SLACK, "T1", "U1", "Ev1", "D1")
SAID = TextReceived(ORIGIN, "change 1 <@U2> 😀", (Mention("U2", "<@U2>"),))
LEASE_ENDS = NOW + timedelta(seconds=10)


def other(event_id, **changes):
    return replace(ORIGIN, event_id=event_id, **changes)


def said(event_id, **changes):
    return replace(SAID, origin=other(event_id, **changes))


async def accept(database, event, by="first", until=LEASE_ENDS):
    async with database.transaction() as store:
        return await store.inbox.accept(event, NOW, by=by, until=until)


async def begin(database, claim):
    async with database.transaction() as store:
        return await store.inbox.begin(claim)


async def done(database, claim):
    async with database.transaction() as store:
        assert await store.inbox.begin(claim) is None
        await store.inbox.done(claim, NOW)


async def take_over(database, at, by="second", **which):
    async with database.transaction() as store:
        return await store.inbox.take_over(by, at, at + timedelta(seconds=10), 10, **which)


async def test_a_repeated_event_is_accepted_once(database):
    assert await accept(database, SAID)
    assert not await accept(database, SAID, by="second")
    assert await accept(database, said("Ev1", workspace="T2"))
    assert await accept(database, said("Ev1", platform=Platform.TEAMS))


async def test_of_many_repeats_at_once_one_is_accepted(database):
    claims = await asyncio.gather(*(accept(database, SAID) for _ in range(8)))
    assert len([claim for claim in claims if claim]) == 1


async def test_what_was_left_comes_back_whole_in_the_order_it_was_accepted(database):
    form = FormSubmitted(other("Ev2"), "check_in", "c1", {"note": "Da iawn"}, draft=True)
    action = ActionChosen(other("Ev3", message="1.2"), "checkin.later", "c1")
    for event in (SAID, form, action):
        await accept(database, event)
    async with database.reading() as store:
        assert not await store.inbox.something_is_left(NOW)
        assert await store.inbox.something_is_left(LEASE_ENDS)
    assert await take_over(database, NOW) == []
    assert [left.event for left in await take_over(database, LEASE_ENDS)] == [SAID, form, action]


async def test_a_lease_that_is_renewed_keeps_others_away_and_one_alone_asks_no_leases(database):
    claim = await accept(database, SAID)
    later = LEASE_ENDS + timedelta(seconds=10)
    async with database.transaction() as store:
        await store.inbox.renew("first", [claim], later)
        await store.inbox.renew("second", [claim], NOW)
    assert await take_over(database, LEASE_ENDS) == []
    assert await take_over(database, LEASE_ENDS, alone=True, at_work=[claim.seq]) == []
    assert len(await take_over(database, LEASE_ENDS, alone=True)) == 1


async def test_of_two_that_take_over_at_once_one_gets_each_event(database):
    for number in range(10):
        await accept(database, said(f"Ev{number}"))
    taken = await asyncio.gather(*(take_over(database, LEASE_ENDS, by) for by in ("second", "third", "fourth")))
    assert sorted(left.claim.seq for each in taken for left in each) == list(range(1, 11))


async def test_whoever_was_overtaken_can_neither_begin_nor_finish(database):
    claim = await accept(database, SAID)
    (taken,) = await take_over(database, LEASE_ENDS)
    assert (taken.claim.seq, taken.claim.attempt, taken.claim.failures) == (claim.seq, 2, 1)
    with pytest.raises(TakenOver):
        await begin(database, claim)
    with pytest.raises(TakenOver):
        async with database.transaction() as store:
            await store.inbox.done(claim, NOW)
    await done(database, taken.claim)
    with pytest.raises(TakenOver):
        await begin(database, taken.claim)


async def test_an_event_waits_for_earlier_ones_of_its_lane_only(database):
    first, second = await accept(database, said("Ev1")), await accept(database, said("Ev2"))
    elsewhere = await accept(database, said("Ev3", user="U2"))
    assert await begin(database, second) == Earlier(LEASE_ENDS)
    assert await begin(database, elsewhere) is None
    await done(database, first)
    assert await begin(database, second) is None


async def test_what_a_clock_that_was_ahead_put_off_waits_no_longer_than_it_would_have(database):
    claim = await accept(database, SAID)
    hour_ahead = NOW + timedelta(hours=1)
    async with database.transaction() as store:
        await store.inbox.put_off(claim, hour_ahead, "OperationalError")
        await store.inbox.put_right(NOW)
        assert await store.inbox.something_is_left(NOW)
    (left,) = await take_over(database, NOW)
    assert left.event == SAID
    # What waits for its next attempt waits on.
    async with database.transaction() as store:
        await store.inbox.put_off(left.claim, NOW + timedelta(minutes=10), "OperationalError")
        await store.inbox.put_right(NOW)
        assert not await store.inbox.something_is_left(NOW)
    assert await take_over(database, NOW) == []


async def test_one_that_failed_or_was_given_up_holds_nobody_up(database):
    first, second = await accept(database, said("Ev1")), await accept(database, said("Ev2"))
    async with database.transaction() as store:
        await store.inbox.put_off(first, LEASE_ENDS, "RuntimeError")
    assert await begin(database, second) is None
    assert await take_over(database, NOW) == []
    (again,) = [left for left in await take_over(database, LEASE_ENDS) if left.claim.seq == first.seq]
    assert again.claim.failures == 1
    async with database.transaction() as store:
        await store.inbox.give_up(again.claim, NOW, "ValueError")
    assert [left.claim.seq for left in await take_over(database, NOW, alone=True)] == [second.seq]
    async with database.reading() as store:
        given_up = await store.inbox.given_up(10)
    assert given_up == [GivenUp(first.seq, "text", Platform.SLACK, "T1", "Ev1", NOW, NOW, 2, "ValueError")]


async def test_what_could_not_be_tried_is_handed_back_and_has_not_failed(database):
    claim = await accept(database, SAID)
    async with database.transaction() as store:
        await store.inbox.hand_back("first", [claim], NOW)
    (again,) = await take_over(database, NOW)
    assert again.claim.failures == 0


async def test_the_first_of_a_lane_is_taken_over_once_its_lease_is_out(database):
    first = await accept(database, said("Ev1"))
    await accept(database, said("Ev1", user="U2", workspace="T2"))
    second = await accept(database, said("Ev2"), by="second")
    for at, at_work, expected in ((NOW, [], None), (LEASE_ENDS, [first.seq], None), (LEASE_ENDS, [], first.seq)):
        async with database.transaction() as store:
            left = await store.inbox.take_earlier(second, "second", at, LEASE_ENDS, at_work)
        assert (left and left.claim.seq) == expected


async def test_a_person_has_one_lane_on_all_platforms_once_they_are_known(database):
    await settle_in(database, person("Amira Khan"))
    unknown = await accept(database, said("Ev1"))
    async with database.transaction() as store:
        await store.people.link(Account(Platform.SLACK, "T1", "U1", "amira", "D1"))
        await store.people.link(Account(Platform.TEAMS, "T9", "aad", "amira", "D9"))
    on_teams = await accept(database, said("Ev2", platform=Platform.TEAMS, workspace="T9", user="aad"))
    assert (unknown.lane, on_teams.lane) == ("slack:T1:U1", "amira")
    assert await begin(database, on_teams) is None
    async with database.transaction() as store:
        await store.inbox.belongs_to(ORIGIN, "amira")
    assert await begin(database, on_teams) == Earlier(LEASE_ENDS)
    await done(database, unknown)
    assert await begin(database, on_teams) is None


async def test_a_lane_is_one_transactions_until_it_ends(postgresql_database):
    first = await accept(postgresql_database, said("Ev1"))
    async with postgresql_database.transaction() as store:
        assert await store.inbox.begin(first) is None
        await store.inbox.done(first, NOW)
        second = await accept(postgresql_database, said("Ev2"))
        elsewhere = await accept(postgresql_database, said("Ev3", user="U2"))
        assert isinstance(await begin(postgresql_database, second), Earlier)
        assert await begin(postgresql_database, elsewhere) is None
    assert await begin(postgresql_database, second) is None


async def test_what_was_accepted_for_nobody_is_taken_once(database):
    await accept(database, SAID, by=None)
    async with database.transaction() as store:
        claim = await store.inbox.take_waiting(ORIGIN, "first", LEASE_ENDS)
        assert await store.inbox.take_waiting(ORIGIN, "second", LEASE_ENDS) is None
    await done(database, claim)


async def test_a_finished_event_is_remembered_without_its_content(database):
    await done(database, await accept(database, SAID))
    assert await take_over(database, LEASE_ENDS, alone=True) == []
    assert not await accept(database, SAID)
    async with database.connected_for_reading() as connection:
        assert (await connection.execute(select(inbox.c.event))).scalars().all() == [None]


async def test_finished_events_are_forgotten_after_a_while_and_others_never(database):
    later = NOW + timedelta(seconds=1)
    for number in range(3):
        await done(database, await accept(database, said(f"Ev{number}")))
    await done(database, await accept(database, said("Ev1", platform=Platform.TEAMS)))
    await accept(database, said("Ev4"))
    async with database.transaction() as store:
        assert await store.inbox.forget(Platform.SLACK, NOW, 10) == 0
        assert await store.inbox.forget(Platform.SLACK, later, 2) == 2
        assert await store.inbox.forget(Platform.SLACK, later, 2) == 1
        assert await store.inbox.forget(Platform.TEAMS, later, 2) == 1
    assert len(await take_over(database, LEASE_ENDS)) == 1


async def test_what_was_given_up_can_be_tried_again_and_counts_from_the_beginning(database):
    claim = await accept(database, said("Ev1"))
    async with database.transaction() as store:
        assert await store.inbox.try_again([claim.seq], NOW) == 0
        await store.inbox.give_up(claim, NOW, "ValueError")
        assert await store.inbox.try_again([claim.seq, 99], NOW) == 1
        assert await store.inbox.try_again([claim.seq], NOW) == 0
        assert await store.inbox.given_up(10) == []
    (again,) = await take_over(database, NOW)
    assert (again.claim.seq, again.claim.failures, again.event) == (claim.seq, 0, said("Ev1"))
