"""How objectives serve priorities, counted: how many, whose, how many struggle, and what serves nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.model.aim import Aim, AimKind
from core.model.alignment import Branch, Tree
from core.model.objective import Objective


@dataclass(frozen=True, slots=True)
class Served:
    """An aim with what serves it, directly or through what is below it; `depth` 0 at the top.

    `struggling` are the objectives at risk or off track. A shared objective counts once, each owner as a person.
    """

    aim: Aim
    depth: int
    objectives: int
    people: int
    struggling: int


def count(tree: Tree, owners: Mapping[str, Collection[str]]) -> list[Served]:
    """Every aim in reading order; `owners` are the ids of the people who own each objective, by its id."""
    counted: list[Served] = []

    def walk(branch: Branch, depth: int) -> None:
        objectives = branch.all_objectives()
        people = {person for each in objectives for person in owners.get(each.id, ())}
        counted.append(Served(branch.aim, depth, len(objectives), len(people), struggling(objectives)))
        for below in branch.below:
            walk(below, depth + 1)

    for root in tree.roots:
        walk(root, 0)
    return counted


def struggling(objectives: Collection[Objective]) -> int:
    """How many are at risk or off track."""
    return sum(1 for each in objectives if each.latest.needs_attention)


def topmost(counted: Sequence[Served], aims: Collection[Aim]) -> list[Aim]:
    """Those of the aims that are not part of another of them."""
    ids = {aim.id for aim in aims}
    found: list[Aim] = []
    above: list[Served] = []
    for each in counted:
        above = [*above[: each.depth], each]
        if each.aim.id in ids and not any(higher.aim.id in ids for higher in above[:-1]):
            found.append(each.aim)
    return found


def unserved(counted: Collection[Served], kind: AimKind) -> list[Aim]:
    """The aims of this kind that no objective serves."""
    return [each.aim for each in counted if each.aim.kind is kind and not each.objectives]
