"""Follow agreed actions until they are closed: list them, ask about them at check-ins, close them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from core.cards import actions as cards
from core.cards import asking
from core.cards.checkin import FLOW as CHECK_IN_FLOW
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.flows.flow import Item, Progression
from core.model.action import ActionState, AgreedAction
from core.model.checkin import CheckIn
from core.model.conversation import Given
from core.model.person import Person
from core.permissions import Permission, may
from core.ports import Store
from core.turn import Turn

GROUP = "actions"
"""The items of a check-in that are agreed actions."""

STATE_STEP, NOTE_STEP = "action-state", "action-note"


async def to_do(store: Store, person: Person) -> list[AgreedAction]:
    """Open actions that are this person's to do: their own, and a line manager's for present reports."""
    people = await _circle(store, person)
    return [action for action in await store.actions.open_for(list(people)) if _is_done_by(person, action, people)]


async def _circle(store: Store, person: Person) -> dict[str, Person]:
    return {each.id: each for each in (person, *await store.people.reports_of(person.id))}


def _is_done_by(person: Person, action: AgreedAction, people: Mapping[str, Person]) -> bool:
    """Whether the action is this person's to do; one of a line manager's goes over to the next one."""
    about = people.get(action.person_id)
    if about is None or not may(person, Permission.CLOSE_ACTION, about):
        return False
    if about.id == person.id:
        return action.owner_id == person.id or person.manager_id is None
    return action.owner_id != about.id


# --- listing and closing --------------------------------------------------------------------------------------


async def show_actions(turn: Turn) -> Outcome:
    """What is mine to do, and what someone else is to do for me."""
    store, person = turn.store, turn.person
    people = await _circle(store, person)
    found = await store.actions.open_for(list(people))
    mine = [action for action in found if _is_done_by(person, action, people)]
    others = [action for action in found if action.person_id == person.id and action not in mine]
    if others and person.manager_id:
        people |= await store.people.by_ids([person.manager_id])
        others = [replace(action, owner_id=person.manager_id) for action in others]
    titles = await _titles(store, [*mine, *others])
    return reply(cards.action_list(person, turn.today, mine, others, people, titles))


async def _titles(store: Store, actions: Sequence[AgreedAction]) -> dict[str, str]:
    ids = {action.objective_id for action in actions if action.objective_id}
    found = await store.objectives.by_ids(ids) if ids else {}
    return {objective_id: objective.title for objective_id, objective in found.items()}


async def mark_done(turn: Turn, action_id: str) -> Outcome:
    """The action is done."""
    return await _set_state(turn, action_id, ActionState.DONE)


async def drop(turn: Turn, action_id: str) -> Outcome:
    """The action is no longer needed."""
    return await _set_state(turn, action_id, ActionState.DROPPED)


async def reopen(turn: Turn, action_id: str) -> Outcome:
    """The action was closed by mistake."""
    return await _set_state(turn, action_id, ActionState.OPEN)


async def _set_state(turn: Turn, action_id: str, state: ActionState) -> Outcome:
    action = (await turn.store.actions.by_ids([action_id])).get(action_id)
    about = (await turn.store.people.by_ids([action.person_id])).get(action.person_id) if action else None
    if action is None or about is None or not may(turn.person, Permission.CLOSE_ACTION, about):
        return reply(asking.gone(turn.words))
    changed = _in_state(turn, action, state)
    if changed == action:
        shown = cards.opened if state is ActionState.OPEN else cards.closed
        return reply(shown(turn.person, action))
    await turn.store.actions.save([changed])
    if state is ActionState.OPEN:
        return reply(cards.opened(turn.person, changed))
    return reply(cards.closed(turn.person, changed)) + _told(turn, changed, about)


def _in_state(turn: Turn, action: AgreedAction, state: ActionState) -> AgreedAction:
    if action.state is state:
        return action
    return replace(action, state=state, closed_at=None if state is ActionState.OPEN else turn.now)


def _told(turn: Turn, action: AgreedAction, about: Person) -> Outcome:
    """A person hears of what their line manager closed; the other way round it is seen with the team."""
    if about.id == turn.person.id:
        return Outcome()
    card = cards.closed_by_manager(about, turn.person, action)
    key = f"action:{action.id}:{action.state.value}"
    return Outcome(durable=(Send(ToPerson(about.id), card, "agreed action", key),))


# --- at check-ins ---------------------------------------------------------------------------------------------


async def asked_at(turn: Turn, checkin: CheckIn) -> list[AgreedAction]:
    """The actions that this check-in asks about: open and agreed before it, and those already answered in it.

    An action agreed after the check-in was asked waits for the next one.
    """
    store, person = turn.store, turn.person
    people = await _circle(store, person)
    found = {action.id: action for action in await store.actions.open_for(list(people))}
    conversation = await store.conversations.get(person.id, CHECK_IN_FLOW, checkin.id)
    answered = _answered_ids(conversation.answers if conversation else {})
    if answered - found.keys():
        found |= await store.actions.by_ids(answered - found.keys())
    asked = [
        action
        for action in found.values()
        if (action.id in answered or action.created_at < checkin.opens_at) and _is_done_by(person, action, people)
    ]
    return sorted(asked, key=lambda action: (action.created_at, action.id))


def _answered_ids(answers: Mapping[str, Given]) -> set[str]:
    return {
        key.removeprefix(f"{STATE_STEP}@")
        for key, given in answers.items()
        if key.startswith(f"{STATE_STEP}@") and given.value
    }


async def action_items(turn: Turn, actions: Sequence[AgreedAction]) -> tuple[Item, ...]:
    """The actions as items of a check-in."""
    if not actions:
        return ()
    titles = await _titles(turn.store, actions)
    ids = {action.person_id for action in actions} - {turn.person.id}
    people = await turn.store.people.by_ids(ids) if ids else {}
    return tuple(
        Item(
            action.id,
            action.text,
            cards.asked_about(
                turn.words,
                action,
                turn.today,
                people.get(action.person_id),
                titles.get(action.objective_id or "", ""),
            ),
            group=GROUP,
        )
        for action in actions
    )


async def keep_answers(
    turn: Turn, actions: Collection[AgreedAction], progression: Progression
) -> tuple[list[AgreedAction], Outcome]:
    """Close, keep open or take note of each action as a check-in says; the actions as they are now."""
    after = [_as_said(turn, action, progression.answers) for action in actions]
    changed = [(now, before) for now, before in zip(after, actions, strict=True) if now != before]
    await turn.store.actions.save([now for now, _ in changed])
    closed = [now for now, before in changed if now.state not in (before.state, ActionState.OPEN)]
    others = {action.person_id for action in closed} - {turn.person.id}
    people = await turn.store.people.by_ids(others) if others else {}
    told = Outcome()
    for action in closed:
        if about := people.get(action.person_id):
            told += _told(turn, action, about)
    return after, told


def _as_said(turn: Turn, action: AgreedAction, answers: Mapping[str, Given]) -> AgreedAction:
    state, note = (answers.get(f"{step}@{action.id}") for step in (STATE_STEP, NOTE_STEP))
    if state and state.value:
        action = _in_state(turn, action, ActionState(state.value))
    return replace(action, note=note.value) if note and note.value else action
