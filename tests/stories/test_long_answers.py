"""An answer too long for one message comes as several, and nobody is left out of it."""

import json

from bot.adapters.slack.render import blocks
from bot.adapters.teams.render import card as adaptive
from core.chat.paging import MOST_PAGES
from tests.stories.council import Council


async def test_a_line_manager_of_seventy_sees_all_of_them(council: Council, lead):
    for number in range(70):
        await council.hire(f"P{number:02} Reports-To-Megan-And-Has-A-Long-Name-Besides", manager=lead)
    await council.goes_to("Mon 10:00")
    before = len(lead.inbox)
    await lead.says("team")
    answers = [message.card for message in lead.inbox[before:]]
    assert 1 < len(answers) <= MOST_PAGES
    # As the platforms show it: a card that is too long loses its end only when it is drawn.
    for drawn in (
        [json.dumps(blocks(card)) for card in answers],
        [json.dumps(adaptive(card)) for card in answers],
    ):
        assert [
            f"P{number:02}" for number in range(70) if not any(f"P{number:02}" in page for page in drawn)
        ] == []
