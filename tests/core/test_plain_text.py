"""A card without its looks, as notifications and screen readers have it."""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings

from core.chat.card import (
    Actions,
    Card,
    Chart,
    Facts,
    Heading,
    Link,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    ProgressBar,
    Table,
)
from core.chat.plain import plain_text
from core.model.objective import Status
from tests.cards import CARDS


def test_an_outline_is_indented_by_two_for_each_step_down():
    tree = Outline(
        (
            OutlineItem("Warm homes", strong=True),
            OutlineItem("Homes let in 24 days", 1),
            OutlineItem(
                "Turn homes around", 2, "Now 19 days", percent=62.0, status=Status.AT_RISK, status_label="At risk"
            ),
        )
    )
    assert plain_text(Card("Tree", (tree,))).splitlines() == [
        "Tree",
        "• Warm homes",
        "  • Homes let in 24 days",
        "    • Turn homes around: Now 19 days (At risk)",
    ]


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(CARDS)
def test_the_plain_form_says_everything_that_a_card_shows(card: Card):
    told = plain_text(card)
    assert card.title in told
    assert [text for part in card.parts for text in shown(part) if text.strip() and text not in told] == []


def shown(part: Part) -> Iterator[str]:
    """Every text of a part that is drawn; a picture is said by its alternative text."""
    match part:
        case Heading(text=text) | Paragraph(text=text):
            yield text
        case Facts(items=facts):
            for fact in facts:
                yield from (fact.label, fact.value)
        case ProgressBar():
            yield from (part.label, part.caption, part.status_label)
        case Outline(items=lines):
            for line in lines:
                yield from (line.text, line.note, line.status_label)
        case Table(header=header, rows=rows):
            for row in rows:
                for name, cell in zip(header, row, strict=True):
                    yield from (name, cell) if cell else ()
        case Chart(title=title, alt=alt):
            yield from (title, alt)
        case Link(label=label, address=address):
            yield from (label, address)
        case Actions(items=actions):
            for action in actions:
                yield action.label
