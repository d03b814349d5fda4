"""Objectives are looked after: pages, changes with reasons, milestones, sharing, pauses, endings, hand-overs."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.chat.card import ProgressBar
from core.chat.event import ActionChosen, TextReceived
from core.keep_up import ACTIONS
from core.model.measure import Direction
from core.model.objective import Milestone, ObjectiveState, Progress, Status
from core.model.person import Employment, Language, Team
from core.services.import_objectives import import_objectives
from core.services.import_people import import_people
from tests.stories.council import TENANT

DUE = date(2027, 3, 31)

BUTTONS = tuple(name.removeprefix("objective.") for name in ACTIONS if name.startswith("objective."))
"""Everything that a button about one objective can do."""


@pytest.fixture
async def lead(council):
    return await council.hire("Megan Price")


@pytest.fixture
async def amira(council, lead):
    return await council.hire("Amira Hassan", manager=lead)


@pytest.fixture
async def complaints(council, amira):
    return await council.sets_objective(amira, "Answer complaints faster", due_on=DUE)


async def stored(council, objective_id):
    async with council.database.reading() as store:
        return (await store.objectives.by_ids([objective_id]))[objective_id]


async def changes(council, objective_id):
    async with council.database.reading() as store:
        return await store.objectives.changes_of(objective_id)


async def saved(council, *objectives):
    async with council.database.transaction() as store:
        await store.objectives.save(objectives, council.clock.now())


async def owned(council, resident):
    async with council.database.reading() as store:
        return (await store.objectives.all_for([resident.person.id])).get(resident.person.id, [])


def labels(message):
    return [action.label for action in message.actions]


def bars(message):
    return {part.label: part for part in message.card.parts if isinstance(part, ProgressBar)}


# --- the page -------------------------------------------------------------------------------------------------


async def test_a_number_in_the_list_or_words_of_the_title_open_the_page(council, amira, complaints):
    await council.sets_objective(amira, "Fill every vacancy")
    listed = await amira.says("objectives")
    assert "1. Answer complaints faster" in listed
    assert "2. Fill every vacancy" in listed
    for said in ("objectives 1", "objectives complaints", "objectives answer complaints faster", "goals 1"):
        page = await amira.says(said)
        assert page.startswith("Answer complaints faster")
        assert "was 15 days" in page
        assert "Read by you and your line manager, Megan Price." in page
    assert {"Change", "Share", "Pause", "Close", "Hand over"} <= set(labels(amira.last))


async def test_when_two_fit_it_asks_and_one_tap_answers(council, amira, complaints):
    await council.sets_objective(amira, "Log complaints the same day")
    asked = await amira.says("objectives complaints")
    assert "Which objective do you mean?" in asked
    assert (await amira.taps("2. Log complaints the same day")).startswith("Log complaints the same day")


async def test_when_none_fits_the_list_is_offered_and_nothing_is_changed(amira, complaints):
    asked = await amira.says("objectives zebra crossing")
    assert "couldn’t tell which one “zebra crossing” is" in asked
    assert "1. Answer complaints faster" in labels(amira.last)


async def test_past_figures_stand_on_the_page_newest_first(council, amira, complaints):
    for value in ("14 days", "12 days"):
        await council.goes_to("Mon 10:00")
        await amira.taps("Answer in a form")
        await amira.fills({"Where is it now?": value, "Status": "On track"})
    page = await amira.says("objectives 1")
    assert "Past figures" in page
    assert page.index("Figure: 12 days") < page.index("Figure: 14 days")


async def test_the_line_manager_sees_a_report_s_objectives_with_the_same_buttons(council, lead, amira, complaints):
    for said in ("objectives @Amira", "objectives @Amira Hassan", "objectives Amira"):
        assert (await lead.says(said)).startswith("Objectives of Amira Hassan")
    await lead.taps("1. Answer complaints faster")
    assert {"Change", "Share", "Pause", "Close"} <= set(labels(lead.last))
    assert "Read by Amira Hassan and you as the line manager." in lead.last.text


async def test_colleagues_strangers_and_the_manager_s_manager_get_one_refusal(council, lead, amira, complaints):
    director = await council.hire("Dora Chief")
    async with council.database.transaction() as store:
        await store.people.save([replace(lead.person, manager_id=director.person.id)])
    colleague = await council.hire("Ben Lloyd", manager=lead)
    for nosy in (colleague, director):
        answers = set()
        for value in (complaints.id, "no-such-objective", ""):
            for name in BUTTONS:
                before = len(nosy.inbox)
                await nosy.sends_action(f"objective.{name}", f"{value}|{nosy.person.id}" if "_" in name else value)
                assert len(nosy.inbox) == before + 1, name
                answers.add(nosy.last.text)
        assert len(answers) == 1
        assert "complaints" not in answers.pop()
        assert nosy.form is None
    assert "I can’t show that" in await colleague.says("objectives @Amira")
    assert await changes(council, complaints.id) == []
    assert await stored(council, complaints.id) == complaints


async def test_a_forged_conversation_about_someone_else_s_objective_goes_nowhere(council, amira, complaints):
    mallory = await council.hire("Mallory Quick")
    for flow in ("change_objective", "pause_objective", "close_objective", "carry_on_objective", "share_objective",
                 "hand_over_objective", "edit_milestones", "hand_over_note"):  # fmt: skip
        about = amira.person.id if flow == "hand_over_note" else complaints.id
        await mallory.sends_action("flow.form", f"{flow}|{about}.forged")
        assert mallory.form is None
        assert "no longer here" in mallory.last.text
    await mallory.sends_action("flow.form", f"pause_all|{amira.person.id}.forged")
    assert mallory.form is None
    assert await stored(council, complaints.id) == complaints


# --- changing -------------------------------------------------------------------------------------------------


async def test_a_changed_target_keeps_who_and_why_and_the_other_party_is_told_once(
    council, lead, amira, complaints
):
    await lead.says("objectives @Amira")
    await lead.taps("1. Answer complaints faster")
    await lead.taps("Change")
    assert {part.label: part.value for part in lead.form.parts if hasattr(part, "key")}["Target"] == "8 days"
    await lead.fills({"Target": "10 days", "Why": "Two vacancies"})
    assert lead.errors == {}
    line = "Target changed from 8 days to 10 days by Megan Price on 20 November 2026: Two vacancies"
    assert line in lead.last.text
    assert len(amira.inbox) == 1
    assert "Megan Price has changed “Answer complaints faster”" in amira.last.text
    assert line in amira.last.text
    assert line in await amira.taps("Open it")
    (change,) = await changes(council, complaints.id)
    assert (change.field, change.before, change.after) == ("target", "8", "10")
    assert (change.by_id, change.reason) == (lead.person.id, "Two vacancies")


async def test_without_a_reason_a_target_does_not_change_and_nothing_typed_is_lost(council, amira, complaints):
    await amira.says("objectives 1")
    await amira.taps("Change")
    await amira.fills({"Target": "10 days", "Objective": "Answer every complaint faster"})
    assert "say why in a few words" in next(iter(amira.errors.values()))
    shown = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert (shown["Target"], shown["Objective"]) == ("10 days", "Answer every complaint faster")
    assert await changes(council, complaints.id) == []
    await amira.fills({"Why": "New law"})
    assert {each.field for each in await changes(council, complaints.id)} == {"target", "title"}


async def test_a_title_changes_without_a_reason_and_is_in_the_history_too(council, lead, amira, complaints):
    await amira.says("objectives 1")
    await amira.taps("Change")
    await amira.fills({"Objective": "Answer residents faster", "For whom": "residents"})
    assert [each.field for each in await changes(council, complaints.id)] == ["title", "for_whom"]
    assert "Title changed from “Answer complaints faster” to “Answer residents faster”" in lead.last.text


@pytest.mark.parametrize(
    ("label", "typed", "told"),
    [
        ("Target", "15 days", "same as the starting value"),
        ("Target", "2 weeks", "If you mean 14 days"),
        ("Target", "62%", "is in another unit"),
        ("Target", "banana", "couldn’t read a figure"),
        ("Due date", "1 March 2020", "not a day still to come"),
        ("Due date", "whenever", "couldn’t read a date"),
        ("Objective", "fill EVERY vacancy", "is an objective called “fill EVERY vacancy” already"),
        ("Weight", "-2", "above nought"),
    ],
)
async def test_what_does_not_fit_is_named_with_its_fix_and_kept(council, amira, complaints, label, typed, told):
    await council.sets_objective(amira, "Fill every vacancy")
    await amira.says("objectives 1")
    await amira.taps("Change")
    await amira.fills({label: typed, "Why": "A long reason worth keeping"})
    assert told in " ".join(amira.errors.values())
    shown = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert (shown[label], shown["Why"]) == (typed, "A long reason worth keeping")
    assert await stored(council, complaints.id) == complaints


async def test_an_overdue_objective_can_be_changed_without_touching_its_date(council, amira, complaints):
    await saved(council, replace(complaints, due_on=date(2026, 11, 1)))
    await amira.says("objectives 1")
    await amira.taps("Change")
    await amira.fills({"For whom": "tenants"})
    assert amira.errors == {}
    assert (await stored(council, complaints.id)).for_whom == "tenants"


async def test_in_one_typed_sentence(council, lead, amira, complaints):
    said = await amira.says("change objective 1 target to 10 days because of two vacancies")
    assert "Target changed from 8 days to 10 days by Amira Hassan on 20 November 2026: two vacancies" in said
    assert "two vacancies" in lead.last.text
    assert (await stored(council, complaints.id)).target == 10


async def test_a_typed_change_without_a_reason_is_asked_for_one(council, amira, complaints):
    assert "Why does it change?" in await amira.says("change objective complaints target to 10 days")
    assert (await stored(council, complaints.id)).target == 8
    assert "two vacancies" in await amira.says("two vacancies")
    assert (await stored(council, complaints.id)).target == 10


async def test_a_typed_change_in_the_wrong_unit_is_asked_again_with_the_figure_it_would_be(
    council, amira, complaints
):
    await amira.says("change objective 1 target to 2 weeks because of two vacancies")
    assert any("If you mean 14 days" in text for text in amira.texts)
    await amira.says("10 days")
    assert (await stored(council, complaints.id)).target == 10
    assert [each.reason for each in await changes(council, complaints.id)] == ["two vacancies"]


async def test_gone_through_in_chat_skipping_leaves_everything_as_it_is(council, amira, complaints):
    assert "one sentence" in await amira.says("change objective 1")
    question = await amira.taps("Go through it here")
    assert "What should it be called?" in question
    assert "Answer complaints faster" in question
    await amira.says("skip", "skip", "skip", "skip")
    assert "Which target?" in amira.last.text
    await amira.says("10 days", "skip", "skip", "skip")
    assert "Why does it change?" in amira.last.text
    await amira.says("Two vacancies")
    after = await stored(council, complaints.id)
    assert after == replace(complaints, target=10.0)


async def test_the_percentage_follows_the_new_target_and_past_reports_stay(council, amira, complaints):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Where is it now?": "11.5 days", "Status": "On track"})
    assert (await stored(council, complaints.id)).latest.percent == pytest.approx(50)
    await amira.says("change objective 1 target to 11.5 days because of two vacancies")
    assert (await stored(council, complaints.id)).latest.percent == pytest.approx(100)
    async with council.database.reading() as store:
        (past,) = (await store.objectives.history_of([complaints.id]))[complaints.id]
    assert past.percent == pytest.approx(50)


async def test_someone_else_s_change_in_the_meantime_is_kept(council, lead, amira, complaints):
    await amira.says("objectives 1")
    await amira.taps("Change")
    await lead.says("objectives @Amira")
    await lead.taps("1. Answer complaints faster")
    await lead.taps("Change")
    await lead.fills({"Target": "10 days", "Why": "Two vacancies"})
    await amira.fills({"For whom": "tenants"})
    after = await stored(council, complaints.id)
    assert (after.target, after.for_whom) == (10, "tenants")


async def test_events_that_come_twice_change_once(council, lead, amira, complaints):
    await amira.says("objectives 1")
    await amira.taps("Change")
    form = amira.form
    await amira.fills({"Target": "10 days", "Why": "Two vacancies"})
    amira.form = form
    await amira.fills({"Target": "10 days", "Why": "Two vacancies"})
    assert len(await changes(council, complaints.id)) == 1
    assert len(lead.inbox) == 1
    event = TextReceived(amira._origin(), "pause objective 1 until 4 January because of a secondment")
    await council.bring(amira, event)
    told = len(lead.inbox)
    await council.bring(amira, event)
    assert len(lead.inbox) == told
    assert len(await changes(council, complaints.id)) == 3


async def test_a_range_has_a_lower_limit_and_it_must_be_the_lower_one(council, amira):
    room = await council.sets_objective(
        amira, "Keep wards comfortable", unit="degrees", baseline=25.0, target=22.0
    )
    await saved(council, replace(room, direction=Direction.WITHIN, floor=18.0))
    await amira.says("objectives 1")
    await amira.taps("Change")
    await amira.fills({"Lower limit": "23 degrees", "Why": "Cold winter"})
    assert "below the upper one" in next(iter(amira.errors.values()))
    await amira.fills({"Lower limit": "17 degrees"})
    assert (await stored(council, room.id)).floor == 17


async def test_a_file_that_changes_a_known_objective_leaves_its_mark(council, amira, complaints):
    async with council.database.transaction() as store:
        await store.objectives.set_latest({complaints.id: Progress(value=11.5, percent=50)})
        row = {
            "email": amira.person.email,
            "title": complaints.title,
            "measure": complaints.measure,
            "target": "11.5",
        }
        report = await import_objectives(store, TENANT.id, [(2, row)], council.clock.now())
    assert not report.is_refused
    assert "Target changed from 8 days to 11.5 days by the file of 20 November 2026" in await amira.says(
        "objectives 1"
    )
    assert (await stored(council, complaints.id)).latest.percent == pytest.approx(100)
    async with council.database.transaction() as store:
        await import_objectives(store, TENANT.id, [(2, row)], council.clock.now())
    assert len(await changes(council, complaints.id)) == 1


# --- milestones -----------------------------------------------------------------------------------------------


async def with_steps(council, amira, *steps):
    move = await council.sets_objective(
        amira, "Move the archive", measure="Steps done", unit="", baseline=0.0, target=float(len(steps) or 1)
    )
    await saved(council, replace(move, direction=Direction.MILESTONES, milestones=steps))
    return move


async def test_milestones_are_typed_a_line_each(council, lead, amira):
    move = await with_steps(council, amira)
    await amira.says("objectives 1")
    await amira.taps("Milestones")
    await amira.fills({"Milestones, one a line": "- Survey by 1 Dec\nPack, due 31 Jan\nMove in"})
    after = await stored(council, move.id)
    assert [(each.title, each.due_on) for each in after.milestones] == [
        ("Survey", date(2026, 12, 1)),
        ("Pack", date(2027, 1, 31)),
        ("Move in", None),
    ]
    assert after.latest.percent == 0
    assert "Milestones: 0 of 3 done" in amira.last.text
    assert "Milestones: Survey by 1 Dec, Pack by 31 Jan, Move in by Amira Hassan" in lead.last.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Survey by 1 Dec\nPack by 45 Febtember", "the date in “Pack by 45 Febtember”"),
        ("Survey by 1 March 2020", "has passed"),
        ("Survey\nsurvey", "there twice"),
        ("\n".join(f"Step {n}" for n in range(40)), "40 milestones"),
    ],
)
async def test_a_line_that_cannot_be_kept_is_named(council, amira, typed, told):
    await with_steps(council, amira)
    await amira.says("objectives 1")
    await amira.taps("Milestones")
    await amira.fills({"Milestones, one a line": typed})
    assert told in next(iter(amira.errors.values()))
    assert next(part for part in amira.form.parts if hasattr(part, "key")).value == typed


async def test_ticking_by_button_or_in_words_counts_as_progress_and_stays_in_the_past_figures(council, amira):
    move = await with_steps(
        council, amira, Milestone("Survey", date(2026, 11, 1)), Milestone("Pack"), Milestone("Move")
    )
    await council.goes_to("Mon 10:00")
    page = await amira.says("objectives 1")
    assert "Milestone: Survey; Due: Sun 1 Nov; State: overdue" in page
    done = await amira.taps("✓ Survey")
    assert "“Survey” is done" in done
    assert "✓ done Mon 23 Nov" in done
    assert (await stored(council, move.id)).latest.value == 1
    assert "“Pack” is done" in await amira.says("done pack")
    after = await stored(council, move.id)
    assert after.latest.value == 2
    assert after.latest.percent == pytest.approx(200 / 3)
    async with council.database.reading() as store:
        assert [each.value for each in (await store.objectives.history_of([move.id]))[move.id]] == [2]
    await amira.sends_action("objective.tick", f"{move.id}|Pack")
    assert await stored(council, move.id) == after
    assert len(await changes(council, move.id)) == 2


async def test_done_with_words_that_fit_two_milestones_asks(council, amira):
    await with_steps(council, amira, Milestone("Survey the north wing"), Milestone("Survey the south wing"))
    assert "Which milestone do you mean?" in await amira.says("done survey")
    assert "“Survey the south wing” is done" in await amira.taps("Survey the south wing (Move the archive)")


async def test_a_number_said_at_the_check_in_ticks_as_many_and_silence_keeps_them(council, amira):
    move = await with_steps(council, amira, Milestone("Survey"), Milestone("Pack"), Milestone("Move"))
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Where is it now?": "2 of 3", "Status": "On track"})
    after = await stored(council, move.id)
    assert [each.done_on is not None for each in after.milestones] == [True, True, False]
    assert after.latest.value == 2
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Status": "At risk"})
    after = await stored(council, move.id)
    assert (after.latest.value, after.latest.status) == (2, Status.AT_RISK)


# --- pausing --------------------------------------------------------------------------------------------------


async def test_a_paused_objective_is_nowhere_until_it_comes_back_by_itself(council, lead, amira, complaints):
    await council.sets_objective(amira, "Fill every vacancy")
    said = await amira.says("pause objective 1 until 2 December because of a secondment")
    assert "Paused until 2 December 2026." in said
    assert "has paused “Answer complaints faster”" in lead.last.text
    assert "secondment" in lead.last.text
    await council.goes_to("Mon 10:00")
    assert "complaints" not in amira.last.text
    assert "complaints" not in await lead.says("team @Amira")
    assert "complaints" not in await amira.opens_home()
    listed = await amira.says("objectives")
    assert "Paused; it comes back on 2 December 2026." in listed
    assert bars(amira.last)["1. Answer complaints faster"].percent is None
    before = len(amira.inbox)
    await council.goes_to("Wed 09:29")
    await council.goes_to("Wed 09:29")
    assert not any("is back" in each.text for each in amira.inbox[before:])
    await council.goes_to("Wed 09:30")
    assert (await stored(council, complaints.id)).state is ObjectiveState.ACTIVE
    assert "Hello Amira, an objective is back" in amira.last.text
    assert "nothing to catch up on" in amira.last.text
    assert "Resumed, by itself on 2 December 2026" in await amira.taps("1. Answer complaints faster")
    await council.goes_to("Mon 10:00")
    assert "Answer complaints faster" in amira.last.text


async def test_a_pause_in_a_form_and_its_early_end(council, lead, amira, complaints):
    await amira.says("objectives 1")
    await amira.taps("Pause")
    await amira.fills({"Comes back on": "20 November 2026"})
    assert "not a day still to come" in next(iter(amira.errors.values()))
    await amira.fills({"Comes back on": ""})
    assert "Paused until you resume it." in amira.last.text
    assert (await stored(council, complaints.id)).paused_until is None
    assert "It counts again" in await amira.taps("Resume")
    assert (await stored(council, complaints.id)).state is ObjectiveState.ACTIVE
    assert "has resumed" in lead.last.text


async def test_story_17_long_absence_pauses_all_in_one_command_and_ends_gently(council, lead, amira, complaints):
    await council.sets_objective(amira, "Fill every vacancy")
    shared = await council.sets_objective(amira, "Run the open day")
    ben = await council.hire("Ben Lloyd", manager=lead)
    async with council.database.transaction() as store:
        await store.objectives.share(shared.id, [ben.person.id])
    told = len(lead.inbox)
    said = await amira.says("pause all my objectives until 4 January 2027 because of maternity leave")
    assert "2 objectives are paused until 4 January 2027." in said
    assert "One that you share goes on with the others." in said
    assert len(lead.inbox) == told + 1
    assert "2 objectives" in lead.last.text
    assert "maternity" not in " ".join(ben.texts)
    states = {each.title: each.state for each in await owned(council, amira)}
    assert states == {
        "Answer complaints faster": ObjectiveState.PAUSED,
        "Fill every vacancy": ObjectiveState.PAUSED,
        "Run the open day": ObjectiveState.ACTIVE,
    }
    # It comes along with the check-in, which is due that morning.
    await council.time_passes_until(datetime(2027, 1, 4, 10, 30, tzinfo=UTC))
    back = [text for text in amira.texts if "objectives are back" in text]
    assert len(back) == 1
    assert "make it smaller or later" in back[0]


async def test_a_pause_whose_end_cannot_be_read_changes_nothing(council, amira, complaints):
    assert "Until when?" in await amira.says("pause objective 1 until the cows come home")
    assert await stored(council, complaints.id) == complaints


async def test_a_conversation_in_progress_does_not_swallow_a_request(council, amira, complaints):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer here in chat")
    assert "Paused until" in await amira.says("pause objective 1 until 4 January 2027")


# --- endings --------------------------------------------------------------------------------------------------


async def test_closing_says_how_it_ended_and_keeps_it_under_closed(council, lead, amira, complaints):
    await amira.says("objectives 1")
    await amira.taps("Close")
    await amira.fills({"How did it end?": "not reached", "Anything to remember": "The phones were down"})
    assert "Closed on 20 November 2026: not reached" in amira.last.text
    assert "Closed (not reached) by Amira Hassan on 20 November 2026: The phones were down" in lead.last.text
    assert "no objectives yet" in await amira.says("objectives")
    assert "Closed on 20 November 2026: not reached" in await amira.says("objectives closed")
    await council.goes_to("Mon 10:00")
    assert "complaints" not in amira.last.text


async def test_when_its_date_has_passed_the_list_and_the_page_offer_to_close_or_carry_on(
    council, amira, complaints
):
    await council.time_passes_until(datetime(2027, 4, 1, 9, 0, tzinfo=UTC))
    assert "Its date has passed. Close it with how it ended, or carry it on." in await amira.says("objectives")
    assert "Carry on into next year" in labels((await amira.says("objectives 1"), amira.last)[1])


async def test_carrying_on_begins_where_the_old_one_stands(council, lead, amira, complaints):
    await council.time_passes_until(datetime(2027, 4, 1, 9, 0, tzinfo=UTC))
    async with council.database.transaction() as store:
        await store.objectives.set_latest({complaints.id: Progress(value=10.0, percent=71.0)})
    await amira.says("objectives 1")
    await amira.taps("Carry on into next year")
    shown = {part.label: part.value for part in amira.form.parts if hasattr(part, "key")}
    assert (shown["New target"], shown["New due date"]) == ("8 days", "31 March 2028")
    form = amira.form
    await amira.fills({"How did the old one end?": "not reached", "New target": "6 days"})
    old, new = sorted(await owned(council, amira), key=lambda each: each.carried_from_id or "")
    assert (old.state, old.closed_on) == (ObjectiveState.CLOSED, date(2027, 4, 1))
    assert (new.carried_from_id, new.baseline, new.target, new.due_on) == (old.id, 10, 6, date(2028, 3, 31))
    assert (new.latest.value, new.latest.percent) == (10, 0)
    assert "Carries on: Answer complaints faster" in amira.last.text
    assert "carries on “Answer complaints faster”" in lead.last.text
    amira.form = form
    await amira.fills({"How did the old one end?": "not reached", "New target": "6 days"})
    assert len(await owned(council, amira)) == 2


async def test_a_target_that_is_reached_already_is_no_target_for_the_next_year(council, amira, complaints):
    async with council.database.transaction() as store:
        await store.objectives.set_latest({complaints.id: Progress(value=8.0, percent=100.0)})
    await amira.says("carry on objective 1")
    await amira.says("reached", "8 days", "skip")
    assert "It stands at 8 days already" in amira.last.text
    assert len(await owned(council, amira)) == 1
    await amira.taps("Open as a form")
    await amira.fills({"New target": "6 days"})
    assert len(await owned(council, amira)) == 2


# --- sharing --------------------------------------------------------------------------------------------------


async def test_story_12_job_share_partners_see_the_figures_and_not_each_other_s_words(
    council, lead, amira, complaints
):
    other_lead = await council.hire("Otis Grant")
    ben = await council.hire("Ben Lloyd", manager=other_lead)
    assert "Shared with Ben Lloyd" in await amira.says("share objective 1 with Ben Lloyd")
    assert "has shared “Answer complaints faster” with you" in ben.last.text
    assert "has shared “Answer complaints faster” with Ben Lloyd" in lead.last.text
    await council.goes_to("Mon 10:00")
    for each in (amira, ben):
        assert "Answer complaints faster" in each.last.text
    await amira.taps("Answer in a form")
    await amira.fills(
        {
            "Where is it now?": "12 days",
            "Status": "At risk",
            "What helped, or got in the way?": "I am exhausted",
            "Was anything outside your control part of it?": "Yes",
        }
    )
    page = await ben.says("objectives 1")
    assert "Now 12 days" in page
    assert "Reported by Amira Hassan on Mon 23 Nov" in page
    assert "exhausted" not in page
    assert "Change" not in labels(ben.last)
    assert "exhausted" not in await other_lead.says("team @Ben")
    assert "exhausted" not in await other_lead.says("team")
    assert "exhausted" not in await other_lead.says("team summary")
    assert "exhausted" in await lead.says("team @Amira")
    assert "exhausted" in await lead.says("team summary")
    assert "exhausted" in await amira.says("objectives 1")


async def test_a_further_owner_reports_and_may_leave_but_changes_nothing(council, lead, amira, complaints):
    ben = await council.hire("Ben Lloyd", manager=lead)
    await amira.says("share objective 1 with ben.lloyd@nowhere", "share objective 1 with Ben")
    for asked in ("change objective 1 target to 3 days because I can", "pause objective 1", "close objective 1"):
        assert "I can’t show that" in await ben.says(asked)
    await council.goes_to("Mon 10:00")
    await ben.taps("Answer in a form")
    await ben.fills({"Where is it now?": "11 days", "Status": "On track"})
    assert (await stored(council, complaints.id)).latest.value == 11
    await ben.says("objectives 1")
    assert "You no longer share it" in await ben.taps("Leave it to the others")
    assert ben.last.actions == [], "nothing of it is theirs to open any more"
    assert "no longer shared with Ben Lloyd" in amira.last.text
    assert "no objectives yet" in await ben.says("objectives")
    assert "Reported by" not in await amira.says("objectives 1")
    assert "Figure: 11 days" in amira.last.text or "Now 11 days" in amira.last.text


async def test_a_name_that_fits_nobody_for_certain_is_asked_about(council, lead, amira, complaints):
    await council.hire("Benjamin Lloyd", manager=lead)
    assert "I’m not sure who “Benjamin Loyd” is" in await amira.says("share objective 1 with Benjamin Loyd")
    assert "Shared with Benjamin Lloyd" in await amira.taps("Benjamin Lloyd")
    assert "couldn’t find a colleague called “Xerxes”" in await amira.says("share objective 1 with Xerxes")
    await amira.says("objectives 1")
    assert "no longer shared with Benjamin Lloyd" in await amira.taps("Stop sharing with Benjamin Lloyd")


async def test_reasons_for_a_pause_are_kept_from_those_who_share_it(council, lead, amira, complaints):
    ben = await council.hire("Ben Lloyd", manager=lead)
    await amira.says("share objective 1 with Ben Lloyd")
    await amira.says("pause objective 1 until 4 January 2027 because of surgery")
    assert "surgery" in lead.last.text
    assert "Paused until 4 January 2027" in ben.last.text
    assert "surgery" not in " ".join(ben.texts)
    assert "surgery" not in await ben.taps("Open it")


# --- weights --------------------------------------------------------------------------------------------------


async def test_weights_are_shares_of_the_whole_and_count_in_the_overall_progress(council, amira, complaints):
    vacancies = await council.sets_objective(amira, "Fill every vacancy", weight=3.0)
    paused = await council.sets_objective(amira, "Run the open day", weight=5.0)
    await saved(council, replace(paused, state=ObjectiveState.PAUSED))
    async with council.database.transaction() as store:
        await store.objectives.set_latest(
            {
                complaints.id: Progress(percent=20.0),
                vacancies.id: Progress(percent=60.0),
                paused.id: Progress(percent=0),
            }
        )
    listed = await amira.says("objectives")
    assert "Counts for 25%" in listed
    assert "Counts for 75%" in listed
    assert "50% of the way over 2 objectives, each by its weight" in listed
    assert "50% of the way" in await amira.opens_home()
    assert "Counts for: 75%" in await amira.says("objectives 2")
    assert "Weight changed from 3 to 1" in await amira.says("change objective 2 weight to 1")
    assert "Counts for" not in await amira.says("objectives")


# --- handing over ---------------------------------------------------------------------------------------------


async def test_handing_over_all_with_a_note(council, lead, amira, complaints):
    other_lead = await council.hire("Otis Grant")
    ben = await council.hire("Ben Lloyd", manager=other_lead)
    await council.sets_objective(amira, "Fill every vacancy")
    said = await amira.says("objectives hand over @Ben Lloyd: everything is in the shared drive")
    assert "Ben Lloyd answers for all 2 from now on" in said
    assert "Amira Hassan hands over to you" in ben.last.text
    assert "everything is in the shared drive" in ben.last.text
    assert "Amira Hassan has handed over to Ben Lloyd" in lead.last.text
    assert "Amira Hassan has handed over to Ben Lloyd" in other_lead.last.text
    assert "no objectives yet" in await amira.says("objectives")
    page = await ben.taps("1. Answer complaints faster")
    assert "Handed over from Amira Hassan to Ben Lloyd by Amira Hassan" in page
    assert "I can’t show that" in (await lead.sends_action("objective.open", complaints.id), lead.last.text)[1]
    assert "Answer complaints faster" in await other_lead.says("objectives @Ben")


async def test_handing_over_one_in_a_form_to_a_name_that_is_only_alike_keeps_the_note(
    council, lead, amira, complaints
):
    ben = await council.hire("Benjamin Lloyd", manager=lead)
    await amira.says("objectives 1")
    await amira.taps("Hand over")
    await amira.fills({"Colleague": "Benjamin Loyd", "Note": "Ask | Grace"})
    assert "I’m not sure who" in amira.last.text
    await amira.taps("Benjamin Lloyd")
    assert "Ask | Grace" in ben.last.text
    assert (await stored(council, complaints.id)).person_id == ben.person.id


async def test_words_and_reasons_from_before_do_not_change_hands(council, lead, amira, complaints):
    other_lead = await council.hire("Otis Grant")
    ben = await council.hire("Ben Lloyd", manager=other_lead)
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    words = {
        "Where is it now?": "12 days",
        "Status": "At risk",
        "What helped, or got in the way?": "I am exhausted",
    }
    await amira.fills(words)
    await amira.says(
        "pause objective 1 because of surgery", "resume objective 1", "hand over objective 1 to Ben Lloyd"
    )
    assert "Now 12 days" in await ben.says("objectives 1")
    for text in (ben.last.text, await other_lead.says("team @Ben"), await other_lead.says("objectives @Ben")):
        assert "exhausted" not in text
        assert "surgery" not in text
    await ben.sends_action("objective.history", complaints.id)
    assert "Handed over" in ben.last.text
    assert "surgery" not in ben.last.text


async def test_an_interim_is_offered_a_hand_over_once_a_fortnight_before_the_end(council, lead):
    pat = await council.hire(
        "Patrick Flynn", manager=lead, employment=Employment.INTERIM, end_on=date(2026, 12, 11)
    )
    await council.sets_objective(pat, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    assert not any("Before you hand over" in text for text in pat.texts)
    await council.goes_to("Mon 10:00")
    offers = [text for text in pat.texts if "Before you hand over" in text]
    assert len(offers) == 1
    assert "Your last day is 11 December 2026" in offers[0]
    assert "Answer complaints faster" in offers[0]
    await council.goes_to("Mon 10:00")
    assert len([text for text in pat.texts if "Before you hand over" in text]) == 1
    assert not any("Patrick" in text for text in lead.texts)
    await pat.taps("Write a note")
    await pat.fills({"Note": "Start with the boiler list"})
    assert "This is what Megan Price sees." in pat.last.text
    assert "Start with the boiler list" in lead.last.text


async def test_story_13_change_of_manager(council, lead, amira, complaints):
    new_lead = await council.hire("Otis Grant")
    async with council.database.transaction() as store:
        row = {"email": amira.person.email, "name": "Amira Hassan", "manager_email": new_lead.person.email}
        report = await import_people(store, TENANT.id, [(2, row)], council.clock.now())
    assert not report.is_refused
    await council.deliver()
    assert "Before you hand over" in amira.last.text
    assert "Otis Grant is your line manager from now on" in amira.last.text
    assert new_lead.inbox == [] == lead.inbox
    assert "Answer complaints faster" in await new_lead.says("objectives @Amira")
    assert "I can’t show that" in await lead.says("objectives @Amira")
    await amira.taps("Write a note")
    await amira.fills({"Note": "Nearly there"})
    assert "Nearly there" in new_lead.last.text
    assert "Nearly there" not in " ".join(lead.texts)


async def test_an_import_that_moves_nobody_offers_nothing(council, lead, amira, complaints):
    await council.form_team(Team("repairs", TENANT.id, "Repairs"))
    rows = [(2, {"email": amira.person.email, "name": "Amira B. Hassan"})]
    async with council.database.transaction() as store:
        await import_people(store, TENANT.id, rows, council.clock.now())
    await council.deliver()
    assert amira.inbox == []
    rows = [(2, {"email": amira.person.email, "name": "Amira B. Hassan", "team": "Repairs"})]
    async with council.database.transaction() as store:
        await import_people(store, TENANT.id, rows, council.clock.now())
    await council.deliver()
    assert "You are in another team from now on." in amira.last.text


# --- in Welsh -------------------------------------------------------------------------------------------------


async def test_the_whole_way_in_welsh(council, lead):
    gwen = await council.hire("Gwen Morgan", manager=lead, language=Language.CY)
    ben = await council.hire("Ben Lloyd", manager=lead, language=Language.CY)
    goal = await council.sets_objective(gwen, "Ateb cwynion yn gynt", unit="diwrnod", due_on=DUE)
    assert "1. Ateb cwynion yn gynt" in await gwen.says("amcanion")
    assert "Darllenir gennych chi a’ch rheolwr llinell" in await gwen.says("amcanion cwynion")
    said = await gwen.says("newid amcan 1 targed i 10 diwrnod oherwydd dwy swydd wag")
    assert "Targed: newidiwyd o 8 diwrnod i 10 diwrnod gan Gwen Morgan" in said
    assert "dwy swydd wag" in said
    assert "Target changed from 8 diwrnod to 10 diwrnod" in lead.last.text
    assert "mewn uned arall" in (await gwen.says("newid amcan 1 targed i 2 wythnos oherwydd x"), gwen.texts[-2])[1]
    await gwen.says("stopio")
    assert "Wedi’i oedi tan 4 Ionawr 2027" in await gwen.says("oedi amcan 1 tan 4 Ionawr 2027 oherwydd secondiad")
    assert "Mae’n cyfrif eto" in await gwen.says("ailddechrau amcan 1")
    assert "Wedi’i rannu â Ben Lloyd" in await gwen.says("rhannu amcan 1 gyda Ben Lloyd")
    assert "â chi" in ben.last.text
    assert "Sut daeth i ben?" in await gwen.says("cau amcan 1")
    await gwen.says("heb ei gyrraedd", "neidio")
    assert "heb ei gyrraedd" in await gwen.says("amcanion wedi cau")
    assert (await stored(council, goal.id)).state is ObjectiveState.CLOSED


async def test_every_button_of_a_page_answers_whoever_may_see_it(council, lead, amira, complaints):
    ben = await council.hire("Ben Lloyd", manager=lead)
    await amira.says("share objective 1 with Ben Lloyd")
    for reader in (amira, lead, ben):
        await reader.sends_action("objective.open", complaints.id)
        for action in reader.last.actions:
            if action.name == "objective.unshare":
                continue
            reader.form, before = None, len(reader.inbox)
            await council.bring(reader, ActionChosen(reader._origin(), action.name, action.value))
            assert reader.form is not None or len(reader.inbox) > before, action
