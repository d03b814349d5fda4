"""Evidence of an objective: what shows how it went, to be at hand at a review."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EvidenceSource(StrEnum):
    """Where a piece of evidence came from."""

    TYPED = "typed"
    MESSAGE = "message"
    RECOGNITION = "recognition"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words, and a link where there is one, kept by `by_id` at `added_at` (UTC).

    `recognition_id` names the recognition it was kept from, which is kept once an objective.
    """

    id: str
    tenant_id: str
    objective_id: str
    text: str
    link: str
    by_id: str
    added_at: datetime
    source: EvidenceSource
    recognition_id: str | None = None
