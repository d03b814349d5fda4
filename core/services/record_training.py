"""Training completions as people tell of them: understood, shown, and kept with one tap."""

from datetime import date
from uuid import uuid4

from core.cards import greeting
from core.cards import training as cards
from core.cards.asking import SEPARATOR, gone
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.training import Course, TrainingCompletion, held
from core.permissions import Permission, may
from core.services.note_acted import note_training
from core.services.show_objectives import refuse
from core.services.tell import said
from core.texts import formats
from core.turn import Turn
from core.understanding.completions import likely_courses, named_course, read_completion

_LONGEST_EVIDENCE = 200
"""Characters of evidence that a button carries beside a course and a day."""


async def show_training(turn: Turn, owner: Person) -> Outcome:
    """What someone completed and what is due; for themselves and their line manager."""
    if not may(turn.person, Permission.READ_TRAINING, owner):
        return await refuse(turn)
    courses = {each.id: each for each in await turn.store.training.courses(turn.person.tenant_id)}
    completions = await turn.store.training.completions_of([owner.id])
    return reply(cards.overview(turn.person, owner, held(courses, completions, turn.today)))


async def hear_completion(turn: Turn, text: str, *, within: bool = False) -> Outcome | None:
    """What a text says was completed; None where it says no such thing. `within` after the word "training"."""
    told = read_completion(text, turn.today, within=within)
    if told is None or not told.course:
        return None
    courses = await turn.store.training.courses(turn.person.tenant_id)
    near: tuple[Course, ...] = ()
    if within or told.names_training:
        course, near = likely_courses(told.course, courses)
    else:
        course = named_course(told.course, courses)
        if course is None:
            return None
    on = told.on or turn.today
    if (problem := _problem(turn, on)) is not None:
        return reply(greeting.said(turn.words, "training-problem-title", "training-problem", problem=problem))
    evidence = told.evidence[:_LONGEST_EVIDENCE].replace(SEPARATOR, " ")
    if course is None:
        return reply(cards.which(turn.words, told.course, near, on, evidence))
    return reply(cards.confirm(turn.words, course, on, course.expires_on(on), evidence, others=len(courses) > 1))


def _problem(turn: Turn, on: date) -> str | None:
    """Why nothing can have been completed on that day, in words."""
    words = turn.words
    day = formats.full_date(on, words.language)
    if on > turn.today:
        return words("training-in-future", day=day)
    if turn.person.start_on is not None and on < turn.person.start_on:
        return words(
            "training-before-start", day=day, start=formats.full_date(turn.person.start_on, words.language)
        )
    return None


async def ask_which_course(turn: Turn, value: str) -> Outcome:
    """Another course was meant: every one is a tap away."""
    day, _, evidence = value.partition(SEPARATOR)
    on = _day(day)
    if on is None:
        return reply(gone(turn.words))
    courses = await turn.store.training.courses(turn.person.tenant_id)
    return reply(cards.which(turn.words, "", courses[:MOST_OFFERED], on, evidence))


MOST_OFFERED = 20
"""Buttons in one card; Slack holds 25 in a block."""


async def confirm(turn: Turn, value: str) -> Outcome:
    """The course was tapped: shown once more before it is kept."""
    found = await _told(turn, value)
    if isinstance(found, Outcome):
        return found
    course, on, evidence = found
    return reply(cards.confirm(turn.words, course, on, course.expires_on(on), evidence, others=True))


async def record(turn: Turn, value: str) -> Outcome:
    """Keep the completion, once."""
    found = await _told(turn, value)
    if isinstance(found, Outcome):
        return found
    course, on, evidence = found
    known = await turn.store.training.completions_of([turn.person.id])
    if any(each.course_id == course.id and each.completed_on == on for each in known):
        day = formats.full_date(on, turn.words.language)
        return reply(
            greeting.said(
                turn.words, "training-recorded-title", "training-recorded-before", course=course.title, day=day
            )
        )
    expires = course.expires_on(on)
    kept = TrainingCompletion(uuid4().hex, turn.person.tenant_id, turn.person.id, course.id, on, expires, evidence)
    await turn.store.training.save_completions([kept])
    acted = await note_training(turn, course.id)
    return said(turn, cards.recorded(turn.words, course, on, expires), "training") + acted


async def _told(turn: Turn, value: str) -> tuple[Course, date, str] | Outcome:
    """Course, day and evidence of a button's value, each looked at again; else what to answer."""
    course_id, _, rest = value.partition(SEPARATOR)
    day, _, evidence = rest.partition(SEPARATOR)
    courses = await turn.store.training.courses(turn.person.tenant_id)
    course = next((each for each in courses if each.id == course_id), None)
    on = _day(day)
    if course is None or on is None or not may(turn.person, Permission.RECORD_TRAINING, turn.person):
        return reply(gone(turn.words))
    if (problem := _problem(turn, on)) is not None:
        return reply(greeting.said(turn.words, "training-problem-title", "training-problem", problem=problem))
    return course, on, evidence[:_LONGEST_EVIDENCE]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def drop(turn: Turn, value: str) -> Outcome:
    """It was no completion, or not to be kept."""
    return reply(greeting.said(turn.words, "training-dropped-title", "training-dropped"))
