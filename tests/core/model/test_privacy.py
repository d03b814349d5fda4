"""By when what people ask about their data has to be answered."""

from datetime import date

import pytest

from core.model.person import Nation
from core.model.privacy import answer_due


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 9, 4), date(2026, 10, 5)),  # a Sunday
        (date(2026, 11, 9), date(2026, 12, 9)),
        (date(2026, 11, 25), date(2026, 12, 29)),  # Christmas, a weekend and Boxing Day's substitute
        (date(2027, 1, 31), date(2027, 3, 1)),  # February has no 31st, and its 28th is a Sunday
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_request_is_due_on_the_same_day_of_the_next_month_or_the_next_working_day(asked, due):
    assert answer_due(asked, Nation.ENGLAND) == due


def test_the_bank_holidays_are_those_of_the_persons_nation():
    asked = date(2028, 6, 12)
    assert answer_due(asked, Nation.ENGLAND) == date(2028, 7, 12)
    assert answer_due(asked, Nation.NORTHERN_IRELAND) == date(2028, 7, 13)
