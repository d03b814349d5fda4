"""Who can remove an obstacle: the person, their line manager, another team, or nobody within the organisation."""

import re
from enum import StrEnum

from core.understanding.themes import Theme


class Remover(StrEnum):
    """Whose it is to remove an obstacle, the nearest first."""

    PERSON = "person"
    MANAGER = "manager"
    ANOTHER_TEAM = "another-team"
    OUTSIDE = "outside"


_BY_WORDS: tuple[tuple[Remover, re.Pattern[str]], ...] = (
    (
        Remover.OUTSIDE,
        re.compile(
            r"\b(?:suppliers?|contractors?|vendors?|manufacturers?|weather|storms?|floods?|snow|government|ministry"
            r"|national|county|regulators?|ofsted|cqc|ombudsman|courts?|police|landlords?|unions?|strikes?|market"
            r"|tywydd|storm|llywodraeth|cyflenwyr|cyflenwr|contractwyr?)\b"
        ),
    ),
    (
        Remover.ANOTHER_TEAM,
        re.compile(
            r"\b(?:it(?= (?:access|support|team|desk|helpdesk|department))|ict|digital|helpdesk|service desk|legal"
            r"|procurement|finance|payroll|hr|human resources|highways|planning (?:team|department)|estates"
            r"|facilities|communications?|comms|(?:an)?other team|other (?:team|service|department)s?"
            r"|log-?ins?|portal|network|servers?|phone system|system|software|cyfreithiol|caffael|cyllid"
            r"|adnoddau dynol|tîm arall)\b|\bwaiting (?:for|on) it\b|\bit (?:access|support)\b"
        ),
    ),
    (
        Remover.MANAGER,
        re.compile(
            r"\b(?:vacanc\w+|recruit\w*|cover|rota|short[- ]staffed|understaffed|off (?:ill|sick)|capacity"
            r"|workload|budget|overtime|priorit\w+|sign[- ]?off|approv\w+|decision|backlog|agency|swyddi gwag"
            r"|salwch|cyllideb|cymeradwy\w+|penderfyniad)\b"
        ),
    ),
    (
        Remover.PERSON,
        re.compile(
            r"\b(?:my own|i am still learning|i'm still learning|i forgot|i need to|fy hun|rwy'n dal i ddysgu)\b"
        ),
    ),
)

_BY_THEME = {
    Theme.SYSTEMS: Remover.ANOTHER_TEAM,
    Theme.STAFFING: Remover.MANAGER,
    Theme.DECISIONS: Remover.MANAGER,
    Theme.SUPPLIERS: Remover.OUTSIDE,
    Theme.MONEY: Remover.MANAGER,
    Theme.DEMAND: Remover.MANAGER,
    Theme.DATA: Remover.ANOTHER_TEAM,
    Theme.PREMISES: Remover.ANOTHER_TEAM,
    Theme.OTHER: Remover.PERSON,
}
"""Where no word tells."""

_OWN = _BY_WORDS[-1][1]


def remover_of(text: str, theme: Theme, outside_control: bool | None) -> Remover:
    """Who can remove what `text` tells of; what its writer said of their control (None: nothing) counts too.

    Someone who says that it was in their hands is never told that it lies outside, and the other way round.
    """
    said = text.casefold().replace("’", "'")
    if outside_control is not True and _OWN.search(said):
        return Remover.PERSON
    found = next((who for who, words in _BY_WORDS if words.search(said)), _BY_THEME[theme])
    if outside_control is False and found is Remover.OUTSIDE:
        return Remover.MANAGER
    if outside_control is True and found is Remover.PERSON:
        return Remover.OUTSIDE
    return found
