"""Give feedback to a colleague, and talk it over: whoever its giver did not choose reads nothing of it."""

from dataclasses import replace

from core.cards import asking, greeting
from core.cards import feedback as cards
from core.chat.effect import Outcome, Send, ToPerson, Update, reply
from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest, Visibility
from core.model.person import Person
from core.permissions import Permission, may
from core.services.find_objective import find_all, meant, standing_of
from core.services.tell import said, to_person, to_self
from core.texts.texts import words_for
from core.turn import Turn

SHOWN = 5


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
    about: str,
    text: str,
    visibility: Visibility,
    request: FeedbackRequest | None,
) -> Outcome:
    """Keep it and bring it to whoever reads it, once."""
    store, giver = turn.store, turn.person
    if await store.feedback.by_id(feedback_id) is not None:
        return said(turn, greeting.said(turn.words, "feedback-already-title", "feedback-already"))
    manager = await manager_of(turn, receiver)
    kept = Feedback(
        feedback_id,
        giver.tenant_id,
        giver.id,
        receiver.id,
        about,
        text,
        visibility,
        turn.now,
        objective_id=await _objective_meant(turn, receiver, about),
        request_id=request.id if request else None,
    )
    await store.feedback.save(kept)
    if request is not None:
        await store.feedback.save_requests([replace(request, answered_at=turn.now)])
    reads_too = manager if visibility is Visibility.PERSON_AND_MANAGER else None
    tag = _tag(kept)
    own = cards.sent(giver, kept, receiver, _readers(giver, receiver, reads_too))
    theirs = cards.received(receiver, kept, giver, _readers(receiver, receiver, reads_too))
    sends = [
        to_self(turn, own, "feedback-sent"),
        Send(ToPerson(receiver.id), theirs, "feedback", tag, tag),
    ]
    if reads_too is not None and reads_too.id != giver.id:
        copy = cards.for_manager(reads_too, kept, giver, receiver)
        sends.append(Send(ToPerson(reads_too.id), copy, "feedback", f"{tag}:manager"))
    return Outcome(durable=tuple(sends))


async def _objective_meant(turn: Turn, receiver: Person, about: str) -> str | None:
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


async def thank(turn: Turn, feedback_id: str) -> Outcome:
    """The receiver thanks the giver, once."""
    feedback, giver, receiver = await _parties(turn, feedback_id)
    if feedback is None or not may(turn.person, Permission.READ_FEEDBACK, receiver):
        return reply(asking.gone(turn.words))
    if feedback.thanked_at is not None:
        return Outcome()
    thanked = replace(feedback, thanked_at=turn.now)
    await turn.store.feedback.save(thanked)
    manager = await manager_of(turn, receiver) if thanked.visibility is Visibility.PERSON_AND_MANAGER else None
    shown = cards.received(receiver, thanked, giver, _readers(receiver, receiver, manager))
    words = words_for(giver.language)
    news = greeting.said(words, "feedback-thanks-title", "feedback-thanks", name=receiver.name)
    tag = _tag(thanked)
    return Outcome(
        durable=(
            Update(ToPerson(receiver.id), tag, shown, f"{tag}:thanked"),
            Send(ToPerson(giver.id), news, "feedback", f"{tag}:thanks"),
        )
    )


async def own_part(turn: Turn, feedback_id: str) -> tuple[Feedback, Person] | None:
    """The feedback and the other of its giver and receiver; None for anyone else."""
    feedback, giver, receiver = await _parties(turn, feedback_id)
    if feedback is None:
        return None
    if may(turn.person, Permission.READ_FEEDBACK, receiver):
        return feedback, giver
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
    card = cards.asked_about(other, feedback, note, turn.person)
    return Outcome(
        durable=(to_self(turn, confirmed, "feedback-note"), to_person(turn, other, card, "feedback-note"))
    )


def _tag(feedback: Feedback) -> str:
    return f"feedback:{feedback.id}"
