"""A browser that meets an error is told so in words, in both languages; programs get their short answers."""

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient

from bot.error_pages import told_in_words

BROWSER = {"Accept": "text/html,application/xhtml+xml;q=0.9", "Accept-Language": "cy-GB,cy;q=0.9,en;q=0.5"}


@pytest.fixture
async def client(aiohttp_client) -> TestClient:
    async def away(_: web.Request) -> web.Response:
        raise web.HTTPServiceUnavailable

    async def broken(_: web.Request) -> web.Response:
        raise RuntimeError("a secret of the server's")

    async def moved(_: web.Request) -> web.Response:
        raise web.HTTPFound("/elsewhere")

    app = web.Application(middlewares=[told_in_words])
    app.router.add_get("/away", away)
    app.router.add_get("/broken", broken)
    app.router.add_get("/moved", moved)
    return await aiohttp_client(app)


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/nowhere", 404, "Nid oes tudalen yma"),
        ("GET", "/away", 503, "Rhowch gynnig arall arni ymhen ychydig funudau"),
        ("GET", "/broken", 500, "Aeth rhywbeth o’i le ar ein hochr ni"),
        ("POST", "/away", 405, "Nid yw hynny ar agor i chi yma"),
    ],
)
async def test_a_browser_is_told_in_its_own_language_first(client, method, path, status, title):
    answer = await client.request(method, path, headers=BROWSER)
    body = await answer.text()
    assert answer.status == status and answer.content_type == "text/html"
    assert body.index(f"<title>{title} – Milepost</title>") < body.index('<section lang="cy">')
    assert body.index('<section lang="cy">') < body.index('<section lang="en">')
    assert "secret" not in body and "Traceback" not in body
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert ("Allow" in answer.headers) is (status == 405)


async def test_a_program_gets_the_short_answer_and_a_way_elsewhere_stays_one(client):
    answer = await client.get("/nowhere", headers={"Accept": "application/json"})
    assert (answer.status, await answer.text()) == (404, "404: Not Found")
    answer = await client.get("/moved", headers=BROWSER, allow_redirects=False)
    assert (answer.status, answer.headers["Location"]) == (302, "/elsewhere")
