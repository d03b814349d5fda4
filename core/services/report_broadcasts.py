"""Past and scheduled broadcasts, the report of each, and above how many people a second person approves."""

import re

from core.cards import broadcast_reports as cards
from core.cards import greeting
from core.chat.effect import Outcome, reply
from core.permissions import Right, holds
from core.services.broadcasts import find_broadcast, people_named
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.texts import formats
from core.turn import Turn

LISTED = 12
MOST = 1_000_000


async def show_list(turn: Turn) -> Outcome:
    """The latest broadcasts with their figures."""
    if not holds(turn.person, Right.BROADCAST):
        return await refuse_hr(turn)
    tenant_id = turn.person.tenant_id
    latest = await turn.store.broadcasts.latest(tenant_id, LISTED)
    found = await turn.store.broadcasts.progress_of([each.id for each in latest], turn.now) if latest else {}
    people = await turn.store.people.by_ids({each.author_id for each in latest}) if latest else {}
    limit = await turn.store.broadcasts.approve_above(tenant_id)
    return reply(cards.listed(turn.person, latest, found, people, limit))


async def show_report(turn: Turn, broadcast_id: str) -> Outcome:
    """The report of one broadcast, as of now."""
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    progress = await turn.store.broadcasts.progress(found.id, turn.now)
    people = await people_named(turn.store, found)
    failed = await turn.store.broadcasts.failed(found.id, cards.SHOWN)
    left_out = await turn.store.broadcasts.left_out(found.id, cards.SHOWN)
    return reply(cards.report(turn.person, found, progress, people, failed, left_out))


async def set_limit(turn: Turn, text: str) -> Outcome:
    """Above how many people a second person of HR approves."""
    if not holds(turn.person, Right.BROADCAST):
        return await refuse_hr(turn)
    number = re.fullmatch(r"\D*?(\d{1,3}(?:,\d{3})+|\d{1,7})\D*", text)
    limit = int(number[1].replace(",", "")) if number else 0
    if not 1 <= limit <= MOST:
        return reply(greeting.said(turn.words, "broadcast-limit-title", "broadcast-limit-unclear"))
    await turn.store.broadcasts.set_approve_above(turn.person.tenant_id, limit)
    text = turn.words("broadcast-limit-set", limit=formats.number(limit, turn.words.language))
    return said(turn, greeting.short(turn.words, "broadcast-limit-title", text), "broadcast answer")
