"""Read the rows of a people file: who is in it, and what it says of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.model.person import MONDAY_TO_FRIDAY, Access, Employment, Language, Nation
from core.services.import_cells import (
    Column,
    RowReader,
    check_columns,
    choice_of,
    read_date,
    read_email,
    read_text,
    read_weekdays,
    read_zone,
    readers,
)
from core.services.import_report import Problem, Rows, Trouble

REQUIRED = ("email", "name")

TEAM, MANAGER = "team", "manager_email"
"""What a row gives besides fields of a `Person`: a team by name and a manager by email, None for none."""

_OPTIONAL: Mapping[str, Column] = {
    "team": Column(TEAM, read_text),
    "manager_email": Column(MANAGER, read_email),
    "role": Column("role", read_text, ""),
    "access": Column("access", choice_of(Access), Access.STAFF),
    "timezone": Column("timezone", read_zone),
    "working_days": Column("working_days", read_weekdays, MONDAY_TO_FRIDAY),
    "start_date": Column("start_on", read_date),
    "end_date": Column("end_on", read_date),
    "employment": Column("employment", choice_of(Employment), Employment.PERMANENT),
    "nation": Column("nation", choice_of(Nation), Nation.ENGLAND),
    "language": Column("language", choice_of(Language), Language.EN),
    "site": Column("site", read_text, ""),
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's row; `given` holds what its filled-in cells say, by field of `Person`, `TEAM` and `MANAGER`."""

    line: int
    email: str
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """A people file that was read; a row without a readable email is among the problems only."""

    rows: tuple[PersonRow, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read_people(rows: Rows, default_zone: str) -> PeopleRows:
    """Read every row and name every problem that shows in the file by itself."""
    problems, warnings = check_columns(rows, REQUIRED, tuple(_OPTIONAL))
    optional = {**_OPTIONAL, "timezone": Column("timezone", read_zone, default_zone)}
    found: dict[str, PersonRow] = {}
    for reader in readers(rows, problems):
        row = _read(reader, optional)
        if row is None:
            continue
        if row.email in found:
            reader.note("email", Trouble.REPEATED_PERSON, email=row.email, first=str(found[row.email].line))
        found.setdefault(row.email, row)
    return PeopleRows(tuple(found.values()), tuple(problems), tuple(warnings))


def _read(reader: RowReader, optional: Mapping[str, Column]) -> PersonRow | None:
    email = reader.required("email", read_email)
    name = reader.required("name", read_text)
    given = reader.optional(optional)
    if name is not None:
        given["name"] = name
    return PersonRow(reader.line, email, given) if email is not None else None
