"""Links in Teams."""

from bot.adapters.teams.render import card
from core.chat.card import Card, Link


def test_a_link_is_a_button_that_opens_it_in_a_browser():
    body = card(Card("Export", (Link("Download people (CSV)", "https://m.example/download/abc"),)))["body"]
    assert body[-1]["actions"] == [
        {"type": "Action.OpenUrl", "title": "Download people (CSV)", "url": "https://m.example/download/abc"}
    ]
