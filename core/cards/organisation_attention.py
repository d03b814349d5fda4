"""What the view of the organisation leads with, in sentences: the figure, why, and what to do about it."""

from collections.abc import Sequence

from core.cards import verdicts
from core.chat.card import Heading, Paragraph, Part, Tone
from core.model.organisation import Met, OrganisationView
from core.model.organisation_attention import Item, Reason, worth_attention
from core.texts import formats
from core.texts.texts import Words


def attention_parts(words: Words, view: OrganisationView) -> list[Part]:
    """The things worth attention, the weightiest first; or, truthfully, that there is none."""
    parts: list[Part] = [Heading(words("organisation-attention"))]
    items = worth_attention(view)
    if not items:
        parts.append(Paragraph(words("organisation-attention-none")))
    for run in alike(items):
        parts += [Paragraph(sentence(words, item, view)) for item in run]
        parts.append(Paragraph(to_do(words, run[0], len(run)), Tone.SUBTLE))
    return parts


def alike(items: Sequence[Item]) -> list[list[Item]]:
    """Items that ask for the same stand together, where the weightiest of them does, so that it is said once."""
    runs: dict[str, list[Item]] = {}
    for item in items:
        runs.setdefault(_asks_for(item), []).append(item)
    return list(runs.values())


def sentence(words: Words, item: Item, view: OrganisationView) -> str:
    """`42 people met the same obstacle in one week (Suppliers and contractors: boiler, parts), in 3 services.`"""
    if item.measured is not None and item.service is not None and item.reason is Reason.WORSENING:
        said = verdicts.verdict(words, item.measured.series, item.measured.found)
        return words("organisation-worse-of", service=item.service.name, verdict=said) if item.service.id else said
    return f"{_figure(words, item, view)}."


def _figure(words: Words, item: Item, view: OrganisationView) -> str:
    if item.met is not None:
        return _obstacle(words, item.met)
    if item.priority is not None:
        title = item.priority.aim.title
        if item.priority.on_track is None or item.reason is Reason.ORPHANED:
            return words("organisation-orphaned", title=title)
        share = formats.percent(item.priority.on_track, words.language)
        return words("organisation-priority", title=title, share=share, objectives=item.priority.objectives)
    if item.reason is Reason.ADRIFT:
        share = formats.percent(100 * view.adrift / view.objectives, words.language)
        return words("organisation-adrift", adrift=view.adrift, objectives=view.objectives, share=share)
    if item.measured is not None and item.measured.level is not None:
        return words("organisation-few-answer", rate=formats.percent(item.measured.level, words.language))
    tally = view.whole.training
    rate = tally.rates[-1] if tally else None
    return words(
        "organisation-training",
        overdue=tally.overdue if tally else 0,
        rate=formats.percent(min(99.0, rate or 0.0), words.language),
    )


def _obstacle(words: Words, each: Met) -> str:
    theme = words(f"theme-{each.theme.value}")
    if each.worst.words:
        said = words("organisation-obstacle-words", people=each.worst.people, theme=theme, words=each.worst.words)
    else:
        said = words("organisation-obstacle-theme", people=each.worst.people, theme=theme)
    if each.worst.services:
        said = words("organisation-obstacle-services", said=said, services=each.worst.services)
    if each.worst.outside:
        said = words("organisation-obstacle-outside", said=said, outside=each.worst.outside)
    return said


def obstacle_name(words: Words, each: Met) -> str:
    """`Suppliers and contractors: boiler, parts`."""
    theme = words(f"theme-{each.theme.value}")
    return words("organisation-obstacle-name", theme=theme, words=each.worst.words) if each.worst.words else theme


def to_do(words: Words, item: Item, items: int = 1) -> str:
    """What to do about it, or about as many `items` of the kind."""
    return words(f"organisation-do-{_asks_for(item)}", items=items)


def _asks_for(item: Item) -> str:
    return f"obstacle-{item.met.remover.value}" if item.met is not None else item.reason.value
