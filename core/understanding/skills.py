"""Skills as people write them: names with levels, and the known name that a new one nearly is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from core.model.skills import LONGEST_NAME, Level, skill_key

MOST_SKILLS = 20
"""Skills read of one message; a button's value holds as many."""

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_NUMBER = re.compile(r"^(?P<name>.*?)[\s:(=–-]+(?:level|lefel)?\s*(?P<level>\d)\)?$", re.IGNORECASE)
_WORDS = {
    "learning": Level.LEARNING,
    "working towards": Level.LEARNING,
    "working towards it": Level.LEARNING,
    "gweithio tuag ato": Level.LEARNING,
    "yn dysgu": Level.LEARNING,
    "confident": Level.CONFIDENT,
    "i can do this": Level.CONFIDENT,
    "hyderus": Level.CONFIDENT,
    "yn hyderus": Level.CONFIDENT,
    "can teach it": Level.TEACHING,
    "can teach": Level.TEACHING,
    "teaching": Level.TEACHING,
    "gallu ei addysgu": Level.TEACHING,
    "yn gallu ei addysgu": Level.TEACHING,
}
_WORDED = re.compile(
    rf"^(?P<name>.+?)[\s:(=–-]+(?P<level>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\)?$", re.IGNORECASE
)
_BESIDE = " :(=–-"
"""What stands between a name and its level, and is part of neither."""

_SHORT = 5
"""Letters up to which one that differs is a misspelling, and two are another word."""


@dataclass(frozen=True, slots=True)
class NamedSkill:
    """A skill as it was written; no level where none was."""

    name: str
    level: Level | None = None

    @property
    def key(self) -> str:
        """See `core.model.skills.skill_key`."""
        return skill_key(self.name)


class UnreadSkills(ValueError):
    """Something written is no skill; `key` and `facts` name the text that says what."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


def read_skills(text: str) -> list[NamedSkill]:
    """`Excel 2, Safeguarding 3`, each skill once; raises `UnreadSkills`."""
    found: dict[str, NamedSkill] = {}
    for each in _BETWEEN.split(text.strip(" .;,")):
        # The bar separates the parts of a button's value.
        said = " ".join(each.replace("|", " ").split()).strip(_BESIDE)
        if said:
            named = _named(said)
            found[named.key] = named
    if len(found) > MOST_SKILLS:
        raise UnreadSkills("skills-too-many", most=MOST_SKILLS)
    return list(found.values())


def _named(said: str) -> NamedSkill:
    worded = _WORDED.match(said)
    numbered = _NUMBER.match(said)
    name, level = said, None
    if worded and worded["name"].strip(_BESIDE):
        name, level = worded["name"], _WORDS[worded["level"].casefold()]
    elif numbered and numbered["name"].strip(_BESIDE):
        if int(numbered["level"]) not in tuple(Level):
            raise UnreadSkills("skills-level-unclear", written=said)
        name, level = numbered["name"], Level(int(numbered["level"]))
    if len(name) > LONGEST_NAME:
        raise UnreadSkills("skills-name-long", written=name[:LONGEST_NAME], most=LONGEST_NAME)
    return NamedSkill(name.strip(_BESIDE), level)


def nearly(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` is but for a letter or two; None where it is known itself, or like none."""
    by_key = {skill_key(each): each for each in known}
    wanted = skill_key(name)
    if not by_key or wanted in by_key:
        return None
    best, distance, _ = process.extractOne(wanted, list(by_key), scorer=DamerauLevenshtein.distance)
    shortest = min(len(best), len(wanted))
    allowed = 0 if shortest < 4 else 1 if shortest <= _SHORT else 2
    return by_key[best] if distance <= allowed else None
