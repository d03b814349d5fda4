"""Checks cards as Teams does: by the published schema of Adaptive Cards 1.5 and Teams' own limits."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import extend

MOST_CARD_BYTES = 28 * 1024
MOST_ACTIONS = 6

_SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card.1.5.schema.json"
_INPUTS = ("Input.Text", "Input.ChoiceSet", "Input.Date")


class Invalid(AssertionError):
    """A card that Teams would not show, or not as it is meant."""


@cache
def _validator() -> Validator:
    return _ByType(json.loads(_SCHEMA.read_text(encoding="utf-8")))


def _any_of(validator: Validator, branches: list[Any], part: Any, schema: Any) -> Iterator[ValidationError]:
    """The schema's own `anyOf`, tried only with what is defined for the part's type: each definition names one."""
    kind = part.get("type") if isinstance(part, dict) else None
    own = [{"$ref": f"#/definitions/{kind}"}]
    fitting = [branch for branch in branches if branch.get("allOf", own) == own]
    yield from Draft6Validator.VALIDATORS["anyOf"](validator, fitting or branches, part, schema)


_ByType = extend(Draft6Validator, {"anyOf": _any_of})


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
    error = best_match(_validator().iter_errors(_as_published(card)))
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


def _as_published(card: dict[str, Any]) -> dict[str, Any]:
    """The card without what Teams documents beyond the schema, each of which is checked here instead."""
    return _plain({key: value for key, value in card.items() if key != "msteams"})


def _plain(part: Any) -> Any:
    if isinstance(part, list):
        # Where a chart cannot be drawn and there is no picture, nothing stands in its place.
        return [shown for each in part if (shown := _plain(each)) != "drop"]
    if not isinstance(part, dict):
        return part
    if str(part.get("type", "")).startswith("Chart."):
        check_chart(part)
        return _plain(part["fallback"])
    if "choices.data" in part:
        query = part["choices.data"]
        if set(query) != {"type", "dataset"} or query["type"] != "Data.Query" or not query["dataset"]:
            raise Invalid(f"a query that Teams does not know: {query}")
        # "Typeahead search in Adaptive Cards" documents this style, which the published schema leaves out.
        beyond = {"choices.data"} | ({"style"} if part["style"] == "filtered" else set())
        part = {key: value for key, value in part.items() if key not in beyond}
    return {key: _plain(value) for key, value in part.items()}


def check_chart(chart: dict[str, Any]) -> None:
    """Raise `Invalid` unless a chart is as "Charts in Adaptive Cards" documents it, and other clients are served.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
    """
    known = {"type", "title", "data", "fallback", "xAxisTitle", "yAxisTitle", "colorSet", "separator", "spacing"}
    if chart["type"] not in ("Chart.Line", "Chart.VerticalBar", "Chart.VerticalBar.Grouped"):
        raise Invalid(f"a chart of type {chart['type']}")
    if (
        not set(chart) <= known | {"stacked", "showBarValues"}
        or not chart.get("fallback")
        or not chart.get("data")
    ):
        raise Invalid(f"a chart with {sorted(chart)}")
    points = chart["data"]
    if chart["type"] != "Chart.VerticalBar":
        if any(set(series) != {"legend", "values"} for series in points):
            raise Invalid("a series without a legend and values")
        points = [point for series in points for point in series["values"]]
    for point in points:
        if set(point) != {"x", "y"} or not isinstance(point["x"], str) or not isinstance(point["y"], int | float):
            raise Invalid(f"a point that Teams cannot draw: {point}")


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
        case {"type": str(kind), "fallback": fallback} if kind.startswith("Chart."):
            yield from _said(fallback)
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
