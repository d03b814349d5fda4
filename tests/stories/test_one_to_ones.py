"""One-to-ones: the date, the agenda that builds itself, and what comes of the meeting."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.model.absence import Absence
from core.model.action import ActionState
from core.model.person import Access, Language
from core.model.training import Course, TrainingCompletion
from tests.stories.council import TENANT
from tests.stories.misses import has_missed


async def moves_to(council, resident, **more):
    resident.person = replace(resident.person, **more)
    async with council.database.transaction() as store:
        await store.people.save([resident.person])


async def done(resident, command, **answers):
    """Mark the one-to-one as done in its form."""
    await resident.commands(command)
    labels = {
        "carry": "Not discussed",
        "shared": "Note for both of you",
        "private": "Private note",
        "action": "An agreed action",
        "owner": "Who does it",
        "by": "By when",
    }
    await resident.fills({labels[key]: text for key, text in answers.items()})
    return resident.last.text if resident.inbox else ""


async def adds(council, resident, *items):
    """Put items on one's own agenda, a minute apart."""
    for item in items:
        council.clock.move_to(council.clock.now() + timedelta(minutes=1))
        await resident.says(f"agenda add {item}")


# --- the date -------------------------------------------------------------------------------------------------


async def test_a_date_is_set_in_words_and_both_are_told_and_reminded_the_working_day_before(council, lead, amira):
    said = await lead.says_to("team one-to-one @Amira on Thursday 14:00", amira)
    assert "Thu 26 Nov, 14:00" in said
    assert "Megan Price set the date of your one-to-one" in amira.last.text
    await council.goes_to("Wed 09:00")
    for each, other in ((lead, "Amira Hassan"), (amira, "Megan Price")):
        assert f"Coming up: your one-to-one with {other}" in each.last.text
        assert "Thu 26 Nov, 14:00" in each.last.text
    count = len(amira.inbox)
    await council.goes_to("Thu 18:00")
    assert not any("Coming up" in text for text in amira.texts[count:])


async def test_the_person_asks_for_one_and_in_welsh_too(council, lead, amira):
    assert "Thu 26 Nov, 14:00" in await amira.says("one-to-one with my manager on Thursday 14:00")
    assert "Amira Hassan set the date" in lead.last.text
    await moves_to(council, amira, language=Language.CY)
    assert "27 Tach, 10:00" in await amira.says("un-i-un gyda fy rheolwr ddydd Gwener 10:00")
    assert "It was to be Thu 26 Nov, 14:00" in lead.last.text
    assert "Sgwrs un-i-un gyda Megan Price" in await amira.says("fy un-i-un")
    await moves_to(council, lead, language=Language.CY)
    assert "Amira Hassan" in await lead.says("tîm un-i-un Amira")


async def test_a_moved_date_moves_the_reminder_and_a_cancelled_one_clears_it(council, lead, amira):
    await lead.says("team one-to-one Amira on Thursday 14:00")
    await lead.says("team one-to-one Amira on Friday 14:00")
    await council.goes_to("Wed 12:00")
    assert not any("Coming up" in text for text in amira.texts)
    await council.goes_to("Thu 09:00")
    assert "Coming up" in amira.last.text
    await lead.says("team one-to-one Amira on Friday 15:00")
    assert "The date is cancelled" in await amira.says("my one-to-one cancel")
    assert "cancelled the date" in lead.last.text
    count = len(lead.inbox)
    await council.goes_to("Fri 18:00")
    assert not any("Coming up" in text for text in lead.texts[count:])
    assert "no date to cancel" in await lead.says("team one-to-one Amira cancel")


async def test_who_is_away_is_not_bothered_and_the_other_is_told(council, lead, amira):
    await lead.says("team one-to-one Amira on Thursday 14:00")
    async with council.database.transaction() as store:
        await store.absences.add(Absence("a", "vale", "amira", date(2026, 11, 25), date(2026, 11, 26)))
    count = len(amira.inbox)
    await council.goes_to("Thu 18:00")
    assert not any("Coming up" in text for text in amira.texts[count:])
    assert any("Amira is away that day" in text for text in lead.texts)


