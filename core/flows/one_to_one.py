"""The forms of a one-to-one: its date, an item of its agenda, notes, an agreed action, and that it is done."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time
from uuid import uuid4

from core.cards import greeting
from core.cards.one_to_one import item_parts
from core.chat.card import Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, new_subject, putting_aside, value_of
from core.flows.clock_time import ClockTime
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step, Values
from core.flows.inputs import ChoiceOf, FreeText, FutureDate
from core.flows.one_of import OneOf
from core.model.action import AgreedAction
from core.model.conversation import Given
from core.model.one_to_one import Meeting
from core.services import hold_one_to_one as holding
from core.services.tell import said
from core.turn import Turn

LONGEST_ITEM = 500
LONGEST_NOTE = 3_000
"""Characters that a platform's form takes in a field."""

READS = "reads-one-to-one"
PRIVATE = "reads-one-to-one-private"
_EVERYTHING = re.compile(r"^(all|everything|popeth|y cyfan)$", re.IGNORECASE)
_NOTHING = re.compile(r"^(none|nothing|no|dim|dim byd|na)$", re.IGNORECASE)

_RHYTHM = ChoiceOf(
    tuple((str(weeks), f"one-to-one-rhythm-{weeks}") for weeks in (1, 2, 4, 6, 8)),
    lambda text: found.group() if (found := re.search(r"\b[12468]\b", text)) else None,
    "one-to-one-rhythm-unclear",
)

_Scoped = Callable[[Turn, Meeting], Awaitable[Scope]]


def _loading(scoped: _Scoped, *, only_to_come: bool = False) -> Callable[[Turn, str], Awaitable[Scope | None]]:
    """Loads a form about a meeting that the person may hold; `only_to_come` once it was held no more."""

    async def load(turn: Turn, subject: str) -> Scope | None:
        meeting = await holding.find_meeting(turn, id_in(subject))
        if meeting is None:
            return None
        scope = await scoped(turn, meeting)
        if only_to_come and meeting.one_to_one.held_at is not None:
            closed = greeting.said(turn.words, "one-to-one-held-title", "one-to-one-held-before")
            return Scope(scope.title, closed=closed)
        return scope

    return load


def id_in(subject: str) -> str:
    """The id of the meeting that a subject is about."""
    return about_of(subject).partition("~")[0]


async def _named(turn: Turn, meeting: Meeting) -> Scope:
    other = meeting.other_than(turn.person)
    return Scope(turn.words("one-to-one-title", name=other.name))


# --- the date -------------------------------------------------------------------------------------------------


async def _dated(turn: Turn, meeting: Meeting) -> Scope:
    zone = turn.person.zone
    scope = await _named(turn, meeting)
    intro = (Paragraph(turn.words("one-to-one-date-intro"), Tone.SUBTLE),)
    return Scope(scope.title, intro, background=turn.now.astimezone(zone))


def _moment(answers: Answers, now: datetime) -> datetime | None:
    day, at = value_of(answers, "day"), value_of(answers, "time")
    if not day or not at:
        return None
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(at), tzinfo=now.tzinfo)


def _check_date(scope: Scope, answers: Answers) -> Misfit | None:
    now = scope.background
    if not isinstance(now, datetime):
        return None
    moment = _moment(answers, now)
    return Misfit("time", "one-to-one-past-time") if moment is not None and moment <= now else None


async def _record_date(turn: Turn, progression: Progression) -> Outcome:
    meeting = await holding.find_meeting(turn, id_in(progression.subject)) if progression.finished else None
    moment = _moment(progression.answers, turn.now.astimezone(turn.person.zone))
    if meeting is None or moment is None:
        return NOTHING
    weeks = value_of(progression.answers, "rhythm")
    return await holding.set_date(turn, meeting, moment.astimezone(UTC), int(weeks) if weeks else None)


_load_date = _loading(_dated, only_to_come=True)

DATE: Flow = Flow(
    "one_to_one_date",
    (
        Step("day", FutureDate(), READS, required=True, essential=True),
        Step("time", ClockTime(), READS, required=True, essential=True),
        Step("rhythm", _RHYTHM, READS),
    ),
    load=_load_date,
    record=_record_date,
    snooze=putting_aside(_load_date, lambda: DATE),
    check=_check_date,
)


