"""Dates in people's own words, English and Welsh."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.person import MONDAY_TO_FRIDAY
from core.understanding.dates import read_absence, read_date, read_moment

TUESDAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("away until Wednesday", (11, 24), (11, 24)),
        ("off until 3 Dec", (11, 24), (12, 2)),
        ("ooo for 3 days", (11, 24), (11, 26)),
        ("away for 5 days", (11, 24), (11, 30)),
        ("away for a week", (11, 24), (11, 30)),
        ("on leave next week", (11, 30), (12, 6)),
        ("off until Thursday, my mother is ill", (11, 24), (11, 25)),
        ("away until Friday because the boiler broke", (11, 24), (11, 26)),
        ("away tomorrow", (11, 25), (11, 25)),
        ("away from 1 December to 4 December", (12, 1), (12, 4)),
        ("i ffwrdd tan ddydd Iau", (11, 24), (11, 25)),
        ("i ffwrdd am 3 diwrnod", (11, 24), (11, 26)),
    ],
)
def test_an_absence_told_in_words(said, first, last):
    assert read_absence(said, TUESDAY, MONDAY_TO_FRIDAY) == (date(2026, *first), date(2026, *last))


@pytest.mark.parametrize("said", ["away", "off", "I am off track", "away with the fairies", "until", "🏖️"])
def test_words_that_tell_no_days(said):
    assert read_absence(said, TUESDAY, MONDAY_TO_FRIDAY) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2h", NINE + timedelta(hours=2)),
        ("30 min", NINE + timedelta(minutes=30)),
        ("half an hour", NINE + timedelta(minutes=30)),
        ("an hour", NINE + timedelta(hours=1)),
        ("tomorrow 10", datetime(2026, 11, 25, 10, tzinfo=UTC)),
        ("yfory", datetime(2026, 11, 25, 9, tzinfo=UTC)),
        ("Thursday 14:00", datetime(2026, 11, 26, 14, tzinfo=UTC)),
        ("3pm", datetime(2026, 11, 24, 15, tzinfo=UTC)),
        ("this afternoon", datetime(2026, 11, 24, 14, tzinfo=UTC)),
        ("next Monday", datetime(2026, 11, 30, 9, tzinfo=UTC)),
        ("dydd Gwener 11:30", datetime(2026, 11, 27, 11, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_to_come(said, expected):
    assert read_moment(said, NINE) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("31 March", date(2027, 3, 31)),
        ("31/3/27", date(2027, 3, 31)),
        ("2027-03-31", date(2027, 3, 31)),
        ("end of Q3", date(2026, 12, 31)),
        ("end of Q4", date(2027, 3, 31)),
        ("end of March", date(2027, 3, 31)),
        ("end of the financial year", date(2027, 3, 31)),
        ("by 15 January", date(2027, 1, 15)),
        ("diwedd y flwyddyn", date(2027, 3, 31)),
    ],
)
def test_a_due_date(said, expected):
    assert read_date(said, TUESDAY) == expected


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_read(text: str):
    days = read_absence(text, TUESDAY, MONDAY_TO_FRIDAY)
    assert days is None or days[0] <= days[1]
    moment = read_moment(text, NINE)
    assert moment is None or moment > NINE
    read_date(text, TUESDAY)
