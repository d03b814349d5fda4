"""Cards and forms as Adaptive Cards 1.5, the version that Teams supports for bots.

Microsoft: "Adaptive Cards" (adaptivecards.io), "Cards reference" for Teams.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, assert_never

from bot.adapters.teams.charts import native_chart
from bot.adapters.teams.elements import (
    NOTHING,
    Element,
    escape,
    heading,
    one_line,
    paragraph,
    paragraphs,
    run,
    small_print,
)
from bot.adapters.teams.fields import input_elements, keys_of
from bot.adapters.teams.fit import MOST_BYTES, fit_card, fit_form, size
from bot.adapters.teams.outlines import outline
from bot.adapters.teams.signs import STATUS_SIGNS, bar
from bot.adapters.text import clean, cut
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Chart,
    ChoiceInput,
    DateInput,
    Divider,
    Fact,
    Facts,
    Form,
    Heading,
    Link,
    Outline,
    Paragraph,
    Part,
    ProgressBar,
    Table,
    TextInput,
    Tone,
)
from core.chat.plain import plain_text

VERSION = "1.5"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
DATA = "milepost"
"""Under this key a button's data says what it does."""

BUTTONS_A_SET = 6
"""Teams shows six actions; further ones go into a set of their own."""

MOST_COLUMNS = 4
"""What a telephone shows side by side."""

SUMMARY_CHARACTERS = 500
_STYLES = {ActionStyle.DEFAULT: "default", ActionStyle.PRIMARY: "positive", ActionStyle.DANGER: "destructive"}

PictureUrl = Callable[[Chart], str]
"""Where clients find a drawn chart; empty where they cannot reach this server."""


def no_pictures(_: Chart) -> str:
    """There is no address that clients could reach."""
    return ""


def card(shown: Card, picture_url: PictureUrl = no_pictures) -> dict[str, Any]:
    """A message as an Adaptive Card."""
    body = [heading(shown.title, size="large")] if shown.title.strip() else []
    body += _parts(shown.parts, shown.language, picture_url)
    return _adaptive(fit_card(body, shown.language), shown.language, plain_text(shown))


def form(shown: Form, *, in_dialog: bool = False) -> dict[str, Any]:
    """A form as an Adaptive Card with its inputs and two buttons; in a dialog, which can be closed, with one.

    Teams sends the inputs along with the button, whose data says which form it is and which keys it shows.
    """
    body = [heading(shown.title, size="large")] if shown.title.strip() else []
    body += _parts(shown.parts, shown.language, no_pictures)
    around = size(_form_buttons(shown, keys_of(body), in_dialog))
    body = fit_form(body, shown.language, max(0, MOST_BYTES - around))
    return _adaptive([*body, _form_buttons(shown, keys_of(body), in_dialog)], shown.language, shown.title)


def summary(shown: Card) -> str:
    """What a notification says of a message, and a client that draws no cards."""
    return _brief(plain_text(shown))


def _form_buttons(shown: Form, keys: Sequence[str], in_dialog: bool) -> Element:
    identity = {"name": shown.name, "subject": shown.subject, "language": shown.language}
    submit = _submit(shown.submit_label, {"kind": "form", "keys": keys, **identity}, style="positive")
    if in_dialog:
        return {"type": "ActionSet", "actions": [submit], "spacing": "medium"}
    # Nothing that was typed is needed, nor to be complete, for closing a form.
    cancel = _submit(shown.cancel_label, {"kind": "cancel", **identity}, associatedInputs="none")
    return {"type": "ActionSet", "actions": [_executed(submit), _executed(cancel)], "spacing": "medium"}


def _executed(submit: Element) -> Element:
    """A button that waits for its answer, which takes the card's place; on old clients as it was before.

    Microsoft: "Work with Universal Actions for Adaptive Cards", backward compatibility.
    """
    return submit | {"type": "Action.Execute", "verb": submit["data"][DATA]["kind"], "fallback": submit}


def _adaptive(body: Sequence[Element], language: str, said: str) -> dict[str, Any]:
    return {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "lang": language,
        # Clients that draw no card of this version read it as Markdown.
        "fallbackText": "\n".join(map(escape, _brief(said).split("\n"))),
        "body": list(body) or [paragraph(run(NOTHING))],
        # Teams: the card takes the width of the conversation.
        "msteams": {"width": "Full"},
    }


def _brief(said: str) -> str:
    return cut(clean(said).strip() or NOTHING, SUMMARY_CHARACTERS)


def _parts(parts: Sequence[Part], language: str, picture_url: PictureUrl) -> Iterator[Element]:
    """The elements of all parts; a divider is a line above what follows it."""
    is_divided = False
    for part in parts:
        if isinstance(part, Divider):
            is_divided = True
            continue
        for element in _part(part, language, picture_url):
            yield element | {"separator": True, "spacing": "large"} if is_divided else element
            is_divided = False


