"""Choices as people type them: a status, a confidence, yes or no, or one of a few options."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from core.chat.card import Option
from core.model.objective import Status

SURE = 85
"""How alike (0 to 100) what was typed and an option must be."""

LONGEST = 200

_STATUS = {
    Status.ON_TRACK: (
        "on track", "ontrack", "green", "fine", "ok", "okay", "good", "all good", "going well", "done", "ahead",
        "ar y trywydd iawn", "ar y trywydd", "gwyrdd", "iawn", "da", "yn mynd yn dda",
    ),
    Status.AT_RISK: (
        "at risk", "atrisk", "amber", "yellow", "slipping", "wobbly", "some risk", "mewn perygl", "melyn", "oren",
        "yn llithro",
    ),
    Status.OFF_TRACK: (
        "off track", "offtrack", "red", "behind", "stuck", "late", "blocked", "oddi ar y trywydd", "coch",
        "ar ei hol hi", "ar ei hôl hi",
    ),
}  # fmt: skip

_STATUS_WORDS = {word: status for status, words in _STATUS.items() for word in words}

_NEGATION = re.compile(r"\b(not|isn'?t|no|never|ddim|nid)\b", re.IGNORECASE)

_YES = {"yes", "y", "yeah", "yep", "yup", "aye", "true", "ie", "oedd", "do", "ydy", "ydw", "oes"}
_NO = {
    "no",
    "n",
    "nope",
    "nah",
    "not really",
    "false",
    "na",
    "nac oedd",
    "naddo",
    "nag oedd",
    "nac ydy",
    "nac oes",
}

_LEVELS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "un": 1, "dau": 2, "tri": 3, "pedwar": 4, "pump": 5,
    "very unsure": 1, "unsure": 2, "in between": 3, "fairly sure": 4, "very sure": 5,
    "very low": 1, "low": 2, "medium": 3, "high": 4, "very high": 5, "isel": 2, "canolig": 3, "uchel": 4,
    "ansicr iawn": 1, "ansicr": 2, "eithaf sicr": 4, "sicr iawn": 5,
}  # fmt: skip


def read_status(text: str) -> Status | None:
    """The status meant; "not on track" is none of the three, so None rather than a guess."""
    said = _said(text)
    if said in _STATUS_WORDS:
        return _STATUS_WORDS[said]
    if said in ("1", "2", "3"):
        return list(Status)[int(said) - 1]
    if _NEGATION.search(said):
        return None
    found = {status for word, status in _STATUS_WORDS.items() if len(word) > 3 and word in said}
    if found:
        return found.pop() if len(found) == 1 else None
    near = process.extractOne(said, list(_STATUS_WORDS), scorer=fuzz.ratio, score_cutoff=SURE)
    return _STATUS_WORDS[near[0]] if near else None


def read_confidence(text: str) -> int | None:
    """A confidence from 1 to 5: `4`, `4/5`, `four`, `high`."""
    said = _said(text)
    if said in _LEVELS:
        return _LEVELS[said]
    digits = re.fullmatch(r"([1-5])(?:\s*(?:/|out of|of|allan o|o)\s*5)?(?:\s*[–-].*)?", said)
    return int(digits.group(1)) if digits else None


def read_yes_no(text: str) -> bool | None:
    """Yes or no, in English or Welsh; None when it is neither."""
    said = _said(text)
    if said in _YES:
        return True
    if said in _NO:
        return False
    first = said.split(" ", 1)[0].strip(",")
    if first in ("yes", "ie", "oedd"):
        return True
    return False if first in ("no", "na", "nac") else None


def read_choice(text: str, options: Sequence[Option]) -> str | None:
    """The value of the option meant, by number, by its words or nearly so; None when it is not clear."""
    said = _said(text)
    if said.isdecimal() and 1 <= int(said) <= len(options):
        return options[int(said) - 1].value
    labels = [option.label.casefold() for option in options]
    near = process.extract(said, labels, scorer=fuzz.WRatio, score_cutoff=SURE, limit=2)
    values = {options[index].value for _label, score, index in near if score == near[0][1]}
    return values.pop() if len(values) == 1 else None


def _said(text: str) -> str:
    return " ".join(text[:LONGEST].casefold().replace("’", "'").strip(" .!?").split())
