"""The milestones of an objective, a line each: written, put in order, dated, and ticked."""

from dataclasses import replace

from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import (
    READS,
    begin,
    changeable,
    new_subject,
    putting_aside,
    value_of,
)
from core.flows.flow import Flow, Item, Progression, Scope, Step
from core.flows.objective_inputs import MilestoneLines
from core.model.conversation import Given
from core.model.milestones import counted_progress, with_milestones
from core.services.find_objective import Found
from core.services.keep_change import keep_change, tell_of_changes
from core.services.show_objectives import page_of
from core.services.tell import said, to_self
from core.turn import Turn
from core.understanding.milestone_lines import as_lines, read_milestones


async def _load(turn: Turn, subject: str) -> Scope | None:
    found = await changeable(turn, subject)
    if found is None:
        return None
    objective = found.objective
    intro = Paragraph(turn.words("milestones-intro"), Tone.SUBTLE)
    kinds = {"lines": MilestoneLines(known=objective.milestones)}
    return Scope(turn.words("milestones-heading"), (), (Item(objective.id, objective.title, (intro,), kinds),))


async def start(turn: Turn, found: Found, *, by_form: bool) -> Outcome:
    """Begin, with the milestones there are filled in."""
    lines = as_lines(found.objective.milestones, turn.words("milestone-by"))
    given = {f"lines@{found.objective.id}": Given(lines, "")} if lines else None
    return await begin(turn, EDIT_MILESTONES, new_subject(found.objective.id), given, by_form=by_form)


async def _record(turn: Turn, progression: Progression) -> Outcome:
    found = await changeable(turn, progression.subject) if progression.finished else None
    if found is None:
        return NOTHING
    before = found.objective
    lines = value_of(progression.answers, f"lines@{before.id}")
    if not lines:
        return said(turn, await page_of(turn, found))
    steps = read_milestones(lines, turn.today, before.milestones)
    after = with_milestones(before, steps)
    changes = await keep_change(turn, before, after)
    if not changes:
        return said(turn, await page_of(turn, found))
    latest = counted_progress(after, before.latest)
    await turn.store.objectives.set_latest({after.id: latest})
    found = replace(found, objective=replace(after, latest=latest))
    told = await tell_of_changes(turn, found, changes)
    page = await page_of(turn, found, turn.words("milestones-saved"))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))


EDIT_MILESTONES: Flow = Flow(
    "edit_milestones",
    (Step("lines", None, READS, each=True, required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: EDIT_MILESTONES),
)
