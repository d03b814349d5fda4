"""360 rounds: opened for a person, answered without names by five or more, read as one report that stays."""

from dataclasses import replace

import pytest

from core.chat.card import Tone
from core.model.person import Access, Language
from core.model.round_360 import MOST_A_WEEK

ASKS = "Your view of working with Amira Hassan"
SCALE = "Explains things clearly, and listens"
KEEP = "What do they do well that they should keep doing?"


@pytest.fixture
async def hr(council):
    return await council.hire("Simon Achebe", access=Access.HR)


@pytest.fixture
async def colleagues(council):
    names = ("Callum", "Dilys", "Elin", "Farah", "Gwen", "Huw", "Idris")
    return [await council.hire(f"{name} Rees") for name in names]


async def opens(opener, words="hr", name="Amira Hassan"):
    await opener.says(f"{words} 360 {name} by 18 December")
    return await opener.taps("Open it")


async def asks(council, opener, person, colleagues):
    """A round in which these colleagues are asked, on the next Monday morning."""
    await opens(opener, "hr" if opener.person.access is Access.HR else "team", person.person.name)
    await person.says("feedback 360 " + ", ".join(each.person.name for each in colleagues))
    await opener.taps("Agree and ask them")
    await council.goes_to("Mon 12:00")


def asked_by(who):
    """The newest message that asks for an answer in a round."""
    return next(
        each
        for each in reversed(who.inbox)
        if any(action.value.startswith("answer_360|") for action in each.actions)
    )


async def taps_ask(who, label):
    """Tap a button of the message that asks: check-ins have buttons of the same names."""
    return await who.taps(label, asked_by(who))


async def answers(who, score="often", words=""):
    """Answer in a form."""
    label = next(each.label for each in asked_by(who).actions if each.value.startswith("answer_360|"))
    await taps_ask(who, label)
    await who.fills({SCALE: score, KEEP: words})


def round_id(who):
    return next(a.value for m in reversed(who.inbox) for a in m.actions if a.name == "round360.progress")


async def test_the_person_is_told_at_once_what_it_is_who_opened_it_and_who_reads_what(hr, lead, amira):
    offered = await hr.says("hr 360 Amira Hassan by 18 December")
    assert "Who reads the report: Amira Hassan, Megan Price and you." in offered
    assert amira.inbox == lead.inbox == []
    await hr.taps("Open it")
    (told,) = amira.texts
    assert "Simon Achebe has opened a 360 round" in told
    assert "Who reads the report: you, Megan Price and Simon Achebe. Nobody else." in told
    assert "only where 5 or more answered" in told
    assert SCALE in told
    (managers,) = lead.texts
    assert "You take part by name" in managers


async def test_a_former_line_manager_no_longer_sees_that_a_round_is_about_someone(council, lead, amira):
    await opens(lead, "team")
    assert "Amira Hassan" in await lead.says("team 360")
    other = await council.hire("Rhys Owen")
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, manager_id=other.person.id)])
    assert "Amira Hassan" not in await lead.says("team 360")
    await lead.sends_action("hr.360", "")
    assert "Amira Hassan" not in lead.last.text


async def test_who_is_no_longer_hr_sees_no_rounds_that_they_opened(council, hr, lead, amira):
    await opens(hr)
    assert "Amira Hassan" in await hr.says("hr 360")
    async with council.database.transaction() as store:
        await store.people.save([replace(hr.person, access=Access.STAFF)])
    await hr.sends_action("hr.360", "")
    assert "Amira Hassan" not in hr.last.text


async def test_a_manager_opens_one_for_direct_reports_only_and_learns_nothing_of_others(council, lead, amira):
    other = await council.hire("Rhys Owen")
    refused = await lead.says("team 360 Rhys Owen")
    assert "among those who report to you" in refused
    assert await lead.says("team 360 Nobody Atall") == refused
    await lead.sends_action("round360.open", f"{other.person.id}|2026-12-18")
    gone = lead.last.text
    await lead.sends_action("round360.open", "no-such-person|2026-12-18")
    assert lead.last.text == gone
    await amira.sends_action("round360.open", f"{amira.person.id}|2026-12-18")
    assert amira.last.text == gone
    assert other.inbox == []
    await opens(lead, "team")
    assert "A 360 round about your work" in amira.last.text


