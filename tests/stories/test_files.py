"""Files that people attach: certificates, evidence, lists of HR's, and what cannot be used."""

import io
from dataclasses import replace
from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from core.model.evidence import EvidenceSource
from core.model.person import Access, Language
from core.model.shared_file import SharedFile
from core.model.training import Course
from core.ports import FileTrouble
from tests.stories.council import TENANT

FIRE = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12)
SHEETS = Course("sheets", TENANT.id, "Spreadsheets")
CERTIFICATE = SharedFile("fire.pdf", "application/pdf", 1_000, "https://files.example/fire.pdf", "fire.pdf")
KEPT = "fire.pdf https://files.example/fire.pdf"
PEOPLE = "email,name,team\nowen.parry@vale.example,Owen Parry,Parks\n"


@pytest.fixture(autouse=True)
async def courses(council):
    async with council.database.transaction() as store:
        await store.training.save_courses([FIRE, SHEETS])


@pytest.fixture
async def hr(council):
    return await council.hire("Rhian Evans", access=Access.HR)


async def completions(council, resident):
    async with council.database.reading() as store:
        return await store.training.completions_of([resident.person.id])


async def evidence(council, objective):
    async with council.database.reading() as store:
        return await store.evidence.of_objective(objective.id, 10)


async def known(council, email):
    async with council.database.reading() as store:
        return await store.people.by_email(TENANT.id, email)


def buttons(resident):
    return [action.label for action in resident.last.actions]


# --- certificates ---------------------------------------------------------------------------------------------


async def test_a_completion_said_with_its_certificate_keeps_name_and_link(council, amira):
    asked = await amira.attaches(CERTIFICATE, text="did fire safety on Tuesday, certificate attached")
    assert "Fire safety, done on 17 November 2026." in asked
    assert "What shows it: fire.pdf" in asked
    await amira.taps("Record it")
    (kept,) = await completions(council, amira)
    assert (kept.course_id, kept.completed_on, kept.evidence) == ("fire", date(2026, 11, 17), KEPT)
    assert council.shelf.fetched == []


async def test_a_certificate_s_number_is_kept_beside_its_file(council, amira):
    await amira.attaches(CERTIFICATE, text="did fire safety on Tuesday, certificate 4521")
    await amira.taps("Another course")
    await amira.taps("Spreadsheets")
    await amira.taps("Record it")
    (kept,) = await completions(council, amira)
    assert (kept.course_id, kept.evidence) == ("sheets", f"certificate 4521 · {KEPT}")


async def test_a_file_sent_while_it_is_asked_whether_to_record_is_offered_as_its_certificate(council, amira):
    await amira.says("did fire safety on Tuesday")
    assert "I have fire.pdf. What is it for?" in await amira.attaches(CERTIFICATE)
    await amira.taps("Certificate: Fire safety, 17 November 2026")
    (kept,) = await completions(council, amira)
    assert kept.evidence == KEPT


async def test_a_file_sent_within_the_hour_is_offered_to_what_was_recorded(council, amira):
    await amira.says("did fire safety on Tuesday, number 4521")
    await amira.taps("Record it")
    council.clock.move_to(council.clock.now() + timedelta(minutes=59))
    await amira.attaches(CERTIFICATE)
    for _ in range(2):
        assert "kept with that course" in await amira.taps("Certificate: Fire safety, 17 November 2026")
    (kept,) = await completions(council, amira)
    assert kept.evidence == f"number 4521 · {KEPT}"


async def test_a_completion_that_was_none_is_not_offered_a_certificate(council, amira):
    await amira.says("did fire safety on Tuesday")
    await amira.taps("Don’t record it")
    await amira.attaches(CERTIFICATE)
    assert buttons(amira) == ["Training certificate", "Nothing"]


async def test_hours_later_it_is_asked_afresh_what_a_file_is_for(council, amira):
    await amira.says("did fire safety on Tuesday")
    await amira.taps("Record it")
    council.clock.move_to(council.clock.now() + timedelta(minutes=61))
    await amira.attaches(CERTIFICATE)
    assert buttons(amira) == ["Training certificate", "Nothing"]
    await amira.taps("Training certificate")
    await amira.taps("Spreadsheets")
    await amira.taps("Record it")
    assert [each.evidence for each in await completions(council, amira) if each.course_id == "sheets"] == [KEPT]


# --- evidence -------------------------------------------------------------------------------------------------


