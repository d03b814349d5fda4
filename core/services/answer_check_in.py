"""Keep the answers of a check-in: each as given, what they say of each objective, and the check-in's state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.cards import checkin as cards
from core.cards.missed import offer_card
from core.cards.objectives import progress_bar
from core.cards.questions import said_parts
from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome, Send, ToPerson, Update
from core.flows.flow import Item, Progression, Scope
from core.flows.inputs import AmountOf
from core.model.action import AgreedAction
from core.model.checkin import Answer, CheckIn, CheckInState, NoteAudience, ProgressUpdate
from core.model.conversation import Given
from core.model.measure import Direction
from core.model.milestones import counted_progress, done_of, with_count_done
from core.model.missed_target import Offer
from core.model.objective import Objective, Progress, Status
from core.model.objective_history import differences
from core.model.questions import Asked
from core.model.week_priority import WeekPriority
from core.permissions import Permission, may
from core.schedule.planning import Slot, partial_reminder
from core.services import ask_questions, week_priorities
from core.services.follow_actions import action_items, asked_at, keep_answers
from core.services.notice_misses import notice_at_answer, own_misses
from core.services.post_summary import correct_summary
from core.services.tell_webhooks import tell_closed
from core.turn import Turn


@dataclass(frozen=True, slots=True)
class Added:
    """What a check-in asks besides its own questions: added ones, and priorities of earlier weeks."""

    asked: tuple[Asked, ...] = ()
    past: tuple[WeekPriority, ...] = ()


async def load(turn: Turn, checkin_id: str) -> Scope | None:
    """The check-in's objectives as questions are asked about them; None unless it is the person's own."""
    checkin = await own_check_in(turn, checkin_id)
    if checkin is None:
        return None
    words = turn.words
    if checkin.state is CheckInState.ANSWERED and turn.now >= checkin.closes_at and not checkin.late:
        # It stands as the team's summary of that week has it.
        closed = cards.no_longer_changed(turn.person, checkin)
        return Scope(cards.title(words, checkin), closed=closed)
    objectives = await objectives_of(turn)
    misses = await own_misses(turn, objectives)
    actions = await asked_at(turn, checkin)
    asked = await ask_questions.asked_at(turn.store, checkin)
    past = await week_priorities.past_at(turn, checkin, asked)
    intro = () if objectives else (Paragraph(words("checkin-no-objectives"), Tone.SUBTLE),)
    return Scope(
        cards.title(words, checkin),
        intro,
        tuple(
            Item(
                each.id,
                each.title,
                (progress_bar(words, each, each.latest, miss=misses.get(each.id)),),
                {"progress": AmountOf(each.unit, each.target)},
            )
            for each in objectives
        )
        + await action_items(turn, actions)
        + week_priorities.past_items(turn, past, objectives)
        + ask_questions.question_items(words, asked),
        background=Added(tuple(asked), tuple(past)),
    )


async def own_check_in(turn: Turn, checkin_id: str) -> CheckIn | None:
    """The check-in with this id, if the person may answer it."""
    checkin = await turn.store.checkins.by_id(checkin_id)
    if checkin is None or checkin.tenant_id != turn.person.tenant_id:
        return None
    people = await turn.store.people.by_ids([checkin.person_id])
    owner = people.get(checkin.person_id)
    return checkin if owner and may(turn.person, Permission.ANSWER_CHECK_IN, owner) else None


async def objectives_of(turn: Turn) -> list[Objective]:
    """The person's own active objectives."""
    return (await turn.store.objectives.active_for([turn.person.id])).get(turn.person.id, [])