async def test_a_person_asks_their_manager_for_one(lead, amira):
    await amira.says("feedback 360")
    await amira.taps("Ask my line manager for one")
    assert "I have asked Megan Price" in amira.last.text
    await lead.taps("Open it")
    assert "Megan Price has opened a 360 round" in amira.last.text


async def test_there_is_one_round_about_a_person_at_a_time_and_time_to_answer(hr, amira):
    assert "does not leave the right time" in await hr.says("hr 360 Amira Hassan by tomorrow")
    await opens(hr)
    await opens(hr)
    assert "is open already" in hr.last.text
    assert len(amira.inbox) == 1


async def test_the_person_proposes_colleagues_and_reports_are_on_the_list(council, lead, amira, ben, colleagues):
    report = await council.hire("Nia Evans", manager=amira)
    await opens(lead, "team")
    await amira.taps("Propose colleagues")
    await amira.fills({"Who is asked": "Callum Rees\nDilys Rees, Nobody Atall"})
    assert "Nobody Atall" in amira.last.text
    await amira.taps("Open as a form")
    assert "Dilys Rees, Nobody Atall" in str(amira.form)
    await amira.fills({"Who is asked": "Callum Rees\nDilys Rees, Megan Price and Nia Evans"})
    proposal = lead.last.text
    assert "Amira proposes who is asked" in proposal
    assert "Colleagues: Callum Rees, Dilys Rees" in proposal
    assert "Those who report to them: Nia Evans" in proposal
    assert "3 people are on the list, and below 5 nothing of what they say could be shown" in proposal
    await lead.sends_action("round360.agree", round_id_in(lead))
    await council.goes_to("Mon 12:00")
    assert not any(ASKS in text for text in report.texts)
    await lead.taps("Change the list")
    await lead.fills({"Who is asked": "Callum Rees, Dilys Rees, Elin Rees, Farah Rees, Nia Evans"})
    assert "below 5" not in lead.last.text
    await lead.taps("Agree and ask them")
    assert ASKS in report.last.text


def round_id_in(who):
    return next(a.value for m in reversed(who.inbox) for a in m.actions if a.name == "round360.cancel")


async def test_nothing_is_amiss_before_anyone_was_proposed_and_only_leads_hear_of_reports(
    council, hr, lead, amira
):
    await opens(hr)
    assert "you hear when they have" in hr.last.text
    assert not any(getattr(part, "tone", None) is Tone.WARNING for part in hr.last.card.parts)
    assert "Those who report to you" not in amira.last.text.replace("Colleagues and those who report to you", "")
    await opens(hr, name="Megan Price")
    assert "Those who report to you are on the list already." in lead.last.text


async def test_more_than_eight_or_oneself_cannot_be_proposed(lead, amira, colleagues):
    await opens(lead, "team")
    assert "answer about yourself" in await amira.says("feedback 360 Amira Hassan, Callum Rees")
    many = ", ".join(f"{each.person.first_name} Rees" for each in colleagues)
    assert "more than 8" in await amira.says(f"feedback 360 {many}, Megan Price, Amira Hassan")


async def test_each_is_asked_once_and_reminded_once_in_working_time_unless_they_said_not_now(
    council, lead, amira, colleagues
):
    await asks(council, lead, amira, colleagues)
    for each in colleagues:
        assert sum(ASKS in text for text in each.texts) == 1
    await taps_ask(colleagues[0], "Not now")
    assert "nobody is told" in asked_by(colleagues[0]).text
    await answers(colleagues[1])
    await colleagues[2].says("away until 21 December")
    heard = [len(each.inbox) for each in colleagues]
    await council.time_passes_until(council.clock.now().replace(month=12, day=18, hour=17))
    news = [
        sum(ASKS in text for text in each.texts[before:]) for each, before in zip(colleagues, heard, strict=True)
    ]
    assert news == [0, 0, 0, 1, 1, 1, 1]


