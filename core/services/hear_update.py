"""Hear an update in plain words: which objective, what it says, and one tap before anything is counted."""

from dataclasses import replace

from core.cards import greeting
from core.cards import understood as cards
from core.cards.asking import SEPARATOR
from core.chat.card import Card
from core.chat.effect import NOTHING, Outcome, Send, ToPerson, reply
from core.flows.inputs import AmountOf, NotUnderstood
from core.model.conversation import Conversation, Given
from core.model.objective import Objective, Progress, Status
from core.services.answer_check_in import objectives_of
from core.services.keep_update import keep_update
from core.turn import Turn
from core.understanding.standing import Standing
from core.understanding.update import Update, understand
from core.understanding.which_objective import Candidate, which_objective

LONGEST = 2_000
"""A longer text is a report rather than an update."""

_UNCHOSEN = "?"
"""The subject under which words are kept while it is asked which objective they are about."""

_STATUS = {
    Standing.ON_TRACK: Status.ON_TRACK,
    Standing.AT_RISK: Status.AT_RISK,
    Standing.OFF_TRACK: Status.OFF_TRACK,
    Standing.DONE: Status.ON_TRACK,
}


def says_something(update: Update) -> bool:
    """Whether there is anything in it to count or to ask about."""
    return update != Update()


async def hear_update(turn: Turn, text: str) -> Outcome | None:
    """What a text says of one of the person's objectives; None when it is no update."""
    objectives = await objectives_of(turn)
    if not objectives or len(text) > LONGEST:
        return None
    meant = which_objective(text, [Candidate(each.title, each.measure) for each in objectives])
    if meant.index is not None:
        return await _about(turn, objectives[meant.index], text, objectives)
    if len(objectives) == 1:
        return await _about(turn, objectives[0], text, objectives)
    if not says_something(understand(text, turn.today)):
        return None
    await _keep_words(turn, _UNCHOSEN, {"said": Given(text, text)})
    return _say(turn, cards.which(turn.person, [objectives[each] for each in meant.ask_about] or objectives))


async def hear_named_update(turn: Turn, text: str) -> Outcome | None:
    """Like `hear_update`, of an objective that the text names among others or by its own words; asks nothing."""
    objectives = await objectives_of(turn)
    objective = None if len(text) > LONGEST else _named(text, objectives)
    return await _about(turn, objective, text, objectives) if objective is not None else None


def _named(text: str, objectives: list[Objective]) -> Objective | None:
    """The one objective whose words a text uses; None where it uses none, or those of several."""
    # A sole candidate is meant whatever is said, which is no naming: one without words stands beside it.
    meant = which_objective(text, [*(Candidate(each.title, each.measure) for each in objectives), Candidate("")])
    return objectives[meant.index] if meant.index is not None and meant.index < len(objectives) else None


async def hear_in_check_in(turn: Turn, objective_id: str, text: str) -> Outcome | None:
    """More than a figure in answer to "where is it now?"; None when it is no more than that."""
    objectives = await objectives_of(turn)
    objective = next((each for each in objectives if each.id == objective_id), None)
    if objective is None or len(text) > LONGEST:
        return None
    if (other := _named(text, objectives)) is not None and other.id != objective_id:
        return await _about(turn, other, text, objectives)
    update = understand(text, turn.today, objective.scale, objective.title)
    more = (update.status, update.blockers, update.needs, update.due_in_days, update.due_on)
    if not any(more) and _is_amount(objective, text, turn):
        return None
    return await _about(turn, objective, text, objectives)


def _is_amount(objective: Objective, text: str, turn: Turn) -> bool:
    try:
        AmountOf(objective.unit, objective.target).read(text, turn.today)
    except NotUnderstood:
        return False
    return True


async def _about(turn: Turn, objective: Objective, text: str, objectives: list[Objective]) -> Outcome | None:
    update = understand(text, turn.today, objective.scale, objective.title)
    if not says_something(update):
        return None
    said = what_counts(objective, update, text)
    await _keep_words(turn, objective.id, {**_answers(said), "said": Given(text, text)})
    card = cards.understood(turn.person, objective, update, said, turn.today, others=len(objectives) > 1)
    return _say(turn, card)


def what_counts(objective: Objective, update: Update, text: str) -> Progress:
    """What an update would change: the value, status, confidence, and its words where they tell why."""
    value, percent = update.value, update.percent
    before = objective.latest.value
    if value is None and update.change is not None and before is not None:
        value = before + update.change
    if value is None and percent is None and update.status is Standing.DONE:
        value, percent = objective.target, 100.0
    if value is not None:
        percent = objective.percent_for(value)
    tells_why = bool(update.blockers or update.needs or update.outside_control is not None)
    return Progress(
        value=value,
        percent=percent,
        status=_STATUS.get(update.status) if update.status else None,
        confidence=update.confidence,
        factors=text if tells_why else "",
        outside_control=update.outside_control,
    )


