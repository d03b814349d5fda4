"""Who can be played in the demo, and which conversations each of them sees."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from bot.adapters.web.client import direct_address
from core.model.person import Access, Person, Team


class Suggested(Protocol):
    """A person worth being first; `reason` names the text that says why: `demo-suggest-<reason>`."""

    @property
    def email(self) -> str: ...
    @property
    def reason(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Roster:
    """Everyone of the organisation."""

    organisation: str
    people: tuple[Person, ...]
    teams: tuple[Team, ...]
    suggested: tuple[Suggested, ...] = ()
    removed: frozenset[str] = frozenset()
    """The ids of those who have removed Milepost; whoever plays one of them has it again."""

    def person(self, email: str) -> Person | None:
        """The person with this work email."""
        return next((each for each in self.people if each.email == email), None)

    def managers(self) -> frozenset[str]:
        """The ids of everyone whom somebody reports to."""
        return frozenset(each.manager_id for each in self.people if each.manager_id)

    def marks(self, person: Person) -> tuple[str, ...]:
        """What someone is beyond their own work: `manager`, `hr`, `removed`; `staff` for everyone else."""
        found = []
        if person.id in self.managers():
            found.append("manager")
        if person.access in (Access.HR, Access.ADMIN):
            found.append("hr")
        if person.id in self.removed:
            found.append("removed")
        return tuple(found) or ("staff",)

    def teams_of(self, person: Person) -> list[Team]:
        """The teams whose channel someone is in: their own and the ones they lead."""
        return [team for team in self.teams if team.id == person.team_id or team.lead_id == person.id]


ReadRoster = Callable[[], Awaitable[Roster]]


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation as one person sees it; `team` is None for the one with Milepost alone."""

    id: str
    person: Person
    team: Team | None = None

    @property
    def aside(self) -> str:
        """Where answers go that only the person is to see: apart from a channel, in place otherwise."""
        return f"{self.id}|only:{self.person.email}" if self.team else self.id

    @property
    def all(self) -> tuple[str, ...]:
        """Every stored conversation whose messages show here."""
        return tuple(dict.fromkeys((self.id, self.aside)))


def places_of(roster: Roster, person: Person) -> list[Place]:
    """The conversations a person sees, the one with Milepost first."""
    direct = Place(direct_address(person.email), person)
    return [direct, *(Place(f"channel:{team.id}", person, team) for team in roster.teams_of(person))]
