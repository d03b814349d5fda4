"""Units as people write them after a figure: `15 days`, `£1,200`, `62 %`."""

import re

LONGEST = 120

_AFTER = re.compile(
    r"(?<![\w.])[\d.,]*\d\s*(?P<unit>%|per cent|percent|y cant|"
    r"(?:working days?|calendar days?|days?|weeks?|hours?|hrs?|minutes?|mins?|months?|years?|"
    r"diwrnodau?|ddiwrnod|dyddiau|diwrnod|wythnosau|wythnos|oriau|awr|munudau|munud|misoedd|mis|blynyddoedd|blwyddyn)"
    r"\b|[^\W\d_]{3,30}\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?P<unit>[£€$])\s*\d")
_PERCENT = frozenset({"%", "per cent", "percent", "y cant"})
_NO_UNITS = frozenset(
    {
        "now", "and", "but", "per", "for", "out", "the", "this", "last", "each", "every", "average", "currently",
        "today", "target", "about", "roughly", "or", "from", "thousand", "million", "billion", "yn", "nawr",
        "ar", "hyn",
    }
)  # fmt: skip
_SAME = (
    frozenset({"day", "days", "diwrnod", "ddiwrnod", "dyddiau", "calendar day", "calendar days"}),
    frozenset({"working day", "working days"}),
    frozenset({"week", "weeks", "wythnos", "wythnosau"}),
    frozenset({"hour", "hours", "hr", "hrs", "awr", "oriau"}),
    frozenset({"minute", "minutes", "min", "mins", "munud", "munudau"}),
    frozenset({"month", "months", "mis", "misoedd"}),
    frozenset({"year", "years", "blwyddyn", "blynyddoedd"}),
    _PERCENT,
    frozenset({"£", "pounds", "pound", "punt"}),
)


def read_unit(text: str) -> str:
    """The unit of the figure in `text`, as written; empty where none stands beside it."""
    said = " ".join(text[:LONGEST].split())
    if before := _BEFORE.search(said):
        return before.group("unit")
    after = _AFTER.search(said)
    if after is None or after.group("unit").casefold() in _NO_UNITS:
        return ""
    unit = after.group("unit")
    return "%" if unit.casefold() in _PERCENT else unit


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one; those that are not known to differ are."""
    first, second = _kind(one), _kind(other)
    return first == second or first is None or second is None


def _kind(unit: str) -> frozenset[str] | None:
    said = unit.strip().casefold()
    return next((kind for kind in _SAME if said in kind), None)
