"""Leases are short and moved on: a live dispatcher's delivery stays its own, a dead one's is soon another's."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clocks import SystemClock
from bot.courier import Lease
from core.ports import Unreachable
from storage.database import SqlDatabase
from tests.bot.conftest import PostOffice, dispatcher_for
from tests.bot.platform import LoopbackPlatform
from tests.keys import RING
from tests.storage.council import message, person, settle_in, slack_account

AMIRA, BEN = "D-amira", "D-ben"


async def test_a_send_that_takes_three_leases_is_sent_once(post: PostOffice):
    other = dispatcher_for(post.database, post.clock, post.platform)
    slow = post.platform.hold(AMIRA)
    await post.queue(message("amira", "one"))
    sending = asyncio.create_task(post.dispatcher.drain())
    await post.platform.until_asked(AMIRA)
    for _ in range(5):
        post.clock.advance(seconds=40)
        await post.dispatcher.beat()
        await other.drain()
    slow.set()
    await sending
    await other.drain()
    assert post.platform.sends == [AMIRA]
    assert await post.states() == {"sent": 1}
    await other.stop()


async def test_without_its_beat_a_lease_ends_and_the_message_is_looked_for(post: PostOffice):
    other = dispatcher_for(post.database, post.clock, post.platform)
    slow = post.platform.hold(AMIRA)
    await post.queue(message("amira", "one"))
    sending = asyncio.create_task(post.dispatcher.drain())
    await post.platform.until_asked(AMIRA)
    post.clock.advance(seconds=61)
    slow.set()
    await sending
    await other.drain()
    assert post.platform.arrived == [(AMIRA, "Good morning")]
    assert await post.states() == {"sent": 1}
    await other.stop()


async def test_a_beat_too_late_takes_nothing_back(post: PostOffice):
    other = dispatcher_for(post.database, post.clock, post.platform)
    slow = post.platform.hold(AMIRA)
    await post.queue(message("amira", "one"))
    sending = asyncio.create_task(post.dispatcher.drain())
    await post.platform.until_asked(AMIRA)
    post.clock.advance(seconds=61)
    await post.dispatcher.beat()
    taking_over = asyncio.create_task(other.drain())
    await post.platform.until_asked(AMIRA, times=2)
    slow.set()
    await asyncio.gather(sending, taking_over)
    # The second one had looked for it in vain, since the first was still on its way: that is what beats are for.
    assert post.platform.sends == [AMIRA, AMIRA]
    assert await post.states() == {"sent": 1}
    await other.stop()


async def test_a_clock_that_is_put_ahead_makes_nobody_take_over_what_is_on_its_way(post: PostOffice):
    other = dispatcher_for(post.database, post.clock, post.platform)
    slow = post.platform.hold(AMIRA)
    await post.queue(message("amira", "one"))
    sending = asyncio.create_task(post.dispatcher.drain())
    await post.platform.until_asked(AMIRA)
    post.clock.put_ahead(hours=1)
    await other.drain()
    for _ in range(4):
        await post.dispatcher.beat()
        post.clock.advance(seconds=20)
        await other.drain()
    slow.set()
    await sending
    assert post.platform.sends == [AMIRA]
    assert await post.states() == {"sent": 1}
    # Nor does it keep anything back for long.
    await post.queue(message("ben", "two"))
    await other.drain()
    assert post.platform.sends == [AMIRA, BEN]
    await other.stop()


async def test_what_waited_past_its_lease_is_not_sent(post: PostOffice):
    await post.queue(message("amira", "one"))
    async with post.database.transaction() as store:
        (delivery,) = await store.outbox.claim(post.clock.now(), 60, 1)
    await post.dispatcher._courier.deliver(Lease(delivery, post.clock.now()))
    assert post.platform.sends == []
    await post.deliver(seconds=61)
    assert post.platform.sends == [AMIRA]


async def test_whoever_takes_a_message_over_knows_that_an_answer_was_lost(post: PostOffice):
    post.platform.fail(AMIRA, Unreachable("connection reset"), after_arrival=True)
    await post.queue(message("amira", "one"))
    await post.deliver()
    other = dispatcher_for(post.database, post.clock, post.platform)
    post.clock.advance(minutes=1)
    await other.drain()
    assert post.platform.sends == [AMIRA]
    assert await post.states() == {"sent": 1}
    await other.stop()


@pytest.mark.parametrize(("may_have_arrived", "sent", "states"), [(True, 1, {"dead": 1}), (False, 2, {"sent": 1})])
async def test_where_the_platform_cannot_tell_only_what_surely_failed_is_sent_again(
    post: PostOffice, may_have_arrived: bool, sent: int, states: dict[str, int]
):
    silent = LoopbackPlatform(tells=False)
    dispatcher = dispatcher_for(post.database, post.clock, silent)
    silent.fail(AMIRA, Unreachable("503", may_have_arrived=may_have_arrived))
    await post.queue(message("amira", "one"))
    await dispatcher.drain()
    post.clock.advance(minutes=1)
    await dispatcher.drain()
    assert len(silent.sends) == sent
    assert await post.states() == states
    await dispatcher.stop()


async def test_two_dispatchers_at_work_leave_a_slow_send_alone(database_url: str):
    """The same as above with nothing done by hand: both run, and leases are shorter than the send."""
    clock = SystemClock()
    database = SqlDatabase(database_url, clock, RING)
    await settle_in(database, person("Amira Khan"))
    async with database.transaction() as store:
        await store.people.link(slack_account("amira"))
        await store.outbox.add("council", [message("amira", "one")], datetime.now(UTC) - timedelta(seconds=1))
    platform = LoopbackPlatform()
    slow = platform.hold(AMIRA)
    dispatchers = [dispatcher_for(database, clock, platform, lease_s=0.6) for _ in range(2)]
    running = [asyncio.create_task(each.run()) for each in dispatchers]
    await platform.until_asked(AMIRA)
    # Three leases, and a poll of the other dispatcher in each second.
    await asyncio.sleep(1.9)
    slow.set()
    async with asyncio.timeout(10):
        await platform.first_arrival()
    await asyncio.gather(*(each.stop() for each in dispatchers))
    await asyncio.gather(*running)
    async with database.reading() as store:
        assert (await store.outbox.counts())["sent"] == 1
    assert platform.sends == [AMIRA]
    await database.close()
