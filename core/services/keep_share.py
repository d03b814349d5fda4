"""`hr limit`: how many messages nobody asked for people get in a week, and whether managers hear of pauses."""

from dataclasses import replace

from core.cards import greeting
from core.chat.card import Card, Paragraph, Tone
from core.chat.effect import Outcome, reply
from core.model.person import Tenant
from core.model.unasked import FEWEST_A_WEEK, MOST_A_WEEK
from core.permissions import Right, holds
from core.services.keep_quiet_hours import OFF
from core.services.organisations import tenant_of_person
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

_PAUSES = ("pauses", "pause", "seibiau", "saib")
_ON = ("on", "tell", "ymlaen")


async def hear_share(turn: Turn, rest: str, *, by_menu: bool = False) -> Outcome:
    """Show what holds, or set one of the two; what cannot be read changes nothing."""
    if not holds(turn.person, Right.KEEP_SHARE):
        return await refuse_hr(turn)
    tenant = await tenant_of_person(turn.store, turn.person)
    word, _, more = rest.strip().casefold().partition(" ")
    if not word:
        return reply(_card(turn, tenant))
    if word in _PAUSES and more in (*_ON, *OFF):
        changed = replace(tenant, tells_of_pauses=more in _ON)
    elif word.isdecimal() and len(word) <= 3 and not more and FEWEST_A_WEEK <= int(word) <= MOST_A_WEEK:
        changed = replace(tenant, unasked_a_week=int(word))
    else:
        bounds = {"fewest": FEWEST_A_WEEK, "most": MOST_A_WEEK}
        return reply(greeting.said(turn.words, "share-title", "share-unclear", **bounds))
    await turn.store.tenants.save(changed)
    return reply(_card(turn, changed))


def _card(turn: Turn, tenant: Tenant) -> Card:
    words = turn.words
    return Card(
        words("share-title"),
        (
            Paragraph(words("share-now", count=tenant.unasked_a_week)),
            Paragraph(words("share-tells" if tenant.tells_of_pauses else "share-tells-not")),
            Paragraph(words("share-how", fewest=FEWEST_A_WEEK, most=MOST_A_WEEK), Tone.SUBTLE),
        ),
        words.language,
    )
