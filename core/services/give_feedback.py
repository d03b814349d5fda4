"""Give feedback under one's name, and talk it over: whoever its giver did not choose reads nothing of it.

A message brings no text before its reader taps “Read it”: no platform tells whether a message was read, and until
someone has read it, its giver may change it or take it back.
"""

from dataclasses import replace

from core.cards import asking, greeting
from core.cards import feedback as cards
from core.chat.card import Card
from core.chat.effect import Durable, Outcome, Send, ToPerson, Update, reply
from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest, Telling, Visibility
from core.model.person import Person
from core.model.timer import TimerKind
from core.permissions import Permission, may
from core.services.competencies import competency_labels
from core.services.find_objective import find_all, meant, standing_of
from core.services.tell import event_key, said, to_person, to_self
from core.texts.texts import words_for
from core.turn import Turn


async def manager_of(turn: Turn, receiver: Person) -> Person | None:
    """Who reads feedback that is meant for the line manager too."""
    if receiver.manager_id is None:
        return None
    manager = (await turn.store.people.by_ids([receiver.manager_id])).get(receiver.manager_id)
    return manager if manager and may(manager, Permission.READ_SHARED_FEEDBACK, receiver) else None


async def give(
    turn: Turn,
    feedback_id: str,
    receiver: Person,
    telling: Telling,
    visibility: Visibility,
    request: FeedbackRequest | None,
) -> Outcome:
    """Keep it and bring it to whoever reads it, once."""
    store, giver = turn.store, turn.person
    if await store.feedback.by_id(feedback_id) is not None:
        return said(turn, greeting.said(turn.words, "feedback-already-title", "feedback-already"))
    kept = Feedback(
        feedback_id,
        giver.tenant_id,
        giver.id,
        receiver.id,
        visibility,
        turn.now,
        objective_id=await objective_meant(turn, receiver, telling.about),
        request_id=request.id if request else None,
        said=telling,
    )
    await store.feedback.save(kept)
    if request is not None:
        await mark_answered(turn, request)
    manager = await _reads_too(turn, kept, receiver)
    tag = tag_of(kept)
    own = await own_card(turn, kept, giver, receiver, manager)
    theirs = cards.sealed(receiver, kept, giver, _readers(receiver, receiver, manager))
    sends: list[Durable] = [
        Send(ToPerson(giver.id, turn.origin.platform), own, "feedback-sent", f"{tag}:giver", f"{tag}:giver"),
        Send(ToPerson(receiver.id), theirs, "feedback", tag, tag),
    ]
    if manager is not None:
        copy = cards.sealed_for_manager(manager, kept, giver, receiver)
        sends.append(Send(ToPerson(manager.id), copy, "feedback", f"{tag}:manager", f"{tag}:manager"))
    return Outcome(durable=tuple(sends))


async def mark_answered(turn: Turn, request: FeedbackRequest, *, is_anonymous: bool = False) -> None:
    """The request is answered, and nobody is reminded of it."""
    answered = replace(request, answered_at=turn.now, is_anonymous=is_anonymous)
    await turn.store.feedback.save_requests([answered])
    await turn.store.timers.clear(TimerKind.FEEDBACK_REMINDER, [request.id])


async def _reads_too(turn: Turn, feedback: Feedback, receiver: Person) -> Person | None:
    """The line manager, where the giver chose so and is not that manager."""
    if feedback.visibility is not Visibility.PERSON_AND_MANAGER:
        return None
    manager = await manager_of(turn, receiver)
    return manager if manager and manager.id != feedback.giver_id else None


async def own_card(turn: Turn, kept: Feedback, giver: Person, receiver: Person, manager: Person | None) -> Card:
    """What the giver sees of it."""
    labels = await competency_labels(turn.store, giver.tenant_id, giver.language)
    return cards.sent(giver, kept, receiver, _readers(giver, receiver, manager), labels)


async def objective_meant(turn: Turn, receiver: Person, about: str) -> str | None:
    """The receiver's objective that the words name, of those that the giver may see at all."""
    if not about:
        return None
    objectives = await standing_of(turn, receiver)
    seen = await find_all(turn, [each.id for each in objectives], Permission.SEE_OBJECTIVE)
    fitting = meant([each for each in objectives if each.id in seen], about) if seen else []
    return fitting[0].id if len(fitting) == 1 else None


