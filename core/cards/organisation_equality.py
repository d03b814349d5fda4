"""Whether it is the same for everyone: groups of people side by side, where nobody can be found out from them."""

from core.chat.card import Heading, Paragraph, Part, Table, Tone
from core.model.organisation import GroupStanding, OrganisationView
from core.model.organisation_week import Dimension
from core.texts import formats
from core.texts.texts import Words


def equality_parts(words: Words, view: OrganisationView) -> list[Part]:
    """Each division that can be told as a table, and a sentence for those that cannot."""
    parts: list[Part] = [Heading(words("organisation-equality"))]
    if view.equality is None:
        return [*parts, Paragraph(words("organisation-equality-part"), Tone.SUBTLE)]
    told = {dimension: groups for dimension, groups in view.equality.items() if groups}
    columns = ("group", "people", "answered", "on-track", "training-held")
    rows = [_row(words, dimension, each) for dimension, groups in told.items() for each in groups]
    if rows:
        parts.append(Table(tuple(words(f"organisation-{each}") for each in columns), tuple(rows)))
        parts.append(Paragraph(words("organisation-equality-how"), Tone.SUBTLE))
    untold = [words(f"organisation-dimension-{each.value}") for each in view.equality if each not in told]
    if untold:
        said = words("organisation-equality-why-not", divisions=formats.both(untold, words.language))
        parts.append(Paragraph(said, Tone.SUBTLE))
    parts.append(Paragraph(words("organisation-equality-what"), Tone.SUBTLE))
    return parts


def _row(words: Words, dimension: Dimension, each: GroupStanding) -> tuple[str, ...]:
    kind = words(f"organisation-dimension-{dimension.value}")
    value = words(f"organisation-value-{each.value.replace(' ', '-')}")
    figures = (each.participation, each.on_track, each.training)
    return (
        f"{kind}: {value}",
        formats.number(each.people, words.language),
        *("–" if figure is None else formats.percent(figure, words.language) for figure in figures),
    )
