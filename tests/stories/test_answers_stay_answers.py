"""Words that are commands elsewhere stay answers where a question is asked, and updates where none is."""

import pytest

from core.model.person import Access

OBSTACLE = "What helped, or got in the way?"


async def _asked_what_is_in_the_way(council, person):
    """Amira's check-in, at the question that takes words."""
    await council.sets_objective(person, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await person.taps("Answer here in chat")
    assert OBSTACLE in await person.says("12 days", "on track", "4")


async def _factors(council, person):
    """What the person's answers say is in the way."""
    checkin = await council.check_in_of(person)
    async with council.database.reading() as store:
        conversation = await store.conversations.get(person.person.id, "check_in", checkin.id)
    return [given.text for key, given in conversation.answers.items() if key.startswith("factors")]


@pytest.mark.parametrize(
    "words",
    [
        *("why", "who", "Who?", "pam", "pwy"),
        *("compare", "compare with last quarter", "compare with last year we have two fewer staff"),
        *("review the rota", "review annual leave with the team", "review by the auditors took a week"),
        *("export of the ledger is done", "export my figures by hand", "export training records, then match them"),
        *("team summary was late", "team benchmarks are not out yet", "hr reviews took a day"),
    ],
)
async def test_what_answers_a_question_is_its_answer(council, words):
    amira = await council.hire("Amira Hassan")
    await _asked_what_is_in_the_way(council, amira)
    await amira.says(words)
    assert await _factors(council, amira) == [words]


async def test_why_asks_about_a_summary_that_came_after_the_question(council, lead, amira):
    await _asked_what_is_in_the_way(council, lead)
    council.clock.advance(minutes=5)
    await lead.says("team summary")
    assert "nobody is ranked" in await lead.says("why")
    assert "Who:" in await lead.says("who")
    assert "nothing to compare with" in await lead.says("compare with last quarter")
    assert await _factors(council, lead) == []
    await lead.says("Waiting for the new rota")
    assert await _factors(council, lead) == ["Waiting for the new rota"]


async def test_why_is_an_answer_again_once_the_next_question_is_asked(council, lead, amira):
    await lead.says("team summary")
    council.clock.advance(minutes=5)
    await _asked_what_is_in_the_way(council, lead)
    await lead.says("why")
    assert await _factors(council, lead) == ["why"]


@pytest.mark.parametrize(
    "words",
    [
        *("review the rota", "review of the rota is done", "reviewing the rota", "export of the ledger is done"),
        *("compare notes with Sam", "who knows", "why not", "my data entry is up to date"),
    ],
)
async def test_a_sentence_that_begins_with_a_command_is_none(council, words):
    amira = await council.hire("Amira Hassan", access=Access.STAFF)
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    said = await amira.says(words)
    for title in (
        "Your review",
        "Export",
        "Compare the summary",
        "Which summary?",
        "Why:",
        "Who:",
        "stays with the",
    ):
        assert title not in said
