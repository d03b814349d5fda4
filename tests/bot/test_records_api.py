"""Other systems read the organisation's tables: real HTTP, page by page, with a key that is for reading."""

import asyncio
import base64
import json
import sys
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate

from bot.api_gate import ApiGate
from bot.records_api import BadCursor, RecordsApi, cursor_after, key_in
from core.model.api_key import ApiScope
from core.model.checkin import CheckInState
from core.model.person import Person, Team, Tenant
from core.ports import Part, Whose
from core.records.tables import TABLES, page, whole_tables
from core.services.api_keys import give_key, key_called
from storage.database import SqlDatabase
from tests.keys import RING
from tests.storage.council import NOW, check_in, person, settle_in

NAMES = ("Amira Hassan", "Ben Wood", "Cai Rees", "Dee Khan", "Eve Lloyd")
OFTEN = 1_000_000


class Reader:
    """A tool that draws dashboards, with a key."""

    def __init__(self, client, database, key):
        self.client, self.database, self.key = client, database, key

    async def asks(self, path, *, key=None, headers=None, **query):
        """Status, body and headers of one request."""
        sent = {"Authorization": f"Bearer {key or self.key}", **(headers or {})}
        answer = await self.client.get(f"/api/v1/{path}", params=query, headers=sent)
        body = await answer.read()
        return answer.status, json.loads(body) if body else None, answer.headers


@asynccontextmanager
async def served(url, clock, often=OFTEN):
    clock.move_to(NOW)
    database = SqlDatabase(url, clock, RING)
    people = [person(name, team_id="repairs") for name in NAMES]
    await settle_in(database, *people, teams=[Team("repairs", "council", "Repairs")])
    async with database.transaction() as store:
        await store.checkins.add(
            [check_in(each.id, state=CheckInState.ANSWERED, answered_at=NOW) for each in people]
        )
        _, key = await give_key(store, "council", "Dashboards", ApiScope.READ, NOW)
        await store.tenants.add(Tenant("other", "Other Council"))
        await store.people.save([Person("gwen", "other", "gwen@other.example", "Gwen")])
    app = web.Application()
    RecordsApi(database, clock, ApiGate(database, often)).register(app)
    async with TestClient(TestServer(app)) as client:
        yield Reader(client, database, key)
    await database.close()


@pytest.fixture
async def reader(sqlite_url, clock):
    async with served(sqlite_url, clock) as running:
        yield running


async def test_a_table_is_read_page_by_page_on_both_databases(database_url, clock):
    async with served(database_url, clock) as reader:
        found, query = [], {"limit": 2}
        while True:
            status, body, headers = await reader.asks("people", **query)
            assert (status, headers["Cache-Control"]) == (200, "no-store")
            found += body["data"]
            if body["next_cursor"] is None:
                break
            assert len(body["data"]) == 2
            # What comes in meanwhile, before and behind, moves nothing that was there.
            async with reader.database.transaction() as store:
                await store.people.save([person(f"Aa{len(found)} New"), person(f"Zz{len(found)} New")])
            query["cursor"] = body["next_cursor"]
        ids = [row["id"] for row in found]
        assert ids[:5] == ["amira", "ben", "cai", "dee", "eve"] and len(set(ids)) == len(ids)
        assert found[0]["working_days"] == "Mon,Tue,Wed,Thu,Fri"
        assert "gwen" not in ids
        status, body, _ = await reader.asks("check-ins-by-team", updated_since="2026-11-23T10:00:00+01:00")
        assert [(row["people"], row["answered"]) for row in body["data"]] == [(5, 5)]
        status, body, _ = await reader.asks("check-ins-by-team", updated_since="2026-11-23T10:00:01Z")
        assert body["data"] == []


async def test_a_page_that_did_not_change_is_not_sent_again(reader):
    _, _, headers = await reader.asks("people")
    again = {"If-None-Match": headers["ETag"]}
    status, body, _ = await reader.asks("people", headers=again)
    assert (status, body) == (304, None)
    async with reader.database.transaction() as store:
        await store.people.save([replace(person(NAMES[0], team_id="repairs"), role="Lead")])
    assert (await reader.asks("people", headers=again))[0] == 200


