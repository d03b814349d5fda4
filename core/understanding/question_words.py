"""Questions for check-ins as people type them: the wording, then how it is answered, how often and for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.chat.card import Option
from core.model.questions import MOST_CHOICES, SCALE, QuestionKind, Trigger
from core.understanding.choices import read_choice, read_yes_no

LONGEST_RHYTHM = 12
"""Weeks between two times at most."""

_NUMBERS = {
    "other": 2, "second": 2, "two": 2, "three": 3, "four": 4, "six": 6,
    "ail": 2, "dwy": 2, "tair": 3, "pedair": 4, "chwe": 6,
}  # fmt: skip
_EVERY = re.compile(
    r"[\s,;.–-]*\b(?:every\s+(?P<en>other|second|two|three|four|six|\d{1,2})\s+weeks?"
    r"|bob\s+(?:yn\s+)?(?P<cy>ail|dwy|tair|pedair|chwe|\d{1,2})\s+wythnos"
    r"|(?P<two>fortnightly|every fortnight|bob pythefnos)"
    r"|(?P<four>monthly|every month|once a month|bob mis)"
    r"|(?P<one>weekly|every week|every time|bob wythnos|bob tro))\s*[.]?\s*$",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"[\s,;.–-]*\b(?:shared? with (?:the |my )?team|for the team|read by (?:the |my )?team"
    r"|rhannu (?:gyda|â)['’]r t[îi]m|i['’]r t[îi]m)\s*[.]?\s*$",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"[\s,;.–-]*\b(?:choices?|choose(?: from)?|options?|one of|dewis(?:iadau)?|un o)\b\s*:?\s*(?P<options>.*)$",
    re.IGNORECASE,
)
_KINDS = (
    (QuestionKind.SCALE, re.compile(
        r"[\s,;.–-]*\(?\b(?:(?:on a |as a )?scale(?: of)?(?: ?1 ?(?:-|–|to) ?5)?|1 ?(?:-|–|to|i) ?5"
        r"|graddfa(?: ?1 ?(?:-|–|i) ?5)?)\)?\s*[.]?\s*$", re.IGNORECASE)),
    (QuestionKind.YES_NO, re.compile(
        r"[\s,;.–-]*\(?\b(?:yes(?: ?/ ?| or |-)no|ie(?: ?/ ?| neu )na)\)?\s*[.]?\s*$", re.IGNORECASE)),
    (QuestionKind.TEXT, re.compile(
        r"[\s,;.–-]*\(?\b(?:(?:as )?(?:free )?text|in (?:their )?own words|testun)\)?\s*[.]?\s*$", re.IGNORECASE)),
)  # fmt: skip
_AT_MOST = re.compile(
    r"^(?:at most|up to|no more than|ar y mwyaf|hyd at)\s+(?P<first>[1-5])$"
    r"|^(?P<second>[1-5])\s+(?:or (?:less|lower|below|under)|neu lai|neu is)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What was said of a question; what was not said is None (or empty, for `options`)."""

    text: str
    kind: QuestionKind | None = None
    options: tuple[str, ...] = ()
    every_weeks: int | None = None
    for_team: bool = False


def read_question(said: str) -> QuestionWords:
    """The wording and what follows it: `How safe did you feel? scale every 2 weeks`.

    With a question mark all that describes it stands after the last one, else it is taken off the end.
    """
    said = " ".join(said.split())
    head, mark, tail = said.rpartition("?")
    described = tail if mark else said
    kind: QuestionKind | None = None
    options: tuple[str, ...] = ()
    every: int | None = None
    for_team = False
    while True:
        before = described
        if (found := _EVERY.search(described)) is not None:
            every, described = _weeks(found), described[: found.start()]
        elif (found := _TEAM.search(described)) is not None:
            for_team, described = True, described[: found.start()]
        elif mark and (found := _CHOICE.search(described)) is not None:
            kind, described, options = (
                QuestionKind.CHOICE,
                described[: found.start()],
                read_options(found["options"]),
            )
        else:
            for each, pattern in _KINDS:
                found = pattern.search(described)
                if found is not None and (mark or _is_set_off(found, each)):
                    kind, described = each, described[: found.start()]
                    break
        if described == before:
            break
    text = f"{head}{mark}{described}" if mark else described
    return QuestionWords(text.strip(" ,;–-"), kind, options, every, for_team)


def _is_set_off(found: re.Match[str], kind: QuestionKind) -> bool:
    """Whether words at the end describe a question that has no question mark, rather than being part of it."""
    return found.start() > 0 and (kind is not QuestionKind.TEXT or found.group().strip()[0] in ",;.–-(")


def read_options(said: str) -> tuple[str, ...]:
    """Choices between commas, slashes, semicolons or on lines of their own; no more than a question may have."""
    separator = r"[\n;/]" if re.search(r"[\n;/]", said) else r","
    parts = (part.strip(" .-•*") for part in re.split(separator, said))
    return tuple(dict.fromkeys(part for part in parts if part))[: MOST_CHOICES + 1]


def read_rhythm(said: str) -> int | None:
    """The weeks between two times: `every 2 weeks`, `fortnightly`, `bob 4 wythnos`; None when it tells none."""
    found = _EVERY.search(said)
    return _weeks(found) if found and not said[: found.start()].strip() else None


def _weeks(found: re.Match[str]) -> int:
    if found["two"]:
        return 2
    if found["four"]:
        return 4
    count = found["en"] or found["cy"]
    if not count:
        return 1
    weeks = _NUMBERS.get(count.casefold()) or int(count)
    return min(max(1, weeks), LONGEST_RHYTHM)


def read_trigger(said: str, kind: QuestionKind, options: Sequence[str]) -> tuple[Trigger, str] | None:
    """When a follow-up is asked: `no`, `at most 2`, or one of the choices; None for no answer of that kind."""
    said = re.sub(r"^(?:if|when|os|pan)\s+", "", said.strip(" .:"), flags=re.IGNORECASE)
    match kind:
        case QuestionKind.YES_NO:
            answer = read_yes_no(said)
            return None if answer is None else (Trigger.IS, "yes" if answer else "no")
        case QuestionKind.SCALE:
            found = _AT_MOST.match(said)
            if found is not None:
                return Trigger.AT_MOST, found["first"] or found["second"]
            return (Trigger.IS, said) if said in SCALE else None
        case QuestionKind.CHOICE:
            chosen = read_choice(said, [Option(str(number), each) for number, each in enumerate(options, start=1)])
            return (Trigger.IS, chosen) if chosen else None
        case QuestionKind.TEXT | QuestionKind.PRIORITIES:
            return None


_DAYS = re.compile(
    r"^\D{0,12}?(?P<count>\d{1,2})\s*(?:days?|diwrnod|ddiwrnod|niwrnod|dyddiau)?\s*$", re.IGNORECASE
)


def read_days(said: str) -> int | None:
    """A number of days: `3`, `3 days`, `am 3 diwrnod`."""
    found = _DAYS.match(said.strip(" ."))
    return int(found["count"]) if found else None
