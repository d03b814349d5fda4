"""What is stored of who stands in for whom."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from core.model.delegation import Delegation
from core.model.person import Person


class Delegations(Protocol):
    """Delegations of line managers to colleagues."""

    async def given_to(self, delegate_id: str, on: date) -> Sequence[tuple[Delegation, Person]]:
        """Those of a delegate that have not ended before `on`, each with the manager, the earliest first."""
        ...

    async def given_by(self, manager_ids: Collection[str], on: date) -> Sequence[tuple[Delegation, Person]]:
        """Those of these managers that have not ended before `on`, each with the delegate, the earliest first."""
        ...

    async def replace(self, manager_id: str, on: date, by: Delegation | None) -> None:
        """End what a manager's delegations hold from `on` on, and keep the one that takes their place."""
        ...
