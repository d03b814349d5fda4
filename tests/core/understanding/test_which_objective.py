"""Which objective an update is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.which_objective import Candidate, Meant, which_objective

OBJECTIVES = [
    Candidate("Answer complaints faster", "average days to answer"),
    Candidate("Inspect food premises", "inspections completed"),
    Candidate("Fire safety training", "% of staff trained"),
    Candidate("Turn empty homes round sooner", "days to relet"),
    Candidate("Manual handling training", "% of staff trained"),
]


@pytest.mark.parametrize(
    ("said", "index"),
    [
        ("complaints now at 12 days", 0),
        ("complaint times are down to 10", 0),
        ("complants at 12 days", 0),
        ("12 inspected so far", 1),
        ("did another 3 food inspections", 1),
        ("fire training at 80%", 2),
        ("empty homes are slipping", 3),
        ("relets taking 25 days", 3),
        ("manual handling nearly there", 4),
    ],
)
def test_the_objective_that_is_named_is_meant(said, index):
    assert which_objective(said, OBJECTIVES) == Meant(index)


def test_two_that_fit_are_asked_about():
    assert which_objective("training at 80%", OBJECTIVES) == Meant(ask_about=(2, 4))


@pytest.mark.parametrize("said", ["done!", "two more weeks please", "", "12 days", "🙂"])
def test_none_is_guessed(said):
    assert which_objective(said, OBJECTIVES) == Meant()


def test_a_sole_objective_is_always_meant():
    assert which_objective("done!", OBJECTIVES[:1]) == Meant(0)
    assert which_objective("done!", []) == Meant()


@given(
    st.text(max_size=600), st.lists(st.builds(Candidate, st.text(max_size=40), st.text(max_size=40)), max_size=6)
)
def test_any_text_and_titles_give_one_or_several_or_none(text, candidates):
    meant = which_objective(text, candidates)
    assert meant.index is None or not meant.ask_about
    assert len(meant.ask_about) != 1
