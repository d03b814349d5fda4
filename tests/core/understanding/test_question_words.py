"""Questions as HR and managers type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.questions import QuestionKind, Trigger
from core.understanding.question_words import (
    LONGEST_RHYTHM,
    read_days,
    read_options,
    read_question,
    read_rhythm,
    read_trigger,
)


@pytest.mark.parametrize(
    ("typed", "text", "kind", "weeks", "for_team"),
    [
        ("How safe did you feel? scale every 2 weeks", "How safe did you feel?", QuestionKind.SCALE, 2, False),
        ("How safe did you feel? Scale 1-5, fortnightly", "How safe did you feel?", QuestionKind.SCALE, 2, False),
        ("How safe did you feel? 1 to 5", "How safe did you feel?", QuestionKind.SCALE, None, False),
        ("Did you take your breaks? yes/no monthly", "Did you take your breaks?", QuestionKind.YES_NO, 4, False),
        ("Did you take breaks? (yes or no)", "Did you take breaks?", QuestionKind.YES_NO, None, False),
        ("What went well? every other week, for the team", "What went well?", None, 2, True),
        ("What went well? in their own words", "What went well?", QuestionKind.TEXT, None, False),
        ("Tell us one thing every 3 weeks", "Tell us one thing", None, 3, False),
        ("How was it? And why?", "How was it? And why?", None, None, False),
        ("Name one letter you had to text", "Name one letter you had to text", None, None, False),
        (
            "Pa mor ddiogel oeddech chi? graddfa bob 2 wythnos",
            "Pa mor ddiogel oeddech chi?",
            QuestionKind.SCALE,
            2,
            0,
        ),
        ("Gawsoch chi seibiant? ie/na bob pythefnos", "Gawsoch chi seibiant?", QuestionKind.YES_NO, 2, False),
        ("Scale", "Scale", None, None, False),
        ("", "", None, None, False),
    ],
)
def test_what_follows_the_wording_says_how_it_is_asked(typed, text, kind, weeks, for_team):
    said = read_question(typed)
    assert (said.text, said.kind, said.every_weeks, said.for_team) == (text, kind, weeks, bool(for_team))


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("How was it? choice: Fair, Unfair", ("Fair", "Unfair")),
        (
            "How was it? one of Fair / Not fair, mostly / Unfair every 2 weeks",
            ("Fair", "Not fair, mostly", "Unfair"),
        ),
        ("Sut oedd hi? dewis: Da, Gwael", ("Da", "Gwael")),
        ("How was it? choice", ()),
    ],
)
def test_choices_are_listed_after_the_question(typed, options):
    said = read_question(typed)
    assert said.kind is QuestionKind.CHOICE
    assert said.options == options


@given(st.text(max_size=120))
def test_nothing_typed_is_lost_but_what_describes_the_question(typed):
    said = read_question(f"{typed} and what else?")
    assert said.text == f"{' '.join(typed.split())} and what else?".strip(" ,;–-")
    assert said.kind is None


@given(st.text(max_size=200))
def test_any_text_can_be_read(typed):
    read_question(typed)
    read_options(typed)
    read_days(typed)
    weeks = read_rhythm(typed)
    assert weeks is None or 1 <= weeks <= LONGEST_RHYTHM


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        ("if no", QuestionKind.YES_NO, (Trigger.IS, "no")),
        ("os ie", QuestionKind.YES_NO, (Trigger.IS, "yes")),
        ("at most 2", QuestionKind.SCALE, (Trigger.AT_MOST, "2")),
        ("2 or less", QuestionKind.SCALE, (Trigger.AT_MOST, "2")),
        ("ar y mwyaf 3", QuestionKind.SCALE, (Trigger.AT_MOST, "3")),
        ("1", QuestionKind.SCALE, (Trigger.IS, "1")),
        ("6", QuestionKind.SCALE, None),
        ("too much", QuestionKind.CHOICE, (Trigger.IS, "2")),
        ("2", QuestionKind.CHOICE, (Trigger.IS, "2")),
        ("never", QuestionKind.CHOICE, None),
        ("yes", QuestionKind.TEXT, None),
    ],
)
def test_the_answer_that_calls_for_a_follow_up(typed, kind, meant):
    assert read_trigger(typed, kind, ["About right", "Too much"]) == meant


@pytest.mark.parametrize(
    ("typed", "days"),
    [("3 days", 3), ("3", 3), ("am 3 diwrnod", 3), ("for 2 days", 2), ("long", None), ("", None)],
)
def test_a_number_of_days(typed, days):
    assert read_days(typed) == days
