"""Invokes: what Teams asks and waits for, as events, and what they are answered with.

Microsoft: "Respond to search command", "Create and send dialogs", "Respond to the dialog submit action",
"Typeahead search in Adaptive Cards" and "Work with Universal Actions for Adaptive Cards". Teams waits for five
seconds.
"""

import html
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from bot.adapters.teams.activity import Closed, acted, origin_of, plain
from bot.adapters.teams.incoming import Incoming
from bot.adapters.teams.render import DATA, PictureUrl, card, form
from core.chat.card import Card, Form
from core.chat.effect import (
    FormErrors,
    Found,
    Immediate,
    Offer,
    OfferCards,
    OpenForm,
    PublishHome,
    RefreshForm,
    Reply,
)
from core.chat.event import CardsAsked, Event, MessageChosen, OptionsAsked, Origin
from core.model.person import Language
from core.texts.texts import words_for

SEARCH = "searchObjectives"
SEARCH_PARAMETER = "words"
CHOSEN: dict[str, Literal["recognise", "evidence"]] = {"recogniseMessage": "recognise", "addEvidence": "evidence"}
"""The commands of the message extension, as the manifest names them."""

CARD_ACTION = "adaptiveCard/action"
LOOK_UP = "application/search"
QUERY = "composeExtension/query"
FETCH_DIALOG = "composeExtension/fetchTask"
SUBMIT_DIALOG = "composeExtension/submitAction"
SUBMIT_TASK = "task/submit"

MOST_LOOKED_UP = 15
"""Microsoft: "The number of options in the dropdown is limited to 15"."""

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
_SAID = "application/vnd.microsoft.activity.message"
_THUMBNAIL = "application/vnd.microsoft.card.thumbnail"
_TAGS = ("<br", "</p>", "</div>", "</li>")

Body = dict[str, Any]


def asked(incoming: Incoming) -> Event | Closed | None:
    """The event that an invoke tells of; None for what Milepost does not offer. Raises like `understand`."""
    value = incoming.value if isinstance(incoming.value, Mapping) else {}
    match incoming.name:
        case "adaptiveCard/action":
            data = value["action"]["data"]
            return acted(incoming, data, data[DATA])
        case "composeExtension/submitAction" | "task/submit":
            data = value["data"]
            event = acted(incoming, data, data[DATA])
            return event if isinstance(event, Closed) else replace(event, origin=_beside(incoming))
        case "application/search":
            typed = str(value.get("queryText") or "")
            return OptionsAsked(_beside(incoming), str(value["dataset"]), typed)
        case "composeExtension/query" if value.get("commandId") == SEARCH:
            return CardsAsked(_beside(incoming), _typed(value))
        case "composeExtension/fetchTask" if value.get("commandId") in CHOSEN:
            return _chosen(incoming, CHOSEN[value["commandId"]], value["messagePayload"])
        case _:
            return None


def _beside(incoming: Incoming) -> Origin:
    """Where something was asked that its answer alone is shown to; that may be a chat of other people's.

    So it tells nothing of where the person can be written to.
    """
    origin = origin_of(incoming, incoming.sender, incoming.id or "asked")
    return replace(origin, private=True, address=None, message=None)


def _typed(value: Mapping[str, Any]) -> str:
    for each in value.get("parameters") or ():
        if each.get("name") == SEARCH_PARAMETER:
            return str(each.get("value") or "")
    # Before anything is typed Teams asks once, with a parameter of its own.
    return ""


def _chosen(
    incoming: Incoming, name: Literal["recognise", "evidence"], message: Mapping[str, Any]
) -> MessageChosen:
    author = ((message.get("from") or {}).get("user") or {}).get("id")
    body = message.get("body") or {}
    text = str(body.get("content") or "")
    if body.get("contentType") != "text":
        text = _without_tags(text)
    link = str(message.get("linkToMessage") or "")
    return MessageChosen(_beside(incoming), name, str(author or ""), plain(text), link)


def _without_tags(text: str) -> str:
    """What a message in HTML says, a paragraph a line."""
    for tag in _TAGS:
        text = text.replace(tag, f"\n{tag}")
    said, _, rest = text.partition("<")
    while rest:
        _, _, rest = rest.partition(">")
        more, _, rest = rest.partition("<")
        said += more
    lines = (" ".join(line.split()) for line in said.replace("\xa0", " ").replace("&nbsp;", " ").split("\n"))
    return "\n".join(line for line in lines if line)


# --- answers --------------------------------------------------------------------------------------------------


class Invoked:
    """Draws the answers to invokes, as JSON."""

    def __init__(self, picture_url: PictureUrl) -> None:
        self._picture_url = picture_url

    def answer(self, name: str, effects: Iterable[Immediate], language: Language) -> Body:
        """What an invoke other than a card's action is answered with: the first effect it can show."""
        for effect in effects:
            match effect:
                case Offer(options=options):
                    return _looked_up([(option.label, option.value) for option in options[:MOST_LOOKED_UP]])
                case OfferCards(found=found) if found:
                    return self._results(found)
                case OpenForm(form=shown) | FormErrors(form=shown) | RefreshForm(form=shown):
                    return self._dialog(shown)
                case Reply(card=shown) | PublishHome(card=shown):
                    return self._shown(name, shown)
                case OfferCards():
                    return said(name, words_for(language)("teams-found-nothing"))
        words = words_for(language)
        return said(name, words("teams-nothing-to-do" if name == FETCH_DIALOG else "teams-form-sent"))

    def _shown(self, name: str, shown: Card) -> Body:
        if name in (LOOK_UP, QUERY):
            return said(name, shown.title)
        return _dialog(shown.title, card(shown, self._picture_url))

    def _results(self, found: Iterable[Found]) -> Body:
        attachments = [
            {
                "contentType": ADAPTIVE,
                "content": card(each.card, self._picture_url),
                "preview": {
                    "contentType": _THUMBNAIL,
                    "content": {"title": each.card.title, "text": html.escape(each.about)},
                },
            }
            for each in found
        ]
        return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": attachments}}

    def _dialog(self, shown: Form) -> Body:
        return _dialog(shown.title, form(shown, in_dialog=True))


def instead(drawn: Mapping[str, Any]) -> Body:
    """The answer to a card's action: a card that takes its place."""
    return {"statusCode": 200, "type": ADAPTIVE, "value": drawn}


def said(name: str, text: str) -> Body:
    """A few words as an invoke's answer; a card whose action it was stays as it is."""
    match name:
        case "adaptiveCard/action":
            return {"statusCode": 200, "type": _SAID, "value": text}
        case "application/search":
            return _looked_up([])
        case "composeExtension/query":
            return {"composeExtension": {"type": "message", "text": text}}
        case _:
            return {"task": {"type": "message", "value": text}}


def _looked_up(results: Iterable[tuple[str, str]]) -> Body:
    return {
        "type": "application/vnd.microsoft.search.searchResponse",
        "value": {"results": [{"title": title, "value": value} for title, value in results]},
    }


def _dialog(title: str, drawn: Mapping[str, Any]) -> Body:
    attachment = {"contentType": ADAPTIVE, "content": drawn}
    return {"task": {"type": "continue", "value": {"title": title, "height": "large", "card": attachment}}}
