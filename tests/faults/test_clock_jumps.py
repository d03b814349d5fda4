"""The clock jumps an hour while prompts go out and answers come in: none is missed, none comes twice."""

import asyncio
from datetime import timedelta

import pytest

from tests.faults.conftest import Server, bring_in, let_appear
from tests.faults.test_killed_at_random import (
    ONE_IN,
    PEOPLE,
    WITHIN_S,
    answers,
    assert_all_came_once,
    council,
    nothing_waits,
)

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("jumps", [(HOUR, timedelta()), (-HOUR, timedelta())], ids=["ahead", "back"])
async def test_nobody_is_asked_twice_or_missed_when_the_clock_jumps_and_is_put_right(
    postgresql_server: Server, jumps: tuple[timedelta, ...]
):
    server, slack = postgresql_server, postgresql_server.slack
    await bring_in(server, *council())
    people = [slack.add(f"Person {number}", f"person{number}@council.example") for number in range(PEOPLE)]
    await let_appear(server, people)
    slack.is_patient = True
    for name, role in {"web": "web", "worker": "worker", "second worker": "worker"}.items():
        await server.start(name, role)
    answering = [asyncio.create_task(answers(who)) for who in people[::ONE_IN]]

    def asked() -> int:
        return sum(bool(slack.inbox(who)) for who in people)

    for turn, by in enumerate(jumps, 1):
        # In the middle: some are asked, some answer, and the rest waits under leases or for its turn.
        if turn == 1 or jumps[0] > timedelta():
            await slack.until(lambda turn=turn: asked() >= turn * PEOPLE // 4, WITHIN_S)
        else:
            # While the clock is behind, what was not under way yet waits, however long.
            await asyncio.sleep(2)
        server.jump(by)

    await asyncio.gather(*answering)
    await slack.until(lambda: asked() == PEOPLE, WITHIN_S)
    await nothing_waits(server)
    await assert_all_came_once(server, people)
