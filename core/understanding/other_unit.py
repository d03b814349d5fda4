"""A figure typed in another unit than the measure's: weeks where days are meant, a share where homes count."""

import re

_WORDS: dict[str, tuple[str, ...]] = {
    "minutes": ("min", "mins", "minute", "minutes", "munud", "munudau"),
    "hours": ("h", "hr", "hrs", "hour", "hours", "awr", "oriau"),
    "days": ("day", "days", "diwrnod", "ddiwrnod", "dyddiau", "working days", "calendar days"),
    "weeks": ("week", "weeks", "wythnos", "wythnosau"),
    "months": ("month", "months", "mis", "misoedd"),
    "years": ("year", "years", "blwyddyn", "blynedd"),
    "%": ("%", "percent", "per cent", "pct", "y cant"),
    "£": ("£", "pound", "pounds", "gbp", "punt"),
}
_CANONICAL = {word: unit for unit, words in _WORDS.items() for word in words}
_AFTER = re.compile(r"\d\s*(%|[^\W\d_]+(?:\s+(?:cent|cant))?)", re.UNICODE)
_TIME = ("minutes", "hours", "days", "weeks", "months", "years")


def other_unit(text: str, unit: str) -> str | None:
    """The unit that the figure in `text` is written in, where it is plainly not `unit`; else None."""
    wanted = unit.strip().casefold()
    if not wanted:
        return None
    said = text.casefold()
    found = _AFTER.search(said)
    written = _CANONICAL.get(found.group(1).strip(), "") if found else ""
    if not written and "£" in said:
        written = "£"
    # "m" and "k" scale a figure, so single letters other than "h" name no unit.
    own = _CANONICAL.get(wanted, wanted)
    return written if written and written != own and not own.endswith(f" {written}") else None


def is_time(unit: str) -> bool:
    """Whether the unit is a length of time, so that another one can be told in it."""
    return _CANONICAL.get(unit.strip().casefold()) in _TIME
