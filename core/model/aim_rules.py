"""What keeps the tree of alignment a tree: titles told apart, parents that exist, and no circle."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.aim import Aim, AimKind
from core.model.alignment import circle_of_move

LONGEST_TITLE = 150


class AimRefused(ValueError):
    """An aim cannot be kept as it is; each kind carries the facts that its words need."""


class EmptyTitle(AimRefused):
    """It has no title."""


@dataclass(eq=False)
class LongTitle(AimRefused):
    """The title is longer than anyone reads in a list."""

    length: int


@dataclass(eq=False)
class TitleTaken(AimRefused):
    """Another aim of the organisation has this title, whatever its case and spacing."""

    other: Aim


class UnknownParent(AimRefused):
    """What it would serve is not there, or belongs to another organisation."""


@dataclass(eq=False)
class ServesGoal(AimRefused):
    """A priority would serve a team's goal: upside down."""

    priority: Aim
    goal: Aim


@dataclass(eq=False)
class GoesRound(AimRefused):
    """It would serve itself through the others of `circle`, which begins with it."""

    circle: Sequence[Aim]


def title_key(title: str) -> str:
    """What makes two titles the same: the words, whatever their case and spacing."""
    return " ".join(title.casefold().split())


def aim_called(aims: Sequence[Aim], title: str) -> Aim | None:
    """The aim with this title, whatever its case and spacing."""
    key = title_key(title)
    return next((aim for aim in aims if title_key(aim.title) == key), None)


def with_aim(aims: Sequence[Aim], aim: Aim) -> list[Aim]:
    """The organisation's aims with `aim` added, or in place of the one with its id; raises `AimRefused`."""
    others = [each for each in aims if each.id != aim.id]
    if not aim.title.strip():
        raise EmptyTitle
    if len(aim.title) > LONGEST_TITLE:
        raise LongTitle(len(aim.title))
    other = aim_called(others, aim.title)
    if other is not None:
        raise TitleTaken(other)
    changed = [aim if each.id == aim.id else each for each in aims]
    if len(others) == len(aims):
        changed.append(aim)
    if aim.parent_id is not None:
        _check_parent(changed, aim, aim.parent_id)
    if aim.kind is AimKind.GOAL:
        below = next((each for each in others if each.parent_id == aim.id and each.kind is AimKind.PRIORITY), None)
        if below is not None:
            raise ServesGoal(below, aim)
    return changed


def _check_parent(aims: Sequence[Aim], aim: Aim, parent_id: str) -> None:
    parent = next((each for each in aims if each.id == parent_id), None)
    if parent is None or parent.tenant_id != aim.tenant_id:
        raise UnknownParent
    circle = circle_of_move(aims, aim.id, parent_id)
    if circle:
        raise GoesRound(circle)
    if aim.kind is AimKind.PRIORITY and parent.kind is AimKind.GOAL:
        raise ServesGoal(aim, parent)