# --- an item, and notes ---------------------------------------------------------------------------------------


async def _record_item(turn: Turn, progression: Progression) -> Outcome:
    meeting = await holding.find_meeting(turn, id_in(progression.subject)) if progression.finished else None
    if meeting is None:
        return NOTHING
    id_ = progression.subject.rpartition(".")[2]
    return await holding.add_item(turn, id_, meeting, value_of(progression.answers, "text"))


_load_item = _loading(_named, only_to_come=True)

ITEM: Flow = Flow(
    "one_to_one_item",
    (Step("text", FreeText(multiline=False, longest=LONGEST_ITEM), READS, required=True, essential=True),),
    load=_load_item,
    record=_record_item,
    snooze=putting_aside(_load_item, lambda: ITEM),
)


def _noting(*, is_private: bool) -> Callable[[Turn, Progression], Awaitable[Outcome]]:
    async def record(turn: Turn, progression: Progression) -> Outcome:
        meeting = await holding.find_meeting(turn, id_in(progression.subject)) if progression.finished else None
        if meeting is None:
            return NOTHING
        id_ = progression.subject.rpartition(".")[2]
        text = value_of(progression.answers, "text")
        return await holding.note(turn, id_, meeting, text, is_private=is_private)

    return record


_load_note = _loading(_named)

NOTE: Flow = Flow(
    "one_to_one_note",
    (Step("text", FreeText(longest=LONGEST_NOTE), READS, required=True, essential=True),),
    load=_load_note,
    record=_noting(is_private=False),
    snooze=putting_aside(_load_note, lambda: NOTE),
)

PRIVATE_NOTE: Flow = Flow(
    "one_to_one_private",
    (Step("text", FreeText(longest=LONGEST_NOTE), PRIVATE, required=True, essential=True),),
    load=_load_note,
    record=_noting(is_private=True),
    snooze=putting_aside(_load_note, lambda: PRIVATE_NOTE),
)


# --- an agreed action -----------------------------------------------------------------------------------------


def _has_action(values: Values) -> bool:
    return bool(values.get("action"))


async def _with_owners(turn: Turn, meeting: Meeting) -> Scope:
    scope = await _named(turn, meeting)
    owners = tuple(Option(each.id, each.name) for each in (meeting.person, meeting.manager))
    return Scope(scope.title, accepts={"owner": OneOf(owners, "one-to-one-owner-unclear")})


def _check_action(scope: Scope, answers: Answers) -> Misfit | None:
    """An action has someone who does it and a date, so that it can be asked about."""
    if not value_of(answers, "action"):
        return None
    for step, problem in (("owner", "one-to-one-owner-needed"), ("by", "one-to-one-by-needed")):
        if step in answers and not value_of(answers, step):
            return Misfit(step, problem)
    return None


_ACTION_STEPS = (
    Step("owner", None, READS, essential=True, when=_has_action),
    Step("by", FutureDate(), READS, essential=True, when=_has_action),
)


async def _record_action(turn: Turn, progression: Progression) -> Outcome:
    meeting = await holding.find_meeting(turn, id_in(progression.subject)) if progression.finished else None
    if meeting is None:
        return NOTHING
    agreed = _agreed(turn, progression, meeting)
    return await holding.agree(turn, agreed, meeting) if agreed else NOTHING


def _agreed(turn: Turn, progression: Progression, meeting: Meeting) -> AgreedAction | None:
    text, owner, by = (value_of(progression.answers, step) for step in ("action", "owner", "by"))
    if not (text and owner and by):
        return None
    id_ = progression.subject.rpartition(".")[2]
    by_manager = owner == meeting.manager.id
    return holding.action_at(turn, id_, meeting, text, date.fromisoformat(by), by_manager=by_manager)


_load_action = _loading(_with_owners)

ACTION: Flow = Flow(
    "one_to_one_action",
    (
        Step("action", FreeText(multiline=False, longest=300), READS, required=True, essential=True),
        *_ACTION_STEPS,
    ),
    load=_load_action,
    record=_record_action,
    snooze=putting_aside(_load_action, lambda: ACTION),
    check=_check_action,
)


# --- done -----------------------------------------------------------------------------------------------------


