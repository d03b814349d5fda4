"""The council of the stories."""

from datetime import UTC, datetime

import pytest

from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.stories.council import Council


@pytest.fixture
async def council(sqlite_database: SqlDatabase, clock: MovableClock) -> Council:
    """A council on the Friday before a working week (20 November 2026, 12:00)."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    founded = Council(sqlite_database, clock)
    await founded.found()
    return founded
