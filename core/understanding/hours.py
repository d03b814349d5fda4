"""Hours in words, from one time of day to another: "17:00-09:00", "from 5pm to 9am", "o 5pm tan 9am"."""

import re
from datetime import time

_TIME = r"(?P<{0}hour>\d{{1,2}})(?:[:.](?P<{0}minute>\d{{2}}))?\s*(?P<{0}half>[ap]\.?m\.?)?"
_HOURS = re.compile(
    r"^(?:from|between|o|rhwng)?\s*"
    + _TIME.format("from_")
    + r"\s*(?:-|–|—|to|until|till|and|tan|i|a)\s*"
    + _TIME.format("until_")
    + r"$"
)


def read_hours(text: str) -> tuple[time, time] | None:
    """The two times of day; None where the text does not say two different ones."""
    found = _HOURS.match(text.strip(" .").casefold())
    if found is None:
        return None
    first, last = _time(found, "from_"), _time(found, "until_")
    return (first, last) if first is not None and last is not None and first != last else None


def _time(found: re.Match[str], which: str) -> time | None:
    hour, minute = int(found[f"{which}hour"]), int(found[f"{which}minute"] or 0)
    half = (found[f"{which}half"] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    # Midnight is said both ways.
    hour = 0 if (hour, minute) == (24, 0) else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None
