"""Adding and changing a course, by HR: a form, or a question at a time."""

from dataclasses import replace

from core.chat.card import Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows.about_objective import about_of, begin, new_subject, putting_aside, value_of
from core.flows.course_inputs import NONE, Days, Months, WhoMust, groups_of, stored
from core.flows.flow import Answers, Flow, Misfit, Progression, Scope, Step
from core.flows.inputs import YES_NO, FreeText, choice_of
from core.model.conversation import Given
from core.model.training import LONGEST_TITLE, Course
from core.permissions import Right, holds
from core.services import keep_courses
from core.services.import_cells import plain
from core.services.keep_courses import Kept
from core.services.tell import said
from core.turn import Turn

NEW = "new"
"""What a subject is about where the course is not there yet."""

_KIND = choice_of(
    (("mandatory", "course-kind-mandatory"), ("development", "course-kind-development")), "course-kind-unclear"
)
_TEXT = FreeText(multiline=False, longest=500)


async def start(turn: Turn, course: Course | None, title: str = "", *, by_form: bool) -> Outcome:
    """Begin with what is known: all of a course that is there, or the title of a new one."""
    if course is None:
        given = {"title": Given(title, title)} if title else {}
        return await begin(turn, KEEP_COURSE, new_subject(NEW), given, by_form=by_form)
    rules = [
        each
        for each in await turn.store.training.requirements(turn.person.tenant_id)
        if each.course_id == course.id
    ]
    who = await _who(turn)
    known = {
        "title": course.title,
        "welsh": course.title_cy,
        "kind": "mandatory" if course.mandatory else "development",
        "months": str(course.valid_months or NONE),
        "who": stored((each.group, each.value) for each in rules),
        "days": str(rules[0].within_days if rules else keep_courses.WITHIN_DAYS),
        "window": str(course.renew_within_days),
        "verified": "yes" if course.verified else "no",
        "link": course.link,
        "skills": ", ".join(course.skills),
    }
    shown = {"who": who.show(known["who"], turn.person.language)}
    filled = {key: Given(shown.get(key, value), value) for key, value in known.items() if value}
    return await begin(turn, KEEP_COURSE, new_subject(course.id), filled, by_form=by_form)


async def _who(turn: Turn) -> WhoMust:
    teams = await turn.store.people.teams(turn.person.tenant_id)
    learners = await turn.store.training.learners(turn.person.tenant_id)
    return WhoMust({each.name: each.id for each in teams}, sorted({each.role for each in learners if each.role}))


async def _load(turn: Turn, subject: str) -> Scope | None:
    if not holds(turn.person, Right.KEEP_TRAINING):
        return None
    courses = await turn.store.training.courses(turn.person.tenant_id)
    about = about_of(subject)
    course = next((each for each in courses if each.id == about), None)
    if course is None and about != NEW:
        return None
    words = turn.words
    title = words("course-change-title", course=course.title) if course else words("course-add-title")
    taken = frozenset(each.title.casefold() for each in courses if each is not course)
    intro = (Paragraph(words("keep-course-intro"), Tone.SUBTLE),)
    return Scope(title, intro, accepts={"who": await _who(turn)}, background=(course, taken))


def _check(scope: Scope, answers: Answers) -> Misfit | None:
    """A title that is too long, or another course's."""
    title = plain(value_of(answers, "title"))
    _, taken = scope.background if isinstance(scope.background, tuple) else (None, frozenset())
    if len(title) > LONGEST_TITLE:
        return Misfit("title", "input-text-too-long", {"longest": LONGEST_TITLE, "length": len(title)})
    if title.casefold() in taken:
        return Misfit("title", "course-title-taken", {"title": title})
    return None


async def _record(turn: Turn, progression: Progression) -> Outcome:
    if not progression.finished or not progression.changed or not holds(turn.person, Right.KEEP_TRAINING):
        return NOTHING
    courses = await turn.store.training.courses(turn.person.tenant_id)
    about = about_of(progression.subject)
    known = next((each for each in courses if each.id == about), None)
    # A repeated answer about a new course is about the one that the first made.
    new_id = progression.subject.rpartition(".")[2]
    known = known or next((each for each in courses if each.id == new_id), None)
    answers = progression.answers

    def answer(step: str) -> str:
        said_of_it = value_of(answers, step)
        return "" if said_of_it == NONE else said_of_it

    start_from = known or Course(new_id, turn.person.tenant_id, "")
    course = replace(
        start_from,
        title=plain(answer("title")) or start_from.title,
        title_cy=plain(answer("welsh")),
        mandatory=answer("kind") == "mandatory",
        valid_months=int(answer("months")) if answer("months") else None,
        renew_within_days=int(answer("window")) if answer("window") else start_from.renew_within_days,
        verified=answer("verified") == "yes",
        link=answer("link").strip(),
        skills=tuple(dict.fromkeys(skill for each in answer("skills").split(",") if (skill := plain(each)))),
    )
    if not course.title:
        return NOTHING
    days = int(answer("days")) if answer("days") else keep_courses.WITHIN_DAYS
    kept = Kept(course, groups_of(answer("who")), days)
    return said(turn, await keep_courses.keep(turn, kept), "courses")


KEEP_COURSE: Flow = Flow(
    "keep_course",
    (
        Step("title", FreeText(multiline=False), "reads-everyone", required=True, essential=True),
        Step("welsh", _TEXT, "reads-everyone"),
        Step("kind", _KIND, "reads-everyone", required=True, essential=True),
        Step("months", Months(), "reads-everyone"),
        Step("who", None, "reads-everyone"),
        Step("days", Days(), "reads-everyone"),
        Step("window", Days(), "reads-everyone"),
        Step("verified", YES_NO, "reads-everyone"),
        Step("link", _TEXT, "reads-everyone"),
        Step("skills", _TEXT, "reads-everyone"),
    ),
    load=_load,
    record=_record,
    snooze=putting_aside(_load, lambda: KEEP_COURSE),
    check=_check,
)
