"""Work out a team's summary of a week, month or quarter from the check-ins themselves.

Every kind of thing is read with one query, whatever the number of people and weeks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from core.model.checkin import CheckIn, CheckInState, NoteAudience, ProgressUpdate
from core.model.missed_target import MissedTarget, missed_beside, seen_with
from core.model.objective import Objective, ObjectiveState, Progress, Status
from core.model.person import Person
from core.model.questions import AnswerPart, asked_in
from core.model.span import Span
from core.model.summary import (
    Blocker,
    Completion,
    HelpAsked,
    ObjectiveWeek,
    ObstacleGroup,
    SharedAnswers,
    TeamSummary,
)
from core.model.trend import Confidence, Point, confidence_of, trend_of
from core.ports import Store
from core.services.team_signals import actions_of, thanks_in, training_of
from core.understanding.blocker_groups import group_alike, most_telling, telling_words_of
from core.understanding.needs import read_needs
from core.understanding.removers import Remover, remover_of
from core.understanding.themes import Theme, theme_of
from core.understanding.written import read_written

HISTORY = timedelta(weeks=8)
"""How far before the stretch is looked for what its figures are compared with."""

RECENT_PERIODS = 4

_URGENCY = {Status.OFF_TRACK: 0, Status.AT_RISK: 1, Status.ON_TRACK: 2, None: 3}
"""What needs attention is read first."""

_ASKED = frozenset(CheckInState) - {CheckInState.AWAY, CheckInState.SKIPPED}
_HEARD = frozenset({CheckInState.ANSWERED, CheckInState.PARTLY, CheckInState.PARTLY_CLOSED})

_TIME_TO_ANSWER = timedelta(days=1)
"""How long after being asked someone counts as silent while their check-in is still open."""


_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a summary is about: a team's people by name, and the zone in which its days begin."""

    tenant_id: str
    name: str
    members: Sequence[Person]
    zone: ZoneInfo
    team_id: str | None = None


async def summarise(store: Store, whom: Whom, span: Span, now: datetime) -> TeamSummary:
    """The summary of these people for the stretch, as it is known at `now` (UTC)."""
    people = {person.id: person for person in whom.members}
    ids = list(people)
    since = span.first - HISTORY
    checkins = await store.checkins.of_periods(ids, since, span.last)
    tally = await store.checkins.tally(whom.tenant_id, since, span.last)
    objectives = _counted_objectives(await store.objectives.all_for(ids), span)
    said = await _said(store, checkins, objectives)
    today = now.astimezone(whom.zone).date()
    weeks = _objective_weeks(people, objectives, said, span)
    misses = await store.missed_targets.of_objectives(list({week.objective.id for week in weeks}))
    weeks = tuple(_with_miss(week, misses) for week in weeks)
    by_period = _by_period(checkins)
    in_span = [each for each in checkins if span.holds(each.period)]
    blockers = _blockers(people, said, span)
    organisation = {day: _counted(states) for day, states in tally.items()}
    return TeamSummary(
        name=whom.name,
        span=span,
        worked_out_at=now,
        members=tuple(whom.members),
        completion=_completion(in_span),
        periods=tuple((day, _completion(by_period[day])) for day in sorted(by_period) if span.holds(day)),
        history=tuple((day, _completion(by_period[day])) for day in sorted(by_period) if day < span.first),
        organisation=_summed(organisation[day] for day in organisation if span.holds(day)),
        organisation_history=tuple((day, organisation[day]) for day in sorted(organisation) if day < span.first),
        organisation_periods=tuple((day, organisation[day]) for day in sorted(organisation) if span.holds(day)),
        objectives=weeks,
        blockers=blockers,
        groups=grouped(blockers),
        notes=tuple((people[each.person_id], each) for each in _oldest_first(in_span) if each.note),
        silent=_silent(people, in_span, now),
        confidence=_confidence(said, span),
        help=_help_asked(people, said, in_span, misses, objectives, span, whom.zone),
        thanks=await thanks_in(store, whom.members, whom.team_id, span, whom.zone),
        training=await training_of(store, whom.tenant_id, whom.members, today),
        actions=await actions_of(store, people, today),
        shared=await _shared(store, people, in_span, span),
    )


# --- what was said --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """What one person's check-in of the nominal day `on` said of an objective; `in_unit`: in today's unit."""

    person_id: str
    on: date
    objective: Objective
    update: ProgressUpdate
    in_unit: bool


