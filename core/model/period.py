"""Periods that figures are published for: a financial year, a calendar year, a quarter of either, or a month."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count


class PeriodKind(StrEnum):
    """What kind of period it is; its words are the texts `period-<value>`."""

    FINANCIAL_YEAR = "financial-year"
    """April to March, as public bodies in the UK account."""
    YEAR = "year"
    """January to December."""
    FINANCIAL_QUARTER = "financial-quarter"
    """The first begins in April."""
    QUARTER = "quarter"
    """The first begins in January."""
    MONTH = "month"


_MONTHS = {PeriodKind.FINANCIAL_YEAR: 12, PeriodKind.YEAR: 12, PeriodKind.MONTH: 1}
_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months from `starts_on`, the first of a month."""

    starts_on: date
    kind: PeriodKind

    @property
    def ends_on(self) -> date:
        """The last day, inclusive."""
        *_, last = self.months
        return last.replace(day=monthrange(last.year, last.month)[1])

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month in it."""
        first = self.starts_on.year * 12 + self.starts_on.month - 1
        return tuple(
            date((first + ahead) // 12, (first + ahead) % 12 + 1, 1)
            for ahead in range(_MONTHS.get(self.kind, _OF_A_QUARTER))
        )

    @property
    def written(self) -> str:
        """As a file has it: `2025/26`, `2025`, `2025/26 Q3`, `2025 Q3` or `2025-11`."""
        year = self.starts_on.year
        match self.kind:
            case PeriodKind.FINANCIAL_YEAR:
                return _financial(year)
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.QUARTER:
                return f"{year} Q{self.quarter}"
            case PeriodKind.FINANCIAL_QUARTER:
                return f"{_financial(year if self.starts_on.month >= 4 else year - 1)} Q{self.quarter}"
            case PeriodKind.MONTH:
                return f"{self.starts_on:%Y-%m}"

    @property
    def quarter(self) -> int:
        """Which quarter of its year it is, 1 to 4; of other periods the one that they begin in."""
        ahead = 9 if self.kind is PeriodKind.FINANCIAL_QUARTER else 0
        return (self.starts_on.month - 1 + ahead) % 12 // _OF_A_QUARTER + 1


def _financial(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


_YEARS = r"(?P<year>(?:19|20|21)\d\d)"
_FINANCIAL = rf"{_YEARS}\s*[/-]\s*(?P<next>(?:(?:19|20|21)\d\d|\d\d))"
_QUARTER = r"(?:q|ch|quarter|chwarter)\s*(?P<quarter>[1-4])"
_FINANCIAL_QUARTER = re.compile(rf"(?:{_FINANCIAL}\s*,?\s*{_QUARTER})")
_FINANCIAL_QUARTER_FIRST = re.compile(rf"(?:{_QUARTER}\s*,?\s*(?:of\s+|o\s+)?{_FINANCIAL})")
_QUARTER_OF_YEAR = re.compile(rf"(?:{_YEARS}\s*[-,]?\s*{_QUARTER})")
_QUARTER_OF_YEAR_FIRST = re.compile(rf"(?:{_QUARTER}\s*,?\s*(?:of\s+|o\s+)?{_YEARS})")
_ISO_MONTH = re.compile(rf"{_YEARS}-(?P<month>0[1-9]|1[0-2])(?:-01(?:[T ]00:00(?::00)?)?)?")
_NAMED_MONTH = re.compile(rf"(?P<name>[^\W\d_]+)\.?\s+{_YEARS}")
_FINANCIAL_YEAR = re.compile(rf"(?:fy\s*)?{_FINANCIAL}")
_YEAR = re.compile(_YEARS)

_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WELSH = (
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
)
_SHORTEST_MONTH = 3


def read_period(written: str) -> Period | None:
    """The period that is written in one of the ways people write it; None for anything else.

    `2025/26` is a financial year, and `2025-26` too, since its years follow one another; `2025/27` is nothing.
    What may be an ISO month is one: `2025-11`, and `2011-12` as well.
    """
    said = " ".join(written.casefold().replace("–", "-").split())
    for pattern in (_FINANCIAL_QUARTER, _FINANCIAL_QUARTER_FIRST):
        if (found := pattern.fullmatch(said)) and _follow(found):
            months = int(found["year"]) * 12 + 3 + (int(found["quarter"]) - 1) * _OF_A_QUARTER
            return Period(date(months // 12, months % 12 + 1, 1), PeriodKind.FINANCIAL_QUARTER)
    for pattern in (_QUARTER_OF_YEAR, _QUARTER_OF_YEAR_FIRST):
        if found := pattern.fullmatch(said):
            month = (int(found["quarter"]) - 1) * _OF_A_QUARTER + 1
            return Period(date(int(found["year"]), month, 1), PeriodKind.QUARTER)
    if found := _ISO_MONTH.fullmatch(said):
        return Period(date(int(found["year"]), int(found["month"]), 1), PeriodKind.MONTH)
    if (found := _FINANCIAL_YEAR.fullmatch(said)) and _follow(found):
        return Period(date(int(found["year"]), 4, 1), PeriodKind.FINANCIAL_YEAR)
    if (found := _NAMED_MONTH.fullmatch(said)) and (month := _month(found["name"])):
        return Period(date(int(found["year"]), month, 1), PeriodKind.MONTH)
    if found := _YEAR.fullmatch(said):
        return Period(date(int(found["year"]), 1, 1), PeriodKind.YEAR)
    return None


def _follow(found: re.Match[str]) -> bool:
    """Whether the second year is the one after the first."""
    after = int(found["year"]) + 1
    return found["next"] in (str(after), f"{after % 100:02}")


def _month(name: str) -> int:
    """1 for `January`, `Jan` or `Ionawr`; 0 for no month."""
    if len(name) < _SHORTEST_MONTH:
        return 0
    for names in (_ENGLISH, _WELSH):
        fitting = [number for number, each in zip(count(1), names, strict=False) if each.startswith(name)]
        if len(fitting) == 1:
            return fitting[0]
    return 0
