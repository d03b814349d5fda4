"""From what is stored of a person's period to the pack of their review: what belongs in it, and who reads what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from core.model.absence import Absence, AbsenceKind
from core.model.action import AgreedAction
from core.model.checkin import CheckIn, CheckInState
from core.model.evidence import Evidence
from core.model.feedback import Feedback, ReleasedFeedback, Visibility
from core.model.missed_target import MissedTarget, seen_with
from core.model.objective import Objective, ObjectiveState
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import OUTCOME
from core.model.person import Person
from core.model.recognition import Recognition, Sharing
from core.model.reported import Reported
from core.model.review import Review, ReviewWords
from core.model.review_pack import (
    Alone,
    Answering,
    ItemKind,
    Pack,
    PackObjective,
    PackReport,
    PackTraining,
    key_of,
)
from core.model.training import CompletionState, Course, TrainingCompletion

_DAY = timedelta(days=1)
_ANSWERED = (CheckInState.ANSWERED, CheckInState.PARTLY, CheckInState.PARTLY_CLOSED)
_COUNTS = (*_ANSWERED, CheckInState.MISSED)


@dataclass(frozen=True, slots=True)
class Record:
    """What is stored of a person's period, read for a review; it may hold more than the review will.

    `further_owners` and `reports` are by objective id, `courses` by id; `names` are of people by id, `labels` of
    competencies and values by id, in English and Welsh. Instants are UTC.
    """

    objectives: Sequence[Objective] = ()
    further_owners: Mapping[str, Sequence[str]] = field(default_factory=dict)
    reports: Mapping[str, Sequence[Reported]] = field(default_factory=dict)
    changes: Sequence[ObjectiveChange] = ()
    misses: Sequence[MissedTarget] = ()
    evidence: Sequence[Evidence] = ()
    feedback: Sequence[Feedback] = ()
    unnamed: Sequence[ReleasedFeedback] = ()
    thanks: Sequence[Recognition] = ()
    completions: Sequence[TrainingCompletion] = ()
    courses: Mapping[str, Course] = field(default_factory=dict)
    actions: Sequence[AgreedAction] = ()
    checkins: Sequence[CheckIn] = ()
    absences: Sequence[Absence] = ()
    words: Sequence[ReviewWords] = ()
    left_out: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Span:
    """The review's period, and the person in whose zone its days are."""

    person: Person
    since: date
    until: date

    def day(self, instant: datetime) -> date:
        return instant.astimezone(self.person.zone).date()

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until


def put_together(review: Review, person: Person, record: Record, today: date) -> tuple[Pack, Alone]:
    """The pack of a review as it stands on `today` (local to the person), and what stays the person's alone.

    Nothing is in either that the person has not seen: feedback only once they opened it, answers without names
    only as they were released. What was meant for the person only is never in the pack.
    """
    span = _Span(person, review.since, min(review.until, today))
    feedback = [
        each
        for each in record.feedback
        if each.receiver_id == person.id and _was_opened(each) and span.holds(span.day(each.given_at))
    ]
    thanks = [
        each for each in record.thanks if each.receiver_id == person.id and span.holds(span.day(each.given_at))
    ]
    shared = [each for each in feedback if each.visibility is Visibility.PERSON_AND_MANAGER]
    open_thanks = [each for each in thanks if each.sharing is Sharing.SHARED]
    training = list(_training(record, span))
    owned = {each.id for each in record.objectives if each.person_id == person.id}
    kept = record.left_out
    pack = Pack(
        review.kind,
        person.id,
        person.role,
        review.since,
        review.until,
        today,
        _answering(record, span),
        objectives=tuple(_objectives(review, record, span)),
        feedback=tuple(each for each in shared if key_of(ItemKind.FEEDBACK, each.id) not in kept),
        thanks=tuple(each for each in open_thanks if key_of(ItemKind.THANKS, each.id) not in kept),
        training=tuple(each for each in training if key_of(ItemKind.TRAINING, each.id) not in kept),
        actions=tuple(_actions(record, span)),
        words=tuple(record.words),
        names=dict(record.names),
        labels=dict(record.labels),
    )
    alone = Alone(
        tuple(each for each in feedback if each.visibility is Visibility.PERSON),
        tuple(each for each in record.unnamed if _released_in(each, span)),
        tuple(each for each in thanks if each.sharing is not Sharing.SHARED),
        tuple(each for each in shared if key_of(ItemKind.FEEDBACK, each.id) in kept),
        tuple(each for each in open_thanks if key_of(ItemKind.THANKS, each.id) in kept),
        tuple(each for each in training if key_of(ItemKind.TRAINING, each.id) in kept),
        tuple(
            each
            for each in record.evidence
            if key_of(ItemKind.EVIDENCE, each.id) in kept and each.objective_id in owned
        ),
    )
    return pack, alone


def _was_opened(feedback: Feedback) -> bool:
    return feedback.receiver_read_at is not None and feedback.withdrawn_at is None


def _released_in(feedback: ReleasedFeedback, span: _Span) -> bool:
    """By its month alone: no more is known of when it was given."""
    return feedback.receiver_id == span.person.id and span.since.replace(day=1) <= feedback.month <= span.until


