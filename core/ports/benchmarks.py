"""What is stored to compare teams with, and what is read of their own figures."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.model.benchmark import Benchmark
from core.model.service_feedback import Scale


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """The check-ins of a team's present people in one period: how many were due, and answered."""

    team_id: str
    period: date
    due: int
    answered: int


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """What those check-ins said of objectives: each sum with the number of updates that it rests on.

    `people` are how many said anything.
    """

    team_id: str
    period: date
    people: int
    with_status: int
    on_track: int
    outside_control: int
    with_percent: int
    percents: float
    with_confidence: int
    confidences: int


@dataclass(frozen=True, slots=True)
class TeamService:
    """What service users said of a team in one month (its first day), on one scale."""

    team_id: str
    month: date
    scale: Scale
    count: int
    total: float


class Benchmarks(Protocol):
    """Outside figures and targets of an organisation."""

    async def all(self, tenant_id: str) -> list[Benchmark]:
        """Every one, by measure, the newest period first."""
        ...

    async def save(self, benchmarks: Collection[Benchmark]) -> None:
        """Insert, or update by tenant, measure, scope and period."""
        ...


class TeamFigures(Protocol):
    """Figures of teams as they are today, over periods between two days (both inclusive), the oldest first.

    With `team_id` those of one team, else of every team of the organisation. People without a team are in none.
    """

    async def weeks(self, tenant_id: str, since: date, until: date, team_id: str | None = None) -> list[TeamWeek]:
        """Check-ins by team and period; those of people who were away, or not asked, are not due."""
        ...

    async def progress(
        self, tenant_id: str, since: date, until: date, team_id: str | None = None
    ) -> list[TeamProgress]:
        """What was said of objectives, by team and period."""
        ...

    async def service(
        self, tenant_id: str, since: date, until: date, team_id: str | None = None
    ) -> list[TeamService]:
        """Service users' answers about teams, by team, month and scale."""
        ...

    async def people(self, tenant_id: str, since: date, until: date) -> dict[str, int]:
        """How many different people of each team were asked in that time."""
        ...

    async def answering(self, tenant_id: str, since: date, until: date) -> dict[str, int]:
        """How many different people of each team said anything of an objective in that time."""
        ...
