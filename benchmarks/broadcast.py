"""A broadcast to 10,000 people against a Slack on this machine that keeps to a rate: wall time and peak memory.

Slack grants a workspace several hundred messages a minute, at which 10,000 take half an hour. Here it grants
3,000, the most that our own setting allows, so the floor is ten times lower than at 300 and whatever Milepost adds
weighs ten times more. The workspace is a process of its own, so that the memory is Milepost's.
"""

import asyncio
import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.loopback import SLACK_PER_MINUTE, Loopback, loopback
from bot.clocks import SystemClock
from bot.logs import configure_logs
from bot.pacing import slack_pace
from bot.settings import Settings
from bot.wiring import Milepost, Platforms, build
from core.chat.card import Card
from core.chat.effect import Send, ToPerson
from core.model.audience import Audience
from core.model.broadcast import Broadcast, BroadcastState, Progress, Response, WhenAway
from core.model.person import Person, Platform, Tenant
from core.model.timer import Timer, TimerKind
from storage.database import SqlDatabase
from storage.migrate import upgrade
from tests.keys import RING
from tests.slack_api import SlackWorkspace

RECIPIENTS = 10_000
MOST_SECONDS = 420
TENANT = Tenant("council", "A large council", "the HR team")
_TEXT = "Hello {first name}, please book your fire safety training with {manager}."


async def run(recipients: int = RECIPIENTS) -> None:
    """Print the figures."""
    configure_logs("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        async with loopback("slack", recipients) as slack:
            took, replied, progress = await _send(Path(folder), slack)
            seen = await slack.seen()
    burst = slack_pace(SLACK_PER_MINUTE).overall.burst
    floor = (recipients - burst) / (SLACK_PER_MINUTE - burst) * 60
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"Broadcast to {recipients:,} on a Slack that grants {SLACK_PER_MINUTE:,} messages a minute")
    print(
        f"  sent {progress.sent:,} in {took:.1f} s; the limit's floor is {floor:.1f} s: {took / floor:.3f} of it"
    )
    print(f"  refused with 429: {seen.refused}; messages that came twice: {seen.twice}")
    print(f"  an answer to someone who waits, halfway: {replied:.2f} s")
    print(f"  peak memory: {peak:.0f} MB")


async def _send(folder: Path, slack: Loopback) -> tuple[float, float, Progress]:
    url = f"sqlite+aiosqlite:///{folder / 'bench.db'}"
    await upgrade(url)
    clock = SystemClock()
    database = SqlDatabase(url, clock, RING)
    settings = Settings(
        _env_file=None,
        database_url=url,
        slack_bot_token=slack.token,
        slack_signing_secret=SlackWorkspace.signing_secret,
        slack_api_url=slack.url,
        slack_messages_per_minute=SLACK_PER_MINUTE,
    )
    await _found(database, slack, clock.now())
    milepost = build(settings, clock, Platforms(), database)
    running = asyncio.create_task(milepost.dispatcher.run())
    began = time.perf_counter()
    replied = 0.0
    try:
        async with asyncio.timeout(MOST_SECONDS):
            while True:
                await milepost.engine.tick()
                await asyncio.sleep(0.5)
                async with database.reading() as store:
                    progress = await store.broadcasts.progress("b1", clock.now())
                if not replied and progress.sent > len(slack.members) / 2:
                    replied = await _answer_s(milepost)
                if progress.is_settled and progress.people:
                    break
    finally:
        took = time.perf_counter() - began
        await milepost.dispatcher.stop()
        await running
        if milepost.slack_client is not None:
            await milepost.slack_client.close()
        await database.close()
    return took, replied, progress


async def _answer_s(milepost: Milepost) -> float:
    """How long an answer in a private conversation takes to go out in the middle of it."""
    began = time.perf_counter()
    async with milepost.database.transaction() as store:
        card = Card("An answer")
        await store.outbox.add(
            TENANT.id, [Send(ToPerson("0"), card, "reply", "reply", "reply", asked=True)], datetime.now(UTC)
        )
    milepost.dispatcher.wake()
    while True:
        async with milepost.database.reading() as store:
            if await store.outbox.posted_under("reply"):
                return time.perf_counter() - began
        await asyncio.sleep(0.01)


async def _found(database: SqlDatabase, slack: Loopback, now: datetime) -> None:
    people = [
        Person(str(at), TENANT.id, f"person{at}@council.example", f"Person {at}", manager_id="0" if at else None)
        for at in range(len(slack.members))
    ]
    async with database.transaction() as store:
        await store.tenants.add(TENANT)
        await store.tenants.link_workspace(TENANT.id, Platform.SLACK, slack.workspace)
        await store.people.save(people)
        for person in people:
            await store.people.link(slack.account(Platform.SLACK, person))
    broadcast = Broadcast(
        id="b1",
        tenant_id=TENANT.id,
        author_id="0",
        audience=Audience(),
        text_en=_TEXT,
        text_cy="",
        response=Response.DONE,
        when_away=WhenAway.ON_RETURN,
        at_any_hour=True,
        send_at=None,
        due_on=None,
        state=BroadcastState.SCHEDULED,
        created_at=now,
    )
    async with database.transaction() as store:
        await store.broadcasts.add(broadcast)
        await store.broadcasts.address(broadcast, date(now.year, now.month, now.day))
        await store.timers.set([Timer(TimerKind.BROADCAST, "b1", TENANT.id, now)])


if __name__ == "__main__":
    asyncio.run(run(*map(int, sys.argv[1:2])))
