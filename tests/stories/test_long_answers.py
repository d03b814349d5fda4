"""An answer too long for one message comes as several, and nobody is left out of it."""

from core.chat.paging import MOST_PAGES
from tests.stories.council import Council


async def test_a_line_manager_of_seventy_sees_all_of_them(council: Council, lead):
    for number in range(70):
        await council.hire(f"P{number:02} Reports-To-Megan-And-Has-A-Long-Name-Besides", manager=lead)
    await council.goes_to("Mon 10:00")
    before = len(lead.inbox)
    await lead.says("team")
    answers = lead.texts[before:]
    assert 1 <= len(answers) <= MOST_PAGES
    for number in range(70):
        assert any(f"P{number:02}" in text for text in answers)
