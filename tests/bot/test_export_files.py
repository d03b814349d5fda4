"""Tables as files: nothing that somebody typed runs when they are opened, and nothing is lost."""

import csv
import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.export_files import harmless, write
from core.model.exported import FileFormat, Sheet

TYPED = st.one_of(
    st.text(max_size=40),
    st.builds(str.__add__, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n="]), st.text(max_size=20)),
)


def csv_rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(TYPED, TYPED), max_size=5))
def test_no_cell_of_a_csv_begins_a_formula_and_every_word_is_there(typed):
    rows = csv_rows(write(Sheet("t", ("a", "b"), tuple(typed)), FileFormat.CSV))
    assert rows[1:] == [[harmless(cell) for cell in row] for row in typed]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert all(
        said in cell
        for row, kept in zip(typed, rows[1:], strict=True)
        for said, cell in zip(row, kept, strict=True)
    )


@given(st.lists(st.tuples(TYPED, TYPED), max_size=5))
def test_no_cell_of_a_workbook_is_a_formula(typed):
    file = write(Sheet("t", ("a", "b"), tuple(typed)), FileFormat.XLSX)
    page = load_workbook(io.BytesIO(file)).active
    assert [cell.value for row in page.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_numbers_and_days_keep_their_kind():
    sheet = Sheet("t", ("days", "on", "nothing"), ((-3.5, date(2026, 11, 24), None),))
    page = load_workbook(io.BytesIO(write(sheet, FileFormat.XLSX))).active
    (row,) = list(page.iter_rows(min_row=2, values_only=True))
    assert (row[0], row[1].date(), row[2]) == (-3.5, date(2026, 11, 24), None)
    assert csv_rows(write(sheet, FileFormat.CSV))[1] == ["-3.5", "2026-11-24", ""]


def test_a_table_without_rows_still_names_its_columns():
    empty = Sheet("t", ("email", "name"), ())
    assert csv_rows(write(empty, FileFormat.CSV)) == [["email", "name"]]
    page = load_workbook(io.BytesIO(write(empty, FileFormat.XLSX))).active
    assert list(page.iter_rows(values_only=True)) == [("email", "name")]
