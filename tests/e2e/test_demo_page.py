"""The demo as someone meets it after `make demo`: with a keyboard, on a phone, with a screen reader."""

import re

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.e2e.conftest import axe_findings

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, demo: str) -> Page:
    """The start page; any error of its scripts fails the test."""
    context = await browser.new_context(viewport=DESKTOP, base_url=demo)
    opened = await context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    await opened.goto("/")
    yield opened
    assert errors == []
    await context.close()


async def plays(page: Page, kind: str) -> None:
    """Pick the suggested person of this kind."""
    await page.goto("/")
    await page.locator("a.suggestion", has_text=kind).click()
    await expect(page.get_by_role("textbox", name=re.compile("Message Milepost|Neges i Milepost"))).to_be_visible()


async def says(page: Page, text: str) -> None:
    """Type to Milepost and send with the Enter key."""
    box = page.get_by_role("textbox", name="Message Milepost")
    await box.fill(text)
    await box.press("Escape")
    await box.press("Enter")


async def goes_to(page: Page, jump: str) -> None:
    """Move the clock to a named place."""
    await page.locator(".clock-button").click()
    await page.get_by_role("button", name=jump).click()
    await expect(page.locator(".clock")).to_have_attribute("aria-busy", "false", timeout=60_000)


def newest(page: Page):
    """The newest message of the conversation that is shown."""
    return page.locator("article").last


async def test_a_check_in_is_answered_in_the_form(page: Page):
    await plays(page, "Staff member")
    await goes_to(page, "Next Monday")
    await expect(newest(page)).to_contain_text("How are your objectives going this week?")
    await newest(page).get_by_role("button", name="Answer in a form").click()
    form = page.get_by_role("dialog", name=re.compile("Check-in for the week of"))
    await form.get_by_label("Where is it now?").first.fill("banana")
    for on_track in await form.get_by_role("radio", name="On track").all():
        await on_track.check()
    await form.get_by_role("button", name="Send").click()
    await expect(form).to_contain_text("couldn’t read a figure")
    await form.get_by_label("Where is it now?").first.fill("50%")
    await form.get_by_role("button", name="Send").click()
    await expect(form).to_be_hidden()
    await expect(newest(page).get_by_role("button", name="Change my answers")).to_be_visible()
    await expect(newest(page)).to_contain_text("edited")


async def test_the_meter_fills_while_an_objective_is_typed_and_the_field_stays_where_it_is(page: Page):
    await plays(page, "Staff member")
    await says(page, "/objectives add")
    form = page.get_by_role("dialog", name="A new objective")
    field = form.get_by_role("textbox", name=re.compile("^Objective"))
    await field.fill("Answer complaints")
    before = (await field.bounding_box())["y"]
    await expect(form).to_contain_text("Average working days to answer a complaint")
    assert abs((await field.bounding_box())["y"] - before) < 2
    await form.get_by_role("radio", name="Steps to tick off").check()
    await expect(form.get_by_role("textbox", name=re.compile("^Steps"))).to_be_visible()
    await expect(field).to_have_value("Answer complaints")


async def test_a_check_in_is_answered_by_keyboard_alone(page: Page):
    await page.locator("body").press("Tab")
    link = page.locator("a.suggestion", has_text="Staff member")
    for _ in range(12):
        if await link.evaluate("link => link === document.activeElement"):
            break
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Message Milepost")).to_be_focused()
    await page.keyboard.type("checkin next week")
    await page.keyboard.press("Enter")
    await expect(newest(page)).to_contain_text("Answering ahead")
    await page.keyboard.type("chat")
    await page.keyboard.press("Enter")
    await expect(newest(page)).to_contain_text("question 1 of")
    await page.keyboard.type("50%")
    await page.keyboard.press("Enter")
    await expect(newest(page)).to_contain_text("How does it stand?")
    await page.keyboard.type("on track")
    await page.keyboard.press("Enter")
    await expect(newest(page)).to_contain_text("How sure are you")


async def test_a_manager_sees_the_team_and_staff_are_refused(page: Page):
    await plays(page, "Line manager")
    await says(page, "team")
    await expect(newest(page)).to_contain_text("My team this week")
    await plays(page, "Staff member")
    await says(page, "team")
    await expect(newest(page)).to_contain_text("Nobody reports to you")


async def test_the_summary_arrives_on_friday_with_its_picture(page: Page):
    await plays(page, "Line manager")
    await goes_to(page, "Friday, 15:00")
    picture = page.locator("article img").last
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert len(await picture.get_attribute("alt") or "") > 20


async def test_the_council_goes_on_answering_in_the_weeks_that_are_moved_through(page: Page):
    await plays(page, "Line manager")
    await goes_to(page, "Next Monday")
    await goes_to(page, "Friday, 15:00")
    summary = page.locator("article", has=page.locator("img")).last
    await expect(summary).to_contain_text("who were due have checked in")
    assert not re.search(r"\b0 of", await summary.inner_text())
    await plays(page, "Staff member")
    reminder = page.locator("article", has_text="gentle reminder").last
    await expect(reminder.get_by_role("button", name="Answer in a form")).to_be_visible()