async def test_a_reminder_for_monday_comes_on_the_last_working_day_of_each(council, lead, amira):
    await moves_to(council, amira, working_days=frozenset({1, 2, 3, 4}))
    await lead.says("team one-to-one Amira on 30 November 10:00")
    await council.goes_to("Thu 09:00")
    assert "Coming up" in amira.last.text
    assert not any("Coming up" in text for text in lead.texts)
    await council.goes_to("Fri 09:00")
    assert "Coming up" in lead.last.text


async def test_a_date_by_form_is_checked_and_brings_a_rhythm(council, lead, amira):
    await lead.says("team one-to-one Amira")
    await lead.taps("Set a date")
    await lead.fills({"Day": "2026-11-20", "Time": "half past"})
    assert "couldn’t read a time" in str(lead.errors)
    await lead.fills({"Time": "9:00"})
    assert "past already" in str(lead.errors)
    await lead.fills({"Day": "2026-11-28", "Time": "2pm", "How often": "Every 4 weeks"})
    assert "Sat 28 Nov, 14:00 (London). Every 4 weeks." in lead.last.text
    assert "not a working day for Amira Hassan" in lead.last.text


@pytest.mark.parametrize("words", ["on blursday", "on 3 March 2020 10:00", "every 99 weeks"])
async def test_what_cannot_be_read_changes_nothing_and_says_what_could(council, lead, amira, words):
    assert "nothing was changed" in (await lead.says(f"team one-to-one Amira {words}")).casefold()
    assert "No date is set" in await lead.says("team one-to-one Amira")


async def test_a_manager_sees_when_the_next_ones_are(council, lead, amira, ben):
    await lead.says("team one-to-one Amira on Thursday 14:00")
    shown = await lead.says("team one-to-one")
    assert "Amira Hassan" in shown
    assert "Thu 26 Nov, 14:00" in shown
    assert "Ben Lloyd" in shown
    assert "No date is set yet" in shown


# --- the agenda -----------------------------------------------------------------------------------------------


async def test_both_add_items_and_both_read_the_same_agenda(council, lead, amira):
    await adds(council, amira, "the rota over Christmas")
    council.clock.move_to(council.clock.now() + timedelta(minutes=1))
    await lead.says_to("agenda add @Amira the new phones", amira)
    council.clock.move_to(council.clock.now() + timedelta(minutes=1))
    await lead.says("agenda add for Amira: your course")
    for shown in (await amira.says("my one-to-one"), await lead.says("team one-to-one Amira")):
        for line in ("1. the rota over Christmas", "2. the new phones", "3. your course"):
            assert line in shown
        assert "Added by Amira, Fri 20 Nov" in shown
        assert "Added by Megan, Fri 20 Nov" in shown


async def test_the_agenda_finds_what_is_in_the_way_and_what_was_agreed(council, lead, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Status": "At risk", "What helped, or got in the way?": "Waiting for the new phones"})
    await done(lead, "team one-to-one Amira done", action="Ring IT", owner="Megan Price", by="2026-12-04")
    shown = await amira.says("my one-to-one")
    assert "In the way, from check-ins" in shown
    assert "Waiting for the new phones" in shown
    assert "Agreed actions still open" in shown
    assert "Ring IT" in shown


async def test_how_work_has_felt_is_on_it_for_the_two_alone(council, lead, amira, ben):
    hr = await council.hire("Ines Hughes", access=Access.HR)
    await hr.says("hr questions wellbeing on")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"How has work felt?": "2 – Hard"})
    for shown in (await amira.says("my one-to-one"), await lead.says("team one-to-one Amira")):
        assert "How work felt, from check-ins" in shown
        assert "2 – Hard" in shown
    await done(lead, "team one-to-one Amira done")
    assert "How work felt" not in await amira.says("my one-to-one")
    assert "2 – Hard" not in await lead.says("team one-to-one Ben")