async def _said(
    store: Store, checkins: Sequence[CheckIn], objectives: Mapping[str, Sequence[Objective]]
) -> list[_Said]:
    """Everything said of the objectives that count, in order of time."""
    asked = {checkin.id: checkin for checkin in checkins}
    updates = await store.checkins.progress_of(list(asked))
    known = {each.id: each for owned in objectives.values() for each in owned}
    owners = {(person_id, each.id) for person_id, owned in objectives.items() for each in owned}
    changed = await store.objectives.last_changes(list(known), "unit")
    found = []
    for update in updates:
        checkin = asked[update.checkin_id]
        if (checkin.person_id, update.objective_id) not in owners:
            continue
        change, reported_at = changed.get(update.objective_id), update.progress.reported_at
        in_unit = change is None or (reported_at is not None and reported_at >= change.changed_at)
        found.append(
            _Said(checkin.person_id, checkin.period, known[update.objective_id], update, in_unit),
        )
    return sorted(found, key=lambda each: (each.on, each.person_id, each.objective.id))


def _counted_objectives(objectives: Mapping[str, Sequence[Objective]], span: Span) -> dict[str, list[Objective]]:
    """Active objectives, and those that were closed within the stretch or later; paused ones are in no figure."""
    return {
        person_id: [
            each
            for each in owned
            if each.state is ObjectiveState.ACTIVE
            or (
                each.state is ObjectiveState.CLOSED and each.closed_on is not None and each.closed_on >= span.first
            )
        ]
        for person_id, owned in objectives.items()
    }


def _objective_weeks(
    people: Mapping[str, Person],
    objectives: Mapping[str, Sequence[Objective]],
    said: Sequence[_Said],
    span: Span,
) -> tuple[ObjectiveWeek, ...]:
    # By person, too: those who share an objective each say their own.
    history: defaultdict[tuple[str, str], list[_Said]] = defaultdict(list)
    for each in said:
        history[each.person_id, each.objective.id].append(each)
    found = [
        _objective_week(people[person_id], objective, own, span)
        for person_id, owned in objectives.items()
        for objective in owned
        if (own := history.get((person_id, objective.id))) and span.holds(own[-1].on)
    ]
    return tuple(sorted(found, key=lambda week: _URGENCY[week.progress.status]))


def _objective_week(owner: Person, objective: Objective, history: Sequence[_Said], span: Span) -> ObjectiveWeek:
    earlier = [
        each.update.progress.percent
        for each in history
        if each.on < span.first and each.update.progress.percent is not None
    ]
    # Longer stretches are looked at as a whole, from the last figure before them on.
    began = min(span.last - HISTORY, span.first)
    points = [
        Point(each.on, each.update.progress.value, _percent(objective, each.update.progress))
        for each in history
        if each.in_unit and each.on > began
    ]
    streak = 0
    for each in history:
        status = each.update.progress.status
        if status is not None:
            streak = streak + 1 if status is Status.OFF_TRACK else 0
    newest = history[-1]
    return ObjectiveWeek(
        owner,
        objective,
        newest.update.progress,
        earlier[-1] if earlier else None,
        trend=trend_of(points),
        off_track=streak if newest.update.progress.status is Status.OFF_TRACK else 0,
        said_on=newest.on,
    )


def _percent(objective: Objective, progress: Progress) -> float | None:
    """How far it is, by the target as it is now, so that a target changed meanwhile is no change of course."""
    percent = None if progress.value is None else objective.percent_for(progress.value)
    return progress.percent if percent is None else percent


def _with_miss(week: ObjectiveWeek, misses: Iterable[MissedTarget]) -> ObjectiveWeek:
    miss = missed_beside(week.objective, week.progress, misses)
    return replace(week, miss=seen_with(miss, week.owner.id)) if miss else week


def _confidence(said: Sequence[_Said], span: Span) -> Confidence:
    before = sorted({each.on for each in said if each.on < span.first})[-RECENT_PERIODS:]

    def of(days: Iterable[_Said]) -> list[tuple[str, int]]:
        return [
            (each.person_id, each.update.progress.confidence)
            for each in days
            if each.update.progress.confidence is not None
        ]

    return confidence_of(
        of(each for each in said if span.holds(each.on)), of(each for each in said if each.on in before)
    )


# --- what is in the way, and what would help --------------------------------------------------------------------


def _blockers(people: Mapping[str, Person], said: Sequence[_Said], span: Span) -> tuple[Blocker, ...]:
    found = []
    for each in said:
        progress = each.update.progress
        if span.holds(each.on) and progress.needs_attention and progress.factors:
            theme = theme_of(progress.factors)
            found.append(
                Blocker(
                    theme,
                    people[each.person_id],
                    each.objective,
                    progress.factors,
                    bool(progress.outside_control),
                    remover_of(progress.factors, theme, progress.outside_control),
                    each.on,
                )
            )
    return tuple(found)


