"""How much of the training that is asked for is held: by course, team and job title, now and at earlier days.

The figure of a day is the share of what people must hold that they hold on it. Someone must hold a course where a
rule made by that day asks them for it, or where it is mandatory and they completed it by then. Counted are those
whose contract covers the day, long absence apart. Teams, job titles and courses are those of today.

A whole organisation is counted here from one row a person and course (`Pattern`), in sums over groups of people
who are the same to every rule, so that no standing of anyone is made; `core.model.requirements` says the same of
one person.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from core.model.absence import Absence, AbsenceKind
from core.model.requirements import Learner, Requirement, Rules

POINTS = 12
"""Days that are looked at: the ends of the last eleven months, and today."""

SOON_DAYS = 60
"""What runs out in as many days is told of."""

LONG_ABSENCE_DAYS = 28
"""From this length on, an absence takes someone out of the figure while it lasts."""

SMALL = 5
"""Of fewer people a percentage says little."""


class Lasts(IntEnum):
    """Until when what counts of a course counts, seen from today."""

    NEVER = 0
    EXPIRED = 1
    SOON = 2
    LATER = 3


class Pattern(NamedTuple):
    """What someone has of a course: `held` has bit k where it counted on day k.

    `since` is the first day by which it had been completed (`POINTS`: never), `waits` whether a completion waits
    for HR.
    """

    held: int
    since: int
    waits: bool
    lasts: Lasts


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a group: `held` of `required` now; of these `soon` run out within 60 days.

    `overdue` and `waiting` are of those that are not held: past their day, and completed but not looked at by HR.
    `trend` has (held, required) on each of the days.
    """

    people: int
    trend: tuple[tuple[int, int], ...]
    soon: int
    overdue: int
    waiting: int

    @property
    def held(self) -> int:
        """What is held now."""
        return self.trend[-1][0]

    @property
    def required(self) -> int:
        """What must be held now."""
        return self.trend[-1][1]

    @property
    def lacking(self) -> int:
        """What must be held now, and is not."""
        return self.required - self.held

    @property
    def rates(self) -> tuple[float | None, ...]:
        """The percentage on each day; None where nothing was asked."""
        return tuple(100 * held / required if required else None for held, required in self.trend)


@dataclass(frozen=True, slots=True)
class Compliance:
    """How an organisation, or a part of it, stands; groups of which nothing is asked are absent.

    `away` counts those who are not counted today because they are away for long.
    """

    points: tuple[date, ...]
    overall: Tally
    by_course: Mapping[str, Tally]
    by_team: Mapping[str | None, Tally]
    by_role: Mapping[str, Tally]
    away: int
    by_group: Mapping[str, Tally] = field(default_factory=dict)
    """Of groups that whoever counts it names; empty where nobody does."""


def points_before(today: date) -> tuple[date, ...]:
    """The ends of the last eleven months and today, the oldest first."""
    found = [today]
    for _ in range(POINTS - 1):
        found.append(found[-1].replace(day=1) - timedelta(days=1))
    return tuple(reversed(found))


def is_long(absence: Absence) -> bool:
    """Whether an absence takes someone out of the figure."""
    lasts = (absence.ends_on - absence.starts_on).days + 1
    return absence.kind is AbsenceKind.AWAY and lasts >= LONG_ABSENCE_DAYS


# --- counting -------------------------------------------------------------------------------------------------

_BITS = 24
"""Of one count within a sum of many; more people than that are no organisation."""

_SOON, _OVERDUE, _WAITING, _KNOWN_WAITING, _UNKNOWN_WAITING = range(2 * POINTS, 2 * POINTS + 5)
"""Where these counts lie, after what was held on each day and what was known (or required) by it."""

_ALL = (1 << POINTS) - 1
_TODAY = 1 << (POINTS - 1)
_DAY = timedelta(days=1)
_ONE = (1 << _BITS) - 1


def _at(*fields: int) -> int:
    return sum(1 << (_BITS * each) for each in fields)


