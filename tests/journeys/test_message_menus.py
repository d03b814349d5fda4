"""What is done with a colleague's message from its own menu: thanks and evidence, on Slack and on Teams."""

import html
from typing import Any

from tests.installation import Installation
from tests.journeys.test_a_week_on_slack import council
from tests.journeys.test_two_platforms import council as council_on_both
from tests.slack_api import SlackWorkspace, slack
from tests.teams_api import TeamsTenant, teams
from tests.teams_checks import check_card, words
from tests.teams_people import TeamsUser

__all__ = ["council", "council_on_both", "slack", "teams"]

SAID = "Ben rang every caller back the same day & nobody had to ask twice"


async def test_a_message_on_slack_is_recognised_from_its_menu(council: Installation, slack: SlackWorkspace):
    amira, ben = slack.add("Amira Khan"), slack.add("Ben Wood")
    await ben.says("hello")
    channel = slack.channel("customer-services")
    await amira.uses_message_shortcut("recognise_message", ben, SAID, channel)
    form = slack.modal(amira)
    assert "Ben Wood" in form.reads + form.title
    assert form.value("For what") == SAID
    await amira.submits({"Who reads it": "Just them"})
    thanks = slack.inbox(ben)[-1]
    assert "Amira Khan thanks you" in thanks.reads
    assert SAID in thanks.reads
    assert not slack.messages(channel)


async def test_a_message_on_slack_is_kept_as_evidence_with_the_way_back_to_it(
    council: Installation, slack: SlackWorkspace
):
    amira, ben = slack.add("Amira Khan"), slack.add("Ben Wood")
    channel = slack.channel("customer-services")
    await amira.uses_message_shortcut("add_evidence", ben, SAID, channel)
    await amira.submits({"Objective": "Answer complaints faster"})
    assert "Kept as evidence" in slack.inbox(amira)[-1].reads
    await amira.says("objectives 1")
    page = slack.inbox(amira)[-1].reads
    assert SAID in page
    assert "https://council.slack.com/archives/" in page


async def test_feedback_is_given_from_a_shortcut_to_a_colleague_who_is_looked_up(
    council: Installation, slack: SlackWorkspace
):
    amira, ben = slack.add("Amira Khan"), slack.add("Ben Wood")
    await ben.says("hello")
    await amira.uses_shortcut("give_feedback")
    whom = slack.modal(amira).labels[0]
    assert await amira.looks_up(whom, "wood") == ["Ben Wood"]
    await amira.submits({whom: "Ben Wood", "What they did and its effect": SAID, "Who will read it": "Only them"})
    assert SAID not in slack.inbox(ben)[-1].reads
    await ben.taps(slack.inbox(ben)[-1], "Read it")
    assert SAID in slack.inbox(ben)[-1].reads


async def test_a_message_on_teams_is_recognised_in_a_dialog(council_on_both: Installation, teams: TeamsTenant):
    amira, ben = teams.add("Amira Khan"), teams.add("Ben Wood")
    await amira.installs()
    await ben.installs()
    body = await amira.invokes("composeExtension/fetchTask", _chosen("recogniseMessage", ben))
    dialog = body["task"]["value"]["card"]["content"]
    check_card(dialog)
    assert "Thank Ben Wood" in body["task"]["value"]["title"] + words(dialog)
    filled = {"text": SAID, "sharing": "private"}
    body = await amira.invokes("composeExtension/submitAction", _sent_in("recogniseMessage", dialog, filled))
    assert body["task"]["type"] == "message"
    assert "Your thanks went to Ben Wood" in teams.inbox(amira)[-1].reads
    assert any(SAID in each.reads for each in teams.inbox(ben))


async def test_a_message_on_teams_is_kept_as_evidence(council_on_both: Installation, teams: TeamsTenant):
    amira, ben = teams.add("Amira Khan"), teams.add("Ben Wood")
    await amira.installs()
    body = await amira.invokes("composeExtension/fetchTask", _chosen("addEvidence", ben))
    dialog = body["task"]["value"]["card"]["content"]
    (choice,) = [each for each in dialog["body"] if each["type"] == "Input.ChoiceSet"]
    filled = {choice["id"]: choice["choices"][0]["value"], "text": SAID}
    await amira.invokes("composeExtension/submitAction", _sent_in("addEvidence", dialog, filled))
    await amira.says("objectives 1")
    assert SAID in teams.inbox(amira)[-1].reads


async def test_an_objective_is_searched_for_a_message_and_shows_figures_to_its_owner_only(
    council_on_both: Installation, teams: TeamsTenant
):
    amira, megan = teams.add("Amira Khan"), teams.add("Megan Price")
    await amira.installs()
    await megan.installs()
    search = {"commandId": "searchObjectives", "parameters": [{"name": "words", "value": "complaints"}]}
    (own,) = (await amira.invokes("composeExtension/query", search))["composeExtension"]["attachments"]
    (report,) = (await megan.invokes("composeExtension/query", search))["composeExtension"]["attachments"]
    assert "Answer complaints faster" in words(own["content"])
    assert "days" in words(own["content"])
    assert "Answer complaints faster" in words(report["content"])
    assert "days" not in words(report["content"]).lower()


def _chosen(command: str, author: TeamsUser) -> dict[str, Any]:
    message = {
        "id": "1764000000000",
        "body": {"contentType": "html", "content": f"<p>{html.escape(SAID)}</p>"},
        "from": {"user": {"id": author.aad, "displayName": author.name, "userIdentityType": "aadUser"}},
        "linkToMessage": "https://teams.microsoft.com/l/message/19:x/1764000000000",
    }
    return {"commandId": command, "commandContext": "message", "messagePayload": message}


def _sent_in(command: str, dialog: dict[str, Any], filled: dict[str, str]) -> dict[str, Any]:
    (buttons,) = [each for each in dialog["body"] if each["type"] == "ActionSet"]
    return {"commandId": command, "data": buttons["actions"][0]["data"] | filled}
