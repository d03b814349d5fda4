"""The gate of the outbox: what nobody asked for goes in working time, within the share, several as one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.chat.card import Card, Paragraph
from core.chat.effect import Send, ToPerson, Update
from core.chat.plain import plain_text
from core.model.absence import Absence, AbsenceKind
from core.model.delivery import Posted
from core.model.person import Platform
from tests.storage.council import NOW, TENANT, person, settle_in

AMIRA = person("Amira Hassan")
NIGHT = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def unasked(key, purpose="recognition", **changes):
    card = Card(f"Title {key}", (Paragraph(f"Words of {key}."),))
    return replace(Send(ToPerson("amira"), card, purpose, key, f"tag-{key}"), **changes)


async def queue(database, *sends, at=NOW):
    async with database.transaction() as store:
        await store.outbox.add("council", sends, at)


async def claim(database, at):
    async with database.transaction() as store:
        return await store.outbox.claim(at, 60, 100)


async def send(database, at):
    """Claim and send all that may go; what was sent."""
    claimed = await claim(database, at)
    async with database.transaction() as store:
        await store.outbox.sent([(each, Posted(Platform.WEB, "demo", "dm", each.id)) for each in claimed], at)
    return claimed


async def states(database):
    async with database.reading() as store:
        return {state: count for state, count in (await store.outbox.counts()).items() if count}


async def test_an_answer_goes_at_night_and_what_nobody_asked_for_in_the_morning(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos"), unasked("answer", asked=True), at=NIGHT)
    assert [each.purpose for each in await send(database, NIGHT)] == ["recognition"]
    assert await states(database) == {"sent": 1, "queued": 1}
    assert await claim(database, MORNING - timedelta(seconds=1)) == []
    assert len(await send(database, MORNING)) == 1


async def test_an_answer_overtakes_what_waits_for_the_morning(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos"), at=NIGHT)
    assert await claim(database, NIGHT) == []
    await queue(database, unasked("answer", asked=True), at=NIGHT)
    assert [each.tag for each in await send(database, NIGHT)] == ["tag-answer"]


@pytest.mark.parametrize("kind", AbsenceKind)
async def test_what_was_queued_before_someone_went_away_waits_until_they_are_back(database, kind):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos", not_before=MORNING))
    async with database.transaction() as store:
        await store.absences.add(Absence("a", "council", "amira", date(2026, 11, 24), date(2026, 11, 26), kind))
    assert await claim(database, MORNING) == []
    assert await claim(database, MORNING + timedelta(days=2, hours=5)) == []
    assert len(await claim(database, MORNING + timedelta(days=3))) == 1


async def test_quiet_hours_of_ones_own_are_kept(database):
    await settle_in(database, replace(AMIRA, quiet_from=time(12), quiet_until=time(14)))
    noon = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    await queue(database, unasked("kudos"), at=noon)
    assert await claim(database, noon) == []
    assert len(await claim(database, noon.replace(hour=14, minute=0))) == 1


async def test_a_bank_holiday_and_a_weekend_are_no_working_time(database):
    await settle_in(database, AMIRA)
    christmas = datetime(2026, 12, 25, 10, tzinfo=UTC)
    await queue(database, unasked("kudos"), at=christmas)
    assert await claim(database, christmas) == []
    # Boxing Day falls on a Saturday, so that Monday is a holiday too.
    assert await claim(database, datetime(2026, 12, 28, 10, tzinfo=UTC)) == []
    assert len(await claim(database, datetime(2026, 12, 29, 9, tzinfo=UTC))) == 1


async def test_what_is_due_at_once_comes_as_one_message_the_most_urgent_first(database):
    await settle_in(database, AMIRA)
    await queue(
        database, unasked("pulse", "pulse"), unasked("kudos"), unasked("course", "training overdue"), at=NIGHT
    )
    (message,) = await send(database, MORNING)
    text = plain_text(message.card)
    assert text.startswith("Title course")
    assert "3 things for you" in text
    assert text.index("Words of course") < text.index("Words of kudos") < text.index("Words of pulse")
    assert await states(database) == {"sent": 3}


async def test_a_change_of_one_part_leaves_the_others_as_they_are(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos"), unasked("ask", "feedback request"), at=NIGHT)
    (message,) = await send(database, MORNING)
    for number, key in enumerate(("ask", "kudos")):
        done = Card(f"Done {key}", (Paragraph(f"Thanks for {key}."),))
        await queue(database, Update(ToPerson("amira"), f"tag-{key}", done, f"u{number}"), at=MORNING)
        (update,) = await send(database, MORNING)
        (posted,) = update.posted
        text = plain_text(update.card_for(posted))
        assert posted.message == message.id
        assert f"Thanks for {key}" in text
        assert ("Words of kudos" in text) is (key == "ask")
        assert "Thanks for ask" in text


async def test_a_week_holds_five_and_the_rest_goes_along_with_the_next(database):
    await settle_in(database, AMIRA)
    sent = []
    for day in range(14):
        at = NOW + timedelta(days=day)
        await queue(
            database, unasked(f"morning {day}"), unasked(f"noon {day}", not_before=at.replace(hour=12)), at=at
        )
        for hour in (0, 3, 6):
            sent += [
                (at + timedelta(hours=hour), each) for each in await send(database, at + timedelta(hours=hour))
            ]
        if at.weekday() == 2:
            await queue(database, unasked(f"prompt {day}", "check-in prompt"), at=at.replace(hour=13))
            sent += [(at.replace(hour=13), each) for each in await send(database, at.replace(hour=13))]
    weeks = [sum(at < NOW.replace(hour=0) + timedelta(days=7) for at, _ in sent)]
    weeks.append(len(sent) - weeks[0])
    assert max(weeks) <= 5
    prompts = [at for at, each in sent if "Title prompt" in plain_text(each.card)]
    assert prompts == [NOW.replace(hour=13) + timedelta(days=2), NOW.replace(hour=13) + timedelta(days=9)]
    async with database.transaction() as store:
        await store.tenants.save(replace(TENANT, unasked_a_week=20))
    last = NOW + timedelta(days=21)
    rest = [each for hours in range(0, 48, 3) for each in await send(database, last + timedelta(hours=hours))]
    assert rest
    assert await states(database) == {"sent": 30}


async def test_a_message_that_fails_lets_its_parts_go_and_loses_none(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos"), unasked("pulse", "pulse"), at=NIGHT)
    (message,) = await claim(database, MORNING)
    async with database.transaction() as store:
        await store.outbox.retry(message, MORNING + timedelta(minutes=1), "unreachable")
    assert await states(database) == {"queued": 2}
    again = await claim(database, MORNING + timedelta(minutes=1))
    assert "Words of kudos" in plain_text(again[0].card)


async def test_one_that_may_have_arrived_is_claimed_again_with_its_parts(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos"), unasked("pulse", "pulse"), at=NIGHT)
    (message,) = await claim(database, MORNING)
    (again,) = await claim(database, MORNING + timedelta(minutes=5))
    assert (again.id, again.uncertain, again.card) == (message.id, True, message.card)
    async with database.transaction() as store:
        await store.outbox.sent([(again, None)], MORNING + timedelta(minutes=5))
    assert await states(database) == {"sent": 2}


async def test_one_given_up_gives_its_parts_up_with_the_same_reason(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("kudos"), unasked("pulse", "pulse"), at=NIGHT)
    (message,) = await claim(database, MORNING)
    async with database.transaction() as store:
        await store.outbox.dead(message, "gone", MORNING)
        letters = await store.outbox.dead_letters("council")
    assert [each.reason for each in letters] == ["gone", "gone"]


async def test_what_would_come_too_late_is_left_out_and_kept_with_the_reason(database):
    await settle_in(database, AMIRA)
    await queue(database, unasked("pulse", "pulse", not_after=NIGHT + timedelta(hours=2)), at=NIGHT)
    assert await claim(database, NIGHT) == []
    assert await states(database) == {"cancelled": 1}


async def test_an_emergency_that_hr_sends_at_any_hour_goes_and_takes_room(database):
    await settle_in(database, AMIRA)
    await queue(
        database, *(unasked(f"closed {each}", "broadcast", at_any_hour=True) for each in range(3)), at=NIGHT
    )
    sent = [each for _ in range(3) for each in await send(database, NIGHT)]
    assert len(sent) == 3
    await queue(database, unasked("kudos"), at=MORNING)
    assert await claim(database, MORNING) == []


async def test_a_pause_that_ends_early_lets_what_waits_go_at_once(database):
    await settle_in(database, AMIRA)
    async with database.transaction() as store:
        await store.absences.add(
            Absence("a", "council", "amira", NOW.date(), date(2026, 12, 20), AbsenceKind.PAUSE)
        )
    await queue(database, unasked("kudos"))
    assert await claim(database, NOW) == []
    async with database.transaction() as store:
        await store.absences.end("amira", NOW.date())
        await store.outbox.look_again(["amira"], NOW)
    assert len(await claim(database, NOW)) == 1


async def test_someone_who_works_here_no_more_gets_nothing_unasked(database):
    await settle_in(database, replace(AMIRA, end_on=date(2026, 11, 20)))
    await queue(database, unasked("kudos"))
    assert await claim(database, NOW) == []
    assert await states(database) == {"cancelled": 1}
