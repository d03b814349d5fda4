"""Other systems post what service users said: real HTTP, to the server as `milepost serve` has it."""

import asyncio
import json
import logging
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path

import jsonschema
import pytest
import yaml
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.api_gate import ApiGate
from bot.app import web_app
from bot.service_feedback_api import MOST_BYTES, MOST_ITEMS, Item, ServiceFeedbackApi
from bot.settings import Settings
from bot.wiring import Platforms, build
from core.model.api_key import ApiScope, id_in
from core.model.person import Team, Tenant
from core.model.service_feedback import Scale
from core.services.api_keys import give_key, key_called
from storage.database import SqlDatabase
from tests.keys import RING
from tests.storage.council import NOW, objective, person, settle_in

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SECRET_WORDS = "My son was left without heating"


def item(reference="1", **fields):
    plain = {
        "source": "Tenant survey",
        "reference": reference,
        "received_on": "2026-11-02",
        "score": 4,
        "scale": "1-5",
        "team": "Repairs",
    }
    return {name: value for name, value in (plain | fields).items() if value is not None}


class Sender:
    """A survey tool with a key."""

    def __init__(self, client, database, key):
        self._client = client
        self.database = database
        self.key = key

    async def posts(self, body, *, authorization=None):
        """Status and answer of one request; `body` is sent as JSON unless it is bytes."""
        headers = {"Authorization": authorization if authorization is not None else f"Bearer {self.key}"}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = await self._client.post("/api/service-feedback", data=data, headers=headers)
        return answer.status, await answer.json()

    async def stored(self, tenant="council"):
        async with self.database.reading() as store:
            return await store.service_feedback.known(tenant, ["Tenant survey"], [str(n) for n in range(600)])


@asynccontextmanager
async def served(url, clock):
    database = SqlDatabase(url, clock, RING)
    amira = person("Amira Hassan")
    await settle_in(database, amira, teams=[Team("repairs", "council", "Repairs")])
    async with database.transaction() as store:
        await store.objectives.save([objective("amira", "voids")], NOW)
        _, key = await give_key(store, "council", "Survey tool", ApiScope.SERVICE_FEEDBACK, NOW)
    settings = Settings(_env_file=None, database_url=url, tick_seconds=600)
    milepost = build(settings, clock, Platforms(), database)
    async with TestClient(TestServer(web_app(milepost, alone=True))) as client:
        yield Sender(client, database, key)


@pytest.fixture
async def sender(sqlite_url, clock):
    async with served(sqlite_url, clock) as running:
        yield running


async def test_answers_are_taken_repeats_known_and_corrections_kept_on_both_databases(database_url, clock):
    async with served(database_url, clock) as sender:
        on_objective = item("2", team=None, email="Amira@abermoor.example", objective="voids", text=SECRET_WORDS)
        first = await sender.posts([item("1"), on_objective])
        assert first == (200, {"accepted": 2, "updated": 0, "unchanged": 0})
        assert await sender.posts(item("1")) == (200, {"accepted": 0, "updated": 0, "unchanged": 1})
        corrected = [item("1", score=2.5), on_objective, item(3)]
        assert await sender.posts(corrected) == (200, {"accepted": 1, "updated": 1, "unchanged": 1})
        kept = await sender.stored()
        assert [kept["Tenant survey", each].score for each in ("1", "2", "3")] == [2.5, 4, 4]
        assert kept["Tenant survey", "2"].objective_id == "amira-voids"
        assert kept["Tenant survey", "2"].text == SECRET_WORDS
        async with sender.database.reading() as store:
            key = await key_called(store, "council", "Survey tool")
        assert key.last_used_on == clock.now().date()


async def test_a_comment_left_out_is_left_and_an_empty_one_is_taken_away(sender):
    await sender.posts(item(text=SECRET_WORDS))
    await sender.posts(item())
    assert (await sender.stored())["Tenant survey", "1"].text == SECRET_WORDS
    await sender.posts(item(text=""))
    assert (await sender.stored())["Tenant survey", "1"].text == ""


async def test_every_wrong_item_is_named_with_its_field_and_nothing_is_kept(sender):
    status, answer = await sender.posts(
        [
            item("1"),
            item("2", score="4"),
            item("3", scale="stars"),
            item("4", received_on="2 November"),
            item("5", stars=5),
            item("6", source=" "),
            item("7", score=float("nan")),
            item("8", text="a" * 4_001),
            [],
            item("9", score=True),
        ]
    )
    assert status == 422
    named = {(each["item"], each.get("field")) for each in answer["errors"]}
    assert named == {
        (1, "score"),
        (2, "scale"),
        (3, "received_on"),
        (4, "stars"),
        (5, "source"),
        (6, "score"),
        (7, "text"),
        (8, None),
        (9, "score"),
    }
    assert answer["count"] == 9
    assert await sender.stored() == {}


async def test_what_does_not_fit_the_organisation_is_named_and_gives_away_nobody(sender):
    by_nobody = item("4", team=None, email="amir@abermoor.example", objective="voids")
    by_amira = item("5", team=None, email="amira@abermoor.example", objective="void")
    of_a_team = [item("1"), item("1"), item("2", team="Repiars"), item("3", score=6)]
    status, answer = await sender.posts([*of_a_team, by_nobody, by_amira, item("6", team="")])
    assert status == 422
    assert [(each["item"], each["field"]) for each in answer["errors"]] == [
        (1, "reference"),
        (2, "team"),
        (3, "score"),
        (4, "objective"),
        (5, "objective"),
        (6, "team"),
    ]
    fourth, fifth = answer["errors"][3:5]
    assert fourth["message"] == fifth["message"]
    assert "Repairs" not in json.dumps(answer)
    assert "amira@" not in json.dumps(answer)
    assert await sender.stored() == {}


