"""Training compliance: the figures with their trend, the overdue list, and a line manager's own team."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from core.cards.training_reminders import course_line
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Chart,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Series,
    Table,
    Tone,
)
from core.model.compliance import SMALL, Compliance, Tally
from core.model.person import Person
from core.model.requirements import Standing
from core.model.training import Course
from core.texts import formats
from core.texts.texts import Words

SHOWN = 12
"""Groups of a kind on the card, those that most is to be done for first; all are in the file."""

OVERDUE_SHOWN = 100


def dashboard(
    words: Words,
    found: Compliance,
    name: str,
    place: str,
    names: Mapping[str, Mapping[str, str]],
    chart_id: str,
) -> Card:
    """The figure of `name` ("" for everyone) with its trend, and what it is made of.

    `names` has what the groups are called by kind ("course", "team", "role") and id, for the kinds to show;
    `place` is what the buttons are about.
    """
    title = words("compliance-title-of", name=name) if name else words("compliance-title")
    overall = found.overall
    if not overall.required:
        said = [Paragraph(words("compliance-nothing"))]
        return Card(title, (*said, *_away(words, found), Actions((_courses(words),))), words.language)
    parts: list[Part] = [Paragraph(_now(words, found))]
    facts = (
        ("compliance-overdue", overall.overdue),
        ("compliance-lacking", overall.lacking),
        ("compliance-waiting", overall.waiting),
        ("compliance-soon", overall.soon),
    )
    parts.append(Facts(tuple(Fact(words(key), formats.number(value, words.language)) for key, value in facts)))
    if sum(rate is not None for rate in overall.rates) > 1:
        parts.append(_chart(words, found, name, chart_id))
    groups: Mapping[str, Mapping[str, Tally]] = {
        "course": found.by_course,
        "team": {each or "": tally for each, tally in found.by_team.items()},
        "role": found.by_role,
    }
    for kind, called in names.items():
        parts += _groups(words, kind, groups[kind], called)
    actions = (
        Action("compliance.overdue", words("compliance-show-overdue"), place, ActionStyle.PRIMARY),
        Action("export.get", words("compliance-export"), "compliance|xlsx"),
    )
    parts += [Actions(actions if overall.overdue else actions[1:]), *_away(words, found)]
    parts.append(Paragraph(f"{words('compliance-how')} {words('compliance-hint')}", Tone.SUBTLE))
    return Card(title, tuple(parts), words.language)


def _courses(words: Words) -> Action:
    return Action("hr.courses", words("courses-title"))


def _away(words: Words, found: Compliance) -> list[Part]:
    return [Paragraph(words("compliance-away", count=found.away))] if found.away else []


def _now(words: Words, found: Compliance) -> str:
    tally, language = found.overall, words.language
    said = words(
        "compliance-now",
        rate=_percent(words, tally.rates[-1]),
        held=formats.number(tally.held, language),
        required=formats.number(tally.required, language),
    )
    before, rate = tally.rates[-2], tally.rates[-1]
    if before is None or rate is None:
        return said
    change = "same" if round(before) == round(rate) else "up" if rate > before else "down"
    day = formats.short_day(found.points[-2], language)
    return f"{said} {words('compliance-since', change=change, rate=_rate(words, tally, -2), day=day)}"


def _percent(words: Words, rate: float | None) -> str:
    """A whole percentage; one that is not quite there is never told as all or nothing."""
    if rate is None:
        return words("summary-no-figure")
    return formats.percent(rate if rate in (0, 100) else min(99, max(1, rate)), words.language)


def _chart(words: Words, found: Compliance, name: str, chart_id: str) -> Chart:
    rates = found.overall.rates
    first = next(number for number, rate in enumerate(rates) if rate is not None)
    points, rates = found.points[first:], rates[first:]
    days = [formats.short_day(each, words.language) for each in points]
    called = name or words("compliance-everyone")
    alt = words(
        "compliance-chart-alt",
        name=called,
        first=_percent(words, rates[0]),
        **{"from": days[0]},
        now=_percent(words, rates[-1]),
        to=days[-1],
    )
    return Chart(chart_id, words("compliance-chart-title"), tuple(days), (Series(called, rates),), alt)


def _groups(words: Words, kind: str, groups: Mapping[str, Tally], called: Mapping[str, str]) -> list[Part]:
    asked = [(called.get(each) or words(f"compliance-no-{kind}"), tally) for each, tally in groups.items()]
    asked = [(name, tally) for name, tally in asked if tally.required]
    # What is lowest comes first.
    asked.sort(key=lambda each: (each[1].rates[-1], -each[1].lacking, each[0].casefold()))
    if not asked:
        return []
    columns = ("compliance-held", "compliance-lacking", "compliance-overdue", "compliance-soon")
    header = (words(f"compliance-column-{kind}"), *map(words, columns))
    rows = tuple(_row(words, name, tally) for name, tally in asked[:SHOWN])
    parts: list[Part] = [Heading(words(f"compliance-by-{kind}")), Table(header, rows)]
    if len(asked) > SHOWN:
        parts.append(Paragraph(words("compliance-more", count=len(asked) - SHOWN), Tone.SUBTLE))
    return parts


def _row(words: Words, name: str, tally: Tally) -> tuple[str, ...]:
    language = words.language
    if tally.people < SMALL:
        name = words("compliance-small", name=name, people=words("compliance-people", count=tally.people))
    counts = (tally.lacking, tally.overdue, tally.soon)
    return name, _rate(words, tally, -1), *(formats.number(each, language) for each in counts)


def _rate(words: Words, tally: Tally, point: int) -> str:
    """`82% (41 of 50)`."""
    held, required = tally.trend[point]
    return words(
        "compliance-rate",
        rate=_percent(words, tally.rates[point]),
        held=formats.number(held, words.language),
        required=formats.number(required, words.language),
    )


def unknown(words: Words, said: str, near: Sequence[tuple[str, str]]) -> Card:
    """Nothing is called so; `near` are the places and names that are like it."""
    parts: list[Part] = [Paragraph(words("compliance-unknown", said=said))]
    if near:
        parts.append(Paragraph(words("compliance-near")))
        parts.append(Actions(tuple(Action("compliance.show", name, place) for place, name in near)))
    else:
        parts.append(Paragraph(words("compliance-unknown-how")))
    return Card(words("compliance-title"), tuple(parts), words.language)


def overdue(
    words: Words,
    items: Sequence[tuple[Standing, Person, Course]],
    managers: Mapping[str, Person],
    name: str,
    place: str,
) -> Card:
    """Who is overdue with what, since when, and whom they report to; the longest first."""
    title = words("overdue-title-of", name=name) if name else words("overdue-title")
    back = Action("compliance.show", words("compliance-back"), place)
    if not items:
        return Card(title, (Paragraph(words("overdue-none")), Actions((back,))), words.language)
    header = tuple(words(f"overdue-{each}") for each in ("person", "course", "since", "manager"))
    rows = tuple(_overdue_row(words, *each, managers) for each in items[:OVERDUE_SHOWN])
    parts: list[Part] = [Paragraph(words("overdue-intro", count=len(items))), Table(header, rows)]
    if len(items) > OVERDUE_SHOWN:
        parts.append(Paragraph(words("overdue-more", count=len(items) - OVERDUE_SHOWN), Tone.SUBTLE))
    export = Action("export.get", words("compliance-export"), "compliance|xlsx")
    return Card(title, (*parts, Actions((export, back))), words.language)


def _overdue_row(
    words: Words, standing: Standing, person: Person, course: Course, managers: Mapping[str, Person]
) -> tuple[str, ...]:
    manager = managers.get(person.manager_id or "")
    since = formats.full_date(standing.due_on, words.language) if standing.due_on else ""
    named = manager.name if manager else words("overdue-no-manager")
    return person.name, course.title_in(words.language), since, named


def team(
    words: Words, todo: Iterable[tuple[Person, Sequence[tuple[Standing, Course]]]], team_size: int, today: date
) -> Card:
    """What each report of a line manager lacks, or what runs out soon."""
    items: list[OutlineItem] = []
    named = 0
    for person, mine in todo:
        named += 1
        items.append(OutlineItem(person.name, strong=True))
        items += [OutlineItem(course_line(words, standing, course, today), 1) for standing, course in mine]
    parts: list[Part] = []
    if not team_size:
        parts.append(Paragraph(words("team-training-nobody")))
    elif not items:
        parts.append(Paragraph(words("team-training-all")))
    else:
        parts.append(Outline(tuple(items)))
        if team_size > named:
            parts.append(Paragraph(words("team-training-fine", count=team_size - named)))
        parts.append(Paragraph(words("team-training-how"), Tone.SUBTLE))
    return Card(words("team-training-title"), tuple(parts), words.language)
