"""Files that were made to hurt: read as a table, or refused as one that cannot be, at once and within bounds."""

import io
import time
import tracemalloc
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.adapters.web.files import WebFiles
from bot.import_files import rows_of
from core.ports.files import MOST_BYTES, MOST_ROWS
from core.services.import_report import Trouble
from core.services.import_text import UnreadableFile

MOST_MEMORY = 60 * 1024 * 1024
SHEET = "xl/worksheets/sheet1.xml"


def workbook() -> bytes:
    book = Workbook()
    book.active.append(["email", "name"])
    book.active.append(["amira.khan@council.example", "Amira Khan"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """A workbook with one of its parts changed, or one more."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(workbook())) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return made.getvalue()


LAUGHS = "".join(
    f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in pairwise([f"l{n}" for n in range(10)])
)
BILLION = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def sheet(doctype: str, value: str) -> bytes:
    return (
        f'<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{value}</t></is></c></row></sheetData></worksheet>'
    ).encode()


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (with_part(SHEET, b" " * (60 * 1024 * 1024)), Trouble.DAMAGED),
        (with_part("xl/media/image1.png", b"\x00" * (60 * 1024 * 1024)), Trouble.DAMAGED),
        (with_part(SHEET, sheet(BILLION, "&l9;")), Trouble.DAMAGED),
        (with_part("xl/vbaProject.bin", b"x"), Trouble.MACROS),
        (workbook()[: len(workbook()) // 2], Trouble.DAMAGED),
        (b"\xd0\xcf\x11\xe0 and no more", Trouble.OLD_EXCEL),
        ("email,name\n".encode("utf-16"), Trouble.NOT_UTF8),
        (b"%PDF-1.7\n\xff\xfe" + workbook(), Trouble.NOT_UTF8),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Trouble.NOT_UTF8),
        (b"GIF89a\xff,\x00", Trouble.NOT_UTF8),
    ],
    ids=["sheet", "picture", "laughs", "macros", "half", "old", "utf-16", "pdf", "png", "gif"],
)
def test_what_is_no_table_is_told_by_its_content_and_costs_little(content: bytes, trouble: Trouble):
    assert len(content) < MOST_BYTES
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(UnreadableFile) as refused:
        rows_of(content, MOST_ROWS)
    took_s, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.problem.trouble is trouble
    assert peak < MOST_MEMORY
    assert took_s < 5


def test_a_workbook_reads_nothing_from_outside_itself():
    try:
        read = repr(rows_of(with_part(SHEET, sheet(OUTSIDE, "&f;")), MOST_ROWS))
    except UnreadableFile:
        return
    assert "root:" not in read


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(st.sampled_from('",;\t\n\r\x00=é@a1'), max_size=80).map(str.encode),
        st.tuples(st.integers(0, len(workbook()) - 9), st.binary(min_size=1, max_size=8)).map(
            lambda change: workbook()[: change[0]] + change[1] + workbook()[change[0] + len(change[1]) :]
        ),
    )
)
def test_any_bytes_are_a_table_or_are_refused_as_none(content: bytes):
    try:
        rows_of(content, MOST_ROWS)
    except UnreadableFile as refused:
        assert refused.problem.trouble


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x", "a\r\nSet-Cookie: x=1", "\x00", "/etc/passwd", "\u202egpj.exe"]
)
def test_a_files_name_leads_nowhere_and_is_one_line(name: str):
    files = WebFiles("http://127.0.0.1:3978")
    (kept,) = files.of("amira", (files.keep("amira", name, "text/csv", b"x"),))
    assert "/" not in kept.name
    assert kept.name.isprintable()
    assert kept.link.count("/") == len(["http:", "", "127.0.0.1:3978", "demo", "files", "id", "name"]) - 1
