"""Notice missed targets, each once, and find those that stand beside a figure.

A target is missed when its date passes below it, or when it is off track at two check-ins running. Only active
objectives are looked at, and only with the one who answers for them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import uuid4

from core.model.checkin import CheckIn
from core.model.missed_target import (
    NO_MISSES,
    MissedTarget,
    Misses,
    MissKind,
    Offer,
    is_past_due,
    missed_beside,
    reaches_target,
    seen_with,
    streak_around,
)
from core.model.objective import Objective, Progress, Status
from core.model.person import Person
from core.ports import Store
from core.turn import Turn

LONGEST_STREAK = timedelta(weeks=104)
"""How far back a run of off-track check-ins is followed: further than an objective lasts."""

AHEAD = timedelta(weeks=5)
"""How far ahead a check-in can have been answered."""


async def notice_at_prompt(
    store: Store, asked: Mapping[Person, Sequence[Objective]], now: datetime
) -> dict[str, list[Offer]]:
    """Due dates that have passed since; what is noticed for the first time, by the person's id."""
    past: list[tuple[Person, Objective]] = []
    for person, objectives in asked.items():
        today = now.astimezone(person.zone).date()
        past += [(person, each) for each in objectives if each.person_id == person.id and is_past_due(each, today)]
    below = await _below_target(store, [objective for _, objective in past])
    by_id = {objective.id: objective for objective in below}
    misses = [
        _miss(person, objective, MissKind.BELOW_TARGET, objective.due_on, now)
        for person, objective in past
        if objective.id in by_id and objective.due_on
    ]
    found: dict[str, list[Offer]] = {}
    for miss in await store.missed_targets.notice(misses):
        found.setdefault(miss.person_id, []).append(Offer(miss, by_id[miss.objective_id]))
    return found


async def notice_at_answer(
    store: Store,
    person: Person,
    checkin: CheckIn,
    objectives: Iterable[Objective],
    said: Mapping[str, Progress],
    now: datetime,
    *,
    prompted_at: datetime | None = None,
) -> list[Offer]:
    """What an answered check-in shows to be missed, for the first time.

    `objectives` are the person's active ones with their newest progress, `said` what this check-in says of them.
    With `prompted_at` also what was noticed and offered then, if it was not taken up: that prompt is replaced.
    """
    today = now.astimezone(person.zone).date()
    own = {each.id: each for each in objectives if each.person_id == person.id}
    past = [each for each in own.values() if is_past_due(each, today)]
    # What has passed its date is talked about for that, and not once more for being off track since.
    off = [
        each
        for each in own.values()
        if each not in past and each.id in said and said[each.id].status is Status.OFF_TRACK
    ]
    if not past and not off:
        return []
    before = await store.missed_targets.of_objectives(list(own))
    misses = [
        _miss(person, each, MissKind.BELOW_TARGET, each.due_on, now)
        for each in await _below_target(store, past)
        if each.due_on
    ]
    for objective, streak in await _streaks(store, person, checkin, off):
        if not any(_is_within(miss, objective, streak) for miss in before):
            misses.append(_miss(person, objective, MissKind.OFF_TRACK_TWICE, streak[1], now))
    noticed = await store.missed_targets.notice(misses)
    offered = [
        miss
        for miss in before
        if miss.answered_at is None
        and miss.noticed_at == prompted_at
        and missed_beside(own[miss.objective_id], own[miss.objective_id].latest, [miss])
    ]
    return [Offer(miss, own[miss.objective_id]) for miss in (*offered, *noticed)]


async def misses_beside(store: Store, owned: Mapping[str, Sequence[Objective]], today: date) -> dict[str, Misses]:
    """The misses that stand beside the latest figures of each person's objectives; `owned` is by person id.

    Of a shared objective the words stay with the one who answers for it.
    """
    missable = {
        each.id: each
        for objectives in owned.values()
        for each in objectives
        if is_past_due(each, today) or each.latest.status is Status.OFF_TRACK
    }
    if not missable:
        return {}
    misses = await store.missed_targets.of_objectives(list(missable))
    found = {each.id: missed_beside(each, each.latest, misses) for each in missable.values()}
    return {
        person_id: {
            each.id: seen_with(miss, person_id) for each in objectives if (miss := found.get(each.id)) is not None
        }
        for person_id, objectives in owned.items()
    }


async def own_misses(turn: Turn, objectives: Sequence[Objective]) -> Misses:
    """The misses that stand beside the person's own figures."""
    found = await misses_beside(turn.store, {turn.person.id: objectives}, turn.today)
    return found.get(turn.person.id, NO_MISSES)


def _miss(person: Person, objective: Objective, kind: MissKind, day: date | None, now: datetime) -> MissedTarget:
    if day is None:
        raise ValueError("a miss belongs to a day")
    return MissedTarget(uuid4().hex, person.tenant_id, person.id, objective.id, kind, day, now)


async def _below_target(store: Store, past: Sequence[Objective]) -> list[Objective]:
    """Those of the objectives past their date that did not reach the target.

    Where the present figure does not tell, it is below unless the target was ever reported as reached.
    """
    reached = {each.id: reaches_target(each, each.latest) for each in past}
    unknown = [objective_id for objective_id, answer in reached.items() if answer is None]
    history = await store.objectives.history_of(unknown) if unknown else {}
    for each in past:
        if reached[each.id] is None:
            reached[each.id] = any(reaches_target(each, said) for said in history.get(each.id, []))
    return [each for each in past if not reached[each.id]]


async def _streaks(
    store: Store, person: Person, checkin: CheckIn, off: Sequence[Objective]
) -> list[tuple[Objective, tuple[date, ...]]]:
    """The run of two or more off-track check-ins that this one belongs to, for each objective that has one.

    A week without an answer does not end a run: the check-ins before and after it are the ones running.
    """
    if not off:
        return []
    checkins = await store.checkins.of_periods(
        [person.id], checkin.period - LONGEST_STREAK, checkin.period + AHEAD
    )
    periods = {each.id: each.period for each in checkins}
    statuses: dict[str, list[tuple[date, Status]]] = {}
    for update in await store.checkins.progress_of(list(periods)):
        if update.progress.status is not None:
            statuses.setdefault(update.objective_id, []).append(
                (periods[update.checkin_id], update.progress.status)
            )
    streaks = [(each, streak_around(checkin.period, statuses.get(each.id, []))) for each in off]
    return [(objective, streak) for objective, streak in streaks if len(streak) > 1]


def _is_within(miss: MissedTarget, objective: Objective, streak: Sequence[date]) -> bool:
    return (
        miss.kind is MissKind.OFF_TRACK_TWICE
        and miss.objective_id == objective.id
        and streak[0] <= miss.noticed_for <= streak[-1]
    )