def _part(part: Part, language: str, picture_url: PictureUrl) -> Iterator[Element]:
    match part:
        case Heading(text=text):
            yield heading(text) | {"spacing": "large"}
        case Paragraph(text=text, tone=tone):
            yield from _paragraph(text, tone)
        case Facts(items=items):
            yield {"type": "FactSet", "facts": _facts(items)}
        case ProgressBar():
            yield _progress(part)
        case Outline():
            yield from outline(part)
        case Table():
            yield from _table(part) if len(part.header) <= MOST_COLUMNS else _listed(part)
        case Chart():
            yield from _chart(part, picture_url(part))
        case Link(label=label, address=address):
            if address:
                opened = {"type": "Action.OpenUrl", "title": one_line(label) or NOTHING, "url": address}
                yield {"type": "ActionSet", "actions": [opened], "spacing": "medium"}
        case Divider():
            return
        case TextInput() | ChoiceInput() | DateInput():
            yield from input_elements(part, language)
        case Actions(items=actions):
            for start in range(0, len(actions), BUTTONS_A_SET):
                buttons = [_button(each) for each in actions[start : start + BUTTONS_A_SET]]
                yield {"type": "ActionSet", "actions": buttons, "spacing": "medium"}
        case _:
            assert_never(part)


def _paragraph(text: str, tone: Tone) -> Iterator[Element]:
    match tone:
        case Tone.NORMAL:
            yield from paragraphs(text)
        case Tone.WARNING:
            yield from paragraphs(f"⚠️ {text}", weight="bolder")
        case Tone.SUBTLE:
            yield from small_print(text)
        case Tone.QUOTE:
            said = paragraphs(text)
            if said:
                yield {"type": "Container", "style": "emphasis", "items": said}
        case _:
            assert_never(tone)


def _facts(facts: Iterable[Fact]) -> list[Element]:
    return [
        {"title": escape(one_line(fact.label)) or NOTHING, "value": escape(fact.value) or NOTHING}
        for fact in facts
    ]


def _progress(progress: ProgressBar) -> Element:
    first = [run(progress.label, weight="bolder")]
    second: list[Element] = []
    drawn = bar(progress.percent)
    if drawn:
        second.append(run(f"{drawn}  ", color="accent"))
    if progress.status is not None:
        second.append(run(f"{STATUS_SIGNS[progress.status]} {progress.status_label}", weight="bolder"))
    items = [paragraph(*first)]
    if second:
        items.append(paragraph(*second, spacing="small"))
    if progress.caption:
        items.append(paragraph(run(progress.caption, size="small", isSubtle=True), spacing="small"))
    return {"type": "Container", "items": items, "spacing": "medium"}


def _table(table: Table) -> Iterator[Element]:
    rows = [_row(table.header, weight="bolder"), *[_row(row) for row in table.rows]]
    yield {
        "type": "Table",
        "columns": [{"width": 1} for _ in table.header],
        "rows": rows,
        "firstRowAsHeader": True,
        "showGridLines": True,
        "gridStyle": "default",
    }


def _listed(table: Table) -> Iterator[Element]:
    """Each row by its name with its cells below, for what a telephone has no room for side by side."""
    for name, *cells in table.rows:
        yield paragraph(run(one_line(name) or NOTHING, weight="bolder"))
        facts = _facts(Fact(*pair) for pair in zip(table.header[1:], cells, strict=True) if pair[1].strip())
        if facts:
            yield {"type": "FactSet", "facts": facts, "spacing": "small"}


def _row(cells: Sequence[str], **looks: str) -> Element:
    return {
        "type": "TableRow",
        "cells": [{"type": "TableCell", "items": paragraphs(cell, **looks)} for cell in cells],
    }


def _chart(chart: Chart, url: str) -> Iterator[Element]:
    """The card's own chart, in the reader's theme and size of text; a client without it shows the picture.

    Screen readers find what it says below it either way: Teams' charts have no text of their own to read out.
    """
    said = chart.caption
    picture: Element = {"type": "Image", "url": url, "altText": clean(chart.alt), "size": "stretch"}
    drawn = native_chart(chart)
    if drawn is not None:
        yield drawn | {"fallback": picture if url else "drop"}
        yield from small_print(said)
    elif url:
        yield picture
    else:
        yield from small_print(said)


def _button(action: Action) -> Element:
    told = {"kind": "action", "name": action.name, "value": action.value}
    return _submit(action.label, told, style=_STYLES[action.style], associatedInputs="none")


def _submit(label: str, told: dict[str, Any], **more: str) -> Element:
    return {"type": "Action.Submit", "title": one_line(label) or NOTHING, "data": {DATA: told}, **more}
