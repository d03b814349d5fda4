"""What a summary leads with, in sentences: the figure, why it is worth attention, and what to do about it."""

from collections.abc import Sequence
from itertools import groupby

from core.chat.card import Heading, Paragraph, Part, Tone
from core.model.attention import Attention, Reason, attention, attention_in_channel
from core.model.person import Person
from core.model.summary import ObjectiveWeek, ObstacleGroup, TeamSummary
from core.texts import formats
from core.texts.texts import Words

NAMES_SHOWN = 4
TITLES_SHOWN = 3
LONGEST_QUOTE = 140


def attention_parts(words: Words, summary: TeamSummary, *, named: bool) -> list[Part]:
    """The things worth attention, the weightiest first; or, truthfully, that there is none, or no answer yet."""
    if not summary.is_heard:
        return [Heading(words("attention-title")), Paragraph(words("attention-silence"))]
    items = attention(summary) if named else attention_in_channel(summary)
    parts: list[Part] = [Heading(words("attention-title"))]
    if not items:
        parts.append(Paragraph(words("attention-none" if named else "attention-none-shared")))
    for run in alike(items):
        parts += [Paragraph(f"{sentence(words, item, summary, named=named)}.") for item in run]
        parts.append(Paragraph(to_do(words, run[0], len(run)), Tone.SUBTLE))
    return parts


def alike(items: Sequence[Attention]) -> list[list[Attention]]:
    """Items that follow one another and ask for the same, so that it is said once."""
    return [list(run) for _, run in groupby(items, key=_asks_for)]


def sentence(words: Words, item: Attention, summary: TeamSummary, *, named: bool) -> str:
    """`3 people met the same obstacle (IT and systems): “...”`; with `named` for who may read names and words."""
    people = len(item.people)
    match item.reason:
        case Reason.OBSTACLE if item.group is not None:
            return _obstacle(words, item.group, named)
        case Reason.HELP:
            return words("attention-help", people=people, text=shortened(item.evidence[0].text))
        case Reason.OFF_TRACK if named:
            facts = {"objectives": _count(item.objectives), "weeks": item.count, "others": _yes(item.are_others)}
            return words("attention-off-track", titles=_titles(words, item.objectives), **facts)
        case Reason.OFF_TRACK:
            others = _yes(item.are_others)
            return words("attention-off-track-channel", objectives=_count(item.objectives), others=others)
        case Reason.SLIPPING if named:
            return words("attention-slipping", objectives=item.count, titles=_titles(words, item.objectives))
        case Reason.SLIPPING:
            return words("attention-slipping-channel", objectives=item.count)
        case Reason.CONFIDENCE:
            now, before = summary.confidence.now or 0.0, summary.confidence.before or 0.0
            return words("attention-confidence", now=_mean(words, now), before=_mean(words, before), people=people)
        case Reason.TRAINING:
            return words("attention-training", courses=item.count, names=names(words, item.people))
        case Reason.ACTIONS:
            return words("attention-actions", actions=item.count, text=shortened(item.evidence[0].about))
        case _:
            return _participation(words, summary)


def to_do(words: Words, item: Attention, items: int = 1) -> str:
    """What to do about it, or about as many `items` of the kind."""
    return words(f"attention-do-{_asks_for(item)}", items=items)


def _asks_for(item: Attention) -> str:
    return item.group.remover.value if item.group is not None else item.reason.value


def _obstacle(words: Words, group: ObstacleGroup, named: bool) -> str:
    theme = words(f"theme-{group.theme.value}")
    said = words("attention-obstacle", people=len(group.people), theme=theme)
    if named:
        said = words("attention-obstacle-named", said=said, text=shortened(group.text))
    if group.weeks > 1:
        said = words("attention-obstacle-weeks", said=said, weeks=group.weeks)
    return said


def _participation(words: Words, summary: TeamSummary) -> str:
    rate, usual = summary.completion.rate or 0.0, summary.usual_rate or 0.0
    return words(
        "attention-participation",
        answered=summary.completion.answered,
        due=summary.completion.due,
        rate=formats.percent(rate, words.language),
        usual=formats.percent(usual, words.language),
    )


def names(words: Words, people: Sequence[Person], most: int = NAMES_SHOWN) -> str:
    """`Amira Hassan, Callum Reid and 2 more`."""
    said = [each.name for each in people[:most]]
    if len(people) > most:
        said.append(words("attention-more", count=len(people) - most))
    return formats.both(said, words.language)


def _titles(words: Words, weeks: Sequence[ObjectiveWeek]) -> str:
    found = list(dict.fromkeys(week.objective.title for week in weeks))
    said = [f"“{title}”" for title in found[:TITLES_SHOWN]]
    if len(found) > TITLES_SHOWN:
        said.append(words("attention-more", count=len(found) - TITLES_SHOWN))
    return formats.both(said, words.language)


def _count(weeks: Sequence[ObjectiveWeek]) -> int:
    return len({week.objective.id for week in weeks})


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _mean(words: Words, value: float) -> str:
    return formats.number(round(value, 1), words.language)


def shortened(text: str) -> str:
    """A text within a sentence: its first line, cut at a word where it is long, without a stop at its end."""
    line = " ".join(text.split())
    if len(line) > LONGEST_QUOTE:
        line = line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    return line.rstrip(" .")
