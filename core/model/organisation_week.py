"""What is kept of an organisation's week once it is over: counts of groups, and obstacles that several people met.

A week is counted once and never again, so that no two reports of it ever differ. What people said is counted in
groups of five people or more, or not at all:

- teams as everywhere else (`core.model.anonymity`): those of enough people alone, the small ones of a service
  together, and those that are too few even so with others like them of the whole organisation, or not;
- priorities, and what Milepost knows of people's contracts, nation, language and length of service, in parts of
  which each has enough people (`parts_of`), so that neither a part nor all but one of them is anybody's own.

What a part of one division has over parts of another is five people or more, or nothing (`hides_nobody`): no
report can be taken from another one to leave fewer.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations
from os.path import commonprefix
from typing import NamedTuple

from core.model.anonymity import FEWEST, batches
from core.model.objective import Status
from core.model.person import Employment, Language, Nation
from core.understanding.blocker_groups import group_alike, telling_spellings
from core.understanding.removers import Remover, remover_of
from core.understanding.themes import Theme, theme_of

FULL_WEEK = 5
"""Working days; fewer are part-time."""

OTHERS = "others"
"""The part of a division that is made of the values with too few people for one of their own."""

POOLED = "pooled"
"""Where small teams stand together that no service's figure holds."""


class Dimension(StrEnum):
    """What an organisation is divided by."""

    WHOLE = "whole"
    SERVICE = "service"
    TEAM = "team"
    PRIORITY = "priority"
    EMPLOYMENT = "employment"
    HOURS = "hours"
    NATION = "nation"
    LANGUAGE = "language"
    SERVED = "served"
    """Length of service."""


EQUALITY = (Dimension.EMPLOYMENT, Dimension.HOURS, Dimension.NATION, Dimension.LANGUAGE, Dimension.SERVED)
"""All that Milepost knows of people that could show whether it treats them alike."""


class Member(NamedTuple):
    """Someone who works here, as far as it counts; `team_id` and `manager_id` are of today."""

    id: str
    team_id: str | None
    manager_id: str | None
    employment: Employment
    working_days: frozenset[int]
    nation: Nation
    language: Language
    start_on: date | None


class Asked(NamedTuple):
    """A person's check-ins of a week: how many were due, and answered."""

    person_id: str
    due: int
    answered: int


class Said(NamedTuple):
    """What someone's check-in said of an objective that serves `aim_id`; `factors` "" where nothing was."""

    person_id: str
    aim_id: str | None
    status: Status
    outside_control: bool | None
    confidence: int | None
    factors: str


