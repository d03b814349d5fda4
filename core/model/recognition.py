"""Recognition: one colleague thanks another, for something and perhaps for a value of the organisation."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sharing(StrEnum):
    """Who sees a recognition besides its receiver; more than the receiver only with the receiver's consent."""

    PRIVATE = "private"
    """The giver meant it for the receiver alone."""
    OFFERED = "offered"
    """The giver would have the team read it; the receiver has not said."""
    SHARED = "shared"
    KEPT = "kept"
    """The receiver keeps it to themselves."""


@dataclass(frozen=True, slots=True)
class OrganisationValue:
    """Something the organisation wants to be known for, in its own words."""

    id: str
    tenant_id: str
    title: str
    title_cy: str = ""
    """The same in Welsh; empty where `title` stands in both languages."""
    position: int = 0
    retired: bool = False
    """No longer offered; thanks that name it keep its words."""


DEFAULT_VALUES = ("residents", "together", "integrity", "respect", "better")
"""Ids of the values of an organisation that has named none; the texts `value-<id>` are their words."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """Thanks from `giver_id` to `receiver_id`; `value` is an organisation value's id, "" for none.

    `given_at` and `decided_at` (when the receiver said whether it may be shared) are UTC instants. `team_id` is
    the team that it was shared with, whoever is in it later; `objective_id` that of the receiver's that it helped.
    """

    id: str
    tenant_id: str
    giver_id: str
    receiver_id: str
    text: str
    value: str
    sharing: Sharing
    given_at: datetime
    decided_at: datetime | None = None
    team_id: str | None = None
    objective_id: str | None = None
