"""The SMART meter says what its documentation says, row by row, and never guesses."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.measure import Direction, Measure
from core.model.objective import Milestone
from core.smart.achievable import beyond_reach
from core.smart.draft import Draft, Past
from core.smart.ideas import idea_for
from core.smart.meter import Gap, Letter, read_meter

TODAY = date(2026, 11, 23)
_DOCUMENT = Path(__file__).parents[3] / "docs" / "smart.md"
_FIGURE = re.compile(r"(?P<value>[\d.]+)\s*(?P<unit>.*)")


def examples() -> list[list[str]]:
    rows = _DOCUMENT.read_text(encoding="utf-8").partition("## Examples")[2].splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.startswith("| ")]
    return [row for row in cells[1:] if not row[0].startswith("---")]


def figure(text: str) -> tuple[float | None, str]:
    found = _FIGURE.match(text)
    return (float(found.group("value")), found.group("unit")) if found else (None, "")


def draft_of(row: list[str]) -> tuple[Draft, list[Past]]:
    title, for_whom, name, start, end, by, serves, best, _ = row
    (baseline, unit), (target, other_unit) = figure(start), figure(end)
    down = baseline is not None and target is not None and target < baseline
    measure = Measure(name, unit or other_unit, baseline, target, None, Direction.DOWN if down else Direction.UP)
    value, _ = figure(best)
    due = date.fromisoformat(by) if by else None
    past = [] if value is None else [Past(measure, [value])]
    return Draft(title, for_whom, measure, (), due, serves), past


def test_the_documentation_has_examples_good_and_poor():
    met = [row[-1] for row in examples()]
    assert met.count("SMART") >= 6
    assert met.count("") >= 3


@pytest.mark.parametrize("row", examples(), ids=lambda row: f"{row[0]} {row[4]} {row[5]}".strip())
def test_an_example_of_the_documentation(row):
    draft, past = draft_of(row)
    assert read_meter(draft, past, TODAY).met == row[-1]


def test_each_gap_is_named_with_what_it_was_set_against():
    voids = Measure("Days empty", "days", 29.0, 5.0, None, Direction.DOWN)
    meter = read_meter(Draft("Turn empty homes around faster", measure=voids), [Past(voids, [24.0, 21.0])], TODAY)
    assert meter.gaps[Letter.ACHIEVABLE] is Gap.BEYOND_PAST
    assert meter.beyond is not None
    assert meter.beyond.best == 21.0


def test_another_unit_or_another_measure_is_no_past():
    target = Measure("Days empty", "days", 29.0, 5.0, None, Direction.DOWN)
    for other in (Measure("Days empty", "weeks", direction=Direction.DOWN), Measure("Calls answered", "days")):
        beyond = beyond_reach(target, [Past(other, [4.0])])
        assert beyond is not None
        assert beyond.best is None


@pytest.mark.parametrize(
    ("measure", "milestones", "gap"),
    [
        (Measure(direction=Direction.MILESTONES), (Milestone("Survey"),), Gap.FEW_MILESTONES),
        (Measure(direction=Direction.MILESTONES), (Milestone("Survey"), Milestone("Fit")), None),
        (Measure("Policy adopted by cabinet", direction=Direction.YES_NO), (), None),
        (Measure(direction=Direction.YES_NO), (), Gap.NO_MEASURE),
        (Measure("Ward temperature", "°C", direction=Direction.WITHIN), (), Gap.NO_LIMITS),
        (Measure("Ward temperature", "°C", target=21.0, floor=18.0, direction=Direction.WITHIN), (), None),
    ],
)
def test_every_kind_of_measure_has_its_own_question(measure, milestones, gap):
    assert read_meter(Draft(measure=measure, milestones=milestones), [], TODAY).gaps[Letter.MEASURABLE] is gap


def test_a_reason_stands_for_a_priority():
    assert read_meter(Draft(no_aim_reason="A legal duty"), [], TODAY).gaps[Letter.RELEVANT] is None


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("answer complaints faster", "complaints"),
        ("Turn empty homes around", "voids"),
        ("Ateb cwynion yn gynt", "complaints"),
        ("get people home from their bed sooner", "discharge"),
        ("Sing more", None),
    ],
)
def test_a_measure_is_suggested_for_what_the_title_speaks_of(title, key):
    idea = idea_for(title)
    assert (idea.key if idea else None) == key


figures = st.none() | st.floats(-1e6, 1e6)


@given(st.text(max_size=200), figures, figures, st.sampled_from(["%", "days", ""]), st.lists(st.floats(-1e6, 1e6)))
def test_whatever_is_typed_each_letter_is_met_or_has_one_gap(title, baseline, target, unit, values):
    measure = Measure(title, unit, baseline, target)
    meter = read_meter(Draft(title, measure=measure), [Past(measure, values)], TODAY)
    assert list(meter.gaps) == list(Letter)
    assert meter.is_full is (meter.met == "SMART")
