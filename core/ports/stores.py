"""What is stored of organisations, people and check-ins, and all stores within one transaction."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Protocol

from core.model.absence import Absence
from core.model.asked_summary import ShownSummary
from core.model.checkin import Answer, CheckIn, CheckInState, Enrolment, ProgressUpdate, Schedule
from core.model.conversation import Conversation
from core.model.person import Account, Person, Platform, Team, Tenant
from core.model.span import SpanKind
from core.model.summary_settings import SummarySettings
from core.ports.asked_training import AskedTraining
from core.ports.audit import AuditLog
from core.ports.backlog import Backlog
from core.ports.benchmarks import Benchmarks, TeamFigures
from core.ports.broadcasts import Broadcasts
from core.ports.compliance import Compliances
from core.ports.delegations import Delegations
from core.ports.development import Evidences, Feedbacks, Recognitions, Trainings
from core.ports.downloads import Downloads
from core.ports.files import FileBatches
from core.ports.inbox import Inbox
from core.ports.installations import Installations, SignInStates
from core.ports.messages import Outbox, Pictures, Traffic
from core.ports.objectives import Actions, Aims, MissedTargets, Objectives
from core.ports.one_to_ones import OneToOnes, Remarks
from core.ports.organisation import OrganisationWeeks
from core.ports.privacy import Privacy
from core.ports.pulse import Pulses
from core.ports.questions import Questions, WeekPriorities
from core.ports.records import Records
from core.ports.reviews import Reviews
from core.ports.rounds_360 import Rounds360
from core.ports.service import ApiKeys, ServiceFeedbacks
from core.ports.skills import Skills
from core.ports.timers import Timers
from core.ports.unnamed_feedback import UnnamedFeedbacks
from core.ports.webhooks import Webhooks


class StoreUnavailable(Exception):
    """The database cannot be reached or is locked; nothing of the transaction was kept."""


class Conflict(Exception):
    """Someone else changed the row meanwhile; the transaction was rolled back and may be tried again."""


class Tenants(Protocol):
    """Organisations and the workspaces that belong to them."""

    async def add(self, tenant: Tenant) -> None: ...
    async def save(self, tenant: Tenant) -> None:
        """Change one that is there."""
        ...

    async def all(self) -> list[Tenant]: ...
    async def of_workspace(self, platform: Platform, workspace: str) -> Tenant | None: ...
    async def has_workspace(self, tenant_id: str, platform: Platform) -> bool: ...
    async def link_workspace(self, tenant_id: str, platform: Platform, workspace: str) -> None: ...
    async def workspaces(self, tenant_id: str) -> dict[Platform, list[str]]:
        """The tenant's workspaces; platforms without any are absent."""
        ...