async def test_only_a_key_in_use_is_let_in_and_every_wrong_one_is_told_the_same(sender):
    wrong = sender.key[:-1] + ("A" if sender.key[-1] != "A" else "B")
    unknown = f"mp_{'0' * 12}_{'A' * 43}"
    refused = [
        await sender.posts(item(), authorization=each)
        for each in ("", "Bearer", f"Bearer {wrong}", f"Bearer {unknown}", f"Basic {sender.key}", sender.key)
    ]
    assert {status for status, _ in refused} == {401}
    assert len({json.dumps(answer) for _, answer in refused}) == 1
    async with sender.database.transaction() as store:
        await store.api_keys.revoke(id_in(sender.key), NOW)
    assert (await sender.posts(item()))[0] == 401
    assert await sender.stored() == {}


async def test_a_key_of_another_organisation_writes_into_its_own_alone(sender):
    async with sender.database.transaction() as store:
        await store.tenants.add(Tenant("moor", "Moor Council"))
        await store.people.save_teams([Team("moor-repairs", "moor", "Repairs")])
        _, sender.key = await give_key(store, "moor", "Survey", ApiScope.SERVICE_FEEDBACK, NOW)
    assert (await sender.posts(item()))[0] == 200
    assert await sender.stored() == {}
    assert [each.team_id for each in (await sender.stored("moor")).values()] == ["moor-repairs"]
    of_the_other = item("2", team=None, email="amira@abermoor.example", objective="voids")
    assert (await sender.posts(of_the_other))[0] == 422


async def test_a_request_is_neither_too_long_nor_too_large_nor_anything_but_json(sender):
    many = [item(str(number)) for number in range(MOST_ITEMS + 1)]
    assert (await sender.posts(many))[0] == 413
    assert (await sender.posts(many[:MOST_ITEMS]))[0] == 200
    assert (await sender.posts(b" " * (MOST_BYTES + 1)))[0] == 413
    for body in (b"", b"source,reference", b"\xff", b"[]", b"[" * 100_000):
        assert (await sender.posts(body))[0] == 422
    assert (await sender.posts(b'"words"'))[0] == 422


async def test_a_key_that_comes_too_often_is_told_when_to_come_again(sqlite_database, clock):
    await settle_in(sqlite_database, teams=[Team("repairs", "council", "Repairs")])
    async with sqlite_database.transaction() as store:
        keys = [
            (await give_key(store, "council", name, ApiScope.SERVICE_FEEDBACK, NOW))[1] for name in ("One", "Two")
        ]
    app = web.Application()
    ServiceFeedbackApi(sqlite_database, clock, ApiGate(sqlite_database, requests_per_minute=2)).register(app)
    async with TestClient(TestServer(app)) as client:
        one, two = (Sender(client, sqlite_database, key) for key in keys)
        assert [(await one.posts(item()))[0] for _ in range(3)] == [200, 200, 429]
        assert (await two.posts(item()))[0] == 200
        headers = {"Authorization": f"Bearer {keys[0]}"}
        answer = await client.post("/api/service-feedback", json=item(), headers=headers)
        assert answer.headers["Retry-After"] == "30"


async def test_a_key_opens_only_what_its_scope_names(sqlite_database):
    class Elsewhere(StrEnum):
        REPORTS = "reports"

    await settle_in(sqlite_database)
    async with sqlite_database.transaction() as store:
        _, key = await give_key(store, "council", "Survey tool", ApiScope.SERVICE_FEEDBACK, NOW)
    gate = ApiGate(sqlite_database)

    async def handle(request):
        let_in = await gate.let_in(request, Elsewhere.REPORTS)
        return let_in if isinstance(let_in, web.Response) else web.Response()

    app = web.Application()
    app.router.add_get("/", handle)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/", headers={"Authorization": f"Bearer {key}"})
        assert answer.status == 403
        assert "reports" in (await answer.json())["errors"][0]["message"]


async def test_two_who_post_the_same_at_once_keep_it_once(database_url, clock):
    async with served(database_url, clock) as sender:
        answers = await asyncio.gather(*(sender.posts([item("1"), item("2")]) for _ in range(4)))
        assert {status for status, _ in answers} <= {200, 503}
        assert len(await sender.stored()) == 2


async def test_no_log_holds_what_was_posted_nor_the_key(sender, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    await sender.posts(item("ref-8812", text=SECRET_WORDS))
    await sender.posts(item("ref-8812", text=SECRET_WORDS, team=SECRET_WORDS))
    await sender.posts(item("ref-8812", text=SECRET_WORDS, score=SECRET_WORDS))
    await sender.posts(f'{{"text": "{SECRET_WORDS}'.encode())
    out = capsys.readouterr()
    # What the database's driver says of its own work is at DEBUG, where nobody runs it.
    logged = "".join(record.getMessage() for record in caplog.records if record.levelno > logging.DEBUG)
    for words in (SECRET_WORDS, "ref-8812", sender.key, sender.key.rsplit("_", 1)[1]):
        assert words not in out.out + out.err + logged


def test_the_published_description_takes_what_the_server_takes():
    described = yaml.safe_load((EXAMPLES / "service_feedback.openapi.yaml").read_text(encoding="utf-8"))
    answer = described["components"]["schemas"]["Answer"]
    assert answer["properties"].keys() == Item.model_fields.keys()
    assert set(answer["required"]) == {name for name, field in Item.model_fields.items() if field.is_required()}
    assert answer["properties"]["scale"]["enum"] == list(Scale)
    for good in (item(), item(7, team=None, email="a@b.example", objective="voids", text="Kind.")):
        jsonschema.validate(good, answer)
        Item.model_validate(good)
