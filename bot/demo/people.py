"""The people, priorities and objectives of the demo's council, from files an operator could import as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files

from bot.adapters.web.client import WORKSPACE, direct_address
from bot.demo.courses import keep_courses
from bot.demo.lessons import missed_on
from bot.demo.skills import keep_skills
from bot.import_files import read_rows
from core.model.checkin import Schedule
from core.model.person import Account, ChannelAddress, Platform, Tenant
from core.model.unasked import MOST_A_WEEK
from core.ports import Store
from core.services.import_benchmarks import import_benchmarks
from core.services.import_objectives import import_objectives
from core.services.import_people import import_people
from core.services.import_priorities import import_priorities
from core.services.import_report import Report, Rows
from core.services.import_service_feedback import import_service_feedback
from core.services.import_training import import_training

TENANT = Tenant("ashcombe-vale", "Ashcombe Vale District Council", "the HR team", unasked_a_week=MOST_A_WEEK)
"""Whoever tries things out does more in an hour than a council does in a week."""

SCHEDULE = Schedule("ashcombe-vale-weekly", TENANT.id)

WRITTEN_IN = 2026
"""The year the files were written in; contracts end as many years later as the demo is opened."""

WRITTEN_ON = date(2026, 11, 24)
"""The day that dates of training and of service users' feedback are counted from."""

_DATA = files("bot.demo").joinpath("data")


async def settle_in(store: Store, joined_at: datetime, today: date) -> None:
    """Found the council with everyone and what they mean to achieve; check-ins begin after `joined_at` (UTC)."""
    await store.tenants.add(TENANT)
    await store.tenants.link_workspace(TENANT.id, Platform.WEB, WORKSPACE)
    await store.checkins.save_schedule(SCHEDULE)
    _require_good(await import_people(store, TENANT.id, _rows("people.csv", today), joined_at))
    _require_good(await import_priorities(store, TENANT.id, _rows("priorities.csv", today)))
    _require_good(await import_objectives(store, TENANT.id, _rows("objectives.csv", today), joined_at))
    completed = _lately(_read("training.csv"), "completed_on", today)
    # Completions reach up to today, though the council's weeks begin before that.
    present = datetime.combine(today, time(12), tzinfo=UTC)
    _require_good(await import_training(store, TENANT.id, completed, present))
    await keep_courses(store, TENANT.id, today)
    heard = _lately(_read("service_feedback.csv"), "received_on", today)
    _require_good(await import_service_feedback(store, TENANT.id, heard, present))
    _require_good(await import_benchmarks(store, TENANT.id, _read("benchmarks.csv"), present))
    await keep_skills(store, TENANT.id, joined_at, today)
    for person in await store.people.all(TENANT.id):
        address = direct_address(person.email)
        await store.people.link(Account(Platform.WEB, WORKSPACE, person.email, person.id, address))
    teams = await store.people.teams(TENANT.id)
    channel = {team.id: ChannelAddress(Platform.WEB, WORKSPACE, f"channel:{team.id}") for team in teams}
    await store.people.save_teams([replace(team, channel=channel[team.id]) for team in teams])


def _rows(name: str, today: date) -> Rows:
    return [(line, dict(_brought_up_to(today, cells))) for line, cells in _read(name)]


def _read(name: str) -> Rows:
    with as_file(_DATA.joinpath(name)) as path:
        return read_rows(path)


def _lately(rows: Rows, column: str, today: date) -> Rows:
    """The rows' days as long before `today` as they were before the day they were written on."""
    since = today - WRITTEN_ON
    return [
        (line, {**cells, column: (date.fromisoformat(cells[column]) + since).isoformat()}) for line, cells in rows
    ]


def _brought_up_to(today: date, cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Contracts that end in time to come, and targets for the end of the financial year or a date just missed."""
    yield from cells.items()
    if ends := cells.get("end_date"):
        ends_on = date.fromisoformat(ends)
        yield "end_date", ends_on.replace(year=ends_on.year + today.year - WRITTEN_IN).isoformat()
    if "target" in cells:
        missed = missed_on(cells["email"], cells["title"], SCHEDULE, today)
        yield "due_date", (missed or _year_end(today)).isoformat()


def _year_end(today: date) -> date:
    """The last day of the financial year, which runs from April to March."""
    return date(today.year + (today.month > 3), 3, 31)


def _require_good(report: Report) -> None:
    if report.problems or report.warnings:
        raise ValueError(f"the demo's own files are not good: {report.problems or report.warnings}")
