"""Keeps a card within what Teams takes: 28 kB as JSON.

Microsoft: "Format your bot messages", message size; "Cards reference".
"""

import json
from collections.abc import Sequence

from bot.adapters.teams.elements import Element, small_print
from core.model.person import Language
from core.texts.texts import words_for

MOST_BYTES = 25_000
"""Of a card's body; what stands around it takes up to 3 kB."""

_CAN_BE_SHORTENED = {"Table": "rows", "FactSet": "facts", "Container": "items"}


def size(value: object) -> int:
    """The bytes that `value` takes as JSON."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def fit_card(body: Sequence[Element], language: str, most: int = MOST_BYTES) -> list[Element]:
    """`body` where it fits, else its beginning and its buttons with a line between that says where the rest is."""
    if _sum(body) <= most:
        return list(body)
    note = _note("teams-more-elsewhere", language)
    buttons = [element for element in body if element["type"] == "ActionSet"]
    while _sum(buttons) > most / 2:
        buttons.pop()
    others = [element for element in body if element["type"] != "ActionSet"]
    shown = _beginning(others, most - _sum(note) - _sum(buttons))
    # Each button keeps its place among what is left of the rest.
    places = [at for at, element in enumerate(body) if element["type"] != "ActionSet"]
    last = places[len(shown) - 1] if shown else -1
    before = sum(1 for element in body[: last + 1] if element["type"] == "ActionSet")
    return [*_merged(body[: last + 1], shown, buttons[:before]), *note, *buttons[before:]]


def fit_form(body: Sequence[Element], language: str, most: int) -> list[Element]:
    """`body` where it fits, else its beginning; what is left out is asked once this part was sent in."""
    if _sum(body) <= most:
        return list(body)
    note = _note("teams-form-goes-on", language)
    return [*_beginning(body, most - _sum(note)), *note]


def _note(key: str, language: str) -> list[Element]:
    return small_print(words_for(Language(language))(key))


def _sum(elements: Sequence[Element]) -> int:
    return sum(size(element) + 1 for element in elements)


def _beginning(elements: Sequence[Element], room: int) -> list[Element]:
    """As many elements as have room; the last one may be a shortened one."""
    shown: list[Element] = []
    for element in elements:
        taken = size(element) + 1
        if taken > room:
            return [*shown, *_shortened(element, room)]
        shown.append(element)
        room -= taken
    return shown


def _shortened(element: Element, room: int) -> list[Element]:
    key = _CAN_BE_SHORTENED.get(element.get("type", ""))
    if key is None:
        return []
    frame = element | {key: []}
    kept = _beginning(element[key], room - size(frame) - 1)
    # A table that is nothing but its header says nothing.
    return [element | {key: kept}] if len(kept) > (key == "rows") else []


def _merged(body: Sequence[Element], shown: Sequence[Element], buttons: Sequence[Element]) -> list[Element]:
    """`shown` and `buttons` in the order of `body`; some buttons may be missing at the end."""
    rest, sets = iter(shown), iter(buttons)
    found = (next(sets, None) if element["type"] == "ActionSet" else next(rest, None) for element in body)
    return [element for element in found if element is not None]
