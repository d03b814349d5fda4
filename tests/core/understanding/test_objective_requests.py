"""Requests about objectives as people type them, units that do not fit, and milestones a line each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.objective import Milestone
from core.understanding.milestone_lines import LineWrong, as_lines, read_milestones
from core.understanding.objective_requests import ALL, Request, Verb, read_done, read_field, read_request
from core.understanding.other_unit import is_time, other_unit

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        (
            "pause objective 2 until 4 Jan because secondment",
            Request(Verb.PAUSE, "2", "until 4 Jan", "secondment"),
        ),
        ("Pause all my objectives until 4 Jan: leave", Request(Verb.PAUSE, ALL, "until 4 Jan", "leave")),
        (
            "change objective 2 target to 20 days because of two vacancies",
            Request(Verb.CHANGE, "2", "target to 20 days", "two vacancies"),
        ),
        ("share objective complaints with Ben Lloyd", Request(Verb.SHARE, "complaints", "with Ben Lloyd")),
        ("hand over objective 2 to Ben: see drive", Request(Verb.HAND_OVER, "2", "to Ben", "see drive")),
        ("close objective 2 as reached", Request(Verb.CLOSE, "2", "as reached")),
        ("oedi amcan 2 tan 4 Ionawr oherwydd x", Request(Verb.PAUSE, "2", "tan 4 Ionawr", "x")),
        ("newid amcan 2 targed i 9", Request(Verb.CHANGE, "2", "targed i 9")),
        ("rhannu amcan 1 gyda Ben Lloyd", Request(Verb.SHARE, "1", "gyda Ben Lloyd")),
    ],
)
def test_a_request_in_one_sentence(text, request_):
    assert read_request(text) == request_


@pytest.mark.parametrize(
    "text",
    ["stop until Monday", "change 2", "pause", "close", "share with my team", "Closing the office", "", "team"],
)
def test_what_does_not_speak_of_an_objective_is_no_request(text):
    assert read_request(text) is None


@pytest.mark.parametrize(
    ("text", "verb", "which"),
    [("closed", Verb.CLOSED, ""), ("2 history", Verb.HISTORY, "2"), ("pause 2", Verb.PAUSE, "2"),
     ("hand over @Ben", Verb.HAND_OVER, ""), ("hand over all to @Ben", Verb.HAND_OVER, ALL),
     ("trosglwyddo 2 i Ben", Verb.HAND_OVER, "2"), ("wedi cau", Verb.CLOSED, "")],
)  # fmt: skip
def test_after_the_word_objectives_the_verb_is_enough(text, verb, which):
    found = read_request(text, within=True)
    assert (found.verb, found.which) == (verb, which)


@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text):
    for within in (True, False):
        read_request(text, within=within)
    read_field(text)
    read_done(text)
    other_unit(text, "days")


@pytest.mark.parametrize(
    ("text", "step"),
    [("target to 20 days", ("target", "20 days")), ("due date to end of Q3", ("due", "end of Q3")),
     ("weight = 2", ("weight", "2")), ("targed i 9", ("target", "9")), ("everything", None)],
)  # fmt: skip
def test_a_part_and_what_it_should_be(text, step):
    assert read_field(text) == step


@pytest.mark.parametrize(
    ("text", "words"),
    [("done survey", "survey"), ("I've finished the survey.", "survey"), ("milestone survey is done", "survey"),
     ("wedi gorffen arolwg", "arolwg"), ("done!", None), ("not done yet", None),
     ("finished 12 of the 40 inspections", None)],
)  # fmt: skip
def test_a_step_that_is_done(text, words):
    assert read_done(text) == words


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [("3 weeks", "days", "weeks"), ("3 wythnos", "diwrnod", "weeks"), ("62%", "homes", "%"), ("£300", "days", "£"),
     ("12", "days", None), ("12 days", "days", None), ("12 working days", "working days", None),
     ("12 homes", "homes", None), ("5k", "visits", None), ("3 weeks", "", None), ("62%", "%", None)],
)  # fmt: skip
def test_another_unit_is_noticed(text, unit, written):
    assert other_unit(text, unit) == written


def test_lengths_of_time_can_be_told_in_one_another():
    assert is_time("weeks")
    assert is_time("diwrnod")
    assert not is_time("homes")


def test_milestones_keep_their_order_their_dates_and_what_was_done():
    known = (Milestone("Survey", date(2026, 10, 1), date(2026, 9, 30)),)
    text = "1. ✓ Survey by 2026-10-01\n* Stand by the generators\n• Pack (by 31 Jan)\nMove in, due end of Q4"
    steps = read_milestones(text, TODAY, known)
    assert steps == (
        known[0],
        Milestone("Stand by the generators"),
        Milestone("Pack", date(2027, 1, 31)),
        Milestone("Move in", date(2027, 3, 31)),
    )
    assert read_milestones(as_lines(steps, "by"), TODAY, steps) == steps
    assert read_milestones(as_lines(steps, "erbyn"), TODAY, steps) == steps


@given(st.text(max_size=300))
def test_no_lines_break_the_reading_of_milestones(text):
    try:
        steps = read_milestones(text, TODAY)
    except LineWrong:
        return
    assert all(step.title for step in steps)
