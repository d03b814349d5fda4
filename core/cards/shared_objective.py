"""An objective as it is put into a message for others to read."""

from core.cards.objectives import progress_bar
from core.chat.card import Card
from core.model.objective import Objective
from core.texts.texts import Words


def of_own(words: Words, objective: Objective) -> Card:
    """One's own: what it is measured by, and how far it is."""
    return Card(objective.title, (progress_bar(words, objective, objective.latest),), words.language)


def of_report(words: Words, objective: Objective) -> Card:
    """A report's: its title alone."""
    return Card(objective.title, (), words.language)
