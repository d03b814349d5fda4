"""The law of unasked messages: with everything on for four weeks, nobody's week holds more than their share."""

import random
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from core.cards import greeting
from core.chat.effect import Send, ToPerson
from core.model.person import Access, Language
from core.model.requirements import Group, Requirement
from core.model.training import Course
from core.model.unasked import COUNTED, MOST_A_WEEK, WAITING, WEEK
from core.services.plan_training import plan_everyone_soon
from core.texts.texts import words_for
from storage.tables import outbox
from tests.stories.council import LONDON, TENANT

WEEKS = 4
START = datetime(2026, 11, 20, 13, tzinfo=LONDON)


async def sent(council, person_id):
    """What one person was sent: its purpose, when it went (UTC), and its place among all that was queued."""
    async with council.database.connected_for_reading() as connection:
        found = await connection.execute(
            select(outbox.c.purpose, outbox.c.finished_at, outbox.c.seq)
            .where(outbox.c.person_id == person_id, outbox.c.action == "send", outbox.c.state == "sent")
            .order_by(outbox.c.finished_at, outbox.c.seq)
        )
        return [tuple(row) for row in found]


def fullest(times):
    """How many are in the fullest seven days."""
    return max((sum(first <= each < first + WEEK for each in times) for first in times), default=0)


async def training_falls_due(council, chance):
    """Five courses that everyone must do, each by another day of the four weeks."""
    courses = [Course(f"c{each}", TENANT.id, f"Course {each}", mandatory=True) for each in range(5)]
    made_on = date(2026, 11, 20)
    async with council.database.transaction() as store:
        await store.training.save_courses(courses)
        for each in courses:
            rule = Requirement(
                f"r{each.id}", TENANT.id, each.id, Group.EVERYONE, "", chance.randint(1, 26), made_on
            )
            await store.training.set_requirements(each.id, [rule])
        await plan_everyone_soon(store, TENANT.id, council.clock.now())


async def broadcasts(council, people, number):
    """What HR sends to everyone now, as a broadcast does."""
    card = greeting.said(words_for(Language.EN), "files-title", "files-in-private")
    sends = [Send(ToPerson(each.person.id), card, "broadcast", f"b{number}:{each.person.id}") for each in people]
    async with council.database.transaction() as store:
        await store.outbox.add(TENANT.id, sends, council.clock.now())


@pytest.mark.parametrize("seed", [1, 2])
async def test_with_everything_on_nobodys_week_holds_more_than_their_share(council, lead, amira, ben, seed):
    chance = random.Random(seed)
    hr = await council.hire("Hana Reed", access=Access.HR)
    others = [await council.hire(f"{name} Rees", manager=lead) for name in ("Callum", "Dilys", "Elin")]
    everyone = [lead, amira, ben, hr, *others]
    await training_falls_due(council, chance)
    await hr.says("hr pulse on weekly")
    day = START
    for week in range(WEEKS):
        asked_on = chance.sample(range(5), 1)
        for weekday in range(7):
            day = (START + timedelta(days=7 * week + weekday)).replace(hour=8)
            for hour in range(8, 19):
                await council.time_passes_until(max(day.replace(hour=hour), council.clock.now()))
                if hour == 11 and weekday == 3:
                    await lead.says_to("team one-to-one @Amira on Thursday 14:00", amira)
                    await broadcasts(council, everyone, week)
                if hour == 12 and weekday in asked_on:
                    asker = others[asked_on.index(weekday)]
                    await asker.says_to("feedback ask @Amira @Ben about my report by Friday", amira, ben)
    received = {each.person.id: await sent(council, each.person.id) for each in everyone}
    for person_id, messages in received.items():
        waiting = [(at, queued) for purpose, at, queued in messages if purpose in WAITING]
        counted = [(purpose, at, queued) for purpose, at, queued in messages if purpose in COUNTED]
        assert fullest([at for at, _ in waiting]) <= MOST_A_WEEK, person_id
        for at, queued in waiting:
            # What was known when it was queued: someone may set a date, or HR send a broadcast, after that.
            before = [each for each in counted if at - WEEK < each[1] <= at and each[2] <= queued]
            assert len(before) <= MOST_A_WEEK, f"{person_id} had {before}"
        prompts = [at for purpose, at, _ in messages if purpose.startswith("check-in")]
        assert fullest(prompts) <= 4, "two prompts and two reminders, where a week begins between them"
    purposes = {purpose for messages in received.values() for purpose, _, _ in messages}
    exercised = {
        *("check-in prompt", "check-in reminder", "pulse", "training reminder"),
        *("broadcast", "one-to-one reminder", "feedback request"),
    }
    assert exercised <= purposes, exercised - purposes
