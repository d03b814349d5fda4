"""Change which questions are added to check-ins: HR for everyone, line managers for their own reports.

Every change makes a new version, which check-ins that open from then on are bound to; it can be undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.cards import question_list as cards
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.checkin import Schedule
from core.model.questions import MOST_A_WEEK, Question, QuestionSet, busiest, moved, with_changed
from core.permissions import Permission, Right, holds, may
from core.schedule.cadence import next_period, period_of
from core.schedule.working_time import local_instant
from core.services.question_bank import bank
from core.services.recognise import contact_of
from core.turn import Turn

HR, TEAM = "hr", "team"
"""Whose questions: the organisation's, or those of the line manager who speaks."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What someone may change: the questions now, and what their people are asked besides (HR's, for a team)."""

    scope: str
    now: QuestionSet
    besides: tuple[Question, ...]
    next_period: date

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions as they stand."""
        return self.now.questions

    def has_room_for(self, questions: Sequence[Question]) -> bool:
        """Whether no check-in would ask more than a week may have."""
        return busiest((*self.besides, *questions), self.next_period) <= MOST_A_WEEK


async def keeping_of(turn: Turn, scope: str) -> Keeping | None:
    """What the person may change there; None where that is nothing."""
    tenant_id = turn.person.tenant_id
    if scope == HR:
        owner_id, allowed = tenant_id, holds(turn.person, Right.KEEP_QUESTIONS)
    else:
        reports = await turn.store.people.reports_of(turn.person.id)
        owner_id = turn.person.id
        allowed = scope == TEAM and any(may(turn.person, Permission.ADD_QUESTIONS, each) for each in reports)
    if not allowed:
        return None
    found = await turn.store.questions.newest({owner_id, tenant_id})
    now = found.get(owner_id) or QuestionSet(tenant_id, owner_id, 0, (), turn.now, turn.person.id)
    besides = found[tenant_id].questions if scope == TEAM and tenant_id in found else ()
    return Keeping(scope, now, besides, await _next_opening(turn))


async def _next_opening(turn: Turn) -> date:
    """The period of the check-ins that open next."""
    schedule = await _schedule(turn)
    if schedule is None:
        return turn.today
    period = period_of(schedule, turn.today)
    opens_at = local_instant(period, schedule.at, turn.person.zone)
    return period if opens_at > turn.now else next_period(schedule, period)


async def refused(turn: Turn) -> Outcome:
    """The same words whatever was asked for."""
    return reply(cards.refusal(turn.person, await contact_of(turn.store, turn.person.tenant_id)))


async def show(turn: Turn, scope: str) -> Outcome:
    """The questions as they stand, with what can be done to them."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    schedule = await _schedule(turn)
    return reply(cards.listed(turn.person, scope, keeping.questions, keeping.besides, schedule))


async def show_bank(turn: Turn, scope: str) -> Outcome:
    """The ready questions that are not asked yet."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    asked = {each.id for each in (*keeping.questions, *keeping.besides)}
    return reply(cards.bank(turn.person, scope, [each for each in bank().values() if each.id not in asked]))


async def show_preview(turn: Turn, scope: str) -> Outcome:
    """What people are asked at the next check-in, and what later."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    return reply(cards.preview(turn.person, scope, (*keeping.besides, *keeping.questions), keeping.next_period))


# --- changes --------------------------------------------------------------------------------------------------


async def keep(turn: Turn, keeping: Keeping, question: Question) -> Outcome:
    """Add a question, or put a changed one in its old one's place."""
    before = keeping.now.question(question.id)
    if before is None or before.every_weeks != question.every_weeks:
        question = replace(question, first_on=keeping.next_period)
    questions = with_changed(keeping.questions, question)
    if not keeping.has_room_for(questions) and (before is None or question.every_weeks < before.every_weeks):
        return reply(cards.no_room(turn.person, keeping.scope, question))
    done = "questions-changed" if before else "questions-added"
    return await _keep(turn, keeping, questions, done, next(each for each in questions if each.id == question.id))


async def add_from_bank(turn: Turn, scope: str, key: str) -> Outcome:
    """Add a ready question; one that is asked already stays as it is."""
    keeping = await keeping_of(turn, scope)
    ready = bank().get(key)
    if keeping is None or ready is None:
        return await refused(turn)
    if any(each.id == key for each in (*keeping.questions, *keeping.besides)):
        return await show(turn, scope)
    return await keep(turn, keeping, ready)


