"""CSV and Excel files are read as people write them, and the terminal is told what came of them."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.import_files import Kind, import_file, read_rows
from core.cards.imported import told, told_problem
from core.model.person import Language
from core.services.import_report import NONE, Problem, Report, Trouble
from core.services.import_text import UnreadableFile
from core.texts.texts import keys_of
from tests.import_rows import TENANT, all_stored, bring_people, email, found_council, person_called, person_row

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
TEXTS = Path(__file__).parents[1] / "core" / "texts"


@pytest.fixture
def file(tmp_path):
    """Write a file and give its path."""

    def write(content: str | bytes, name: str = "file.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook with these rows on its first sheet and give its path."""

    def write(*rows, formats=None) -> Path:
        book = Workbook()
        sheet = book.active
        for row in rows:
            sheet.append(row)
        for place, number_format in (formats or {}).items():
            sheet[place].number_format = number_format
        book.create_sheet("Notes").append(["not read"])
        path = tmp_path / "file.xlsx"
        book.save(path)
        return path

    return write


def trouble_with(path):
    with pytest.raises(UnreadableFile) as unreadable:
        read_rows(path)
    return unreadable.value.problem


# --- CSV ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_line_ends_and_a_byte_order_mark_are_recognised(file, mark, delimiter, end):
    text = end.join(delimiter.join(row) for row in (["email", "name"], ["bo@a.test", "Bo Ŵyn"]))
    assert read_rows(file(mark + text.encode())) == [(2, {"email": "bo@a.test", "name": "Bo Ŵyn"})]


def test_a_row_is_named_by_the_line_it_begins_on(file):
    rows = read_rows(file('email,name\n\n"a@a.test","Ann\nof two lines"\n,,\nb@a.test,Bo\n'))
    assert [(line, cells["email"]) for line, cells in rows] == [(3, "a@a.test"), (6, "b@a.test")]


def test_column_names_may_be_written_with_capitals_spaces_and_hyphens(file):
    rows = read_rows(file("E-mail, Manager  Email ,DUE DATE\nx,y,z\n"))
    assert rows == [(2, {"e_mail": "x", "manager_email": "y", "due_date": "z"})]


