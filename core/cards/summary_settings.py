"""How a team's summary is set: when it comes, who gets it, and what the channel shows of it."""

from datetime import date, timedelta

from core.chat.card import Card, Paragraph, Part, Tone
from core.model.person import Team
from core.model.summary_settings import Section, SummarySettings
from core.texts import formats
from core.texts.texts import Words

_A_MONDAY = date(2024, 1, 1)


def settings_card(words: Words, team: Team, settings: SummarySettings) -> Card:
    """All of the settings as they are, with how to change them."""
    day = formats.weekday_in_full(_A_MONDAY + timedelta(days=team.summary_weekday - 1), words.language)
    at = formats.time_of_day(team.summary_time, words.language)
    parts: list[Part] = [
        Paragraph(words("team-set-now", every=settings.every.value, weekday=day, time=at)),
        Paragraph(words(f"team-set-to-{settings.sent_to.value}")),
    ]
    if team.channel is None and settings.goes_to_channel:
        parts.append(Paragraph(words("team-set-no-channel"), Tone.WARNING))
    if settings.goes_to_channel:
        parts.append(Paragraph(_shown(words, settings)))
    return Card(
        words("team-set-title"),
        (*parts, Paragraph(words("team-set-how"), Tone.SUBTLE)),
        words.language,
    )


def _shown(words: Words, settings: SummarySettings) -> str:
    shown = [words(f"section-{each.value}") for each in Section if settings.shows(each)]
    if not settings.hidden:
        return words("team-set-shows-all")
    if not shown:
        return words("team-set-shows-nothing")
    return words("team-set-shows", sections=formats.both(shown, words.language))
