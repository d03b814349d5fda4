"""How a team compares, as cards: the sentence that matters most and what to do, then figures and the chart."""

from collections.abc import Sequence

from core.cards import verdicts
from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Fact, Facts, Heading, Paragraph, Part, Tone
from core.model.benchmark import Benchmark, TeamMeasure
from core.model.period import Period, PeriodKind
from core.model.person import Team
from core.model.service_feedback import Scale
from core.model.team_standing import NoStanding, Quarter, Standing
from core.services.benchmarks import Fairness, Outside, TeamBenchmarks, Verdict
from core.texts import formats
from core.texts.texts import Words

OUTSIDE_SHOWN = 4
"""Outside figures on the card of all measures; each measure's own card has all of its."""

TEAMS_SHOWN = 20
"""Buttons of teams in one card; Slack holds 25 in a block."""

KNOWN_SHOWN = 15

SMALL_TEAM = 10
"""Up to as many people one answer moves the figure by ten points and more."""

_QUARTERS = {Quarter.BEST: "best", Quarter.UPPER: "upper", Quarter.LOWER: "lower", Quarter.LAST: "last"}
_ALONE = {
    NoStanding.SMALL_TEAM: "benchmarks-alone-small-team",
    NoStanding.FEW_TEAMS: "benchmarks-alone-few-teams",
    NoStanding.NO_FIGURE: "benchmarks-alone-no-figure",
}


def overview(words: Words, found: TeamBenchmarks, chart_id: str) -> Card:
    """All measures of a team: what matters most in a sentence, with its chart, then each in a line."""
    first = found.verdicts[0]
    parts = _headline(words, first, chart_id)
    facts = tuple(
        Fact(verdicts.name_of(words, each.measure), verdicts.short_verdict(words, each.series, each.found))
        for each in found.verdicts
    )
    parts += [Heading(words("benchmarks-all")), Facts(facts)]
    parts += _outside_of_all(words, found)
    parts += _fairness(words, found.fairness)
    shown = [each for each in found.verdicts if each.series.latest is not None]
    if shown:
        parts.append(Actions(tuple(_show(words, found.team, each.measure) for each in shown)))
    parts.append(Paragraph(words("benchmarks-how"), Tone.SUBTLE))
    return Card(words("benchmarks-title-of", team=found.team.name), tuple(parts), words.language)


def one_measure(words: Words, found: TeamBenchmarks, measure: TeamMeasure, chart_id: str) -> Card:
    """One measure of a team against its own past, the other teams, a target and figures from outside."""
    each = found.of(measure)
    parts = _headline(words, each, chart_id)
    facts = _facts(words, each)
    if facts:
        parts.append(Facts(tuple(facts)))
    if each.outside:
        parts.append(Heading(words("benchmarks-outside")))
        for outside in each.outside:
            parts += _outside(words, each, outside)
    parts += _fairness(words, found.fairness)
    back = Action("benchmarks.show", words("benchmarks-all"), found.team.id)
    about = words(f"measure-what-{measure.value}")
    if not measure.is_meant_to_rise:
        about = f"{about} {words('benchmarks-how')}"
    parts += [Actions((back,)), Paragraph(about, Tone.SUBTLE)]
    name = verdicts.name_of(words, measure)
    title = words("benchmarks-title-measure", measure=name, team=found.team.name)
    return Card(title, tuple(parts), words.language)


def _headline(words: Words, each: Verdict, chart_id: str) -> list[Part]:
    target = each.target.value if each.target else None
    parts: list[Part] = [Paragraph(verdicts.verdict(words, each.series, each.found))]
    further = (
        verdicts.assurance(words, each.series, each.found, target),
        verdicts.advice(words, each.series, each.found),
    )
    parts += [Paragraph(said) for said in further if said]
    chart = verdicts.chart(words, each.series, each.found, chart_id, target)
    if chart is not None:
        parts.append(chart)
    caveats = verdicts.caveats(words, each.series, each.found)
    if each.withheld:
        caveats.append(words("verdict-withheld"))
    if caveats:
        parts.append(Paragraph(" ".join(caveats), Tone.SUBTLE))
    return parts


def _facts(words: Words, each: Verdict) -> list[Fact]:
    scale = each.series.scale
    facts = []
    if each.lately is not None:
        facts.append(Fact(words("benchmarks-lately"), verdicts.value_of(words, each.lately, scale)))
    if each.found.limits is not None:
        mean = verdicts.value_of(words, each.found.limits.mean, scale)
        facts.append(Fact(words("benchmarks-average"), mean))
        facts.append(Fact(words("benchmarks-range"), verdicts.range_of(words, each.series, each.found.limits)))
    if each.series.latest is not None:
        facts.append(Fact(words("benchmarks-others"), _standing(words, each.standing)))
    if each.target is not None:
        said = words(
            "benchmarks-target-value",
            value=verdicts.value_of(words, each.target.value, each.target.scale),
            period=period_of(words, each.target.period),
            source=each.target.source,
        )
        facts.append(Fact(words("benchmarks-target"), said))
    return facts


def _standing(words: Words, standing: Standing | NoStanding) -> str:
    if isinstance(standing, NoStanding):
        return words(_ALONE[standing])
    said = words("benchmarks-quarter", quarter=_QUARTERS[standing.quarter], teams=standing.teams)
    return f"{said}; {words('benchmarks-close')}" if standing.is_close else said


