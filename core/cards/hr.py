"""What HR can do, and the answer to those who are not HR."""

from core.chat.card import Action, Actions, ActionStyle, Card, Paragraph
from core.model.person import Person
from core.texts.texts import words_for


def menu(reader: Person) -> Card:
    """What HR can do here."""
    words = words_for(reader.language)
    actions = (
        Action("hr.priorities", words("hr-priorities"), style=ActionStyle.PRIMARY),
        Action("broadcast.start", words("hr-broadcast")),
        Action("broadcast.list", words("hr-broadcasts")),
        Action("hr.alignment", words("hr-alignment")),
        Action("hr.pulse", words("pulse-organisation-title")),
        Action("questions.show", words("hr-questions"), "hr"),
        Action("hr.wellbeing", words("hr-wellbeing")),
        Action("hr.360", words("round-list-title")),
        Action("hr.values", words("keep-values-title")),
        Action("hr.courses", words("courses-title")),
        Action("hr.service", words("service-import")),
        Action("hr.export", words("export-title")),
        Action("set_up.show", words("set-up-title")),
    )
    return Card(words("hr-title"), (Paragraph(words("hr-intro")), Actions(actions)), words.language)


def refusal(reader: Person, contact: str) -> Card:
    """The same words for everything that is HR's."""
    words = words_for(reader.language)
    text = words("hr-refused", contact=contact)
    actions = Actions((Action("objectives.tree", words("alignment-own-title")),))
    return Card(words("hr-refused-title"), (Paragraph(text), actions), words.language)
