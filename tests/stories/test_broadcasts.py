"""HR's daily job in one command: who, what, a look at it, and how far it has got."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.model.absence import Absence
from core.model.delivery import NO_ACCOUNT, OUT_OF_REACH
from core.model.person import Access, Employment, Language, Team
from core.model.requirements import Group, Requirement
from core.model.training import Course, TrainingCompletion
from core.services import run_broadcasts
from core.services.planner import tick
from tests.stories.council import TENANT, Council, Resident

HOUSING, PLANNING = Team("housing", TENANT.id, "Housing"), Team("planning", TENANT.id, "Planning")
FIRE = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12)
DATA = Course("data", TENANT.id, "Data protection", valid_months=24)
TEXT = "Hello {first name}, please do {course} before the end of the month."


@pytest.fixture
async def hr(council: Council) -> Resident:
    """HR of a council with two teams and two courses; it is Friday noon."""
    for team in (HOUSING, PLANNING):
        await council.form_team(team)
    async with council.database.transaction() as store:
        await store.training.save_courses([FIRE, DATA])
    return await council.hire("Priya Shah", access=Access.HR)


@pytest.fixture
async def carys(council: Council, hr: Resident) -> Resident:
    """Someone in Housing who lacks Fire safety and reads Welsh."""
    return await council.hire("Carys Evans", team_id="housing", language=Language.CY, manager=hr)


@pytest.fixture
async def owen(council: Council, hr: Resident) -> Resident:
    """Someone in Housing who lacks Fire safety."""
    return await council.hire("Owen Hughes", team_id="housing", site="Depot")


@pytest.fixture
async def dara(council: Council, hr: Resident) -> Resident:
    """Someone in Housing whose Fire safety counts until the middle of December."""
    dara = await council.hire("Dara Okafor", team_id="housing", employment=Employment.INTERIM)
    await _completes(council, dara, FIRE, date(2025, 12, 10))
    return dara


async def _completes(council: Council, who: Resident, course: Course, on: date) -> None:
    done = TrainingCompletion(
        f"{who.person.id}-{on}", TENANT.id, who.person.id, course.id, on, course.expires_on(on)
    )
    async with council.database.transaction() as store:
        await store.training.save_completions([done])


async def writes(hr: Resident, who: str = "everyone in Housing who lacks fire safety", **answers: str) -> str:
    """Describe the audience and fill in the rest; the card to check."""
    await hr.commands(f"hr broadcast {who}")
    labels = {"Text in English": TEXT, "When": "at once"} | answers
    await hr.fills(labels)
    assert not hr.errors, hr.errors
    return hr.last.text


async def goes(council: Council, seconds: int = 1) -> None:
    """The planner's timer comes round."""
    await council.time_passes_until(council.clock.now() + timedelta(seconds=seconds))


async def asks_of_housing(council: Council, made_on: date) -> None:
    """From then on Housing has thirty days for Fire safety."""
    rule = Requirement("rule", TENANT.id, FIRE.id, Group.TEAM, "housing", 30, made_on)
    async with council.database.transaction() as store:
        await store.training.set_requirements(FIRE.id, [rule])


def got(resident: Resident) -> list[str]:
    return [text for text in resident.texts if "Priya Shah, " in text]


# --- whom it goes to ---------------------------------------------------------------------------------------------


async def test_hr_sees_who_gets_it_and_why_before_anything_goes(council, hr, carys, owen, dara):
    shown = await writes(hr)
    assert "2 people" in shown
    assert "Carys Evans" in shown and "Lacks Fire safety" in shown and "In Housing" in shown
    assert "Dara" not in shown
    assert got(owen) == []


async def test_the_audience_can_be_described_in_welsh(council, hr, carys, owen, dara):
    await hr.says("settings language cy")
    await hr.commands("hr darlledu pawb yn y tîm Housing heb Fire safety")
    await hr.fills({"Testun Saesneg": "Hello", "Pryd": "ar unwaith"})
    assert "2 o bobl" in hr.last.text
    assert "Yn Housing; Heb Fire safety" in hr.last.text


async def test_an_unknown_course_is_named_with_the_nearest(council, hr, owen):
    await hr.says("hr broadcast everyone who lacks fire saftey drills")
    assert "There is no course called “fire saftey drills”" in hr.last.text
    assert "Fire safety" in hr.last.text


