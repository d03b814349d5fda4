"""People come from files: all or nothing, every bad row named, and as often as anyone likes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.model.person import Access, Employment, Language, Nation, Tenant
from core.services.import_report import Trouble
from tests.import_rows import (
    TENANT,
    all_stored,
    bring_people,
    email,
    found_council,
    named,
    person_called,
    person_row,
)

HELEN = person_row("helen", team="Board")
PRIYA = person_row("priya", "helen", team="Customer Services")
DANIEL = person_row("daniel", "priya", team="Customer Services")
SIAN = person_row("sian", "priya", team="Customer Services")
COUNCIL = (HELEN, PRIYA, DANIEL, SIAN)


@pytest.fixture
async def council(sqlite_database):
    await found_council(sqlite_database)
    return sqlite_database


# --- what a file does -----------------------------------------------------------------------------------------


async def test_a_person_becomes_what_the_row_says(council):
    everything = person_row(
        "Sian",
        "helen",
        name="  Siân   Prosser ",
        team="Customer Services",
        role="Adviser",
        access="HR",
        timezone="europe/london",
        working_days="Mon, Wed-Thu",
        start_date="2026-09-01",
        end_date="2027-02-26",
        employment="Fixed Term",
        nation="northern ireland",
        language="CY",
    )
    report = await bring_people(council, HELEN, everything)
    assert (report.added, report.updated, report.problems) == ((email("helen"), email("sian")), (), ())
    sian, helen = await person_called(council, "sian"), await person_called(council, "helen")
    assert (sian.name, sian.email, sian.role, sian.manager_id) == (
        "Siân Prosser",
        email("sian"),
        "Adviser",
        helen.id,
    )
    assert (sian.access, sian.employment, sian.nation, sian.language) == (
        Access.HR,
        Employment.FIXED_TERM,
        Nation.NORTHERN_IRELAND,
        Language.CY,
    )
    assert (sian.timezone, sian.working_days) == ("Europe/London", frozenset({1, 3, 4}))
    assert (sian.start_on, sian.end_on) == (date(2026, 9, 1), date(2027, 2, 26))


async def test_email_and_name_are_enough(council):
    report = await bring_people(council, {"email": email("Bo"), "name": "Bo"}, default_zone="Europe/Jersey")
    assert report.added == (email("bo"),)
    bo = await person_called(council, "bo")
    assert (bo.timezone, bo.working_days, bo.access) == ("Europe/Jersey", frozenset({1, 2, 3, 4, 5}), Access.STAFF)
    assert (bo.team_id, bo.manager_id, bo.start_on, bo.end_on) == (None, None, None, None)


async def test_repeating_a_file_changes_nothing_on_either_database(database):
    await found_council(database)
    first = await bring_people(database, *COUNCIL)
    stored = await all_stored(database)
    again = await bring_people(database, *COUNCIL)
    assert len(first.added) == 4
    assert (again.added, again.updated, again.new_teams, len(again.unchanged)) == ((), (), (), 4)
    assert await all_stored(database) == stored


async def test_a_changed_row_updates_and_the_others_stay(council):
    await bring_people(council, *COUNCIL)
    before = await person_called(council, "daniel")
    report = await bring_people(council, HELEN, PRIYA, DANIEL | {"role": "Complaints Officer"}, SIAN)
    assert (report.updated, len(report.unchanged)) == ((email("daniel"),), 3)
    after = await person_called(council, "daniel")
    assert (after.id, after.role) == (before.id, "Complaints Officer")


async def test_whoever_is_left_out_is_reported_and_stays(council):
    await bring_people(council, *COUNCIL)
    report = await bring_people(council, HELEN, PRIYA)
    assert report.left_out == (email("daniel"), email("sian"))
    assert (await person_called(council, "daniel")).manager_id == (await person_called(council, "priya")).id


async def test_a_blank_cell_leaves_what_is_known_and_a_hyphen_empties_it(council):
    known = DANIEL | {"role": "Officer", "end_date": "2027-01-31", "access": "hr", "nation": "Wales"}
    await bring_people(council, HELEN, PRIYA, known)
    blank = dict.fromkeys(known, "") | {"email": known["email"], "name": "Daniel"}
    assert (await bring_people(council, blank)).updated == ()
    assert (await bring_people(council, {"email": email("daniel"), "name": "Daniel"})).updated == ()
    emptied = dict.fromkeys(known, "-") | {"email": known["email"], "name": "Daniel"}
    assert (await bring_people(council, emptied)).updated == (email("daniel"),)
    daniel = await person_called(council, "daniel")
    assert (daniel.role, daniel.end_on, daniel.access, daniel.nation) == ("", None, Access.STAFF, Nation.ENGLAND)
    assert (daniel.team_id, daniel.manager_id) == (None, None)


async def test_a_manager_may_be_known_already(council):
    await bring_people(council, HELEN)
    assert (await bring_people(council, person_row("priya", "HELEN"))).added == (email("priya"),)
    assert (await person_called(council, "priya")).manager_id == (await person_called(council, "helen")).id


async def test_people_of_another_organisation_are_strangers(council):
    await bring_people(council, HELEN)
    await found_council(council, Tenant("trust", "Wye Valley Trust"))
    report = await bring_people(council, person_row("priya", "helen"), tenant="trust")
    assert named(report.problems) == [(2, "manager_email", Trouble.UNKNOWN_MANAGER)]


async def test_a_dry_run_tells_the_same_and_saves_nothing(council):
    before = await all_stored(council)
    dry = await bring_people(council, *COUNCIL, dry_run=True)
    assert await all_stored(council) == before
    real = await bring_people(council, *COUNCIL)
    assert dry.dry_run
    assert (dry.added, dry.new_teams) == (real.added, real.new_teams)


# --- teams ----------------------------------------------------------------------------------------------------


async def teams_of(database):
    async with database.reading() as store:
        people = {person.id: person.email for person in await store.people.all(TENANT.id)}
        return {team.name: people.get(team.lead_id) for team in await store.people.teams(TENANT.id)}


async def test_the_lead_is_whom_most_of_the_team_report_to(council):
    report = await bring_people(council, *COUNCIL)
    assert report.new_teams == ("Board", "Customer Services")
    assert await teams_of(council) == {"Board": None, "Customer Services": email("priya")}


async def test_of_two_possible_leads_the_member_leads(council):
    await bring_people(council, HELEN, PRIYA, DANIEL)
    assert (await teams_of(council))["Customer Services"] == email("priya")


async def test_a_team_is_known_again_whatever_its_case(council):
    await bring_people(council, *COUNCIL)
    report = await bring_people(council, person_row("bo", "priya", team="customer  services"))
    assert report.new_teams == ()
    assert (await person_called(council, "bo")).team_id == (await person_called(council, "daniel")).team_id


async def test_the_lead_changes_with_the_reporting_line_and_leavers_do_not_count(council):
    await bring_people(council, *COUNCIL)
    kwame = person_row("kwame", "helen", team="Customer Services")
    await bring_people(council, kwame, DANIEL | {"manager_email": email("kwame")})
    assert (await teams_of(council))["Customer Services"] == email("helen")
    await bring_people(council, PRIYA | {"end_date": "2026-10-30"}, SIAN | {"manager_email": email("kwame")})
    assert (await teams_of(council))["Customer Services"] == email("kwame")


async def test_a_new_teams_first_summary_is_due_on_friday(council):
    await bring_people(council, *COUNCIL)
    async with council.transaction() as store:
        due = await store.summaries.due(datetime(2026, 11, 27, 15, 0, tzinfo=UTC), 10)
        assert await store.summaries.due(datetime(2026, 11, 27, 14, 59, tzinfo=UTC), 10) == []
    assert {team.name for team in due} == {"Board", "Customer Services"}


# --- check-ins ------------------------------------------------------------------------------------------------


async def next_due(database, who):
    person = await person_called(database, who)
    async with database.reading() as store:
        return [enrolment.next_due_at for enrolment in await store.checkins.enrolments_of([person.id])]


async def test_new_people_are_asked_from_now_on(council):
    await bring_people(council, HELEN)
    assert await next_due(council, "helen") == [datetime(2026, 11, 23, 10, 0, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("change", "due"),
    [
        ({"working_days": "Wed-Fri"}, datetime(2026, 11, 25, 10, 0, tzinfo=UTC)),
        # It is eleven there: this week's is asked for an hour late, and not lost.
        ({"timezone": "Europe/Athens"}, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        ({"end_date": "2026-11-20"}, None),
        ({"start_date": "2026-12-01"}, datetime(2026, 12, 1, 10, 0, tzinfo=UTC)),
        ({"role": "Chief"}, datetime(2026, 11, 23, 10, 0, tzinfo=UTC)),
    ],
)
async def test_a_changed_working_pattern_is_planned_anew(council, change, due):
    await bring_people(council, HELEN)
    await bring_people(council, HELEN | change)
    assert await next_due(council, "helen") == [due]


async def test_the_nation_decides_about_bank_holidays(council):
    async def planned(nation: str) -> object:
        await bring_people(council, HELEN | {"nation": nation, "start_date": "2027-03-28"})
        return await next_due(council, "helen")

    # Easter Monday is no holiday in Scotland.
    assert await planned("England") == [datetime(2027, 3, 30, 9, 0, tzinfo=UTC)]
    assert await planned("Scotland") == [datetime(2027, 3, 29, 9, 0, tzinfo=UTC)]


# --- what is wrong with a file --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "written", "trouble", "facts"),
    [
        ("email", "", Trouble.MISSING, {}),
        ("name", " ", Trouble.MISSING, {}),
        ("name", "-", Trouble.MISSING, {}),
        ("name", "#N/A", Trouble.SPREADSHEET_ERROR, {"written": "#N/A"}),
        ("email", "bo at wyemoor", Trouble.BAD_EMAIL, {"written": "bo at wyemoor"}),
        ("email", "bo@wyemoor.example;al@wyemoor.example", Trouble.BAD_EMAIL, {}),
        ("manager_email", "Helen", Trouble.BAD_EMAIL, {}),
        ("manager_email", email("helene"), Trouble.UNKNOWN_MANAGER, {"nearest": email("helen")}),
        ("manager_email", "zz@q.test", Trouble.UNKNOWN_MANAGER, {"nearest": "none"}),
        ("manager_email", email("BO"), Trouble.OWN_MANAGER, {}),
        ("access", "boss", Trouble.UNKNOWN_CHOICE, {"allowed": "staff, hr, admin"}),
        ("employment", "casual", Trouble.UNKNOWN_CHOICE, {}),
        ("nation", "Cornwall", Trouble.UNKNOWN_CHOICE, {"allowed": "England, Wales, Scotland, Northern Ireland"}),
        ("language", "fr", Trouble.UNKNOWN_CHOICE, {"allowed": "en, cy"}),
        ("timezone", "Europe/Lodon", Trouble.UNKNOWN_ZONE, {"nearest": "Europe/London"}),
        ("timezone", "london", Trouble.UNKNOWN_ZONE, {"nearest": "Europe/London"}),
        ("timezone", "BST", Trouble.UNKNOWN_ZONE, {"nearest": "Europe/London"}),
        ("working_days", "Mon-Fry", Trouble.BAD_DAYS, {"written": "Mon-Fry"}),
        ("working_days", ",", Trouble.BAD_DAYS, {}),
        ("working_days", "5", Trouble.BAD_DAYS, {}),
        ("start_date", "31/03/2027", Trouble.BAD_DATE, {"nearest": "2027-03-31"}),
        ("end_date", "2027-02-30", Trouble.BAD_DATE, {"nearest": "none"}),
        ("end_date", "0202-02-03", Trouble.BAD_DATE, {"nearest": "none"}),
        ("end_date", "46000", Trouble.BAD_DATE, {}),
    ],
)
async def test_a_bad_cell_is_named_with_its_line_column_and_facts(council, column, written, trouble, facts):
    report = await bring_people(council, HELEN, person_row("bo", "helen") | {column: written})
    assert named(report.problems) == [(3, column, trouble)]
    assert facts.items() <= report.problems[0].facts.items()
    assert (report.added, report.is_refused) == ((), True)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("Mon-Fri", {1, 2, 3, 4, 5}),
        ("Mon,Wed,Thu", {1, 3, 4}),
        ("Sat – Tue", {6, 7, 1, 2}),
        ("tues; friday", {2, 5}),
    ],
)
async def test_working_days_are_lists_and_ranges(council, written, days):
    await bring_people(council, HELEN | {"working_days": written})
    assert (await person_called(council, "helen")).working_days == days


async def test_every_problem_of_every_row_is_named_in_order(council):
    report = await bring_people(
        council,
        person_row("helen", access="queen", language="fr"),
        person_row("priya", "nobody"),
        person_row("", name="Bo", start_date="tomorrow"),
        person_row("Helen"),
    )
    assert named(report.problems) == [
        (2, "access", Trouble.UNKNOWN_CHOICE),
        (2, "language", Trouble.UNKNOWN_CHOICE),
        (3, "manager_email", Trouble.UNKNOWN_MANAGER),
        (4, "email", Trouble.BAD_EMAIL),
        (4, "start_date", Trouble.BAD_DATE),
        (5, "email", Trouble.REPEATED_PERSON),
    ]
    assert report.problems[-1].facts == {"email": email("helen"), "first": "2"}


async def test_a_contract_cannot_end_before_it_starts_whichever_date_is_known(council):
    both = HELEN | {"start_date": "2026-05-01", "end_date": "2026-04-30"}
    assert named((await bring_people(council, both)).problems) == [(2, "end_date", Trouble.END_BEFORE_START)]
    await bring_people(council, HELEN | {"start_date": "2026-05-01", "end_date": "2026-05-01"})
    end = await bring_people(council, HELEN | {"end_date": "2026-04-30"})
    assert named(end.problems) == [(2, "end_date", Trouble.END_BEFORE_START)]
    start = await bring_people(council, HELEN | {"start_date": "2026-05-02"})
    assert named(start.problems) == [(2, "start_date", Trouble.END_BEFORE_START)]


async def test_a_circle_that_a_known_line_closes_is_named(council):
    await bring_people(council, *COUNCIL)
    report = await bring_people(council, HELEN | {"manager_email": email("daniel")})
    assert named(report.problems) == [(2, "manager_email", Trouble.CIRCLE)]
    assert report.problems[0].facts["path"] == " → ".join(map(email, ("helen", "daniel", "priya", "helen")))


async def test_an_old_circle_can_be_undone_by_a_file(council):
    await bring_people(council, HELEN, PRIYA)
    helen, priya = await person_called(council, "helen"), await person_called(council, "priya")
    async with council.transaction() as store:
        await store.people.save([replace(helen, manager_id=priya.id)])
    assert (await bring_people(council, HELEN | {"manager_email": "-"})).updated == (email("helen"),)


async def test_columns_are_checked_once_and_not_row_by_row(council):
    rows = [{"e_mail": email(who), "payroll": "7", "managr_email": ""} for who in ("helen", "priya")]
    report = await bring_people(council, *rows)
    assert named(report.problems) == [
        (1, "e_mail", Trouble.MISSPELT_COLUMN),
        (1, "managr_email", Trouble.MISSPELT_COLUMN),
        (1, "name", Trouble.MISSING_COLUMN),
    ]
    assert [problem.facts.get("nearest") for problem in report.problems[:2]] == ["email", "manager_email"]
    assert named(report.warnings) == [(1, "payroll", Trouble.UNKNOWN_COLUMN)]


async def test_a_foreign_column_is_ignored_with_a_warning(council):
    report = await bring_people(council, HELEN | {"payroll": "12345"})
    assert report.added == (email("helen"),)
    assert named(report.warnings) == [(1, "payroll", Trouble.UNKNOWN_COLUMN)]


async def test_a_file_without_rows_is_refused_and_leaves_nobody_out(council):
    await bring_people(council, *COUNCIL)
    report = await bring_people(council)
    assert (named(report.problems), report.left_out) == ([(0, "", Trouble.NO_ROWS)], ())
