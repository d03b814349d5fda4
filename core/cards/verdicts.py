"""What a series says, in words and as a chart: one sentence first, whether it is change or noise, and what to do.

`verdict` is for whoever shows a series of a team anywhere: `judge` of `core.services.benchmarks` looks at it.
"""

from collections.abc import Sequence

from core.chat.card import Chart, Control, Mark, Series
from core.model import benchmark
from core.model.benchmark import TeamMeasure
from core.model.service_feedback import Scale
from core.statistics.xmr import Limits, Rule, Variation, Xmr
from core.texts import formats
from core.texts.texts import Words

_OUT_OF = {Scale.ONE_TO_FIVE: "service-of-five", Scale.ZERO_TO_TEN: "service-of-ten"}

RISEN_OVER = 4
"""Figures before the last, back to which the way is told of what adds up."""

_MARKS = {
    Variation.COMMON: Mark.USUAL,
    Variation.IMPROVEMENT: Mark.BETTER,
    Variation.CONCERN: Mark.WORSE,
    Variation.CHANGE: Mark.CHANGE,
}


def name_of(words: Words, measure: TeamMeasure) -> str:
    """`Objectives on track`."""
    return words(f"measure-{measure.value}")


def value_of(words: Words, value: float, scale: Scale) -> str:
    """`72%`, `4.1 out of 5`."""
    if scale is Scale.PERCENT:
        return formats.percent(value, words.language)
    return words(_OUT_OF[scale], average=formats.number(round(value, 1), words.language))


def when(words: Words, series: benchmark.Series, at: int) -> str:
    """When the reading at that place is of: `week of 16 Nov`, `October 2026`, `20 Nov`."""
    on = series.readings[at].on
    match series.measure:
        case TeamMeasure.SATISFACTION:
            return formats.month(on, words.language)
        case TeamMeasure.TRAINING:
            return formats.short_day(on, words.language)
        case _:
            return words("verdict-week", day=formats.short_day(on, words.language))


def bounds(limits: Limits, scale: Scale) -> tuple[float, float]:
    """The usual range as far as there are values: a share of 104% is none."""
    return max(limits.lower, scale.lowest), min(limits.upper, scale.highest)


def verdict(words: Words, series: benchmark.Series, found: Xmr) -> str:
    """The sentence about a series, and whether that is a real change: in any state of it, an empty one too.

    `found` is what `judge` says of `series`.
    """
    name, last = name_of(words, series.measure), found.last
    if last is None:
        why = series.measure.value if not series.measure.rests_on_answers else "objectives"
        return f"{words('verdict-none', measure=name)} {words(f'verdict-none-{why}')}"
    point, limits = found.points[last], found.limits
    now = {"measure": name, "value": _shown(words, series, point.value), "when": when(words, series, last)}
    if series.measure.is_meant_to_rise:
        risen = _risen(words, series, found, last)
        now["value"] = f"{now['value']}, {risen}" if risen else now["value"]
        return words("verdict-rises", **now)
    if limits is None:
        return words("verdict-few", count=_filled(found), **now)
    if point.rule is None:
        if limits.lower == limits.upper:
            return words("verdict-flat", **now)
        return words("verdict-usual", **now, **_range(words, series, limits))
    said = _special(words, series, found, last, now, limits)
    if limits.is_provisional:
        # A range that each further figure may move tells no change from chance yet.
        return f"{said} {words(f'verdict-may-be-{point.variation.value}', count=limits.count)}"
    return f"{said} {words(f'verdict-is-{point.variation.value}')}"


def _risen(words: Words, series: benchmark.Series, found: Xmr, last: int) -> str:
    """How far a measure that adds up has come in the last weeks; "" where it has only begun."""
    places = [at for at in range(last) if found.points[at].value is not None]
    if not places:
        return ""
    at = places[max(0, len(places) - RISEN_OVER)]
    by = round((found.points[last].value or 0.0) - (found.points[at].value or 0.0))
    way = "up" if by > 0 else "down" if by < 0 else "same"
    return words("verdict-risen", way=way, points=abs(by), since=_day(words, series, at))


def _special(
    words: Words, series: benchmark.Series, found: Xmr, last: int, now: dict[str, str], limits: Limits
) -> str:
    point = found.points[last]
    way = "up" if point.upwards else "down"
    first = found.since if found.since is not None else last
    match point.rule:
        case Rule.TREND:
            start = _start_of_trend(found, last)
            begun = _shown(words, series, found.points[start].value)
            return words("verdict-trend", way=way, since=_day(words, series, start), **{"from": begun}, **now)
        case Rule.SHIFT:
            count = sum(each.value is not None for each in found.points[first : last + 1])
            mean = _shown(words, series, limits.mean)
            return words("verdict-shift", way=way, mean=mean, count=count, since=_day(words, series, first), **now)
        case _:
            return words(f"verdict-{point.rule}", way=way, **now, **_range(words, series, limits))


def _start_of_trend(found: Xmr, last: int) -> int:
    """Where the values began to go the way they go up to the last."""
    places = [at for at in range(last + 1) if found.points[at].value is not None]
    sign = 1 if found.points[last].upwards else -1
    start = places[-1]
    for before in reversed(places[:-1]):
        if sign * (found.points[start].value or 0.0) <= sign * (found.points[before].value or 0.0):
            break
        start = before
    return start


def _day(words: Words, series: benchmark.Series, at: int) -> str:
    on = series.readings[at].on
    if series.measure is TeamMeasure.SATISFACTION:
        return formats.month(on, words.language)
    return formats.short_day(on, words.language)


