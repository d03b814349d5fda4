"""One-to-ones between a person and their line manager: the meeting, its agenda and its notes.

There is one meeting still to be held for each two people; it has a date once one of them sets it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from core.model.person import Person

Pair = tuple[str, str]
"""The ids of a person and of the line manager whom they meet."""


class Source(StrEnum):
    """Where a line of an agenda comes from."""

    ADDED = "added"
    FLAG = "flag"
    BLOCKER = "blocker"
    OPEN_ACTION = "open-action"
    CLOSED_ACTION = "closed-action"
    MISS = "miss"
    WELLBEING = "wellbeing"
    TRAINING = "training"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class OneToOne:
    """A meeting of `person_id` with `manager_id`; instants are UTC.

    `at` is None while no date is set, `held_at` None until one of the two says that it is done. `every_weeks` is
    the rhythm in which the next date is suggested. `shared_with_id` is a later line manager with whom the person
    shared its note.
    """

    id: str
    tenant_id: str
    person_id: str
    manager_id: str
    begun_at: datetime
    at: datetime | None = None
    held_at: datetime | None = None
    every_weeks: int | None = None
    shared_with_id: str | None = None

    @property
    def pair(self) -> Pair:
        """Who meets."""
        return (self.person_id, self.manager_id)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something to talk about, open until it was discussed at the meeting `one_to_one_id`.

    `source` is `ADDED` or `FLAG`; a flag's `id` is made of what is flagged, so that it is there once.
    """

    id: str
    tenant_id: str
    person_id: str
    manager_id: str
    by_id: str
    source: Source
    text: str
    added_at: datetime
    one_to_one_id: str | None = None

    @property
    def pair(self) -> Pair:
        """On whose agenda it is."""
        return (self.person_id, self.manager_id)


@dataclass(frozen=True, slots=True)
class OneToOneNote:
    """A note on a meeting: read by both, or, where `is_private`, by its writer alone for ever."""

    id: str
    tenant_id: str
    one_to_one_id: str
    by_id: str
    is_private: bool
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line that the agenda found by itself.

    `detail` is what else is known: a blocker's words, who gave thanks, or the id of who does an action. `on` is
    when it came about (UTC), `by` a date that it has (local to the person); None where there is none.
    """

    source: Source
    text: str
    detail: str = ""
    on: datetime | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A one-to-one and the two who meet."""

    one_to_one: OneToOne
    person: Person
    manager: Person

    def other_than(self, reader: Person) -> Person:
        """Whom the reader meets."""
        return self.manager if reader.id == self.person.id else self.person


@dataclass(frozen=True, slots=True)
class Agenda:
    """What there is to talk about: `items` were put there and are numbered, `lines` were found.

    `since` is when the two last met (UTC), None before their first one-to-one.
    """

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    lines: tuple[AgendaLine, ...]
    since: datetime | None = None


def discussed(
    items: Sequence[AgendaItem], shown: int, carried: Iterable[int], one_to_one_id: str
) -> list[AgendaItem]:
    """Those of the open `items` that were discussed at the meeting, as they are from now on.

    Of the `shown` first ones all but the `carried` numbers (from 1) were; the rest came up after the agenda was
    looked at and stays for the next one. Each item ends up at one meeting, or stays open: never both or neither.
    """
    kept = set(carried)
    return [
        replace(item, one_to_one_id=one_to_one_id)
        for number, item in enumerate(items[:shown], start=1)
        if number not in kept
    ]


def latest_held(meetings: Iterable[OneToOne]) -> Mapping[Pair, OneToOne]:
    """The last meeting that each two held."""
    found: dict[Pair, OneToOne] = {}
    for each in meetings:
        before = found.get(each.pair)
        if each.held_at and (before is None or before.held_at is None or before.held_at < each.held_at):
            found[each.pair] = each
    return found
