"""Who gets which message next: order within a recipient, leases, holds, and workers side by side."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.chat.effect import ToChannel, ToPerson, Update
from core.model.delivery import Posted
from core.model.person import Account, ChannelAddress, Platform
from tests.storage.council import GREETING, NOW, message, person, settle_in, slack_account

LEASE_S = 60
CHANNEL = ChannelAddress(Platform.SLACK, "T1", "C1")
POSTED = Posted(Platform.SLACK, "T1", "D-amira", "1.1")
TEAMS = Account(Platform.TEAMS, "M365", "29:amira", "amira", "conversation")


@pytest.fixture
async def council(database):
    """The database with Amira and Ben in it, both on Slack."""
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    async with database.transaction() as store:
        await store.people.link(slack_account("amira"))
        await store.people.link(slack_account("ben"))
    return database


async def queue(database, *effects, at=NOW):
    async with database.transaction() as store:
        await store.outbox.add("council", effects, at)


async def claim(database, at=NOW, limit=10):
    async with database.transaction() as store:
        return await store.outbox.claim(at, LEASE_S, limit)


async def sent(database, delivery, posted=None, at=NOW):
    async with database.transaction() as store:
        await store.outbox.sent([(delivery, posted)], at)


def purposes(deliveries):
    return [delivery.purpose for delivery in deliveries]


async def test_a_claimed_message_brings_all_that_is_needed_to_send_it(council):
    await queue(council, message("amira", "k1", tag="t1"))
    (delivery,) = await claim(council)
    assert len(delivery.id) == 32
    assert (delivery.action, delivery.purpose, delivery.tag, delivery.card) == ("send", "greeting", "t1", GREETING)
    assert (delivery.tenant_id, delivery.person_id, delivery.email) == (
        "council",
        "amira",
        "amira@abermoor.example",
    )
    assert (delivery.account, delivery.channel) == (slack_account("amira"), None)
    assert (delivery.attempts, delivery.uncertain, delivery.created_at) == (1, False, NOW)
    assert delivery.posted == ()


async def test_a_message_for_a_channel_has_no_person(council):
    await queue(council, replace(message("amira", "k1"), to=ToChannel(CHANNEL)))
    (delivery,) = await claim(council)
    assert (delivery.channel, delivery.person_id, delivery.account) == (CHANNEL, None, None)


async def test_the_same_key_is_queued_once_for_each_tenant(council):
    await queue(council, message("amira", "k1"), message("ben", "k1", purpose="other"))
    await queue(council, message("amira", "k1"))
    assert purposes(await claim(council)) == ["greeting"]


async def test_a_message_put_off_is_not_claimed_before_its_time_and_holds_up_nothing(council):
    later = NOW + timedelta(hours=2)
    await queue(council, message("amira", "k1", not_before=later), message("amira", "k2", purpose="now"))
    assert purposes(await claim(council)) == ["now"]
    assert purposes(await claim(council, later - timedelta(seconds=1))) == ["now"]
    assert purposes(await claim(council, later + timedelta(hours=1))) == ["greeting"]


async def test_an_update_waits_for_the_message_it_is_to_change(council):
    later = NOW + timedelta(hours=2)
    await queue(council, message("amira", "k1", tag="t1", not_before=later))
    await queue(council, Update(ToPerson("amira"), "t1", GREETING, "k2"))
    assert await claim(council) == []
    (first,) = await claim(council, later)
    await sent(council, first, POSTED)
    (update,) = await claim(council, later)
    assert (update.action, update.posted) == ("update", (POSTED,))


async def test_one_recipient_gets_one_message_at_a_time_in_order(council):
    await queue(
        council,
        message("amira", "k1", purpose="first"),
        message("amira", "k2", purpose="second"),
        message("ben", "k3", purpose="bens"),
    )
    first, bens = await claim(council)
    assert purposes([first, bens]) == ["first", "bens"]
    assert await claim(council) == []
    await sent(council, first)
    assert purposes(await claim(council)) == ["second"]


async def test_nothing_overtakes_a_message_that_waits_to_be_tried_again(council):
    again = NOW + timedelta(minutes=5)
    await queue(council, message("amira", "k1", purpose="first"), message("amira", "k2", purpose="second"))
    (first,) = await claim(council)
    async with council.transaction() as store:
        await store.outbox.retry(first, again, "503")
    assert await claim(council) == []
    assert await claim(council, again - timedelta(seconds=1)) == []
    (first,) = await claim(council, again)
    assert (first.purpose, first.attempts, first.uncertain) == ("first", 2, False)


async def test_a_message_given_up_lets_the_next_one_go(council):
    await queue(council, message("amira", "k1", purpose="first"), message("amira", "k2", purpose="second"))
    (first,) = await claim(council)
    async with council.transaction() as store:
        await store.outbox.dead(first, "account_inactive", NOW)
    assert purposes(await claim(council)) == ["second"]


async def test_a_message_whose_lease_ran_out_comes_back_as_uncertain(council):
    await queue(council, message("amira", "k1"))
    (first,) = await claim(council)
    assert await claim(council, NOW + timedelta(seconds=LEASE_S - 1)) == []
    (again,) = await claim(council, NOW + timedelta(seconds=LEASE_S))
    assert again == replace(first, attempts=2, uncertain=True)


async def test_the_oldest_are_claimed_first_up_to_the_limit(council):
    await queue(council, message("ben", "k1"), at=NOW + timedelta(seconds=2))
    await queue(council, message("amira", "k2"), at=NOW + timedelta(seconds=1))
    later = NOW + timedelta(minutes=1)
    assert [each.person_id for each in await claim(council, later, limit=1)] == ["amira"]
    assert [each.person_id for each in await claim(council, later, limit=1)] == ["ben"]


async def test_a_hold_keeps_back_its_tenant_and_platform_only(council):
    until = NOW + timedelta(seconds=30)
    teams_channel = ChannelAddress(Platform.TEAMS, "M365", "19:c")
    async with council.transaction() as store:
        await store.people.link(replace(TEAMS, person_id="ben"))
    await queue(
        council,
        message("amira", "k1", purpose="slack by account"),
        message("ben", "k2", purpose="teams by wish", to=ToPerson("ben", Platform.TEAMS)),
        message("", "k3", purpose="slack channel", to=ToChannel(CHANNEL)),
        message("", "k4", purpose="teams channel", to=ToChannel(teams_channel)),
    )
    async with council.transaction() as store:
        await store.traffic.throttled("council", Platform.SLACK, until, NOW)
    assert purposes(await claim(council)) == ["teams by wish", "teams channel"]
    assert purposes(await claim(council, until)) == ["slack by account", "slack channel"]


async def test_a_hold_of_another_tenant_keeps_back_nothing(council):
    async with council.transaction() as store:
        await store.tenants.add(replace((await store.tenants.all())[0], id="trust"))
        await store.traffic.throttled("trust", Platform.SLACK, NOW + timedelta(seconds=30), NOW)
    await queue(council, message("amira", "k1"))
    assert len(await claim(council)) == 1


@pytest.mark.parametrize(
    ("accounts", "wanted", "chosen"),
    [
        # In the order in which they were seen: the last one wins, unless it cannot be written to.
        ([slack_account("amira"), TEAMS], None, TEAMS),
        ([TEAMS, slack_account("amira")], None, slack_account("amira")),
        ([slack_account("amira"), replace(TEAMS, address=None)], None, slack_account("amira")),
        ([TEAMS, slack_account("amira")], Platform.TEAMS, TEAMS),
        ([slack_account("amira"), replace(TEAMS, address=None)], Platform.TEAMS, slack_account("amira")),
        ([slack_account("amira")], Platform.TEAMS, slack_account("amira")),
        ([replace(TEAMS, address=None)], None, replace(TEAMS, address=None)),
        ([], Platform.TEAMS, None),
    ],
)
async def test_the_account_written_to(database, clock, accounts, wanted, chosen):
    await settle_in(database, person("Amira Hassan"))
    for account in accounts:
        clock.advance(minutes=1)
        async with database.transaction() as store:
            await store.people.link(account)
    await queue(database, message("amira", "k1", to=ToPerson("amira", wanted)))
    (delivery,) = await claim(database)
    assert (delivery.account, delivery.wanted_platform) == (chosen, wanted)
    assert delivery.email == "amira@abermoor.example"


async def test_workers_side_by_side_share_the_messages_without_overlap(database):
    staff = [person(f"P{number}") for number in range(60)]
    await settle_in(database, *staff)
    await queue(database, *(message(each.id, f"{each.id}-{turn}") for turn in range(2) for each in staff))

    async def work():
        claimed = []
        while batch := await claim(database, limit=7):
            claimed += batch
            for delivery in batch:
                await sent(database, delivery)
        return claimed

    by_worker = await asyncio.gather(*(work() for _ in range(4)))
    claimed = [delivery for worker in by_worker for delivery in worker]
    assert len(claimed) == len({delivery.id for delivery in claimed})
    # A worker may find nothing free while others are at the last ones; what is left goes to the next who asks.
    claimed += await work()
    assert sorted((each.person_id, each.attempts) for each in claimed) == sorted(
        (each.id, 1) for each in staff for _ in range(2)
    )


async def test_messages_queued_in_a_transaction_that_fails_are_never_sent(council):
    with pytest.raises(RuntimeError):
        async with council.transaction() as store:
            await store.outbox.add("council", [message("amira", "k1")], NOW)
            raise RuntimeError
    assert await claim(council) == []


async def test_an_answer_goes_ahead_of_a_run_that_was_queued_before_it(council):
    for number in range(3):
        await queue(council, replace(message("ben", f"run{number}"), purpose="broadcast"), at=NOW)
    await queue(council, message("amira", "answer"), at=NOW + timedelta(seconds=1))
    (first,) = await claim(council, at=NOW + timedelta(seconds=2), limit=1)
    assert first.person_id == "amira"


async def test_an_answer_does_not_wait_for_a_run_s_message_to_the_same_person(council):
    await queue(council, replace(message("amira", "run"), purpose="broadcast"))
    await queue(council, message("amira", "answer"), at=NOW + timedelta(seconds=1))
    claimed = await claim(council, at=NOW + timedelta(seconds=2), limit=1)
    assert purposes(claimed) == ["greeting"]
    await sent(council, claimed[0])
    assert purposes(await claim(council, at=NOW + timedelta(seconds=2))) == ["broadcast"]


async def test_no_more_of_a_run_is_taken_than_there_is_room_for(council):
    await queue(council, replace(message("ben", "run"), purpose="broadcast"))
    await queue(council, message("amira", "answer"))
    async with council.transaction() as store:
        waits = await store.outbox.someone_waits(NOW)
        claimed = await store.outbox.claim(NOW, LEASE_S, 10, runs=0)
    assert purposes(claimed) == ["greeting"]
    assert waits
    await sent(council, claimed[0])
    async with council.reading() as store:
        assert not await store.outbox.someone_waits(NOW)
