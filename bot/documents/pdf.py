"""Documents as PDF/UA-1: tagged, titled, in their language, with fonts of our own inside.

The text goes to the typesetter as data. Takes a tenth of a second or so: not on the event loop.
"""

import json
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont
from pydantic import TypeAdapter

from core.chat.card import Actions, ChoiceInput, DateInput, Divider, TextInput
from core.chat.document import Document

PICTURE_PPI = 200.0

_NOT_WRITTEN = (Actions, TextInput, ChoiceInput, DateInput, Divider)
_IGNORED = frozenset({"Cc", "Cf", "Mn", "Cs", "Co", "Cn"})


@cache
def _json() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


@cache
def _template() -> bytes:
    return files("bot.documents").joinpath("document.typ").read_bytes()


def _font_folder() -> Path:
    """Where the fonts lie that come with the library that draws our charts: they hold Welsh, Greek, Cyrillic."""
    # Loaded with the first document, as with the first picture (`bot.pictures`).
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@cache
def _fonts() -> Any:
    return typst.Fonts(False, True, [str(_font_folder())])


@cache
def _drawn() -> frozenset[int]:
    """The characters that the font has."""
    return frozenset(TTFont(_font_folder() / "DejaVuSans.ttf", lazy=True).getBestCmap())


def _legible(text: str) -> str:
    """The text with what no font here can draw called by its name: a PDF/UA holds no empty boxes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_named(each) for each in unicodedata.normalize("NFC", text))


def _named(character: str) -> str:
    if character == "\n" or (ord(character) in _drawn() and unicodedata.category(character) != "Cc"):
        return character
    if character == "\t":
        return " "
    if unicodedata.category(character) in _IGNORED:
        return ""
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]"


def _data(document: Document) -> str:
    """The document as the template reads it: without what is only for chat, and with text that can be drawn."""
    plain = _json().dump_python(document, mode="json")
    for section, made in zip(plain["sections"], document.sections, strict=True):
        kept = zip(section["parts"], made.parts, strict=True)
        section["parts"] = [part for part, before in kept if not isinstance(before, _NOT_WRITTEN)]
    return json.dumps(_all_legible(plain), ensure_ascii=False)


def _all_legible(value: Any) -> Any:
    match value:
        case str():
            return _legible(value)
        case list():
            return [_all_legible(each) for each in value]
        case dict():
            return {key: _all_legible(each) for key, each in value.items()}
        case _:
            return value


def write_pdf(document: Document) -> bytes:
    """The document as PDF/UA-1."""
    made: bytes = typst.compile(
        _template(),
        sys_inputs={"document": _data(document)},
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
    )
    return made


def draw_charts(document: Document) -> list[bytes]:
    """The document's charts as PNG, in their order."""
    if not any(part.kind == "chart" for section in document.sections for part in section.parts):
        return []
    made = typst.compile(
        _template(),
        sys_inputs={"document": _data(document), "only": "charts"},
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=PICTURE_PPI,
    )
    return made if isinstance(made, list) else [made]
