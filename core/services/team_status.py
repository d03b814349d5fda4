"""How a line manager's own reports stand: who has checked in, who is overdue or away, and who is stuck."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from core.model.absence import Absence, AbsenceKind
from core.model.action import AgreedAction
from core.model.checkin import CheckIn, CheckInState
from core.model.missed_target import NO_MISSES
from core.model.objective import Objective, Status
from core.model.person import Person
from core.model.team_status import ReportStatus, Standing
from core.permissions import Permission, may
from core.ports import Store
from core.schedule.cadence import period_of
from core.services.notice_misses import misses_beside
from core.services.stand_in import reports_seen_by

OVERDUE_AFTER = timedelta(days=1)
"""How long after the prompt a manager sees someone as overdue rather than still to answer."""

_OF_STATE = {
    CheckInState.ANSWERED: Standing.ANSWERED,
    CheckInState.PARTLY_CLOSED: Standing.PARTLY,
    CheckInState.MISSED: Standing.MISSED,
    CheckInState.AWAY: Standing.AWAY,
    CheckInState.SKIPPED: Standing.NOT_DUE,
}


async def team_status(store: Store, manager: Person, now: datetime) -> list[ReportStatus]:
    """The manager's present direct reports, by name; empty for someone who manages nobody."""
    today = now.astimezone(manager.zone).date()
    reports = [
        person
        for person in await reports_seen_by(store, manager)
        if person.employed_on(today) and may(manager, Permission.SEE_TEAM_STATUS, person)
    ]
    return await statuses(store, reports, now)


async def statuses(store: Store, people: Sequence[Person], now: datetime) -> list[ReportStatus]:
    """Where each of `people` stands; permission is the caller's to ask."""
    if not people:
        return []
    ids = [person.id for person in people]
    checkins = await store.checkins.current(ids, now)
    objectives = await own_words_only(store, await store.objectives.active_for(ids))
    day = now.date()
    misses = await misses_beside(store, objectives, day)
    actions = await store.actions.open_for(ids)
    schedules = {each.id: each for each in await store.checkins.schedules(people[0].tenant_id)}
    began = min((period_of(each, day) for each in schedules.values()), default=day)
    absences = await store.absences.of(ids, began - timedelta(days=1), day + timedelta(days=1))
    about: defaultdict[str, list[AgreedAction]] = defaultdict(list)
    for action in actions:
        about[action.person_id].append(action)

    @cache
    def days_in(zone: ZoneInfo) -> tuple[date, date]:
        """The date there, and the day on which the longest present period began."""
        today = now.astimezone(zone).date()
        return today, min((period_of(each, today) for each in schedules.values()), default=today)

    def status_of(person: Person) -> ReportStatus:
        today, period = days_in(person.zone)
        checkin = checkins.get(person.id)
        if checkin:
            period = period_of(schedules[checkin.schedule_id], today)
            checkin = None if checkin.period < period else checkin
        away = _away(absences.get(person.id, []), period, today)
        if checkin and checkin.state.is_unanswered and _is_paused(absences.get(person.id, []), today):
            # Not overdue: nothing is asked of someone who has paused, and nobody is shown that they have.
            checkin = None
        ordered = sorted(objectives.get(person.id, []), key=lambda each: _URGENCY[each.latest.status])
        return ReportStatus(
            person,
            _standing(checkin, away, today, now),
            checkin,
            tuple(ordered),
            away.ends_on if away and away.ends_on >= today else None,
            misses.get(person.id, NO_MISSES),
            tuple(about.get(person.id, ())),
        )

    return [status_of(person) for person in people]


async def own_words_only(
    store: Store, objectives: Mapping[str, Sequence[Objective]]
) -> dict[str, list[Objective]]:
    """The people's objectives, without the words that someone else wrote on a shared one: those are not theirs."""
    ids = {each.id for owned in objectives.values() for each in owned}
    shared = list(await store.objectives.further_owners(ids))
    reports = await store.objectives.reports_on(shared) if shared else {}
    author = {each: reports[each][-1].by_id for each in reports}

    def shown(person_id: str, objective: Objective) -> Objective:
        if author.get(objective.id, person_id) == person_id:
            return objective
        return replace(objective, latest=replace(objective.latest, factors="", outside_control=None))

    return {person_id: [shown(person_id, each) for each in owned] for person_id, owned in objectives.items()}


_URGENCY = {Status.OFF_TRACK: 0, Status.AT_RISK: 1, Status.ON_TRACK: 2, None: 3}


def _away(absences: Sequence[Absence], period: date, today: date) -> Absence | None:
    """The absence of the period so far that lasts longest."""
    present = [
        each
        for each in absences
        if each.kind is AbsenceKind.AWAY and each.starts_on <= today and each.ends_on >= period
    ]
    return max(present, key=lambda each: each.ends_on, default=None)


def _is_paused(absences: Sequence[Absence], today: date) -> bool:
    return any(each.kind is AbsenceKind.PAUSE and each.covers(today) for each in absences)


def _standing(checkin: CheckIn | None, away: Absence | None, today: date, now: datetime) -> Standing:
    if checkin is not None and checkin.state in _OF_STATE:
        return _OF_STATE[checkin.state]
    if checkin is None:
        return Standing.AWAY if away is not None else Standing.NOT_DUE
    if away is not None and away.ends_on >= today:
        return Standing.AWAY
    if checkin.state is CheckInState.PARTLY:
        return Standing.PARTLY
    asked_at = checkin.prompted_at or checkin.opens_at
    return Standing.OVERDUE if now - asked_at >= OVERDUE_AFTER else Standing.WAITING
