"""The pages outside of chat (installing, downloading, errors): by axe, by keyboard, on the narrowest screen."""

import pytest
import pytest_asyncio
from playwright.async_api import Browser
from playwright.async_api import Page as Tab

from bot import downloads, error_pages
from bot.adapters.pages import Page, html
from bot.adapters.slack import install
from tests.e2e.conftest import axe_findings
from tests.e2e.walking import TEXT_SPACING, cut_off, walk

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

WITH_FACTS = (
    Page(
        "install-title", ("install-what", "install-who"), button="install-button", leads_to="https://slack.example"
    ),
    Page(
        "installed-title",
        ("installed-what", "installed-next"),
        {"workspace": "Cyngor Bro Morgannwg – Vale of Glamorgan Council, Housing and Building Services"},
        "installed-open",
        "https://slack.example",
    ),
)
"""Pages that are made when they are asked for."""

PAGES = {
    page.title: page
    for page in (
        *WITH_FACTS,
        *(each for module in (downloads, error_pages, install) for each in vars(module).values()),
    )
    if isinstance(page, Page)
}


@pytest_asyncio.fixture(loop_scope="session")
async def tab(browser: Browser) -> Tab:
    context = await browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    return await context.new_page()


def test_no_page_was_left_out():
    assert {"install-failed-title", "install-cancelled-title", "download-title", "error-not-found-title"} <= set(
        PAGES
    )
    assert len(PAGES) >= 12


@pytest.mark.parametrize("title", PAGES)
async def test_a_page_has_no_barrier(tab: Tab, title: str):
    await tab.set_content(html(PAGES[title], "cy"))
    found = await axe_findings(tab)
    await tab.emulate_media(color_scheme="dark")
    assert found + await axe_findings(tab, "color-contrast") == []
    went = await walk(tab)
    assert went.barriers == {}
    assert len(went.stops) == (2 if PAGES[title].button else 0)
    await tab.add_style_tag(content=TEXT_SPACING)
    assert await cut_off(tab) == []
