"""Installing Milepost in a Slack workspace from a browser, and what is refused on the way."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url
from structlog.testing import capture_logs

from bot.import_files import Kind
from bot.organisation import appoint_administrator
from core.model.person import Access, Platform
from tests.clock import MovableClock
from tests.installation import Installation
from tests.journeys.browser import Browser
from tests.slack_api import SlackWorkspace
from tests.slack_failures import RateLimited, Refusal, ServerError

FILES = Path(__file__).parent


async def test_the_first_workspace_joins_the_organisation_founded_at_start(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    await server.imports(Kind.PEOPLE, FILES / "council.csv")
    megan = slack.add("Megan Price")

    shown = await browser.installs(slack.grant(megan))
    await server.settle()

    assert shown.status == 200
    assert "Milepost is in your workspace" in shown.reads
    assert "Mae Milepost yn eich man gwaith" in shown.reads
    assert "Megan" in slack.inbox(megan)[-1].reads
    async with server.milepost.database.reading() as store:
        assert [each.id for each in await store.tenants.all()] == [server.tenant.id]
    assert (await server.person(megan.email)).access is Access.STAFF
    await megan.command("/team")
    assert "Amira" in slack.inbox(megan)[-1].reads


async def test_an_installer_whom_the_organisation_does_not_know_is_made_nothing(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    stranger = slack.add("Jo Contractor", "jo@elsewhere.example")
    shown = await browser.installs(slack.grant(stranger))
    await server.settle()

    assert shown.status == 200
    assert slack.inbox(stranger) == []
    async with server.milepost.database.reading() as store:
        assert await store.people.all(server.tenant.id) == []
    await stranger.says("help")
    assert "the HR team" in slack.inbox(stranger)[-1].reads


async def test_a_second_workspace_founds_its_own_organisation_and_sees_nothing_of_the_first(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    await server.imports(Kind.PEOPLE, FILES / "council.csv")
    await server.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
    megan, amira = slack.add("Megan Price"), slack.add("Amira Khan")
    await browser.installs(slack.grant(megan))
    trust = slack.another("T0TRUST", "Harbour NHS Trust")
    trust.connect(slack.events_url, server.settle)
    # The same ids and the same work email as in the first workspace, which prove nothing in another.
    boss, twin = trust.add("Rhys Bevan", "rhys@harbour.example"), trust.add("Amira Khan")
    assert (boss.id, twin.id) == (megan.id, amira.id)

    await Browser(server.base_url).installs(trust.grant(boss))
    await server.settle()

    async with server.milepost.database.reading() as store:
        tenants = {each.name: each for each in await store.tenants.all()}
        assert set(tenants) == {"Vale Council", "Harbour NHS Trust"}
        (founder,) = await store.people.all(tenants["Harbour NHS Trust"].id)
        assert len(await store.checkins.schedules(tenants["Harbour NHS Trust"].id)) == 1
        assert len(await store.people.all(server.tenant.id)) == 4
    assert (founder.email, founder.name, founder.access) == ("rhys@harbour.example", "Rhys Bevan", Access.ADMIN)
    assert founder.timezone == "Europe/London"
    welcome, checklist = trust.inbox(boss)
    assert "Rhys" in welcome.reads
    assert "Set Milepost up for Harbour NHS Trust" in checklist.reads
    assert "So far I know one person" in checklist.reads

    for word in ("team", "objectives", "objectives tree", "team overdue", "hr alignment", "help"):
        await boss.says(word)
        await twin.says(word)
    await boss.says("team Amira")
    await boss.opens_home()
    await twin.opens_home()
    seen = " ".join(each.reads for each in (*trust.inbox(boss), *trust.inbox(twin), trust.home(boss)))
    for secret in ("Answer complaints", "Resolve more calls", "Megan", "Ben Wood", "Niamh", "Vale Council"):
        assert secret not in seen
    assert "the HR team" not in seen

    # Monday's prompts go to the first workspace's people through its own token, to nobody in the second.
    before = len(trust.inbox(twin))
    await server.goes_to("Mon 10:00")
    assert "Answer complaints faster" in slack.inbox(amira)[-1].reads
    assert len(trust.inbox(twin)) == before
    assert {call["email"] for call in trust.called("users.lookupByEmail")} <= {"rhys@harbour.example"}
    assert "Answer complaints" not in " ".join(each.text for each in trust._state.messages)


async def test_installing_again_keeps_the_organisation_and_takes_the_new_token(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    await server.imports(Kind.PEOPLE, FILES / "council.csv")
    megan = slack.add("Megan Price")
    await browser.installs(slack.grant(megan))
    await megan.says("help")
    slack.let_tokens_die("token_revoked")

    await Browser(server.base_url).installs(slack.grant(megan))
    before = len(slack.inbox(megan))
    await megan.says("help")

    assert len(slack.inbox(megan)) == before + 1
    async with server.milepost.database.reading() as store:
        assert len(await store.tenants.all()) == 1
        assert len(await store.installations.all(Platform.SLACK)) == 1


async def test_a_person_is_one_account_across_the_workspaces_of_an_enterprise(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    slack.enterprise = "E0VALE"
    await server.imports(Kind.PEOPLE, FILES / "council.csv")
    megan = slack.add("Megan Price")
    await browser.installs(slack.grant(megan, enterprise_wide=True))
    await megan.command("/team")
    other = slack.another("T0DEPOT", "Vale Depot", "E0VALE", same_members=True)
    other.enterprise_wide = True
    other.connect(slack.events_url, server.settle)
    there = type(megan)(other, megan.id, megan.name, megan.email)

    await there.command("/team")
    await there.says("team")
    await there.opens_home()

    person = await server.person(megan.email)
    async with server.milepost.database.reading() as store:
        accounts = await store.people.accounts_of(person.id)
        assert [each.workspace for each in await store.installations.all(Platform.SLACK)] == ["E0VALE"]
    assert [(each.workspace, each.user) for each in accounts] == [("E0VALE", megan.id)]
    assert slack.inbox(megan)[-1].reads.count("Amira") == 1


async def test_workspaces_of_one_enterprise_that_install_one_by_one_are_one_organisation(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    slack.enterprise = "E0VALE"
    await browser.installs(slack.grant(slack.add("Megan Price")))
    depot = slack.another("T0DEPOT", "Vale Depot", "E0VALE")
    await Browser(server.base_url).installs(depot.grant(depot.add("Ben Wood")))

    async with server.milepost.database.reading() as store:
        assert len(await store.tenants.all()) == 1
        assert await store.tenants.workspaces(server.tenant.id) == {Platform.SLACK: ["T0COUNCIL", "T0DEPOT"]}


# --- secrets --------------------------------------------------------------------------------------------------


async def test_no_token_is_found_in_the_database_or_the_logs(
    server: Installation, slack: SlackWorkspace, browser: Browser, sqlite_url: str, caplog: Any
):
    caplog.set_level("DEBUG")
    with capture_logs() as logs:
        begun = await browser.opens("/slack/install")
        code = slack.grant(slack.add("Megan Price"))
        await browser.opens("/slack/oauth_redirect", code=code, state=begun.state)
        await Browser(server.base_url).installs("code-that-nobody-gave")
        await server.settle()

    written = "\n".join(sqlite3.connect(make_url(sqlite_url).database or "").iterdump())
    # The server's own access log goes through `bot.logs`, which leaves out what fills a sentence in.
    said = str(logs) + str([each.getMessage() for each in caplog.records if each.name != "aiohttp.access"])
    tokens = [token for token in slack._tokens if token != slack.token]
    assert len(tokens) == 1
    for secret in (*tokens, "xoxb-T", "xoxe-", code, "code-that-nobody-gave", begun.state, slack.client_secret):
        assert secret not in written
        assert secret not in said


# --- pages and refusals ----------------------------------------------------------------------------------------


async def test_the_page_leads_to_slack_with_scopes_and_a_state(server: Installation, slack, browser: Browser):
    shown = await browser.opens("/slack/install", team="T0COUNCIL")

    assert shown.status == 200
    assert shown.leads_to.startswith(slack.api_url.replace("/api/", "/oauth/v2/authorize?"))
    assert "chat:write" in shown.leads_to
    assert f"client_id={slack.client_id}" in shown.leads_to
    assert "redirect_uri=https://milepost.vale.example/slack/oauth_redirect" in shown.leads_to
    assert shown.leads_to.endswith("&team=T0COUNCIL")
    cookie = shown.headers["Set-Cookie"]
    assert all(each in cookie for each in ("HttpOnly", "Secure", "SameSite=Lax", "Max-Age=600", "Path=/slack"))
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in shown.headers["Content-Security-Policy"]
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Referrer-Policy"] == "no-referrer"
    assert shown.headers["Cache-Control"] == "no-store"


async def test_a_workspace_that_is_no_id_is_not_passed_on(server: Installation, browser: Browser):
    shown = await browser.opens("/slack/install", team='T1&redirect_uri=https://evil.example"><script>')
    assert "evil" not in shown.text
    assert "<script" not in shown.text


async def test_a_browser_that_prefers_welsh_is_shown_welsh_first(server: Installation, browser: Browser):
    assert '<html lang="en">' in (await browser.opens("/slack/install")).text
    browser.language = "cy-GB,cy;q=0.9,en;q=0.5"
    shown = await browser.opens("/slack/install")
    assert '<html lang="cy">' in shown.text
    assert shown.text.index('<section lang="cy">') < shown.text.index('<section lang="en">')


async def test_whoever_cancels_at_slack_is_told_that_nothing_changed(server: Installation, browser: Browser):
    begun = await browser.opens("/slack/install")
    shown = await browser.opens("/slack/oauth_redirect", error="access_denied", state=begun.state)
    assert shown.status == 200
    assert "Nothing was added" in shown.reads
    assert shown.leads_to == "/slack/install"


async def _nothing_was_installed(server: Installation, slack: SlackWorkspace) -> bool:
    async with server.milepost.database.reading() as store:
        return not slack.called("oauth.v2.access") and not await store.installations.all(Platform.SLACK)


async def test_an_expired_state_is_refused(
    server: Installation, slack: SlackWorkspace, browser: Browser, clock: MovableClock
):
    begun = await browser.opens("/slack/install")
    clock.advance(minutes=10, seconds=1)
    with capture_logs() as logs:
        shown = await browser.opens("/slack/oauth_redirect", code="c", state=begun.state)

    assert shown.status == 400
    assert "too old to go on from" in shown.reads
    assert ("slack.install_refused", "invalid_state") in [(each["event"], each.get("reason")) for each in logs]
    assert begun.state not in str(logs)
    assert await _nothing_was_installed(server, slack)


async def test_a_state_is_good_up_to_ten_minutes(
    server: Installation, slack, browser: Browser, clock: MovableClock
):
    begun = await browser.opens("/slack/install")
    clock.advance(minutes=9, seconds=59)
    code = slack.grant(slack.add("Megan Price"))
    assert (await browser.opens("/slack/oauth_redirect", code=code, state=begun.state)).status == 200


async def test_a_used_state_is_refused(server: Installation, slack: SlackWorkspace, browser: Browser):
    begun = await browser.opens("/slack/install")
    kept = dict(browser.cookies)
    code = slack.grant(slack.add("Megan Price"))
    await browser.opens("/slack/oauth_redirect", code=code, state=begun.state)
    browser.cookies = kept
    asked = len(slack.called("oauth.v2.access"))

    shown = await browser.opens("/slack/oauth_redirect", code="another", state=begun.state)

    assert shown.status == 400
    assert len(slack.called("oauth.v2.access")) == asked


@pytest.mark.parametrize("cookie", [None, "of-somebody-else"])
async def test_a_state_of_another_browser_is_refused(
    server: Installation, slack: SlackWorkspace, browser: Browser, cookie: str | None
):
    begun = await browser.opens("/slack/install")
    (name,) = browser.cookies
    other = Browser(server.base_url, {name: cookie} if cookie else {})
    with capture_logs() as logs:
        shown = await other.opens("/slack/oauth_redirect", code="c", state=begun.state)

    assert shown.status == 400
    assert "in the browser it was begun in" in shown.reads
    assert ("slack.install_refused", "invalid_browser") in [(each["event"], each.get("reason")) for each in logs]
    assert await _nothing_was_installed(server, slack)


async def test_a_code_that_slack_does_not_know_is_no_raw_error(server: Installation, slack, browser: Browser):
    shown = await browser.installs("made-up")
    assert shown.status == 400
    assert "That did not work" in shown.reads
    assert "invalid_code" not in shown.text


@pytest.mark.parametrize("method", ["oauth.v2.access", "auth.test", "users.info"])
@pytest.mark.parametrize("failure", [ServerError(), RateLimited(30), Refusal("fatal_error")])
async def test_while_slack_is_unwell_nothing_is_half_installed(
    server: Installation, slack: SlackWorkspace, browser: Browser, method: str, failure: Any
):
    megan = slack.add("Megan Price")
    slack.fail(method, failure)
    shown = await browser.installs(slack.grant(megan))

    assert shown.status in (400, 502)
    assert "That did not work" in shown.reads
    async with server.milepost.database.reading() as store:
        assert await store.installations.all(Platform.SLACK) == []
        assert await store.tenants.workspaces(server.tenant.id) == {}
    assert (await Browser(server.base_url).installs(slack.grant(megan))).status == 200


async def test_a_workspace_without_an_installation_gets_no_answer_of_ours(server: Installation, slack, browser):
    nobody = slack.add("Megan Price")
    with capture_logs() as logs:
        told = await nobody.command("/team")
        await nobody.says("my secret answer")
        await nobody.opens_home()
    assert told.status == 200
    assert "not installed in this workspace" in told.body
    assert "slack.not_installed" in {each["event"] for each in logs}
    assert "secret answer" not in str(logs)
    async with server.milepost.database.reading() as store:
        assert await store.tenants.workspaces(server.tenant.id) == {}


async def test_the_administrator_whom_a_file_brought_in_first_sets_up_all_the_same(
    server: Installation, slack: SlackWorkspace, browser: Browser, tmp_path: Path
):
    people = tmp_path / "people.csv"
    people.write_text("email,name,access\nnia.morgan@council.example,Nia Morgan,\n", encoding="utf-8")
    await server.imports(Kind.PEOPLE, people)
    await appoint_administrator(
        server.milepost.database, server.clock, server.tenant, "Nia.Morgan@council.example"
    )
    assert (await server.person("nia.morgan@council.example")).access is Access.ADMIN
    nia = slack.add("Nia Morgan", "nia.morgan@council.example")
    await browser.installs(slack.grant(nia))
    await server.settle()
    await nia.says("hr setup")
    assert "Set Milepost up" in slack.inbox(nia)[-1].reads


async def test_the_administrator_named_in_the_settings_is_led_through_setting_up_once_they_install(
    server: Installation, slack: SlackWorkspace, browser: Browser
):
    milepost = server.milepost
    for _ in range(2):  # as at each start
        await appoint_administrator(milepost.database, server.clock, server.tenant, "nia.morgan@council.example")
    nia = slack.add("Nia Morgan", "nia.morgan@council.example")
    await browser.installs(slack.grant(nia))
    await server.settle()

    welcome, checklist = slack.inbox(nia)
    assert "Nia" in welcome.reads
    assert "Set Milepost up" in checklist.reads
    await nia.taps(checklist, "Paste a list")
    await nia.submits({"Your list": "email,name\namira.khan@council.example,Amira Khan"})
    assert "I know 2 people" in checklist.reads
    # Once there is one, whom a file knows is as the file says.
    await appoint_administrator(milepost.database, server.clock, server.tenant, "amira.khan@council.example")
    assert (await server.person("amira.khan@council.example")).access is Access.STAFF
