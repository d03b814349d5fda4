"""Takes the pictures that the documentation shows, from a demo of its own: `make screenshots`."""

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright, expect

from tests.e2e.conftest import BROWSER_ARGUMENTS, REPOSITORY, server

PICTURES = REPOSITORY / "docs" / "screenshots"
SIZE = {"width": 1280, "height": 900}


async def check_in_in_chat(page: Page) -> None:
    """Amira, asked on Monday morning, answers a question at a time."""
    await page.locator("a.suggestion").first.click()
    await page.locator(".clock-button").click()
    await page.get_by_role("button", name="Next Monday").click()
    await expect(page.locator(".clock")).to_have_attribute("aria-busy", "false", timeout=60_000)
    newest = page.locator("article").last
    await expect(newest).to_contain_text("How are your objectives going this week?")
    box = page.get_by_role("textbox", name="Message Milepost")
    await box.fill("chat")
    await box.press("Enter")
    await expect(newest).to_contain_text("question 1 of")
    await box.fill("Down to 22 days, the new key-safe rota helps")
    # Nothing is to look as if it were pointed at, or still sliding into place.
    await page.mouse.move(5, 500)
    await page.wait_for_timeout(500)


async def asked(page: Page, text: str, button: str) -> None:
    """The line manager says something, and the answer, which has this button, is read from its beginning."""
    asked_before = await page.locator("article").count()
    box = page.get_by_role("textbox", name="Message Milepost")
    await box.fill(text)
    await box.press("Escape")
    await box.press("Enter")
    await expect(page.locator("article").nth(asked_before + 1)).to_be_visible()
    answer = page.locator("article", has=page.get_by_role("button", name=button)).last
    await expect(answer.locator("img").last).to_be_visible()
    await answer.evaluate("article => article.scrollIntoView({ block: 'start' })")
    await page.mouse.move(5, 500)
    await page.wait_for_timeout(500)


async def as_line_manager(page: Page) -> None:
    """Marcus reads what his team's week and its benchmarks say."""
    await page.locator("a.suggestion", has_text="Marcus Bell").click()
    await asked(page, "team summary", "Who?")
    await page.screenshot(path=PICTURES / "demo-summary.png")
    await asked(page, "team benchmark on-track", "All measures")
    await page.screenshot(path=PICTURES / "demo-benchmark.png")


async def beside_messages(page: Page) -> None:
    """What Slack and Teams have beside messages, in a channel: an objective put in, an answer, the shortcuts."""
    await page.get_by_role("link", name="Housing repairs").click()
    menu = page.get_by_role("button", name="Shortcuts and search")
    await menu.click()
    await page.get_by_role("menuitem", name="Search objectives").click()
    await page.get_by_role("button", name=re.compile("Put in.*Turn empty homes around faster")).click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    box = page.get_by_role("textbox", name="Message Housing repairs")
    await box.fill("@Milepost actions")
    await box.press("Enter")
    await expect(page.locator("article").last).to_contain_text("Only you can see this")
    await menu.click()
    await page.wait_for_timeout(500)


async def take() -> None:
    """Take every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        async with server("demo", folder=Path(folder)) as address, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=chromium, args=BROWSER_ARGUMENTS)
            page = await browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
            await page.goto(address)
            # Before the clock is moved, so that the week that they tell of is the one the demo was founded with.
            await as_line_manager(page)
            await page.goto(address)
            await check_in_in_chat(page)
            await page.screenshot(path=PICTURES / "demo.png")
            await beside_messages(page)
            await page.screenshot(path=PICTURES / "demo-channel.png")
            await browser.close()


if __name__ == "__main__":
    asyncio.run(take())
