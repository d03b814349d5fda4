"""Amounts as people type them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.understanding.amounts import Amount, read_amount


@pytest.mark.parametrize(
    ("said", "unit", "expected"),
    [
        ("12 days", "days", Amount(value=12)),
        ("about 1,200", "", Amount(value=1200)),
        ("62%", "days", Amount(percent=62)),
        ("62 per cent", "%", Amount(value=62)),
        ("12 of 40", "cases", Amount(percent=30)),
        ("did 31 of 40", "%", Amount(value=77.5)),
        ("half", "days", Amount(percent=50)),
        ("three quarters", "", Amount(percent=75)),
        ("£1.2m", "£", Amount(value=1_200_000)),
        ("£12,400", "£", Amount(value=12_400)),
        ("-3", "", Amount(value=-3)),
        ("minus what? .5", "", Amount(value=0.5)),
        ("twelve", "days", Amount(value=12)),
        ("twenty five", "", Amount(value=25)),
        ("deuddeg", "", Amount(value=12)),
        ("hanner", "", Amount(percent=50)),
        ("still 14, sadly", "days", Amount(value=14)),
        ("14 😀", "days", Amount(value=14)),
    ],
)
def test_an_amount_is_read(said, unit, expected):
    assert read_amount(said, unit) == expected


@pytest.mark.parametrize("said", ["banana", "", "12 or 13", "between 3 and 5", "nan", "inf", "1e999", "🙂", "…"])
def test_what_is_no_amount_or_could_be_two(said):
    assert read_amount(said) is None


def test_a_share_of_the_target_is_its_first_number():
    assert read_amount("12 of 40", "cases", target=40) == Amount(value=12)


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 2)))
def test_every_number_comes_back_as_it_was_typed(number: float):
    read = read_amount(f"{number:,.2f} days")
    assert read is not None
    assert read.value == pytest.approx(number)


@given(st.text(max_size=400))
def test_no_text_is_too_odd_to_read(text: str):
    amount = read_amount(text)
    if amount is not None:
        assert (amount.value is None) != (amount.percent is None)
        assert math.isfinite(amount.value if amount.value is not None else amount.percent)
