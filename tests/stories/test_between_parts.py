"""What falls between the parts: words that two of them could take, and what one leaves for another to show."""

import pytest

from core.model.aim import Aim, AimKind
from core.model.person import Access
from tests.stories.council import TENANT, Council, Resident


@pytest.fixture
async def lead(council: Council) -> Resident:
    return await council.hire("Megan Price")


@pytest.fixture
async def amira(council: Council, lead: Resident) -> Resident:
    hired = await council.hire("Amira Hassan", manager=lead)
    await council.sets_objective(hired, "Answer complaints faster")
    return hired


@pytest.mark.parametrize(
    "said", ["objectives add turn homes around faster", "amcanion ychwanegu turn homes around faster"]
)
async def test_the_first_sentence_typed_with_the_command_is_the_first_answer(amira, said):
    asked = await amira.says(said)
    assert "✓ Specific" in asked
    assert "What would show it" in asked


async def test_the_first_sentence_stands_in_the_form_of_a_slash_command(amira):
    await amira.commands("objectives add turn homes around faster")
    assert amira.form is not None
    assert "turn homes around faster" in [getattr(part, "value", "") for part in amira.form.parts]


async def test_adding_an_objective_asks_for_the_sentence_where_none_was_given(amira):
    assert "question 1 of" in await amira.says("objectives add an objective")


async def test_a_manager_adds_one_for_a_report_by_name(council, lead, amira):
    assert "Amira Hassan" in await lead.says("objectives add for Amira")
    assert "question 2 of" in await lead.says("objectives add for Amira: visit every primary school")
    await lead.says("stop")
    asked = await amira.says("objectives add for Megan")
    assert "Megan Price" not in asked


async def test_a_numbered_objective_is_shown_while_a_question_in_words_is_open(amira):
    await amira.says("objectives add turn homes around faster")
    assert "Average days to answer" in await amira.says("objectives 1")


async def test_lines_beside_a_blocker_begin_with_a_capital(council, lead, amira):
    for monday in range(2):
        await council.goes_to("Mon 10:00")
        await amira.says(f"complaints off track, {14 + monday} days because two nurses are off sick")
        await amira.taps("That’s right, save it")
        await amira.taps("Open as a form")
        await amira.fills({})
    assert "Off track twice running" in await lead.says("team")


async def test_a_renamed_priority_is_called_by_its_new_name_on_objectives(council, amira):
    boss = await council.hire("Beth Howells", access=Access.HR)
    async with council.database.transaction() as store:
        await store.aims.save([Aim("listen", TENANT.id, AimKind.PRIORITY, "Listening council")])
    await council.sets_objective(amira, "Visit every school", aim_id="listen", priority="Listening council")
    await boss.says("hr priorities rename Listening council to A council that listens")
    assert "A council that listens" in boss.last.text
    shown = await amira.says("objectives")
    assert "A council that listens" in shown
    assert "Listening council" not in shown


async def test_a_numbered_objective_is_no_figure_in_the_middle_of_a_check_in(council, amira):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    shown = await amira.says("objectives 1")
    assert "Read by you and your line manager, Megan Price" in shown
    assert "Now 1 day" not in shown


async def test_an_update_that_names_another_objective_in_a_check_in_is_about_that_one(council, amira):
    await council.sets_objective(
        amira, "Turn empty homes around", measure="Days empty", baseline=40.0, target=20.0
    )
    await council.goes_to("Mon 10:00")
    asked = await amira.taps("Answer here in chat")
    assert "Answer complaints faster" in asked
    shown = await amira.says("empty homes now at 31 days, on track")
    assert "Here is what I understood" in shown
    assert "Turn empty homes around: Now 31 days" in shown
    asked = await amira.taps("That’s right, save it")
    assert "Answer complaints faster" in asked
    assert "question 1 of" in asked


async def test_an_update_that_names_an_objective_is_heard_where_a_choice_is_asked(council, amira):
    assert "What would make it good?" in await amira.says("objectives add visit every tenant")
    shown = await amira.says("complaints now at 12 days")
    assert "Here is what I understood" in shown
    assert "Answer complaints faster: Now 12 days" in shown


async def test_a_figure_in_a_check_in_is_an_answer_even_where_it_names_the_measure_asked_about(council, amira):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "How does it stand?" in await amira.says("complaints at 12 days")


async def test_what_ones_work_serves_is_told_where_a_choice_is_asked(amira):
    assert "What would make it good?" in await amira.says("objectives add visit every tenant")
    assert "How my work serves the community" in await amira.says("how my work serves the community")


async def test_a_date_that_has_passed_is_named_as_people_write_dates(amira):
    await amira.says("objectives add answer letters faster for residents", "skip")
    while "By when?" not in amira.last.text:
        await amira.says("skip")
    told = await amira.says("1 November 2026")
    assert "That date, 1 November 2026, has already passed" in told
