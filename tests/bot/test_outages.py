"""A platform's outage: waited out with one probe at a time, at no cost to others, and no message lost to it."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.courier import Lease
from bot.outcomes import MOST_FAILURES
from core.model.person import Account, Platform
from core.model.traffic import BREAK_AFTER, OUTAGE_LIMIT
from core.ports import Throttled, Unreachable
from tests.bot.conftest import PostOffice, dispatcher_for
from tests.storage.council import TENANT, message, person, slack_account

AMIRA, BEN = "D-amira", "D-ben"
MANY = 7


async def staff_on_slack(post: PostOffice, many: int) -> list[str]:
    """So many more people on Slack; returns their addresses."""
    names = [f"p{number}" for number in range(many)]
    async with post.database.transaction() as store:
        await store.people.save([person(name) for name in names])
        for name in names:
            await store.people.link(slack_account(name))
    return names


async def test_an_outage_is_probed_with_one_message_at_growing_intervals(post: PostOffice):
    names = await staff_on_slack(post, MANY)
    post.platform.is_down = True
    await post.queue(*(message(name, name) for name in names))
    await post.deliver()
    # What was under way when it began has failed once, each; nothing else is tried until the first probe.
    first = len(post.platform.sends)
    await post.deliver(seconds=14)
    assert len(post.platform.sends) == first
    probed_at = []
    for _ in range(20 * 60 // 10):
        before = len(post.platform.sends)
        await post.deliver(seconds=10)
        assert len(post.platform.sends) - before <= 1
        if len(post.platform.sends) > before:
            probed_at.append(post.clock.now())
    waits = [(later - earlier).total_seconds() for earlier, later in pairwise(probed_at)]
    assert waits == [30, 60, 120, 240, 480]


async def test_no_message_is_lost_to_an_outage_of_three_days(post: PostOffice):
    names = await staff_on_slack(post, MANY)
    post.platform.is_down = True
    await post.queue(*(message(name, name) for name in names))
    for _ in range(int(OUTAGE_LIMIT / timedelta(hours=1)) - 1):
        await post.deliver(hours=1)
    assert len(post.platform.sends) > MANY * MOST_FAILURES / 2
    assert await post.states() == {"queued": MANY}

    post.platform.is_down = False
    await post.deliver(minutes=10)
    await post.deliver(minutes=30)
    assert await post.states() == {"sent": MANY}
    assert sorted(address for address, _ in post.platform.arrived) == sorted(f"D-{name}" for name in names)


async def test_after_three_days_a_message_is_given_up_with_what_was_the_matter(post: PostOffice):
    post.platform.is_down = True
    await post.queue(message("amira", "one"))
    for _ in range(int(OUTAGE_LIMIT / timedelta(hours=1)) + 1):
        await post.deliver(hours=1)
    async with post.database.reading() as store:
        (letter,) = await store.outbox.dead_letters("council")
    assert letter.reason == "slack was out of reach for 72 hours, at last: down"


async def test_one_success_ends_the_outage_for_all(post: PostOffice):
    names = await staff_on_slack(post, MANY)
    post.platform.is_down = True
    await post.queue(*(message(name, name) for name in names))
    await post.deliver()
    post.platform.is_down = False
    await post.deliver(seconds=16)
    await post.deliver(seconds=30)
    assert await post.states() == {"sent": MANY}


async def test_a_message_that_the_platform_stumbles_over_does_not_keep_the_outage_up(post: PostOffice):
    post.platform.fail(AMIRA, *[Unreachable("500", may_have_arrived=False)] * 50)
    await post.queue(message("amira", "one"))
    for _ in range(BREAK_AFTER + 1):
        await post.deliver(minutes=10)
    await post.queue(message("ben", "two"))
    await post.deliver(minutes=10)
    assert [address for address, _ in post.platform.arrived] == [BEN]


async def test_an_outage_of_one_organisation_is_none_of_another_s(post: PostOffice):
    async with post.database.transaction() as store:
        await store.tenants.add(replace(TENANT, id="trust"))
        await store.people.save([person("Cara Jones", tenant_id="trust", email="cara@trust.example")])
        await store.people.link(Account(Platform.SLACK, "T2", "U-cara", "cara", "D-cara"))
    post.platform.is_down_for.add("T1")
    names = await staff_on_slack(post, MANY)
    await post.queue(*(message(name, name) for name in names))
    await post.deliver()
    for number in range(3):
        async with post.database.transaction() as store:
            await store.outbox.add("trust", [message("cara", f"cara-{number}")], post.clock.now())
        await post.deliver(seconds=1)
    assert [address for address, _ in post.platform.arrived] == ["D-cara"] * 3


async def test_another_dispatcher_obeys_for_what_it_has_claimed_already(post: PostOffice):
    """Amira's platform answers 429 to one process while another is about to send what it took before."""
    other = dispatcher_for(post.database, post.clock, post.platform)
    await post.queue(message("ben", "two"))
    async with post.database.transaction() as store:
        (bens,) = await store.outbox.claim(post.clock.now(), 60, 1)
        await store.traffic.throttled(
            "council", Platform.SLACK, post.clock.now() + timedelta(seconds=40), post.clock.now()
        )
    await other._deliver(Lease(bens, post.clock.now() + timedelta(seconds=60)), None)
    assert post.platform.sends == []
    async with post.database.transaction() as store:
        assert await store.outbox.claim(post.clock.now() + timedelta(seconds=39), 60, 1) == []
        (again,) = await store.outbox.claim(post.clock.now() + timedelta(seconds=41), 60, 1)
    assert (again.failures, again.uncertain) == (0, False)
    await other.stop()


async def test_being_told_to_wait_is_never_held_against_a_message(post: PostOffice):
    post.platform.fail(AMIRA, *[Throttled(30)] * (2 * MOST_FAILURES))
    await post.queue(message("amira", "one"))
    for _ in range(2 * MOST_FAILURES + 1):
        await post.deliver(minutes=1)
    assert await post.states() == {"sent": 1}
