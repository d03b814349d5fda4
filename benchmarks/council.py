"""A council of any size, straight into a database: teams of ten, each person with two objectives."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from core.model.checkin import Schedule
from core.model.objective import Objective
from core.model.person import Account, Person, Platform, Team, Tenant
from core.services.enrol import enrol
from storage.database import SqlDatabase

WORKSPACE = "T0BENCH"
TEAM_SIZE = 10
TENANT = Tenant("council", "A large council", "the HR team")
SCHEDULE = Schedule("weekly", TENANT.id)


def user_of(number: int) -> str:
    """The Slack user id of a person."""
    return f"U{number:08}"


def manager_of(number: int) -> int | None:
    """The first of each team leads it, and reports to the first of all."""
    if number % TEAM_SIZE:
        return number - number % TEAM_SIZE
    return 0 if number else None


def _in_slack(person: Person) -> Account:
    user = user_of(int(person.id))
    return Account(Platform.SLACK, WORKSPACE, user, person.id, user)


async def found(
    database: SqlDatabase, size: int, now: datetime, account_of: Callable[[Person], Account] = _in_slack
) -> None:
    """Found the council in an empty, migrated database; everyone is next due after `now`."""
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        somewhere = account_of(next(_people(1)))
        await store.tenants.link_workspace(TENANT.id, somewhere.platform, somewhere.workspace)
        await store.checkins.save_schedule(SCHEDULE)
    people = list(_people(size))
    for start in range(0, size, 1_000):
        batch = people[start : start + 1_000]
        async with database.transaction() as store:
            await store.people.save(batch)
            await store.people.save_teams(_teams(batch))
            for person in batch:
                await store.people.link(account_of(person))
            await store.objectives.save(_objectives(batch), now)
            await enrol(store, batch, now)


def _people(size: int) -> Iterator[Person]:
    for number in range(size):
        manager = manager_of(number)
        yield Person(
            id=str(number),
            tenant_id=TENANT.id,
            email=f"person{number}@council.example",
            name=f"Person {number:05}",
            manager_id=None if manager is None else str(manager),
        )


def _teams(people: list[Person]) -> Iterator[Team]:
    for person in people:
        if int(person.id) % TEAM_SIZE == 0:
            yield Team(f"team-{person.id}", TENANT.id, f"Team {person.id}", lead_id=person.id)


def _objectives(people: list[Person]) -> Iterator[Objective]:
    for person in people:
        for number in range(2):
            yield Objective(
                f"{person.id}-{number}",
                TENANT.id,
                person.id,
                f"Objective {number}",
                measure="Average days to answer",
                unit="days",
                baseline=15.0,
                target=8.0,
                due_on=date(2027, 3, 31),
            )
