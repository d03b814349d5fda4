"""`hr messages`: what waits and what did not arrive, and sending that again or letting it rest.

A button names what its reader saw: a message or a reason, and the instant. What was given up since is not touched,
so that a tap that comes twice, or late, does nothing more.
"""

from collections import Counter
from datetime import UTC, datetime, time

from core.cards import messages as cards
from core.cards.asking import SEPARATOR
from core.chat.effect import NOTHING, Outcome, reply
from core.model.backlog import Which
from core.model.given_up import Reason, reason_of
from core.permissions import Right, holds
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

SHOWN = 6
"""Messages on a card: with their buttons as many as fit Slack's 50 blocks, each with a reason of its own."""


async def show(turn: Turn, before: str = "") -> Outcome:
    """How the organisation's messages stand; of those given up, the newest before the one with that number."""
    if not holds(turn.person, Right.KEEP_MESSAGES):
        return await refuse_hr(turn)
    return await _shown(turn, before=int(before) if before.isdecimal() else None)


async def send_again(turn: Turn, value: str) -> Outcome:
    """Try one that was given up again."""
    return await _put_right(turn, value, again=True)


async def send_all_again(turn: Turn, value: str) -> Outcome:
    """Try all that were given up for one reason again."""
    return await _put_right(turn, value, again=True, of_reason=True)


async def dismiss(turn: Turn, value: str) -> Outcome:
    """Let one that was given up rest."""
    return await _put_right(turn, value, again=False)


async def dismiss_all(turn: Turn, value: str) -> Outcome:
    """Let all that were given up for one reason rest."""
    return await _put_right(turn, value, again=False, of_reason=True)


async def _put_right(turn: Turn, value: str, *, again: bool, of_reason: bool = False) -> Outcome:
    if not holds(turn.person, Right.KEEP_MESSAGES):
        return await refuse_hr(turn)
    name, _, seen = value.partition(SEPARATOR)
    try:
        seen_at = datetime.fromisoformat(seen).astimezone(UTC)
    except ValueError:
        return NOTHING
    which = Which((name,), given_up_by=seen_at)
    backlog, tenant_id = turn.store.backlog, turn.person.tenant_id
    if of_reason:
        kept = [each.reason for each in await backlog.reasons(tenant_id)]
        which = Which(reasons=tuple(each for each in kept if reason_of(each).key == name), given_up_by=seen_at)
    if again:
        done = await backlog.send_again(tenant_id, which, turn.now)
        return await _shown(turn, turn.words("messages-again-done", count=done))
    done = await backlog.dismiss(tenant_id, which, turn.person.name, turn.now)
    return await _shown(turn, turn.words("messages-dismiss-done", count=done))


async def _shown(turn: Turn, notice: str = "", before: int | None = None) -> Outcome:
    store, tenant_id = turn.store, turn.person.tenant_id
    midnight = datetime.combine(turn.today, time(), turn.person.zone)
    counts: Counter[Reason] = Counter()
    for each in await store.backlog.reasons(tenant_id):
        counts[reason_of(each.reason)] += each.count
    letters = await store.outbox.dead_letters(tenant_id, before=before, limit=SHOWN + 1)
    shown = letters[:SHOWN]
    people = await store.people.by_ids({each.delivery.person_id for each in shown if each.delivery.person_id})
    found = cards.Standing(
        waiting=sum(each.count for each in await store.backlog.waiting(tenant_id, turn.now)),
        sent_today=await store.backlog.sent_since(tenant_id, midnight.astimezone(UTC)),
        holds=await store.traffic.holds(tenant_id, turn.now),
        counts=counts,
        letters=shown,
        has_more=len(letters) > SHOWN,
    )
    return reply(cards.standing(turn.person, found, people, turn.now, notice))
