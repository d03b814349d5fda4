"""What is read to count how much of an organisation's training is held: one pass over an index.

On which of the days a completion counted is one number, with a digit to base 32 for each day; in the sum of all
that someone completed of a course no digit is nought on whose day any of it counted. What no digit can hold, more
than 31 completions of one course by one person, is read again one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Date, and_, bindparam, case, cast, func, literal, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.absence import Absence, AbsenceKind
from core.model.compliance import LONG_ABSENCE_DAYS, POINTS, Lasts, Pattern
from core.model.training import CompletionState
from storage.mapping import ABSENCE
from storage.prepared import Prepared
from storage.sql import among, days_between, greater_of
from storage.tables import absences, training_completions

_BITS = 5
_BASE = 1 << _BITS
_MOST = _BASE - 1
"""Completions of one course by one person that a digit can count."""

_done = training_completions.c.completed_on
_until = func.coalesce(training_completions.c.expires_on, literal(date.max, Date()))
_COUNTS = training_completions.c.state == literal(CompletionState.RECORDED, training_completions.c.state.type)
_WAITS = training_completions.c.state == literal(CompletionState.PENDING, training_completions.c.state.type)
_points = [bindparam(f"point_{number}", type_=Date()) for number in range(POINTS)]
_today = _points[-1]


def _number(value: int) -> Any:
    # Part of the statement, which has hundreds of them.
    return literal_column(str(int(value)), BigInteger())


# A power of the base: of the first day by which it was done, and of the one after the last on which it counts.
_first = case(*((_done <= point, _number(_BASE**k)) for k, point in enumerate(_points)))
_after = case(
    *((_until >= _points[k], _number(_BASE ** (k + 1))) for k in reversed(range(POINTS))), else_=_number(1)
)

_PATTERNS = Prepared(
    select(
        training_completions.c.course_id,
        training_completions.c.person_id,
        cast(
            func.sum(case((_COUNTS, greater_of(_after - _first, _number(0)) // _number(_MOST)), else_=_number(0))),
            BigInteger(),
        ),
        func.min(case((_COUNTS, _first))),
        func.max(case((_WAITS, _number(1)), else_=_number(0))),
        func.max(
            case(
                (~_COUNTS, _number(Lasts.NEVER)),
                (_until < _today, _number(Lasts.EXPIRED)),
                (_until <= bindparam("soon", type_=Date()), _number(Lasts.SOON)),
                else_=_number(Lasts.LATER),
            )
        ),
        case((func.count() > _MOST, _number(1)), else_=_number(0)),
    )
    .where(among(training_completions.c.course_id, "course_ids"), _done <= _today)
    .group_by(training_completions.c.course_id, training_completions.c.person_id)
)
_ONE_BY_ONE = Prepared(
    select(
        training_completions.c.course_id,
        training_completions.c.person_id,
        _done,
        _until,
        _COUNTS,
        _WAITS,
    ).where(
        among(training_completions.c.person_id, "person_ids"),
        among(training_completions.c.course_id, "course_ids"),
        _done <= _today,
    )
)
_LONG = Prepared(
    select(*ABSENCE.columns).where(
        absences.c.tenant_id == bindparam("of_tenant"),
        absences.c.kind == literal(AbsenceKind.AWAY, absences.c.kind.type),
        and_(absences.c.ends_on >= bindparam("since"), absences.c.starts_on <= bindparam("until")),
        days_between(absences.c.starts_on, absences.c.ends_on) + 1 >= LONG_ABSENCE_DAYS,
    )
)


class SqlCompliances:
    """See `core.ports.Compliances`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def patterns(
        self, course_ids: Collection[str], points: Sequence[date], soon: date
    ) -> Iterable[tuple[str, str, Pattern]]:
        """What everyone has of these courses, by course and person."""
        given = {"course_ids": course_ids, "soon": soon} | {f"point_{k}": each for k, each in enumerate(points)}
        rows = await _PATTERNS.rows(self._connection, given)
        if not any(row[6] for row in rows):
            return _read(rows)
        many = {(row[0], row[1]) for row in rows if row[6]}
        more = await _ONE_BY_ONE.rows(
            self._connection,
            {
                "course_ids": list({course for course, _ in many}),
                "person_ids": list({person for _, person in many}),
                f"point_{POINTS - 1}": points[-1],
            },
        )
        found: defaultdict[tuple[str, str], list[Sequence[Any]]] = defaultdict(list)
        for row in more:
            found[row[0], row[1]].append(row)
        return [
            *_read(row for row in rows if not row[6]),
            *((*pair, _one_by_one(found[pair], points, soon)) for pair in sorted(many)),
        ]

    async def long_absences(self, tenant_id: str, since: date, until: date) -> dict[str, list[Absence]]:
        """Absences long enough to take someone out of the figure that touch any day between the two."""
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        found: defaultdict[str, list[Absence]] = defaultdict(list)
        for row in await _LONG.rows(self._connection, given):
            absence = ABSENCE.read(row)
            found[absence.person_id].append(absence)
        return dict(found)


def _read(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str, str, Pattern]]:
    for course_id, person_id, held, first, waits, lasts, _ in rows:
        yield course_id, person_id, _pattern(held, first, waits, lasts)


@cache
def _pattern(held: int, first: int | None, waits: int, lasts: int) -> Pattern:
    """Many people have the same; it is made once."""
    mask = sum(1 << k for k in range(POINTS) if held >> (_BITS * k) & _MOST)
    since = POINTS if first is None else (first.bit_length() - 1) // _BITS
    return Pattern(mask, since, bool(waits), Lasts(lasts))


def _one_by_one(rows: Sequence[Sequence[Any]], points: Sequence[date], soon: date) -> Pattern:
    counting = [(done, until) for _, _, done, until, counts, _ in rows if counts]
    mask = sum(1 << k for k, point in enumerate(points) if any(done <= point <= until for done, until in counting))
    last = max((until for _, until in counting), default=None)
    if last is None:
        lasts, since = Lasts.NEVER, POINTS
    else:
        lasts = Lasts.EXPIRED if last < points[-1] else Lasts.SOON if last <= soon else Lasts.LATER
        since = next(k for k, point in enumerate(points) if min(counting)[0] <= point)
    return Pattern(mask, since, any(row[5] for row in rows), lasts)
