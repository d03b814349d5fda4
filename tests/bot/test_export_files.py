"""Tables as files: nothing that somebody typed runs when they are opened, and nothing is lost."""

import csv
import io
from datetime import UTC, date, datetime, time

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import bot.export_files
from bot.export_files import TooManyRows, begin, harmless
from core.model.exported import TABULAR, FileFormat
from core.model.recognition import Sharing
from core.records.rows import RecognitionRow, Row
from core.records.tables import TABLES, RecordTable

FORMULAE = ["=", "+", "-", "@", "\t", "\r", "\n=", "＝", "＋", "－", "＠", "\x00=", "\x1f+"]
TYPED = st.one_of(
    st.text(max_size=40),
    st.builds(str.__add__, st.sampled_from(FORMULAE), st.text(max_size=20)),
)


class Figures(Row):
    """A row of every kind of cell."""

    id: str
    days: float | None
    count: int
    on: date | None
    at: datetime | None
    done: bool
    words: str


FIGURES = RecordTable("figures", Figures)
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
FULL = Figures(id="1", days=-3.5, count=-2, on=date(2026, 11, 24), at=AT, done=True, words="-3.5")
EMPTY = Figures(id="2", days=None, count=0, on=None, at=None, done=False, words="")


def written(table, rows, format_):
    file = io.BytesIO()
    writing = begin(table, format_, file)
    for row in rows:
        writing.add([row])
    writing.close()
    return file.getvalue()


def thanks(text):
    return RecognitionRow(id="1", email="=a@b", from_email="c@d", text=text, sharing=Sharing.KEPT, given_at=AT)


def csv_rows(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


@given(st.lists(TYPED, max_size=5))
def test_no_cell_of_a_csv_begins_a_formula_and_every_word_is_there(typed):
    rows = csv_rows(written(TABLES["recognition"], map(thanks, typed), FileFormat.CSV))
    assert [row[2] for row in rows[1:]] == [harmless(each) for each in typed]
    dangerous = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    assert not any(cell.startswith(dangerous) for row in rows for cell in row)
    for said, row in zip(typed, rows[1:], strict=True):
        left = "".join(letter for letter in said if ord(letter) >= 32 or letter in "\t\r\n")
        assert left.translate({0xFFFE: None, 0xFFFF: None}) == row[2].removeprefix("'" if row[2] != left else "")


@given(st.lists(TYPED, max_size=5))
def test_no_cell_of_a_workbook_is_a_formula(typed):
    file = written(TABLES["recognition"], map(thanks, typed), FileFormat.XLSX)
    page = load_workbook(io.BytesIO(file)).active
    assert [cell.value for row in page.iter_rows() for cell in row if cell.data_type == "f"] == []


@given(st.lists(TYPED, max_size=5))
def test_parquet_keeps_every_word_as_it_was_typed(typed):
    kept = pq.read_table(io.BytesIO(written(TABLES["recognition"], map(thanks, typed), FileFormat.PARQUET)))
    assert kept.column("text").to_pylist() == typed
    assert kept.column("given_at").to_pylist() == [AT] * len(typed)


def test_numbers_days_and_instants_keep_their_kind():
    page = load_workbook(io.BytesIO(written(FIGURES, [FULL, EMPTY], FileFormat.XLSX))).active
    header, first, second = page.iter_rows(values_only=True)
    assert header == ("days", "count", "on", "at", "done", "words")
    midnight = datetime.combine(date(2026, 11, 24), time())
    assert first == (-3.5, -2, midnight, AT.replace(tzinfo=None), True, "'-3.5")
    assert second == (None, 0, None, None, False, None)
    assert csv_rows(written(FIGURES, [FULL, EMPTY], FileFormat.CSV))[1:] == [
        ["-3.5", "-2", "2026-11-24", "2026-11-24T09:30:00Z", "yes", "'-3.5"],
        ["", "0", "", "", "no", ""],
    ]
    table = pq.read_table(io.BytesIO(written(FIGURES, [FULL, EMPTY], FileFormat.PARQUET)))
    assert [str(each) for each in table.schema.types] == [
        *("double", "int64", "date32[day]", "timestamp[us, tz=UTC]", "bool", "string")
    ]
    assert table.to_pylist() == [each.model_dump(exclude={"id"}) for each in (FULL, EMPTY)]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("format_", TABULAR)
def test_a_table_without_rows_still_names_its_columns(name, format_):
    file = written(TABLES[name], [], format_)
    match format_:
        case FileFormat.CSV:
            columns = csv_rows(file)[0]
        case FileFormat.XLSX:
            (columns,) = load_workbook(io.BytesIO(file)).active.iter_rows(values_only=True)
        case FileFormat.PARQUET:
            columns = pq.read_table(io.BytesIO(file)).column_names
    assert tuple(columns) == TABLES[name].columns


def test_more_rows_than_excel_takes_are_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(bot.export_files, "MOST_ROWS_XLSX", 2)
    with pytest.raises(TooManyRows, match="choose csv or parquet"):
        written(FIGURES, [FULL] * 3, FileFormat.XLSX)
    assert len(csv_rows(written(FIGURES, [FULL] * 3, FileFormat.CSV))) == 4
