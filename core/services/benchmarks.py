"""How a team compares: with its own past, with the organisation's other teams, and with figures from outside."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.model.anonymity import FEWEST
from core.model.benchmark import Benchmark, Reading, Series, TeamMeasure, level_of
from core.model.compliance import Compliance
from core.model.person import Person, Team
from core.model.service_feedback import Scale
from core.model.team_standing import NoStanding, Standing, TeamFigure, standing_among
from core.permissions import may_see_figures_of_few
from core.ports import Store
from core.ports.benchmarks import TeamService
from core.services.compliance import compliance
from core.services.team_series import (
    last_period_over,
    progress_reading,
    service_series,
    training_series,
    weekly_series,
)
from core.statistics.xmr import FEWEST as FEWEST_READINGS
from core.statistics.xmr import FIRM, Variation, Xmr, without_limits, xmr

LATELY = timedelta(weeks=12)
"""What a team is compared by: one week says too little."""

LOOKED_AT = 26
"""Readings that are looked at, and drawn: half a year of weeks."""

BASELINE = FIRM
"""The first of them, which the usual range is of: what came later is seen against how it was."""

FULL_WEEK = 5
"""Working days; fewer are part-time."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A figure from outside beside the team's own; `own` is None where the two are on different scales.

    With `same_period` the own figure is of the figure's period, of which nothing is known for the `missing` months
    (their first days); else it is the one of lately.
    """

    benchmark: Benchmark
    own: float | None
    same_period: bool = False
    missing: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is true of one measure of a team. `found` looks at the readings of `series`, place by place."""

    series: Series
    found: Xmr
    lately: float | None
    standing: Standing | NoStanding
    outside: tuple[Outside, ...] = ()
    target: Benchmark | None = None
    withheld: bool = False
    """Whether figures of fewer than five people were left out, which this reader may not see."""

    @property
    def measure(self) -> TeamMeasure:
        """What it is of."""
        return self.series.measure

    @property
    def variation(self) -> Variation | None:
        """What the last reading is; None while nothing can be said."""
        if self.found.last is None or self.found.limits is None:
            return None
        return self.found.points[self.found.last].variation


@dataclass(frozen=True, slots=True)
class Fairness:
    """What to bear in mind before a team is compared with others.

    `answering` is the share of its check-ins that were answered lately, in percent.
    """

    members: int
    part_time: int
    answering: float | None


@dataclass(frozen=True, slots=True)
class TeamBenchmarks:
    """How a team compares, what matters most first."""

    team: Team
    verdicts: tuple[Verdict, ...]
    fairness: Fairness

    def of(self, measure: TeamMeasure) -> Verdict:
        """The verdict on one measure."""
        return next(each for each in self.verdicts if each.measure is measure)


def judge(series: Series, target: float | None = None) -> tuple[Series, Xmr]:
    """The last readings of a series, and whether they tell of change or of noise; of any number, none too.

    What adds up over the year has no usual range, and is told by how far it has come lately.
    """
    recent = replace(series, readings=series.readings[-LOOKED_AT:])
    if recent.measure.is_meant_to_rise:
        return recent, without_limits(recent.values, recent.measure.better)
    # The newest is held against those before it: a fall that moved its own limits made those look like a rise.
    before = max(FEWEST_READINGS, sum(each.count > 0 for each in recent.readings) - 1)
    return recent, xmr(recent.values, recent.measure.better, target=target, baseline=min(BASELINE, before))


async def team_benchmarks(store: Store, reader: Person, team: Team, today: date) -> TeamBenchmarks:
    """How `team` compares, with as much of it as `reader` may see; as many queries for any number of teams.

    Whether the reader may see the team at all is the caller's to ask (`may_see_benchmarks`).
    """
    every = await store.people.team_members(team.id)
    members = [each for each in every if each.employed_on(today)]
    held = await compliance(store, team.tenant_id, today)
    series = await _series(store, team, held, today)
    sees_few = may_see_figures_of_few(reader, members)
    shown = {measure: each if sees_few else _of_enough(each) for measure, each in series.items()}
    scale = series[TeamMeasure.SATISFACTION].scale
    figures = await _figures_of_all(store, team.tenant_id, held, scale, today)
    benchmarks = await store.benchmarks.all(team.tenant_id)
    verdicts = []
    for measure, each in shown.items():
        mine = [known for known in benchmarks if known.measure is measure]
        standing = standing_among(team.id, figures[measure], measure.better, _span(each))
        verdict = _verdict(each, mine, standing, today)
        verdicts.append(replace(verdict, withheld=each != series[measure]))
    participation = series[TeamMeasure.PARTICIPATION]
    fairness = Fairness(
        len(members),
        sum(len(each.working_days) < FULL_WEEK for each in members),
        participation.level(today - LATELY, today),
    )
    return TeamBenchmarks(team, tuple(sorted(verdicts, key=_urgency)), fairness)


def _span(series: Series) -> float:
    return series.scale.highest - series.scale.lowest


def _urgency(verdict: Verdict) -> tuple[int, int]:
    """What is getting worse comes first, then what gets better, then what is steady, then what nobody knows."""
    order = (Variation.CONCERN, Variation.IMPROVEMENT, Variation.CHANGE, Variation.COMMON)
    place = len(order) if verdict.variation is None else order.index(verdict.variation)
    if verdict.series.latest is None:
        place += 1
    return place, list(TeamMeasure).index(verdict.measure)


