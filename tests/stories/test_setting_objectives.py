"""From one sentence to a SMART objective that person and line manager agree on."""

import pytest

from core.chat.card import TextInput
from core.model.aim import Aim, AimKind
from core.model.measure import Direction
from core.model.objective import Objective, ObjectiveState
from core.model.person import Language
from tests.stories.council import TENANT, Council, Resident


@pytest.fixture
async def lead(council: Council) -> Resident:
    return await council.hire("Megan Price")


@pytest.fixture
async def amira(council: Council, lead: Resident) -> Resident:
    return await council.hire("Amira Hassan", manager=lead)


async def keeps_priorities(council: Council, *titles: str) -> None:
    async with council.database.transaction() as store:
        await store.aims.save(
            Aim(f"aim-{number}", TENANT.id, AimKind.PRIORITY, title, position=number)
            for number, title in enumerate(titles)
        )


async def objectives_of(council: Council, owner: Resident) -> list[Objective]:
    async with council.database.reading() as store:
        return (await store.objectives.all_for([owner.person.id])).get(owner.person.id, [])


async def test_one_sentence_leads_to_a_smart_objective_in_typed_chat(council, lead, amira):
    await keeps_priorities(council, "Listening council", "Sound money")
    first = await amira.says("objectives add")
    assert "in one sentence" in first
    second = await amira.says("answer complaints faster by 31 March")
    assert "✓ Time-bound" in second
    assert "○ Specific" in second
    assert "Who will notice" in second
    # The way it should go was in the sentence, so it is not asked.
    measure = await amira.says("residents")
    assert "✓ Specific" in measure
    assert "Average working days to answer a complaint" in measure
    await amira.says("Average working days to answer")
    await amira.says("15 days")
    aim = await amira.says("11 days")
    # Unit and date were said on the way.
    assert "Which of the organisation’s priorities" in aim
    sent = await amira.taps("Listening council")
    assert "ready to be agreed" in sent
    assert "Waiting for Megan Price" in sent
    proposal = lead.last.text
    assert "Amira Hassan proposes an objective" in proposal
    (objective,) = await objectives_of(council, amira)
    assert objective == Objective(
        id=objective.id,
        tenant_id=TENANT.id,
        person_id="amira",
        title="Answer complaints faster",
        measure="Average working days to answer",
        unit="days",
        baseline=15.0,
        target=11.0,
        due_on=objective.due_on,
        priority="Listening council",
        direction=Direction.DOWN,
        for_whom="residents",
        aim_id="aim-0",
        state=ObjectiveState.PROPOSED,
        proposed_by_id="amira",
    )
    assert str(objective.due_on) == "2027-03-31"


async def test_it_is_asked_about_once_the_other_has_agreed(council, lead, amira):
    await propose(amira)
    await council.goes_to("Mon 10:00")
    assert "Answer complaints" not in amira.last.text
    await lead.taps("Agree")
    assert "Megan Price has agreed" in amira.last.text
    assert "Answer complaints faster for residents" in await amira.says("checkin")
    # A second tap tells that it is done, and nobody anything again.
    count = len(amira.inbox)
    assert "nothing to agree" in await lead.taps("Agree")
    assert len(amira.inbox) == count


async def test_a_change_goes_back_and_forth_until_both_agree(council, lead, amira):
    await propose(amira)
    await lead.taps("Suggest a change")
    assert value_of(lead, "Target") == "11"
    await lead.fills({"Target": "12 days"})
    assert "Megan Price proposes an objective with you" in amira.last.text
    assert "target 12 days" in amira.last.text
    await amira.taps("Agree")
    (objective,) = await objectives_of(council, amira)
    assert (objective.target, objective.state) == (12.0, ObjectiveState.ACTIVE)
    assert "Amira Hassan has agreed" in lead.last.text


async def test_a_manager_proposes_and_the_person_agrees(council, lead, amira):
    await lead.sends_action("objectives.add", amira.person.id)
    await lead.fills(SMART)
    assert "The objective for Amira Hassan is ready" in lead.last.text
    await amira.taps("Agree")
    (objective,) = await objectives_of(council, amira)
    assert objective.state is ObjectiveState.ACTIVE


