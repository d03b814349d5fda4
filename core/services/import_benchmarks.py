"""Import outside figures and targets from a file: all of it or nothing, and as often as anyone likes.

A row is known again by its measure, scope and period; what it says of them now counts. The scope `target` is the
organisation's own target. What is not in the file stays as it is.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime

from core.model.benchmark import LONGEST_SCOPE, LONGEST_SOURCE, TARGET, Benchmark, TeamMeasure
from core.model.period import Period, read_period
from core.model.service_feedback import Scale, scale_called
from core.ports import Store
from core.services.import_cells import CellWrong, Column, RowReader, check_columns, read_number, read_text, readers
from core.services.import_report import NONE, Problem, Report, Rows, Trouble, refused
from core.understanding.team_measures import measure_called, measure_like

REQUIRED = ("measure", "scope", "period", "value", "source")
OPTIONAL = ("scale",)

_TARGETS = frozenset({TARGET, "targed", "targets", "our target", "ein targed"})
"""What the organisation's own target is called, as a scope."""

_Key = tuple[TeamMeasure, str, Period]


@dataclass(frozen=True, slots=True)
class _Value:
    """A figure as it is written; one with a percent sign is surely meant so."""

    number: float
    has_sign: bool


async def import_benchmarks(
    store: Store, tenant_id: str, rows: Rows, now: datetime, *, dry_run: bool = False
) -> Report:
    """Add and update figures; with any problem, or in a dry run, save nothing. `now` is UTC."""
    problems, warnings = await asyncio.to_thread(check_columns, rows, REQUIRED, OPTIONAL)
    read = await asyncio.to_thread(_read_rows, rows, problems, tenant_id, now)
    if problems:
        return refused(problems, warnings, dry_run=dry_run)
    known = {_key(each): each for each in await store.benchmarks.all(tenant_id)}
    pairs = [(known.get(_key(each)), each) for each in read]
    # A figure that differs in the case of its scope alone is the one that is known.
    pairs = [(before, _spelt_as(before, after)) for before, after in pairs]
    if not dry_run:
        await store.benchmarks.save([after for before, after in pairs if before != after])
    labels = [(f"{each.measure}: {each.scope}, {each.period.written}", before, each) for before, each in pairs]
    return Report(
        added=tuple(label for label, before, _ in labels if before is None),
        updated=tuple(label for label, before, after in labels if before is not None and before != after),
        unchanged=tuple(label for label, before, after in labels if before == after),
        warnings=tuple(warnings),
        dry_run=dry_run,
    )


def _key(benchmark: Benchmark) -> _Key:
    return benchmark.measure, benchmark.scope_key, benchmark.period


def _spelt_as(before: Benchmark | None, after: Benchmark) -> Benchmark:
    return replace(after, scope=before.scope) if before else after


def _read_rows(rows: Rows, problems: list[Problem], tenant_id: str, now: datetime) -> list[Benchmark]:
    found: dict[_Key, tuple[int, Benchmark]] = {}
    for reader in readers(rows, problems):
        read = _read_row(reader, tenant_id, now)
        if read is None:
            continue
        line, _ = found.setdefault(_key(read), (reader.line, read))
        if line != reader.line:
            facts = {"written": f"{read.measure}, {read.scope}, {read.period.written}", "first": str(line)}
            reader.note("measure", Trouble.REPEATED_BENCHMARK, **facts)
    return [read for _, read in found.values()]


def _read_row(reader: RowReader, tenant_id: str, now: datetime) -> Benchmark | None:
    measure = reader.required("measure", _read_measure)
    scope = reader.required("scope", _read_scope)
    period = reader.required("period", _read_period)
    value = reader.required("value", _read_value)
    source = reader.required("source", _read_source)
    given = reader.optional({"scale": Column("scale", _read_scale)})
    if measure is None or scope is None or period is None or value is None or source is None:
        return None
    scope_key = scope.casefold()
    if scope_key in _TARGETS:
        scope_key = scope = TARGET
    elif period.starts_on > now.date():
        reader.note("period", Trouble.PERIOD_TO_COME, written=period.written)
    scale = given.get("scale") or measure.scale
    if measure is not TeamMeasure.SATISFACTION and scale is not measure.scale:
        reader.note("scale", Trouble.SCALE_DIFFERS, written=str(scale), allowed=str(measure.scale))
    elif not scale.lowest <= value.number <= scale.highest:
        lowest, highest = f"{scale.lowest:g}", f"{scale.highest:g}"
        reader.note("value", Trouble.OFF_SCALE, written=f"{value.number:g}", lowest=lowest, highest=highest)
    elif scale is Scale.PERCENT and 0 < value.number < 1 and not value.has_sign:
        # Spreadsheets hold 83% as 0.83, and hand it over so.
        reader.note("value", Trouble.SHARE_OF_ONE, written=f"{value.number:g}", meant=f"{value.number * 100:g}")
    return Benchmark(tenant_id, measure, scope_key, period, scope, value.number, scale, source)


def _read_measure(text: str) -> TeamMeasure:
    measure = measure_called(text)
    if measure is None:
        like = measure_like(text)
        allowed = ", ".join(TeamMeasure)
        raise CellWrong(Trouble.UNKNOWN_MEASURE, written=text, allowed=allowed, nearest=like or NONE)
    return measure


def _read_scope(text: str) -> str:
    return _no_longer(text, LONGEST_SCOPE)


def _read_source(text: str) -> str:
    return _no_longer(text, LONGEST_SOURCE)


def _no_longer(text: str, most: int) -> str:
    if len(text) > most:
        raise CellWrong(Trouble.TOO_LONG, written=str(len(text)), allowed=str(most))
    return read_text(text)


def _read_period(text: str) -> Period:
    period = read_period(text)
    if period is None:
        raise CellWrong(Trouble.BAD_PERIOD, written=text)
    return period


def _read_value(text: str) -> _Value:
    return _Value(read_number(text, "%"), "%" in text)


def _read_scale(text: str) -> Scale:
    scale = scale_called(text)
    if scale is None:
        raise CellWrong(Trouble.UNKNOWN_SCALE, written=text)
    return scale
