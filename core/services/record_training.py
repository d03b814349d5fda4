"""Training completions as people tell of them: understood, shown, and kept with one tap."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from core.cards import greeting
from core.cards import training as cards
from core.cards.asking import SEPARATOR, gone
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.requirements import TO_DO, Rules, Standing, State, known_of, standings
from core.model.shared_file import FileBatch, ToldCompletion
from core.model.training import CompletionState, Course, Held, TrainingCompletion, held
from core.permissions import Permission, may
from core.services.certificates import kept_evidence, token_of
from core.services.note_acted import note_training
from core.services.plan_training import plan_training
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
    due, completed = await training_of(turn, owner)
    return reply(cards.overview(turn.person, owner, due, completed, turn.today))


async def training_of(turn: Turn, owner: Person) -> tuple[list[tuple[Standing, Course]], list[Held]]:
    """What the person is to do, what is mandatory and due soonest first, and what they completed."""
    store = turn.store
    courses = await store.training.courses(owner.tenant_id)
    rules = Rules(courses, await store.training.requirements(owner.tenant_id))
    completions = await store.training.completions_of([owner.id])
    due = [
        (each, rules.courses[each.course_id])
        for each in standings([owner], rules, known_of(completions), turn.today)
        if each.state in TO_DO or each.state is State.PENDING
    ]
    due.sort(key=lambda pair: (not pair[1].mandatory, pair[0].due_on or date.max, pair[1].title.casefold()))
    return due, held({each.id: each for each in courses}, completions, turn.today)


async def hear_completion(
    turn: Turn, text: str, *, within: bool = False, files: FileBatch | None = None
) -> Outcome | None:
    """What a text says was completed; None where it says no such thing. `within` after the word "training".

    `files` that came with it show that it was completed.
    """
    told = read_completion(text, turn.today, within=within)
    if told is None or not told.course:
        return None
    courses = await offered(turn)
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
    evidence = told.evidence.replace(SEPARATOR, " ")
    evidence = (token_of(files, evidence) if files else evidence)[:_LONGEST_EVIDENCE]
    if course is None:
        return reply(cards.which(turn.words, told.course, near, on, evidence))
    return await _asked(turn, course, on, evidence, others=len(courses) > 1)


async def offered(turn: Turn) -> list[Course]:
    """The organisation's courses that can be completed now."""
    courses = await turn.store.training.courses(turn.person.tenant_id)
    return [each for each in courses if not each.retired]


async def _asked(turn: Turn, course: Course, on: date, evidence: str, *, others: bool) -> Outcome:
    await _remember(turn, course, on)
    expires, waits = course.expires_on(on), _waits(turn, course, on)
    return reply(cards.confirm(turn.words, course, on, expires, evidence, others, waits))


async def add_evidence(turn: Turn, completion: TrainingCompletion, evidence: str) -> None:
    """Let a completion of the person's own be shown by this as well; whether it counts stays as it is."""
    if may(turn.person, Permission.RECORD_TRAINING, turn.person) and completion.person_id == turn.person.id:
        await turn.store.training.save_completions([replace(completion, evidence=evidence)])


async def _remember(turn: Turn, course: Course, on: date) -> None:
    """A certificate sent on its own soon after is this one's."""
    await turn.store.files.tell_completion(ToldCompletion(turn.person.id, course.id, on, turn.now))


def _waits(turn: Turn, course: Course, on: date) -> str:
    """Why HR looks at it before it counts, in words; "" where it counts at once."""
    start, words = turn.person.start_on, turn.words
    if start is not None and on < start:
        return words("training-before-start", start=formats.full_date(start, words.language))
    return words("training-is-verified") if course.verified else ""


def _problem(turn: Turn, on: date) -> str | None:
    """Why nothing can have been completed on that day, in words."""
    return (
        turn.words("training-in-future", day=formats.full_date(on, turn.words.language))
        if on > turn.today
        else None
    )


async def ask_which_course(turn: Turn, value: str) -> Outcome:
    """Another course was meant: every one is a tap away."""
    day, _, evidence = value.partition(SEPARATOR)
    on = _day(day)
    if on is None:
        return reply(gone(turn.words))
    courses = await offered(turn)
    return reply(cards.which(turn.words, "", courses[:MOST_OFFERED], on, evidence))


MOST_OFFERED = 20
"""Buttons in one card; Slack holds 25 in a block."""


async def confirm(turn: Turn, value: str) -> Outcome:
    """The course was tapped: shown once more before it is kept."""
    found = await _told(turn, value)
    if isinstance(found, Outcome):
        return found
    course, on, evidence = found
    return await _asked(turn, course, on, evidence, others=True)


async def confirm_today(turn: Turn, course_id: str) -> Outcome:
    """A reminder's button: it was done, today unless it is said otherwise."""
    course = next((each for each in await offered(turn) if each.id == course_id), None)
    return await _asked(turn, course, turn.today, "", others=True) if course else reply(gone(turn.words))


async def record(turn: Turn, value: str) -> Outcome:
    """Keep the completion, once."""
    found = await _told(turn, value)
    if isinstance(found, Outcome):
        return found
    course, on, evidence = found
    await _remember(turn, course, on)
    known = await turn.store.training.completions_of([turn.person.id])
    counted = [each for each in known if each.state is not CompletionState.SENT_BACK]
    if any(each.course_id == course.id and each.completed_on == on for each in counted):
        day = formats.full_date(on, turn.words.language)
        return reply(
            greeting.said(
                turn.words,
                "training-recorded-title",
                "training-recorded-before",
                course=course.title_in(turn.words.language),
                day=day,
            )
        )
    expires = course.expires_on(on)
    state = CompletionState.PENDING if _waits(turn, course, on) else CompletionState.RECORDED
    kept = TrainingCompletion(
        uuid4().hex,
        turn.person.tenant_id,
        turn.person.id,
        course.id,
        on,
        expires,
        await kept_evidence(turn, evidence),
        state,
    )
    await turn.store.training.save_completions([kept])
    await plan_training(turn.store, [turn.person], turn.now)
    acted = await note_training(turn.store, [(turn.person, course.id)], turn.now, turn.origin.platform)
    is_pending = state is CompletionState.PENDING
    kept_card = cards.recorded(turn.words, course, on, expires, is_pending)
    return said(turn, kept_card, "training") + Outcome(durable=tuple(acted))


async def _told(turn: Turn, value: str) -> tuple[Course, date, str] | Outcome:
    """Course, day and evidence of a button's value, each looked at again; else what to answer."""
    course_id, _, rest = value.partition(SEPARATOR)
    day, _, evidence = rest.partition(SEPARATOR)
    courses = await offered(turn)
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
    await turn.store.files.forget_completion(turn.person.id)
    return reply(greeting.said(turn.words, "training-dropped-title", "training-dropped"))
