"""One objective in a review: how it went, what lay outside control, what changed and why, what both say of it."""

from collections.abc import Sequence
from datetime import date

from core.cards.objective_history import change_lines
from core.cards.objective_page import closed, paused
from core.cards.objectives import progress_bar, status_label
from core.chat.card import Chart, Heading, Paragraph, Part, Series, Table, Tone
from core.chat.document import Section
from core.model.measure import Direction
from core.model.missed_target import MissedTarget, MissKind
from core.model.objective import Objective, ObjectiveState, Progress
from core.model.person import Person
from core.model.review import about_objective
from core.model.review_pack import Pack, PackObjective, PackReport
from core.texts import formats
from core.texts.texts import Words

FACTORS_IN_CHAT = 4
"""The newest of what was said at check-ins; a file holds all."""

FEWEST_IN_CHART = 3


def objective_table(words: Words, pack: Pack) -> Table:
    """All objectives in a line each: result beside target; one that is paused shows no figure."""
    header = ("review-column-objective", "review-column-result", "review-column-target", "review-column-status")
    rows = []
    for each in pack.objectives:
        objective, result = each.objective, each.result
        target = (
            formats.quantity(objective.target, objective.unit, words.language)
            if objective.target is not None and not objective.milestones
            else "–"
        )
        if objective.state is ObjectiveState.PAUSED:
            rows.append((objective.title, words("review-paused-now"), target, "–"))
            continue
        shown = _result(words, each.reports[-1]) if each.reports else words("review-no-result")
        rows.append((objective.title, shown, target, status_label(words, result.status) if result else "–"))
    return Table(tuple(words(each) for each in header), tuple(rows))


def _result(words: Words, report: PackReport) -> str:
    progress = report.progress
    if progress.value is not None:
        return formats.quantity(progress.value, report.unit, words.language)
    if progress.percent is not None:
        return formats.percent(progress.percent, words.language)
    return "–"


def objective_section(
    words: Words, reader: Person, pack: Pack, shown: PackObjective, *, for_file: bool
) -> Section:
    """Everything the period's record says of one objective."""
    objective = shown.objective
    name = pack.names.get(pack.person_id, "")
    parts: list[Part] = [*_standing(words, shown)]
    if shown.is_shared:
        parts.append(Paragraph(words("review-shared-objective", name=name), Tone.SUBTLE))
    if objective.due_on is None:
        parts.append(Paragraph(words("review-no-date"), Tone.SUBTLE))
    parts += _scaled(words, shown)
    if shown.unit_changed_on is not None:
        day = formats.full_date(shown.unit_changed_on, words.language)
        unit = objective.unit or words("review-unit-plain")
        parts.append(Paragraph(words("review-unit-changed", unit=unit, date=day), Tone.WARNING))
    parts += _results(words, shown, for_file=for_file)
    parts += _factors(words, shown, for_file=for_file)
    parts += _misses(words, shown.misses)
    people = {id_: Person(id_, reader.tenant_id, "", called) for id_, called in pack.names.items()}
    # Why something was paused may be about someone's health, and is no part of a record that is kept.
    lines = change_lines(words, reader, shown.changes, people, objective.unit, keeps_back=True)
    if lines:
        parts += [Heading(words("review-changed")), *(Paragraph(line) for line in lines)]
    if shown.evidence:
        parts.append(Heading(words("review-evidence")))
    for each in shown.evidence:
        day = formats.full_date(each.added_at.date(), words.language)
        by = words("review-from", name=pack.names.get(each.by_id, ""), date=day)
        parts.append(Paragraph(f"{by} · {each.link}" if each.link else by, Tone.SUBTLE))
        parts.append(Paragraph(each.text, Tone.QUOTE))
    for said in pack.said(about_objective(objective.id)):
        writer = pack.names.get(said.by_id, "")
        parts += [Paragraph(words("review-wrote", name=writer), Tone.SUBTLE), Paragraph(said.text, Tone.QUOTE)]
    return Section(f"objective-{objective.id}", objective.title, tuple(parts), level=2)


def _standing(words: Words, shown: PackObjective) -> list[Part]:
    """Where it stood at the end; without a figure while it is paused, since that would be judged."""
    objective = shown.objective
    if objective.state is ObjectiveState.PAUSED:
        return [Paragraph(paused(words, objective))]
    parts: list[Part] = []
    if objective.state is ObjectiveState.CLOSED:
        parts.append(Paragraph(closed(words, objective, shown.outcome)))
    result = shown.result or Progress()
    comparable = not shown.reports or shown.reports[-1].unit == objective.unit
    parts.append(progress_bar(words, objective, result if comparable else Progress(status=result.status)))
    return parts


