"""The doctor at Slack's and Microsoft's doors: tokens, scopes, clocks and the address that leads back here."""

from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.fernet import Fernet

from bot.doctor import Verdict
from bot.doctor.teams import teams
from bot.settings import Settings
from core.model.person import Platform
from tests.bot.doctor.conftest import Look
from tests.clock import MovableClock
from tests.installation import installed
from tests.journeys.browser import Browser
from tests.slack_api import SlackWorkspace

APP_ID = "2f5a9c1e-0000-4000-8000-000000000001"


def one_workspace(slack: SlackWorkspace, **more: Any) -> dict[str, Any]:
    return {**slack.settings, **more}


async def test_a_server_that_runs_as_it_should_has_nothing_to_fix(
    look: Look, slack: SlackWorkspace, sqlite_url: str, right_now: MovableClock, tmp_path
):
    (tmp_path / "milepost.db").chmod(0o600)
    async with installed(sqlite_url, right_now, **one_workspace(slack)) as server:
        await server.milepost.engine.tick()
        (tmp_path / "people.csv").write_text("email,name\namira@vale.example,Amira Khan\n", encoding="utf-8")
        await server.imports("people", tmp_path / "people.csv")
        found = await look(database_url=sqlite_url, public_url=server.base_url, **one_workspace(slack))
    assert found.to_fix == [], found.checks
    assert found.of("slack").said == "connected to Council"
    assert "agrees with Slack's" in found.of("clock").said
    assert "answers, with release" in found.of("address").said
    assert found.of("timer").said.startswith("ticks")
    assert found.of("people").said == "1 in the directory"


async def test_scopes_that_are_missing_are_named_with_what_they_are_for(look: Look, slack: SlackWorkspace):
    slack.scopes = (slack.scopes - {"im:history"}) | {"channels:join"}
    found = await look(**one_workspace(slack))
    lacking = found.of("slack scopes")
    assert lacking.verdict is Verdict.FIX
    assert "im:history (to read what is typed to Milepost in direct messages)" in lacking.said
    assert "Council" in lacking.said
    (beyond,) = [each for each in found.checks if each.verdict is Verdict.ADVICE and each.name == "slack scopes"]
    assert "channels:join" in beyond.said


async def test_a_token_that_slack_refuses_is_told_with_slacks_reason(look: Look, slack: SlackWorkspace):
    slack.let_tokens_die("token_revoked")
    found = await look(**one_workspace(slack))
    assert found.of("slack").said == "Slack answers: token_revoked"


async def test_where_slack_cannot_be_reached_it_is_the_way_that_is_looked_at(look: Look, slack: SlackWorkspace):
    found = (await look(**one_workspace(slack, slack_api_url="http://127.0.0.1:9/api/"))).of("slack")
    assert found.said.startswith("Slack does not answer (")
    assert "a proxy or a firewall" in found.todo


@pytest.mark.parametrize(
    ("token", "verdict", "said"),
    [
        (SlackWorkspace.app_token, Verdict.OK, "Socket Mode is on"),
        ("xapp-of-another", Verdict.FIX, "Slack answers: invalid_auth"),
        ("xoxb-mixed-up", Verdict.FIX, "is no xapp- token"),
    ],
)
async def test_socket_mode_is_tried(look: Look, slack: SlackWorkspace, token: str, verdict: Verdict, said: str):
    found = (await look(**one_workspace(slack, slack_app_token=token))).of("slack socket")
    assert found.verdict is verdict
    assert said in found.said


@pytest.mark.parametrize(
    ("off", "said"), [({"minutes": 10}, "10 minutes ahead of"), ({"hours": -3}, "3 hours behind")]
)
async def test_a_clock_that_is_wrong_is_noticed_by_slacks(
    look: Look, slack: SlackWorkspace, right_now: MovableClock, off: dict[str, float], said: str
):
    right_now.move_to(right_now.now() + timedelta(**off))
    found = (await look(**one_workspace(slack))).of("clock")
    assert found.verdict is Verdict.FIX
    assert said in found.said
    assert "NTP" in found.todo