def grouped(blockers: Sequence[Blocker]) -> tuple[ObstacleGroup, ...]:
    """Obstacles put together by likeness, those of most people first, then in the order of their themes."""
    groups = []
    telling = telling_words_of(each.text for each in blockers)
    for places in group_alike([each.text for each in blockers], telling):
        of = tuple(blockers[place] for place in places)
        theme = _most_often([each.theme for each in of], list(Theme))
        remover = _most_often([each.remover for each in of], list(Remover))
        groups.append(ObstacleGroup(theme, remover, most_telling([each.text for each in of], telling), of))
    order = list(Theme)
    return tuple(
        sorted(groups, key=lambda each: (-len(each.people), order.index(each.theme), each.text.casefold()))
    )


def _most_often(found: Sequence[_Kind], order: Sequence[_Kind]) -> _Kind:
    return min(set(found), key=lambda each: (-found.count(each), order.index(each)))


def _help_asked(
    people: Mapping[str, Person],
    said: Sequence[_Said],
    checkins: Sequence[CheckIn],
    misses: Sequence[MissedTarget],
    objectives: Mapping[str, Sequence[Objective]],
    span: Span,
    zone: ZoneInfo,
) -> tuple[HelpAsked, ...]:
    """What was asked for beside a figure, in a note to the line manager, or after a target was missed."""
    known = {each.id: each for owned in objectives.values() for each in owned}
    found = [
        HelpAsked(people[each.person_id], each.objective, need, each.on)
        for each in said
        if span.holds(each.on)
        for need in _needs(each.update.progress.factors)
    ]
    found += [
        HelpAsked(people[each.person_id], None, need, each.period)
        for each in checkins
        for need in _needs(each.note)
    ]
    for miss in misses:
        if miss.person_id in people and miss.help_needed and miss.answered_at is not None:
            on = miss.answered_at.astimezone(zone).date()
            if span.holds(on):
                objective = known.get(miss.objective_id)
                found.append(HelpAsked(people[miss.person_id], objective, miss.help_needed, on))
    once = {(each.person.id, each.text.casefold()): each for each in reversed(found)}
    return tuple(sorted(once.values(), key=lambda each: (each.on, each.person.name, each.text)))


def _needs(text: str) -> list[str]:
    return read_needs(read_written(text), ()) if text else []


# --- who answered -----------------------------------------------------------------------------------------------


async def _shared(
    store: Store, people: Mapping[str, Person], checkins: Sequence[CheckIn], span: Span
) -> tuple[SharedAnswers, ...]:
    """What was answered for the team to read, in the order of the questions; no query where none were added."""
    asking = {checkin.id: checkin for checkin in checkins if checkin.asks}
    if not asking:
        return ()
    said: dict[str, list[tuple[Person, str]]] = {}
    for answer in await store.questions.shared_answers_of(list(asking), NoteAudience.TEAM):
        if answer.part is AnswerPart.ANSWER and answer.value:
            person = people[asking[answer.checkin_id].person_id]
            said.setdefault(answer.question_id, []).append((person, answer.value))
    if not said:
        return ()
    refs = {ref for checkin in asking.values() for ref in checkin.asks.split()}
    sets = (await store.questions.versions(refs)).values()
    newest_first = sorted(sets, key=lambda each: -each.version)
    asked = {
        each.question.id: each
        for period in sorted({checkin.period for checkin in asking.values()})
        for each in asked_in(newest_first, period)
    }
    return tuple(
        SharedAnswers(each.question, tuple(said[question_id]))
        for question_id, each in asked.items()
        if question_id in said
    )


def _by_period(checkins: Iterable[CheckIn]) -> dict[date, list[CheckIn]]:
    periods: dict[date, list[CheckIn]] = {}
    for checkin in checkins:
        periods.setdefault(checkin.period, []).append(checkin)
    return periods


def _oldest_first(checkins: Iterable[CheckIn]) -> list[CheckIn]:
    return sorted(checkins, key=lambda each: each.period)


def _silent(people: Mapping[str, Person], checkins: Sequence[CheckIn], now: datetime) -> tuple[Person, ...]:
    asked = {
        each.person_id
        for each in checkins
        if each.state in _ASKED and now - (each.prompted_at or each.opens_at) >= _TIME_TO_ANSWER
    }
    heard = {each.person_id for each in checkins if each.state in _HEARD}
    return tuple(person for person_id, person in people.items() if person_id in asked - heard)


def _completion(checkins: Iterable[CheckIn]) -> Completion:
    states: dict[CheckInState, int] = {}
    for checkin in checkins:
        states[checkin.state] = states.get(checkin.state, 0) + 1
    return _counted(states)


def _counted(states: Mapping[CheckInState, int]) -> Completion:
    return Completion(
        answered=states.get(CheckInState.ANSWERED, 0),
        partly=states.get(CheckInState.PARTLY, 0) + states.get(CheckInState.PARTLY_CLOSED, 0),
        due=sum(count for state, count in states.items() if state in _ASKED),
    )


def _summed(of: Iterable[Completion]) -> Completion:
    found = list(of)
    return Completion(
        sum(each.answered for each in found), sum(each.partly for each in found), sum(each.due for each in found)
    )
