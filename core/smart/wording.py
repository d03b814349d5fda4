"""Whether a title says what will change and for whom, in English or Welsh."""

import re
import tomllib
from pathlib import Path

LEAST_CONTENT_WORDS = 2
"""What is left of a title when its empty words are taken away: a thing and what happens to it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_LISTS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def _listed(of: str) -> frozenset[str]:
    return frozenset(_LISTS[of].split())


_SMALL = _listed("small")
_VAGUE = _listed("vague")
_PEOPLE = _listed("people")


def content_words(title: str) -> list[str]:
    """The words of a title that say something of their own, lower-cased."""
    return [
        word
        for word in (found.group().casefold().replace("’", "'") for found in _WORD.finditer(title))
        if word not in _SMALL and word not in _VAGUE
    ]


def is_vague(title: str) -> bool:
    """Whether a title leaves open what will change: "improve things", "deliver a better service"."""
    return len(content_words(title)) < LEAST_CONTENT_WORDS


def names_whom(title: str) -> bool:
    """Whether a title says for whom: it names a group of people."""
    words = {found.group().casefold() for found in _WORD.finditer(title)}
    return bool(words & _PEOPLE)
