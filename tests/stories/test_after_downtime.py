"""Milepost was down over Monday ten o'clock, or longer: what still goes out, what does not, and nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest

from core.model.broadcast import BroadcastState
from core.model.checkin import CheckInState
from core.model.person import Access
from core.services.planner import tick

MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


async def is_back(council, at):
    """Milepost is up again at this instant, having done nothing since it was last; what it does goes out."""
    council.clock.move_to(at)
    await tick(council.database, council.clock)
    await tick(council.database, council.clock)
    await council.deliver()


def prompts(resident):
    return [text for text in resident.texts if "check-in" in text.splitlines()[0].lower()]


async def states(council, resident):
    return {(each.period.day, each.state) for each in await council.check_ins_of(resident)}


async def test_three_hours_late_everyone_is_asked_once(council, amira, ben):
    await council.sets_objective(amira, "Answer complaints faster")
    await is_back(council, MONDAY_TEN + 3 * HOUR)
    assert [len(each.inbox) for each in (amira, ben)] == [1, 1]
    assert (await council.check_in_of(amira)).prompted_at == MONDAY_TEN + 3 * HOUR


async def test_two_days_late_the_check_in_is_still_asked_for_and_its_reminder_leaves_time(council, amira):
    await is_back(council, MONDAY_TEN + 2 * DAY)
    checkin = await council.check_in_of(amira)
    assert checkin.prompted_at == MONDAY_TEN + 2 * DAY
    assert checkin.remind_at - checkin.prompted_at > 12 * HOUR
    await council.goes_to("Sun 12:00")
    assert len(amira.inbox) == 2


async def test_in_the_windows_last_quarter_it_is_skipped_and_not_missed(council, amira):
    await is_back(council, MONDAY_TEN + 4 * DAY)
    assert amira.inbox == []
    assert await states(council, amira) == {(23, CheckInState.SKIPPED)}
    await council.goes_to("Mon 12:00")
    assert len(amira.inbox) == 1


async def test_three_weeks_late_there_is_one_prompt_and_what_passed_is_skipped(council, amira):
    await is_back(council, MONDAY_TEN + 21 * DAY + HOUR)
    assert len(amira.inbox) == 1
    skipped = CheckInState.SKIPPED
    assert await states(council, amira) == {(23, skipped), (30, skipped), (7, skipped), (14, CheckInState.OPEN)}


async def test_nobody_is_asked_in_the_night_on_which_milepost_is_back(council, amira):
    await is_back(council, MONDAY_TEN + 16 * HOUR)
    assert amira.inbox == []
    await council.goes_to("Tue 11:00")
    assert len(amira.inbox) == 1


async def test_a_late_reminder_waits_for_working_time_and_whom_it_missed_has_missed_nothing(council, amira, ben):
    await council.goes_to("Mon 11:00")
    reminded_at = (await council.check_in_of(amira)).remind_at
    await is_back(council, reminded_at.replace(hour=23))
    assert len(amira.inbox) == 1
    await council.goes_to("Fri 16:50")
    assert len(amira.inbox) == 2
    await council.goes_to("Mon 11:00")
    await is_back(council, council.clock.now().replace(hour=16, minute=45) + 4 * DAY)
    assert len(amira.inbox) == 3
    await council.goes_to("Sat 12:00")
    assert (await council.check_in_of(amira)).state is CheckInState.SKIPPED
    assert {each.state for each in (await council.check_ins_of(ben))[1:]} == {CheckInState.MISSED}


async def test_a_check_in_put_off_and_its_reminder_come_as_one(council, amira):
    await council.goes_to("Mon 11:00")
    await amira.says("snooze until Wednesday 11:00")
    before = len(amira.inbox)
    await is_back(council, (await council.check_in_of(amira)).remind_at + HOUR)
    assert len(amira.inbox) == before + 1
    await council.goes_to("Fri 16:00")
    assert len(amira.inbox) == before + 1


async def test_a_summary_late_by_a_weekend_is_of_the_week_that_it_was_due_in(council, lead, ben):
    async with council.database.transaction() as store:
        await store.summaries.schedule("lettings", MONDAY_TEN + 4 * DAY + 5 * HOUR)
    await council.goes_to("Mon 11:00")
    await council.goes_to("Fri 14:00")
    await is_back(council, MONDAY_TEN + 5 * DAY)
    assert council.channel == []
    await council.goes_to("Mon 09:30")
    assert len(council.channel) == 1
    assert "23" in council.channel[0].text


async def test_of_three_weeks_summaries_none_comes_late(council, lead, ben):
    async with council.database.transaction() as store:
        await store.summaries.schedule("lettings", MONDAY_TEN + 4 * DAY + 5 * HOUR)
    await council.goes_to("Mon 11:00")
    await is_back(council, MONDAY_TEN + 22 * DAY)
    assert council.channel == []
    await council.goes_to("Fri 16:00")
    assert len(council.channel) == 1


@pytest.fixture
async def hr(council):
    return await council.hire("Nia Rees", access=Access.HR)


async def schedule_broadcast(council, hr):
    await council.goes_to("Mon 09:00")
    await hr.commands("hr broadcast everyone")
    await hr.fills({"Text in English": "The office is closed on Friday.", "When": "tomorrow 9:30"})
    label = next(a.label for m in reversed(hr.inbox) for a in m.actions if a.name == "broadcast.send")
    await hr.taps(label)
    async with council.database.reading() as store:
        found, *_ = await store.broadcasts.latest("vale", 5)
    assert found.state is BroadcastState.SCHEDULED
    return found


async def test_a_broadcast_a_day_late_still_goes(council, hr, amira):
    await schedule_broadcast(council, hr)
    await is_back(council, MONDAY_TEN + 2 * DAY)
    assert any("closed on Friday" in text for text in amira.texts)


async def test_a_broadcast_too_late_asks_its_author_first(council, hr, amira):
    await schedule_broadcast(council, hr)
    await is_back(council, MONDAY_TEN + 7 * DAY)
    assert not any("closed on Friday" in text for text in amira.texts)
    assert any("Should it still go?" in text for text in hr.texts)
    await hr.taps("Send it now")
    await council.time_passes_until(council.clock.now() + HOUR)
    assert sum("closed on Friday" in text for text in amira.texts) == 1


async def test_who_looks_after_milepost_can_read_what_it_does_after_downtime(council, hr, amira):
    assert "no backlog" not in await amira.says("hr downtime")
    said = await hr.says("hr downtime")
    assert "nobody gets a backlog" in said
    assert "at most 2 days late" in said
    assert "at least 30 minutes" in said
