"""Events: what people do in chat, as each adapter reports it to the core."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter
from pydantic_core import PydanticSerializationError

from core.model.person import Platform
from core.model.shared_file import SharedFile


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an event came from.

    `event_id` is the platform's own id of the event, the same when it is delivered twice. `conversation` is
    what the adapter needs to write back to the place it came from; `private` whether only this person reads
    the answer; `shared` whether others read in the conversation, as they do where a slash command is given in
    a channel, though its answer is private. `message` is the adapter's reference of the card that was acted on,
    where there is one, `thread` that of the message in whose thread something was typed. `address` is how to
    write to the person privately, where the event reveals it.
    """

    platform: Platform
    workspace: str
    user: str
    event_id: str
    conversation: str
    private: bool = True
    message: str | None = None
    address: str | None = None
    shared: bool = False
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A person mentioned by the platform's own markup; `text` is how the mention reads in the event's text."""

    user: str
    text: str


@dataclass(frozen=True, slots=True)
class CommandInvoked:
    """A slash command or a menu command; `text` starts with the command's word ("team overdue")."""

    origin: Origin
    text: str
    mentions: tuple[Mention, ...] = ()
    kind: Literal["command"] = "command"


@dataclass(frozen=True, slots=True)
class TextReceived:
    """Something typed to Milepost in a private conversation, or to it by name in a channel.

    `files` are attached to it; with files there may be no text at all.
    """

    origin: Origin
    text: str
    mentions: tuple[Mention, ...] = ()
    files: tuple[SharedFile, ...] = ()
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class FormSubmitted:
    """A form sent in, or with `draft` its state so far. `values` has each input's key; an empty one is "".

    Where the adapter can tell: `form` is the form that was opened, `at` when a draft was made (as text that can be
    compared), `untouched` the keys whose values are as they were shown.
    """

    origin: Origin
    name: str
    subject: str
    values: dict[str, str] = field(default_factory=dict)
    draft: bool = False
    form: str = ""
    at: str = ""
    untouched: tuple[str, ...] = ()
    kind: Literal["form"] = "form"


@dataclass(frozen=True, slots=True)
class ActionChosen:
    """A button tapped; `name` and `value` as in the `Action`."""

    origin: Origin
    name: str
    value: str = ""
    kind: Literal["action"] = "action"


@dataclass(frozen=True, slots=True)
class HomeOpened:
    """A person opened Milepost's home surface."""

    origin: Origin
    kind: Literal["home"] = "home"


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """A person became reachable: they installed the app or opened the conversation for the first time."""

    origin: Origin
    kind: Literal["member"] = "member"


@dataclass(frozen=True, slots=True)
class MemberGone:
    """A person can no longer be written to where the event came from: they removed or blocked Milepost."""

    origin: Origin
    kind: Literal["gone"] = "gone"


@dataclass(frozen=True, slots=True)
class ChannelsLost:
    """Shared channels can no longer be posted to: those whose conversation, as text, has `within` in it.

    Whoever did that is in `origin`, and need not be anyone the directory knows.
    """

    origin: Origin
    within: str
    kind: Literal["channels_lost"] = "channels_lost"


@dataclass(frozen=True, slots=True)
class MessageChosen:
    """An entry of a message's own menu: `recognise` who wrote it, or keep it as `evidence`.

    `author` is the platform's id of who wrote it, "" where no person did; `link` leads back to it, where there is
    one.
    """

    origin: Origin
    name: Literal["recognise", "evidence"]
    author: str
    text: str
    link: str = ""
    kind: Literal["message_chosen"] = "message_chosen"


@dataclass(frozen=True, slots=True)
class OptionsAsked:
    """What fits the words typed so far in a choice that is looked up; answered by `Offer`."""

    origin: Origin
    source: str
    typed: str
    kind: Literal["options"] = "options"


@dataclass(frozen=True, slots=True)
class Installed:
    """A person has installed Milepost for their organisation."""

    origin: Origin
    kind: Literal["installed"] = "installed"


@dataclass(frozen=True, slots=True)
class CardsAsked:
    """What fits the words typed in a search for something to put into a message; answered by `OfferCards`."""

    origin: Origin
    typed: str
    kind: Literal["cards"] = "cards"


Event = Annotated[
    CommandInvoked
    | TextReceived
    | FormSubmitted
    | ActionChosen
    | HomeOpened
    | MemberSeen
    | MemberGone
    | ChannelsLost
    | MessageChosen
    | OptionsAsked
    | Installed
    | CardsAsked,
    Field(discriminator="kind"),
]

EVENT_JSON: TypeAdapter[Event] = TypeAdapter(Event)
"""Events to and from JSON, for the inbox."""


def well_formed(event: Event) -> Event:
    """The event with each field of its kind, and without NULs, which no database's text holds.

    Raises `ValueError` for any other: whoever sent it is answered so, before anything of it is kept.
    """
    try:
        written = EVENT_JSON.dump_json(event, warnings="error")
    except PydanticSerializationError:
        raise ValueError("a part of it is of another kind, or is no text") from None
    if b"\\u0000" not in written:
        return event
    return EVENT_JSON.validate_python(_without_nul(EVENT_JSON.dump_python(event)))


def _without_nul(value: Any) -> Any:
    match value:
        case str():
            return value.replace("\x00", "")
        case dict():
            return {_without_nul(key): _without_nul(each) for key, each in value.items()}
        case list() | tuple():
            return [_without_nul(each) for each in value]
        case _:
            return value
