"""One objective's own page: where it stands, its steps, who owns and reads it, its past, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.cards.asking import SEPARATOR
from core.cards.evidence import evidence_parts
from core.cards.objectives import figures, progress_bar, status_label
from core.cards.service import service_parts
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Part,
    Table,
    Tone,
)
from core.model.evidence import Evidence
from core.model.measure import Direction
from core.model.milestones import done_of, is_overdue
from core.model.objective import Milestone, Objective, ObjectiveState
from core.model.person import Person
from core.model.reported import Reported
from core.model.service_feedback import SILENCE, ServiceVoice
from core.texts import formats
from core.texts.texts import Words, words_for

PAST_VALUES = 6
"""Rows of past figures; older ones are in the check-ins."""

CHANGES_SHOWN = 3
EVIDENCE_SHOWN = 5
TICKS_SHOWN = 5
"""Buttons in a row before it is no longer a row."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, as far as its reader may see it.

    `names` are by person id; `share` is the share it counts for in per cent (None: all count the same); `history`
    are lines, the newest first; `words_of_latest` whether the words around the latest figure are the reader's.
    """

    objective: Objective
    owner: Person
    sharing: tuple[Person, ...]
    today: date
    names: dict[str, str] = field(default_factory=dict)
    reports: tuple[Reported, ...] = ()
    history: tuple[str, ...] = ()
    share: float | None = None
    serves: str = ""
    manager: Person | None = None
    may_change: bool = False
    may_report: bool = False
    words_of_latest: bool = False
    carried_from: str = ""
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()
    may_add_evidence: bool = False
    service: ServiceVoice = SILENCE
    skills: str = ""
    """What it needs, in words."""


def offers_ending(objective: Objective, today: date) -> bool:
    """Whether to offer closing or carrying on: its date has passed, or, without one, the financial year has."""
    if objective.state is not ObjectiveState.ACTIVE:
        return False
    return objective.due_on < today if objective.due_on else today.month == 4


def page(reader: Person, shown: Page, notice: str = "") -> Card:
    """The page; `notice` says first what was just done."""
    words = words_for(reader.language)
    objective = shown.objective
    parts: list[Part] = [Paragraph(notice)] if notice else []
    parts += _standing(words, shown)
    parts.append(Facts(_facts(words, reader, shown)))
    parts += _milestones(words, shown)
    parts += _past(words, shown)
    parts += service_parts(words, shown.service)
    parts += evidence_parts(words, shown.evidence, shown.names, EVIDENCE_SHOWN)
    parts += _history(words, shown)
    parts.append(Paragraph(_readers(words, reader, shown), Tone.SUBTLE))
    parts += [
        Actions(row)
        for row in (*_buttons(words, shown), _keeping(words, shown), _leaving(words, reader, shown))
        if row
    ]
    return Card(objective.title, tuple(parts), words.language)


def _standing(words: Words, shown: Page) -> list[Part]:
    objective = shown.objective
    if objective.state is ObjectiveState.PAUSED:
        return [
            Paragraph(paused(words, objective)),
            Paragraph(figures(words, objective, objective.latest), Tone.SUBTLE),
        ]
    parts: list[Part] = []
    if objective.state is ObjectiveState.CLOSED:
        parts.append(Paragraph(closed(words, objective, shown.outcome)))
    elif objective.state is ObjectiveState.PROPOSED:
        parts.append(Paragraph(words("objective-proposed")))
    elif offers_ending(objective, shown.today):
        key = "objective-past-due" if objective.due_on else "objective-year-ended"
        parts.append(Paragraph(words(key), Tone.WARNING))
    parts.append(progress_bar(words, objective, objective.latest))
    newest = shown.reports[-1] if shown.reports else None
    if shown.sharing and newest and newest.progress.reported_at:
        name = shown.names.get(newest.by_id, "")
        day = formats.day(newest.progress.reported_at.date(), words.language)
        parts.append(Paragraph(words("objective-reported-by", name=name, day=day), Tone.SUBTLE))
    if shown.words_of_latest and objective.latest.factors:
        parts.append(Paragraph(objective.latest.factors, Tone.QUOTE))
    if objective.latest.outside_control:
        own = shown.may_report and not shown.sharing
        key = "objective-outside-your-control" if own else "objective-outside-control"
        parts.append(Paragraph(words(key), Tone.SUBTLE))
    return parts


def paused(words: Words, objective: Objective) -> str:
    """`Paused; it comes back on 4 January 2027`."""
    if objective.paused_until is None:
        return words("objective-paused")
    back = objective.paused_until + timedelta(days=1)
    return words("objective-paused-until", day=formats.full_date(back, words.language))


def closed(words: Words, objective: Objective, outcome: str) -> str:
    """`Closed on 31 March 2027: reached`."""
    day = formats.full_date(objective.closed_on, words.language) if objective.closed_on else ""
    if not outcome:
        return words("objective-closed", day=day)
    return words("objective-closed-as", day=day, outcome=words(f"outcome-{outcome}"))


def _facts(words: Words, reader: Person, shown: Page) -> tuple[Fact, ...]:
    objective = shown.objective
    owners = [shown.owner, *shown.sharing]
    names = ", ".join(words("objective-you") if each.id == reader.id else each.name for each in owners)
    facts = [Fact(words("field-owner", count=len(owners)), names)]
    if objective.for_whom:
        facts.append(Fact(words("field-for-whom"), objective.for_whom))
    if shown.serves or objective.no_aim_reason:
        facts.append(Fact(words("field-serves"), shown.serves or objective.no_aim_reason))
    if shown.skills:
        facts.append(Fact(words("field-skills"), shown.skills))
    if shown.share is not None:
        share = formats.percent(shown.share, words.language)
        facts.append(Fact(words("field-share"), share))
    if shown.carried_from:
        facts.append(Fact(words("field-carried-from"), shown.carried_from))
    return tuple(facts)


def _milestones(words: Words, shown: Page) -> list[Part]:
    objective = shown.objective
    if not objective.milestones:
        return []
    rows = tuple(
        (
            each.title,
            formats.day(each.due_on, words.language) if each.due_on else "",
            _step(words, each, shown.today),
        )
        for each in objective.milestones
    )
    header = (words("milestones-column"), words("milestones-column-due"), words("milestones-column-state"))
    total = len(objective.milestones)
    return [Heading(words("milestones-title", done=done_of(objective), total=total)), Table(header, rows)]


def _step(words: Words, step: Milestone, today: date) -> str:
    if step.done_on is not None:
        return words("milestone-done-on", day=formats.day(step.done_on, words.language))
    return words("milestone-overdue") if is_overdue(step, today) else words("milestone-open")


def _past(words: Words, shown: Page) -> list[Part]:
    reports = [
        each for each in shown.reports if each.progress.value is not None or each.progress.percent is not None
    ]
    if len(reports) < 2 or shown.objective.milestones:
        return []
    header = [words("past-column-day"), words("past-column-value"), words("past-column-status")]
    if shown.sharing:
        header.append(words("past-column-by"))
    rows = tuple(_past_row(words, shown, each) for each in reversed(reports[-PAST_VALUES:]))
    return [Heading(words("past-title")), Table(tuple(header), rows)]


def _past_row(words: Words, shown: Page, reported: Reported) -> tuple[str, ...]:
    said = reported.progress
    day = formats.day(said.reported_at.date(), words.language) if said.reported_at else ""
    if said.value is not None:
        value = formats.quantity(said.value, shown.objective.unit, words.language)
    else:
        value = formats.percent(said.percent or 0, words.language)
    row = (day, value, status_label(words, said.status))
    return (*row, shown.names.get(reported.by_id, "")) if shown.sharing else row


def _history(words: Words, shown: Page) -> list[Part]:
    if not shown.history:
        return []
    lines: list[Part] = [Paragraph(line) for line in shown.history[:CHANGES_SHOWN]]
    return [Heading(words("objective-history")), *lines]


def _readers(words: Words, reader: Person, shown: Page) -> str:
    own = reader.id == shown.owner.id
    manager = shown.manager.name if shown.manager else ""
    if shown.sharing:
        names = ", ".join(each.name for each in (shown.owner, *shown.sharing))
        return words("objective-readers-shared", names=names)
    if own and manager:
        return words("objective-readers-own", manager=manager)
    return words("objective-readers-alone") if own else words("objective-readers-of", name=shown.owner.name)


def _buttons(words: Words, shown: Page) -> list[tuple[Action, ...]]:
    objective = shown.objective
    history = _button(words, "history", objective) if len(shown.history) > CHANGES_SHOWN else None
    ticks: tuple[Action, ...] = ()
    is_open = objective.state in (ObjectiveState.ACTIVE, ObjectiveState.PROPOSED)
    if is_open and (shown.may_change or shown.may_report):
        ticks = tuple(
            Action(
                "objective.tick",
                words("milestone-tick", title=each.title),
                f"{objective.id}{SEPARATOR}{each.title}",
            )
            for each in objective.milestones
            if each.done_on is None
        )[:TICKS_SHOWN]
    if not shown.may_change or objective.state is ObjectiveState.CLOSED:
        carries = shown.may_change and objective.state is ObjectiveState.CLOSED
        carry = _button(words, "carry_on", objective) if carries else None
        return [ticks, tuple(each for each in (carry, history) if each)]
    first: tuple[Action, ...]
    if objective.state is ObjectiveState.PAUSED:
        first = (_button(words, "resume", objective, ActionStyle.PRIMARY), _button(words, "change", objective))
    elif offers_ending(objective, shown.today):
        first = (
            _button(words, "carry_on", objective, ActionStyle.PRIMARY),
            _button(words, "close", objective),
            _button(words, "change", objective),
        )
    else:
        first = (_button(words, "change", objective, ActionStyle.PRIMARY),)
    names = {each.name for each in first}
    others = ["milestones"] if objective.milestones or objective.direction is Direction.MILESTONES else []
    others += ["share", "pause", "hand_over", "close"]
    if not objective.milestones and objective.target is None:
        others.insert(0, "milestones")
    rest = [
        _button(words, name, objective)
        for name in others
        if f"objective.{name}" not in names and not (name == "pause" and objective.state is ObjectiveState.PAUSED)
    ]
    if history:
        rest.append(history)
    return [ticks, (*first, *rest)]


def _keeping(words: Words, shown: Page) -> tuple[Action, ...]:
    keeping = [_button(words, "evidence", shown.objective)] if shown.may_add_evidence else []
    if shown.may_change and shown.objective.state is not ObjectiveState.CLOSED:
        keeping.append(_button(words, "skills", shown.objective))
    return tuple(keeping)


def _leaving(words: Words, reader: Person, shown: Page) -> tuple[Action, ...]:
    """Ways to end sharing: with each further owner for who may change it, and oneself."""
    if shown.objective.state is ObjectiveState.CLOSED:
        return ()

    def stop(person: Person, label: str) -> Action:
        return Action("objective.unshare", label, f"{shown.objective.id}{SEPARATOR}{person.id}")

    if shown.may_change:
        return tuple(stop(each, words("share-stop", name=each.name)) for each in shown.sharing)
    return tuple(stop(each, words("share-leave")) for each in shown.sharing if each.id == reader.id)


def _button(words: Words, name: str, objective: Objective, style: ActionStyle = ActionStyle.DEFAULT) -> Action:
    key = f"objective-{name.replace('_', '-')}-button"
    return Action(f"objective.{name}", words(key), objective.id, style)


def opening(objectives: Sequence[Objective]) -> Actions:
    """A button to each objective's page, by its number in the list."""
    return Actions(
        tuple(
            Action("objective.open", f"{number}. {each.title}", each.id)
            for number, each in enumerate(objectives, start=1)
        )
    )
