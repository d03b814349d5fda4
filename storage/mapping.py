"""Rows to and from the model's frozen dataclasses."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Table

from core.model.absence import Absence
from core.model.action import AgreedAction
from core.model.aim import Aim
from core.model.api_key import ApiKey
from core.model.audit import AuditEntry
from core.model.broadcast import Broadcast, Recipient
from core.model.checkin import Answer, CheckIn, Enrolment, ProgressUpdate, Schedule
from core.model.conversation import Conversation
from core.model.delegation import Delegation
from core.model.delivery import Posted
from core.model.evidence import Evidence
from core.model.exported import Download
from core.model.feedback import (
    Feedback,
    FeedbackNote,
    FeedbackRequest,
    ReleasedFeedback,
    Telling,
    WaitingFeedback,
)
from core.model.installation import Installation
from core.model.missed_target import MissedTarget
from core.model.objective import Objective, Progress
from core.model.objective_change import ObjectiveChange
from core.model.one_to_one import AgendaItem, OneToOne, OneToOneNote
from core.model.person import Account, ChannelAddress, Person, Team, Tenant
from core.model.pulse import Pulse, PulseRound, Tally
from core.model.recognition import OrganisationValue, Recognition
from core.model.remark import Remark
from core.model.requirements import Learner, Requirement
from core.model.review import Review, ReviewVersion, ReviewWords, Signatures
from core.model.round_360 import Rater, Round360, RoundAnswer, TemplateVersion
from core.model.service_feedback import ServiceFeedback
from core.model.shared_file import FileBatch, ToldCompletion
from core.model.skills import ObjectiveSkill, PersonSkill, RoleSkill, SkillChoices
from core.model.timer import Timer
from core.model.training import Course, TrainingCompletion
from core.model.training_reminders import Told
from core.model.webhook import Webhook
from storage import tables

Model = TypeVar("Model")
First = TypeVar("First")
Second = TypeVar("Second")


class Mapped(Generic[Model]):
    """A dataclass whose fields lie in the columns of the same names, after `prefix`.

    `columns` are in the order of the fields, so that a row of them is read by position. The dataclass's last
    field may itself be mapped, as `last`; where it is `optional` it is None when its first column is NULL.
    A field whose metadata say that it is not `stored` comes last and has a default.
    """

    def __init__(
        self,
        model: type[Model],
        table: Table,
        *,
        prefix: str = "",
        last: "Mapped[Any] | None" = None,
        optional: bool = False,
    ) -> None:
        names = [field.name for field in fields(model) if field.metadata.get("stored", True)]  # type: ignore[arg-type]
        self._make: Callable[..., Model] = model
        self._last = last
        self._last_name = names.pop() if last else ""
        self._optional = optional
        self._names = [(name, prefix + name) for name in names]
        self._cut = len(names)
        self.columns: tuple[ColumnElement[Any], ...] = tuple(table.c[column] for _, column in self._names)
        if last:
            self.columns += last.columns

    def read(self, row: Sequence[Any]) -> Model:
        """The value that lies in a row of `columns`."""
        if self._last is None:
            return self._make(*row)
        rest = row[self._cut :]
        inner = None if self._optional and rest[0] is None else self._last.read(rest)
        return self._make(*row[: self._cut], inner)

    def values(self, value: Model) -> dict[str, Any]:
        """The columns' values, by column name."""
        values = {column: getattr(value, name) for name, column in self._names}
        if self._last is not None:
            values |= self._last.values_or_nulls(getattr(value, self._last_name))
        return values

    def values_or_nulls(self, value: Model | None) -> dict[str, Any]:
        """Like `values`, with NULL everywhere for None."""
        return {column: None for _, column in self._names} if value is None else self.values(value)


def read_pair(row: Sequence[Any], first: Mapped[First], second: Mapped[Second]) -> tuple[First, Second]:
    """The two values of a row with the columns of `first` and then those of `second`."""
    cut = len(first.columns)
    return first.read(row[:cut]), second.read(row[cut:])


