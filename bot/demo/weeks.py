"""What each person of the council does with each week's check-in: a story that is the same every time.

Housing repairs loses its way from the seventh week on, because a supplier does not deliver. Customer services went
through a bad month with a new phone system and recovers. Everyone else moves along, some faster than others.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from core.model.checkin import NoteAudience
from core.model.objective import Objective, Status
from core.model.person import Language, Person

HOUSING, CUSTOMERS = "Housing repairs", "Customer services"

_BEND: Mapping[str, Callable[[int], float]] = {
    HOUSING: lambda week: -0.045 * max(0, week - 6),
    CUSTOMERS: lambda week: -0.16 if 2 <= week <= 5 else 0.02 * max(0, week - 5),
}
"""How far a team is from its straight way towards the targets, by week."""

_WILLING: Mapping[str, Callable[[int], float]] = {
    HOUSING: lambda week: 0.92 - 0.03 * max(0, week - 5),
    CUSTOMERS: lambda week: 0.60 if 2 <= week <= 5 else 0.90,
}
"""The share of a team that answers, by week."""

_USUALLY = 0.78
_STEPS = ("progress", "status", "confidence", "factors", "outside-control")
"""What a form has about each objective, filled in or left empty."""

_EXPECTED_AT_START, _EXPECTED_A_WEEK = 0.22, 0.045
_SLIPPING, _LOST = 0.08, 0.2
"""How far behind the expected share of the way someone calls it at risk, and off track."""


class Deed(Enum):
    """What someone does with a check-in."""

    ANSWER = auto()
    BEGIN = auto()
    """Answer the first questions and be called away."""
    BE_AWAY = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Week:
    """One person's week: what they do, how long after being asked, and what they fill in."""

    deed: Deed
    after: timedelta
    values: Mapping[str, str] = field(default_factory=dict)


def week_of(person: Person, team: str, objectives: Sequence[Objective], week: int) -> Week:
    """What a person does in the `week`th week, 0 being the first."""
    chance = Random(f"{person.email} week {week}")  # noqa: S311 - a story, no secret
    after = timedelta(minutes=chance.choice((4, 11, 25, 48, 95, 170, 290, 23 * 60, 25 * 60, 49 * 60)))
    deed = _deed(chance, team, week)
    values = {"note": "", "note-audience": ""}
    for objective in objectives:
        values |= {f"{step}@{objective.id}": "" for step in _STEPS} | _about(person, team, objective, week)
    if deed is Deed.BEGIN:
        first = next(iter(objectives), None)
        values = {key: value for key, value in values.items() if first and key.endswith(first.id)}
    elif chance.random() < 0.3:
        values |= _note(chance, person)
    return Week(deed, after, values)


def _deed(chance: Random, team: str, week: int) -> Deed:
    willing = _WILLING.get(team, lambda _: _USUALLY)(week)
    if chance.random() < willing:
        return Deed.ANSWER
    return chance.choices((Deed.NOTHING, Deed.BEGIN, Deed.BE_AWAY), (5, 2, 3))[0]


def _about(person: Person, team: str, objective: Objective, week: int) -> dict[str, str]:
    """What is filled in about one objective."""
    chance = Random(f"{person.email} {objective.title} {week}")  # noqa: S311
    share = _share(person, team, objective, week) + chance.uniform(-0.02, 0.02)
    behind = _EXPECTED_AT_START + _EXPECTED_A_WEEK * week - share
    status = Status.ON_TRACK
    if behind > _SLIPPING:
        status = Status.OFF_TRACK if behind > _LOST else Status.AT_RISK
    confidence = {Status.ON_TRACK: (4, 5, 5), Status.AT_RISK: (3, 3, 4), Status.OFF_TRACK: (1, 2, 2)}[status]
    said = {"progress": _figure(objective, share), "status": status, "confidence": str(chance.choice(confidence))}
    said |= _factors(chance, person, team, status)
    return {f"{step}@{objective.id}": value for step, value in said.items()}


def _share(person: Person, team: str, objective: Objective, week: int) -> float:
    """The share of the way from baseline to target, 1 being the target."""
    own = Random(f"{person.email} {objective.title}")  # noqa: S311
    start, pace = own.uniform(0.12, 0.3), own.uniform(0.03, 0.062)
    bend = _BEND.get(team, lambda _: 0.0)(week)
    return min(1.08, max(0.0, start + pace * week + bend))


def _figure(objective: Objective, share: float) -> str:
    value = objective.value_for(share * 100)
    if value is None:
        return f"{share:.0%}"
    span = abs((objective.target or 0) - (objective.baseline or 0))
    return f"{value:.1f}" if span < 12 else f"{value:.0f}"


def _factors(chance: Random, person: Person, team: str, status: Status) -> dict[str, str]:
    words = _words()
    group = "welsh" if person.language is Language.CY else team
    if status is Status.ON_TRACK:
        helped = words["helped"].get(group, words["helped"]["other"])
        return {"factors": chance.choice(helped)} if chance.random() < 0.5 else {}
    blocked = words["blocked"].get(group, words["blocked"]["other"])
    if team == HOUSING:
        blocked = [each for each in blocked if each["outside"]] * 3 + blocked
    chosen = chance.choice(blocked)
    return {"factors": chosen["text"], "outside-control": "yes" if chosen["outside"] else "no"}


def _note(chance: Random, person: Person) -> dict[str, str]:
    notes = _words()["notes"]
    audience = chance.choice((NoteAudience.TEAM, NoteAudience.MANAGER))
    kind = "welsh" if person.language is Language.CY else audience.value
    return {"note": chance.choice(notes[kind]), "note-audience": audience.value}


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("bot.demo").joinpath("data/words.toml").read_text(encoding="utf-8"))
