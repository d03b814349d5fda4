"""Objectives that are kept up: what is typed about one that exists, and what its buttons do.

Every id that comes back is asked about again, and refusals say the same whatever was named.
"""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from core.cards import greeting
from core.cards.objective_news import how_to_change, which_step
from core.chat.effect import Outcome, reply
from core.flows import (
    change_objective,
    close_objective,
    edit_milestones,
    hand_over,
    pause_objective,
    share_objective,
)
from core.flows.about_objective import begin, new_subject
from core.flows.flow import Flow
from core.model.objective import Objective, ObjectiveState
from core.permissions import Permission
from core.services import pause_objectives, show_objectives
from core.services import share_objective as sharing
from core.services.find_objective import Found, find, find_all, meant, standing_of
from core.services.show_objectives import ask_which, refuse
from core.services.tick_milestone import tick_milestone
from core.turn import Turn
from core.understanding.dates import read_absence, read_date, read_until
from core.understanding.objective_requests import ALL, Request, Verb, read_done, read_field, read_request

FLOWS: tuple[Flow, ...] = (
    change_objective.CHANGE_OBJECTIVE,
    change_objective.CHANGE_RANGE,
    change_objective.CHANGE_PLAIN,
    edit_milestones.EDIT_MILESTONES,
    pause_objective.PAUSE_OBJECTIVE,
    pause_objective.PAUSE_ALL,
    share_objective.SHARE_OBJECTIVE,
    close_objective.CLOSE_OBJECTIVE,
    *close_objective.CARRY_ON,
    hand_over.HAND_OVER,
    hand_over.HAND_OVER_NOTE,
)


