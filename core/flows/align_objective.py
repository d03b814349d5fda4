"""Saying what an objective of one's own serves, where it serves nothing or something else so far."""

from dataclasses import replace

from core.cards.alignment import own_tree
from core.cards.asking import stopped
from core.chat.card import Card, Paragraph
from core.chat.effect import NOTHING, Outcome, Send, ToPerson
from core.flows.aim_inputs import AimOf
from core.flows.flow import Flow, Progression, Scope, Step
from core.model.objective import Objective, ObjectiveState
from core.model.objective_change import ObjectiveChange
from core.permissions import Relation, relation_of
from core.services.alignment import aims_to_choose, own_alignment
from core.turn import Turn
from core.understanding.dates import read_moment

NAME = "align_objective"


async def _own(turn: Turn, objective_id: str) -> Objective | None:
    """The objective, if it is the person's own and not closed; a line manager agrees it with them instead."""
    objective = (await turn.store.objectives.by_ids([objective_id])).get(objective_id)
    if objective is None or objective.state is ObjectiveState.CLOSED:
        return None
    owner = (await turn.store.people.by_ids([objective.person_id])).get(objective.person_id)
    return objective if owner and relation_of(turn.person, owner) is Relation.SELF else None


async def _load(turn: Turn, objective_id: str) -> Scope | None:
    objective = await _own(turn, objective_id)
    if objective is None:
        return None
    choices = await aims_to_choose(turn.store, turn.person)
    aims, labels = [choice.aim for choice in choices], [choice.label for choice in choices]
    return Scope(
        turn.words("align-objective-card"),
        (Paragraph(turn.words("align-objective-about", title=objective.title)),),
        accepts={"aim": AimOf(aims, labels, "align-objective-nothing")},
        background=objective,
    )


async def _record(turn: Turn, progression: Progression) -> Outcome:
    before = progression.scope.background
    if not progression.finished or not isinstance(before, Objective):
        return NOTHING
    aims = {aim.id: aim for aim in await turn.store.aims.all(turn.person.tenant_id)}
    aim = aims.get(progression.answers["aim"].value)
    after = replace(before, aim_id=aim.id if aim else None, priority=aim.title if aim else "")
    if after != before:
        changed = ObjectiveChange(
            before.id, "priority", before.priority, after.priority, turn.now, by_id=turn.person.id
        )
        await turn.store.objectives.save([after], turn.now)
        await turn.store.objectives.log_changes([changed])
    tree = own_tree(turn.person, await own_alignment(turn.store, turn.person))
    done = Paragraph(turn.words("align-objective-done", title=after.title))
    return _tell(turn, replace(tree, parts=(done, *tree.parts)), "aligned")


def _tell(turn: Turn, card: Card, what: str) -> Outcome:
    origin = turn.origin
    key = f"{what}:{origin.platform}:{origin.workspace}:{origin.event_id}"
    return Outcome(durable=(Send(ToPerson(turn.person.id, origin.platform), card, "alignment", key),))


async def _snooze(turn: Turn, subject: str, when: str) -> Outcome:
    """Put the conversation aside and offer to carry on at the time said, or in two hours."""
    conversation = await turn.store.conversations.get(turn.person.id, NAME, subject)
    scope = await _load(turn, subject)
    if conversation is None or scope is None:
        return NOTHING
    await turn.store.conversations.save(replace(conversation, active=False, updated_at=turn.now))
    outcome = _tell(
        turn, stopped(turn.words, scope, ALIGN_OBJECTIVE, subject, len(conversation.answers)), "put-off"
    )
    at = read_moment(when or "2h", turn.now.astimezone(turn.person.zone))
    (now,) = outcome.durable
    if at is None or not isinstance(now, Send):
        return outcome
    return Outcome(durable=(now, replace(now, key=f"again:{now.key}", not_before=at)))


ALIGN_OBJECTIVE: Flow = Flow(
    NAME,
    (Step("aim", None, reads="reads-you-and-manager", required=True, essential=True),),
    load=_load,
    record=_record,
    snooze=_snooze,
)
