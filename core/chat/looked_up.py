"""The value of a choice that is looked up: an id and, after a bar, the label it was chosen by.

The label shows the choice again without its being looked up. Only the id is ever believed, and whoever acts on it
asks what the person may do with it.
"""

LABEL_CHARACTERS = 75
"""Slack: an option's label; its value, 150, holds an id and as much of it again."""

_BETWEEN = "|"


def value_of(id_: str, label: str) -> str:
    """The value of the choice of something with this id."""
    return f"{id_}{_BETWEEN}{label[:LABEL_CHARACTERS]}"


def id_in(value: str) -> str:
    """The id within a choice's value; what was typed instead of chosen has none."""
    id_, between, _ = value.partition(_BETWEEN)
    return id_ if between else ""


def label_in(value: str) -> str:
    """What a choice's value is shown as."""
    return value.partition(_BETWEEN)[2] or value
