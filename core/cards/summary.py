"""The team summary: one for the team's channel, which names nobody's blockers, and one for its lead.

Both begin with what is worth attention. What the channel is shown is the team's setting
(`core.model.summary_settings`); what it is never shown is decided here (docs/decisions/003): no one's words about
what is in the way, no confidence, no help asked for, no obstacle that only one person met, and no figure at all of
a team of one.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.cards.attention import attention_parts
from core.cards.missed import Viewpoint
from core.cards.objectives import progress_bar, reached
from core.cards.questions import shared_parts
from core.cards.service import service_parts, service_parts_for_channel
from core.cards.spans import span_title, this_span
from core.chat.card import (
    Action,
    Actions,
    Card,
    Chart,
    Divider,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Part,
    ProgressBar,
    Series,
    Tone,
)
from core.model.attention import SHARED_BY, Attention, attention, attention_in_channel
from core.model.checkin import NoteAudience
from core.model.person import Language
from core.model.summary import Blocker, ObjectiveWeek, ObstacleGroup, TeamSummary
from core.model.summary_settings import DEFAULT_SETTINGS, Section, SummarySettings
from core.model.trend import Trend
from core.model.wellbeing import LEAST_PEOPLE
from core.texts import formats
from core.texts.texts import Words, words_for

GROUPS_SHOWN = 6
ANSWERS_SHOWN = 3
LATE_SHOWN = 5
NOTES_SHOWN = 5
"""Of each; the rest is a tap away, so that a quarter of twelve people is still one message."""


def for_channel(
    summary: TeamSummary,
    language: Language,
    chart_id: str,
    settings: SummarySettings = DEFAULT_SETTINGS,
    *,
    edited: bool = False,
    ask: str = "",
) -> Card:
    """What the whole team may read, as far as the team wants it read; `ask` is what its buttons are about."""
    words = words_for(language)
    opening = _edited(words, edited)
    if len(summary.members) < SHARED_BY:
        # The figures of a team of one are that person's answers.
        parts = [*opening, Paragraph(words("summary-one-person"))]
        parts += _together(words, summary, settings)
        return Card(_title(words, summary), tuple(parts), language)
    shows = settings.shows
    parts = list(opening)
    if shows(Section.ATTENTION) and summary.completion.due:
        parts += attention_parts(words, summary, named=False)
    parts += _buttons(words, ask, summary, for_lead=False)
    if shows(Section.PARTICIPATION):
        parts += _participation(words, summary, chart_id)
    if shows(Section.OBJECTIVES):
        parts += _objectives(words, summary, named=False)
    if shows(Section.OBSTACLES):
        parts += _obstacle_counts(words, summary, leads=shows(Section.ATTENTION))
    if shows(Section.TRAINING) and len(summary.members) >= LEAST_PEOPLE:
        parts += _training(words, summary, named=False)
    parts += _together(words, summary, settings)
    return Card(_title(words, summary), tuple(parts), language)


def _together(words: Words, summary: TeamSummary, settings: SummarySettings) -> list[Part]:
    """What is good to know and what people gave to the team themselves."""
    parts: list[Part] = []
    if settings.shows(Section.SERVICE):
        parts += _service(service_parts_for_channel(words, summary.service))
    if settings.shows(Section.WINS):
        parts += _wins(words, summary)
    if settings.shows(Section.THANKS):
        parts += _thanks(words, summary, counts_kept=False)
    if settings.shows(Section.NOTES):
        parts += shared_parts(words, summary.shared)
        parts += _notes(words, summary, (NoteAudience.TEAM,))
    return parts


def for_lead(
    summary: TeamSummary, language: Language, chart_id: str, *, edited: bool = False, ask: str = ""
) -> Card:
    """What the line manager reads: all of it with names, words and the notes meant for the manager."""
    words = words_for(language)
    parts = _edited(words, edited)
    if summary.completion.due:
        parts += attention_parts(words, summary, named=True)
    parts += _buttons(words, ask, summary, for_lead=True)
    parts += _participation(words, summary, chart_id)
    parts += _confidence(words, summary)
    parts += _objectives(words, summary, named=True)
    parts += _obstacles(words, summary)
    parts += _help(words, summary)
    parts += _actions(words, summary)
    parts += _training(words, summary, named=True)
    parts += _service(service_parts(words, summary.service))
    parts += _wins(words, summary)
    parts += _thanks(words, summary, counts_kept=len(summary.members) >= LEAST_PEOPLE)
    parts += shared_parts(words, summary.shared)
    parts += _notes(words, summary, tuple(NoteAudience))
    return Card(_title(words, summary), tuple(parts), language)


def _title(words: Words, summary: TeamSummary) -> str:
    return words("summary-title", team=summary.name, span=span_title(words, summary.span))


def _edited(words: Words, edited: bool) -> list[Part]:
    return [Paragraph(words("summary-edited"), Tone.SUBTLE)] if edited else []


def _buttons(words: Words, ask: str, summary: TeamSummary, *, for_lead: bool) -> list[Part]:
    """What is asked back, beside what it is asked about; a long summary's end may be on another page."""
    if not ask or not summary.completion.due:
        return []
    items = [Action("summary.why", words("summary-button-why"), ask)]
    if for_lead:
        items.append(Action("summary.who", words("summary-button-who"), ask))
    compare = words(f"summary-button-compare-{summary.span.kind.value}")
    items.append(Action("summary.compare", compare, ask))
    how = words("summary-ask-back" if for_lead else "summary-ask-back-channel")
    return [Actions(tuple(items)), Paragraph(how, Tone.SUBTLE), Divider()]


