"""Looking for an objective to put into a message: one's own with figures, a report's by its title, no other."""

import pytest

from core.chat.plain import plain_text
from tests.stories.council import Council


@pytest.fixture
async def objectives(council: Council, amira, lead):
    """An objective with figures of Amira's, and one of her manager's."""
    await council.sets_objective(amira, "Answer complaints faster")
    await council.sets_objective(lead, "Keep the books balanced")


async def test_ones_own_objectives_are_found_with_their_figures(council: Council, amira, objectives):
    (found,) = await amira.searches("complaints")
    assert found.card.title == "Answer complaints faster"
    assert "target" in plain_text(found.card)
    assert found.about == ""


async def test_a_reports_objective_says_its_title_alone_and_whose_it_is_to_the_searcher_only(
    council: Council, amira, lead, objectives
):
    own, report = await lead.searches("")
    assert own.card.title == "Keep the books balanced"
    assert plain_text(report.card) == "Answer complaints faster"
    assert report.about == amira.person.name
    assert await lead.searches(amira.person.name) == [report]


async def test_nothing_of_anyone_else_is_found(council: Council, amira, objectives):
    assert await amira.searches("books") == []
    stranger = await council.hire("Cai Hughes")
    assert await stranger.searches("") == []


async def test_a_search_reads_in_the_persons_language(council: Council, amira, objectives):
    await amira.says("settings language cymraeg")
    (found,) = await amira.searches("")
    assert found.card.language == "cy"