async def test_without_a_line_manager_it_holds_at_once(council, lead):
    await lead.commands("objectives add")
    await lead.fills(SMART)
    (objective,) = await objectives_of(council, lead)
    assert objective.state is ObjectiveState.ACTIVE


async def test_gaps_are_told_with_a_suggestion_each_and_kept_with_a_reason(council, amira):
    await amira.commands("objectives add")
    await amira.fills({"Objective": "Improve the service"})
    assert await objectives_of(council, amira) == []
    form = "\n".join(getattr(part, "text", "") for part in amira.form.parts)
    assert "○ Specific" in form
    assert "Nearly there" in form
    facts = {fact.label: fact.value for part in amira.form.parts for fact in getattr(part, "items", ())}
    assert "not “improve the service”" in facts["Specific"]
    assert "Give it a date" in facts["Time-bound"]
    await amira.fills({"Keep it as it is, because": "The director asked for it in these words"})
    (objective,) = await objectives_of(council, amira)
    assert objective.kept_because == "The director asked for it in these words"


async def test_gaps_that_are_closed_need_no_reason(council, amira):
    await amira.commands("objectives add")
    await amira.fills({"Objective": "Answer complaints faster"})
    await amira.fills(SMART)
    (objective,) = await objectives_of(council, amira)
    assert objective.kept_because == ""


async def test_in_chat_a_gap_can_be_gone_back_to(council, amira):
    await amira.says("objectives add", "Answer complaints faster for residents by 31 March", "skip")
    await amira.says("15 days", "10 days")
    asked = await amira.says("A listening council")
    assert "Keep it" not in asked
    assert "○ Measurable" in asked
    assert "Say what would show it" in asked
    assert "What would show it" in await amira.says("change measure")
    assert "ready to be agreed" in await amira.says("Average working days to answer")


async def test_the_meter_and_the_form_follow_what_is_being_filled_in(council, amira):
    await amira.commands("objectives add")
    assert labels(amira)[:3] == ["Objective", "For whom", "What makes it good"]
    assert "Not below" not in labels(amira)
    await amira.fills({"Objective": "Keep wards warm", "What makes it good": "Keep it within limits"}, draft=True)
    assert "Not below" in labels(amira)
    await amira.fills({"What makes it good": "Steps to tick off", "Steps": ""}, draft=True)
    assert "Steps" in labels(amira)
    assert "Target" not in labels(amira)


async def test_milestones_and_limits_are_measures_too(council, lead, amira):
    await amira.commands("objectives add")
    await amira.fills({"What makes it good": "Steps to tick off"}, draft=True)
    await amira.fills(
        {
            "Objective": "Open the new library for families",
            "Steps": "Survey by 1 Dec 2027; Contract signed",
            "Due date": "2028-03-31",
            "Priority it serves": "Learning",
        }
    )
    (objective,) = await objectives_of(council, amira)
    assert [each.title for each in objective.milestones] == ["Survey", "Contract signed"]
    assert (objective.target, objective.percent_for(1)) == (2.0, 50.0)
    assert "Contract signed" in lead.last.text


async def test_no_priority_is_an_answer_with_a_reason(council, amira):
    await keeps_priorities(council, "Listening council")
    await amira.commands("objectives add")
    await amira.fills(SMART | {"Priority it serves": "None of these"})
    assert "Why it matters all the same" in labels(amira)
    await amira.fills({"Why it matters all the same": "A legal duty"})
    (objective,) = await objectives_of(council, amira)
    assert (objective.aim_id, objective.no_aim_reason) == (None, "A legal duty")


