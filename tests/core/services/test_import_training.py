"""Completions come from files: all or nothing, every bad row named, and as often as anyone likes."""

from dataclasses import replace
from datetime import date

import pytest

from core.model.training import CompletionState
from core.services.import_report import Trouble
from core.services.import_training import import_training
from tests.clock import MovableClock
from tests.import_rows import TENANT, all_stored, bring_people, email, found_council, named, numbered, person_row


def row(who, course="Fire safety", on="2026-03-12", **cells):
    return {"course": course, "email": email(who), "completed_on": on} | cells


async def bring(database, *rows, **options):
    async with database.transaction() as store:
        return await import_training(store, TENANT.id, numbered(rows), MovableClock().now(), **options)


async def stored(database):
    async with database.reading() as store:
        people = {person.id: person.email for person in await store.people.all(TENANT.id)}
        courses = {each.id: each for each in await store.training.courses(TENANT.id)}
        completions = await store.training.completions_of(list(people))
    return courses.values(), sorted(
        (people[each.person_id], courses[each.course_id].title, each.completed_on, each.expires_on, each.evidence)
        for each in completions
    )


@pytest.fixture
async def council(sqlite_database):
    await found_council(sqlite_database)
    await bring_people(sqlite_database, person_row("daniel", start_date="2024-04-01"), person_row("sian"))
    return sqlite_database


async def test_a_row_makes_the_course_and_the_completion(council):
    report = await bring(council, row("daniel", mandatory="Yes", valid_months="12", evidence="Certificate 4521"))
    courses, completions = await stored(council)
    assert [(each.title, each.mandatory, each.valid_months) for each in courses] == [("Fire safety", True, 12)]
    assert completions == [
        (email("daniel"), "Fire safety", date(2026, 3, 12), date(2027, 3, 12), "Certificate 4521")
    ]
    assert report.new_courses == ("Fire safety",)
    assert report.added == (f"{email('daniel')}: Fire safety, 2026-03-12",)


async def test_a_second_import_changes_nothing_and_a_day_that_is_given_wins(council):
    rows = [row("daniel", valid_months="12"), row("sian", expires_on="2026-12-31")]
    await bring(council, *rows)
    before = await all_stored(council)
    report = await bring(council, *rows)
    assert (len(report.unchanged), report.added, report.updated) == (2, (), ())
    assert await all_stored(council) == before
    assert (await bring(council, row("sian", course="FIRE SAFETY", evidence="Seen"))).updated
    assert (await stored(council))[1][1][3:] == (date(2026, 12, 31), "Seen")


async def test_a_dry_run_says_the_same_and_keeps_nothing(council):
    before = await all_stored(council)
    assert (await bring(council, row("daniel"), dry_run=True)).added
    assert await all_stored(council) == before


async def test_every_bad_row_is_named_and_nothing_of_the_file_is_kept(council):
    before = await all_stored(council)
    report = await bring(
        council,
        row("daniel", valid_months="12"),
        row("nobody"),
        row("sian", on="2027-01-01"),
        row("daniel", course="First aid", on="2023-05-05"),
        row("sian", expires_on="2026-01-01"),
        row("daniel"),
        row("sian", course="Manual handling", on="12/11/2026", valid_months="many"),
        row("sian", course="Fire Safety", on="2026-04-01", valid_months="24"),
        row("sian", course="", on="2026-04-02", mandatory="perhaps"),
    )
    assert named(report.problems) == [
        (3, "email", Trouble.UNKNOWN_PERSON),
        (4, "completed_on", Trouble.IN_FUTURE),
        (5, "completed_on", Trouble.BEFORE_START),
        (6, "expires_on", Trouble.EXPIRES_EARLY),
        (7, "completed_on", Trouble.REPEATED_COMPLETION),
        (8, "completed_on", Trouble.BAD_DATE),
        (8, "valid_months", Trouble.BAD_MONTHS),
        (9, "valid_months", Trouble.COURSE_DIFFERS),
        (10, "course", Trouble.MISSING),
        (10, "mandatory", Trouble.UNKNOWN_CHOICE),
    ]
    assert await all_stored(council) == before


async def test_a_new_course_that_is_nearly_a_known_one_is_kept_with_a_warning(council):
    await bring(council, row("daniel"))
    report = await bring(council, row("daniel", course="Fire saftey", on="2026-04-01"))
    assert named(report.warnings) == [(2, "course", Trouble.NEARLY_KNOWN_COURSE)]
    assert report.new_courses == ("Fire saftey",)


async def test_what_waited_for_hr_counts_once_it_stands_in_hrs_file(council):
    await bring(council, row("daniel"))
    async with council.transaction() as store:
        people = await store.people.all(TENANT.id)
        (done,) = await store.training.completions_of([each.id for each in people])
        await store.training.save_completions([replace(done, state=CompletionState.PENDING)])
    assert (await bring(council, row("daniel"))).updated
    async with council.reading() as store:
        assert await store.training.pending(TENANT.id, 5) == []
