"""What a line manager sees of the team: the status, who is overdue, and one report."""

from collections.abc import Sequence
from datetime import date

from core.cards import missed
from core.cards.actions import lines
from core.cards.checkin import note_parts, said_about
from core.cards.learning import said_of
from core.cards.objectives import status_label
from core.cards.remarks import on_report
from core.cards.service import service_parts
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Heading,
    Paragraph,
    Part,
    Table,
    Tone,
)
from core.model.person import Person
from core.model.remark import Remark
from core.model.service_feedback import SILENCE, ServiceVoice
from core.model.team_status import ReportStatus, Standing
from core.texts import formats
from core.texts.texts import Words, words_for

ORDER = (
    Standing.OVERDUE,
    Standing.MISSED,
    Standing.PARTLY,
    Standing.WAITING,
    Standing.ANSWERED,
    Standing.AWAY,
    Standing.NOT_DUE,
)

_CAN_BE_REMINDED = (Standing.OVERDUE, Standing.WAITING, Standing.PARTLY)

REMINDERS_SHOWN = 10
"""Buttons in one card; more people than that are reminded all at once."""


def status(reader: Person, reports: Sequence[ReportStatus], service: ServiceVoice = SILENCE) -> Card:
    """Who has checked in and who has not, what is at risk or off track, and what service users say of the team."""
    words = words_for(reader.language)
    answered = sum(1 for report in reports if report.standing is Standing.ANSWERED)
    due = sum(1 for report in reports if report.standing not in (Standing.AWAY, Standing.NOT_DUE))
    parts: list[Part] = [Paragraph(words("team-checked-in", answered=answered, due=due))]
    rows = sorted(reports, key=lambda report: (ORDER.index(report.standing), report.person.name))
    parts.append(
        Table(
            (words("team-column-name"), words("team-column-check-in"), words("team-column-objectives")),
            tuple((each.person.name, standing(words, each), _attention(words, each)) for each in rows),
        )
    )
    parts += _stuck(words, reports)
    if heard := service_parts(words, service):
        parts += [Divider(), *heard]
    actions = [
        Action("team.summary", words("team-show-summary")),
        Action("team.skills", words("team-skills-button")),
    ]
    if any(report.standing is Standing.OVERDUE for report in reports):
        actions.insert(0, Action("team.overdue", words("team-show-overdue"), style=ActionStyle.PRIMARY))
    parts.append(Actions(tuple(actions)))
    return Card(words("team-title"), tuple(parts), words.language)


def standing(words: Words, report: ReportStatus) -> str:
    said = words(f"standing-{report.standing.value.replace('_', '-')}")
    if report.standing is Standing.AWAY and report.away_until:
        return words("standing-away-until", date=formats.day(report.away_until, words.language))
    if report.checkin and report.checkin.late:
        return words("standing-late", standing=said)
    return said


def _attention(words: Words, report: ReportStatus) -> str:
    if not report.objectives:
        return words("team-no-objectives")
    count = len(report.needing_attention)
    said = [words("team-needing-attention", count=count) if count else words("team-all-on-track")]
    if report.actions:
        said.append(words("actions-open-count", count=len(report.actions)))
    return " · ".join(said)


def _stuck(words: Words, reports: Sequence[ReportStatus]) -> list[Part]:
    parts: list[Part] = []
    for report in reports:
        for objective in report.needing_attention:
            latest = objective.latest
            said = words(
                "team-stuck",
                name=report.person.name,
                title=objective.title,
                status=status_label(words, latest.status),
            )
            parts.append(Paragraph(said))
            if latest.factors:
                parts.append(Paragraph(latest.factors, Tone.QUOTE))
            beside = missed.beside(words, report.misses.get(objective.id), missed.Viewpoint.MANAGER)
            if latest.outside_control and len(beside) < 2:
                beside.append(words("team-outside-control"))
            if beside:
                line = " · ".join(beside)
                parts.append(Paragraph(line[:1].upper() + line[1:], Tone.SUBTLE))
    return [Divider(), Heading(words("team-stuck-title")), *parts] if parts else []


