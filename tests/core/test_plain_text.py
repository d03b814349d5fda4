"""A card without its looks, as notifications and screen readers have it."""

from core.chat.card import Card, Outline, OutlineItem
from core.chat.plain import plain_text
from core.model.objective import Status


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