@cache
def _spread(mask: int) -> int:
    """One in the count of each day of the mask."""
    return _at(*(each for each in range(POINTS) if mask >> each & 1))


@cache
def _counted(pattern: Pattern) -> int:
    """What one person's part in a course adds to the sums."""
    held, since, waits, lasts = pattern
    known = _ALL >> since << since
    found = _spread(held) + (_spread(known) << (_BITS * POINTS))
    if lasts is Lasts.SOON:
        found += _at(_SOON)
    if lasts is Lasts.EXPIRED and not waits:
        found += _at(_OVERDUE)
    if waits and lasts in (Lasts.NEVER, Lasts.EXPIRED):
        found += _at(_WAITING, _KNOWN_WAITING if lasts is Lasts.EXPIRED else _UNKNOWN_WAITING)
    return found


class _Class(NamedTuple):
    """Those who are the same to every rule on each of the days; `there` has bit k where they are counted on it."""

    like: Learner
    number: int
    there: int
    group: str = ""


def count_compliance(
    learners: Iterable[Learner],
    rules: Sequence[Requirement],
    courses: Rules,
    patterns: Iterable[tuple[str, str, Pattern]],
    absences: Mapping[str, Collection[Absence]],
    points: Sequence[date],
    group_of: Mapping[str, str] | None = None,
) -> Compliance:
    """Count the courses of `courses` (whose rules are `rules`) among these people.

    `patterns` are by course and person, those of a course together; `absences` are the long ones, by person.
    `group_of` puts people, by id, into groups that are counted as well.
    """
    classes, class_of, away = _classes(learners, rules, absences, points, group_of or {})
    sums: dict[str, list[int]] = {each: [0] * len(classes) for each in courses.courses}
    for course_id, person_id, pattern in patterns:
        if (place := class_of.get(person_id)) is not None:
            sums[course_id][place] += _counted(pattern)
    return _summed(classes, rules, courses, sums, points, away)


def _classes(
    learners: Iterable[Learner],
    rules: Sequence[Requirement],
    absences: Mapping[str, Collection[Absence]],
    points: Sequence[date],
    group_of: Mapping[str, str],
) -> tuple[list[_Class], dict[str, int], int]:
    """The classes, each person's among them, and how many are away for long today."""
    today = points[-1]
    # On one side of each of these days a start makes no difference to what is counted.
    starts = sorted({*points, *(today - timedelta(days=each.within_days + 1) for each in rules)})
    places: dict[tuple[object, ...], int] = {}
    found: list[tuple[Learner, int, int, str]] = []
    counts: list[int] = []
    class_of: dict[str, int] = {}
    away_today = 0
    for each in learners:
        away = _away(absences[each.id], points) if each.id in absences else 0
        start = bisect_left(starts, each.start_on) if each.start_on else 0
        end = bisect_left(points, each.end_on + _DAY) if each.end_on else POINTS
        group = group_of.get(each.id, "")
        key = (each.team_id, each.role, each.employment, start, end, away, group)
        place = places.get(key)
        if place is None:
            place = places[key] = len(found)
            found.append((each, _employed(each, points), away, group))
            counts.append(0)
        counts[place] += 1
        class_of[each.id] = place
        if away and found[place][1] & away & _TODAY:
            away_today += 1
    classes = [
        _Class(like, count, here & ~away, group)
        for (like, here, away, group), count in zip(found, counts, strict=True)
    ]
    return classes, class_of, away_today


def _employed(learner: Learner, points: Sequence[date]) -> int:
    return sum(
        1 << number
        for number, point in enumerate(points)
        if (learner.start_on is None or learner.start_on <= point)
        and (learner.end_on is None or point <= learner.end_on)
    )


def _away(absences: Collection[Absence], points: Sequence[date]) -> int:
    found = 0
    for number, point in enumerate(points):
        if any(each.covers(point) and is_long(each) for each in absences):
            found |= 1 << number
    return found


class _Asked(NamedTuple):
    """On which days a course was asked of someone placed so, and when it is due for them now."""

    mask: int
    due: Callable[[Learner], date | None]


