"""What is stored: one store an aggregate, all of them within one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Protocol

from core.chat.effect import Durable
from core.chat.event import Event, Origin
from core.model.absence import Absence
from core.model.action import AgreedAction
from core.model.aim import Aim
from core.model.checkin import Answer, CheckIn, CheckInState, Enrolment, ProgressUpdate, Schedule
from core.model.conversation import Conversation
from core.model.delivery import Delivery, Posted
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress
from core.model.objective_change import ObjectiveChange
from core.model.person import Account, Person, Platform, Team, Tenant
from core.model.reported import Reported
from core.ports.asked_training import AskedTraining
from core.ports.broadcasts import Broadcasts
from core.ports.compliance import Compliances
from core.ports.development import Evidences, Feedbacks, Recognitions, Trainings
from core.ports.downloads import Downloads
from core.ports.files import FileBatches
from core.ports.installations import Installations, SignInStates
from core.ports.one_to_ones import OneToOnes, Remarks
from core.ports.pulse import Pulses
from core.ports.questions import Questions, WeekPriorities
from core.ports.rounds_360 import Rounds360
from core.ports.service import ApiKeys, ServiceFeedbacks
from core.ports.skills import Skills
from core.ports.timers import Timers
from core.ports.unnamed_feedback import UnnamedFeedbacks


class StoreUnavailable(Exception):
    """The database cannot be reached or is locked; nothing of the transaction was kept."""


class Conflict(Exception):
    """Someone else changed the row meanwhile; the transaction was rolled back and may be tried again."""


class Tenants(Protocol):
    """Organisations and the workspaces that belong to them."""

    async def add(self, tenant: Tenant) -> None: ...
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
    async def reports_of(self, manager_id: str) -> list[Person]:
        """Direct reports, by name, whatever their contract dates."""
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
    async def teams(self, tenant_id: str) -> list[Team]: ...
    async def team(self, team_id: str) -> Team | None: ...
    async def team_led_by(self, person_id: str) -> Team | None: ...
    async def team_members(self, team_id: str) -> list[Person]: ...
    async def save_teams(self, teams: Iterable[Team]) -> None: ...


class Aims(Protocol):
    """The organisation's priorities and its teams' goals."""

    async def all(self, tenant_id: str) -> list[Aim]:
        """Every aim of the organisation, by position."""
        ...

    async def save(self, aims: Iterable[Aim]) -> None:
        """Insert or update by id; parents may come after their children."""
        ...


class Objectives(Protocol):
    """Objectives with their owners, their latest progress and the history of their changes."""

    async def active_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Each person's active objectives in a steady order: their own, oldest first, then shared ones.

        People without any are absent.
        """
        ...

    async def standing_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Like `active_for`, with proposed and paused ones."""
        ...

    async def all_for(self, person_ids: Collection[str]) -> dict[str, list[Objective]]:
        """Like `active_for`, in every state."""
        ...

    async def serving(self, aim_ids: Collection[str]) -> list[Objective]:
        """Active objectives that serve one of the aims directly."""
        ...

    async def name_priority(self, aim_id: str, title: str) -> None:
        """Call what objectives serve by its new title; closed ones keep the words they ended with."""
        ...

    async def history_of(self, ids: Collection[str]) -> dict[str, list[Progress]]:
        """What was reported on each objective at check-ins, oldest first; those without any are absent."""
        ...

    async def reports_on(self, ids: Collection[str]) -> dict[str, list[Reported]]:
        """Like `history_of`, with who reported it."""
        ...

    async def share(self, objective_id: str, person_ids: Collection[str]) -> None:
        """Make these people owners too; those who are already stay so."""
        ...

    async def unshare(self, ids: Collection[str], person_ids: Collection[str]) -> None:
        """Let these people be further owners of these objectives no longer."""
        ...

    async def further_owners(self, ids: Collection[str]) -> dict[str, list[str]]:
        """Ids of the further owners of shared objectives; those that are not shared are absent."""
        ...

    async def log_changes(self, changes: Sequence[ObjectiveChange]) -> None:
        """Keep what was changed; never altered afterwards."""
        ...

    async def changes_of(self, objective_id: str) -> list[ObjectiveChange]:
        """Everything that was changed about an objective, oldest first."""
        ...

    async def last_changes(self, ids: Collection[str], field: str) -> dict[str, ObjectiveChange]:
        """The newest change of one field of each objective; those where it never changed are absent."""
        ...

    async def ended_pauses(self, before: date, limit: int) -> list[Objective]:
        """Paused objectives whose last day of the pause lies before `before`; the longest over first."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, Objective]: ...
    async def save(self, objectives: Iterable[Objective], at: datetime) -> None:
        """Insert or update by id; `latest` is left alone on update."""
        ...

    async def set_latest(self, latest: Mapping[str, Progress]) -> None:
        """Set the latest progress of each objective, by its id."""
        ...


class MissedTargets(Protocol):
    """Targets that were missed, and what was learned from each."""

    async def notice(self, misses: Iterable[MissedTarget]) -> list[MissedTarget]:
        """Insert those not noticed before for the same objective, kind and day, and return them."""
        ...

    async def by_id(self, miss_id: str) -> MissedTarget | None: ...
    async def of_objectives(self, objective_ids: Collection[str]) -> list[MissedTarget]:
        """Every miss of these objectives, oldest first."""
        ...

    async def save(self, miss: MissedTarget) -> None: ...


