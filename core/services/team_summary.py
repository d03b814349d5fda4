"""Work out a team's summary from the check-ins themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.model.checkin import CheckIn, CheckInState, NoteAudience, ProgressUpdate
from core.model.missed_target import MissedTarget, missed_beside, seen_with
from core.model.objective import Objective, Status
from core.model.person import Person
from core.model.questions import AnswerPart, asked_in
from core.model.summary import Blocker, Completion, ObjectiveWeek, SharedAnswers, TeamSummary
from core.ports import Store
from core.understanding.themes import theme_of

HISTORY = timedelta(weeks=8)

_URGENCY = {Status.OFF_TRACK: 0, Status.AT_RISK: 1, Status.ON_TRACK: 2, None: 3}
"""What needs attention is read first."""

_ASKED = frozenset(CheckInState) - {CheckInState.AWAY, CheckInState.SKIPPED}


async def summarise(
    store: Store, tenant_id: str, name: str, members: Sequence[Person], period: date
) -> TeamSummary:
    """The summary of `members` for the period that starts on `period`."""
    ids = [person.id for person in members]
    since = period - HISTORY
    checkins = await store.checkins.of_periods(ids, since, period)
    tally = await store.checkins.tally(tenant_id, since, period)
    objectives = await store.objectives.active_for(ids)
    updates = await store.checkins.progress_of([checkin.id for checkin in checkins])
    by_period = _by_period(checkins)
    now = by_period.get(period, [])
    people = {person.id: person for person in members}
    found = _objective_weeks(people, objectives, checkins, updates, period)
    weeks = tuple(sorted(found, key=lambda week: _URGENCY[week.progress.status]))
    misses = await store.missed_targets.of_objectives([week.objective.id for week in weeks])
    weeks = tuple(_with_miss(week, misses) for week in weeks)
    actions = await store.actions.open_for(ids)
    return TeamSummary(
        name=name,
        period=period,
        completion=_completion(now),
        history=tuple((day, _completion(by_period[day])) for day in sorted(by_period) if day < period),
        organisation=_counted(tally.get(period, {})),
        organisation_history=tuple((day, _counted(tally[day])) for day in sorted(tally) if day < period),
        objectives=weeks,
        blockers=tuple(_blockers(weeks)),
        notes=tuple((people[each.person_id], each) for each in now if each.note),
        open_actions=sum(1 for action in actions if action.person_id in people),
        shared=await _shared(store, people, now, period),
    )


async def _shared(
    store: Store, people: Mapping[str, Person], checkins: Sequence[CheckIn], period: date
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
    return tuple(
        SharedAnswers(asked.question, tuple(said[asked.question.id]))
        for asked in asked_in(newest_first, period)
        if asked.question.id in said
    )


def _by_period(checkins: Iterable[CheckIn]) -> dict[date, list[CheckIn]]:
    periods: dict[date, list[CheckIn]] = {}
    for checkin in checkins:
        periods.setdefault(checkin.period, []).append(checkin)
    return periods


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


def _objective_weeks(
    people: Mapping[str, Person],
    objectives: Mapping[str, Sequence[Objective]],
    checkins: Sequence[CheckIn],
    updates: Sequence[ProgressUpdate],
    period: date,
) -> Iterable[ObjectiveWeek]:
    asked = {checkin.id: checkin for checkin in checkins}
    # By person, too: those who share an objective each say their own.
    said: dict[tuple[str, str], dict[date, ProgressUpdate]] = {}
    for update in updates:
        checkin = asked[update.checkin_id]
        said.setdefault((checkin.person_id, update.objective_id), {})[checkin.period] = update
    for person_id, owned in objectives.items():
        for objective in owned:
            history = said.get((person_id, objective.id), {})
            if period not in history:
                continue
            earlier = [
                history[day].progress.percent
                for day in sorted(history)
                if day < period and history[day].progress.percent is not None
            ]
            yield ObjectiveWeek(
                people[person_id], objective, history[period].progress, earlier[-1] if earlier else None
            )


def _with_miss(week: ObjectiveWeek, misses: Iterable[MissedTarget]) -> ObjectiveWeek:
    miss = missed_beside(week.objective, week.progress, misses)
    return replace(week, miss=seen_with(miss, week.owner.id)) if miss else week


def _blockers(weeks: Iterable[ObjectiveWeek]) -> Iterable[Blocker]:
    for week in weeks:
        progress = week.progress
        if progress.needs_attention and progress.factors:
            yield Blocker(
                theme_of(progress.factors),
                week.owner,
                week.objective,
                progress.factors,
                bool(progress.outside_control),
            )