async def test_an_unknown_team_is_named_with_the_nearest_and_what_was_typed_is_kept(council, hr, owen):
    await hr.says("hr broadcast everyone in Housig services")
    assert "There is no team or site called “housig services”" in hr.last.text
    assert "everyone in Housig services" in hr.last.text


async def test_an_empty_audience_says_which_filter_removes_all(council, hr, owen, dara):
    shown = await writes(hr, "interims in Housing who lack fire safety")
    assert "Lacking Fire safety leaves nobody of the one person" in shown
    assert "Carry on here" in [action.label for action in hr.last.actions]


async def test_expiring_site_and_exceptions_can_be_combined(council, hr, carys, owen, dara):
    shown = await writes(
        hr, "people in housing whose fire safety runs out within 30 days", **{"Text in English": "Hi"}
    )
    assert "Dara Okafor" in shown and "One person" in shown
    shown = await writes(hr, "everyone in housing except at the Depot and interims", **{"Text in English": "Hi"})
    assert "Carys Evans" in shown and "Owen" not in shown and "Dara" not in shown


async def test_people_whose_contract_is_over_or_not_begun_are_in_no_audience(council, hr, owen):
    await council.hire("Gone Away", team_id="housing", end_on=date(2026, 11, 1))
    await council.hire("Yet Tocome", team_id="housing", start_on=date(2026, 12, 1))
    shown = await writes(hr)
    assert "One person" in shown and "Owen Hughes" in shown


async def test_the_audience_can_be_chosen_from_lists(council, hr, carys, owen, dara):
    await hr.commands("hr broadcast")
    await hr.taps("Choose people from lists")
    await hr.fills({"Course": "Fire safety", "Team": "Housing", "Site": "Depot"})
    await hr.fills({"Text in English": "Hello", "When": "at once"})
    assert "lacking Fire safety and in the team Housing and at Depot" in hr.last.text
    assert "Owen Hughes" in hr.last.text and "Carys" not in hr.last.text


async def test_audiences_that_hr_needs_most_are_a_tap_away(council, hr, carys, owen, dara):
    await hr.commands("hr broadcast")
    await hr.taps("Lack Fire safety: 3")
    await hr.fills({"Text in English": "Hello", "When": "at once"})
    assert "everyone lacking Fire safety" in hr.last.text


async def test_only_who_must_have_the_course_can_lack_it_where_rules_say_who(council, hr, carys, owen):
    planner = await council.hire("Pat Lowe", team_id="planning")
    assert "No rule says who must have Fire safety" in await writes(hr, "everyone who lacks fire safety")
    await asks_of_housing(council, date(2026, 11, 2))
    shown = await writes(hr, "everyone who lacks fire safety")
    assert "2 people" in shown and planner.person.name not in shown
    assert "only for people who must have it by its rules" in shown


async def test_hr_writes_to_those_who_are_overdue(council, hr, carys, owen, dara):
    await asks_of_housing(council, date(2026, 9, 1))
    await council.hire("Newly Come", team_id="housing", start_on=date(2026, 11, 16))
    shown = await writes(hr, "people in housing who are overdue for fire safety")
    assert "2 people" in shown and "Overdue for Fire safety" in shown
    assert "Newly Come" not in shown and "Dara" not in shown
    assert "2 people" in await writes(hr, "everyone whose fire safety is overdue")


async def test_an_audience_that_rules_leave_empty_says_so(council, hr):
    await council.hire("Pat Lowe", team_id="planning")
    await asks_of_housing(council, date(2026, 9, 1))
    assert "only for people who must have it by its rules" in await writes(hr, "everyone who lacks fire safety")


async def test_a_long_list_of_who_and_why_is_turned_in_place(council, hr):
    for number in range(23):
        await council.hire(f"P{number:02} Person", team_id="planning")
    shown = await writes(hr, "everyone in planning", **{"Text in English": "Hi"})
    assert "1 to 5 of 23" in shown
    await hr.taps("See everyone")
    before = len(hr.inbox)
    await hr.taps("Next")
    assert "11 to 20 of 23" in hr.last.text and hr.last.edited
    await hr.taps("Next")
    assert "21 to 23 of 23" in hr.last.text
    assert len(hr.inbox) == before


# --- what it says ------------------------------------------------------------------------------------------------


