"""Import objectives from a file: all of it or nothing, and as often as anyone likes.

An objective is known again by its owner's email and its title, whatever their case; a new title is a new one.
A blank optional cell, like a column that is not there, leaves a known value as it is; a single hyphen empties it.
The direction follows from baseline and target where both are known. Objectives of people in the file that are not
in it are reported and stay as they are. Progress that was reported is never touched; what the file changes about a
known objective goes into its history.

The words under `priority` link an objective to the organisation's aim of that title. Words that are no title are
kept and told as a warning, unless the organisation has no aims at all: then they become its first priorities.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from core.model.aim_rules import title_key
from core.model.measure import Direction
from core.model.objective import Objective
from core.model.objective_history import differences, on_new_scale
from core.model.person import Person
from core.ports import Store
from core.services.import_cells import (
    CellWrong,
    Column,
    RowReader,
    check_columns,
    choice_of,
    plain,
    read_date,
    read_email,
    read_number,
    read_text,
    readers,
    unknown_people,
)
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.link_objectives import aim_ids, first_priorities, unknown_priorities

REQUIRED = ("email", "title", "measure", "target")
OPTIONAL = ("unit", "baseline", "due_date", "priority", "direction", "weight")

_IMPORTED_DIRECTIONS = (Direction.UP, Direction.DOWN)
"""Those that a baseline and one target describe; a range needs its lower limit as well."""

_Key = tuple[str, str]
"""Whose objective and which: the email and the title without its case."""


@dataclass(frozen=True, slots=True)
class _ObjectiveRow:
    """One objective's row; `given` holds what its filled-in cells say, by field of `Objective`."""

    line: int
    email: str
    given: Mapping[str, Any]

    @property
    def key(self) -> _Key:
        return self.email, _title_key(self.given["title"])


@dataclass(frozen=True, slots=True)
class _Pair:
    """An objective as it was (None: new) and as the file has it."""

    row: _ObjectiveRow
    before: Objective | None
    after: Objective


async def import_objectives(
    store: Store, tenant_id: str, rows: Rows, now: datetime, *, dry_run: bool = False
) -> Report:
    """Add and update people's objectives; with any problem, or in a dry run, save nothing. `now` is UTC."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    read = await asyncio.to_thread(_read_rows, rows, problems)
    owners = {person.email: person for person in await store.people.all(tenant_id)}
    problems += unknown_people([(row.line, row.email) for row in read], owners)
    read = [row for row in read if row.email in owners]
    known = await _known(store, {row.email: owners[row.email] for row in read})
    pairs, contradictions = await asyncio.to_thread(_pairs, read, known, owners)
    problems += contradictions
    aims = await store.aims.all(tenant_id)
    written = {row.line: row.given["priority"] for row in read if "priority" in row.given}
    new = [] if aims else first_priorities(list(written.values()), tenant_id)
    pairs = await asyncio.to_thread(_all_linked, pairs, aim_ids([*aims, *new]))
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    warnings += unknown_priorities(written, [*aims, *new]) if aims else []
    changed = [pair.after for pair in pairs if pair.before != pair.after]
    if not dry_run:
        await store.aims.save(new)
        await store.objectives.save(changed, now)
        await _keep_history(store, pairs, now)
    report = await asyncio.to_thread(_report, pairs, known, warnings, dry_run)
    return replace(report, new_priorities=tuple(aim.title for aim in new))


async def _keep_history(store: Store, pairs: Sequence[_Pair], now: datetime) -> None:
    known = [(pair.before, pair.after) for pair in pairs if pair.before is not None]
    await store.objectives.log_changes(
        [change for before, after in known for change in differences(before, after, now, None)]
    )
    latest = {after.id: on_new_scale(after) for _, after in known}
    await store.objectives.set_latest(
        {after.id: latest[after.id] for _, after in known if latest[after.id] != after.latest}
    )


def _read_rows(rows: Rows, problems: list[Problem]) -> list[_ObjectiveRow]:
    """The rows that can be told apart by owner and title; what is wrong with any is added to `problems`."""
    found: dict[_Key, _ObjectiveRow] = {}
    for reader in readers(rows, problems):
        row = _read_row(reader)
        if row is None:
            continue
        if row.key in found:
            reader.note("title", Trouble.REPEATED_OBJECTIVE, email=row.email, first=str(found[row.key].line))
        found.setdefault(row.key, row)
    return list(found.values())


def _read_row(reader: RowReader) -> _ObjectiveRow | None:
    number = partial(read_number, unit=plain(reader.cells.get("unit", "")))
    email = reader.required("email", read_email)
    required = {
        "title": reader.required("title", read_text),
        "measure": reader.required("measure", read_text),
        "target": reader.required("target", number),
    }
    optional = reader.optional(
        {
            "unit": Column("unit", read_text, ""),
            "baseline": Column("baseline", number),
            "due_date": Column("due_on", read_date),
            "priority": Column("priority", read_text, ""),
            "direction": Column("direction", choice_of(_IMPORTED_DIRECTIONS)),
            "weight": Column("weight", _read_weight, 1.0),
        }
    )
    if email is None or required["title"] is None:
        return None
    given = {name: value for name, value in required.items() if value is not None} | optional
    return _ObjectiveRow(reader.line, email, given)


def _read_weight(text: str) -> float:
    weight = read_number(text)
    if weight <= 0:
        raise CellWrong(Trouble.BAD_WEIGHT, written=text)
    return weight


def _title_key(title: str) -> str:
    return plain(title).casefold()


async def _known(store: Store, owners: Mapping[str, Person]) -> dict[_Key, Objective]:
    """The owners' objectives; of two with the same title the older."""
    email_of = {person.id: email for email, person in owners.items()}
    known: dict[_Key, Objective] = {}
    for person_id, objectives in (await store.objectives.active_for(list(email_of))).items():
        for objective in objectives:
            known.setdefault((email_of[person_id], _title_key(objective.title)), objective)
    return known