async def test_whoever_opened_it_sees_how_many_answered_and_never_who(council, hr, lead, amira, colleagues):
    await asks(council, hr, amira, colleagues)
    await answers(colleagues[0])
    await answers(lead)
    await taps_ask(colleagues[1], "Not now")
    shown = await hr.taps("How far is it?")
    assert "Colleagues and reports: 1 of 7 have answered" in shown
    assert "Line manager: Megan Price: has answered" in shown
    assert "Themselves: Amira Hassan: not yet" in shown
    assert not any(each.person.name in shown for each in colleagues)
    for other in (lead, amira, colleagues[0]):
        await other.sends_action("round360.progress", round_id(hr))
        assert "have answered" not in other.last.text


async def test_the_report_has_averages_gaps_and_themes_and_no_others_names(council, hr, lead, amira, colleagues):
    await asks(council, hr, amira, colleagues)
    for each, score in zip(
        colleagues[:5], ("seldom", "sometimes", "often", "often", "nearly always"), strict=True
    ):
        await answers(each, score, f"Listens well in meetings, [{score}].")
    await answers(lead, "often", "Calm with residents.")
    await answers(amira, "nearly always")
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    assert any("has closed" in text for text in amira.texts)
    assert not any("Listens" in text for text in amira.texts)
    report = await amira.taps("Read the report")
    assert "5 of 7 colleagues and reports answered" in report
    assert "3.6 (5)" in report
    assert f"“{SCALE}”: own view 5, others 3.6" in report
    assert "Communication (5)" in report
    assert report.count("Listens well in meetings") == 5
    assert "In the line manager’s words" in report
    assert "Calm with residents." in report
    assert not any(each.person.name in report for each in colleagues)
    for reader in (lead, hr):
        assert "3.6 (5)" in await reader.taps("Read the report")