async def test_the_preview_is_the_message_that_arrives(council, hr, carys, owen):
    await writes(hr, **{"Text in Welsh": "Helo {enw cyntaf}, gwnewch {cwrs}.", "Button for them": "“Done”"})
    previews = [m.card for m in hr.inbox if "Priya Shah" in m.card.title]
    await hr.taps("Send to 2 people")
    await goes(council)
    arrived = [owen.last.card, carys.last.card]
    assert len(previews) == 2
    for preview, card in zip(previews, arrived, strict=True):
        assert (preview.title, preview.parts[:-1], preview.language) == (
            card.title,
            card.parts[:-1],
            card.language,
        )
        assert preview.parts[-1].items[0].label == card.parts[-1].items[0].label


async def test_everyone_reads_their_own_language(council, hr, carys, owen):
    await writes(hr, **{"Text in Welsh": "Helo {enw cyntaf}, gwnewch {cwrs}."})
    await hr.taps("Send to 2 people")
    await goes(council)
    assert "Hello Owen, please do Fire safety" in owen.last.text
    assert "Helo Carys, gwnewch Fire safety." in carys.last.text


async def test_a_welsh_reader_without_a_welsh_text_is_told_and_so_is_hr(council, hr, carys, owen):
    shown = await writes(hr)
    assert "One of them reads Welsh and will get the English, with a line that says so." in shown
    await hr.taps("Send to 2 people")
    await goes(council)
    assert "Hello Carys" in carys.last.text
    assert "Yn Saesneg yn unig y mae’r neges hon." in carys.last.text


async def test_every_variable_is_filled_in(council, hr, carys):
    text = "{First Name} ({name}) of {team}: {manager} asks for {course} by {due date}."
    await hr.commands("hr broadcast everyone in Housing who lacks fire safety")
    await hr.fills({"Text in English": text, "When": "at once"})
    await hr.fills({"Due date": "18 December"})
    await hr.taps("Send to one person")
    await goes(council)
    assert "Carys (Carys Evans) of Housing: Priya Shah asks for Fire safety by 18 Rhagfyr 2026." in carys.last.text


async def test_an_unknown_variable_is_named_and_nothing_is_lost(council, hr, owen):
    await hr.commands("hr broadcast everyone in Housing")
    await hr.fills({"Text in English": "Dear {forename}, hello", "When": "at once"})
    assert "There is nothing called {forename} to fill in" in hr.errors["text"]
    assert hr.form is not None
    kept = {part.key: part.value for part in hr.form.parts if hasattr(part, "key")}
    assert kept["text"] == "Dear {forename}, hello"


async def test_the_course_cannot_be_filled_in_where_none_chose_the_audience(council, hr, owen):
    await hr.commands("hr broadcast everyone in Housing")
    await hr.fills({"Text in English": TEXT, "When": "at once"})
    assert "{course} needs an audience that is chosen by one course" in hr.errors["text"]


async def test_a_form_whose_drafts_were_saved_on_the_way_is_shown_when_it_is_sent_in(council, hr, owen):
    await hr.commands("hr broadcast everyone in Housing")
    answers = {"Text in English": "Hello", "When": "at once"}
    await hr.fills(answers, draft=True)
    await hr.fills(answers)
    assert "Check before it goes" in hr.last.text


async def test_it_can_be_written_a_question_at_a_time(council, hr, owen):
    await hr.says("hr broadcast everyone in Housing who lacks fire safety")
    await hr.says(TEXT, "skip")
    await hr.taps("No button")
    await hr.taps("Get it when they are back")
    await hr.says("tomorrow 9:30")
    assert "Owen Hughes" in hr.last.text
    assert "Schedule for Sat 21 Nov, 09:30 (London)" in [action.label for action in hr.last.actions]


async def test_hr_sees_how_it_arrives_on_each_platform(council, hr, owen):
    shown = await writes(hr)
    assert "Web (1): a message as in the preview." in shown


# --- when it goes ------------------------------------------------------------------------------------------------


async def test_a_scheduled_one_goes_at_its_time_and_in_working_time(council, hr, owen):
    await writes(hr, When="tomorrow 9:30")
    await hr.taps("Schedule for Sat 21 Nov, 09:30 (London)")
    assert "Goes on Sat 21 Nov, 09:30 (London)." in hr.last.text
    await council.goes_to("Sun 20:00")
    assert got(owen) == []
    await council.goes_to("Mon 09:01")
    assert len(got(owen)) == 1


