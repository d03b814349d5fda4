"""A missed target beside its figure, and the offer to find out what got in the way."""

from collections.abc import Sequence
from enum import Enum, auto

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Divider, Heading, Paragraph, Part, Tone
from core.model.missed_target import MissedTarget, MissKind, Offer
from core.texts import formats
from core.texts.texts import Words

FLOW = "learn"

OFFERED = 3
"""Conversations offered in one message; the date of many objectives is the same day in March."""


class Viewpoint(Enum):
    """Who reads a missed result: that decides how much stands beside the figure."""

    OWN = auto()
    MANAGER = auto()
    CHANNEL = auto()
    """Figures and whether it was outside control; no one's words (docs/decisions/003)."""


def beside(words: Words, miss: MissedTarget | None, viewpoint: Viewpoint) -> list[str]:
    """`not reached in time` and `outside their control: supplier`, as far as known; empty without a miss."""
    if miss is None:
        return []
    below = miss.kind is MissKind.BELOW_TARGET
    said = [words("missed-below" if below else "missed-off-track")]
    if miss.answered_at is None or not miss.outside_control:
        return said
    match viewpoint:
        case Viewpoint.CHANNEL:
            return [*said, words("missed-outside")]
        case Viewpoint.OWN:
            outside = words("missed-outside-your")
        case Viewpoint.MANAGER:
            outside = words("missed-outside-their")
    if miss.outside_factor:
        outside = words("missed-outside-what", outside=outside, what=miss.outside_factor)
    return [*said, outside]


def talk_actions(words: Words, miss_id: str, *, later: bool = False) -> Actions:
    """Buttons to begin the conversation, in a form or in chat; with `later` also to put it off."""
    where = SEPARATOR.join((FLOW, miss_id))
    style = ActionStyle.PRIMARY if later else ActionStyle.DEFAULT
    actions = [
        Action("flow.form", words("missed-talk-form"), where, style),
        Action("flow.chat", words("missed-talk-chat"), where),
    ]
    if later:
        actions.append(Action("flow.later", words("missed-talk-later"), where))
    return Actions(tuple(actions))


def talk_from_list(words: Words, miss_id: str) -> Actions:
    """One button to begin the conversation, where there may be many in a row."""
    return Actions((Action("flow.form", words("missed-talk-list"), SEPARATOR.join((FLOW, miss_id))),))


def offer_parts(words: Words, offers: Sequence[Offer]) -> list[Part]:
    """The offer as part of another card: what was noticed, why to talk, and the ways in; empty without any."""
    if not offers:
        return []
    return [Divider(), Heading(words("missed-offer-title")), *_offers(words, offers, later=False)]


def offer_card(words: Words, offers: Sequence[Offer]) -> Card:
    """The offer as a message of its own."""
    parts = _offers(words, offers, later=len(offers) == 1)
    return Card(words("missed-offer-title"), tuple(parts), words.language)


def _offers(words: Words, offers: Sequence[Offer], *, later: bool) -> list[Part]:
    parts: list[Part] = []
    for offer in offers[:OFFERED]:
        parts.append(Paragraph(_why_offered(words, offer)))
        if offer is offers[0]:
            parts.append(Paragraph(words("missed-offer-why"), Tone.SUBTLE))
        parts.append(talk_actions(words, offer.miss.id, later=later))
    more = len(offers) - OFFERED
    if more > 0:
        parts.append(Paragraph(words("missed-offer-more", count=more)))
    return parts


def _why_offered(words: Words, offer: Offer) -> str:
    title = offer.objective.title
    if offer.miss.kind is MissKind.OFF_TRACK_TWICE:
        return words("missed-offer-off-track", title=title)
    day = formats.full_date(offer.miss.noticed_for, words.language)
    return words("missed-offer-below", title=title, date=day)


def nothing_missed(words: Words) -> Card:
    """Someone asked for the conversation and there is nothing to talk about."""
    return Card(words("missed-none-title"), (Paragraph(words("missed-none")),), words.language)
