"""A team is told its quarter, and nothing from which another's figure can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.team_standing import (
    FEWEST_TEAMS,
    NoStanding,
    Quarter,
    Standing,
    TeamFigure,
    standing_among,
)
from core.statistics.xmr import Better

figures = st.builds(TeamFigure, st.none() | st.integers(0, 20).map(lambda each: each * 5.0), st.integers(0, 12))
teams = st.dictionaries(st.sampled_from([f"team {number}" for number in range(12)]), figures)


def among(own, *others, better=Better.HIGHER, people=5):
    every = {"own": own} | {f"other {number}": each for number, each in enumerate(others)}
    return standing_among("own", {team: TeamFigure(value, people) for team, value in every.items()}, better, 100)


def test_quarters_are_by_what_is_good():
    rest = [10.0 * each for each in range(1, 8)]
    assert among(90.0, *rest) == Standing(Quarter.BEST, 8, is_close=False)
    assert among(5.0, *rest) == Standing(Quarter.LAST, 8, is_close=False)
    assert among(5.0, *rest, better=Better.LOWER) == Standing(Quarter.BEST, 8, is_close=False)
    assert among(55.0, *rest) == Standing(Quarter.UPPER, 8, is_close=False)
    assert among(35.0, *rest) == Standing(Quarter.LOWER, 8, is_close=False)


def test_teams_that_hardly_differ_are_told_as_close():
    assert among(51.0, 50.0, 52.0, 53.0, 54.0).is_close
    assert not among(51.0, 50.0, 52.0, 53.0, 56.0).is_close


def test_few_teams_or_people_have_no_standing():
    assert among(90.0, 10.0, 20.0, 30.0) is NoStanding.FEW_TEAMS
    assert among(90.0, 10.0, 20.0, 30.0, 40.0, people=4) is NoStanding.SMALL_TEAM
    assert among(None, 10.0, 20.0, 30.0, 40.0) is NoStanding.NO_FIGURE
    assert standing_among("own", {}, Better.HIGHER, 100) is NoStanding.NO_FIGURE


@given(teams, st.sampled_from(Better), st.randoms())
def test_what_is_told_is_of_five_teams_of_five_and_says_nothing_of_their_order_or_names(every, better, chance):
    for team_id in every:
        told = standing_among(team_id, every, better, 100)
        large = [each for each in every.values() if each.value is not None and each.people >= 5]
        if isinstance(told, Standing):
            assert every[team_id] in large and told.teams == len(large) >= FEWEST_TEAMS
        # Small teams change nothing, nor does which of the others has which figure.
        rest = [each for other, each in every.items() if other != team_id]
        chance.shuffle(rest)
        mixed = {team_id: every[team_id]} | {f"x{at}": each for at, each in enumerate(rest) if each in large}
        assert standing_among(team_id, mixed, better, 100) == told


@given(st.lists(st.integers(0, 100).map(float), min_size=FEWEST_TEAMS, max_size=30, unique=True))
def test_no_quarter_holds_more_than_its_share(values):
    every = {str(at): TeamFigure(value, 5) for at, value in enumerate(values)}
    told = [standing_among(team, every, Better.HIGHER, 100) for team in every]
    for quarter in Quarter:
        held = sum(isinstance(each, Standing) and each.quarter is quarter for each in told)
        assert held <= -(-len(values) // 4)