async def test_at_once_means_at_any_hour_and_working_time_waits(council, hr, owen):
    await council.goes_to("Fri 21:00")
    await writes(hr, When="working time")
    await hr.taps("Send to one person")
    await goes(council)
    assert got(owen) == []
    assert "Later, in their working time: 1" in hr.last.text
    await writes(hr, When="at once")
    await hr.taps("Send to one person")
    await goes(council)
    assert len(got(owen)) == 1
    await council.goes_to("Mon 09:01")
    assert len(got(owen)) == 2


async def is_on_leave(council: Council, who: Resident) -> None:
    async with council.database.transaction() as store:
        await store.absences.add(
            Absence("leave", TENANT.id, who.person.id, date(2026, 11, 18), date(2026, 11, 25))
        )


async def test_people_on_leave_get_it_on_their_return(council, hr, owen):
    await is_on_leave(council, owen)
    await writes(hr)
    await hr.taps("Send to one person")
    await council.goes_to("Wed 12:00")
    assert got(owen) == []
    await council.goes_to("Thu 09:01")
    assert len(got(owen)) == 1


async def test_people_on_leave_are_left_out_where_hr_says_so(council, hr, owen, carys):
    await is_on_leave(council, owen)
    shown = await writes(hr, **{"People on leave": "Are left out"})
    assert "People on leave are left out." in shown
    await hr.taps("Send to 2 people")
    await goes(council)
    assert got(owen) == [] and len(got(carys)) == 1
    assert "Left out: 1 on leave" in hr.last.text
    await hr.taps("Report")
    assert re.search(r"Owen Hughes.*On leave", hr.last.text)


async def test_who_did_the_course_meanwhile_is_not_written_to(council, hr, owen, carys):
    await writes(hr, When="Monday 10:00")
    await hr.taps("Schedule for Mon 23 Nov, 10:00 (London)")
    progress = hr.last
    await _completes(council, owen, FIRE, date(2026, 11, 20))
    await council.goes_to("Mon 10:01")
    assert got(owen) == [] and len(got(carys)) == 1
    assert "1 no longer fit the audience" in progress.text


async def test_a_time_that_has_passed_is_pointed_out(council, hr, owen):
    await hr.commands("hr broadcast everyone in Housing")
    await hr.fills({"Text in English": "Hello", "When": "2026-11-19T10:00:00+00:00"})
    assert "I can’t read that as a time to come" in hr.errors["when"]


# --- no one twice ------------------------------------------------------------------------------------------------


async def test_a_second_tap_sends_nothing_twice(council, hr, owen, carys):
    await writes(hr)
    check = hr.last
    await hr.taps("Send to 2 people", check)
    await hr.taps("Send to 2 people", check)
    assert "on its way already" in hr.last.text
    await goes(council)
    await hr.taps("Send to 2 people", check)
    await goes(council)
    assert len(got(owen)) == len(got(carys)) == 1


async def test_a_crash_between_batches_loses_nobody_and_doubles_nobody(council, hr, monkeypatch):
    monkeypatch.setattr(run_broadcasts, "BATCH", 3)
    staff = [await council.hire(f"P{number} Person", team_id="planning") for number in range(8)]
    await writes(hr, "everyone in planning", **{"Text in English": "Hi"})
    await hr.taps("Send to 8 people")
    calls = 0
    queue = run_broadcasts._queue

    async def crash_at_the_second(*given: object) -> None:
        nonlocal calls
        calls += 1
        await queue(*given)  # type: ignore[arg-type]
        if calls == 2:
            raise RuntimeError("the machine stopped")

    monkeypatch.setattr(run_broadcasts, "_queue", crash_at_the_second)
    council.clock.move_to(council.clock.now() + timedelta(seconds=1))
    with pytest.raises(RuntimeError):
        await tick(council.database, council.clock)
    await council.deliver()
    assert sum(len(got(each)) for each in staff) == 3
    await goes(council)
    assert [len(got(each)) for each in staff] == [1] * 8


async def test_ten_thousand_never_go_in_one_transaction(council, hr, monkeypatch):
    monkeypatch.setattr(run_broadcasts, "BATCH", 2)
    sizes: list[int] = []
    queue = run_broadcasts._queue

    async def counted(store, broadcast, waiting, now) -> None:
        sizes.append(len(waiting))
        await queue(store, broadcast, waiting, now)

    monkeypatch.setattr(run_broadcasts, "_queue", counted)
    for number in range(5):
        await council.hire(f"P{number} Person", team_id="planning")
    await writes(hr, "everyone in planning", **{"Text in English": "Hi"})
    await hr.taps("Send to 5 people")
    await goes(council)
    assert sizes == [2, 2, 1]


