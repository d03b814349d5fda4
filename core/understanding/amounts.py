"""Amounts as people type them: `12 days`, `62%`, `12 of 40`, `about 1,200`, `half`, `deuddeg`."""

import math
from dataclasses import dataclass

from core.understanding.quantities import Form, Quantity, read_quantities
from core.understanding.units import Kind, days_in, time_in, unit_of
from core.understanding.written import read_written

LONGEST = 200
"""Characters looked at; an amount is never longer."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in the measure's own unit, or a percentage of the way; exactly one is set."""

    value: float | None = None
    percent: float | None = None


def read_amount(text: str, unit: str = "", target: float | None = None) -> Amount | None:
    """The amount in a short answer; None when there is none, or when it could be more than one.

    A percentage is a value where the measure itself is in per cent. A share ("12 of 40") is its first number where
    the second is the target, else a percentage. A length of time is told in the measure's unit: "2 weeks" is 14
    days.
    """
    written = read_written(" ".join(text[:LONGEST].split()))
    found = [each for each in read_quantities(written.said, written.is_welsh) if math.isfinite(each.value)]
    measured_in_percent = unit_of(unit).kind is Kind.PERCENT
    for share in _of(found, Form.SHARE):
        return _share(share.value, share.whole or 0.0, measured_in_percent, target)
    for percent in _of(found, Form.PERCENT):
        return _percent(percent.value, measured_in_percent)
    numbers = _of(found, Form.PLAIN, Form.TIME)
    in_figures = [each for each in numbers if any(map(str.isdigit, each.word))]
    if numbers:  # figures before words: "12 for the two teams"
        only = in_figures or numbers
        return Amount(value=_in_unit(only[0], unit)) if len(only) == 1 else None
    for fraction in _of(found, Form.FRACTION):
        return _percent(fraction.value, measured_in_percent)
    return None


def _of(found: list[Quantity], *forms: Form) -> list[Quantity]:
    return [each for each in found if each.form in forms]


def _in_unit(quantity: Quantity, unit: str) -> float:
    if quantity.form is not Form.TIME:
        return quantity.value
    measured = unit_of(unit)
    if measured.kind is not Kind.TIME:
        return round(quantity.value / days_in(quantity.scale), 6)
    return time_in(measured, quantity.value, quantity.scale)


def _share(part: float, whole: float, measured_in_percent: bool, target: float | None) -> Amount | None:
    if target is not None and whole == target:
        return Amount(value=part)
    if whole == 0:
        return None
    return _percent(part / whole * 100, measured_in_percent)


def _percent(percent: float, measured_in_percent: bool) -> Amount:
    return Amount(value=percent) if measured_in_percent else Amount(percent=percent)
