"""Audiences in plain words: "everyone in Housing who lacks fire safety", "pawb yn y tîm Tai heb Fire safety".

What is said is gone through from left to right: words that carry nothing, joining words, and what says something
of people. Nothing is passed over: words that cannot be read are named, with what is nearest to them. What
`core.cards.audiences.described` writes is read back as the same audience.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from rapidfuzz import fuzz, process

from core.model.audience import ONE_EACH, Audience, Clause, Filter, Known, Trait
from core.understanding.audience_words import (
    AFTER_DATE,
    AFTER_NAME,
    ALSO,
    AND,
    AS,
    COUNTS,
    EMPLOYED,
    ENDS,
    EXCEPT,
    EXPIRES,
    EXPIRING,
    FILLER,
    IS_OVERDUE,
    LACKS,
    LANGUAGES,
    NATIONS,
    NEW,
    NEW_DAYS,
    NOT,
    OR,
    OVERDUE,
    PLACE,
    ROLE,
    SITE,
    STARTED,
    STARTED_WITHIN,
    TEAM,
)
from core.understanding.dates import read_date

LONGEST = 500
SURE = 86
"""How alike (0 to 100) words and a name must be to be taken for it; the audience is shown before anything goes."""

SOON_DAYS = 60
"""How soon something runs out that "expires" with no number of days."""

NEAR = 50
OFFERED = 3

What = Literal["course", "place", "team", "role", "date", "words"]


class Unread(Exception):
    """Words that say nothing that is known: what they should be, and the names nearest to them."""

    def __init__(self, what: What, said: str, near: Sequence[str] = ()) -> None:
        super().__init__(said)
        self.what = what
        self.said = said
        self.near = tuple(near)


@dataclass(slots=True)
class _Reading:
    """Where the reading of one run of words has got to."""

    text: str
    known: Known
    today: date
    at: int = 0
    clauses: list[list[Filter]] = field(default_factory=list)
    excluded: list[list[list[Filter]]] = field(default_factory=list)
    apart: list[list[list[Filter]]] = field(default_factory=list)
    """Exceptions that are finished, where the words tell of exceptions."""
    is_exception: bool = False
    joined_by: str = ""
    negated: bool = False
    last: Filter | None = None

    def take(self, found: Filter) -> None:
        """Put one more thing that is said beside the others, as the words before it join it."""
        if self.negated:
            self.excluded.append([[found]])
        elif not self.clauses or self.last is None:
            self.clauses.append([found])
        elif self.is_exception and self.joined_by in ("and", "or") and self.last.trait is not found.trait:
            # "except interims and people in Planning": neither.
            self.apart.append(self.clauses)
            self.clauses = [[found]]
        elif self.joined_by == "or" or self._can_only_be_either(found):
            self.clauses[-1].append(found)
        else:
            self.clauses.append([found])
        self.last = None if self.negated else found
        self.joined_by, self.negated = "", False

    def _can_only_be_either(self, found: Filter) -> bool:
        return (
            self.joined_by == "and"
            and self.last is not None
            and found.trait is self.last.trait
            and (found.trait in ONE_EACH or self.is_exception)
        )

    def matches(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Whether the pattern is what comes next; the reading moves past it."""
        found = pattern.match(self.text, self.at)
        if found is not None and found.end() > self.at:
            self.at = found.end()
            return found
        return None

    @property
    def rest(self) -> str:
        return self.text[self.at :]


def read_audience(text: str, known: Known, today: date) -> Audience:
    """The audience that is described; raises `Unread` for the first words that say nothing known."""
    said = " ".join(text[:LONGEST].replace("’", "'").split()).strip(" .!?")
    lowered = said.casefold()
    if not lowered:
        raise Unread("words", "")
    wanted, *exceptions = EXCEPT.split(lowered)
    main = _read(wanted, known, today)
    none_of = [_clauses(each) for each in main.excluded]
    for each in exceptions:
        apart = _read(each, known, today, is_exception=True)
        if not apart.clauses and not apart.apart:
            raise Unread("words", each.strip())
        none_of += [_clauses(one) for one in (*apart.apart, apart.clauses)]
    return Audience(_clauses(main.clauses), tuple(dict.fromkeys(none_of)))


def _clauses(found: Iterable[Sequence[Filter]]) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(tuple(dict.fromkeys(clause)) for clause in found if clause))


def _read(text: str, known: Known, today: date, *, is_exception: bool = False) -> _Reading:
    reading = _Reading(text.strip(" ,"), known, today, is_exception=is_exception)
    while reading.at < len(reading.text):
        if reading.text[reading.at] in " '":
            reading.at += 1
        elif not (_says_something(reading) or _joins(reading) or reading.matches(FILLER)):
            raise _unread(reading)
    return reading


def _joins(reading: _Reading) -> bool:
    if reading.matches(ALSO):
        reading.joined_by = "also"
    elif reading.matches(OR):
        reading.joined_by = "or"
    elif reading.matches(AND):
        reading.joined_by = reading.joined_by or "and"
    elif reading.matches(NOT):
        reading.negated = True
    else:
        return False
    return True


