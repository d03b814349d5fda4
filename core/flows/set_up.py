"""The two conversations of setting Milepost up: who works here, and when people are asked."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from core.cards.asking import carry_on
from core.cards.imported import imported
from core.chat.card import Input, Option, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import new_subject, putting_aside, value_of
from core.flows.flow import Flow, Progression, Scope, Step
from core.flows.inputs import Field, FreeText, NotUnderstood, choice_of
from core.model.person import Language
from core.permissions import Right, holds
from core.services import set_up
from core.services.keep_questions import LONGEST_DAYS, SHORTEST_DAYS
from core.texts.texts import Words
from core.turn import Turn
from core.understanding.dates import read_moment

_WEEKDAYS = choice_of(tuple((str(day), f"set-up-day-{day}") for day in range(1, 8)), "set-up-day-unclear")
_WINDOW = choice_of(
    tuple((str(days), f"set-up-days-{days}") for days in range(SHORTEST_DAYS, LONGEST_DAYS + 1)),
    "set-up-days-unclear",
)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, typed as people do (`10`, `9:30`, `2pm`); stored as `09:30`."""

    def read(self, text: str, today: date) -> str:
        moment = read_moment(f"tomorrow {text}", datetime.combine(today, time(), tzinfo=ZoneInfo("UTC")))
        if moment is None or not any(character.isdecimal() for character in text):
            raise NotUnderstood("set-up-time-unclear")
        return moment.strftime("%H:%M")

    def show(self, value: str, language: Language) -> str:
        return value

    def options(self, words: Words) -> tuple[Option, ...]:
        return ()

    def field(self, field: Field, words: Words) -> Input:
        return field.typed(placeholder="10:00", max_length=20)


def subject_for(turn: Turn) -> str:
    """A subject for one such conversation of this person's."""
    return new_subject(turn.person.tenant_id)


async def _load_schedule(turn: Turn, subject: str) -> Scope | None:
    return _scope(turn, "set-up-schedule")


async def _load_people(turn: Turn, subject: str) -> Scope | None:
    return _scope(turn, "set-up-people")


def _scope(turn: Turn, key: str) -> Scope | None:
    if not holds(turn.person, Right.SET_UP):
        return None
    return Scope(turn.words(f"{key}-title"), (Paragraph(turn.words(f"{key}-intro"), Tone.SUBTLE),))


async def _record_schedule(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished or not progression.changed:
        return NOTHING
    day, at = (value_of(progression.answers, step) for step in ("day", "at"))
    days = value_of(progression.answers, "days")
    return await set_up.move_check_ins(turn, int(day), time.fromisoformat(at), int(days) if days else None)


async def _record_people(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished or not progression.changed:
        return NOTHING
    if not holds(turn.person, Right.SET_UP):
        return NOTHING
    report = await set_up.add_people(turn, value_of(progression.answers, "rows"))
    card = imported(report, turn.person.language)
    if report.is_refused:
        # The rows are still there, to be put right.
        card = replace(card, parts=(*card.parts, carry_on(turn.words, ADD_PEOPLE, progression.subject)))
    return await set_up.with_checklist(turn, card)


SET_SCHEDULE: Flow = Flow(
    "set_schedule",
    (
        Step("day", _WEEKDAYS, "reads-everyone", required=True, essential=True),
        Step("at", ClockTime(), "reads-everyone", required=True, essential=True),
        Step("days", _WINDOW, "reads-everyone"),
    ),
    load=_load_schedule,
    record=_record_schedule,
    snooze=putting_aside(_load_schedule, lambda: SET_SCHEDULE),
)

ADD_PEOPLE: Flow = Flow(
    "add_people",
    (Step("rows", FreeText(), "reads-hr", required=True, essential=True),),
    load=_load_people,
    record=_record_people,
    snooze=putting_aside(_load_people, lambda: ADD_PEOPLE),
)
