"""What the core needs from the outside: a clock, a store, and the platforms.

`storage/` implements `Database` and its stores, `bot/` the clock, the adapters `Messenger` and `Directory`.
Instants are timezone-aware UTC; dates are local to the person they belong to.
"""

from core.ports.audit import AuditLog
from core.ports.backlog import Backlog
from core.ports.benchmarks import Benchmarks, TeamFigures
from core.ports.broadcasts import Broadcasts
from core.ports.clock import Clock
from core.ports.compliance import Compliances
from core.ports.delegations import Delegations
from core.ports.development import Evidences, Feedbacks, Recognitions, Trainings
from core.ports.downloads import Downloads
from core.ports.files import FileBatches, FileRead, Files, FileTrouble, NoContent, Wanted
from core.ports.inbox import Claim, Earlier, GivenUp, Inbox, Left, TakenOver, account_lane
from core.ports.installations import Installations, SignInStates
from core.ports.messages import Outbox, Pictures, Traffic
from core.ports.objectives import Actions, Aims, MissedTargets, Objectives
from core.ports.one_to_ones import OneToOnes, Remarks
from core.ports.organisation import OrganisationWeeks, ServedBy
from core.ports.peers import Peers, Standing
from core.ports.platforms import (
    CannotTell,
    Directory,
    Messenger,
    NotInstalled,
    Profile,
    ReceiverFailed,
    Reception,
    RecipientGone,
    Refused,
    SendFailed,
    Throttled,
    Unreachable,
)
from core.ports.pulse import Pulses
from core.ports.questions import Questions, WeekPriorities
from core.ports.records import Part, Records, Whose
from core.ports.reviews import Reviews
from core.ports.rounds_360 import Rounds360
from core.ports.sealing import CannotOpen, Keys
from core.ports.service import ApiKeys, ServiceFeedbacks
from core.ports.skills import Skills
from core.ports.stores import (
    Absences,
    CheckIns,
    Conflict,
    Conversations,
    Database,
    People,
    Store,
    StoreUnavailable,
    Summaries,
    Tenants,
)
from core.ports.timers import Timers
from core.ports.unnamed_feedback import UnnamedFeedbacks
from core.ports.webhooks import Webhooks

__all__ = [
    "Absences",
    "Actions",
    "Aims",
    "ApiKeys",
    "AuditLog",
    "Backlog",
    "Benchmarks",
    "Broadcasts",
    "CannotOpen",
    "CannotTell",
    "CheckIns",
    "Claim",
    "Clock",
    "Compliances",
    "Conflict",
    "Conversations",
    "Database",
    "Delegations",
    "Directory",
    "Downloads",
    "Earlier",
    "Evidences",
    "Feedbacks",
    "FileBatches",
    "FileRead",
    "FileTrouble",
    "Files",
    "GivenUp",
    "Inbox",
    "Installations",
    "Keys",
    "Left",
    "Messenger",
    "MissedTargets",
    "NoContent",
    "NotInstalled",
    "Objectives",
    "OneToOnes",
    "OrganisationWeeks",
    "Outbox",
    "Part",
    "Peers",
    "People",
    "Pictures",
    "Profile",
    "Pulses",
    "Questions",
    "ReceiverFailed",
    "Reception",
    "RecipientGone",
    "Recognitions",
    "Records",
    "Refused",
    "Remarks",
    "Reviews",
    "Rounds360",
    "SendFailed",
    "ServedBy",
    "ServiceFeedbacks",
    "SignInStates",
    "Skills",
    "Standing",
    "Store",
    "StoreUnavailable",
    "Summaries",
    "TakenOver",
    "TeamFigures",
    "Tenants",
    "Throttled",
    "Timers",
    "Traffic",
    "Trainings",
    "UnnamedFeedbacks",
    "Unreachable",
    "Wanted",
    "Webhooks",
    "WeekPriorities",
    "Whose",
    "account_lane",
]
