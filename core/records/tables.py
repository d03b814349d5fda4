"""Which tables there are, who may have which rows of each, and a page of one.

A table leaves for the whole organisation (HR, and keys of other systems), for a line manager's direct reports, or
for oneself. What of it each may have follows from `core.permissions` and nothing else: whoever asks for what they
may not have is told that there is no such table for them.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.model.audit import EVERYONE
from core.model.person import Person
from core.permissions import (
    Permission,
    Right,
    holds,
    may,
    may_read_pulse_of,
    may_read_service_feedback,
)
from core.ports import Database, Store
from core.ports.records import Part, Whose
from core.records import rows, worked_out
from core.records.rows import Row


class Reach(StrEnum):
    """How far around the asker a table reaches."""

    ORGANISATION = "organisation"
    TEAM = "team"
    """The asker's direct reports."""
    OWN = "own"


Read = Callable[[Store, Whose, datetime], Awaitable[Sequence[Row]]]
"""Works out every row of a table that is not stored as it leaves, in the order of its key."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table that may leave. `key` are the fields that its rows are told apart and put in order by.

    The organisation's rows need `right`; a person's `permission`, for the person and their line manager alike.
    `of_teams` when its rows are a team's, for its lead; `for_everyone` when anyone may have all of it.
    `updated` names the field by which rows can be asked for that changed since an instant.
    """

    name: str
    row: type[Row]
    key: tuple[str, ...] = ("id",)
    right: Right | None = None
    permission: Permission | None = None
    of_teams: bool = False
    for_everyone: bool = False
    updated: str | None = None
    worked_out: Read | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a file: what people know rows by, so no ids."""
        return tuple(each for each in self.row.model_fields if each != "id" and not each.endswith("_id"))


_EXPORT = Right.EXPORT
_ALL = (
    RecordTable("people", rows.PersonRow, right=_EXPORT, permission=Permission.READ_RECORD),
    RecordTable("teams", rows.TeamRow, right=_EXPORT, of_teams=True),
    RecordTable("priorities", rows.PriorityRow, right=_EXPORT, for_everyone=True),
    RecordTable("objectives", rows.ObjectiveRow, permission=Permission.SEE_OBJECTIVES, updated="updated_at"),
    RecordTable(
        "objectives-by-team",
        rows.ObjectivesByTeamRow,
        key=("team_id",),
        right=_EXPORT,
        updated="updated_at",
    ),
    RecordTable("check-ins", rows.CheckInRow, permission=Permission.READ_CHECK_IN, updated="updated_at"),
    RecordTable(
        "check-ins-by-team",
        rows.CheckInsByTeamRow,
        key=("team_id", "period"),
        right=_EXPORT,
        updated="updated_at",
    ),
    RecordTable(
        "progress",
        rows.ProgressRow,
        key=("checkin_id", "objective_id"),
        permission=Permission.READ_CHECK_IN,
        updated="reported_at",
    ),
    RecordTable("missed-targets", rows.MissedTargetRow, permission=Permission.READ_MISS, updated="updated_at"),
    RecordTable("actions", rows.ActionRow, permission=Permission.READ_ACTIONS, updated="updated_at"),
    RecordTable(
        "recognition", rows.RecognitionRow, permission=Permission.DECIDE_ON_RECOGNITION, updated="given_at"
    ),
    RecordTable("recognition-by-team", rows.RecognitionByTeamRow, key=("team_id", "month"), right=_EXPORT),
    RecordTable("feedback", rows.FeedbackRow, permission=Permission.READ_FEEDBACK, updated="given_at"),
    RecordTable("feedback-by-team", rows.FeedbackByTeamRow, key=("team_id", "month"), right=_EXPORT),
    RecordTable("service-feedback", rows.ServiceFeedbackRow, right=Right.IMPORT_SERVICE_FEEDBACK),
    RecordTable(
        "service-comments",
        rows.ServiceCommentRow,
        permission=Permission.READ_SERVICE_FEEDBACK,
        of_teams=True,
    ),
    RecordTable("courses", rows.CourseRow, right=_EXPORT, for_everyone=True),
    RecordTable("training", rows.TrainingRow, right=_EXPORT, permission=Permission.READ_TRAINING),
    RecordTable(
        "compliance",
        rows.ComplianceRow,
        key=("email", "course"),
        right=_EXPORT,
        permission=Permission.READ_TRAINING,
        worked_out=worked_out.compliance,
    ),
    RecordTable(
        "compliance-summary",
        rows.ComplianceSummaryRow,
        key=("group", "name"),
        right=_EXPORT,
        worked_out=worked_out.compliance_summary,
    ),
    RecordTable(
        "compliance-trend",
        rows.ComplianceTrendRow,
        key=("group", "name", "on"),
        right=_EXPORT,
        worked_out=worked_out.compliance_trend,
    ),
    RecordTable(
        "organisation",
        rows.OrganisationRow,
        key=("week", "service_id"),
        right=_EXPORT,
        worked_out=worked_out.organisation,
    ),
    RecordTable("foi", rows.FoiRow, key=("quarter", "service_id"), right=_EXPORT, worked_out=worked_out.foi),
    RecordTable("skills", rows.SkillRow, key=("role", "skill"), right=_EXPORT, worked_out=worked_out.skills),
    RecordTable(
        "pulse", rows.PulseRow, key=("month", "round"), right=Right.KEEP_PULSE, worked_out=worked_out.pulse
    ),
)

TABLES: Mapping[str, RecordTable] = {table.name: table for table in _ALL}
"""Every table, by its name in addresses, on the command line and in chat (where `export-<name>` says it)."""

LED = frozenset({"pulse"})
"""Tables of figures about a line manager's direct reports as a whole."""