async def remove(turn: Turn, scope: str, question_id: str) -> Outcome:
    """Ask it no longer; what was answered to it stays."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    question = keeping.now.question(question_id)
    if question is None:
        return await show(turn, scope)
    rest = tuple(each for each in keeping.questions if each.id != question_id)
    return await _keep(turn, keeping, rest, "questions-removed", question)


async def move(turn: Turn, scope: str, question_id: str, to: int) -> Outcome:
    """Ask it at another place, counted from 0; outside the list it is the nearest one."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    ids = [each.id for each in keeping.questions]
    if question_id not in ids:
        return await show(turn, scope)
    index = ids.index(question_id)
    place = min(max(0, to), len(ids) - 1)
    if place == index:
        return await show(turn, scope)
    questions = moved(keeping.questions, index, place)
    return await _keep(turn, keeping, questions, "questions-moved", questions[place])


async def move_up(turn: Turn, scope: str, question_id: str) -> Outcome:
    """Ask it one place earlier."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    ids = [each.id for each in keeping.questions]
    return await move(turn, scope, question_id, ids.index(question_id) - 1 if question_id in ids else 0)


async def undo(turn: Turn, scope: str, version: str) -> Outcome:
    """Take back the change that made this version, unless there was another one since."""
    keeping = await keeping_of(turn, scope)
    if keeping is None:
        return await refused(turn)
    now = keeping.now
    if str(now.version) != version or now.version == 0:
        return reply(cards.changed_since(turn.person, scope))
    before = await turn.store.questions.version(now.owner_id, now.version - 1)
    await _save(turn, keeping, before.questions if before else ())
    return reply(cards.undone(turn.person, scope))


async def undo_last(turn: Turn, scope: str) -> Outcome:
    """Take back the last change."""
    keeping = await keeping_of(turn, scope)
    return await undo(turn, scope, str(keeping.now.version)) if keeping else await refused(turn)


async def _keep(
    turn: Turn, keeping: Keeping, questions: tuple[Question, ...], done: str, about: Question
) -> Outcome:
    version = await _save(turn, keeping, questions)
    crowded = await _crowded_teams(turn, keeping, questions)
    return reply(cards.kept(turn.person, keeping.scope, version, done, about, crowded))


async def _save(turn: Turn, keeping: Keeping, questions: tuple[Question, ...]) -> int:
    version = keeping.now.version + 1
    await turn.store.questions.add(
        replace(keeping.now, version=version, questions=questions, changed_at=turn.now, by_id=turn.person.id)
    )
    return version


async def _crowded_teams(turn: Turn, keeping: Keeping, questions: tuple[Question, ...]) -> int:
    """How many teams have added so many that some of theirs are left out now."""
    if keeping.scope != HR:
        return 0
    sets = await turn.store.questions.newest_of_tenant(turn.person.tenant_id)
    return sum(
        1
        for each in sets
        if not each.is_of_organisation
        and each.questions
        and busiest((*questions, *each.questions), keeping.next_period) > MOST_A_WEEK
    )


# --- how long check-ins are open ------------------------------------------------------------------------------

SHORTEST_DAYS, LONGEST_DAYS = 1, 6


async def set_window(turn: Turn, days: int | None) -> Outcome:
    """Keep check-ins open this many days from the next ones on; None where no number was said."""
    schedule = await _schedule(turn)
    if schedule is None or not holds(turn.person, Right.KEEP_QUESTIONS):
        return await refused(turn)
    if days is None or not SHORTEST_DAYS <= days <= LONGEST_DAYS:
        return reply(cards.window_unclear(turn.person, schedule, SHORTEST_DAYS, LONGEST_DAYS))
    changed = replace(schedule, closes_after_days=days)
    await turn.store.checkins.save_schedule(changed)
    return reply(_window_set(turn, schedule, changed))


def _window_set(turn: Turn, before: Schedule, after: Schedule) -> Card:
    opens_on = next_period(after, turn.today - timedelta(days=1))
    return cards.window_set(turn.person, after, opens_on, undo_to=before.closes_after_days)


async def _schedule(turn: Turn) -> Schedule | None:
    return next(iter(await turn.store.checkins.schedules(turn.person.tenant_id)), None)
