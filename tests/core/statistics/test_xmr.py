"""Limits and rules against published examples, and laws that hold for every series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.statistics.xmr import FEWEST, Assurance, Better, Rule, Variation, limits_of, xmr

NIST = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)

# The first twenty of R's rnorm after set.seed(123): the numbers in NHSRplotthedots' own tests.
NHSR = (
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123),
    *(-0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314),
    *(0.49785048, -1.96661716, 0.70135590, -0.47279141),
)

numbers = st.integers(-400, 400).map(lambda each: each / 4)
series = st.lists(numbers, min_size=FEWEST, max_size=40)


def test_limits_are_those_of_the_nist_handbook():
    """NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 "Individuals Control Charts".

    Ten batches' flow rates: mean 50.81, average moving range 1.8778, limits 55.8041 and 45.8159 (with 3 / 1.128;
    by 2.66, its rounding, they differ in the third decimal). No value is out of control.
    """
    limits = limits_of(NIST)
    assert limits is not None
    assert limits.mean == pytest.approx(50.81)
    assert limits.average_moving_range == pytest.approx(1.8778, abs=5e-5)
    assert limits.upper == pytest.approx(55.8041, abs=5e-3)
    assert limits.lower == pytest.approx(45.8159, abs=5e-3)
    assert limits.is_provisional
    assert all(point.rule is None for point in xmr(NIST).points)


def test_limits_are_those_of_the_nhs_package():
    """NHSRplotthedots 0.2, tests/testthat/_snaps/ptd_spc_standard.md: mean 0.14162, limits -3.01138, 3.29463."""
    limits = limits_of(NHSR)
    assert limits is not None
    assert limits.mean == pytest.approx(0.1416238, abs=1e-6)
    assert limits.lower == pytest.approx(-3.01138, abs=1e-5)
    assert limits.upper == pytest.approx(3.294627, abs=1e-5)
    assert not limits.is_provisional
    assert xmr(NHSR, Better.HIGHER, target=0.5).assurance is Assurance.HIT_OR_MISS


def test_seven_on_one_side_are_a_shift_and_six_are_none():
    low, high = [50, 52, 51, 49, 52, 50, 51, 49], [54, 55, 54, 56, 55, 54, 55]
    shifted = xmr([*low, *high], Better.HIGHER)
    assert {point.variation for point in shifted.points[-7:]} == {Variation.IMPROVEMENT}
    assert shifted.since is not None and shifted.since <= 8
    assert all(point.rule is not Rule.SHIFT for point in xmr([*low, *high[:6]]).points[-6:])


def test_a_jump_does_not_widen_the_limits_it_stands_out_from():
    usual = [50, 52, 51, 49, 52, 50, 51, 49, 50, 52, 51, 50]
    found = xmr([*usual, 90], Better.LOWER)
    assert found.points[-1].rule is Rule.OUTSIDE
    assert found.points[-1].variation is Variation.CONCERN
    assert found.limits is not None and found.limits.upper < 60


def test_seven_that_rise_are_a_trend_and_equals_break_it():
    rising = xmr([5, 9, 5, 9, 5, 9, 1, 2, 3, 4, 5, 6, 7, 3, 9], Better.LOWER)
    assert [point.rule for point in rising.points[6:13]] == [Rule.TREND] * 7
    assert {point.variation for point in rising.points[6:13]} == {Variation.CONCERN}
    flat = xmr([5, 9, 5, 9, 5, 9, 1, 2, 3, 3, 4, 5, 6, 3, 9])
    assert all(point.rule is not Rule.TREND for point in flat.points)


@pytest.mark.parametrize(
    ("values", "expected"), [([1, 0, 1], [True, False, True]), ([0, 1, 1], [False, True, True])]
)
def test_two_of_three_near_a_limit_on_one_side(values, expected):
    """As NHSRplotthedots' test "ptd_two_in_three": the two count, and only if all three lie on one side."""
    calm = [48, 52] * 10
    near = {1: 60, 0: 51.5}
    found = xmr([*calm, *(near[each] for each in values), 48, 52, 48, 52])
    assert [point.rule is Rule.NEAR_LIMIT for point in found.points[20:23]] == expected
    across = xmr([*calm, near[1], 48, near[1], 48, 52, 48, 52])
    assert all(point.rule is not Rule.NEAR_LIMIT for point in across.points)


