"""Send a broadcast, have it approved, take it back, cancel it on its way, and try again what failed.

Each is one compare-and-set on the broadcast's row, so that a second tap, or two people at once, change nothing.
"""

from dataclasses import replace
from hashlib import sha256

from core.cards import broadcasts as cards
from core.cards import greeting
from core.chat.card import Card
from core.chat.effect import Durable, Outcome, Send, ToPerson, Update, reply
from core.model.broadcast import Broadcast, BroadcastState
from core.model.person import Person
from core.model.timer import Timer, TimerKind
from core.services.broadcasts import (
    approval_tag,
    approvers,
    asked_of,
    find_broadcast,
    first_progress,
    people_named,
    progress_message,
    stands,
    why_nobody,
)
from core.services.tell import said
from core.texts import formats
from core.texts.texts import words_for
from core.turn import Turn


async def send(turn: Turn, broadcast_id: str) -> Outcome:
    """Send or schedule a draft, or ask for approval where it goes to many."""
    draft = await find_broadcast(turn, broadcast_id)
    if isinstance(draft, Outcome):
        return draft
    if draft.state is not BroadcastState.DRAFT or draft.author_id != turn.person.id:
        return stands(turn, draft)
    if draft.send_at is not None and draft.send_at <= turn.now:
        draft = replace(draft, send_at=None)
    limit = await turn.store.broadcasts.approve_above(draft.tenant_id)
    count = (await turn.store.broadcasts.counts(draft.tenant_id, [draft.audience], turn.today))[0]
    if count == 0:
        because, excepted = await why_nobody(turn.store, draft.tenant_id, draft.audience, turn.today)
        parts = cards.nobody(
            turn.person,
            draft.audience,
            because,
            await asked_of(turn, draft.audience),
            is_exception=excepted,
        )
        title = turn.words("audience-empty-title")
        return said(turn, Card(title, tuple(parts), turn.words.language), "broadcast answer")
    others = await approvers(turn, draft) if count > limit else []
    if count > limit and not others:
        text = turn.words("broadcast-approval-nobody", limit=formats.number(limit, turn.words.language))
        return said(turn, greeting.short(turn.words, "broadcast-approval-nobody-title", text), "broadcast answer")
    state = BroadcastState.APPROVAL if others else BroadcastState.SCHEDULED
    sent = replace(draft, state=state)
    if not await turn.store.broadcasts.move(sent, BroadcastState.DRAFT):
        return stands(turn, sent)
    await turn.store.broadcasts.address(sent, turn.today)
    if not others:
        await _set_timer(turn, sent)
        return Outcome(durable=(await first_progress(turn, sent),))
    asked = [_approval(sent, turn.person, each, count) for each in others]
    told = greeting.short(
        turn.words, "broadcast-ask-approval", turn.words("broadcast-approval-asked", count=len(others))
    )
    return Outcome(durable=(await first_progress(turn, sent), *asked)) + said(turn, told, "broadcast answer")


def _approval(broadcast: Broadcast, author: Person, reader: Person, count: int) -> Send:
    tag = approval_tag(broadcast, reader)
    # A broadcast that came back and is sent again asks again.
    key = f"{tag}:{_version_of(broadcast)}"
    return Send(
        ToPerson(reader.id), cards.approval(reader, broadcast, author, count), "broadcast-approval", key, tag
    )


def _version_of(broadcast: Broadcast) -> str:
    """What tells one version of a text and its audience from another, short enough for a key."""
    said = repr((broadcast.text_en, broadcast.text_cy, broadcast.audience, broadcast.send_at, broadcast.response))
    return sha256(said.encode()).hexdigest()[:16]


async def approve(turn: Turn, broadcast_id: str) -> Outcome:
    """The second person agrees: it goes, or is scheduled."""
    return await _decide(turn, broadcast_id, approved=True)


async def send_back(turn: Turn, broadcast_id: str) -> Outcome:
    """The second person does not agree: it is its author's draft again."""
    return await _decide(turn, broadcast_id, approved=False)