def _scaled(words: Words, shown: PackObjective) -> list[Part]:
    if not shown.paused_days:
        return []
    objective = shown.objective
    share = formats.percent(shown.share * 100, words.language)
    parts: list[Part] = [
        Paragraph(words("review-paused", days=shown.paused_days, all=shown.days, share=share), Tone.WARNING)
    ]
    scales = objective.direction is Direction.UP and objective.target is not None and not objective.milestones
    value = objective.value_for(shown.share * 100) if scales else None
    if value is not None:
        amount = formats.quantity(value, objective.unit, words.language)
        parts.append(Paragraph(words("review-in-proportion", value=amount), Tone.SUBTLE))
    return parts


def _monthly(reports: Sequence[PackReport]) -> list[PackReport]:
    """The last report of each month that has a figure."""
    by_month: dict[date, PackReport] = {}
    for each in reports:
        if each.progress.value is not None or each.progress.percent is not None:
            by_month[each.on.replace(day=1)] = each
    return list(by_month.values())


def _results(words: Words, shown: PackObjective, *, for_file: bool) -> list[Part]:
    monthly = _monthly(shown.reports)
    if len(monthly) < 2:
        return []
    header = ("review-column-month", "review-column-result", "review-column-progress", "review-column-status")
    rows = tuple(
        (
            formats.month(each.on, words.language),
            _result(words, each),
            formats.percent(each.progress.percent, words.language)
            if each.progress.percent is not None and each.unit == shown.objective.unit
            else "–",
            status_label(words, each.progress.status) or "–",
        )
        for each in monthly
    )
    chart = _chart(words, shown) if for_file else None
    table = Table(tuple(words(each) for each in header), rows)
    return [Heading(words("review-results")), *([chart] if chart else []), table]


def _chart(words: Words, shown: PackObjective) -> Chart | None:
    """The measure's own values over the months, in the unit of now; None where too few can be compared."""
    objective = shown.objective
    monthly = [each for each in _monthly(shown.comparable) if each.progress.value is not None]
    if len(monthly) < FEWEST_IN_CHART or objective.direction in (Direction.YES_NO, Direction.MILESTONES):
        return None
    values = [each.progress.value or 0.0 for each in monthly]
    measure = objective.measure or objective.title
    said = {
        "measure": measure,
        "first": formats.quantity(values[0], objective.unit, words.language),
        "last": formats.quantity(values[-1], objective.unit, words.language),
        "since": formats.month(monthly[0].on, words.language),
        "until": formats.month(monthly[-1].on, words.language),
        "count": str(len(monthly)),
    }
    series = [Series(measure, tuple(values))]
    if objective.target is None:
        alt = words("review-chart-alt-no-target", **said)
    else:
        alt = words("review-chart-alt", **said, target=_target(words, objective))
        series.append(Series(words("review-column-target"), (objective.target,) * len(values)))
    labels = tuple(formats.short_month(each.on, words.language) for each in monthly)
    title = words("review-chart-title", measure=measure)
    return Chart(f"review-{objective.id}", title, labels, tuple(series), alt, objective.unit)


def _target(words: Words, objective: Objective) -> str:
    return formats.quantity(objective.target or 0.0, objective.unit, words.language)


def _factors(words: Words, shown: PackObjective, *, for_file: bool) -> list[Part]:
    """What the person said helped or got in the way, the newest first; what was outside control is named so."""
    said = [each for each in shown.reports if each.progress.factors or each.progress.outside_control][::-1]
    if not said:
        return []
    parts: list[Part] = [Heading(words("review-helped"))]
    for each in said if for_file else said[:FACTORS_IN_CHAT]:
        day = formats.full_date(each.on, words.language)
        line = f"{day} · {_result(words, each)}"
        if each.progress.outside_control:
            line = f"{line} · {words('review-outside')}"
        parts.append(Paragraph(line, Tone.SUBTLE))
        if each.progress.factors:
            parts.append(Paragraph(each.progress.factors, Tone.QUOTE))
    return parts


def _misses(words: Words, misses: Sequence[MissedTarget]) -> list[Part]:
    if not misses:
        return []
    parts: list[Part] = [Heading(words("review-missed"))]
    for miss in misses:
        below = miss.kind is MissKind.BELOW_TARGET
        day = formats.full_date(miss.noticed_for, words.language)
        parts.append(Paragraph(words("review-missed-below" if below else "review-missed-off-track", date=day)))
        if miss.happened:
            parts.append(Paragraph(miss.happened, Tone.QUOTE))
        if miss.outside_control:
            factor = miss.outside_factor
            key = "review-missed-outside" if factor else "review-missed-outside-plain"
            parts.append(Paragraph(words(key, factor=factor) if factor else words(key)))
        for key, text in (("prevention", miss.prevention), ("help", miss.help_needed)):
            if text:
                parts.append(Paragraph(words(f"review-missed-{key}", text=text)))
        if not miss.has_words:
            parts.append(Paragraph(words("review-missed-unsaid"), Tone.SUBTLE))
    return parts