def _readers(reader: Person, receiver: Person, manager: Person | None) -> str:
    words = words_for(reader.language)
    own = reader.id == receiver.id
    if manager is None:
        return words("feedback-read-by-you" if own else "feedback-read-by-person", name=receiver.name)
    key = "feedback-read-by-you-and-manager" if own else "feedback-read-by-both"
    return words(key, name=receiver.name, manager=manager.name)


# --- changed or taken back by the giver ------------------------------------------------------------------------


async def change(turn: Turn, feedback_id: str, telling: Telling, visibility: Visibility) -> Outcome:
    """The giver says it differently, as long as nobody has read it; messages already there change in place."""
    found = await own_part(turn, feedback_id)
    if found is None or found[0].giver_id != turn.person.id:
        return reply(asking.gone(turn.words))
    before, receiver = found
    if not before.can_change:
        return said(turn, cards.too_late(turn.person, receiver, telling))
    had = await _reads_too(turn, before, receiver)
    objective_id = await objective_meant(turn, receiver, telling.about)
    after = replace(before, said=telling, visibility=visibility, objective_id=objective_id)
    await turn.store.feedback.save(after)
    manager = await _reads_too(turn, after, receiver)
    giver, tag, event = turn.person, tag_of(after), event_key(turn)
    own = await own_card(turn, after, giver, receiver, manager)
    theirs = cards.sealed(receiver, after, giver, _readers(receiver, receiver, manager))
    effects: list[Durable] = [
        Update(ToPerson(giver.id), f"{tag}:giver", own, f"{tag}:giver:{event}"),
        Update(ToPerson(receiver.id), tag, theirs, f"{tag}:{event}"),
        to_self(turn, cards.changed(giver, receiver), "feedback-changed"),
    ]
    if had is None and manager is not None:
        copy = cards.sealed_for_manager(manager, after, giver, receiver)
        key = f"{tag}:manager"
        effects.append(Send(ToPerson(manager.id), copy, "feedback", f"{key}:{event}", key))
    elif had is not None and manager is None:
        gone = cards.withdrawn(had, giver)
        effects.append(Update(ToPerson(had.id), f"{tag}:manager", gone, f"{tag}:manager:{event}"))
    return Outcome(durable=tuple(effects))


async def withdraw(turn: Turn, feedback_id: str) -> Outcome:
    """The giver takes it back, as long as nobody has read it."""
    found = await own_part(turn, feedback_id)
    if found is None or found[0].giver_id != turn.person.id:
        return reply(asking.gone(turn.words))
    before, receiver = found
    if not before.can_change:
        return said(turn, cards.too_late(turn.person, receiver))
    manager = await _reads_too(turn, before, receiver)
    # Nothing of it is kept: nobody has read it and nobody will.
    await turn.store.feedback.save(replace(before, withdrawn_at=turn.now, said=Telling()))
    giver, tag = turn.person, tag_of(before)
    effects: list[Durable] = [
        Update(ToPerson(giver.id), f"{tag}:giver", cards.taken_back(giver, receiver), f"{tag}:giver:withdrawn"),
        Update(ToPerson(receiver.id), tag, cards.withdrawn(receiver, giver), f"{tag}:withdrawn"),
    ]
    if manager is not None:
        gone = cards.withdrawn(manager, giver)
        effects.append(Update(ToPerson(manager.id), f"{tag}:manager", gone, f"{tag}:manager:withdrawn"))
    return Outcome(durable=tuple(effects))


# --- read, thanked for and talked over -------------------------------------------------------------------------


async def read_again(turn: Turn, feedback_id: str) -> Outcome:
    """Open it from a list: it is shown below as well as in the message that brought it."""
    return await read(turn, feedback_id, from_list=True)