async def test_the_report_says_what_a_dash_stands_for_where_there_is_one(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    for each in colleagues[:5]:
        await answers(each, "often")
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    # Only one line was answered; of the others there is nothing to show.
    assert "– means" in await amira.taps("Read the report")


async def test_ones_own_view_is_called_so_in_the_list_of_what_waits(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    waiting = await amira.says("feedback 360")
    assert "Your own view of your work, by Fri 18 Dec" in waiting
    assert "About Amira" not in waiting


async def test_nothing_of_four_is_shown_or_kept(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    for each in colleagues[:4]:
        await answers(each, "never", "[unkind words]")
    await answers(lead, "often")
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    report = await amira.taps("Read the report")
    assert "Fewer than 5 colleagues and reports answered" in report
    assert "unkind" not in report
    assert "1 (4)" not in report
    async with council.database.reading() as store:
        (found,) = await store.rounds_360.about(amira.person.id, 5)
        assert await store.rounds_360.answers([found.id]) == []
        raters = await store.rounds_360.raters([found.id])
        assert not any(each.has_answered for each in raters if not each.group.is_named)


async def test_once_all_have_answered_it_closes_the_next_working_morning_and_nothing_changes_it(
    council, lead, amira, colleagues
):
    await asks(council, lead, amira, colleagues)
    for each in colleagues[:6]:
        await answers(each, "often", "Helps the team.")
    await answers(lead)
    await answers(amira)
    await taps_ask(colleagues[6], "Not now")
    heard = len(amira.inbox)
    await council.goes_to("Mon 17:00")
    assert len(amira.inbox) == heard
    await council.goes_to("Tue 11:00")
    before = await amira.taps("Read the report")
    await taps_ask(colleagues[0], "Change my answers")
    assert "no longer here" in colleagues[0].last.text
    await colleagues[6].sends_action("flow.form", f"answer_360|{(await found_round(council, amira)).id}")
    assert colleagues[6].form is None
    assert await amira.taps("Read the report") == before


async def found_round(council, person):
    async with council.database.reading() as store:
        return (await store.rounds_360.about(person.person.id, 1))[0]


async def test_until_it_closes_an_answer_can_be_changed_and_is_kept_in_no_conversation(
    council, lead, amira, colleagues
):
    await asks(council, lead, amira, colleagues)
    giver = colleagues[0]
    await answers(giver, "never", "First words.")
    async with council.database.reading() as store:
        assert await store.conversations.current(giver.person.id) is None
    assert "First words." not in " ".join(giver.texts)
    await taps_ask(giver, "Change my answers")
    assert "First words." in str(giver.form)
    await giver.fills({KEEP: "Second words."})
    for each in colleagues[1:5]:
        await answers(each, "often", "Fine.")
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    report = await amira.taps("Read the report")
    assert "Second words." in report
    assert "First words." not in report


async def test_a_form_without_a_single_answer_does_not_count(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    await taps_ask(colleagues[0], "Answer in a form")
    await colleagues[0].fills({})
    assert "One answer is enough" in colleagues[0].last.text
    assert "0 of 7 have answered" in await lead.taps("How far is it?")


async def test_it_can_be_answered_in_chat(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    who = colleagues[0]
    await taps_ask(who, "Answer here in chat")
    assert SCALE in who.last.text
    assert "Without your name" in who.last.text
    await who.says("4", "Explains every change on paper")
    for _ in range(12):
        await who.says("skip")
    assert "Thank you." in who.last.text
    assert "1 of 7 have answered" in await lead.taps("How far is it?")


async def test_forged_ids_open_no_report_no_list_and_no_answer(council, hr, lead, amira, ben, colleagues):
    await asks(council, lead, amira, colleagues)
    for each in colleagues[:5]:
        await answers(each, "often", "Helps.")
    found = (await found_round(council, amira)).id
    for stranger in (ben, hr, colleagues[0]):
        await stranger.sends_action("round360.report", "no-such-round")
        gone = stranger.last.text
        for action in ("report", "agree", "cancel", "progress", "close_early", "close"):
            await stranger.sends_action(f"round360.{action}", found)
            assert stranger.last.text == gone
        await stranger.sends_action("round360.list", found)
        assert stranger.last.text == gone
    await ben.sends_action("flow.form", f"answer_360|{found}")
    await ben.sends_action("round360.not_now", found)
    assert ben.form is None
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    for stranger in (ben, hr, colleagues[0]):
        await stranger.sends_action("round360.report", "no-such-round")
        gone = stranger.last.text
        await stranger.sends_action("round360.report", found)
        assert stranger.last.text == gone


async def test_a_manager_who_is_no_longer_theirs_reads_no_report(council, hr, lead, amira, colleagues):
    await asks(council, hr, amira, colleagues)
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    moved = await council.hire("New Manager")
    async with council.database.transaction() as store:
        person = (await store.people.by_ids([amira.person.id]))[amira.person.id]
        await store.people.save(
            [type(person)(person.id, person.tenant_id, person.email, person.name, None, "new")]
        )
    found = (await found_round(council, amira)).id
    for nobody in (lead, moved):
        await nobody.sends_action("round360.report", found)
        assert "colleagues and reports answered" not in nobody.last.text


async def test_nobody_is_asked_about_more_than_three_people_in_a_week_and_hr_is_told(council, hr, colleagues):
    people = [await council.hire(f"{name} Lewis") for name in ("Ann", "Beth", "Cai", "Dan")]
    await council.goes_to("Mon 09:00")
    for person in people:
        await asks_now(hr, person, colleagues)
    asked = [sum("Your view of working with" in text for text in each.texts) for each in colleagues]
    assert set(asked) == {MOST_A_WEEK}
    assert "Callum Rees is asked about several colleagues" in hr.last.text
    await council.goes_to("Sun 12:00")
    assert "Your view of working with Dan" not in " ".join(colleagues[0].texts)
    await council.goes_to("Mon 12:00")
    asked = [sum("Your view of working with" in text for text in each.texts) for each in colleagues]
    assert set(asked) == {MOST_A_WEEK + 1}


async def asks_now(opener, person, colleagues):
    await opens(opener, "hr", person.person.name)
    await person.says("feedback 360 " + ", ".join(each.person.name for each in colleagues))
    await opener.taps("Agree and ask them")


async def test_an_ended_round_keeps_nothing_and_tells_the_person(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    await answers(colleagues[0], "never", "Secret.")
    await lead.taps("How far is it?")
    await lead.taps("End without a report")
    assert "has been ended" in amira.last.text
    async with council.database.reading() as store:
        (found,) = await store.rounds_360.about(amira.person.id, 5)
        assert await store.rounds_360.answers([found.id]) == []
    await taps_ask(colleagues[1], "Answer in a form")
    assert colleagues[1].form is None


async def test_a_round_is_closed_early_by_hand_and_everyone_still_has_a_day(council, hr, lead, amira, colleagues):
    await asks(council, hr, amira, colleagues)
    for each in colleagues[:4]:
        await answers(each, "often", "Helps the team.")
    await hr.taps("How far is it?")
    offered = await hr.taps("Close it early")
    assert "The last day would be Tue" in offered
    assert "4 of 7 have answered" in offered
    assert "If it stays below 5" in offered
    assert not any("closes earlier" in text for text in amira.texts)
    heard = [len(each.inbox) for each in colleagues]
    await hr.taps("Close it")
    assert "Answers count until Tue" in hr.last.text
    assert "answers count until Tue" in amira.last.text
    # Those who are still asked see the new day on the message they have, and get no other.
    assert "By Tue" in asked_by(colleagues[5]).text
    assert [len(each.inbox) for each in colleagues] == heard
    await council.goes_to("Tue 09:00")
    await answers(colleagues[4], "often", "Helps everyone.")
    await council.goes_to("Wed 12:00")
    report = await amira.taps("Read the report")
    assert "5 of 7 colleagues and reports answered" in report
    assert "4.0 (5)" in report or "4 (5)" in report
    for reader in (lead, hr):
        assert "5 of 7 colleagues and reports answered" in await reader.taps("Read the report")
    await taps_ask(colleagues[5], "Answer in a form")
    assert colleagues[5].form is None


async def test_what_is_closed_early_with_four_answers_shows_nothing_of_them(council, lead, amira, colleagues):
    await asks(council, lead, amira, colleagues)
    for each in colleagues[:4]:
        await answers(each, "never", "[unkind words]")
    await lead.sends_action("round360.close", (await found_round(council, amira)).id)
    await lead.sends_action("round360.close", (await found_round(council, amira)).id)
    assert "closes after Tue" in lead.last.text
    await council.goes_to("Wed 12:00")
    report = await amira.taps("Read the report")
    assert "Fewer than 5 colleagues and reports answered" in report
    assert "unkind" not in report
    # Nobody answered by name either: no table of dashes, and the reason once.
    assert "What is seen" not in report and "none of their words" not in report


async def test_hr_changes_what_is_asked_and_a_running_round_keeps_its_own(council, hr, amira, ben):
    await opens(hr)
    await hr.commands("hr 360 template")
    labels = {"What people are seen to do, a line each": "Listens first | Yn gwrando’n gyntaf"}
    await hr.fills(labels | {"Questions to answer in one’s own words, a line each": "What helps you?"})
    assert "Listens first" in hr.last.text
    assert SCALE in (await found_round(council, amira)).template.competencies[0].wording.en
    offered = await hr.says("hr 360 Ben Lloyd by 18 December")
    assert "Listens first" in offered
    assert SCALE not in offered
    await ben.commands("hr 360 template")
    assert "is for HR" in ben.last.text


async def test_it_is_all_there_in_welsh(council, colleagues):
    megan = await council.hire("Mared Puw", language=Language.CY)
    gwenno = await council.hire("Gwenno Parry", manager=megan, language=Language.CY)
    await megan.says("tîm 360 Gwenno Parry erbyn 18 Rhagfyr")
    await megan.taps("Ei hagor")
    assert "Rownd 360 am eich gwaith" in gwenno.last.text
    assert "Yn esbonio pethau’n glir, ac yn gwrando" in gwenno.last.text
    await gwenno.says("adborth 360 " + ", ".join(each.person.name for each in colleagues[:4]) + " a Gwen Rees")
    await megan.taps("Cytuno a gofyn iddynt")
    await council.goes_to("Mon 12:00")
    for each in colleagues[:5]:
        await answers(each, "often", "Mae’n gwrando.")
    await council.time_passes_until(council.clock.now().replace(month=12, day=21))
    report = await gwenno.taps("Darllen yr adroddiad")
    assert "Atebodd 5 o 5" in report
    assert "Cyfathrebu (5)" in report
