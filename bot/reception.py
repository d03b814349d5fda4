"""Where adapters bring events: accepted before they are acknowledged, then worked on in one transaction each.

What an event changes, the messages it causes and the mark that it is done commit together, so that a crash at any
moment either leaves the event to be worked on again or leaves nothing to do. Any number of processes may do so on
one database: each person's events keep their order, and what a process leaves is taken over by another.
"""

import asyncio
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog

from bot.file_reading import FileReader
from bot.leases import Leases
from bot.logs import kind
from bot.metrics import Metrics
from bot.person_pace import PersonPace, TooManyWaiting
from bot.recognition import Recognition, person_behind
from bot.turns import Turns
from bot.waiting import SHORTEST_WAIT_S, StillWaiting, Waiting
from core.cause import caused_by, reference_of
from core.chat.card import Card, Paragraph
from core.chat.effect import Durable, Immediate, Outcome, PublishHome, Reply, Send, ToPerson
from core.chat.event import Event, HomeOpened, Origin
from core.model.person import Language, Person, Platform
from core.ports import (
    Claim,
    Clock,
    Conflict,
    Database,
    Directory,
    Earlier,
    FileRead,
    Left,
    Store,
    StoreUnavailable,
    TakenOver,
    Wanted,
)
from core.texts.texts import words_for

MOST_TRIES = 5
"""How often a transaction is tried, each time anew, when someone else changes the same rows meanwhile."""

