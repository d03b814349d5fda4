"""What Teams' activities mean, as events. Microsoft: "Bot Framework Activity", "Events in Teams bots".

Anything not shaped as Microsoft documents it raises `AttributeError`, `KeyError`, `TypeError` or `ValueError`.
"""

import html
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from botbuilder.schema import Activity, ActivityTypes, ChannelAccount

from bot.adapters.teams.address import Place
from bot.adapters.teams.fields import read_values
from bot.adapters.teams.render import DATA
from core.chat.event import ActionChosen, Event, FormSubmitted, MemberSeen, Mention, Origin, TextReceived
from core.model.person import Language, Platform

NO_TENANT = "playground"
"""The workspace of activities that name none, as some test clients send them."""

ResolveUser = Callable[[Place, str], Awaitable[str]]
"""Tells the id that an account is known by from a mention's."""

_THREAD = ";messageid="
_AT = re.compile(r"<at\b[^>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Closed:
    """A form was closed unsent, in the language it was shown in."""

    language: Language


async def understand(activity: Activity, resolve: ResolveUser) -> Event | Closed | None:
    """The event that `activity` tells of; None for what is not meant for Milepost."""
    match activity.type:
        case ActivityTypes.message:
            told = activity.value.get(DATA) if isinstance(activity.value, Mapping) else None
            return _chosen(activity, told) if told is not None else await _said(activity, resolve)
        case ActivityTypes.conversation_update:
            return _seen(activity) if activity.members_added else None
        case ActivityTypes.installation_update:
            return _seen(activity) if activity.action in ("add", "add-upgrade") else None
        case _:
            return None


def workspace_of(activity: Activity) -> str:
    """The Microsoft 365 tenant."""
    conversation, channel_data = activity.conversation, _mapping(activity.channel_data)
    # The SDK looks for `tenantID`; Teams says `tenantId`.
    told = conversation.additional_properties.get("tenantId") or conversation.tenant_id
    told = told or _mapping(channel_data.get("tenant")).get("id")
    return str(told) if told else NO_TENANT


def is_personal(activity: Activity) -> bool:
    """Whether only one person reads along."""
    return activity.conversation.conversation_type in (None, "", "personal") and not activity.conversation.is_group


def place_of(activity: Activity, person: ChannelAccount) -> Place:
    """The conversation an activity of someone took place in; of a channel, the channel and not the thread."""
    service, bot, conversation = activity.service_url, activity.recipient.id, activity.conversation.id
    if not (service and bot and conversation):
        raise ValueError("an activity that cannot be answered")
    if is_personal(activity):
        return Place(service, bot, conversation, person.id)
    team = _mapping(_mapping(activity.channel_data).get("team")).get("id")
    return Place(service, bot, conversation.partition(_THREAD)[0], team=str(team or ""))


def thread_of(activity: Activity) -> str:
    """The conversation in which an answer appears below what was said."""
    conversation = activity.conversation.id
    if activity.conversation.conversation_type != "channel" or _THREAD in conversation:
        return conversation
    return f"{conversation}{_THREAD}{activity.id}"


# --- events ---------------------------------------------------------------------------------------------------


def _origin(activity: Activity, who: ChannelAccount, event_id: str) -> Origin:
    if not (who.id and event_id):
        raise ValueError("an activity of nobody")
    place, private = place_of(activity, who), is_personal(activity)
    return Origin(
        platform=Platform.TEAMS,
        workspace=workspace_of(activity),
        user=who.aad_object_id or who.id,
        # Teams counts messages in each conversation by their time, so that ids of two conversations may be alike.
        event_id=f"{event_id}@{sha256(activity.conversation.id.encode()).hexdigest()[:16]}",
        conversation=str(place),
        private=private,
        message=activity.reply_to_id or None,
        address=str(place if private else place.alone_with(who.id)),
    )


def _seen(activity: Activity) -> Event | None:
    """Someone became reachable. The same event however often and in whichever way Teams says so."""
    if not is_personal(activity):
        return None
    # Teams names the bot alone as added, other clients the person as well; the sender brings the directory's id.
    accounts = [activity.from_property, *(activity.members_added or [])]
    people = [each for each in accounts if each is not None and each.id != activity.recipient.id]
    return MemberSeen(_origin(activity, people[0], f"seen:{people[0].id}")) if people else None


def _chosen(activity: Activity, told: Mapping[str, Any]) -> Event | Closed:
    origin = _origin(activity, activity.from_property, activity.id)
    match told:
        case {"kind": "action", "name": str(name)}:
            return ActionChosen(origin, name, str(told.get("value") or ""))
        case {"kind": "form", "name": str(name), "subject": str(subject), "keys": list(keys)}:
            return FormSubmitted(origin, name, subject, read_values(activity.value, map(str, keys)))
        case {"kind": "cancel"}:
            return Closed(language_of(activity))
        case _:
            raise ValueError("a button that is none of ours")


def language_of(activity: Activity) -> Language:
    """The language of the form that was acted on, else of the client as far as Milepost speaks it."""
    told = _mapping(_mapping(activity.value).get(DATA)).get("language")
    spoken = str(told or activity.locale or "").partition("-")[0].lower()
    return Language(spoken) if spoken in set(Language) else Language.EN


async def _said(activity: Activity, resolve: ResolveUser) -> Event | None:
    text, mentioned = activity.text or "", _mentioned(activity)
    to_us = [said for account, said in mentioned if account == activity.recipient.id]
    if not (to_us or is_personal(activity)):
        return None
    for said in to_us:
        text = text.replace(said, " ")
    place = place_of(activity, activity.from_property)
    mentions = []
    for account, said in mentioned:
        if account != activity.recipient.id:
            name = f"@{_plain(said)}"
            text = text.replace(said, name)
            mentions.append(Mention(await resolve(place, account), name))
    read = _plain(text)
    if not (read or to_us):
        return None
    return TextReceived(_origin(activity, activity.from_property, activity.id), read, tuple(mentions))


def _mentioned(activity: Activity) -> list[tuple[str, str]]:
    """Who is mentioned, and how that is written in the text."""
    found = []
    for entity in activity.entities or []:
        if entity.type == "mention":
            more = entity.additional_properties
            found.append((str(more["mentioned"]["id"]), str(more["text"])))
    return found


def _plain(text: str) -> str:
    """What was typed: Teams sends it with entities, and names between tags."""
    return html.unescape(_AT.sub(r"\1", text)).replace("\xa0", " ").strip()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