async def record(turn: Turn, progression: Progression) -> Outcome:
    """Record answers in the event's own transaction; a draft stays the person's alone until it is sent in."""
    checkin = await own_check_in(turn, progression.subject)
    if checkin is None:
        return NOTHING
    was_answered = checkin.state is CheckInState.ANSWERED
    if progression.draft:
        if progression.changed and checkin.state is CheckInState.OPEN:
            await turn.store.checkins.save(await _partly(turn, _counted(checkin, progression)))
        return NOTHING
    objectives = {each.id: each for each in await objectives_of(turn)}
    given = progression.answers if progression.finished else progression.changed
    await _log(turn, checkin, progression.changed)
    said = await _keep_progress(turn, checkin, objectives, progression.answers, given)
    actions, told = await keep_answers(turn, await asked_at(turn, checkin), progression)
    await _keep_added(turn, checkin, list(objectives.values()), progression, given)
    kept = _with_note(_counted(checkin, progression), progression.answers)
    if not was_answered:
        kept = _answered(turn, kept) if progression.finished else await _partly(turn, kept)
    kept = await turn.store.checkins.save(kept)
    if kept.state is not CheckInState.ANSWERED:
        return told
    if not was_answered:
        await tell_closed(turn.store, [kept], turn.now)
    known = [replace(each, latest=_onto(each.latest, said.get(each.id))) for each in objectives.values()]
    offers: list[Offer] = []
    if progression.finished:
        prompted_at = None if was_answered else checkin.prompted_at
        offers = await notice_at_answer(
            turn.store, turn.person, kept, known, said, turn.now, prompted_at=prompted_at
        )
    shown = await _show(turn, kept, known, actions, offers, was_answered, progression.by_form)
    return shown + told + await correct_summary(turn.store, turn.person, kept, turn.now)


async def _keep_added(
    turn: Turn,
    checkin: CheckIn,
    objectives: Sequence[Objective],
    progression: Progression,
    given: Mapping[str, Given],
) -> None:
    added = progression.scope.background
    if not isinstance(added, Added) or not added.asked:
        return
    await ask_questions.keep_answers(turn, checkin, added.asked, progression, given)
    await week_priorities.keep_priorities(turn, checkin, added.past, objectives, progression, given)


def _counted(checkin: CheckIn, progression: Progression) -> CheckIn:
    return replace(checkin, answers_saved=progression.saved, answers_asked=progression.asked)


def _answered(turn: Turn, checkin: CheckIn) -> CheckIn:
    return replace(
        checkin,
        state=CheckInState.ANSWERED,
        answered_at=turn.now,
        late=turn.now > checkin.closes_at,
        ahead=turn.now < checkin.opens_at,
        remind_at=None,
        snoozed_until=None,
    )


async def _partly(turn: Turn, checkin: CheckIn) -> CheckIn:
    """Part answered: the one reminder, if it is still to come, asks next morning whether to carry on."""
    if not checkin.state.is_unanswered:
        return checkin
    remind_at = checkin.remind_at
    if checkin.state is CheckInState.OPEN and checkin.reminded_at is None:
        schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
        schedule = next(each for each in schedules if each.id == checkin.schedule_id)
        absences = await turn.store.absences.of(
            [turn.person.id], turn.today, checkin.closes_at.astimezone(turn.person.zone).date()
        )
        slot = Slot(checkin.period, checkin.opens_at, checkin.closes_at, checkin.remind_at)
        remind_at = partial_reminder(schedule, turn.person, slot, turn.now, absences.get(turn.person.id, []))
    return replace(checkin, state=CheckInState.PARTLY, remind_at=remind_at)


async def _log(turn: Turn, checkin: CheckIn, changed: Mapping[str, Given]) -> None:
    await turn.store.checkins.log_answers(
        [Answer(checkin.id, step, given.text, turn.now) for step, given in changed.items()]
    )


async def _keep_progress(
    turn: Turn,
    checkin: CheckIn,
    objectives: Mapping[str, Objective],
    answers: Mapping[str, Given],
    given: Mapping[str, Given],
) -> dict[str, Progress]:
    """What the check-in says of each objective that was touched, by its id."""
    touched = {key.partition("@")[2] for key in given} & objectives.keys()
    if not touched:
        return {}
    said = {each: _progress(turn, objectives[each], answers) for each in touched}
    said |= await _keep_steps(turn, {each: objectives[each] for each in touched}, said)
    await turn.store.checkins.set_progress([ProgressUpdate(checkin.id, each, said[each]) for each in said])
    latest = {each: _onto(objectives[each].latest, said[each]) for each in said}
    await turn.store.objectives.set_latest(latest)
    return said


async def _keep_steps(
    turn: Turn, objectives: Mapping[str, Objective], said: Mapping[str, Progress]
) -> dict[str, Progress]:
    """Where milestones are counted, the number said ticks as many; a week without one has what there is."""
    counted: dict[str, Progress] = {}
    ticked: list[tuple[Objective, Objective]] = []
    for each, objective in objectives.items():
        if objective.direction is not Direction.MILESTONES or not objective.milestones:
            continue
        value = said[each].value
        after = objective if value is None else with_count_done(objective, int(value), turn.today)
        if done_of(after) != done_of(objective):
            ticked.append((objective, after))
        counted[each] = counted_progress(after, said[each])
    await turn.store.objectives.save([after for _, after in ticked], turn.now)
    await turn.store.objectives.log_changes(
        [each for before, after in ticked for each in differences(before, after, turn.now, turn.person.id)]
    )
    return counted


