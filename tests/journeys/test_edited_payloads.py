"""Buttons and forms whose data was edited or sent again on its way, through the real inbound of both platforms.

Slack signs what it sends, so that only Slack could edit it; on Teams a client can. Neither is trusted: every id
that comes back is looked up and asked about afresh, and what came once does nothing twice.
"""

import sqlite3
import time
from contextlib import closing
from typing import Any

import aiohttp
from sqlalchemy import select

from core.act import _HANDLERS as ACTIONS
from core.hear import FLOWS
from storage.tables import outbox
from tests.installation import Installation
from tests.journeys.test_two_platforms import council
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import send_signed
from tests.teams_api import TeamsTenant, teams
from tests.teams_people import TeamsUser

__all__ = ["council", "slack", "teams"]

FLOW_ACTIONS = [name for name in ACTIONS if name.startswith("flow.")]
EVENTS_AND_MESSAGES = {"inbox", "outbox", "outbox_lanes", "outbox_holds", "timers", "accounts", "conversations"}
"""What any event leaves behind of itself."""


def rows_of(url: str) -> dict[str, list[str]]:
    """All that is kept, a row a line, by table."""
    with closing(sqlite3.connect(url.removeprefix("sqlite+aiosqlite:///"))) as kept:
        names = [name for (name,) in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(map(repr, kept.execute(f'SELECT * FROM "{name}"'))) for name in names}


async def send(
    teams: TeamsTenant, user: TeamsUser, activity: dict[str, Any], client: aiohttp.ClientSession
) -> None:
    """Send what a client made up, without waiting for the work."""
    async with client.post(teams.messages_url, json=teams.around(user, None) | activity) as answer:
        assert answer.status == 200


def tapped(name: str, value: str) -> dict[str, Any]:
    """A button that says this, whether or not it was ever shown."""
    return {"type": "message", "value": {"milepost": {"kind": "action", "name": name, "value": value}}}


def sent_in(name: str, subject: str, values: dict[str, str]) -> dict[str, Any]:
    """A form that says this, whether or not it was ever shown."""
    told = {"kind": "form", "name": name, "subject": subject, "keys": list(values)}
    return {"type": "message", "value": {"milepost": told} | values}


async def test_no_button_or_form_with_anothers_ids_changes_or_shows_anything_of_theirs(
    council: Installation, teams: TeamsTenant, slack: SlackWorkspace, sqlite_url: str
):
    amira, ben = slack.add("Amira Khan"), teams.add("Ben Wood")
    await council.goes_to("Mon 10:00")
    await amira.says("complaints now at 12 days because of the kingfisher")
    await ben.installs()
    hers = await council.person("amira.khan@council.example")
    async with council.milepost.database.reading() as store:
        (objective, *_) = (await store.objectives.active_for([hers.id]))[hers.id]
    (checkin, *_) = await council.check_ins_of(hers.email)
    ids = (objective.id, checkin.id)
    before = rows_of(sqlite_url)
    async with council.milepost.database.connected_for_reading() as connection:
        assert "kingfisher" in repr([row.card for row in await connection.execute(select(outbox))])

    values = {"note": "mine now", "title": "mine now", "text": "mine now", f"progress@{objective.id}": "99"}
    made_up = [tapped(name, id_) for name in sorted(ACTIONS) for id_ in ids]
    made_up += [tapped(name, f"check_in|{checkin.id}|progress@{objective.id}|99") for name in sorted(FLOW_ACTIONS)]
    made_up += [sent_in(name, id_, values) for name in sorted(FLOWS) for id_ in ids]
    async with aiohttp.ClientSession() as client:
        for activity in made_up:
            await send(teams, ben, activity, client)
    await council.settle()

    after = rows_of(sqlite_url)
    for table in before.keys() - EVENTS_AND_MESSAGES:
        about_her = [row for row in before[table] if any(id_ in row for id_ in ids)]
        assert set(about_her) <= set(after[table]), f"something of hers in {table} is not as it was"
    assert "kingfisher" not in "\n".join(message.reads for message in teams.inbox(ben))


async def test_a_form_that_is_sent_in_again_counts_once(
    council: Installation, teams: TeamsTenant, sqlite_url: str
):
    amira = teams.add("Amira Khan")
    await amira.installs()
    await council.goes_to("Mon 10:00")
    await amira.taps(teams.inbox(amira)[-1], "Answer in a form")
    form = teams.inbox(amira)[-1]
    sent = await amira.taps(form, "Send", {"Where is it now?": "12 days", "Status": "on_track"})
    before = rows_of(sqlite_url)
    assert before["progress_updates"]

    # As Teams does when it heard no answer; then as whoever recorded it would, under an id of its own.
    await amira.again(sent)
    async with aiohttp.ClientSession() as client:
        await send(teams, amira, {key: value for key, value in sent.activity.items() if key != "id"}, client)
    await council.settle()

    after = rows_of(sqlite_url)
    for table in ("answers", "progress_updates", "checkins", "objectives", "missed_targets", "agreed_actions"):
        assert len(after[table]) == len(before[table]), table


async def test_a_request_of_slacks_that_was_recorded_is_refused_once_it_is_old_and_does_nothing_before(
    council: Installation, slack: SlackWorkspace, sqlite_url: str
):
    amira = slack.add("Amira Khan")
    await council.goes_to("Mon 10:00")
    body = (await amira.says("complaints now at 12 days")).sent
    before = rows_of(sqlite_url)

    at_once = await send_signed(slack.events_url, slack.signing_secret, body)
    old = await send_signed(slack.events_url, slack.signing_secret, body, at=time.time() - 301)
    edited = await send_signed(slack.events_url, "not the secret", body.replace(b"12 days", b"99 days"))
    await council.settle()

    assert (at_once.status, old.status, edited.status) == (200, 401, 401)
    after = rows_of(sqlite_url)
    assert after["outbox"] == before["outbox"]
    assert after["progress_updates"] == before["progress_updates"]
