"""Files in Teams: heard with the message, and fetched from where Microsoft keeps them only."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.adapters.teams.files import FILE, TeamsFiles, is_microsofts
from core.model.shared_file import SharedFile
from core.ports import FileTrouble, NoContent

LINK = "https://contoso-my.sharepoint.com/personal/amira/Documents/fire.pdf"
MOST = 1_000


def attached(name: str = "fire.pdf", download: str = "https://contoso-my.sharepoint.com/d?tempauth=x") -> dict:
    content = {"downloadUrl": download, "uniqueId": "1", "fileType": "pdf"}
    return {"contentType": FILE, "contentUrl": LINK, "name": name, "content": content}


HTML = {"contentType": "text/html", "content": "<p>words</p>"}


async def test_a_message_with_a_file_is_one_event(desk, amira):
    await amira.says("did fire safety on Tuesday", attachments=[HTML, attached()])
    (event,) = desk.worked_on
    (file,) = event.files
    assert (event.text, file.name, file.link) == ("did fire safety on Tuesday", "fire.pdf", LINK)
    assert file.reference.startswith("https://contoso-my.sharepoint.com/d")


async def test_a_file_alone_is_heard_and_the_text_as_html_is_no_file(desk, amira):
    await amira.says("", attachments=[attached()])
    await amira.says("hello", attachments=[HTML])
    assert [(event.text, len(event.files)) for event in desk.worked_on] == [("", 1), ("hello", 0)]


async def test_a_pasted_picture_has_no_link_to_keep(desk, amira):
    picture = {"contentType": "image/*", "contentUrl": "https://smba.trafficmanager.net/uk/v3/attachments/1"}
    await amira.says("", attachments=[picture, HTML])
    (event,) = desk.worked_on
    assert event.files == (SharedFile("image.png", "image/*"),)


@pytest.mark.parametrize(
    ("address", "is_its"),
    [
        ("https://contoso-my.sharepoint.com/d?tempauth=x", True),
        ("https://contoso.sharepoint.us/d", True),
        ("https://contoso.sharepoint-mil.us/d", True),
        ("http://contoso-my.sharepoint.com/d", False),
        ("https://sharepoint.com.evil.example/d", False),
        ("https://evilsharepoint.com/d", False),
        ("https://contoso.sharepoint.com@evil.example/d", False),
        ("https://contoso.sharepoint.com:8443/d", False),
        ("https://contoso.sharepoint.com:x/d", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_microsofts_hosts_are_asked(address, is_its):
    assert is_microsofts(address) is is_its


@pytest.fixture
async def host() -> AsyncIterator[str]:
    """Where files lie in these tests."""
    asked: list[str] = []

    async def serve(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        match request.match_info["name"]:
            case "list.csv":
                return web.Response(body=b"email,name\n")
            case "large.csv":
                return web.Response(body=b"x" * (MOST + 1))
            case "led.csv":
                raise web.HTTPFound("/list.csv")
            case "busy.csv":
                return web.Response(status=503)
            case _:
                raise web.HTTPForbidden

    app = web.Application()
    app.router.add_get("/{name}", serve)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_content_is_fetched_as_far_as_it_may_be(host):
    files = TeamsFiles(registered=False)

    async def fetched(name: str) -> object:
        try:
            return await files.fetch("tenant", SharedFile(name, reference=f"{host}/{name}"), MOST)
        except NoContent as none:
            return none.trouble

    assert await fetched("list.csv") == b"email,name\n"
    assert await fetched("large.csv") is FileTrouble.TOO_LARGE
    assert await fetched("led.csv") is FileTrouble.EXPIRED
    assert await fetched("busy.csv") is FileTrouble.UNREACHABLE
    assert await fetched("expired.csv") is FileTrouble.EXPIRED


async def test_with_a_registration_nothing_on_this_machine_is_asked(host):
    with pytest.raises(NoContent) as raised:
        await TeamsFiles(registered=True).fetch("tenant", SharedFile("a", reference=f"{host}/list.csv"), MOST)
    assert raised.value.trouble is FileTrouble.EXPIRED
