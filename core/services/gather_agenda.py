"""Gather what there is to talk about at one-to-ones, since the last ones; as many queries for many as for one.

Both of the two read all of it. Every line is something that the line manager may read anyway, so that nothing
reaches them by way of an agenda: private thanks and words on a shared objective that are someone else's do not.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from core.model.action import AgreedAction
from core.model.objective import Objective
from core.model.one_to_one import Agenda, AgendaLine, Meeting, OneToOne, Source, latest_held
from core.model.person import Person
from core.model.requirements import TO_DO, Rules, known_of, standings
from core.model.training import TrainingCompletion
from core.ports import Store
from core.services.felt_since import felt_since
from core.services.team_status import own_words_only

BEFORE_THE_FIRST = timedelta(weeks=8)
"""How far back the agenda of a first one-to-one looks."""


async def gather(store: Store, meetings: Sequence[Meeting], now: datetime) -> dict[str, Agenda]:
    """The agenda of each meeting, by its id."""
    if not meetings:
        return {}
    ids = list({each.person.id for each in meetings})
    last = latest_held(await store.one_to_ones.last_held(ids))
    since = {each.one_to_one.id: _since(each, last.get(each.one_to_one.pair), now) for each in meetings}
    earliest = min(since.values())
    items = await store.one_to_ones.open_items(ids)
    objectives = await own_words_only(store, await store.objectives.active_for(ids))
    titles = {each.id: each for owned in objectives.values() for each in owned}
    misses = await store.missed_targets.of_objectives(list(titles)) if titles else []
    opened = await store.actions.open_for(ids)
    closed = await store.one_to_ones.actions_closed(ids, earliest)
    thanks = await store.one_to_ones.thanks_shared(ids, earliest)
    givers = await store.people.by_ids({each.giver_id for each in thanks}) if thanks else {}
    felt = await felt_since(store, ids, earliest)
    completions = await store.training.completions_of(ids)
    rules = {
        tenant_id: Rules(await store.training.courses(tenant_id), await store.training.requirements(tenant_id))
        for tenant_id in {each.person.tenant_id for each in meetings}
    }

    def agenda_of(each: Meeting) -> Agenda:
        person, from_ = each.person, since[each.one_to_one.id]
        lines = [
            *_blockers(objectives.get(person.id, [])),
            *_actions(Source.OPEN_ACTION, person, opened),
            *_actions(Source.CLOSED_ACTION, person, [one for one in closed if _after(one.closed_at, from_)]),
            *(
                AgendaLine(Source.MISS, titles[miss.objective_id].title, on=miss.noticed_at)
                for miss in misses
                if miss.person_id == person.id and _after(miss.noticed_at, from_)
            ),
            *(line for line in felt.get(person.id, []) if _after(line.on, from_)),
            *_training(person, rules[person.tenant_id], completions, now),
            *(
                AgendaLine(Source.THANKS, one.text, givers[one.giver_id].name, one.decided_at)
                for one in thanks
                if one.receiver_id == person.id and _after(one.decided_at, from_)
            ),
        ]
        mine = tuple(item for item in items if item.pair == each.one_to_one.pair)
        met = last.get(each.one_to_one.pair)
        return Agenda(each, mine, tuple(lines), met.held_at if met else None)

    return {each.one_to_one.id: agenda_of(each) for each in meetings}


def _since(meeting: Meeting, last: OneToOne | None, now: datetime) -> datetime:
    return last.held_at if last and last.held_at else now - BEFORE_THE_FIRST


def _after(at: datetime | None, since: datetime) -> bool:
    return at is not None and at > since


def _blockers(objectives: Iterable[Objective]) -> list[AgendaLine]:
    """What still is in the way, as it was last reported."""
    return [
        AgendaLine(Source.BLOCKER, each.title, each.latest.factors, each.latest.reported_at)
        for each in objectives
        if each.latest.needs_attention and each.latest.factors
    ]


def _actions(source: Source, person: Person, actions: Iterable[AgreedAction]) -> list[AgendaLine]:
    return [
        AgendaLine(source, each.text, each.owner_id, each.closed_at, each.due_on)
        for each in actions
        if each.person_id == person.id
    ]


def _training(
    person: Person, rules: Rules, completions: Iterable[TrainingCompletion], now: datetime
) -> list[AgendaLine]:
    """What the person is to do or renew."""
    today = now.astimezone(person.zone).date()
    known = known_of([each for each in completions if each.person_id == person.id])
    return [
        AgendaLine(Source.TRAINING, rules.courses[each.course_id].title_in(person.language), by=each.due_on)
        for each in standings([person], rules, known, today)
        if each.state in TO_DO
    ]
