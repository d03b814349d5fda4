"""What each measure of a team has been, period by period: from check-ins, training and service users' answers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from core.model.benchmark import Reading, Series, TeamMeasure, one_scale
from core.model.compliance import Tally
from core.model.service_feedback import Scale
from core.ports import Store
from core.ports.benchmarks import TeamProgress, TeamService, TeamWeek
from core.schedule.cadence import period_of

WEEKS = 52
"""How far back check-ins are looked at."""

MONTHS = 24
"""How far back service users' answers are."""


async def last_period_over(store: Store, tenant_id: str, today: date) -> date | None:
    """The last day before the present period; None where nobody is asked anything.

    A week that is not over has fewer answers than it will have, which would look like a fall.
    """
    schedules = await store.checkins.schedules(tenant_id)
    return period_of(schedules[0], today) - timedelta(days=1) if schedules else None


async def weekly_series(store: Store, tenant_id: str, team_id: str, until: date) -> dict[TeamMeasure, Series]:
    """The measures that check-ins tell, of a team and its periods up to `until`."""
    since = until - timedelta(weeks=WEEKS)
    weeks = await store.team_figures.weeks(tenant_id, since, until, team_id)
    said = await store.team_figures.progress(tenant_id, since, until, team_id)
    by_period = {each.period: each for each in said}
    measures = [each for each in TeamMeasure if not each.is_monthly]
    return {
        measure: Series(measure, tuple(_reading(measure, each, by_period.get(each.period)) for each in weeks))
        for measure in measures
    }


def _reading(measure: TeamMeasure, week: TeamWeek, said: TeamProgress | None) -> Reading:
    if measure is TeamMeasure.PARTICIPATION:
        return Reading(week.period, week.answered, week.due, week.due)
    if said is None:
        return Reading(week.period, 0, 0, scale=measure.scale, is_share=False)
    return progress_reading(measure, said)


def progress_reading(measure: TeamMeasure, said: TeamProgress) -> Reading:
    """What one period's updates say of a measure that rests on them."""
    match measure:
        case TeamMeasure.ON_TRACK:
            return Reading(said.period, said.on_track, said.with_status, said.people)
        case TeamMeasure.OUTSIDE_CONTROL:
            return Reading(said.period, said.outside_control, said.with_status, said.people)
        case TeamMeasure.CONFIDENCE:
            total, count = said.confidences, said.with_confidence
            return Reading(said.period, total, count, said.people, Scale.ONE_TO_FIVE, is_share=False)
        case _:
            return Reading(said.period, said.percents, said.with_percent, said.people, is_share=False)


def training_series(tally: Tally | None, points: Sequence[date]) -> Series:
    """How much of the training asked for was held, at the ends of the last months and today."""
    if tally is None:
        return Series(TeamMeasure.TRAINING)
    readings = [
        Reading(point, held, required, tally.people)
        for point, (held, required) in zip(points, tally.trend, strict=True)
    ]
    # A team of which nothing was asked yet has no gap but no beginning.
    first = next((at for at, each in enumerate(readings) if each.count), len(readings))
    return Series(TeamMeasure.TRAINING, tuple(readings[first:]))


async def service_series(store: Store, tenant_id: str, team_id: str, today: date) -> Series:
    """What service users said of a team, by whole months, on the scale that they are asked on now."""
    until = today.replace(day=1) - timedelta(days=1)
    since = (until - timedelta(days=30 * MONTHS)).replace(day=1)
    return monthly(await store.team_figures.service(tenant_id, since, until, team_id))


def monthly(said: Iterable[TeamService]) -> Series:
    """The answers about one team as a series of months; a month in which nobody answered is a gap."""
    months: defaultdict[date, list[TeamService]] = defaultdict(list)
    for each in said:
        months[each.month].append(each)
    if not months:
        return Series(TeamMeasure.SATISFACTION)
    newest = max(months)
    scale = max(months[newest], key=lambda each: each.count).scale
    readings, month = [], min(months)
    while month <= newest:
        # Another scale is taken only where there is nothing on this one: it shows that the scale was changed.
        there = sorted(months.get(month, ()), key=lambda each: (each.scale is not scale, -each.count))
        count, total = (there[0].count, there[0].total) if there else (0, 0.0)
        on = there[0].scale if there else scale
        readings.append(Reading(month, total, count, count, on, is_share=False))
        month = (month + timedelta(days=31)).replace(day=1)
    return one_scale(TeamMeasure.SATISFACTION, readings)
