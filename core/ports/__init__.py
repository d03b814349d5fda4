"""What the core needs from the outside: a clock, a store, and the platforms.

`storage/` implements `Database` and its stores, `bot/` the clock, the adapters `Messenger` and `Directory`.
Instants are timezone-aware UTC; dates are local to the person they belong to.
"""

from core.ports.clock import Clock
from core.ports.platforms import (
    CannotTell,
    Directory,
    Messenger,
    Profile,
    Reception,
    RecipientGone,
    Refused,
    SendFailed,
    Throttled,
    Unreachable,
)
from core.ports.stores import (
    Absences,
    Actions,
    Aims,
    CheckIns,
    Conflict,
    Conversations,
    Database,
    Inbox,
    MissedTargets,
    Objectives,
    Outbox,
    People,
    Pictures,
    Store,
    StoreUnavailable,
    Summaries,
    Tenants,
)

__all__ = [
    "Absences",
    "Actions",
    "Aims",
    "CannotTell",
    "CheckIns",
    "Clock",
    "Conflict",
    "Conversations",
    "Database",
    "Directory",
    "Inbox",
    "Messenger",
    "MissedTargets",
    "Objectives",
    "Outbox",
    "People",
    "Pictures",
    "Profile",
    "Reception",
    "RecipientGone",
    "Refused",
    "SendFailed",
    "Store",
    "StoreUnavailable",
    "Summaries",
    "Tenants",
    "Throttled",
    "Unreachable",
]