# --- on its way --------------------------------------------------------------------------------------------------


async def test_progress_moves_along_in_one_message(council, hr, owen, carys):
    await writes(hr, **{"Button for them": "“I’ve booked it”"})
    await hr.taps("Send to 2 people")
    progress = hr.last
    before = len(hr.inbox)
    await goes(council, 60)
    assert "2 of 2 reached" in progress.text and progress.edited
    assert "finished" in progress.card.title
    await owen.taps("I’ve booked it")
    assert "You said it is booked." in owen.last.text
    await goes(council, 60)
    assert "Acted: 1" in progress.text
    assert len(hr.inbox) == before


async def test_a_second_tap_on_done_counts_once(council, hr, owen):
    await writes(hr, **{"Button for them": "“Done”"})
    await hr.taps("Send to one person")
    progress = hr.last
    await goes(council)
    button = next(action for action in owen.last.actions if action.label == "Done")
    await owen.sends_action(button.name, button.value)
    await owen.sends_action(button.name, button.value)
    await goes(council, 60)
    assert "Acted: 1" in progress.text


async def test_recording_the_training_is_acting(council, hr, owen):
    await writes(hr, **{"Button for them": "“Record the training”"})
    await hr.taps("Send to one person")
    progress = hr.last
    await goes(council)
    message = owen.last
    await owen.taps("Record the training")
    await owen.taps("Record it")
    assert "Recorded. Thank you." in message.text
    await goes(council, 60)
    assert "Acted: 1" in progress.text
    async with council.database.reading() as store:
        assert len(await store.training.completions_of([owen.person.id])) == 1


async def test_recording_it_in_plain_words_is_acting_too(council, hr, owen):
    await writes(hr, **{"Button for them": "“Record the training”"})
    await hr.taps("Send to one person")
    await goes(council)
    message = owen.last
    await owen.says("did fire safety yesterday")
    await owen.taps("Record it")
    assert "Recorded. Thank you." in message.text


async def test_what_has_not_gone_yet_does_not_go_once_it_is_cancelled(council, hr, owen, carys):
    await is_on_leave(council, owen)
    await writes(hr)
    await hr.taps("Send to 2 people")
    progress = hr.last
    await goes(council)
    await hr.taps("Cancel it")
    await council.goes_to("Thu 12:00")
    assert len(got(carys)) == 1 and got(owen) == []
    assert "Cancelled: 1" in progress.text and "Cancelled by Priya Shah" in progress.text


async def test_a_scheduled_one_can_be_cancelled(council, hr, owen):
    await writes(hr, When="Monday 10:00")
    await hr.taps("Schedule for Mon 23 Nov, 10:00 (London)")
    await hr.taps("Cancel it")
    await council.goes_to("Mon 12:00")
    assert got(owen) == []


async def _fails(council: Council, who: Resident, reason: str) -> None:
    """Let what waits for someone be given up."""
    async with council.database.transaction() as store:
        claimed = await store.outbox.claim(council.clock.now(), 60, 50)
        for delivery in claimed:
            if delivery.person_id == who.person.id:
                await store.outbox.dead(delivery, reason, council.clock.now())
            else:
                await store.outbox.sent([(delivery, council._arrive(delivery))], council.clock.now())


async def test_who_has_no_account_is_in_the_report_and_can_be_tried_again(council, hr, owen, carys):
    await writes(hr)
    await hr.taps("Send to 2 people")
    progress = hr.last
    council.clock.move_to(council.clock.now() + timedelta(seconds=1))
    await tick(council.database, council.clock)
    await _fails(council, owen, NO_ACCOUNT)
    await goes(council, 60)
    assert "Not reached: 1" in progress.text
    assert "No account with their work email was found: 1" in progress.text
    await hr.taps("Report")
    assert re.search(r"Owen Hughes.*No account with their work email was found", hr.last.text)
    await hr.taps("Try the one that failed again", hr.last)
    await goes(council, 60)
    assert len(got(owen)) == len(got(carys)) == 1
    assert "2 of 2 reached" in progress.text
    await hr.taps("Report", progress)
    assert "Not reached" not in hr.last.text