RETRY_AFTER = (timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
"""How long an event waits after each failure; after one more it is given up, and kept for a closer look."""

MOST_FAILURES = len(RETRY_AFTER) + 1

RECOVERED_AT_ONCE = 20
AT_START = 1_000
MOST_ACCEPTED = 20_000

DIED_EACH_TIME = "the process ended, or hung, each time it was worked on"

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Work:
    """An event made ready: its files described, and what is in the one that it needs."""

    event: Event
    claim: Claim | None
    read: FileRead | None
    recovered: bool


class Core(Protocol):
    """What decides; `core.dispatch.Core`."""

    def only_reads(self, event: Event) -> bool:
        """Whether handling the event writes nothing."""
        ...

    def names_file(self, event: Event) -> bool:
        """Whether it is worth asking whether a file is wanted."""
        ...

    async def wanted(self, event: Event, store: Store) -> Wanted | None:
        """The file whose content `handle` needs."""
        ...

    async def meanwhile(self, event: Event, store: Store, read: FileRead) -> Sequence[Send]:
        """What is said at once where working on the file takes a while."""
        ...

    async def look_at(self, event: Event, store: Store, read: FileRead) -> FileRead:
        """The file with what can be found out about it by reading alone."""
        ...

    async def handle(self, event: Event, store: Store, read: FileRead | None = None) -> Outcome:
        """All effects of one event; `read` is what was in the file that it `wanted`."""
        ...


class Receptionist:
    """`core.ports.Reception` over a database; `committed` is called after each commit that queued messages."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        core: Core,
        directories: Mapping[Platform, Directory],
        committed: Callable[[], None],
        reader: FileReader | None = None,
        metrics: Metrics | None = None,
        pace: PersonPace | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._core = core
        self._committed = committed
        self._reader = reader or FileReader({})
        self._recognition = Recognition(database, clock, directories)
        self._metrics = metrics or Metrics()
        self._pace = pace or PersonPace(None)
        self._turns = Turns()
        self._leases = Leases(database, clock)
        self._accepted: dict[tuple[Platform, str, str], Claim] = {}
        self._untried: list[Claim] = []

    async def accept(self, event: Event) -> bool:
        """Store the event before it is acknowledged; False when it is a repeat. Raises `StoreUnavailable`."""
        if self._core.only_reads(event):
            self._metrics.event_accepted(event, is_new=True)
            return True
        try:
            async with self._database.transaction() as store:
                claim = await store.inbox.accept(
                    event, self._clock.now(), by=self._leases.holder, until=self._leases.until()
                )
        except Conflict as conflict:
            _log.warning("event.not_taken_in", error=kind(conflict), **_known(event))
            raise StoreUnavailable(str(conflict)) from conflict
        except StoreUnavailable as error:
            _log.warning("event.not_taken_in", error=kind(error), **_known(event))
            raise
        self._metrics.event_accepted(event, is_new=claim is not None)
        _log.info("event.repeated" if claim is None else "event.accepted", **_known(event))
        if claim is None:
            return False
        if len(self._accepted) >= MOST_ACCEPTED:
            # Never asked to be worked on; their leases have run out.
            self._accepted.clear()
        self._accepted[_event_key(event.origin)] = claim
        return True

    async def process(self, event: Event) -> tuple[Immediate, ...]:
        """Work on an accepted event; a failure is answered kindly and the event worked on again later.

        Nothing is answered when another process has taken it over, which then answers.
        """
        claim: Claim | None = None
        try:
            if not self._core.only_reads(event):
                claim = await self._claim_of(event)
                if claim is None:
                    return ()
            return (await self._worked_on(event, claim, recovered=False)).immediate
        except TakenOver:
            _log.info("event.taken_over", **_known(event))
            return ()
        except TooManyWaiting:
            _log.warning("event.left_for_later", **_known(event))
            self._leave(claim)
            return ()
        except (StoreUnavailable, StillWaiting) as error:
            self._metrics.event_failed(event, "unavailable")
            _log.warning("event.not_tried", error=kind(error), **_known(event))
            self._leave(claim)
            return self._sorry(event, "trouble-unavailable")
        except Exception as error:
            self._metrics.event_failed(event, "fault")
            reference = reference_of(event.origin)
            _log.exception("event.failed", **_known(event))
            if claim is not None:
                await self._failed(event, claim, f"{kind(error)} ({reference})")
            return self._sorry(event, "trouble-fault", reference=reference)

    async def recover(self, *, alone: bool = False) -> int:
        """Work again on what failed and is due, and on what other processes left; returns how many were finished.

        Their senders are no longer waiting, so what would have been a reply is sent as a message. `alone` when no
        other process works on this database, so that whatever is unfinished was left. Raises `StoreUnavailable`.
        """
        await self._hand_back()
        finished = 0
        while left := await self._take_over(alone):
            finished += sum(await asyncio.gather(*[self._recover_one(each) for each in left]))
            if alone or len(left) < RECOVERED_AT_ONCE:
                break
        return finished

    # --- the work ----------------------------------------------------------------------------------------------

    async def _claim_of(self, event: Event) -> Claim | None:
        claim = self._accepted.pop(_event_key(event.origin), None)
        if claim is not None:
            return claim
        # Accepted in another part's transaction.
        async with self._database.transaction() as store:
            return await store.inbox.take_waiting(event.origin, self._leases.holder, self._leases.until())

    async def _worked_on(self, event: Event, claim: Claim | None, *, recovered: bool) -> Outcome:
        with caused_by(reference_of(event.origin)):
            return await self._worked_on_in_turn(event, claim, recovered=recovered)

    async def _worked_on_in_turn(self, event: Event, claim: Claim | None, *, recovered: bool) -> Outcome:
        lane = self._recognition.lane(event.origin, claim)
        work: _Work | None = None
        waited = Waiting()
        with self._leases.held(claim):
            if not recovered:
                await self._paced(event, lane)
            while True:
                async with self._turns.of(lane):
                    began = time.perf_counter()
                    work = work or await self._made_ready(event, claim, recovered)
                    result = await self._tried(work)
                if isinstance(result, Outcome):
                    break
                # Not within the turn, which an earlier event of this very process may be waiting for.
                await self._let_pass(work, result, waited)
        self._metrics.event_handled(event, time.perf_counter() - began)
        _log.info("event.handled", answers=len(result.immediate), messages=len(result.durable), **_known(event))
        if result.durable:
            self._committed()
        return result

    async def _paced(self, event: Event, lane: str) -> None:
        """Let nobody take more than their share; they are told once that all is kept. Raises `TooManyWaiting`."""
        if self._pace.is_over(lane, event):
            _log.info("event.paced", **_known(event))
            await self._say_paced(event)
        await self._pace.turn(lane, event)

    async def _say_paced(self, event: Event) -> None:
        async with self._database.transaction() as store:
            person = await person_behind(store, event.origin)
            if person is None:
                return
            card = _told("trouble-paced", person.language)
            to = ToPerson(person.id, event.origin.platform)
            key = f"paced:{event.origin.platform}:{event.origin.workspace}:{event.origin.event_id}"
            await store.outbox.add(person.tenant_id, [Send(to, card, "reply", key, asked=True)], self._clock.now())
        self._committed()

    async def _made_ready(self, event: Event, claim: Claim | None, recovered: bool) -> _Work:
        """What is to be known before the transaction, and is asked of others than the store."""
        await self._recognition.meet(event.origin, claim)
        described = await self._reader.described(event)
        return _Work(described, claim, await self._file_read(described), recovered)

    async def _file_read(self, event: Event) -> FileRead | None:
        """What is in the file that the event needs; fetched and looked at before anything is written."""
        if not self._core.names_file(event):
            return None
        async with self._database.reading(self._organisation_of(event.origin)) as store:
            wanted = await self._core.wanted(event, store)
        if wanted is None:
            return None
        read = await self._reader.read(wanted)
        await self._say_meanwhile(event, read)
        async with self._database.reading(self._organisation_of(event.origin)) as store:
            return await self._core.look_at(event, store, read)

    async def _say_meanwhile(self, event: Event, read: FileRead) -> None:
        """Say that a long list is worked on; commits by itself, so that it is heard before the list is done."""
        async with self._database.reading(self._organisation_of(event.origin)) as store:
            said = await self._core.meanwhile(event, store, read)
            person = await person_behind(store, event.origin) if said else None
        if person is not None:
            async with self._database.transaction(person.tenant_id) as store:
                await store.outbox.add(person.tenant_id, said, self._clock.now())
            self._committed()

    async def _tried(self, work: _Work) -> Outcome | Earlier:
        if work.claim is None:
            async with self._database.reading(self._organisation_of(work.event.origin)) as store:
                return await self._core.handle(work.event, store)
        for tries in range(1, MOST_TRIES):
            try:
                return await self._committed_outcome(work, work.claim)
            except Conflict:
                _log.info("event.tried_again_after_conflict", **_known(work.event))
            await asyncio.sleep(random.uniform(0, SHORTEST_WAIT_S * tries))  # noqa: S311
        return await self._committed_outcome(work, work.claim)

    async def _committed_outcome(self, work: _Work, claim: Claim) -> Outcome | Earlier:
        async with self._database.transaction() as store:
            earlier = await store.inbox.begin(claim, self._organisation_of(work.event.origin))
            if earlier is not None:
                return earlier
            outcome = await self._core.handle(work.event, store, work.read)
            if work.recovered:
                outcome = _as_messages(outcome, work.event.origin, await person_behind(store, work.event.origin))
            if outcome.durable:
                tenant_id = await self._tenant_id(store, work.event.origin)
                if tenant_id is not None:
                    await store.outbox.add(tenant_id, outcome.durable, self._clock.now())
            await store.inbox.done(claim, self._clock.now())
        return outcome

    def _organisation_of(self, origin: Origin) -> str | None:
        """The organisation of an account that was met; None for a stranger, whom only all of them can know."""
        known = self._recognition.known(origin)
        return known.tenant_id if known else None

    async def _tenant_id(self, store: Store, origin: Origin) -> str | None:
        """The organisation that what is said belongs to; that of an account never changes."""
        if (known := self._recognition.known(origin)) is not None:
            return known.tenant_id
        person = await person_behind(store, origin)
        return person.tenant_id if person else None

    async def _let_pass(self, work: _Work, earlier: Earlier, waited: Waiting) -> None:
        """Let the same person's earlier event go first; when its process has died, work on it here."""
        now = self._clock.now()
        if work.claim is not None and earlier.until is not None and earlier.until <= now:
            async with self._database.transaction() as store:
                left = await store.inbox.take_earlier(
                    work.claim, self._leases.holder, now, self._leases.until(), self._leases.at_work
                )
            if left is not None:
                await self._recover_one(left)
                return
        await waited.a_moment()

    # --- what failed, and what others left ---------------------------------------------------------------------

    async def _take_over(self, alone: bool) -> list[Left]:
        now = self._clock.now()
        if not alone:
            async with self._database.reading() as store:
                if not await store.inbox.something_is_left(now):
                    return []
        async with self._database.transaction() as store:
            return await store.inbox.take_over(
                self._leases.holder,
                now,
                self._leases.until(),
                AT_START if alone else RECOVERED_AT_ONCE,
                at_work=self._leases.at_work,
                alone=alone,
            )

    async def _recover_one(self, left: Left) -> bool:
        event, claim = left.event, left.claim
        try:
            if claim.failures >= MOST_FAILURES:
                await self._give_up(event, claim, DIED_EACH_TIME, failed=False)
                return False
            await self._worked_on(event, claim, recovered=True)
        except TakenOver:
            return False
        except (StoreUnavailable, StillWaiting) as error:
            _log.warning("event.not_tried", error=kind(error), **_known(event))
            self._leave(claim)
            return False
        except Exception as error:
            self._metrics.event_failed(event, "fault")
            _log.exception("event.failed_again", **_known(event))
            await self._failed(event, claim, kind(error))
            return False
        _log.info("event.recovered", **_known(event))
        return True

    async def _failed(self, event: Event, claim: Claim, reason: str) -> None:
        """Count it; what cannot be counted now counts as failed once someone takes it over."""
        try:
            if claim.failures + 1 >= MOST_FAILURES:
                await self._give_up(event, claim, reason)
                return
            async with self._database.transaction() as store:
                await store.inbox.put_off(claim, self._clock.now() + RETRY_AFTER[claim.failures], reason)
        except TakenOver:
            _log.info("event.taken_over", **_known(event))
        except (StoreUnavailable, Conflict) as error:
            _log.warning("event.failure_not_counted", error=kind(error), **_known(event))

    async def _give_up(self, event: Event, claim: Claim, reason: str, *, failed: bool = True) -> None:
        async with self._database.transaction() as store:
            await store.inbox.give_up(claim, self._clock.now(), reason, failed=failed)
        _log.error("event.given_up", reason=reason, **_known(event))

    def _leave(self, claim: Claim | None) -> None:
        """Hand it back when the store can be reached again; else its lease runs out."""
        if claim is not None:
            self._untried.append(claim)

    async def _hand_back(self) -> None:
        untried, self._untried = self._untried, []
        if not untried:
            return
        try:
            async with self._database.transaction() as store:
                await store.inbox.hand_back(self._leases.holder, untried, self._clock.now())
        except (StoreUnavailable, Conflict):
            self._untried += untried
            raise

    # --- what is said of failures ------------------------------------------------------------------------------

    def _sorry(self, event: Event, trouble: str, **facts: str) -> tuple[Immediate, ...]:
        """What is said of a failure: events that were stored are worked on again, those that only read are not."""
        text = trouble if self._core.only_reads(event) else f"{trouble}-kept"
        known = self._recognition.known(event.origin)
        card = _told(text, known.language if known else Language.EN, **facts)
        return (PublishHome(card),) if isinstance(event, HomeOpened) else (Reply(card),)


def _told(text: str, language: Language, **facts: str) -> Card:
    words = words_for(language)
    return Card(words(f"{text}-title"), (Paragraph(words(text, **facts)),), language)


def _as_messages(outcome: Outcome, origin: Origin, person: Person | None) -> Outcome:
    """Replies as messages; forms can no longer be opened, and who is not known cannot be written to."""
    if person is None:
        return Outcome(durable=outcome.durable)
    to = ToPerson(person.id, origin.platform)
    key = f"recovered:{origin.platform}:{origin.workspace}:{origin.event_id}"
    replies: tuple[Durable, ...] = tuple(
        Send(to, effect.card, "reply", f"{key}:{number}", asked=True)
        for number, effect in enumerate(outcome.immediate)
        if isinstance(effect, Reply)
    )
    return Outcome(durable=outcome.durable + replies)


def _event_key(origin: Origin) -> tuple[Platform, str, str]:
    return origin.platform, origin.workspace, origin.event_id


def _known(event: Event) -> dict[str, str]:
    """What may be logged of an event: nothing that anyone wrote."""
    origin = event.origin
    known = {"kind": event.kind, "platform": str(origin.platform), "event_id": origin.event_id}
    return known | {"cause": reference_of(origin)}
