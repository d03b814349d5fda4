"""Two processes serve and two work on one PostgreSQL; some of them are stopped or killed, and nobody notices."""

import asyncio
import signal
import time
from collections import Counter

import pytest

from core.model.checkin import CheckInState
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.faults.conftest import STARTS_AT, Server, bring_in, let_appear
from tests.faults.replicas import replicas, stopped
from tests.faults.test_killed_at_random import nothing_waits
from tests.faults.test_killed_server import BEN, OBJECTIVE, questions
from tests.keys import RING

MANY = 60
TYPING = 12


@pytest.fixture
def server(postgresql_server: Server) -> Server:
    """A server that is not started yet, on an empty database of PostgreSQL's."""
    return postgresql_server


async def test_a_check_in_goes_to_either_web_and_survives_the_leading_worker(server: Server):
    await bring_in(server, BEN, OBJECTIVE)
    slack = server.slack
    ben = slack.add("Ben Wood")
    async with replicas(server) as running:
        await slack.until(lambda: len(slack.inbox(ben)) == 1, within_s=30)
        await ben.taps(slack.inbox(ben)[0], "Answer here in chat")
        await slack.until(lambda: questions(server, ben) == ["1"], within_s=10)
        await ben.says("70%")
        await slack.until(lambda: questions(server, ben) == ["1", "2"], within_s=10)

        # What nobody is told of any more is still delivered, by the one that is left.
        running.leader().process.send(signal.SIGKILL)
        await ben.says("at risk")
        await slack.until(lambda: questions(server, ben) == ["1", "2", "3"], within_s=20)
        await ben.says("4")
        await slack.until(lambda: questions(server, ben)[-1] == "4", within_s=10)
        for answer in ("two colleagues are off sick", "no", "skip", "skip", "skip"):
            if await check_ins(server) == [CheckInState.ANSWERED]:
                break
            before = len(slack.inbox(ben))
            await ben.says(answer)
            await slack.until(lambda before=before: len(slack.inbox(ben)) > before, within_s=10)
        assert set(running.proxy.given) == {each.url for each in running.webs}
    asked = questions(server, ben)
    assert asked == sorted(set(asked))
    assert await check_ins(server) == [CheckInState.ANSWERED]


async def test_stopped_in_the_middle_each_ends_in_time_and_nothing_is_lost_or_comes_twice(server: Server):
    rows = [f"person{number}@council.example,Person {number}" for number in range(MANY)]
    await bring_in(server, "\n".join(["email,name", *rows]))
    slack = server.slack
    people = [slack.add(f"Person {number}", f"person{number}@council.example") for number in range(MANY)]
    await let_appear(server, people)

    def prompted() -> int:
        return sum(bool(slack.inbox(person)) for person in people)

    async with replicas(server) as running:
        web, other = running.webs
        # While prompts go out, a worker is stopped.
        await slack.until(lambda: prompted() >= MANY // 4, within_s=40)
        began = time.monotonic()
        assert await stopped(running.leader()) == 0
        assert time.monotonic() - began < 20
        await slack.until(lambda: prompted() == MANY, within_s=30)
        assert Counter(len(slack.inbox(person)) for person in people) == {1: MANY}

        # While people type, a web is: it says so before it takes nothing more.
        typing = [asyncio.create_task(person.says("objectives")) for person in people[:TYPING]]
        await asyncio.sleep(0)
        web.process.send(signal.SIGTERM)
        more = [asyncio.create_task(person.says("objectives")) for person in people[TYPING : 2 * TYPING]]
        assert {answer.status for answer in await asyncio.gather(*typing, *more)} == {200}
        assert await running.proxy.status(web) in (503, None)
        assert await running.proxy.status(other) == 200
        assert await web.process.ended(within_s=20) == 0
        await slack.until(
            lambda: all(len(slack.inbox(person)) == 2 for person in people[: 2 * TYPING]), within_s=20
        )
        # What has arrived is noted a moment later.
        await nothing_waits(server)
        assert await outbox(server) == {"sent": MANY + 2 * TYPING}
    assert Counter(len(slack.inbox(person)) for person in people) == {2: 2 * TYPING, 1: MANY - 2 * TYPING}


async def check_ins(server: Server) -> list[CheckInState]:
    """The state of every check-in."""
    database = SqlDatabase(server.url, MovableClock(), RING)
    try:
        async with database.reading() as store:
            (tenant,) = await store.tenants.all()
            people = [person.id for person in await store.people.all(tenant.id)]
            found = await store.checkins.of_periods(people, STARTS_AT.date(), STARTS_AT.date())
            return [each.state for each in found]
    finally:
        await database.close()


async def outbox(server: Server) -> dict[str, int]:
    """Rows of the outbox by state, without those that are empty."""
    database = SqlDatabase(server.url, MovableClock(), RING)
    try:
        async with database.reading() as store:
            return {state: count for state, count in (await store.outbox.counts()).items() if count}
    finally:
        await database.close()
