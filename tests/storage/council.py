"""A small council for storage tests: a tenant, a schedule and values to store."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from core.chat.card import Card, Paragraph
from core.chat.effect import Send, ToPerson
from core.model.checkin import CheckIn, CheckInState, Schedule
from core.model.objective import Objective
from core.model.person import Account, Person, Platform, Team, Tenant
from core.ports import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)

TENANT = Tenant("council", "Abermoor Council", "hr@abermoor.example")
SCHEDULE = Schedule("weekly", "council")
GREETING = Card("Good morning", (Paragraph("It is Monday."),))


def person(name: str, **changes: object) -> Person:
    """Someone of the council, whose id is the first name in lower case."""
    first = name.split()[0].lower()
    return replace(Person(first, "council", f"{first}@abermoor.example", name), **changes)  # type: ignore[arg-type]


def check_in(who: str, period: date = MONDAY, **changes: object) -> CheckIn:
    """An open check-in of the weekly schedule, asked on its period at 10:00 until four days later."""
    opens_at = datetime(period.year, period.month, period.day, 10, 0, tzinfo=UTC)
    plain = CheckIn(
        id=f"{who}-{period}",
        tenant_id="council",
        person_id=who,
        schedule_id="weekly",
        period=period,
        state=CheckInState.OPEN,
        opens_at=opens_at,
        closes_at=opens_at + timedelta(days=4),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def objective(who: str, title: str, **changes: object) -> Objective:
    """An objective of someone's, whose id is made of both."""
    return replace(Objective(f"{who}-{title}", "council", who, title, "repairs in time"), **changes)  # type: ignore[arg-type]


def slack_account(who: str) -> Account:
    """Someone's account on Slack, which can be written to."""
    return Account(Platform.SLACK, "T1", f"U-{who}", who, f"D-{who}")


def message(who: str, key: str, **changes: object) -> Send:
    """A greeting to someone, who asked for it."""
    return replace(Send(ToPerson(who), GREETING, "greeting", key, asked=True), **changes)  # type: ignore[arg-type]


async def settle_in(database: Database, *people: Person, teams: Iterable[Team] = ()) -> None:
    """Store the tenant, its schedule, these people and their teams."""
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.people.save(people)
        await store.people.save_teams(teams)
        await store.checkins.save_schedule(SCHEDULE)
