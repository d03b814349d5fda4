"""Who must hold which course, by when, and how they stand with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.person import Employment
from core.model.requirements import Group, Learner, Requirement, Rules, State, known_of, standings
from core.model.training import CompletionState, Course, TrainingCompletion

MADE = date(2026, 6, 1)
TODAY = date(2026, 11, 24)
FIRE = Course("fire", "vale", "Fire safety", mandatory=True, valid_months=12)
NIA = Learner("nia", "Housing officer", "homes", Employment.INTERIM, None, None)
EVERYONE = Requirement("r", "vale", "fire", Group.EVERYONE, "", 30, MADE)


def done(on, until=None, state=CompletionState.RECORDED):
    return TrainingCompletion(f"t{on}", "vale", "nia", "fire", on, until, state=state)


def standing(learner, *completions, rules=(EVERYONE,), course=FIRE, on=TODAY):
    found = standings([learner], Rules([course], rules), known_of(completions), on)
    return (found[0].state, found[0].due_on) if found else None


@pytest.mark.parametrize(
    ("group", "value", "asked"),
    [
        (Group.EVERYONE, "", True),
        (Group.ROLE, "housing OFFICER ", True),
        (Group.ROLE, "Housing", False),
        (Group.TEAM, "homes", True),
        (Group.TEAM, "roads", False),
        (Group.EMPLOYMENT, "interim", True),
        (Group.EMPLOYMENT, "agency", False),
    ],
)
def test_a_rule_asks_everyone_a_job_title_a_team_or_a_kind_of_employment(group, value, asked):
    found = standing(NIA, rules=(replace(EVERYONE, group=group, value=value),))
    assert found == ((State.LACKING, date(2026, 7, 1)) if asked else None)


def test_who_was_there_has_their_days_from_the_rule_and_who_comes_later_from_their_first_day():
    assert standing(replace(NIA, start_on=date(2020, 1, 6))) == (State.LACKING, date(2026, 7, 1))
    assert standing(replace(NIA, start_on=date(2026, 11, 2))) == (State.LACKING, date(2026, 12, 2))
    assert standing(replace(NIA, start_on=date(2026, 12, 1))) is None
    assert standing(replace(NIA, end_on=date(2026, 11, 23))) is None


def test_of_several_rules_the_earliest_day_counts():
    sooner = replace(EVERYONE, id="s", group=Group.TEAM, value="homes", within_days=7)
    assert standing(NIA, rules=(EVERYONE, sooner)) == (State.LACKING, date(2026, 6, 8))


@pytest.mark.parametrize(
    ("completions", "expected"),
    [
        ([done(date(2026, 6, 1))], (State.HELD, None)),
        ([done(date(2026, 6, 1), date(2027, 6, 1))], (State.HELD, date(2027, 6, 1))),
        ([done(date(2025, 12, 24), date(2026, 12, 24))], (State.DUE_SOON, date(2026, 12, 24))),
        ([done(date(2025, 11, 24), TODAY)], (State.DUE_SOON, TODAY)),
        ([done(date(2025, 11, 23), date(2026, 11, 23))], (State.EXPIRED, date(2026, 11, 23))),
        ([done(TODAY, state=CompletionState.PENDING)], (State.PENDING, date(2026, 7, 1))),
        ([done(TODAY, state=CompletionState.SENT_BACK)], (State.LACKING, date(2026, 7, 1))),
        (
            [done(date(2025, 11, 23), date(2026, 11, 23)), done(TODAY, state=CompletionState.PENDING)],
            (State.PENDING, date(2026, 11, 23)),
        ),
        (
            [done(date(2025, 6, 1), date(2027, 9, 1)), done(date(2026, 6, 1), date(2027, 6, 1))],
            (State.HELD, date(2027, 9, 1)),
        ),
    ],
)
def test_what_was_completed_decides_the_state(completions, expected):
    assert standing(NIA, *completions) == expected


def test_a_retired_course_is_asked_of_nobody_and_another_only_of_those_who_hold_it():
    assert standing(NIA, course=replace(FIRE, retired=True)) is None
    assert standing(NIA, rules=()) is None
    assert standing(NIA, done(date(2025, 6, 1), date(2026, 6, 1)), rules=()) == (State.EXPIRED, date(2026, 6, 1))


@given(
    st.lists(st.tuples(st.dates(date(2020, 1, 1), TODAY), st.integers(0, 900)), max_size=4),
    st.lists(st.tuples(st.dates(date(2020, 1, 1), TODAY), st.integers(0, 90)), min_size=1, max_size=3),
)
def test_whoever_is_asked_holds_it_or_has_a_day_by_which_to(completions, rules):
    made = [replace(EVERYONE, id=str(at), made_on=on, within_days=days) for at, (on, days) in enumerate(rules)]
    found = standing(NIA, *[done(on, on + timedelta(days=days)) for on, days in completions], rules=made)
    assert found is not None
    state, due = found
    newest = max((on + timedelta(days=days) for on, days in completions), default=None)
    assert (state in (State.HELD, State.DUE_SOON)) == (newest is not None and newest >= TODAY)
    assert due == (newest or min(on + timedelta(days=days) for on, days in rules))
