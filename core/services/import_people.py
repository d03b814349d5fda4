"""Import people from a file: all of it or nothing, and as often as anyone likes.

The file is HR's record and wins where it says something. A blank optional cell, like a column that is not there,
leaves a known value as it is; a single hyphen empties it (an end date that no longer holds). Someone left out of
the file is reported and stays as they are. Names and emails are always taken from the file; emails and team names
are the same whatever their case.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from core.model.person import Person, Team
from core.ports import Store
from core.schedule.cadence import next_summary_at
from core.services.enrol import enrol_changed
from core.services.import_people_rows import MANAGER, TEAM, PeopleRows, PersonRow, read_people
from core.services.import_report import Problem, Report, Rows, Trouble, refused
from core.services.import_teams import name_key, new_teams, with_leads
from core.services.offer_hand_over import Move, offer_to_moved
from core.services.plan_training import plan_everyone_soon
from core.services.reporting_line import check_reporting_line

DEFAULT_ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class _Known:
    """The organisation as it is."""

    people: Mapping[str, Person]
    teams: Sequence[Team]

    @property
    def manager_emails(self) -> dict[str, str | None]:
        """Everyone's manager's email, by email."""
        email_of = {person.id: person.email for person in self.people.values()}
        return {
            email: email_of.get(person.manager_id) if person.manager_id else None
            for email, person in self.people.items()
        }


@dataclass(frozen=True, slots=True)
class _Change:
    """What an import means to change: people as they were (None: new) and will be, teams new and changed."""

    people: Sequence[tuple[Person | None, Person]]
    new_teams: Sequence[Team]
    changed_teams: Sequence[Team]

    @property
    def added(self) -> list[Person]:
        return [after for before, after in self.people if before is None]

    @property
    def updated(self) -> list[Person]:
        return [after for before, after in self.people if before is not None and before != after]

    @property
    def to_plan(self) -> list[Person]:
        """New people, and those whose next check-in may now be at another time."""
        moved = [after for before, after in self.people if before and _working_pattern(before, after)]
        return [*self.added, *moved]


async def import_people(
    store: Store,
    tenant_id: str,
    rows: Rows,
    now: datetime,
    *,
    dry_run: bool = False,
    default_zone: str = DEFAULT_ZONE,
) -> Report:
    """Add and update people, their reporting lines and teams; with any problem, or in a dry run, save nothing.

    New people take part in every schedule of the tenant from `now` (UTC) on; people whose zone, working days,
    nation or contract dates change are planned anew; a new team's first summary is scheduled. `default_zone` is
    for people and teams that are new and name none.
    """
    file = await asyncio.to_thread(read_people, rows, default_zone)
    known = _Known(
        {person.email: person for person in await store.people.all(tenant_id)},
        await store.people.teams(tenant_id),
    )
    problems = [*file.problems, *(await asyncio.to_thread(_contradictions, file.rows, known))]
    if problems:
        return refused(problems, file.warnings, dry_run=dry_run)
    change = await asyncio.to_thread(_change, file.rows, known, tenant_id, now, default_zone)
    if not dry_run:
        await _save(store, change, now)
    return await asyncio.to_thread(_report, file, known, change, dry_run)


def _contradictions(rows: Sequence[PersonRow], known: _Known) -> list[Problem]:
    """What is wrong with rows seen beside one another and beside what is known."""
    return [*check_reporting_line(rows, known.manager_emails), *_contracts_that_end_too_early(rows, known)]


def _contracts_that_end_too_early(rows: Sequence[PersonRow], known: _Known) -> list[Problem]:
    """End dates before start dates; either may be the one that is known already."""
    problems = []
    for row in rows:
        before = known.people.get(row.email)
        start = row.given.get("start_on", before.start_on if before else None)
        end = row.given.get("end_on", before.end_on if before else None)
        if start and end and end < start and row.given.keys() & {"start_on", "end_on"}:
            column = "end_date" if row.given.get("end_on") else "start_date"
            facts = {"start": start.isoformat(), "end": end.isoformat()}
            problems.append(Problem(row.line, column, Trouble.END_BEFORE_START, facts))
    return problems


def _change(rows: Sequence[PersonRow], known: _Known, tenant_id: str, now: datetime, default_zone: str) -> _Change:
    added_teams = new_teams(
        (row.given[TEAM] for row in rows if row.given.get(TEAM)), known.teams, tenant_id, default_zone
    )
    teams = {name_key(team.name): team.id for team in [*added_teams, *reversed(known.teams)]}
    ids = {email: person.id for email, person in known.people.items()}
    ids |= {row.email: uuid4().hex for row in rows if row.email not in ids}
    people = []
    for row in rows:
        before = known.people.get(row.email)
        start = before or Person(ids[row.email], tenant_id, row.email, "", timezone=default_zone)
        people.append((before, replace(start, **_values(row, teams, ids))))
    return _Change(people, *_teams(added_teams, known, people, now))


def _values(row: PersonRow, teams: Mapping[str, str], ids: Mapping[str, str]) -> dict[str, Any]:
    """What the row says, in fields of `Person`."""
    values = {name: value for name, value in row.given.items() if name not in (TEAM, MANAGER)}
    if TEAM in row.given:
        team = row.given[TEAM]
        values["team_id"] = teams[name_key(team)] if team else None
    if MANAGER in row.given:
        manager = row.given[MANAGER]
        values["manager_id"] = ids[manager] if manager else None
    return values


def _teams(
    added: Sequence[Team], known: _Known, people: Sequence[tuple[Person | None, Person]], now: datetime
) -> tuple[list[Team], list[Team]]:
    """New teams with their leads, and known ones of people in the file whose lead changes."""
    everyone = {person.id: person for person in known.people.values()} | {after.id: after for _, after in people}
    touched = {person.team_id for pair in people for person in pair if person is not None}
    changed = {team.id: team for team in with_leads([*known.teams, *added], everyone, now.date())}
    return (
        [changed.get(team.id, team) for team in added],
        [changed[team.id] for team in known.teams if team.id in touched and team.id in changed],
    )


def _working_pattern(before: Person, after: Person) -> bool:
    """Whether anything changed that decides when someone is asked."""
    names = ("timezone", "working_days", "nation", "start_on", "end_on")
    return any(getattr(before, name) != getattr(after, name) for name in names)


async def _save(store: Store, change: _Change, now: datetime) -> None:
    await store.people.save_teams([*change.new_teams, *change.changed_teams])
    await store.people.save([*change.added, *change.updated])
    if change.to_plan:
        await enrol_changed(store, change.to_plan, now)
    moves = [Move(before, after) for before, after in change.people if before is not None]
    await offer_to_moved(store, moves, now)
    if change.added or change.updated:
        # What is asked of someone follows from their job, team, employment and first day.
        await plan_everyone_soon(store, (change.added or change.updated)[0].tenant_id, now)
    for team in change.new_teams:
        await store.summaries.schedule(team.id, next_summary_at(team, now))


def _report(file: PeopleRows, known: _Known, change: _Change, dry_run: bool) -> Report:
    in_file = {row.email for row in file.rows}
    return Report(
        added=tuple(person.email for person in change.added),
        updated=tuple(person.email for person in change.updated),
        unchanged=tuple(after.email for before, after in change.people if before == after),
        left_out=tuple(sorted(known.people.keys() - in_file)),
        new_teams=tuple(team.name for team in change.new_teams),
        warnings=file.warnings,
        dry_run=dry_run,
    )
