"""Whom a message goes to is looked up at the pace of the platform that is asked, and of no other."""

import asyncio

from bot.adapters.teams.client import TeamsClient, TeamsDirectory
from bot.addresses import Addresses
from core.model.person import Platform
from core.ports import Database
from tests.clock import MovableClock
from tests.storage.council import message, person, settle_in

PEOPLE = 40


async def test_those_whom_teams_does_not_know_hold_nobody_up(sqlite_database: Database, clock: MovableClock):
    await settle_in(sqlite_database, *[person(f"P{number} Rees") for number in range(PEOPLE)])
    async with sqlite_database.transaction() as store:
        await store.outbox.add(
            "council", [message(f"p{number}", str(number)) for number in range(PEOPLE)], clock.now()
        )
        claimed = await store.outbox.claim(clock.now(), 60, PEOPLE)
    client = TeamsClient(None)
    addresses = Addresses(sqlite_database, {Platform.TEAMS: TeamsDirectory(client)})
    # At the pace of Slack's look-ups it would take three quarters of a minute.
    async with asyncio.timeout(10):
        assert [await addresses.of(each) for each in claimed] == [None] * PEOPLE
    await client.close()