def overdue(reader: Person, reports: Sequence[ReportStatus]) -> Card:
    """Who has not answered yet, each with a reminder of one tap, unless they were reminded already."""
    words = words_for(reader.language)
    waiting = [report for report in reports if report.standing in _CAN_BE_REMINDED and report.checkin]
    if not waiting:
        return Card(words("team-overdue-title"), (Paragraph(words("team-overdue-none")),), words.language)
    parts: list[Part] = []
    actions: list[Action] = []
    for report in waiting:
        checkin = report.checkin
        assert checkin is not None  # noqa: S101 - chosen above
        said = standing(words, report)
        if checkin.reminded_at is not None:
            at = formats.moment(checkin.reminded_at, reader)
            parts.append(Paragraph(words("team-overdue-reminded", name=report.person.name, standing=said, at=at)))
        else:
            parts.append(Paragraph(words("team-overdue-line", name=report.person.name, standing=said)))
            actions.append(Action("team.remind", words("team-remind", name=report.person.first_name), checkin.id))
    if len(actions) > 1:
        everyone = Action("team.remind_all", words("team-remind-all"), style=ActionStyle.PRIMARY)
        actions = [everyone, *actions[:REMINDERS_SHOWN]]
    if actions:
        parts.append(Actions(tuple(actions)))
        parts.append(Paragraph(words("team-remind-once"), Tone.SUBTLE))
    return Card(words("team-overdue-title"), tuple(parts), words.language)


def reminded(reader: Person, names: Sequence[str]) -> Card:
    """Confirms who was reminded; nobody when all had been already, or had answered."""
    words = words_for(reader.language)
    if not names:
        return Card(words("team-reminded-none-title"), (Paragraph(words("team-reminded-none")),), words.language)
    text = words("team-reminded", names=", ".join(names), count=len(names))
    return Card(words("team-reminded-title"), (Paragraph(text),), words.language)


def one_report(
    reader: Person,
    report: ReportStatus,
    today: date,
    added: Sequence[Part] = (),
    remarks: Sequence[Remark] = (),
) -> Card:
    """One report: where they stand, each objective as last reported, what was learned, and open actions.

    `added` is what this week's check-in says to questions that were added, `remarks` what was said about it since.
    """
    words = words_for(reader.language)
    stands = standing(words, report)
    parts: list[Part] = [Paragraph(stands[:1].upper() + stands[1:])]
    for objective in report.objectives:
        miss = report.misses.get(objective.id)
        parts += said_about(words, objective, objective.latest, miss, missed.Viewpoint.MANAGER)
        if miss is not None:
            parts += said_of(words, miss, missed.Viewpoint.MANAGER)
    if not report.objectives:
        parts.append(Paragraph(words("objectives-none-of", name=report.person.name), Tone.SUBTLE))
    if report.actions:
        parts += [Heading(words("actions-agreed-plural")), *lines(words, report.actions, today, report.person)]
    parts += added
    if report.checkin:
        parts += note_parts(words, report.checkin)
        parts += on_report(words, reader, report.person, report.checkin, remarks)
    add = Action("objectives.add", words("objectives-add-for", name=report.person.first_name), report.person.id)
    meet = Action("one_to_one.agenda", words("one-to-one-button"), report.person.id)
    parts.append(Actions((add, meet)))
    return Card(report.person.name, tuple(parts), words.language)


def refusal(reader: Person, contact: str) -> Card:
    """The same words whether the person exists or not, so that nothing is learned from being refused."""
    words = words_for(reader.language)
    return Card(words("team-refused-title"), (Paragraph(words("team-refused", contact=contact)),), words.language)


def no_reports(reader: Person, contact: str) -> Card:
    """Someone who manages nobody asked for a team."""
    words = words_for(reader.language)
    text = words("team-no-reports", contact=contact)
    return Card(words("team-no-reports-title"), (Paragraph(text),), words.language)


def which_report(reader: Person, names: Sequence[str]) -> Card:
    """More than one report fits what was said."""
    words = words_for(reader.language)
    text = words("team-which", names=", ".join(names))
    return Card(words("team-which-title"), (Paragraph(text),), words.language)