# --- who answered -----------------------------------------------------------------------------------------------


def _participation(words: Words, summary: TeamSummary, chart_id: str) -> list[Part]:
    completion = summary.completion
    if completion.due == 0:
        return [Paragraph(words(f"summary-nobody-due-{summary.span.kind.value}"))]
    one_each = len(summary.periods) < 2
    key = "summary-completion" if one_each else "summary-completion-check-ins"
    parts: list[Part] = [Paragraph(words(key, answered=completion.answered, due=completion.due))]
    if completion.partly:
        parts.append(
            Paragraph(words("summary-partly" if one_each else "summary-partly-check-ins", count=completion.partly))
        )
    facts = [Fact(this_span(words, summary.span), rate(words, completion.rate))]
    if summary.usual_rate is not None:
        facts.append(Fact(words("summary-last-four"), rate(words, summary.usual_rate)))
    if summary.organisation.rate is not None:
        facts.append(Fact(words("summary-organisation"), rate(words, summary.organisation.rate)))
    parts.append(Facts(tuple(facts)))
    parts.append(_chart(words, summary, chart_id))
    return parts


def rate(words: Words, value: float | None) -> str:
    """A share in percent, or that there is none."""
    return formats.percent(value, words.language) if value is not None else words("summary-no-figure")


def _chart(words: Words, summary: TeamSummary, chart_id: str) -> Chart:
    team = dict((*summary.history, *summary.periods))
    organisation = dict((*summary.organisation_history, *summary.organisation_periods))
    days = sorted(team.keys() | organisation.keys())
    team_rates = tuple(team[day].rate if day in team else None for day in days)
    rates = tuple(organisation[day].rate if day in organisation else None for day in days)
    alt = words(
        "summary-chart-alt",
        team=summary.name,
        weeks=len(days),
        first=rate(words, next((each for each in team_rates if each is not None), None)),
        now=rate(words, team_rates[-1]),
        organisation=rate(words, rates[-1]),
    )
    return Chart(
        id=chart_id,
        title=words("summary-chart-title"),
        labels=tuple(formats.short_day(day, words.language) for day in days),
        series=(Series(summary.name, team_rates), Series(words("summary-organisation"), rates)),
        alt=alt,
    )


# --- objectives -------------------------------------------------------------------------------------------------


def _confidence(words: Words, summary: TeamSummary) -> list[Part]:
    confidence = summary.confidence
    if confidence.now is None:
        return []
    now = formats.number(round(confidence.now, 1), words.language)
    said = words("summary-confidence-now", now=now)
    if confidence.drift is not None:
        by = round(confidence.drift, 1)
        key = "summary-confidence-same" if by == 0 else f"summary-confidence-{'up' if by > 0 else 'down'}"
        said = f"{said} · {words(key, by=formats.number(abs(by), words.language))}"
    return [Facts((Fact(words("summary-confidence"), said),))]


def _objectives(words: Words, summary: TeamSummary, *, named: bool) -> list[Part]:
    if not summary.objectives:
        return []
    parts: list[Part] = [Divider(), Heading(words("summary-objectives"))]
    for week in summary.objectives:
        parts.append(_bar(words, week, named=named))
    if summary.actions.open and not named:
        parts.append(Paragraph(words("summary-open-actions", count=summary.actions.open)))
    return parts


