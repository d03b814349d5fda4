"""Milepost is removed from a workspace, or its token taken away: nothing more is sent, and somebody is told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.adapters.slack.workspaces import REMOVED
from bot.import_files import Kind
from core.model.delivery import DeliveryState
from core.model.person import Access, Account, Platform
from tests.bot.platform import LoopbackDirectory, LoopbackPlatform
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.journeys.browser import Browser
from tests.slack_api import SlackWorkspace
from tests.slack_failures import Refusal, ServerError
from tests.slack_people import SlackUser

FILES = Path(__file__).parent


@pytest.fixture
async def megan(server: Installation, slack: SlackWorkspace, browser: Browser) -> AsyncIterator[SlackUser]:
    """The administrator of a council of four, where Milepost is installed."""
    await server.imports(Kind.PEOPLE, FILES / "council.csv")
    await server.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
    user = slack.add("Megan Price")
    await _make_administrator(server, user.email)
    await browser.installs(slack.grant(user))
    await server.settle()
    yield user


async def _make_administrator(server: Installation, email: str) -> None:
    person = await server.person(email)
    async with server.milepost.database.transaction() as store:
        await store.people.save([replace(person, access=Access.ADMIN)])


def _also_on_teams(server: Installation) -> LoopbackPlatform:
    teams = LoopbackPlatform()
    teams.platform = Platform.TEAMS
    server.milepost.platforms.messengers[Platform.TEAMS] = teams
    server.milepost.platforms.directories[Platform.TEAMS] = LoopbackDirectory(teams)
    return teams


async def _on_teams(server: Installation, email: str) -> None:
    person = await server.person(email)
    async with server.milepost.database.transaction() as store:
        await store.tenants.link_workspace(server.tenant.id, Platform.TEAMS, "m365")
        await store.people.link(Account(Platform.TEAMS, "m365", "aad-1", person.id, "a:1"))


async def test_after_removal_nothing_is_sent_there_and_the_reason_is_kept(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, clock: MovableClock
):
    amira = slack.add("Amira Khan")
    await amira.says("help")
    with capture_logs() as logs:
        assert (await slack.remove()).status == 200
    called = len(slack.calls)

    await server.goes_to("Mon 10:00")
    await server.goes_to("Tue 10:00")
    for _ in range(4):
        clock.advance(minutes=10)
        await server.settle()

    assert len(slack.calls) == called
    (ended,) = [each for each in logs if each["event"] == "slack.installation_ended"]
    assert (ended["log_level"], ended["workspace"]) == ("error", "T0COUNCIL")
    assert not {"Megan", "Amira", "Council", megan.email} & set(map(str, ended.values()))
    async with server.milepost.database.reading() as store:
        dead = await store.outbox.dead_letters(server.tenant.id)
        counts = await store.outbox.counts()
        (kept,) = await store.installations.all(Platform.SLACK)
    assert REMOVED in {letter.reason for letter in dead}
    assert counts[DeliveryState.QUEUED] == counts[DeliveryState.SENDING] == 0
    assert kept.secrets is None
    assert kept.ended_at is not None


async def test_administrators_are_told_on_a_platform_that_still_works(
    server: Installation, slack: SlackWorkspace, megan: SlackUser
):
    teams = _also_on_teams(server)
    await _on_teams(server, megan.email)

    await slack.remove()
    await slack.remove()
    await server.settle()

    (told,) = [title for _, title in teams.arrived if "removed" in title]
    assert "Council" in told


async def test_messages_take_the_platform_that_still_works(
    server: Installation, slack: SlackWorkspace, megan: SlackUser
):
    amira = slack.add("Amira Khan")
    await amira.says("help")
    teams = _also_on_teams(server)
    await _on_teams(server, amira.email)
    await slack.remove()

    await server.goes_to("Mon 10:00")

    assert any("check-in" in title.lower() for _, title in teams.arrived)


async def test_another_workspace_goes_on(server: Installation, slack: SlackWorkspace, megan: SlackUser):
    trust = slack.another("T0TRUST", "Harbour NHS Trust")
    trust.connect(slack.events_url, server.settle)
    boss = trust.add("Rhys Bevan", "rhys@harbour.example")
    await Browser(server.base_url).installs(trust.grant(boss))

    await slack.remove()
    before = len(trust.inbox(boss))
    await boss.says("help")

    assert len(trust.inbox(boss)) == before + 1


@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "token_revoked"])
async def test_a_token_that_slack_takes_no_longer_ends_the_installation(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, error: str
):
    slack.let_tokens_die(error)
    with capture_logs() as logs:
        await megan.says("help")
    tried = len(slack.calls)
    told = await megan.command("/team")

    assert len(slack.calls) == tried
    assert "not installed" in told.body
    assert "slack.installation_ended" in {each["event"] for each in logs}
    async with server.milepost.database.reading() as store:
        (kept,) = await store.installations.all(Platform.SLACK)
    assert kept.secrets is None


async def test_a_persons_own_token_that_is_revoked_ends_nothing(
    server: Installation, slack: SlackWorkspace, megan: SlackUser
):
    await slack.tells({"type": "tokens_revoked", "tokens": {"oauth": [megan.id]}})
    before = len(slack.inbox(megan))
    await megan.says("help")
    assert len(slack.inbox(megan)) == before + 1


async def test_news_of_a_removal_that_comes_after_a_new_installation_changes_nothing(
    server: Installation, slack: SlackWorkspace, megan: SlackUser
):
    long_ago = int(datetime.now(UTC).timestamp()) - 60
    await slack.tells({"type": "app_uninstalled"}, event_time=long_ago)
    before = len(slack.inbox(megan))
    await megan.says("help")
    assert len(slack.inbox(megan)) == before + 1


async def test_a_removal_told_without_an_authorisation_is_understood(
    server: Installation, slack: SlackWorkspace, megan: SlackUser
):
    await slack.tells({"type": "app_uninstalled"}, authorizations=[])
    async with server.milepost.database.reading() as store:
        (kept,) = await store.installations.all(Platform.SLACK)
    assert kept.secrets is None


async def test_installed_again_everything_goes_on(server: Installation, slack: SlackWorkspace, megan: SlackUser):
    amira = slack.add("Amira Khan")
    await amira.says("help")
    await slack.remove()
    await Browser(server.base_url).installs(slack.grant(megan))

    await server.goes_to("Mon 10:00")

    assert "Answer complaints faster" in slack.inbox(amira)[-1].reads
    async with server.milepost.database.reading() as store:
        assert len(await store.tenants.all()) == 1


# --- tokens that are renewed -----------------------------------------------------------------------------------


def _time_passes(clock: MovableClock, **by: float) -> None:
    """Tokens run out by Slack's clock, the real one."""
    clock.move_to(datetime.now(UTC) + timedelta(**by))


