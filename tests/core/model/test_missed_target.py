"""When a target is missed, and which miss stands beside a figure."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.measure import Direction
from core.model.missed_target import (
    LONGEST_GAP,
    MissedTarget,
    MissKind,
    is_past_due,
    missed_beside,
    reaches_target,
    streak_around,
)
from core.model.objective import Objective, Progress, Status

DUE = date(2026, 11, 20)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
INSPECT = Objective("o", "vale", "amira", "Inspect", "homes", "homes", 0.0, 40.0, DUE)
BELOW = MissedTarget("m", "vale", "amira", "o", MissKind.BELOW_TARGET, DUE, NOW)
OFF = replace(BELOW, id="n", kind=MissKind.OFF_TRACK_TWICE, noticed_for=date(2026, 11, 16))

WEEKLY = st.lists(st.sampled_from(Status), max_size=30)


def test_a_date_passes_at_the_end_of_its_day():
    assert not is_past_due(INSPECT, DUE)
    assert is_past_due(INSPECT, DUE + timedelta(days=1))
    assert not is_past_due(replace(INSPECT, due_on=None), DUE)


def test_a_target_is_reached_by_value_else_by_share_and_unknown_without_either():
    assert reaches_target(INSPECT, Progress(value=40.0))
    assert reaches_target(INSPECT, Progress(value=31.0)) is False
    assert reaches_target(INSPECT, Progress(percent=100.0))
    assert reaches_target(INSPECT, Progress()) is None


def test_a_target_changed_meanwhile_is_the_one_that_counts():
    assert reaches_target(replace(INSPECT, target=30.0), Progress(value=31.0, percent=77.5))


def test_going_down_and_staying_within_are_reached_as_well():
    down = replace(INSPECT, baseline=15.0, target=8.0, direction=Direction.DOWN)
    assert reaches_target(down, Progress(value=7.5))
    assert reaches_target(down, Progress(value=9.0)) is False
    assert reaches_target(replace(down, baseline=None), Progress(value=9.0)) is None
    within = replace(INSPECT, baseline=None, floor=18.0, target=21.0, direction=Direction.WITHIN)
    assert reaches_target(within, Progress(value=19.0))
    assert reaches_target(within, Progress(value=25.0)) is False


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_full_share_always_reaches_the_target(baseline, target):
    objective = replace(INSPECT, baseline=baseline, target=target)
    value = objective.value_for(100.0)
    assert reaches_target(objective, Progress(value=value, percent=100.0))


def test_a_missed_date_stands_until_the_target_is_reached_or_the_date_moves():
    assert missed_beside(INSPECT, Progress(value=31.0), [BELOW]) == BELOW
    assert missed_beside(INSPECT, Progress(value=40.0), [BELOW]) is None
    moved = replace(INSPECT, due_on=DUE + timedelta(days=60))
    assert missed_beside(moved, Progress(value=31.0), [BELOW]) is None
    assert missed_beside(INSPECT, Progress(value=31.0), [replace(BELOW, objective_id="p")]) is None


def test_being_off_track_stands_while_it_is_and_what_was_talked_about_comes_first():
    off = Progress(value=31.0, status=Status.OFF_TRACK)
    assert missed_beside(INSPECT, off, [OFF]) == OFF
    assert missed_beside(INSPECT, replace(off, status=Status.ON_TRACK), [OFF]) is None
    assert missed_beside(INSPECT, off, [OFF, BELOW]) == BELOW
    talked_about = replace(OFF, answered_at=NOW)
    assert missed_beside(INSPECT, off, [talked_about, BELOW]) == talked_about


@given(WEEKLY, st.integers(0, 29))
def test_a_streak_is_the_longest_run_of_off_track_weeks_around_a_week(statuses, week):
    monday = date(2026, 1, 5)
    said = [(monday + timedelta(weeks=number), status) for number, status in enumerate(statuses)]
    streak = streak_around(monday + timedelta(weeks=week), said[::-1])
    by_day = dict(said)
    if by_day.get(monday + timedelta(weeks=week)) is not Status.OFF_TRACK:
        assert streak == ()
        return
    assert all(by_day[day] is Status.OFF_TRACK for day in streak)
    for beyond in (streak[0] - timedelta(weeks=1), streak[-1] + timedelta(weeks=1)):
        assert by_day.get(beyond) is not Status.OFF_TRACK


def test_a_long_time_without_check_ins_ends_a_streak():
    first, back = date(2026, 1, 5), date(2026, 1, 5) + LONGEST_GAP + timedelta(days=1)
    said = [(first, Status.OFF_TRACK), (back, Status.OFF_TRACK)]
    assert streak_around(back, said) == (back,)
    assert streak_around(first, said) == (first,)
