"""One of a few choices that are known only when the question is asked, such as someone's own objectives."""

from dataclasses import dataclass
from datetime import date

from core.chat.card import ChoiceInput, Input, Option
from core.flows.inputs import Field, NotUnderstood
from core.model.person import Language
from core.texts.texts import Words
from core.understanding.choices import read_choice


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value of one of `choices`; `unclear` names the text for what fits none of them."""

    choices: tuple[Option, ...]
    unclear: str

    def read(self, text: str, today: date) -> str:
        """The value that was tapped, or whose label was typed; raises `NotUnderstood`."""
        if any(text == each.value for each in self.choices):
            return text
        meant = read_choice(text, self.choices)
        if meant is None:
            raise NotUnderstood(self.unclear)
        return meant

    def show(self, value: str, language: Language) -> str:
        """The label."""
        return next((each.label for each in self.choices if each.value == value), "")

    def options(self, words: Words) -> tuple[Option, ...]:
        """All of them."""
        return self.choices

    def field(self, field: Field, words: Words) -> Input:
        """A drop-down: labels may be long."""
        return ChoiceInput(
            key=field.key,
            label=field.label,
            options=self.choices,
            hint=field.hint,
            value=field.value,
            required=field.required,
            compact=True,
            error=field.error,
        )
