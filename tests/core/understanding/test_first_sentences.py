"""What a first sentence, a list of steps and a figure's unit say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.measure import Direction
from core.understanding.intention import read_intention
from core.understanding.milestones import read_milestones
from core.understanding.stated_unit import read_unit, same_unit

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("sentence", "title", "direction", "due"),
    [
        ("answer complaints faster", "answer complaints faster", Direction.DOWN, None),
        ("Reduce voids by 31 March", "Reduce voids", Direction.DOWN, date(2027, 3, 31)),
        ("Get more tenants online before Easter", "Get more tenants online", Direction.UP, date(2027, 3, 28)),
        ("increase recycling by the end of Q3", "increase recycling", Direction.UP, date(2026, 12, 31)),
        (
            "Keep ward temperature between 18 and 21",
            "Keep ward temperature between 18 and 21",
            Direction.WITHIN,
            None,
        ),
        ("Publish the housing strategy", "Publish the housing strategy", Direction.YES_NO, None),
        ("Ateb cwynion yn gynt", "Ateb cwynion yn gynt", Direction.DOWN, None),
        ("Visit schools", "Visit schools", None, None),
        ("Do more with less", "Do more with less", None, None),
        ("Work side by side", "Work side by side", None, None),
    ],
)
def test_a_first_sentence_says_which_way_and_by_when(sentence, title, direction, due):
    read = read_intention(sentence, TODAY)
    assert (read.title, read.direction, read.due_on) == (title, direction, due)


def test_steps_come_a_line_each_with_their_dates():
    said = "1. Survey by 1 December\n- Contract signed (31 January)\n\nMove in; Say thanks – 2027-03-31"
    assert [(each.title, each.due_on) for each in read_milestones(said, TODAY)] == [
        ("Survey", date(2026, 12, 1)),
        ("Contract signed", date(2027, 1, 31)),
        ("Move in", None),
        ("Say thanks", date(2027, 3, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("15 days", "days"),
        ("about 15 working days", "working days"),
        ("62%", "%"),
        ("62 per cent", "%"),
        ("£1,200", "£"),
        ("40 homes", "homes"),
        ("15 diwrnod", "diwrnod"),
        ("15", ""),
        ("15 now", ""),
        ("none yet", ""),
    ],
)
def test_a_figure_brings_its_unit(text, unit):
    assert read_unit(text) == unit


def test_units_are_told_apart_only_where_both_are_known():
    assert same_unit("days", "day")
    assert same_unit("homes", "kitchens")
    assert not same_unit("weeks", "days")
    assert not same_unit("%", "days")


@given(st.text(max_size=400))
def test_nothing_that_is_typed_breaks_a_reader(text):
    assert read_intention(text, TODAY).title == " ".join(text[:300].split()) or read_intention(text, TODAY).due_on
    assert isinstance(read_unit(text), str)
    assert len(read_milestones(text, TODAY)) <= 20