@dataclass(slots=True)
class Cell:
    """Counts of one group in the week that begins on `week`, a Monday.

    `asked` are people of whom a check-in was due, `said` people who said how an objective stands. Statuses and
    what follows are counts of such updates; `confidences` is the sum of steps from 1 to 5.
    """

    week: date
    dimension: Dimension
    value: str = ""
    service_id: str = ""
    asked: int = 0
    due: int = 0
    answered: int = 0
    said: int = 0
    with_status: int = 0
    on_track: int = 0
    outside_control: int = 0
    with_confidence: int = 0
    confidences: int = 0


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that `people` (five or more) met in a week, in how many `services`.

    `words` are those that five people or more told it with, "" where only the theme is the same. `service_ids` are
    the services in which five people or more met it; `outside` how many of them called it outside their control.
    """

    week: date
    words: str
    theme: Theme
    remover: Remover
    people: int
    outside: int
    services: int
    service_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptWeek:
    """All that is kept of a week."""

    week: date
    cells: tuple[Cell, ...]
    obstacles: tuple[Obstacle, ...] = field(default=())


def length_of_service(start_on: date | None, on: date) -> str:
    """Which of the four lengths that are told apart someone has served on that day."""
    if start_on is None:
        return "unknown"
    years = (on - start_on).days / 365.25
    return "under-2" if years < 2 else "2-to-5" if years < 5 else "5-to-10" if years < 10 else "over-10"


def values_of(member: Member, on: date) -> dict[Dimension, str]:
    """What a person counts as in each division of `EQUALITY`."""
    return {
        Dimension.EMPLOYMENT: member.employment.value,
        Dimension.HOURS: "full-time" if len(member.working_days) >= FULL_WEEK else "part-time",
        Dimension.NATION: member.nation.value,
        Dimension.LANGUAGE: member.language.value,
        Dimension.SERVED: length_of_service(member.start_on, on),
    }


# --- which groups may be told apart ---------------------------------------------------------------------------


def parts_of(people: Mapping[str, int]) -> dict[str, str]:
    """The part that each value is counted in: its own, or `OTHERS`; empty where there are no two parts.

    Every part has enough people, and so has whatever is left of all when a part is taken away. Values with too few
    go together, with the smallest of the others where they are too few even so.
    """
    there = {value: count for value, count in people.items() if count}
    small = sorted((each for each in there if there[each] < FEWEST), key=lambda each: (there[each], each))
    alone = sorted((each for each in there if there[each] >= FEWEST), key=lambda each: (there[each], each))
    while small and alone and sum(there[each] for each in small) < FEWEST:
        small.append(alone.pop(0))
    if sum(there[each] for each in small) < FEWEST and small:
        return {}
    found = {each: each for each in alone} | dict.fromkeys(small, OTHERS)
    return found if len(set(found.values())) > 1 else {}


def hides_nobody(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether no sum of parts of one division, less a sum of the other's, leaves fewer than five people.

    Both say in which part each person is, by id, and have the same people. Such a difference is a cut through the
    graph whose nodes are parts and whose edges are the people in both: on each way to put the parts of the smaller
    division on two sides, each part of the larger one lies best where most of its people are.
    """
    shared = Counter((one[person], other[person]) for person in one)
    firsts, seconds = sorted(set(one.values())), sorted(set(other.values()))
    if len(firsts) < len(seconds):
        firsts, seconds = seconds, firsts
        shared = Counter({(second, first): count for (first, second), count in shared.items()})
    rows = {first: [shared[first, second] for second in seconds] for first in firsts}
    places = range(1, len(seconds))
    for size in range(len(places) + 1):
        # The first of them stays on its side: the other way round is the same cut.
        for side in combinations(places, size):
            if not side:
                continue
            cut = 0
            for row in rows.values():
                there = sum(row[place] for place in side)
                cut += min(there, sum(row) - there)
                if cut >= FEWEST:
                    break
            if 0 < cut < FEWEST:
                return False
    return True


# --- counting a week ------------------------------------------------------------------------------------------


def count_week(
    week: date,
    members: Mapping[str, Member],
    asked: Iterable[Asked],
    said: Sequence[Said],
    service_of: Mapping[str, str],
    priority_of: Mapping[str, str],
) -> KeptWeek:
    """The week as it is kept. `service_of` has each team's service, `priority_of` the topmost aim of each."""
    said = [each for each in said if each.person_id in members]
    team_of = {person_id: member.team_id or "" for person_id, member in members.items()}
    speakers = {each.person_id for each in said}
    batch_of = _batches_of(speakers, team_of, service_of)
    cells = _by_team(week, asked, said, team_of, service_of, batch_of)
    cells += _by_priority(week, [each for each in said if each.person_id in batch_of], priority_of)
    cells += _by_equality(week, members, asked, said, batch_of)
    return KeptWeek(week, tuple(cells), _obstacles(week, said, team_of, service_of))


def _batches_of(
    speakers: Collection[str], team_of: Mapping[str, str], service_of: Mapping[str, str]
) -> dict[str, str]:
    """The batch that each person's answers are released in; those of nobody else are in none.

    It is called by its team, by `<service>|small` where it is of small teams of a service, or `POOLED`.
    """
    people = Counter(team_of[each] for each in speakers)
    services: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for team_id, count in people.items():
        services[service_of.get(team_id, "")][team_id] = count
    batch_of_team: dict[str, str] = {}
    for service_id, teams in services.items():
        if service_id:
            for groups in batches(teams):
                name = next(iter(groups)) if len(groups) == 1 else f"{service_id}|small"
                batch_of_team |= dict.fromkeys(groups, name)
    left = {team_id: count for team_id, count in people.items() if team_id not in batch_of_team}
    if sum(left.values()) >= FEWEST:
        batch_of_team |= dict.fromkeys(left, POOLED)
    return {each: batch_of_team[team_of[each]] for each in speakers if team_of[each] in batch_of_team}


