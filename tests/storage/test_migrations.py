"""The migrations make the tables that the code expects, on both databases, and take them away again."""

import pytest
from sqlalchemy import Connection, text

from core.ports import StoreUnavailable
from storage.engine import database_url as parsed
from storage.engine import migrating_engine
from storage.migrate import current, downgrade, drift, head, upgrade
from storage.tables import metadata

INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}


async def test_an_upgraded_database_is_at_the_head_and_shows_no_drift(database_url):
    assert await current(database_url) == head()
    assert await drift(database_url) == []


async def test_a_second_upgrade_changes_nothing(database_url):
    before = await indexes(database_url)
    await upgrade(database_url)
    assert await current(database_url) == head()
    assert await indexes(database_url) == before


async def test_a_downgrade_leaves_nothing_and_can_be_taken_back(database_url):
    await downgrade(database_url, "base")
    assert await current(database_url) is None
    assert await indexes(database_url) == {}
    await upgrade(database_url)
    assert await drift(database_url) == []


async def test_the_words_objectives_served_become_priorities_and_nothing_is_lost(database_url):
    await downgrade(database_url, "0001")
    await run(database_url, fill_the_first_release)
    await upgrade(database_url)
    rows = await run(database_url, served)
    assert rows == [
        ("Boilers", "Warm homes", "active"),
        ("Roofs", "Warm homes", "active"),
        ("Voids", None, "active"),
    ]


def fill_the_first_release(connection: Connection) -> None:
    connection.execute(text("INSERT INTO tenants VALUES ('council', 'Abermoor Council', '')"))
    connection.execute(
        text(
            "INSERT INTO people (id, tenant_id, email, name, role, access, timezone, working_days, employment,"
            " nation, language, search_text) VALUES ('amira', 'council', 'a@abermoor.example', 'Amira', '',"
            " 'staff', 'Europe/London', '12345', 'permanent', 'Wales', 'cy', 'amira')"
        )
    )
    for title, priority in (("Boilers", "Warm homes"), ("Roofs", "Warm homes"), ("Voids", "")):
        connection.execute(
            text(
                "INSERT INTO objectives (id, tenant_id, person_id, title, measure, unit, priority, direction,"
                " weight, latest_factors, created_at, position) VALUES (:title, 'council', 'amira', :title, '',"
                " '', :priority, 'up', 1, '', '2026-11-23 09:00:00', 0)"
            ),
            {"title": title, "priority": priority},
        )


def served(connection: Connection):
    rows = connection.execute(
        text(
            "SELECT objectives.title, aims.title, objectives.state FROM objectives"
            " LEFT JOIN aims ON aims.id = objectives.aim_id ORDER BY objectives.title"
        )
    )
    return [tuple(row) for row in rows]


async def test_drift_is_noticed(database_url):
    await run(database_url, lambda connection: connection.execute(text("DROP INDEX ix_people_manager_id")))
    assert any("ix_people_manager_id" in difference for difference in await drift(database_url))


async def test_migrated_indexes_are_those_of_the_tables_conditions_included(database_url):
    migrated = await indexes(database_url)
    await downgrade(database_url, "base")
    await run(database_url, metadata.create_all)
    assert migrated == await indexes(database_url)


async def test_a_migration_says_when_the_database_is_not_there():
    with pytest.raises(StoreUnavailable):
        await upgrade("postgresql+asyncpg://nobody@127.0.0.1:1/nothing")


async def run(url, work):
    engine = migrating_engine(parsed(url))
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


async def indexes(url):
    def read(connection: Connection) -> dict[str, str]:
        rows = connection.execute(text(INDEXES[connection.dialect.name]))
        return {name: sql for name, sql in rows if "alembic" not in name}

    return await run(url, read)
