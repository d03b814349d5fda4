"""What browsers are told, on every route of the server and of the demo, refusals and unknown pages included."""

import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import AsyncMock

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import worker_app
from bot.demo.chat import demo_app
from bot.settings import Settings
from tests.inbound.whole_server import EVERYTHING, METRICS_TOKEN
from tests.installation import installed

FILLED_IN = {"table": "objectives", "token": "A" * 24, "id": "1" * 16, "path": "css/base.css", "name": "a.txt"}


def addresses(app: web.Application) -> Iterator[tuple[str, str]]:
    """Every method and an address for it, of all routes."""
    for route in app.router.routes():
        assert route.resource is not None
        yield route.method, re.sub(r"{(\w+)[^}]*}", lambda found: FILLED_IN[found[1]], route.resource.canonical)


async def demo_without_people(url: str, folder: Path) -> web.Application:
    """The demo's server, whose council nobody has founded: that takes longer than all that is asked of it here."""
    settings = Settings(_env_file=None, database_url=url, public_url="http://127.0.0.1:3978", tick_seconds=600)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.demo.chat.found_council", AsyncMock())
        return await demo_app(settings, folder / "clock.json")


def check(answer: aiohttp.ClientResponse, *, is_https: bool) -> None:
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    if "sandbox" not in policy:
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Server"] == "Milepost"
    assert ("Strict-Transport-Security" in answer.headers) is is_https
    # A copy is kept by nobody in between, but for what is the same for everyone or has a name nobody guesses.
    if (
        not answer.url.path.startswith(("/static/", "/pictures/", "/api/v1/openapi.json"))
        and answer.url.path != "/"
    ):
        assert answer.headers["Cache-Control"] == "no-store"


async def test_every_route_of_the_server_sends_them(sqlite_url, clock):
    async with (
        installed(sqlite_url, clock, **EVERYTHING) as running,
        aiohttp.ClientSession(running.base_url) as client,
    ):
        paths = set()
        for method, path in addresses(running.app):
            for headers in ({}, {"Authorization": f"Bearer {METRICS_TOKEN}"}):
                async with client.request(method, path, headers=headers) as answer:
                    check(answer, is_https=True)
            paths.add(path)
        # So that a list that went empty is noticed.
        assert {"/slack/events", "/slack/install", "/slack/oauth_redirect", "/api/messages", "/metrics"} <= paths
        assert {"/api/service-feedback", "/healthz", f"/download/{'A' * 24}", "/api/v1/objectives"} <= paths
        for method, path in (("GET", "/nowhere"), ("POST", "/healthz"), ("GET", "/download/../../etc/passwd")):
            async with client.request(method, path) as answer:
                assert answer.status in (404, 405)
                check(answer, is_https=True)


async def test_the_demo_sends_them_and_nobody_is_told_to_come_by_https_where_it_is_not(sqlite_url, tmp_path: Path):
    async with TestClient(TestServer(app := await demo_without_people(sqlite_url, tmp_path))) as client:
        paths = set()
        for method, path in addresses(app):
            async with client.request(method, path) as answer:
                check(answer, is_https=False)
                paths.add(path)
        assert {"/", "/static/css/base.css", "/demo/api/say", "/demo/api/stream"} <= paths


async def test_a_worker_sends_them(sqlite_url, clock):
    async with installed(sqlite_url, clock, **EVERYTHING) as running:
        app = worker_app(running.milepost)
        app.cleanup_ctx.clear()
        async with TestClient(TestServer(app)) as client, client.get("/healthz") as answer:
            check(answer, is_https=True)


@pytest.mark.parametrize("path", ["/slack/install", f"/download/{'A' * 24}"])
async def test_pages_have_nothing_inline_but_the_style_that_their_policy_names(sqlite_url, clock, path: str):
    async with (
        installed(sqlite_url, clock, **EVERYTHING) as running,
        aiohttp.ClientSession(running.base_url) as client,
        client.get(path) as answer,
    ):
        text = await answer.text()
        assert "<script" not in text
        assert " style=" not in text
        assert not re.search(r"\son\w+=", text)
        assert "style-src 'sha256-" in answer.headers["Content-Security-Policy"]
