"""Finding out what got in the way of a missed target, and agreeing on what to do about it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, timedelta

from core.cards import learning as cards
from core.cards.asking import gone
from core.cards.missed import FLOW
from core.cards.objectives import progress_bar
from core.chat.card import Paragraph
from core.chat.effect import NOTHING, Outcome, Send, ToPerson, Update, reply
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step, Values
from core.flows.inputs import YES_NO, FreeText, FutureDate, choice_of
from core.model.action import ActionState, AgreedAction
from core.model.conversation import Conversation, Given
from core.model.missed_target import MissedTarget, Offer
from core.model.person import Person
from core.permissions import Permission, may
from core.schedule.planning import nearest_allowed
from core.services.answer_check_in import objectives_of
from core.services.notice_misses import own_misses
from core.turn import Turn
from core.understanding.dates import read_moment

OWNER_ME, OWNER_MANAGER = "me", "manager"

ACTION_OWNER = choice_of(
    ((OWNER_ME, "learn-owner-me"), (OWNER_MANAGER, "learn-owner-manager")), "learn-owner-unclear"
)

READS = "learn-reads"

LATER = timedelta(hours=2)
"""What "later" means when no time is said."""

PUT_OFF_AT_MOST = timedelta(days=30)


async def next_miss(turn: Turn) -> MissedTarget | None:
    """The newest miss of the person's own that still stands and was not talked about; None without any."""
    misses = await own_misses(turn, await objectives_of(turn))
    waiting = [each for each in misses.values() if each.person_id == turn.person.id and each.answered_at is None]
    return max(waiting, key=lambda each: (each.noticed_at, each.id), default=None)


async def _found(turn: Turn, miss_id: str) -> Offer | None:
    """The miss and its objective, where it is this person's to talk about."""
    miss = await turn.store.missed_targets.by_id(miss_id)
    if miss is None:
        return None
    owner = (await turn.store.people.by_ids([miss.person_id])).get(miss.person_id)
    objective = (await turn.store.objectives.by_ids([miss.objective_id])).get(miss.objective_id)
    if owner is None or objective is None or not may(turn.person, Permission.LEARN_FROM_MISS, owner):
        return None
    return Offer(miss, objective)


async def _load(turn: Turn, miss_id: str) -> Scope | None:
    found = await _found(turn, miss_id)
    if found is None:
        return None
    bar = progress_bar(turn.words, found.objective, found.objective.latest)
    intro = Paragraph(turn.words("learn-intro"))
    # Whoever has no line manager does what is agreed on.
    without = frozenset() if turn.person.manager_id else frozenset({"action-owner"})
    return Scope(found.objective.title, (intro, bar), without=without)


def _was_outside(values: Values) -> bool:
    return values.get("outside-control") == "yes"


def _has_action(values: Values) -> bool:
    return bool(values.get("action"))


def _check(_: Scope, answers: Answers) -> Misfit | None:
    action, by = answers.get("action"), answers.get("action-by")
    if action and action.value and by and not by.text:
        return Misfit("action-by", "learn-action-needs-date")
    return None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    """Keep each answer with the miss; at the end agree on the action and show both sides what was agreed."""
    found = await _found(turn, progression.subject)
    if found is None or progression.draft:
        return NOTHING
    before = found.miss
    miss = _with_answers(before, progression.answers)
    if progression.finished:
        miss = replace(miss, answered_at=before.answered_at or turn.now)
    await turn.store.missed_targets.save(miss)
    if not progression.finished:
        return NOTHING
    known = await _known_action(turn, miss)
    action = _action(turn, miss, progression.answers, known)
    if action is not None:
        await turn.store.actions.save([action])
    if before == miss and action == known:
        return NOTHING
    shown = action if action and action.state is not ActionState.DROPPED else None
    return await _told(turn, replace(found, miss=miss), shown, changed=before.answered_at is not None)


def _with_answers(miss: MissedTarget, answers: Mapping[str, Given]) -> MissedTarget:
    outside = _value(answers, "outside-control")
    return replace(
        miss,
        happened=_value(answers, "happened"),
        outside_control=outside == "yes" if outside else None,
        outside_factor=_value(answers, "outside-factor") if outside == "yes" else "",
        prevention=_value(answers, "prevention"),
        help_needed=_value(answers, "help-needed"),
    )


def _value(answers: Mapping[str, Given], step: str) -> str:
    given = answers.get(step)
    return given.value if given else ""


async def _known_action(turn: Turn, miss: MissedTarget) -> AgreedAction | None:
    action_id = _action_id(miss)
    return (await turn.store.actions.by_ids([action_id])).get(action_id)


