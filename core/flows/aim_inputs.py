"""One of the organisation's aims as an answer: tapped, or typed by title, the nearest named where none fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from core.chat.card import ChoiceInput, Input, Option
from core.flows.inputs import Field, NotUnderstood
from core.model.aim import Aim
from core.model.aim_rules import aim_called, title_key
from core.model.person import Language
from core.services.import_cells import Suggestions
from core.texts.texts import Words, words_for

NO_AIM = "none"

SURE = 92
"""How alike (0 to 100) what was typed and a title must be."""

BUTTONS_AT_MOST = 15
"""More aims than that are typed by title or picked in the form."""


@dataclass(frozen=True, slots=True)
class AimOf:
    """An aim's id; `labels` are what they are called in lists, in the order of `aims`.

    `none` is the text key of the choice that means no aim, stored as `NO_AIM`; empty where one must be chosen.
    """

    aims: Sequence[Aim]
    labels: Sequence[str]
    none: str = ""

    def read(self, text: str, today: date) -> str:
        if self.none and self._means_none(text):
            return NO_AIM
        if any(text == aim.id for aim in self.aims):
            return text
        found = self._meant(text)
        if found is None:
            nearest = Suggestions([aim.title for aim in self.aims]).nearest(text)
            raise NotUnderstood("aim-not-found", written=text, nearest=nearest)
        return found

    def show(self, value: str, language: Language) -> str:
        titles = {aim.id: aim.title for aim in self.aims}
        return titles.get(value) or (words_for(language)(self.none) if self.none else "")

    def options(self, words: Words) -> tuple[Option, ...]:
        choices = self._all(words)
        return choices if len(choices) <= BUTTONS_AT_MOST else ()

    def field(self, field: Field, words: Words) -> Input:
        return ChoiceInput(
            key=field.key,
            label=field.label,
            hint=field.hint,
            value=self._id_of(field.value),
            options=self._all(words),
            required=field.required,
            compact=True,
            error=field.error,
        )

    def _meant(self, text: str) -> str | None:
        """By title, by its number in the list, or by a title but for a letter or two; the rest is asked about."""
        called = aim_called(self.aims, text)
        if called is not None:
            return called.id
        if text.strip().isdecimal():
            values = [option.value for option in self._all(words_for(Language.EN))]
            return values[int(text) - 1] if 1 <= int(text) <= len(values) else None
        titles = [title_key(aim.title) for aim in self.aims]
        near = process.extract(title_key(text), titles, scorer=fuzz.ratio, score_cutoff=SURE, limit=2)
        return self.aims[near[0][2]].id if len(near) == 1 else None

    def _all(self, words: Words) -> tuple[Option, ...]:
        nothing = (Option(NO_AIM, words(self.none)),) if self.none else ()
        return (*(Option(aim.id, label) for aim, label in zip(self.aims, self.labels, strict=True)), *nothing)

    def _means_none(self, text: str) -> bool:
        said = text.strip().casefold()
        return said == NO_AIM or said in {words_for(language)(self.none).casefold() for language in Language}

    def _id_of(self, value: str) -> str:
        """What a form shows chosen: what was typed in chat is looked up once more."""
        called = aim_called(self.aims, value)
        return called.id if called else value
