"""Work an organisation's stretch of time out for HR and directors, from the weeks as they were kept.

As many queries for twenty thousand people as for twenty: one a division, none a service, team or person.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from core.model.aim import Aim, AimKind
from core.model.anonymity import FEWEST
from core.model.benchmark import Reading, Series
from core.model.compliance import Compliance, Tally
from core.model.organisation import (
    MEASURES,
    GroupStanding,
    Measured,
    OrganisationView,
    PriorityStanding,
    ServiceStanding,
    by_value,
    met,
    narrowed,
    reading,
    summed,
)
from core.model.organisation_week import EQUALITY, OTHERS, Cell, Dimension, Member, values_of
from core.model.person import Person, Team
from core.model.questions import WELLBEING
from core.model.services import below_person, services_of
from core.model.span import Span
from core.model.wellbeing import WeekFelt, week_felt
from core.permissions import Right, holds
from core.ports import ServedBy, Store
from core.services.benchmarks import LOOKED_AT, judge
from core.services.compliance import compliance
from core.services.keep_weeks import monday_of, topmost_of

MOVES_WITHIN = timedelta(weeks=5)
"""An objective moves while it was reported on in so much time: a month's check-ins, and one missed."""

FELT_WEEKS = 8
"""Weeks of how work has felt that are looked at."""

_WEEK = timedelta(weeks=1)
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Structure:
    """Who works where: every team's service, and which services the reader sees (`seen` None: everything)."""

    members: Mapping[str, Member]
    teams: Sequence[Team]
    service_of: Mapping[str, str]
    seen: frozenset[str] | None

    @property
    def names(self) -> dict[str, str]:
        """Teams' names by id."""
        return {team.id: team.name for team in self.teams}

    def sees(self, service_id: str) -> bool:
        """Whether figures of this service are the reader's to see."""
        return self.seen is None or service_id in self.seen


async def structure_for(store: Store, reader: Person) -> Structure:
    """What of the organisation the reader sees: HR all of it, and a director the services below them.

    Who alone is at the top of everybody sees everything too, so that nothing can be told from the difference.
    """
    tenant_id = reader.tenant_id
    members = {each.id: each for each in await store.organisation_weeks.members(tenant_id)}
    teams = await store.people.teams(tenant_id)
    service_of = services_of(teams, members)
    leads = {each.manager_id for each in members.values()}
    tops = {each.id for each in members.values() if each.manager_id is None and each.id in leads}
    if holds(reader, Right.SEE_ORGANISATION) or tops == {reader.id}:
        return Structure(members, teams, service_of, None)
    below = below_person(reader.id, teams, members)
    seen = {service for service in service_of.values() if service in below}
    return Structure(members, teams, service_of, frozenset(seen))


async def whole_structure(store: Store, tenant_id: str) -> Structure:
    """Everything, for tables that leave."""
    members = {each.id: each for each in await store.organisation_weeks.members(tenant_id)}
    teams = await store.people.teams(tenant_id)
    return Structure(members, teams, services_of(teams, members), None)


