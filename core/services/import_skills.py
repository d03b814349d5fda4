"""Import what job titles want from a file: all of it or nothing, and as often as anyone likes.

A row is known again by its job title and skill, whatever their case and spacing. A level that is blank is
confident for a new row and stays as it is for a known one. What is not in the file stays as it is.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.skills import LONGEST_NAME, Level, RoleSkill, role_key, skill_key
from core.ports import Store
from core.services.ask_skills import ask_each_quarter
from core.services.import_cells import CellWrong, Column, check_columns, read_text, readers
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.skill_standing import organisations_words
from core.understanding.skills import nearly

REQUIRED = ("role", "skill")
OPTIONAL = ("level",)

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """One skill of a job title; no level where the cell is blank."""

    line: int
    role: str
    skill: str
    level: Level | None

    @property
    def key(self) -> _Key:
        return role_key(self.role), skill_key(self.skill)


async def import_skills(
    store: Store, tenant_id: str, rows: Rows, now: datetime, *, dry_run: bool = False
) -> Report:
    """Add and update what job titles want; with any problem, or in a dry run, save nothing. `now` is UTC."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    read = await asyncio.to_thread(_read_rows, rows, problems)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    words = await organisations_words(store, tenant_id)
    warnings += _nearly_known(read, words)
    known = {(each.role_key, each.skill_key): each for each in await store.skills.of_roles(tenant_id)}
    pairs = [(known.get(row.key), _after(row, known.get(row.key), tenant_id, words)) for row in read]
    if not dry_run:
        await store.skills.save_roles([after for before, after in pairs if before != after])
        if pairs:
            await ask_each_quarter(store, tenant_id, now)
    labels = [(f"{after.role}: {after.skill}", before, after) for before, after in pairs]
    return Report(
        added=tuple(label for label, before, _ in labels if before is None),
        updated=tuple(label for label, before, after in labels if before is not None and before != after),
        unchanged=tuple(label for label, before, after in labels if before == after),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )


def _read_rows(rows: Rows, problems: list[Problem]) -> list[_Row]:
    found: dict[_Key, _Row] = {}
    for reader in readers(rows, problems):
        role, skill = reader.required("role", read_text), reader.required("skill", _read_skill)
        given = reader.optional({"level": Column("level", _read_level, Level.CONFIDENT)})
        if role is None or skill is None:
            continue
        row = _Row(reader.line, role, skill, given.get("level"))
        if row.key in found:
            reader.note("skill", Trouble.REPEATED_SKILL, written=skill, first=str(found[row.key].line))
        found.setdefault(row.key, row)
    return list(found.values())


def _read_skill(text: str) -> str:
    if len(text) > LONGEST_NAME or "|" in text:
        raise CellWrong(Trouble.LONG_SKILL, written=str(len(text)), allowed=str(LONGEST_NAME))
    return text


def _read_level(text: str) -> Level:
    level = next((each for each in Level if str(int(each)) == text), None)
    if level is None:
        raise CellWrong(Trouble.BAD_LEVEL, written=text)
    return level


def _after(row: _Row, before: RoleSkill | None, tenant_id: str, words: Mapping[str, str]) -> RoleSkill:
    level = row.level or (before.level if before else Level.CONFIDENT)
    role, skill = (before.role, before.skill) if before else (row.role, words.get(row.key[1], row.skill))
    return RoleSkill(tenant_id, *row.key, role, skill, level)


def _nearly_known(rows: Sequence[_Row], words: Mapping[str, str]) -> list[Problem]:
    warned: dict[str, Problem] = {}
    for row in rows:
        like = nearly(row.skill, words.values())
        if like is not None and row.key[1] not in warned:
            facts = {"written": row.skill, "nearest": like}
            warned[row.key[1]] = Problem(row.line, "skill", Trouble.NEARLY_KNOWN_SKILL, facts)
    return list(warned.values())
