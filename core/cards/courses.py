"""Courses as HR sees them: the list, one of them, what waits to be verified, and what was recorded in bulk."""

from collections.abc import Mapping, Sequence

from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Tone,
)
from core.model.person import Person
from core.model.requirements import Group, Requirement
from core.model.training import Course, TrainingCompletion
from core.texts import formats
from core.texts.texts import Words

SHOWN = 60
BUTTONS = 20
"""Courses a tap away; every one is a word away."""


def courses(
    words: Words,
    every: Sequence[Course],
    rules: Sequence[Requirement],
    team_names: Mapping[str, str],
    waiting: int,
) -> Card:
    """Every course with who must hold it; `waiting` completions are to be verified."""
    offered = [each for each in every if not each.retired]
    retired = [each for each in every if each.retired]
    parts: list[Part] = []
    if not every:
        parts.append(Paragraph(words("courses-none")))
    if offered:
        parts.append(
            Outline(
                tuple(
                    OutlineItem(each.title_in(words.language), 0, _about(words, each, rules, team_names))
                    for each in offered[:SHOWN]
                )
            )
        )
    if retired:
        names = ", ".join(each.title_in(words.language) for each in retired)
        parts.append(Paragraph(words("courses-retired", names=names), Tone.SUBTLE))
    add = Action("course.add", words("course-add-title"), style=ActionStyle.PRIMARY)
    verify = (Action("training.waiting", words("courses-waiting", count=waiting)),) if waiting else ()
    parts.append(Actions((add, *verify)))
    if offered:
        parts.append(
            Actions(
                tuple(Action("course.show", each.title_in(words.language), each.id) for each in offered[:BUTTONS])
            )
        )
    parts.append(Paragraph(words("courses-how"), Tone.SUBTLE))
    return Card(words("courses-title"), tuple(parts), words.language)


def group_label(words: Words, group: Group, chosen: str, team_names: Mapping[str, str]) -> str:
    """What a group is called."""
    match group:
        case Group.EVERYONE:
            return words("course-everyone")
        case Group.TEAM:
            return team_names.get(chosen, words("course-team-gone"))
        case Group.ROLE | Group.EMPLOYMENT:
            return chosen


def _about(words: Words, course: Course, rules: Sequence[Requirement], team_names: Mapping[str, str]) -> str:
    kind = words("course-kind-mandatory" if course.mandatory else "course-kind-development")
    return " · ".join((kind, _months(words, course), _asked(words, course, rules, team_names)))


def _months(words: Words, course: Course) -> str:
    if course.valid_months is None:
        return words("course-counts-for-good")
    return words("course-counts", months=words("course-months", count=course.valid_months))


def _asked(words: Words, course: Course, rules: Sequence[Requirement], team_names: Mapping[str, str]) -> str:
    names = [
        group_label(words, each.group, each.value, team_names) for each in rules if each.course_id == course.id
    ]
    return ", ".join(names) or words("course-asked-nobody")


def course(
    words: Words, one: Course, rules: Sequence[Requirement], team_names: Mapping[str, str], notice: str
) -> Card:
    """One course with all that is kept of it."""
    kind = words("course-kind-mandatory" if one.mandatory else "course-kind-development")
    facts = [
        Fact(words("keep-course-kind-label"), kind),
        Fact(words("keep-course-months-label"), _months(words, one)),
        Fact(words("keep-course-who-label"), _asked(words, one, rules, team_names)),
    ]
    if rules:
        facts.append(Fact(words("keep-course-days-label"), words("course-days", count=rules[0].within_days)))
    if one.valid_months:
        facts.append(Fact(words("keep-course-window-label"), words("course-days", count=one.renew_within_days)))
    facts.append(Fact(words("keep-course-verified-label"), words("yes" if one.verified else "no")))
    for key, value in (("welsh", one.title_cy), ("link", one.link), ("skills", ", ".join(one.skills))):
        if value:
            facts.append(Fact(words(f"keep-course-{key}-label"), value))
    parts: list[Part] = [Paragraph(notice)] if notice else []
    if one.retired:
        parts.append(Paragraph(words("course-is-retired"), Tone.WARNING))
        state = Action("course.back", words("course-bring-back"), one.id)
    else:
        state = Action("course.retire", words("course-retire"), one.id)
    change = Action("course.change", words("course-change"), one.id, ActionStyle.PRIMARY)
    parts += [Facts(tuple(facts)), Actions((change, state, Action("hr.courses", words("courses-title"))))]
    return Card(one.title, tuple(parts), words.language)


def waiting(
    words: Words,
    completions: Sequence[TrainingCompletion],
    people: Mapping[str, Person],
    by_id: Mapping[str, Course],
    notice: str = "",
) -> Card:
    """Completions that HR has still to look at, each with its two answers."""
    parts: list[Part] = [Paragraph(notice)] if notice else []
    if not completions:
        parts.append(Paragraph(words("verify-none")))
    for each in completions:
        person, taken = people[each.person_id], by_id[each.course_id]
        day = formats.full_date(each.completed_on, words.language)
        line = words("verify-line", course=taken.title_in(words.language), day=day)
        parts += [Heading(person.name), Paragraph(line)]
        if person.start_on and each.completed_on < person.start_on:
            start = formats.full_date(person.start_on, words.language)
            parts.append(Paragraph(words("verify-before-start", start=start), Tone.SUBTLE))
        evidence = words("training-confirm-evidence", evidence=each.evidence) if each.evidence else ""
        parts.append(Paragraph(evidence or words("verify-no-evidence"), Tone.SUBTLE))
        accept = Action("training.accept", words("verify-accept"), each.id, ActionStyle.PRIMARY)
        parts.append(Actions((accept, Action("training.send_back", words("verify-send-back"), each.id))))
    return Card(words("verify-title"), tuple(parts), words.language)


def answered(words: Words, taken: Course, completion: TrainingCompletion, accepted: bool) -> Card:
    """What HR said of a completion, for whoever recorded it."""
    day = formats.full_date(completion.completed_on, words.language)
    title = taken.title_in(words.language)
    if accepted:
        parts: list[Part] = [Paragraph(words("verify-accepted", course=title, day=day))]
        if completion.expires_on:
            until = formats.full_date(completion.expires_on, words.language)
            parts.append(Paragraph(words("training-confirm-until", day=until)))
    else:
        parts = [
            Paragraph(words("verify-sent-back", course=title, day=day)),
            Paragraph(completion.note, Tone.QUOTE),
            Paragraph(words("training-how"), Tone.SUBTLE),
        ]
    parts.append(Actions((Action("command.run", words("training-see"), "training"),)))
    return Card(
        words("verify-accepted-title" if accepted else "verify-sent-back-title"), tuple(parts), words.language
    )


def bulk(
    words: Words, heading: str, done: Sequence[str], before: Sequence[str], missed: Sequence[tuple[str, str]]
) -> Card:
    """What was recorded of a pasted list; `missed` are its lines that nobody matches, with why."""
    parts: list[Part] = [Paragraph(heading)]
    if done:
        parts.append(Paragraph(words("bulk-done", count=len(done), names=", ".join(done))))
    if before:
        parts.append(Paragraph(words("bulk-before", count=len(before), names=", ".join(before)), Tone.SUBTLE))
    if missed:
        parts.append(Paragraph(words("bulk-missed", count=len(missed)), Tone.WARNING))
        parts.append(Outline(tuple(OutlineItem(line, 0, why) for line, why in missed)))
        parts.append(Paragraph(words("bulk-missed-how"), Tone.SUBTLE))
    return Card(words("bulk-title"), tuple(parts), words.language)
