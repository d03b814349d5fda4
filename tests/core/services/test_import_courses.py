"""Courses come from files: all or nothing, every bad row named, and as often as anyone likes."""

from dataclasses import replace

import pytest

from core.model.requirements import Group, Requirement
from core.model.timer import TimerKind
from core.model.training import Course
from core.services.import_courses import import_courses
from core.services.import_list import Kind, kind_of
from core.services.import_report import Trouble
from tests.clock import MovableClock
from tests.import_rows import TENANT, all_stored, found_council, named, numbered


def row(course="Fire safety", kind="mandatory", **cells):
    return {"course": course, "kind": kind} | cells


FULL = row(
    valid_months="12",
    renew_within_days="30",
    link="https://learning.wyemoor.example/fire",
    skills="Fire safety; Risk assessment",
    verified="yes",
    course_cy="Diogelwch tân",
)


async def bring(database, *rows, **options):
    async with database.transaction() as store:
        return await import_courses(store, TENANT.id, numbered(rows), MovableClock().now(), **options)


async def courses(database):
    async with database.reading() as store:
        return {each.title: each for each in await store.training.courses(TENANT.id)}


@pytest.fixture
async def council(sqlite_database):
    await found_council(sqlite_database)
    return sqlite_database


async def test_a_row_makes_a_course_with_all_that_hr_keeps_of_it(council):
    report = await bring(council, FULL, row("Plain English", "Development"))
    assert (report.added, report.updated) == (("Fire safety", "Plain English"), ())
    found = await courses(council)
    assert found["Fire safety"] == Course(
        found["Fire safety"].id,
        TENANT.id,
        "Fire safety",
        mandatory=True,
        valid_months=12,
        title_cy="Diogelwch tân",
        renew_within_days=30,
        link="https://learning.wyemoor.example/fire",
        skills=("Fire safety", "Risk assessment"),
        verified=True,
    )
    assert found["Plain English"] == Course(found["Plain English"].id, TENANT.id, "Plain English")


async def test_a_second_import_changes_nothing(council):
    rows = [FULL, row("First aid", skills="fire SAFETY, First aid, first AID")]
    await bring(council, *rows)
    before = await all_stored(council)
    report = await bring(council, *rows)
    assert (report.unchanged, report.added, report.updated) == (("Fire safety", "First aid"), (), ())
    assert await all_stored(council) == before
    assert (await courses(council))["First aid"].skills == ("Fire safety", "First aid")


async def test_blank_cells_leave_what_is_known_and_a_hyphen_empties_it(council):
    await bring(council, FULL)
    before = (await courses(council))["Fire safety"]
    report = await bring(council, row("FIRE SAFETY", "development", valid_months="-", link="", skills="-"))
    assert report.updated == ("Fire safety",)
    after = (await courses(council))["Fire safety"]
    assert after == replace(before, mandatory=False, valid_months=None, skills=())


async def test_who_must_hold_it_and_what_was_retired_stay(council):
    await bring(council, FULL)
    course = replace((await courses(council))["Fire safety"], retired=True)
    rule = Requirement("r", TENANT.id, course.id, Group.EVERYONE, "", 30, MovableClock().now().date())
    async with council.transaction() as store:
        await store.training.save_courses([course])
        await store.training.set_requirements(course.id, [rule])
    await bring(council, row(valid_months="24"), row("First aid"))
    assert (await courses(council))["Fire safety"] == replace(course, valid_months=24)
    async with council.reading() as store:
        assert await store.training.requirements(TENANT.id) == [rule]


async def test_everyones_reminders_are_planned_anew_where_something_changed(council):
    async def planned():
        async with council.transaction() as store:
            return await store.timers.take_due(TimerKind.TRAINING_PLAN, MovableClock().now(), 10)

    await bring(council, FULL, dry_run=True)
    assert not await planned()
    await bring(council, FULL)
    assert await planned()
    await bring(council, FULL)
    assert not await planned()


async def test_a_dry_run_says_the_same_and_keeps_nothing(council):
    before = await all_stored(council)
    assert (await bring(council, FULL, dry_run=True)).added == ("Fire safety",)
    assert await all_stored(council) == before


async def test_every_bad_row_is_named_and_nothing_of_the_file_is_kept(council):
    before = await all_stored(council)
    report = await bring(
        council,
        FULL,
        row("Fire  SAFETY"),
        row("", "sometimes"),
        row("x" * 151, valid_months="0", renew_within_days="731"),
        row("A", valid_months="1.5", renew_within_days="-1", verified="perhaps"),
        row("B", link="the intranet", skills="s" * 61),
        row("C", "", skills="Excel|Word", course_cy="y" * 151),
        row("D", link=f"https://a.example/{'x' * 500}"),
        row("E", link="javascript:alert(1)"),
    )
    assert named(report.problems) == [
        (3, "course", Trouble.REPEATED_COURSE),
        (4, "course", Trouble.MISSING),
        (4, "kind", Trouble.UNKNOWN_CHOICE),
        (5, "course", Trouble.LONG_TITLE),
        (5, "valid_months", Trouble.BAD_MONTHS),
        (5, "renew_within_days", Trouble.BAD_WINDOW),
        (6, "valid_months", Trouble.BAD_MONTHS),
        (6, "renew_within_days", Trouble.BAD_WINDOW),
        (6, "verified", Trouble.UNKNOWN_CHOICE),
        (7, "link", Trouble.BAD_LINK),
        (7, "skills", Trouble.LONG_SKILL),
        (8, "kind", Trouble.MISSING),
        (8, "skills", Trouble.LONG_SKILL),
        (8, "course_cy", Trouble.LONG_TITLE),
        (9, "link", Trouble.TOO_LONG),
        (10, "link", Trouble.BAD_LINK),
    ]
    assert await all_stored(council) == before


async def test_a_title_that_is_nearly_a_known_one_is_kept_with_a_warning(council):
    await bring(council, FULL)
    report = await bring(council, row("Fire saftey"))
    assert named(report.warnings) == [(2, "course", Trouble.NEARLY_KNOWN_COURSE)]
    assert report.added == ("Fire saftey",)


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (("course", "kind"), Kind.COURSES),
        (("course", "kind", "valid_months", "skills"), Kind.COURSES),
        (("course", "type", "renew_within_days"), Kind.COURSES),
        (("course", "email", "completed_on", "kind"), Kind.TRAINING),
        (("course", "email"), Kind.TRAINING),
    ],
)
def test_a_list_of_courses_is_told_from_one_of_completions(columns, kind):
    assert kind_of([(2, dict.fromkeys(columns, "x"))]) is kind
