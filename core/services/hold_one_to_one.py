"""One-to-ones of a person with their line manager: the date, the agenda, what was noted and agreed.

Every id that comes back is asked about again: only the person and their present line manager hold a one-to-one,
and a line manager only the one that is theirs.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from core.cards import asking, greeting
from core.cards import one_to_one as cards
from core.cards import one_to_one_notes as notes_cards
from core.chat.effect import Outcome, reply
from core.model.action import AgreedAction
from core.model.one_to_one import (
    Agenda,
    AgendaItem,
    Meeting,
    OneToOne,
    OneToOneNote,
    Source,
    discussed,
    latest_held,
)
from core.model.person import Person
from core.permissions import Permission, may
from core.schedule.working_time import local_instant, works_on
from core.services.gather_agenda import gather
from core.services.remind_one_to_one import clear_reminders, set_reminders
from core.services.tell import said, to_person, to_self
from core.turn import Turn

PURPOSE = "one-to-one"

SEARCHED_DAYS = 21
"""How far past its day a next date is looked for on which both work."""


# --- who meets ------------------------------------------------------------------------------------------------


async def meeting_with(turn: Turn, person_id: str) -> Meeting | None:
    """The meeting still to be held with this report, or, for one's own id, with one's line manager."""
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    if person is None or not may(turn.person, Permission.HOLD_ONE_TO_ONE, person):
        return None
    manager: Person | None = turn.person
    if person.id == turn.person.id:
        found = await turn.store.people.by_ids([person.manager_id]) if person.manager_id else {}
        manager = found.get(person.manager_id or "")
    if manager is None or not may(manager, Permission.HOLD_ONE_TO_ONE, person):
        return None
    return Meeting(await _still_to_be_held(turn, person, manager), person, manager)


async def _still_to_be_held(turn: Turn, person: Person, manager: Person) -> OneToOne:
    store, pair = turn.store.one_to_ones, (person.id, manager.id)
    known = next((each for each in await store.open_for([person.id]) if each.pair == pair), None)
    if known is not None:
        return known
    last = latest_held(await store.last_held([person.id])).get(pair)
    # The same id for everyone who opens it at a time.
    id_ = uuid5(NAMESPACE_OID, ":".join((*pair, last.id if last else ""))).hex
    opened = OneToOne(id_, person.tenant_id, *pair, turn.now, every_weeks=last.every_weeks if last else None)
    await store.save([opened])
    return opened


async def find_meeting(turn: Turn, one_to_one_id: str) -> Meeting | None:
    """The meeting with this id, held or not, if the reader may hold it now."""
    found = (await turn.store.one_to_ones.by_ids([one_to_one_id])).get(one_to_one_id)
    if found is None:
        return None
    people = await turn.store.people.by_ids(found.pair)
    person, manager = people[found.person_id], people[found.manager_id]
    is_theirs = turn.person.id in found.pair and may(turn.person, Permission.HOLD_ONE_TO_ONE, person)
    is_present = may(manager, Permission.HOLD_ONE_TO_ONE, person)
    return Meeting(found, person, manager) if is_theirs and is_present else None


# --- the agenda -----------------------------------------------------------------------------------------------


async def agenda_of(turn: Turn, meeting: Meeting) -> Agenda:
    """The agenda of one meeting."""
    return (await gather(turn.store, [meeting], turn.now))[meeting.one_to_one.id]


async def show_agenda(turn: Turn, person_id: str) -> Outcome:
    """The agenda with a report, or one's own; the same to both but for what each noted privately."""
    meeting = await meeting_with(turn, person_id)
    if meeting is None:
        return reply(cards.refused(turn.words))
    return await show_meeting(turn, meeting)


async def show_meeting(turn: Turn, meeting: Meeting) -> Outcome:
    """The agenda of this meeting."""
    agenda = await agenda_of(turn, meeting)
    notes = await turn.store.one_to_ones.notes_for([meeting.one_to_one.id], turn.person.id)
    suggested = await suggested_date(turn, meeting, agenda.since)
    left = len(await _left_with_another(turn, meeting))
    return reply(cards.agenda(turn.person, agenda, notes, suggested, turn.today, left_behind=left))