def _bar(words: Words, week: ObjectiveWeek, *, named: bool) -> ProgressBar:
    label = f"{week.objective.title} ({week.owner.name})" if named else week.objective.title
    viewpoint = Viewpoint.MANAGER if named else Viewpoint.CHANNEL
    bar = progress_bar(words, week.objective, week.progress, label=label, miss=week.miss, viewpoint=viewpoint)
    if week.trend is None or week.trend.weeks == 0:
        return bar
    return replace(bar, caption=f"{bar.caption} · {trend_line(words, week.trend, week.objective.unit)}")


def trend_line(words: Words, trend: Trend, unit: str) -> str:
    """`15 → 12 days in 4 weeks, towards the target`."""

    def amount(value: float, shown_unit: str) -> str:
        if trend.in_percent:
            return formats.percent(value, words.language)
        return formats.quantity(value, shown_unit, words.language)

    return words(
        f"trend-{trend.move.value}",
        first=amount(trend.first, unit if unit in ("%", "£", "€", "$") else ""),
        newest=amount(trend.newest, unit),
        weeks=trend.weeks,
    )


# --- what is in the way -----------------------------------------------------------------------------------------


def _leads(group: ObstacleGroup, items: Sequence[Attention]) -> bool:
    """Whether the summary has begun with it, which then is not said again."""
    return any(item.group is group for item in items)


def _obstacle_counts(words: Words, summary: TeamSummary, *, leads: bool) -> list[Part]:
    """Of what several met, how many people; of what only one met, no more than that there is some.

    Without what the summary `leads` with, where it does.
    """
    shared = [group for group in summary.groups if len(group.people) >= SHARED_BY]
    if len(summary.members) <= SHARED_BY:
        shared = []
    rest = len(summary.groups) - len(shared)
    items = attention_in_channel(summary) if leads else ()
    shared = [group for group in shared if not _leads(group, items)]
    facts = tuple(
        Fact(_obstacle_label(words, group), words("summary-obstacle-people", count=len(group.people)))
        for group in shared
    )
    parts: list[Part] = [Facts(facts)] if facts else []
    if rest:
        parts.append(Paragraph(words("summary-obstacles-single", count=rest), Tone.SUBTLE))
    if (facts or len(summary.groups) > rest) and summary.outside:
        parts.append(Paragraph(_outside(words, summary), Tone.SUBTLE))
    return [Divider(), Heading(words("summary-blockers")), *parts] if parts else []


def _obstacle_label(words: Words, group: ObstacleGroup) -> str:
    return f"{words(f'theme-{group.theme.value}')} ({words(f'remover-{group.remover.value}')})"


def _outside(words: Words, summary: TeamSummary) -> str:
    return words("summary-outside", outside=summary.outside, all=len(summary.blockers))


def _obstacles(words: Words, summary: TeamSummary) -> list[Part]:
    if not summary.groups:
        return []
    items = attention(summary)
    others = [group for group in summary.groups if not _leads(group, items)]
    parts: list[Part] = [
        Divider(),
        Heading(words("summary-blockers" if len(others) == len(summary.groups) else "summary-blockers-more")),
    ]
    for group in others[:GROUPS_SHOWN]:
        parts += obstacle_parts(words, group, ANSWERS_SHOWN)
    if len(others) > GROUPS_SHOWN:
        more = len(others) - GROUPS_SHOWN
        parts.append(Paragraph(words("summary-obstacles-more", count=more), Tone.SUBTLE))
    if not others:
        parts = [Divider()]
    if summary.outside:
        parts.append(Paragraph(_outside(words, summary)))
    return parts if len(parts) > 1 else []


def obstacle_parts(words: Words, group: ObstacleGroup, most: int | None = None) -> list[Part]:
    """A group with the answers it was put together from, the newest first: each once, with all who gave it."""
    count = words("summary-obstacle-people", count=len(group.people))
    parts: list[Part] = [Paragraph(f"{_obstacle_label(words, group)}: {count}")]
    by_text: dict[str, list[Blocker]] = {}
    for blocker in reversed(group.blockers):
        by_text.setdefault(blocker.text, []).append(blocker)
    for text, told in list(by_text.items())[:most]:
        parts.append(Paragraph(text, Tone.QUOTE))
        parts.append(Paragraph("\n".join(_told_by(words, each) for each in told[:most]), Tone.SUBTLE))
    shown = sum(len(told[:most]) for told in list(by_text.values())[:most])
    if shown < len(group.blockers):
        parts.append(Paragraph(words("summary-answers-more", count=len(group.blockers) - shown), Tone.SUBTLE))
    return parts


