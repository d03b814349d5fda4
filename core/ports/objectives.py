"""What is stored of work: aims, objectives, targets that were missed, and agreed actions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.model.action import AgreedAction
from core.model.aim import Aim
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress
from core.model.objective_change import ObjectiveChange
from core.model.reported import Reported


class Aims(Protocol):
    """The organisation's priorities and its teams' goals."""

    async def all(self, tenant_id: str) -> list[Aim]:
        """Every aim of the organisation, by position."""
        ...

    async def save(self, aims: Iterable[Aim]) -> None:
        """Insert or update by id; parents may come after their children."""
        ...


class Objectives(Protocol):
    """Objectives with their owners, their latest progress and the history of their changes."""

    async def active_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Each person's active objectives in a steady order: their own, oldest first, then shared ones.

        People without any are absent.
        """
        ...

    async def standing_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Like `active_for`, with proposed and paused ones."""
        ...

    async def all_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Like `active_for`, in every state."""
        ...

    async def serving(self, aim_ids: Collection[str]) -> list[Objective]:
        """Active objectives that serve one of the aims directly."""
        ...

    async def name_priority(self, aim_id: str, title: str) -> None:
        """Call what objectives serve by its new title; closed ones keep the words they ended with."""
        ...

    async def history_of(self, ids: Collection[str]) -> dict[str, list[Progress]]:
        """What was reported on each objective at check-ins, oldest first; those without any are absent."""
        ...

    async def reports_on(self, ids: Collection[str]) -> dict[str, list[Reported]]:
        """Like `history_of`, with who reported it."""
        ...

    async def share(self, objective_id: str, person_ids: Collection[str]) -> None:
        """Make these people owners too; those who are already stay so."""
        ...

    async def unshare(self, ids: Collection[str], person_ids: Collection[str]) -> None:
        """Let these people be further owners of these objectives no longer."""
        ...

    async def further_owners(self, ids: Collection[str]) -> dict[str, list[str]]:
        """Ids of the further owners of shared objectives; those that are not shared are absent."""
        ...

    async def log_changes(self, changes: Sequence[ObjectiveChange]) -> None:
        """Keep what was changed; never altered afterwards."""
        ...

    async def changes_of(self, objective_id: str) -> list[ObjectiveChange]:
        """Everything that was changed about an objective, oldest first."""
        ...

    async def last_changes(self, ids: Collection[str], field: str) -> dict[str, ObjectiveChange]:
        """The newest change of one field of each objective; those where it never changed are absent."""
        ...

    async def ended_pauses(self, now: datetime, limit: int) -> list[Objective]:
        """Paused objectives whose last day is over where their owner is; the longest over first."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, Objective]: ...
    async def save(self, objectives: Iterable[Objective], at: datetime) -> None:
        """Insert or update by id; `latest` is left alone on update."""
        ...

    async def set_latest(self, latest: Mapping[str, Progress]) -> None:
        """Set the latest progress of each objective, by its id."""
        ...


class MissedTargets(Protocol):
    """Targets that were missed, and what was learned from each."""

    async def notice(self, misses: Iterable[MissedTarget]) -> list[MissedTarget]:
        """Insert those not noticed before for the same objective, kind and day, and return them."""
        ...

    async def by_id(self, miss_id: str) -> MissedTarget | None: ...
    async def of_objectives(self, objective_ids: Collection[str]) -> list[MissedTarget]:
        """Every miss of these objectives, oldest first."""
        ...

    async def save(self, miss: MissedTarget) -> None: ...


class Actions(Protocol):
    """Agreed actions."""

    async def save(self, actions: Iterable[AgreedAction]) -> None:
        """Insert or update by id."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, AgreedAction]: ...
    async def open_for(self, person_ids: Collection[str]) -> list[AgreedAction]:
        """Open actions that are about, or to be done by, one of these people; oldest first."""
        ...
