"""The texts of the catalogues as people may come to read them: each way through their choices, filled in."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from babel import Locale
from fluent.syntax import FluentParser, ast

from core.model.person import Language

TEXTS = Path(__file__).parents[1] / "core" / "texts"
FILLED_IN = "Ada"
"""What stands for a variable: a short word, since most of what is filled in is a number or a name."""

_MOST_WAYS = 64
"""Of one text; those with several choices in a row have more than anyone needs to look at."""


def catalogues() -> list[Path]:
    """The English files; the Welsh ones have the same names."""
    return sorted((TEXTS / "en").glob("*.ftl"))


@cache
def messages(language: Language, catalogue: str) -> Mapping[str, ast.Message]:
    """The texts of a file by their keys; no line of it may be anything else."""
    resource = FluentParser().parse((TEXTS / language / f"{catalogue}.ftl").read_text(encoding="utf-8"))
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"{catalogue}.ftl has text that is no message: {junk[:2]}"
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def ways(message: ast.Message, filled_in: str = FILLED_IN) -> list[str]:
    """Every text that the message can become."""
    assert message.value is not None
    return _ways(message.value, filled_in)


def every_text(language: Language) -> Iterator[tuple[str, str, list[str]]]:
    """Of every message: its file, its key, and the texts that it can become."""
    for path in catalogues():
        for key, message in messages(language, path.stem).items():
            yield path.stem, key, ways(message)


def _ways(pattern: ast.Pattern, filled_in: str) -> list[str]:
    parts = [_of_element(element, filled_in) for element in pattern.elements]
    return list(dict.fromkeys("".join(each) for _, each in zip(range(_MOST_WAYS), product(*parts), strict=False)))


def _of_element(element: ast.TextElement | ast.Placeable, filled_in: str) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [re.sub(r"\s*\n\s*", "\n", element.value)]
    expression = element.expression
    if isinstance(expression, ast.SelectExpression):
        return [text for variant in expression.variants for text in _ways(variant.value, filled_in)]
    if isinstance(expression, ast.StringLiteral):
        return [str(expression.parse()["value"])]
    return [filled_in]


def counted(message: ast.Message, variable: str, number: int) -> list[str]:
    """Every text that the message can become where `variable` is this number, by Welsh's plural forms."""
    assert message.value is not None
    return _counted(message.value, variable, number)


def _counted(pattern: ast.Pattern, variable: str, number: int) -> list[str]:
    parts = []
    for element in pattern.elements:
        expression = element.expression if isinstance(element, ast.Placeable) else None
        if _names(expression, variable):
            parts.append([str(number)])
        elif isinstance(expression, ast.SelectExpression):
            chosen = expression.variants
            if _names(expression.selector, variable):
                chosen = [_variant(expression.variants, number)]
            parts.append([text for each in chosen for text in _counted(each.value, variable, number)])
        else:
            parts.append(_of_element(element, FILLED_IN))
    return list(dict.fromkeys("".join(each) for _, each in zip(range(_MOST_WAYS), product(*parts), strict=False)))


def _names(expression: object, variable: str) -> bool:
    return isinstance(expression, ast.VariableReference) and expression.id.name == variable


def _variant(variants: list[ast.Variant], number: int) -> ast.Variant:
    by_key = {
        each.key.value if isinstance(each.key, ast.NumberLiteral) else each.key.name: each for each in variants
    }
    default = next(each for each in variants if each.default)
    return by_key.get(str(number)) or by_key.get(_WELSH_PLURAL(number)) or default


_WELSH_PLURAL = Locale("cy").plural_form
