"""What the core needs from the outside: a clock, a store, and the platforms.

`storage/` implements `Database` and its stores, `bot/` the clock, the adapters `Messenger` and `Directory`.
Instants are timezone-aware UTC; dates are local to the person they belong to.
"""

from core.ports.clock import Clock
from core.ports.development import Evidences, Feedbacks, Recognitions, Trainings
from core.ports.downloads import Downloads
from core.ports.installations import Installations, SignInStates
from core.ports.platforms import (
    CannotTell,
    Directory,
    Messenger,
    NotInstalled,
    Profile,
    Reception,
    RecipientGone,
    Refused,
    SendFailed,
    Throttled,
    Unreachable,
)
from core.ports.skills import Skills
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
from core.ports.timers import Timers

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
    "Downloads",
    "Evidences",
    "Feedbacks",
    "Inbox",
    "Installations",
    "Messenger",
    "MissedTargets",
    "NotInstalled",
    "Objectives",
    "Outbox",
    "People",
    "Pictures",
    "Profile",
    "Reception",
    "RecipientGone",
    "Recognitions",
    "Refused",
    "SendFailed",
    "SignInStates",
    "Skills",
    "Store",
    "StoreUnavailable",
    "Summaries",
    "Tenants",
    "Throttled",
    "Timers",
    "Trainings",
    "Unreachable",
]