async def _series(store: Store, team: Team, held: Compliance, today: date) -> dict[TeamMeasure, Series]:
    until = await last_period_over(store, team.tenant_id, today)
    found = {measure: Series(measure) for measure in TeamMeasure}
    if until is not None:
        found |= await weekly_series(store, team.tenant_id, team.id, until)
    found[TeamMeasure.SATISFACTION] = await service_series(store, team.tenant_id, team.id, today)
    found[TeamMeasure.TRAINING] = training_series(held.by_team.get(team.id), held.points)
    return found


def _of_enough(series: Series) -> Series:
    """The series without what rests on too few people's answers."""
    if not series.measure.rests_on_answers and series.measure is not TeamMeasure.SATISFACTION:
        return series
    return replace(
        series,
        readings=tuple(
            each if each.people >= FEWEST else replace(each, total=0, count=0, people=0)
            for each in series.readings
        ),
    )


def _verdict(
    series: Series, benchmarks: Sequence[Benchmark], standing: Standing | NoStanding, today: date
) -> Verdict:
    target = _target(series, benchmarks, today)
    recent, found = judge(series, target.value if target else None)
    lately = series.level(today - LATELY, today)
    if lately is None and (latest := series.latest) is not None:
        lately = latest.value
    if recent.latest is None:
        standing = NoStanding.NO_FIGURE
    return Verdict(recent, found, lately, standing, _outside(series, benchmarks, lately, today), target)


def _target(series: Series, benchmarks: Sequence[Benchmark], today: date) -> Benchmark | None:
    """The organisation's own target of the present, or of the last period that it had one for."""
    targets = [each for each in benchmarks if each.is_target and each.scale is series.scale]
    begun = [each for each in targets if each.period.starts_on <= today]
    return max(begun, key=lambda each: (each.period.ends_on, each.period.starts_on), default=None)


def _outside(
    series: Series, benchmarks: Sequence[Benchmark], lately: float | None, today: date
) -> tuple[Outside, ...]:
    """The newest figure of each scope."""
    newest: dict[str, Benchmark] = {}
    for each in benchmarks:
        if each.is_target:
            continue
        known = newest.get(each.scope_key)
        if known is None or known.period.ends_on < each.period.ends_on:
            newest[each.scope_key] = each
    return tuple(_beside(series, each, lately, today) for each in newest.values())


def _beside(series: Series, benchmark: Benchmark, lately: float | None, today: date) -> Outside:
    if benchmark.scale is not series.scale:
        return Outside(benchmark, None)
    months = [each for each in benchmark.period.months if each <= today]
    there = {each.on.replace(day=1) for each in series.readings if each.count}
    missing = tuple(each for each in months if each not in there)
    # Of less than half of a period the figure of lately says more.
    if len(missing) * 2 < len(months):
        own = series.level(benchmark.period.starts_on, benchmark.period.ends_on)
        return Outside(benchmark, own, same_period=True, missing=missing)
    return Outside(benchmark, lately)


# --- the other teams ------------------------------------------------------------------------------------------

_Figures = Mapping[TeamMeasure, Mapping[str, TeamFigure]]


async def _figures_of_all(store: Store, tenant_id: str, held: Compliance, scale: Scale, today: date) -> _Figures:
    """Every team's figure of lately, by measure and team, with how many people it rests on.

    Of service users' answers only those on `scale`.
    """
    since = today - LATELY
    until = await last_period_over(store, tenant_id, today) or today
    figures = store.team_figures
    asked = await figures.people(tenant_id, since, until)
    answering = await figures.answering(tenant_id, since, until)
    found: dict[TeamMeasure, Mapping[str, TeamFigure]] = {}
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    for week in await figures.weeks(tenant_id, since, until):
        readings[week.team_id].append(Reading(week.period, week.answered, week.due))
    found[TeamMeasure.PARTICIPATION] = _levels(readings, asked)
    said = await figures.progress(tenant_id, since, until)
    for measure in TeamMeasure:
        if measure.rests_on_answers:
            readings = defaultdict(list)
            for each in said:
                readings[each.team_id].append(progress_reading(measure, each))
            found[measure] = _levels(readings, answering)
    found[TeamMeasure.TRAINING] = _training(held)
    service = [each for each in await figures.service(tenant_id, since, today) if each.scale is scale]
    found[TeamMeasure.SATISFACTION] = _satisfaction(service, asked)
    return found


def _levels(readings: Mapping[str, Sequence[Reading]], people: Mapping[str, int]) -> dict[str, TeamFigure]:
    return {team: TeamFigure(level_of(each), people.get(team, 0)) for team, each in readings.items()}


def _training(held: Compliance) -> dict[str, TeamFigure]:
    return {
        team: TeamFigure(tally.rates[-1], tally.people) for team, tally in held.by_team.items() if team is not None
    }


def _satisfaction(said: Sequence[TeamService], asked: Mapping[str, int]) -> dict[str, TeamFigure]:
    """Of a team with few answers there is none, however many people work there."""
    readings: defaultdict[str, list[Reading]] = defaultdict(list)
    for each in said:
        readings[each.team_id].append(Reading(each.month, each.total, each.count, is_share=False))
    answers = {team: sum(each.count for each in mine) for team, mine in readings.items()}
    people = {team: asked.get(team, 0) if answers[team] >= FEWEST else 0 for team in readings}
    return _levels(readings, people)
