"""The team summary: one for the team's channel, which names nobody's blockers, and one for its lead."""

from collections.abc import Iterable

from core.cards.missed import Viewpoint
from core.cards.objectives import progress_bar, reached
from core.cards.questions import shared_parts
from core.cards.service import service_parts, service_parts_for_channel
from core.chat.card import Card, Chart, Divider, Fact, Facts, Heading, Paragraph, Part, Series, Tone
from core.model.checkin import NoteAudience
from core.model.person import Language
from core.model.summary import Blocker, ObjectiveWeek, TeamSummary
from core.texts import formats
from core.texts.texts import Words, words_for
from core.understanding.themes import Theme


def for_channel(summary: TeamSummary, language: Language, chart_id: str, *, edited: bool = False) -> Card:
    """What the whole team may read: figures, themes without names, wins, and notes meant for the team."""
    words = words_for(language)
    parts = _opening(words, summary, chart_id, edited)
    parts += _objectives(words, summary, named=False)
    parts += _themes(words, summary)
    parts += _service(service_parts_for_channel(words, summary.service))
    parts += _wins(words, summary)
    parts += shared_parts(words, summary.shared)
    parts += _notes(words, summary, (NoteAudience.TEAM,))
    return Card(_title(words, summary), tuple(parts), language)


def for_lead(summary: TeamSummary, language: Language, chart_id: str, *, edited: bool = False) -> Card:
    """What the line manager reads: the same with names, words and the notes meant for the manager."""
    words = words_for(language)
    parts = _opening(words, summary, chart_id, edited)
    parts += _objectives(words, summary, named=True)
    parts += _blockers(words, summary)
    parts += _service(service_parts(words, summary.service))
    parts += _wins(words, summary)
    parts += shared_parts(words, summary.shared)
    parts += _notes(words, summary, tuple(NoteAudience))
    return Card(_title(words, summary), tuple(parts), language)


def _title(words: Words, summary: TeamSummary) -> str:
    return words("summary-title", team=summary.name, date=formats.day(summary.period, words.language))


def _opening(words: Words, summary: TeamSummary, chart_id: str, edited: bool) -> list[Part]:
    completion = summary.completion
    if completion.due == 0:
        return [Paragraph(words("summary-nobody-due"))]
    parts: list[Part] = [Paragraph(words("summary-edited"), Tone.SUBTLE)] if edited else []
    parts.append(Paragraph(words("summary-completion", answered=completion.answered, due=completion.due)))
    if completion.partly:
        parts.append(Paragraph(words("summary-partly", count=completion.partly)))
    facts = [Fact(words("summary-this-week"), _rate(words, completion.rate))]
    if summary.usual_rate is not None:
        facts.append(Fact(words("summary-last-four"), _rate(words, summary.usual_rate)))
    if summary.organisation.rate is not None:
        facts.append(Fact(words("summary-organisation"), _rate(words, summary.organisation.rate)))
    parts.append(Facts(tuple(facts)))
    parts.append(_chart(words, summary, chart_id))
    return parts


def _rate(words: Words, rate: float | None) -> str:
    return formats.percent(rate, words.language) if rate is not None else words("summary-no-figure")


def _chart(words: Words, summary: TeamSummary, chart_id: str) -> Chart:
    team = dict(summary.history) | {summary.period: summary.completion}
    organisation = dict(summary.organisation_history) | {summary.period: summary.organisation}
    days = sorted(team.keys() | organisation.keys())
    team_rates = tuple(team[day].rate if day in team else None for day in days)
    rates = tuple(organisation[day].rate if day in organisation else None for day in days)
    alt = words(
        "summary-chart-alt",
        team=summary.name,
        weeks=len(days),
        first=_rate(words, next((rate for rate in team_rates if rate is not None), None)),
        now=_rate(words, team_rates[-1]),
        organisation=_rate(words, rates[-1]),
    )
    return Chart(
        id=chart_id,
        title=words("summary-chart-title"),
        labels=tuple(formats.short_day(day, words.language) for day in days),
        series=(Series(summary.name, team_rates), Series(words("summary-organisation"), rates)),
        alt=alt,
    )


def _objectives(words: Words, summary: TeamSummary, *, named: bool) -> list[Part]:
    if not summary.objectives:
        return []
    parts: list[Part] = [Divider(), Heading(words("summary-objectives"))]
    for week in summary.objectives:
        label = f"{week.objective.title} ({week.owner.name})" if named else week.objective.title
        viewpoint = Viewpoint.MANAGER if named else Viewpoint.CHANNEL
        bar = progress_bar(words, week.objective, week.progress, label=label, miss=week.miss, viewpoint=viewpoint)
        parts.append(bar)
    if summary.open_actions:
        parts.append(Paragraph(words("summary-open-actions", count=summary.open_actions)))
    return parts


def _themes(words: Words, summary: TeamSummary) -> list[Part]:
    facts = tuple(
        Fact(words(f"theme-{theme.value}"), words("summary-theme-count", count=len(blockers)))
        for theme, blockers in _grouped(summary.blockers)
    )
    return [Divider(), Heading(words("summary-blockers")), Facts(facts)] if facts else []


def _blockers(words: Words, summary: TeamSummary) -> list[Part]:
    parts: list[Part] = []
    for theme, blockers in _grouped(summary.blockers):
        count = words("summary-theme-count", count=len(blockers))
        parts.append(Paragraph(f"{words(f'theme-{theme.value}')}: {count}"))
        for blocker in blockers:
            control = f" · {words('team-outside-control')}" if blocker.outside_control else ""
            parts.append(Paragraph(blocker.text, Tone.QUOTE))
            said = f"{blocker.owner.name}, {blocker.objective.title}{control}"
            parts.append(Paragraph(said, Tone.SUBTLE))
    return [Divider(), Heading(words("summary-blockers")), *parts] if parts else []


def _grouped(blockers: Iterable[Blocker]) -> list[tuple[Theme, list[Blocker]]]:
    """Themes with their blockers, the most frequent first."""
    groups: dict[Theme, list[Blocker]] = {}
    for blocker in blockers:
        groups.setdefault(blocker.theme, []).append(blocker)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), list(Theme).index(group[0])))


def _service(parts: list[Part]) -> list[Part]:
    return [Divider(), *parts] if parts else []


def _wins(words: Words, summary: TeamSummary) -> list[Part]:
    parts = [Paragraph(_win(words, week)) for week in summary.wins]
    return [Divider(), Heading(words("summary-wins")), *parts] if parts else []


def _win(words: Words, week: ObjectiveWeek) -> str:
    said = reached(words, week.objective, week.progress)
    return words("summary-win", name=week.owner.name, title=week.objective.title, figures=said)


def _notes(words: Words, summary: TeamSummary, audiences: tuple[NoteAudience, ...]) -> list[Part]:
    parts: list[Part] = []
    for person, checkin in summary.notes:
        if checkin.note_audience in audiences:
            private = checkin.note_audience is NoteAudience.MANAGER
            name = words("summary-note-private", name=person.name) if private else person.name
            parts += [Paragraph(name, Tone.SUBTLE), Paragraph(checkin.note, Tone.QUOTE)]
    return [Divider(), Heading(words("summary-notes")), *parts] if parts else []
