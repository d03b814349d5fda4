"""Any number of replicas take events in: each person's keep their order, none is lost, and none is done twice."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.leases import LEASE
from bot.reception import DIED_EACH_TIME, MOST_FAILURES, Receptionist
from core.chat.event import Event, Origin, TextReceived
from core.dispatch import Core
from core.model.person import Account, Language, Platform
from storage.database import SqlDatabase
from storage.tables import outbox
from tests.bot.platform import LoopbackDirectory, LoopbackPlatform
from tests.clock import MovableClock
from tests.keys import RING
from tests.storage.council import person, settle_in

PEOPLE = ("amira", "ben", "carys", "dan")
SPACES = {Platform.SLACK: "T1", Platform.TEAMS: "T9"}
_numbers = count(1)


def says(who: str, text: str = "settings", on: Platform = Platform.SLACK) -> TextReceived:
    """Something typed; each is answered by exactly one message, whose key has the event's id."""
    return TextReceived(
        Origin(on, SPACES[on], f"U-{who}", f"Ev{next(_numbers)}", f"D-{who}", address=f"D-{who}"), text
    )


@dataclass
class Watched:
    """The real core, which takes its time, and notes who is being worked for at once, on whichever replica."""

    core: Core
    inside: Counter[str]
    most_inside: Counter[str]
    takes_s: float = 0.0
    fails: bool = False
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def only_reads(self, event):
        return self.core.only_reads(event)

    def names_file(self, event):
        return self.core.names_file(event)

    async def wanted(self, event, store):
        return await self.core.wanted(event, store)

    async def handle(self, event, store, read=None):
        who = event.origin.user
        self.inside[who] += 1
        self.most_inside[who] = max(self.most_inside[who], self.inside[who])
        self.arrived.set()
        try:
            outcome = await self.core.handle(event, store, read)
            await asyncio.sleep(self.takes_s)
            await self.gate.wait()
            if self.fails:
                raise RuntimeError("each time")
            return outcome
        finally:
            self.inside[who] -= 1