@pytest.mark.parametrize(
    ("said", "field", "told"),
    [
        ({"Target": "15 days"}, "target", "same as where it is now"),
        ({"What makes it good": "Bring it up"}, "target", "choose “bring it down”"),
        ({"Target": "2 weeks"}, "target", "measured in days, but this says weeks"),
        ({"Due date": "2020-01-01"}, "due", "has already passed"),
        ({"Objective": "Answer the phone quickly for callers"}, "title", "already an objective called"),
    ],
)
async def test_what_does_not_fit_is_named_with_the_fix_and_nothing_is_lost(council, amira, said, field, told):
    await council.sets_objective(amira, "answer the phone quickly for callers")
    await amira.commands("objectives add")
    await amira.fills(SMART | {"Unit": "days"} | said)
    assert told in amira.errors[field]
    kept = {part.key: part.value for part in amira.form.parts if isinstance(part, TextInput)}
    assert kept["measure"] == SMART["Measure"]
    await amira.fills({**{label: SMART[label] for label in ("Objective", "Target", "Due date")}, **DOWN})
    assert len(await objectives_of(council, amira)) == 2


async def test_a_target_far_beyond_anything_the_team_achieved_is_told_so(council, lead, amira):
    colleague = await council.hire("Ben Lloyd", manager=lead)
    await council.sets_objective(colleague, "Answer sooner", measure=SMART["Measure"], unit="days")
    await council.goes_to("Mon 10:00")
    await colleague.taps("Answer in a form")
    await colleague.fills({"Where is it now?": "12 days", "Status": "On track"})
    await amira.commands("objectives add")
    await amira.fills(SMART | {"Target": "4 days"})
    facts = {fact.label: fact.value for part in amira.form.parts for fact in getattr(part, "items", ())}
    assert "best your team has reached is 12 days" in facts["Achievable"]


async def test_only_the_two_concerned_may_propose_change_or_agree(council, lead, amira):
    await propose(amira)
    (objective,) = await objectives_of(council, amira)
    stranger = await council.hire("Ben Lloyd", manager=lead)
    await stranger.sends_action("objectives.agree", objective.id)
    assert "nothing to agree" in stranger.last.text
    await stranger.sends_action("flow.form", f"add_objective|amira.{objective.id}")
    assert stranger.form is None
    await stranger.sends_action("flow.form", f"add_objective|ben.{objective.id}")
    assert stranger.form is None
    await amira.sends_action("objectives.agree", objective.id)
    assert "your own proposal" in amira.last.text
    assert (await objectives_of(council, amira))[0].state is ObjectiveState.PROPOSED


async def test_the_list_shows_what_waits_and_for_whom(council, lead, amira):
    await propose(amira)
    assert "Waiting for Megan Price" in await amira.says("objectives")
    assert "Proposed by Amira Hassan. Do you agree?" in await lead.says("objectives")
    await lead.taps("Agree")
    assert "To be agreed" not in await amira.says("objectives")


async def test_sent_twice_it_is_one_objective_and_one_message(council, lead, amira):
    await amira.commands("objectives add")
    form = amira.form
    await amira.fills(SMART)
    amira.form = form
    await amira.fills(SMART)
    assert len(await objectives_of(council, amira)) == 1
    assert len(lead.inbox) == 1


async def test_in_welsh_all_the_way(council, lead):
    carys = await council.hire("Carys Evans", manager=lead, language=Language.CY)
    await carys.says("amcanion ychwanegu", "Ateb cwynion yn gynt i drigolion erbyn 31 Mawrth")
    assert "✓ Ag amserlen" in carys.last.text
    await carys.says("Nifer cyfartalog y dyddiau i ateb", "15 diwrnod", "11 diwrnod")
    assert "barod i’w gytuno" in await carys.says("Cyngor sy’n gwrando")
    await lead.taps("Agree")
    assert "Mae Megan Price wedi cytuno" in carys.last.text


SMART = {
    "Objective": "Answer complaints faster for residents",
    "Measure": "Average working days to answer",
    "Where it is now": "15 days",
    "Target": "11 days",
    "Due date": "2027-03-31",
    "Priority it serves": "A listening council",
}
DOWN = {"What makes it good": "Bring it down"}


async def propose(person: Resident) -> None:
    await person.commands("objectives add")
    await person.fills(SMART)


def labels(person: Resident) -> list[str]:
    return [part.label for part in person.form.parts if hasattr(part, "key")]


def value_of(person: Resident, label: str) -> str:
    return next(part.value for part in person.form.parts if getattr(part, "label", "") == label)
