"""Who acts just now, and what they were let read of others: for the audit log.

It is the context's (PEP 567), like the cause: permissions are asked in many places, and each grant leaves its
trace without anyone having to think of it. Whoever opens a trail notes what is on it in the same transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from core.model.audit import EVERYONE, SYSTEM, Actor, ActorKind, AuditAction, AuditNote, Surface
from core.model.person import Person, Platform


class Trail:
    """What one actor was let read of others, each once and in the order it was granted."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        # A dict rather than a list: a card asks the same of the same person several times.
        self._granted: dict[tuple[AuditAction, str], AuditNote] = {}

    @property
    def notes(self) -> tuple[AuditNote, ...]:
        """What is to be noted."""
        return tuple(self._granted.values())

    def granted(self, asker: Person, action: AuditAction, subject_id: str) -> None:
        """Note that `asker` was let do this to someone else, if it is `asker` who acts."""
        is_actor = self.actor.kind is ActorKind.PERSON and self.actor.id == asker.id
        if is_actor and subject_id not in (asker.id, ""):
            note = AuditNote(asker.tenant_id, action, subject_id, actor=self.actor)
            self._granted.setdefault((action, subject_id), note)


_current: ContextVar[Trail | None] = ContextVar("trail", default=None)


def current_actor() -> Actor:
    """Who acts just now; Milepost itself where nobody does."""
    trail = _current.get()
    return trail.actor if trail is not None else SYSTEM


@contextmanager
def acting(actor: Actor) -> Iterator[Trail]:
    """What is done within the block is done by `actor`, and what they are let read is on the trail."""
    trail = Trail(actor)
    token = _current.set(trail)
    try:
        yield trail
    finally:
        _current.reset(token)


def person_on(platform: Platform, person: Person) -> Actor:
    """Someone who acts on a chat platform."""
    return Actor(ActorKind.PERSON, person.id, Surface(platform.value))


def note_granted(asker: Person, action: AuditAction | None, subject_id: str = EVERYONE) -> None:
    """Leave a trace of a grant, where there is a trail; no `action` leaves none."""
    trail = _current.get()
    if trail is not None and action is not None:
        trail.granted(asker, action, subject_id)
