"""The SMART meter as people see it: a line of five letters, and one suggestion for each that is open."""

from core.chat.card import Fact, Facts, Paragraph, Part, Tone
from core.model.objective import Objective
from core.smart.achievable import Beyond
from core.smart.ideas import idea_for
from core.smart.meter import Gap, Letter, Meter
from core.texts import formats
from core.texts.texts import Words

MET = "✓"
OPEN = "○"


def meter_line(words: Words, meter: Meter) -> Part:
    """`SMART: ✓ Specific · ○ Measurable · ...`"""
    shown = " · ".join(
        f"{OPEN if gap else MET} {words(f'smart-{letter.lower()}')}" for letter, gap in meter.gaps.items()
    )
    return Paragraph(shown, Tone.SUBTLE)


def meter_parts(words: Words, meter: Meter, objective: Objective) -> tuple[Part, ...]:
    """The line, and for each open letter what would close it."""
    facts = tuple(
        Fact(words(f"smart-{letter.lower()}"), _suggestion(words, letter, gap, meter, objective))
        for letter, gap in meter.gaps.items()
        if gap is not None
    )
    return (meter_line(words, meter), Facts(facts)) if facts else (meter_line(words, meter),)


def _suggestion(words: Words, letter: Letter, gap: Gap, meter: Meter, objective: Objective) -> str:
    if gap is Gap.NO_MEASURE and (idea := idea_for(objective.title)):
        return words("smart-gap-no-measure-idea", idea=words(f"measure-idea-{idea.key}"))
    if letter is Letter.ACHIEVABLE and meter.beyond is not None:
        return words(f"smart-gap-{gap.value}", **_figures(words, meter.beyond, objective))
    return words(f"smart-gap-{gap.value}")


def _figures(words: Words, beyond: Beyond, objective: Objective) -> dict[str, str]:
    reached = beyond.best if beyond.best is not None else beyond.baseline
    figures = {"target": objective.target, "reached": reached}
    return {
        name: formats.quantity(value, objective.unit, words.language)
        for name, value in figures.items()
        if value is not None
    }


def idea_part(words: Words, title: str) -> Part | None:
    """A measure to suggest for what the title speaks of; None where none comes to mind."""
    idea = idea_for(title)
    if idea is None:
        return None
    return Paragraph(words("smart-idea", idea=words(f"measure-idea-{idea.key}")), Tone.SUBTLE)
