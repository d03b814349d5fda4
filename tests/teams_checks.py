"""Checks cards as Teams does: by the published schema of Adaptive Cards 1.5 and Teams' own limits."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

MOST_CARD_BYTES = 28 * 1024
MOST_ACTIONS = 6

_SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card.1.5.schema.json"
_INPUTS = ("Input.Text", "Input.ChoiceSet", "Input.Date")


class Invalid(AssertionError):
    """A card that Teams would not show, or not as it is meant."""


@cache
def _validator() -> Draft6Validator:
    return Draft6Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def elements(card: Any) -> Iterator[dict[str, Any]]:
    """Every element, action and run of a card, from the outside in."""
    if isinstance(card, dict):
        if "type" in card:
            yield card
        for value in card.values():
            yield from elements(value)
    elif isinstance(card, list):
        for value in card:
            yield from elements(value)


def check_card(card: dict[str, Any]) -> None:
    """Raise `Invalid` unless Teams shows this card whole."""
    # `msteams` is Teams' own extension, which the schema does not know.
    error = best_match(_validator().iter_errors({key: card[key] for key in card if key != "msteams"}))
    if error is not None:
        raise Invalid(f"{error.json_path}: {error.message[:300]}")
    taken = len(json.dumps(card, ensure_ascii=False).encode("utf-8"))
    if taken > MOST_CARD_BYTES:
        raise Invalid(f"a card of {taken} bytes")
    _check_ids(card)
    for element in elements(card):
        if len(element.get("actions", ())) > MOST_ACTIONS:
            raise Invalid("more actions than Teams shows")
        if element["type"] == "Table" and any(
            len(row["cells"]) != len(element["columns"]) for row in element["rows"]
        ):
            raise Invalid("a row of a table without a cell for each column")
        if element["type"] == "TextBlock" and element.get("wrap") is not True:
            raise Invalid("a text that is cut off at the card's edge")


def _check_ids(card: dict[str, Any]) -> None:
    ids = [element.get("id") for element in elements(card) if element["type"] in _INPUTS]
    if None in ids or len(ids) != len(set(ids)):
        raise Invalid("inputs without ids of their own")
    for element in elements(card):
        if element["type"] in _INPUTS and not element.get("label"):
            raise Invalid("an input that a screen reader cannot name")


def words(card: Any) -> str:
    """Everything a card says, in reading order, a text a line; Markdown's escapes taken out as clients do."""
    return "\n".join(_said(card))


def _said(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _said(each)
        return
    match part:
        case {"type": "TextBlock", "text": text}:
            yield _unescaped(text)
        case {"type": "RichTextBlock", "inlines": runs}:
            yield "".join(run["text"] for run in runs)
        case {"type": "FactSet", "facts": facts}:
            for fact in facts:
                yield f"{_unescaped(fact['title'])}: {_unescaped(fact['value'])}"
        case {"type": "Table", "rows": rows}:
            for row in rows:
                yield " | ".join(words(cell["items"]) for cell in row["cells"])
        case {"type": "ColumnSet", "columns": columns}:
            yield from _said(columns)
        case {"type": "Image", "altText": alt}:
            yield alt
        case {"type": "ActionSet", "actions": actions}:
            yield " ".join(f"[{action['title']}]" for action in actions)
        case {"type": "Input.ChoiceSet", "label": label, "choices": choices}:
            yield f"{label} ({' / '.join(choice['title'] for choice in choices)})"
        case {"label": label}:
            yield label
        case {"items": items} | {"body": items}:
            yield from _said(items)


def _unescaped(markdown: str) -> str:
    out, escaped = [], False
    for character in markdown:
        if character == "\\" and not escaped:
            escaped = True
        else:
            out.append(character)
            escaped = False
    return "".join(out)
