"""Reviews as line managers and HR see many of them: how far each is and whom it waits for, never what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.cards.reviews import stage_line
from core.chat.card import Action, Actions, Card, Fact, Facts, Paragraph, Part, Table, Tone
from core.model.person import Person
from core.model.review import Review, ReviewStage
from core.texts import formats
from core.texts.texts import words_for

SHOWN = 40
"""Reviews in HR's table; a platform's holds no more than a hundred rows."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review, whose it is, and the names of those it waits for."""

    review: Review
    person: Person
    waits_for: tuple[str, ...]


def team(manager: Person, reports: Sequence[tuple[Person, Waiting | None]], today: date) -> Card:
    """Each report's newest review, with the way to it where it was handed on."""
    words = words_for(manager.language)
    if not reports:
        return Card(words("review-team-title"), (Paragraph(words("review-team-none")),), words.language)
    parts: list[Part] = [Paragraph(words("review-team-how"), Tone.SUBTLE)]
    for person, found in reports:
        if found is None:
            parts.append(Paragraph(f"{person.name}: {words('review-team-nothing')}"))
            continue
        review = found.review
        kind = words(f"review-named-{review.kind}")
        line = f"{person.name}: {kind}, {stage_line(words, review.stage, found.waits_for)}"
        if review.stage.is_open:
            line = f"{line} · {formats.full_date(review.due_on, words.language)}"
        if review.stage.is_open and review.due_on < today:
            line = f"{line} · {words('review-hr-overdue')}"
        parts.append(Paragraph(line))
        if review.stage is not ReviewStage.PREPARING:
            parts.append(Actions((Action("review.show", words("review-open"), review.id),)))
    return Card(words("review-team-title"), tuple(parts), words.language)


def organisation(
    reader: Person,
    tally: Mapping[ReviewStage, int],
    without: int,
    since: date,
    found: Sequence[Waiting],
    today: date,
) -> Card:
    """How many stand where, how many have none yet, and the open ones that are due first."""
    words = words_for(reader.language)
    facts = tuple(Fact(words(f"review-tally-{each}"), str(tally.get(each, 0))) for each in ReviewStage)
    day = formats.full_date(since, words.language)
    parts: list[Part] = [
        Paragraph(words("review-hr-how"), Tone.SUBTLE),
        Facts(facts),
        Paragraph(words("review-hr-without", count=without, date=day)),
    ]
    if not found:
        return Card(words("review-hr-title"), (*parts, Paragraph(words("review-hr-none"))), words.language)
    header = ("review-column-person", "review-column-review", "review-column-due", "review-column-waits")
    rows = []
    for each in found[:SHOWN]:
        due = formats.full_date(each.review.due_on, words.language)
        late = each.review.due_on < today
        rows.append(
            (
                each.person.name,
                words(f"review-named-{each.review.kind}"),
                f"{due} · {words('review-hr-overdue')}" if late else due,
                formats.both(each.waits_for, words.language) if each.waits_for else words("review-no-manager"),
            )
        )
    parts.append(Table(tuple(words(each) for each in header), tuple(rows)))
    if len(found) > SHOWN:
        parts.append(Paragraph(words("review-hr-more", count=SHOWN), Tone.SUBTLE))
    return Card(words("review-hr-title"), tuple(parts), words.language)
