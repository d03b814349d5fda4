"""What waits to be delivered and what was given up, counted for those who look after it; never what it says."""

from dataclasses import dataclass
from datetime import datetime

from core.model.person import Platform


@dataclass(frozen=True, slots=True)
class Waiting:
    """Messages of one purpose that wait for one platform; None where the person has no account yet.

    `due` of the `count` could go now if nothing held them; `first_due_at` (UTC) is when the first was or will be.
    """

    purpose: str
    platform: Platform | None
    count: int
    due: int
    first_due_at: datetime


@dataclass(frozen=True, slots=True)
class Queued:
    """One message that waits, addressed to a person (`email`) or to a channel; `reason` is why it failed last."""

    id: str
    purpose: str
    email: str | None
    platform: Platform | None
    due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class GivenUpFor:
    """How many messages were given up for one reason, as it is kept."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Which:
    """Which messages that were given up: by ids, or all of these reasons; of those given up by that instant (UTC).

    With the instant at which someone saw them, a late tap does nothing to what was given up since.
    """

    ids: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    given_up_by: datetime | None = None
