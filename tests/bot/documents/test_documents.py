"""Documents as files: what makes a PDF and a Word file readable by everyone, looked for in the files themselves.

veraPDF, the reference validator of PDF/UA, is asked as well where it is installed.
"""

import io
import json
import re
import shutil
import subprocess
from datetime import UTC, datetime
from itertools import pairwise

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.docx import write_docx
from bot.documents.pdf import write_pdf
from core.chat.card import (
    Action,
    Actions,
    Chart,
    Fact,
    Facts,
    Heading,
    Link,
    Paragraph,
    ProgressBar,
    Series,
    Table,
    Tone,
)
from core.chat.document import Document, Section
from core.model.objective import Status

NOW = datetime(2026, 11, 27, 10, tzinfo=UTC)
ALT = "Line chart of days: from 15 to 9"
HOSTILE = "#panic(1) $x$ <w:p/> & *b* _i_ @a [[ \\u{1F600} 😀 中 ŵ"


def document(text: str = HOSTILE, language: str = "en") -> Document:
    """One of everything."""
    return Document(
        "annual-review",
        f"Annual review {text}",
        "1 April 2026 – 31 March 2027",
        (
            Section(
                "glance", "At a glance", (Facts((Fact("Person", text),)), Heading("Highlights"), quoted(text))
            ),
            Section("objectives", "Objectives", (Table(("Objective", "Result"), ((text, "9 days"),)),)),
            Section(
                "objective-1",
                text or "An objective",
                (
                    ProgressBar("Days", 70.0, text, Status.AT_RISK, "At risk"),
                    ProgressBar("Share", None, "no value yet"),
                    Heading("Results"),
                    Chart("c", "Days", ("Apr", "May", "Jun"), (Series("Days", (15.0, None, 9.0)),), ALT, "days"),
                    Table(("Month", "Result"), tuple((f"Month {number}", "12 days") for number in range(60))),
                    Paragraph(text, Tone.WARNING),
                    Link("Guidance", "https://www.example.org/guidance"),
                    Actions((Action("a", "Not in a file"),)),
                ),
                level=2,
            ),
        ),
        language,
        "Annual review",
        "Page {page} of {pages}",
    )


def quoted(text: str) -> Paragraph:
    return Paragraph(f"{text}\nsecond line", Tone.QUOTE)


def structure(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every structure element, in reading order."""
    found: list[pikepdf.Object] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                walk(each)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


@pytest.fixture(params=["en", "cy"])
def made(request: pytest.FixtureRequest) -> tuple[pikepdf.Pdf, str]:
    return pikepdf.open(io.BytesIO(write_pdf(document(language=request.param)))), request.param


def test_a_pdf_says_that_it_is_accessible_and_in_which_language(made):
    pdf, language = made
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang).startswith(language)
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "Annual review" in metadata["dc:title"]


def test_a_pdf_s_headings_tables_and_pictures_are_tagged_as_such(made):
    kinds = [str(each.S).removeprefix("/") for each in structure(made[0])]
    headings = [int(each[1:]) for each in kinds if re.fullmatch(r"H[1-6]", each)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert {1, 2, 3} <= set(headings)
    figures = [each for each in structure(made[0]) if each.S == "/Figure"]
    assert [str(each.Alt) for each in figures] == [ALT]
    # Headers of tables, once a table: their repetition on later pages is no content.
    assert kinds.count("TH") == 4 and kinds.count("Table") == 2
    assert "BlockQuote" in kinds and "Link" in kinds


def test_every_character_of_a_pdf_can_be_read_out(made):
    assert len(made[0].pages) > 1
    for page in made[0].pages:
        assert "/StructParents" in page
        for font in page.Resources.Font.values():
            assert "/ToUnicode" in font


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_is_text_and_never_markup(text: str):
    assert write_pdf(document(text)).startswith(b"%PDF")
    assert write_docx(document(text), NOW).startswith(b"PK")


def test_the_same_document_is_the_same_words_in_word():
    word = docx.Document(io.BytesIO(write_docx(document(), NOW)))
    text = "\n".join(each.text for each in word.paragraphs)
    assert HOSTILE in text and "Not in a file" not in text
    styles = [each.style.name for each in word.paragraphs]
    assert styles[0] == "Title"
    headings = [int(each[-1]) for each in styles if each.startswith("Heading")]
    assert headings == [1, 2, 1, 2, 3]
    assert "Quote" in styles


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_word_file_names_its_language_title_headers_and_pictures(language):
    word = docx.Document(io.BytesIO(write_docx(document(language=language), NOW)))
    assert word.core_properties.title.startswith("Annual review")
    assert word.core_properties.language == f"{language}-GB"
    spoken = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert spoken.get(qn("w:val")) == f"{language}-GB"
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [each._inline.docPr.get("descr") for each in word.inline_shapes] == [ALT]


def test_charts_whose_values_are_all_alike_or_negative_are_drawn():
    for values in ((8.0, 8.0, 8.0), (0.0, 0.0, 0.0), (-3.0, None, 12_345.6), (0.001, 0.002, 0.003)):
        chart = Chart("c", "Days", ("Apr", "May", "Jun"), (Series("Days", values),), ALT, "days")
        assert write_pdf(Document("x", "T", "s", (Section("a", "A", (chart,)),), "en")).startswith(b"%PDF")


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not installed")
def test_vera_pdf_finds_nothing_wrong(tmp_path):
    path = tmp_path / "review.pdf"
    path.write_bytes(write_pdf(document()))
    told = subprocess.run(
        ["verapdf", "--flavour", "ua1", "--format", "json", str(path)], capture_output=True, check=False
    )
    (job,) = json.loads(told.stdout)["report"]["jobs"]
    assert job["validationResult"][0]["compliant"], told.stdout.decode()
