"""What the page sends: one shape a request, checked before anything is done."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter

EventId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{8,64}$")]
"""Made by the page anew for everything a person does; the same when it has to ask twice."""

LocalMoment = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$")]


@dataclass(frozen=True, slots=True)
class Entered:
    """A person was picked."""

    persona: str


@dataclass(frozen=True, slots=True)
class Said:
    """Something was typed, or files that were uploaded before were attached, or both."""

    persona: str
    conversation: str
    event_id: EventId
    text: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button was tapped; `message` is empty on the home surface."""

    persona: str
    conversation: str
    event_id: EventId
    name: str
    value: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A form was sent in, or with `draft` its state so far."""

    persona: str
    conversation: str
    event_id: EventId
    name: str
    subject: str
    values: dict[str, str] = field(default_factory=dict)
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry of a colleague's message's own menu."""

    persona: str
    conversation: str
    event_id: EventId
    name: Literal["recognise", "evidence"]
    message: int


@dataclass(frozen=True, slots=True)
class Begun:
    """An entry of the shortcuts at the box to type in, which are the same wherever one is."""

    persona: str
    event_id: EventId
    name: str


@dataclass(frozen=True, slots=True)
class Searched:
    """Words typed so far in a search for something to put into a conversation."""

    persona: str
    conversation: str
    event_id: EventId
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """What a search for `typed` found at `number` is to be put into the conversation."""

    persona: str
    conversation: str
    event_id: EventId
    typed: str
    number: Annotated[int, Field(ge=0)]
    title: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Words typed so far in a choice that is looked up."""

    persona: str
    conversation: str
    event_id: EventId
    source: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The clock is to be moved: to a named place, or to a local date and time of the person's."""

    persona: str
    jump: Literal["next_event", "hour", "tomorrow", "monday", "friday", ""] = ""
    local: LocalMoment = ""


ENTERED = TypeAdapter(Entered)
SAID = TypeAdapter(Said)
TAPPED = TypeAdapter(Tapped)
FILLED_IN = TypeAdapter(FilledIn)
CHOSEN = TypeAdapter(Chosen)
BEGUN = TypeAdapter(Begun)
SEARCHED = TypeAdapter(Searched)
PUT = TypeAdapter(Put)
LOOKED_UP = TypeAdapter(LookedUp)
MOVED = TypeAdapter(Moved)
