"""One-to-ones that were held: their history, and an earlier manager's notes shared with the present one.

A new line manager reads only what was noted in their own time, and what the person shared with them; an earlier
one reads nothing any more.
"""

from dataclasses import replace

from core.cards import asking
from core.cards import one_to_one as cards
from core.cards import one_to_one_notes as note_cards
from core.cards.one_to_one_notes import Past
from core.chat.effect import Outcome, reply
from core.model.one_to_one import OneToOne
from core.model.person import Person
from core.permissions import Permission, may
from core.services.tell import to_person, to_self
from core.turn import Turn

A_PAGE = 3


async def show_history(turn: Turn, person_id: str, page: int = 0) -> Outcome:
    """The meetings of a report with the reader, or one's own with whomever; the newest first."""
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    if person is None or not may(turn.person, Permission.HOLD_ONE_TO_ONE, person):
        return reply(cards.refused(turn.words))
    store = turn.store.one_to_ones
    found = await store.held(person.id, turn.person.id, A_PAGE + 1, page * A_PAGE)
    shown = found[:A_PAGE]
    ids = [each.id for each in shown]
    notes = await store.notes_for(ids, turn.person.id) if ids else []
    items = await store.items_of(ids) if ids else []
    actions = await store.actions_of(ids) if ids else []
    named = {each for one in shown for each in (*one.pair, one.shared_with_id) if each}
    people = await turn.store.people.by_ids({*named, *([person.manager_id] if person.manager_id else [])})

    def past(one: OneToOne) -> Past:
        own_notes = [each for each in notes if each.one_to_one_id == one.id]
        if turn.person.id not in one.pair:
            return Past(one, own_notes)
        manager = people.get(person.manager_id or "")
        may_share = may(turn.person, Permission.SHARE_ONE_TO_ONE, person) and one.manager_id != person.manager_id
        is_shared = manager is not None and one.shared_with_id == manager.id
        return Past(
            one,
            own_notes,
            [each for each in items if each.one_to_one_id == one.id],
            [each for each in actions if each.one_to_one_id == one.id],
            share_with=manager if may_share and not is_shared else None,
            shared_with=manager if may_share and is_shared else None,
        )

    card = note_cards.history(
        turn.person,
        person,
        [past(one) for one in shown],
        people,
        page,
        more=len(found) > A_PAGE,
        today=turn.today,
    )
    return reply(card)


async def share(turn: Turn, one_to_one_id: str) -> Outcome:
    """Let the present line manager read the note of a one-to-one that was held with an earlier one."""
    one = (await turn.store.one_to_ones.by_ids([one_to_one_id])).get(one_to_one_id)
    if one is None or one.held_at is None:
        return reply(asking.gone(turn.words))
    people = await turn.store.people.by_ids([one.person_id, *([turn.person.manager_id or ""])])
    person: Person | None = people.get(one.person_id)
    manager = people.get(turn.person.manager_id or "")
    if person is None or manager is None or not may(turn.person, Permission.SHARE_ONE_TO_ONE, person):
        return reply(asking.gone(turn.words))
    if one.manager_id == manager.id or one.shared_with_id == manager.id:
        return await show_history(turn, person.id)
    await turn.store.one_to_ones.save([replace(one, shared_with_id=manager.id)])
    notes = await turn.store.one_to_ones.notes_for([one.id], manager.id)
    day = one.held_at.astimezone(person.zone).date()
    own = note_cards.shared(person, person, manager, day, notes)
    theirs = note_cards.shared(manager, person, manager, day, notes)
    return Outcome(durable=(to_self(turn, own, "one-to-one"), to_person(turn, manager, theirs, "one-to-one")))
