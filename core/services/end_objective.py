"""End an objective: close it with how it ended, or carry it on as a new one that begins where it stands."""

from dataclasses import replace
from datetime import date

from core.cards.objective_news import news
from core.chat.effect import NOTHING, Outcome
from core.model.measure import Direction
from core.model.milestones import counted_progress, with_milestones
from core.model.objective import Objective, ObjectiveState, Progress
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import OUTCOME
from core.services.find_objective import Found, is_closed
from core.services.keep_change import everyone_concerned, keep_change, tell_of_changes
from core.services.show_objectives import page_of
from core.services.tell import to_person, to_self
from core.texts.texts import words_for
from core.turn import Turn

OUTCOMES: tuple[str, ...] = ("reached", "not-reached", "not-wanted")
"""How an objective can end; the text `outcome-<word>` says it."""


async def close(turn: Turn, found: Found, outcome: str, note: str) -> Outcome:
    """Close an objective and tell whom it concerns."""
    found, changes = await _close(turn, found, outcome, note)
    told = await tell_of_changes(turn, found, changes, title_key="news-closed")
    page = await page_of(turn, found, turn.words("close-done"))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))


async def _close(turn: Turn, found: Found, outcome: str, note: str) -> tuple[Found, list[ObjectiveChange]]:
    before = found.objective
    after = replace(before, state=ObjectiveState.CLOSED, closed_on=turn.today, paused_until=None)
    ended = ObjectiveChange(before.id, OUTCOME, "", outcome, turn.now, turn.person.id, note)
    changes = await keep_change(turn, before, after, note, [ended])
    return replace(found, objective=after), changes


def next_due(objective: Objective, today: date) -> date:
    """A year after the old date, or the next end of a financial year that is still to come."""
    if objective.due_on is not None:
        due = _a_year_later(objective.due_on)
        if due > today:
            return due
    return date(today.year + (today.month > 3), 3, 31)


def _a_year_later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


def successor(objective: Objective, new_id: str, target: float | None, due_on: date) -> Objective:
    """The objective that carries this one on: it begins where this one stands, with the steps that are left."""
    down = objective.direction is Direction.DOWN
    reached = objective.latest.value
    baseline = objective.baseline if reached is None else reached
    after = replace(
        objective,
        id=new_id,
        baseline=baseline,
        target=target,
        due_on=due_on,
        state=ObjectiveState.ACTIVE,
        paused_until=None,
        closed_on=None,
        carried_from_id=objective.id,
        latest=Progress(),
    )
    if objective.milestones:
        after = with_milestones(after, tuple(each for each in objective.milestones if each.done_on is None))
        return replace(after, latest=counted_progress(after, Progress()))
    if baseline is not None and target is not None and objective.direction in (Direction.UP, Direction.DOWN):
        down = target < baseline
        after = replace(after, direction=Direction.DOWN if down else Direction.UP)
    return (
        replace(after, latest=Progress(value=reached, percent=after.percent_for(reached)))
        if reached is not None
        else after
    )


async def carry_on(turn: Turn, found: Found, after: Objective, outcome: str) -> Outcome:
    """Close what is not closed, and begin its successor with the same owners."""
    if (await turn.store.objectives.by_ids([after.id])).get(after.id) is not None:
        return NOTHING
    if not is_closed(found.objective):
        await _close(turn, found, outcome, "")
    await turn.store.objectives.save([after], turn.now)
    await turn.store.objectives.set_latest({after.id: after.latest})
    await turn.store.objectives.share(after.id, found.sharing)
    carried = replace(found, objective=after)
    told = []
    for person in await everyone_concerned(turn, carried):
        words = words_for(person.language)
        title = words("news-carried-on", name=turn.person.name, title=after.title)
        told.append(to_person(turn, person, news(words, title, (), after), "objective-news"))
    page = await page_of(turn, carried, turn.words("carry-on-done"))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))