async def test_the_whole_time_is_read_on_a_phone(page: Page):
    await page.set_viewport_size(PHONE)
    await plays(page, "Welsh speaker")
    shown = page.locator(".clock-shown")
    assert await shown.evaluate("shown => shown.scrollWidth <= shown.clientWidth")
    await expect(page.locator(".clock-next")).to_have_accessible_name(re.compile("Digwyddiad nesaf"))


async def test_a_colleagues_message_is_recognised_from_its_own_menu(page: Page):
    await plays(page, "Staff member")
    await page.get_by_role("link", name="Housing repairs").click()
    said = page.locator("article", has_text="two double bookings")
    await said.get_by_role("button", name="Recognise this").click()
    form = page.get_by_role("dialog", name="Thank Jodie Marsh")
    await expect(form.get_by_label("For what")).to_have_value(re.compile("two double bookings"))
    await form.get_by_role("radio", name="Just them").check()
    await form.get_by_role("button", name="Send thanks").click()
    await expect(form).to_be_hidden()
    await page.get_by_role("link", name="Messages").click()
    await expect(newest(page)).to_contain_text("Your thanks went to Jodie Marsh")


async def test_a_colleague_is_looked_up_while_typing(page: Page):
    await plays(page, "Staff member")
    await says(page, "objectives 1")
    await newest(page).get_by_role("button", name="Share").click()
    form = page.get_by_role("dialog", name=re.compile("Share"))
    await form.get_by_label("Colleague").fill("marsh")
    # The field has offered everyone first.
    await expect(form.locator("datalist option")).to_have_count(1)
    await expect(form.locator("datalist option")).to_have_attribute("value", re.compile("Jodie Marsh"))
    chosen = await form.locator("datalist option").get_attribute("value")
    await form.get_by_label("Colleague").fill(chosen or "")
    await form.get_by_role("button", name="Share it").click()
    await expect(form).to_be_hidden()
    await expect(newest(page)).to_contain_text("Jodie Marsh")


async def opens_menu(page: Page, entry: str) -> None:
    """Take an entry of the menu at the box to type in."""
    await page.get_by_role("button", name="Shortcuts and search").click()
    await page.get_by_role("menuitem", name=entry).click()


async def test_a_shortcut_opens_its_form_anywhere_and_by_keyboard_alone(page: Page):
    await plays(page, "Staff member")
    await page.get_by_role("link", name="Housing repairs").click()
    menu = page.get_by_role("button", name="Shortcuts and search")
    await menu.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Start my check-in")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Give feedback")
    await form.get_by_label("About").fill("The new rota")
    for _ in range(15):
        await page.keyboard.press("Tab")
        assert await form.evaluate(
            "form => document.activeElement === document.body || form.matches(':focus-within')"
        )
    await page.keyboard.press("Escape")
    await expect(form).to_be_hidden()
    await expect(menu).to_be_focused()
    await opens_menu(page, "Give feedback")
    await expect(form.get_by_label("About")).to_have_value("The new rota")
    await page.keyboard.press("Escape")
    await opens_menu(page, "Start my check-in")
    await expect(page.get_by_role("dialog", name=re.compile("Check-in for the week of"))).to_be_visible()


async def test_a_channel_reads_what_is_put_into_it_and_nothing_that_milepost_answers_there(page: Page):
    await plays(page, "Staff member")
    await page.get_by_role("link", name="Housing repairs").click()
    await opens_menu(page, "Search objectives")
    search = page.get_by_role("dialog", name="Search objectives")
    await expect(search).to_contain_text("Everyone in Housing repairs will read what you put in.")
    await search.get_by_label("Words of an objective").fill("empty homes")
    await expect(search.locator(".found > li")).to_have_count(1)
    await search.get_by_role("button", name=re.compile("Put in.*Turn empty homes around faster")).click()
    await expect(search).to_be_hidden()
    await opens_menu(page, "Ask Milepost here")
    await page.keyboard.type("team")
    await page.keyboard.press("Enter")
    await expect(newest(page)).to_contain_text("Nobody reports to you")
    await expect(newest(page)).to_contain_text("Only you can see this")

    await page.goto("/")
    await page.get_by_label("Search people").fill("Jodie Marsh")
    await page.get_by_role("link", name="Jodie Marsh").click()
    await page.get_by_role("link", name="Housing repairs").click()
    await expect(newest(page)).to_contain_text("@Milepost team")
    put_in = page.locator("article", has_text="Turn empty homes around faster").last
    await expect(put_in).to_contain_text("Amira Hassan")


