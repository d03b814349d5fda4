"""How a team stands this week, as its line manager sees it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.model.action import AgreedAction
from core.model.checkin import CheckIn
from core.model.missed_target import Misses
from core.model.objective import Objective
from core.model.person import Person


class Standing(StrEnum):
    """Where a person stands with this period's check-in."""

    ANSWERED = "answered"
    PARTLY = "partly"
    WAITING = "waiting"
    """Asked less than a day ago."""
    OVERDUE = "overdue"
    """Asked a day ago or more, the window still open."""
    MISSED = "missed"
    AWAY = "away"
    NOT_DUE = "not_due"


@dataclass(frozen=True, slots=True)
class ReportStatus:
    """One direct report: where they stand and their objectives, those that need attention first."""

    person: Person
    standing: Standing
    checkin: CheckIn | None
    objectives: tuple[Objective, ...]
    away_until: date | None = None
    """The last day of the present absence."""
    misses: Misses = field(default_factory=dict)
    """What stands beside the figures, by the objective's id."""
    actions: tuple[AgreedAction, ...] = ()
    """Open agreed actions about the person, whoever is to do them."""

    @property
    def needing_attention(self) -> tuple[Objective, ...]:
        """Objectives at risk or off track."""
        return tuple(each for each in self.objectives if each.latest.needs_attention)
