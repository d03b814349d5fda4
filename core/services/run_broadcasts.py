"""Broadcasts on their way: recipients go to the outbox in batches, and the author's message moves along.

A batch, its messages and the next timer are one transaction, so that a crash between two of them loses nothing and
doubles nothing. What goes out then is the dispatcher's, at the platforms' pace and behind answers to people who
wait.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.cards import broadcasts as cards
from core.chat.card import Card
from core.chat.effect import Send, ToPerson
from core.model.absence import Absence
from core.model.broadcast import Broadcast, BroadcastState, LeftOut, Recipient, RecipientState, WhenAway
from core.model.catch_up import CATCH_UP
from core.model.person import Person
from core.model.privacy import Processing
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.schedule.planning import next_working_moment
from core.services.broadcasts import message_tag, progress_message

BATCH = 200
"""Recipients a transaction: a fraction of a second of the one writer that SQLite has."""

HORIZON = timedelta(days=400)
"""How far ahead someone's working time is looked for."""

PURPOSE = "broadcast"

_PACES = (
    (timedelta(minutes=15), timedelta(seconds=20)),
    (timedelta(hours=2), timedelta(minutes=1)),
    (timedelta(days=1), timedelta(minutes=15)),
)
_SLOWEST = timedelta(hours=3)


def next_look(since: datetime, now: datetime) -> datetime:
    """When the author's message is brought up to date again: often at first, then ever more seldom."""
    for within, pace in _PACES:
        if now - since < within:
            return now + pace
    return now + _SLOWEST


