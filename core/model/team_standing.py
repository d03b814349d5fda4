"""Where a team stands among the organisation's others, told so that no other team's figure can be worked out.

Told is a quarter and nothing finer, only among five teams or more of five people or more each, the same number as
for every answer without a name (`core.model.anonymity`). No team is named, and no other team's figure shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from core.model.anonymity import FEWEST
from core.statistics.xmr import Better

FEWEST_TEAMS = 5
"""Of fewer, a quarter is a team."""

CLOSE = 0.05
"""Teams that all lie within this share of the scale hardly differ, whichever comes first."""


class Quarter(Enum):
    """A quarter of the teams, by what is good."""

    BEST = auto()
    UPPER = auto()
    LOWER = auto()
    LAST = auto()


class NoStanding(Enum):
    """Why there is no standing; each has its sentence."""

    SMALL_TEAM = auto()
    FEW_TEAMS = auto()
    NO_FIGURE = auto()


@dataclass(frozen=True, slots=True)
class TeamFigure:
    """A team's figure over a while, and how many people it rests on."""

    value: float | None
    people: int


@dataclass(frozen=True, slots=True)
class Standing:
    """In which quarter of `teams` teams (itself among them) a team is; `is_close` where all hardly differ."""

    quarter: Quarter
    teams: int
    is_close: bool


def standing_among(
    team_id: str, figures: Mapping[str, TeamFigure], better: Better, span: float
) -> Standing | NoStanding:
    """Where the team stands among those large enough. `span` is how long the measure's scale is."""
    own = figures.get(team_id)
    if own is None or own.value is None:
        return NoStanding.NO_FIGURE
    if own.people < FEWEST:
        return NoStanding.SMALL_TEAM
    values = [each.value for each in figures.values() if each.value is not None and each.people >= FEWEST]
    if len(values) < FEWEST_TEAMS:
        return NoStanding.FEW_TEAMS
    sign = -1 if better is Better.LOWER else 1
    ahead = sum(sign * each > sign * own.value for each in values)
    level = sum(each == own.value for each in values)
    # Those who are level share the middle of their places, so that it does not matter which is counted first.
    place = (ahead + level / 2) / len(values)
    quarter = (Quarter.BEST, Quarter.UPPER, Quarter.LOWER, Quarter.LAST)[min(3, int(place * 4))]
    return Standing(quarter, len(values), max(values) - min(values) <= span * CLOSE)