async def organisation_view(
    store: Store, tenant_id: str, name: str, structure: Structure, span: Span, today: date, left: int = 0
) -> OrganisationView:
    """How the organisation stood in the stretch, as far as its weeks are kept; `left` are still to be."""
    first, since, until = _bounds(span)
    weeks = store.organisation_weeks
    service_cells = await weeks.cells(tenant_id, Dimension.SERVICE, since, until)
    whole_cells = await weeks.cells(tenant_id, Dimension.WHOLE, since, until)
    if structure.seen is not None:
        whole_cells = summed(each for each in service_cells if structure.sees(each.value))
    kept = await weeks.kept(tenant_id)
    held = await compliance(store, tenant_id, today, group_of=_groups(structure, today))
    training = _by_service(held, structure)
    names = structure.names
    services, small = [], 0
    for service_id, cells in sorted(
        by_value(service_cells).items(), key=lambda pair: names.get(pair[0], "").casefold()
    ):
        if service_id in names and structure.sees(service_id):
            found = standing(service_id, names[service_id], cells, first, until, training.get(service_id))
            if found.measures:
                services.append(found)
    small = len({each for each in structure.service_of.values() if structure.sees(each)}) - len(services)
    everyone: Tally | None = held.overall
    if structure.seen is not None:
        everyone = added(training[each] for each in structure.seen if each in training)
    whole = standing("", name, whole_cells, first, until, everyone)
    aims = await store.aims.all(tenant_id)
    served = await weeks.served(tenant_id, datetime.combine(today - MOVES_WITHIN, time(), UTC))
    served = [each for each in served if structure.sees(structure.service_of.get(each.team_id, ""))]
    said = await weeks.cells(tenant_id, Dimension.PRIORITY, first, until) if structure.seen is None else []
    obstacles = await weeks.obstacles(tenant_id, first, until)
    if structure.seen is not None:
        obstacles = narrowed(obstacles, structure.seen)
    return OrganisationView(
        name=name,
        span=span,
        weeks=sum(first <= each <= until for each in kept),
        known_since=min(kept, default=None),
        left=left,
        whole=whole,
        services=tuple(services),
        small_services=max(0, small),
        priorities=_priorities(aims, served, said, structure),
        objectives=sum(each.objectives for each in served),
        adrift=sum(each.objectives for each in served if not each.aim_id),
        obstacles=met(obstacles),
        equality=await _equality(store, tenant_id, first, until, held) if structure.seen is None else None,
        felt=await _felt(store, tenant_id, span, today) if structure.seen is None else (),
    )


def _bounds(span: Span) -> tuple[date, date, date]:
    """The first week of the stretch, the first that is looked back to, and the last day."""
    first = monday_of(span.first)
    # A week belongs to the stretch that its Monday lies in.
    first = first if first >= span.first else first + _WEEK
    return first, first - LOOKED_AT * _WEEK, max(first, span.last)


def standing(
    id_: str, name: str, cells: Sequence[Cell], first: date, until: date, training: Tally | None = None
) -> ServiceStanding:
    """Each measure of a group from its weeks; a week that is not told is a gap, for nobody said enough in it.

    A measure without any figure in the stretch is left out.
    """
    by_week = {each.week: each for each in cells}
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    week = min(by_week, default=until)
    last = max(by_week, default=until)
    while week <= last:
        cell = by_week.get(week) or Cell(week, Dimension.SERVICE)
        for measure in MEASURES:
            readings[measure].append(reading(measure, cell))
        week += _WEEK
    measures = {}
    for measure in MEASURES:
        series = Series(measure, tuple(readings[measure]))
        level = series.level(first, until)
        if level is not None:
            recent, found = judge(series)
            measures[measure] = Measured(recent, found, level)
    asked = [each.asked for each in cells if first <= each.week <= until and each.asked]
    return ServiceStanding(id_, name, asked[-1] if asked else 0, measures, training)


# --- priorities -----------------------------------------------------------------------------------------------


def _priorities(
    aims: Sequence[Aim], served: Sequence[ServedBy], said: Sequence[Cell], structure: Structure
) -> tuple[PriorityStanding, ...]:
    """The topmost priorities in the order they are kept in."""
    topmost = topmost_of(aims)
    of: defaultdict[str, list[ServedBy]] = defaultdict(list)
    for each in served:
        if each.aim_id:
            of[topmost.get(each.aim_id, each.aim_id)].append(each)
    cells = by_value(said)
    found = []
    for aim in aims:
        if aim.kind is not AimKind.PRIORITY or aim.parent_id is not None:
            continue
        mine = of.get(aim.id, [])
        by_service: defaultdict[str, int] = defaultdict(int)
        for each in mine:
            by_service[structure.service_of.get(each.team_id, "")] += each.objectives
        found.append(
            PriorityStanding(
                aim,
                sum(each.objectives for each in mine),
                sum(each.people for each in mine),
                sum(each.moving for each in mine),
                _share((each.on_track, each.with_status) for each in cells.get(aim.id, ()) if each.said >= FEWEST),
                tuple(sorted(by_service.items())),
            )
        )
    return tuple(found)


def _share(counts: Iterable[tuple[int, int]]) -> float | None:
    pairs = list(counts)
    whole = sum(count for _, count in pairs)
    return 100 * sum(part for part, _ in pairs) / whole if whole else None


