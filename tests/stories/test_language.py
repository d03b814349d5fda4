"""The language a person chose is theirs: changed by typing in either, and answered in it at once."""

import pytest


@pytest.mark.parametrize(
    "typed",
    ["settings language cymraeg", "settings language welsh", "gosodiadau iaith cymraeg", "settings iaith cy"],
)
async def test_a_language_is_changed_by_typing_in_either_and_answered_in_it_at_once(council, amira, typed):
    assert "Fy amcanion" not in await amira.says("objectives")
    assert "Cymraeg" in await amira.says(typed)
    assert amira.last.card.language == "cy"
    assert (await amira.says("help")) and amira.last.card.language == "cy"
    assert "English" in await amira.says("gosodiadau iaith saesneg")
    assert amira.last.card.language == "en"


async def test_a_language_that_is_not_spoken_says_which_are(council, amira):
    said = await amira.says("settings language klingon")
    assert "“settings language english”" in said and "“settings language cymraeg”" in said
    assert amira.last.card.language == "en"
