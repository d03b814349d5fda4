"""Objectives that someone looks for to put into a message, which others then read who may see less than they."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from core.cards.shared_objective import of_own, of_report
from core.chat.effect import Found, OfferCards
from core.permissions import Permission, may
from core.services.find_objective import standing_of
from core.turn import Turn

MOST_OFFERED = 15

_ALIKE = 75
"""How alike (0 to 100) what is typed and a title must be."""


async def search_objectives(turn: Turn, typed: str) -> OfferCards:
    """The person's own objectives by what is typed, then their direct reports'; all for no words.

    A card of an own objective says its figures. One of a report's says its title and nothing else, not even whose
    it is: that and the figures are between the report and their line manager.
    """
    mine = await standing_of(turn, turn.person)
    own = [(each.title, Found(of_own(turn.words, each))) for each in mine]
    reports = [
        each
        for each in await turn.store.people.reports_of(turn.person.id)
        if may(turn.person, Permission.SEE_OBJECTIVES, each)
    ]
    standing = await turn.store.objectives.standing_for([each.id for each in reports]) if reports else {}
    # One that is shared with the person is theirs already.
    seen = {each.id for each in mine}
    theirs = [
        (f"{objective.title} {person.name}", Found(of_report(turn.words, objective), person.name))
        for person in reports
        for objective in standing.get(person.id, [])
        if objective.id not in seen
    ]
    return OfferCards(tuple(_fitting([*own, *theirs], typed)[:MOST_OFFERED]))


def _fitting(named: Sequence[tuple[str, Found]], typed: str) -> list[Found]:
    wanted = " ".join(typed.casefold().split())
    if not wanted:
        return [found for _, found in named]
    names = [name.casefold() for name, _ in named]
    near = process.extract(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=None)
    return [named[index][1] for _name, _score, index in near]
