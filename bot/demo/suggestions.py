"""Good people to start the demo as: one of each kind."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A person worth being first, and why: the text `demo-suggest-<reason>` says it."""

    email: str
    reason: str


_SUGGESTED = (
    Suggestion("amira.hassan@ashcombevale.example", "staff"),
    Suggestion("marcus.bell@ashcombevale.example", "manager"),
    Suggestion("beth.langley@ashcombevale.example", "hr"),
    Suggestion("rosalind.carter@ashcombevale.example", "director"),
    Suggestion("patrick.flynn@ashcombevale.example", "interim"),
    Suggestion("carys.evans@ashcombevale.example", "welsh"),
)

EXPECTING = frozenset({"amira.hassan@ashcombevale.example", "carys.evans@ashcombevale.example"})
"""Those whose last check-in is left for whoever plays them to answer."""


def suggestions(emails: Collection[str]) -> tuple[Suggestion, ...]:
    """Those who are there, in a good order."""
    return tuple(each for each in _SUGGESTED if each.email in emails)
