"""Kinds of answer a flow's step accepts: how each is read when typed, offered as buttons, and put in a form.

Every kind turns what a person typed into a short stored value that it can read again, so that an answer keeps
its meaning through restarts and a change from chat to form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from core.chat.card import ChoiceInput, DateInput, Input, Option, TextInput
from core.chat.looked_up import label_in
from core.model.objective import Status
from core.model.person import Language
from core.texts import formats
from core.texts.texts import Words, words_for
from core.understanding.amounts import read_amount
from core.understanding.choices import read_choice, read_confidence, read_status, read_yes_no
from core.understanding.dates import read_date
from core.understanding.milestones import read_milestones

LONGEST_TEXT = 20_000
"""Characters kept of one answer: more than any platform lets a person send in one message."""


class NotUnderstood(Exception):
    """An answer could not be read; `key` and `args` name the text that says what would be."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.key = key
        self.args_of_text = args

    def said(self, words: Words) -> str:
        """What is wrong, in the reader's language; dates as people write them."""
        args = {
            name: formats.full_date(value, words.language) if isinstance(value, date) else value
            for name, value in self.args_of_text.items()
        }
        return words(self.key, **args)


@dataclass(frozen=True, slots=True)
class Field:
    """What a form's input shows besides its kind: where its answer goes and what is said around it."""

    key: str
    label: str
    hint: str = ""
    value: str = ""
    required: bool = False
    error: str = ""

    def typed(self, *, multiline: bool = False, placeholder: str = "", max_length: int = 3000) -> TextInput:
        """The field as one for typed text."""
        return TextInput(
            key=self.key,
            label=self.label,
            hint=self.hint,
            value=self.value,
            multiline=multiline,
            placeholder=placeholder,
            max_length=max_length,
            required=self.required,
            error=self.error,
        )


class InputKind(Protocol):
    """One kind of answer."""

    def read(self, text: str, today: date) -> str:
        """The stored value of what was typed or chosen; raises `NotUnderstood`."""
        ...

    def show(self, value: str, language: Language) -> str:
        """A stored value as a person reads it."""
        ...

    def options(self, words: Words) -> tuple[Option, ...]:
        """The choices to offer as buttons; none for typed answers."""
        ...

    def field(self, field: Field, words: Words) -> Input:
        """The input of a form."""
        ...


@dataclass(frozen=True, slots=True)
class AmountOf:
    """A value of a measure or a percentage of the way; stored as `12.5` or `62%`."""

    unit: str = ""
    target: float | None = None

    def read(self, text: str, today: date) -> str:
        amount = read_amount(text, self.unit, self.target)
        if amount is None:
            raise NotUnderstood("input-amount-unclear", unit=self.unit)
        if amount.value is not None:
            return repr(amount.value)
        return f"{amount.percent!r}%"

    def show(self, value: str, language: Language) -> str:
        if value.endswith("%"):
            return formats.percent(float(value[:-1]), language)
        return formats.quantity(float(value), self.unit, language)

    def options(self, words: Words) -> tuple[Option, ...]:
        return ()

    def field(self, field: Field, words: Words) -> Input:
        return field.typed(placeholder=words("input-amount-placeholder"), max_length=200)


@dataclass(frozen=True, slots=True)
class ChoiceOf:
    """One of a few; `labels` are pairs of stored value and text key, `reader` understands typed words."""

    labels: tuple[tuple[str, str], ...]
    reader: Callable[[str], str | None]
    unclear: str
    compact: bool = False

    def read(self, text: str, today: date) -> str:
        for value, key in self.labels:
            if text == value or text.casefold() in {words_for(lang)(key).casefold() for lang in Language}:
                return value
        understood = self.reader(text)
        if understood is None:
            raise NotUnderstood(self.unclear)
        return understood

    def show(self, value: str, language: Language) -> str:
        return words_for(language)(dict(self.labels)[value])

    def options(self, words: Words) -> tuple[Option, ...]:
        return tuple(Option(value, words(key)) for value, key in self.labels)

    def field(self, field: Field, words: Words) -> Input:
        return ChoiceInput(
            key=field.key,
            label=field.label,
            hint=field.hint,
            value=field.value,
            options=self.options(words),
            required=field.required,
            compact=self.compact,
            error=field.error,
        )