def _outside_of_all(words: Words, found: TeamBenchmarks) -> list[Part]:
    """Figures from outside, those of the measures that matter most first."""
    every = [(each, outside) for each in found.verdicts for outside in each.outside]
    parts: list[Part] = [Heading(words("benchmarks-outside"))]
    if not every:
        return [*parts, Paragraph(words("benchmarks-outside-none"), Tone.SUBTLE)]
    for each, outside in every[:OUTSIDE_SHOWN]:
        parts += _outside(words, each, outside)
    if len(every) > OUTSIDE_SHOWN:
        parts.append(Paragraph(words("benchmarks-more", count=len(every) - OUTSIDE_SHOWN), Tone.SUBTLE))
    return parts


def _outside(words: Words, each: Verdict, outside: Outside) -> list[Part]:
    figure = outside.benchmark
    facts = {
        "measure": verdicts.name_of(words, figure.measure),
        "value": verdicts.value_of(words, figure.value, figure.scale),
        "period": period_of(words, figure.period),
        "scope": figure.scope,
    }
    if outside.own is not None:
        own = verdicts.value_of(words, outside.own, figure.scale)
        same = "yes" if outside.same_period else "no"
        gap = _gap(words, outside.own - figure.value, figure.scale)
        said = words("benchmarks-outside-line", own=own, same=same, gap=gap, **facts)
    elif each.series.latest is None:
        said = words("benchmarks-outside-without", **facts)
    else:
        said = words("benchmarks-outside-scale", **facts)
    small = [words("benchmarks-outside-source", source=figure.source)]
    if outside.missing:
        months = [formats.month(month, words.language) for month in outside.missing]
        small.append(words("benchmarks-outside-missing", months=formats.both(months, words.language)))
    return [Paragraph(said), Paragraph(" · ".join(small), Tone.SUBTLE)]


def _gap(words: Words, gap: float, scale: Scale) -> str:
    way = "up" if gap > 0 else "down"
    if scale is Scale.PERCENT:
        return words("benchmarks-gap-points", count=round(abs(gap)), way=way)
    by = round(abs(gap), 1)
    if not by:
        return words("benchmarks-gap-level")
    return words("benchmarks-gap", by=formats.number(by, words.language), way=way)


def _fairness(words: Words, fairness: Fairness) -> list[Part]:
    """What makes this team's figures differ from others' before anyone has done anything."""
    said = []
    members = fairness.members
    if members == 0:
        said.append(words("benchmarks-fair-nobody"))
    elif members == 1:
        said.append(words("benchmarks-fair-alone"))
    elif members <= SMALL_TEAM:
        said.append(words("benchmarks-fair-small", count=members, points=round(100 / members)))
    if fairness.part_time and members > 1:
        said.append(words("benchmarks-fair-part-time", count=fairness.part_time, members=members))
    if fairness.answering is not None and round(fairness.answering) < 100:
        said.append(words("benchmarks-fair-missing", rate=formats.percent(fairness.answering, words.language)))
    return [Heading(words("benchmarks-fair")), *(Paragraph(each) for each in said)] if said else []


def _show(words: Words, team: Team, measure: TeamMeasure) -> Action:
    label = words("benchmarks-show", measure=verdicts.name_of(words, measure))
    return Action("benchmarks.show", label, SEPARATOR.join((team.id, measure.value)))


def period_of(words: Words, period: Period) -> str:
    """`2025/26`, `quarter 3 of 2025/26`, `November 2025`."""
    if period.kind is PeriodKind.MONTH:
        return formats.month(period.starts_on, words.language)
    year, _, _ = period.written.partition(" ")
    return words(f"period-{period.kind.value}", year=year, quarter=str(period.quarter))


# --- what is said instead ------------------------------------------------------------------------------------


def no_team(words: Words) -> Card:
    """Who leads no team asked how it compares."""
    return Card(words("benchmarks-title"), (Paragraph(words("benchmarks-no-team")),), words.language)


def unknown_measure(words: Words, said: str, team: Team, like: TeamMeasure | None) -> Card:
    """No measure is called so; each that is, the nearest first."""
    measures = sorted(TeamMeasure, key=lambda each: each is not like)
    actions = tuple(_show(words, team, each) for each in measures)
    parts = (Paragraph(words("benchmarks-unknown-measure", said=said)), Actions(actions))
    return Card(words("benchmarks-title-of", team=team.name), parts, words.language)


def teams(words: Words, found: Sequence[Team], known: Sequence[Benchmark], said: str = "") -> Card:
    """For HR: the teams to choose from, and every figure that is known; `said` was no team's name."""
    parts: list[Part] = [Paragraph(words("benchmarks-unknown-team", said=said), Tone.WARNING)] if said else []
    if found:
        shown = found[:TEAMS_SHOWN]
        actions = tuple(Action("benchmarks.show", each.name, each.id, ActionStyle.DEFAULT) for each in shown)
        parts += [Paragraph(words("benchmarks-teams-intro")), Actions(actions)]
        if len(found) > TEAMS_SHOWN:
            parts.append(Paragraph(words("benchmarks-teams-more"), Tone.SUBTLE))
    else:
        parts.append(Paragraph(words("benchmarks-teams-none")))
    parts.append(Heading(words("benchmarks-known")))
    parts += [Paragraph(_known(words, each)) for each in known[:KNOWN_SHOWN]]
    if not known:
        parts.append(Paragraph(words("benchmarks-known-none"), Tone.SUBTLE))
    elif len(known) > KNOWN_SHOWN:
        parts.append(Paragraph(words("benchmarks-known-more", count=len(known) - KNOWN_SHOWN), Tone.SUBTLE))
    return Card(words("benchmarks-title"), tuple(parts), words.language)


def _known(words: Words, each: Benchmark) -> str:
    return words(
        "benchmarks-known-line",
        measure=verdicts.name_of(words, each.measure),
        value=verdicts.value_of(words, each.value, each.scale),
        scope=words("scope-target") if each.is_target else each.scope,
        period=period_of(words, each.period),
        source=each.source,
    )
