"""What HR has still to look at before it counts: accepted, or sent back with a word."""

from dataclasses import replace

from core.cards import courses as cards
from core.cards import greeting
from core.cards.asking import gone
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.training import CompletionState, Course, TrainingCompletion
from core.permissions import Right, holds
from core.services.note_acted import note_training
from core.services.plan_training import plan_training
from core.services.refuse_hr import refuse_hr
from core.services.tell import said, to_person
from core.texts.texts import words_for
from core.turn import Turn

SHOWN = 10

Waiting = tuple[TrainingCompletion, Person, Course]
"""What waits, who recorded it, and what it is of."""


async def show_waiting(turn: Turn) -> Outcome:
    """The completions that wait, the oldest first."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    return reply(await _list(turn))


async def accept(turn: Turn, completion_id: str) -> Outcome:
    """Let it count, and tell the person."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    found = await waiting(turn, completion_id)
    if found is None:
        return reply(gone(turn.words))
    completion, person, _ = found
    if person.id == turn.person.id:
        return own(turn)
    return await _answer(turn, found, replace(completion, state=CompletionState.RECORDED))


async def send_back(turn: Turn, found: Waiting, note: str) -> Outcome:
    """Say why it cannot count; the person may record it again."""
    completion, _, _ = found
    return await _answer(turn, found, replace(completion, state=CompletionState.SENT_BACK, note=note))


async def waiting(turn: Turn, completion_id: str) -> Waiting | None:
    """The organisation's completion with this id, where it still waits."""
    completion = await turn.store.training.completion(completion_id)
    if (
        completion is None
        or completion.tenant_id != turn.person.tenant_id
        or completion.state is not CompletionState.PENDING
    ):
        return None
    people = await turn.store.people.by_ids([completion.person_id])
    courses = await turn.store.training.courses(completion.tenant_id)
    course = next(each for each in courses if each.id == completion.course_id)
    return completion, people[completion.person_id], course


def own(turn: Turn) -> Outcome:
    """Nobody verifies what they recorded themselves."""
    return reply(greeting.said(turn.words, "verify-title", "verify-own"))


async def _answer(turn: Turn, found: Waiting, answered: TrainingCompletion) -> Outcome:
    _, person, course = found
    await turn.store.training.save_completions([answered])
    await plan_training(turn.store, [person], turn.now)
    accepted = answered.state is CompletionState.RECORDED
    acted = await note_training(turn.store, [(person, course.id)], turn.now) if accepted else []
    words = turn.words
    key = "verify-is-accepted" if accepted else "verify-is-sent-back"
    notice = words(key, name=person.name, course=course.title_in(words.language))
    told = cards.answered(words_for(person.language), course, answered, accepted)
    news = to_person(turn, person, told, "training verified")
    return said(turn, await _list(turn, notice), "verify") + Outcome(durable=(news, *acted))


async def _list(turn: Turn, notice: str = "") -> Card:
    store, tenant_id = turn.store, turn.person.tenant_id
    completions = await store.training.pending(tenant_id, SHOWN)
    people = await store.people.by_ids({each.person_id for each in completions})
    courses = {each.id: each for each in await store.training.courses(tenant_id)}
    return cards.waiting(turn.words, completions, people, courses, notice)
