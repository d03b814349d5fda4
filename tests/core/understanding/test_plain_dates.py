"""Dates as they are mostly written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.dates import read_date
from core.understanding.plain_dates import read_plain_date

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("31 March", "2027-03-31"),
        ("Friday 4th December", "2026-12-04"),
        ("March 5", "2027-03-05"),
        ("31/3/27", "2027-03-31"),
        ("25 Rhagfyr", "2026-12-25"),
        ("Christmas", "2026-12-25"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of this week", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("end of jan", "2027-01-31"),
        ("mid January", "2027-01-15"),
        ("the 14th", "2026-12-14"),
        ("the 31st", "2026-12-31"),
        ("end of February 2028", "2028-02-29"),
    ],
)
def test_a_date_is_read_as_it_is_written(said, day):
    assert read_date(said, TUESDAY) == date.fromisoformat(day)


@given(st.dates(date(2026, 11, 24), date(2099, 12, 31)))
def test_every_day_is_read_back(day):
    for shape in ("%d %B %Y", "%B %d, %Y", "%d/%m/%Y", "%d %b %Y"):
        assert read_plain_date(day.strftime(shape).lower(), TUESDAY) == day


@given(st.text(max_size=60))
def test_no_text_is_too_odd_for_a_date(text):
    read_plain_date(text.lower(), TUESDAY)
