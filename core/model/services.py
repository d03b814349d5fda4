"""Which services an organisation has: the topmost teams, each with the teams whose leads work below it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from core.model.organisation_week import Member
from core.model.person import Team


def services_of(teams: Sequence[Team], members: Mapping[str, Member]) -> dict[str, str]:
    """The service that each team belongs to, by their ids: a team that no other is above is its own.

    A team lies below the first other team that is met from its lead on up the reporting line. Where one team is
    above all others (the chief executive's), services are the teams right below it, and it is one of them.
    """
    known = {team.id for team in teams}
    above = {team.id: _above(team, members, known) for team in teams}
    roots = {team.id: _root(team.id, above) for team in teams}
    below: defaultdict[str, set[str]] = defaultdict(set)
    for team_id, root in roots.items():
        below[root].add(team_id)
    if len(below) == 1 and len(roots) > 1:
        (top,) = below
        return {each: _root(each, {**above, **dict.fromkeys(_right_below(top, above))}) for each in roots}
    return roots


def _right_below(top: str, above: Mapping[str, str | None]) -> Collection[str]:
    return [each for each, over in above.items() if over == top]


def _above(team: Team, members: Mapping[str, Member], known: Collection[str]) -> str | None:
    seen: set[str] = set()
    person = members.get(team.lead_id or "")
    while person is not None and person.id not in seen:
        seen.add(person.id)
        if person.team_id != team.id and person.team_id in known:
            return person.team_id
        person = members.get(person.manager_id or "")
    return None


def _root(team_id: str, above: Mapping[str, str | None]) -> str:
    """The topmost team over this one; of teams that lie below one another in a ring, the first by id."""
    seen = [team_id]
    while (over := above.get(seen[-1])) is not None:
        if over in seen:
            return min(seen[seen.index(over) :])
        seen.append(over)
    return seen[-1]


def below_person(head_id: str, teams: Sequence[Team], members: Mapping[str, Member]) -> set[str]:
    """The ids of teams whose leads work for this person, however far down, or that the person leads."""
    return {team.id for team in teams if _works_for(team.lead_id or "", head_id, members)}


def _works_for(person_id: str, head_id: str, members: Mapping[str, Member]) -> bool:
    seen: set[str] = set()
    while person_id and person_id not in seen:
        if person_id == head_id:
            return True
        seen.add(person_id)
        member = members.get(person_id)
        person_id = (member.manager_id or "") if member else ""
    return False