async def read(turn: Turn, feedback_id: str, *, from_list: bool = False) -> Outcome:
    """Someone it is meant for opens it; from then on it stays as it is."""
    feedback, giver, receiver = await _parties(turn, feedback_id)
    if feedback is None or feedback.withdrawn_at is not None:
        return reply(asking.gone(turn.words))
    reader = turn.person
    manager = await _reads_too(turn, feedback, receiver)
    is_receiver = may(reader, Permission.READ_FEEDBACK, receiver)
    if not is_receiver and (manager is None or manager.id != reader.id):
        return reply(asking.gone(turn.words))
    first = feedback.read_at is None
    opened = replace(feedback, read_at=turn.now) if first else feedback
    first_of_receiver = is_receiver and feedback.receiver_read_at is None
    if first_of_receiver:
        opened = replace(opened, receiver_read_at=turn.now)
    tag, event = tag_of(opened), event_key(turn)
    labels = await competency_labels(turn.store, reader.tenant_id, reader.language)
    if is_receiver:
        shown = cards.received(receiver, opened, giver, _readers(receiver, receiver, manager), labels)
        effects: list[Durable] = [Update(ToPerson(reader.id), tag, shown, f"{tag}:read:{event}")]
        if from_list:
            effects.append(
                Send(ToPerson(reader.id, turn.origin.platform), shown, "feedback", f"{tag}:{event}", tag)
            )
    else:
        copy = cards.for_manager(reader, opened, giver, receiver, labels)
        effects = [Update(ToPerson(reader.id), f"{tag}:manager", copy, f"{tag}:manager:read:{event}")]
    if first or first_of_receiver:
        await turn.store.feedback.save(opened)
    if first:
        own = await own_card(turn, opened, giver, receiver, manager)
        effects.append(Update(ToPerson(giver.id), f"{tag}:giver", own, f"{tag}:giver:read"))
    return Outcome(durable=tuple(effects))


async def thank(turn: Turn, feedback_id: str) -> Outcome:
    """The receiver thanks the giver, once."""
    feedback, giver, receiver = await _parties(turn, feedback_id)
    if feedback is None or feedback.withdrawn_at or not may(turn.person, Permission.READ_FEEDBACK, receiver):
        return reply(asking.gone(turn.words))
    if feedback.thanked_at is not None:
        return Outcome()
    thanked = replace(
        feedback,
        thanked_at=turn.now,
        read_at=feedback.read_at or turn.now,
        receiver_read_at=feedback.receiver_read_at or turn.now,
    )
    await turn.store.feedback.save(thanked)
    manager = await _reads_too(turn, thanked, receiver)
    labels = await competency_labels(turn.store, receiver.tenant_id, receiver.language)
    shown = cards.received(receiver, thanked, giver, _readers(receiver, receiver, manager), labels)
    words = words_for(giver.language)
    news = greeting.said(words, "feedback-thanks-title", "feedback-thanks", name=receiver.name)
    tag = tag_of(thanked)
    return Outcome(
        durable=(
            Update(ToPerson(receiver.id), tag, shown, f"{tag}:thanked"),
            Send(ToPerson(giver.id), news, "feedback", f"{tag}:thanks"),
        )
    )


async def own_part(turn: Turn, feedback_id: str) -> tuple[Feedback, Person] | None:
    """The feedback and the other of giver and receiver; None for anyone else, or before it was read."""
    feedback, giver, receiver = await _parties(turn, feedback_id)
    if feedback is None or feedback.withdrawn_at is not None:
        return None
    if may(turn.person, Permission.READ_FEEDBACK, receiver):
        return (feedback, giver) if feedback.read_at is not None else None
    return (feedback, receiver) if turn.person.id == giver.id else None


async def _parties(turn: Turn, feedback_id: str) -> tuple[Feedback | None, Person, Person]:
    feedback = await turn.store.feedback.by_id(feedback_id)
    if feedback is None or feedback.tenant_id != turn.person.tenant_id:
        return None, turn.person, turn.person
    people = await turn.store.people.by_ids([feedback.giver_id, feedback.receiver_id])
    return feedback, people[feedback.giver_id], people[feedback.receiver_id]


async def say_about(turn: Turn, note_id: str, feedback_id: str, text: str) -> Outcome:
    """A question about feedback, or an answer to one, to the other of the two."""
    found = await own_part(turn, feedback_id)
    if found is None:
        return reply(asking.gone(turn.words))
    feedback, other = found
    note = FeedbackNote(note_id, turn.person.tenant_id, feedback.id, turn.person.id, text, turn.now)
    if not await turn.store.feedback.add_note(note):
        return said(turn, greeting.said(turn.words, "feedback-already-title", "feedback-already"))
    confirmed = greeting.said(turn.words, "feedback-note-sent-title", "feedback-note-sent", name=other.name)
    labels = await competency_labels(turn.store, other.tenant_id, other.language)
    card = cards.asked_about(other, feedback, note, turn.person, labels)
    return Outcome(
        durable=(to_self(turn, confirmed, "feedback-note"), to_person(turn, other, card, "feedback-note"))
    )


def tag_of(feedback: Feedback) -> str:
    """How the messages that bring it are called."""
    return f"feedback:{feedback.id}"
