"""What is known about the data that is kept: its nature, whose it is, why it may be kept, and what ends it."""

from enum import StrEnum


class Nature(StrEnum):
    """What a column says, and of whom."""

    IDENTITY = "identity"
    CONTACT = "contact"
    WORK = "work record"
    OPINION_BY = "opinion by the person"
    OPINION_ABOUT = "opinion about the person"
    SPECIAL = "wellbeing or absence (treated as special category)"
    CONTENT = "message or draft (may hold any of these)"
    REFERENCE = "pseudonymous reference"
    ORGANISATION = "about the organisation"
    FIGURE = "anonymous figure"
    TECHNICAL = "technical"


PERSONAL = frozenset(
    {
        Nature.IDENTITY,
        Nature.CONTACT,
        Nature.WORK,
        Nature.OPINION_BY,
        Nature.OPINION_ABOUT,
        Nature.SPECIAL,
        Nature.CONTENT,
    }
)
"""What is told to the person whose it is."""


class Basis(StrEnum):
    """The lawful basis, UK GDPR Article 6(1) (and 9(2), 10 where the DPIA says so)."""

    PUBLIC_TASK = "public task, Article 6(1)(e)"
    CONTRACT = "contract of employment, Article 6(1)(b)"
    LEGAL_OBLIGATION = "legal obligation, Article 6(1)(c)"
    NOT_PERSONAL = "no personal data"


class Fate(StrEnum):
    """What becomes of a row when the person is erased whom one of its columns names."""

    ERASED = "row erased"
    UNNAMED = "row kept, nobody is named in it any longer"
    CLEARED = "reference taken out"
    EMPTIED = "row kept, emptied of what says who it was"
