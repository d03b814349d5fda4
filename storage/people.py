"""People, their accounts, teams and the dated reporting lines."""

import asyncio
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.permission_changes import Standing, changes_of_leads, changes_of_people
from core.model.person import Access, Account, Person, Platform, Team
from core.ports import AuditLog, Clock
from storage import tables
from storage.mapping import ACCOUNT, PERSON, TEAM
from storage.prepared import Prepared
from storage.sql import ROWS_AT_ONCE, among, execute_in_parts, insert_or_update
from storage.tables import accounts, people, reporting_lines, teams

_BY_NAME = (people.c.name, people.c.id)
_PEOPLE = select(*PERSON.columns)
_BY_ACCOUNT = Prepared(
    _PEOPLE.join(accounts, accounts.c.person_id == people.c.id).where(
        accounts.c.platform == bindparam("platform"),
        accounts.c.workspace == bindparam("workspace"),
        accounts.c.user == bindparam("user"),
    )
)
_BY_EMAIL = _PEOPLE.where(people.c.tenant_id == bindparam("tenant_id"), people.c.email == bindparam("email"))
_BY_EMAILS = _PEOPLE.where(people.c.tenant_id == bindparam("tenant_id"), among(people.c.email, "emails"))
_BY_IDS = _PEOPLE.where(among(people.c.id, "ids"))
_ALL = _PEOPLE.where(people.c.tenant_id == bindparam("tenant_id")).order_by(*_BY_NAME)
_BEYOND_STAFF = _ALL.where(people.c.access != Access.STAFF)
_REPORTS = Prepared(_PEOPLE.where(people.c.manager_id == bindparam("manager_id")).order_by(*_BY_NAME))
_REPORTS_OF_ANY = _PEOPLE.where(among(people.c.manager_id, "manager_ids")).order_by(*_BY_NAME)
_MEMBERS = _PEOPLE.where(people.c.team_id == bindparam("team_id")).order_by(*_BY_NAME)
_ACCOUNTS = (
    select(*ACCOUNT.columns)
    .where(accounts.c.person_id == bindparam("person_id"))
    .order_by(accounts.c.seen_at.desc(), accounts.c.platform, accounts.c.workspace, accounts.c.user)
)
_LOSE = (
    update(accounts)
    .where(
        accounts.c.platform == bindparam("on_platform"),
        accounts.c.workspace == bindparam("in_workspace"),
        or_(accounts.c.user == bindparam("who"), accounts.c.address == bindparam("who")),
    )
    .values(address=None, unreachable_at=bindparam("at"))
)
_OUT_OF_TOUCH = (
    select(accounts.c.person_id)
    .join(people, people.c.id == accounts.c.person_id)
    .where(people.c.tenant_id == bindparam("tenant_id"))
    .group_by(accounts.c.person_id)
    .having(func.count(accounts.c.unreachable_at) > 0, func.count(accounts.c.address) == 0)
)
_TEAMS = select(*TEAM.columns).order_by(teams.c.name, teams.c.id)
_TEAMS_OF = _TEAMS.where(teams.c.tenant_id == bindparam("tenant_id"))
_TEAM = _TEAMS.where(teams.c.id == bindparam("team_id"))
_TEAM_LED_BY = _TEAMS.where(teams.c.lead_id == bindparam("person_id")).limit(1)

_STANDINGS = select(people.c.id, people.c.access, people.c.manager_id).where(among(people.c.id, "ids"))
_LEADS = select(teams.c.id, teams.c.lead_id).where(among(teams.c.id, "ids"))
_LINES_NOW = select(reporting_lines.c.person_id, reporting_lines.c.manager_id).where(
    among(reporting_lines.c.person_id, "ids"), reporting_lines.c.until_on.is_(None)
)
_FORGET_TODAYS_LINES = delete(reporting_lines).where(
    among(reporting_lines.c.person_id, "ids"), reporting_lines.c.from_on == bindparam("today")
)
_CLOSE_LINES = (
    update(reporting_lines)
    .where(among(reporting_lines.c.person_id, "ids"), reporting_lines.c.until_on.is_(None))
    .values(until_on=bindparam("yesterday"))
)