def _asked(rules: Sequence[Requirement], points: Sequence[date]) -> list[_Asked]:
    """The rules of a course that had been made by each of the days, those of one set of rules together."""
    found: dict[tuple[Requirement, ...], int] = {}
    for number, point in enumerate(points):
        made = tuple(each for each in rules if each.made_on <= point)
        found[made] = found.get(made, 0) | 1 << number
    return [_Asked(mask, Rules((), made).of(made[0].course_id).due) for made, mask in found.items() if made]


def _summed(
    classes: Sequence[_Class],
    rules: Sequence[Requirement],
    courses: Rules,
    sums: Mapping[str, Sequence[int]],
    points: Sequence[date],
    away: int,
) -> Compliance:
    overall = 0
    by_course: defaultdict[str, int] = defaultdict(int)
    by_team: defaultdict[str | None, int] = defaultdict(int)
    by_role: defaultdict[str, int] = defaultdict(int)
    by_group: defaultdict[str, int] = defaultdict(int)
    for course_id, course in courses.courses.items():
        asked = _asked([each for each in rules if each.course_id == course_id], points)
        for (like, count, there, group), known in zip(classes, sums[course_id], strict=True):
            # Sets of rules that had been made only ever grow.
            when = [(each.mask, due) for each in asked if (due := each.due(like)) is not None]
            mask = 0
            for days, _ in when:
                mask |= days
            if not mask and not (course.mandatory and known):
                continue
            due_now = when[-1][1] if when and when[-1][0] & _TODAY else None
            added = _required(known, count, there, mask, course.mandatory, due_now, points[-1])
            if not added:
                continue
            overall += added
            by_course[course_id] += added
            by_team[like.team_id] += added
            by_role[like.role] += added
            if group:
                by_group[group] += added
    here = [each for each in classes if each.there & _TODAY]
    team_people: defaultdict[str | None, int] = defaultdict(int)
    role_people: defaultdict[str, int] = defaultdict(int)
    group_people: defaultdict[str, int] = defaultdict(int)
    for each in here:
        team_people[each.like.team_id] += each.number
        role_people[each.like.role] += each.number
        group_people[each.group] += each.number
    return Compliance(
        tuple(points),
        _tally(overall, sum(each.number for each in here)),
        {each: _tally(found, _field(found, 2 * POINTS - 1)) for each, found in by_course.items()},
        {each: _tally(found, team_people[each]) for each, found in by_team.items()},
        {each: _tally(found, role_people[each]) for each, found in by_role.items()},
        away,
        {each: _tally(found, group_people[each]) for each, found in by_group.items()},
    )


def _required(
    known: int, count: int, there: int, asked: int, mandatory: bool, due: date | None, today: date
) -> int:
    """The sums of a class about a course, with what is required in the place of what is known."""
    by_known = there & ~asked if mandatory else 0
    of_days = _spread(there & asked | by_known) * _ONE
    found = known & of_days
    found |= (known & (_spread(by_known) * _ONE << _BITS * POINTS)) + (
        _spread(there & asked) * count << _BITS * POINTS
    )
    if not there & _TODAY:
        return found
    is_asked = bool(asked & _TODAY)
    if not is_asked and not mandatory:
        return found
    overdue = _field(known, _OVERDUE)
    if is_asked and due is not None and due < today:
        overdue += count - _field(known, 2 * POINTS - 1) - _field(known, _UNKNOWN_WAITING)
    waiting = _field(known, _WAITING if is_asked else _KNOWN_WAITING)
    return (
        found
        + (_field(known, _SOON) << _BITS * _SOON)
        + (overdue << _BITS * _OVERDUE)
        + (waiting << _BITS * _WAITING)
    )


def _field(sums: int, number: int) -> int:
    return sums >> (_BITS * number) & _ONE


def _tally(sums: int, people: int) -> Tally:
    trend = tuple((_field(sums, each), _field(sums, POINTS + each)) for each in range(POINTS))
    return Tally(people, trend, _field(sums, _SOON), _field(sums, _OVERDUE), _field(sums, _WAITING))
