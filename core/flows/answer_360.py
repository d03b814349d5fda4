"""Answer in a 360 round: how often one sees what, an example of each, and two questions in one's own words.

What was answered is kept with its giver until the round closes, so that it can be changed, and nowhere else: the
conversation that it was given in is forgotten.
"""

from dataclasses import replace

from core.cards import asked_360 as cards
from core.cards.asked_360 import FLOW, who_reads_key
from core.chat.card import Paragraph
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.about_objective import not_yet, putting_aside, value_of
from core.flows.flow import Answers, Flow, Item, OwnStep, Progression, Scope, Step
from core.flows.inputs import FreeText, choice_of
from core.model.conversation import Given
from core.model.round_360 import FREQUENCY, Group, Rater, Round360, RoundAnswer
from core.services.ask_360 import part_of, settle
from core.services.give_unnamed_feedback import forget_conversation
from core.services.tell import said
from core.texts.texts import Words
from core.turn import Turn

LONGEST = 2_000

_SCORE = choice_of(tuple((each, f"round-frequency-{each}") for each in FREQUENCY), "round-score-unclear")

_READS = "reads-round-others"


async def _load(turn: Turn, round_id: str) -> Scope | None:
    found = await part_of(turn, round_id)
    if found is None:
        return None
    asked, rater, subject = found
    words = turn.words
    known = await turn.store.rounds_360.answer(asked.id, turn.person.id)
    key = "round-answer-intro-self" if rater.group is Group.SELF else "round-answer-intro"
    intro = words(key, name=subject.name)
    title = cards.title(words, rater, subject)
    return Scope(title, (Paragraph(intro),), _items(words, asked, rater), prefilled=_given(known) if known else {})


def _items(words: Words, asked: Round360, rater: Rater) -> tuple[Item, ...]:
    reads = who_reads_key(rater.group)
    example = OwnStep(words("round-example"), reads)
    scaled = tuple(
        Item(each.id, "", own={"score": OwnStep(each.wording.read_in(words.language), reads), "example": example})
        for each in asked.template.competencies
    )
    opened = tuple(
        Item(each.id, "", group="open", own={"words": OwnStep(each.wording.read_in(words.language), reads)})
        for each in asked.template.open_questions
    )
    return (*scaled, *opened)


def _given(known: RoundAnswer) -> Answers:
    scores = {f"score@{line}": Given(str(score), str(score)) for line, score in known.scores.items()}
    texts = {
        f"{step}@{line}": Given(text, text)
        for line, text in known.comments.items()
        for step in ("example", "words")
    }
    return {**scores, **texts}


def _answer_of(turn: Turn, asked: Round360, answers: Answers) -> RoundAnswer:
    scored = {each.id: value_of(answers, f"score@{each.id}") for each in asked.template.competencies}
    written = {each.id: value_of(answers, f"example@{each.id}") for each in asked.template.competencies}
    written |= {each.id: value_of(answers, f"words@{each.id}") for each in asked.template.open_questions}
    return RoundAnswer(
        asked.id,
        turn.person.id,
        {line: int(score) for line, score in scored.items() if score},
        {line: text for line, text in written.items() if text},
    )


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    found = await part_of(turn, progression.subject)
    if found is None:
        return reply(cards.over(turn.words))
    asked, rater, subject = found
    answer = _answer_of(turn, asked, progression.answers)
    if not answer.says_something:
        problem = turn.words("round-nothing-said")
        return not_yet(turn, ANSWER_360, asked.id, progression.scope.title, problem)
    await turn.store.rounds_360.save_answer(answer)
    answered = replace(rater, has_answered=True, has_declined=False)
    await turn.store.rounds_360.save_raters([answered])
    await forget_conversation(turn, FLOW, asked.id)
    await settle(turn, asked, rater, subject)
    return said(turn, cards.thanks(turn.person, asked, rater, subject), "360 round")


ANSWER_360: Flow = Flow(
    FLOW,
    (
        Step("score", _SCORE, _READS, each=True),
        Step("example", FreeText(longest=LONGEST), _READS, each=True),
        Step("words", FreeText(longest=LONGEST), _READS, each=True, group="open"),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: ANSWER_360),
)