def _says_something(reading: _Reading) -> bool:
    """Whether what comes next is something that is true of people; it is taken."""
    return any(reader(reading) for reader in _READERS)


def _expires(reading: _Reading) -> bool:
    start = reading.at
    found = EXPIRES.match(reading.text, start)
    if found is None:
        expiring = EXPIRING.match(reading.text, start)
        if expiring is None:
            return False
        name, days = expiring["name"], SOON_DAYS
    else:
        name = found["name"]
        is_cued = found[0].startswith(("whose", "with", "y mae", "mae eu", "gyda"))
        if not is_cued and _meant(name, list(reading.known.courses.values())) is None:
            return False
        days = _days(found["count"], found["unit"]) if found["count"] else SOON_DAYS
    course = _course(reading, name)
    reading.at = (found or expiring).end()  # type: ignore[union-attr]
    reading.take(Filter(Trait.EXPIRES, course, reading.known.courses[course], days))
    return True


def _lacks(reading: _Reading) -> bool:
    if not reading.matches(LACKS):
        return False
    reading.negated = False
    reading.take(_of_course(reading, Trait.LACKS))
    return True


def _overdue(reading: _Reading) -> bool:
    if reading.matches(OVERDUE):
        reading.take(_of_course(reading, Trait.OVERDUE))
        return True
    found = IS_OVERDUE.match(reading.text, reading.at)
    if found is None or not (found["cue"] or _meant(found["name"], list(reading.known.courses.values()))):
        return False
    expires = EXPIRES.match(reading.text, reading.at)
    if expires is not None and expires.end("name") < found.end("name"):
        # "whose data protection expires or whose fire safety is overdue": what comes first is read first.
        return False
    course = _course(reading, found["name"])
    reading.at = found.end()
    reading.take(Filter(Trait.OVERDUE, course, reading.known.courses[course]))
    return True


def _of_course(reading: _Reading, trait: Trait) -> Filter:
    title = _name_at(reading, reading.known.courses.values())
    if title is not None:
        course = _id_of(title, reading.known.courses)
    else:
        words = _up_to(reading, ENDS)
        course = _course(reading, words)
    return Filter(trait, course, reading.known.courses[course])


def _another_course(reading: _Reading) -> bool:
    """A further course after "lacks fire safety or ...", or "overdue for", named without saying so again."""
    last = reading.last
    if last is None or not reading.joined_by or last.trait not in (Trait.LACKS, Trait.OVERDUE):
        return False
    title = _name_at(reading, reading.known.courses.values())
    if title is None:
        return False
    course = _id_of(title, reading.known.courses)
    reading.take(Filter(last.trait, course, title))
    return True


def _started(reading: _Reading) -> bool:
    if (within := reading.matches(STARTED_WITHIN)) is not None:
        since = reading.today - timedelta(days=_days(within["count"], within["unit"]))
        reading.take(Filter(Trait.STARTED_FROM, since.isoformat()))
        return True
    if reading.matches(NEW):
        since = reading.today - timedelta(days=NEW_DAYS)
        reading.take(Filter(Trait.STARTED_FROM, since.isoformat()))
        return True
    found = reading.matches(STARTED)
    if found is None:
        return False
    words = _up_to(reading, AFTER_DATE)
    day = _past_day(words, reading.today)
    if day is None:
        raise Unread("date", words)
    if found["which"] in ("before", "cyn"):
        reading.take(Filter(Trait.STARTED_BEFORE, day.isoformat()))
    else:
        after = found["which"] in ("after", "ar ôl")
        reading.take(Filter(Trait.STARTED_FROM, (day + timedelta(days=after)).isoformat()))
    return True


def _past_day(words: str, today: date) -> date | None:
    """A day that has been: without a year the last such one."""
    day = read_date(words, today)
    if day is None or day <= today or re.search(r"\b(?:19|20)\d\d\b", words):
        return day
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day - timedelta(days=366)


def _employed(reading: _Reading) -> bool:
    for kind, pattern in EMPLOYED:
        if reading.matches(pattern):
            reading.take(Filter(Trait.EMPLOYMENT, kind))
            return True
    return False


def _lives(reading: _Reading) -> bool:
    for nation, pattern in NATIONS:
        if reading.matches(pattern):
            reading.take(Filter(Trait.NATION, nation))
            return True
    for language, pattern in LANGUAGES:
        if reading.matches(pattern):
            reading.take(Filter(Trait.LANGUAGE, language))
            return True
    return False


