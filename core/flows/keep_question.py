"""The conversation in which HR or a line manager writes or changes a question, and a try of all on oneself."""

from dataclasses import dataclass, replace
from uuid import uuid4

from core.cards import question_list as cards
from core.cards.question_list import trigger_text
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.about_objective import about_of, new_subject, putting_aside, value_of
from core.flows.checkin import ADDED_STEPS
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step, Values
from core.flows.inputs import FreeText, choice_of
from core.model.checkin import NoteAudience
from core.model.conversation import Given
from core.model.person import Language
from core.model.questions import (
    MOST_CHOICES,
    PRIORITIES,
    WELLBEING,
    FollowUp,
    Question,
    QuestionKind,
    Wording,
    asked_in,
)
from core.services import keep_questions
from core.services.ask_questions import question_items
from core.services.keep_questions import Keeping
from core.turn import Turn
from core.understanding.question_words import QuestionWords, read_options, read_trigger

_LONGEST = 300
"""Characters of a question at most: what fits above an input on every platform."""

_READS = "reads-question"
_ABOUT = ":"
_NEW = "new"

KINDS = tuple(kind for kind in QuestionKind if kind is not QuestionKind.PRIORITIES)
_KIND = choice_of(
    tuple((kind.value, f"questions-kind-{kind.value.replace('_', '-')}") for kind in KINDS),
    "questions-kind-unclear",
)
_EVERY = choice_of(
    tuple((str(weeks), f"questions-every-{weeks}") for weeks in (1, 2, 3, 4)), "questions-every-unclear"
)
_TEAM = choice_of(
    (
        (NoteAudience.MANAGER.value, "questions-for-manager"),
        (NoteAudience.TEAM.value, "questions-for-team"),
    ),
    "questions-for-unclear",
)


@dataclass(frozen=True, slots=True)
class _Writing:
    """What the conversation is about: whose questions, the one that is changed, and the id that it has or gets."""

    keeping: Keeping
    before: Question | None
    id: str


def subject_for(scope: str, question_id: str = _NEW) -> str:
    """A subject for writing a question of this scope, or changing the one with this id."""
    return new_subject(f"{scope}{_ABOUT}{question_id}")


async def _writing(turn: Turn, subject: str) -> _Writing | None:
    scope, _, question_id = about_of(subject).partition(_ABOUT)
    keeping = await keep_questions.keeping_of(turn, scope)
    if keeping is None:
        return None
    if question_id == _NEW:
        # The subject's own part becomes the id, so that a repeated answer adds it once.
        own = subject.rpartition(".")[2] or uuid4().hex
        return _Writing(keeping, keeping.now.question(own), own)
    before = keeping.now.question(question_id)
    return _Writing(keeping, before, question_id) if before else None


async def _load(turn: Turn, subject: str) -> Scope | None:
    writing = await _writing(turn, subject)
    if writing is None:
        return None
    before = writing.before
    without: set[str] = set()
    if before is not None:
        # What the organisation counts, and what is carried forward, are answered as they are.
        if before.id == WELLBEING:
            without |= {"kind", "options"}
        if before.id == PRIORITIES:
            without |= {"kind", "options", "readers", "follow-up", "follow-up-when"}
        if before.sensitive:
            without.add("readers")
    return Scope(
        turn.words("questions-write-title"),
        (Paragraph(turn.words("questions-write-intro"), Tone.SUBTLE),),
        prefilled=_given(turn, before) if before else {},
        background=writing,
        without=frozenset(without),
    )


def _given(turn: Turn, question: Question) -> dict[str, Given]:
    """A question as the answers that would make it."""
    own, other = _sides(turn, question.wording)
    said = {
        "text": own,
        "kind": question.kind.value,
        "options": "\n".join(option.read_in(turn.person.language) for option in question.options),
        "every": str(question.every_weeks),
        "readers": question.audience.value,
        "follow-up": question.follow_up.wording.read_in(turn.person.language) if question.follow_up else "",
        "follow-up-when": trigger_text(turn.words, question),
        "other-language": other,
    }
    return {step: Given(value, value) for step, value in said.items() if value}


def _sides(turn: Turn, wording: Wording) -> tuple[str, str]:
    """The wording in the writer's language, or the one there is, and the one in the other language."""
    welsh = turn.person.language is Language.CY
    own, other = (wording.cy, wording.en) if welsh else (wording.en, wording.cy)
    return (own, other) if own else (other, "")


def given_of(said: QuestionWords) -> dict[str, Given]:
    """What was typed of a new question, as answers."""
    values = {
        "kind": said.kind.value if said.kind else QuestionKind.TEXT.value,
        "options": "\n".join(said.options),
        "every": str(said.every_weeks or 1),
        "readers": (NoteAudience.TEAM if said.for_team else NoteAudience.MANAGER).value,
    }
    return {"text": Given(said.text, said.text)} | {
        step: Given(value, value) for step, value in values.items() if value
    }


