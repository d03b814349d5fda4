"""A prompt run at its platform's speed: everyone is due at once, on a Slack and on a Teams that keep to a rate.

Timed from the tick that plans them until the last prompt has arrived and is recorded. Two floors stand beside it:
what the published rate takes, and what our own pace takes, which stays a little below it so that a burst after a
pause does not break it. Nothing could be faster than the published rate, so that the wait is the bare baseline.
"""

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.loopback import SLACK_PER_MINUTE, TEAMS_PER_SECOND, Seen, loopback
from benchmarks.prompts import MONDAY_TEN, SUNDAY, RunningClock, all_sent, council_on, dispatching, warm_up
from bot.logs import configure_logs
from bot.pacing import TEAMS_PACE, Limit, slack_pace
from core.model.person import Platform

PEOPLE = 3_000
"""Another number may follow the command; 10,000 take seven minutes."""

MOST_SECONDS = 600


@dataclass(frozen=True, slots=True)
class _Kind:
    platform: Platform
    per_second: float
    pace: Limit


_KINDS = (
    _Kind(Platform.SLACK, SLACK_PER_MINUTE / 60, slack_pace(SLACK_PER_MINUTE).overall),
    _Kind(Platform.TEAMS, TEAMS_PER_SECOND, TEAMS_PACE.overall),
)


async def run(people: int = PEOPLE) -> None:
    """Print the figures."""
    configure_logs("ERROR")
    print(f"Prompt run of {people:,} people, all due at once, on SQLite; load {os.getloadavg()[0]:.1f}")
    await warm_up()
    for kind in _KINDS:
        took, seen = await _run(kind.platform, people)
        published = people / kind.per_second
        paced = (people - kind.pace.burst) * kind.pace.rate.interval_s
        print(
            f"  {kind.platform}, {kind.per_second:.0f} a second: {took:.1f} s; the published rate takes"
            f" {published:.1f} s: {took / published:.3f} of it; our pace {paced:.1f} s: {took / paced:.3f} of it"
        )
        print(f"    refused with 429: {seen.refused}; prompts that came twice: {seen.twice}", flush=True)
        assert seen.taken == people, seen


async def _run(platform: Platform, people: int) -> tuple[float, Seen]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        clock = RunningClock(SUNDAY)
        async with loopback(platform.value, people) as there:
            async with council_on(url, platform, there, clock) as milepost, dispatching(milepost):
                clock.move_to(MONDAY_TEN)
                began = time.perf_counter()
                async with asyncio.timeout(MOST_SECONDS):
                    await milepost.engine.tick()
                    await all_sent(milepost, people)
                took = time.perf_counter() - began
            return took, await there.seen()


if __name__ == "__main__":
    asyncio.run(run(*map(int, sys.argv[1:2])))
