"""Slack's payloads as events of the core. Pure: nothing here calls anybody.

Docs: "Interaction payloads", "Events API", "Slash commands". A payload that is not shaped as Slack documents it
raises `KeyError`, `TypeError`, `ValueError` or `AttributeError`, which the caller takes as a bad request.

An event's id is Slack's own where there is one (`event_id` of an envelope, the same in each of its retries).
Commands and interactions have none; their `trigger_id` is unique to what the person did and the same if it is
delivered twice. A form's view id would not do: one corrected after an error is sent in under the same id.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

from bot.adapters.slack.fields import form_of, read_values, shown_values, source_of
from bot.adapters.slack.files import files_of
from bot.adapters.slack.render import FORM, action_name
from bot.adapters.slack.text import read_markup
from core.chat.event import (
    ActionChosen,
    CommandInvoked,
    Event,
    FormSubmitted,
    HomeOpened,
    MemberSeen,
    MessageChosen,
    OptionsAsked,
    Origin,
    TextReceived,
)
from core.commands import SHORTCUTS
from core.model.person import Platform

Payload = Mapping[str, Any]

MAIN_COMMAND = "/milepost"
"""Takes every command as its first word; any other slash command stands for the word it is named after."""

MESSAGE_SHORTCUTS: Mapping[str, Literal["recognise", "evidence"]] = {
    "recognise_message": "recognise",
    "add_evidence": "evidence",
}
"""What is done with a message, by the `callback_id` of the entry in its menu."""

_BARE_COMMAND = "help"
_SUBTYPES_WITH_TEXT = (None, "file_share", "thread_broadcast")


def command(body: Payload) -> Event:
    """A slash command; `/team overdue` and `/milepost team overdue` are the same."""
    word = "" if body["command"] == MAIN_COMMAND else body["command"].removeprefix("/")
    said, mentions = read_markup(f"{word} {body['text']}".strip())
    origin = _origin(body, body["user_id"], body["trigger_id"], body["channel_id"], private=True)
    origin = replace(origin, shared=not is_direct(origin.conversation))
    return CommandInvoked(origin, said or _BARE_COMMAND, mentions)


def message(body: Payload) -> Event | None:
    """A direct message; None for what bots post, and for edits and the like."""
    event = body["event"]
    if event.get("channel_type") != "im" or not _is_typed_by_a_person(event):
        return None
    return _text(body, private=True)


def mention(body: Payload) -> Event | None:
    """Something said to Milepost by name in a channel."""
    return _text(body, private=False) if _is_typed_by_a_person(body["event"]) else None


def home(body: Payload) -> Event:
    """The Home tab was opened, or the Messages tab beside it."""
    event = body["event"]
    origin = _origin(body, event["user"], body["event_id"], event.get("channel") or event["user"], private=True)
    return HomeOpened(origin) if event["tab"] == "home" else MemberSeen(origin)


def joined(body: Payload) -> Event | None:
    """Someone joined the workspace."""
    user = body["event"]["user"]
    if user.get("is_bot"):
        return None
    return MemberSeen(_origin(body, user["id"], body["event_id"], user["id"], private=True))


def chosen(body: Payload) -> Event | None:
    """A button tapped; or when an input changed, its form's state so far, None outside a form."""
    (action, *_) = body["actions"]
    if action["type"] == "button":
        return ActionChosen(_interaction_origin(body), action_name(action["action_id"]), action.get("value") or "")
    if not _shows_form(body):
        return None
    return _form(body, draft=True)


def look_up(body: Payload) -> OptionsAsked:
    """Words typed so far in a choice that is looked up. It has no id of its own, and is only ever read."""
    user, typed = body["user"]["id"], str(body["value"])
    asked_in = f"{body['view']['id']}:{body['block_id']}:{typed}"
    origin = _origin(body, user, asked_in, user, private=True)
    return OptionsAsked(origin, source_of(body["action_id"]), typed)


def shortcut(body: Payload) -> Event:
    """A global shortcut: a command given from anywhere."""
    user = body["user"]["id"]
    return CommandInvoked(
        _origin(body, user, body["trigger_id"], user, private=True), SHORTCUTS[body["callback_id"]]
    )


def message_shortcut(body: Payload) -> Event:
    """An entry of a message's menu."""
    said, _ = read_markup(body["message"].get("text") or "")
    channel, ts = body["channel"]["id"], body["message"]["ts"]
    origin = _origin(body, body["user"]["id"], body["trigger_id"], channel, private=True)
    origin = replace(origin, shared=not is_direct(channel))
    # No payload holds the message's address, and `chat.getPermalink` would be a call more before the form opens.
    domain = (body.get("team") or {}).get("domain")
    link = f"https://{domain}.slack.com/archives/{channel}/p{ts.replace('.', '')}" if domain else ""
    author = "" if body["message"].get("bot_id") else body["message"].get("user") or ""
    return MessageChosen(origin, MESSAGE_SHORTCUTS[body["callback_id"]], author, said.strip(), link)


