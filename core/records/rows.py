"""The rows of every table that leaves, field by field: columns of files, and the schemas of the API.

Fields that an import reads have its names (`docs/api.md`), so that what is exported can be imported. Ids stay the
same for ever and are left out of files, where people and teams are known by email and name. Instants (`_at`) are
UTC, dates local to the person they belong to.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from core.model.action import ActionState
from core.model.aim import AimKind
from core.model.checkin import CheckInState
from core.model.measure import Direction
from core.model.missed_target import MissKind
from core.model.objective import ObjectiveState, Status
from core.model.person import Access, Employment, Language, Nation
from core.model.recognition import Sharing
from core.model.requirements import State as TrainingState
from core.model.service_feedback import Scale
from core.model.training import CompletionState
from core.texts import formats


def _days(iso_weekdays: Collection[int] | str) -> str:
    if isinstance(iso_weekdays, str):
        return iso_weekdays
    return ",".join(formats.weekday(day, Language.EN) for day in sorted(iso_weekdays))


Id = Annotated[str, Field(description="Stays the same for ever.")]
TeamId = Annotated[str | None, Field(description="The team's id; null for who is in none.")]
Email = Annotated[str, Field(description="The work email that the person is known by.")]
Free = Annotated[str, Field(description="In the person's own words.")]
Percent = Annotated[float | None, Field(description="0 to 100; null where nothing was asked.")]


class Row(BaseModel):
    """One row of a table."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PersonRow(Row):
    """Someone who works, or worked, for the organisation."""

    id: Id
    email: Email
    name: str
    team_id: TeamId
    team: str
    manager_email: str
    role: Annotated[str, Field(description="The job title.")]
    access: Access
    timezone: Annotated[str, Field(description="An IANA name such as Europe/London.")]
    working_days: Annotated[str, BeforeValidator(_days), Field(description="Such as “Mon,Tue”.")]
    start_date: date | None
    end_date: Annotated[date | None, Field(description="The last day, inclusive.")]
    employment: Employment
    nation: Nation
    language: Language
    site: str


class TeamRow(Row):
    """A team, with how many are in it."""

    id: Id
    name: str
    lead_email: str
    timezone: str
    people: Annotated[int, Field(description="Everyone who is in it, whatever their contract dates.")]


class PriorityRow(Row):
    """What the organisation wants for its community, or one team's goal towards it."""

    id: Id
    kind: AimKind
    title: str
    serves_id: Annotated[str | None, Field(description="What it serves; null at the top.")]
    serves: str
    team_id: Annotated[str | None, Field(description="Whose goal it is; null for a priority.")]
    team: str
    objectives: Annotated[int, Field(description="Active objectives that name it.")]


class ObjectiveRow(Row):
    """An objective, with what was last reported on it."""

    id: Id
    email: Email
    title: str
    measure: str
    target: float | None
    unit: str
    baseline: float | None
    due_date: date | None
    priority: str
    direction: Direction
    weight: float
    state: ObjectiveState
    value: Annotated[float | None, Field(description="In the measure's own unit.")]
    percent: Annotated[float | None, Field(description="Of the way to the target; may be more than 100.")]
    status: Status | None
    confidence: Annotated[int | None, Field(description="1 (none) to 5 (sure).")]
    reported_at: datetime | None
    updated_at: Annotated[datetime, Field(description="Made, changed or reported on, whichever was last.")]


class CheckInRow(Row):
    """One person's check-in for one period."""

    id: Id
    email: Email
    period: Annotated[date, Field(description="Its nominal day; for a weekly one the Monday.")]
    state: CheckInState
    opens_at: datetime
    closes_at: datetime
    answered_at: datetime | None
    late: bool
    answers_saved: int
    answers_asked: int
    note: Free
    updated_at: Annotated[datetime, Field(description="Opened, answered or closed, whichever was last.")]


class ProgressRow(Row):
    """What one check-in said of one objective."""

    checkin_id: Id
    objective_id: Id
    email: Email
    period: date
    objective: str
    unit: str
    value: float | None
    percent: float | None
    status: Status | None
    confidence: Annotated[int | None, Field(description="1 (none) to 5 (sure).")]
    outside_control: bool | None
    factors: Free
    reported_at: datetime | None


class MissedTargetRow(Row):
    """A target that was missed, and what was learned from it."""

    id: Id
    email: Email
    objective: str
    kind: MissKind
    noticed_for: date
    happened: Free
    outside_control: bool | None
    outside_factor: Free
    prevention: Free
    help_needed: Free
    updated_at: datetime


class ActionRow(Row):
    """An agreed action: who does what for whom, by when."""

    id: Id
    email: Email
    owner_email: str
    text: Free
    due_date: date | None
    state: ActionState
    created_at: datetime
    closed_at: datetime | None
    updated_at: datetime


class RecognitionRow(Row):
    """Thanks that the person received."""

    id: Id
    email: Email
    from_email: str
    text: Annotated[str, Field(description="In the giver's own words.")]
    sharing: Sharing
    given_at: datetime


class FeedbackRow(Row):
    """Feedback that the person received under its giver's name, and has read."""

    id: Id
    email: Email
    from_email: str
    about: str
    text: Annotated[str, Field(description="In the giver's own words.")]
    situation: str
    behaviour: str
    effect: str
    suggestion: str
    given_at: datetime


