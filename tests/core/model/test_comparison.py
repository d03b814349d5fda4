"""A comparison's change is the one between the figures that are read beside it."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.comparison import IN_PERCENT, Compared, FigureKind


def test_a_change_is_between_what_is_shown():
    assert Compared(FigureKind.ANSWERED, 80.43, 86.67).change == -7


@given(st.sampled_from(FigureKind), st.floats(0, 100), st.floats(0, 100))
def test_the_figures_shown_add_up(kind, now, before):
    places = 0 if kind in IN_PERCENT else 1
    change = Compared(kind, now, before).change
    assert change is not None
    assert abs(round(before, places) + change - round(now, places)) < 1e-6
