"""What to offer while someone types in a choice that is looked up: colleagues, or objectives they may name."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from core.chat.card import Option
from core.chat.effect import Offer
from core.chat.event import OptionsAsked
from core.chat.looked_up import LABEL_CHARACTERS, value_of
from core.model.person import Person
from core.permissions import Permission, may
from core.services.find_objective import standing_of
from core.turn import Turn

PEOPLE = "people"
OBJECTIVES = "objectives"

MOST_OFFERED = 20
"""Few enough to be read; Slack and Teams show no more than 100 and 15 at once."""

_ALIKE = 75
"""How alike (0 to 100) a typed title and an objective's must be to be offered."""


async def suggest(turn: Turn, asked: OptionsAsked) -> Offer:
    """What fits the words typed so far; nothing for a source that does not exist."""
    if asked.source == PEOPLE:
        return Offer(await _people(turn, asked.typed))
    if asked.source == OBJECTIVES:
        return Offer(await _objectives(turn, asked.typed))
    return Offer(())


async def _people(turn: Turn, typed: str) -> tuple[Option, ...]:
    """Colleagues by name: those employed now, without the person."""
    words = typed.strip().removeprefix("@")
    found = await turn.store.people.search(turn.person.tenant_id, words, MOST_OFFERED * 2)
    fit = [each for each in found if each.id != turn.person.id and each.employed_on(turn.today)]
    return tuple(_person(each) for each in fit[:MOST_OFFERED])


def _person(person: Person) -> Option:
    # Two of the same name are told apart by what they do.
    label = f"{person.name} ({person.role})" if person.role else person.name
    return Option(value_of(person.id, person.name), label[:LABEL_CHARACTERS])


async def _objectives(turn: Turn, typed: str) -> tuple[Option, ...]:
    """The person's own objectives and those shared with them, then their direct reports'."""
    own = [Option(value_of(each.id, each.title), each.title) for each in await standing_of(turn, turn.person)]
    reports = [
        each
        for each in await turn.store.people.reports_of(turn.person.id)
        if may(turn.person, Permission.SEE_OBJECTIVE, each)
    ]
    standing = await turn.store.objectives.standing_for([each.id for each in reports]) if reports else {}
    theirs = [
        Option(value_of(objective.id, objective.title), f"{objective.title} ({person.name})")
        for person in reports
        for objective in standing.get(person.id, [])
    ]
    return tuple(_fitting([*own, *theirs], typed)[:MOST_OFFERED])


def _fitting(options: Sequence[Option], typed: str) -> list[Option]:
    """Those whose label has the words in it, or is at least like them, best first; all for no words."""
    wanted = typed.strip().casefold()
    if not wanted:
        return list(options)
    labels = [option.label.casefold() for option in options]
    near = process.extract(wanted, labels, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=None)
    return [options[index] for _label, _score, index in near]
