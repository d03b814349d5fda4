"""The inputs of a form: drawn as input elements, and read back from what Teams sends with the button.

An input's id is its key. Teams leaves out what is empty, so the button carries every key along.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, assert_never

from bot.adapters.teams.elements import NOTHING, Element, escape, one_line, paragraphs, small_print
from bot.adapters.text import clean, length
from core.chat.card import ChoiceInput, DateInput, Input, TextInput
from core.model.person import Language
from core.texts.texts import words_for

MOST_EXPANDED = 3
"""Choices that are all shown, for which Teams takes a line each; more go into a list."""


def input_elements(shown: Input, language: str) -> Iterator[Element]:
    """An input with its error above it, where it is read first, and its hint below."""
    yield from paragraphs(f"⚠️ {shown.error}" if shown.error.strip() else "", color="attention", weight="bolder")
    element = _element(shown, language) | {"id": shown.key, "label": one_line(shown.label) or NOTHING}
    if shown.required:
        element |= {"isRequired": True, "errorMessage": words_for(Language(language))("teams-needed")}
    yield element
    for hint in small_print(shown.hint):
        yield hint | {"spacing": "small"}


def _element(shown: Input, language: str) -> Element:
    match shown:
        case TextInput():
            return _text(shown)
        case ChoiceInput(source=source) if source:
            return _looked_up(shown, language)
        case ChoiceInput():
            return _choice(shown, language)
        case DateInput():
            return {"type": "Input.Date"} | ({"value": shown.value} if _is_date(shown.value) else {})
        case _:
            assert_never(shown)


def _text(shown: TextInput) -> Element:
    value = clean(shown.value)
    element: Element = {"type": "Input.Text", "isMultiline": shown.multiline}
    if shown.placeholder:
        element["placeholder"] = one_line(shown.placeholder)
    if value:
        element["value"] = value
    # What was typed in chat may be longer than the field would take; none of it is to be lost.
    element["maxLength"] = max(shown.max_length, length(value))
    return element


def _choice(shown: ChoiceInput, language: str) -> Element:
    is_list = shown.compact or len(shown.options) > MOST_EXPANDED
    element: Element = {
        "type": "Input.ChoiceSet",
        "style": "compact" if is_list else "expanded",
        "wrap": True,
        "choices": [{"title": _title(option.label, is_list), "value": option.value} for option in shown.options],
    }
    if is_list:
        element["placeholder"] = words_for(Language(language))("teams-choose")
    if any(option.value == shown.value for option in shown.options):
        element["value"] = shown.value
    return element


def _looked_up(shown: ChoiceInput, language: str) -> Element:
    """A choice that Teams asks for while it is typed; until then it holds what is chosen.

    Microsoft: "Typeahead search in Adaptive Cards", which shows 15 choices at most.
    """
    chosen = [option for option in shown.options if option.value == shown.value]
    element: Element = {
        "type": "Input.ChoiceSet",
        "style": "filtered",
        "choices": [{"title": _title(option.label, True), "value": option.value} for option in chosen],
        "choices.data": {"type": "Data.Query", "dataset": shown.source},
        "placeholder": words_for(Language(language))("teams-look-up"),
    }
    if chosen:
        element["value"] = shown.value
    return element


def _title(label: str, is_list: bool) -> str:
    """A choice's name: plain text in a list, Markdown where all choices are shown."""
    said = one_line(label) or NOTHING
    return said if is_list else escape(said)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def keys_of(body: Iterable[Element]) -> list[str]:
    """The keys of the inputs that are shown."""
    return [element["id"] for element in body if element["type"].startswith("Input.")]


def read_values(sent: Mapping[str, Any], keys: Iterable[str]) -> dict[str, str]:
    """Each input's value by its key, "" where there is none."""
    return {key: str(sent.get(key) or "") for key in keys}
