"""Teams as a people file makes them: by name, each led by the manager most of its members report to."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from core.model.person import Person, Team


def name_key(name: str) -> str:
    """What makes two names the same team: the words, whatever their case."""
    return " ".join(name.casefold().split())


def new_teams(names: Iterable[str], known: Collection[Team], tenant_id: str, timezone: str) -> list[Team]:
    """A team for each name that is not known yet, spelt as it first comes."""
    taken = {name_key(team.name) for team in known}
    fresh: dict[str, str] = {}
    for name in names:
        if name_key(name) not in taken:
            fresh.setdefault(name_key(name), name)
    return [Team(uuid4().hex, tenant_id, name, timezone=timezone) for name in fresh.values()]


def with_leads(teams: Iterable[Team], people: Mapping[str, Person], today: date) -> list[Team]:
    """Those of the teams that get another lead, with it; `people` is everyone by id.

    The lead is whom most members report to, members whose contract has ended aside. Of several the one who is a
    member leads, then the first by email. A team in which nobody has a manager keeps its lead.
    """
    members: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people.values():
        if person.team_id is not None and (person.end_on is None or person.end_on >= today):
            members[person.team_id].append(person)
    changed = []
    for team in teams:
        lead_id = _lead_of(team, members[team.id], people)
        if lead_id != team.lead_id:
            changed.append(replace(team, lead_id=lead_id))
    return changed


def _lead_of(team: Team, members: Sequence[Person], people: Mapping[str, Person]) -> str | None:
    reports = Counter(person.manager_id for person in members if person.manager_id is not None)

    def rank(manager_id: str) -> tuple[int, bool, str]:
        manager = people[manager_id]
        return (-reports[manager_id], manager.team_id != team.id, manager.email)

    return min(reports, key=rank, default=team.lead_id)
