"""Setting an objective: from a title to a measure, a target and a date."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from core.cards import objectives as cards
from core.cards.asking import stopped
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, Send, ToPerson
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import AmountOf, FreeText, FutureDate
from core.model.conversation import Given
from core.model.measure import Direction
from core.model.objective import Objective
from core.model.person import Person
from core.permissions import Permission, may
from core.turn import Turn
from core.understanding.dates import read_moment

NAME = "add_objective"

_OWNER_AND_ID = "."


def new_subject(owner: Person) -> str:
    """A subject for a new objective of `owner`; the id makes a repeated submission harmless."""
    return f"{owner.id}{_OWNER_AND_ID}{uuid4().hex}"


async def _owner(turn: Turn, subject: str) -> Person | None:
    owner_id = subject.partition(_OWNER_AND_ID)[0]
    owner = (await turn.store.people.by_ids([owner_id])).get(owner_id)
    return owner if owner and may(turn.person, Permission.ADD_OBJECTIVE, owner) else None


async def _load(turn: Turn, subject: str) -> Scope | None:
    owner = await _owner(turn, subject)
    if owner is None:
        return None
    own = owner.id == turn.person.id
    title = turn.words("add-objective-title-card") if own else turn.words("objectives-add-for", name=owner.name)
    return Scope(title, (Paragraph(turn.words("add-objective-intro"), Tone.SUBTLE),))


def _check(answers: Mapping[str, Given]) -> tuple[str, str] | None:
    baseline, target = answers.get("baseline"), answers.get("target")
    if baseline and target and baseline.value and baseline.value == target.value:
        return "target", "add-objective-target-is-baseline"
    return None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    owner = await _owner(turn, progression.subject)
    if owner is None or not progression.finished:
        return NOTHING
    objective = _objective(owner, progression)
    exists = await turn.store.objectives.by_ids([objective.id])
    await turn.store.objectives.save([objective], turn.now)
    if exists:
        return NOTHING
    key = f"objective:{objective.id}"
    told = Send(
        ToPerson(turn.person.id, turn.origin.platform),
        cards.added(turn.person, owner, objective),
        "objective",
        f"{key}:{turn.person.id}",
    )
    if owner.id == turn.person.id:
        return Outcome(durable=(told,))
    news = Send(ToPerson(owner.id), cards.set_by_manager(owner, turn.person, objective), "objective", key)
    return Outcome(durable=(told, news))


def _objective(owner: Person, progression: Progression) -> Objective:
    def value_of(step: str) -> str:
        given = progression.answers.get(step)
        return given.value if given else ""

    def number(step: str) -> float | None:
        said = value_of(step).removesuffix("%")
        return float(said) if said else None

    baseline, target = number("baseline"), number("target")
    down = baseline is not None and target is not None and target < baseline
    shares = any(value_of(step).endswith("%") for step in ("baseline", "target"))
    return Objective(
        id=progression.subject.partition(_OWNER_AND_ID)[2],
        tenant_id=owner.tenant_id,
        person_id=owner.id,
        title=value_of("title"),
        measure=value_of("measure"),
        unit=value_of("unit") or ("%" if shares else ""),
        baseline=baseline,
        target=target,
        due_on=date.fromisoformat(value_of("due")) if value_of("due") else None,
        priority=value_of("priority"),
        direction=Direction.DOWN if down else Direction.UP,
    )


async def _snooze(turn: Turn, subject: str, when: str) -> Outcome:
    """Put the conversation aside and offer to carry on at the time said, or in two hours."""
    conversation = await turn.store.conversations.get(turn.person.id, NAME, subject)
    scope = await _load(turn, subject)
    if conversation is None or scope is None:
        return NOTHING
    await turn.store.conversations.save(replace(conversation, active=False, updated_at=turn.now))
    at = read_moment(when or "2h", turn.now.astimezone(turn.person.zone))
    card = stopped(turn.words, scope, ADD_OBJECTIVE, subject, len(conversation.answers))
    now = Send(
        ToPerson(turn.person.id, turn.origin.platform), card, "conversation", f"put-off:{turn.origin.event_id}"
    )
    if at is None:
        return Outcome(durable=(now,))
    again = replace(now, key=f"again:{turn.origin.event_id}", not_before=at)
    return Outcome(durable=(now, again))


ADD_OBJECTIVE = Flow(
    NAME,
    (
        Step(
            "title",
            FreeText(multiline=False, longest=300),
            reads="reads-you-and-manager",
            required=True,
            essential=True,
        ),
        Step("measure", FreeText(multiline=False, longest=300), reads="reads-you-and-manager"),
        Step("unit", FreeText(multiline=False, longest=60), reads="reads-you-and-manager"),
        Step("baseline", AmountOf(), reads="reads-you-and-manager"),
        Step("target", AmountOf(), reads="reads-you-and-manager"),
        Step("due", FutureDate(), reads="reads-you-and-manager"),
        Step("priority", FreeText(multiline=False, longest=300), reads="reads-you-and-manager"),
    ),
    load=_load,
    record=_record,
    snooze=_snooze,
    check=_check,
)
