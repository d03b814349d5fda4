"""What a prompt costs Milepost when no rate holds it up, beside a bare loop of the SDK's calls without any books.

The platform is a process of its own that does next to nothing, so that processor time is Milepost's: per prompt in
milliseconds, of the dispatcher from the claim until the outcome is kept, with the planning beside it. The bare
loop sends the same messages, rendered beforehand, with as many under way at once. Where the rest goes is found by
doing each step by itself, in batches as large as the run's were.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import delete, func, select, update

from benchmarks.loopback import Loopback, loopback
from benchmarks.prompts import MONDAY_TEN, SUNDAY, RunningClock, all_sent, council_on, dispatching, warm_up
from bot.adapters.slack.render import message
from bot.adapters.teams.address import Place
from bot.adapters.teams.client import TeamsClient
from bot.courier import Sent
from bot.dispatcher import AT_ONCE
from bot.logs import configure_logs
from bot.outcomes import record
from bot.pacing import Limit, Pace
from bot.wiring import Milepost
from core.chat.card import Card
from core.model.delivery import Delivery, DeliveryState, Posted
from core.model.person import Platform
from storage.tables import outbox, posted_messages

PEOPLE = 3_000
AIM = 2.5
LEASE_S = 30.0
# Turns are given out as always, but never to be waited for.
_NO_RATE = Limit(10_000_000, 1, burst=100_000)
UNPACED = Pace(_NO_RATE, _NO_RATE)

_Send = Callable[[int], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Cost:
    """Of `count` messages: seconds by the wall's clock and of this process's processor time."""

    count: int
    wall: float
    processor: float

    @property
    def each_ms(self) -> float:
        """Processor time of one, in milliseconds."""
        return self.processor / self.count * 1_000

    @property
    def per_second(self) -> float:
        """How many a second."""
        return self.count / self.wall


class Meter:
    """Adds up what the blocks that it measures cost."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._wall = self._processor = 0.0

    @asynccontextmanager
    async def measured(self) -> AsyncIterator[None]:
        """Measure the block."""
        wall, processor = time.perf_counter(), time.process_time()
        yield
        self._wall += time.perf_counter() - wall
        self._processor += time.process_time() - processor

    @property
    def cost(self) -> Cost:
        """What they cost so far."""
        return Cost(self._count, self._wall, self._processor)


async def run(people: int = PEOPLE) -> None:
    """Print the figures."""
    configure_logs("ERROR")
    print(f"Prompts to {people:,} people, no rate, {AT_ONCE} at once, on SQLite; load {os.getloadavg()[0]:.1f}")
    await warm_up()
    for platform in (Platform.SLACK, Platform.TEAMS):
        await _compare(platform, people)


async def _compare(platform: Platform, people: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}"
        clock = RunningClock(SUNDAY)
        async with (
            loopback(f"cheap-{platform}", people) as there,
            council_on(url, platform, there, clock, {platform: UNPACED}) as milepost,
        ):
            clock.move_to(MONDAY_TEN)
            planning, sending, bare = (Meter(people) for _ in range(3))
            async with planning.measured():
                await milepost.engine.tick()
            cards = await _cards(milepost)
            bare_sender = {Platform.SLACK: _bare_slack, Platform.TEAMS: _bare_teams}[platform]
            async with bare_sender(there, cards) as send:
                # Half of it before and half after, so that whatever else the machine does falls on both.
                async with bare.measured():
                    await _loop(send, range(0, people, 2))
                async with sending.measured(), dispatching(milepost):
                    await all_sent(milepost, people)
                async with bare.measured():
                    await _loop(send, range(1, people, 2))
            _say(platform, planning.cost, sending.cost, bare.cost)
            await _break_down(milepost, platform, sending.cost, bare.cost)


def _say(platform: Platform, planning: Cost, sending: Cost, bare: Cost) -> None:
    ratio = sending.each_ms / bare.each_ms
    print(f"  {platform}: {sending.per_second:,.0f} a second, {sending.each_ms:.2f} ms of processor time each")
    print(f"    a bare loop of the SDK's calls: {bare.per_second:,.0f} a second, {bare.each_ms:.2f} ms each")
    print(f"    ratio: {ratio:.2f} of its processor time (aim {AIM}), {bare.wall / sending.wall:.2f} of its speed")
    print(f"    planned before, check-in and prompt: {planning.each_ms:.2f} ms each")


