"""The platforms by name, and the question which of several to write to someone on."""

from collections.abc import Sequence

from core.chat.card import Action, Actions, Card, Paragraph, Tone
from core.model.person import Person, Platform
from core.texts import formats
from core.texts.texts import Words, words_for

PLATFORM_NAMES = {
    Platform.SLACK: "Slack",
    Platform.TEAMS: "Microsoft Teams",
    Platform.WEB: "Web",
    Platform.WEBHOOK: "Webhooks",
}
"""Names that are the same in every language."""


def which_platform(person: Person, platforms: Sequence[Platform]) -> Card:
    """Asked once of someone who turns out to be on several platforms."""
    words = words_for(person.language)
    both = formats.both([PLATFORM_NAMES[each] for each in platforms], person.language)
    return Card(
        words("platform-which-title"),
        (
            Paragraph(words("platform-which", platforms=both)),
            choice(platforms),
            Paragraph(words("platform-either-works"), Tone.SUBTLE),
        ),
        words.language,
    )


def choice(platforms: Sequence[Platform]) -> Actions:
    """A button for each platform."""
    return Actions(tuple(Action("settings.platform", PLATFORM_NAMES[each], each.value) for each in platforms))


def preferred(words: Words, person: Person) -> str:
    """Where check-ins come to someone on several platforms."""
    if person.preferred_platform is None:
        return words("platform-last-used")
    return PLATFORM_NAMES[person.preferred_platform]
