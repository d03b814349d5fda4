"""A fifth of all calls fail, in every way a network can: nothing is lost in silence, and nothing arrives twice."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.adapters.slack.client import SlackClient, SlackDirectory, SlackMessenger
from bot.adapters.teams.address import Place
from bot.adapters.teams.client import TeamsClient, TeamsDirectory, TeamsMessenger
from bot.addresses import Addresses
from bot.courier import UNKNOWN_OUTCOME, Courier
from bot.dispatcher import Dispatcher
from bot.pacing import TEAMS_PACE, Pacer, slack_pace
from bot.pictures import draw
from bot.shut import Shut
from core.model.person import Account, Platform
from core.ports import Directory, Messenger
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.slack_api import SlackWorkspace
from tests.slack_failures import Dropped, Hang, RateLimited, ServerError, SlowBody
from tests.slack_failures import Failure as SlackFailure
from tests.storage.council import message, person, settle_in
from tests.teams_api import Failure as TeamsFailure
from tests.teams_api import TeamsTenant

F = TypeVar("F")

PEOPLE = 80
SHARE = 0.2
SLACK_TIMEOUT_S, TEAMS_TIMEOUT_S = 0.75, 2.0
"""Far shorter than in earnest, so that calls without an end do not keep the test waiting."""

SLACK_FAILURES: Sequence[SlackFailure] = (
    RateLimited(2),
    ServerError(500),
    ServerError(503),
    Hang(),
    Hang(after=True),
    Dropped(after=False),
    Dropped(after=True),
    SlowBody(),
)


TEAMS_FAILURES: Sequence[TeamsFailure] = (
    TeamsFailure(429, "Throttled", retry_after="2"),
    TeamsFailure(412),
    TeamsFailure(500),
    TeamsFailure(502),
    TeamsFailure(504),
    TeamsFailure(0),
    TeamsFailure(0, done=True),
    TeamsFailure(0, slow=True),
    TeamsFailure(200, done=True, slow=True),
)


def some_of(failures: Sequence[F], of: Sequence[str], seed: int) -> Callable[[str], F | None]:
    """Fails a fifth of the calls `of` these kinds, each time in one of these ways; the same for the same seed."""
    chance = random.Random(seed)
    return lambda call: chance.choice(failures) if call in of and chance.random() < SHARE else None


def dispatcher_to(database: SqlDatabase, clock: MovableClock, to: Messenger, directory: Directory) -> Dispatcher:
    shut = Shut(database, clock)
    courier = Courier(
        database=database,
        clock=clock,
        messengers={to.platform: to},
        addresses=Addresses(database, {to.platform: directory}),
        pacer=Pacer({Platform.SLACK: slack_pace(3_000), Platform.TEAMS: TEAMS_PACE}),
        shut=shut,
        draw=draw,
    )
    return Dispatcher(database=database, clock=clock, courier=courier, shut=shut, rates={}, lease_s=60, at_once=8)


async def deliver_all(dispatcher: Dispatcher, database: SqlDatabase, clock: MovableClock) -> Counter[str]:
    """Deliver until nothing waits any more, moving the time on to when something is tried again; rows by state."""
    for _ in range(400):
        await dispatcher.drain()
        async with database.reading() as store:
            counts = await store.outbox.counts()
        if not (counts["queued"] or counts["sending"]):
            return Counter(counts)
        clock.advance(seconds=30)
    raise AssertionError(f"after hours there still waits: {counts}")


async def queue_for(database: SqlDatabase, accounts: Sequence[Account], clock: MovableClock) -> None:
    """A first and a second message for each of these people, who are hired for it."""
    people = [person(f"P{number} Rees") for number in range(len(accounts))]
    await settle_in(database, *people)
    async with database.transaction() as store:
        await store.tenants.link_workspace("council", accounts[0].platform, accounts[0].workspace)
        for account in accounts:
            await store.people.link(account)
        await store.outbox.add(
            "council", [message(each.id, f"{each.id}:{n}") for each in people for n in (1, 2)], clock.now()
        )


async def test_on_slack_everything_arrives_once(database: SqlDatabase, clock: MovableClock, slack: SlackWorkspace):
    users = [slack.add(f"P{number} Rees") for number in range(PEOPLE)]
    accounts = [
        Account(Platform.SLACK, slack.team, user.id, f"p{n}", user.dm, clock.now()) for n, user in enumerate(users)
    ]
    await queue_for(database, accounts, clock)
    slack.mishap = some_of(SLACK_FAILURES, ("chat.postMessage", "conversations.history"), seed=1)
    client = SlackClient(slack.token, slack.api_url, SLACK_TIMEOUT_S)
    dispatcher = dispatcher_to(database, clock, SlackMessenger(client), SlackDirectory(client))

    states = await deliver_all(dispatcher, database, clock)

    assert states["sent"] == 2 * PEOPLE
    assert Counter(len(slack.inbox(user)) for user in users) == {2: PEOPLE}
    assert len(slack.called("chat.postMessage")) > 2 * PEOPLE, "calls did fail"
    await dispatcher.stop()
    await client.close()


async def test_on_teams_nothing_arrives_twice_and_what_cannot_be_known_is_reported(
    sqlite_database: SqlDatabase, clock: MovableClock, teams: TeamsTenant
):
    users = [teams.add(f"P{number} Rees") for number in range(PEOPLE)]
    accounts = [
        Account(Platform.TEAMS, teams.id, user.id, f"p{n}", str(Place(teams.service_url, teams.bot, user.chat)))
        for n, user in enumerate(users)
    ]
    await queue_for(sqlite_database, accounts, clock)
    teams.mishap = some_of(TEAMS_FAILURES, ("post",), seed=1)
    client = TeamsClient(None, timeout_s=TEAMS_TIMEOUT_S)
    dispatcher = dispatcher_to(sqlite_database, clock, TeamsMessenger(client), TeamsDirectory(client))

    states = await deliver_all(dispatcher, sqlite_database, clock)

    async with sqlite_database.reading() as store:
        reported = await store.outbox.dead_letters("council", limit=500)
    assert {each.reason for each in reported} == {UNKNOWN_OUTCOME}
    assert states["sent"] + len(reported) == 2 * PEOPLE
    # Half of the ways to fail leave it open whether the message arrived.
    assert 0 < len(reported) < 2 * PEOPLE * SHARE
    arrived = Counter(len(teams.inbox(user)) for user in users)
    assert sum(people for messages, people in arrived.items() if messages > 2) == 0
    assert sum(messages * people for messages, people in arrived.items()) >= states["sent"]
    await dispatcher.stop()
    await client.close()
