"""Which of the amounts in an update is the measure's value, a change of it, or a percentage of the way.

Each amount is first fitted to the measure's unit: "2 weeks" is 14 where days are counted, "3 nurses" is nothing
where inspections are. Those that fit are then told apart by the words around them: what was, what is aimed at,
what is hoped for, what is left, by how much it changed. The best-attested of the rest is the value; where two stay
equally good, none is, and the value is unsure.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from core.model.measure import Direction, Measure
from core.understanding import amount_context as words
from core.understanding.changes import change_sign
from core.understanding.not_values import is_within, not_values
from core.understanding.quantities import Form, Quantity, read_quantities
from core.understanding.surroundings import Surroundings
from core.understanding.units import Kind, Unit, days_in, stem, time_in, unit_of
from core.understanding.written import Written


@dataclass(slots=True)
class Reading:
    """What the amounts in a text say about the measure."""

    value: float | None = None
    change: float | None = None
    percent: float | None = None
    unsure: set[str] = field(default_factory=set)


MOST_AMOUNTS = 40
"""Amounts looked at in one text; who writes more has pasted a table."""


class _Fit(IntEnum):
    """How well an amount fits the measure."""

    NONE = 0
    BARE = 1
    """A number with nothing to say what it counts."""
    NAMED = 2
    """A number with a word of the objective, or a verb of progress."""
    UNIT = 3
    """A number in the measure's unit."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    quantity: Quantity
    value: float
    fit: _Fit
    is_current: bool = False
    is_vague: bool = False
    is_past: bool = False
    is_total: bool = False
    part: str = ""
    """The word before the part it is of: the "for" of "12 for housing"."""


def read_progress(
    written: Written,
    measure: Measure,
    title: str,
    taken: Sequence[tuple[int, int]],
    obstacles: Sequence[tuple[int, int]],
) -> Reading:
    """What the text says of the measure's value.

    `taken` are places already understood as something else (a delay, a confidence), `obstacles` places that
    tell what is in the way, where only an amount in the measure's own unit counts.
    """
    return _Reader(written, measure, title, taken, obstacles).read()


