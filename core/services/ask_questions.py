"""Ask the questions that were added to a check-in, as it opened with them, and keep what is answered."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from core.cards.question_list import reads
from core.flows.flow import Answers, Item, OwnStep, Progression, Values
from core.flows.question_inputs import input_of
from core.model.checkin import CheckIn, NoteAudience
from core.model.conversation import Given
from core.model.person import Person
from core.model.questions import (
    WELLBEING,
    AnswerPart,
    Asked,
    Question,
    QuestionAnswer,
    QuestionKind,
    QuestionSet,
    Said,
    asked_in,
    refs_of,
)
from core.permissions import Permission, may
from core.ports import Store
from core.texts.texts import Words
from core.turn import Turn

GROUP = "questions"
"""The items of a check-in that are added questions."""

ANSWER, ANSWER_WORDS, PRIORITIES_STEP = "answer", "answer-words", "priorities"
FOLLOW_UP, AUDIENCE = "follow-up", "answer-audience"

_ANSWER_STEPS = {QuestionKind.TEXT: ANSWER_WORDS, QuestionKind.PRIORITIES: PRIORITIES_STEP}
"""Free text is asked by a step of its own, for the engine to know that whatever is typed is an answer."""


# --- which questions ------------------------------------------------------------------------------------------


async def sets_for(store: Store, people: Collection[Person]) -> dict[str, list[QuestionSet]]:
    """The questions added for each person now, by person, in one query however many they are."""
    owners = {person.tenant_id for person in people} | {p.manager_id for p in people if p.manager_id}
    newest = await store.questions.newest(owners) if owners else {}
    return {
        person.id: [newest[owner] for owner in (person.tenant_id, person.manager_id) if owner in newest]
        for person in people
    }


def asks_of(sets: Iterable[QuestionSet], period: date) -> str:
    """What a check-in that opens now is bound to: the versions that have a question for its period."""
    return refs_of(each for each in sets if any(one.is_asked_in(period) for one in each.questions))


async def asked_at(store: Store, checkin: CheckIn) -> list[Asked]:
    """The questions that this check-in asks besides its own; no query where it has none."""
    if not checkin.asks:
        return []
    sets = await store.questions.versions(checkin.asks.split())
    return asked_in(sets.values(), checkin.period)


# --- asking ---------------------------------------------------------------------------------------------------


def answer_step(question: Question) -> str:
    """The step that asks it."""
    return _ANSWER_STEPS.get(question.kind, ANSWER)


def answer_key(question: Question) -> str:
    """The key of its answer in a conversation."""
    return f"{answer_step(question)}@{question.id}"


def question_items(words: Words, asked: Iterable[Asked]) -> tuple[Item, ...]:
    """The questions as items of a check-in, each in its own words."""
    return tuple(_item(words, each.question) for each in asked)


def _item(words: Words, question: Question) -> Item:
    step = answer_step(question)
    own = {step: OwnStep(question.wording.read_in(words.language), reads(question, question.audience))}
    if question.follow_up is not None:
        own[FOLLOW_UP] = _follow_up(words, question, step)
    if question.id == WELLBEING:
        own[AUDIENCE] = OwnStep(
            words("questions-share-ask"), "reads-as-chosen", lambda values: bool(values.get(step))
        )
    return Item(question.id, "", accepts={step: input_of(question, words)}, group=GROUP, own=own)


def _follow_up(words: Words, question: Question, step: str) -> OwnStep:
    follow_up = question.follow_up
    assert follow_up is not None  # noqa: S101 - asked by the caller

    def applies(values: Values) -> bool:
        return follow_up.applies_to(values.get(step, ""))

    return OwnStep(follow_up.wording.read_in(words.language), reads(question, NoteAudience.MANAGER), applies)


# --- answers --------------------------------------------------------------------------------------------------


async def keep_answers(
    turn: Turn, checkin: CheckIn, asked: Sequence[Asked], progression: Progression, given: Mapping[str, Given]
) -> None:
    """Keep what is said to each question that was touched, with the version that was asked."""
    touched = {key.partition("@")[2] for key in given}
    await turn.store.questions.keep_answers(
        [
            answer
            for each in asked
            if each.question.id in touched
            for answer in _answers(turn, checkin, each, progression.answers)
        ]
    )


def _answers(turn: Turn, checkin: CheckIn, asked: Asked, answers: Answers) -> list[QuestionAnswer]:
    question = asked.question

    def kept(part: AnswerPart, value: str, audience: NoteAudience) -> QuestionAnswer:
        return QuestionAnswer(
            checkin.id, question.id, part, asked.owner_id, asked.version, value, audience, turn.now
        )

    def value_of(step: str) -> str:
        found = answers.get(f"{step}@{question.id}")
        return found.value if found else ""

    value = value_of(answer_step(question))
    audience = question.audience
    if question.id == WELLBEING and value_of(AUDIENCE):
        audience = NoteAudience(value_of(AUDIENCE))
    rows = [kept(AnswerPart.ANSWER, value, audience)]
    if question.follow_up is not None:
        more = value_of(FOLLOW_UP) if question.follow_up.applies_to(value) else ""
        rows.append(kept(AnswerPart.FOLLOW_UP, more, NoteAudience.MANAGER))
    return rows


async def said_at(store: Store, checkin: CheckIn, reader: Person, owner: Person) -> list[Said]:
    """What was asked and answered, as far as `reader` may read it of `owner`; no query where nothing was asked."""
    if not checkin.asks or not may(reader, Permission.READ_CHECK_IN, owner):
        return []
    asked = await asked_at(store, checkin)
    found = {(each.question_id, each.part): each for each in await store.questions.answers_of([checkin.id])}
    said = []
    for each in asked:
        answer = found.get((each.question.id, AnswerPart.ANSWER))
        if answer is None or not answer.value or not _may_read(reader, owner, each.question):
            continue
        more = found.get((each.question.id, AnswerPart.FOLLOW_UP))
        said.append(Said(each.question, answer.value, more.value if more else "", answer.audience))
    return said


def _may_read(reader: Person, owner: Person, question: Question) -> bool:
    return not question.sensitive or may(reader, Permission.READ_WELLBEING, owner)