async def _loop(send: _Send, numbers: Sequence[int]) -> None:
    mine = iter(numbers)

    async def one_after_the_other() -> None:
        for number in mine:
            await send(number)

    await asyncio.gather(*[one_after_the_other() for _ in range(AT_ONCE)])


@asynccontextmanager
async def _bare_slack(there: Loopback, cards: Sequence[Card]) -> AsyncIterator[_Send]:
    rendered = [message(each) for each in cards]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        web = AsyncWebClient(there.token, base_url=there.url, session=session)

        async def send(number: int) -> None:
            await web.api_call("chat.postMessage", json={"channel": there.members[number][1], **rendered[number]})

        yield send


@asynccontextmanager
async def _bare_teams(there: Loopback, cards: Sequence[Card]) -> AsyncIterator[_Send]:
    client = TeamsClient(None)
    rendered = [client.message(each) for each in cards]
    places = [Place.read(address) for _, address in there.members]

    async def send(number: int) -> None:
        place = places[number]
        to = {"bot": place.bot, "to": place.user}
        await client.connector.post(place.service, place.conversation, rendered[number], **to)

    try:
        yield send
    finally:
        await client.close()


async def _cards(milepost: Milepost) -> Sequence[Card]:
    async with milepost.database.connected_for_reading() as connection:
        return list(await connection.scalars(select(outbox.c.card).order_by(outbox.c.seq)))


# --- step by step ---------------------------------------------------------------------------------------------


async def _break_down(milepost: Milepost, platform: Platform, sending: Cost, bare: Cost) -> None:
    count = sending.count
    per_claim, per_record = await _batches(milepost, count)
    await _queue_again(milepost)
    claiming, reserving, rendering, recording = (Meter(count) for _ in range(4))
    now = milepost.clock.now()
    claimed: list[Delivery] = []
    while True:
        async with claiming.measured(), milepost.database.transaction() as store:
            batch = await store.outbox.claim(now, LEASE_S, per_claim, per_claim)
            async with reserving.measured():
                await store.traffic.reserve(batch, {platform: UNPACED.rates}, now)
        if not batch:
            break
        claimed += batch
    render = message if platform is Platform.SLACK else TeamsClient(None).message
    async with rendering.measured():
        for delivery in claimed:
            render(delivery.card)
    for start in range(0, count, per_record):
        async with recording.measured(), milepost.database.transaction() as store:
            await record(store, [_sent(each) for each in claimed[start : start + per_record]], now)
    steps = {
        f"claim, {per_claim} at a time, commit included": claiming.cost.each_ms - reserving.cost.each_ms,
        "give out turns": reserving.cost.each_ms,
        "render the card": rendering.cost.each_ms,
        "the SDK's call, as in the bare loop": bare.each_ms,
        f"keep the outcome, {per_record} at a time, commit included": recording.cost.each_ms,
    }
    steps["tasks, pace, metrics, looks at holds"] = sending.each_ms - sum(steps.values())
    for name, each_ms in steps.items():
        print(f"      {each_ms:5.2f} ms  {name}", flush=True)


def _sent(delivery: Delivery) -> Sent:
    assert delivery.account is not None
    account = delivery.account
    return Sent(delivery, Posted(account.platform, account.workspace, str(account.address), "1.000001"))


async def _batches(milepost: Milepost, count: int) -> tuple[int, int]:
    """How many were claimed, and how many outcomes kept, in one transaction on the average."""
    times = select(*(func.count(func.distinct(each)) for each in (outbox.c.claimed_at, outbox.c.finished_at)))
    async with milepost.database.connected_for_reading() as connection:
        claims, records = (await connection.execute(times)).one()
    return max(1, round(count / claims)), max(1, round(count / records))


async def _queue_again(milepost: Milepost) -> None:
    async with milepost.database.connected_for_writing() as connection:
        await connection.execute(delete(posted_messages))
        await connection.execute(
            update(outbox).values(
                state=DeliveryState.QUEUED, attempts=0, available_at=MONDAY_TEN, finished_at=None
            )
        )


if __name__ == "__main__":
    asyncio.run(run(*map(int, sys.argv[1:2])))
