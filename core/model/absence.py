"""Days on which a person is not asked; the reason is never recorded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AbsenceKind(StrEnum):
    """`AWAY` is shown to colleagues as away; `PAUSE` ("stop until Monday") only holds messages back."""

    AWAY = "away"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Absence:
    """A person's absence from `starts_on` to `ends_on`, both local dates and inclusive."""

    id: str
    tenant_id: str
    person_id: str
    starts_on: date
    ends_on: date
    kind: AbsenceKind = AbsenceKind.AWAY

    def covers(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.starts_on <= day <= self.ends_on
