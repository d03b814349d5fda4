"""Find the objective that someone means or that a button names, and only where they may do what they want."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from core.model.objective import Objective, ObjectiveState
from core.model.person import Person
from core.permissions import Permission, may
from core.turn import Turn

SURE_OF_TITLE = 72
"""How alike (0 to 100) what was typed and a title or measure must be."""

AS_GOOD = 6
"""Scores that lie as close as this are equally good, so that it is asked which one is meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """An objective, who answers for it, and the ids of those who share it."""

    objective: Objective
    owner: Person
    sharing: tuple[str, ...] = ()

    def allows(self, person: Person, permission: Permission) -> bool:
        """Whether the table lets `person` do it."""
        return may(person, permission, self.owner, self.sharing)


async def find(turn: Turn, objective_id: str, permission: Permission) -> Found | None:
    """The objective with this id, if the person may do that with it; None as well where it does not exist."""
    return (await find_all(turn, [objective_id], permission)).get(objective_id)


async def find_all(turn: Turn, ids: Collection[str], permission: Permission) -> dict[str, Found]:
    """Those of the objectives that the person may do this with, by id."""
    objectives = await turn.store.objectives.by_ids(ids)
    owners = await turn.store.people.by_ids({each.person_id for each in objectives.values()})
    sharing = await turn.store.objectives.further_owners(list(objectives))
    found = {
        each.id: Found(each, owners[each.person_id], tuple(sharing.get(each.id, ())))
        for each in objectives.values()
        if each.person_id in owners
    }
    return {each: one for each, one in found.items() if one.allows(turn.person, permission)}


async def standing_of(turn: Turn, person: Person) -> list[Objective]:
    """A person's objectives as they are listed and numbered; whether they may be seen is the caller's to ask.

    What waits to be agreed is not among them: it is shown with its own buttons.
    """
    standing = (await turn.store.objectives.standing_for([person.id])).get(person.id, [])
    return [each for each in standing if each.state is not ObjectiveState.PROPOSED]


async def every_one_of(turn: Turn, person: Person) -> list[Objective]:
    """A person's objectives with the closed ones."""
    return (await turn.store.objectives.all_for([person.id])).get(person.id, [])


def meant(objectives: Sequence[Objective], which: str) -> list[Objective]:
    """Those that a number in the list or words of a title or measure fit; the one there is for no words."""
    said = which.strip().casefold()
    if not said:
        return list(objectives) if len(objectives) == 1 else []
    if said.isdecimal():
        return [objectives[int(said) - 1]] if 1 <= int(said) <= len(objectives) else []
    exact = [each for each in objectives if each.title.casefold() == said]
    if exact:
        return exact
    scored = [(max(_likeness(said, each.title), _likeness(said, each.measure) - 5), each) for each in objectives]
    best = max((score for score, _ in scored), default=0.0)
    if best < SURE_OF_TITLE:
        return []
    return [each for score, each in scored if score >= max(SURE_OF_TITLE, best - AS_GOOD)]


def _likeness(said: str, text: str) -> float:
    if not text or len(said) < 3:
        return 0.0
    words = text.casefold()
    return max(fuzz.token_set_ratio(said, words), fuzz.partial_ratio(said, words) if len(said) >= 5 else 0.0)


def is_closed(objective: Objective) -> bool:
    """Whether nothing more is done with it."""
    return objective.state is ObjectiveState.CLOSED