class _Counting:
    """Cells of one division of a week, by value, as they are counted."""

    def __init__(self, week: date, dimension: Dimension) -> None:
        self._week, self._dimension = week, dimension
        self.cells: dict[str, Cell] = {}
        self._asked: defaultdict[str, set[str]] = defaultdict(set)
        self._said: defaultdict[str, set[str]] = defaultdict(set)

    def cell(self, value: str) -> Cell:
        if value not in self.cells:
            self.cells[value] = Cell(self._week, self._dimension, value)
        return self.cells[value]

    def ask(self, value: str, each: Asked) -> None:
        cell = self.cell(value)
        cell.due += each.due
        cell.answered += each.answered
        if each.due:
            self._asked[value].add(each.person_id)

    def say(self, value: str, each: Said) -> None:
        cell = self.cell(value)
        cell.with_status += 1
        cell.on_track += each.status is Status.ON_TRACK
        cell.outside_control += each.outside_control is True
        if each.confidence is not None:
            cell.with_confidence += 1
            cell.confidences += each.confidence
        self._said[value].add(each.person_id)

    def counted(self) -> list[Cell]:
        for value, cell in self.cells.items():
            cell.asked, cell.said = len(self._asked[value]), len(self._said[value])
        return [self.cells[value] for value in sorted(self.cells)]


def _by_team(
    week: date,
    asked: Iterable[Asked],
    said: Iterable[Said],
    team_of: Mapping[str, str],
    service_of: Mapping[str, str],
    batch_of: Mapping[str, str],
) -> list[Cell]:
    """The whole, the services and the teams; of teams with too few people nothing is kept apart."""
    whole, services = _Counting(week, Dimension.WHOLE), _Counting(week, Dimension.SERVICE)
    teams = _Counting(week, Dimension.TEAM)
    whole.cell("")
    for due in asked:
        team_id = team_of.get(due.person_id, "")
        whole.ask("", due)
        if service_id := service_of.get(team_id, ""):
            services.ask(service_id, due)
            teams.ask(team_id, due)
    for each in said:
        batch = batch_of.get(each.person_id)
        if batch is None:
            continue
        whole.say("", each)
        team_id = team_of[each.person_id]
        if batch != POOLED:
            services.say(service_of[team_id], each)
        if batch == team_id:
            teams.say(team_id, each)
    kept = [cell for cell in teams.counted() if cell.asked >= FEWEST]
    for cell in kept:
        cell.service_id = service_of[cell.value]
    return [*whole.counted(), *(cell for cell in services.counted() if cell.asked >= FEWEST), *kept]