async def _decide(turn: Turn, broadcast_id: str, *, approved: bool) -> Outcome:
    asked = await find_broadcast(turn, broadcast_id)
    if isinstance(asked, Outcome):
        return asked
    if asked.author_id == turn.person.id:
        return reply(greeting.said(turn.words, "broadcast-approval-own-title", "broadcast-approval-own"))
    if asked.state is not BroadcastState.APPROVAL:
        return stands(turn, asked)
    if approved:
        at = None if asked.send_at is not None and asked.send_at <= turn.now else asked.send_at
        decided = replace(
            asked,
            state=BroadcastState.SCHEDULED,
            send_at=at,
            approved_by_id=turn.person.id,
            approved_at=turn.now,
        )
    else:
        decided = replace(asked, state=BroadcastState.DRAFT)
    if not await turn.store.broadcasts.move(decided, BroadcastState.APPROVAL):
        return stands(turn, decided)
    found = await turn.store.broadcasts.progress(asked.id, turn.now)
    if approved:
        await _set_timer(turn, decided)
    else:
        await turn.store.broadcasts.forget_recipients(asked.id)
    told = await _tell_approvers(turn, decided, found.people, approved=approved)
    author = (await people_named(turn.store, decided))[decided.author_id]
    if approved:
        _, update = await progress_message(turn.store, decided, turn.now)
        return Outcome(durable=(*told, update))
    words = words_for(author.language)
    back = greeting.said(words, "broadcast-sent-back-title", "broadcast-sent-back", name=turn.person.name)
    card = replace(back, parts=(*back.parts, cards.change_button(words, decided)))
    key = f"broadcast:{asked.id}:back:{turn.origin.platform}:{turn.origin.event_id}"
    _, update = await progress_message(turn.store, decided, turn.now)
    return Outcome(durable=(*told, update, Send(ToPerson(author.id), card, "broadcast-back", key)))


async def _tell_approvers(turn: Turn, decided: Broadcast, count: int, *, approved: bool) -> list[Durable]:
    """Everyone who was asked sees in place what was decided, and by whom."""
    author = (await people_named(turn.store, decided))[decided.author_id]
    told: list[Durable] = []
    for reader in await approvers(turn, decided):
        words = words_for(reader.language)
        if approved:
            moment = formats.moment(turn.now, reader)
            text = words("broadcast-approved-by", name=turn.person.name, moment=moment)
        else:
            text = words("broadcast-sent-back-done", name=author.name)
        card = cards.approval(reader, decided, author, count, decided=text)
        tag = approval_tag(decided, reader)
        told.append(Update(ToPerson(reader.id), tag, card, f"{tag}:decided:{turn.origin.event_id}"))
    return told


async def take_back(turn: Turn, broadcast_id: str) -> Outcome:
    """The author changes their mind before anyone approved: a draft again."""
    asked = await find_broadcast(turn, broadcast_id)
    if isinstance(asked, Outcome):
        return asked
    draft = replace(asked, state=BroadcastState.DRAFT)
    is_own = asked.author_id == turn.person.id
    if not is_own or not await turn.store.broadcasts.move(draft, BroadcastState.APPROVAL):
        return stands(turn, asked)
    found = await turn.store.broadcasts.progress(asked.id, turn.now)
    await turn.store.broadcasts.forget_recipients(asked.id)
    told = await _tell_approvers(turn, draft, found.people, approved=False)
    back = greeting.said(turn.words, "broadcast-dropped-title", "broadcast-dropped")
    card = replace(back, parts=(*back.parts, cards.change_button(turn.words, draft)))
    _, update = await progress_message(turn.store, draft, turn.now)
    return Outcome(durable=(*told, update)) + said(turn, card, "broadcast answer")


async def cancel(turn: Turn, broadcast_id: str) -> Outcome:
    """Stop it: what has not gone yet does not go."""
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    if found.state in (BroadcastState.DRAFT, BroadcastState.CANCELLED):
        return stands(turn, found)
    cancelled = replace(
        found, state=BroadcastState.CANCELLED, cancelled_by_id=turn.person.id, cancelled_at=turn.now
    )
    if not await turn.store.broadcasts.move(cancelled, found.state):
        return stands(turn, found)
    await turn.store.broadcasts.cancel(found.id, turn.now)
    await _set_timer(turn, replace(cancelled, send_at=None))
    _, update = await progress_message(turn.store, cancelled, turn.now)
    if turn.person.id == found.author_id:
        return Outcome(durable=(update,))
    text = turn.words("broadcast-cancelled", name=turn.person.name, moment=formats.moment(turn.now, turn.person))
    return Outcome(durable=(update,)) + said(
        turn, greeting.short(turn.words, "broadcast-cancel", text), "broadcast answer"
    )


async def retry(turn: Turn, broadcast_id: str) -> Outcome:
    """Send once more to those whose message was given up; nobody who got it gets it again."""
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    again = replace(found, state=BroadcastState.SENDING)
    if found.state is not BroadcastState.SENT or not await turn.store.broadcasts.move(again, found.state):
        return stands(turn, found)
    if not await turn.store.broadcasts.retry(found.id):
        await turn.store.broadcasts.move(found, BroadcastState.SENDING)
        return reply(greeting.said(turn.words, "broadcast-retry-none-title", "broadcast-retry-none"))
    await _set_timer(turn, replace(again, send_at=None))
    _, update = await progress_message(turn.store, again, turn.now)
    return Outcome(durable=(update,))


async def _set_timer(turn: Turn, broadcast: Broadcast) -> None:
    due_at = broadcast.send_at or turn.now
    await turn.store.timers.set([Timer(TimerKind.BROADCAST, broadcast.id, broadcast.tenant_id, due_at)])
