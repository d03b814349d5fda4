"""Reads the five letters off a draft: each is met, or there is one gap to close first.

The rules with examples of the sector are in `docs/smart.md`; every row there is a test.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.model.measure import Direction
from core.smart.achievable import Beyond, beyond_reach
from core.smart.draft import Draft, Past
from core.smart.wording import is_vague, names_whom

LONGEST = timedelta(days=550)
"""A date further off than a year and a half is out of sight: no review falls due before people have moved on."""

LEAST_MILESTONES = 2


class Letter(StrEnum):
    """The five questions."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ACHIEVABLE = "A"
    RELEVANT = "R"
    TIME_BOUND = "T"


class Gap(StrEnum):
    """What is missing of a letter; the text `smart-gap-<gap>` is the suggestion."""

    VAGUE = "vague"
    NOBODY = "nobody"
    NO_MEASURE = "no-measure"
    NO_TARGET = "no-target"
    NO_LIMITS = "no-limits"
    FEW_MILESTONES = "few-milestones"
    NO_BASELINE = "no-baseline"
    BEYOND_PAST = "beyond-past"
    BEYOND_BASELINE = "beyond-baseline"
    PERFECTION = "perfection"
    NO_AIM = "no-aim"
    NO_DATE = "no-date"
    FAR_DATE = "far-date"


@dataclass(frozen=True, slots=True)
class Meter:
    """Each letter with the gap that keeps it from being met, None where it is; `beyond` explains A's."""

    gaps: Mapping[Letter, Gap | None]
    beyond: Beyond | None = None

    @property
    def is_full(self) -> bool:
        """Whether all five letters are met."""
        return not any(self.gaps.values())

    @property
    def met(self) -> str:
        """The letters that are met: `SMT`."""
        return "".join(letter for letter, gap in self.gaps.items() if gap is None)


def read_meter(draft: Draft, past: Iterable[Past], today: date) -> Meter:
    """The meter of a draft; `past` is what the team achieved before, `today` local to the owner."""
    beyond = beyond_reach(draft.measure, past)
    return Meter(
        {
            Letter.SPECIFIC: _specific(draft),
            Letter.MEASURABLE: _measurable(draft),
            Letter.ACHIEVABLE: _achievable(draft, beyond),
            Letter.RELEVANT: None if draft.serves or draft.no_aim_reason else Gap.NO_AIM,
            Letter.TIME_BOUND: _time_bound(draft, today),
        },
        beyond,
    )


def _specific(draft: Draft) -> Gap | None:
    if is_vague(draft.title):
        return Gap.VAGUE
    return None if draft.for_whom or names_whom(draft.title) else Gap.NOBODY


def _measurable(draft: Draft) -> Gap | None:
    measure = draft.measure
    if measure.direction is Direction.MILESTONES:
        return None if len(draft.milestones) >= LEAST_MILESTONES else Gap.FEW_MILESTONES
    if not measure.name.strip():
        return Gap.NO_MEASURE
    match measure.direction:
        case Direction.YES_NO:
            return None
        case Direction.WITHIN:
            return Gap.NO_LIMITS if measure.target is None and measure.floor is None else None
    return Gap.NO_TARGET if measure.target is None else None


def _achievable(draft: Draft, beyond: Beyond | None) -> Gap | None:
    measure = draft.measure
    if measure.direction not in (Direction.UP, Direction.DOWN):
        return None
    if beyond is not None:
        if beyond.is_perfection:
            return Gap.PERFECTION
        return Gap.BEYOND_BASELINE if beyond.best is None else Gap.BEYOND_PAST
    return Gap.NO_BASELINE if measure.baseline is None else None


def _time_bound(draft: Draft, today: date) -> Gap | None:
    if draft.due_on is None:
        return Gap.NO_DATE
    return Gap.FAR_DATE if draft.due_on > today + LONGEST else None
