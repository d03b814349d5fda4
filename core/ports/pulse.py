"""Pulse: its rhythm, its rounds, who has answered, and what was answered."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from core.model.person import Person
from core.model.pulse import Pulse, PulseRound, Tally


class Pulses(Protocol):
    """Pulse questions; who has answered is kept apart from what was answered."""

    async def of(self, tenant_id: str) -> Pulse | None: ...
    async def save(self, pulse: Pulse) -> None:
        """Insert or update by organisation."""
        ...

    async def save_round(self, asked: PulseRound) -> None:
        """Insert or update by id."""
        ...

    async def round(self, round_id: str) -> PulseRound | None: ...
    async def rounds(self, tenant_id: str, limit: int) -> list[PulseRound]:
        """The newest first."""
        ...

    async def people_after(self, tenant_id: str, person_id: str, on: date, limit: int) -> list[Person]:
        """People employed on the day whose id comes after this one, in the order of ids."""
        ...

    async def mark_answered(self, round_id: str, person_id: str) -> bool:
        """Insert; False when they have answered already."""
        ...

    async def forget_who_answered(self, round_id: str) -> None: ...
    async def count(self, round_id: str, group_id: str, score: int) -> None:
        """Add one to a tally."""
        ...

    async def tallies(self, round_ids: Collection[str]) -> list[Tally]: ...
    async def replace_tallies(self, round_id: str, tallies: Iterable[Tally]) -> None:
        """Let these be all tallies of the round."""
        ...
