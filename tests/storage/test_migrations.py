"""The migrations make the tables that the code expects, on both databases, and take them away again."""

from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, UniqueConstraint, text
from sqlalchemy.exc import DBAPIError

from core.ports import StoreUnavailable
from storage.engine import database_url as parsed
from storage.engine import migrating_engine
from storage.migrate import current, downgrade, drift, head, is_behind, revisions, upgrade
from storage.tables import metadata
from tests.expansion import contractions, reflected, wrong_with_steps

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


async def test_whatever_the_release_before_could_insert_it_still_can(database_url):
    *_, last = revisions()
    await downgrade(database_url, last.down_revision)
    known = await reflected(database_url)
    # As one who may leave references unchecked.
    unbound = database_url.replace("//milepost@", "//postgres@")
    could = await run(unbound, lambda connection: insertable(connection, known))
    assert could == set(known.tables)
    await upgrade(database_url)
    assert await run(unbound, lambda connection: insertable(connection, known)) == could


def insertable(connection: Connection, known: MetaData) -> set[str]:
    """The tables that take a row of all the columns that are `known`; nothing of it is kept."""
    if connection.dialect.name == "postgresql":
        # Whom rows refer to does not matter here.
        connection.execute(text("SET LOCAL session_replication_role = replica"))
    taken = set()
    for table in known.tables.values():
        row = {column.name: SOME[column.type.python_type] for column in table.columns}
        with suppress(DBAPIError), connection.begin_nested() as kept:
            connection.execute(table.insert(), row)
            taken.add(table.name)
            kept.rollback()
    return taken


SOME = {
    str: "a",
    int: 1,
    float: 1.0,
    Decimal: Decimal(1),
    bool: True,
    date: date(2026, 11, 23),
    time: time(10, 0),
    datetime: datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    bytes: b"x",
    # JSON
    dict: {},
    object: {},
}


async def test_every_migration_leaves_what_the_release_before_needs(database_url):
    await downgrade(database_url, "base")
    assert await wrong_with_steps(database_url) == []


async def test_what_is_taken_away_is_noticed(database_url):
    await downgrade(database_url, "0002")
    before = await reflected(database_url)
    assert contractions(before, before) == []
    await downgrade(database_url, "0001")
    taken = contractions(before, await reflected(database_url))
    assert {"aims is gone", "objectives.aim_id is gone"} <= set(taken)


def test_each_way_to_break_the_release_before_is_named():
    before, after = MetaData(), MetaData()
    Table("gone", before, Column("id", String, primary_key=True))
    Table("kept", before, Column("id", String, primary_key=True), Column("a", Integer), Column("b", Integer))
    Table(
        "kept",
        after,
        Column("id", String, primary_key=True),
        Column("a", String),
        Column("b", Integer, nullable=False),
        Column("c", Integer, nullable=False),
        Column("d", Integer, nullable=False, server_default="0"),
        Column("e", Integer),
        UniqueConstraint("a"),
        UniqueConstraint("e"),
    )
    Table("new", after, Column("id", String, primary_key=True), Column("of", String, nullable=False))
    assert contractions(before, after) == [
        "gone is gone",
        "kept.a was INTEGER and is VARCHAR",
        "kept.b must no longer be NULL",
        "kept.b may no longer be left out",
        "kept.c is new and needs a server default, or to be nullable",
        "kept has a new unique constraint on a, which rows of the release before may not keep to",
    ]


async def test_a_database_of_a_newer_release_is_taken_as_it_is(database_url):
    newer = text("UPDATE alembic_version SET version_num = '9999'")
    await run(database_url, lambda connection: connection.execute(newer))
    assert not await is_behind(database_url)
    await upgrade(database_url)
    assert await current(database_url) == "9999"


async def test_a_database_of_an_older_release_is_behind(database_url):
    assert not await is_behind(database_url)
    await downgrade(database_url, "0017")
    assert await is_behind(database_url)
    await downgrade(database_url, "base")
    assert await is_behind(database_url)


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
