"""Import priorities and teams' goals from a file: all of it or nothing, and as often as anyone likes.

A row with a team is that team's goal, one without a priority of the organisation. An aim is known again by its
title, whatever its case and spacing. A blank optional cell, like a column that is not there, leaves a known value
as it is; a single hyphen empties it. New aims follow those that are known, in the file's order. An aim that is
left out is reported and stays as it is.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from core.model.aim import Aim, AimKind
from core.model.aim_rules import LONGEST_TITLE, title_key
from core.model.circles import circles
from core.model.person import Team
from core.ports import Store
from core.services.import_cells import (
    CellWrong,
    Column,
    Suggestions,
    check_columns,
    read_text,
    readers,
)
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.import_teams import name_key

REQUIRED = ("title",)
OPTIONAL = ("serves", "team")

SHOWN_OF_CIRCLE = 8
"""How many aims of a circle are named before it is cut short."""


@dataclass(frozen=True, slots=True)
class _AimRow:
    """One aim's row; `given` holds what its filled-in cells say: `serves` and `team`, each None for none."""

    line: int
    title: str
    given: Mapping[str, Any]

    @property
    def key(self) -> str:
        return title_key(self.title)


@dataclass(frozen=True, slots=True)
class _Pair:
    """An aim as it was (None: new) and as the file has it."""

    row: _AimRow
    before: Aim | None
    after: Aim


async def import_priorities(store: Store, tenant_id: str, rows: Rows, *, dry_run: bool = False) -> Report:
    """Add and update priorities and goals; with any problem, or in a dry run, save nothing."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    read = await asyncio.to_thread(_read_rows, rows, problems)
    aims = await store.aims.all(tenant_id)
    teams = {name_key(team.name): team for team in reversed(await store.people.teams(tenant_id))}
    problems += _unknown_teams(read, teams)
    problems += _unknown_parents(read, aims)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    pairs = _pairs(read, aims, teams, tenant_id)
    problems = _upside_down(pairs, aims) + _circles(pairs, aims)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    changed = [pair.after for pair in pairs if pair.before != pair.after]
    if not dry_run:
        await store.aims.save(changed)
    return _report(pairs, aims, warnings, dry_run)


def _read_rows(rows: Rows, problems: list[Problem]) -> list[_AimRow]:
    """The rows that have a title of their own; what is wrong with any is added to `problems`."""
    columns = {"serves": Column("serves", read_text), "team": Column("team", read_text)}
    found: dict[str, _AimRow] = {}
    for reader in readers(rows, problems):
        title = reader.required("title", _read_title)
        given = reader.optional(columns)
        if title is None:
            continue
        row = _AimRow(reader.line, title, given)
        if row.key in found:
            reader.note("title", Trouble.REPEATED_AIM, written=title, first=str(found[row.key].line))
        found.setdefault(row.key, row)
    return list(found.values())


def _read_title(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise CellWrong(Trouble.LONG_TITLE, written=str(len(text)), allowed=str(LONGEST_TITLE))
    return text


def _unknown_teams(rows: Sequence[_AimRow], teams: Mapping[str, Team]) -> list[Problem]:
    suggestions = Suggestions(sorted(team.name for team in teams.values()))
    return [
        Problem(row.line, "team", Trouble.UNKNOWN_TEAM, {"written": team, "nearest": suggestions.nearest(team)})
        for row in rows
        if (team := row.given.get("team")) is not None and name_key(team) not in teams
    ]


def _unknown_parents(rows: Sequence[_AimRow], aims: Sequence[Aim]) -> list[Problem]:
    titles = {title_key(aim.title): aim.title for aim in aims} | {row.key: row.title for row in rows}
    suggestions = Suggestions(list(titles.values()))
    return [
        Problem(row.line, "serves", Trouble.UNKNOWN_AIM, {"written": above, "nearest": suggestions.nearest(above)})
        for row in rows
        if (above := row.given.get("serves")) is not None and title_key(above) not in titles
    ]


def _pairs(rows: Sequence[_AimRow], aims: Sequence[Aim], teams: Mapping[str, Team], tenant_id: str) -> list[_Pair]:
    known = {title_key(aim.title): aim for aim in reversed(aims)}
    ids = {row.key: uuid4().hex for row in rows} | {key: aim.id for key, aim in known.items()}
    last = max((aim.position for aim in aims), default=-1)
    pairs = []
    for row in rows:
        before = known.get(row.key)
        if before is None:
            last += 1
        start = before or Aim(ids[row.key], tenant_id, AimKind.PRIORITY, row.title, position=last)
        values: dict[str, Any] = {"title": row.title}
        if "serves" in row.given:
            above = row.given["serves"]
            values["parent_id"] = ids[title_key(above)] if above else None
        if "team" in row.given:
            team = row.given["team"]
            values["team_id"] = teams[name_key(team)].id if team else None
            values["kind"] = AimKind.GOAL if team else AimKind.PRIORITY
        pairs.append(_Pair(row, before, replace(start, **values)))
    return pairs


def _after(pairs: Sequence[_Pair], aims: Sequence[Aim]) -> dict[str, Aim]:
    """All aims as they would be, by id."""
    return {aim.id: aim for aim in aims} | {pair.after.id: pair.after for pair in pairs}


def _upside_down(pairs: Sequence[_Pair], aims: Sequence[Aim]) -> list[Problem]:
    """Priorities that would serve a goal, each at its own line or, where it has none, at the goal's."""
    after = _after(pairs, aims)
    row_of = {pair.after.id: pair.row for pair in pairs}
    problems = []
    for aim in after.values():
        above = after.get(aim.parent_id) if aim.parent_id else None
        if aim.kind is AimKind.GOAL or above is None or above.kind is not AimKind.GOAL:
            continue
        facts = {"written": aim.title, "path": above.title}
        if aim.id in row_of:
            problems.append(Problem(row_of[aim.id].line, "serves", Trouble.PRIORITY_SERVES_GOAL, facts))
        elif above.id in row_of:
            problems.append(Problem(row_of[above.id].line, "team", Trouble.PRIORITY_SERVES_GOAL, facts))
    return problems


def _circles(pairs: Sequence[_Pair], aims: Sequence[Aim]) -> list[Problem]:
    """Each circle once, at its first line in the file."""
    after = _after(pairs, aims)
    line_of = {pair.after.id: pair.row.line for pair in pairs}
    problems = []
    for circle in circles({aim.id: aim.parent_id for aim in after.values()}):
        lines = [aim_id for aim_id in circle if aim_id in line_of]
        if lines:
            first = min(lines, key=line_of.__getitem__)
            begin = circle.index(first)
            around = [after[aim_id].title for aim_id in (*circle[begin:], *circle[:begin])]
            shown = around if len(around) <= SHOWN_OF_CIRCLE else [*around[: SHOWN_OF_CIRCLE - 1], "…"]
            path = " → ".join([*shown, around[0]])
            problems.append(Problem(line_of[first], "serves", Trouble.AIM_CIRCLE, {"path": path}))
    return problems


def _report(pairs: Sequence[_Pair], aims: Sequence[Aim], warnings: Sequence[Problem], dry_run: bool) -> Report:
    in_file = {pair.after.id for pair in pairs}
    kept = [pair for pair in pairs if pair.before is not None]
    return Report(
        added=tuple(pair.after.title for pair in pairs if pair.before is None),
        updated=tuple(pair.after.title for pair in kept if pair.before != pair.after),
        unchanged=tuple(pair.after.title for pair in kept if pair.before == pair.after),
        left_out=tuple(sorted(aim.title for aim in aims if aim.id not in in_file)),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )
