"""An audience as data: who is written to, and why each person is one of them.

People are in it when they meet every clause and no exception; a clause is met by any of its filters, an exception
by meeting all of its clauses. That is what "interims in Housing or Planning who lack Fire safety, except those at
the depot" needs, and no more. Where rules say who must have a course (`core.model.requirements`), only they can
lack it, be overdue for it or see it run out; where none does, everyone can. The same is put into SQL by
`storage.audiences`; this is what it means.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pydantic import TypeAdapter

from core.model.person import Person
from core.model.requirements import NOTHING_KNOWN, Rules, is_required, known_of
from core.model.training import TrainingCompletion


class Trait(StrEnum):
    """What a filter looks at."""

    LACKS = "lacks"
    """No completion of a course that counts on the day; `value` is the course's id."""
    EXPIRES = "expires"
    """The latest completion counts on the day and runs out within `within_days` of it."""
    OVERDUE = "overdue"
    """The day by which it was to be done or renewed has passed, with nothing that counts or waits for HR."""
    TEAM = "team"
    ROLE = "role"
    SITE = "site"
    EMPLOYMENT = "employment"
    LANGUAGE = "language"
    NATION = "nation"
    STARTED_FROM = "started from"
    """On the ISO date `value` or later."""
    STARTED_BEFORE = "started before"


OF_COURSE = (Trait.LACKS, Trait.EXPIRES, Trait.OVERDUE)

ONE_EACH = frozenset({Trait.TEAM, Trait.ROLE, Trait.SITE, Trait.EMPLOYMENT, Trait.LANGUAGE, Trait.NATION})
"""What everyone has one of, so that "in Housing and Planning" can only mean either."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that is true of a person; `name` is what people call it: a course's title, a team's name."""

    trait: Trait
    value: str
    name: str = ""
    within_days: int = 0


Clause = tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """Who meets each clause of `all_of` and none of `none_of`, of those employed on the day."""

    all_of: tuple[Clause, ...] = ()
    none_of: tuple[tuple[Clause, ...], ...] = ()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """Every filter, exceptions included."""
        of_exceptions = (clause for exception in self.none_of for clause in exception)
        return tuple(each for clause in (*self.all_of, *of_exceptions) for each in clause)

    @property
    def courses(self) -> dict[str, str]:
        """Titles of the courses that people are chosen by, by id; those of exceptions are not."""
        return {each.value: each.name for clause in self.all_of for each in clause if each.trait in OF_COURSE}


AUDIENCE_JSON: TypeAdapter[Audience] = TypeAdapter(Audience)
"""Audiences to and from JSON, for the database."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an organisation can be asked about: courses and teams by id, the roles and sites that people have."""

    courses: Mapping[str, str]
    teams: Mapping[str, str]
    roles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def is_met(
    each: Filter, person: Person, completions: Iterable[TrainingCompletion], today: date, rules: Rules
) -> bool:
    """Whether `each` is true of a person; completions that HR has still to verify do not count."""
    match each.trait:
        case Trait.LACKS | Trait.EXPIRES | Trait.OVERDUE:
            return _stands_so(each, person, completions, today, rules)
        case Trait.TEAM:
            return person.team_id == each.value
        case Trait.ROLE:
            return person.role == each.value
        case Trait.SITE:
            return person.site == each.value
        case Trait.EMPLOYMENT:
            return person.employment == each.value
        case Trait.LANGUAGE:
            return person.language == each.value
        case Trait.NATION:
            return person.nation == each.value
        case Trait.STARTED_FROM:
            return person.start_on is not None and person.start_on >= date.fromisoformat(each.value)
        case Trait.STARTED_BEFORE:
            return person.start_on is not None and person.start_on < date.fromisoformat(each.value)


def _stands_so(
    each: Filter, person: Person, completions: Iterable[TrainingCompletion], today: date, rules: Rules
) -> bool:
    known = known_of(completions).get(each.value, {}).get(person.id, NOTHING_KNOWN)
    asking = rules.of(each.value)
    asked = asking.due(person)
    if asking.asks_someone and not is_required(rules.courses.get(each.value), asked, known):
        return False
    match each.trait:
        case Trait.EXPIRES:
            return known.until is not None and today <= known.until <= today + timedelta(days=each.within_days)
        case Trait.OVERDUE:
            due = known.until or asked
            return known.pending_on is None and due is not None and due < today
        case _:
            return known.until is None or known.until < today


def is_in(
    audience: Audience, person: Person, completions: Collection[TrainingCompletion], today: date, rules: Rules
) -> bool:
    """Whether a person is written to."""

    def meets_all(clauses: Iterable[Clause]) -> bool:
        return all(any(is_met(each, person, completions, today, rules) for each in clause) for clause in clauses)

    return (
        person.employed_on(today)
        and meets_all(audience.all_of)
        and not any(meets_all(exception) for exception in audience.none_of)
    )


def reasons(
    audience: Audience, person: Person, completions: Collection[TrainingCompletion], today: date, rules: Rules
) -> tuple[Filter, ...]:
    """Why a person is in the audience: those filters that are true of them; none where everyone is written to."""
    met = [
        each for clause in audience.all_of for each in clause if is_met(each, person, completions, today, rules)
    ]
    return tuple(dict.fromkeys(met))
