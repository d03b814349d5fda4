"""Skills: what a job title and an objective want, what a person holds, and the gaps between the two.

A skill is the organisation's own word for it, the same whatever its case and spacing. Of several that want one
skill of a person the highest level counts. Of what a person holds, what the line manager confirmed counts before
what they say themselves, and a course that counts before either where it gives more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from core.model.person import Person
from core.model.training import Course, Held

LONGEST_NAME = 60
"""Characters of a skill's name: it stands on buttons and at the head of columns."""


class Level(IntEnum):
    """How well someone does something."""

    LEARNING = 1
    CONFIDENT = 2
    TEACHING = 3
    """Well enough to teach it to others."""


TRAINED = Level.CONFIDENT
"""What a course gives for as long as its completion counts."""


def skill_key(name: str) -> str:
    """What makes two names the same: neither case nor spacing."""
    return " ".join(name.split()).casefold()


role_key = skill_key
"""Job titles are told apart in the same way."""


@dataclass(frozen=True, slots=True)
class RoleSkill:
    """Whoever has the job title needs the skill at this level; keys are `skill_key` of title and name."""

    tenant_id: str
    role_key: str
    skill_key: str
    role: str
    skill: str
    level: Level


@dataclass(frozen=True, slots=True)
class ObjectiveSkill:
    """Whoever owns the objective needs the skill at this level."""

    objective_id: str
    skill_key: str
    tenant_id: str
    skill: str
    level: Level


@dataclass(frozen=True, slots=True)
class PersonSkill:
    """What a person says of themselves, and what the line manager confirmed; days are local to who spoke."""

    person_id: str
    skill_key: str
    tenant_id: str
    skill: str
    said: Level | None = None
    said_on: date | None = None
    confirmed: Level | None = None
    confirmed_by_id: str | None = None
    confirmed_on: date | None = None

    def say(self, level: Level, on: date) -> "PersonSkill":
        """The person says how they stand; another level than before waits to be confirmed anew."""
        if level is self.said:
            return replace(self, said_on=on)
        return replace(self, said=level, said_on=on, confirmed=None, confirmed_by_id=None, confirmed_on=None)

    def confirm(self, level: Level, by_id: str, on: date) -> "PersonSkill":
        """The line manager agrees, or says another level."""
        return replace(self, confirmed=level, confirmed_by_id=by_id, confirmed_on=on)


@dataclass(frozen=True, slots=True)
class SkillChoices:
    """What a person chose: whether colleagues may read what they can teach, and whether to be asked at all."""

    person_id: str
    tenant_id: str
    is_named: bool = False
    is_quiet: bool = False
    asked_on: date | None = None
    """When they were last asked how they stand."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A skill as someone holds it: what they say, what is confirmed, and courses that count and give it."""

    name: str
    said: Level | None = None
    confirmed: Level | None = None
    courses: tuple[Course, ...] = ()

    @property
    def level(self) -> Level | None:
        """What counts; None where nothing is known."""
        own = self.confirmed if self.confirmed is not None else self.said
        return max(own or TRAINED, TRAINED) if self.courses else own

    @property
    def is_to_confirm(self) -> bool:
        """Whether the person spoke and the line manager has not."""
        return self.said is not None and self.confirmed is None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A skill that is wanted of someone, by their job title or by objectives (titles)."""

    name: str
    level: Level
    by_role: bool = False
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A skill that is wanted at a higher level than it is held."""

    key: str
    wanted: Wanted
    held: Level | None

    @property
    def missing(self) -> int:
        """How many levels."""
        return self.wanted.level - (self.held or 0)


def holdings(kept: Iterable[PersonSkill], courses: Iterable[Held]) -> dict[str, Holding]:
    """What one person holds, by key; what was completed and has run out gives nothing."""
    found = {each.skill_key: Holding(each.skill, each.said, each.confirmed) for each in kept}
    for each in courses:
        for name in () if each.expired else each.course.skills:
            before = found.get(skill_key(name), Holding(name))
            found[skill_key(name)] = replace(before, courses=(*before.courses, each.course))
    return found


