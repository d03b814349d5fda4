"""What the data map says of a table, and what follows from it for each of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, Table

from core.model.personal_data import Basis, Fate, Nature
from core.model.retention import Kept


class Key(Enum):
    """How a column names a person."""

    ID = auto()
    LANE = auto()
    """The lane of what is sent to them, or of what came from one of their accounts."""
    ADDRESS = auto()
    """Where one of their accounts is written to."""
    USER = auto()
    """The user id of one of their accounts."""
    SUBJECT = auto()
    """Their id, alone or with others around it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of the rows whose `column` names a person who is erased, and for unusual ones why.

    With `where` only of rows that also meet it; `empties` are the columns of `Fate.EMPTIED` and what they become.
    """

    column: str
    fate: Fate
    why: str = ""
    key: Key = Key.ID
    where: ColumnElement[bool] | None = None
    empties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table: why it is kept, on what basis and for how long, and what each column holds.

    `holds` names every column under its nature, with spaces between. `ends` is the date or instant from which
    `kept` is counted; a table without one goes with the rows that its own refer to.
    """

    table: Table
    purpose: str
    basis: Basis
    kept: Kept
    holds: Mapping[Nature, str]
    rules: tuple[Rule, ...] = ()
    ends: ColumnElement[Any] | None = None

    @property
    def natures(self) -> dict[str, Nature]:
        """The nature of each column that is listed; raises `ValueError` where one is listed twice."""
        found: dict[str, Nature] = {}
        for nature, names in self.holds.items():
            for name in names.split():
                if name in found:
                    raise ValueError(f"{self.table.name}.{name} is listed twice")
                found[name] = nature
        return found


def erased(*columns: str, why: str = "", key: Key = Key.ID) -> tuple[Rule, ...]:
    """The rows that any of these name are erased."""
    return tuple(Rule(each, Fate.ERASED, why, key) for each in columns)


def unnamed(*columns: str, why: str = "") -> tuple[Rule, ...]:
    """The rows stay, and nobody is named in them."""
    return tuple(Rule(each, Fate.UNNAMED, why) for each in columns)


def cleared(*columns: str, why: str = "") -> tuple[Rule, ...]:
    """The rows stay, and no longer refer to the person."""
    return tuple(Rule(each, Fate.CLEARED, why) for each in columns)