async def test_who_removed_milepost_gets_it_once_they_are_back_and_nobody_gets_it_twice(council, hr, owen, carys):
    await writes(hr)
    await hr.taps("Send to 2 people")
    progress = hr.last
    council.clock.move_to(council.clock.now() + timedelta(seconds=1))
    await tick(council.database, council.clock)
    await _fails(council, owen, OUT_OF_REACH)
    await goes(council, 60)
    for card in (progress.text, await hr.taps("Report", progress)):
        assert "1 of 2 reached" in card
        assert "Removed or blocked Milepost: 1" in card
        assert "Ask them to add Milepost again, then send again." in card
    # They are still away: it fails once more, and the author's message says so.
    await hr.taps("Try the one that failed again", hr.last)
    assert "on its way" in progress.text
    council.clock.move_to(council.clock.now() + timedelta(seconds=1))
    await tick(council.database, council.clock)
    await _fails(council, owen, OUT_OF_REACH)
    await goes(council, 60)
    assert "finished" in progress.text
    assert "Removed or blocked Milepost: 1" in progress.text
    retry = next(each for each in progress.actions if each.name == "broadcast.retry")
    for _ in range(2):
        await hr.sends_action(retry.name, retry.value)
    await goes(council, 60)
    assert len(got(owen)) == len(got(carys)) == 1
    assert "2 of 2 reached" in progress.text
    assert "Ask them to add Milepost again" not in progress.text


# --- approval ----------------------------------------------------------------------------------------------------


@pytest.fixture
async def second(council: Council, hr: Resident) -> Resident:
    """Another person of HR, who approves broadcasts to more than one person."""
    second = await council.hire("Ruth Bennett", access=Access.HR)
    await hr.says("hr broadcasts limit 1")
    assert "more than 1 people" in hr.last.text
    return second


async def test_a_large_audience_waits_for_a_second_person(council, hr, second, owen, carys):
    shown = await writes(hr)
    assert "For more than 1 people a second person of HR has to approve it." in shown
    await hr.taps("Ask for approval")
    await goes(council)
    assert got(owen) == []
    assert "Hello {first name}" in second.last.text and "2 people" in second.last.text
    await second.taps("Approve and send")
    await goes(council)
    assert len(got(owen)) == len(got(carys)) == 1
    assert any("Approved by Ruth Bennett" in text for text in hr.texts)
    assert any("Approved by Ruth Bennett" in text for text in second.texts)


async def test_each_card_says_what_a_broadcast_still_waits_for(council, hr, second, owen, carys):
    assert "Goes as soon as you send it" in await writes(hr, When="")
    await hr.taps("Ask for approval")
    assert "Goes as soon as it is approved; each person gets it in their working time." in second.last.text
    await second.taps("Approve and send")
    for reader in (hr, second):
        assert any("Each person gets it in their working time." in text for text in reader.texts)
        assert "as soon as" not in reader.last.text


async def test_whom_it_is_for_stands_above_the_question_for_the_text(hr, owen, carys):
    asked = await hr.says("hr broadcast everyone in housing who lacks fire")
    assert "To everyone in the team Housing and lacking Fire safety" in asked
    assert "To everyone" not in await hr.says("Please do it soon.")


async def test_nobody_approves_their_own(council, hr, second, owen, carys):
    await writes(hr)
    await hr.taps("Ask for approval")
    approve = next(action for action in second.last.actions if action.label == "Approve and send")
    await hr.sends_action(approve.name, approve.value)
    assert "Whoever wrote a broadcast cannot approve it." in hr.last.text
    await goes(council)
    assert got(owen) == []


async def test_a_text_cannot_change_once_approval_was_asked_for(council, hr, second, owen, carys):
    await writes(hr)
    check = hr.last
    await hr.commands("hr broadcast everyone in Housing who lacks fire safety")
    stale = hr.form
    await hr.taps("Change it", check)
    form = hr.form
    await hr.taps("Ask for approval", check)
    hr.form = form
    await hr.fills({"Text in English": "Something quite different"})
    assert "cannot change" in hr.last.text
    await second.taps("Approve and send")
    await goes(council)
    assert "different" not in owen.last.text
    assert stale is not None


