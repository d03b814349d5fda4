"""Tick a milestone: what is done counts as progress, reported like any other."""

from dataclasses import replace

from core.chat.effect import Outcome
from core.model.checkin import ProgressUpdate
from core.model.milestones import counted_progress, with_done
from core.model.objective import Objective, ObjectiveState, Progress
from core.permissions import Permission
from core.services.find_objective import Found, find
from core.services.keep_change import keep_change, tell_of_changes
from core.services.show_objectives import page_of, refuse
from core.services.tell import said, to_self
from core.turn import Turn


async def tick_milestone(turn: Turn, objective_id: str, title: str) -> Outcome:
    """Mark the step of this title as done today; one that is done already stays as it was."""
    found = await find(turn, objective_id, Permission.REPORT_ON_OBJECTIVE)
    found = found or await find(turn, objective_id, Permission.CHANGE_OBJECTIVE)
    if found is None:
        return await refuse(turn)
    before = found.objective
    after = with_done(before, title, turn.today)
    if after == before or before.state in (ObjectiveState.CLOSED, ObjectiveState.PAUSED):
        return said(turn, await page_of(turn, found))
    changes = await keep_change(turn, before, after)
    found = replace(found, objective=replace(after, latest=await _report(turn, found, after)))
    told = await tell_of_changes(turn, found, changes, title_key="news-milestone") if found.sharing else ()
    page = await page_of(turn, found, turn.words("milestone-ticked", title=title))
    return Outcome(durable=(to_self(turn, page, "objective"), *told))


async def _report(turn: Turn, found: Found, objective: Objective) -> Progress:
    """Report how many are done, in the present check-in where there is one; returns the latest progress."""
    latest = replace(counted_progress(objective, objective.latest), reported_at=turn.now)
    if found.sharing:
        # The words around the last figure may be someone else's.
        latest = replace(latest, factors="", outside_control=None)
    await turn.store.objectives.set_latest({objective.id: latest})
    if not found.allows(turn.person, Permission.REPORT_ON_OBJECTIVE):
        return latest
    checkin = (await turn.store.checkins.current([turn.person.id], turn.now)).get(turn.person.id)
    if checkin is not None and turn.now < checkin.closes_at:
        said_before = await turn.store.checkins.progress_of([checkin.id])
        mine = next((each.progress for each in said_before if each.objective_id == objective.id), Progress())
        update = replace(counted_progress(objective, mine), reported_at=turn.now)
        await turn.store.checkins.set_progress([ProgressUpdate(checkin.id, objective.id, update)])
    return latest