@dataclass(frozen=True, slots=True)
class LookedUp:
    """One of many, looked up by what is typed: a choice's value (`core.services.suggest`), or a name as typed."""

    source: str
    longest: int = 200

    def read(self, text: str, today: date) -> str:
        if len(text) > self.longest:
            raise NotUnderstood("input-text-too-long", longest=self.longest, length=len(text))
        return " ".join(text.split())

    def show(self, value: str, language: Language) -> str:
        return label_in(value)

    def options(self, words: Words) -> tuple[Option, ...]:
        return ()

    def field(self, field: Field, words: Words) -> Input:
        chosen = (Option(field.value, label_in(field.value)),) if field.value else ()
        return ChoiceInput(
            key=field.key,
            label=field.label,
            options=chosen,
            hint=field.hint,
            value=field.value,
            required=field.required,
            error=field.error,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class MilestoneList:
    """Milestones, a line each; stored as they were typed and read anew where they are needed."""

    def read(self, text: str, today: date) -> str:
        past = next((each for each in read_milestones(text, today) if each.due_on and each.due_on < today), None)
        if past is not None:
            raise NotUnderstood("input-milestone-past", title=past.title)
        return text

    def show(self, value: str, language: Language) -> str:
        return value

    def options(self, words: Words) -> tuple[Option, ...]:
        return ()

    def field(self, field: Field, words: Words) -> Input:
        return field.typed(multiline=True)


@dataclass(frozen=True, slots=True)
class FreeText:
    """Free text, kept whole."""

    multiline: bool = True
    longest: int = LONGEST_TEXT

    def read(self, text: str, today: date) -> str:
        if len(text) > self.longest:
            raise NotUnderstood("input-text-too-long", longest=self.longest, length=len(text))
        return text

    def show(self, value: str, language: Language) -> str:
        return value

    def options(self, words: Words) -> tuple[Option, ...]:
        return ()

    def field(self, field: Field, words: Words) -> Input:
        return field.typed(multiline=self.multiline)


@dataclass(frozen=True, slots=True)
class FutureDate:
    """A date still to come, in words or figures; stored as ISO."""

    def read(self, text: str, today: date) -> str:
        day = read_date(text, today)
        if day is None:
            raise NotUnderstood("input-date-unclear")
        if day < today:
            raise NotUnderstood("input-date-past", date=day)
        return day.isoformat()

    def show(self, value: str, language: Language) -> str:
        return formats.full_date(date.fromisoformat(value), language)

    def options(self, words: Words) -> tuple[Option, ...]:
        return ()

    def field(self, field: Field, words: Words) -> Input:
        return DateInput(
            key=field.key,
            label=field.label,
            hint=field.hint,
            value=field.value,
            required=field.required,
            error=field.error,
        )


STATUS_LABELS: tuple[tuple[str, str], ...] = tuple(
    (status.value, f"status-{status.value.replace('_', '-')}") for status in Status
)

STATUS = ChoiceOf(STATUS_LABELS, read_status, "input-status-unclear")

CONFIDENCE = ChoiceOf(
    tuple((str(level), f"confidence-{level}") for level in range(1, 6)),
    lambda text: None if (level := read_confidence(text)) is None else str(level),
    "input-confidence-unclear",
    compact=True,
)

YES_NO = ChoiceOf(
    (("yes", "yes"), ("no", "no")),
    lambda text: None if (said := read_yes_no(text)) is None else ("yes" if said else "no"),
    "input-yes-no-unclear",
)


def choice_of(labels: tuple[tuple[str, str], ...], unclear: str) -> ChoiceOf:
    """A choice whose typed words are matched against its labels in every language."""

    @cache
    def options() -> tuple[Option, ...]:
        return tuple(Option(value, words_for(lang)(key)) for lang in Language for value, key in labels)

    return ChoiceOf(labels, lambda text: read_choice(text, options()), unclear)
