"""What a blocker is about: a few themes by the words people use, in English and Welsh."""

from enum import StrEnum


class Theme(StrEnum):
    """A kind of obstacle; the order is that of precedence where several fit."""

    SYSTEMS = "systems"
    STAFFING = "staffing"
    DECISIONS = "decisions"
    SUPPLIERS = "suppliers"
    MONEY = "money"
    DEMAND = "demand"
    DATA = "data"
    PREMISES = "premises"
    OTHER = "other"


_STEMS: dict[Theme, tuple[str, ...]] = {
    Theme.SYSTEMS: (
        "system",
        "software",
        "laptop",
        "login",
        "log in",
        "portal",
        "migration",
        "upgrade",
        "server",
        "network",
        " it ",
        "crm",
        "outage",
        "meddalwedd",
        "cyfrifiadur",
    ),
    Theme.STAFFING: (
        "vacan",
        "recruit",
        "short-staffed",
        "short staffed",
        "understaffed",
        "sick",
        "off ill",
        "maternity",
        "cover",
        "new starter",
        "agency",
        "rota",
        "capacity",
        "leave",
        "swyddi gwag",
        "salwch",
        "recriwtio",
    ),
    Theme.DECISIONS: (
        "sign-off",
        "sign off",
        "signoff",
        "approv",
        "legal",
        "decision",
        "committee",
        "cabinet",
        "consult",
        "procurement",
        "cymeradwy",
        "penderfyniad",
    ),
    Theme.SUPPLIERS: ("contractor", "supplier", "vendor", "delivery", "parts", "partner agency", "contractwr"),
    Theme.MONEY: ("budget", "funding", "grant", "cost", "money", "cyllideb", "cyllid", "arian"),
    Theme.DEMAND: (
        "backlog",
        "volume",
        "demand",
        "caseload",
        "more calls",
        "more cases",
        "peak",
        "busy",
        "workload",
        "galw",
        "llwyth gwaith",
        "prysur",
    ),
    Theme.DATA: ("data", "figures", "spreadsheet", "report", "records", "ffigurau"),
    Theme.PREMISES: ("weather", "storm", "flood", "building", "depot", "vehicle", "site", "tywydd", "adeilad"),
}

_WAITING = ("waiting for", "waiting on", "aros am")
"""Waiting is for a decision where nothing else says what for: a supplier's parts are the supplier's matter."""


def theme_of(text: str) -> Theme:
    """The first theme whose words the text uses; waiting for something else is for a decision; else `OTHER`."""
    padded = f" {text.casefold()} ".replace(".", " ").replace(",", " ")
    for theme, stems in _STEMS.items():
        # A plain loop takes a third of the time of `any`, and this is asked of every obstacle of a year.
        for stem in stems:
            if stem in padded:
                return theme
    return Theme.DECISIONS if any(stem in padded for stem in _WAITING) else Theme.OTHER