def _pairs(
    rows: Sequence[_ObjectiveRow], known: Mapping[_Key, Objective], owners: Mapping[str, Person]
) -> tuple[list[_Pair], list[Problem]]:
    """Each row with what was there before, and what contradicts itself."""
    pairs = [_pair(row, known.get(row.key), owners[row.email]) for row in rows]
    return pairs, [problem for pair in pairs for problem in _contradictions(pair)]


def _pair(row: _ObjectiveRow, before: Objective | None, owner: Person) -> _Pair:
    start = before or Objective(uuid4().hex, owner.tenant_id, owner.id, "", "")
    values = dict(row.given)
    direction = values.pop("direction", None)
    after = replace(start, **values)
    return _Pair(row, before, replace(after, direction=direction or _direction(after)))


def _all_linked(pairs: Sequence[_Pair], aims: Mapping[str, str]) -> list[_Pair]:
    return [_linked(pair, aims) for pair in pairs]


def _linked(pair: _Pair, aims: Mapping[str, str]) -> _Pair:
    """The pair with the aim that the row's priority names, if it names any; `aims` are ids by title."""
    if "priority" not in pair.row.given:
        return pair
    aim_id = aims.get(title_key(pair.after.priority))
    return replace(pair, after=replace(pair.after, aim_id=aim_id))


def _direction(objective: Objective) -> Direction:
    """Down where the target lies below the baseline; what is known where either is not."""
    if objective.baseline is None or objective.target is None:
        return objective.direction
    return Direction.DOWN if objective.target < objective.baseline else Direction.UP


def _contradictions(pair: _Pair) -> list[Problem]:
    """A target that is reached already, or that lies on the wrong side of the baseline."""
    after, line = pair.after, pair.row.line
    if "target" not in pair.row.given or after.baseline is None or after.target is None:
        return []
    if after.target == after.baseline:
        return [Problem(line, "target", Trouble.TARGET_IS_BASELINE, {"written": f"{after.target:g}"})]
    right = _direction(after)
    if after.direction is not right:
        return [Problem(line, "direction", Trouble.WRONG_DIRECTION, {"written": after.direction, "right": right})]
    return []


def _report(
    pairs: Sequence[_Pair], known: Mapping[_Key, Objective], warnings: Sequence[Problem], dry_run: bool
) -> Report:
    in_file = {pair.row.key for pair in pairs}
    kept = [pair for pair in pairs if pair.before is not None]
    return Report(
        added=tuple(_label(pair.row.email, pair.after) for pair in pairs if pair.before is None),
        updated=tuple(_label(pair.row.email, pair.after) for pair in kept if pair.before != pair.after),
        unchanged=tuple(_label(pair.row.email, pair.after) for pair in kept if pair.before == pair.after),
        left_out=tuple(sorted(_label(key[0], known[key]) for key in known.keys() - in_file)),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )


def _label(email: str, objective: Objective) -> str:
    return f"{email}: {objective.title}"