def question_of(turn: Turn, question_id: str, before: Question | None, answers: Answers) -> Question:
    """The question that the answers make."""
    start = before or Question(question_id, QuestionKind.TEXT, Wording())
    kind = QuestionKind(value_of(answers, "kind") or start.kind)
    text, other = value_of(answers, "text"), value_of(answers, "other-language")
    every = value_of(answers, "every")
    question = replace(
        start,
        kind=kind,
        wording=_wording(turn, text, other),
        options=_options(turn, start, kind, value_of(answers, "options")),
        every_weeks=int(every) if every else start.every_weeks,
        audience=start.audience
        if start.sensitive
        else NoteAudience(value_of(answers, "readers") or start.audience),
    )
    return replace(question, follow_up=_follow_up(turn, question, start.follow_up, answers))


def _wording(turn: Turn, own: str, other: str = "") -> Wording:
    return Wording(other, own) if turn.person.language is Language.CY else Wording(own, other)


def _options(turn: Turn, before: Question, kind: QuestionKind, said: str) -> tuple[Wording, ...]:
    if kind not in (QuestionKind.CHOICE, QuestionKind.SCALE):
        return ()
    if kind is QuestionKind.SCALE:
        return before.options if before.kind is kind else ()
    lines = read_options(said)
    known = {option.read_in(turn.person.language): option for option in before.options}
    return tuple(known.get(line) or _wording(turn, line) for line in lines)


def _follow_up(turn: Turn, question: Question, before: FollowUp | None, answers: Answers) -> FollowUp | None:
    text = value_of(answers, "follow-up")
    options = [option.read_in(turn.person.language) for option in question.options]
    when = read_trigger(value_of(answers, "follow-up-when"), question.kind, options)
    if not text or when is None:
        return None
    same = before is not None and before.wording.read_in(turn.person.language) == text
    return FollowUp(before.wording if before and same else _wording(turn, text), *when)


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """Too few choices, an answer that calls for nothing, or one question too many."""
    kind, said = value_of(answers, "kind"), value_of(answers, "options")
    options = read_options(said)
    if kind == QuestionKind.CHOICE and "options" in answers and not 2 <= len(options) <= MOST_CHOICES:
        return Misfit("options", "questions-options-count", {"most": MOST_CHOICES})
    when = value_of(answers, "follow-up-when")
    is_asked = kind in _CALLING and "follow-up-when" in answers and bool(value_of(answers, "follow-up"))
    if is_asked and read_trigger(when, QuestionKind(kind), options) is None:
        return Misfit("follow-up-when", f"questions-when-{kind.replace('_', '-')}")
    return None


_CALLING = (QuestionKind.YES_NO.value, QuestionKind.SCALE.value, QuestionKind.CHOICE.value)
"""Kinds whose answers can call for a follow-up."""


def _is_choice(values: Values) -> bool:
    return values.get("kind") == QuestionKind.CHOICE


def _can_follow(values: Values) -> bool:
    return values.get("kind") in _CALLING


def _has_follow_up(values: Values) -> bool:
    return bool(values.get("follow-up")) and _can_follow(values)


async def _record(turn: Turn, progression: Progression) -> Outcome:
    writing = await _writing(turn, progression.subject)
    if writing is None or not progression.finished or not progression.changed:
        return NOTHING
    question = question_of(turn, writing.id, writing.before, progression.answers)
    if question == writing.before:
        return await keep_questions.show(turn, writing.keeping.scope)
    return await keep_questions.keep(turn, writing.keeping, question)


KEEP_QUESTION: Flow = Flow(
    "keep_question",
    (
        Step("text", FreeText(multiline=False, longest=_LONGEST), _READS, required=True, essential=True),
        Step("kind", _KIND, _READS, required=True, essential=True),
        Step("options", FreeText(), _READS, required=True, essential=True, when=_is_choice, appears=True),
        Step("every", _EVERY, _READS),
        Step("readers", _TEAM, _READS),
        Step("follow-up", FreeText(multiline=False, longest=_LONGEST), _READS, when=_can_follow, appears=True),
        Step(
            "follow-up-when",
            FreeText(multiline=False, longest=80),
            _READS,
            required=True,
            essential=True,
            when=_has_follow_up,
            appears=True,
        ),
        Step("other-language", FreeText(multiline=False, longest=_LONGEST), _READS),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: KEEP_QUESTION),
    check=_check,
)


# --- trying them ----------------------------------------------------------------------------------------------


def try_subject(scope: str) -> str:
    """A subject for trying the questions of this scope on oneself."""
    return new_subject(scope)


async def _load_try(turn: Turn, subject: str) -> Scope | None:
    keeping = await keep_questions.keeping_of(turn, about_of(subject))
    if keeping is None:
        return None
    besides = replace(keeping.now, owner_id=keeping.now.tenant_id, questions=keeping.besides)
    asked = asked_in((besides, keeping.now) if keeping.besides else (keeping.now,), keeping.next_period)
    if not asked:
        return None
    intro = (Paragraph(turn.words("questions-try-intro"), Tone.SUBTLE),)
    return Scope(turn.words("questions-try-title"), intro, question_items(turn.words, asked))


async def _record_try(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    return reply(cards.tried(turn.person, about_of(progression.subject)))


TRY_QUESTIONS: Flow = Flow(
    "try_questions",
    ADDED_STEPS,
    load=_load_try,
    record=_record_try,
    snooze=putting_aside(_load_try, lambda: TRY_QUESTIONS),
    texts="check-in",
)

FLOWS = (KEEP_QUESTION, TRY_QUESTIONS)