# --- training, and groups of people ---------------------------------------------------------------------------


def _groups(structure: Structure, today: date) -> dict[str, str]:
    """What everyone counts as in every division, as one word."""
    # Of twenty thousand people this is a good part of the whole view: each is looked at once.
    values = {each.id: values_of(each, today) for each in structure.members.values()}
    return {id_: _BETWEEN.join(own[dimension] for dimension in EQUALITY) for id_, own in values.items()}


def added(tallies: Iterable[Tally]) -> Tally | None:
    """The tallies of disjoint groups as one; None of none."""
    every = list(tallies)
    if not every:
        return None
    trend = tuple(
        (sum(each.trend[at][0] for each in every), sum(each.trend[at][1] for each in every))
        for at in range(len(every[0].trend))
    )
    return Tally(
        sum(each.people for each in every),
        trend,
        sum(each.soon for each in every),
        sum(each.overdue for each in every),
        sum(each.waiting for each in every),
    )


def _by_service(held: Compliance, structure: Structure) -> dict[str, Tally]:
    teams: defaultdict[str, list[Tally]] = defaultdict(list)
    for team_id, tally in held.by_team.items():
        if service_id := structure.service_of.get(team_id or "", ""):
            teams[service_id].append(tally)
    return {service_id: whole for service_id, tallies in teams.items() if (whole := added(tallies)) is not None}


async def _equality(
    store: Store, tenant_id: str, first: date, until: date, held: Compliance
) -> dict[Dimension, tuple[GroupStanding, ...]]:
    """Each division with its groups, in no order of figures; a division of less than two groups is empty."""
    found: dict[Dimension, tuple[GroupStanding, ...]] = {}
    for place, dimension in enumerate(EQUALITY):
        groups: defaultdict[str, list[Tally]] = defaultdict(list)
        for key, tally in held.by_group.items():
            groups[key.split(_BETWEEN)[place]].append(tally)
        cells = by_value(await store.organisation_weeks.cells(tenant_id, dimension, first, until))
        standings = tuple(
            _group(value, mine, added(groups.get(value, ()))) for value, mine in sorted(cells.items(), key=_last)
        )
        found[dimension] = standings if len(standings) > 1 else ()
    return found


def _last(pair: tuple[str, Sequence[Cell]]) -> tuple[bool, str]:
    return pair[0] == OTHERS, pair[0]


def _group(value: str, cells: Sequence[Cell], training: Tally | None) -> GroupStanding:
    return GroupStanding(
        value,
        cells[-1].asked,
        _share((each.answered, each.due) for each in cells),
        _share((each.on_track, each.with_status) for each in cells),
        training.rates[-1] if training else None,
    )


async def _felt(store: Store, tenant_id: str, span: Span, today: date) -> tuple[WeekFelt, ...]:
    """How work has felt in the last weeks of the stretch that are over, the newest first."""
    until = min(span.last, monday_of(today) - timedelta(days=1))
    since = max(span.first, until - FELT_WEEKS * _WEEK)
    if until < since:
        return ()
    values = await store.questions.values_by_period(tenant_id, WELLBEING, since, until)
    return tuple(week_felt(period, values[period]) for period in sorted(values, reverse=True))


# --- one service ----------------------------------------------------------------------------------------------


async def teams_of_service(
    store: Store, tenant_id: str, structure: Structure, service_id: str, span: Span
) -> tuple[ServiceStanding, ...]:
    """The service's teams with enough people to be shown apart, by name; none where there is only one."""
    first, since, until = _bounds(span)
    cells = await store.organisation_weeks.cells(tenant_id, Dimension.TEAM, since, until, service_id)
    names = structure.names
    found = [
        standing(team_id, names[team_id], mine, first, until)
        for team_id, mine in by_value(cells).items()
        if team_id in names
    ]
    shown = sorted((each for each in found if each.measures), key=lambda each: each.name.casefold())
    return tuple(shown) if len(shown) > 1 else ()


def services_seen(structure: Structure) -> Collection[str]:
    """The services that the reader sees."""
    return {each for each in structure.service_of.values() if structure.sees(each)}