def _action_id(miss: MissedTarget) -> str:
    """One action a conversation, so that a form sent twice agrees on it once."""
    return f"{miss.id}-action"


def _action(
    turn: Turn, miss: MissedTarget, answers: Mapping[str, Given], known: AgreedAction | None
) -> AgreedAction | None:
    """The action as agreed now; one that was taken back is dropped, one that was closed stays closed."""
    text, by = _value(answers, "action"), _value(answers, "action-by")
    if not text:
        is_open = known is not None and known.state is ActionState.OPEN
        return replace(known, state=ActionState.DROPPED, closed_at=turn.now) if known and is_open else known
    by_manager = _value(answers, "action-owner") == OWNER_MANAGER
    owner_id = turn.person.manager_id if by_manager else None
    start = known or AgreedAction(
        _action_id(miss),
        miss.tenant_id,
        miss.person_id,
        miss.person_id,
        text,
        None,
        turn.now,
        objective_id=miss.objective_id,
        missed_target_id=miss.id,
    )
    return replace(
        start, text=text, owner_id=owner_id or miss.person_id, due_on=date.fromisoformat(by) if by else None
    )


async def _told(turn: Turn, found: Offer, action: AgreedAction | None, *, changed: bool) -> Outcome:
    """What was said and agreed, to the person and their line manager; a change corrects both in place."""
    manager = await _manager(turn)
    cards_to = [
        (ToPerson(turn.person.id, turn.origin.platform), cards.for_person(turn.person, manager, found, action))
    ]
    if manager is not None and (found.miss.has_words or action is not None):
        cards_to.append((ToPerson(manager.id), cards.for_manager(manager, turn.person, found, action)))
    outcome = NOTHING
    for to, card in cards_to:
        tag = f"learned:{found.miss.id}:{to.person_id}"
        # Already sent under this key, the first is ignored and the second corrects it.
        outcome += Outcome(durable=(Send(to, card, "learned", tag, tag),))
        if changed:
            update = Update(ToPerson(to.person_id), tag, card, f"{tag}:{turn.origin.event_id}")
            outcome += Outcome(durable=(update,))
    return outcome


async def _manager(turn: Turn) -> Person | None:
    manager_id = turn.person.manager_id
    if manager_id is None:
        return None
    manager = (await turn.store.people.by_ids([manager_id])).get(manager_id)
    return manager if manager and may(manager, Permission.READ_MISS, turn.person) else None


async def _snooze(turn: Turn, miss_id: str, when: str) -> Outcome:
    """Put the conversation aside and offer to carry on at the time said, in working time."""
    scope = await _load(turn, miss_id)
    if scope is None:
        return reply(gone(turn.words))
    known = await turn.store.conversations.get(turn.person.id, FLOW, miss_id)
    conversation = known or Conversation(turn.person.id, FLOW, miss_id)
    await turn.store.conversations.save(
        replace(conversation, active=False, updated_at=turn.now, platform=turn.origin.platform)
    )
    local_now = turn.now.astimezone(turn.person.zone)
    wanted = read_moment(when, local_now) if when else local_now + LATER
    until = turn.now + PUT_OFF_AT_MOST
    absences = await turn.store.absences.of([turn.person.id], turn.today, until.date())
    mine = absences.get(turn.person.id, [])
    at = nearest_allowed(turn.person, wanted.astimezone(UTC), turn.now, until, mine) if wanted else None
    card = cards.put_off(turn.person, scope.title, miss_id, at)
    if at is None:
        return reply(card)
    again = Send(
        ToPerson(turn.person.id, turn.origin.platform),
        cards.brought_back(turn.person, scope.title, miss_id),
        "conversation",
        f"again:{turn.origin.platform}:{turn.origin.event_id}",
        not_before=at,
    )
    return reply(card) + Outcome(durable=(again,))


LEARN_FROM_MISS = Flow(
    FLOW,
    (
        Step("happened", FreeText(), reads=READS),
        Step("outside-control", YES_NO, reads=READS),
        Step("outside-factor", FreeText(multiline=False, longest=80), reads=READS, when=_was_outside),
        Step("prevention", FreeText(), reads=READS),
        Step("help-needed", FreeText(), reads=READS),
        Step("action", FreeText(multiline=False, longest=300), reads=READS),
        Step("action-owner", ACTION_OWNER, reads=READS, when=_has_action),
        Step("action-by", FutureDate(), reads=READS, essential=True, when=_has_action),
    ),
    load=_load,
    record=_record,
    snooze=_snooze,
    check=_check,
)