def _objectives(review: Review, record: Record, span: _Span) -> Iterator[PackObjective]:
    """What was worked on in the period, whether or not it has a date; without the words of others."""
    changes: defaultdict[str, list[ObjectiveChange]] = defaultdict(list)
    for change in record.changes:
        changes[change.objective_id].append(change)
    misses: defaultdict[str, list[MissedTarget]] = defaultdict(list)
    for miss in record.misses:
        misses[miss.objective_id].append(miss)
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for piece in record.evidence:
        evidence[piece.objective_id].append(piece)
    for objective in record.objectives:
        every = sorted(changes[objective.id], key=lambda each: each.changed_at)
        reports = tuple(_reports(objective, record.reports.get(objective.id, ()), every, span))
        if not _belongs(objective, reports, span):
            continue
        within = tuple(each for each in every if span.holds(span.day(each.changed_at)))
        units = [span.day(each.changed_at) for each in within if each.field == "unit" and each.before]
        outcomes = [each.after for each in within if each.field == OUTCOME]
        is_own = objective.person_id == span.person.id
        yield PackObjective(
            replace(objective, latest=replace(objective.latest, factors="")),
            (review.until - review.since).days + 1,
            _paused_days(objective, every, span),
            is_shared=bool(record.further_owners.get(objective.id)) or not is_own,
            outcome=outcomes[-1] if outcomes else "",
            unit_changed_on=units[-1] if units else None,
            reports=reports,
            changes=within,
            misses=tuple(
                seen_with(each, span.person.id)
                for each in misses[objective.id]
                if span.holds(span.day(each.noticed_at))
            ),
            # Those who only share an objective do not read its evidence.
            evidence=tuple(
                each
                for each in evidence[objective.id]
                if is_own
                and span.holds(span.day(each.added_at))
                and key_of(ItemKind.EVIDENCE, each.id) not in record.left_out
            ),
        )


def _belongs(objective: Objective, reports: Sequence[PackReport], span: _Span) -> bool:
    if objective.state is ObjectiveState.PROPOSED:
        return False
    if objective.state is ObjectiveState.CLOSED and objective.closed_on is None:
        return bool(reports)
    return objective.closed_on is None or objective.closed_on >= span.since


def _reports(
    objective: Objective, reports: Iterable[Reported], changes: Sequence[ObjectiveChange], span: _Span
) -> Iterator[PackReport]:
    units = [each for each in changes if each.field == "unit"]
    for each in reports:
        at = each.progress.reported_at
        if at is None or not span.holds(span.day(at)):
            continue
        own = each.by_id == span.person.id
        progress = each.progress if own else replace(each.progress, factors="", outside_control=None)
        unit = next((change.before for change in units if change.changed_at > at), objective.unit)
        if unit == objective.unit and progress.value is not None:
            # A target that was changed meanwhile counts for all figures, as it does everywhere else.
            progress = replace(progress, percent=objective.percent_for(progress.value))
        yield PackReport(span.day(at), progress, unit, each.by_id)


def _paused_days(objective: Objective, changes: Sequence[ObjectiveChange], span: _Span) -> int:
    """Days of the period on which it was paused: from the day it was to the day before it counted again."""
    states = [each for each in changes if each.field == "state"]
    paused_on = span.since if states and states[0].before == ObjectiveState.PAUSED else None
    if not states and objective.state is ObjectiveState.PAUSED:
        paused_on = span.since
    days = 0
    for each in states:
        on = span.day(each.changed_at)
        if each.after == ObjectiveState.PAUSED and paused_on is None:
            paused_on = on
        elif each.after != ObjectiveState.PAUSED and paused_on is not None:
            days += _overlap(paused_on, on - _DAY, span)
            paused_on = None
    return days + (_overlap(paused_on, span.until, span) if paused_on is not None else 0)


def _overlap(first: date, last: date, span: _Span) -> int:
    return max(0, (min(last, span.until) - max(first, span.since)).days + 1)


def _training(record: Record, span: _Span) -> Iterator[PackTraining]:
    for each in record.completions:
        course = record.courses.get(each.course_id)
        counts = each.state is CompletionState.RECORDED and span.holds(each.completed_on)
        if course is not None and counts:
            yield PackTraining(each.id, course.title, course.title_cy, each.completed_on, each.expires_on)


def _actions(record: Record, span: _Span) -> Iterator[AgreedAction]:
    """What was agreed or came to an end in the period, or was open all through it."""
    for each in record.actions:
        closed = span.day(each.closed_at) if each.closed_at else None
        if span.day(each.created_at) <= span.until and (closed is None or closed >= span.since):
            yield each


def _answering(record: Record, span: _Span) -> Answering:
    counted = [each for each in record.checkins if each.state in _COUNTS and span.holds(each.period)]
    answered = {each.period.replace(day=1) for each in counted if each.state in _ANSWERED}
    away = {
        day
        for absence in record.absences
        if absence.kind is AbsenceKind.AWAY
        for day in _days(max(absence.starts_on, span.since), min(absence.ends_on, span.until))
    }
    silent = [
        month
        for month, last in _months(span.since, span.until)
        if month.replace(day=1) not in answered
        and last <= span.until
        and not away.issuperset(day for day in _days(month, last) if day.isoweekday() in span.person.working_days)
    ]
    done = sum(1 for each in counted if each.state in _ANSWERED)
    return Answering(done, len(counted), tuple(each.replace(day=1) for each in silent), len(away))


def _months(since: date, until: date) -> Iterator[tuple[date, date]]:
    """Each month of the period, from its first day in it to its last day."""
    first = since
    while first <= until:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, following - _DAY
        first = following


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
