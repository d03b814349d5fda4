"""The demo without a mouse, on the narrowest screen, with letters twice as large, in a reader's own colours.

WCAG 2.2 AA beyond what axe can see: 1.4.4, 1.4.10, 1.4.12, 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.3.3.
"""

import re

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.e2e.conftest import axe_findings
from tests.e2e.walking import TEXT_SPACING, cut_off, walk

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

NARROWEST = {"width": 320, "height": 640}
"""1,280 pixels at 400 %, as WCAG 1.4.10 has it."""
TWICE = {"width": 640, "height": 450}
"""1,280 by 900 at 200 %."""


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, demo: str) -> Page:
    """The start page, with styles of a reader's own let in; any error of its scripts fails the test."""
    context = await browser.new_context(
        viewport={"width": 1280, "height": 900}, base_url=demo, bypass_csp=True, reduced_motion="reduce"
    )
    opened = await context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    await opened.goto("/")
    await expect(opened.locator("a.suggestion").first).to_be_visible()
    yield opened
    assert errors == []
    await context.close()


async def plays(page: Page, kind: str) -> None:
    await page.goto("/")
    await page.locator("a.suggestion", has_text=kind).click()
    await expect(page.locator(".compose textarea")).to_be_visible()


async def says(page: Page, text: str) -> None:
    box = page.locator(".compose textarea")
    await box.fill(text)
    await box.press("Escape")
    await box.press("Enter")


async def sees_the_summary(page: Page) -> None:
    """The longest card of the demo: a chart, tables, facts, an outline and buttons."""
    await plays(page, "Line manager")
    await says(page, "team summary")
    await expect(page.locator(".chart img").last).to_be_visible()


async def opens_form(page: Page) -> None:
    await says(page, "checkin next week")
    await page.locator("article").last.get_by_role("button", name="Answer in a form").click()
    await expect(page.locator("dialog.form[open]")).to_be_visible()


async def opens_views(page: Page) -> None:
    await page.locator("button.view-as").last.click()
    await expect(page.locator("dialog.view-as-panel")).to_be_visible()


async def opens_picture(page: Page) -> None:
    await page.get_by_role("button", name="Enlarge the picture").last.click()
    await expect(page.locator("dialog.picture")).to_be_visible()


async def test_every_control_is_reached_by_keyboard_and_seen_where_one_is(page: Page):
    barriers = {"start": (await walk(page)).barriers}
    await sees_the_summary(page)
    barriers["conversation"] = (await walk(page)).barriers
    for name, opens in (("picture", opens_picture), ("views", opens_views), ("form", opens_form)):
        await opens(page)
        barriers[name] = (await walk(page)).barriers
        await page.keyboard.press("Escape")
        await expect(page.locator("dialog[open]")).to_have_count(0)
    assert {screen: found for screen, found in barriers.items() if found} == {}


@pytest.mark.parametrize("size", [NARROWEST, TWICE], ids=["320 px", "200 %"])
async def test_nothing_is_lost_on_narrow_screens_nor_with_wide_spacing(page: Page, size):
    await page.set_viewport_size(size)
    lost = {"start": await cut_off(page)}
    await sees_the_summary(page)
    lost["conversation"] = await cut_off(page)
    await page.add_style_tag(content=TEXT_SPACING)
    lost["conversation, spaced"] = await cut_off(page)
    for name, opens in (("picture", opens_picture), ("views", opens_views), ("form", opens_form)):
        await opens(page)
        lost[name] = await cut_off(page)
        await page.keyboard.press("Escape")
    room = await page.locator(".scroller").evaluate("scroller => scroller.clientHeight")
    box = await page.locator(".compose textarea").bounding_box()
    assert {screen: found for screen, found in lost.items() if found} == {}
    assert room > 100 and box and box["y"] + box["height"] <= size["height"]


async def test_in_a_readers_own_colours_everything_is_still_told_apart(page: Page):
    await page.emulate_media(forced_colors="active")
    await sees_the_summary(page)
    assert (await walk(page)).barriers == {}
    bar = page.locator(".bar-done").first
    around = page.locator(".progress .bar, .outline-item .bar").first
    colours = "each => getComputedStyle(each).backgroundColor"
    assert await bar.evaluate(colours) != await around.evaluate(colours)
    await opens_form(page)
    chosen = page.locator(".choice", has=page.get_by_role("radio", name="On track")).first
    await chosen.click()
    outline = "each => getComputedStyle(each).outlineStyle"
    assert await chosen.locator("span").evaluate(outline) == "solid"
    other = page.locator(".choice", has=page.get_by_role("radio", name="At risk")).first
    assert await other.locator("span").evaluate(outline) == "none"


async def test_nothing_moves_for_whoever_asked_for_less_motion(page: Page):
    await sees_the_summary(page)
    moving = await page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((each) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(each);
          return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    await page.emulate_media(reduced_motion="no-preference")
    assert "0.12s" in await page.locator("button").first.evaluate(
        "each => getComputedStyle(each).transitionDuration"
    )


@pytest.mark.parametrize("path", ["/nowhere", "/download/" + "x" * 40], ids=["no page", "no download"])
async def test_a_page_of_errors_has_no_barrier(page: Page, path: str):
    answer = await page.goto(path)
    assert answer is not None and answer.status == 404
    assert await axe_findings(page) == []
    await page.emulate_media(color_scheme="dark")
    assert await axe_findings(page, "color-contrast") == []
    await expect(page.get_by_role("heading", level=1)).to_have_text(
        [re.compile("There is no page here|longer"), re.compile(".")]
    )
