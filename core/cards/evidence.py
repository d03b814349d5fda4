"""Evidence of objectives: the list on an objective's page, and what is said when some is kept."""

from collections.abc import Mapping, Sequence

from core.chat.card import Action, Actions, Card, Heading, Paragraph, Part, Tone
from core.model.evidence import Evidence, EvidenceSource
from core.model.objective import Objective
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for


def evidence_parts(words: Words, evidence: Sequence[Evidence], names: Mapping[str, str], most: int) -> list[Part]:
    """A heading and each piece with who kept it and when; nothing where there is none."""
    if not evidence:
        return []
    parts: list[Part] = [Heading(words("evidence-title"))]
    for each in evidence[:most]:
        parts.append(Paragraph(each.text, Tone.QUOTE))
        parts.append(Paragraph(_line(words, each, names.get(each.by_id, "")), Tone.SUBTLE))
    if len(evidence) > most:
        parts.append(Paragraph(words("evidence-newest", count=most), Tone.SUBTLE))
    return parts


def _line(words: Words, evidence: Evidence, name: str) -> str:
    day = formats.full_date(evidence.added_at.date(), words.language)
    said = [words("evidence-kept-by", name=name, day=day)]
    if evidence.source is not EvidenceSource.TYPED:
        said.append(words(f"evidence-from-{evidence.source.value}"))
    if evidence.link:
        said.append(evidence.link)
    return " · ".join(said)


def kept(reader: Person, objective: Objective, evidence: Evidence, *, is_new: bool) -> Card:
    """Confirms that it is kept, or was already."""
    words = words_for(reader.language)
    text = words("evidence-kept" if is_new else "evidence-kept-before", title=objective.title)
    return Card(words("evidence-kept-title"), _news(words, text, objective, evidence), words.language)


def added_by(owner: Person, by: Person, objective: Objective, evidence: Evidence) -> Card:
    """Tells the owner what their line manager kept."""
    words = words_for(owner.language)
    text = words("evidence-added", title=objective.title)
    return Card(
        words("evidence-added-title", name=by.name), _news(words, text, objective, evidence), words.language
    )


def _news(words: Words, text: str, objective: Objective, evidence: Evidence) -> tuple[Part, ...]:
    parts: list[Part] = [Paragraph(text), Paragraph(evidence.text, Tone.QUOTE)]
    if evidence.link:
        parts.append(Paragraph(evidence.link, Tone.SUBTLE))
    parts.append(Actions((Action("objective.open", words("objective-open-button"), objective.id),)))
    return tuple(parts)