def test_short_rows_are_blank_at_their_end_and_long_ones_keep_what_is_beside(file):
    rows = read_rows(file("email,name,team,,\na@a.test,Ann\nb@a.test,Bo,Repairs, ,\nc@a.test,Price,Cy,Repairs\n"))
    assert [cells for _, cells in rows] == [
        {"email": "a@a.test", "name": "Ann", "team": ""},
        {"email": "b@a.test", "name": "Bo", "team": "Repairs"},
        {"email": "c@a.test", "name": "Price", "team": "Cy", "": "Repairs"},
    ]


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=6))
def test_whatever_is_written_as_csv_is_read_again(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "file.csv"
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_bytes("\n".join(["one,two", *quoted]).encode())
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert [list(cells.values()) for _, cells in read_rows(path)] == kept


@pytest.mark.parametrize(
    ("content", "line", "trouble"),
    [
        (b"", 0, Trouble.EMPTY_FILE),
        (b"\n , \n", 0, Trouble.EMPTY_FILE),
        ("email,name\nb@a.test,Siân\n".encode("cp1252"), 2, Trouble.NOT_UTF8),
        ("email,name\n".encode("utf-16"), 1, Trouble.NOT_UTF8),
        ("email,name\nb@a.test,Bo\n".encode("utf-16-be"), 0, Trouble.NOT_UTF8),
        (b"a@a.test,Ann\nb@a.test,Bo\n", 1, Trouble.NO_HEADER),
        (b"email,Name,name\n", 1, Trouble.REPEATED_COLUMN),
        (b'email,name\na@a.test,Ann\nb@a.test,"Bo\nc@a.test,Cy\n', 3, Trouble.OPEN_QUOTE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, Trouble.OLD_EXCEL),
        (b"PK\x03\x04 and no more", 0, Trouble.DAMAGED),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_where(file, content, line, trouble):
    problem = trouble_with(file(content))
    assert (problem.line, problem.trouble) == (line, trouble)


def test_a_file_that_is_not_there_says_so(tmp_path):
    problem = trouble_with(tmp_path / "nowhere.csv")
    assert (problem.line, problem.trouble, problem.facts["reason"]) == (
        0,
        Trouble.NO_FILE,
        "No such file or directory",
    )


# --- Excel ----------------------------------------------------------------------------------------------------


def test_a_workbooks_cells_read_as_a_csv_file_would_have_them(workbook):
    path = workbook(
        ["text", "day", "moment", "whole", "part", "share", "yes", "blank", "tiny", "clock"],
        [
            "Bo",
            date(2027, 3, 31),
            datetime.fromisoformat("2027-03-31T09:30"),
            12,
            4.5,
            0.95,
            True,
            None,
            1e-7,
            time(9, 30),
        ],
        formats={"F2": "0%"},
    )
    assert read_rows(path) == [
        (
            2,
            {
                "text": "Bo",
                "day": "2027-03-31",
                "moment": "2027-03-31",
                "whole": "12",
                "part": "4.5",
                "share": "95%",
                "yes": "TRUE",
                "blank": "",
                "tiny": "0.0000001",
                "clock": "09:30:00",
            },
        )
    ]


def test_a_workbooks_rows_are_named_as_the_spreadsheet_numbers_them(workbook):
    rows = read_rows(workbook(["email"], [None], ["a@a.test"], [], ["b@a.test"]))
    assert rows == [(3, {"email": "a@a.test"}), (5, {"email": "b@a.test"})]


def test_an_empty_workbook_says_so(workbook):
    assert trouble_with(workbook()).trouble is Trouble.EMPTY_FILE


def test_a_zip_that_is_no_workbook_says_so(file, workbook):
    half = workbook(["email"], ["a@a.test"]).read_bytes()[:600]
    assert trouble_with(file(half, "half.xlsx")).trouble is Trouble.DAMAGED


# --- from file to database ------------------------------------------------------------------------------------


async def imported(database, clock, kind, path, dry_run=False) -> Report:
    return await import_file(database, clock, TENANT.id, kind, path, dry_run)


async def test_the_example_files_import_and_repeat(sqlite_database, clock):
    await found_council(sqlite_database)
    counts = (
        (Kind.PEOPLE, 12),
        (Kind.OBJECTIVES, 15),
        (Kind.SERVICE_FEEDBACK, 4),
        (Kind.COURSES, 3),
        (Kind.BENCHMARKS, 6),
    )
    for kind, count in counts:
        path = EXAMPLES / f"{kind.replace('-', '_')}.csv"
        first = await imported(sqlite_database, clock, kind, path)
        assert (first.problems, first.warnings, len(first.added)) == ((), (), count)
        again = await imported(sqlite_database, clock, kind, path)
        assert (len(again.unchanged), again.left_out) == (count, ())
    assert (await person_called(sqlite_database, "sian.prosser")).language is Language.CY
    async with sqlite_database.reading() as store:
        people = {person.id: person.email for person in await store.people.all(TENANT.id)}
        leads = {team.name: people[team.lead_id] for team in await store.people.teams(TENANT.id) if team.lead_id}
    assert leads == {
        "Customer Services": email("priya.nair"),
        "Housing Repairs": email("tom.ashworth"),
        "People and Change": email("ngozi.okafor"),
    }


async def test_a_workbook_imports_like_a_csv_file(sqlite_database, clock, workbook):
    await found_council(sqlite_database)
    await bring_people(sqlite_database, person_row("bo"))
    path = workbook(
        ["Email", "Title", "Measure", "Target", "Unit", "Due date"],
        [email("bo"), "Answer calls", "Calls answered", 0.95, "%", date(2027, 3, 31)],
        formats={"D2": "0.0%"},
    )
    assert (await imported(sqlite_database, clock, Kind.OBJECTIVES, path)).problems == ()
    bo = await person_called(sqlite_database, "bo")
    async with sqlite_database.reading() as store:
        (found,) = (await store.objectives.active_for([bo.id]))[bo.id]
    assert (found.target, found.unit, found.due_on) == (95.0, "%", date(2027, 3, 31))


async def test_courses_come_from_a_workbook_too(sqlite_database, clock, workbook):
    await found_council(sqlite_database)
    path = workbook(["Course", "Kind", "Valid months", "Verified"], ["Fire safety", "mandatory", 12, "yes"])
    assert (await imported(sqlite_database, clock, Kind.COURSES, path)).added == ("Fire safety",)
    async with sqlite_database.reading() as store:
        (found,) = await store.training.courses(TENANT.id)
    assert (found.mandatory, found.valid_months, found.verified) == (True, 12, True)


async def test_a_dry_run_tells_what_would_be_and_saves_nothing(sqlite_database, clock):
    await found_council(sqlite_database)
    before = await all_stored(sqlite_database)
    report = await imported(sqlite_database, clock, Kind.PEOPLE, EXAMPLES / "people.csv", dry_run=True)
    assert await all_stored(sqlite_database) == before
    assert told(report).splitlines() == [
        "Dry run: nothing was saved. This is what the file would do.",
        "12 added, 0 updated, 0 as before.",
        "New teams: Customer Services, Housing Repairs, People and Change",
    ]


async def test_a_file_that_cannot_be_read_is_a_report_too(sqlite_database, clock, file):
    await found_council(sqlite_database)
    report = await imported(sqlite_database, clock, Kind.PEOPLE, file(b"email,name\nb@a.test,Si\xe2n\n"))
    assert told(report).splitlines() == [
        "line 2: it is not text in UTF-8. "
        "Fix: Save it as “CSV UTF-8 (Comma delimited)”, or as an Excel workbook (.xlsx).",
        "Nothing was changed: the file has one problem.",
    ]


async def test_each_problem_is_told_on_its_line_with_its_fix(sqlite_database, clock, file):
    await found_council(sqlite_database)
    path = file(
        "email,name,manager_email,timezone,payroll\n"
        "helen@wyemoor.example,Helen,,,1\n"
        "bo@wyemoor.example,Bo,helene@wyemoor.example,Europe/Lodon,2\n"
        "al@wyemoor.example,Price, Al,,3,4\n"
    )
    report = await imported(sqlite_database, clock, Kind.PEOPLE, path)
    assert told(report).splitlines() == [
        "line 3, timezone: “Europe/Lodon” is not a time zone. "
        "Fix: Use Europe/London if that is meant, or leave the cell blank.",
        "line 3, manager_email: helene@wyemoor.example is neither in the file nor known to Milepost. "
        "Fix: Write helen@wyemoor.example if that is meant, or add the manager to the file.",
        "line 4: there are more cells than columns, from “4” on. "
        "Fix: Put a value that has commas in it in quotation marks, or give the extra column a name.",
        "line 4, manager_email: “Al” is not an email address. "
        "Fix: Write one work email, like amira.hassan@council.example.",
        "Note: line 1, payroll: there is no column of this name, so it was not read. "
        "Fix: None is needed if the column is not meant for Milepost.",
        "Nothing was changed: the file has 4 problems.",
    ]


async def test_whoever_is_left_out_is_told_by_email(sqlite_database, clock, file):
    await found_council(sqlite_database)
    await bring_people(sqlite_database, person_row("bo"), person_row("al"))
    report = await imported(sqlite_database, clock, Kind.PEOPLE, file("email,name\nbo@wyemoor.example,Bo\n"))
    assert told(report).splitlines() == [
        "0 added, 0 updated, 1 as before.",
        "One is known to Milepost but not in the file, and was left as it is:",
        "  al@wyemoor.example",
    ]
    assert told(report, Language.CY).startswith(
        "0 wedi’u hychwanegu, 0 wedi’u diweddaru, 1 fel o’r blaen.\nMae un"
    )


# --- words ----------------------------------------------------------------------------------------------------


def test_every_trouble_has_its_words_and_its_fix():
    said = {key for key in keys_of(Language.EN) if key.startswith(("import-wrong-", "import-fix-"))}
    assert said == {f"import-{part}-{trouble}" for part in ("wrong", "fix") for trouble in Trouble}


FACTS = {
    name: f"<{name}>"
    for name in (
        "allowed",
        "email",
        "end",
        "first",
        "highest",
        "lowest",
        "meant",
        "most",
        "path",
        "reason",
        "right",
        "start",
        "written",
    )
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("nearest", ["Europe/London", NONE])
def test_every_trouble_is_told_in_full_whatever_is_near(language, nearest):
    bundle = FluentBundle([f"{language}-GB"], use_isolating=False)
    bundle.add_resource(FluentResource((TEXTS / language / "imports.ftl").read_text(encoding="utf-8")))
    facts = FACTS | {"nearest": nearest, "column": "team"}
    for trouble in Trouble:
        for part in ("wrong", "fix"):
            _text, errors = bundle.format_pattern(bundle.get_message(f"import-{part}-{trouble}").value, facts)
            assert errors == [], f"{trouble} names a fact that no problem gives"
        line = told_problem(Problem(7, "team", trouble, facts), language)
        assert ("line 7, team: " if language is Language.EN else "llinell 7, team: ") in line
