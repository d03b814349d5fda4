"""The history of an objective: whatever was changed, replaying it gives what there is now."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.measure import Direction
from core.model.milestones import (
    counted_progress,
    done_of,
    is_overdue,
    with_count_done,
    with_done,
    with_milestones,
)
from core.model.objective import Milestone, Objective, ObjectiveState, Progress
from core.model.objective_history import FIELDS, differences, on_new_scale, replayed, written
from core.model.weights import overall_progress, share_of

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))
FIGURES = st.none() | st.floats(-1e9, 1e9)
STEPS = st.lists(
    st.builds(Milestone, st.text("abc ", min_size=1, max_size=5), st.none() | DAYS, st.none() | DAYS), max_size=5
).map(tuple)
CHANGES = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.text(max_size=20),
            "measure": st.text(max_size=20),
            "unit": st.sampled_from(["", "days", "%"]),
            "baseline": FIGURES,
            "target": FIGURES,
            "floor": FIGURES,
            "direction": st.sampled_from(Direction),
            "due_on": st.none() | DAYS,
            "weight": st.floats(0.1, 10),
            "for_whom": st.text(max_size=20),
            "priority": st.text(max_size=20),
            "milestones": STEPS,
            "state": st.sampled_from(ObjectiveState),
            "paused_until": st.none() | DAYS,
        },
    ),
    max_size=8,
)


@given(CHANGES)
def test_replaying_the_history_from_the_first_value_gives_the_present_one(sequence):
    now = first = Objective("o", "vale", "amira", "Answer faster", "Days", "days", 15.0, 8.0)
    history = []
    for number, change in enumerate(sequence):
        after = replace(now, **change)
        history += differences(now, after, NOW + timedelta(minutes=number), "amira")
        now = after
    assert replayed({each: written(first, each) for each in FIELDS}, history) == {
        each: written(now, each) for each in FIELDS
    }
    last = {each: written(first, each) for each in FIELDS}
    for change in history:
        assert change.before == last[change.field] != change.after
        last[change.field] = change.after


@given(st.floats(-1e12, 1e12))
def test_a_figure_is_written_so_that_it_can_be_read_again(value):
    assert float(written(Objective("o", "t", "p", "x", "y", target=value), "target")) == value


def test_a_share_without_a_value_stays_as_it_was_said():
    said = Progress(percent=40.0)
    assert on_new_scale(Objective("o", "t", "p", "x", "y", target=3.0, latest=said)) == said


@given(STEPS, st.integers(-2, 8), DAYS)
def test_as_many_steps_are_done_as_were_said_and_no_more_than_there_are(steps, count, today):
    objective = with_milestones(Objective("o", "t", "p", "x", "y"), steps)
    after = with_count_done(objective, count, today)
    assert done_of(after) == min(max(count, 0), len(steps))
    assert [each.title for each in after.milestones] == [each.title for each in steps]
    assert with_count_done(after, count, today) == after


def test_a_step_that_is_done_keeps_its_day_and_is_not_overdue():
    late = Milestone("Survey", date(2026, 11, 1))
    objective = with_milestones(Objective("o", "t", "p", "x", "y"), (late, Milestone("Pack")))
    assert is_overdue(late, date(2026, 11, 2))
    assert not is_overdue(late, date(2026, 11, 1))
    done = with_done(objective, "Survey", date(2026, 11, 20))
    assert not is_overdue(done.milestones[0], date(2027, 1, 1))
    assert with_done(done, "Survey", date(2026, 12, 1)) == done
    assert counted_progress(done, Progress()).percent == pytest.approx(50)


WEIGHED = st.lists(
    st.tuples(st.floats(0.1, 10), st.none() | st.floats(-50, 250), st.sampled_from(ObjectiveState)), max_size=6
)


@given(WEIGHED)
def test_overall_progress_lies_within_what_counts_and_shares_make_a_whole(weighed):
    objectives = [
        Objective(str(n), "t", "p", "x", "y", weight=weight, state=state, latest=Progress(percent=percent))
        for n, (weight, percent, state) in enumerate(weighed)
    ]
    known = [
        min(100, max(0, each.latest.percent))
        for each in objectives
        if each.state is ObjectiveState.ACTIVE and each.latest.percent is not None
    ]
    overall = overall_progress(objectives)
    if known:
        assert min(known) - 1e-6 <= overall <= max(known) + 1e-6
    else:
        assert overall is None
    shares = [share for each in objectives if (share := share_of(each, objectives)) is not None]
    assert not shares or sum(shares) == pytest.approx(100)