class SqlPeople:
    """See `core.ports.People`."""

    def __init__(self, connection: AsyncConnection, clock: Clock, audit: AuditLog) -> None:
        self._connection = connection
        self._clock = clock
        self._audit = audit

    async def by_account(self, platform: Platform, workspace: str, user: str) -> Person | None:
        """The person an account belongs to."""
        given = {"platform": platform, "workspace": workspace, "user": user}
        rows = await _BY_ACCOUNT.rows(self._connection, given)
        return PERSON.read(rows[0]) if rows else None

    async def by_email(self, tenant_id: str, email: str) -> Person | None:
        """The person with this work email, whatever its case."""
        return await self._one(_BY_EMAIL, tenant_id=tenant_id, email=email.lower())

    async def by_emails(self, tenant_id: str, emails: Collection[str]) -> dict[str, Person]:
        """Those of the people that exist, by work email."""
        return {
            person.email: person for person in await self._many(_BY_EMAILS, tenant_id=tenant_id, emails=emails)
        }

    async def by_ids(self, ids: Collection[str]) -> dict[str, Person]:
        """Those of the people that exist, by id."""
        return {person.id: person for person in await self._many(_BY_IDS, ids=ids)}

    async def all(self, tenant_id: str) -> list[Person]:
        """Everyone of the tenant, by name."""
        return await self._many(_ALL, tenant_id=tenant_id)

    async def beyond_staff(self, tenant_id: str) -> list[Person]:
        """HR and administrators, by name, whatever their contract dates."""
        return await self._many(_BEYOND_STAFF, tenant_id=tenant_id)

    async def reports_of(self, manager_id: str) -> list[Person]:
        """Direct reports, by name, whatever their contract dates."""
        rows = await _REPORTS.rows(self._connection, {"manager_id": manager_id})
        return [PERSON.read(row) for row in rows]

    async def reports_of_any(self, manager_ids: Collection[str]) -> list[Person]:
        """Direct reports of any of these, by name, whatever their contract dates."""
        return await self._many(_REPORTS_OF_ANY, manager_ids=list(manager_ids))

    async def search(self, tenant_id: str, words: str, limit: int = 10) -> list[Person]:
        """People whose name or email contains each of `words`, ignoring case; by name."""
        contains = [people.c.search_text.contains(word, autoescape=True) for word in words.casefold().split()]
        statement = _ALL.where(and_(*contains)) if contains else _ALL
        return await self._many(statement.limit(limit), tenant_id=tenant_id)

    async def save(self, people: Iterable[Person]) -> None:
        """Insert or update by id, in any order; a changed manager starts a new reporting line today (UTC)."""
        given = list({person.id: person for person in people}.values())
        if given:
            rows = await self._connection.execute(_STANDINGS, {"ids": [person.id for person in given]})
            before = {row.id: Standing(row.access, row.manager_id) for row in rows}
            await self._save_rows(given)
            await self._audit.note(*changes_of_people(before, given))
            await self._date_reporting_lines(given)

    async def link(self, account: Account) -> None:
        """Insert or update by (platform, workspace, user); an address that is known is not forgotten."""
        statement = insert_or_update(
            self._connection, accounts, "platform", "workspace", "user", keeping_known=("address",)
        )
        await self._connection.execute(statement, ACCOUNT.values(account) | {"seen_at": self._clock.now()})

    async def lose(self, platform: Platform, workspace: str, who: str, now: datetime) -> None:
        """Forget how to write to the account that is `who`, or has it as its address, until it is linked anew."""
        given = {"on_platform": platform, "in_workspace": workspace, "who": who, "at": now}
        await self._connection.execute(_LOSE, given)

    async def accounts_of(self, person_id: str) -> list[Account]:
        """The person's accounts, the one seen last first."""
        rows = await self._connection.execute(_ACCOUNTS, {"person_id": person_id})
        return [ACCOUNT.read(row) for row in rows]

    async def out_of_touch(self, tenant_id: str) -> frozenset[str]:
        """The ids of those who have lost an account and have none left to be written to on."""
        rows = await self._connection.execute(_OUT_OF_TOUCH, {"tenant_id": tenant_id})
        return frozenset(rows.scalars())

    async def teams(self, tenant_id: str) -> list[Team]:
        """The tenant's teams, by name."""
        rows = await self._connection.execute(_TEAMS_OF, {"tenant_id": tenant_id})
        return [TEAM.read(row) for row in rows]

    async def team(self, team_id: str) -> Team | None:
        """The team with this id."""
        row = (await self._connection.execute(_TEAM, {"team_id": team_id})).first()
        return TEAM.read(row) if row else None

    async def team_led_by(self, person_id: str) -> Team | None:
        """The team the person leads; of several the first by name."""
        row = (await self._connection.execute(_TEAM_LED_BY, {"person_id": person_id})).first()
        return TEAM.read(row) if row else None

    async def team_members(self, team_id: str) -> list[Person]:
        """The team's people, by name."""
        return await self._many(_MEMBERS, team_id=team_id)

    async def save_teams(self, teams: Iterable[Team]) -> None:
        """Insert or update by id; when the next summary is due is left alone."""
        given = list(teams)
        if given:
            rows = await self._connection.execute(_LEADS, {"ids": [team.id for team in given]})
            before = {row.id: row.lead_id for row in rows}
            statement = insert_or_update(self._connection, tables.teams, "id", leaving=("next_summary_at",))
            await self._connection.execute(statement, [TEAM.values(team) for team in given])
            await self._audit.note(*changes_of_leads(before, given))

    async def _one(self, statement: Select[Any], **parameters: Any) -> Person | None:
        row = (await self._connection.execute(statement, parameters)).first()
        return PERSON.read(row) if row else None

    async def _many(self, statement: Select[Any], **parameters: Any) -> list[Person]:
        rows = (await self._connection.execute(statement, parameters)).all()
        if len(rows) <= ROWS_AT_ONCE:
            return [PERSON.read(row) for row in rows]
        return await asyncio.to_thread(lambda: [PERSON.read(row) for row in rows])

    async def _save_rows(self, given: list[Person]) -> None:
        rows = [
            PERSON.values(person) | {"search_text": f"{person.name} {person.email}".casefold()} for person in given
        ]
        await execute_in_parts(self._connection, insert_or_update(self._connection, people, "id"), rows)

    async def _date_reporting_lines(self, given: list[Person]) -> None:
        rows = await self._connection.execute(_LINES_NOW, {"ids": [person.id for person in given]})
        manager_now = {row.person_id: row.manager_id for row in rows}
        changed = [person for person in given if person.manager_id != manager_now.get(person.id)]
        if changed:
            await self._start_lines(changed, self._clock.now().date())

    async def _start_lines(self, changed: list[Person], today: date) -> None:
        ids = [person.id for person in changed]
        # A line that began today and ends today never held for a day.
        await self._connection.execute(_FORGET_TODAYS_LINES, {"ids": ids, "today": today})
        await self._connection.execute(_CLOSE_LINES, {"ids": ids, "yesterday": today - timedelta(days=1)})
        new = [
            {"person_id": person.id, "manager_id": person.manager_id, "from_on": today, "until_on": None}
            for person in changed
            if person.manager_id is not None
        ]
        if new:
            await execute_in_parts(self._connection, insert(reporting_lines), new)
