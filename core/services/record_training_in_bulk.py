"""Completions of many people at once, as HR pastes them: a course, a day, and a name or email a line."""

from collections.abc import Sequence
from uuid import uuid4

from rapidfuzz import fuzz, process

from core.cards import courses as cards
from core.cards import greeting
from core.cards.training import which_in_bulk
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.training import CompletionState, TrainingCompletion
from core.permissions import Right, holds
from core.services.note_acted import note_training
from core.services.plan_training import plan_training
from core.services.record_training import offered
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.texts import formats
from core.turn import Turn
from core.understanding.completions import likely_courses, read_bulk

MOST_LINES = 500
NEARLY = 75
"""How alike (0 to 100) a line and a name must be for the name to be offered."""


async def record_in_bulk(turn: Turn, text: str) -> Outcome:
    """Keep the completions of everyone who is named beyond doubt; each other line is said with why."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    told = read_bulk(text, turn.today)
    if told is None:
        return reply(greeting.said(turn.words, "bulk-title", "bulk-how"))
    courses = await offered(turn)
    course, near = likely_courses(told.course, courses)
    words = turn.words
    if course is None:
        return reply(which_in_bulk(words, told.course, near))
    if told.on > turn.today:
        day = formats.full_date(told.on, words.language)
        problem = words("training-in-future", day=day)
        return reply(greeting.said(words, "training-problem-title", "training-problem", problem=problem))
    people, missed = await _named(turn, told.lines[:MOST_LINES])
    missed += [(each, words("bulk-too-many", most=MOST_LINES)) for each in told.lines[MOST_LINES:]]
    known = await turn.store.training.completions_of([each.id for each in people])
    there = {
        each.person_id: each for each in known if each.course_id == course.id and each.completed_on == told.on
    }
    # What the person recorded and HR has not looked at yet is verified by this.
    counted = {each for each, has in there.items() if has.state is CompletionState.RECORDED}
    new = [each for each in people if each.id not in counted and each.id != turn.person.id]
    missed += [(each.name, words("bulk-own")) for each in people if each.id == turn.person.id]
    await turn.store.training.save_completions(
        TrainingCompletion(
            there[each.id].id if each.id in there else uuid4().hex,
            each.tenant_id,
            each.id,
            course.id,
            told.on,
            course.expires_on(told.on),
            there[each.id].evidence if each.id in there else "",
        )
        for each in new
    )
    await plan_training(turn.store, new, turn.now)
    acted = await note_training(turn.store, [(each, course.id) for each in new], turn.now)
    heading = words(
        "bulk-heading",
        course=course.title_in(words.language),
        day=formats.full_date(told.on, words.language),
    )
    before = [each.name for each in people if each.id in counted and each.id != turn.person.id]
    card = cards.bulk(words, heading, [each.name for each in new], before, missed)
    return said(turn, card, "bulk") + Outcome(durable=tuple(acted))


async def _named(turn: Turn, lines: Sequence[str]) -> tuple[list[Person], list[tuple[str, str]]]:
    """Who is named beyond doubt, each once; and the lines that name nobody or several, with why."""
    everyone = await turn.store.people.all(turn.person.tenant_id)
    by_email = {each.email: each for each in everyone}
    by_name: dict[str, list[Person]] = {}
    for each in everyone:
        by_name.setdefault(each.name.casefold(), []).append(each)
    found: dict[str, Person] = {}
    missed: list[tuple[str, str]] = []
    for line in lines:
        said_name = line.removeprefix("@").casefold()
        candidates = [by_email[said_name]] if said_name in by_email else by_name.get(said_name, [])
        if len(candidates) == 1:
            found[candidates[0].id] = candidates[0]
        else:
            missed.append((line, _why(turn, said_name, candidates, by_name)))
    return list(found.values()), missed


def _why(turn: Turn, said_name: str, candidates: Sequence[Person], names: dict[str, list[Person]]) -> str:
    if candidates:
        return turn.words("bulk-several", emails=", ".join(each.email for each in candidates))
    near = process.extractOne(said_name, names.keys(), scorer=fuzz.WRatio, score_cutoff=NEARLY)
    return turn.words("bulk-nearly", name=names[near[0]][0].name) if near else turn.words("bulk-nobody")