def _progress(turn: Turn, objective: Objective, answers: Mapping[str, Given]) -> Progress:
    def value_of(step: str) -> str:
        given = answers.get(f"{step}@{objective.id}")
        return given.value if given else ""

    amount = value_of("progress")
    value = percent = None
    if amount.endswith("%"):
        percent = float(amount[:-1])
        value = objective.value_for(percent)
    elif amount:
        value = float(amount)
        percent = objective.percent_for(value)
    status, confidence, outside = value_of("status"), value_of("confidence"), value_of("outside-control")
    return Progress(
        value=value,
        percent=percent,
        status=Status(status) if status else None,
        confidence=int(confidence) if confidence else None,
        factors=value_of("factors"),
        outside_control=outside == "yes" if outside else None,
        reported_at=turn.now,
    )


def _onto(before: Progress, said: Progress | None) -> Progress:
    """What is now known: a part left out keeps its last value, but blockers and control are this week's only."""
    if said is None:
        return before
    silent = said.value is None and said.percent is None
    return replace(
        said,
        value=before.value if silent else said.value,
        percent=before.percent if silent else said.percent,
        status=said.status or before.status,
        confidence=said.confidence or before.confidence,
    )


def _with_note(checkin: CheckIn, answers: Mapping[str, Given]) -> CheckIn:
    note, audience = answers.get("note"), answers.get("note-audience")
    return replace(
        checkin,
        note=note.value if note else checkin.note,
        note_audience=NoteAudience(audience.value) if audience and audience.value else NoteAudience.MANAGER,
    )


async def _show(
    turn: Turn,
    checkin: CheckIn,
    objectives: list[Objective],
    actions: list[AgreedAction],
    offers: list[Offer],
    changed: bool,
    by_form: bool,
) -> Outcome:
    """The prompt becomes what was said; typed chat, where it has scrolled away, ends with thanks as well.

    What turned out to be missed is offered with the thanks, else in a message of its own.
    """
    updates = await turn.store.checkins.progress_of([checkin.id])
    said = {update.objective_id: update.progress for update in updates}
    misses = await own_misses(turn, objectives)
    added = said_parts(turn.words, await ask_questions.said_at(turn.store, checkin, turn.person, turn.person))
    card = cards.answered(
        turn.person,
        checkin,
        objectives,
        said,
        misses=misses,
        actions=actions,
        added=added,
        changed=changed,
    )
    tag, to = prompt_tag(checkin), ToPerson(turn.person.id, turn.origin.platform)
    offer = _offer(turn, tag, offers)
    # A prompt asked for later, or a reminder, that has not gone yet would ask what has been answered.
    withdrawn = await turn.store.outbox.cancel(
        [turn.person.id], [tag], ASKING, "the check-in was answered before it went", turn.now
    )
    asked_in_vain = checkin.prompted_at is None or withdrawn > 0
    if asked_in_vain and not await turn.store.outbox.posted_under(tag):
        return Outcome(durable=(Send(to, card, "answered", f"{tag}:answered", tag),)) + offer
    update = Update(ToPerson(turn.person.id), tag, card, f"{tag}:v{checkin.version}")
    if by_form:
        return Outcome(durable=(update,)) + offer
    thanks = cards.thanks(turn.person, checkin, changed=changed, offers=offers)
    return Outcome(durable=(update, Send(to, thanks, "thanks", f"{tag}:thanks:v{checkin.version}")))


def _offer(turn: Turn, tag: str, offers: Sequence[Offer]) -> Outcome:
    if not offers:
        return NOTHING
    to = ToPerson(turn.person.id, turn.origin.platform)
    key = f"{tag}:missed:{offers[-1].miss.id}"
    return Outcome(durable=(Send(to, offer_card(turn.words, offers), "missed target", key),))


PROMPT, REMINDER = "check-in prompt", "check-in reminder"
ASKING = (PROMPT, REMINDER)
"""Purposes of the messages that ask someone to answer."""


def prompt_tag(checkin: CheckIn) -> str:
    """The tag of every message that shows this check-in to its person."""
    return f"checkin:{checkin.id}"
