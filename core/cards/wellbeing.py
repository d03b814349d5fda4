"""How work has felt, week by week, for HR."""

from collections.abc import Sequence

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, Card, Paragraph, Part, Table, Tone
from core.model.person import Person
from core.model.questions import WELLBEING
from core.model.wellbeing import LEAST_PEOPLE, WeekFelt
from core.texts import formats
from core.texts.texts import Words, words_for


def felt(reader: Person, weeks: Sequence[WeekFelt], *, is_on: bool) -> Card:
    """The weeks with the newest first; one with too few answers says so and nothing else."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("wellbeing-intro", least=LEAST_PEOPLE))]
    if weeks:
        header = (words("wellbeing-week"), words("wellbeing-people"), words("wellbeing-average"))
        parts.append(Table(header, tuple(_row(words, week) for week in weeks)))
    else:
        parts.append(Paragraph(words("wellbeing-nothing"), Tone.SUBTLE))
    if not is_on:
        value = SEPARATOR.join(("hr", WELLBEING))
        parts.append(Actions((Action("questions.add_bank", words("wellbeing-turn-on"), value),)))
    return Card(words("wellbeing-title"), tuple(parts), words.language)


def _row(words: Words, week: WeekFelt) -> tuple[str, ...]:
    day = formats.day(week.period, words.language)
    if week.average is None:
        return (day, words("wellbeing-too-few", least=LEAST_PEOPLE), "–")
    return (day, str(week.people), formats.number(round(week.average, 1), words.language))
