"""What is read to count how much of an organisation's training is held."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Protocol

from core.model.absence import Absence
from core.model.compliance import Pattern


class Compliances(Protocol):
    """Readings of a whole organisation's training, made for 20,000 people and 200,000 completions at a time."""

    async def patterns(
        self, course_ids: Collection[str], points: Sequence[date], soon: date
    ) -> Iterable[tuple[str, str, Pattern]]:
        """What everyone has of these courses, by course and person; who completed nothing is absent.

        `points` are the `POINTS` days that are looked at, the last of them today; what ran out by `soon` is told
        from what counts longer.
        """
        ...

    async def long_absences(self, tenant_id: str, since: date, until: date) -> dict[str, list[Absence]]:
        """Absences long enough to take someone out of the figure that touch any day between the two, by person."""
        ...
