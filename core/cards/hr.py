"""What HR can do, and the answer to those who are not HR."""

from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part
from core.model.person import Person
from core.texts.texts import words_for

_DAILY = "broadcast.start"

_GROUPS = (
    (
        "hr-group-training",
        (
            ("broadcast.start", "hr-broadcast", ""),
            ("broadcast.list", "hr-broadcasts", ""),
            ("compliance.show", "compliance-title", ""),
            ("benchmarks.teams", "benchmarks-title", ""),
            ("hr.courses", "courses-title", ""),
            ("hr.skills", "role-skills-title", ""),
        ),
    ),
    (
        "hr-group-listening",
        (
            ("questions.show", "hr-questions", "hr"),
            ("hr.wellbeing", "hr-wellbeing", ""),
            ("hr.pulse", "pulse-organisation-title", ""),
            ("hr.360", "round-list-title", ""),
            ("hr.reviews", "review-hr-title", ""),
            ("hr.service", "service-import", ""),
        ),
    ),
    (
        "hr-group-organisation",
        (
            ("organisation.show", "organisation-button", ""),
            ("hr.priorities", "hr-priorities", ""),
            ("hr.alignment", "hr-alignment", ""),
            ("hr.values", "keep-values-title", ""),
            ("hr.import", "import-title", ""),
            ("hr.export", "export-title", ""),
            ("set_up.show", "set-up-title", ""),
            ("messages.show", "hr-messages", ""),
            ("hr.limit", "hr-limit", ""),
            ("hr.downtime", "hr-downtime", ""),
            ("hr.privacy", "hr-privacy", ""),
        ),
    ),
)
"""What HR can do, each as an action's name, its text's key and its value: what is done daily comes first."""


def menu(reader: Person) -> Card:
    """What HR can do here."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("hr-intro"))]
    for heading, entries in _GROUPS:
        parts.append(Heading(words(heading)))
        parts.append(
            Actions(
                tuple(
                    Action(name, words(key), value, ActionStyle.PRIMARY if name == _DAILY else ActionStyle.DEFAULT)
                    for name, key, value in entries
                )
            )
        )
    return Card(words("hr-title"), tuple(parts), words.language)


def refusal(reader: Person, contact: str) -> Card:
    """The same words for everything that is HR's."""
    words = words_for(reader.language)
    text = words("hr-refused", contact=contact)
    actions = Actions((Action("objectives.tree", words("alignment-own-title")),))
    return Card(words("hr-refused-title"), (Paragraph(text), actions), words.language)
