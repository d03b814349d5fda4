"""This week's priorities: kept as they are said, tied to objectives, and asked about at the next check-in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from core.cards.checkin import FLOW as CHECK_IN_FLOW
from core.chat.card import Paragraph, Tone
from core.flows.flow import Answers, Item, Misfit, Progression, Scope
from core.flows.question_inputs import priority_lines
from core.model.checkin import CheckIn
from core.model.conversation import Given
from core.model.objective import Objective
from core.model.questions import PRIORITIES, Asked
from core.model.week_priority import MOST, PriorityState, WeekPriority
from core.services.ask_questions import PRIORITIES_STEP
from core.turn import Turn
from core.understanding.which_objective import Candidate, which_objective

GROUP = "past-priorities"
"""The items of a check-in that are priorities of an earlier one."""

STATE_STEP = "priority-state"

_KEY = f"{PRIORITIES_STEP}@{PRIORITIES}"


async def past_at(turn: Turn, checkin: CheckIn, asked: Sequence[Asked]) -> list[WeekPriority]:
    """The priorities that this check-in asks about: open from before it, and those already settled in it."""
    if not any(each.question.id == PRIORITIES for each in asked):
        return []
    conversation = await turn.store.conversations.get(turn.person.id, CHECK_IN_FLOW, checkin.id)
    settled = {
        key.removeprefix(f"{STATE_STEP}@")
        for key, given in (conversation.answers if conversation else {}).items()
        if key.startswith(f"{STATE_STEP}@") and given.value
    }
    found = {each.id: each for each in await turn.store.week_priorities.open_of(turn.person.id)}
    if settled - found.keys():
        found |= await turn.store.week_priorities.by_ids(settled - found.keys())
    past = [
        each
        for each in found.values()
        if each.person_id == turn.person.id
        and each.checkin_id != checkin.id
        and (each.id in settled or each.created_at < checkin.opens_at)
    ]
    return sorted(past, key=lambda each: (each.created_at, each.position, each.id))


def past_items(turn: Turn, past: Sequence[WeekPriority], objectives: Sequence[Objective]) -> tuple[Item, ...]:
    """The earlier priorities as items, each with the objective that it names."""
    titles = {each.id: each.title for each in objectives}

    def said(each: WeekPriority) -> str:
        title = titles.get(each.objective_id or "")
        from_before = turn.words("questions-priority-before")
        return f"{from_before} · {title}" if title else from_before

    return tuple(Item(each.id, each.text, (Paragraph(said(each), Tone.SUBTLE),), group=GROUP) for each in past)


def too_many(scope: Scope, answers: Answers) -> Misfit | None:
    """Whether the new priorities and those carried on are more than a week holds."""
    given = answers.get(_KEY)
    new = len(priority_lines(given.value)) if given else 0
    states = [answers.get(f"{STATE_STEP}@{item.id}") for item in scope.items if item.group == GROUP]
    carried = sum(1 for state in states if state and state.value == PriorityState.OPEN)
    if not new or new + carried <= MOST:
        return None
    return Misfit(_KEY, "questions-priorities-carried", {"carried": carried, "most": MOST})


async def keep_priorities(
    turn: Turn,
    checkin: CheckIn,
    past: Sequence[WeekPriority],
    objectives: Sequence[Objective],
    progression: Progression,
    given: Mapping[str, Given],
) -> None:
    """Settle earlier priorities as said, and keep the new ones; a line that was taken out is dropped."""
    answers = progression.answers
    changed = [after for before in past if (after := _as_said(turn, before, answers)) != before]
    if _KEY in given:
        known = {each.position: each for each in await turn.store.week_priorities.of_check_in(checkin.id)}
        lines = priority_lines(answers[_KEY].value)
        new = [_kept(turn, checkin, known, objectives, *each) for each in enumerate(lines)]
        gone = [
            replace(each, state=PriorityState.DROPPED, settled_at=turn.now)
            for each in known.values()
            if each.position >= len(lines) and each.state is PriorityState.OPEN
        ]
        changed += [*new, *gone]
    await turn.store.week_priorities.save(changed)


def _as_said(turn: Turn, priority: WeekPriority, answers: Answers) -> WeekPriority:
    said = answers.get(f"{STATE_STEP}@{priority.id}")
    if said is None or not said.value or said.value == priority.state:
        return priority
    state = PriorityState(said.value)
    return replace(priority, state=state, settled_at=None if state is PriorityState.OPEN else turn.now)


def _kept(
    turn: Turn,
    checkin: CheckIn,
    known: Mapping[int, WeekPriority],
    objectives: Sequence[Objective],
    position: int,
    line: str,
) -> WeekPriority:
    before = known.get(position)
    start = before or WeekPriority(
        uuid5(NAMESPACE_OID, f"{checkin.id}:{position}").hex,
        checkin.tenant_id,
        checkin.person_id,
        checkin.id,
        position,
        line,
        turn.now,
    )
    kept = replace(start, text=line, objective_id=_named(line, objectives))
    if before is not None and before.text == line and before.state is not PriorityState.DROPPED:
        # What a later check-in said of it stands.
        return kept
    return replace(kept, state=PriorityState.OPEN, settled_at=None)


def _named(line: str, objectives: Sequence[Objective]) -> str | None:
    """The objective that a line names; a sole objective is not meant by whatever is said."""
    candidates = [Candidate(each.title, each.measure) for each in objectives]
    meant = which_objective(line, [*candidates, Candidate("")])
    return objectives[meant.index].id if meant.index is not None and meant.index < len(objectives) else None
