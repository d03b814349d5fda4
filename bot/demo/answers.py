"""The questions that the demo's council adds to its check-ins, and what its people answer to them."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from bot.demo.upkeep import Keeping
from core.chat.event import Origin, TextReceived
from core.flows.flow import question_key
from core.model.checkin import CheckIn, NoteAudience
from core.model.person import Person
from core.model.questions import WELLBEING, Asked, QuestionKind
from core.model.week_priority import PriorityState
from core.ports import Store
from core.services.ask_questions import AUDIENCE, FOLLOW_UP, answer_key, asked_at, question_items
from core.services.week_priorities import STATE_STEP
from core.texts.texts import words_for

_SHAPED = (
    (1, "simon.achebe", "hr questions wellbeing on"),
    (1, "simon.achebe", "hr questions add from bank learning-time"),
    (2, "marcus.bell", "team questions add from bank priorities"),
    (2, "marcus.bell", "team questions add How safe did you feel on site? scale every 2 weeks"),
    (2, "marcus.bell", "team questions follow-up 2 if at most 2: What happened, or could have?"),
)
"""Week, who and what they type; it counts from the next Monday on."""

_AT = timedelta(days=1, hours=5)
"""Tuesday afternoon, from Monday morning."""


def shapings(people: Sequence[Person], first: datetime) -> Iterator[Keeping]:
    """How the questions came to be, after the `first` morning (UTC)."""
    by_name = {person.email.partition("@")[0]: person for person in people}
    for number, (week, who, text) in enumerate(_SHAPED):
        if who in by_name:
            at = first + timedelta(weeks=week, minutes=number) + _AT
            yield Keeping(at, by_name[who], _typed(text))


def _typed(text: str) -> Any:
    def event(origin: Origin) -> TextReceived:
        return TextReceived(origin, text)

    return event


async def answers_to_added(store: Store, person: Person, checkin: CheckIn) -> dict[str, str]:
    """What the person fills in to the questions that were added to this check-in."""
    asked = await asked_at(store, checkin)
    if not asked:
        return {}
    # A form has all its fields; those left alone are sent in empty.
    values = {
        question_key(step, item): ""
        for item in question_items(words_for(person.language), asked)
        for step in item.own
        if step != FOLLOW_UP
    }
    for each in asked:
        values |= _answer(person, checkin.period, each)
    for number, past in enumerate(await store.week_priorities.open_of(person.id)):
        chance = Random(f"{past.id} {checkin.period}")  # noqa: S311 - a story, no secret
        is_done = number > 0 or chance.random() < 0.7
        values[f"{STATE_STEP}@{past.id}"] = PriorityState.DONE if is_done else PriorityState.OPEN
    return values


def _answer(person: Person, period: date, asked: Asked) -> dict[str, str]:
    question = asked.question
    chance = Random(f"{person.email} {question.id} {period}")  # noqa: S311 - a story, no secret
    told = _told()
    value = ""
    match question.kind:
        case QuestionKind.SCALE:
            value = chance.choice("2334445")
        case QuestionKind.YES_NO:
            value = chance.choice(("yes", "yes", "no"))
        case QuestionKind.CHOICE:
            value = str(chance.randint(1, len(question.options)))
        case QuestionKind.TEXT:
            value = chance.choice(told["words"])
        case QuestionKind.PRIORITIES:
            value = chance.choice(told["priorities"])[0]
    values = {answer_key(question): value}
    if question.follow_up is not None and question.follow_up.applies_to(value):
        values[f"{FOLLOW_UP}@{question.id}"] = chance.choice(told["follow_ups"])
    if question.id == WELLBEING and chance.random() < 0.3:
        values[f"{AUDIENCE}@{question.id}"] = NoteAudience.TEAM
    return values


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(files("bot.demo").joinpath("data/answers.toml").read_text(encoding="utf-8"))
