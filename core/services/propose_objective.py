"""Propose an objective and agree to it: person and line manager, in either order."""

from dataclasses import replace
from hashlib import sha256
from uuid import uuid4

from core.cards import greeting
from core.cards import proposals as cards
from core.chat.card import Divider, Heading, Part
from core.chat.effect import NOTHING, Outcome, Send, ToPerson, reply
from core.model.objective import Objective, ObjectiveState
from core.model.person import Person
from core.permissions import Permission, may
from core.smart.draft import Past
from core.turn import Turn

_OWNER_AND_ID = "."


def new_subject(owner: Person) -> str:
    """A subject for a new objective of `owner`; the id makes a repeated submission harmless."""
    return subject_of(owner.id, uuid4().hex)


def subject_of(owner_id: str, objective_id: str) -> str:
    """The subject of an objective that was proposed."""
    return f"{owner_id}{_OWNER_AND_ID}{objective_id}"


async def own_or_report(turn: Turn, subject: str) -> tuple[Person, str] | None:
    """Owner and id of the objective a subject names; None unless the person may set objectives with the owner."""
    owner_id, _, objective_id = subject.partition(_OWNER_AND_ID)
    owner = (await turn.store.people.by_ids([owner_id])).get(owner_id)
    if owner is None or not objective_id or not may(turn.person, Permission.ADD_OBJECTIVE, owner):
        return None
    existing = (await turn.store.objectives.by_ids([objective_id])).get(objective_id)
    return (owner, objective_id) if existing is None or existing.person_id == owner.id else None


async def proposed(turn: Turn, objective_id: str) -> Objective | None:
    """The objective, while it waits to be agreed."""
    found = (await turn.store.objectives.by_ids([objective_id])).get(objective_id)
    return found if found and found.state is ObjectiveState.PROPOSED else None


async def past_of_team(turn: Turn, owner: Person) -> tuple[Past, ...]:
    """What the owner and those with the same line manager reported before, by objective."""
    team = await turn.store.people.reports_of(owner.manager_id) if owner.manager_id else []
    ids = {owner.id, *(each.id for each in team)}
    objectives = {each.id: each for found in (await turn.store.objectives.all_for(ids)).values() for each in found}
    history = await turn.store.objectives.history_of(objectives)
    return tuple(
        Past(objectives[each].scale, [said.value for said in reported if said.value is not None])
        for each, reported in history.items()
    )


async def propose(turn: Turn, owner: Person, objective: Objective) -> Outcome:
    """Save it and ask the other to agree; without a line manager it holds at once."""
    existing = (await turn.store.objectives.by_ids([objective.id])).get(objective.id)
    if existing is not None and existing.state is not ObjectiveState.PROPOSED:
        return NOTHING
    other = await _other(turn, owner)
    state = ObjectiveState.PROPOSED if other else ObjectiveState.ACTIVE
    saved = replace(objective, state=state, proposed_by_id=turn.person.id)
    await turn.store.objectives.save([saved], turn.now)
    key = f"objective:{saved.id}:{_fingerprint(saved)}"
    told = Send(
        ToPerson(turn.person.id, turn.origin.platform),
        cards.sent(turn.person, owner, saved, other),
        "objective",
        f"{key}:{turn.person.id}",
    )
    if other is None:
        return Outcome(durable=(told,))
    card = cards.to_agree(other, turn.person, owner, saved, subject_of(owner.id, saved.id))
    return Outcome(durable=(told, Send(ToPerson(other.id), card, "objective", key, f"proposal:{saved.id}")))


async def waiting_for_agreement(turn: Turn) -> tuple[Part, ...]:
    """What waits for the person to agree, theirs and their reports', and what they wait for."""
    reports = {each.id: each for each in await turn.store.people.reports_of(turn.person.id)}
    people = {turn.person.id: turn.person, **reports}
    standing = await turn.store.objectives.standing_for(people)
    proposals = [
        (people[owner_id], each)
        for owner_id, objectives in standing.items()
        for each in objectives
        if each.state is ObjectiveState.PROPOSED and each.person_id == owner_id
    ]
    if not proposals:
        return ()
    involved = {each.proposed_by_id for _, each in proposals} | {owner.manager_id for owner, _ in proposals}
    names = {
        found.id: found.name
        for found in (await turn.store.people.by_ids(involved - {None})).values()  # type: ignore[arg-type]
    }
    parts: list[Part] = [Heading(turn.words("proposals-title"))]
    for owner, each in proposals:
        mine = each.proposed_by_id == turn.person.id
        other = (owner.id if owner.id != turn.person.id else owner.manager_id) if mine else each.proposed_by_id
        name = names.get(other or "", owner.name)
        parts += cards.waiting(turn.words, turn.person, each, name, subject_of(owner.id, each.id))
    return (*parts, Divider())


async def _other(turn: Turn, owner: Person) -> Person | None:
    """Who is to agree: the line manager to what the person proposes, the person to what anyone else does."""
    if turn.person.id != owner.id:
        return owner
    if owner.manager_id is None:
        return None
    return (await turn.store.people.by_ids([owner.manager_id])).get(owner.manager_id)


def _fingerprint(objective: Objective) -> str:
    """The same for the same proposal by the same person, so that a second tap sends nothing again."""
    return sha256(repr(objective).encode()).hexdigest()[:16]


async def agree(turn: Turn, objective_id: str) -> Outcome:
    """Agree to what the other proposed; from then on it is asked about."""
    objective = await proposed(turn, objective_id)
    owner = None
    if objective is not None:
        owner = (await turn.store.people.by_ids([objective.person_id])).get(objective.person_id)
    if objective is None or owner is None or not may(turn.person, Permission.ADD_OBJECTIVE, owner):
        return reply(greeting.said(turn.words, "agree-nothing-title", "agree-nothing"))
    if objective.proposed_by_id == turn.person.id:
        return reply(greeting.said(turn.words, "agree-own-title", "agree-own"))
    active = replace(objective, state=ObjectiveState.ACTIVE)
    await turn.store.objectives.save([active], turn.now)
    told = Send(
        ToPerson(turn.person.id, turn.origin.platform),
        cards.agreed(turn.person, owner, active),
        "objective",
        f"agreed:{active.id}:{turn.person.id}",
    )
    if objective.proposed_by_id is None:
        return Outcome(durable=(told,))
    proposer = (await turn.store.people.by_ids([objective.proposed_by_id])).get(objective.proposed_by_id)
    if proposer is None:
        return Outcome(durable=(told,))
    news = Send(
        ToPerson(proposer.id),
        cards.was_agreed(proposer, turn.person, owner, active),
        "objective",
        f"agreed:{active.id}:{proposer.id}",
    )
    return Outcome(durable=(told, news))
