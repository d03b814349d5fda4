"""How far along a value is: upward, downward, and within limits."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.model.measure import Direction, Measure

VALUES = st.floats(-1e6, 1e6)
ROOM = Measure("Ward temperature", "degrees", baseline=30, target=22, floor=18, direction=Direction.WITHIN)


@given(VALUES, VALUES, VALUES)
def test_a_range_is_met_inside_its_limits_and_never_passed(one, other, value):
    low, high = sorted((one, other))
    percent = Measure(target=high, floor=low, direction=Direction.WITHIN).percent_for(value)
    assert percent == (100 if low <= value <= high else 0)


@pytest.mark.parametrize(("value", "percent"), [(20, 100), (18, 100), (26, 50), (30, 0), (34, 0), (16, 0)])
def test_outside_its_limits_a_range_counts_the_way_back_from_the_baseline(value, percent):
    assert ROOM.percent_for(value) == pytest.approx(percent)


def test_a_range_may_have_one_limit_only():
    at_most = Measure(target=22, direction=Direction.WITHIN)
    assert (at_most.percent_for(3), at_most.percent_for(23)) == (100, 0)
    at_least = Measure(floor=85, baseline=75, direction=Direction.WITHIN)
    assert (at_least.percent_for(80), at_least.percent_for(90)) == (50, 100)
    assert Measure(direction=Direction.WITHIN).percent_for(5) is None


@given(st.floats(0, 100), VALUES, VALUES)
def test_a_percentage_of_the_way_back_into_a_range_is_a_value_again(percent, baseline, limit):
    assume(baseline - limit > 1e-2)
    measure = Measure(baseline=baseline, target=limit, direction=Direction.WITHIN)
    value = measure.value_for(percent)
    assert value is not None
    assume(value > limit)
    assert measure.percent_for(value) == pytest.approx(percent, abs=1e-2)


def test_a_downward_measure_without_a_baseline_is_only_known_at_its_target():
    measure = Measure(target=8, direction=Direction.DOWN)
    assert (measure.percent_for(9), measure.percent_for(8), measure.percent_for(5)) == (None, 100, 100)
    assert measure.value_for(50) is None


def test_milestones_count_from_nought_and_yes_or_no_is_all_or_nothing():
    assert Measure(target=4, direction=Direction.MILESTONES).percent_for(1) == 25
    done = Measure(direction=Direction.YES_NO)
    assert (done.percent_for(0), done.percent_for(1)) == (0, 100)
    assert (done.value_for(99), done.value_for(100)) == (0, 1)