def submitted(body: Payload) -> FormSubmitted:
    """A form sent in."""
    return _form(body, draft=False)


def _form(body: Payload, *, draft: bool) -> FormSubmitted:
    identity = form_of(body["view"])
    values, shown = read_values(body["view"]), shown_values(body["view"])
    return FormSubmitted(
        _interaction_origin(body),
        identity.name,
        identity.subject,
        values,
        draft,
        form=str(body["view"].get("id") or ""),
        at=str(body["actions"][0].get("action_ts") or "") if draft else "",
        untouched=tuple(key for key, value in values.items() if value == shown.get(key)),
    )


def _shows_form(body: Payload) -> bool:
    return (body.get("view") or {}).get("callback_id") == FORM


def _is_typed_by_a_person(event: Payload) -> bool:
    if event.get("bot_id") or event.get("edited") or event.get("subtype") not in _SUBTYPES_WITH_TEXT:
        return False
    return bool(event.get("user") and ((event.get("text") or "").strip() or event.get("files")))


def _text(body: Payload, *, private: bool) -> Event | None:
    event = body["event"]
    said, mentions = read_markup(_without_bot(event.get("text") or "", _bot_user(body)))
    files = files_of(event)
    if not (said.strip() or files):
        return None
    origin = _origin(body, event["user"], body["event_id"], event["channel"], private=private)
    if event.get("thread_ts") != event.get("ts"):
        origin = replace(origin, thread=event.get("thread_ts") or None)
    return TextReceived(origin, said.strip(), mentions, files)


def _bot_user(body: Payload) -> str | None:
    bots = (each["user_id"] for each in body.get("authorizations") or () if each.get("is_bot"))
    return next(bots, None)


def _without_bot(text: str, bot: str | None) -> str:
    return re.sub(rf"<@{re.escape(bot)}(\|[^<>]*)?>[:,]?\s*", "", text, count=1) if bot else text


def _interaction_origin(body: Payload) -> Origin:
    """Where a button was tapped or a form sent in. An ephemeral message cannot be changed, so it is not named."""
    user = body["user"]["id"]
    channel = (body.get("channel") or {}).get("id")
    container = body.get("container") or {}
    ephemeral = bool(container.get("is_ephemeral"))
    acted_on = f"{channel}:{container['message_ts']}" if channel and "message_ts" in container else None
    return _origin(
        body,
        user,
        body["trigger_id"],
        channel or user,
        private=ephemeral or channel is None or is_direct(channel),
        message=None if ephemeral else acted_on,
    )


def is_direct(channel: str) -> bool:
    """Whether a conversation is between one person and Milepost."""
    return channel.startswith("D")


def _origin(
    body: Payload, user: str, event_id: str, conversation: str, *, private: bool, message: str | None = None
) -> Origin:
    return Origin(
        platform=Platform.SLACK,
        workspace=workspace_of(body),
        user=_text_of(user),
        event_id=_text_of(event_id),
        conversation=_text_of(conversation),
        private=private,
        message=message,
        address=user,
    )


def workspace_of(body: Payload) -> str:
    """Where Milepost is installed: the workspace's id, or the enterprise's for one in all of its workspaces.

    An event may come from a channel shared with another workspace, so that its authorisation says for which one it
    is; in an interaction only the person's or the view's part may name the workspace.
    """
    (authorised, *_) = body.get("authorizations") or ({},)
    if _is_enterprise_wide(authorised.get("is_enterprise_install", body.get("is_enterprise_install"))):
        enterprise = body.get("enterprise") or {}
        return _text_of(authorised.get("enterprise_id") or body.get("enterprise_id") or enterprise.get("id"))
    team = body.get("team")
    found = (
        authorised.get("team_id")
        or (team.get("id") if isinstance(team, Mapping) else team)
        or body.get("team_id")
        or (body.get("user") or {}).get("team_id")
        or body["view"]["app_installed_team_id"]
    )
    return _text_of(found)


def _is_enterprise_wide(told: object) -> bool:
    """Commands say so in words, everything else by JSON's own values."""
    return told is True or told == "true"


def removal(body: Payload) -> datetime:
    """When Slack says that Milepost was removed."""
    return datetime.fromtimestamp(int(body["event_time"]), UTC)


def revoked_bots(body: Payload) -> bool:
    """Whether tokens of bots are among those that were revoked, rather than people's own alone."""
    return bool((body["event"]["tokens"] or {}).get("bot"))


def _text_of(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("an id is missing")
    return value