def _cued(
    cue: re.Pattern[str], what: What, choose: Callable[[Known], Sequence[tuple[Trait, str, str]]]
) -> Callable[[_Reading], bool]:
    """Reads `cue` and a name after it; a name that nothing has is told with those nearest to it."""

    def read(reading: _Reading) -> bool:
        start = reading.at
        if (cued := reading.matches(cue)) is None:
            return False
        choices = choose(reading.known)
        names = [name for _trait, _value, name in choices]
        name = _name_at(reading, names)
        if name is None:
            at = reading.at
            # "in Team Valley": the word before is a part of the name.
            reading.at = start + cued[0].rstrip().rfind(" ") + 1
            name = _name_at(reading, names)
        if name is None:
            reading.at = at
            words = _up_to(reading, ENDS)
            name = _meant(words, names)
            if name is None:
                reading.at = start if what == "words" else at
                raise Unread(what, words, _nearest(words, names))
        trait, value, shown = next(each for each in choices if each[2] == name)
        reading.take(Filter(trait, value, shown if trait is Trait.TEAM else ""))
        return True

    return read


def _teams(known: Known) -> list[tuple[Trait, str, str]]:
    return [(Trait.TEAM, id_, name) for id_, name in known.teams.items()]


def _sites(known: Known) -> list[tuple[Trait, str, str]]:
    return [(Trait.SITE, site, site) for site in known.sites]


def _roles(known: Known) -> list[tuple[Trait, str, str]]:
    return [(Trait.ROLE, role, role) for role in known.roles]


def _bare_name(reading: _Reading) -> bool:
    """A role, or after a team or site another one, named without more words."""
    choices = list(_roles(reading.known))
    if reading.last is not None and reading.joined_by and reading.last.trait in (Trait.TEAM, Trait.SITE):
        choices += [*_teams(reading.known), *_sites(reading.known)]
    elif reading.at == 0:
        choices += _teams(reading.known)
    name = _name_at(reading, [each[2] for each in choices])
    if name is None:
        return False
    trait, value, shown = next(each for each in choices if each[2] == name)
    reading.take(Filter(trait, value, shown if trait is Trait.TEAM else ""))
    return True


_READERS: tuple[Callable[[_Reading], bool], ...] = (
    _another_course,
    _bare_name,
    _lacks,
    _overdue,
    _started,
    _expires,
    _lives,
    _employed,
    _cued(TEAM, "team", _teams),
    _cued(ROLE, "role", _roles),
    _cued(AS, "role", _roles),
    _cued(SITE, "place", lambda known: [*_sites(known), *_teams(known)]),
    _cued(PLACE, "place", lambda known: [*_teams(known), *_sites(known)]),
)


def _name_at(reading: _Reading, names: Iterable[str]) -> str | None:
    """The longest of the names that comes next, in the singular or with an s; the reading moves past it."""
    for name in sorted(names, key=len, reverse=True):
        wanted = name.casefold().replace("’", "'")
        if not wanted or not reading.text.startswith(wanted, reading.at):
            continue
        end = reading.at + len(wanted)
        end += reading.text.startswith("s", end)
        after = AFTER_NAME.match(reading.text, end)
        if after is not None:
            reading.at = after.end()
            return name
    return None


def _up_to(reading: _Reading, end: re.Pattern[str]) -> str:
    found = end.search(reading.text, reading.at)
    stop = found.start() if found else len(reading.text)
    words = reading.text[reading.at : stop].strip()
    reading.at = stop
    return words


def _course(reading: _Reading, words: str) -> str:
    titles = list(reading.known.courses.values())
    title = _meant(words, titles)
    if title is None:
        raise Unread("course", words, _nearest(words, titles))
    return _id_of(title, reading.known.courses)


def _meant(words: str, names: Sequence[str]) -> str | None:
    """The one name that the words are, but for a letter or two, or a part of; None where that is not clear."""
    said = re.sub(
        r"^(?:the|their|a|an|any|y|yr|eu) |(?: team| training| course| site| tîm| cwrs)$", "", words.strip()
    )
    if len(said) < 2:
        return None
    folded = {name: name.casefold() for name in names}
    exact = [name for name, low in folded.items() if low == said]
    begun = [name for name, low in folded.items() if low.startswith(f"{said} ")]
    within = [name for name, low in folded.items() if f" {said} " in f" {low} "]
    like = [name for name, low in folded.items() if fuzz.ratio(said, low) >= SURE]
    for found in (exact, begun, within, like):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _nearest(words: str, names: Sequence[str]) -> list[str]:
    near = process.extract(
        words, list(names), scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=NEAR, limit=OFFERED
    )
    return [name for name, _score, _index in near] or list(names)[:OFFERED]


def _id_of(title: str, named: Mapping[str, str]) -> str:
    return next(id_ for id_, name in named.items() if name == title)


def _days(count: str, unit: str) -> int:
    number = COUNTS.get(count) or int(count)
    if unit.startswith(("week", "wythnos")):
        return 7 * number
    if unit.startswith(("month", "mis")):
        return 30 * number
    return 365 * number if unit.startswith(("year", "blynedd", "flwyddyn")) else number


def _unread(reading: _Reading) -> Unread:
    start = reading.at
    words = _up_to(reading, ENDS) or reading.text[start:]
    known = reading.known
    names = [*known.teams.values(), *known.roles, *known.sites, *known.courses.values()]
    return Unread("words", words, _nearest(words, names))
