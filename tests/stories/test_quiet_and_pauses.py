"""Quiet hours and pauses of one's own, and how much HR lets come in a week."""

from datetime import UTC, datetime

import pytest

from core.model.checkin import CheckInState
from core.model.person import Access
from core.understanding.hours import read_hours


async def test_the_check_in_waits_for_the_end_of_quiet_hours(council, amira):
    said = await amira.says("settings quiet 17:00-11:30")
    assert "From 17:00 to 11:30 nothing comes that you did not ask for" in said
    assert "17:00 to 11:30" in await amira.says("settings")
    before = len(amira.inbox)
    await council.goes_to("Mon 11:00")
    assert len(amira.inbox) == before
    await council.goes_to("Mon 11:31")
    assert len(amira.inbox) == before + 1
    await amira.says("settings quiet off")
    assert "none of your own" in await amira.says("settings")


async def test_quiet_hours_leave_two_hours_of_a_working_day(council, amira):
    assert "less than two hours" in await amira.says("settings quiet 17:00-16:30")
    assert "none of your own" in await amira.says("settings")
    assert "Say from when to when" in await amira.says("settings quiet at some point")
    assert "From 16:00 to 14:00" in await amira.says("settings quiet 4pm to 2pm")


async def test_quiet_hours_are_set_in_welsh(council, amira):
    await amira.says("settings language cymraeg")
    assert "O 17:00 i 09:00 ni ddaw dim" in await amira.says("gosodiadau tawel 17:00-09:00")
    assert "ni ddaw dim" in (await amira.says("gosodiadau tawel i ffwrdd")).casefold()


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("17:00-09:00", "17:00 09:00"),
        ("from 5pm to 9am", "17:00 09:00"),
        ("5.30 p.m. until 8:15", "17:30 08:15"),
        ("o 17:00 tan 9", "17:00 09:00"),
        ("22 – 24", "22:00 00:00"),
        ("12am-12pm", "00:00 12:00"),
        ("9-9", None),
        ("25:00-9", None),
        ("13pm-2pm", None),
        ("always", None),
    ],
)
def test_hours_are_read(said, hours):
    found = read_hours(said)
    assert (f"{found[0]:%H:%M} {found[1]:%H:%M}" if found else None) == hours


async def test_a_pause_holds_everything_and_ends_on_the_first_working_day_after(council, lead, amira, ben):
    said = await amira.says("pause for a week")
    assert "Quiet until then" in said
    assert "Paused" in await amira.says("settings")
    assert "Paused until" in await amira.opens_home()
    before = len(amira.inbox)
    told = len(lead.inbox)
    await ben.thanks(amira, "for the report")
    await council.time_passes_until(datetime(2026, 11, 26, 23, tzinfo=UTC))
    assert len(amira.inbox) == before
    assert not any("Amira" in text for text in lead.texts[told:])
    await council.time_passes_until(datetime(2026, 11, 27, 12, tzinfo=UTC))
    assert "the report" in " ".join(amira.texts[before:])
    assert "Paused" not in await amira.opens_home()


def is_overdue(said, name):
    """Whether a team's status has a line that says so of someone."""
    return any(name in line and "overdue" in line for line in said.splitlines())


async def test_a_week_that_was_paused_is_neither_answered_nor_missed(council, lead, amira):
    await council.goes_to("Mon 11:00")
    await council.goes_to("Tue 16:00")
    assert is_overdue(await lead.says("team"), "Amira")
    await amira.says("pause until next Monday")
    assert not is_overdue(await lead.says("team"), "Amira")
    await council.time_passes_until(datetime(2026, 11, 29, 12, tzinfo=UTC))
    assert (await council.check_in_of(amira)).state is CheckInState.SKIPPED


async def test_resume_ends_a_pause_and_brings_what_waited(council, amira, ben):
    await amira.says("pause for 3 days")
    before = len(amira.inbox)
    await ben.thanks(amira, "for the report")
    assert len(amira.inbox) == before
    await amira.says("resume")
    assert any("the report" in text for text in amira.texts[before:])


async def test_a_pause_that_says_no_time_is_asked_about(council, amira):
    assert "Say how long" in await amira.says("pause")
    assert "Quiet until then" in await amira.says("saib am wythnos")


async def test_a_line_manager_hears_that_check_ins_are_paused_only_where_hr_wants_it(council, lead, amira):
    hr = await council.hire("Hana Reed", access=Access.HR)
    await amira.says("pause until Wednesday")
    assert lead.inbox == []
    await amira.says("resume")
    assert "Line managers are told" in await hr.says("hr limit pauses on")
    await amira.says("pause until Wednesday because of surgery")
    assert "Amira Hassan has paused check-ins until 25 November 2026" in lead.last.text
    assert "surgery" not in lead.last.text


async def test_hr_sets_how_many_come_in_a_week_within_bounds(council, amira):
    hr = await council.hire("Hana Reed", access=Access.HR)
    assert "One person gets 4 a week at most" in await hr.says("hr limit 4")
    assert "4 a week at most" in await amira.says("settings")
    assert "from 3 to 20" in await hr.says("hr limit 2")
    assert "from 3 to 20" in await hr.says("hr limit 21")
    assert "One person gets 4 a week at most" in await hr.says("hr limit")
    before = await amira.says("hr limit 9")
    assert "9 a week" not in before
    assert "4 a week at most" in await hr.says("hr terfyn")
