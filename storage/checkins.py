"""Schedules, enrolments, check-ins and their answers."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Select, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.checkin import Answer, CheckIn, CheckInState, Enrolment, ProgressUpdate, Schedule
from core.model.person import Person
from core.ports import Conflict
from storage import tables
from storage.mapping import ANSWER, CHECK_IN, ENROLMENT, PERSON, PROGRESS_UPDATE, SCHEDULE, read_pair
from storage.prepared import Prepared
from storage.sql import among, execute_in_parts, insert_or_ignore, insert_or_update
from storage.tables import (
    IS_UNANSWERED,
    answers,
    checkins,
    enrolments,
    people,
    progress_updates,
    schedules,
    teams,
)

_SCHEDULES = Prepared(
    select(*SCHEDULE.columns)
    .where(schedules.c.tenant_id == bindparam("tenant_id"))
    .order_by(schedules.c.name, schedules.c.id)
)
_ENROLMENTS = (
    select(*ENROLMENT.columns)
    .where(among(enrolments.c.person_id, "person_ids"))
    .order_by(enrolments.c.person_id, enrolments.c.schedule_id)
)
_reports = people.alias("reports")
_LEADS_OTHERS = or_(
    exists().where(_reports.c.manager_id == people.c.id), exists().where(teams.c.lead_id == people.c.id)
)
# Those without a team are one with whoever has the same line manager.
_TEAM = func.coalesce(people.c.team_id, people.c.manager_id, "")
_in_turn = (
    select(
        enrolments.c.person_id,
        enrolments.c.next_due_at,
        _TEAM.label("team"),
        func.row_number()
        .over(
            partition_by=(enrolments.c.next_due_at, _TEAM),
            order_by=(_LEADS_OTHERS.desc(), people.c.id, enrolments.c.schedule_id),
        )
        .label("turn"),
    )
    .join(people, people.c.id == enrolments.c.person_id)
    .where(enrolments.c.next_due_at <= bindparam("now"))
    .subquery("in_turn")
)
_DUE_PEOPLE = (
    select(_in_turn.c.person_id)
    .order_by(_in_turn.c.next_due_at, _in_turn.c.turn, _in_turn.c.team)
    .limit(bindparam("at_most"))
)
# On PostgreSQL another replica's rows are passed over, so that several plan side by side and none waits.
_DUE_PROMPTS = (
    select(*ENROLMENT.columns, *SCHEDULE.columns, *PERSON.columns)
    .select_from(enrolments)
    .join(schedules, schedules.c.id == enrolments.c.schedule_id)
    .join(people, people.c.id == enrolments.c.person_id)
    .where(among(enrolments.c.person_id, "person_ids"), enrolments.c.next_due_at <= bindparam("now"))
    .with_for_update(of=enrolments, skip_locked=True)
)

_CHECK_INS = select(*CHECK_IN.columns)
_BY_ID = _CHECK_INS.where(checkins.c.id == bindparam("checkin_id"))
_OF_PERIOD = _CHECK_INS.where(
    among(checkins.c.person_id, "person_ids"),
    checkins.c.period == bindparam("on"),
    checkins.c.schedule_id == bindparam("of_schedule"),
)
_OF_PERIODS = _CHECK_INS.where(
    among(checkins.c.person_id, "person_ids"),
    checkins.c.period.between(bindparam("since"), bindparam("until")),
).order_by(checkins.c.period.desc(), checkins.c.person_id, checkins.c.schedule_id)

# One step into the index (person_id, opens_at) for each person, however long their history.
_earlier = checkins.alias("earlier")
_NEWEST_OPENED = (
    select(_earlier.c.id)
    .where(_earlier.c.person_id == people.c.id, _earlier.c.opens_at <= bindparam("now"))
    .order_by(_earlier.c.opens_at.desc())
    .limit(1)
    .correlate(people)
    .scalar_subquery()
)
_CURRENT = Prepared(
    _CHECK_INS.select_from(people)
    .join(checkins, checkins.c.id == _NEWEST_OPENED)
    .where(among(people.c.id, "person_ids"))
)
_OPEN_FOR = Prepared(
    _CHECK_INS.where(checkins.c.person_id == bindparam("of_person"), checkins.c.closes_at > bindparam("now"))
    .order_by(checkins.c.opens_at > bindparam("now"), checkins.c.opens_at.desc())
    .limit(1)
)
_TALLY = (
    select(checkins.c.period, checkins.c.state, func.count())
    .where(
        checkins.c.tenant_id == bindparam("of_tenant"),
        checkins.c.period.between(bindparam("since"), bindparam("until")),
    )
    .group_by(checkins.c.period, checkins.c.state)
)


def _due_by(instant: Column[Any]) -> Select[Any]:
    return (
        select(*CHECK_IN.columns, *PERSON.columns)
        .select_from(checkins)
        .join(people, people.c.id == checkins.c.person_id)
        .where(IS_UNANSWERED, instant <= bindparam("now"))
        .order_by(instant)
        .limit(bindparam("at_most"))
        # What is read is what is changed: an answer that comes meanwhile waits, and finds it as it is then.
        .with_for_update(of=checkins, skip_locked=True)
    )


_DUE_REMINDERS = _due_by(checkins.c.remind_at)
_DUE_SNOOZES = _due_by(checkins.c.snoozed_until)
_DUE_CLOSINGS = _due_by(checkins.c.closes_at)


# What may change in a check-in; whose it is and of which period is for ever.
_FIXED = {"id", "tenant_id", "person_id", "schedule_id", "period"}
_CHANGING = tuple(column.name for column in CHECK_IN.columns if column.name not in _FIXED)
_SAVE = (
    update(checkins)
    .where(checkins.c.id == bindparam("this_id"), checkins.c.version == bindparam("this_version"))
    .values({name: bindparam(f"new_{name}", type_=checkins.c[name].type) for name in _CHANGING})
)
_PROGRESS = (
    select(*PROGRESS_UPDATE.columns)
    .where(among(progress_updates.c.checkin_id, "checkin_ids"))
    .order_by(progress_updates.c.checkin_id, progress_updates.c.objective_id)
)
_ANSWERS = select(*ANSWER.columns).where(answers.c.checkin_id == bindparam("of_checkin")).order_by(answers.c.id)


class SqlCheckIns:
    """See `core.ports.CheckIns`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def schedules(self, tenant_id: str) -> list[Schedule]:
        """The tenant's schedules, by name."""
        rows = await _SCHEDULES.rows(self._connection, {"tenant_id": tenant_id})
        return [SCHEDULE.read(row) for row in rows]

    async def save_schedule(self, schedule: Schedule) -> None:
        """Insert or update by id."""
        statement = insert_or_update(self._connection, schedules, "id")
        await self._connection.execute(statement, SCHEDULE.values(schedule))

    async def save_enrolments(self, enrolments: Iterable[Enrolment]) -> None:
        """Insert or update by (schedule, person)."""
        rows = [ENROLMENT.values(enrolment) for enrolment in enrolments]
        if rows:
            statement = insert_or_update(self._connection, tables.enrolments, "schedule_id", "person_id")
            await execute_in_parts(self._connection, statement, rows)

    async def enrolments_of(self, person_ids: Collection[str]) -> list[Enrolment]:
        """Every enrolment of these people."""
        rows = await self._connection.execute(_ENROLMENTS, {"person_ids": person_ids})
        return [ENROLMENT.read(row) for row in rows]

    async def due_people(self, now: datetime, limit: int) -> list[str]:
        """Whom to ask at `now`, longest due first, and teams in turn: see `core.ports.CheckIns.due_people`."""
        found = await self._connection.execute(_DUE_PEOPLE, {"now": now, "at_most": limit})
        return list(dict.fromkeys(person_id for (person_id,) in found))

    async def due_prompts(
        self, person_ids: Sequence[str], now: datetime
    ) -> list[tuple[Enrolment, Schedule, Person]]:
        """What is due of these people at `now`, in their order; what another replica has in hand is left out."""
        rows = await self._connection.execute(_DUE_PROMPTS, {"person_ids": person_ids, "now": now})
        cut = len(ENROLMENT.columns)
        found = [(ENROLMENT.read(row[:cut]), *read_pair(row[cut:], SCHEDULE, PERSON)) for row in rows]
        turn = {person_id: at for at, person_id in enumerate(person_ids)}
        return sorted(found, key=lambda each: (turn[each[0].person_id], each[0].schedule_id))

    async def by_id(self, checkin_id: str) -> CheckIn | None:
        """The check-in with this id."""
        row = (await self._connection.execute(_BY_ID, {"checkin_id": checkin_id})).first()
        return CHECK_IN.read(row) if row else None

    async def of_period(self, schedule_id: str, person_ids: Collection[str], period: date) -> list[CheckIn]:
        """These people's check-ins of one period of one schedule."""
        return await self._many(_OF_PERIOD, of_schedule=schedule_id, person_ids=person_ids, on=period)

    async def of_periods(self, person_ids: Collection[str], since: date, until: date) -> list[CheckIn]:
        """Check-ins whose period lies between the two days, both inclusive, newest period first."""
        return await self._many(_OF_PERIODS, person_ids=person_ids, since=since, until=until)

    async def current(self, person_ids: Collection[str], now: datetime) -> dict[str, CheckIn]:
        """Each person's newest check-in that has opened by `now`; people without any are absent."""
        rows = await _CURRENT.rows(self._connection, {"person_ids": person_ids, "now": now})
        return {checkin.person_id: checkin for checkin in map(CHECK_IN.read, rows)}

    async def open_for(self, person_id: str, now: datetime) -> CheckIn | None:
        """The person's check-in whose window is open at `now`; else one that was brought up ahead of its own."""
        rows = await _OPEN_FOR.rows(self._connection, {"of_person": person_id, "now": now})
        return CHECK_IN.read(rows[0]) if rows else None

    async def add(self, checkins: Iterable[CheckIn]) -> None:
        """Insert; one that exists already for the same (schedule, person, period) is left as it is."""
        rows = [CHECK_IN.values(checkin) for checkin in checkins]
        if rows:
            statement = insert_or_ignore(self._connection, tables.checkins, "person_id", "period", "schedule_id")
            await self._connection.execute(statement, rows)

    async def save(self, checkin: CheckIn) -> CheckIn:
        """Update where the version still matches and return it with the next one; else raise `Conflict`."""
        done = await self._connection.execute(_SAVE, _new_values(checkin))
        if done.rowcount == 0:
            raise Conflict("the check-in was changed meanwhile")
        return replace(checkin, version=checkin.version + 1)

    async def save_all(self, checkins: Collection[CheckIn]) -> None:
        """Like `save` for many at once, but one that was changed meanwhile is left as it is."""
        if checkins:
            await self._connection.execute(_SAVE, [_new_values(checkin) for checkin in checkins])

    async def due_reminders(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]:
        """Unanswered check-ins whose reminder is due at `now`, longest due first."""
        return await self._due(_DUE_REMINDERS, now, limit)

    async def due_snoozes(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]:
        """Unanswered check-ins put off until `now` or before, longest due first."""
        return await self._due(_DUE_SNOOZES, now, limit)

    async def due_closings(self, now: datetime, limit: int) -> list[tuple[CheckIn, Person]]:
        """Unanswered check-ins whose window has closed at `now`, longest closed first."""
        return await self._due(_DUE_CLOSINGS, now, limit)

    async def set_progress(self, updates: Collection[ProgressUpdate]) -> None:
        """Insert or replace what each check-in says about each objective."""
        if updates:
            statement = insert_or_update(self._connection, progress_updates, "checkin_id", "objective_id")
            await self._connection.execute(statement, [PROGRESS_UPDATE.values(each) for each in updates])

    async def progress_of(self, checkin_ids: Collection[str]) -> list[ProgressUpdate]:
        """What these check-ins say about their objectives."""
        rows = await self._connection.execute(_PROGRESS, {"checkin_ids": checkin_ids})
        return [PROGRESS_UPDATE.read(row) for row in rows]

    async def log_answers(self, answers: Iterable[Answer]) -> None:
        """Keep the answers beside all earlier ones."""
        rows = [ANSWER.values(answer) for answer in answers]
        if rows:
            await self._connection.execute(insert(tables.answers), rows)

    async def answers_of(self, checkin_id: str) -> list[Answer]:
        """Every answer ever given, oldest first."""
        rows = await self._connection.execute(_ANSWERS, {"of_checkin": checkin_id})
        return [ANSWER.read(row) for row in rows]

    async def tally(self, tenant_id: str, since: date, until: date) -> dict[date, dict[CheckInState, int]]:
        """How many check-ins stand in each state, by period (both inclusive); states without any are absent."""
        found: defaultdict[date, dict[CheckInState, int]] = defaultdict(dict)
        given = {"of_tenant": tenant_id, "since": since, "until": until}
        for period, state, count in await self._connection.execute(_TALLY, given):
            found[period][state] = count
        return dict(found)

    async def _many(self, statement: Select[Any], **parameters: Any) -> list[CheckIn]:
        return [CHECK_IN.read(row) for row in await self._connection.execute(statement, parameters)]

    async def _due(self, statement: Select[Any], now: datetime, limit: int) -> list[tuple[CheckIn, Person]]:
        rows = await self._connection.execute(statement, {"now": now, "at_most": limit})
        return [read_pair(row, CHECK_IN, PERSON) for row in rows]


def _new_values(checkin: CheckIn) -> dict[str, Any]:
    values = CHECK_IN.values(checkin)
    return {f"new_{name}": values[name] for name in _CHANGING} | {
        "new_version": checkin.version + 1,
        "this_id": checkin.id,
        "this_version": checkin.version,
    }
