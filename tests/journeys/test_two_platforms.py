"""One organisation on Slack and Teams at once: one team, and one person who is on both."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.import_files import Kind
from core.model.checkin import CheckInState
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.journeys.test_a_week_on_slack import FILES
from tests.slack_api import SlackWorkspace, slack
from tests.teams_api import TeamsTenant, teams

__all__ = ["slack", "teams"]


@asynccontextmanager
async def serving(
    slack: SlackWorkspace, teams: TeamsTenant, url: str, clock: MovableClock
) -> AsyncIterator[Installation]:
    """Milepost on this database, which both platforms send to."""
    async with installed(url, clock, **slack.settings, teams_auth="off") as running:
        slack.connect(f"{running.base_url}/slack/events", running.settle)
        teams.connect(f"{running.base_url}/api/messages", running.settle)
        yield running


@pytest.fixture
async def council(
    slack: SlackWorkspace, teams: TeamsTenant, sqlite_url: str, clock: MovableClock
) -> AsyncIterator[Installation]:
    """A council of four on both platforms, on the Friday before the week."""
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    async with serving(slack, teams, sqlite_url, clock) as running:
        assert "4" in await running.imports(Kind.PEOPLE, FILES / "council.csv")
        assert "2" in await running.imports(Kind.OBJECTIVES, FILES / "objectives.csv")
        yield running


async def test_the_language_that_someone_chose_is_theirs_on_both_and_after_a_restart(
    slack: SlackWorkspace, teams: TeamsTenant, sqlite_url: str, clock: MovableClock
):
    on_slack, on_teams = slack.add("Amira Khan"), teams.add("Amira Khan")
    async with serving(slack, teams, sqlite_url, clock) as running:
        await running.imports(Kind.PEOPLE, FILES / "council.csv")
        await on_slack.says("hello")
        await on_teams.installs()
        await on_slack.says("settings language cymraeg")
        await on_teams.says("help")
        assert "Beth alla i ei wneud" in teams.inbox(on_teams)[-1].reads
    async with serving(slack, teams, sqlite_url, clock):
        await on_slack.says("help")
        assert "Beth alla i ei wneud" in slack.inbox(on_slack)[-1].reads


async def test_a_manager_on_teams_sees_reports_on_slack_as_one_team(
    council: Installation, slack: SlackWorkspace, teams: TeamsTenant
):
    amira, ben = slack.add("Amira Khan"), teams.add("Ben Wood")
    megan = teams.add("Megan Price")
    await megan.installs()
    await ben.installs()
    await amira.says("hello")
    await council.goes_to("Mon 10:00")
    await amira.taps(slack.inbox(amira)[-1], "Answer in a form")
    await amira.submits({"Where is it now?": "12 days", "Status": "At risk"})
    await megan.says("team")
    status = teams.inbox(megan)[-1].reads
    assert "Amira Khan" in status
    assert "Ben Wood" in status
    assert "At risk" in status


async def test_someone_on_both_is_asked_once_and_prompts_go_where_they_said(
    council: Installation, slack: SlackWorkspace, teams: TeamsTenant
):
    on_slack, on_teams = slack.add("Amira Khan"), teams.add("Amira Khan")
    await on_slack.says("hello")
    await on_teams.installs()
    asked = next(each for each in teams.inbox(on_teams) if "Which one" in each.reads)
    assert "Slack and Microsoft Teams" in asked.reads
    await on_teams.taps(asked, "Slack")
    assert "I’ll write to you on Slack" in teams.inbox(on_teams)[-1].reads
    await on_teams.says("objectives")
    questions = [each for each in teams.inbox(on_teams) if "Which one" in each.reads]
    assert len(questions) == 1
    before = len(teams.inbox(on_teams))
    await council.goes_to("Mon 10:00")
    assert "Answer complaints faster" in slack.inbox(on_slack)[-1].reads
    assert len(teams.inbox(on_teams)) == before


async def test_what_is_preferred_is_among_the_settings_and_can_be_changed_by_typing(
    council: Installation, slack: SlackWorkspace, teams: TeamsTenant
):
    on_slack, on_teams = slack.add("Amira Khan"), teams.add("Amira Khan")
    await on_slack.says("hello")
    await on_teams.installs()
    await on_slack.says("settings")
    assert "I write to you on: wherever you were last" in slack.inbox(on_slack)[-1].reads
    await on_slack.says("settings platform carrier pigeon")
    assert "Slack or Microsoft Teams" in slack.inbox(on_slack)[-1].reads
    await on_slack.says("settings platform teams")
    assert "on Microsoft Teams from now on" in slack.inbox(on_slack)[-1].reads
    await council.goes_to("Mon 10:00")
    assert "Answer complaints faster" in teams.inbox(on_teams)[-1].reads


async def test_an_answer_begun_on_slack_is_finished_on_teams(
    council: Installation, slack: SlackWorkspace, teams: TeamsTenant
):
    on_slack, on_teams = slack.add("Amira Khan"), teams.add("Amira Khan")
    await on_slack.says("hello")
    await on_teams.installs()
    await council.goes_to("Mon 10:00")
    await on_slack.says("checkin")
    await on_slack.taps(slack.inbox(on_slack)[-1], "Answer here in chat")
    await on_slack.says("12 days")
    assert "status" in slack.inbox(on_slack)[-1].reads.lower()
    await on_teams.says("at risk")
    for answer in ("3", "two colleagues are off sick", "no", "skip", "skip", "skip"):
        (checkin,) = await council.check_ins_of("amira.khan@council.example")
        if checkin.state is CheckInState.ANSWERED:
            break
        await on_teams.says(answer)
    (checkin,) = await council.check_ins_of("amira.khan@council.example")
    assert checkin.state is CheckInState.ANSWERED
    async with council.milepost.database.reading() as store:
        (update,) = await store.checkins.progress_of([checkin.id])
    assert update.progress.value == 12
    assert update.progress.status == "at_risk"
    # The prompt, wherever it stands, shows the answers.
    assert any("12 days" in each.reads and each.edited for each in slack.inbox(on_slack))
