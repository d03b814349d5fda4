"""A summary's figures beside those of the stretch before: the same figures, worked out in the same way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from core.model.objective import Status
from core.model.summary import TeamSummary
from core.model.summary_settings import Section
from core.model.trend import stands_out


class FigureKind(StrEnum):
    """What is compared; `confidence` is on a scale of 1 to 5, those of `IN_PERCENT` are percentages.

    `outside` is the share of all mentions of what is in the way, so that a longer stretch does not raise it.
    """

    ANSWERED = "answered"
    CONFIDENCE = "confidence"
    ON_TRACK = "on-track"
    OFF_TRACK = "off-track"
    PERCENT = "percent"
    OBSTACLES = "obstacles"
    OUTSIDE = "outside"
    WINS = "wins"
    THANKS = "thanks"


IN_PERCENT = frozenset({FigureKind.ANSWERED, FigureKind.PERCENT, FigureKind.OUTSIDE})
"""Shown as whole percentages; the others with one decimal at most."""

SECTION_OF: dict[FigureKind, Section | None] = {
    FigureKind.ANSWERED: Section.PARTICIPATION,
    FigureKind.CONFIDENCE: None,
    FigureKind.ON_TRACK: Section.OBJECTIVES,
    FigureKind.OFF_TRACK: Section.OBJECTIVES,
    FigureKind.PERCENT: Section.OBJECTIVES,
    FigureKind.OBSTACLES: Section.OBSTACLES,
    FigureKind.OUTSIDE: Section.OBSTACLES,
    FigureKind.WINS: Section.WINS,
    FigureKind.THANKS: Section.THANKS,
}
"""The part of the summary that a figure belongs to; None for what only the line manager reads."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure now and before, None where there is none; `is_real` where the change is no mere up or down."""

    kind: FigureKind
    now: float | None
    before: float | None
    is_real: bool = False

    @property
    def change(self) -> float | None:
        """How much more it is now, between the two as they are shown; None where one of them is missing."""
        if self.now is None or self.before is None:
            return None
        places = 0 if self.kind in IN_PERCENT else 1
        return round(round(self.now, places) - round(self.before, places), places)


def compare(now: TeamSummary, before: TeamSummary) -> tuple[Compared, ...]:
    """Every figure of the two, in a steady order."""
    return tuple(
        Compared(kind, figure(now), figure(before), kind is FigureKind.ANSWERED and _participation_moved(now))
        for kind, figure in _FIGURES
    )


def _participation_moved(summary: TeamSummary) -> bool:
    """Only one period beside the earlier ones can be held against their ups and downs."""
    rates = [each.rate for _, each in (*summary.history, *summary.periods) if each.rate is not None]
    return len(summary.periods) == 1 and stands_out(rates)


def _of_status(summary: TeamSummary, status: Status) -> float | None:
    if not summary.objectives:
        return None
    return sum(1 for week in summary.objectives if week.progress.status is status)


def _percent(summary: TeamSummary) -> float | None:
    known: Sequence[float] = [
        min(100.0, max(0.0, week.progress.percent))
        for week in summary.objectives
        if week.progress.percent is not None
    ]
    return fmean(known) if known else None


def _outside(summary: TeamSummary) -> float | None:
    return 100 * summary.outside / len(summary.blockers) if summary.blockers else None


_FIGURES: tuple[tuple[FigureKind, Callable[[TeamSummary], float | None]], ...] = (
    (FigureKind.ANSWERED, lambda summary: summary.completion.rate),
    (FigureKind.CONFIDENCE, lambda summary: summary.confidence.now),
    (FigureKind.ON_TRACK, lambda summary: _of_status(summary, Status.ON_TRACK)),
    (FigureKind.OFF_TRACK, lambda summary: _of_status(summary, Status.OFF_TRACK)),
    (FigureKind.PERCENT, _percent),
    (FigureKind.OBSTACLES, lambda summary: len(summary.groups)),
    (FigureKind.OUTSIDE, _outside),
    (FigureKind.WINS, lambda summary: len(summary.wins)),
    (FigureKind.THANKS, lambda summary: len(summary.thanks.shared)),
)
