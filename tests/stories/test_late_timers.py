"""Milepost was down when a timer was to go off: what of it is still of use, told once and in one message."""

from datetime import UTC, datetime, timedelta

import pytest

from core.model.person import Access
from core.model.skills import Level, RoleSkill
from core.services.ask_skills import ask_each_quarter
from core.services.planner import tick
from tests.stories.council import TENANT

TUESDAY_TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


async def is_back(council, at):
    """Milepost is up again at this instant, having done nothing since it was last."""
    council.clock.move_to(at)
    await tick(council.database, council.clock)
    await tick(council.database, council.clock)
    await council.deliver()


def said_to(resident, words):
    return [text for text in resident.texts if words in text]


@pytest.fixture
async def hr(council):
    return await council.hire("Nia Rees", access=Access.HR)


async def first_pulse(council, hr):
    await hr.says("hr pulse on weekly")
    async with council.database.reading() as store:
        return await store.pulse.rounds(TENANT.id, 5)


PULSE = "I know what is expected of me at work."


async def test_a_pulse_three_hours_late_opens_and_the_next_keeps_its_tuesday(council, hr, amira):
    assert await first_pulse(council, hr) == []
    await is_back(council, TUESDAY_TEN + 3 * HOUR)
    assert len(said_to(amira, PULSE)) == 1
    await council.time_passes_until(TUESDAY_TEN + WEEK + HOUR)
    async with council.database.reading() as store:
        newest, *_ = await store.pulse.rounds(TENANT.id, 5)
    assert newest.opens_at == TUESDAY_TEN + WEEK


@pytest.mark.parametrize(("late", "opens_at"), [(3 * DAY, TUESDAY_TEN + WEEK), (21 * DAY, TUESDAY_TEN + 3 * WEEK)])
async def test_a_pulse_that_is_too_late_waits_for_its_next_tuesday(council, hr, amira, late, opens_at):
    await first_pulse(council, hr)
    await is_back(council, TUESDAY_TEN + late)
    if opens_at > council.clock.now():
        assert said_to(amira, PULSE) == []
    await council.time_passes_until(opens_at + HOUR)
    assert len(said_to(amira, PULSE)) == 1
    async with council.database.reading() as store:
        (only,) = await store.pulse.rounds(TENANT.id, 5)
    assert only.opens_at == opens_at


async def share_thanks(council, amira, ben):
    await amira.commands("kudos Ben Lloyd for the clear letter")
    await amira.fills({"Which of our values it shows": "", "Who reads it": "Their team too, if they agree"})
    await ben.taps("Share with my team")
    council.channel.clear()


@pytest.mark.parametrize(("late", "posted"), [(3 * HOUR, 1), (2 * DAY, 1), (28 * DAY, 0)])
async def test_a_months_thanks_are_posted_late_but_not_beside_the_next_months(council, amira, ben, late, posted):
    await share_thanks(council, amira, ben)
    await is_back(council, datetime(2026, 12, 1, 10, 0, tzinfo=UTC) + late)
    assert sum("Thanks in November" in each.text for each in council.channel) == posted


async def test_a_months_thanks_wait_for_the_morning(council, amira, ben):
    await share_thanks(council, amira, ben)
    await is_back(council, datetime(2026, 12, 4, 22, 0, tzinfo=UTC))
    assert council.channel == []
    await council.goes_to("Mon 09:01")
    assert sum("Thanks in November" in each.text for each in council.channel) == 1


@pytest.mark.parametrize(("late", "asked"), [(3 * HOUR, 1), (2 * DAY, 1), (21 * DAY, 0)])
async def test_the_question_about_skills_waits_for_the_next_quarter_when_it_is_too_late(council, late, asked):
    amira = await council.hire("Amira Hassan", role="Housing Officer")
    async with council.database.transaction() as store:
        await store.skills.save_roles(
            [RoleSkill(TENANT.id, "housing officer", "excel", "Housing Officer", "Excel", Level.CONFIDENT)]
        )
        await ask_each_quarter(store, TENANT.id, council.clock.now())
    # The second Tuesday of February.
    due_at = datetime(2027, 2, 9, 10, 0, tzinfo=UTC)
    await is_back(council, due_at + late)
    await council.time_passes_until(council.clock.now() + DAY)
    assert len(said_to(amira, "How do you stand with these?")) == asked
    await council.time_passes_until(datetime(2027, 5, 12, 17, 0, tzinfo=UTC))
    assert len(said_to(amira, "How do you stand with these?")) == asked + 1


async def test_several_reminders_of_requests_for_feedback_are_one_message(council, amira, ben, lead):
    for asker in (amira, lead):
        await asker.says_to("feedback ask @Ben about the tenants’ evening by Friday", ben)
    before = len(ben.inbox)
    await is_back(council, TUESDAY_TEN + 2 * DAY)
    late = [text for text in ben.texts[before:] if "still hope" in text]
    assert len(late) == 1
    assert "Amira Hassan still hopes" in late[0] and "Megan Price still hopes" in late[0]


async def test_nobody_is_reminded_of_feedback_whose_day_has_passed(council, amira, ben):
    await amira.says_to("feedback ask @Ben about the tenants’ evening by Friday", ben)
    await is_back(council, TUESDAY_TEN + 21 * DAY)
    assert said_to(ben, "still hope") == []


@pytest.mark.parametrize(("late", "reminded"), [(3 * HOUR, 1), (2 * DAY, 0), (21 * DAY, 0)])
async def test_a_one_to_one_is_reminded_of_until_it_begins(council, amira, lead, late, reminded):
    await lead.says_to("team one-to-one @Amira on Wednesday 14:00", amira)
    before = len(amira.inbox)
    await is_back(council, TUESDAY_TEN - HOUR + late)
    about = [text for text in amira.texts[before:] if "one-to-one" in text.casefold()]
    assert len(about) == reminded
