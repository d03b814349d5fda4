"""Training as people tell of it: "did fire safety on Tuesday, certificate 4521", in English and Welsh."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz, process

from core.model.training import Course
from core.understanding.dates import read_date

LONGEST = 300

SURE_OF_COURSE = 82
"""How alike (0 to 100) what was said and a course's title must be to be meant."""

LIKE_COURSE = 55
"""How alike they must be to be offered."""

OFFERED = 4

STILL_TO_COME_DAYS = 90
"""A day and month this close ahead, said without a year, are a slip rather than last year's."""

_DONE = re.compile(
    r"^(?:i(?:'ve| have)?\s+)?(?:just\s+)?(?:did|done|completed|finished|passed|took|attended|renewed)\s+"
    r"|^(?:rwyf|dw i|dwi)\s+wedi\s+(?:gwneud|cwblhau|gorffen|pasio)\s+"
    r"|^(?:wedi\s+)?(?:gwnes i|fe wnes i|cwblheais|pasiais|cwblhau|gwneud)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:(?:my|the|a|an|our|fy|y|yr)\s+)?(?:(?:training|course|hyfforddiant|cwrs)\s+)?", re.I)
_TRAINING = re.compile(
    r"\b(?:training|course|e-?learning|refresher|certificate|hyfforddiant|cwrs|gloywi)\b", re.IGNORECASE
)
_JOIN = re.compile(r"^(?:on|last|ar|this|done on|completed on)\s+", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:next|tomorrow|yfory|nesaf|in \d+)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d[/.-]\d{1,2}[/.-]\d{2}\b")
_LAST = re.compile(r"\b(?:last|diwethaf)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """`course` in the person's words, `on` the day it was done (None: not said), `evidence` what shows it."""

    course: str
    on: date | None
    evidence: str = ""
    names_training: bool = False
    """Whether it speaks of training at all, so that a course nobody knows is worth asking about."""


def read_completion(text: str, today: date, *, within: bool = False) -> Said | None:
    """What was done and when; None where it says nothing of the kind. `within` after the word "training"."""
    said = " ".join(text.split())
    if len(said) > LONGEST:
        return None
    opening = _DONE.match(said)
    if opening is None and not within:
        return None
    rest, _, evidence = said[opening.end() if opening else 0 :].partition(",")
    course, on = _course_and_day(rest.strip(" .!"), today)
    return Said(_bare(course), on, evidence.strip(), bool(_TRAINING.search(said)))


@dataclass(frozen=True, slots=True)
class SaidInBulk:
    """One course that many people completed on a day; `lines` are the people in the words that name them."""

    course: str
    on: date
    lines: tuple[str, ...]


def read_bulk(text: str, today: date) -> SaidInBulk | None:
    """`fire safety 12 Nov: Amira Hassan, ben@...`, or the people below it; None where a part is missing."""
    head, _, rest = re.sub(r"^(\S[^:\n]*)\n", r"\1:", text.strip(), count=1).partition(":")
    lines = tuple(line for each in re.split(r"[\n,;]", rest) if (line := each.strip(" \t•*–-").strip()))
    course, on = _course_and_day(head.strip(" .!"), today)
    if not course or not lines:
        return None
    return SaidInBulk(_bare(course), on or today, lines)


def _course_and_day(words: str, today: date) -> tuple[str, date | None]:
    """The longest end of the words that reads as a day, and what is before it."""
    for start in _word_starts(words):
        day = read_done_on(words[start:], today) if start else None
        if day is not None:
            return words[:start].strip(), day
    return words, None


def _word_starts(words: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(r"\S+", words))


def read_done_on(text: str, today: date) -> date | None:
    """A day that has been: "Tuesday" is the last one, "3 March" the last 3 March; "next Friday" stays ahead."""
    said = _LAST.sub(" ", _JOIN.sub("", text.strip())).strip(" .")
    if not said or not re.search(
        r"\d|day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|dydd|heddiw|ddoe|echdoe", said.casefold()
    ):
        return None
    day = read_date(said, today)
    if day is not None and _LAST.search(text) and (day - today).days in (0, 7):
        return today - timedelta(days=7)
    if day is None or day <= today or _AHEAD.search(said) or _YEAR.search(said):
        return day
    if not re.search(r"\d", said):
        return day - timedelta(days=7)
    if (day - today).days <= STILL_TO_COME_DAYS:
        return day
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None


def _bare(course: str) -> str:
    """The words without "my" and "training" around them."""
    said = _ARTICLE.sub("", course.strip(), count=1)
    shorter = re.sub(r"\s+(?:training|course|e-?learning|refresher)$", "", said, flags=re.IGNORECASE)
    return shorter or said


def named_course(said: str, courses: Sequence[Course]) -> Course | None:
    """The course whose title the words are, but for a letter or two or its end; None where that is not clear.

    "Finished the report" is no course in report writing.
    """
    wanted = said.casefold()
    begins = f"{wanted} " if " " in wanted else None
    found = {
        each.id: each
        for each, title in _titles(courses)
        if fuzz.ratio(wanted, title) >= SURE_OF_COURSE or (begins is not None and title.startswith(begins))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _titles(courses: Sequence[Course]) -> list[tuple[Course, str]]:
    """Each course with each of its bare titles, in either language."""
    return [(each, _bare(title).casefold()) for each in courses for title in (each.title, each.title_cy) if title]


def likely_courses(said: str, courses: Sequence[Course]) -> tuple[Course | None, tuple[Course, ...]]:
    """Where a course is spoken of: the one that is meant, if clear, and those like it, most alike first."""
    wanted = said.casefold()
    titled = _titles(courses)
    exact = [each for each, title in titled if wanted in (title, each.title.casefold(), each.title_cy.casefold())]
    if exact:
        return exact[0], tuple(dict.fromkeys(exact))
    titles = [title for _, title in titled]
    near = process.extract(wanted, titles, scorer=fuzz.WRatio, score_cutoff=LIKE_COURSE, limit=OFFERED)
    found = tuple(dict.fromkeys(titled[index][0] for _title, _score, index in near))
    sure = tuple(dict.fromkeys(titled[index][0] for _title, score, index in near if score >= SURE_OF_COURSE))
    return (sure[0] if len(sure) == 1 else None), found
