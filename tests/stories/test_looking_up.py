"""Choices that are looked up while typing: colleagues and objectives, and nobody and nothing else."""

from datetime import date

import pytest

from core.chat.card import ChoiceInput
from tests.stories.council import Council


@pytest.fixture
async def ben(council: Council, lead):
    return await council.hire("Benjamin Lloyd", manager=lead, role="Planner")


async def test_colleagues_are_found_by_any_part_of_their_name_and_told_apart_by_their_role(council, amira, ben):
    assert await amira.looks_up("people", "loid") == []
    assert await amira.looks_up("people", "lloyd") == ["Benjamin Lloyd (Planner)"]
    assert "Benjamin Lloyd (Planner)" in await amira.looks_up("people", "")


async def test_nobody_is_offered_themselves_or_someone_who_has_left(council, amira, lead):
    await council.hire("Gone Already", manager=lead, end_on=date(2020, 1, 1))
    offered = await amira.looks_up("people", "")
    assert amira.person.name not in " ".join(offered)
    assert "Gone Already" not in " ".join(offered)


async def test_objectives_offered_are_ones_own_and_ones_reports(council, amira, ben, lead):
    await council.sets_objective(amira, "Answer complaints faster")
    await council.sets_objective(ben, "Repair more roads")
    assert await amira.looks_up("objectives", "") == ["Answer complaints faster"]
    assert await lead.looks_up("objectives", "roads") == ["Repair more roads (Benjamin Lloyd)"]
    assert await ben.looks_up("objectives", "complaints") == []


async def test_a_source_that_does_not_exist_offers_nothing(amira):
    assert await amira.looks_up("salaries", "") == []


async def test_the_colleague_chosen_in_the_form_is_the_one_the_objective_is_shared_with(council, amira, ben):
    await council.sets_objective(amira, "Answer complaints faster")
    await amira.says("objectives 1")
    await amira.taps("Share")
    who = next(part for part in amira.form.parts if isinstance(part, ChoiceInput))
    assert who.source == "people"
    await amira.looks_up(who.source, "benj")
    await amira.fills({who.label: amira.offered[0].value})
    assert "Benjamin Lloyd" in amira.last.text
    assert "Answer complaints faster" in ben.last.text


async def test_a_forged_choice_of_someone_elsewhere_shares_with_nobody(council, amira, ben):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    await amira.says("objectives 1")
    await amira.taps("Share")
    who = next(part for part in amira.form.parts if isinstance(part, ChoiceInput))
    await amira.fills({who.label: "nobody-of-ours|Someone Else"})
    async with council.database.reading() as store:
        assert await store.objectives.further_owners([objective.id]) == {}
