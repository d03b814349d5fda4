"""Steering words, and what is not one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.flows.controls import Control, read_change, read_steering


@pytest.mark.parametrize(
    ("text", "control", "more"),
    [
        ("back", Control.BACK, ""),
        ("Back.", Control.BACK, ""),
        ("nôl", Control.BACK, ""),
        ("skip", Control.SKIP, ""),
        ("change 2", Control.CHANGE, "2"),
        ("newid 2", Control.CHANGE, "2"),
        ("snooze 2h", Control.SNOOZE, "2h"),
        ("snooze tomorrow 10", Control.SNOOZE, "tomorrow 10"),
        ("later", Control.LATER, ""),
        ("stop", Control.STOP, ""),
        ("help", Control.HELP, ""),
        ("form", Control.FORM, ""),
        ("carry on", Control.CHAT, ""),
    ],
)
def test_a_whole_message_steers(text, control, more):
    steering = read_steering(text)
    assert steering is not None
    assert (steering.control, steering.more) == (control, more)


@pytest.mark.parametrize(
    "text",
    [
        "we had to go back to the supplier twice",
        "stopped by the legal team",
        "change of manager in the middle of the month meant that nothing could be agreed with them",
        "skipping lunch to catch up",
    ],
)
def test_a_steering_word_within_an_answer_stays_an_answer(text):
    assert read_steering(text) is None


@given(st.text())
def test_no_text_breaks_it(text):
    read_steering(text)


LABELS = ["Where is it now?: Complaints", "Status: Complaints", "Confidence: Complaints", "Status: Repairs"]


@pytest.mark.parametrize(
    ("which", "index"),
    [("1", 0), ("answer 3", 2), ("confidence", 2), ("status repairs", 3), ("9", None), ("", None)],
)
def test_an_answer_to_change_is_named_by_number_or_by_words(which, index):
    assert read_change(which, LABELS) == index