def whole_tables() -> tuple[str, ...]:
    """The names of what leaves for the whole organisation."""
    return tuple(name for name, table in TABLES.items() if table.right is not None)


def tables_for(asker: Person, reach: Reach) -> tuple[str, ...]:
    """The names of what the asker may have, before anyone has looked whether there is anything in it."""
    match reach:
        case Reach.ORGANISATION:
            return tuple(name for name in whole_tables() if _holds(asker, TABLES[name]))
        case Reach.TEAM:
            return tuple(name for name, table in TABLES.items() if _is_for_leads(asker, table))
        case Reach.OWN:
            return tuple(
                name
                for name, table in TABLES.items()
                if table.permission is not None and may(asker, table.permission, asker)
            )


def _holds(asker: Person, table: RecordTable) -> bool:
    return table.right is not None and holds(asker, table.right)


def _is_for_leads(asker: Person, table: RecordTable) -> bool:
    if table.for_everyone or table.of_teams or table.name in LED:
        return True
    # Someone who reports to the asker, as far as the table of permissions goes.
    report = Person("", asker.tenant_id, "", "", manager_id=asker.id)
    return table.permission is not None and may(asker, table.permission, report)


async def whose_rows(store: Store, asker: Person, table: RecordTable, reach: Reach) -> Whose | None:
    """Whose rows of the table the asker may have; None where they may have none."""
    if table.name not in tables_for(asker, reach):
        return None
    if reach is Reach.ORGANISATION or table.for_everyone:
        return Whose(asker.tenant_id)
    if reach is Reach.OWN:
        return Whose(asker.tenant_id, (asker.id,), ())
    reports = await store.people.reports_of(asker.id)
    if table.name in LED:
        return Whose(asker.tenant_id, (asker.id,), ()) if may_read_pulse_of(asker, asker.id) else None
    permission = table.permission
    people = [each.id for each in reports if permission is not None and may(asker, permission, each)]
    teams = []
    if table.of_teams:
        teams = [
            each.id for each in await store.people.teams(asker.tenant_id) if may_read_service_feedback(asker, each)
        ]
    return Whose(asker.tenant_id, people, teams)


def concerned(table: RecordTable, whose: Whose) -> tuple[str | None, ...]:
    """Whom these rows are about, as the audit log names them; None alone where they are about no person."""
    if table.permission is None:
        return (None,)
    return (EVERYONE,) if whose.person_ids is None else tuple(whose.person_ids) or (None,)


async def page(store: Store, table: RecordTable, whose: Whose, part: Part, now: datetime) -> Sequence[Row]:
    """Up to `part.limit` rows of the table; `now` is UTC."""
    if table.worked_out is None:
        found = await store.records.page(table.name, whose, part)
        return [table.row.model_validate(each) for each in found]
    every = await table.worked_out(store, whose, now)
    keyed = sorted(((key_of(table, each), each) for each in every), key=lambda pair: pair[0])
    left = [each for key, each in keyed if part.after is None or key > part.after]
    return left[: part.limit]


def key_of(table: RecordTable, row: Row) -> tuple[Any, ...]:
    """What tells the row from the others, and where in the order it stands."""
    return tuple(getattr(row, field) for field in table.key)


async def pages(
    database: Database, table: RecordTable, whose: Whose, now: datetime, at_once: int
) -> AsyncIterator[Sequence[Row]]:
    """Every row of the table, `at_once` at a time, each part read on its own so that nothing is held up for long.

    What is worked out rather than stored comes in one piece, since all of it is needed for any of it.
    """
    if table.worked_out is not None:
        async with database.reading(whose.tenant_id) as store:
            yield await page(store, table, whose, Part(2**31), now)
        return
    after = None
    while True:
        async with database.reading(whose.tenant_id) as store:
            found = await page(store, table, whose, Part(at_once, after), now)
        if found:
            yield found
        if len(found) < at_once:
            return
        after = key_of(table, found[-1])
