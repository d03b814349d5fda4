"""What every table that leaves is read by: its statement, and which of its rows are asked for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, false, or_, tuple_

from core.ports.records import Part, Whose
from storage.columns import Utc
from storage.sql import among


@dataclass(frozen=True, slots=True)
class Stored:
    """A table's statement, whose columns are called like the row's fields.

    `key` puts it in order, `tenant`, `person` and `team` say whose a row is, `updated` when it last changed.
    """

    select: Select[Any]
    key: tuple[ColumnElement[Any], ...]
    tenant: ColumnElement[str]
    person: ColumnElement[Any] | None = None
    team: ColumnElement[Any] | None = None
    updated: ColumnElement[datetime] | None = None
    is_grouped: bool = False
    """Whether a row is made of several, so that it changed when the last of them did."""

    def page(self, whose: Whose, part: Part) -> tuple[Select[Any], dict[str, Any]]:
        """The statement for these rows, with its parameters."""
        wanted = self.select.where(self.tenant == bindparam("of_tenant"))
        given: dict[str, Any] = {"of_tenant": whose.tenant_id, "at_most": part.limit}
        if whose.person_ids is not None:
            mine: list[ColumnElement[bool]] = []
            if self.person is not None and whose.person_ids:
                mine.append(among(self.person, "people"))
                given["people"] = list(whose.person_ids)
            if self.team is not None and whose.team_ids:
                mine.append(among(self.team, "teams"))
                given["teams"] = list(whose.team_ids)
            wanted = wanted.where(or_(*mine) if mine else false())
        if part.after is not None:
            after = [bindparam(f"after_{n}", type_=column.type) for n, column in enumerate(self.key)]
            wanted = wanted.where(tuple_(*self.key) > tuple_(*after))
            given |= {f"after_{n}": value for n, value in enumerate(part.after)}
        if part.updated_since is not None and self.updated is not None:
            changed = self.updated >= bindparam("since", type_=Utc())
            wanted = wanted.having(changed) if self.is_grouped else wanted.where(changed)
            given["since"] = part.updated_since
        return wanted.order_by(*self.key).limit(bindparam("at_most")), given
