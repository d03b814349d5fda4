"""The tree of alignment: priorities and goals by what they serve, with the objectives that serve them.

Pure: it is grown afresh from aims and objectives each time it is looked at. Whatever is stored, every aim and
every objective has exactly one place in it: one whose parent is not there stands at the top, and a circle is
opened at the aim that comes first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.model.aim import Aim, AimKind
from core.model.circles import circles
from core.model.objective import Objective


@dataclass(frozen=True, slots=True)
class Branch:
    """An aim with what serves it: further aims in their order, and objectives that name it themselves."""

    aim: Aim
    below: tuple["Branch", ...] = ()
    objectives: tuple[Objective, ...] = ()

    def branches(self) -> Iterator["Branch"]:
        """This branch and every one below it, in reading order."""
        yield self
        for branch in self.below:
            yield from branch.branches()

    def all_objectives(self) -> list[Objective]:
        """The objectives that serve this aim directly or through what is below it."""
        return [objective for branch in self.branches() for objective in branch.objectives]


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole tree; `adrift` are the objectives that serve no aim."""

    roots: tuple[Branch, ...] = ()
    adrift: tuple[Objective, ...] = ()

    def branches(self) -> Iterator[Branch]:
        """Every branch, each above what is below it."""
        for root in self.roots:
            yield from root.branches()


def grow(aims: Sequence[Aim], objectives: Collection[Objective] = ()) -> Tree:
    """The tree of the aims, in their order, with the objectives on it."""
    parent_of = sound_parents(aims)
    below: defaultdict[str | None, list[Aim]] = defaultdict(list)
    for aim in aims:
        below[parent_of[aim.id]].append(aim)
    serving: defaultdict[str | None, list[Objective]] = defaultdict(list)
    for objective in objectives:
        serving[objective.aim_id if objective.aim_id in parent_of else None].append(objective)

    def branch(aim: Aim) -> Branch:
        return Branch(aim, tuple(map(branch, below[aim.id])), tuple(serving[aim.id]))

    return Tree(tuple(map(branch, below[None])), tuple(serving[None]))


def sound_parents(aims: Sequence[Aim]) -> dict[str, str | None]:
    """Each aim's parent by id, with nothing that leads nowhere or round in a circle."""
    order = {aim.id: number for number, aim in enumerate(aims)}
    parent_of = {aim.id: aim.parent_id if aim.parent_id in order else None for aim in aims}
    for circle in list(circles(parent_of)):
        parent_of[min(circle, key=order.__getitem__)] = None
    return parent_of


def path_up(parent_of: Mapping[str, str | None], aim_id: str) -> list[str]:
    """From the aim up to the top, itself first; ends where a circle would begin."""
    path: dict[str, None] = {}
    at: str | None = aim_id
    while at is not None and at not in path:
        path[at] = None
        at = parent_of.get(at)
    return list(path)


def circle_of_move(aims: Sequence[Aim], aim_id: str, parent_id: str | None) -> list[Aim]:
    """The aims that would serve one another in a circle, `aim_id` first, if it served `parent_id`; or none."""
    by_id = {aim.id: aim for aim in aims}
    if parent_id is None:
        return []
    path = path_up({aim.id: aim.parent_id for aim in aims}, parent_id)
    if aim_id not in path:
        return []
    return [by_id[aim_id], *(by_id[each] for each in path[: path.index(aim_id)] if each in by_id)]


def priorities(tree: Tree) -> Iterator[Branch]:
    """The priorities among the branches, in reading order."""
    return (branch for branch in tree.branches() if branch.aim.kind is AimKind.PRIORITY)