async def _left_with_another(turn: Turn, meeting: Meeting) -> list[AgendaItem]:
    """What the person put on an agenda with an earlier line manager: theirs to bring along, and nobody else's."""
    if not may(turn.person, Permission.SHARE_ONE_TO_ONE, meeting.person):
        return []
    items = await turn.store.one_to_ones.open_items([meeting.person.id])
    return [each for each in items if each.by_id == turn.person.id and each.manager_id != meeting.manager.id]


async def bring_along(turn: Turn, meeting: Meeting) -> Outcome:
    """Put on this agenda what the person had put on one with an earlier line manager."""
    items = [replace(each, manager_id=meeting.manager.id) for each in await _left_with_another(turn, meeting)]
    await turn.store.one_to_ones.save_items(items)
    return await show_meeting(turn, meeting)


async def add_item(turn: Turn, item_id: str, meeting: Meeting, text: str) -> Outcome:
    """Put something on the agenda; both read it there."""
    item = AgendaItem(
        item_id,
        meeting.person.tenant_id,
        *meeting.one_to_one.pair,
        turn.person.id,
        Source.ADDED,
        text,
        turn.now,
    )
    added = await turn.store.one_to_ones.add_item(item)
    key = "agenda-added" if added else "agenda-added-before"
    return said(turn, cards.added(turn.person, meeting, text, key), PURPOSE)


# --- the date -------------------------------------------------------------------------------------------------


async def set_date(turn: Turn, meeting: Meeting, at: datetime, every_weeks: int | None = None) -> Outcome:
    """Set or move the date (UTC); both are told, and reminded before."""
    before = meeting.one_to_one
    after = replace(before, at=at, every_weeks=every_weeks or before.every_weeks)
    changed = Meeting(after, meeting.person, meeting.manager)
    absences = await turn.store.absences.of(after.pair, at.date() - timedelta(1), at.date() + timedelta(1))
    unfit = [
        each.name
        for each in (changed.person, changed.manager)
        if not works_on(each, at.astimezone(each.zone).date(), absences.get(each.id, []))
    ]
    own = cards.date_set(turn.person, turn.person, changed, before.at, unfit)
    if after == before:
        return said(turn, own, PURPOSE)
    await turn.store.one_to_ones.save([after])
    await set_reminders(turn.store, changed, turn.now)
    other = changed.other_than(turn.person)
    theirs = cards.date_set(other, turn.person, changed, before.at, unfit)
    return Outcome(durable=(to_self(turn, own, PURPOSE), to_person(turn, other, theirs, PURPOSE)))


async def cancel(turn: Turn, meeting: Meeting) -> Outcome:
    """Take the date back; the agenda stays for the next one."""
    before = meeting.one_to_one
    if before.at is None:
        return said(turn, greeting.said(turn.words, "one-to-one-no-date-title", "one-to-one-no-date"), PURPOSE)
    await turn.store.one_to_ones.save([replace(before, at=None)])
    await clear_reminders(turn.store, before)
    other = meeting.other_than(turn.person)
    own = cards.cancelled(turn.person, turn.person, meeting)
    theirs = cards.cancelled(other, turn.person, meeting)
    return Outcome(durable=(to_self(turn, own, PURPOSE), to_person(turn, other, theirs, PURPOSE)))


async def set_rhythm(turn: Turn, meeting: Meeting, weeks: int) -> Outcome:
    """Suggest the next date so many weeks after each meeting; both see it on the agenda."""
    changed = replace(meeting.one_to_one, every_weeks=weeks)
    await turn.store.one_to_ones.save([changed])
    return await show_meeting(turn, Meeting(changed, meeting.person, meeting.manager))


async def suggested_date(turn: Turn, meeting: Meeting, last: datetime | None) -> datetime | None:
    """The next date by the rhythm on which both work, while none is set."""
    one = meeting.one_to_one
    if one.at is not None or one.every_weeks is None or last is None:
        return None
    held_last = latest_held(await turn.store.one_to_ones.last_held([one.person_id])).get(one.pair)
    local = ((held_last.at if held_last else None) or last).astimezone(meeting.person.zone)
    first = max((local + timedelta(weeks=one.every_weeks)).date(), turn.today + timedelta(days=1))
    until = first + timedelta(days=SEARCHED_DAYS)
    absences = await turn.store.absences.of(one.pair, first, until)
    day = first
    while day < until:
        if all(works_on(each, day, absences.get(each.id, [])) for each in (meeting.person, meeting.manager)):
            return local_instant(day, local.time().replace(second=0, microsecond=0), meeting.person.zone)
        day += timedelta(days=1)
    return None


