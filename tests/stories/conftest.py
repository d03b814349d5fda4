"""The council of the stories."""

from datetime import UTC, datetime

import pytest

from core.model.person import ChannelAddress, Platform, Team
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.stories.council import TENANT, Council, Resident

LETTINGS = Team("lettings", TENANT.id, "Lettings", channel=ChannelAddress(Platform.WEB, "demo", "channel:1"))


@pytest.fixture
async def council(sqlite_database: SqlDatabase, clock: MovableClock) -> Council:
    """A council on the Friday before a working week (20 November 2026, 12:00)."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    founded = Council(sqlite_database, clock)
    await founded.found()
    return founded


@pytest.fixture
async def lead(council: Council) -> Resident:
    """A line manager."""
    return await council.hire("Megan Price")


@pytest.fixture
async def amira(council: Council, lead: Resident) -> Resident:
    """Someone who reports to the line manager."""
    return await council.hire("Amira Hassan", manager=lead)


@pytest.fixture
async def ben(council: Council, lead: Resident) -> Resident:
    """A colleague of Amira's whose team has a channel."""
    await council.form_team(LETTINGS)
    return await council.hire("Ben Lloyd", manager=lead, team_id=LETTINGS.id)
