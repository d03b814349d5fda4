"""Fixtures for every test: a movable clock, and databases on SQLite and on a real PostgreSQL."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.serving import spare_what_stays
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.clock import MovableClock
from tests.keys import RING
from tests.planted import leaked
from tests.postgresql import TEMPLATE, Cluster, server_binaries

# What is slow once is not wrong: the first example loads calendars and catalogues.
settings.register_profile("milepost", deadline=None)
settings.load_profile("milepost")


def pytest_collection_finish() -> None:
    """What importing the tests left behind is not searched for garbage again with each of them."""
    spare_what_stays()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test during which something that nobody may log was logged."""
    report = yield
    if report.passed and (lines := leaked(report.sections)):
        report.outcome = "failed"
        report.longrepr = "\n".join(["Something that tests plant was logged:", *lines])
    return report


@pytest.fixture
def clock() -> MovableClock:
    """The time; stands still until it is moved."""
    return MovableClock()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file, to be copied for each test."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server with a migrated, empty template database."""
    binaries = server_binaries()
    if binaries is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL's server binaries are not installed, and in CI they must be")
        pytest.skip("PostgreSQL's server binaries are not installed")
    cluster = Cluster(binaries)
    try:
        asyncio.run(upgrade(cluster.create(TEMPLATE)))
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of an empty SQLite database."""
    path = tmp_path / "milepost.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def postgresql_url(postgresql: Cluster) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    url = postgresql.create_fresh()
    yield url
    postgresql.drop(url)


@pytest.fixture
def empty_postgresql_url(postgresql: Cluster) -> Iterator[str]:
    """The address of a PostgreSQL database without tables."""
    url = postgresql.create("without_tables")
    yield url
    postgresql.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, on each of the two."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str, clock: MovableClock) -> AsyncIterator[SqlDatabase]:
    """An empty database, on each of the two."""
    opened = SqlDatabase(database_url, clock, RING)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_database(sqlite_url: str, clock: MovableClock) -> AsyncIterator[SqlDatabase]:
    """An empty database on SQLite."""
    opened = SqlDatabase(sqlite_url, clock, RING)
    yield opened
    await opened.close()


@pytest.fixture
async def postgresql_database(postgresql_url: str, clock: MovableClock) -> AsyncIterator[SqlDatabase]:
    """An empty, migrated PostgreSQL database."""
    opened = SqlDatabase(postgresql_url, clock, RING)
    yield opened
    await opened.close()