async def test_a_file_alone_is_evidence_of_an_objective_in_a_tap_or_two(council, amira):
    complaints = await council.sets_objective(amira, "Answer complaints faster")
    await council.sets_objective(amira, "Fewer empty homes")
    await amira.attaches(CERTIFICATE)
    await amira.taps("Evidence for an objective")
    for _ in range(2):
        await amira.taps("Answer complaints faster")
    (kept,) = await evidence(council, complaints)
    assert (kept.text, kept.link, kept.source) == ("fire.pdf", CERTIFICATE.link, EvidenceSource.FILE)


@pytest.mark.parametrize(
    "text", ["evidence for complaints", "add as evidence for answer complaints", "tystiolaeth ar gyfer complaints"]
)
async def test_words_say_what_a_file_is_evidence_of(council, amira, text):
    complaints = await council.sets_objective(amira, "Answer complaints faster")
    await council.sets_objective(amira, "Fewer empty homes")
    assert "fire.pdf" in await amira.attaches(CERTIFICATE, text=text)
    assert len(await evidence(council, complaints)) == 1


async def test_several_files_are_kept_together(council, amira):
    complaints = await council.sets_objective(amira, "Answer complaints faster")
    other = replace(CERTIFICATE, name="survey.docx", link="https://files.example/survey.docx")
    await amira.attaches(CERTIFICATE, other, text="add as evidence")
    (kept,) = await evidence(council, complaints)
    assert kept.text == f"{KEPT}\nsurvey.docx https://files.example/survey.docx"


async def test_an_update_with_a_file_is_heard_and_the_file_is_asked_about(council, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    await amira.attaches(CERTIFICATE, text="complaints down to 10 days")
    assert any("Did I understand" in text or "10 days" in text for text in amira.texts)
    assert "What is it for?" in amira.last.text
    before = len(amira.inbox)
    await amira.attaches(CERTIFICATE, text="here it is")
    assert len(amira.inbox) == before + 1


async def test_a_file_that_is_for_nothing_is_let_be(council, amira):
    await amira.attaches(CERTIFICATE)
    assert "I kept nothing of fire.pdf." in await amira.taps("Nothing")


async def test_nobody_can_use_another_s_file(council, amira, ben):
    complaints = await council.sets_objective(ben, "Answer complaints faster")
    await amira.attaches(CERTIFICATE)
    batch = next(action.value for action in amira.last.actions)
    for name, rest in (
        ("files.objective", f"|{complaints.id}"),
        ("files.what", ""),
        ("files.certificate", "|fire|2026-11-17"),
    ):
        await ben.sends_action(name, batch + rest)
    assert await evidence(council, complaints) == []
    assert await completions(council, ben) == []
    await amira.sends_action("files.objective", f"{batch}|{complaints.id}")
    assert await evidence(council, complaints) == []
    await ben.sends_action("training.record", f"fire|2026-11-17|files:{batch}::fire.pdf")
    assert [each.evidence for each in await completions(council, ben)] == ["fire.pdf"]


async def test_a_file_that_cannot_be_used_says_why_and_words_beside_it_are_heard(council, amira):
    gone = await amira.attaches(replace(CERTIFICATE, gone=True))
    assert "I can’t see fire.pdf" in gone
    pasted = SharedFile("image.png", "image/png")
    assert "image.png has no link that I could keep" in await amira.attaches(pasted)
    await amira.attaches(pasted, text="help")
    assert len(amira.inbox) == 4
    assert "What is it for?" in await amira.attaches(CERTIFICATE, pasted)
    assert "image.png has no link" in amira.last.text


async def test_files_in_welsh(council, amira):
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, language=Language.CY)])
    assert "Ar gyfer beth mae hi?" in await amira.attaches(CERTIFICATE)
    assert "Wnes i ddim cadw dim o fire.pdf." in await amira.taps("Dim byd")


# --- lists of HR's --------------------------------------------------------------------------------------------


async def test_a_list_of_people_is_shown_first_and_imported_by_one_tap(council, hr):
    sheet = council.shelf.put("starters.csv", PEOPLE.encode())
    shown = await hr.attaches(sheet, text="import please")
    assert "starters.csv is a list of people with one row." in shown
    assert "1 added" in shown and "owen.parry@vale.example" in shown
    assert await known(council, "owen.parry@vale.example") is None
    assert "starters.csv is imported." in await hr.taps("Import")
    assert await known(council, "owen.parry@vale.example") is not None
    assert "1 as before" in await hr.taps("Import")


