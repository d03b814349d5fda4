"""Cards and forms as Block Kit.

What people wrote is only ever put into `plain_text` objects and rich-text elements, neither of which Slack parses,
so that nothing in it can become a mention, a broadcast or a link. The top-level text of a message is markup, hence
escaped. Limits: Slack docs "Block Kit"; see `fit` for those of a whole message.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, assert_never

from bot.adapters.slack.fields import ID_CHARACTERS, TooLong, form_metadata, input_blocks
from bot.adapters.slack.fit import BUTTONS_A_ROW, MESSAGE, SECTION_CHARACTERS, VIEW, fit
from bot.adapters.slack.objects import NOTHING, Block, context, plain
from bot.adapters.slack.outlines import outline
from bot.adapters.slack.rich import Run, bold, lines, link, quote, run
from bot.adapters.slack.signs import STATUS_SIGNS, bar
from bot.adapters.slack.tables import table
from bot.adapters.slack.text import escape, escaped_width
from bot.adapters.text import clean, cut, length, pieces
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Chart,
    ChoiceInput,
    DateInput,
    Divider,
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

FORM = "milepost_form"
"""The `callback_id` of every form."""

NOTIFICATION_CHARACTERS = 4_000
HEADER_CHARACTERS = 150
CONTEXT_CHARACTERS = 2_000
BUTTON_CHARACTERS = 75
BUTTON_VALUE_CHARACTERS = 2_000
VIEW_TITLE_CHARACTERS = 24

_NAME_END = "|"
"""Ends an action's name within its `action_id`; what follows only makes that unique."""


def message(card: Card) -> dict[str, Any]:
    """`text` and `blocks` of a message; the text is what notifications and screen readers get."""
    said = clean(plain_text(card)).strip() or NOTHING
    text = escape(said)
    if length(text) > NOTIFICATION_CHARACTERS:
        text = escape(cut(said, NOTIFICATION_CHARACTERS, escaped_width))
    return {"text": text, "blocks": blocks(card)}


def blocks(card: Card) -> list[Block]:
    """Block Kit for `card` as a message: at most 50 blocks, each within its limits."""
    return fit(_card(card), MESSAGE, card.language)


def home(card: Card) -> dict[str, Any]:
    """A Home tab that shows `card`."""
    return {"type": "home", "blocks": fit(_card(card) or [context(NOTHING)], VIEW, card.language)}


def view(form: Form) -> dict[str, Any]:
    """A modal that shows `form`; its `private_metadata` says which form it is."""
    shown = [*_parts(form.parts, form.saves_drafts)]
    if length(clean(form.title)) > VIEW_TITLE_CHARACTERS or not shown:
        shown = [*_header(form.title), *shown]
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": plain(form.title, VIEW_TITLE_CHARACTERS),
        "submit": plain(form.submit_label, VIEW_TITLE_CHARACTERS),
        "close": plain(form.cancel_label, VIEW_TITLE_CHARACTERS),
        "private_metadata": form_metadata(form),
        "blocks": fit(shown or [context(NOTHING)], VIEW, form.language),
    }


def action_name(action_id: str) -> str:
    """The name of the action whose button carries `action_id`."""
    return action_id.rpartition(_NAME_END)[0] or action_id


def _card(card: Card) -> list[Block]:
    return [*_header(card.title), *_parts(card.parts, saves_drafts=False)]


def _parts(parts: Sequence[Part], saves_drafts: bool) -> Iterator[Block]:
    numbers = count()
    for part in parts:
        yield from _part(part, numbers, saves_drafts)


def _part(part: Part, numbers: Iterator[int], saves_drafts: bool) -> Iterator[Block]:
    match part:
        case Heading(text=text):
            yield from lines([bold(text.strip())])
        case Paragraph(text=text, tone=tone):
            yield from _paragraph(text, tone)
        case Facts():
            yield from lines(_facts(part))
        case ProgressBar():
            yield from lines(_progress(part))
        case Outline():
            yield from outline(part)
        case Table():
            yield from table(part)
        case Chart():
            yield from _small_print(part.caption)
        case Link(label=label, address=address):
            yield from link(label, address)
        case Divider():
            yield {"type": "divider"}
        case TextInput() | ChoiceInput() | DateInput():
            yield from input_blocks(part, saves_drafts)
        case Actions(items=items):
            yield from _buttons(items, numbers)
        case _:
            assert_never(part)


def _header(title: str) -> Iterator[Block]:
    said = " ".join(clean(title).split())
    if length(said) > HEADER_CHARACTERS:
        yield from lines([bold(said)])
    elif said:
        yield {"type": "header", "text": plain(said, HEADER_CHARACTERS)}


def _paragraph(text: str, tone: Tone) -> Iterator[Block]:
    match tone:
        case Tone.NORMAL:
            yield from _sections(text)
        case Tone.WARNING:
            yield from _sections(f"⚠️ {text}")
        case Tone.SUBTLE:
            yield from _small_print(text)
        case Tone.QUOTE:
            yield from quote(text)
        case _:
            assert_never(tone)


def _sections(text: str) -> Iterator[Block]:
    for piece in _shown_pieces(text, SECTION_CHARACTERS):
        # Slack folds a section after a few lines unless it is told not to.
        yield {"type": "section", "text": plain(piece, SECTION_CHARACTERS), "expand": True}


def _small_print(text: str) -> Iterator[Block]:
    for piece in _shown_pieces(text, CONTEXT_CHARACTERS):
        yield context(piece)


def _shown_pieces(text: str, most: int) -> list[str]:
    stripped = (piece.strip("\n") for piece in pieces(clean(text), most))
    return [piece for piece in stripped if piece.strip()]


def _facts(facts: Facts) -> Iterator[Run]:
    for fact in facts.items:
        if fact.label:
            yield bold(f"{fact.label}: ")
        yield run(f"{fact.value}\n")


def _progress(progress: ProgressBar) -> Iterator[Run]:
    yield bold(progress.label)
    drawn = bar(progress.percent)
    yield run(f"\n{drawn} {progress.caption}" if drawn else f"\n{progress.caption}")
    if progress.status is not None:
        yield run(f"  {STATUS_SIGNS[progress.status]} {progress.status_label}")


def _buttons(actions: Sequence[Action], numbers: Iterator[int]) -> Iterator[Block]:
    drawn = [_button(action, number) for action, number in zip(actions, numbers, strict=False)]
    for start in range(0, len(drawn), BUTTONS_A_ROW):
        yield {"type": "actions", "elements": drawn[start : start + BUTTONS_A_ROW]}


def _button(action: Action, number: int) -> dict[str, Any]:
    action_id = f"{action.name}{_NAME_END}{number}"
    if len(action_id) > ID_CHARACTERS or len(action.value) > BUTTON_VALUE_CHARACTERS:
        raise TooLong(f"the action {action.name[:60]} has a name or value longer than a button holds")
    button: dict[str, Any] = {
        "type": "button",
        "action_id": action_id,
        "text": plain(action.label, BUTTON_CHARACTERS),
    }
    if action.value:
        button["value"] = action.value
    if action.style is not ActionStyle.DEFAULT:
        button["style"] = action.style.value
    return button