class Actions(Protocol):
    """Agreed actions."""

    async def save(self, actions: Iterable[AgreedAction]) -> None:
        """Insert or update by id."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, AgreedAction]: ...
    async def open_for(self, person_ids: Collection[str]) -> list[AgreedAction]:
        """Open actions that are about, or to be done by, one of these people; oldest first."""
        ...


class CheckIns(Protocol):
    """Schedules, enrolments, check-ins and their answers."""

    async def schedules(self, tenant_id: str) -> list[Schedule]: ...
    async def save_schedule(self, schedule: Schedule) -> None: ...
    async def save_enrolments(self, enrolments: Iterable[Enrolment]) -> None: ...
    async def enrolments_of(self, person_ids: Collection[str]) -> list[Enrolment]: ...
    async def due_prompts(self, now: datetime, limit: int) -> list[tuple[Enrolment, Schedule, Person]]:
        """Enrolments due at `now` or before, longest due first; by index, never a walk over all people."""
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

    async def due_reminders(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]: ...
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

    async def due(self, now: datetime, limit: int) -> list[Team]: ...
    async def schedule(self, team_id: str, next_at: datetime | None) -> None: ...
    async def was_posted(self, team_id: str, period: date) -> bool: ...
    async def mark_posted(self, team_id: str, period: date, at: datetime) -> None: ...


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

    async def remove(self, conversation: Conversation) -> None: ...


class Outbox(Protocol):
    """Messages to be delivered, and those that were."""

    async def add(self, tenant_id: str, effects: Sequence[Durable], now: datetime) -> None:
        """Queue the effects; one whose key is there already is ignored."""
        ...

    async def claim(self, now: datetime, lease_s: float, limit: int, runs: int | None = None) -> list[Delivery]:
        """Take up to `limit` due rows under a lease: answers first, oldest first, in order within one recipient.

        Of what goes to many at once (`RUN_PURPOSES`) at most `runs`; an answer does not wait for such a message to
        the same recipient. Rows whose lease ran out come back with `uncertain` set. Two callers never get the same
        row.
        """
        ...

    async def someone_waits(self, now: datetime) -> bool:
        """Whether an answer, rather than what goes to many at once, is due to go out."""
        ...

    async def sent(self, delivery: Delivery, posted: Posted | None, now: datetime) -> None:
        """Record success; `posted` is kept under the delivery's tag."""
        ...

    async def retry(self, delivery: Delivery, at: datetime, reason: str) -> None: ...
    async def dead(self, delivery: Delivery, reason: str, now: datetime) -> None: ...
    async def hold(self, tenant_id: str, platform: Platform, until: datetime) -> None:
        """Let nothing of this tenant on this platform be claimed before `until` (the platform's Retry-After)."""
        ...

    async def queue_picture(self, delivery: Delivery, posted: Posted, now: datetime) -> None:
        """Queue the card's charts to be attached to the message just posted."""
        ...

    async def posted_under(self, tag: str) -> list[Posted]: ...
    async def dead_letters(self, tenant_id: str, limit: int = 100) -> list[tuple[Delivery, str]]: ...
    async def counts(self) -> Mapping[str, int]:
        """Rows by state."""
        ...


class Inbox(Protocol):
    """Events accepted before they are worked on, so that a crash loses none and a repeat does nothing."""

    async def accept(self, event: Event, now: datetime) -> bool:
        """Store the event; False when its (platform, workspace, event id) was accepted before."""
        ...

    async def done(self, origin: Origin, now: datetime) -> None:
        """Mark as worked on and forget its content."""
        ...

    async def unfinished(self, accepted_before: datetime, limit: int) -> list[Event]: ...
    async def forget(self, done_before: datetime) -> int: ...


class Pictures(Protocol):
    """Drawn charts, served to platforms that show pictures by address."""

    async def put(self, picture_id: str, png: bytes, now: datetime) -> None: ...
    async def get(self, picture_id: str) -> bytes | None: ...


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
    def training(self) -> Trainings: ...
    @property
    def service_feedback(self) -> ServiceFeedbacks: ...
    @property
    def api_keys(self) -> ApiKeys: ...
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
    def conversations(self) -> Conversations: ...
    @property
    def outbox(self) -> Outbox: ...
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
    def downloads(self) -> Downloads: ...
    @property
    def files(self) -> FileBatches: ...
    @property
    def timers(self) -> Timers: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def asked_training(self) -> AskedTraining: ...


class Database(Protocol):
    """Where transactions come from."""

    def transaction(self) -> AbstractAsyncContextManager[Store]:
        """A read-write transaction: commits at the end of the block, rolls back on any error.

        Raises `StoreUnavailable` when the database cannot be reached.
        """
        ...

    def reading(self) -> AbstractAsyncContextManager[Store]:
        """A read-only view; takes no write lock."""
        ...

    async def ping(self) -> None:
        """Raise `StoreUnavailable` unless a trivial query works."""
        ...