async def run_broadcasts(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """One step of each broadcast that is due: a batch goes to the outbox, or the author's message moves along."""
    found = await store.broadcasts.by_ids([timer.subject for timer in timers])
    due = {timer.subject: timer for timer in timers}
    for broadcast in found.values():
        is_stale = CATCH_UP[TimerKind.BROADCAST].is_stale(due[broadcast.id].due_at, now)
        if broadcast.state is BroadcastState.SCHEDULED and is_stale:
            await _ask_author(store, broadcast, now)
        else:
            await _step(store, broadcast, now)


async def _ask_author(store: Store, broadcast: Broadcast, now: datetime) -> None:
    """Too late to go by itself: a draft again, and its author is asked whether it should still go.

    Sent from there it is counted, and where it goes to many approved, anew.
    """
    draft = replace(broadcast, state=BroadcastState.DRAFT)
    if not await store.broadcasts.move(draft, BroadcastState.SCHEDULED):
        return
    await store.broadcasts.forget_recipients(broadcast.id)
    _, update = await progress_message(store, draft, now)
    author = (await store.people.by_ids([broadcast.author_id]))[broadcast.author_id]
    at = next_working_moment(author, now, now + HORIZON, ())
    key = f"broadcast:{broadcast.id}:stale:{now.date().isoformat()}"
    ask = Send(ToPerson(author.id), cards.stale(author, broadcast), "broadcast-progress", key, not_before=at)
    await store.outbox.add(broadcast.tenant_id, [update, ask], now)


async def _step(store: Store, broadcast: Broadcast, now: datetime) -> None:
    match broadcast.state:
        case BroadcastState.SCHEDULED | BroadcastState.SENDING:
            begun = replace(broadcast, state=BroadcastState.SENDING, sent_at=broadcast.sent_at or now)
            # Writing the row first keeps whoever cancels at the same time waiting until this batch is whole.
            if await store.broadcasts.move(begun, broadcast.state):
                await _send_batch(store, begun, now)
        case BroadcastState.SENT | BroadcastState.CANCELLED:
            await _show_progress(store, broadcast, now)
        case BroadcastState.DRAFT | BroadcastState.APPROVAL:
            # Taken back after its timer was set.
            pass


async def _send_batch(store: Store, broadcast: Broadcast, now: datetime) -> None:
    waiting = await store.broadcasts.waiting(broadcast.id, BATCH)
    if waiting:
        await _queue(store, broadcast, waiting, now)
    if len(waiting) == BATCH:
        await _set_timer(store, broadcast, now)
        return
    sent = replace(broadcast, state=BroadcastState.SENT)
    await store.broadcasts.move(sent, BroadcastState.SENDING)
    await _show_progress(store, sent, now)


async def _show_progress(store: Store, broadcast: Broadcast, now: datetime) -> None:
    found, update = await progress_message(store, broadcast, now)
    await store.outbox.add(broadcast.tenant_id, [update], now)
    if not found.is_settled:
        await _set_timer(store, broadcast, next_look(broadcast.sent_at or now, now))


async def _set_timer(store: Store, broadcast: Broadcast, due_at: datetime) -> None:
    await store.timers.set([Timer(TimerKind.BROADCAST, broadcast.id, broadcast.tenant_id, due_at)])


@dataclass(frozen=True, slots=True)
class _Batch:
    """What is known of a batch of recipients."""

    broadcast: Broadcast
    author: Person
    people: Mapping[str, Person]
    still_in: Collection[str]
    absences: Mapping[str, Sequence[Absence]]
    managers: Mapping[str, Person]
    teams: Mapping[str, str]
    stopped_by: Collection[str]
    now: datetime


async def _queue(store: Store, broadcast: Broadcast, waiting: Sequence[Recipient], now: datetime) -> None:
    ids = [each.person_id for each in waiting]
    people = await store.people.by_ids([*ids, broadcast.author_id])
    author = people[broadcast.author_id]
    today = now.astimezone(author.zone).date()
    batch = _Batch(
        broadcast,
        author,
        people,
        set(await store.broadcasts.people_in(broadcast.tenant_id, broadcast.audience, today, among=ids)),
        await store.absences.of(ids, today - timedelta(days=1), today + HORIZON),
        await store.people.by_ids({each.manager_id for each in people.values() if each.manager_id}),
        {team.id: team.name for team in await store.people.teams(broadcast.tenant_id)},
        await store.privacy.who_stopped(broadcast.tenant_id, Processing.BROADCASTS),
        now,
    )
    planned = [_planned(batch, each) for each in waiting]
    await store.outbox.add(broadcast.tenant_id, [send for _, send in planned if send is not None], now)
    await store.broadcasts.queue([recipient for recipient, _ in planned])


def _planned(batch: _Batch, recipient: Recipient) -> tuple[Recipient, Send | None]:
    """What becomes of one recipient: a message and when, or why there is none."""
    person = batch.people[recipient.person_id]
    today = batch.now.astimezone(person.zone).date()
    if not person.employed_on(today):
        return _left_out(recipient, LeftOut.LEFT), None
    if person.id not in batch.still_in:
        return _left_out(recipient, LeftOut.NO_LONGER), None
    if person.id in batch.stopped_by:
        return _left_out(recipient, LeftOut.STOPPED), None
    absences = batch.absences.get(person.id, ())
    is_away = any(each.covers(today) for each in absences)
    if is_away and batch.broadcast.when_away is WhenAway.LEAVE_OUT:
        return _left_out(recipient, LeftOut.AWAY), None
    not_before = None
    if is_away or not batch.broadcast.at_any_hour:
        not_before = next_working_moment(person, batch.now, batch.now + HORIZON, absences)
        if not_before is None:
            return _left_out(recipient, LeftOut.AWAY), None
    attempt = recipient.attempt + 1
    tag = message_tag(batch.broadcast.id, person.id)
    key = f"{tag}:{attempt}"
    # An emergency that HR chose to send at any hour; someone who is away has it when they are back all the same.
    at_once = batch.broadcast.at_any_hour and not is_away
    card = _message(batch, person)
    send = Send(ToPerson(person.id), card, PURPOSE, key, tag, not_before, at_any_hour=at_once)
    queued = replace(recipient, state=RecipientState.QUEUED, reason=None, attempt=attempt, outbox_key=key)
    return queued, send


def _message(batch: _Batch, person: Person) -> Card:
    manager = batch.managers.get(person.manager_id or "")
    team = batch.teams.get(person.team_id or "", "")
    values = cards.values_for(batch.broadcast, person, team, manager.name if manager else "")
    return cards.message(batch.broadcast, person, batch.author, values)


def _left_out(recipient: Recipient, why: LeftOut) -> Recipient:
    return replace(recipient, state=RecipientState.LEFT_OUT, reason=why)