def wanted_of(roles: Iterable[RoleSkill], objectives: Iterable[tuple[str, ObjectiveSkill]]) -> dict[str, Wanted]:
    """What is wanted of one person, by key: by their job title, and by each objective with its title."""
    found: dict[str, Wanted] = {}
    for each in roles:
        found[each.skill_key] = Wanted(each.skill, each.level, by_role=True)
    for title, need in objectives:
        before = found.get(need.skill_key, Wanted(need.skill, need.level))
        found[need.skill_key] = replace(
            before, level=max(before.level, need.level), objectives=(*before.objectives, title)
        )
    return found


def gaps(wanted: Mapping[str, Wanted], held: Mapping[str, Holding]) -> list[Gap]:
    """What is missing: what the job title wants first, then the widest gaps."""
    found = [
        Gap(key, each, held[key].level if key in held else None)
        for key, each in wanted.items()
        if ((held[key].level if key in held else None) or 0) < each.level
    ]
    return sorted(found, key=lambda each: (not each.wanted.by_role, -each.missing, each.key))


def courses_for(gap: Gap, courses: Iterable[Course]) -> list[Course]:
    """Courses offered that bring someone nearer; none where the gap lies above what a course gives."""
    if (gap.held or 0) >= TRAINED:
        return []
    return [each for each in courses if not each.retired and gap.key in {skill_key(name) for name in each.skills}]


@dataclass(frozen=True, slots=True)
class SkillStanding:
    """One person's skills: what is wanted and what is held, by key."""

    person: Person
    wanted: Mapping[str, Wanted]
    held: Mapping[str, Holding]

    def level(self, key: str) -> Level | None:
        """What counts of a skill."""
        return self.held[key].level if key in self.held else None

    @property
    def gaps(self) -> list[Gap]:
        """What is missing."""
        return gaps(self.wanted, self.held)


# --- a team -----------------------------------------------------------------------------------------------------


def team_skills(team: Sequence[SkillStanding]) -> list[tuple[str, str]]:
    """The skills wanted of anyone in the team, by key and name: those that most people lack first."""
    names = {key: each.name for standing in team for key, each in standing.wanted.items()}
    lacking = Counter(gap.key for standing in team for gap in standing.gaps)
    return sorted(names.items(), key=lambda pair: (-lacking[pair[0]], pair[0]))


def gaps_first(team: Iterable[SkillStanding]) -> list[SkillStanding]:
    """The people with most gaps first, and by name."""
    return sorted(team, key=lambda each: (-len(each.gaps), each.person.name))


def only_holders(team: Sequence[SkillStanding]) -> list[tuple[str, Person]]:
    """Skills, by name, that a team of several wants and one person alone holds well enough to do it."""
    if len(team) < 2:
        return []
    found = []
    for key, name in team_skills(team):
        able = [each.person for each in team if (each.level(key) or 0) >= Level.CONFIDENT]
        if len(able) == 1:
            found.append((name, able[0]))
    return found


def to_confirm(team: Iterable[SkillStanding]) -> list[tuple[Person, str, Holding]]:
    """What people say of themselves and nobody has confirmed, by key."""
    return [
        (each.person, key, holding)
        for each in team
        for key, holding in sorted(each.held.items())
        if holding.is_to_confirm
    ]


# --- an organisation --------------------------------------------------------------------------------------------

FEWEST = 5
"""People below whose number nothing is counted for HR."""


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many people have a job title, and how many of them lack a skill it wants; None: too few to be told."""

    people: int
    lacking: int | None


def counted(people: int, lacking: int) -> RoleCount | None:
    """What HR is told of a group: nothing of fewer than five people, and no number of fewer than five."""
    if people < FEWEST:
        return None
    return RoleCount(people, lacking if lacking >= FEWEST else None)
