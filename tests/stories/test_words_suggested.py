"""The words that a typed conversation suggests: understood when they are typed, in both languages."""

import pytest

from core.flows.controls import read_steering
from core.model.person import Language
from core.texts.texts import words_for


async def test_a_question_in_chat_suggests_what_no_button_offers(council, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    suggested = amira.last.card.suggestions

    assert suggested == ("later", "stop", "help")
    assert not set(suggested) & {action.label.casefold() for action in amira.last.actions}


@pytest.mark.parametrize("language", Language)
def test_each_suggested_word_steers(language: Language):
    words = words_for(language)
    for word in ("later", "stop", "help"):
        steering = read_steering(words(f"steering-{word}"))
        assert steering is not None
        assert steering.control == word
