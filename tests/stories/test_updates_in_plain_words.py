"""People write as they speak; Milepost shows what it understood before anything is counted."""

import pytest

from core.model.checkin import CheckInState
from core.model.objective import Status
from core.model.person import Language
from tests.stories.council import Council, Resident


@pytest.fixture
async def amira(council: Council) -> Resident:
    hired = await council.hire("Amira Hassan")
    await council.sets_objective(hired, "Answer complaints faster")
    return hired


async def latest_of(council: Council, who: Resident):
    async with council.database.reading() as store:
        return [each.latest for each in (await store.objectives.active_for([who.person.id]))[who.person.id]]


async def test_an_update_is_shown_first_and_counted_after_one_tap(council, amira):
    shown = await amira.says("complaints now at 12 days")
    assert "Here is what I understood" in shown
    assert "Now 12 days" in shown
    assert "Nothing is counted until you say so" in shown
    assert (await latest_of(council, amira))[0].value is None
    assert "Saved" in await amira.taps("At risk")
    (latest,) = await latest_of(council, amira)
    assert (latest.value, latest.status) == (12.0, Status.AT_RISK)
    assert "settled already" in await amira.taps("That’s right, save it")


async def test_what_is_in_the_way_whose_it_is_and_the_new_date_are_heard_as_well(council, amira):
    shown = await amira.says("slipping, need two more weeks because two nurses are off sick")
    assert "Status: At risk" in shown
    assert "In the way: two nurses are off sick" in shown
    assert "Outside your control: Yes" in shown
    assert "New due date asked for" in shown
    await amira.taps("Change the due date")
    assert amira.form is not None
    assert amira.form.name == "change_objective"
    await amira.taps("That’s right, save it")
    (latest,) = await latest_of(council, amira)
    assert latest.status is Status.AT_RISK
    assert latest.outside_control is True
    assert latest.factors.startswith("slipping, need two more weeks")


async def test_it_becomes_part_of_this_weeks_check_in(council, amira):
    await council.sets_objective(amira, "Empty homes let sooner", measure="Days empty")
    await council.goes_to("Mon 10:00")
    await amira.says("complaints: about three quarters done, on track")
    assert "questions are left" in await amira.taps("That’s right, save it")
    checkin = await council.check_in_of(amira)
    assert checkin.state is CheckInState.PARTLY
    await amira.taps("Open as a form")
    values = {part.key.partition("@")[0]: part.value for part in amira.form.parts if hasattr(part, "key")}
    kept = {part.value for part in amira.form.parts if hasattr(part, "value")}
    assert "75%" in kept
    assert values["note"] == ""


async def test_a_form_puts_right_what_was_misunderstood(council, amira):
    await amira.says("complaints now at 12 days, on track")
    await amira.taps("Correct it")
    await amira.fills({"Where is it now?": "11 days"})
    (latest,) = await latest_of(council, amira)
    assert (latest.value, latest.status) == (11.0, Status.ON_TRACK)


async def test_when_two_fit_it_asks_and_keeps_the_words(council, amira):
    await council.sets_objective(amira, "Answer calls faster", measure="Seconds to answer", unit="seconds")
    asked = await amira.says("three quarters done, on track")
    assert "Which objective is this about?" in asked
    understood = await amira.taps("Answer calls faster")
    assert "Answer calls faster" in understood
    await amira.taps("That’s right, save it")
    percents = {each.title: each.latest.percent for each in await all_active(council, amira)}
    assert percents == {"Answer complaints faster": None, "Answer calls faster": 75.0}


async def test_the_wrong_objective_is_put_right_with_two_taps(council, amira):
    await council.sets_objective(amira, "Answer calls faster", measure="Seconds to answer", unit="seconds")
    await amira.says("complaints three quarters done, on track")
    assert "Which objective" in await amira.taps("Another objective")
    assert "Answer calls faster" in await amira.taps("Answer calls faster")


async def test_no_update_is_dropped_and_small_talk_is_none(council, amira):
    await amira.says("complaints now at 12 days")
    assert "saved nothing" in await amira.taps("Not an update")
    assert "settled already" in await amira.taps("That’s right, save it")
    assert "understood" not in await amira.says("lovely weather for ducks")
    assert (await latest_of(council, amira))[0].value is None


async def test_more_than_a_figure_in_the_check_in_answers_several_questions_at_once(council, amira):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    shown = await amira.says("now at 12 days but slipping, waiting for IT since Tuesday")
    assert "In the way: waiting for IT since Tuesday" in shown
    going_on = await amira.taps("That’s right, save it")
    assert "How sure are you" in going_on
    assert "12 days" in await amira.says("change 1")


async def test_a_plain_figure_in_the_check_in_is_just_the_answer(council, amira):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "How does it stand" in await amira.says("12 days")


async def test_done_is_all_of_it(council, amira):
    shown = await amira.says("complaints done!")
    assert "Now 8 days" in shown
    await amira.taps("That’s right, save it")
    (latest,) = await latest_of(council, amira)
    assert (latest.value, latest.percent) == (8.0, 100.0)


async def test_someone_elses_objective_is_out_of_reach(council, amira):
    ben = await council.hire("Ben Lloyd")
    await amira.says("complaints now at 12 days")
    (objective,) = await all_active(council, amira)
    for name in ("report.save", "report.about", "report.which"):
        await ben.sends_action(name, objective.id)
        assert "settled already" in ben.last.text
    await ben.sends_action("report.status", f"{objective.id}|off_track")
    assert (await latest_of(council, amira))[0].status is None


async def all_active(council: Council, who: Resident):
    async with council.database.reading() as store:
        return (await store.objectives.active_for([who.person.id]))[who.person.id]


async def test_everyday_welsh_is_understood_and_answered_in_welsh(council):
    carys = await council.hire("Carys Evans", language=Language.CY)
    await council.sets_objective(carys, "Ateb cwynion yn gynt", unit="diwrnod")
    shown = await carys.says("cwynion: tua hanner ffordd, ar y trywydd iawn")
    assert "Dyma beth ddeallais i" in shown
    assert "Statws: Ar y trywydd iawn" in shown
    assert "Wedi’i gadw" in await carys.taps("Dyna ni, cadwch ef")


async def test_what_was_said_without_a_figure_stands_beside_the_latest_that_is_known(council, amira):
    await amira.says("complaints now at 12 days, on track")
    await amira.taps("That’s right, save it")
    await council.goes_to("Mon 10:00")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Answer complaints faster / Status": "At risk"})
    assert amira.errors == {}
    done = [each for each in amira.texts if "done" in each][-1]
    assert "No figure yet" not in done
    assert "Now 12 days" in done


async def test_half_way_on_a_measure_in_per_cent_is_shown_as_the_figure_that_will_be_kept(council):
    ben = await council.hire("Ben Lloyd")
    await council.sets_objective(
        ben, "Answer calls in Welsh", measure="Calls answered", unit="%", baseline=70.0, target=90.0
    )
    shown = await ben.says("about half way, on track")
    assert "Now 80%" in shown
    assert "Progress: 50%" in shown
    assert "Now 80%" in await ben.taps("That’s right, save it")