def _shown(words: Words, series: benchmark.Series, value: float | None) -> str:
    return value_of(words, value or 0.0, series.scale)


def _filled(found: Xmr) -> int:
    return sum(each.value is not None for each in found.points)


def _range(words: Words, series: benchmark.Series, limits: Limits) -> dict[str, str]:
    lower, upper = bounds(limits, series.scale)
    return {"lower": _shown(words, series, lower), "upper": _shown(words, series, upper)}


def range_of(words: Words, series: benchmark.Series, limits: Limits) -> str:
    """`61% to 89%`."""
    return words("benchmarks-range-value", **_range(words, series, limits))


def short_verdict(words: Words, series: benchmark.Series, found: Xmr) -> str:
    """`72% · as usual`."""
    if found.last is None:
        return words("verdict-short-none")
    point = found.points[found.last]
    if series.measure.is_meant_to_rise:
        said = _risen(words, series, found, found.last) or words("verdict-short-few")
        return words("verdict-short", value=_shown(words, series, point.value), verdict=said)
    state = "few" if found.limits is None else point.variation.value
    if found.limits is not None and found.limits.is_provisional and point.rule is not None:
        state = f"maybe-{state}"
    said = words(f"verdict-short-{state}")
    return words("verdict-short", value=_shown(words, series, point.value), verdict=said)


def caveats(words: Words, series: benchmark.Series, found: Xmr) -> list[str]:
    """What to know of the figures before they are believed: few of them, gaps, a scale that was changed.

    That a range is provisional is left to `verdict` where it says so of the last figure.
    """
    said = []
    if found.limits is not None and found.limits.is_provisional and found.since is None:
        said.append(words("verdict-provisional", count=found.limits.count))
    if series.cut_before is not None:
        said.append(words("verdict-cut", day=formats.full_date(series.cut_before, words.language)))
    silent = sum(each.value is None for each in found.points)
    if silent and found.last is not None:
        said.append(words("verdict-silent", count=silent))
    return said


def advice(words: Words, series: benchmark.Series, found: Xmr) -> str:
    """What to do about it; "" while there is nothing to go by."""
    if found.last is None or found.limits is None:
        return ""
    variation = found.points[found.last].variation
    since = found.since
    if since is None:
        return words("verdict-do-common")
    day = _day(words, series, since)
    if variation is Variation.CONCERN:
        return words(f"verdict-do-{series.measure.value}", day=day)
    return words("verdict-do-improvement", day=day)


def assurance(words: Words, series: benchmark.Series, found: Xmr, target: float | None) -> str:
    """What the usual range makes of the target; "" without one."""
    if found.assurance is None or target is None:
        return ""
    return words(f"verdict-{found.assurance.value}", target=value_of(words, target, series.scale))


def chart(
    words: Words, series: benchmark.Series, found: Xmr, chart_id: str, target: float | None = None
) -> Chart | None:
    """The series as an XmR chart, or as a plain line while it has no limits; None of fewer than two figures."""
    filled = [at for at, each in enumerate(found.points) if each.value is not None]
    if len(filled) < 2:
        return None
    first, last = filled[0], filled[-1]
    facts = {
        "verdict": verdict(words, series, found),
        "first": _shown(words, series, found.points[first].value),
        "from": _day(words, series, first),
        "last": _shown(words, series, found.points[last].value),
        "to": _day(words, series, last),
    }
    name = name_of(words, series.measure)
    values = tuple(each.value for each in found.points)
    labels = tuple(_label(words, series, at) for at in range(len(values)))
    unit = "%" if series.scale is Scale.PERCENT else ""
    if found.limits is None:
        alt = words("verdict-alt-plain", **facts)
        return Chart(chart_id, name, labels, (Series(name, values),), alt, unit)
    alt = words("verdict-alt", mean=_shown(words, series, found.limits.mean), **facts)
    control = _control(words, series, found, found.limits, target)
    return Chart(chart_id, name, labels, (Series(name, values),), alt, unit, control)


def _label(words: Words, series: benchmark.Series, at: int) -> str:
    on = series.readings[at].on
    if series.measure is TeamMeasure.SATISFACTION:
        return formats.short_month(on, words.language)
    return formats.short_day(on, words.language)


def _control(words: Words, series: benchmark.Series, found: Xmr, limits: Limits, target: float | None) -> Control:
    marks = tuple(_MARKS[each.variation] for each in found.points)
    return Control(
        mean=limits.mean,
        mean_label=words("verdict-chart-mean", value=_bare(words, series, limits.mean)),
        limits=bounds(limits, series.scale),
        limits_label=words("verdict-chart-limits"),
        marks=marks,
        mark_labels=_mark_labels(words, marks, found, limits),
        scale=(series.scale.lowest, series.scale.highest),
        target=target,
        target_label="" if target is None else words("verdict-chart-target", value=_bare(words, series, target)),
    )


def _bare(words: Words, series: benchmark.Series, value: float) -> str:
    """A value beside its axis, which says what it is out of."""
    if series.scale is Scale.PERCENT:
        return formats.percent(value, words.language)
    return formats.number(round(value, 1), words.language)


def _mark_labels(words: Words, marks: Sequence[Mark], found: Xmr, limits: Limits) -> tuple[tuple[Mark, str], ...]:
    there = {mark for mark, point in zip(marks, found.points, strict=True) if point.value is not None}
    maybe = "maybe-" if limits.is_provisional else ""
    return tuple(
        (mark, words(f"verdict-mark-{'' if mark is Mark.USUAL else maybe}{mark.value}"))
        for mark in Mark
        if mark in there
    )
