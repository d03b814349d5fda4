"""Import courses from a file: all of it or nothing, and as often as anyone likes.

A course is known again by its title, whatever its case. A blank optional cell leaves what is known as it is, a
single hyphen empties it. Who must hold a course is not in the file: `hr courses` says it, and rules that are there
stay. What is not in the file stays as it is, and so does what was retired.
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from core.model.skills import LONGEST_NAME, skill_key
from core.model.training import LONGEST_TITLE, MOST_DAYS, RENEW_WITHIN_DAYS, Course
from core.ports import Store
from core.services.import_cells import (
    CellWrong,
    Column,
    RowReader,
    check_columns,
    choice_of,
    plain,
    readers,
)
from core.services.import_course_cells import nearly_known, read_months, read_yes_no, title_key, whole_number
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.plan_training import plan_everyone_soon
from core.services.skill_standing import organisations_words

REQUIRED = ("course", "kind")
OPTIONAL = ("valid_months", "renew_within_days", "link", "skills", "verified", "course_cy")

LONGEST_LINK = 500

_BETWEEN_SKILLS = re.compile(r"[,;]")
_LINK = re.compile(r"https?://[^\s/<>|]+(?:/[^\s<>|]*)?", re.IGNORECASE)


class _Kind(StrEnum):
    MANDATORY = "mandatory"
    DEVELOPMENT = "development"


@dataclass(frozen=True, slots=True)
class _Row:
    """One course's row; `given` holds what its filled-in cells say, by field."""

    line: int
    title: str
    given: Mapping[str, Any]


async def import_courses(
    store: Store, tenant_id: str, rows: Rows, now: datetime, *, dry_run: bool = False
) -> Report:
    """Add and update courses; with any problem, or in a dry run, save nothing. `now` is UTC."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    read = await asyncio.to_thread(_read_rows, rows, problems)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    known_courses = await store.training.courses(tenant_id)
    warnings += nearly_known([(row.line, row.title) for row in read.values()], known_courses)
    known = {title_key(each.title): each for each in known_courses}
    words = await organisations_words(store, tenant_id)
    pairs = [(known.get(key), _after(row, known.get(key), tenant_id, words)) for key, row in read.items()]
    changed = [after for before, after in pairs if before != after]
    if changed and not dry_run:
        await store.training.save_courses(changed)
        await plan_everyone_soon(store, tenant_id, now)
    return Report(
        added=tuple(after.title for before, after in pairs if before is None),
        updated=tuple(after.title for before, after in pairs if before is not None and before != after),
        unchanged=tuple(after.title for before, after in pairs if before == after),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )


def _read_rows(rows: Rows, problems: list[Problem]) -> dict[str, _Row]:
    """The rows by their courses' titles, each once."""
    read: dict[str, _Row] = {}
    for reader in readers(rows, problems):
        row = _read_row(reader)
        if row is None:
            continue
        first = read.setdefault(title_key(row.title), row)
        if first is not row:
            reader.note("course", Trouble.REPEATED_COURSE, written=row.title, first=str(first.line))
    return read


def _read_row(reader: RowReader) -> _Row | None:
    title = reader.required("course", _read_title)
    kind = reader.required("kind", choice_of(_Kind))
    given = reader.optional(
        {
            "valid_months": Column("valid_months", read_months),
            "renew_within_days": Column("renew_within_days", _read_days, RENEW_WITHIN_DAYS),
            "link": Column("link", _read_link, ""),
            "skills": Column("skills", _read_skills, ()),
            "verified": Column("verified", read_yes_no, False),
            "course_cy": Column("title_cy", _read_title, ""),
        }
    )
    if title is None or kind is None:
        return None
    return _Row(reader.line, title, {"mandatory": kind is _Kind.MANDATORY} | given)


def _after(row: _Row, before: Course | None, tenant_id: str, words: dict[str, str]) -> Course:
    """The course as the file has it; titles and skills that are known keep their spelling."""
    given = dict(row.given)
    if "skills" in given:
        given["skills"] = tuple(words.setdefault(skill_key(each), each) for each in given["skills"])
    return replace(before or Course(uuid4().hex, tenant_id, row.title), **given)


def _read_title(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise CellWrong(Trouble.LONG_TITLE, written=str(len(text)), allowed=str(LONGEST_TITLE))
    return text


def _read_days(text: str) -> int:
    return whole_number(text, 0, MOST_DAYS, Trouble.BAD_WINDOW)


def _read_link(text: str) -> str:
    if len(text) > LONGEST_LINK:
        raise CellWrong(Trouble.TOO_LONG, written=str(len(text)), allowed=str(LONGEST_LINK))
    if not _LINK.fullmatch(text):
        raise CellWrong(Trouble.BAD_LINK, written=text)
    return text


def _read_skills(text: str) -> tuple[str, ...]:
    """Skills with commas or semicolons between them; one that comes twice counts once, as it is written first."""
    found: dict[str, str] = {}
    for each in filter(None, map(plain, _BETWEEN_SKILLS.split(text))):
        found.setdefault(skill_key(each), each)
    longest = max(found.values(), key=len, default="")
    if len(longest) > LONGEST_NAME or "|" in text:
        raise CellWrong(Trouble.LONG_SKILL, written=str(len(longest)), allowed=str(LONGEST_NAME))
    return tuple(found.values())