async def test_missed_targets_are_on_it_until_the_next_meeting_and_training_until_it_is_done(council, lead, amira):
    await has_missed(council, amira)
    fire = Course("fire", TENANT.id, "Fire safety", mandatory=True, valid_months=12)
    async with council.database.transaction() as store:
        await store.training.save_courses([fire])
        await store.training.save_completions(
            [TrainingCompletion("t", TENANT.id, "amira", "fire", date(2025, 10, 1), date(2026, 10, 1))]
        )
    shown = await lead.says("team one-to-one Amira")
    assert "Targets missed since\n• Inspect every home" in shown
    assert "Training due\n• Fire safety: by 1 October 2026" in shown
    council.clock.move_to(council.clock.now() + timedelta(minutes=1))
    await done(lead, "team one-to-one Amira done", shared="Good talk")
    shown = await lead.says("team one-to-one Amira")
    assert "Targets missed" not in shown
    assert "Training due" in shown


async def test_thanks_are_on_it_only_once_the_person_agreed_to_share_them(council, lead, amira, ben):
    await moves_to(council, amira, team_id="lettings")
    await ben.commands("kudos Amira Hassan for the letter")
    await ben.fills({"Who reads it": "Their team too, if they agree"})
    assert "Thanks shared" not in await lead.says("team one-to-one Amira")
    await amira.taps("Share with my team")
    assert "Thanks shared since" in await lead.says("team one-to-one Amira")
    assert "the letter" in lead.last.text


async def test_too_long_an_item_and_one_for_nobody_are_answered_kindly(council, lead, amira):
    assert "That is 600 characters" in await amira.says("agenda add " + "x" * 600)
    assert "Say what to talk about" in await amira.says("agenda add")
    assert "Whose agenda?" in await lead.says("agenda add the rota")
    assert "agenda" not in (await amira.says("agenda for the board is finished")).casefold()[:20]


# --- during and after -----------------------------------------------------------------------------------------


async def test_done_keeps_the_note_for_both_and_carries_forward_what_was_not_discussed(council, lead, amira):
    await adds(council, amira, "the rota", "the phones", "your course")
    said = await done(
        lead, "team one-to-one Amira done", carry="2, 3", shared="Rota settled", private="Seems tired"
    )
    assert "2 items come up next time" in said
    assert "Rota settled" in said
    assert "Seems tired" in said
    assert "Megan Price noted that your one-to-one is done" in amira.last.text
    assert "Rota settled" in amira.last.text
    assert "Seems tired" not in "\n".join(amira.texts)
    shown = await amira.says("my one-to-one")
    assert "the rota" not in shown
    assert "1. the phones" in shown
    assert "carried over" in shown
    history = await amira.says("my one-to-one history")
    assert "the rota" in history
    assert "the phones" not in history
    assert "Seems tired" not in history
    assert "Seems tired" in await lead.says("team one-to-one Amira history")


async def test_an_item_added_while_the_form_was_open_is_not_lost(council, lead, amira):
    await amira.says("agenda add the rota")
    await lead.commands("team one-to-one Amira done")
    await adds(council, amira, "the phones")
    await lead.fills({"Note for both of you": "Good talk"})
    assert "1. the phones" in await amira.says("my one-to-one")


async def test_numbers_that_are_not_there_are_named_and_nothing_typed_is_lost(council, lead, amira):
    await amira.says("agenda add the rota")
    await done(lead, "team one-to-one Amira done", carry="2", shared="Good talk")
    assert "numbers from 1 to 1" in str(lead.errors)
    await lead.fills({"Not discussed": "1"})
    assert "Good talk" in amira.last.text
    assert "1. the rota" in await amira.says("my one-to-one")