@pytest.mark.parametrize(
    ("table", "query", "field", "said"),
    [
        ("people", {"limit": "0"}, "limit", "greater than or equal to 1"),
        ("people", {"limit": "many"}, "limit", "valid integer"),
        ("people", {"cursor": "abc"}, "cursor", "next_cursor"),
        ("people", {"updated_since": "2026-11-23T10:00:00Z"}, "updated_since", "do not say when they changed"),
        ("check-ins-by-team", {"updated_since": "yesterday"}, "updated_since", "with its zone"),
        ("check-ins-by-team", {"updated_since": "2026-11-23T10:00:00"}, "updated_since", "with its zone"),
        ("people", {"page": "2"}, "page", "There are: limit, cursor, updated_since"),
    ],
)
async def test_a_wrong_parameter_is_named(reader, table, query, field, said):
    status, body, _ = await reader.asks(table, **query)
    assert status == 422
    (error,) = body["errors"]
    assert error["field"] == field and said in error["message"]


async def test_a_table_that_is_not_for_a_whole_organisation_is_none(reader):
    for name in ("progress", "feedback", "check-ins", "nothing"):
        status, body, _ = await reader.asks(name)
        assert status == 404 and "people, teams" in body["errors"][0]["message"]


async def test_only_a_key_that_is_for_reading_opens_and_its_use_is_noted(reader):
    async with reader.database.transaction() as store:
        _, posts = await give_key(store, "council", "Survey", ApiScope.SERVICE_FEEDBACK, NOW)
    assert (await reader.asks("people", key=posts))[0] == 403
    assert (await reader.asks("people", key="mp_0"))[0] == 401
    async with reader.database.reading() as store:
        assert (await key_called(store, "council", "Dashboards")).last_used_on is None
    assert (await reader.asks("people"))[0] == 200
    async with reader.database.transaction() as store:
        key = await key_called(store, "council", "Dashboards")
        assert key.last_used_on == NOW.date()
        await store.api_keys.revoke(key.id, NOW)
    assert (await reader.asks("people"))[0] == 401


async def test_one_key_is_used_so_often_and_no_more(sqlite_url, clock):
    async with served(sqlite_url, clock, often=2) as reader:
        statuses = [(await reader.asks("people"))[0] for _ in range(3)]
    assert statuses == [200, 200, 429]


KEYS = st.lists(st.one_of(st.text(max_size=12), st.integers(), st.none(), st.booleans()), max_size=4)
EDITED = st.one_of(
    st.text(max_size=60),
    st.builds(lambda key: base64.urlsafe_b64encode(json.dumps(key).encode()).decode().rstrip("="), KEYS),
    st.builds(
        lambda key: base64.urlsafe_b64encode(json.dumps(["people", key]).encode()).decode().rstrip("="),
        st.one_of(st.text(max_size=12), st.sampled_from(["gwen", "", "other", "zz", "\x00", "fl"])),
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(EDITED)
def test_an_edited_cursor_is_refused_or_reaches_the_keys_own_organisation(reader_of_both, cursor):
    """`gwen`, of the other organisation, lies within the order of ids that a cursor can point at."""
    loop, database = reader_of_both
    table = TABLES["people"]
    try:
        after = key_in(table, cursor)
    except BadCursor:
        return

    async def read():
        async with database.reading() as store:
            return await page(store, table, Whose("council"), Part(10, after), NOW)

    rows = loop.run_until_complete(read())
    assert all(row.email.endswith("@abermoor.example") and row.id > after[0] for row in rows)
    assert all(key_in(table, cursor_after(table, row)) == (row.id,) for row in rows)


@pytest.fixture
def reader_of_both(sqlite_url, clock):
    loop = asyncio.new_event_loop()
    database = SqlDatabase(sqlite_url, clock, RING)

    async def found():
        await settle_in(database, *(person(name) for name in NAMES))
        async with database.transaction() as store:
            await store.tenants.add(Tenant("other", "Other Council"))
            await store.people.save([Person("gwen", "other", "gwen@other.example", "Gwen")])

    loop.run_until_complete(found())
    yield loop, database
    loop.run_until_complete(database.close())
    loop.close()


async def test_what_is_described_is_openapi_and_names_every_table(reader):
    answer = await reader.client.get("/api/v1/openapi.json")
    described = await answer.json()
    validate(described)
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {f"/api/v1/{name}" for name in whole_tables()}


async def test_it_answers_as_it_describes_itself(reader, tmp_path):
    """Schemathesis asks what the description allows, and what it does not."""
    asking = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "schemathesis.cli", "run", str(reader.client.make_url("/api/v1/openapi.json"))),
        *("--header", f"Authorization: Bearer {reader.key}", "--max-examples", "4", "--seed", "1"),
        *("--phases", "examples,coverage,fuzzing", "--generation-deterministic", "--no-color"),
        # That a cursor was given out for this table is more than its description can say.
        *("--exclude-checks", "positive_data_acceptance"),
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await asking.communicate()
    assert asking.returncode == 0, said.decode()[-6_000:]
