"""The Welsh is Welsh: nothing left in English, numbers and what follows them as Welsh has them."""

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from core.model.person import Language
from tests.catalogue import catalogues, counted, every_text, messages

ENGLISH = re.compile(
    r"\b(the|and|of|to|are|was|were|been|this|that|with|for|you|your|it|its|from|by|they|their|them|who|what|which"
    r"|when|will|can|has|have|but|if|there|here|would|should|not|please|none)\b",
    re.IGNORECASE,
)
"""Words that are in nearly every English sentence, and are no Welsh ones."""

IN_BOTH = {"welcome-language", "import-fix-unknown-scale", "service-import-intro"}
"""Asks in both languages which one is wanted; the others name values of a file's columns, such as "1 to 5"."""

WITHOUT = {"team-reminded"}
"""Texts in which the English needs a variable that the Welsh does not, since its words do not change with it."""

SOFT = {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
FEMININE = {"problem", "broblem"}
"""Counted nouns that begin with p, t or c: "tair" leaves them as they are, as "tri" does not."""

SET_APART = re.compile("“[^”]*”")
"""What stands in quotation marks, such as a command, need not follow grammar."""


class _Counted(Visitor):
    """The variables that a text counts by: it has a choice by them whose keys are plural forms or numbers."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the library's name
        keys = [each.key for each in node.variants]
        is_plural = any(getattr(key, "name", "") in ("one", "two") for key in keys)
        if is_plural and isinstance(node.selector, ast.VariableReference):
            self.names.add(node.selector.id.name)
        self.generic_visit(node)


def _counts() -> set[str]:
    """Every variable that some text in English or Welsh counts by."""
    found = _Counted()
    for path in catalogues():
        for language in Language:
            for message in messages(language, path.stem).values():
                found.visit(message)
    return found.names


COUNTS = _counts() | {"days", "most", "minutes", "points", "required", "due"}


def test_no_english_words_are_left():
    left = {
        key: words
        for _, key, texts in every_text(Language.CY)
        for text in texts
        if key not in IN_BOTH and (words := ENGLISH.findall(SET_APART.sub("", text)))
    }
    assert left == {}


def test_what_is_to_be_typed_is_in_welsh_too():
    left = {
        key: words
        for _, key, texts in every_text(Language.CY)
        for text in texts
        for quoted in SET_APART.findall(text)
        if (words := re.findall(r"\b(the|to|me|set|show|hide|add|weekly|monthly|summary|channel)\b", quoted))
    }
    assert left == {}


@pytest.mark.parametrize("catalogue", [path.stem for path in catalogues()])
def test_the_welsh_says_all_that_the_english_says(catalogue: str):
    english, welsh = messages(Language.EN, catalogue), messages(Language.CY, catalogue)
    assert english.keys() == welsh.keys()
    differ = {key for key in english if _variables(english[key]) != _variables(welsh[key])}
    assert differ <= WITHOUT


def _variables(message: ast.Message) -> set[str]:
    found: set[str] = set()

    class Names(Visitor):
        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
            found.add(node.id.name)

    Names().visit(message)
    return found


def _mutated(noun: str, number: int) -> str:
    """A noun as it is after 2, 3 and 6: "2 ddiwrnod", "3 chwrs" (Welsh Government, "Yr Arddulliadur")."""
    changes = SOFT if number == 2 else ASPIRATE if number == 6 or noun not in FEMININE else {}
    start = next((start for start in changes if noun.startswith(start)), "")
    return changes.get(start, "") + noun[len(start) :]


def _followed() -> Iterator[tuple[str, str, str, int, str]]:
    """Key, variable, the noun that follows it after eleven, and a number with the noun that follows it then."""
    for path in catalogues():
        for key, message in messages(Language.CY, path.stem).items():
            for variable in sorted(_variables(message) & COUNTS):
                plain = [_after(text, 11) for text in counted(message, variable, 11)]
                for number in (2, 3, 6):
                    changed = [_after(text, number) for text in counted(message, variable, number)]
                    for noun, then in zip(plain, changed, strict=False):
                        if noun and then:
                            yield key, variable, noun, number, then


def _after(text: str, number: int) -> str:
    """The word after the number; "" where there is none or it is no noun that the number counts."""
    found = re.search(rf"(?<![\w/.,]){number} ([a-zâêîôûŵŷ]+)", SET_APART.sub("", text))
    return found[1] if found and found[1] not in NO_NOUNS else ""


NO_NOUNS = {
    *("o", "a", "ac", "i", "yn", "ar", "am", "gyda", "gan", "mewn", "tan", "ers", "wedi", "eto", "mlynedd"),
    *("yr", "y", "at", "arall", "rhagor", "heb", "ohonynt"),
}
"""Words after a number that it does not count: "5 o bobl" is how a number is said without changing the noun."""


def test_a_noun_changes_after_two_three_and_six_as_it_is_spoken():
    wrong = {
        (key, f"{number} {then}", f"{number} {_mutated(noun, number)}")
        for key, _, noun, number, then in _followed()
        if then != _mutated(noun, number)
    }
    assert wrong == set()


def test_the_rule_is_applied_to_nouns_of_every_kind():
    nouns = {noun for _, _, noun, _, _ in _followed()}
    assert {"diwrnod", "cwrs", "cam", "tîm", "pwynt", "mis", "llinell"} <= nouns
