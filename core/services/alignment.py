"""What people's objectives serve: which aims somebody may choose from, and how the tree looks to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.aim import Aim, AimKind
from core.model.alignment import Branch, Tree, grow, pruned
from core.model.alignment_report import Served, count
from core.model.objective import Objective
from core.model.person import Person, Team
from core.permissions import Permission, Right, holds, may
from core.ports import Store
from core.texts.texts import Words, words_for


@dataclass(frozen=True, slots=True)
class AimChoice:
    """An aim that an objective can be set to serve, and how it is offered in the person's language."""

    aim: Aim
    label: str


async def aims_to_choose(store: Store, person: Person) -> list[AimChoice]:
    """What an objective of `person` can serve: the goals of their team, then the organisation's priorities.

    Labels are in the person's own language and unique as far as titles are; they may be longer than a button
    holds. Empty where the organisation keeps no aims.
    """
    aims = await store.aims.all(person.tenant_id)
    ordered = [branch.aim for branch in grow(aims).branches()]
    own = [aim for aim in ordered if aim.kind is AimKind.GOAL and aim.team_id == person.team_id is not None]
    priorities = [aim for aim in ordered if aim.kind is AimKind.PRIORITY]
    words = words_for(person.language)
    labels = aim_labels(words, aims)
    return [
        *(AimChoice(aim, words("alignment-choice-goal", title=aim.title)) for aim in own),
        *(AimChoice(aim, labels[aim.id]) for aim in priorities),
    ]


def aim_labels(words: Words, aims: Sequence[Aim]) -> dict[str, str]:
    """Each aim's title, with what it is part of, by id."""
    titles = {aim.id: aim.title for aim in aims}
    return {
        aim.id: words("alignment-choice-under", title=aim.title, above=titles[aim.parent_id])
        if aim.parent_id in titles
        else aim.title
        for aim in aims
    }


# --- one's own tree -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OwnAlignment:
    """What a person's objectives serve: the part of the tree that they and their team's goals hang from."""

    branches: tuple[Branch, ...]
    adrift: tuple[Objective, ...]
    team: Team | None
    team_names: Mapping[str, str]
    has_aims: bool

    @property
    def objectives(self) -> int:
        """How many objectives the person has."""
        return self.serving + len(self.adrift)

    @property
    def serving(self) -> int:
        """How many of them serve something."""
        return sum(len(branch.all_objectives()) for branch in self.branches)


async def own_alignment(store: Store, person: Person) -> OwnAlignment:
    """The person's own active objectives, and their team's goals whether or not anything of theirs serves them."""
    aims = await store.aims.all(person.tenant_id)
    objectives = (await store.objectives.active_for([person.id])).get(person.id, [])
    teams = {team.id: team for team in await store.people.teams(person.tenant_id)}
    tree = grow(aims, objectives)

    def keep(branch: Branch) -> bool:
        return bool(branch.objectives) or (branch.aim.team_id is not None and branch.aim.team_id == person.team_id)

    team = teams.get(person.team_id) if person.team_id else None
    names = {team.id: team.name for team in teams.values()}
    return OwnAlignment(pruned(tree, keep), tree.adrift, team, names, bool(aims))


# --- for HR and managers --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OrganisationAlignment:
    """How everyone's objectives serve the priorities; `adrift` are titles, never names, by team ("" for none)."""

    counted: tuple[Served, ...]
    objectives: int
    adrift: Mapping[str, tuple[str, ...]]
    team_names: Mapping[str, str]


async def organisation_alignment(store: Store, asker: Person, now: datetime) -> OrganisationAlignment | None:
    """For HR and administrators, over everyone employed on the day; None for anybody else. `now` is UTC."""
    if not holds(asker, Right.SEE_ALIGNMENT):
        return None
    today = now.astimezone(asker.zone).date()
    people = [each for each in await store.people.all(asker.tenant_id) if each.employed_on(today)]
    owned = await store.objectives.active_for([person.id for person in people])
    tree = grow(await store.aims.all(asker.tenant_id), _each_once(owned))
    names = {team.id: team.name for team in await store.people.teams(asker.tenant_id)}
    team_of = {person.id: person.team_id for person in people}
    owners = _owners(owned)
    adrift: defaultdict[str, list[str]] = defaultdict(list)
    for objective in tree.adrift:
        owner = objective.person_id if objective.person_id in team_of else min(owners[objective.id])
        adrift[names.get(team_of[owner] or "", "")].append(objective.title)
    return OrganisationAlignment(
        tuple(count(tree, owners)),
        len(owners),
        {name: tuple(sorted(adrift[name])) for name in sorted(adrift, key=lambda name: (name == "", name))},
        names,
    )


@dataclass(frozen=True, slots=True)
class TeamAlignment:
    """How the objectives of a manager's direct reports serve priorities and the goals of the teams they lead."""

    reports: tuple[Person, ...]
    counted: tuple[Served, ...]
    objectives: int
    adrift: tuple[tuple[Person, tuple[Objective, ...]], ...]
    goals_unserved: tuple[Aim, ...]


async def team_alignment(store: Store, manager: Person, now: datetime) -> TeamAlignment:
    """For a line manager, over their present direct reports only; `reports` is empty where there are none."""
    today = now.astimezone(manager.zone).date()
    reports = [
        person
        for person in await store.people.reports_of(manager.id)
        if person.employed_on(today) and may(manager, Permission.SEE_OBJECTIVES, person)
    ]
    owned = await store.objectives.active_for([person.id for person in reports])
    tree: Tree = grow(await store.aims.all(manager.tenant_id), _each_once(owned))
    adrift_ids = {objective.id for objective in tree.adrift}
    adrift = [
        (person, tuple(each for each in owned.get(person.id, []) if each.id in adrift_ids)) for person in reports
    ]
    led = {team.id for team in await teams_led_by(store, manager)}
    counted = count(tree, _owners(owned))
    return TeamAlignment(
        tuple(reports),
        tuple(counted),
        len(_owners(owned)),
        tuple(pair for pair in adrift if pair[1]),
        tuple(each.aim for each in counted if each.aim.team_id in led and not each.objectives),
    )


async def teams_led_by(store: Store, person: Person) -> list[Team]:
    """The teams the person leads, by name."""
    return [team for team in await store.people.teams(person.tenant_id) if team.lead_id == person.id]


def _each_once(owned: Mapping[str, Iterable[Objective]]) -> list[Objective]:
    """Everyone's objectives, shared ones once."""
    return list({objective.id: objective for each in owned.values() for objective in each}.values())


def _owners(owned: Mapping[str, Iterable[Objective]]) -> dict[str, set[str]]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for person_id, objectives in owned.items():
        for objective in objectives:
            owners[objective.id].add(person_id)
    return dict(owners)