async def start_done(turn: Turn, meeting: Meeting, *, by_form: bool) -> Outcome:
    """Say that the meeting is done; what comes on the agenda from now on is for the next one."""
    shown = len((await holding.agenda_of(turn, meeting)).items)
    subject = f"{meeting.one_to_one.id}~{shown}.{uuid4().hex}"
    return await begin(turn, DONE, subject, by_form=by_form)


async def _load_done(turn: Turn, subject: str) -> Scope | None:
    meeting = await holding.find_meeting(turn, id_in(subject))
    if meeting is None:
        return None
    scope = await _with_owners(turn, meeting)
    if meeting.one_to_one.held_at is not None:
        closed = greeting.said(turn.words, "one-to-one-held-title", "one-to-one-held-before")
        return Scope(scope.title, closed=closed)
    agenda = await holding.agenda_of(turn, meeting)
    shown = min(_shown(subject), len(agenda.items))
    intro = (
        *item_parts(turn.words, turn.person, agenda),
        Paragraph(turn.words("one-to-one-done-intro"), Tone.SUBTLE),
    )
    without = frozenset() if shown else frozenset({"carry"})
    return Scope(scope.title, intro, accepts=scope.accepts, without=without, background=shown)


def _shown(subject: str) -> int:
    """How many items the agenda had when the form was opened."""
    number = about_of(subject).partition("~")[2]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 0


def _carried(text: str, shown: int) -> set[int] | None:
    """The numbers that were not discussed; None where the words are no such numbers."""
    said = text.strip()
    if not said or _NOTHING.match(said):
        return set()
    if _EVERYTHING.match(said):
        return set(range(1, shown + 1))
    if not re.fullmatch(r"[\d\s,;.&+]*(?:\d|\b(?:and|a|ac)\b|[\s,;.&+])*", said, re.IGNORECASE):
        return None
    numbers = {int(each) for each in re.findall(r"\d{1,4}", said)}
    return numbers if numbers and all(1 <= each <= shown for each in numbers) else None


def _check_done(scope: Scope, answers: Answers) -> Misfit | None:
    shown = scope.background if isinstance(scope.background, int) else 0
    if _carried(value_of(answers, "carry"), shown) is None:
        return Misfit("carry", "one-to-one-carry-unclear", {"most": shown})
    return _check_action(scope, answers)


async def _record_done(turn: Turn, progression: Progression) -> Outcome:
    meeting = await holding.find_meeting(turn, id_in(progression.subject)) if progression.finished else None
    if meeting is None:
        return NOTHING
    answers, shown = progression.answers, _shown(progression.subject)
    carried = _carried(value_of(answers, "carry"), shown) or set()
    shared, private = value_of(answers, "shared"), value_of(answers, "private")
    agreed = _agreed(turn, progression, meeting)
    id_ = progression.subject.rpartition(".")[2]
    return await holding.hold(turn, id_, meeting, shown, carried, shared, private, agreed)


DONE: Flow = Flow(
    "one_to_one_done",
    (
        Step("carry", FreeText(multiline=False, longest=200), READS),
        Step("shared", FreeText(longest=LONGEST_NOTE), READS),
        Step("action", FreeText(multiline=False, longest=300), READS),
        *_ACTION_STEPS,
        Step("private", FreeText(longest=LONGEST_NOTE), PRIVATE),
    ),
    load=_load_done,
    record=_record_done,
    snooze=putting_aside(_load_done, lambda: DONE),
    check=_check_done,
)


FLOWS: tuple[Flow, ...] = (DATE, ITEM, NOTE, PRIVATE_NOTE, ACTION, DONE)


async def open_about(turn: Turn, flow: Flow, one_to_one_id: str, given: str = "") -> Outcome:
    """Open the form of `flow` about a meeting; `given` is its text so far."""
    filled = {"text": Given(given, given)} if given else None
    return await begin(turn, flow, new_subject(one_to_one_id), filled, by_form=True)


async def too_long(turn: Turn, text: str) -> Outcome | None:
    """What is said of an item that is longer than an agenda's line; None for one that fits."""
    if len(text) <= LONGEST_ITEM:
        return None
    card = greeting.said(
        turn.words, "agenda-too-long-title", "agenda-too-long", longest=LONGEST_ITEM, length=len(text)
    )
    return said(turn, card, "one-to-one")
