"""What is stored of service users' feedback, and of the keys with which other systems post it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from core.model.api_key import ApiKey
from core.model.service_feedback import ServiceFeedback, ServiceFigure


class ServiceFeedbacks(Protocol):
    """What service users said of teams and objectives."""

    async def known(
        self, tenant_id: str, sources: Collection[str], references: Collection[str]
    ) -> dict[tuple[str, str], ServiceFeedback]:
        """What is kept of these sources under these references, by both."""
        ...

    async def save(self, feedback: Iterable[ServiceFeedback]) -> None:
        """Insert, or update by (tenant, source, reference)."""
        ...

    async def figures_of_teams(
        self, team_ids: Collection[str], today: date
    ) -> Mapping[str, Sequence[ServiceFigure]]:
        """By team, a figure for each source and scale that has answers in the window up to `today`, by source."""
        ...

    async def figures_of_objectives(
        self, objective_ids: Collection[str], today: date
    ) -> Mapping[str, Sequence[ServiceFigure]]:
        """The same by objective."""
        ...

    async def comments_on_team(self, team_id: str, today: date, limit: int) -> list[ServiceFeedback]:
        """What was written in the window up to `today`, the newest first."""
        ...

    async def comments_on_objective(self, objective_id: str, today: date, limit: int) -> list[ServiceFeedback]:
        """The same of an objective."""
        ...


class ApiKeys(Protocol):
    """Keys of other systems."""

    async def add(self, key: ApiKey) -> None: ...
    async def by_id(self, key_id: str) -> ApiKey | None: ...
    async def all(self, tenant_id: str) -> list[ApiKey]:
        """Every key, the revoked ones too, the oldest first."""
        ...

    async def used(self, key_id: str, day: date) -> None:
        """Note the day (UTC) on which it was last used."""
        ...

    async def revoke(self, key_id: str, now: datetime) -> None:
        """Let it open nothing from now (UTC) on."""
        ...
