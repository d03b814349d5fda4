"""What HR says and taps about training: courses, completions of many people, and what has to be verified.

Each that is called asks for the right to keep training again.
"""

import re
from collections.abc import Awaitable, Callable

from core.cards.asking import gone
from core.chat.effect import Outcome, reply
from core.flows import keep_course, send_back_training
from core.flows.flow import Flow
from core.model.training import Course
from core.permissions import Right, holds
from core.services import keep_courses, verify_training
from core.services.import_cells import plain
from core.services.record_training_in_bulk import record_in_bulk
from core.services.refuse_hr import refuse_hr
from core.turn import Turn
from core.understanding.completions import likely_courses

FLOWS: tuple[Flow, ...] = (keep_course.KEEP_COURSE, send_back_training.SEND_BACK)

_ADD = re.compile(r"^(?:add|new|ychwanegu|newydd)\b[\s:]*", re.IGNORECASE)
_CHANGE = re.compile(r"^(?:change|edit|newid|golygu)\s+", re.IGNORECASE)
_RETIRE = re.compile(r"^(?:retire|remove|stop|ymddeol|tynnu|dileu)\s+", re.IGNORECASE)
_BACK = re.compile(r"^(?:bring back|restore|adfer)\s+", re.IGNORECASE)


async def hear_courses(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr courses`, `hr courses add …`, and what is done to one that is named."""
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    if not rest:
        return await keep_courses.show_courses(turn)
    if _ADD.match(rest):
        return await keep_course.start(turn, None, plain(_ADD.sub("", rest, count=1)), by_form=by_menu)
    verb = next((each for each in (_CHANGE, _RETIRE, _BACK) if each.match(rest)), None)
    course = await _named(turn, verb.sub("", rest, count=1) if verb else rest)
    if course is None:
        return await keep_courses.show_courses(turn)
    if verb is _CHANGE:
        return await keep_course.start(turn, course, by_form=by_menu)
    if verb is _RETIRE:
        return await keep_courses.retire(turn, course.id)
    if verb is _BACK:
        return await keep_courses.bring_back(turn, course.id)
    return await keep_courses.show_course(turn, course.id)


async def _named(turn: Turn, said: str) -> Course | None:
    courses = await turn.store.training.courses(turn.person.tenant_id)
    return likely_courses(plain(said), courses)[0]


async def hear_completed(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr completed fire safety 12 Nov: names or emails`."""
    return await record_in_bulk(turn, rest)


async def _change(turn: Turn, course_id: str) -> Outcome:
    if not holds(turn.person, Right.KEEP_TRAINING):
        return await refuse_hr(turn)
    course = await keep_courses.course_of(turn, course_id)
    return await keep_course.start(turn, course, by_form=True) if course else reply(gone(turn.words))


async def _add(turn: Turn, value: str) -> Outcome:
    return await hear_courses(turn, "add", by_menu=True)


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "hr.courses": lambda turn, _: keep_courses.show_courses(turn),
    "course.show": keep_courses.show_course,
    "course.add": _add,
    "course.change": _change,
    "course.retire": keep_courses.retire,
    "course.back": keep_courses.bring_back,
    "training.waiting": lambda turn, _: verify_training.show_waiting(turn),
    "training.accept": verify_training.accept,
    "training.send_back": send_back_training.start,
}
"""What each button about these does, by the action's name."""