async def hear_objectives(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """What was said after the word `objectives`: nothing, a number, words of a title, a name, or a request."""
    if not rest:
        return await show_objectives.show_list(turn, turn.person)
    request = read_request(rest, within=True)
    if request is not None:
        return await carry_out(turn, request, by_menu=by_menu)
    if rest.startswith("@") or (turn.mentions and turn.mentions[0].text.strip() in rest):
        return await show_objectives.show_report(turn, rest)
    found = await show_objectives.show_meant(turn, rest)
    if found is not None:
        return found
    if not rest.isdecimal() and await turn.store.people.reports_of(turn.person.id):
        return await show_objectives.show_report(turn, rest)
    return ask_which(turn, await standing_of(turn, turn.person), rest)


async def carry_out(turn: Turn, request: Request, *, by_menu: bool = False) -> Outcome:
    """What was asked for about the person's own objectives."""
    if request.verb is Verb.CLOSED:
        return await show_objectives.show_closed(turn, turn.person)
    objectives = await standing_of(turn, turn.person)
    everything = request.which == ALL or (request.verb is Verb.HAND_OVER and not request.which)
    if everything:
        return await _to_all(turn, request, objectives, by_menu=by_menu)
    fitting = meant(objectives, request.which)
    if len(fitting) != 1:
        return ask_which(turn, fitting or objectives, request.which)
    needed = Permission.SEE_OBJECTIVE if request.verb in (Verb.SHOW, Verb.HISTORY) else Permission.CHANGE_OBJECTIVE
    found = await find(turn, fitting[0].id, needed)
    return await _to_one(turn, request, found, by_menu=by_menu) if found else await refuse(turn)


async def _to_all(turn: Turn, request: Request, objectives: list[Objective], *, by_menu: bool) -> Outcome:
    match request.verb:
        case Verb.PAUSE if not request.rest and not request.reason:
            subject = pause_objective.all_of(turn.person)
            return await begin(turn, pause_objective.PAUSE_ALL, subject, by_form=by_menu)
        case Verb.PAUSE:
            back_on = _back_on(turn, request.rest)
            if back_on is None and request.rest:
                return reply(greeting.said(turn.words, "pause-unclear-title", "pause-unclear"))
            return await pause_objectives.pause_all(turn, turn.person, back_on, request.reason)
        case Verb.RESUME:
            return await pause_objectives.resume_all(turn, turn.person)
        case Verb.HAND_OVER:
            mine = [each.id for each in objectives if each.person_id == turn.person.id]
            found = await find_all(turn, mine, Permission.CHANGE_OBJECTIVE)
            if not request.rest or not found:
                return reply(greeting.said(turn.words, "hand-over-how-title", "hand-over-how"))
            return await hand_over.hand_over_to(turn, list(found.values()), _name(request.rest), request.reason)
        case _:
            return ask_which(turn, objectives, "")


async def _to_one(turn: Turn, request: Request, found: Found, *, by_menu: bool) -> Outcome:
    match request.verb:
        case Verb.CHANGE:
            return await _change(turn, request, found, by_menu=by_menu)
        case Verb.MILESTONES:
            return await edit_milestones.start(turn, found, by_form=by_menu)
        case Verb.SHARE if request.rest:
            return await share_objective.share_with(turn, found, _name(request.rest))
        case Verb.SHARE:
            return await _begin(turn, share_objective.SHARE_OBJECTIVE, found, by_form=by_menu)
        case Verb.PAUSE if request.rest or request.reason:
            back_on = _back_on(turn, request.rest)
            if back_on is None and request.rest:
                return reply(greeting.said(turn.words, "pause-unclear-title", "pause-unclear"))
            return await pause_objectives.pause_one(turn, found, back_on, request.reason)
        case Verb.PAUSE:
            return await _begin(turn, pause_objective.PAUSE_OBJECTIVE, found, by_form=by_menu)
        case Verb.RESUME:
            return await pause_objectives.resume_one(turn, found)
        case Verb.CLOSE:
            outcome = close_objective.outcome_said(turn, request.rest)
            return await close_objective.start_closing(turn, found, outcome, by_form=by_menu)
        case Verb.CARRY_ON:
            return await close_objective.start_carrying_on(turn, found, by_form=by_menu)
        case Verb.HISTORY:
            return await show_objectives.show_history(turn, found.objective.id)
        case Verb.HAND_OVER if request.rest:
            return await hand_over.hand_over_to(turn, [found], _name(request.rest), request.reason)
        case Verb.HAND_OVER:
            return await _begin(turn, hand_over.HAND_OVER, found, by_form=by_menu)
        case _:
            return await show_objectives.show_by_id(turn, found.objective.id)


async def _change(turn: Turn, request: Request, found: Found, *, by_menu: bool) -> Outcome:
    field = read_field(request.rest)
    flow = change_objective.flow_for(found.objective)
    if field is not None and any(step.name == field[0] for step in flow.steps):
        return await change_objective.change_at_once(turn, found, *field, request.reason)
    if by_menu:
        return await change_objective.start(turn, found, by_form=True)
    return reply(how_to_change(turn.words, found.objective))


async def hear_done(turn: Turn, text: str) -> Outcome | None:
    """`done survey` ticks the milestone that fits; None when it says or fits no such thing."""
    words = read_done(text)
    if words is None:
        return None
    objectives = await standing_of(turn, turn.person)
    open_steps = [
        (each, step.title)
        for each in objectives
        if each.state is ObjectiveState.ACTIVE
        for step in each.milestones
        if step.done_on is None
    ]
    titles = [Objective(str(number), "", "", title, "") for number, (_, title) in enumerate(open_steps)]
    fitting = [open_steps[int(each.id)] for each in meant(titles, words)] if not words.isdecimal() else []
    if len(fitting) > 1:
        return reply(which_step(turn.words, fitting))
    return await tick_milestone(turn, fitting[0][0].id, fitting[0][1]) if fitting else None


def _back_on(turn: Turn, words: str) -> date | None:
    """The day in "until 4 Jan", "for 6 weeks" or "from now until March"; None when none can be read."""
    if not words:
        return None
    back = read_until(words, turn.today)
    if back is None:
        days = read_absence(words, turn.today, turn.person.working_days)
        back = days[1] + timedelta(days=1) if days else read_date(words, turn.today)
    return back if back is not None and back > turn.today else None


def _name(rest: str) -> str:
    """The name in "with Ben Lloyd" or "to @Ben"."""
    first, _, more = rest.partition(" ")
    return more if first.casefold() in ("with", "to", "gyda", "efo", "â", "i") and more else rest


async def _begin(turn: Turn, flow: Flow, found: Found, *, by_form: bool) -> Outcome:
    return await begin(turn, flow, new_subject(found.objective.id), by_form=by_form)


# --- buttons --------------------------------------------------------------------------------------------------


def _on_one(do: Callable[[Turn, Found], Awaitable[Outcome]]) -> Callable[[Turn, str], Awaitable[Outcome]]:
    """A button that changes an objective."""

    async def tapped(turn: Turn, objective_id: str) -> Outcome:
        found = await find(turn, objective_id, Permission.CHANGE_OBJECTIVE)
        return await do(turn, found) if found else await refuse(turn)

    return tapped


async def _closed_of(turn: Turn, person_id: str) -> Outcome:
    owner = (await turn.store.people.by_ids([person_id])).get(person_id)
    return await show_objectives.show_closed(turn, owner) if owner else await refuse(turn)


async def _tick(turn: Turn, value: str) -> Outcome:
    objective_id, _, title = value.partition("|")
    return await tick_milestone(turn, objective_id, title)


async def _share_with(turn: Turn, value: str) -> Outcome:
    objective_id, _, person_id = value.partition("|")
    return await sharing.share_with_id(turn, objective_id, person_id)


async def _unshare(turn: Turn, value: str) -> Outcome:
    objective_id, _, person_id = value.partition("|")
    return await sharing.stop_sharing(turn, objective_id, person_id)


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "objectives.closed": _closed_of,
    "objective.open": show_objectives.show_by_id,
    "objective.history": show_objectives.show_history,
    "objective.change": _on_one(lambda turn, found: change_objective.start(turn, found, by_form=True)),
    "objective.change_here": _on_one(lambda turn, found: change_objective.start(turn, found, by_form=False)),
    "objective.milestones": _on_one(lambda turn, found: edit_milestones.start(turn, found, by_form=True)),
    "objective.share": _on_one(
        lambda turn, found: _begin(turn, share_objective.SHARE_OBJECTIVE, found, by_form=True)
    ),
    "objective.share_with": _share_with,
    "objective.unshare": _unshare,
    "objective.pause": _on_one(
        lambda turn, found: _begin(turn, pause_objective.PAUSE_OBJECTIVE, found, by_form=True)
    ),
    "objective.resume": _on_one(pause_objectives.resume_one),
    "objective.close": _on_one(lambda turn, found: close_objective.start_closing(turn, found, by_form=True)),
    "objective.carry_on": _on_one(
        lambda turn, found: close_objective.start_carrying_on(turn, found, by_form=True)
    ),
    "objective.hand_over": _on_one(lambda turn, found: _begin(turn, hand_over.HAND_OVER, found, by_form=True)),
    "objective.hand_over_to": hand_over.hand_over_chosen,
    "objective.tick": _tick,
}
"""What each button about an objective does, by the action's name."""
