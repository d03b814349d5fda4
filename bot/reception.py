"""Where adapters bring events: accepted before they are acknowledged, then worked on in one transaction each.

What an event changes, the messages it causes and the mark that it is done commit together, so that a crash at any
moment either leaves the event to be worked on again or leaves nothing to do.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Protocol

import structlog

from bot.file_reading import FileReader
from bot.metrics import Metrics
from bot.turns import Turns
from core.cause import caused_by, reference_of
from core.chat.card import Card, Paragraph
from core.chat.effect import Durable, Immediate, Outcome, PublishHome, Reply, Send, ToPerson
from core.chat.event import Event, HomeOpened, Origin
from core.model.person import Language, Person, Platform
from core.ports import Clock, Conflict, Database, Directory, FileRead, Store, StoreUnavailable, Wanted
from core.services.choose_platform import ask_once
from core.services.recognise import recognise
from core.texts.texts import words_for

MOST_TRIES = 3
"""How often a transaction is tried when someone else changes the same rows meanwhile."""

MOST_RECOVERIES = 5
"""How often an event that fails is worked on again; after that it is left in the inbox for a closer look."""

RECOVERED_AT_ONCE = 100
MOST_REMEMBERED = 20_000
REMEMBER_DONE = timedelta(days=7)
"""How long an event is known to be a repeat; Slack gives up after minutes, Teams after hours."""

_Key = tuple[Platform, str, str]

_log = structlog.get_logger()


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
    ) -> None:
        self._database = database
        self._clock = clock
        self._core = core
        self._directories = directories
        self._committed = committed
        self._reader = reader or FileReader({})
        self._metrics = metrics or Metrics()
        self._turns = Turns()
        # Accounts that were recognised, with the language to say sorry in when the database is out of reach.
        self._seen: dict[_Key, Language] = {}
        self._at_work: set[_Key] = set()
        self._failures: Counter[_Key] = Counter()

    async def accept(self, event: Event) -> bool:
        """Store the event before it is acknowledged; False when it is a repeat. Raises `StoreUnavailable`."""
        if self._core.only_reads(event):
            self._metrics.event_accepted(event, is_new=True)
            return True
        try:
            async with self._database.transaction() as store:
                is_new = await store.inbox.accept(event, self._clock.now())
        except Conflict as conflict:
            raise StoreUnavailable(str(conflict)) from conflict
        self._metrics.event_accepted(event, is_new=is_new)
        _log.info("event.accepted" if is_new else "event.repeated", **_known(event))
        return is_new

    async def process(self, event: Event) -> tuple[Immediate, ...]:
        """Work on an accepted event; a failure is answered kindly and the event worked on again later."""
        try:
            return await self._in_turn(event, recovered=False)
        except StoreUnavailable as error:
            self._metrics.event_failed(event, "unavailable")
            _log.warning("event.store_unavailable", error=str(error), **_known(event))
            return self._sorry(event, "trouble-unavailable")
        except Exception:
            self._metrics.event_failed(event, "fault")
            _log.exception("event.failed", **_known(event))
            return self._sorry(event, "trouble-fault", reference=reference_of(event.origin))

    async def recover(self, older_than: timedelta) -> int:
        """Work again on what was accepted that long ago and not finished; returns how many were finished.

        Their senders are no longer waiting, so what would have been a reply is sent as a message.
        """
        before = self._clock.now() - older_than
        at_work = set(self._at_work)
        given_up = sum(1 for count in self._failures.values() if count >= MOST_RECOVERIES)
        async with self._database.reading() as store:
            events = await store.inbox.unfinished(before, RECOVERED_AT_ONCE + given_up)
        left = [event for event in events if _event_key(event.origin) not in at_work | self._at_work]
        return sum([await self._recover_one(event) for event in left])

    async def forget(self) -> int:
        """Forget events that were done so long ago that no platform sends them again."""
        async with self._database.transaction() as store:
            return await store.inbox.forget(self._clock.now() - REMEMBER_DONE)

    # --- the work ----------------------------------------------------------------------------------------------

    async def _in_turn(self, event: Event, *, recovered: bool) -> tuple[Immediate, ...]:
        key = _event_key(event.origin)
        self._at_work.add(key)
        try:
            async with self._turns.of(_account_key(event.origin)):
                began = time.perf_counter()
                await self._recognise(event.origin)
                described = await self._reader.described(event)
                read = await self._file_read(described)
                with caused_by(reference_of(event.origin)):
                    outcome = await self._handled(described, recovered, read)
        finally:
            self._at_work.discard(key)
        self._failures.pop(key, None)
        self._metrics.event_handled(event, time.perf_counter() - began)
        _log.info("event.handled", answers=len(outcome.immediate), messages=len(outcome.durable), **_known(event))
        if outcome.durable:
            self._committed()
        return outcome.immediate

    async def _file_read(self, event: Event) -> FileRead | None:
        """What is in the file that the event needs; fetched outside any transaction."""
        if not self._core.names_file(event):
            return None
        async with self._database.reading() as store:
            wanted = await self._core.wanted(event, store)
        return await self._reader.read(wanted) if wanted else None

    async def _handled(self, event: Event, recovered: bool, read: FileRead | None) -> Outcome:
        if self._core.only_reads(event):
            async with self._database.reading() as store:
                return await self._core.handle(event, store)
        for _ in range(MOST_TRIES - 1):
            try:
                return await self._committed_outcome(event, recovered, read)
            except Conflict:
                _log.info("event.tried_again_after_conflict", **_known(event))
        return await self._committed_outcome(event, recovered, read)

    async def _committed_outcome(self, event: Event, recovered: bool, read: FileRead | None) -> Outcome:
        async with self._database.transaction() as store:
            outcome = await self._core.handle(event, store, read)
            if recovered or outcome.durable:
                person = await _person_behind(store, event.origin)
                if person is not None:
                    if recovered:
                        outcome = _as_messages(outcome, event.origin, person)
                    await store.outbox.add(person.tenant_id, outcome.durable, self._clock.now())
            await store.inbox.done(event.origin, self._clock.now())
        return outcome

    async def _recognise(self, origin: Origin) -> None:
        """Link an account met for the first time to its person; the platform is asked outside any transaction."""
        key = _account_key(origin)
        if key in self._seen:
            return
        async with self._database.reading() as store:
            person = await _person_behind(store, origin)
        if person is None:
            directory = self._directories.get(origin.platform)
            profile = await directory.profile(origin) if directory else None
            if profile is None:
                return
            async with self._database.transaction() as store:
                person = await recognise(store, origin, profile)
                if person is not None:
                    await ask_once(store, person, origin.platform, self._clock.now())
        if person is not None:
            if len(self._seen) >= MOST_REMEMBERED:
                self._seen.clear()
            self._seen[key] = person.language

    async def _recover_one(self, event: Event) -> bool:
        key = _event_key(event.origin)
        if self._failures[key] >= MOST_RECOVERIES:
            return False
        try:
            await self._in_turn(event, recovered=True)
        except StoreUnavailable:
            raise
        except Exception:
            self._failures[key] += 1
            self._metrics.event_failed(event, "fault")
            given_up = self._failures[key] >= MOST_RECOVERIES
            _log.exception("event.given_up" if given_up else "event.failed_again", **_known(event))
            return False
        _log.info("event.recovered", **_known(event))
        return True

    # --- failures ----------------------------------------------------------------------------------------------

    def _sorry(self, event: Event, trouble: str, **facts: str) -> tuple[Immediate, ...]:
        """What is said of a failure: events that were stored are worked on again, those that only read are not."""
        text = trouble if self._core.only_reads(event) else f"{trouble}-kept"
        language = self._seen.get(_account_key(event.origin), Language.EN)
        words = words_for(language)
        card = Card(words(f"{text}-title"), (Paragraph(words(text, **facts)),), language)
        return (PublishHome(card),) if isinstance(event, HomeOpened) else (Reply(card),)


async def _person_behind(store: Store, origin: Origin) -> Person | None:
    return await store.people.by_account(origin.platform, origin.workspace, origin.user)


def _as_messages(outcome: Outcome, origin: Origin, person: Person) -> Outcome:
    """Replies as messages; forms can no longer be opened."""
    to = ToPerson(person.id, origin.platform)
    key = f"recovered:{origin.platform}:{origin.workspace}:{origin.event_id}"
    replies: tuple[Durable, ...] = tuple(
        Send(to, effect.card, "reply", f"{key}:{number}")
        for number, effect in enumerate(outcome.immediate)
        if isinstance(effect, Reply)
    )
    return Outcome(durable=outcome.durable + replies)


def _event_key(origin: Origin) -> _Key:
    return origin.platform, origin.workspace, origin.event_id


def _account_key(origin: Origin) -> _Key:
    return origin.platform, origin.workspace, origin.user


def _known(event: Event) -> dict[str, str]:
    """What may be logged of an event: nothing that anyone wrote."""
    origin = event.origin
    known = {"kind": event.kind, "platform": str(origin.platform), "event_id": origin.event_id}
    return known | {"cause": reference_of(origin)}
