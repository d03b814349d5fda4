"""Import completions of courses from a file: all of it or nothing, and as often as anyone likes.

A completion is known again by email, course and day. A course is known by its title, whatever
its case; a new title is a new course, with a warning where it is nearly a known one. Whether a course
is mandatory and for how many months it counts is said on any of its rows. A blank `expires_on` follows from those
months; a blank optional cell leaves a known value as it is, a single hyphen empties it. What is not in the file
stays as it is.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from core.model.person import Person
from core.model.training import CompletionState, Course, TrainingCompletion
from core.ports import Store
from core.services.import_cells import (
    Column,
    RowReader,
    check_columns,
    plain,
    read_date,
    read_email,
    read_text,
    readers,
    unknown_people,
)
from core.services.import_course_cells import nearly_known, read_months, read_yes_no, title_key
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.note_acted import note_training
from core.services.plan_training import plan_everyone_soon

REQUIRED = ("course", "email", "completed_on")
OPTIONAL = ("expires_on", "evidence", "mandatory", "valid_months")

_Key = tuple[str, str, date]
"""Whose, of which course (its title without its case) and on which day."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One completion's row; `given` and `of_course` hold what its filled-in cells say, by field."""

    line: int
    email: str
    title: str
    completed_on: date
    given: Mapping[str, Any]
    of_course: Mapping[str, Any]

    @property
    def key(self) -> _Key:
        return self.email, title_key(self.title), self.completed_on


async def import_training(
    store: Store, tenant_id: str, rows: Rows, now: datetime, *, dry_run: bool = False
) -> Report:
    """Add and update completions; with any problem, or in a dry run, save nothing. `now` is UTC."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    read = await asyncio.to_thread(_read_rows, rows, problems)
    people = {person.email: person for person in await store.people.all(tenant_id)}
    problems += unknown_people([(row.line, row.email) for row in read], people) + (
        await asyncio.to_thread(_wrong_days, read, people, now)
    )
    known_courses = await store.training.courses(tenant_id)
    courses = await asyncio.to_thread(_courses, read, known_courses, tenant_id, problems)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    warnings += await asyncio.to_thread(nearly_known, [(row.line, row.title) for row in read], known_courses)
    ids = [people[email].id for email in {row.email for row in read}]
    before = {
        (each.person_id, each.course_id, each.completed_on): each
        for each in await store.training.completions_of(ids)
    }
    pairs = await asyncio.to_thread(_pairs, read, people, courses, before)
    known_ids = {each.id: each for each in known_courses}
    if not dry_run:
        await store.training.save_courses([each for each in courses.values() if known_ids.get(each.id) != each])
        new = [after for old, after in pairs if old != after]
        await store.training.save_completions(new)
        await plan_everyone_soon(store, tenant_id, now)
        by_id = {person.id: person for person in people.values()}
        acted = await note_training(store, [(by_id[each.person_id], each.course_id) for each in new], now)
        await store.outbox.add(tenant_id, acted, now)
    return await asyncio.to_thread(
        _report, read, pairs, courses.values(), known_ids.keys(), warnings, dry_run=dry_run
    )


def _report(
    rows: Sequence[_Row],
    pairs: Sequence[tuple[TrainingCompletion | None, TrainingCompletion]],
    courses: Collection[Course],
    known_ids: Collection[str],
    warnings: Sequence[Problem],
    *,
    dry_run: bool,
) -> Report:
    titles = {each.id: each.title for each in courses}
    labels = [
        (f"{row.email}: {titles[pair[1].course_id]}, {row.completed_on}", *pair)
        for row, pair in zip(rows, pairs, strict=True)
    ]
    return Report(
        added=tuple(label for label, old, _ in labels if old is None),
        updated=tuple(label for label, old, after in labels if old is not None and old != after),
        unchanged=tuple(label for label, old, after in labels if old == after),
        new_courses=tuple(each.title for each in courses if each.id not in known_ids),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )


def _read_rows(rows: Rows, problems: list[Problem]) -> list[_Row]:
    found: dict[_Key, _Row] = {}
    for reader in readers(rows, problems):
        row = _read_row(reader)
        if row is None:
            continue
        if row.key in found:
            reader.note(
                "completed_on", Trouble.REPEATED_COMPLETION, email=row.email, first=str(found[row.key].line)
            )
        found.setdefault(row.key, row)
    return list(found.values())


def _read_row(reader: RowReader) -> _Row | None:
    title = reader.required("course", read_text)
    email = reader.required("email", read_email)
    completed_on = reader.required("completed_on", read_date)
    given = reader.optional(
        {"expires_on": Column("expires_on", read_date), "evidence": Column("evidence", read_text, "")}
    )
    of_course = reader.optional(
        {
            "mandatory": Column("mandatory", read_yes_no, False),
            "valid_months": Column("valid_months", read_months),
        }
    )
    if title is None or email is None or completed_on is None:
        return None
    expires_on = given.get("expires_on")
    if expires_on is not None and expires_on < completed_on:
        reader.note("expires_on", Trouble.EXPIRES_EARLY, written=expires_on.isoformat())
    return _Row(reader.line, email, title, completed_on, given, of_course)


def _wrong_days(rows: Sequence[_Row], people: Mapping[str, Person], now: datetime) -> list[Problem]:
    """Completions to come, and those before the person's first day."""
    problems = []
    for row in rows:
        person = people.get(row.email)
        if person is None:
            continue
        written = row.completed_on.isoformat()
        if row.completed_on > now.astimezone(person.zone).date():
            problems.append(Problem(row.line, "completed_on", Trouble.IN_FUTURE, {"written": written}))
        elif person.start_on is not None and row.completed_on < person.start_on:
            facts = {"written": written, "start": person.start_on.isoformat()}
            problems.append(Problem(row.line, "completed_on", Trouble.BEFORE_START, facts))
    return problems


def _courses(
    rows: Sequence[_Row], known: Sequence[Course], tenant_id: str, problems: list[Problem]
) -> dict[str, Course]:
    """Every course of the rows as the file has it, by title; rows that say different things are problems."""
    courses = {title_key(each.title): each for each in known}
    said: dict[tuple[str, str], tuple[Any, int]] = {}
    found: dict[str, Course] = {}
    for row in rows:
        key = title_key(row.title)
        course = found.get(key) or courses.get(key) or Course(uuid4().hex, tenant_id, plain(row.title))
        for field, value in row.of_course.items():
            first, line = said.setdefault((key, field), (value, row.line))
            if first != value:
                facts = {"written": str(value), "first": str(line)}
                problems.append(Problem(row.line, field, Trouble.COURSE_DIFFERS, facts))
        found[key] = replace(course, **row.of_course)
    return found


def _pairs(
    rows: Sequence[_Row],
    people: Mapping[str, Person],
    courses: Mapping[str, Course],
    known: Mapping[tuple[str, str, date], TrainingCompletion],
) -> list[tuple[TrainingCompletion | None, TrainingCompletion]]:
    return [_pair(row, people[row.email], courses[title_key(row.title)], known) for row in rows]


def _pair(
    row: _Row, person: Person, course: Course, known: Mapping[tuple[str, str, date], TrainingCompletion]
) -> tuple[TrainingCompletion | None, TrainingCompletion]:
    """The completion as it was (None: new) and as the file has it."""
    before = known.get((person.id, course.id, row.completed_on))
    start = before or TrainingCompletion(
        uuid4().hex, person.tenant_id, person.id, course.id, row.completed_on, course.expires_on(row.completed_on)
    )
    # The file is HR's: what it holds has been looked at.
    return before, replace(start, state=CompletionState.RECORDED, **row.given)
