"""Bank holidays of the four nations, which everyone keeps, shift workers included."""

from datetime import date
from functools import cache

import holidays as calendars

from core.model.person import Nation

_SUBDIVISION = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@cache
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """The nation's bank holidays of a year (GOV.UK's list, through the `holidays` library)."""
    return frozenset(calendars.country_holidays("GB", subdiv=_SUBDIVISION[nation], years=year))


def is_bank_holiday(nation: Nation, day: date) -> bool:
    """Whether `day` is a bank holiday in the nation."""
    return day in bank_holidays(nation, day.year)
