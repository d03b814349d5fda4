"""Events that were accepted: in which order, who works on each, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.chat.event import Event, Origin
from core.model.person import Platform


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on one accepted event, until someone else takes it over.

    `seq` is its place in the order of acceptance, `lane` whose it was when it was claimed (a person's id, or the
    account's while that is not known), `attempt` how often it was taken up, `failures` how often it failed before.
    """

    seq: int
    lane: str
    attempt: int
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """An event that was taken over."""

    claim: Claim
    event: Event


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier event of the same lane goes first; its lease lasts `until`, where that is known."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """An event that is tried no more; `reason` is for operators and holds nothing that anyone wrote.

    `number` is its place in the order of acceptance, `kind` what sort of event it is ("text", "action").
    """

    number: int
    kind: str
    platform: Platform
    workspace: str
    event_id: str
    accepted_at: datetime
    given_up_at: datetime
    failures: int
    reason: str


class TakenOver(Exception):
    """Someone else has taken the event over, or it is done: the transaction is to be rolled back."""


class Inbox(Protocol):
    """Events accepted before they are worked on, so that a crash loses none and a repeat does nothing.

    Events of one lane are begun in the order they were accepted, by one process at a time.
    """

    async def accept(
        self, event: Event, now: datetime, *, by: str | None = None, until: datetime | None = None
    ) -> Claim | None:
        """Store the event, claimed by the process `by` until then; None when it was accepted before.

        The key is (platform, workspace, event id). Without `by` it waits for whoever takes it.
        """
        ...

    async def begin(self, claim: Claim, tenant_id: str | None = None) -> Earlier | None:
        """Take the event's lane for the rest of the transaction; or what goes first, and then nothing is taken.

        From here on the transaction is within one organisation, where it is known (see `Database.transaction`).
        Raises `TakenOver`.
        """
        ...

    async def done(self, claim: Claim, now: datetime) -> None:
        """Mark as worked on and forget its content. Raises `TakenOver`."""
        ...

    async def put_off(self, claim: Claim, until: datetime, reason: str) -> None:
        """It has failed once more: let it be tried again from then on. Raises `TakenOver`."""
        ...

    async def give_up(self, claim: Claim, now: datetime, reason: str, *, failed: bool = True) -> None:
        """Try it no more and keep it for a closer look; `failed` once more before. Raises `TakenOver`."""
        ...

    async def hand_back(self, by: str, claims: Collection[Claim], at: datetime) -> None:
        """Let be tried again from then on what the process could not try; it has not failed."""
        ...

    async def renew(self, by: str, claims: Collection[Claim], until: datetime) -> None:
        """Keep what the process still works on its own until then."""
        ...

    async def something_is_left(self, now: datetime) -> bool:
        """Whether anything is there to be taken over."""
        ...

    async def take_over(
        self,
        by: str,
        now: datetime,
        until: datetime,
        limit: int,
        *,
        at_work: Collection[int] = (),
        alone: bool = False,
    ) -> list[Left]:
        """Claim what failed and is due again, and what is left of processes whose lease ran out, in order.

        Not what `at_work` names by `seq`. When `alone`, no other process can be at work, whatever leases say. Two
        callers never get the same event.
        """
        ...

    async def take_earlier(
        self, claim: Claim, by: str, now: datetime, until: datetime, at_work: Collection[int] = ()
    ) -> Left | None:
        """Claim the first event of the lane before this one whose lease has run out, none that is `at_work`."""
        ...

    async def take_waiting(self, origin: Origin, by: str, until: datetime) -> Claim | None:
        """Claim an event that nobody works on; None when there is none."""
        ...

    async def belongs_to(self, origin: Origin, person_id: str) -> None:
        """Let the events of an account that is known now go in order with the person's others."""
        ...

    async def given_up(self, limit: int) -> list[GivenUp]:
        """What was given up and why, newest first."""
        ...

    async def try_again(self, numbers: Collection[int], now: datetime) -> int:
        """Let those of these that were given up be tried again, from the beginning; returns how many."""
        ...

    async def put_right(self, now: datetime) -> None:
        """Let be tried what waits only because a clock was ahead that has been put right since."""
        ...

    async def forget(self, platform: Platform, done_before: datetime, limit: int) -> int:
        """Delete up to `limit` of what was worked on before that instant; returns how many."""
        ...


def account_lane(origin: Origin) -> str:
    """The lane of an account as long as nobody knows whose it is."""
    return f"{origin.platform}:{origin.workspace}:{origin.user}"
