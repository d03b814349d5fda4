"""What Teams' activities mean, as events. Microsoft: "Bot Framework Activity", "Conversation events".

Anything not shaped as Microsoft documents it raises `AttributeError`, `KeyError`, `TypeError` or `ValueError`.
"""

import html
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.adapters.teams.address import Place
from bot.adapters.teams.fields import read_values
from bot.adapters.teams.incoming import Incoming, Who
from bot.adapters.teams.render import DATA
from core.chat.event import (
    ActionChosen,
    ChannelsLost,
    Event,
    FormSubmitted,
    MemberGone,
    MemberSeen,
    Mention,
    Origin,
    TextReceived,
)
from core.model.person import Language, Platform

NO_TENANT = "playground"
"""The workspace of activities that name none, as some test clients send them."""

ResolveUser = Callable[[Place, str], Awaitable[str]]
"""Tells the id that an account is known by from a mention's."""

_THREAD = ";messageid="
_AT = re.compile(r"<at\b[^>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)
_REMOVED = ("remove", "remove-upgrade")
_ADDED = ("add", "add-upgrade")
_TEAM_IS_NO_MORE = ("teamDeleted", "teamHardDeleted")


@dataclass(frozen=True, slots=True)
class Closed:
    """A form was closed unsent, in the language it was shown in."""

    language: Language


async def understand(incoming: Incoming, resolve: ResolveUser) -> Event | Closed | None:
    """The event that `incoming` tells of; None for what is not meant for Milepost."""
    match incoming.type:
        case "message":
            told = incoming.value.get(DATA) if isinstance(incoming.value, Mapping) else None
            return acted(incoming, incoming.value, told) if told is not None else await _said(incoming, resolve)
        case "conversationUpdate":
            return _membership(incoming)
        case "installationUpdate" if incoming.action in _ADDED:
            return _seen(incoming)
        case "installationUpdate" if incoming.action in _REMOVED:
            return _gone(incoming) if incoming.is_personal else _team_lost(incoming)
        case _:
            return None


def workspace_of(incoming: Incoming) -> str:
    """The Microsoft 365 tenant; with a registration, the gate has seen to it that there is one."""
    return min(incoming.tenants, default=NO_TENANT)


def place_of(incoming: Incoming, person: Who) -> Place:
    """The conversation an activity of someone took place in; of a channel, the channel and not the thread."""
    service, bot, conversation = incoming.service, incoming.bot, incoming.conversation
    if not (service and bot and conversation):
        raise ValueError("an activity that cannot be answered")
    if incoming.is_personal:
        return Place(service, bot, conversation, person.id)
    return Place(service, bot, conversation.partition(_THREAD)[0], team=incoming.team)


def thread_of(incoming: Incoming) -> str:
    """The conversation in which an answer appears below what was said."""
    conversation = incoming.conversation
    if incoming.conversation_type != "channel" or _THREAD in conversation:
        return conversation
    return f"{conversation}{_THREAD}{incoming.id}"


def origin_of(incoming: Incoming, who: Who, event_id: str = "") -> Origin:
    """Where something that `who` did came from."""
    event_id = event_id or incoming.id
    if not (who.id and event_id):
        raise ValueError("an activity of nobody")
    place, private = place_of(incoming, who), incoming.is_personal
    return Origin(
        platform=Platform.TEAMS,
        workspace=workspace_of(incoming),
        user=who.directory_id or who.id,
        # Teams counts messages in each conversation by their time, so that ids of two conversations may be alike.
        event_id=f"{event_id}@{sha256(incoming.conversation.encode()).hexdigest()[:16]}",
        conversation=str(place),
        private=private,
        message=incoming.reply_to or None,
        thread=incoming.conversation.partition(_THREAD)[2] or None,
        address=str(place if private else place.alone_with(who.id)),
    )


# --- who is there ---------------------------------------------------------------------------------------------


def _membership(incoming: Incoming) -> Event | None:
    if incoming.added:
        return _seen(incoming)
    if incoming.change == "channelDeleted" and incoming.channel:
        return _lost(incoming, "conversation", incoming.channel)
    bot_is_out = any(each.id == incoming.bot for each in incoming.removed)
    if incoming.is_personal:
        return _gone(incoming) if incoming.removed else None
    if bot_is_out or incoming.change in _TEAM_IS_NO_MORE:
        return _team_lost(incoming)
    return None


def _seen(incoming: Incoming) -> Event | None:
    """Someone became reachable; Teams says so in two ways, and anew after each time they removed Milepost."""
    if not incoming.is_personal:
        return None
    # Teams names the bot alone as added, other clients the person as well; the sender brings the directory's id.
    people = [each for each in (incoming.sender, *incoming.added) if each.id != incoming.bot]
    if not people:
        return None
    return MemberSeen(origin_of(incoming, people[0], incoming.id or f"seen:{people[0].id}"))


def _gone(incoming: Incoming) -> Event | None:
    people = [each for each in (incoming.sender, *incoming.removed) if each.id != incoming.bot]
    if not people:
        return None
    return MemberGone(origin_of(incoming, people[0], incoming.id or f"gone:{people[0].id}"))


def _team_lost(incoming: Incoming) -> Event | None:
    if incoming.team:
        return _lost(incoming, "team", incoming.team)
    return _lost(incoming, "conversation", incoming.conversation.partition(_THREAD)[0])


def _lost(incoming: Incoming, kind: str, lost: str) -> Event:
    """Channels to which nothing can be posted any more: those whose `Place` has this team or conversation."""
    within = json.dumps({kind: lost}, ensure_ascii=False, separators=(",", ":"))[1:-1]
    return ChannelsLost(origin_of(incoming, incoming.sender, incoming.id or f"lost:{lost}"), within)


# --- what is done and said ------------------------------------------------------------------------------------


def acted(incoming: Incoming, values: Mapping[str, Any], told: Mapping[str, Any]) -> Event | Closed:
    """What a button with the data `told` does, in a card whose inputs are in `values`."""
    origin = origin_of(incoming, incoming.sender)
    match told:
        case {"kind": "action", "name": str(name)}:
            return ActionChosen(origin, name, str(told.get("value") or ""))
        case {"kind": "form", "name": str(name), "subject": str(subject), "keys": list(keys)}:
            return FormSubmitted(origin, name, subject, read_values(values, map(str, keys)))
        case {"kind": "cancel"}:
            return Closed(language_of(incoming))
        case _:
            raise ValueError("a button that is none of ours")


def language_of(incoming: Incoming) -> Language:
    """The language of the form that was acted on, else of the client as far as Milepost speaks it."""
    told = _mapping(_data(incoming.value).get(DATA)).get("language")
    spoken = str(told or incoming.locale or "").partition("-")[0].lower()
    return Language(spoken) if spoken in set(Language) else Language.EN


def _data(value: Any) -> Mapping[str, Any]:
    """What a button carries, wherever the kind of activity has it."""
    given = _mapping(value)
    return _mapping(_mapping(given.get("action")).get("data") or given.get("data") or given)


async def _said(incoming: Incoming, resolve: ResolveUser) -> Event | None:
    text = incoming.text
    to_us = [said for account, said in incoming.mentions if account == incoming.bot]
    if not (to_us or incoming.is_personal):
        return None
    for said in to_us:
        text = text.replace(said, " ")
    place = place_of(incoming, incoming.sender)
    mentions = []
    for account, said in incoming.mentions:
        if account != incoming.bot:
            name = f"@{plain(said)}"
            text = text.replace(said, name)
            mentions.append(Mention(await resolve(place, account), name))
    read = plain(text)
    if not (read or to_us or incoming.files):
        return None
    return TextReceived(origin_of(incoming, incoming.sender), read, tuple(mentions), incoming.files)


def plain(text: str) -> str:
    """What was typed: Teams sends it with entities, and names between tags."""
    return html.unescape(_AT.sub(r"\1", text)).replace("\xa0", " ").strip()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
