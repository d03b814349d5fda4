"""Lengths of time, told in whichever unit comes to mind."""

import pytest

from core.understanding.amounts import Amount, read_amount


@pytest.mark.parametrize(
    ("said", "unit", "value"),
    [
        ("2 weeks", "days", 14),
        ("a day and a half", "hours", 36),
        ("36 hours", "days", 1.5),
        ("26hrs", "hours", 26),
        ("10 days", "working days", 10),
        ("3 working days", "days", 3),
        ("3 days", "working days", 3),
        ("two hundred and fifty", "visits", 250),
        ("12 days", "", 12),
    ],
)
def test_a_length_of_time_is_told_in_the_unit_of_the_measure(said, unit, value):
    assert read_amount(said, unit) == Amount(value=pytest.approx(value))
