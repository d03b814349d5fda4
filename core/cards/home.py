"""A person's own page: their week, what is theirs to do, objectives, training, thanks, and their team."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.cards import missed
from core.cards.actions import lines
from core.cards.asking import SEPARATOR
from core.cards.checkin import FLOW, state_label, title
from core.cards.objective_list import overall
from core.cards.objectives import progress_bar, status_label
from core.cards.recognition import lately
from core.cards.team import ORDER, standing
from core.cards.training import due_lines
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Tone,
)
from core.commands import ACTIONS, BACK_AGAIN, KUDOS, OBJECTIVES, TRAINING
from core.model.action import AgreedAction
from core.model.checkin import CheckIn
from core.model.missed_target import NO_MISSES, Misses
from core.model.objective import Objective, Status
from core.model.person import Person
from core.model.recognition import Recognition
from core.model.requirements import Standing as TrainingStanding
from core.model.team_status import ReportStatus, Standing
from core.model.training import Course
from core.texts import formats
from core.texts.texts import Words, words_for

OBJECTIVES_A_PAGE = 5
REPORTS_A_PAGE = 10
THANKS_SHOWN = 3

_WORDS_SHOWN = 200
"""Characters of what is in the way; all of it is with the team."""

_STANDS_OUT = (Standing.OVERDUE, Standing.MISSED, Standing.AWAY)


@dataclass(frozen=True, slots=True)
class Home:
    """What a home shows. Pages count from 1; one that is not there is the nearest that is.

    `people` are those who thanked, by id; `sees_alignment` for who looks after the whole organisation's.
    """

    today: date
    checkin: CheckIn | None = None
    actions: Sequence[AgreedAction] = ()
    objectives: Sequence[Objective] = ()
    misses: Misses = field(default_factory=lambda: NO_MISSES)
    training: Sequence[tuple[TrainingStanding, Course]] = ()
    thanks: Sequence[Recognition] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    reports: Sequence[ReportStatus] = ()
    sees_alignment: bool = False
    objectives_page: int = 1
    team_page: int = 1
    paused_until: str = ""
    """The day on which a pause ends, in words; "" where there is none."""


def home(person: Person, shown: Home) -> Card:
    """The page; what there is nothing of is left out."""
    words = words_for(person.language)
    parts: list[Part] = [Heading(words("home-week"))]
    if shown.paused_until:
        parts.append(Paragraph(words("home-paused", back=shown.paused_until)))
        parts.append(Actions((Action("command.run", words("home-resume"), BACK_AGAIN.word),)))
    parts += _week(words, person, shown.checkin)
    if shown.actions:
        parts += [Heading(words("actions-title")), *lines(words, shown.actions, shown.today)]
        parts.append(Actions((Action("command.run", words("actions-see"), ACTIONS.word),)))
    if shown.reports:
        parts += [Divider(), Heading(words("home-team-title")), *_team(words, shown)]
    parts += [Divider(), Heading(words("objectives-title")), *_objectives(words, shown)]
    if shown.training:
        parts += [Divider(), Heading(words("training-due-title"))]
        parts += due_lines(words, shown.training, shown.today)
        parts.append(Actions((Action("command.run", words("training-see"), TRAINING.word),)))
    if shown.thanks:
        parts += [Divider(), Heading(words("home-thanks-title"))]
        parts += lately(words, shown.thanks[:THANKS_SHOWN], shown.people)
        parts.append(Actions((Action("command.run", words("home-thanks-see"), f"{KUDOS.word} mine"),)))
    if shown.sees_alignment:
        parts += [Divider(), Heading(words("home-organisation-title")), Paragraph(words("home-organisation"))]
        parts.append(
            Actions(
                (
                    Action("hr.alignment", words("home-alignment")),
                    Action("hr.priorities", words("home-priorities")),
                )
            )
        )
    return Card(words("home-title", name=person.first_name), tuple(parts), words.language)


def _week(words: Words, person: Person, checkin: CheckIn | None) -> list[Part]:
    if checkin is None:
        return [Paragraph(words("home-nothing-due"))]
    closes = formats.moment(checkin.closes_at, person)
    facts = (
        Fact(title(words, checkin), state_label(words, checkin.state)),
        Fact(words("home-open-until"), closes),
    )
    label = words("checkin-answer-form") if checkin.state.is_unanswered else words("checkin-change")
    where = SEPARATOR.join((FLOW, checkin.id))
    return [Facts(facts), Actions((Action("flow.form", label, where, ActionStyle.PRIMARY),))]


def _objectives(words: Words, shown: Home) -> list[Part]:
    if not shown.objectives:
        first = Action("objectives.add", words("home-first-button"), style=ActionStyle.PRIMARY)
        help_button = Action("help.show", words("welcome-help"))
        return [Paragraph(words("home-first")), Actions((first, help_button))]
    page, pages = _page(shown.objectives_page, len(shown.objectives), OBJECTIVES_A_PAGE)
    start = (page - 1) * OBJECTIVES_A_PAGE
    parts: list[Part] = []
    if (bar := overall(words, shown.objectives)) is not None:
        parts.append(bar)
    parts += [
        progress_bar(words, each, each.latest, label=each.title, miss=shown.misses.get(each.id))
        for each in shown.objectives[start : start + OBJECTIVES_A_PAGE]
    ]
    if pages > 1:
        parts.append(Paragraph(words("home-page", page=page, pages=pages), Tone.SUBTLE))
    parts.append(
        Actions(
            (
                *_turning(words, page, pages, lambda to: _where(to, shown.team_page)),
                Action("command.run", words("home-objectives-see"), OBJECTIVES.word),
                Action("objectives.add", words("objectives-add")),
            )
        )
    )
    return parts


def _team(words: Words, shown: Home) -> list[Part]:
    answered = sum(1 for each in shown.reports if each.standing is Standing.ANSWERED)
    due = sum(1 for each in shown.reports if each.standing not in (Standing.AWAY, Standing.NOT_DUE))
    parts: list[Part] = [Paragraph(words("team-checked-in", answered=answered, due=due))]
    noticed = [each for each in shown.reports if each.standing in _STANDS_OUT or _off_track(each)]
    noticed.sort(key=lambda each: (ORDER.index(each.standing), each.person.name))
    page, pages = _page(shown.team_page, len(noticed), REPORTS_A_PAGE)
    start = (page - 1) * REPORTS_A_PAGE
    items = [item for each in noticed[start : start + REPORTS_A_PAGE] for item in _report(words, each)]
    parts.append(Outline(tuple(items)) if items else Paragraph(words("home-team-fine"), Tone.SUBTLE))
    if pages > 1:
        parts.append(Paragraph(words("home-page", page=page, pages=pages), Tone.SUBTLE))
    turning = _turning(words, page, pages, lambda to: _where(shown.objectives_page, to))
    parts.append(Actions((*turning, Action("team.status", words("home-team")))))
    return parts


def _off_track(report: ReportStatus) -> list[Objective]:
    return [each for each in report.objectives if each.latest.status is Status.OFF_TRACK]


def _report(words: Words, report: ReportStatus) -> list[OutlineItem]:
    items = [OutlineItem(report.person.name, 0, standing(words, report), strong=True)]
    for each in _off_track(report):
        factors = each.latest.factors.strip(" .")
        if len(factors) > _WORDS_SHOWN:
            factors = f"{factors[:_WORDS_SHOWN].rstrip()}…"
        beside = missed.beside(words, report.misses.get(each.id), missed.Viewpoint.MANAGER)
        note = " · ".join(filter(None, (factors, *beside)))
        status = each.latest.status
        items.append(OutlineItem(each.title, 1, note, status=status, status_label=status_label(words, status)))
    return items


def _page(wanted: int, count: int, size: int) -> tuple[int, int]:
    """The page to show and how many there are, both at least 1."""
    pages = max(1, -(-count // size))
    return min(max(wanted, 1), pages), pages


def _where(objectives_page: int, team_page: int) -> str:
    return SEPARATOR.join((str(objectives_page), str(team_page)))


def _turning(words: Words, page: int, pages: int, where: Callable[[int], str]) -> list[Action]:
    turning = []
    if page > 1:
        turning.append(Action("home.show", words("home-previous"), where(page - 1)))
    if page < pages:
        turning.append(Action("home.show", words("home-next"), where(page + 1)))
    return turning