async def test_each_of_many_workspaces_is_tried_and_none_is_ended_by_being_looked_at(
    look: Look, slack: SlackWorkspace, sqlite_url: str, right_now: MovableClock
):
    key = Fernet.generate_key().decode()
    many = {
        "slack_client_id": slack.client_id,
        "slack_client_secret": slack.client_secret,
        "slack_signing_secret": slack.signing_secret,
        "slack_api_url": slack.api_url,
        "public_url": "https://milepost.vale.example",
    }
    trust = slack.another("T0TRUST", "Harbour NHS Trust")
    async with installed(sqlite_url, right_now, encryption_keys=key, **many) as server:
        slack.connect(f"{server.base_url}/slack/events", server.settle)
        trust.connect(slack.events_url, server.settle)
        await Browser(server.base_url).installs(slack.grant(slack.add("Megan Price")))
        await Browser(server.base_url).installs(trust.grant(trust.add("Rhys Bevan")))
        await server.settle()
        # By the test server alone, since where it leads no other machine listens.
        many["public_url"] = server.base_url
        both = await look(database_url=sqlite_url, encryption_keys=key, **many)
        assert "connected to 2 of 2 workspaces" in both.of("slack").said
        assert both.of("slack scopes").verdict is Verdict.OK

        trust.let_tokens_die("account_inactive")
        one = await look(database_url=sqlite_url, encryption_keys=key, **many)
        assert one.of("slack").said == "Harbour NHS Trust: Slack answers: account_inactive"
        assert "/slack/install" in one.of("slack").todo
        async with server.milepost.database.reading() as store:
            assert all(each.is_active for each in await store.installations.all(Platform.SLACK))

        right_now.move_to(right_now.now() + timedelta(hours=13))
        over = await look(database_url=sqlite_url, encryption_keys=key, **many)
        assert "tokens ran out: Council, Harbour NHS Trust" in over.of("slack").said

        other = await look(database_url=sqlite_url, encryption_keys=Fernet.generate_key().decode(), **many)
        assert "the tokens of 2 of 2 workspaces cannot be opened" in other.of("slack").said
        assert "MILEPOST_ENCRYPTION_KEYS" in other.of("slack").todo


async def test_another_server_at_the_address_is_told_apart(look: Look, slack: SlackWorkspace):
    app = web.Application()
    app.router.add_get("/api/v1/openapi.json", lambda _: web.json_response({"info": {"title": "Council tax"}}))
    async with TestServer(app) as server:
        found = (await look(**one_workspace(slack, public_url=str(server.make_url(""))))).of("address")
    assert found.verdict is Verdict.FIX
    assert "something else answers" in found.said


async def test_an_address_without_tls_or_none_at_all_is_to_be_fixed(look: Look, slack: SlackWorkspace):
    plain = (await look(**one_workspace(slack, public_url="http://milepost.vale.example"))).of("address")
    assert plain.said.endswith("is not https")
    assert (await look(**one_workspace(slack))).of("address").said == "no public address is set"
    assert "address" not in await look(**one_workspace(slack, slack_app_token=slack.app_token))


# --- Teams ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"teams_app_id": APP_ID}, "MILEPOST_TEAMS_APP_PASSWORD, MILEPOST_TEAMS_TENANT_ID missing"),
        (
            {"teams_app_id": "milepost", "teams_app_password": "s", "teams_tenant_id": "t"},
            "MILEPOST_TEAMS_APP_ID is no",
        ),
        ({"teams_app_id": APP_ID, "teams_app_password": APP_ID, "teams_tenant_id": "t"}, "is an id, not a secret"),
    ],
)
async def test_what_is_copied_from_the_wrong_place_is_told_before_microsoft_is_asked(look: Look, given, said):
    found = (await look(**given)).of("teams")
    assert found.verdict is Verdict.FIX
    assert said in found.said


async def test_a_tenant_that_microsoft_does_not_know_is_told_and_so_is_a_wrong_clock(right_now: MovableClock):
    async def tenant(request: web.Request) -> web.Response:
        return web.json_response({}, status=200 if request.match_info["tenant"] == "vale" else 400)

    app = web.Application()
    app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", tenant)
    given = Settings(_env_file=None, teams_app_id=APP_ID, teams_app_password="s", teams_tenant_id="elsewhere")
    async with TestServer(app) as microsoft:
        authority = str(microsoft.make_url("")).rstrip("/")
        unknown = [each async for each in teams(given, right_now, authority)]
        assert [each.name for each in unknown] == ["teams tenant"], (
            "no token is asked for at a tenant that is none"
        )
        assert "MILEPOST_TEAMS_TENANT_ID" in unknown[0].todo
        right_now.move_to(right_now.now() + timedelta(minutes=7))
        known = {}
        async for each in teams(given.model_copy(update={"teams_tenant_id": "vale"}), right_now, authority):
            known[each.name] = each
            if each.name == "clock":
                break
    assert known["teams tenant"].verdict is Verdict.OK
    assert "ahead of Microsoft's" in known["clock"].said