def _by_priority(week: date, said: Sequence[Said], priority_of: Mapping[str, str]) -> list[Cell]:
    """What was said of objectives by the topmost priority that they serve; "" of those that serve nothing."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    for each in said:
        people[_served(each, priority_of)].add(each.person_id)
    parts = parts_of({value: len(them) for value, them in people.items()})
    found = _Counting(week, Dimension.PRIORITY)
    for each in said:
        if (part := parts.get(_served(each, priority_of))) is not None:
            found.say(part, each)
    cells = found.counted()
    # Someone may speak of several priorities, and is then fewer people than were put together.
    return cells if all(cell.said >= FEWEST for cell in cells) else []


def _served(each: Said, priority_of: Mapping[str, str]) -> str:
    return priority_of.get(each.aim_id, "") if each.aim_id else ""


def _by_equality(
    week: date,
    members: Mapping[str, Member],
    asked: Iterable[Asked],
    said: Sequence[Said],
    batch_of: Mapping[str, str],
) -> list[Cell]:
    """Each division of people that can be told without leaving anyone to be found out, among those released."""
    told: list[Mapping[str, str]] = [batch_of]
    cells: list[Cell] = []
    value_of = {person_id: values_of(members[person_id], week) for person_id in batch_of}
    due_of = [(each, values_of(members[each.person_id], week)) for each in asked if each.person_id in members]
    for dimension in EQUALITY:
        parts = parts_of(Counter(values[dimension] for values in value_of.values()))
        part_of = {person_id: parts.get(values[dimension], "") for person_id, values in value_of.items()}
        if not parts or not all(hides_nobody(part_of, other) for other in told):
            continue
        told.append(part_of)
        found = _Counting(week, dimension)
        for due, values in due_of:
            # Whoever said nothing is part of what is answered, too.
            if values[dimension] in parts:
                found.ask(parts[values[dimension]], due)
        for each in said:
            if each.person_id in part_of:
                found.say(part_of[each.person_id], each)
        cells += found.counted()
    return cells


# --- what was in the way --------------------------------------------------------------------------------------


def _obstacles(
    week: date, said: Iterable[Said], team_of: Mapping[str, str], service_of: Mapping[str, str]
) -> tuple[Obstacle, ...]:
    """What five people or more met: the same thing, or of what is left the same theme; nobody's own words."""
    # Beside an objective that is on track stands what helped.
    told = [each for each in said if each.factors and each.status is not Status.ON_TRACK]
    found: list[Obstacle] = []
    left: defaultdict[Theme, list[Said]] = defaultdict(list)
    for places in group_alike([each.factors for each in told]):
        of = [told[place] for place in places]
        words = _shared_words(of)
        if words and len({each.person_id for each in of}) >= FEWEST:
            themes = Counter(theme_of(each.factors) for each in of)
            theme = max(Theme, key=lambda each: themes[each])
            found.append(_obstacle(week, words, theme, of, team_of, service_of))
        else:
            for each in of:
                left[theme_of(each.factors)].append(each)
    for theme, of in left.items():
        # What has no theme in common is not one obstacle.
        if theme is not Theme.OTHER and len({each.person_id for each in of}) >= FEWEST:
            found.append(_obstacle(week, "", theme, of, team_of, service_of))
    return tuple(sorted(found, key=lambda each: (-each.people, each.theme, each.words)))


def _shared_words(of: Sequence[Said]) -> str:
    """Words that five people or more told it with, those of most people first; never one person's own."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    spelt: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in of:
        for word in each.factors.split():
            for stemmed, spelling in telling_spellings(word).items():
                people[stemmed].add(each.person_id)
                spelt[stemmed][spelling].add(each.person_id)
    shared = sorted(
        (each for each in people if len(people[each]) >= FEWEST), key=lambda each: (-len(people[each]), each)
    )
    return ", ".join(_spelling(spelt[each]) for each in shared[:4])


def _spelling(people: Mapping[str, Collection[str]]) -> str:
    """The spelling that most people used, and five or more; else what all the spellings begin with."""
    most = max(people, key=lambda each: (len(people[each]), each))
    return most if len(people[most]) >= FEWEST else commonprefix(list(people))  # noqa: RUF071 - of letters, which these are


def _obstacle(
    week: date,
    words: str,
    theme: Theme,
    of: Sequence[Said],
    team_of: Mapping[str, str],
    service_of: Mapping[str, str],
) -> Obstacle:
    removers = Counter(remover_of(each.factors, theme, each.outside_control) for each in of)
    people: defaultdict[str, set[str]] = defaultdict(set)
    for each in of:
        people[service_of.get(team_of[each.person_id], "")].add(each.person_id)
    services = {service_id: them for service_id, them in people.items() if service_id}
    return Obstacle(
        week,
        words,
        theme,
        max(Remover, key=lambda each: removers[each]),
        len({each.person_id for each in of}),
        len({each.person_id for each in of if each.outside_control is True}),
        len(services),
        tuple(sorted(each for each, them in services.items() if len(them) >= FEWEST)),
    )