class CourseRow(Row):
    """A course."""

    id: Id
    title: str
    title_cy: str
    mandatory: bool
    valid_months: Annotated[int | None, Field(description="For how long a completion counts; null: for good.")]
    renew_within_days: int
    link: str
    verified: Annotated[bool, Field(description="Whether a completion counts once HR has looked at it.")]
    retired: bool


class TrainingRow(Row):
    """A course that a person completed."""

    id: Id
    course: str
    email: Email
    completed_on: date
    expires_on: date | None
    evidence: str
    state: CompletionState


class ComplianceRow(Row):
    """A person, and a course that they must hold."""

    email: Email
    name: str
    team: str
    role: str
    manager_email: str
    course: str
    state: TrainingState
    completed_on: date | None
    due_on: date | None
    days_overdue: int | None
    counted: Annotated[bool, Field(description="False for who is away for long.")]


class ComplianceSummaryRow(Row):
    """How everyone, a course, a team or a job title stands with what must be held, as on the dashboard."""

    group: Literal["everyone", "course", "team", "role"]
    name: str
    people: int
    required: int
    held: int
    percent: Percent
    lacking: int
    overdue: int
    waiting: Annotated[int, Field(description="Completed, but not looked at by HR yet.")]
    expiring: Annotated[int, Field(description="Held, and running out within 60 days.")]


class ComplianceTrendRow(Row):
    """The same percentage on one of the last twelve days that are looked at: month ends, and today."""

    group: Literal["everyone", "course", "team", "role"]
    name: str
    on: date
    percent: Percent


class SkillRow(Row):
    """A skill that a job title needs."""

    role: str
    skill: str
    level: Annotated[int, Field(description="1 to 4.")]


class CheckInsByTeamRow(Row):
    """How a team of five or more was asked and answered in one period; nobody is named."""

    team_id: Id
    period: date
    team: str
    people: int
    answered: int
    partly: int
    missed: int
    away: int
    skipped: int
    open: Annotated[int, Field(description="Not answered so far, and the window still open.")]
    summary_posted_at: datetime | None
    updated_at: Annotated[datetime, Field(description="The latest change of any of these check-ins.")]


class ObjectivesByTeamRow(Row):
    """How the active objectives of a team stand, where five people or more have one; nobody is named."""

    team_id: Id
    team: str
    people: int
    objectives: int
    on_track: int
    at_risk: int
    off_track: int
    not_reported: int
    updated_at: Annotated[datetime, Field(description="When the latest was set or reported on.")]


class RecognitionByTeamRow(Row):
    """Thanks that a team of five or more received in a month (UTC)."""

    team_id: Id
    month: Annotated[date, Field(description="Its first day.")]
    team: str
    recognitions: int


class FeedbackByTeamRow(Row):
    """Feedback with a name that a team received in a month (UTC), by five people or more to five or more."""

    team_id: Id
    month: Annotated[date, Field(description="Its first day.")]
    team: str
    feedback: int


class ServiceFeedbackRow(Row):
    """What a service user scored a team, or (without naming whose) an objective; never what they wrote."""

    id: Id
    source: str
    reference: str
    received_on: date
    score: float
    scale: Scale
    team_id: TeamId
    team: str


class ServiceCommentRow(Row):
    """What a service user said of a team or an objective, for those who may read it."""

    id: Id
    source: str
    received_on: date
    score: float
    scale: Scale
    about: Annotated[str, Field(description="The team's name or the objective's title.")]
    text: Annotated[str, Field(description="In the service user's own words.")]


class OrganisationRow(Row):
    """A service's week as it was counted once over: of five people or more, else null; the whole has none."""

    week: Annotated[date, Field(description="Its Monday.")]
    service_id: Annotated[str, Field(description="The id of the service's topmost team; empty for the whole.")]
    service: str
    people: Annotated[int, Field(description="Of whom a check-in was due.")]
    due: int
    answered: int
    people_answering: Annotated[int, Field(description="Who said how an objective stands; 0 where too few did.")]
    on_track: Annotated[Percent, Field(description="Of what was said of objectives.")]
    outside_control: Annotated[Percent, Field(description="Said of something outside one's control.")]
    confidence: Annotated[float | None, Field(description="1 to 5, on average; null where too few said.")]


class FoiRow(Row):
    """A quarter of the whole or a service: of five people or more, also after subtraction."""

    quarter: Annotated[date, Field(description="Its first day.")]
    service_id: Annotated[str, Field(description="The id of the service's topmost team; empty for the whole.")]
    service: str
    weeks: Annotated[int, Field(description="Weeks that were counted.")]
    participation: Annotated[Percent, Field(description="Of the check-ins that were due.")]
    on_track: Annotated[Percent, Field(description="Of what was said of objectives.")]
    outside_control: Annotated[Percent, Field(description="Said of something outside one's control.")]


class PulseRow(Row):
    """What came of a pulse question, five people or more at a time."""

    month: Annotated[date, Field(description="Its first day.")]
    round: Annotated[int, Field(description="Counts the questions of a month.")]
    question: str
    people: Annotated[int, Field(description="Who answered; 0 where too few did.")]
    average: Annotated[float | None, Field(description="1 to 5; null where too few answered.")]
    before: Annotated[float | None, Field(description="The average the last time it was asked.")]
