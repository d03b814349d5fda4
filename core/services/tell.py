"""Messages that an event causes: an answer to whoever caused it, news to others; once, however often it comes."""

from core.chat.card import Card
from core.chat.effect import Outcome, Send, ToPerson
from core.model.person import Person
from core.turn import Turn


def to_self(turn: Turn, card: Card, purpose: str) -> Send:
    """A message that answers this event, to whoever caused it."""
    return Send(ToPerson(turn.person.id, turn.origin.platform), card, purpose, f"{purpose}:{event_key(turn)}")


def said(turn: Turn, card: Card, purpose: str = "objective") -> Outcome:
    """Only a message that answers this event."""
    return Outcome(durable=(to_self(turn, card, purpose),))


def to_person(turn: Turn, person: Person, card: Card, purpose: str) -> Send:
    """A message that this event causes to someone else."""
    return Send(ToPerson(person.id), card, purpose, f"{purpose}:{person.id}:{event_key(turn)}")


def event_key(turn: Turn) -> str:
    """The event that is handled, as it goes into keys."""
    origin = turn.origin
    return f"{origin.platform}:{origin.workspace}:{origin.event_id}"
