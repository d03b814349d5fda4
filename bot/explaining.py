"""`milepost explain`: how a free-text update is understood, as one JSON object."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from core.model.measure import Direction, Measure
from core.understanding.update import Update, understand

_LIMITS = re.compile(r"\s*(?P<low>[-+]?[\d.,]+)\s*(?:-|–|to|\.\.)\s*(?P<high>[-+]?[\d.,]+)\s*")
_AT_MOST = re.compile(r"\s*(?:<=?|≤|up to|at most|max)\s*(?P<high>[-+]?[\d.,]+)\s*", re.IGNORECASE)
_AT_LEAST = re.compile(r"\s*(?:>=?|≥|at least|min)\s*(?P<low>[-+]?[\d.,]+)\s*", re.IGNORECASE)


class CannotExplain(Exception):
    """What was asked cannot be worked with; the message says what would be."""


def explain(asked: Mapping[str, Any], today: date) -> dict[str, Any]:
    """How `text` is understood in the context of the objective named beside it; raises `CannotExplain`."""
    text = asked.get("text")
    if not isinstance(text, str):
        raise CannotExplain('give the update as a string under "text"')
    title = asked.get("objective") or ""
    unit = asked.get("unit") or ""
    if not isinstance(title, str) or not isinstance(unit, str):
        raise CannotExplain('give "objective" and "unit" as strings')
    return _as_json(understand(text, _today(asked, today), _measure(asked, unit), title))


def explain_lines(lines: Iterable[bytes], today: date) -> Iterator[tuple[dict[str, Any], bool]]:
    """Each line's answer in turn, and whether the line was good; blank lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield explain(_read_line(line), today), True
        except CannotExplain as error:
            yield {"error": f"Line {number}: {error}."}, False


def _read_line(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotExplain("this is not UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError):
        raise CannotExplain('this is no JSON; write an object such as {"text": "12 done"} on one line') from None
    if not isinstance(asked, dict):
        raise CannotExplain('write a JSON object such as {"text": "12 done"}')
    return asked


def _today(asked: Mapping[str, Any], today: date) -> date:
    if asked.get("today") is None:
        return today
    try:
        return date.fromisoformat(asked["today"])
    except (TypeError, ValueError):
        raise CannotExplain('write "today" as YYYY-MM-DD') from None


def _measure(asked: Mapping[str, Any], unit: str) -> Measure:
    baseline, target = _number(asked, "baseline"), asked.get("target")
    floor: float | None = None
    limits = _limits(target)
    named = str(asked.get("direction") or "").strip().lower()
    if limits is not None:
        if named not in ("", Direction.WITHIN):
            raise CannotExplain(
                f'a target from one number to another goes with "direction": "within", not "{named}"'
            )
        floor, upper = limits
        return Measure("", unit, baseline, upper, floor, Direction.WITHIN)
    number = _number(asked, "target")
    if named:
        try:
            direction = Direction(named)
        except ValueError:
            raise CannotExplain(f'"direction" is one of {", ".join(Direction)}') from None
        return Measure("", unit, baseline, number, floor, direction)
    falls = baseline is not None and number is not None and number < baseline
    return Measure("", unit, baseline, number, floor, Direction.DOWN if falls else Direction.UP)


def _limits(target: object) -> tuple[float | None, float | None] | None:
    """Lower and upper limit where a target is a range: "18-22", [18, 22], "<= 8"; None where it is one number."""
    if isinstance(target, list) and len(target) == 2 and all(_is_number(each) for each in target):
        low, high = sorted(map(float, target))
        return low, high
    if not isinstance(target, str):
        return None
    for shape in (_LIMITS, _AT_MOST, _AT_LEAST):
        if found := shape.fullmatch(target):
            groups = {
                name: float(value.replace(",", "")) for name, value in found.groupdict().items() if _reads(value)
            }
            low_, high_ = groups.get("low"), groups.get("high")
            if low_ is not None and high_ is not None:
                low_, high_ = sorted((low_, high_))
            return low_, high_
    return None


def _reads(text: str) -> bool:
    try:
        float(text.replace(",", ""))
    except ValueError:
        return False
    return True


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15


def _number(asked: Mapping[str, Any], key: str) -> float | None:
    value = asked.get(key)
    if value is None or value == "":
        return None
    if _is_number(value):
        return float(value)
    if isinstance(value, str):
        plain = re.sub(r"[£€$%\s,]", "", value)
        if re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)", plain) and len(plain) < 20:
            return float(plain)
    raise CannotExplain(f'give "{key}" as a number' + (' or a range such as "18-22"' if key == "target" else ""))


def _as_json(update: Update) -> dict[str, Any]:
    due: dict[str, Any] | None = None
    if update.due_on is not None:
        due = {"date": update.due_on.isoformat()}
    elif update.due_in_days is not None:
        due = {"days": update.due_in_days}
    return {
        "value": _plain(update.value),
        "change": _plain(update.change),
        "percent": _plain(update.percent),
        "status": update.status,
        "blockers": list(update.blockers),
        "outside_control": update.outside_control,
        "due_change": due,
        "confidence": update.confidence,
        "needs": list(update.needs),
        "unsure": list(update.unsure),
    }


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number
