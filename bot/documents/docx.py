"""Documents as Word files: real headings, the language set, table headers marked, pictures with their words."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bot.documents.pdf import draw_charts
from core.chat.card import Chart, Facts, Heading, Link, Paragraph, Part, ProgressBar, Table, Tone
from core.chat.document import Document

_INK, _QUIET, _ACCENT, _AMBER = (RGBColor.from_string(each) for each in ("1D2733", "5B6672", "0B6E66", "8A5A00"))
_FONT = "Arial"
_NOTE = "Note"
_WIDTH = Mm(166)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_docx(document: Document, made_at: datetime) -> bytes:
    """The document as a Word file; takes a moment for one with charts, so not on the event loop."""
    word = docx.Document()
    _set_up(word, document, made_at)
    pictures = iter(draw_charts(document))
    _say(word, document.title, "Title")
    _say(word, document.subtitle, "Subtitle")
    for section in document.sections:
        _say(word, section.title, f"Heading{section.level}")
        for part in section.parts:
            _add(word, part, section.level, pictures)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _set_up(word: Any, document: Document, made_at: datetime) -> None:
    """Title, language, fonts, margins and the numbered foot of each page."""
    language = f"{document.language}-GB"
    properties = word.core_properties
    properties.title, properties.subject = _clean(document.title), _clean(document.subtitle)
    properties.language, properties.author, properties.comments = language, "Milepost", ""
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    for name in ("w:val", "w:eastAsia"):
        spoken.set(qn(name), language)
    looks: tuple[tuple[str, float, RGBColor, bool], ...] = (
        ("Normal", 10.5, _INK, False),
        ("Title", 22, _INK, True),
        ("Subtitle", 11, _QUIET, False),
        ("Heading 1", 16, _ACCENT, True),
        ("Heading 2", 13, _INK, True),
        ("Heading 3", 11, _QUIET, True),
        ("Quote", 10.5, _INK, False),
    )
    for name, size, colour, bold in looks:
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, False
        style.font.color.rgb = colour
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    word.styles["Quote"].paragraph_format.left_indent = Mm(6)
    quiet = word.styles.add_style(_NOTE, WD_STYLE_TYPE.PARAGRAPH)
    quiet.base_style = word.styles["Normal"]
    quiet.font.size, quiet.font.color.rgb = Pt(9), _QUIET
    quiet.paragraph_format.space_after = Pt(2)
    quiet.paragraph_format.keep_with_next = True
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(20)
    _number_pages(page.footer.paragraphs[0], document)


def _number_pages(foot: Any, document: Document) -> None:
    foot.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{_clean(document.footer)}\t")
    for piece in re.split(r"(\{pages?\})", document.page_of):
        if piece in ("{page}", "{pages}"):
            _field(foot, "PAGE" if piece == "{page}" else "NUMPAGES")
        elif piece:
            foot.add_run(piece)


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _say(word: Any, text: str, style_id: str) -> None:
    """A paragraph in a style by its id: to look a style up by its name takes longer than all the rest."""
    paragraph = word.add_paragraph()
    paragraph._p.style = style_id
    paragraph.add_run(_clean(text))


def _add(word: Any, part: Part, level: int, pictures: Iterator[bytes]) -> None:
    match part:
        case Heading(text=text):
            _say(word, text, f"Heading{level + 1}")
        case Paragraph(text=text, tone=Tone.QUOTE):
            _say(word, text, "Quote")
        case Paragraph(text=text, tone=Tone.SUBTLE):
            _say(word, text, _NOTE)
        case Paragraph(text=text, tone=tone):
            run = word.add_paragraph().add_run(_clean(text))
            if tone is Tone.WARNING:
                run.bold, run.font.color.rgb = True, _AMBER
        case Facts(items=items):
            for each in items:
                line = word.add_paragraph()
                line.paragraph_format.space_after = Pt(2)
                line.add_run(f"{_clean(each.label)}: ").bold = True
                line.add_run(_clean(each.value))
        case ProgressBar(label=label, caption=caption, status_label=status):
            line = word.add_paragraph()
            line.add_run(_clean(label)).bold = True
            line.add_run(_clean(" · ".join(filter(None, ("", status, caption)))))
        case Table(header=header, rows=rows):
            _table(word, header, rows)
        case Chart(title=title, alt=alt):
            shape = word.add_picture(io.BytesIO(next(pictures)), width=_WIDTH)
            described = shape._inline.docPr
            described.set("descr", _clean(alt))
            described.set("title", _clean(title))
        case Link(label=label, address=address):
            word.add_paragraph(_clean(f"{label}: {address}"))
        case _:
            # Buttons and fields are for chat alone.
            pass


def _table(word: Any, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(rows=1, cols=len(header), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        cell.paragraphs[0].add_run(_clean(text)).bold = True
    first = table.rows[0]._tr.get_or_add_trPr()
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    first.append(marked)
    for row in rows:
        added = table.add_row()
        whole = OxmlElement("w:cantSplit")
        added._tr.get_or_add_trPr().append(whole)
        for cell, text in zip(added.cells, row, strict=True):
            cell.paragraphs[0].add_run(_clean(text))
    word.add_paragraph()


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)
