"""Choices and themes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.objective import Status
from core.understanding import choices
from core.understanding.themes import Theme, theme_of


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("on track", Status.ON_TRACK),
        ("On Track!", Status.ON_TRACK),
        ("green", Status.ON_TRACK),
        ("at risk", Status.AT_RISK),
        ("amber", Status.AT_RISK),
        ("off track", Status.OFF_TRACK),
        ("oftrack", Status.OFF_TRACK),
        ("red", Status.OFF_TRACK),
        ("ar y trywydd iawn", Status.ON_TRACK),
        ("banana", None),
        ("", None),
    ],
)
def test_a_status(said, expected):
    assert choices.read_status(said) is expected


@pytest.mark.parametrize(("said", "expected"), [("3", 3), ("4 out of 5", 4), ("5", 5), ("0", None), ("6", None)])
def test_a_confidence_from_one_to_five(said, expected):
    assert choices.read_confidence(said) == expected


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("Waiting for boiler parts from the supplier", Theme.SUPPLIERS),
        ("waiting on sign-off by legal", Theme.DECISIONS),
        ("Waiting for the go-ahead", Theme.DECISIONS),
        ("aros am y contractwr", Theme.SUPPLIERS),
        ("Aros am ateb", Theme.DECISIONS),
    ],
)
def test_waiting_is_about_what_is_waited_for(said, theme):
    assert theme_of(said) is theme


@given(st.text(max_size=300))
def test_every_text_has_a_theme_and_none_breaks_a_reader(text: str):
    assert theme_of(text) in Theme
    choices.read_status(text)
    choices.read_confidence(text)
