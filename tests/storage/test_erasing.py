"""Erasure, column by column: words planted in every text of every table, a colleague's beside them."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Date, Float, Integer, LargeBinary, Table, Time, select

from core.chat.card import Card, Paragraph
from core.chat.event import Origin, TextReceived
from core.model.person import Account, Person, Platform, Tenant
from core.model.personal_data import Fate, Nature
from storage.columns import Document, Rank, Utc, Weekdays, Word
from storage.data_map import DATA_MAP, Entry, Key, whose
from storage.erasing.person import erase
from storage.sql import insert_on
from storage.tables import metadata, people

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
NAME, EMAIL, USER = "Zephyrine Quillfeather", "zephyrine@vale.example", "U0ZEPHYRINE"
ID, BEN = "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "ben"
KEYS = {
    ID: {Key.LANE: f"p:{ID}", Key.ADDRESS: "D0ZEPHYRINE", Key.USER: USER},
    BEN: {Key.LANE: "p:ben", Key.ADDRESS: "D0BEN", Key.USER: "U0BEN"},
}
ORDINARY = (JSON, Boolean, Date, Float, Integer, LargeBinary, Time, Rank, Utc, Weekdays, Word, Document)


def planted(entry: Entry, owner: str, word: str) -> dict[str, Any]:
    """A row of the table that is `owner`'s, or `owner`'s organisation's, with `word` in every text."""
    named = {rule.column: rule for rule in entry.rules}
    own = {each.column for each in entry.rules if each.fate in (Fate.ERASED, Fate.EMPTIED) and each.where is None}
    row = {}
    for column in entry.table.columns:
        other = next((key.column for key in column.foreign_keys), None)
        rule = named.get(column.name)
        if column.name == "tenant_id":
            row[column.name] = "vale"
        elif other is not None and other.table is people:
            row[column.name] = owner if column.name in own else BEN
        elif other is not None:
            row[column.name] = None if column.nullable else f"{owner}-{other.table.name}-{other.name}"
        elif rule is not None and rule.key is not Key.ID and rule.key is not Key.SUBJECT:
            row[column.name] = KEYS[owner][rule.key]
        elif rule is not None:
            row[column.name] = owner
        else:
            row[column.name] = value(entry, column, owner, word)
    return row


def value(entry: Entry, column: Any, owner: str, word: str) -> Any:
    kind, where = column.type, f"{entry.table.name}-{column.name}"
    match kind:
        case Word():
            return next(iter(kind.words))
        case Rank():
            return next(iter(kind.ranks))
        case Utc():
            return NOW if not column.nullable else None
        case Weekdays():
            return frozenset({1})
        case Document():
            return document(where, word, nullable=column.nullable)
        case JSON():
            return {"said": [f"{word}-{where}"]}
        case LargeBinary():
            return b"png"
        case Date():
            return date(2026, 11, 2)
        case Time():
            return time(9)
        case Boolean():
            return False
        case Integer() | Float():
            return None if column.nullable else ((1 if owner == ID else 2) if column.primary_key else 1)
    if entry.natures[column.name] in (Nature.TECHNICAL, Nature.REFERENCE, Nature.FIGURE) or column.primary_key:
        return f"{owner}-{entry.table.name}-{column.name}"
    return f"{word}-{where}"


def document(where: str, word: str, *, nullable: bool) -> Any:
    card = Card(f"{word}-{where}", (Paragraph(f"{word}-{where}"),))
    said = TextReceived(Origin(Platform.SLACK, "T1", "U1", "e1", "D1", True), f"{word}-{where}")
    known = {"outbox-card": card, "web_messages-card": card, "inbox-event": said, "conversations-answers": {}}
    if where in known:
        return known[where]
    return None if nullable else ()


SKIPPED = {"templates_360", "rounds_360", "round_360_raters", "round_360_answers", "broadcasts"}
"""Their documents are built by the stories of their own."""
SKIPPED |= {"broadcast_recipients", "tenants", "people", "accounts"}


async def plant(connection: Any, owner: str, word: str) -> list[Table]:
    """A row in every table; those that there were rows in."""
    done = []
    for table in metadata.sorted_tables:
        if table.name in SKIPPED:
            continue
        row = planted(DATA_MAP[table.name], owner, word)
        numbered = table.primary_key.columns.keys()[:1]
        if numbered and isinstance(table.c[numbered[0]].type, Integer) and len(table.primary_key.columns) == 1:
            row.pop(numbered[0])
        # What there is one of in an organisation is there already.
        statement = insert_on(connection.dialect.name, table).values(row).on_conflict_do_nothing()
        await connection.execute(statement)
        done.append(table)
    return done


async def everything(connection: Any) -> dict[str, str]:
    """All values of all tables, opened, by table."""
    return {
        table.name: "\n".join([repr(tuple(row)) for row in await connection.execute(select(table))])
        for table in metadata.sorted_tables
    }


@pytest.fixture
async def connection(database):

    async with database.transaction() as store:
        await store.tenants.add(Tenant("vale", "Vale Council", f"HR, {EMAIL}"))
        await store.people.save([PERSON, Person(BEN, "vale", "ben@vale.example", "Ben Lloyd")])
        await store.people.link(Account(Platform.SLACK, "T1", USER, ID, "D0ZEPHYRINE"))
    async with database.connected_for_writing() as opened:
        yield opened


PERSON = Person(ID, "vale", EMAIL, NAME)


async def test_what_is_planted_in_every_column_goes_and_what_is_a_colleagues_stays(connection):
    await prove(connection)


async def prove(connection: Any) -> None:
    """Plant, erase and search."""
    tables = await plant(connection, ID, "badger")
    await plant(connection, BEN, f"heron about {NAME.upper()}, {EMAIL} and")
    before = await everything(connection)
    # Of an installation only who made it is a person's; its names are the organisation's.
    personal = [each.name for each in tables if whose(DATA_MAP[each.name]) and each.name != "installations"]
    holding = [name for name in personal if "badger" in before[name]]
    assert len(holding) >= 25, holding

    done = await erase(connection, PERSON, NOW)

    after = await everything(connection)
    assert [name for name in personal if "badger" in after[name]] == []
    left = [name for name, text in after.items() if "quillfeather" in text.casefold() or EMAIL in text]
    assert left == []
    assert [name for name, text in after.items() if USER in text or "D0ZEPHYRINE" in text] == []
    # A colleague's own are where they were.
    lost = [name for name in personal if "heron" in before[name] and "heron" not in after[name]]
    assert lost == []
    assert done["people"] == 1