TENANT = Mapped(Tenant, tables.tenants)
PERSON = Mapped(Person, tables.people)
ACCOUNT = Mapped(Account, tables.accounts)
TEAM = Mapped(Team, tables.teams, last=Mapped(ChannelAddress, tables.teams, prefix="channel_"), optional=True)
LATEST = Mapped(Progress, tables.objectives, prefix="latest_")
OBJECTIVE = Mapped(Objective, tables.objectives, last=LATEST)
OBJECTIVE_CHANGE = Mapped(ObjectiveChange, tables.objective_changes)
AIM = Mapped(Aim, tables.aims)
MISSED_TARGET = Mapped(MissedTarget, tables.missed_targets)
AGREED_ACTION = Mapped(AgreedAction, tables.agreed_actions)
ORGANISATION_VALUE = Mapped(OrganisationValue, tables.organisation_values)
RECOGNITION = Mapped(Recognition, tables.recognitions)
EVIDENCE = Mapped(Evidence, tables.evidence)
FEEDBACK = Mapped(Feedback, tables.feedback, last=Mapped(Telling, tables.feedback))
WAITING_FEEDBACK = Mapped(WaitingFeedback, tables.waiting_feedback, last=Mapped(Telling, tables.waiting_feedback))
RELEASED_FEEDBACK = Mapped(
    ReleasedFeedback, tables.released_feedback, last=Mapped(Telling, tables.released_feedback)
)
FEEDBACK_NOTE = Mapped(FeedbackNote, tables.feedback_notes)
FEEDBACK_REQUEST = Mapped(FeedbackRequest, tables.feedback_requests)
REMARK = Mapped(Remark, tables.remarks)
ONE_TO_ONE = Mapped(OneToOne, tables.one_to_ones)
AGENDA_ITEM = Mapped(AgendaItem, tables.agenda_items)
ONE_TO_ONE_NOTE = Mapped(OneToOneNote, tables.one_to_one_notes)
PULSE = Mapped(Pulse, tables.pulses)
PULSE_ROUND = Mapped(PulseRound, tables.pulse_rounds)
TALLY = Mapped(Tally, tables.pulse_tallies)
REVIEW = Mapped(Review, tables.reviews)
REVIEW_WORDS = Mapped(ReviewWords, tables.review_words)
REVIEW_SIGNATURES = Mapped(Signatures, tables.review_versions)
REVIEW_VERSION = Mapped(ReviewVersion, tables.review_versions, last=REVIEW_SIGNATURES)
TEMPLATE_360 = Mapped(TemplateVersion, tables.templates_360)
ROUND_360 = Mapped(Round360, tables.rounds_360)
RATER = Mapped(Rater, tables.round_360_raters)
ROUND_360_ANSWER = Mapped(RoundAnswer, tables.round_360_answers)
COURSE = Mapped(Course, tables.courses)
REQUIREMENT = Mapped(Requirement, tables.course_requirements)
LEARNER = Mapped(Learner, tables.people)
TOLD = Mapped(Told, tables.training_reminders)
SERVICE_FEEDBACK = Mapped(ServiceFeedback, tables.service_feedback)
API_KEY = Mapped(ApiKey, tables.api_keys)
AUDIT_ENTRY = Mapped(AuditEntry, tables.audit_entries)
WEBHOOK = Mapped(Webhook, tables.webhooks)
TRAINING_COMPLETION = Mapped(TrainingCompletion, tables.training_completions)
ROLE_SKILL = Mapped(RoleSkill, tables.role_skills)
OBJECTIVE_SKILL = Mapped(ObjectiveSkill, tables.objective_skills)
PERSON_SKILL = Mapped(PersonSkill, tables.person_skills)
SKILL_CHOICES = Mapped(SkillChoices, tables.skill_choices)
SCHEDULE = Mapped(Schedule, tables.schedules)
ENROLMENT = Mapped(Enrolment, tables.enrolments)
CHECK_IN = Mapped(CheckIn, tables.checkins)
PROGRESS_UPDATE = Mapped(ProgressUpdate, tables.progress_updates, last=Mapped(Progress, tables.progress_updates))
ANSWER = Mapped(Answer, tables.answers)
ABSENCE = Mapped(Absence, tables.absences)
DELEGATION = Mapped(Delegation, tables.delegations)
CONVERSATION = Mapped(Conversation, tables.conversations)
DOWNLOAD = Mapped(Download, tables.downloads)
FILE_BATCH = Mapped(FileBatch, tables.file_batches)
TOLD_COMPLETION = Mapped(ToldCompletion, tables.told_completions)
TIMER = Mapped(Timer, tables.timers)
BROADCAST = Mapped(Broadcast, tables.broadcasts)
BROADCAST_RECIPIENT = Mapped(Recipient, tables.broadcast_recipients)
INSTALLATION = Mapped(Installation, tables.installations)
POSTED = Mapped(Posted, tables.posted_messages)
OUTBOX_CHANNEL = Mapped(ChannelAddress, tables.outbox, prefix="channel_")