async def test_it_is_done_once_whoever_says_so_first(council, lead, amira):
    await amira.says("agenda add the rota")
    await lead.commands("team one-to-one Amira done")
    await done(amira, "my one-to-one done", shared="Amira wrote this")
    await lead.fills({"Note for both of you": "Megan wrote this"})
    assert "marked as done already" in lead.last.text
    history = await lead.says("team one-to-one Amira history")
    assert "Amira wrote this" in history
    assert "Megan wrote this" not in history
    await lead.taps("Add to the note")
    await lead.fills({"Note": "Megan wrote this"})
    assert "Megan wrote this" in amira.last.text


async def test_agreed_actions_are_asked_of_whoever_does_them_until_closed(council, lead, amira):
    await done(lead, "team one-to-one Amira done", action="Ring IT", owner="Megan Price", by="2026-12-04")
    await lead.taps("Agree an action")
    await lead.fills({"What is to be done": "Write the rota", "Who does it": "Amira Hassan", "By when": ""})
    assert lead.errors
    await lead.fills({"By when": "2026-12-11"})
    assert "I’ll ask you about it" in amira.last.text
    await council.goes_to("Mon 10:00")
    for each, action in ((amira, "Write the rota"), (lead, "Ring IT")):
        await each.taps("Answer in a form")
        assert action in str(each.form)
    assert "Ring IT" not in str(amira.form)
    await lead.fills({"Is it done?": "Done"})
    assert "Megan Price has an answer for you" in amira.last.text
    shown = await amira.says("my one-to-one")
    assert "Agreed actions closed since" in shown
    assert "Ring IT: done" in await amira.says("my one-to-one history")
    async with council.database.reading() as store:
        (still,) = await store.actions.open_for(["amira"])
    assert (still.text, still.state) == ("Write the rota", ActionState.OPEN)


async def test_what_one_left_half_filled_in_asks_nothing_once_the_other_has_closed_it(council, lead, amira):
    await lead.says("team one-to-one Amira on Thursday 14:00")
    await lead.commands("team one-to-one Amira done")
    await lead.fills({"An agreed action": "Ring IT"})
    assert lead.errors
    await amira.commands("one-to-one done")
    await amira.fills({"Private note": "It went well"})
    assert "Amira Hassan" in await lead.says("team")


async def test_a_private_note_before_the_meeting_is_its_writers_alone(council, lead, amira):
    await lead.says("team one-to-one Amira")
    await lead.taps("Private note")
    assert "Only you ever read this" in str(lead.form)
    await lead.fills({"Private note": "Ask about the move"})
    assert "Ask about the move" in await lead.says("team one-to-one Amira")
    assert "Ask about the move" not in await amira.says("my one-to-one")


# --- rhythm, history, a new line manager ----------------------------------------------------------------------


async def test_the_next_date_is_suggested_at_the_rhythm_on_a_day_both_work(council, lead, amira):
    await lead.says("team one-to-one Amira on 27 November 14:00")
    assert "Every 4 weeks" in await lead.says("team one-to-one Amira every 4 weeks")
    await council.goes_to("Fri 15:00")
    await done(lead, "team one-to-one Amira done", shared="Good talk")
    # Christmas Day, a weekend and a bank holiday lie between.
    assert any(action.label.startswith("Set it for Tue 29 Dec, 14:00") for action in lead.last.actions)
    label = next(action.label for action in lead.last.actions if action.label.startswith("Set it"))
    assert "Tue 29 Dec, 14:00" in await lead.taps(label)
    assert "Megan Price set the date" in amira.last.text


async def test_history_is_the_newest_first_and_paged(council, lead, amira):
    for number in range(1, 6):
        await done(lead, "team one-to-one Amira done", shared=f"Talk {number}")
        await council.goes_to("Fri 12:00")
    shown = await lead.says("team one-to-one Amira history")
    assert shown.index("Talk 5") < shown.index("Talk 4") < shown.index("Talk 3")
    assert "Talk 2" not in shown
    assert "Talk 1" in await lead.taps("Older ones")


