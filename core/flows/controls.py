"""The words that steer any conversation: back, skip, change, snooze, later, stop, help, form, chat, keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process


class Control(StrEnum):
    """What a steering word asks for."""

    BACK = "back"
    SKIP = "skip"
    KEEP = "keep"
    CHANGE = "change"
    SNOOZE = "snooze"
    LATER = "later"
    STOP = "stop"
    HELP = "help"
    FORM = "form"
    CHAT = "chat"


_WORDS: dict[str, Control] = {
    "back": Control.BACK,
    "go back": Control.BACK,
    "nôl": Control.BACK,
    "yn ôl": Control.BACK,
    "skip": Control.SKIP,
    "next": Control.SKIP,
    "neidio": Control.SKIP,
    "keep": Control.KEEP,
    "cadw": Control.KEEP,
    "later": Control.LATER,
    "not now": Control.LATER,
    "wedyn": Control.LATER,
    "stop": Control.STOP,
    "stopio": Control.STOP,
    "help": Control.HELP,
    "help me": Control.HELP,
    "?": Control.HELP,
    "cymorth": Control.HELP,
    "form": Control.FORM,
    "as form": Control.FORM,
    "ffurflen": Control.FORM,
    "chat": Control.CHAT,
    "carry on": Control.CHAT,
    "continue": Control.CHAT,
    "sgwrs": Control.CHAT,
    "parhau": Control.CHAT,
}

_WITH_MORE: dict[str, Control] = {
    "change": Control.CHANGE,
    "newid": Control.CHANGE,
    "snooze": Control.SNOOZE,
    "gohirio": Control.SNOOZE,
    "later": Control.SNOOZE,
}


@dataclass(frozen=True, slots=True)
class Steering:
    """A steering word and what was said with it ("snooze" and "2h")."""

    control: Control
    more: str = ""


def read_steering(text: str) -> Steering | None:
    """The steering that a whole message asks for; None when it is an answer."""
    said = " ".join(text.casefold().strip(" .!/").split())
    if said in _WORDS:
        return Steering(_WORDS[said])
    for word, control in _WITH_MORE.items():
        if said == word:
            return Steering(control)
        if said.startswith(word + " ") and len(said) <= len(word) + 40:
            return Steering(control, said[len(word) :].strip())
    return None


SURE_OF_LABEL = 75
"""How alike (0 to 100) what was said and a question's label must be."""


def read_change(which: str, labels: Sequence[str]) -> int | None:
    """The index of the question meant by "1", "answer 2" or words of its label; None when it is not clear."""
    digits = "".join(character for character in which if character.isdigit())
    if digits:
        number = int(digits[:6])
        return number - 1 if 1 <= number <= len(labels) else None
    found = process.extract(which.casefold(), [label.casefold() for label in labels], scorer=fuzz.WRatio, limit=2)
    good = [index for _label, score, index in found if score >= SURE_OF_LABEL]
    return good[0] if good else None
