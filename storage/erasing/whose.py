"""Which rows of each table are of one person, or name them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, and_, false, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.delivery import lane_of_person
from core.model.personal_data import Fate
from storage.data_map import DATA_MAP, Entry, Key, Rule
from storage.tables import accounts


@dataclass(frozen=True, slots=True)
class Handles:
    """A person's id, and the lanes, addresses and user ids of their accounts."""

    person_id: str
    lanes: tuple[str, ...]
    addresses: tuple[str, ...]
    users: tuple[str, ...]

    def named_by(self, rule: Rule, table: Table) -> ColumnElement[bool]:
        """Whether a row's column names the person, as the rule says it does."""
        column = table.c[rule.column]
        match rule.key:
            case Key.ID:
                named = column == self.person_id
            case Key.LANE:
                named = column.in_(self.lanes)
            case Key.ADDRESS:
                named = column.in_(self.addresses) if self.addresses else false()
            case Key.USER:
                named = column.in_(self.users) if self.users else false()
            case Key.SUBJECT:
                named = or_(
                    column == self.person_id,
                    column.startswith(f"{self.person_id}|", autoescape=True),
                    column.endswith(f"|{self.person_id}", autoescape=True),
                )
        return named if rule.where is None else and_(named, rule.where)


async def handles_of(connection: AsyncConnection, person_id: str) -> Handles:
    """The person's, as long as their accounts are known."""
    columns = (accounts.c.platform, accounts.c.workspace, accounts.c.user, accounts.c.address)
    found = (await connection.execute(select(*columns).where(accounts.c.person_id == person_id))).all()
    return Handles(
        person_id,
        (lane_of_person(person_id), person_id, *(f"{row.platform}:{row.workspace}:{row.user}" for row in found)),
        tuple(row.address for row in found if row.address),
        tuple(row.user for row in found),
    )


def rules(*fates: Fate) -> Iterator[tuple[Entry, Rule]]:
    """Every rule with one of these fates, and the table it is of."""
    return ((entry, rule) for entry in DATA_MAP.values() for rule in entry.rules if rule.fate in fates)


def rows_with(handles: Handles, fates: Collection[Fate]) -> dict[Table, ColumnElement[bool]]:
    """The rows that name the person in a column for which the map says one of `fates`."""
    found: dict[Table, ColumnElement[bool]] = {}
    for entry, rule in rules(*fates):
        named = handles.named_by(rule, entry.table)
        found[entry.table] = or_(found[entry.table], named) if entry.table in found else named
    return found