def _answers(said: Progress) -> dict[str, Given]:
    """What counts, as answers to the check-in's questions."""
    answers: dict[str, Given] = {}
    if said.value is not None:
        answers["progress"] = Given(f"{said.value:g}", repr(said.value))
    elif said.percent is not None:
        answers["progress"] = Given(f"{said.percent:g}%", f"{said.percent!r}%")
    if said.status is not None:
        answers["status"] = Given(said.status.value, said.status.value)
    if said.confidence is not None:
        answers["confidence"] = Given(str(said.confidence), str(said.confidence))
    if said.factors:
        answers["factors"] = Given(said.factors, said.factors)
    if said.outside_control is not None:
        control = "yes" if said.outside_control else "no"
        answers["outside-control"] = Given(control, control)
    return answers


async def _keep_words(turn: Turn, subject: str, answers: dict[str, Given]) -> None:
    kept = await turn.store.conversations.get(turn.person.id, cards.FLOW, subject)
    conversation = kept or Conversation(turn.person.id, cards.FLOW, subject)
    await turn.store.conversations.save(
        replace(conversation, answers=answers, active=False, updated_at=turn.now, platform=turn.origin.platform)
    )


# --- one tap ---------------------------------------------------------------------------------------------------


async def save(turn: Turn, objective_id: str) -> Outcome:
    """Count what was understood."""
    return await _save(turn, objective_id, {})


async def save_with_status(turn: Turn, value: str) -> Outcome:
    """Count what was understood, with the status that was tapped."""
    objective_id, _, status = value.partition(SEPARATOR)
    if status not in {each.value for each in Status}:
        return NOTHING
    return await _save(turn, objective_id, {"status": Given(status, status)})


async def _save(turn: Turn, objective_id: str, more: dict[str, Given]) -> Outcome:
    draft = await turn.store.conversations.get(turn.person.id, cards.FLOW, objective_id)
    if draft is None:
        return reply(greeting.said(turn.words, "understood-done-title", "understood-done"))
    return await keep_update(turn, objective_id, {**draft.answers, **more})


async def choose(turn: Turn, objective_id: str) -> Outcome:
    """It is about this objective."""
    words = await turn.store.conversations.get(turn.person.id, cards.FLOW, _UNCHOSEN)
    objectives = await objectives_of(turn)
    objective = next((each for each in objectives if each.id == objective_id), None)
    if words is None or objective is None:
        return reply(greeting.said(turn.words, "understood-done-title", "understood-done"))
    await turn.store.conversations.remove(words)
    text = words.answers["said"].text
    return await _about(turn, objective, text, objectives) or await _nothing_in_it(turn, objective, text)


async def _nothing_in_it(turn: Turn, objective: Objective, text: str) -> Outcome:
    """The words say nothing that this objective's measure can take: they are kept as what is to be told of it."""
    said = Progress(factors=text)
    await _keep_words(turn, objective.id, {**_answers(said), "said": Given(text, text)})
    return _say(turn, cards.understood(turn.person, objective, Update(), said, turn.today, others=True))


async def choose_another(turn: Turn, objective_id: str) -> Outcome:
    """It is about another objective than the one that was understood."""
    draft = await turn.store.conversations.get(turn.person.id, cards.FLOW, objective_id)
    if draft is None:
        return reply(greeting.said(turn.words, "understood-done-title", "understood-done"))
    await turn.store.conversations.remove(draft)
    await _keep_words(turn, _UNCHOSEN, {"said": draft.answers["said"]})
    others = [each for each in await objectives_of(turn) if each.id != objective_id]
    return _say(turn, cards.which(turn.person, others))


async def drop(turn: Turn, objective_id: str) -> Outcome:
    """It was no update."""
    draft = await turn.store.conversations.get(turn.person.id, cards.FLOW, objective_id or _UNCHOSEN)
    if draft is not None:
        await turn.store.conversations.remove(draft)
    return reply(greeting.said(turn.words, "understood-dropped-title", "understood-dropped"))


def _say(turn: Turn, card: Card) -> Outcome:
    key = f"understood:{turn.origin.platform}:{turn.origin.workspace}:{turn.origin.event_id}"
    to = ToPerson(turn.person.id, turn.origin.platform)
    return Outcome(durable=(Send(to, card, "conversation", key),))
