"""Pulse: one short question at a time to everyone, answered from 1 to 5 and without a name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.anonymity import batches

LOWEST, HIGHEST = 1, 5

EVERYWHERE = ""
"""The group of answers that only the organisation's report holds."""


class Rhythm(StrEnum):
    """How often a question is asked."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Pulse:
    """An organisation's pulse: `rhythm` None while it is off; `asked` counts its questions so far."""

    tenant_id: str
    rhythm: Rhythm | None
    asked: int = 0


@dataclass(frozen=True, slots=True)
class PulseRound:
    """One question put to everyone, from `opens_at` until `closes_at` (UTC).

    `asked_up_to` is the last person's id that was asked, in the order of ids; None once everyone was.
    """

    id: str
    tenant_id: str
    question_id: str
    opens_at: datetime
    closes_at: datetime
    asked_up_to: str | None = ""
    is_closed: bool = False

    @property
    def month(self) -> date:
        """The first day of the month it was asked in: the finest date that reports know."""
        return self.opens_at.date().replace(day=1)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of a group gave a score (1 to 5) in a round; the group is their line manager's id."""

    round_id: str
    group_id: str
    score: int
    count: int


def released(tallies: Sequence[Tally]) -> list[Tally]:
    """What is kept of a round's tallies once it closes, by `core.model.anonymity`.

    Groups of enough people stay; the smaller ones become one that only the organisation's report holds, or none.
    """
    people: Counter[str] = Counter()
    for tally in tallies:
        people[tally.group_id] += tally.count
    group_of = {group: group if len(groups) == 1 else EVERYWHERE for groups in batches(people) for group in groups}
    kept: Counter[tuple[str, str, int]] = Counter()
    for tally in tallies:
        if tally.group_id in group_of:
            kept[tally.round_id, group_of[tally.group_id], tally.score] += tally.count
    return [Tally(round_id, group_id, score, count) for (round_id, group_id, score), count in kept.items()]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a question: the `average` of scores and how many people answered; None for too few."""

    question_id: str
    month: date
    people: int
    average: float | None
    before: float | None = None
    """The average the last time that the same question was asked."""


def results(rounds: Sequence[PulseRound], tallies: Sequence[Tally], group_id: str | None) -> list[Result]:
    """What came of each closed round, oldest first: of one group, or with None of the whole organisation."""
    found: list[Result] = []
    last: dict[str, float] = {}
    for asked in sorted((each for each in rounds if each.is_closed), key=lambda each: each.opens_at):
        own = [tally for tally in tallies if tally.round_id == asked.id and group_id in (None, tally.group_id)]
        people = sum(tally.count for tally in own)
        average = sum(tally.score * tally.count for tally in own) / people if people else None
        found.append(Result(asked.question_id, asked.month, people, average, last.get(asked.question_id)))
        if average is not None:
            last[asked.question_id] = average
    return found