# --- during and after -----------------------------------------------------------------------------------------


async def hold(
    turn: Turn,
    id_: str,
    meeting: Meeting,
    shown: int,
    carried: Collection[int],
    shared: str,
    private: str,
    agreed: AgreedAction | None,
) -> Outcome:
    """The meeting is done: what was not discussed is carried forward, the rest is kept with what was noted."""
    one, store = meeting.one_to_one, turn.store.one_to_ones
    if one.held_at is not None:
        return said(turn, greeting.said(turn.words, "one-to-one-held-title", "one-to-one-held-before"), PURPOSE)
    agenda = await agenda_of(turn, meeting)
    after = discussed(agenda.items, shown, carried, one.id)
    held = replace(one, held_at=turn.now)
    await store.save([held])
    await store.save_items(after)
    await clear_reminders(turn.store, held)
    for text, is_private in ((shared, False), (private, True)):
        if text:
            note_id = f"{id_}:{'private' if is_private else 'shared'}"
            await store.add_note(
                OneToOneNote(note_id, one.tenant_id, one.id, turn.person.id, is_private, text, turn.now)
            )
    if agreed is not None:
        await turn.store.actions.save([agreed])
    kept = Meeting(held, meeting.person, meeting.manager)
    other = meeting.other_than(turn.person)
    following = Meeting(
        await _still_to_be_held(turn, meeting.person, meeting.manager), meeting.person, meeting.manager
    )
    suggested = await suggested_date(turn, following, turn.now)
    left = len(agenda.items) - len(after)
    actions = [agreed] if agreed else []
    sends = []
    for reader in (turn.person, other):
        notes = await store.notes_for([one.id], reader.id)
        card = notes_cards.held(reader, turn.person, kept, notes, actions, left, turn.today)
        if suggested is not None:
            card = cards.with_suggestion(card, reader, following, suggested)
        own = reader.id == turn.person.id
        sends.append(to_self(turn, card, PURPOSE) if own else to_person(turn, reader, card, PURPOSE))
    return Outcome(durable=tuple(sends))


def action_at(
    turn: Turn, id_: str, meeting: Meeting, text: str, due_on: date, *, by_manager: bool
) -> AgreedAction:
    """An action that was agreed at the meeting."""
    one = meeting.one_to_one
    owner_id = one.manager_id if by_manager else one.person_id
    return AgreedAction(
        f"{id_}:action", one.tenant_id, one.person_id, owner_id, text, due_on, turn.now, one_to_one_id=one.id
    )


async def agree(turn: Turn, action: AgreedAction, meeting: Meeting) -> Outcome:
    """Keep an agreed action; it is asked about at its owner's check-ins until it is closed."""
    if await turn.store.actions.by_ids([action.id]):
        return said(turn, greeting.said(turn.words, "remark-already-title", "remark-sent-before"), PURPOSE)
    await turn.store.actions.save([action])
    other = meeting.other_than(turn.person)
    own = notes_cards.agreed(turn.person, turn.person, meeting, action, turn.today)
    theirs = notes_cards.agreed(other, turn.person, meeting, action, turn.today)
    return Outcome(durable=(to_self(turn, own, PURPOSE), to_person(turn, other, theirs, PURPOSE)))


async def note(turn: Turn, id_: str, meeting: Meeting, text: str, *, is_private: bool) -> Outcome:
    """Add to the note that both read, which the other is told of, or to one's own that nobody else ever reads."""
    one = meeting.one_to_one
    kept = OneToOneNote(id_, one.tenant_id, one.id, turn.person.id, is_private, text, turn.now)
    if not await turn.store.one_to_ones.add_note(kept):
        return said(turn, greeting.said(turn.words, "remark-already-title", "remark-sent-before"), PURPOSE)
    own = said(turn, notes_cards.noted(turn.person, turn.person, meeting, kept), PURPOSE)
    if is_private:
        return own
    other = meeting.other_than(turn.person)
    return own + Outcome(
        durable=(to_person(turn, other, notes_cards.noted(other, turn.person, meeting, kept), PURPOSE),)
    )


def gone(turn: Turn) -> Outcome:
    """A meeting that is not there for this person, any more or at all."""
    return reply(asking.gone(turn.words))