class _Reader:
    def __init__(
        self,
        written: Written,
        measure: Measure,
        title: str,
        taken: Sequence[tuple[int, int]],
        obstacles: Sequence[tuple[int, int]],
    ) -> None:
        self.written = written
        self.said = written.said
        self.measure = measure
        self.unit: Unit = unit_of(measure.unit)
        self.names = _name_stems(title) | _name_stems(measure.name)
        self.masks = [*not_values(self.said), *taken]
        self.obstacles = obstacles
        self.reading = Reading()
        self.candidates: list[_Candidate] = []
        self.percents: list[_Candidate] = []
        self.changes: list[float] = []
        self.shares: list[float] = []

    def read(self) -> Reading:
        quantities = read_quantities(self.said, self.written.is_welsh, self.masks)
        for place, quantity in enumerate(quantities[:MOST_AMOUNTS]):
            following = quantities[place + 1] if place + 1 < len(quantities) else None
            self._place(quantity, quantities[place - 1] if place else None, following)
        self._settle()
        return self.reading

    # --- one amount ---------------------------------------------------------------------------------------------

    def _place(self, quantity: Quantity, before: Quantity | None, following: Quantity | None) -> None:
        around = self._around(quantity)
        fitted = self._fitted(quantity, around)
        if fitted is None:
            return
        fit, value = fitted
        if fit < _Fit.UNIT and is_within(quantity.start, quantity.end, self.obstacles):
            return
        sign = self._sign_of_change(quantity, around)
        is_share = quantity.form is Form.SHARE
        if around.is_elsewhere(is_time=self._is_time_of_measure(quantity) and sign is None, is_share=is_share):
            return
        if sign is not None:
            self._add_change(quantity, value, sign)
            return
        if quantity.is_points and "point" not in self.unit.words:
            return
        if around.is_left and (left := self._done_where_left(quantity, value)) is not None:
            value, fit = left, _Fit.BARE
        candidate = _Candidate(
            quantity,
            value,
            fit,
            is_current=around.is_current,
            is_vague=around.is_vague
            or self._is_end_of_range(quantity, before, following)
            or self._is_of_a_period(quantity, around),
            is_past=around.is_past,
            part=around.part,
            is_total=around.is_total,
        )
        (self.percents if self._is_of_the_way(quantity, around) else self.candidates).append(candidate)

    def _around(self, quantity: Quantity) -> Surroundings:
        clause = self.written.clause_at(quantity.start)
        return Surroundings(
            self.said[max(clause.start, quantity.start - 80) : quantity.start],
            self.said[quantity.end : max(quantity.end, min(clause.end, quantity.end + 80))],
        )

    def _is_time_of_measure(self, quantity: Quantity) -> bool:
        return quantity.form is Form.TIME and self.unit.kind is Kind.TIME

    def _is_of_the_way(self, quantity: Quantity, around: Surroundings) -> bool:
        if quantity.form is Form.FRACTION and self.unit.kind is Kind.PERCENT:
            return words.OF_THE_WAY.search(quantity.word + around.right[:30]) is not None
        is_share = quantity.form in (Form.PERCENT, Form.FRACTION) and not quantity.is_points
        return is_share and self.unit.kind is not Kind.PERCENT

    def _fitted(self, quantity: Quantity, around: Surroundings) -> tuple[_Fit, float] | None:
        """How well an amount fits the measure, and what it is in its unit; None where it cannot be it."""
        if math.isnan(quantity.value):
            return None
        match quantity.form:
            case Form.TIME:
                return self._fitted_time(quantity, around)
            case Form.PERCENT if quantity.is_points and "point" in self.unit.words:
                return _Fit.UNIT, quantity.value
            case Form.PERCENT:
                is_of_else = words.OF_SOMETHING_ELSE.match(around.right) and self.unit.kind is not Kind.PERCENT
                if is_of_else and not self._is_difference(quantity, around):
                    return None
                return _Fit.UNIT, quantity.value
            case Form.FRACTION:
                short = len(around.left.split()) + len(around.right.split()) <= 4
                said_so = words.OF_SOMETHING.search(quantity.word + around.right[:50]) is not None
                return (_Fit.NAMED, quantity.value) if short or said_so else None
            case Form.SHARE:
                return self._fitted_share(quantity, around)
            case _:
                return self._fitted_plain(quantity, around)

    def _fitted_time(self, quantity: Quantity, around: Surroundings) -> tuple[_Fit, float] | None:
        if self.unit.kind is Kind.TIME:
            is_one = quantity.word in ("a", "an", "the", "un") and "half" not in self._text(quantity)
            if is_one and not (words.IS_BEFORE.search(around.left) or self._is_difference(quantity, around)):
                return None  # "a day" is seldom the average
            return _Fit.UNIT, time_in(self.unit, quantity.value, quantity.scale)
        is_told = words.IS_BEFORE.search(around.left) or self._is_difference(quantity, around)
        if self.unit.kind is Kind.NONE and self.measure.target is None and is_told:
            return _Fit.NAMED, round(quantity.value / days_in(quantity.scale), 4)
        return None

    def _fitted_share(self, quantity: Quantity, around: Surroundings) -> tuple[_Fit, float] | None:
        part, whole, target = quantity.value, quantity.whole or 0.0, self.measure.target
        if whole <= 0 or self.unit.kind is Kind.TIME:
            return None
        if target is not None and target != whole and re.match(r"\d{1,2}/(?:1[0-2]|[1-9])$", self._text(quantity)):
            return None  # a day and a month
        is_money = self.unit.kind is Kind.MONEY
        if is_money:
            part, whole = part / self.unit.factor, whole / self.unit.factor
        if self.unit.kind is Kind.PERCENT:
            return (_Fit.NAMED, part / whole * 100) if part <= whole else None
        if around.is_left:
            part = whole - part if self.measure.direction is not Direction.DOWN else part
        if target is None or target == whole:
            if target is None and part <= whole and not around.is_past and not around.is_future:
                self.shares.append(part / whole * 100)
            return _Fit.UNIT, part
        if part <= whole and self.measure.direction is not Direction.DOWN and not is_money:
            self.shares.append(part / whole * 100)
            self.reading.unsure.add("value")
        return None

    def _text(self, quantity: Quantity) -> str:
        return self.said[quantity.start : quantity.end]

    def _fitted_plain(self, quantity: Quantity, around: Surroundings) -> tuple[_Fit, float] | None:
        counts = self._what_it_counts(around.right)
        if quantity.word in ("one", "un", "a", "couple", "none", "dim") and not (
            counts == "unit" or around.is_alone
        ):
            return None
        if quantity.scale == "m" and not quantity.is_money and round(self.unit.factor * 1_440) == 1:
            return _Fit.UNIT, quantity.value / 1e6  # minutes, not millions
        match self.unit.kind:
            case Kind.MONEY:
                return self._fitted_money(quantity, around, counts)
            case Kind.TIME | Kind.PERCENT:
                if quantity.is_money or counts in ("name", "other", "done") or quantity.scale:
                    return None
                return self._fitted_bare(quantity.value, around)
        if quantity.is_money:
            return (_Fit.NAMED, quantity.value) if self.unit.kind is Kind.NONE and self._is_open else None
        match counts:
            case "unit":
                return _Fit.UNIT, quantity.value
            case "name":
                return _Fit.NAMED, quantity.value
            case "done":
                return _Fit.NAMED, quantity.value
            case "other":
                known = self.unit.kind is Kind.COUNT or not self._is_open
                if self._is_open and not around.left.strip() and not words.PEOPLE.search(around.right[:30]):
                    return _Fit.NAMED, quantity.value
                if (
                    known
                    or words.PEOPLE.search(around.right[:30])
                    or words.VERB_BEFORE.search(around.left) is None
                ):
                    return None
                return _Fit.BARE, quantity.value
        return self._fitted_bare(quantity.value, around)

    @property
    def _is_open(self) -> bool:
        """Whether nothing is known of the measure, so that any amount might be its value."""
        return not self.names and self.measure.target is None

    def _fitted_money(self, quantity: Quantity, around: Surroundings, counts: str) -> tuple[_Fit, float] | None:
        is_full = quantity.is_money or bool(quantity.scale) or quantity.value >= self.unit.factor > 1
        value = quantity.value / self.unit.factor if is_full else quantity.value
        if quantity.is_money or re.match(r"\s*(?:pounds|quid|gbp|o bunnoedd|punt)\b", around.right):
            return _Fit.UNIT, value
        if counts in ("name", "other"):
            return (_Fit.NAMED, value) if quantity.scale in ("k", "grand") else None
        fitted = self._fitted_bare(value, around)
        return (max(fitted[0], _Fit.NAMED), value) if fitted and quantity.scale else fitted

    def _fitted_bare(self, value: float, around: Surroundings) -> tuple[_Fit, float] | None:
        if around.is_alone:
            return _Fit.BARE, value
        before = around.left
        if words.IN_TOTAL_AFTER.match(around.right) or words.SO_FAR_AFTER.match(around.right):
            return _Fit.NAMED, value
        if words.VERB_BEFORE.search(before) or words.TO_BEFORE.search(before) or words.ARROW.search(before):
            return _Fit.NAMED, value
        if len(around.left.split()) <= 1 and len(around.right.split()) <= 4:
            return _Fit.BARE, value
        if self._stems_of(around.left[-40:]) & (self.names | self.unit.words):
            return _Fit.BARE, value
        return None

    def _what_it_counts(self, right: str) -> str:
        """What follows a number: its "unit", a word of the title ("name"), "done", an "other" noun, or none."""
        if re.match(r"\s*(?:°|degrees?\b|c\b|deg\b|celsius)", right) and self.measure.unit:
            is_degrees = (
                "°" in self.measure.unit
                or self.measure.unit.lower().startswith("deg")
                or "celsius" in self.measure.unit
            )
            return "unit" if is_degrees else "other"
        found = re.match(r"[\s-]*((?:[^\W\d_][\w'-]*\s*){1,5})", right)
        following = found.group(1).split() if found else []
        if not following or following[0] in words.FUNCTION_WORDS:
            if len(following) > 2 and following[0] == "of":
                rest = self._stems_of(" ".join(following[1:4]))
                return "unit" if rest & self.unit.words else "name" if rest & self.names else "bare"
            return "bare"
        if words.PARTICIPLE.match(right) and following[0] not in words.ADJECTIVES:
            return "done"
        for place, word in enumerate(following[:4]):
            if word in words.FUNCTION_WORDS:
                break
            if stem(word) in self.unit.words:
                return "unit"
            if stem(word) in self.names and place < 3:
                return "name"
        if following[0] in words.ADJECTIVES and (len(following) == 1 or following[1] in words.FUNCTION_WORDS):
            return "bare" if following[0] not in words.ADJECTIVES_DONE else "done"
        if self.measure.direction is Direction.DOWN and words.OPEN_AFTER.match(right):
            return "name"
        if words.LEFT_AFTER.match(right):
            return "bare"
        if following[0] in ("better", "worse", "quicker", "faster", "fewer", "less", "more", "higher", "lower"):
            return "bare"
        if self.written.is_welsh and re.match(r"\s*\w+ wedi\b", right):
            return "done"
        if re.match(r"\s*\w+ (?:in|on) (?:the|our|my)\b", right) and self._stems_of(right[:40]) & self.names:
            return "name"
        return "other"

    def _stems_of(self, text: str) -> set[str]:
        return {stem(word) for word in re.findall(r"[^\W\d_]{3,}", text)}

    # --- what was said of it ------------------------------------------------------------------------------------

    def _sign_of_change(self, quantity: Quantity, around: Surroundings) -> int | None:
        """1 or -1 where the amount is a difference, None where it is no difference, 0 where it could be either."""
        if quantity.form in (Form.SHARE, Form.FRACTION):
            return None
        if quantity.is_signed and self._text(quantity).startswith("+"):
            return 1
        return change_sign(
            around.left,
            around.right,
            is_more=quantity.said_more,
            is_downward=self.measure.direction is Direction.DOWN,
            is_count=quantity.form is Form.PLAIN,
        )

    def _is_difference(self, quantity: Quantity, around: Surroundings) -> bool:
        return self._sign_of_change(quantity, around) is not None

    def _add_change(self, quantity: Quantity, value: float, sign: int) -> None:
        if quantity.form is Form.PERCENT and self.unit.kind is not Kind.PERCENT:
            if self.unit.kind is not Kind.NONE or not quantity.is_points:
                self.reading.unsure.add("change")  # five per cent of what?
            return
        if sign == 0:
            self.reading.unsure.add("change")
            return
        self.changes.append(sign * abs(value))

    def _done_where_left(self, quantity: Quantity, value: float) -> float | None:
        """What is done where an upward measure was told by what is left; None where that is the measure."""
        if quantity.form is Form.SHARE or self.measure.direction in (Direction.DOWN, Direction.WITHIN):
            return None
        if quantity.form in (Form.PERCENT, Form.FRACTION):
            return 100 - value if self.unit.kind is not Kind.PERCENT else None
        target = self.measure.target
        if target is None or self.unit.kind in (Kind.TIME, Kind.PERCENT) or value > target:
            return None
        return target - value

    def _is_of_a_period(self, quantity: Quantity, around: Surroundings) -> bool:
        """Whether a count is of one week or day only, while the measure adds up."""
        adds_up = self.measure.direction is Direction.UP and self.unit.kind in (Kind.COUNT, Kind.MONEY)
        if not adds_up or quantity.form is Form.SHARE:
            return False
        return words.IN_PERIOD.search(around.right) is not None and words.IN_TOTAL.search(around.both) is None

    def _is_end_of_range(self, quantity: Quantity, before: Quantity | None, following: Quantity | None) -> bool:
        for first, last in ((before, quantity), (quantity, following)):
            if first is None or last is None or last.start - first.end > 12 or first.form is Form.FRACTION:
                continue
            gap = self.said[first.end : last.start]
            led_by = self.said[max(0, first.start - 30) : first.start]
            is_between = re.search(r"\bbetween\W*(?:\w+\W+)?$", led_by) is not None
            if " - " in gap or not words.RANGE.fullmatch(gap) or (" and" in gap and not is_between):
                continue
            if words.ARROW.fullmatch(gap) or (re.search(r"\bto\b", gap) and words.MOVED_BEFORE.search(led_by)):
                continue
            return True
        return False

    # --- all of them together -----------------------------------------------------------------------------------

    def _settle(self) -> None:
        reading = self.reading
        reading.value = self._one_of(self.candidates, "value")
        percent = self._one_of(self.percents, "percent")
        if percent is None and len(set(self.shares)) == 1:
            percent = self.shares[0]
        if percent is None and reading.value is not None and "percent" not in reading.unsure:
            percent = self._worked_out(reading.value)
        if percent is not None:
            reading.percent = round(min(100.0, max(0.0, percent)), 2)
        if len(set(self.changes)) == 1:
            reading.change = round(self.changes[0], 6)
        elif self.changes:
            reading.unsure.add("change")
        elif "change" not in reading.unsure and words.NO_CHANGE.search(self.said):
            reading.change = 0.0
        if reading.value is not None:
            reading.value = round(reading.value, 6)
            reading.unsure.discard("value")

    def _one_of(self, candidates: list[_Candidate], field_: str) -> float | None:
        """The value that the best of the candidates agree on; unsure where they do not."""
        present = [each for each in candidates if not each.is_past]
        clear = [each for each in present if not each.is_vague]
        if not clear:
            if present or any(each.is_past for each in candidates):
                self.reading.unsure.add(field_)
            return None
        clear = [each for each in clear if each.is_total] or clear
        best = max(each.fit for each in clear)
        pool = [each for each in clear if each.fit is best]
        if len(pool) == 1 and pool[0].part:  # "12 days for housing, 9 for adults"
            pool = [each for each in clear if each.fit is best or each.part == pool[0].part]
        for narrower in (
            pool,
            [each for each in pool if each.is_current],
            [each for each in pool if each.quantity.form is Form.SHARE],
        ):
            if len({each.value for each in narrower}) == 1:
                return narrower[0].value
        self.reading.unsure.add(field_)
        return None

    def _worked_out(self, value: float) -> float | None:
        if self.unit.kind is Kind.PERCENT and self.measure.target is None and self.measure.floor is None:
            return value
        return self.measure.percent_for(value)


def _name_stems(text: str) -> set[str]:
    found = re.findall(r"[^\W\d_]{3,}", text.lower())
    return {stem(word) for word in found if word not in words.FUNCTION_WORDS and word not in words.TITLE_VERBS}
