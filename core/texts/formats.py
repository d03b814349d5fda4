"""Dates, times and numbers as people of each language write them (CLDR data, through Babel)."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_interval, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from core.model.person import Language, Person

_WELSH_AND = re.compile(r"a\(c\)(?=\s+(\S))")
_CURRENCIES = frozenset("£€$")
_WELSH_VOWELS = frozenset("aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü")


@cache
def _locale(language: Language) -> Locale:
    return Locale(language.value, territory="GB")


def day(value: date, language: Language) -> str:
    """`Wed 25 Nov`."""
    return format_date(value, "EEE d MMM", locale=_locale(language))


def day_seen_on(today: date, value: date, language: Language) -> str:
    """`Wed 25 Nov`, with its year where that is another than today's."""
    if value.year == today.year:
        return day(value, language)
    return format_date(value, "EEE d MMM y", locale=_locale(language))


def short_day(value: date, language: Language) -> str:
    """`25 Nov`."""
    return format_date(value, "d MMM", locale=_locale(language))


def full_date(value: date, language: Language) -> str:
    """`25 November 2026`."""
    return format_date(value, "d MMMM y", locale=_locale(language))


def month(value: date, language: Language) -> str:
    """`November 2026`, of any day in it."""
    return format_date(value, "MMMM y", locale=_locale(language))


def short_month(value: date, language: Language) -> str:
    """`Nov 2026`, of any day in it."""
    return format_date(value, "MMM y", locale=_locale(language))


def months(first: date, last: date, language: Language) -> str:
    """`Oct – Dec 2026`, from the month of one day to that of the other."""
    return format_interval(first, last, "yMMM", locale=_locale(language))


def month_alone(value: date, language: Language) -> str:
    """`November`, of any day in it."""
    return format_date(value, "LLLL", locale=_locale(language))


def weekday(iso_day: int, language: Language) -> str:
    """`Mon` for 1, as ISO counts the days of the week."""
    return str(get_day_names("abbreviated", locale=_locale(language))[iso_day - 1])


def weekday_in_full(value: date, language: Language) -> str:
    """`Monday`."""
    return format_date(value, "EEEE", locale=_locale(language))


def moment(instant: datetime, person: Person) -> str:
    """`Wed 25 Nov, 10:00 (London)`: an instant in the reader's own zone, which it names."""
    return moment_in(instant, person.zone, person.language)


def moment_in(instant: datetime, zone: ZoneInfo, language: Language) -> str:
    """`Wed 25 Nov, 10:00 (London)` for a zone and language of the caller's choice."""
    local = instant.astimezone(zone)
    return f"{day(local.date(), language)}, {time_of_day(local.time(), language)} ({zone_name(zone)})"


def time_of_day(value: time, language: Language) -> str:
    """`15:00`."""
    return format_time(value, "HH:mm", locale=_locale(language))


def zone_name(zone: ZoneInfo) -> str:
    """`London` for Europe/London."""
    return zone.key.rsplit("/", 1)[-1].replace("_", " ")


def number(value: float, language: Language) -> str:
    """A number without needless decimals: `12`, `12.5`, `1,200`."""
    return _decimal(round(value, 2), "#,##0.##", language)


# The same few numbers stand in hundreds of places, and each takes longer to write than all that is worked out.
@lru_cache(4096)
def _decimal(value: float, pattern: str, language: Language) -> str:
    return format_decimal(value + 0.0, format=pattern, locale=_locale(language))


def percent(value: float, language: Language) -> str:
    """A whole percentage: `62%`."""
    return format_percent(round(value) / 100, format="#,##0%", locale=_locale(language))


def quantity(value: float, unit: str, language: Language) -> str:
    """A number with its unit: `12 days`, `62.5%`, `£1,200`, `-£3.5`."""
    if unit == "%":
        return format_percent(round(value, 2) / 100, format="#,##0.##%", locale=_locale(language))
    if unit in _CURRENCIES:
        # By its sign as it was typed, since British English would call "$" "US$".
        return _decimal(round(value, 2), f"'{unit}'#,##0.##", language)
    return f"{number(value, language)} {unit}".strip()


def both(items: Sequence[str], language: Language) -> str:
    """`Slack and Microsoft Teams`."""
    said = format_list(items, locale=_locale(language))
    # Babel leaves the choice between the two Welsh words for "and" to its reader.
    return _WELSH_AND.sub(lambda found: "ac" if found[1].casefold() in _WELSH_VOWELS else "a", said)


def either(items: Sequence[str], language: Language) -> str:
    """`Slack or Microsoft Teams`."""
    return format_list(items, style="or", locale=_locale(language))