class People(Protocol):
    """People, accounts and teams of a tenant."""

    async def by_account(self, platform: Platform, workspace: str, user: str) -> Person | None: ...
    async def by_email(self, tenant_id: str, email: str) -> Person | None: ...
    async def by_emails(self, tenant_id: str, emails: Collection[str]) -> dict[str, Person]:
        """Those of the people that exist, by work email; `emails` are in lower case."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, Person]: ...
    async def all(self, tenant_id: str) -> list[Person]: ...
    async def beyond_staff(self, tenant_id: str) -> list[Person]:
        """HR and administrators, by name, whatever their contract dates."""
        ...

    async def reports_of(self, manager_id: str) -> list[Person]:
        """Direct reports, by name, whatever their contract dates."""
        ...

    async def reports_of_any(self, manager_ids: Collection[str]) -> list[Person]:
        """Direct reports of any of these, by name, whatever their contract dates."""
        ...

    async def search(self, tenant_id: str, words: str, limit: int = 10) -> list[Person]:
        """People whose name or email contains `words`, ignoring case."""
        ...

    async def save(self, people: Iterable[Person]) -> None:
        """Insert or update by id. A changed manager closes the old reporting line and opens a new one, dated."""
        ...

    async def link(self, account: Account) -> None:
        """Insert or update by (platform, workspace, user)."""
        ...

    async def lose(self, platform: Platform, workspace: str, who: str, now: datetime) -> None:
        """Forget how to write to the account that is `who`, or has it as its address, until it is linked anew."""
        ...

    async def accounts_of(self, person_id: str) -> list[Account]: ...
    async def out_of_touch(self, tenant_id: str) -> frozenset[str]:
        """The ids of those who have lost an account and have none left to be written to on."""
        ...

    async def teams(self, tenant_id: str) -> list[Team]: ...
    async def team(self, team_id: str) -> Team | None: ...
    async def team_led_by(self, person_id: str) -> Team | None: ...
    async def team_members(self, team_id: str) -> list[Person]: ...
    async def save_teams(self, teams: Iterable[Team]) -> None: ...


class CheckIns(Protocol):
    """Schedules, enrolments, check-ins and their answers."""

    async def schedules(self, tenant_id: str) -> list[Schedule]: ...
    async def save_schedule(self, schedule: Schedule) -> None: ...
    async def save_enrolments(self, enrolments: Iterable[Enrolment]) -> None: ...
    async def enrolments_of(self, person_ids: Collection[str]) -> list[Enrolment]: ...
    async def due_people(self, now: datetime, limit: int) -> list[str]:
        """Whom to ask at `now`: longest due first; by index, never a walk over all people.

        Of those due at one instant, one of each team in turn, so that no team hears long before another. Within a
        team those who lead others come first: they are asked by their people what this is about. People without
        a team are one with those who have the same line manager.
        """
        ...

    async def due_prompts(
        self, person_ids: Sequence[str], now: datetime
    ) -> list[tuple[Enrolment, Schedule, Person]]:
        """What is due of these people at `now`, in their order, for this transaction alone.

        Another replica gets none of it until the transaction ends, and this one none of what another has.
        """
        ...

    async def by_id(self, checkin_id: str) -> CheckIn | None: ...
    async def of_period(self, schedule_id: str, person_ids: Collection[str], period: date) -> list[CheckIn]: ...
    async def of_periods(self, person_ids: Collection[str], since: date, until: date) -> list[CheckIn]:
        """Check-ins whose period lies between the two days, both inclusive, newest period first."""
        ...

    async def current(self, person_ids: Collection[str], now: datetime) -> dict[str, CheckIn]:
        """Each person's newest check-in that has opened by `now` (answered ahead ones open at their period)."""
        ...

    async def open_for(self, person_id: str, now: datetime) -> CheckIn | None:
        """The person's check-in whose window is open at `now`; else one that was brought up ahead of its own."""
        ...

    async def add(self, checkins: Iterable[CheckIn]) -> None:
        """Insert; one that exists already for the same (schedule, person, period) is left as it is."""
        ...

    async def save(self, checkin: CheckIn) -> CheckIn:
        """Update where the version still matches and return it with the next one; else raise `Conflict`."""
        ...

    async def save_all(self, checkins: Collection[CheckIn]) -> None:
        """Like `save` for many at once, but one that was changed meanwhile is left as it is."""
        ...

    async def due_reminders(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]:
        """Unanswered check-ins whose reminder is due, for this transaction alone, like all that is due here."""
        ...

    async def due_snoozes(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]: ...
    async def due_closings(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]:
        """Unanswered check-ins whose window has closed at `now`."""
        ...

    async def set_progress(self, updates: Collection[ProgressUpdate]) -> None:
        """Insert or replace what each check-in says about each objective."""
        ...

    async def progress_of(self, checkin_ids: Collection[str]) -> list[ProgressUpdate]: ...
    async def log_answers(self, answers: Iterable[Answer]) -> None: ...
    async def answers_of(self, checkin_id: str) -> list[Answer]:
        """Every answer ever given, oldest first."""
        ...

    async def tally(self, tenant_id: str, since: date, until: date) -> dict[date, dict[CheckInState, int]]:
        """How many check-ins of the whole organisation stand in each state, by period (both inclusive)."""
        ...


class Summaries(Protocol):
    """When each team's summary is due and which were posted."""

    async def due(self, now: datetime, limit: int) -> list[Team]:
        """Teams whose summary is due, longest due first, for this transaction alone."""
        ...

    async def schedule(self, team_id: str, next_at: datetime | None) -> None: ...
    async def was_posted(self, team_id: str, period: date, every: SpanKind = SpanKind.WEEK) -> bool:
        """Whether the summary of the period, or of the month (`every`) that begins on that day, was posted."""
        ...

    async def mark_posted(
        self, team_id: str, period: date, at: datetime, every: SpanKind = SpanKind.WEEK
    ) -> None: ...
    async def settings(self, team_ids: Collection[str]) -> dict[str, SummarySettings]:
        """What these teams want of their summaries; those that never said are absent."""
        ...

    async def keep_settings(self, team_id: str, settings: SummarySettings) -> None:
        """Insert or update."""
        ...

    async def shown(self, lane: str) -> ShownSummary | None:
        """The summary that was shown last to this person or in this channel."""
        ...

    async def keep_shown(self, lane: str, about: str, at: datetime) -> None:
        """Note that a summary was shown there."""
        ...


