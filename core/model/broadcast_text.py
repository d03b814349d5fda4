"""The words of a broadcast: variables such as {first name}, found, checked and filled in for each recipient."""

import re
from collections.abc import Mapping
from enum import StrEnum

from rapidfuzz import process


class Variable(StrEnum):
    """What can be filled in."""

    FIRST_NAME = "first name"
    NAME = "name"
    TEAM = "team"
    MANAGER = "manager"
    COURSE = "course"
    DUE_DATE = "due date"


NAMES: Mapping[str, Variable] = {
    **{str(each): each for each in Variable},
    "enw cyntaf": Variable.FIRST_NAME,
    "enw": Variable.NAME,
    "tîm": Variable.TEAM,
    "tim": Variable.TEAM,
    "rheolwr": Variable.MANAGER,
    "cwrs": Variable.COURSE,
    "dyddiad": Variable.DUE_DATE,
}
"""What each can be called, in English and Welsh."""

_BRACES = re.compile(r"\{\s*([^{}\n]{1,40}?)\s*\}")


def variables_in(text: str) -> set[Variable]:
    """The variables that a text has."""
    return {NAMES[name] for name in _names(text) if name in NAMES}


def unknown_in(text: str) -> tuple[str, str] | None:
    """The first variable that nobody knows, and the one most like it; None where all are known."""
    for name in _names(text):
        if name not in NAMES:
            near = process.extractOne(name, list(NAMES))
            return name, near[0] if near else str(Variable.FIRST_NAME)
    return None


def fill(text: str, values: Mapping[Variable, str]) -> str:
    """The text with its variables filled in, once: what is filled in is not looked at again."""

    def value(found: re.Match[str]) -> str:
        variable = NAMES.get(_plain(found[1]))
        return found[0] if variable is None else values.get(variable, found[0])

    return _BRACES.sub(value, text)


def _names(text: str) -> list[str]:
    return [_plain(found[1]) for found in _BRACES.finditer(text)]


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())
