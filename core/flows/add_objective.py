"""Setting an objective: from one sentence to a SMART one, proposed by either and agreed by the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.cards import smart
from core.cards.asking import stopped
from core.cards.proposals import FLOW as NAME
from core.chat.card import Option, Paragraph, Part, Tone
from core.chat.effect import NOTHING, Outcome, Send, ToPerson
from core.flows.aim_inputs import NO_AIM, AimOf
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step, Values
from core.flows.inputs import AmountOf, ChoiceOf, FreeText, FutureDate, InputKind, MilestoneList
from core.model.conversation import Given
from core.model.measure import Direction
from core.model.objective import Objective
from core.model.person import Person
from core.services.alignment import aims_to_choose
from core.services.propose_objective import own_or_report, past_of_team, propose, proposed
from core.smart.draft import Draft, Past
from core.smart.meter import Meter, read_meter
from core.smart.wording import names_whom
from core.texts.texts import Words
from core.turn import Turn
from core.understanding.choices import read_choice
from core.understanding.dates import read_moment
from core.understanding.intention import read_intention
from core.understanding.milestones import read_milestones
from core.understanding.stated_unit import read_unit, same_unit

_DIRECTIONS = tuple((each.value, f"direction-{each.value.replace('_', '-')}") for each in Direction)


def _read_direction(text: str) -> str | None:
    labels = tuple(Option(value, value.replace("_", " ")) for value, _ in _DIRECTIONS)
    return read_choice(text, labels)


@dataclass(frozen=True, slots=True)
class Background:
    """What setting an objective needs to know besides the answers; `today` is local to the owner."""

    owner: Person
    objective_id: str
    today: date
    titles: frozenset[str]
    past: tuple[Past, ...]
    aims: Mapping[str, str]


def _background(scope: Scope) -> Background:
    if not isinstance(scope.background, Background):
        raise TypeError("the scope is another flow's")
    return scope.background


# --- the objective as it stands --------------------------------------------------------------------------------


def objective_of(background: Background, answers: Answers) -> Objective:
    """The objective that the answers make so far."""

    def said(step: str) -> str:
        given = answers.get(step)
        return given.value if given else ""

    def number(step: str) -> float | None:
        value = said(step).removesuffix("%")
        return float(value) if value else None

    direction, milestones = _direction(said, number), read_milestones(said("milestones"), background.today)
    shares = any(said(step).endswith("%") for step in ("baseline", "target"))
    aim = said("aim")
    steps = direction is Direction.MILESTONES
    target = float(len(milestones)) if steps else number("target")
    return Objective(
        id=background.objective_id,
        tenant_id=background.owner.tenant_id,
        person_id=background.owner.id,
        title=_capitalised(read_intention(said("title"), background.today).title),
        measure=said("measure"),
        unit=said("unit") or ("%" if shares else ""),
        baseline=0.0 if steps else number("baseline"),
        target=1.0 if direction is Direction.YES_NO else target,
        due_on=date.fromisoformat(said("due")) if said("due") else None,
        priority=background.aims.get(aim, "" if aim == NO_AIM else aim),
        direction=direction,
        floor=number("floor") if direction is Direction.WITHIN else None,
        milestones=milestones if steps else (),
        for_whom=said("for-whom"),
        aim_id=aim if aim in background.aims else None,
        no_aim_reason=said("no-aim-reason") if aim == NO_AIM else "",
        kept_because=said("kept-because"),
    )


def _capitalised(title: str) -> str:
    return title[:1].upper() + title[1:]


def _direction(said: Callable[[str], str], number: Callable[[str], float | None]) -> Direction:
    """As chosen; else down where the target lies below the baseline."""
    if said("direction"):
        return Direction(said("direction"))
    baseline, target = number("baseline"), number("target")
    down = baseline is not None and target is not None and target < baseline
    return Direction.DOWN if down else Direction.UP


def _answers_of(objective: Objective) -> dict[str, Given]:
    """An objective that was proposed, as answers to begin with."""

    def figure(value: float | None) -> str:
        return "" if value is None else f"{value:g}"

    due = objective.due_on.isoformat() if objective.due_on else ""
    lines = (f"{each.title}{f' by {each.due_on}' if each.due_on else ''}" for each in objective.milestones)
    aim = objective.aim_id or (NO_AIM if objective.no_aim_reason else objective.priority)
    texts = {
        "title": objective.title,
        "for-whom": objective.for_whom,
        "direction": objective.direction.value,
        "milestones": "\n".join(lines),
        "measure": objective.measure,
        "baseline": figure(objective.baseline),
        "floor": figure(objective.floor),
        "target": figure(objective.target),
        "unit": objective.unit,
        "due": due,
        "aim": aim,
        "no-aim-reason": objective.no_aim_reason,
    }
    return {step: Given(text, text) for step, text in texts.items() if text}


def draft_of(objective: Objective) -> Draft:
    """The objective as the SMART meter looks at it."""
    return Draft(
        title=objective.title,
        for_whom=objective.for_whom,
        measure=objective.scale,
        milestones=objective.milestones,
        due_on=objective.due_on,
        serves=objective.priority,
        no_aim_reason=objective.no_aim_reason,
    )


def meter_of(scope: Scope, answers: Answers) -> Meter:
    """The meter as the answers so far leave it."""
    background = _background(scope)
    return read_meter(draft_of(objective_of(background, answers)), background.past, background.today)


# --- the conversation ------------------------------------------------------------------------------------------


async def _load(turn: Turn, subject: str) -> Scope | None:
    found = await own_or_report(turn, subject)
    if found is None:
        return None
    owner, objective_id = found
    words = turn.words
    standing = (await turn.store.objectives.standing_for([owner.id])).get(owner.id, [])
    existing = await proposed(turn, objective_id)
    if existing is None and any(each.id == objective_id for each in standing):
        return None
    choices = await aims_to_choose(turn.store, owner)
    aim: InputKind = FreeText(multiline=False, longest=300)
    if choices:
        aims, labels = [choice.aim for choice in choices], [choice.label for choice in choices]
        aim = AimOf(aims, labels, "add-objective-aim-none")
    own = owner.id == turn.person.id
    return Scope(
        words("add-objective-title-card") if own else words("objectives-add-for", name=owner.name),
        (Paragraph(words("add-objective-intro"), Tone.SUBTLE),),
        accepts={"aim": aim},
        prefilled=_answers_of(existing) if existing else {},
        background=Background(
            owner,
            objective_id,
            turn.now.astimezone(owner.zone).date(),
            frozenset(each.title.casefold() for each in standing if each.id != objective_id),
            await past_of_team(turn, owner),
            {choice.aim.id: choice.aim.title for choice in choices},
        ),
    )


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    background = _background(scope)
    objective = objective_of(background, answers)
    if objective.title.casefold() in background.titles:
        return Misfit("title", "add-objective-same-title", {"title": objective.title})
    return _figures_misfit(objective, answers)


def _figures_misfit(objective: Objective, answers: Answers) -> Misfit | None:
    for step in ("baseline", "target", "floor"):
        unit = read_unit(answers[step].text) if step in answers and answers[step].value else ""
        if unit and objective.unit and not same_unit(unit, objective.unit):
            return Misfit(step, "add-objective-other-unit", {"unit": objective.unit, "written": unit})
    baseline, target, floor = objective.baseline, objective.target, objective.floor
    if objective.direction is Direction.WITHIN:
        crossed = target is not None and floor is not None and floor >= target
        return Misfit("target", "add-objective-limits-crossed") if crossed else None
    if baseline is None or target is None or objective.direction not in (Direction.UP, Direction.DOWN):
        return None
    if baseline == target:
        return Misfit("target", "add-objective-target-is-baseline")
    if (target < baseline) is not (objective.direction is Direction.DOWN):
        return Misfit("target", f"add-objective-wrong-way-{objective.direction.value}")
    return None


def _infer(turn: Turn, given: Answers) -> Answers:
    """What the first sentence says of direction and date, and a figure of its unit."""
    inferred: dict[str, Given] = {}
    title = given.get("title")
    if title is not None and title.value:
        intention = read_intention(title.value, turn.today)
        if intention.direction is not None:
            inferred["direction"] = Given(intention.direction.value, intention.direction.value)
        if intention.due_on is not None:
            inferred["due"] = Given(intention.due_on.isoformat(), intention.due_on.isoformat())
    for step in ("baseline", "target", "floor"):
        if step in given and given[step].value and (unit := read_unit(given[step].text)):
            inferred.setdefault("unit", Given(unit, unit))
    return inferred


def _remark(words: Words, scope: Scope, answers: Answers, asked: str | None) -> tuple[Part, ...]:
    """The meter: whole above the form and before it is kept with gaps, in a line on the way."""
    objective = objective_of(_background(scope), answers)
    if not objective.title:
        return ()
    meter = meter_of(scope, answers)
    if asked in (None, "kept-because"):
        nearly = asked is None and _all_asked(answers) and not meter.is_full
        told = (Paragraph(words("smart-nearly"), Tone.WARNING),) if nearly else ()
        return (*told, *smart.meter_parts(words, meter, objective))
    idea = (smart.idea_part(words, objective.title),) if asked == "measure" else ()
    return (smart.meter_line(words, meter), *(part for part in idea if part is not None))


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished:
        return NOTHING
    background = _background(progression.scope)
    return await propose(turn, background.owner, objective_of(background, progression.answers))


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


def _is(*directions: Direction) -> Callable[[Values], bool]:
    return lambda values: values.get("direction", "") in directions


def _counts(values: Values) -> bool:
    return values.get("direction", "") not in (Direction.MILESTONES, Direction.YES_NO)


def _line(name: str, *, longest: int = 300, required: bool = False, essential: bool = False) -> Step:
    accepts = FreeText(multiline=False, longest=longest)
    return Step(name, accepts, reads=_READS, required=required, essential=essential)


_READS = "reads-you-and-manager"

ADD_OBJECTIVE = Flow(
    NAME,
    (
        _line("title", required=True, essential=True),
        _line("for-whom"),
        Step("direction", ChoiceOf(_DIRECTIONS, _read_direction, "input-direction-unclear"), reads=_READS),
        Step(
            "milestones",
            MilestoneList(),
            reads=_READS,
            when=_is(Direction.MILESTONES),
            appears=True,
        ),
        Step(
            "measure",
            FreeText(multiline=False, longest=300),
            reads=_READS,
            when=lambda values: values.get("direction", "") != Direction.MILESTONES,
            appears=True,
        ),
        Step("baseline", AmountOf(), reads=_READS, when=_counts, appears=True),
        Step("floor", AmountOf(), reads=_READS, when=_is(Direction.WITHIN), appears=True),
        Step("target", AmountOf(), reads=_READS, when=_counts, appears=True),
        Step("unit", FreeText(multiline=False, longest=60), reads=_READS, when=_counts, appears=True),
        Step("due", FutureDate(), reads=_READS),
        Step("aim", None, reads=_READS),
        Step(
            "no-aim-reason",
            FreeText(multiline=False, longest=500),
            reads=_READS,
            when=lambda values: values.get("aim") == NO_AIM,
            appears=True,
        ),
        Step(
            "kept-because",
            FreeText(multiline=False, longest=500),
            reads=_READS,
            required=True,
            essential=True,
            appears=True,
        ),
    ),
    load=_load,
    record=_record,
    snooze=_snooze,
    check=_check,
    remark=_remark,
    infer=_infer,
    open_if={
        "for-whom": lambda scope, answers: not names_whom(objective_of(_background(scope), answers).title),
        "kept-because": lambda scope, answers: _all_asked(answers) and not meter_of(scope, answers).is_full,
    },
)


def _all_asked(answers: Answers) -> bool:
    """Whether all else has been asked: gaps are talked about at the end, not before they could be closed."""
    return "due" in answers and "aim" in answers
