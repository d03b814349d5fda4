"""Amounts as people type them: `12 days`, `62%`, `12 of 40`, `about 1,200`, `half`, `deuddeg`."""

import math
import re
from dataclasses import dataclass

LONGEST = 200
"""Characters looked at; an amount is never longer."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in the measure's own unit, or a percentage of the way; exactly one is set."""

    value: float | None = None
    percent: float | None = None


_NUMBER = r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+−]?\d+(?:\.\d+)?|[-+−]?\.\d+"
_SHARE = re.compile(
    rf"(?<![\d.])({_NUMBER})\s*(?:of|out of|/|o|allan o)\s*(?:the |a |our |y )?({_NUMBER})(?![\d/])", re.IGNORECASE
)
_PERCENT = re.compile(rf"({_NUMBER})\s*(?:%|percent|per cent|pct|y cant)", re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?<!\w)[£€$]?\s*(?<!\w)({_NUMBER})\s*(k|thousand|mil|m|million|miliwn|bn|billion)?(?![\w])", re.IGNORECASE
)

_SCALE = {
    "k": 1e3,
    "thousand": 1e3,
    "mil": 1e3,
    "m": 1e6,
    "million": 1e6,
    "miliwn": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}

_FRACTIONS = {
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "tri chwarter": 75.0,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "dwy ran o dair": 200 / 3,
    "one third": 100 / 3,
    "a third": 100 / 3,
    "traean": 100 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "chwarter": 25.0,
    "half": 50.0,
    "halfway": 50.0,
    "hanner": 50.0,
}

_WORDS = {
    "zero": 0, "none": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "dim": 0, "un": 1, "dau": 2, "dwy": 2, "tri": 3, "tair": 3, "pedwar": 4, "pedair": 4, "pump": 5, "pum": 5,
    "chwech": 6, "chwe": 6, "saith": 7, "wyth": 8, "naw": 9, "deg": 10, "deuddeg": 12, "pymtheg": 15, "ugain": 20,
    "cant": 100,
}  # fmt: skip


def read_amount(text: str, unit: str = "", target: float | None = None) -> Amount | None:
    """The amount in `text`; None when there is none, or when it could be more than one.

    A percentage is a value where the measure itself is in per cent. A share ("12 of 40") is its first number where
    the second is the target, else a percentage.
    """
    said = " ".join(text[:LONGEST].casefold().split())
    measured_in_percent = unit.strip() == "%"
    if share := _SHARE.search(said):
        return _share(_number(share.group(1)), _number(share.group(2)), unit, target)
    if percent := _PERCENT.search(said):
        return _percent(_number(percent.group(1)), measured_in_percent)
    numbers = [match for match in _PLAIN.finditer(said) if match.group(1)]
    if len(numbers) == 1:
        value = _number(numbers[0].group(1)) * _SCALE.get(numbers[0].group(2) or "", 1)
        return _finite(Amount(value=value))
    if numbers:
        return None
    for words, share_of_way in _FRACTIONS.items():
        if re.search(rf"\b{re.escape(words)}\b", said):
            return _percent(share_of_way, measured_in_percent)
    spelt = _spelt(said)
    return Amount(value=float(spelt)) if spelt is not None else None


def _share(part: float, whole: float, unit: str, target: float | None) -> Amount | None:
    if target is not None and whole == target:
        return _finite(Amount(value=part))
    if whole == 0:
        return None
    return _percent(part / whole * 100, unit.strip() == "%")


def _percent(percent: float, measured_in_percent: bool) -> Amount | None:
    return _finite(Amount(value=percent) if measured_in_percent else Amount(percent=percent))


def _finite(amount: Amount) -> Amount | None:
    value = amount.value if amount.value is not None else amount.percent
    return amount if value is not None and math.isfinite(value) and abs(value) < 1e15 else None


def _number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))


def _spelt(said: str) -> int | None:
    """A number in words, "twenty five"; None unless all number words together make one number."""
    words = [word for word in re.split(r"[\s-]+", said) if word in _WORDS]
    if not words or len(words) > 3:
        return None
    total = 0
    for word in words:
        value = _WORDS[word]
        total = max(total, 1) * 100 if value == 100 else total + value
    return total
