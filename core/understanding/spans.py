"""Which stretch of time is meant: `last month`, `quarter`, `October`, `y chwarter diwethaf`."""

import re
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names
from dateutil.relativedelta import relativedelta

from core.model.span import SpanKind

_KINDS: tuple[tuple[SpanKind, re.Pattern[str]], ...] = (
    (SpanKind.WEEK, re.compile(r"\b(?:weeks?|wythnos(?:au)?)\b")),
    (SpanKind.MONTH, re.compile(r"\b(?:months?|monthly|mis|fis|misol)\b")),
    (SpanKind.QUARTER, re.compile(r"\b(?:quarters?|quarterly|chwarter)\b")),
    (SpanKind.YEAR, re.compile(r"\b(?:years?|yearly|annual|blwyddyn|flwyddyn)\b")),
)
_LAST = re.compile(r"\b(?:last|previous|past|prior|before|d?diwethaf|[bf]laenorol|llynedd)\b")
_MONTHS = {
    name.casefold(): number
    for locale in ("en_GB", "cy_GB")
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=locale).items()
}


@dataclass(frozen=True, slots=True)
class SpanWords:
    """A kind of stretch, seen from today: the present one, the one before (`is_last`), or the month of `day`."""

    kind: SpanKind
    is_last: bool = False
    day: date | None = None


def read_span(text: str, today: date) -> SpanWords | None:
    """The stretch that the words name; no words are this week, and words that name none are None."""
    said = text.casefold().strip(" .!?")
    if not said:
        return SpanWords(SpanKind.WEEK)
    is_last = _LAST.search(said) is not None
    for kind, words in _KINDS:
        if words.search(said):
            return SpanWords(kind, is_last)
    if "llynedd" in said:
        return SpanWords(SpanKind.YEAR, is_last=True)
    for word in re.findall(r"[^\W\d_]+", said):
        if (month := _MONTHS.get(word)) is not None:
            day = today.replace(month=month, day=1)
            return SpanWords(SpanKind.MONTH, day=day if day <= today else day - relativedelta(years=1))
    return None