async def test_sent_back_it_can_be_changed_and_asked_for_again(council, hr, second, owen, carys):
    await writes(hr)
    await hr.taps("Ask for approval")
    await second.taps("Send it back")
    assert any("sent it back" in text for text in hr.texts)
    await hr.taps("Change it", next(m for m in reversed(hr.inbox) if "sent it back" in m.text))
    await hr.fills({"Text in English": "Hello again {first name}"})
    await hr.taps("Ask for approval", hr.last)
    await second.taps("Approve and send", second.last)
    await goes(council)
    assert "Hello again Owen" in owen.last.text


async def test_two_approvals_at_once_send_once(council, hr, second, owen, carys):
    third = await council.hire("Sam Third", access=Access.HR)
    await writes(hr)
    await hr.taps("Ask for approval")
    approve = next(action for action in third.last.actions if action.label == "Approve and send")
    await second.taps("Approve and send")
    await third.sends_action(approve.name, approve.value)
    assert "on its way already" in third.last.text
    await goes(council)
    assert len(got(owen)) == 1


async def test_without_a_second_person_hr_is_told_what_to_do(council, hr, owen, carys):
    await hr.says("hr broadcasts limit 1")
    await writes(hr)
    await hr.taps("Ask for approval")
    assert "there is none" in hr.last.text
    await goes(council)
    assert got(owen) == []


# --- the list, and who may ---------------------------------------------------------------------------------------


async def test_past_and_scheduled_ones_are_listed_with_their_figures(council, hr, owen, carys):
    await writes(hr)
    await hr.taps("Send to 2 people")
    await goes(council)
    await writes(hr, "everyone in Housing", **{"Text in English": "Hi", "When": "Monday 10:00"})
    await hr.taps("Schedule for Mon 23 Nov, 10:00 (London)")
    await hr.says("hr broadcasts")
    assert "Still to go" in hr.last.text and "Gone" in hr.last.text
    assert "2 sent, 0 acted, 0 not reached" in hr.last.text


async def test_one_that_went_can_be_repeated(council, hr, owen, carys):
    await writes(hr)
    await hr.taps("Send to 2 people")
    await goes(council)
    await _completes(council, owen, FIRE, date(2026, 11, 20))
    await hr.taps("Repeat it")
    await hr.fills({"When": "at once"})
    await hr.taps("Send to one person")
    await goes(council)
    assert len(got(owen)) == 1 and len(got(carys)) == 2


async def test_others_are_told_the_same_whatever_they_name(council, hr, owen, carys):
    await writes(hr)
    broadcast_id = next(a.value for a in hr.last.actions if a.name == "broadcast.send")
    said = set()
    for name in ("send", "approve", "cancel", "report", "who", "retry", "repeat", "change", "drop", "take_back"):
        for value in (broadcast_id, "made-up"):
            await owen.sends_action(f"broadcast.{name}", value)
            said.add(owen.last.text)
    said.add(await owen.says("hr broadcast everyone"))
    said.add(await owen.says("hr broadcasts"))
    assert len(said) == 1
    await goes(council)
    assert got(carys) == []


async def test_only_who_got_it_can_act_on_it(council, hr, owen, dara):
    await writes(hr, **{"Button for them": "“Done”"})
    await hr.taps("Send to one person")
    progress = hr.last
    await goes(council)
    button = next(action for action in owen.last.actions if action.label == "Done")
    await dara.sends_action(button.name, button.value)
    await goes(council, 60)
    assert "Acted: 0" in progress.text


async def test_who_lost_the_right_cannot_send_what_they_wrote(council, hr, owen):
    await writes(hr)
    check = hr.last
    async with council.database.transaction() as store:
        await store.people.save([replace(hr.person, access=Access.STAFF)])
    await hr.taps("Send to one person", check)
    assert "That is for HR" in hr.last.text
    await goes(council)
    assert got(owen) == []


async def test_who_wrote_approved_and_cancelled_stays_in_the_row(council, hr, second, owen, carys):
    await writes(hr, When="Monday 10:00")
    await hr.taps("Ask for approval")
    await second.taps("Approve and send")
    await hr.taps("Cancel it")
    async with council.database.reading() as store:
        (kept,) = await store.broadcasts.latest(TENANT.id, 5)
    assert (kept.author_id, kept.approved_by_id, kept.cancelled_by_id) == ("priya", "ruth", "priya")
    assert kept.approved_at == kept.cancelled_at == datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
