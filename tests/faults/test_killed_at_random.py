"""Processes are killed again and again while everyone is asked and some answer: nothing is lost, nothing doubled.

At the size of a test by default; `MILEPOST_FAULTS=large` makes it 2,000 people and 200 kills.
"""

import asyncio
import os
import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from itertools import chain, repeat

from bot.clocks import SystemClock
from core.model.checkin import CheckInState
from storage.database import SqlDatabase
from storage.watching import standing
from tests.faults.conftest import Server, bring_in, let_appear
from tests.keys import RING
from tests.slack_messages import SlackMessage
from tests.slack_people import SlackUser

LARGE = os.environ.get("MILEPOST_FAULTS") == "large"
PEOPLE, KILLS = (2_000, 200) if LARGE else (40, 4)
ONE_IN = 5
"""Of these, one answers at once."""
NOT_TAKEN_IN = "was not taken in"
ANSWERS = ("70%", "at risk", "3", "Waiting for the new phone system", "yes")
"""To the first questions; what is asked beyond them is skipped."""
WITHIN_S = 900 if LARGE else 150


def council() -> tuple[str, str]:
    """The two files of an organisation in which everyone has an objective."""
    emails = [f"person{number}@council.example" for number in range(PEOPLE)]
    people = "\n".join(["email,name", *(f"{email},Person {n}" for n, email in enumerate(emails))])
    objectives = "\n".join(
        [
            "email,title,measure,target,unit,baseline",
            *(f"{each},Resolve more calls,Calls resolved at first contact,80,%,66" for each in emails),
        ]
    )
    return people, objectives


def prompts(who: SlackUser) -> list[SlackMessage]:
    """What asked someone to check in, among what else they were told."""
    return [each for each in who.slack.inbox(who) if NOT_TAKEN_IN not in each.reads][:1]


def refusals(who: SlackUser) -> int:
    """How often someone was told that what they sent was not kept."""
    return sum(NOT_TAKEN_IN in message.reads for message in who.slack.inbox(who))


async def sent_until_taken_in(
    who: SlackUser, send: Callable[[], Awaitable[object]], is_done: Callable[[], bool]
) -> None:
    """Send, and once more whenever the answer is that it was not taken in, as people are asked to."""
    while True:
        before = refusals(who)
        await send()
        await who.slack.until(lambda before=before: is_done() or refusals(who) > before, WITHIN_S)
        if is_done():
            return
        await asyncio.sleep(0.5)


async def answers(who: SlackUser) -> None:
    """Answer a check-in question by question, and once more what is said not to have been taken in."""
    slack = who.slack

    def asked() -> int:
        return len(questions(slack.inbox(who)))

    await slack.until(lambda: prompts(who), WITHIN_S)
    (prompt,) = prompts(who)
    await sent_until_taken_in(who, lambda: who.taps(prompt, "Answer here in chat"), lambda: asked() >= 1)
    for number, text in enumerate(chain(ANSWERS, repeat("skip")), 1):
        await sent_until_taken_in(
            who,
            lambda text=text: who.says(text),
            lambda number=number: asked() > number or is_thanked(who),
        )
        if is_thanked(who):
            break


def questions(inbox: Sequence[SlackMessage]) -> list[str]:
    """The number of each question that was asked, in the order of asking."""
    return [each for message in inbox for each in re.findall(r"question (\d+)", message.reads)]


def is_thanked(who: SlackUser) -> bool:
    """Whether the person was told that their check-in is kept."""
    return any("Thank you" in message.reads for message in who.slack.inbox(who))


async def nothing_waits(server: Server) -> None:
    """Wait until every event has been worked on and every message is sent."""
    database = SqlDatabase(server.url, SystemClock(), RING)
    try:
        async with asyncio.timeout(WITHIN_S):
            while (left := await standing(database)).queues or left.events:  # noqa: ASYNC110 (others work on it)
                await asyncio.sleep(0.2)
        async with database.reading() as store:
            assert (await store.outbox.counts())["dead"] == 0
    finally:
        await database.close()


async def kept(server: Server) -> Counter[tuple[CheckInState, float | None]]:
    """How many check-ins stand how, with which result."""
    database = SqlDatabase(server.url, SystemClock(), RING)
    try:
        async with database.reading() as store:
            (tenant,) = await store.tenants.all()
            people = [person.id for person in await store.people.all(tenant.id)]
            checkins = await store.checkins.of_periods(people, date(2026, 11, 1), date(2026, 12, 31))
            updates = await store.checkins.progress_of([each.id for each in checkins])
    finally:
        await database.close()
    values = {each.checkin_id: each.progress.value for each in updates}
    return Counter((each.state, values.get(each.id)) for each in checkins)


LAYOUTS = {
    "sqlite": {"alone": "alone"},
    "postgresql": {"web": "web", "worker": "worker", "second worker": "worker"},
}
"""The role of each process, by name: one process on a file, several on PostgreSQL."""


async def test_nobody_misses_or_doubles_a_prompt_or_an_answer(server: Server):
    roles = LAYOUTS[server.url.partition("+")[0]]
    chance = random.Random(7)
    await bring_in(server, *council())
    slack = server.slack
    people = [slack.add(f"Person {number}", f"person{number}@council.example") for number in range(PEOPLE)]
    await let_appear(server, people)
    slack.is_patient = True
    for name, role in roles.items():
        await server.start(name, role)
    answering = [asyncio.create_task(answers(who)) for who in people[::ONE_IN]]
    for _ in range(KILLS):
        await asyncio.sleep(chance.uniform(0.02, 0.8))
        # One of them, some together, or all at once.
        victims = chance.sample(sorted(roles), chance.randint(1, len(roles)))
        await asyncio.gather(*(server.kill(name) for name in victims))
        await asyncio.gather(*(server.start(name, roles[name]) for name in victims))
    await asyncio.gather(*answering)
    await slack.until(lambda: all(slack.inbox(who) for who in people), WITHIN_S)

    await nothing_waits(server)
    await assert_all_came_once(server, people)


async def assert_all_came_once(server: Server, people: Sequence[SlackUser]) -> None:
    """Nobody misses anything or has it twice, and every answer of those who answered is kept."""
    slack = server.slack
    sent = {who.id: Counter(each.delivery for each in slack.inbox(who) if each.delivery) for who in people}
    assert all(max(of_person.values()) == 1 for of_person in sent.values()), "nothing came twice"
    silent = set(people) - set(people[::ONE_IN])
    assert {len(slack.inbox(who)) for who in silent} == {1}
    for who in people[::ONE_IN]:
        assert questions(slack.inbox(who)) == sorted(set(questions(slack.inbox(who)))), "each was asked once"
    answered = len(people[::ONE_IN])
    assert await kept(server) == {
        (CheckInState.ANSWERED, 70): answered,
        (CheckInState.OPEN, None): len(people) - answered,
    }