async def test_whoever_sends_a_long_list_hears_at_once_that_it_is_worked_on(council, hr):
    rows = "".join(f"p{each}@vale.example,P {each},Parks\n" for each in range(1_200))
    sheet = council.shelf.put("starters.csv", f"email,name,team\n{rows}".encode())
    assert "with 1,200 rows" in await hr.attaches(sheet)
    assert "I’m working on the 1,200 rows of starters.csv." in hr.texts[-2]
    assert "starters.csv is imported." in await hr.taps("Import")
    assert "I’m working on the 1,200 rows of starters.csv." in hr.texts[-2]
    assert await known(council, "p1199@vale.example") is not None


async def test_a_workbook_of_completions_is_recognised_by_its_columns(council, hr, amira):
    book = Workbook()
    for row in (["course", "email", "completed_on"], ["Fire safety", amira.person.email, date(2026, 11, 3)]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    shown = await hr.attaches(council.shelf.put("done.xlsx", content.getvalue()))
    assert "done.xlsx is a list of training completed" in shown
    await hr.taps("Import")
    assert [each.course_id for each in await completions(council, amira)] == ["fire"]


async def test_every_bad_row_is_named_and_nothing_is_saved(council, hr):
    rows = PEOPLE + "not an address,Nobody,\nsian@vale.example,,\n"
    shown = await hr.attaches(council.shelf.put("starters.csv", rows.encode()))
    assert "line 3, email" in shown and "line 4, name" in shown
    assert "Import" not in buttons(hr)
    assert await known(council, "owen.parry@vale.example") is None


async def test_a_file_that_changed_meanwhile_is_shown_anew(council, hr):
    await hr.attaches(council.shelf.put("starters.csv", PEOPLE.encode()))
    council.shelf.content["starters.csv"] = PEOPLE.replace("owen", "huw").encode()
    assert "has changed since" in await hr.taps("Import")
    assert await known(council, "huw.parry@vale.example") is None
    await hr.taps("Import")
    assert await known(council, "huw.parry@vale.example") is not None


async def test_a_link_that_has_run_out_is_asked_for_again(council, hr):
    await hr.attaches(council.shelf.put("starters.csv", PEOPLE.encode()))
    council.shelf.content["starters.csv"] = FileTrouble.EXPIRED
    assert "Please send it again." in await hr.taps("Import")


def workbook(*names: str) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as parts:
        for name in names:
            parts.writestr(name, b"")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0 and so on", "workbook of an old kind"),
        ("macros.xlsm", workbook("xl/workbook.xml", "xl/vbaProject.bin"), "a workbook with macros"),
        ("table.ods", workbook("content.xml"), "not an Excel workbook"),
        (
            "broken.xlsx",
            b"PK\x03\x04 and no more",
            "it is not a workbook that can be read",
        ),
        ("latin.csv", "email,name\na@b.uk,Si\u00e2n".encode("latin-1"), "not text in UTF-8"),
        ("long.csv", b"email,name\n" + b"a@b.uk,A\n" * 20_001, "more than 20000 rows"),
    ],
)
async def test_what_cannot_be_read_says_what_it_is_and_what_to_do(council, hr, name, content, told):
    shown = await hr.attaches(council.shelf.put(name, content))
    assert told in shown
    assert "Fix:" in shown
    assert "Import" not in buttons(hr)


async def test_a_list_too_large_is_not_even_fetched(council, hr):
    huge = council.shelf.put("huge.csv", b"", size=6 * 1024 * 1024)
    assert "larger than 5 MB" in await hr.attaches(huge)
    assert council.shelf.fetched == []


async def test_columns_of_no_list_leave_it_to_ask_what_the_file_is_for(council, hr):
    shown = await hr.attaches(council.shelf.put("survey.csv", b"question,answer\nHow?,Well\n"))
    assert "I can’t tell from the columns of survey.csv what list it is." in shown
    assert "What is it for?" in shown


async def test_only_hr_imports_and_nobody_else_s_file_is_read(council, amira, hr):
    sheet = council.shelf.put("starters.csv", PEOPLE.encode())
    assert "the HR team" in await amira.attaches(sheet, text="import this")
    assert "What is it for?" in await amira.attaches(sheet)
    assert council.shelf.fetched == []
    await hr.attaches(sheet)
    value = next(action.value for action in hr.last.actions if action.name == "files.import")
    await amira.sends_action("files.import", value)
    assert await known(council, "owen.parry@vale.example") is None
    assert len(council.shelf.fetched) == 1


async def test_hr_import_tells_how(hr, amira):
    assert "course, email, completed_on" in await hr.says("hr import")
    assert "Import a list" not in await amira.says("hr import")
