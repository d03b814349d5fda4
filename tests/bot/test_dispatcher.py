"""Messages on their way: none is lost, none arrives twice, and none overtakes another."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.courier import LOOK_UPS, OUT_OF_REACH, backoff_s
from bot.outcomes import MOST_FAILURES
from core.chat.card import Card, Chart, Series
from core.chat.effect import ToPerson, Update
from core.model.delivery import HAS_LEFT
from core.model.given_up import Why, reason_of
from core.model.person import Account, Platform
from core.ports import NotInstalled, RecipientGone, Refused, Throttled, Unreachable
from tests.bot.conftest import PostOffice, dispatcher_for
from tests.bot.platform import LoopbackPlatform
from tests.storage.council import message, person, slack_account

AMIRA, BEN = "D-amira", "D-ben"
CHART = Chart(
    "a-chart-nobody-guesses", "Answered", ("9 Nov", "16 Nov"), (Series("Team", (80.0, 90.0)),), "80 to 90"
)


async def test_a_slow_delivery_is_recorded_although_a_faster_one_ended_meanwhile(post: PostOffice):
    slow = post.platform.hold(AMIRA)
    await post.queue(message("amira", "one"), message("ben", "two"))
    delivering = asyncio.create_task(post.dispatcher.drain())
    await post.platform.first_arrival()
    slow.set()
    await delivering
    assert await post.states() == {"sent": 2}


async def test_what_goes_to_one_person_arrives_in_its_order(post: PostOffice):
    await post.queue(*[message("amira", f"key-{number}") for number in range(5)])
    await post.queue(message("ben", "one"))
    await post.deliver()
    assert [address for address, _ in post.platform.arrived].count(AMIRA) == 5
    assert await post.states() == {"sent": 6}


async def test_a_passing_failure_is_tried_again_later(post: PostOffice):
    post.platform.fail(AMIRA, Unreachable("503"))
    await post.queue(message("amira", "one"))
    await post.deliver()
    assert post.platform.arrived == []
    await post.deliver(seconds=30)
    assert len(post.platform.arrived) == 1


async def test_a_message_that_arrived_although_the_answer_was_lost_is_not_sent_again(post: PostOffice):
    post.platform.fail(AMIRA, Unreachable("connection reset"), after_arrival=True)
    await post.queue(message("amira", "one"))
    await post.deliver()
    await post.deliver(minutes=1)
    assert len(post.platform.arrived) == 1
    assert await post.states() == {"sent": 1}


async def test_the_platforms_retry_after_holds_everything_of_the_organisation(post: PostOffice):
    post.platform.fail(AMIRA, Throttled(40))
    await post.queue(message("amira", "one"))
    await post.deliver()
    await post.queue(message("ben", "two"))
    await post.deliver(seconds=39)
    assert post.platform.arrived == []
    await post.deliver(seconds=2)
    assert {address for address, _ in post.platform.arrived} == {AMIRA, BEN}


async def test_where_milepost_was_removed_a_message_is_given_up_at_once_and_others_go_on(post: PostOffice):
    post.platform.fail(AMIRA, NotInstalled("Milepost is no longer installed there"))
    await post.queue(message("amira", "one"), message("ben", "two"))
    await post.deliver()
    async with post.database.reading() as store:
        (letter,) = await store.outbox.dead_letters("council")
    assert letter.reason == "Milepost is no longer installed there"
    assert [address for address, _ in post.platform.arrived] == [BEN]


async def test_a_refusal_is_kept_with_its_reason_for_an_administrator(post: PostOffice):
    post.platform.fail(AMIRA, Refused("user_disabled"))
    await post.queue(message("amira", "one"))
    await post.deliver()
    async with post.database.reading() as store:
        (letter,) = await store.outbox.dead_letters("council")
    assert letter.reason == "slack refused: user_disabled"


async def test_someone_who_blocked_milepost_is_written_to_on_their_other_platform(post: PostOffice):
    teams = LoopbackPlatform()
    teams.platform = Platform.TEAMS
    both = dispatcher_for(post.database, post.clock, post.platform, teams)
    async with post.database.transaction() as store:
        await store.people.link(Account(Platform.TEAMS, "M365", "29:amira", "amira", "conversation"))
        # Seen last on Slack, so that is where it goes first.
        post.clock.move_to(post.clock.now() + timedelta(minutes=1))
        await store.people.link(slack_account("amira"))
    post.platform.fail(AMIRA, RecipientGone("blocked"))
    await post.queue(message("amira", "one"), message("amira", "two"))
    await both.drain()
    assert [address for address, _ in teams.arrived] == ["conversation", "conversation"]
    assert await post.states() == {"sent": 2}
    await both.stop()


async def test_someone_who_has_left_is_written_to_no_more_nor_shown_a_change(post: PostOffice):
    await post.queue(message("amira", "one", tag="card"))
    await post.deliver()
    assert len(post.platform.arrived) == 1
    async with post.database.transaction() as store:
        gone = replace(person("Amira Hassan"), end_on=(post.clock.now() - timedelta(days=1)).date())
        await store.people.save([gone])
    await post.queue(message("amira", "two"), Update(ToPerson("amira"), "card", Card("Changed"), "three"))
    await post.deliver()
    assert len(post.platform.arrived) == 1 and post.platform.edits == []
    async with post.database.reading() as store:
        (letter,) = await store.outbox.dead_letters()
    assert letter.reason == HAS_LEFT
    assert reason_of(letter.reason).why is Why.HAS_LEFT


async def test_someone_out_of_reach_everywhere_is_not_tried_again(post: PostOffice):
    post.platform.fail(AMIRA, RecipientGone("blocked"))
    await post.queue(message("amira", "one"), message("amira", "two"))
    await post.deliver()
    async with post.database.reading() as store:
        reasons = [letter.reason for letter in await store.outbox.dead_letters("council")]
        (account,) = await store.people.accounts_of("amira")
    assert (reasons, post.platform.arrived) == ([OUT_OF_REACH, f"{OUT_OF_REACH} (slack: blocked)"], [])
    assert (account.address, account.unreachable_at) == (None, post.clock.now())

    async with post.database.transaction() as store:
        await store.people.link(slack_account("amira"))
    await post.queue(message("amira", "three"))
    await post.deliver()
    assert [address for address, _ in post.platform.arrived] == [AMIRA]


async def test_after_many_failures_of_its_own_it_is_given_up(post: PostOffice):
    post.platform.fail(AMIRA, *[Unreachable("503")] * MOST_FAILURES)
    await post.queue(message("amira", "one"))
    for number in range(MOST_FAILURES):
        # Others arrive, so that it is not the platform.
        await post.queue(message("ben", f"bens-{number}"))
        await post.deliver(hours=1)
    assert await post.states() == {"dead": 1, "sent": MOST_FAILURES}


async def test_a_message_of_a_killed_process_is_looked_for_before_it_is_sent_again(post: PostOffice):
    await post.queue(message("amira", "one"), message("ben", "two"))
    async with post.database.transaction() as store:
        claimed = await store.outbox.claim(post.clock.now(), 60, 10)
    # The process sends the first one and is killed before it records either.
    await post.platform.send("T1", AMIRA, claimed[0].card, claimed[0].id)
    await post.deliver(seconds=30)
    assert len(post.platform.arrived) == 1
    await post.deliver(seconds=31)
    assert sorted(address for address, _ in post.platform.arrived) == [AMIRA, BEN]
    assert await post.states() == {"sent": 2}


async def test_where_the_platform_cannot_tell_an_uncertain_message_is_not_doubled(post: PostOffice):
    silent = LoopbackPlatform(tells=False)
    dispatcher = dispatcher_for(post.database, post.clock, silent)
    await post.queue(message("amira", "one"))
    async with post.database.transaction() as store:
        await store.outbox.claim(post.clock.now(), 60, 10)
    post.clock.advance(seconds=61)
    await dispatcher.drain()
    assert silent.arrived == []
    assert await post.states() == {"dead": 1}
    await dispatcher.stop()


async def test_someone_without_an_account_is_looked_up_by_work_email_and_remembered(post: PostOffice):
    cara = person("Cara Jones")
    async with post.database.transaction() as store:
        await store.people.save([cara])
    post.platform.emails[cara.email] = "U-cara"
    await post.queue(message("cara", "one"), message("cara", "two"))
    await post.deliver()
    assert [address for address, _ in post.platform.arrived] == ["U-cara", "U-cara"]
    assert post.platform.asked == [cara.email]


async def test_someone_whom_no_platform_knows_is_given_up_with_a_reason(post: PostOffice):
    async with post.database.transaction() as store:
        await store.people.save([person("Cara Jones")])
    await post.queue(message("cara", "one"))
    for _ in range(LOOK_UPS):
        await post.deliver(minutes=10)
    async with post.database.reading() as store:
        (letter,) = await store.outbox.dead_letters("council")
    assert "work email" in letter.reason


async def test_a_message_is_changed_in_place_under_its_tag(post: PostOffice):
    await post.queue(message("amira", "one", tag="check-in"))
    await post.deliver()
    await post.queue(Update(ToPerson("amira"), "check-in", Card("Thank you"), "v2"))
    await post.deliver()
    assert post.platform.edits == [("1", "Thank you")]


async def test_a_chart_is_attached_once_its_message_has_arrived(post: PostOffice):
    await post.queue(replace(message("amira", "one"), card=Card("Summary", (CHART,))))
    await post.deliver()
    ((on, png),) = post.platform.pictures
    assert on == "1"
    assert png.startswith(b"\x89PNG")


async def test_nothing_new_is_begun_once_it_stops(post: PostOffice):
    await post.queue(message("amira", "one"))
    await post.dispatcher.stop()
    await post.deliver()
    assert post.platform.arrived == []


def test_waits_grow_and_never_pass_half_an_hour():
    longest = [backoff_s(attempt, lambda _, most: most) for attempt in range(1, 20)]
    assert longest == sorted(longest)
    assert longest[0] == 10
    assert longest[-1] == 1_800
