"""Weeks of an organisation as they are kept once over, and what they are counted from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.model.organisation_week import Asked, Cell, Dimension, KeptWeek, Member, Obstacle, Said


@dataclass(frozen=True, slots=True)
class ServedBy:
    """Active objectives of a team's people ("" for none) that serve an aim ("" for none), and how many move.

    `people` own them; `moving` were reported on since the instant that was asked for.
    """

    aim_id: str
    team_id: str
    objectives: int
    people: int
    moving: int


class OrganisationWeeks(Protocol):
    """Weeks are named by their Mondays; stretches of days include both ends."""

    async def members(self, tenant_id: str) -> list[Member]:
        """Everybody, whatever their contract dates."""
        ...

    async def first_period(self, tenant_id: str) -> date | None:
        """The first period that anybody was asked in."""
        ...

    async def asked(self, tenant_id: str, since: date, until: date) -> list[Asked]:
        """Whose check-ins of these days were due, and answered; away and not asked are not due."""
        ...

    async def said(self, tenant_id: str, since: date, until: date) -> list[Said]:
        """What these check-ins said of objectives that were given a status."""
        ...

    async def kept(self, tenant_id: str) -> Collection[date]:
        """The weeks that are kept."""
        ...

    async def keep(self, tenant_id: str, weeks: Collection[KeptWeek]) -> None:
        """Insert; a week that is kept already is left as it is."""
        ...

    async def cells(
        self, tenant_id: str, dimension: Dimension, since: date, until: date, service_id: str | None = None
    ) -> list[Cell]:
        """Kept counts by week and value; of teams with `service_id` only that service's."""
        ...

    async def obstacles(self, tenant_id: str, since: date, until: date) -> list[Obstacle]:
        """Kept obstacles, the newest week first."""
        ...

    async def served(self, tenant_id: str, since: datetime) -> list[ServedBy]:
        """Active objectives now, by what they serve and whose people's they are."""
        ...
