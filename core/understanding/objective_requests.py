"""What someone wants done with an objective: `pause objective 2 until 4 Jan because secondment`.

English and Welsh; after the word `objectives` the verb alone will do (`objectives share 2 with Ben Lloyd`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 2_000
"""Characters looked at: a note on handing over may be as long."""


class Verb(StrEnum):
    """What can be asked for."""

    SHOW = "show"
    CLOSED = "closed"
    CHANGE = "change"
    MILESTONES = "milestones"
    SHARE = "share"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"
    CARRY_ON = "carry_on"
    HISTORY = "history"
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True)
class Request:
    """`which` is a number, words of a title, "" or `ALL`; `rest` is what was said beyond it, `reason` why."""

    verb: Verb
    which: str = ""
    rest: str = ""
    reason: str = ""


ALL = "all"

_VERBS: tuple[tuple[str, Verb], ...] = (
    (r"hand(?:ing)?[ -]?over|trosglwyddo", Verb.HAND_OVER),
    (r"carry on(?: with)?|carry over|parhau(?: â)?", Verb.CARRY_ON),
    (r"history(?: of)?|hanes", Verb.HISTORY),
    (r"milestones?(?: of)?|cerrig milltir", Verb.MILESTONES),
    (r"change|edit|newid", Verb.CHANGE),
    (r"share|rhannu", Verb.SHARE),
    (r"pause|oedi", Verb.PAUSE),
    (r"resume|restart|ailddechrau|ail-ddechrau", Verb.RESUME),
    (r"close|cau", Verb.CLOSE),
    (r"show|open|dangos|agor", Verb.SHOW),
)
_NOUN = r"(?:objectives?|goals?|amcanion|amcan)"
_FILLER = r"(?:my|the|our|fy|ein|yr|y)"
_CLOSED = re.compile(r"^(?:closed|wedi cau|wedi['’]u cau)$", re.IGNORECASE)
_EVERY = re.compile(
    rf"^(?:all|every|everything|popeth|pob|holl)\b(?:\s+{_FILLER})?(?:\s+{_NOUN})?\s*", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:number\s+|no\.?\s*|rhif\s+|#)?(\d{1,3})\b[.:,]?\s*", re.IGNORECASE)
_REASON = re.compile(
    r"(?:^|\s*[,;:]\s*|\s+)(?:because(?: of)?|due to|gan fod|oherwydd|achos)\s+(?P<because>.+)$"
    r"|\s*[:;]\s+(?P<told>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MORE = {
    Verb.PAUSE: r"(?:until|till|til|tan|hyd|for|am|from|o)",
    Verb.SHARE: r"(?:with|gyda|efo|â)",
    Verb.HAND_OVER: r"(?:to|i|@)",
    Verb.CLOSE: r"(?:as|fel)",
}
FIELDS: dict[str, str] = {
    "title": r"title|name|teitl|enw",
    "measure": r"measure|mesur",
    "unit": r"unit|uned",
    "baseline": r"baseline|start(?:ing)?(?: value| point)?|man cychwyn|llinell sylfaen",
    "target": r"target|targed",
    "floor": r"lower limit|floor|terfyn isaf",
    "due": r"due(?: date)?|date|deadline|dyddiad",
    "weight": r"weight|pwysiad",
    "for-whom": r"for whom|i bwy",
}
_FIELD = re.compile(
    rf"\b(?P<field>{'|'.join(FIELDS.values())})\s*(?:(?:is now|now|to|from .+? to|i|yn)\b|=|:|→|->)"
    r"\s*(?P<value>.+)$",
    re.IGNORECASE | re.DOTALL,
)


def read_request(text: str, *, within: bool = False) -> Request | None:
    """What is asked for; None when it is no such request.

    `within` when the word `objectives` came before, so that it need not be said again.
    """
    said = " ".join(text.strip().removeprefix("/").split())[:LONGEST]
    if within and _CLOSED.match(said):
        return Request(Verb.CLOSED)
    if within and (numbered := _NUMBER.match(said)) and (more := said[numbered.end() :]):
        found = _verb(more, noun_needed=False)
        return _request(found[0], f"{numbered.group(1)} {found[1]}") if found else None
    found = _verb(said, noun_needed=not within)
    return _request(*found) if found else None


def _verb(said: str, *, noun_needed: bool) -> tuple[Verb, str] | None:
    for words, verb in _VERBS:
        start = re.match(rf"^(?:{words})\b\s*", said, re.IGNORECASE)
        if start is None:
            continue
        rest = said[start.end() :]
        every = _EVERY.match(rest)
        noun = re.match(rf"^(?:{_FILLER}\s+)?{_NOUN}\b[:,]?\s*", rest, re.IGNORECASE)
        if every and (not noun_needed or re.search(_NOUN, every.group(), re.IGNORECASE)):
            return verb, f"{ALL} {rest[every.end() :]}"
        if noun:
            return verb, rest[noun.end() :]
        return None if noun_needed else (verb, rest)
    return None


def _request(verb: Verb, said: str) -> Request:
    rest, reason = said, ""
    if (why := _REASON.search(said)) is not None:
        rest, reason = said[: why.start()].strip(), (why.group("because") or why.group("told")).strip()
    which, rest = _which(verb, rest.strip())
    return Request(verb, which, rest, reason)


def _which(verb: Verb, said: str) -> tuple[str, str]:
    """Which objective, and what is left."""
    if said == ALL or said.startswith(f"{ALL} "):
        return ALL, said[len(ALL) :].strip()
    if (numbered := _NUMBER.match(said)) is not None:
        return numbered.group(1), said[numbered.end() :].strip()
    if verb is Verb.CHANGE:
        field = _FIELD.search(said)
        return (said[: field.start()].strip(" ,"), said[field.start() :]) if field else (said, "")
    if (words := _MORE.get(verb)) is not None:
        more = re.search(rf"(?:^|\s)(?={words}(?:\b|(?<=@)))", said, re.IGNORECASE)
        if more is not None:
            return said[: more.start()].strip(), said[more.end() :].strip()
    return said, ""


def read_field(text: str) -> tuple[str, str] | None:
    """`target to 20 days` as the step of the flow and what it should be; None when neither is said."""
    found = _FIELD.search(text)
    if found is None:
        return None
    named = found.group("field").casefold()
    step = next(step for step, words in FIELDS.items() if re.fullmatch(words, named))
    return step, found.group("value").strip()


_DONE = re.compile(
    r"^(?:i(?:'ve| have)?\s+)?(?:done|finished|completed|ticked?|wedi gorffen|wedi cwblhau|gorffennwyd)\s*"
    r"(?:with\s+)?(?:(?:milestone|step|carreg filltir|cam)\s+)?(?:the\s+|y\s+|yr\s+)?(?P<what>\S.{1,200})$"
    r"|^(?:milestone|step)\s+(?P<named>\S.{1,200}?)\s+(?:is\s+)?(?:done|finished)$",
    re.IGNORECASE,
)


def read_done(text: str) -> str | None:
    """The words for a step in "done survey"; None when the text says nothing of the kind."""
    found = _DONE.match(" ".join(text.strip(" .!").split()))
    words = (found.group("what") or found.group("named")) if found else ""
    # "finished 12 of the 40" is a figure.
    return words if words and not words[0].isdecimal() else None
