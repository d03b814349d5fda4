"""Write a broadcast: kept as a draft, and shown to its author as recipients will get it before anything goes."""

from dataclasses import replace

from core.cards import broadcasts as cards
from core.cards import greeting
from core.chat.card import Card
from core.chat.effect import Durable, Outcome, Send, ToPerson, Update, reply
from core.model.broadcast import Broadcast, BroadcastState
from core.model.person import Language, Person
from core.services.broadcasts import asked_of, find_broadcast, stands, who_and_why
from core.services.tell import to_self
from core.turn import Turn


async def keep_draft(turn: Turn, draft: Broadcast) -> bool:
    """Keep what was written; False where it was sent meanwhile and cannot change any more."""
    known = await turn.store.broadcasts.by_id(draft.id)
    if known is None:
        await turn.store.broadcasts.add(draft)
        return True
    if known.author_id != turn.person.id:
        return False
    return await turn.store.broadcasts.move(replace(draft, created_at=known.created_at), BroadcastState.DRAFT)


async def show_draft(turn: Turn, draft: Broadcast) -> Outcome:
    """The real message in each language that someone of the audience reads, then who gets it, why and when."""
    store = turn.store
    ids = await store.broadcasts.people_in(draft.tenant_id, draft.audience, turn.today)
    spread = await store.broadcasts.spread(draft.tenant_id, draft.audience, turn.today)
    who = await who_and_why(store, draft.audience, ids[: cards.WHO_AT_FIRST], turn.today)
    limit = await store.broadcasts.approve_above(draft.tenant_id)
    sends: list[Durable] = []
    for language in Language:
        if spread.languages.get(language):
            example = await _example(turn, draft, ids, language, [person for person, _ in who])
            card = await preview(turn, draft, example, language)
            sends.append(to_self(turn, card, f"broadcast-preview-{language}"))
    check = cards.check(turn.person, draft, len(ids), spread, who, limit, await asked_of(turn, draft.audience))
    return Outcome(durable=(*sends, to_self(turn, check, "broadcast-check")))


async def _example(
    turn: Turn, draft: Broadcast, ids: list[str], language: Language, shown: list[Person]
) -> Person:
    """Someone of the audience who reads this language, to fill in the variables with."""
    found = next((each for each in shown if each.language is language), None)
    if found is not None:
        return found
    reader = next((f for f in draft.audience.filters if f.value == language), None)
    people = (await turn.store.people.by_ids(ids[:200])).values() if reader is None else ()
    named = next((each for each in people if each.language is language), None)
    return named or replace(shown[0] if shown else turn.person, language=language)


async def preview(turn: Turn, draft: Broadcast, example: Person, language: Language) -> Card:
    """The card that `example` will get, but for what its button does."""
    person = replace(example, language=language)
    managers = await turn.store.people.by_ids([person.manager_id]) if person.manager_id else {}
    team = await turn.store.people.team(person.team_id) if person.team_id else None
    manager = managers.get(person.manager_id or "")
    values = cards.values_for(draft, person, team.name if team else "", manager.name if manager else "")
    return cards.message(draft, person, turn.person, values, is_preview=True)


async def show_who(turn: Turn, value: str) -> Outcome:
    """Everyone who gets it and why, as a list of its own."""
    return await _who(turn, value, in_place=False)


async def turn_page(turn: Turn, value: str) -> Outcome:
    """Another page of that list, in place."""
    return await _who(turn, value, in_place=True)


async def _who(turn: Turn, value: str, *, in_place: bool) -> Outcome:
    broadcast_id, _, number = value.partition("|")
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    ids = await turn.store.broadcasts.people_in(found.tenant_id, found.audience, turn.today)
    last = max(0, (len(ids) - 1) // cards.WHO_A_PAGE)
    page = min(int(number) if number.isdecimal() else 0, last)
    shown = ids[page * cards.WHO_A_PAGE : (page + 1) * cards.WHO_A_PAGE]
    who = await who_and_why(turn.store, found.audience, shown, turn.today)
    card = cards.who_page(turn.person, found, who, page, len(ids))
    tag = f"broadcast:{found.id}:who:{turn.person.id}"
    key = f"{tag}:{turn.origin.platform}:{turn.origin.event_id}"
    to = ToPerson(turn.person.id, turn.origin.platform)
    effect = Update(to, tag, card, key) if in_place else Send(to, card, "broadcast-who", key, tag)
    return Outcome(durable=(effect,))


async def drop(turn: Turn, broadcast_id: str) -> Outcome:
    """Leave a draft unsent."""
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    if found.state is not BroadcastState.DRAFT:
        return stands(turn, found)
    return reply(greeting.said(turn.words, "broadcast-dropped-title", "broadcast-dropped"))
