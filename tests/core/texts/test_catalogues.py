"""Every text exists in both languages, says the same things, and is used."""

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from core.model.person import Language
from core.texts.texts import UnknownText, keys_of, words_for

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "core" / "texts" / "en").glob("*.ftl"))


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def _variables(path: Path) -> dict[str, set[str]]:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"{path.name} has text that is no message: {junk[:2]}"
    found = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


def test_no_text_is_missing_in_either_language():
    assert keys_of(Language.EN) == keys_of(Language.CY)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_welsh_text_needs_nothing_that_the_english_does_not_give(path: Path):
    english, welsh = _variables(path), _variables(path.parents[1] / "cy" / path.name)
    assert english.keys() == welsh.keys()
    assert {key: names for key, names in welsh.items() if not names <= english[key]} == {}


def test_no_text_was_left_in_english():
    same = {
        key
        for path in CATALOGUES
        for key, text in _spoken(path).items()
        if text and text == _spoken(path.parents[1] / "cy" / path.name)[key]
    }
    assert same == set()


@cache
def _spoken(path: Path) -> dict[str, str]:
    """The words of each message, without its variables and punctuation."""
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    return {
        entry.id.name: re.sub(r"\{[^{}]*\}|[^\w]", "", _serialized(entry))
        for entry in resource.body
        if isinstance(entry, ast.Message)
    }


def _serialized(message: ast.Message) -> str:
    return FluentSerializer().serialize_entry(message).partition("=")[2]


def test_every_key_that_the_code_names_exists():
    source = "\n".join(
        path.read_text(encoding="utf-8") for folder in ("core", "bot") for path in (ROOT / folder).rglob("*.py")
    )
    named = set(re.findall(r"""words\(\s*"([a-z0-9-]+)\"""", source))
    assert named - keys_of(Language.EN) == set()


def test_an_unknown_key_is_a_mistake_and_not_an_empty_text():
    with pytest.raises(UnknownText):
        words_for(Language.EN)("no-such-text")


def test_welsh_counts_with_its_own_plural_forms():
    words = words_for(Language.CY)
    assert len({words("flow-stopped", saved=count) for count in (0, 1, 2, 5)}) == 4


def test_what_is_filled_in_may_be_of_any_length():
    said = words_for(Language.EN)("files-what-for", names="n" * 9_000, count=1)
    assert "nnn…" in said
