"""Progress towards a target, upward and downward."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.model.measure import Direction
from core.model.objective import Objective

VALUES = st.floats(-1e6, 1e6)


def objective(baseline, target, direction=Direction.UP):
    return Objective("o", "t", "p", "Title", "Measure", baseline=baseline, target=target, direction=direction)


@given(VALUES, VALUES, VALUES)
def test_a_value_and_its_percentage_are_two_ways_to_say_the_same(baseline, target, value):
    assume(abs(target - baseline) > 1e-3)
    down = Direction.DOWN if target < baseline else Direction.UP
    of = objective(baseline, target, down)
    assert of.value_for(of.percent_for(value)) == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "percent"),
    [(15, 8, 12, 300 / 7), (0, 40, 31, 77.5), (None, 40, 10, 25), (60, 90, 60, 0), (60, 90, 93, 110)],
)
def test_progress_runs_from_baseline_to_target(baseline, target, value, percent):
    down = Direction.DOWN if baseline and target < baseline else Direction.UP
    assert objective(baseline, target, down).percent_for(value) == pytest.approx(percent)


def test_nothing_is_made_up_where_the_way_is_unknown():
    assert objective(None, None).percent_for(3) is None
    assert objective(None, 8, Direction.DOWN).percent_for(12) is None
    assert objective(5, 5).percent_for(5) is None
