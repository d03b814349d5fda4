"""What Teams sends, as far as Milepost reads it, free of any SDK. Microsoft: "Bot Framework Activity" schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.model.shared_file import SharedFile


class Malformed(ValueError):
    """An activity that is not shaped as Microsoft documents it."""


@dataclass(frozen=True, slots=True)
class Who:
    """An account: `id` towards this bot, `directory_id` in Microsoft Entra, "" where it is not told."""

    id: str
    directory_id: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An activity.

    `service` is the Bot Connector's address that it claims to come from, to be trusted only once it was verified.
    `name` says which invoke it is, `change` which change to a conversation (`channelData.eventType`), `action`
    which one to an installation. `tenants` are all the tenants it names, which may be none.
    """

    type: str
    id: str
    channel_id: str
    service: str
    bot: str
    sender: Who
    conversation: str
    conversation_type: str
    is_group: bool
    tenants: frozenset[str]
    name: str = ""
    action: str = ""
    change: str = ""
    team: str = ""
    channel: str = ""
    text: str = ""
    value: Any = None
    reply_to: str = ""
    locale: str = ""
    files: tuple[SharedFile, ...] = ()
    mentions: tuple[tuple[str, str], ...] = ()
    """Who is mentioned, and how that is written in the text."""
    added: tuple[Who, ...] = ()
    removed: tuple[Who, ...] = ()

    @property
    def is_personal(self) -> bool:
        """Whether only one person reads along."""
        return self.conversation_type in ("", "personal") and not self.is_group


@dataclass(frozen=True, slots=True)
class Answer:
    """What an activity is answered with over HTTP: `body` is an invoke's, as JSON."""

    status: int = 200
    body: Mapping[str, Any] | None = field(default=None)