def test_too_few_values_have_no_limits_and_no_verdict():
    found = xmr([1, 100, 1, 100, 1], Better.HIGHER, target=3)
    assert found.limits is None and found.assurance is None and found.since is None
    assert all(point.rule is None for point in found.points)
    assert xmr([]).last is None and xmr([None, None]).last is None


def test_a_target_beyond_the_limits_is_met_or_missed_whatever_comes():
    calm = [50, 52, 51, 49, 52, 50, 51, 49, 50, 52, 51, 50]
    assert xmr(calm, Better.HIGHER, target=40).assurance is Assurance.PASSES
    assert xmr(calm, Better.HIGHER, target=60).assurance is Assurance.FAILS
    assert xmr(calm, Better.LOWER, target=60).assurance is Assurance.PASSES
    assert xmr(calm, Better.HIGHER, target=51).assurance is Assurance.HIT_OR_MISS
    assert xmr(calm, Better.NEITHER, target=60).assurance is None


def test_a_series_is_rebased_only_where_it_is_told_to_be():
    step = [50, 52, 51, 49, 52, 50, 51, 49, 70, 72, 71, 69, 72, 70, 71, 69]
    assert any(point.rule for point in xmr(step).points)
    rebased = xmr(step, rebase_at=[8])
    assert all(point.rule is None for point in rebased.points)
    assert rebased.limits is not None and rebased.limits.mean == pytest.approx(70.5)
    assert rebased.points[0].limits is not rebased.points[8].limits


def test_limits_can_be_those_of_how_it_was():
    """NHSRplotthedots' `fix_after_n_points`: what comes after the baseline does not move it."""
    before = [50, 52, 51, 49, 52, 50, 51, 49, 50, 52, 51, 52]
    after = [47, 46, 45, 46, 44, 46, 45, 46]
    found = xmr([*before, *after], Better.HIGHER, baseline=len(before))
    assert found.limits == limits_of(before)
    assert all(point.rule is None for point in found.points[: len(before)])
    assert {point.variation for point in found.points[len(before) :]} == {Variation.CONCERN}
    assert found.since == len(before)


@given(numbers, st.integers(FEWEST, 60))
def test_what_never_changes_is_never_special(value, count):
    assert all(point.rule is None for point in xmr([value] * count).points)
    assert all(point.rule is None for point in xmr([0.1 + value] * count).points)


@given(series)
def test_limits_hold_the_mean_and_leave_room_unless_nothing_moved(values):
    limits = limits_of(values)
    assert limits is not None
    assert limits.lower <= limits.mean <= limits.upper
    assert (limits.upper > limits.lower) == (len(set(values)) > 1)


@given(series)
def test_upside_down_every_point_is_the_same_seen_from_below(values):
    found, mirrored = xmr(values, Better.HIGHER), xmr([-each for each in values], Better.HIGHER)
    swapped = {Variation.IMPROVEMENT: Variation.CONCERN, Variation.CONCERN: Variation.IMPROVEMENT}
    for point, other in zip(found.points, mirrored.points, strict=True):
        assert point.rule is other.rule
        assert swapped.get(point.variation, point.variation) is other.variation


@given(series, numbers, st.sampled_from((0.5, 2.0, 4.0)))
def test_another_unit_changes_no_verdict(values, moved, stretched):
    found = xmr(values, Better.LOWER)
    other = xmr([each * stretched + moved for each in values], Better.LOWER)
    assert [point.rule for point in found.points] == [point.rule for point in other.points]


@given(series, st.data())
def test_a_period_without_a_value_is_passed_over(values, data):
    places = data.draw(st.lists(st.integers(0, len(values)), max_size=5))
    gapped = list[float | None](values)
    for at in sorted(places, reverse=True):
        gapped.insert(at, None)
    shown = [point.rule for point in xmr(gapped).points if point.value is not None]
    assert shown == [point.rule for point in xmr(values).points]
