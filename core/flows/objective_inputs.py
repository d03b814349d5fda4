"""Kinds of answer about an objective that exists: blank leaves what is there, “none” takes it away.

Unlike the kinds in `core.flows.inputs` they know the objective that is asked about: its unit, its date, its steps
and the titles beside it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from core.chat.card import Input, Option
from core.flows.inputs import Field, NotUnderstood
from core.model.objective import Milestone
from core.model.person import Language
from core.texts import formats
from core.texts.texts import Words
from core.understanding.amounts import read_amount
from core.understanding.dates import read_date
from core.understanding.milestone_lines import LineWrong, as_lines, read_milestones
from core.understanding.other_unit import is_time, other_unit

NONE = "-"
"""The stored value of a part that is to be taken away."""

_NONE_SAID = frozenset({"-", "–", "none", "no", "remove", "dim", "dileu", "tynnu"})


class _Typed:
    """What all kinds that are typed have in common."""

    multiline = False
    longest = 300

    def options(self, words: Words) -> tuple[Option, ...]:
        """No choices: it is typed."""
        return ()

    def field(self, field: Field, words: Words) -> Input:
        """A text field with what is there now."""
        return field.typed(multiline=self.multiline, max_length=max(self.longest, 300))

    def show(self, value: str, language: Language) -> str:
        """As it was typed."""
        return value


def _says_none(text: str) -> bool:
    return text.strip(" .").casefold() in _NONE_SAID


@dataclass(frozen=True)
class Wording(_Typed):
    """A few words; the `taken` ones (case-folded) name something else already."""

    taken: Collection[str] = ()
    can_go: bool = True

    def read(self, text: str, today: date) -> str:
        """The words, or `NONE`; raises `NotUnderstood` when they are too long or taken."""
        said = " ".join(text.split())
        if self.can_go and _says_none(said):
            return NONE
        if len(said) > self.longest:
            raise NotUnderstood("input-text-too-long", longest=self.longest, length=len(said))
        if said.casefold() in self.taken:
            raise NotUnderstood("upkeep-title-taken", title=said)
        return said


@dataclass(frozen=True)
class Figure(_Typed):
    """A value of the measure in its own `unit`; another unit is named and never guessed."""

    unit: str = ""
    can_go: bool = True

    def read(self, text: str, today: date) -> str:
        """The number, or `NONE`; raises `NotUnderstood`."""
        if self.can_go and _says_none(text):
            return NONE
        amount = read_amount(text, self.unit)
        if amount is None:
            raise NotUnderstood("upkeep-figure-unclear", unit=self.unit)
        value = amount.value if amount.value is not None else amount.percent
        written = other_unit(text, self.unit)
        if value is None or (amount.value is None and self.unit.strip()) or written:
            raise self._wrong_unit(text, value, written or "%")
        return repr(value)

    def _wrong_unit(self, text: str, value: float | None, written: str) -> NotUnderstood:
        if value is None or not (is_time(written) and is_time(self.unit)):
            return NotUnderstood("upkeep-other-unit", written=text, unit=self.unit)
        # Lengths of time are read in the measure's own unit already.
        shown = formats.quantity(value, self.unit, Language.EN)
        return NotUnderstood("upkeep-other-unit-converted", written=text, unit=self.unit, same=shown)

    def show(self, value: str, language: Language) -> str:
        """With its unit."""
        return value if value == NONE else formats.quantity(float(value), self.unit, language)


@dataclass(frozen=True)
class Weight(_Typed):
    """How much it counts beside the others: a number above nought."""

    def read(self, text: str, today: date) -> str:
        """The number; raises `NotUnderstood`."""
        amount = read_amount(text)
        if amount is None or amount.value is None or not 0 < amount.value <= 1000:
            raise NotUnderstood("upkeep-weight-unclear")
        return repr(amount.value)


@dataclass(frozen=True)
class Day(_Typed):
    """A date to come, in words or figures; `known`, the one there is, may have passed. Stored as ISO."""

    known: date | None = None
    after_today: bool = False
    can_go: bool = True

    def read(self, text: str, today: date) -> str:
        """The date, or `NONE`; raises `NotUnderstood`."""
        if self.can_go and _says_none(text):
            return NONE
        day = read_date(text, today)
        if day is None:
            raise NotUnderstood("input-date-unclear")
        if day != self.known and (day < today or (self.after_today and day == today)):
            raise NotUnderstood("upkeep-day-past", written=text)
        return day.isoformat()

    def show(self, value: str, language: Language) -> str:
        """As people write dates."""
        return value if value == NONE else formats.full_date(date.fromisoformat(value), language)


@dataclass(frozen=True)
class MilestoneLines(_Typed):
    """Milestones, one a line; `known` ones keep the day they were done. Stored as lines with ISO dates."""

    known: tuple[Milestone, ...] = ()
    multiline = True
    longest = 3000

    def read(self, text: str, today: date) -> str:
        """The lines; raises `NotUnderstood` with the line that is wrong."""
        try:
            return as_lines(read_milestones(text, today, self.known), "by")
        except LineWrong as wrong:
            raise NotUnderstood(f"upkeep-milestone-{wrong.problem}", line=wrong.line) from wrong