async def test_a_token_is_renewed_before_it_runs_out(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, clock: MovableClock
):
    await megan.says("help")
    assert slack._grants.refreshed == 0
    _time_passes(clock, hours=9, minutes=59)
    await megan.says("help")
    assert slack._grants.refreshed == 0

    _time_passes(clock, hours=10, minutes=1)
    slack.let_tokens_die("token_expired")
    before = len(slack.inbox(megan))
    await megan.says("help")

    assert slack._grants.refreshed == 1
    assert len(slack.inbox(megan)) == before + 1


async def test_two_requests_at_once_renew_a_token_once(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, clock: MovableClock
):
    _time_passes(clock, hours=11)
    await asyncio.gather(*(megan.says("help") for _ in range(5)))
    assert slack._grants.refreshed == 1


async def test_two_processes_at_once_renew_a_token_once(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, clock: MovableClock, oauth_settings: Any
):
    url = server.milepost.settings.database_url
    async with installed(url, clock, **oauth_settings) as second:
        assert server.milepost.slack_client is not None
        assert second.milepost.slack_client is not None
        _time_passes(clock, hours=11)
        clients = await asyncio.gather(
            *(each.milepost.slack_client.of("T0COUNCIL") for each in (server, second) for _ in range(3))
        )
        assert slack._grants.refreshed == 1
        for client in clients:
            assert (await client.call("auth.test"))["ok"]


async def test_while_a_token_cannot_be_renewed_the_old_one_is_used_as_long_as_it_lasts(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, clock: MovableClock
):
    _time_passes(clock, hours=11)
    slack.fail("oauth.v2.access", ServerError())
    before = len(slack.inbox(megan))
    await megan.says("help")
    assert len(slack.inbox(megan)) == before + 1

    clock.advance(minutes=2)
    await megan.says("help")
    assert slack._grants.refreshed == 1


async def test_a_token_that_ran_out_and_cannot_be_renewed_ends_the_installation(
    server: Installation, slack: SlackWorkspace, megan: SlackUser, clock: MovableClock
):
    _time_passes(clock, hours=13)
    slack.fail("oauth.v2.access", Refusal("invalid_refresh_token"))
    told = await megan.command("/team")
    assert "not installed" in told.body
    async with server.milepost.database.reading() as store:
        (kept,) = await store.installations.all(Platform.SLACK)
    assert "could not be renewed" in kept.ended_because