def _told_by(words: Words, blocker: Blocker) -> str:
    control = f" · {words('team-outside-control')}" if blocker.outside_control else ""
    day = formats.day(blocker.on, words.language)
    return f"{blocker.owner.name}, {blocker.objective.title} · {day}{control}"


def _help(words: Words, summary: TeamSummary) -> list[Part]:
    parts: list[Part] = []
    for each in summary.help[-LATE_SHOWN:]:
        about = f"{each.person.name}, {each.objective.title}" if each.objective else each.person.name
        parts += [Paragraph(each.text, Tone.QUOTE), Paragraph(about, Tone.SUBTLE)]
    return [Divider(), Heading(words("summary-help")), *parts] if parts else []


# --- what is agreed and asked -----------------------------------------------------------------------------------


def _actions(words: Words, summary: TeamSummary) -> list[Part]:
    actions = summary.actions
    if not actions.open:
        return []
    parts: list[Part] = [Divider(), Paragraph(words("summary-open-actions", count=actions.open))]
    for action, about in actions.late[:LATE_SHOWN]:
        due = formats.day(action.due_on, words.language) if action.due_on else ""
        parts.append(Paragraph(words("summary-late-action", text=action.text, name=about.name, date=due)))
    return parts


def _training(words: Words, summary: TeamSummary, *, named: bool) -> list[Part]:
    training = summary.training
    if not training.required:
        return []
    said = words(
        "summary-training-held",
        held=training.held,
        required=training.required,
        rate=formats.percent(100 * training.held / training.required, words.language),
        late=len(training.late),
    )
    parts: list[Part] = [Divider(), Facts((Fact(words("summary-training"), said),))]
    if named:
        for each in training.late[:LATE_SHOWN]:
            title = each.course.title_in(words.language)
            due = formats.day(each.due_on, words.language)
            parts.append(Paragraph(words("summary-late-training", name=each.person.name, course=title, date=due)))
        more = len(training.late) - LATE_SHOWN
        if more > 0:
            parts.append(Paragraph(words("summary-late-training-more", count=more), Tone.SUBTLE))
    return parts


# --- what went well, and what people said -----------------------------------------------------------------------


def _service(parts: list[Part]) -> list[Part]:
    return [Divider(), *parts] if parts else []


def _wins(words: Words, summary: TeamSummary) -> list[Part]:
    parts = [Paragraph(_win(words, week)) for week in summary.wins]
    return [Divider(), Heading(words("summary-wins")), *parts] if parts else []


def _win(words: Words, week: ObjectiveWeek) -> str:
    said = reached(words, week.objective, week.progress)
    return words("summary-win", name=week.owner.name, title=week.objective.title, figures=said)


def _thanks(words: Words, summary: TeamSummary, *, counts_kept: bool) -> list[Part]:
    parts: list[Part] = []
    for each, giver, receiver in summary.thanks.shared:
        said = words("summary-thanked", giver=giver.name, receiver=receiver.name)
        parts += [Paragraph(said, Tone.SUBTLE), Paragraph(each.text, Tone.QUOTE)]
    if counts_kept and summary.thanks.kept:
        parts.append(Paragraph(words("summary-thanks-kept", count=summary.thanks.kept), Tone.SUBTLE))
    return [Divider(), Heading(words("summary-thanks")), *parts] if parts else []


def _notes(words: Words, summary: TeamSummary, audiences: Sequence[NoteAudience]) -> list[Part]:
    parts: list[Part] = []
    told = [(person, checkin) for person, checkin in summary.notes if checkin.note_audience in audiences]
    # A week's notes are all new; of a longer stretch everyone has read the earlier ones in their own week.
    shown = told if len(summary.periods) < 2 else told[-NOTES_SHOWN:]
    for person, checkin in shown:
        private = checkin.note_audience is NoteAudience.MANAGER
        name = words("summary-note-private", name=person.name) if private else person.name
        parts += [Paragraph(name, Tone.SUBTLE), Paragraph(checkin.note, Tone.QUOTE)]
    if len(shown) < len(told):
        parts.append(Paragraph(words("summary-notes-earlier", count=len(told) - len(shown)), Tone.SUBTLE))
    return [Divider(), Heading(words("summary-notes")), *parts] if parts else []