async def test_a_new_line_manager_reads_their_own_time_only_unless_the_person_shares(council, lead, amira):
    await amira.says("agenda add the rota")
    await done(lead, "team one-to-one Amira done", shared="With Megan", private="Megan alone")
    await lead.says("team one-to-one Amira on 4 December 14:00")
    nia = await council.hire("Nia Rees")
    await moves_to(council, amira, manager_id="nia")
    assert "None yet" in await nia.says("team one-to-one Amira history")
    assert "can’t show" in await lead.says("team one-to-one Amira history")
    await council.goes_to("Thu 09:00")
    await council.goes_to("Thu 09:00")
    assert not any("Coming up" in text for each in (lead, amira, nia) for text in each.texts)
    await amira.says("my one-to-one history")
    await amira.taps("Let Nia read the note")
    shown = await nia.says("team one-to-one Amira history")
    assert "With Megan" in shown
    assert "the rota" not in shown
    assert "Megan alone" not in "\n".join([*nia.texts, *amira.texts])
    assert "because you shared it" in await amira.says("my one-to-one history")


async def test_what_the_person_had_put_on_an_agenda_comes_along_to_a_new_manager_if_they_like(
    council, lead, amira
):
    await adds(council, amira, "the rota")
    await lead.says("agenda add for Amira: your course")
    nia = await council.hire("Nia Rees")
    await moves_to(council, amira, manager_id="nia")
    assert "the rota" not in await nia.says("team one-to-one Amira")
    assert "You put one item" in await amira.says("my one-to-one")
    await amira.taps("Bring along")
    shown = await nia.says("team one-to-one Amira")
    assert "1. the rota" in shown
    assert "your course" not in shown


async def test_nobody_else_gets_anything_out_of_edited_ids(council, lead, amira, ben):
    await amira.says("agenda add the rota")
    await done(lead, "team one-to-one Amira done", shared="Between us")
    await lead.says("team one-to-one Amira on Thursday 14:00")
    async with council.database.reading() as store:
        ids = [each.id for each in await store.one_to_ones.held("amira", "amira", 9, 0)]
        ids += [each.id for each in await store.one_to_ones.open_for(["amira"])]
    ines = await council.hire("Ines Hughes", access=Access.HR)
    owain = await council.hire("Owain Rees")
    await moves_to(council, lead, manager_id="owain")
    told = len(amira.inbox), len(lead.inbox)
    for someone in (ben, ines, owain):
        for value in (*ids, "none", ""):
            for name in ("item", "date", "note", "private", "action", "done", "cancel", "share", "bring"):
                await someone.sends_action(f"one_to_one.{name}", value)
                assert someone.form is None
            await someone.sends_action("one_to_one.set", f"{value}|2026-12-01T10:00:00+00:00")
        for value in ("amira", "amira|1", "none"):
            await someone.sends_action("one_to_one.history", value)
            await someone.sends_action("one_to_one.agenda", value.partition("|")[0])
        assert "Between us" not in "\n".join(someone.texts)
        assert "the rota" not in "\n".join(someone.texts)
        assert "can’t show" in await someone.says("team one-to-one Amira")
        assert await someone.says("team one-to-one Amira") == await someone.says("team one-to-one Nobody Known")
    assert (len(amira.inbox), len(lead.inbox)) == told
    await lead.sends_action("one_to_one.share", ids[0])
    assert "no longer here" in lead.last.text


async def test_everything_said_twice_is_done_once(council, lead, amira):
    await lead.commands("team one-to-one Amira done")
    form = lead.form
    await lead.fills({"Note for both of you": "Once"})
    lead.form = form
    await lead.fills({"Note for both of you": "Once"})
    assert (await lead.says("team one-to-one Amira history")).count("Once") == 1
