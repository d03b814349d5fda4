"""Find the direct report that a line manager mentions or names."""

from rapidfuzz import fuzz, process

from core.model.person import Person
from core.services.stand_in import reports_seen_by
from core.turn import Turn

SURE_OF_NAME = 80
"""How alike (0 to 100) a typed name and a report's must be."""


async def named_report(turn: Turn, name: str) -> list[Person]:
    """The report meant, or those it might be; nobody outside the team is ever among them."""
    reports = await reports_seen_by(turn.store, turn.person)
    if turn.mentions:
        user = turn.mentions[0].user
        person = await turn.store.people.by_account(turn.origin.platform, turn.origin.workspace, user)
        return [each for each in reports if person and each.id == person.id]
    wanted = name.strip().removeprefix("@").casefold()
    exact = [each for each in reports if wanted in (each.name.casefold(), each.email, each.first_name.casefold())]
    if exact or not wanted:
        return exact
    names = [each.name.casefold() for each in reports]
    alike = process.extract(wanted, names, scorer=fuzz.WRatio, score_cutoff=SURE_OF_NAME, limit=3)
    return [reports[index] for _name, _score, index in alike]
