"""What a team's lead and HR ask about how teams compare. Each that is called asks again who may see it."""

import re
from collections.abc import Awaitable, Callable, Sequence
from secrets import token_urlsafe

from rapidfuzz import fuzz, process

from core.cards import benchmarks as cards
from core.cards.asking import SEPARATOR, gone
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.benchmark import TeamMeasure
from core.model.person import Team
from core.permissions import Right, holds, may_see_benchmarks
from core.services.benchmarks import team_benchmarks
from core.services.refuse_hr import refuse_hr
from core.services.tell import said as told
from core.turn import Turn
from core.understanding.team_measures import measure_like, measure_meant

SURE = 85
"""How alike (0 to 100) what was said and a team's name must be to be meant."""

_OF = re.compile(r"^(?:of|for|on|about|o|ar gyfer|am)\s+", re.IGNORECASE)


async def show_own_team(turn: Turn, rest: str) -> Outcome:
    """`team benchmarks` and `team benchmark participation`, for the lead of a team; HR chooses one instead."""
    team = await turn.store.people.team_led_by(turn.person.id)
    if team is None or not may_see_benchmarks(turn.person, team):
        if holds(turn.person, Right.SEE_BENCHMARKS):
            return await hear_hr_benchmarks(turn, rest, by_menu=False)
        return reply(cards.no_team(turn.words))
    return await _show_team(turn, team, rest)


async def hear_hr_benchmarks(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr benchmarks`, and with a team's name that team; a measure may follow it."""
    if not holds(turn.person, Right.SEE_BENCHMARKS):
        return await refuse_hr(turn)
    said = _OF.sub("", rest.strip(" .?!"))
    teams = await turn.store.people.teams(turn.person.tenant_id)
    team, more = _named(said, teams)
    if team is not None:
        return await _show_team(turn, team, more)
    known = await turn.store.benchmarks.all(turn.person.tenant_id)
    return reply(cards.teams(turn.words, teams, known, said))


def _named(said: str, teams: Sequence[Team]) -> tuple[Team | None, str]:
    """The team that is named, misspelt or not, and what comes after its name."""
    wanted = said.casefold()
    for team in sorted(teams, key=lambda each: -len(each.name)):
        name = team.name.casefold()
        if wanted == name or wanted.startswith(f"{name} "):
            return team, said[len(name) :].strip()
    words = said.split()
    names = [each.name for each in teams]
    # A misspelt name, with a measure after it or none: the longest beginning that is surely a team.
    for count in range(len(words), 0, -1):
        begun = " ".join(words[:count])
        near = process.extractOne(begun, names, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=SURE)
        if near is not None:
            return teams[near[2]], " ".join(words[count:])
    return None, ""


async def _show_team(turn: Turn, team: Team, said: str) -> Outcome:
    said = _OF.sub("", said.strip(" .?!"))
    if not said:
        return await _show(turn, team, None)
    measure = measure_meant(said)
    if measure is None:
        return reply(cards.unknown_measure(turn.words, said, team, measure_like(said)))
    return await _show(turn, team, measure)


async def _show(turn: Turn, team: Team, measure: TeamMeasure | None) -> Outcome:
    found = await team_benchmarks(turn.store, turn.person, team, turn.today)
    chart_id = token_urlsafe(24)
    if measure is None:
        return _sent(turn, cards.overview(turn.words, found, chart_id))
    return _sent(turn, cards.one_measure(turn.words, found, measure, chart_id))


def _sent(turn: Turn, card: Card) -> Outcome:
    """By the outbox, for its picture is drawn on the way."""
    return told(turn, card, "benchmarks")


async def _tapped(turn: Turn, value: str) -> Outcome:
    """A button: a team's id, and a measure or none."""
    team_id, _, called = value.partition(SEPARATOR)
    team = await turn.store.people.team(team_id)
    if team is None or not may_see_benchmarks(turn.person, team):
        return reply(gone(turn.words))
    measure = next((each for each in TeamMeasure if each.value == called), None)
    return await _show(turn, team, measure)


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "benchmarks.show": _tapped,
    "benchmarks.teams": lambda turn, _: hear_hr_benchmarks(turn, "", by_menu=False),
}
"""What each button about these does, by the action's name."""
