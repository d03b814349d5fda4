"""Pulse: one short question at a time to everyone, answered from 1 to 5 and without a name."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

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