async def test_a_certificate_is_attached_by_keyboard_and_taken_off_again(page: Page):
    await plays(page, "Staff member")
    box = page.get_by_role("textbox", name="Message Milepost")
    attach = page.get_by_role("button", name="Attach a file")
    await attach.focus()
    for name in ("wrong.pdf", "fire.pdf"):
        async with page.expect_file_chooser() as chooser:
            await attach.press("Enter")
        picked = await chooser.value
        await picked.set_files({"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
        await expect(box).to_be_focused()
    await page.get_by_role("button", name="Don’t send wrong.pdf").press("Enter")
    await box.fill("did fire safety yesterday, certificate attached")
    await box.press("Enter")
    await expect(newest(page)).to_contain_text("What shows it: fire.pdf")
    await expect(page.get_by_role("list", name="Files to send")).to_be_hidden()
    await newest(page).get_by_role("button", name="Record it", exact=True).click()
    await expect(newest(page)).to_contain_text("is recorded")


async def test_a_360_round_that_closed_is_read_by_all_it_was_said_to_and_one_waits_for_answers(page: Page):
    for kind, asks in (("HR officer", "hr 360"), ("Line manager", "team 360"), ("Staff member", "feedback 360")):
        await plays(page, kind)
        await says(page, asks)
        await newest(page).get_by_role("button", name="Read the report").click()
        await expect(page.locator("article", has_text="6 of 7 colleagues and reports answered")).to_be_visible()
    await says(page, "feedback 360")
    await newest(page).get_by_role("button", name="Answer", exact=True).click()
    await expect(page.get_by_role("dialog", name="Your view of working with Marcus Bell")).to_be_visible()


async def test_the_words_at_hand_are_those_that_are_open_to_who_is_played(page: Page):
    for kind, offered, kept_back in (
        ("HR officer", "hr", "team"),
        ("Line manager", "team", "hr"),
        ("Staff member", "help", "hr"),
    ):
        await plays(page, kind)
        at_hand = page.get_by_role("group", name="Quick commands")
        await expect(at_hand.get_by_role("button", name=offered, exact=True)).to_be_visible()
        await expect(at_hand.get_by_role("button", name=kept_back, exact=True)).to_have_count(0)


async def test_words_to_say_next_are_tapped(page: Page):
    await plays(page, "Staff member")
    await says(page, "checkin next week")
    await says(page, "chat")
    await expect(newest(page)).to_contain_text("question 1 of")
    await page.get_by_role("group", name="You can say").get_by_role("button", name="stop").click()
    await expect(page.locator(".said").last).to_have_text("stop")
    await expect(page.get_by_role("group", name="You can say")).to_be_hidden()


async def test_a_message_is_looked_at_as_slack_and_teams_show_it(page: Page):
    await plays(page, "Line manager")
    await says(page, "team")
    await expect(newest(page)).to_contain_text("My team this week")
    await page.get_by_role("button", name="View in Slack or Teams").last.click()
    panel = page.get_by_role("dialog", name="The same message elsewhere")
    await expect(panel).to_contain_text("My team this week")
    await panel.get_by_role("tab", name="In Teams").click()
    await expect(panel.locator(".ac-adaptiveCard")).to_contain_text("My team this week")
    await panel.get_by_role("tab", name="As plain text").click()
    await expect(panel.locator("pre.plain")).to_contain_text("My team this week")


async def test_what_people_type_is_shown_and_never_run(page: Page):
    await plays(page, "Staff member")
    await says(page, "<img src=x onerror=document.title='run'> <!channel> **bold**")
    await expect(page.locator("article.mine, article .said").last).to_contain_text("<img src=x")
    assert "run" not in await page.title()


async def test_a_welsh_speaker_is_spoken_to_in_welsh(page: Page):
    await page.locator("a.suggestion", has_text="Welsh speaker").click()
    await goes_to_in_welsh(page)
    await expect(newest(page)).to_contain_text("Sut mae eich amcanion")


async def goes_to_in_welsh(page: Page) -> None:
    await page.locator(".clock-button").click()
    await page.locator(".jump").nth(2).click()
    await expect(page.locator(".clock")).to_have_attribute("aria-busy", "false", timeout=60_000)


async def barriers(page: Page) -> list[str]:
    """What axe-core finds in light colours, and what only colours can change in dark ones."""
    await page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = await axe_findings(page)
    await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return found + await axe_findings(page, "color-contrast", "link-in-text-block")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_no_barrier_is_found_on_any_screen(page: Page, size):
    await page.set_viewport_size(size)
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    findings = {"start": await barriers(page)}
    await plays(page, "Line manager")
    await says(page, "team")
    await expect(newest(page)).to_contain_text("My team this week")
    findings["conversation"] = await barriers(page)
    await says(page, "checkin next week")
    await newest(page).get_by_role("button", name="Answer in a form").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    findings["form"] = await barriers(page)
    await page.keyboard.press("Escape")
    await says(page, "chat")
    await expect(page.get_by_role("group", name="You can say")).to_be_visible()
    await page.get_by_role("button", name="Shortcuts and search").click()
    findings["menu"] = await barriers(page)
    await page.get_by_role("menuitem", name="Search objectives").click()
    await expect(page.locator(".found > li").first).to_be_visible()
    findings["search"] = await barriers(page)
    assert {screen: found for screen, found in findings.items() if found} == {}


async def test_nothing_needs_scrolling_sideways_on_a_phone(page: Page):
    await page.set_viewport_size(PHONE)
    fits = "() => document.documentElement.scrollWidth <= innerWidth"
    assert await page.evaluate(fits)
    await plays(page, "Line manager")
    await says(page, "team")
    await expect(newest(page)).to_contain_text("My team this week")
    assert await page.evaluate(fits)
