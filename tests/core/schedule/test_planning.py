"""When people are asked, reminded and out of time: laws that hold for everyone, in every week of several years."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.absence import Absence
from core.model.checkin import Schedule
from core.model.person import Nation, Person, Team
from core.schedule.cadence import next_period, next_summary_at, occurrences, period_of
from core.schedule.holidays import is_bank_holiday
from core.schedule.planning import (
    REMINDER_GAP,
    late_prompt,
    nearest_allowed,
    next_slot,
    partial_reminder,
    slot_for,
)
from core.schedule.working_time import is_working_moment, local_instant, works_on
from tests.storage.council import person

ZONES = ["Europe/London", "Europe/Belfast", "America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC"]
WEEKLY = Schedule("weekly", "council")

people = st.builds(
    lambda zone, days, nation: person("Amira Khan", timezone=zone, working_days=frozenset(days), nation=nation),
    st.sampled_from(ZONES),
    st.sets(st.integers(1, 7), min_size=1),
    st.sampled_from(Nation),
)
mondays = st.integers(0, 400).map(lambda week: date(2025, 1, 6) + timedelta(weeks=week))
instants = st.datetimes(datetime(2025, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def absences(draw, around: date) -> list[Absence]:
    """Up to two absences near a day."""
    found = []
    for number in range(draw(st.integers(0, 2))):
        starts_on = around + timedelta(days=draw(st.integers(-5, 10)))
        ends_on = starts_on + timedelta(days=draw(st.integers(0, 20)))
        found.append(Absence(str(number), "council", "amira", starts_on, ends_on))
    return found


@given(people, mondays, st.data())
def test_nothing_is_ever_sent_outside_working_time(who: Person, monday: date, data: st.DataObject):
    away = data.draw(absences(monday))
    slot = slot_for(WEEKLY, who, monday, away)
    if slot is None:
        return
    assert is_working_moment(who, slot.opens_at, away)
    assert slot.remind_at is None or is_working_moment(who, slot.remind_at, away)


@given(people, mondays, st.data())
def test_a_slot_runs_in_order_within_its_week(who: Person, monday: date, data: st.DataObject):
    slot = slot_for(WEEKLY, who, monday, data.draw(absences(monday)))
    if slot is None:
        return
    following = local_instant(monday + timedelta(days=7), time(), who.zone)
    assert local_instant(monday, time(), who.zone) <= slot.opens_at < slot.closes_at <= following
    if slot.remind_at is not None:
        assert slot.opens_at + REMINDER_GAP <= slot.remind_at < slot.closes_at


@given(people, mondays)
def test_a_week_without_a_slot_has_no_working_day(who: Person, monday: date):
    works = any(works_on(who, monday + timedelta(days=offset)) for offset in range(7))
    assert (slot_for(WEEKLY, who, monday) is not None) == works


@given(people, mondays)
def test_everyone_is_asked_at_ten_by_their_own_clock(who: Person, monday: date):
    slot = slot_for(WEEKLY, who, monday)
    if slot is not None:
        assert slot.opens_at.astimezone(who.zone).time() == time(10, 0)


@given(people, instants)
def test_following_slots_doubles_and_drops_no_week_even_when_clocks_change(who: Person, start: datetime):
    now, periods = start, []
    for _ in range(30):
        slot = next_slot(WEEKLY, who, now)
        assert slot is not None
        periods.append(slot.period)
        now = slot.opens_at
    assert periods == sorted(set(periods))
    weeks = [
        period_of(WEEKLY, periods[0]) + timedelta(weeks=n) for n in range((periods[-1] - periods[0]).days // 7)
    ]
    skipped = set(weeks) - set(periods)
    assert all(slot_for(WEEKLY, who, week) is None for week in skipped)


@given(people, mondays, st.integers(0, 7 * 24 * 60))
def test_a_late_prompt_goes_out_in_working_time_while_the_window_is_open(
    who: Person, monday: date, minutes_late: int
):
    slot = slot_for(WEEKLY, who, monday)
    if slot is None:
        return
    now = slot.opens_at + timedelta(minutes=minutes_late)
    at = late_prompt(WEEKLY, who, slot, now)
    if at is not None:
        assert now <= at < slot.closes_at
        assert is_working_moment(who, at)


@given(people, mondays, st.integers(0, 6 * 24), st.integers(1, 20 * 24))
def test_a_snooze_comes_back_in_working_time_before_the_window_closes(
    who: Person, monday: date, hours_in: int, hours_on: int
):
    slot = slot_for(WEEKLY, who, monday)
    if slot is None:
        return
    now = slot.opens_at + timedelta(hours=hours_in)
    wanted = now + timedelta(hours=hours_on)
    allowed = nearest_allowed(who, wanted, now, slot.closes_at)
    if allowed is not None:
        assert now < allowed < slot.closes_at
        assert is_working_moment(who, allowed)
    if now < wanted < slot.closes_at and is_working_moment(who, wanted):
        assert allowed == wanted


@given(people, mondays, st.integers(0, 4 * 24 * 60))
def test_one_left_half_way_is_asked_again_before_the_window_closes(who: Person, monday: date, minutes_in: int):
    slot = slot_for(WEEKLY, who, monday)
    if slot is None:
        return
    answered_at = slot.opens_at + timedelta(minutes=minutes_in)
    at = partial_reminder(WEEKLY, who, slot, answered_at)
    if at is not None:
        assert answered_at < at < slot.closes_at
        assert is_working_moment(who, at)


@given(mondays)
def test_periods_follow_one_another(monday: date):
    assert next(occurrences(WEEKLY, monday)) == monday
    assert period_of(WEEKLY, monday + timedelta(days=6)) == monday
    assert next_period(WEEKLY, monday) == monday + timedelta(days=7)


@given(instants, st.sampled_from(ZONES), st.integers(1, 7))
def test_a_summary_is_due_once_a_week_at_its_local_time(after: datetime, zone: str, weekday: int):
    team = Team("team", "council", "Repairs", timezone=zone, summary_weekday=weekday)
    first = next_summary_at(team, after)
    second = next_summary_at(team, first)
    assert after < first <= after + timedelta(days=8)
    for each in (first, second):
        assert each.astimezone(team.zone).time() == time(15, 0)
        assert each.astimezone(team.zone).isoweekday() == weekday
    assert (second.astimezone(team.zone).date() - first.astimezone(team.zone).date()).days == 7


def test_the_four_nations_keep_their_own_holidays():
    saint_andrew, twelfth = date(2026, 11, 30), date(2028, 7, 12)
    assert [nation for nation in Nation if is_bank_holiday(nation, saint_andrew)] == [Nation.SCOTLAND]
    assert [nation for nation in Nation if is_bank_holiday(nation, twelfth)] == [Nation.NORTHERN_IRELAND]
    assert all(is_bank_holiday(nation, date(2026, 12, 25)) for nation in Nation)


def test_someone_whose_contract_has_ended_is_asked_no_more():
    interim = person("Amira Khan", end_on=date(2026, 11, 27))
    assert slot_for(WEEKLY, interim, date(2026, 11, 23)) is not None
    assert next_slot(WEEKLY, interim, datetime(2026, 11, 24, tzinfo=UTC)) is None


def test_a_prompt_in_the_hour_that_the_clocks_skip_comes_an_hour_later_and_once():
    schedule = Schedule("night", "council", rrule="FREQ=WEEKLY;BYDAY=SU", anchor=date(2024, 1, 7), at=time(1, 30))
    skipped = local_instant(date(2027, 3, 28), schedule.at, person("Amira").zone)
    assert skipped == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
