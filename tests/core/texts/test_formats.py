"""Numbers, money and times as English and Welsh write them."""

from datetime import time

import pytest

from core.model.person import Language
from core.texts import formats


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (12, "days", "12 days"),
        (12.345, "days", "12.35 days"),
        (1200, "£", "£1,200"),
        (3.5, "£", "£3.5"),
        (-3.5, "£", "-£3.5"),
        (12, "€", "€12"),
        (5, "$", "$5"),
        (62, "%", "62%"),
        (62.5, "%", "62.5%"),
        (-4, "%", "-4%"),
        (7, "", "7"),
    ],
)
def test_a_figure_with_its_unit(language, value, unit, said):
    assert formats.quantity(value, unit, language) == said


@pytest.mark.parametrize("language", Language)
def test_a_share_is_a_whole_percentage(language):
    assert [formats.percent(each, language) for each in (0, 49.6, 99.5, 100)] == ["0%", "50%", "100%", "100%"]


@pytest.mark.parametrize("language", Language)
def test_a_time_of_day_is_of_twenty_four_hours(language):
    assert formats.time_of_day(time(15, 5), language) == "15:05"
    assert formats.time_of_day(time(9, 0), language) == "09:00"