class Absences(Protocol):
    """Leave and pauses."""

    async def of(self, person_ids: Collection[str], since: date, until: date) -> dict[str, list[Absence]]:
        """Absences that touch any day between the two, both inclusive; people without any are absent."""
        ...

    async def add(self, absence: Absence) -> None: ...
    async def end(self, person_id: str, on: date) -> None:
        """Cut every absence of the person that covers `on`: the day before is its last. Later ones stay."""
        ...


class Conversations(Protocol):
    """Conversations in progress."""

    async def current(self, person_id: str) -> Conversation | None:
        """The active one the person was last in."""
        ...

    async def get(self, person_id: str, flow: str, subject: str) -> Conversation | None: ...
    async def save(self, conversation: Conversation) -> Conversation:
        """Insert (version 0) or update where the version matches; returns it with the next one, or `Conflict`."""
        ...

    async def remove(self, conversation: Conversation) -> None:
        """Delete it where the version matches; else raise `Conflict`."""
        ...


class Store(Protocol):
    """Everything stored, within one transaction."""

    @property
    def tenants(self) -> Tenants: ...
    @property
    def people(self) -> People: ...
    @property
    def aims(self) -> Aims: ...
    @property
    def objectives(self) -> Objectives: ...
    @property
    def missed_targets(self) -> MissedTargets: ...
    @property
    def actions(self) -> Actions: ...
    @property
    def recognitions(self) -> Recognitions: ...
    @property
    def evidence(self) -> Evidences: ...
    @property
    def feedback(self) -> Feedbacks: ...
    @property
    def remarks(self) -> Remarks: ...
    @property
    def one_to_ones(self) -> OneToOnes: ...
    @property
    def unnamed_feedback(self) -> UnnamedFeedbacks: ...
    @property
    def pulse(self) -> Pulses: ...
    @property
    def rounds_360(self) -> Rounds360: ...
    @property
    def reviews(self) -> Reviews: ...
    @property
    def training(self) -> Trainings: ...
    @property
    def records(self) -> Records: ...
    @property
    def service_feedback(self) -> ServiceFeedbacks: ...
    @property
    def api_keys(self) -> ApiKeys: ...
    @property
    def audit(self) -> AuditLog: ...
    @property
    def webhooks(self) -> Webhooks: ...
    @property
    def skills(self) -> Skills: ...
    @property
    def checkins(self) -> CheckIns: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def week_priorities(self) -> WeekPriorities: ...
    @property
    def summaries(self) -> Summaries: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def delegations(self) -> Delegations: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def backlog(self) -> Backlog: ...
    @property
    def traffic(self) -> Traffic: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def pictures(self) -> Pictures: ...
    @property
    def installations(self) -> Installations: ...
    @property
    def sign_in_states(self) -> SignInStates: ...
    @property
    def compliance(self) -> Compliances: ...
    @property
    def benchmarks(self) -> Benchmarks: ...
    @property
    def team_figures(self) -> TeamFigures: ...
    @property
    def organisation_weeks(self) -> OrganisationWeeks: ...
    @property
    def downloads(self) -> Downloads: ...
    @property
    def files(self) -> FileBatches: ...
    @property
    def privacy(self) -> Privacy: ...
    @property
    def timers(self) -> Timers: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def asked_training(self) -> AskedTraining: ...


class Database(Protocol):
    """Where transactions come from."""

    def transaction(self, tenant_id: str | None = None) -> AbstractAsyncContextManager[Store]:
        """A read-write transaction: commits at the end of the block, rolls back on any error.

        Within one organisation, where the database can keep others' rows from it; else it may see all.
        Raises `StoreUnavailable` when the database cannot be reached.
        """
        ...

    def reading(self, tenant_id: str | None = None) -> AbstractAsyncContextManager[Store]:
        """A read-only view, of one organisation or all like `transaction`; takes no write lock."""
        ...

    async def listen(self, woken: Callable[[], None]) -> None:
        """Call `woken` whenever messages were queued by any process, until cancelled.

        Returns at once where the database cannot tell; whoever calls looks for messages now and then in any case.
        """
        ...

    async def ping(self) -> None:
        """Raise `StoreUnavailable` unless a trivial query works."""
        ...
