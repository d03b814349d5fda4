"""What is set, beside whether it is well-formed."""

from collections.abc import Iterator

from bot.doctor.check import Check, right, wrong
from bot.settings import PREFIX, Settings
from bot.settings_reference import unknown_variables


def variables() -> Iterator[Check]:
    """Variables that begin as ours do and are no setting, which are misspelt or of another release."""
    for name, meant in unknown_variables().items():
        todo = f"Did you mean {meant}?" if meant else "Remove it; docs/configuration.md has all that there are."
        yield wrong("settings", f"{name} is no setting and does nothing", todo)


def organisation(settings: Settings) -> Check:
    """Whether people are told whose Milepost it is, and whom to ask."""
    said = f"“{settings.organisation}”; people are told to ask {settings.contact}"
    if {"organisation", "contact"} <= settings.model_fields_set:
        return right("organisation", said)
    todo = f"Set {PREFIX}ORGANISATION to its name and {PREFIX}CONTACT to whom people should ask."
    return wrong("organisation", said, todo)
