"""Milepost in Microsoft's Agents Playground: what Teams people see and do, with cards drawn as Teams draws them.

Takes the documentation's pictures on the way when PICTURES_OF_TEAMS names a folder:
`PICTURES_OF_TEAMS=docs/screenshots make test-e2e`.
"""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from bot.import_files import Kind
from core.services.organisations import appoint
from tests.clock import MovableClock
from tests.e2e.conftest import REPOSITORY, server
from tests.e2e.playground import Chat, free_port, opened, person, playground
from tests.installation import Installation, installed
from tests.keys import KEY

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

expect.set_options(timeout=20_000)  # other tests use the processors as well

FILES = REPOSITORY / "tests" / "journeys"

AMIRA = person(1, "Amira Khan", "amira.khan@council.example")
BEN = person(2, "Ben Wood", "ben.wood@council.example")
MEGAN = person(3, "Megan Price", "megan.price@council.example")
MORGAN = person(5, "Morgan Reed", "morgan.reed@council.example")
ALEX = person(4, "Alex Wilber", "alexw@example.com")


@pytest_asyncio.fixture(loop_scope="session")
async def council(sqlite_url: str, clock: MovableClock) -> AsyncIterator[Installation]:
    """A server that speaks with the playground, on the Friday before the week, at a clock of the test's."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    port = free_port()
    at = {"port": port, "public_url": f"http://127.0.0.1:{port}"}
    async with installed(sqlite_url, clock, teams_auth="off", **at) as running:
        await running.imports(Kind.PEOPLE, FILES / "council.csv")
        await running.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
        yield running


async def pictured(card: Locator, name: str) -> None:
    """Take the picture of a card where pictures are asked for."""
    folder = os.environ.get("PICTURES_OF_TEAMS")
    if folder:
        await card.screenshot(path=Path(folder) / f"teams-{name}.png", animations="disabled")


async def test_a_week_in_teams_from_prompt_to_summary(council: Installation, browser: Browser, tmp_path: Path):
    async with AsyncExitStack() as stack:

        async def arrives(someone: dict[str, str]) -> Chat:
            address = await stack.enter_async_context(playground(council.base_url, tmp_path, someone))
            return await opened(browser, address)

        amira, ben, megan = await asyncio.gather(arrives(AMIRA), arrives(BEN), arrives(MEGAN))
        for chat, name in ((amira, "Amira"), (ben, "Ben"), (megan, "Megan")):
            await expect(chat.cards(f"Hello {name}")).to_be_visible()

        await council.goes_to("Mon 10:00")
        prompt = amira.cards("Answer complaints faster").first
        await expect(prompt.get_by_role("button")).to_have_text(
            ["Answer in a form", "Answer here in chat", "Later", "Cymraeg"]
        )

        # In a form, which is kept open by a figure that cannot be read; the prompt then shows what was said.
        await prompt.get_by_role("button", name="Answer in a form").click()
        form = amira.form("Where is it now?")
        await form.get_by_label("Where is it now?").fill("12 days")
        await form.get_by_text("On track", exact=True).click()
        await form.get_by_label("What helped, or got in the way?").fill("The new triage rota works.")
        await pictured(form, "form")
        await form.get_by_label("Where is it now?").fill("banana")
        await form.get_by_role("button", name="Send").click()
        await expect(form).to_contain_text("couldn’t read a figure")
        await form.get_by_label("Where is it now?").fill("12 days")
        await form.get_by_role("button", name="Send").click()
        await expect(amira.cards("Thank you, that is saved.")).to_be_visible()
        await expect(form).to_have_count(0)
        await expect(prompt).to_contain_text("12 days")
        await expect(prompt).to_contain_text("The new triage rota works.")
        await expect(prompt.get_by_role("button")).to_have_text(["Change my answers"])
        await pictured(prompt, "answered")

        # Question by question, with words and with buttons.
        await ben.newest.get_by_role("button", name="Answer here in chat").click()
        await expect(ben.newest).to_contain_text("question 1 of")
        await ben.says("70%")
        await expect(ben.newest).to_contain_text("How does it stand?")
        await ben.newest.get_by_role("button", name="At risk").click()
        await expect(ben.newest).to_contain_text("How sure are you")
        await ben.says("3")
        await expect(ben.newest).to_contain_text("in the way")
        await ben.says("Waiting for the new phone system.")
        await expect(ben.newest).to_contain_text("outside your control")
        await ben.says("yes")
        await expect(ben.newest).to_contain_text("Anything else")
        await ben.says("skip")
        await expect(ben.newest).to_contain_text("Thank you")

        # The manager sees the team; someone who manages nobody is refused kindly.
        await megan.says("team")
        await expect(megan.newest).to_contain_text("My team this week")
        await expect(megan.newest).to_contain_text("Waiting for the new phone system.")
        await pictured(megan.newest, "team")
        await amira.says("team")
        await expect(amira.newest).to_contain_text("Nobody reports to you")

        await council.goes_to("Fri 15:00")
        await expect(megan.newest).to_contain_text("Customer services: week of Mon 23 Nov")
        # The client draws the chart itself, and what it says stands below for whoever does not see it.
        await expect(megan.newest.get_by_role("img", name=re.compile("^Customer services, 66"))).to_be_visible()
        await expect(megan.newest).to_contain_text("Check-ins completed, by week")
        await pictured(megan.newest, "summary")


async def test_a_form_is_replaced_where_it_stands_by_what_came_of_it(
    council: Installation, browser: Browser, tmp_path: Path
):
    async with playground(council.base_url, tmp_path, AMIRA) as address:
        amira = await opened(browser, address)
        await expect(amira.cards("Hello Amira")).to_be_visible()
        await council.goes_to("Mon 10:00")
        prompt = amira.cards("Answer complaints faster").first
        await prompt.get_by_role("button", name="Answer in a form").click()
        await amira.form("Where is it now?").get_by_role("button", name="Not now").click()
        await expect(amira.newest).to_contain_text("Nothing was sent")
        closed = await amira.cards().count()

        await prompt.get_by_role("button", name="Answer in a form").click()
        form = amira.form("Where is it now?")
        await expect(form).to_be_visible()
        await form.get_by_label("Where is it now?").fill("11 days")
        await form.get_by_text("On track", exact=True).click()
        await form.get_by_role("button", name="Send").click()
        await expect(amira.cards("Thank you, that is saved.")).to_be_visible()
        await expect(form).to_have_count(0)
        assert await amira.cards().count() == closed + 1


async def test_thanks_feedback_training_and_the_checklist_are_drawn_by_teams(
    council: Installation, browser: Browser, tmp_path: Path
):
    (tmp_path / "training.csv").write_text(
        "course,email,completed_on,mandatory,valid_months\n"
        f"Fire safety,{AMIRA['email']},2025-12-03,yes,12\nFirst aid at work,{AMIRA['email']},2025-11-12,no,36\n",
        encoding="utf-8",
    )
    async with council.milepost.database.transaction() as store:
        await appoint(store, council.tenant, MORGAN["email"], council.clock.now())
    await council.imports(Kind.TRAINING, tmp_path / "training.csv")
    async with (
        playground(council.base_url, tmp_path, AMIRA) as hers,
        playground(council.base_url, tmp_path, MORGAN) as theirs,
    ):
        amira, morgan = await asyncio.gather(opened(browser, hers), opened(browser, theirs))
        await expect(amira.cards("Hello Amira")).to_be_visible()
        await expect(morgan.newest.get_by_role("button").first).to_be_visible()

        await morgan.says("hr setup")
        await expect(morgan.newest).to_contain_text("1.")
        await pictured(morgan.newest, "checklist")

        await amira.says("kudos Morgan Reed for staying with a worried tenant until help came")
        await amira.newest.get_by_role("button", name="Working together").click()
        await expect(amira.newest).to_contain_text("question 3 of 3")
        await amira.newest.get_by_role("button", name="Open as a form").click()
        form = amira.form("For what")
        await expect(form.get_by_label("For what")).to_have_value(re.compile("worried tenant"))
        await form.get_by_text("Just them", exact=True).click()
        await pictured(form, "thanks-form")
        await form.get_by_role("button", name="Send thanks").click()
        thanks = morgan.cards("Amira Khan thanks you")
        await expect(thanks).to_contain_text("Working together")
        await pictured(thanks, "thanks")

        await amira.says("feedback Morgan Reed for the clear letter to every tenant")
        await expect(amira.newest).to_contain_text("What is it about?")
        await amira.says("heating works")
        await amira.newest.get_by_role("button", name="Only them").click()
        feedback = morgan.cards("Feedback from Amira Khan")
        await feedback.get_by_role("button", name="Read it").click()
        await expect(feedback).to_contain_text("heating works")
        await pictured(feedback, "feedback")

        await amira.says("training")
        await expect(amira.newest).to_contain_text("Fire safety")
        await pictured(amira.newest, "training")


async def test_cards_and_forms_in_welsh_fit_a_telephone(council: Installation, browser: Browser, tmp_path: Path):
    async with playground(council.base_url, tmp_path, AMIRA) as address:
        amira = await opened(browser, address)
        await expect(amira.cards("Hello Amira")).to_be_visible()
        # The playground itself becomes no narrower; this is what Teams leaves of a telephone's width.
        await amira.page.add_style_tag(content=".ac-adaptiveCard { width: 300px !important }")
        await amira.says("settings language cymraeg")
        await expect(amira.newest).to_contain_text("Eich gosodiadau")
        await council.goes_to("Mon 10:00")
        await expect(amira.newest).to_contain_text("Sut mae eich amcanion")
        await amira.newest.get_by_role("button").first.click()
        await expect(amira.newest.get_by_role("textbox").first).to_be_visible()
        for card in await amira.cards().all():
            assert await card.evaluate("card => card.scrollWidth <= card.clientWidth")


async def test_a_server_begun_as_the_readme_says_is_spoken_with(browser: Browser, tmp_path: Path):
    next_year = date.today() + timedelta(days=365)  # noqa: DTZ011 - a day far ahead in any zone
    (tmp_path / "people.csv").write_text(f"email,name\n{ALEX['email']},{ALEX['name']}\n", encoding="utf-8")
    (tmp_path / "objectives.csv").write_text(
        "email,title,measure,target,unit,baseline,due_date\n"
        f"{ALEX['email']},Answer complaints faster,Average days,8,days,15,{next_year}\n",
        encoding="utf-8",
    )
    for kind in ("people", "objectives"):
        command = [sys.executable, "-m", "bot", "import", kind, f"{kind}.csv"]
        environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "MILEPOST_ENCRYPTION_KEYS": KEY}
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, timeout=60)  # noqa: ASYNC221
    async with (
        server("serve", folder=tmp_path, TEAMS_AUTH="off") as milepost,
        playground(milepost, tmp_path, ALEX) as address,
    ):
        alex = await opened(browser, address)
        await expect(alex.cards("Hello Alex")).to_be_visible()
        await alex.says("help")
        await expect(alex.newest).to_contain_text("objectives add")
        # Works on every day of the week: the present week's check-in, or the next one's ahead of time.
        await alex.says("checkin")
        await expect(alex.newest).to_contain_text("Answer complaints faster")
        await alex.newest.get_by_role("button", name="Answer in a form").click()
        form = alex.form("Where is it now?")
        await form.get_by_label("Where is it now?").fill("9")
        await form.get_by_label("What helped, or got in the way?").fill("*New* <b>rota</b> & 2 < 3")
        await form.get_by_text("On track", exact=True).click()
        await form.get_by_role("button", name="Send").click()
        answered = alex.cards("Change my answers")
        await expect(answered).to_contain_text("9 days")
        await expect(answered).to_contain_text("*New* <b>rota</b> & 2 < 3")
