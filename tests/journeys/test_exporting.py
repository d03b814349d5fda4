"""Taking a table out as a file: asked for in Slack, downloaded in a browser, and brought back by an import."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.import_files import Kind
from core.model.person import Access
from tests.clock import MovableClock
from tests.installation import Installation
from tests.journeys.browser import Browser
from tests.journeys.conftest import PUBLIC_URL
from tests.slack_api import SlackWorkspace

COUNCIL = Path(__file__).parent / "council.csv"
TRAINING = (
    "course,email,completed_on,expires_on,evidence\nFire safety,amira.khan@council.example,2026-03-02,,=1+1\n"
)


@pytest.fixture
async def megan(server: Installation, slack: SlackWorkspace, browser: Browser, tmp_path: Path):
    """Megan looks after the council's people."""
    await server.imports(Kind.PEOPLE, COUNCIL)
    (tmp_path / "training.csv").write_text(TRAINING, encoding="utf-8")
    assert "1" in await server.imports(Kind.TRAINING, tmp_path / "training.csv")
    person = slack.add("Megan Price")
    await become(server, person.email, Access.HR)
    await browser.installs(slack.grant(person))
    await server.settle()
    return person


async def become(server: Installation, email: str, access: Access) -> None:
    async with server.milepost.database.transaction() as store:
        await store.people.save([replace(await server.person(email), access=access)])


async def link_to(slack: SlackWorkspace, person, words: str) -> str:
    await person.says(words)
    found = re.search(rf"{PUBLIC_URL}(/download/[\w-]+)", str(slack.inbox(person)[-1]))
    assert found is not None
    return found[1]


async def call(server: Installation, method: str, path: str) -> tuple[int, bytes, str]:
    async with aiohttp.ClientSession() as browser, browser.request(method, server.base_url + path) as answer:
        return answer.status, await answer.read(), answer.headers.get("Content-Disposition", "")


async def test_a_file_is_downloaded_once_and_what_looks_at_the_link_before_uses_nothing_up(
    server: Installation, slack: SlackWorkspace, megan, tmp_path: Path
):
    path = await link_to(slack, megan, "hr export training csv")
    for _ in range(2):
        status, page, _ = await call(server, "GET", path)
        assert (status, b"Download" in page, b"amira" in page) == (200, True, False)
    status, file, name = await call(server, "POST", path)
    assert status == 200
    assert re.search(r'filename="training-\d{4}-\d\d-\d\d\.csv"', name)
    assert b"Fire safety,amira.khan@council.example,2026-03-02,,'=1+1" in file
    for method in ("POST", "GET"):
        status, page, _ = await call(server, method, path)
        assert (status, b"This link no longer works" in page) == (404, True)


async def test_people_come_back_through_an_import_unchanged(
    server: Installation, slack: SlackWorkspace, megan, tmp_path: Path
):
    path = await link_to(slack, megan, "hr export people")
    _, file, name = await call(server, "POST", path)
    assert name.endswith('.xlsx"')
    (tmp_path / "people.xlsx").write_bytes(file)
    before = await server.person(megan.email)
    told = await server.imports(Kind.PEOPLE, tmp_path / "people.xlsx")
    assert "changed" not in told.replace("0 changed", "")
    assert await server.person(megan.email) == before


async def test_a_link_runs_out_after_a_quarter_of_an_hour(
    server: Installation, slack: SlackWorkspace, megan, clock: MovableClock
):
    path = await link_to(slack, megan, "hr export training")
    clock.move_to(clock.now() + timedelta(minutes=15))
    assert (await call(server, "POST", path))[0] == 404


async def test_whoever_is_hr_no_longer_gets_nothing(server: Installation, slack: SlackWorkspace, megan):
    path = await link_to(slack, megan, "hr export training")
    await become(server, megan.email, Access.STAFF)
    assert (await call(server, "POST", path))[0] == 404
    await megan.says("hr export training")
    assert "This part of Milepost is for HR" in slack.inbox(megan)[-1].reads


async def test_what_can_be_exported_is_asked_back(server: Installation, slack: SlackWorkspace, megan):
    await megan.says("hr export")
    said = slack.inbox(megan)[-1].reads
    assert "Compliance by month" in said and "Check-ins by team" in said
    assert "Missed targets" not in said
    await megan.says("hr export training")
    said = slack.inbox(megan)[-1].reads
    assert "As CSV" in said and "For analysis (Parquet)" in said


async def test_everyone_gets_what_is_their_own_and_line_managers_what_is_their_reports(
    server: Installation, slack: SlackWorkspace, megan
):
    amira = slack.add("Amira Khan")
    path = await link_to(slack, amira, "export my training csv")
    status, file, _ = await call(server, "POST", path)
    assert (status, file.count(b"amira.khan@council.example")) == (200, 1)
    path = await link_to(slack, amira, "export people csv")
    _, file, _ = await call(server, "POST", path)
    assert file.count(b"\n") == 2 and b"amira.khan@council.example" in file
    await amira.says("team export")
    said = slack.inbox(amira)[-1].reads
    assert "Export for your team" in said