@dataclass
class Replica:
    """One process's reception, with connections of its own."""

    database: SqlDatabase
    core: Watched
    platform: LoopbackPlatform
    reception: Receptionist
    tasks: list[asyncio.Task] = field(default_factory=list)

    async def takes(self, event: Event) -> asyncio.Task:
        """Accept the event as its adapter does, and begin to work on it."""
        assert await self.reception.accept(event)
        self.tasks.append(asyncio.create_task(self.reception.process(event)))
        return self.tasks[-1]

    async def dies(self) -> None:
        """Stop in the middle of whatever it does, and let go of every connection."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.database.close()


@dataclass
class Fleet:
    """Replicas on one database."""

    url: str
    clock: MovableClock = field(default_factory=MovableClock)
    replicas: list[Replica] = field(default_factory=list)
    inside: Counter[str] = field(default_factory=Counter)
    most_inside: Counter[str] = field(default_factory=Counter)

    def starts(self) -> Replica:
        """One more replica."""
        database = SqlDatabase(self.url, self.clock, RING)
        core = Watched(Core(self.clock), self.inside, self.most_inside)
        platform = LoopbackPlatform()
        reception = Receptionist(
            database=database,
            clock=self.clock,
            core=core,
            directories={Platform.SLACK: LoopbackDirectory(platform)},
            committed=lambda: None,
        )
        self.replicas.append(Replica(database, core, platform, reception))
        return self.replicas[-1]

    async def settles(self) -> None:
        """Return when everything that was begun has ended."""
        await asyncio.gather(*[task for replica in self.replicas for task in replica.tasks])

    def lease_passes(self) -> None:
        """Let what is being worked on now be left, as far as others know."""
        self.clock.move_to(self.clock.now() + LEASE)

    async def answered(self) -> list[str]:
        """The ids of the events that were answered, in the order in which that was committed."""
        async with self.replicas[-1].database.connected_for_reading() as connection:
            keys = (await connection.execute(select(outbox.c.key).order_by(outbox.c.seq))).scalars()
            # What is asked of someone who is met on a second platform is no answer.
            return [key.split(":")[3] for key in keys if not key.startswith("which-platform:")]

    async def left(self) -> int:
        """How many events are still to be worked on."""
        async with self.replicas[-1].database.transaction() as store:
            now = self.clock.now()
            return len(await store.inbox.take_over("a look", now, now, 100, alone=True))


@asynccontextmanager
async def fleet_on(url: str, replicas: int) -> AsyncIterator[Fleet]:
    """Replicas on a database with a council of four, each of them on Slack and on Teams."""
    fleet = Fleet(url)
    for _ in range(replicas):
        fleet.starts()
    database = fleet.replicas[0].database
    await settle_in(database, *[person(f"{who.title()} Jones") for who in PEOPLE])
    async with database.transaction() as store:
        for platform, workspace in SPACES.items():
            await store.tenants.link_workspace("council", platform, workspace)
            for who in PEOPLE:
                await store.people.link(Account(platform, workspace, f"U-{who}", who, f"D-{who}"))
    yield fleet
    for replica in fleet.replicas:
        await replica.database.close()


@pytest.fixture
async def two(postgresql_url: str) -> AsyncIterator[Fleet]:
    """Two replicas on one PostgreSQL."""
    async with fleet_on(postgresql_url, 2) as fleet:
        yield fleet


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    """One event loop for all examples."""
    with asyncio.Runner() as opened:
        yield opened


# Who, on which platform, which replica, how long the work takes, and how long until the next, both in ms.
DOINGS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(list(SPACES)),
        st.integers(0, 3),
        st.integers(0, 6),
        st.integers(0, 4),
    ),
    min_size=2,
    max_size=14,
)
IN_ONE_LOOP = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize(("kind", "replicas"), [("postgresql", 4), ("postgresql", 2), ("sqlite", 1)])
def test_each_persons_events_are_worked_on_in_the_order_they_were_accepted(
    request: pytest.FixtureRequest, runner: asyncio.Runner, kind: str, replicas: int
):
    opened = fleet_on(request.getfixturevalue(f"{kind}_url"), replicas)
    fleet = runner.run(opened.__aenter__())

    async def happens(doings) -> None:
        before = len(await fleet.answered())
        accepted = defaultdict(list)
        for who, platform, on, takes_ms, then_ms in doings:
            replica = fleet.replicas[on % replicas]
            replica.core.takes_s = takes_ms / 1_000
            event = says(who, on=platform)
            await replica.takes(event)
            accepted[who].append(event.origin.event_id)
            await asyncio.sleep(then_ms / 1_000)
        await fleet.settles()
        answered = (await fleet.answered())[before:]
        assert len(answered) == len(doings)
        for events in accepted.values():
            assert [event for event in answered if event in events] == events

    @IN_ONE_LOOP
    @given(doings=DOINGS)
    def law(doings) -> None:
        runner.run(happens(doings))

    law()
    assert max(fleet.most_inside.values()) == 1
    runner.run(opened.__aexit__(None, None, None))


@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_what_a_replica_left_when_it_died_is_done_once_by_another_and_still_in_order(
    request: pytest.FixtureRequest, runner: asyncio.Runner, kind: str
):
    """On SQLite the other is the process that is started next."""
    opened = fleet_on(request.getfixturevalue(f"{kind}_url"), 1)
    fleet = runner.run(opened.__aenter__())

    async def happens(doings, dies_after_ms: int) -> None:
        dying, other = fleet.starts(), fleet.starts()
        before = len(await fleet.answered())
        accepted = defaultdict(list)
        for who, platform, _, takes_ms, then_ms in doings:
            dying.core.takes_s = takes_ms / 1_000
            event = says(who, on=platform)
            await dying.takes(event)
            accepted[who].append(event.origin.event_id)
            await asyncio.sleep(then_ms / 1_000)
        await asyncio.sleep(dies_after_ms / 1_000)
        await dying.dies()
        fleet.lease_passes()
        # Whoever writes next does not wait for the others' recovery: their own earlier events are done at once.
        latest = says(doings[0][0])
        accepted[doings[0][0]].append(latest.origin.event_id)
        await (await other.takes(latest))
        await other.reception.recover()
        answered = (await fleet.answered())[before:]
        for events in accepted.values():
            assert [event for event in answered if event in events] == events
        assert len(answered) == len(doings) + 1
        await other.database.close()

    @IN_ONE_LOOP
    @given(doings=DOINGS, dies_after_ms=st.integers(0, 20))
    def law(doings, dies_after_ms) -> None:
        runner.run(happens(doings, dies_after_ms))

    law()
    runner.run(opened.__aexit__(None, None, None))


async def test_different_people_are_worked_for_at_the_same_time(two: Fleet):
    first, second = two.replicas
    first.core.gate.clear()
    second.core.gate.clear()
    for replica, who in ((first, "amira"), (second, "ben"), (first, "carys"), (second, "dan")):
        await replica.takes(says(who))
    async with asyncio.timeout(10):
        while sum(two.inside.values()) < 4:  # noqa: ASYNC110 (counted on both)
            await asyncio.sleep(0.01)
    first.core.gate.set()
    second.core.gate.set()
    await two.settles()
    assert len(await two.answered()) == 4


@pytest.mark.parametrize("stuck", ["before its transaction", "within its transaction"])
async def test_a_replica_that_was_only_slow_does_nothing_once_another_has_taken_over(two: Fleet, stuck: str):
    slow, other = two.replicas
    event = says("new" if stuck.startswith("before") else "amira", "settings language cymraeg")
    for replica in two.replicas:
        replica.platform.emails["amira@abermoor.example"] = "U-new"
    if stuck.startswith("before"):
        gate = asyncio.Event()
        ask, slow.platform.profile = slow.platform.profile, None

        async def profile(origin):
            slow.core.arrived.set()
            await gate.wait()
            return await ask(origin)

        slow.platform.profile = profile
    else:
        gate = slow.core.gate
        gate.clear()
    working = await slow.takes(event)
    await slow.core.arrived.wait()
    two.lease_passes()
    recovering = asyncio.create_task(other.reception.recover())
    while not (other.reception._leases.at_work or recovering.done()):  # noqa: ASYNC110 (kept in the database)
        await asyncio.sleep(0.01)
    gate.set()
    assert await recovering == 1
    assert await working == ()
    answered = await two.answered()
    assert answered.count(event.origin.event_id) == 1
    assert await two.left() == 0
    async with other.database.reading() as store:
        assert (await store.people.by_ids(["amira"]))["amira"].language is Language.CY


async def test_a_replica_that_works_for_long_keeps_what_it_works_on(two: Fleet):
    slow, other = two.replicas
    slow.core.gate.clear()
    working = await slow.takes(says("amira"))
    await slow.core.arrived.wait()
    two.lease_passes()
    await slow.reception._leases.renew()
    assert await other.reception.recover() == 0
    slow.core.gate.set()
    await working
    assert len(await two.answered()) == 1


async def test_an_account_that_turns_out_to_be_someones_keeps_its_place_among_their_events(two: Fleet):
    first, second = two.replicas
    for replica in two.replicas:
        replica.platform.emails["amira@abermoor.example"] = "U-new"
    first.core.gate.clear()
    events = [says("new"), says("new"), says("amira", on=Platform.TEAMS)]
    await first.takes(events[0])
    await first.core.arrived.wait()
    await second.takes(events[1])
    await second.takes(events[2])
    await asyncio.sleep(0.05)
    assert await two.answered() == []
    first.core.gate.set()
    await two.settles()
    assert await two.answered() == [event.origin.event_id for event in events]


async def test_failures_are_counted_whoever_tries_and_what_fails_each_time_is_given_up_and_named(two: Fleet):
    for replica in two.replicas:
        replica.core.fails = True
    event = says("amira")
    assert await (await two.replicas[0].takes(event))
    for tries in range(1, MOST_FAILURES + 3):
        two.clock.advance(minutes=10)
        assert await two.replicas[tries % 2].reception.recover() == 0
    async with two.replicas[1].database.reading() as store:
        (given_up,) = await store.inbox.given_up(10)
    assert (given_up.event_id, given_up.failures) == (event.origin.event_id, MOST_FAILURES)
    assert given_up.reason == "RuntimeError"
    two.replicas[1].core.fails = False
    await (await two.replicas[1].takes(says("amira")))
    assert len(await two.answered()) == 1


async def test_an_event_that_ends_each_process_is_given_up_too(postgresql_url: str):
    async with fleet_on(postgresql_url, 1) as fleet:
        dying = fleet.replicas[0]
        dying.core.gate.clear()
        await dying.takes(says("amira"))
        for _ in range(MOST_FAILURES):
            await dying.core.arrived.wait()
            await dying.dies()
            fleet.lease_passes()
            dying = fleet.starts()
            dying.core.gate.clear()
            dying.tasks.append(asyncio.create_task(dying.reception.recover()))
            done, _ = await asyncio.wait(
                {dying.tasks[0], asyncio.ensure_future(dying.core.arrived.wait())},
                return_when=asyncio.FIRST_COMPLETED,
            )
            if dying.tasks[0] in done:
                break
        async with dying.database.reading() as store:
            (given_up,) = await store.inbox.given_up(10)
        assert (given_up.failures, given_up.reason) == (MOST_FAILURES, DIED_EACH_TIME)
