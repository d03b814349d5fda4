"""A line manager says something about an answer; the person reads it at once, and who else does."""

from dataclasses import replace

import pytest

from core.model.person import Access, Language


@pytest.fixture
async def owain(council):
    """Whom the line manager reports to."""
    return await council.hire("Owain Rees")


@pytest.fixture
async def megan(council, owain):
    return await council.hire("Megan Price", manager=owain)


@pytest.fixture
async def amira(council, megan):
    amira = await council.hire("Amira Hassan", manager=megan)
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills(
        {
            "Status": "At risk",
            "What helped, or got in the way?": "Waiting for the new phones",
            "Anything else?": "Rather tired this week",
        }
    )
    return amira


def about(resident):
    return [each.label for part in resident.form.parts for each in getattr(part, "options", ())]


async def says(megan, what, answer="Answer complaints faster", text=""):
    await megan.says("team Amira")
    await megan.taps("Comment, flag or pass up")
    given = {"Which answer": answer, "What you would like to do": what, "What you would like to say": text}
    await megan.fills(given)
    return megan.last.text


async def test_a_reaction_is_one_tap_reaches_the_person_once_and_can_be_replied_to(council, megan, amira):
    assert "Amira reads what you say here at once" in await megan.says("team Amira")
    await megan.taps("👏 Well done")
    assert "Amira reads it now" in megan.last.text
    assert "Megan Price says: well done" in amira.last.text
    told = len(amira.inbox)
    assert "Said before" in await megan.taps("👏 Well done")
    assert len(amira.inbox) == told
    await amira.taps("Reply")
    assert "Read by: Megan Price. Nobody else." in str(amira.form)
    await amira.fills({"Your reply": "The team did it"})
    assert "Amira Hassan replies" in megan.last.text
    assert "The team did it" in megan.last.text
    shown = await megan.says("team Amira")
    assert "well done" in shown
    assert "The team did it" in shown


async def test_a_comment_belongs_to_one_answer_and_stays_with_the_check_in(council, megan, amira):
    assert "Nobody else does" in await says(megan, "Comment on it", text="I have rung the supplier")
    assert "Megan Price commented on your answer" in amira.last.text
    assert "Answer complaints faster: At risk · Waiting for the new phones" in amira.last.text
    assert "Rather tired" not in amira.last.text
    assert "I have rung the supplier" in await megan.says("team Amira")


async def test_a_comment_needs_words_and_nothing_typed_is_lost(council, megan, amira):
    await says(megan, "Comment on it")
    assert "A comment needs some words" in str(megan.errors)
    await megan.fills({"What you would like to say": "I have rung the supplier"})
    assert "I have rung the supplier" in amira.last.text


async def test_a_flag_is_on_both_agendas_once_and_the_person_is_told(council, megan, amira):
    await says(megan, "Flag it for our next one-to-one", "The note at the end")
    await says(megan, "Flag it for our next one-to-one", "The note at the end")
    assert "would like to talk about this at your next one-to-one" in amira.last.text
    for shown in (await amira.says("my one-to-one"), await megan.says("team one-to-one Amira")):
        assert shown.count("Rather tired this week") == 1
        assert "Flagged by Megan in a check-in, Mon 23 Nov" in shown


async def test_what_is_passed_up_is_exactly_one_answer_and_the_person_is_told_at_once(
    council, owain, megan, amira
):
    await megan.says("team Amira")
    await megan.taps("Comment, flag or pass up")
    assert "Owain Rees reads exactly that answer, and Amira is told at once" in str(megan.form)
    await megan.fills(
        {
            "Which answer": "Answer complaints faster",
            "What you would like to do": "Pass it up to Owain Rees",
            "What you would like to say": "Could you ask the supplier?",
        }
    )
    assert "Waiting for the new phones" in owain.last.text
    assert "Could you ask the supplier?" in owain.last.text
    assert "Rather tired" not in owain.last.text
    told = amira.last.text
    assert "Owain Rees now reads exactly this answer and nothing else of your check-in" in told
    assert "Waiting for the new phones" in told
    assert "Could you ask the supplier?" in told
    await owain.taps("Reply")
    assert "Read by: Amira Hassan and Megan Price" in str(owain.form)
    await owain.fills({"Your reply": "I see them on Thursday"})
    for reader in (amira, megan):
        assert "I see them on Thursday" in reader.last.text
    await amira.taps("Reply")
    await amira.fills({"Your reply": "Thank you"})
    assert "Thank you" in owain.last.text
    assert "direct" in await owain.says("team Amira")
    async with council.database.reading() as store:
        rows = await store.remarks.of_checkin((await council.check_in_of(amira)).id)
    assert {(each.kind.value, each.by_id, each.to_id) for each in rows} == {
        ("passed", "megan", "owain"),
        ("reply", "owain", "amira"),
        ("reply", "amira", "owain"),
    }


async def test_without_a_manager_above_nothing_can_be_passed_up(council):
    dee = await council.hire("Dee Shah")
    eve = await council.hire("Eve Ball", manager=dee)
    await council.sets_objective(eve, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await eve.taps("Answer in a form")
    await eve.fills({"Status": "On track"})
    await dee.says("team Eve")
    await dee.taps("Comment, flag or pass up")
    assert about(dee) == ["Answer complaints faster", "Comment on it", "Flag it for our next one-to-one"]


async def test_a_draft_stays_the_persons_alone(council, megan, amira):
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Status": "Off track", "Anything else?": "Not sent yet"}, draft=True)
    shown = await megan.says("team Amira")
    assert "Not sent yet" not in shown
    await megan.taps("Comment, flag or pass up")
    assert "has not sent an answer in yet" in megan.last.text


async def test_nobody_else_says_or_reads_anything_with_edited_ids(council, owain, megan, amira):
    checkin = await council.check_in_of(amira)
    await says(megan, "Comment on it", text="Between us")
    async with council.database.reading() as store:
        (remark,) = await store.remarks.of_checkin(checkin.id)
    ines = await council.hire("Ines Hughes", access=Access.HR)
    before = len(amira.inbox), len(megan.inbox)
    for someone in (owain, ines):
        for name, value in (
            ("remark.react", f"{checkin.id}|thanks"),
            ("remark.say", checkin.id),
            ("remark.reply", remark.id),
        ):
            await someone.sends_action(name, value)
            assert "Between us" not in someone.last.text
            assert someone.form is None
    for value in (f"{checkin.id}|passed", f"{checkin.id}|nonsense", "none|thanks", ""):
        await megan.sends_action("remark.react", value)
    assert (len(amira.inbox), len(megan.inbox)) == (before[0], before[1] + 4)


async def test_a_line_manager_of_before_can_neither_say_nor_be_told_more(council, megan, amira):
    await says(megan, "Comment on it", text="I have rung the supplier")
    nia = await council.hire("Nia Rees")
    amira.person = replace(amira.person, manager_id="nia")
    async with council.database.transaction() as store:
        await store.people.save([amira.person])
    checkin = await council.check_in_of(amira)
    told = len(amira.inbox)
    await megan.sends_action("remark.react", f"{checkin.id}|thanks")
    assert len(amira.inbox) == told
    await amira.taps("Reply")
    assert amira.form is None
    assert "I have rung" not in await nia.says("team Amira")


async def test_remarks_are_in_the_language_of_who_reads_them(council, megan, amira):
    amira.person = replace(amira.person, language=Language.CY)
    async with council.database.transaction() as store:
        await store.people.save([amira.person])
    await says(megan, "Comment on it", text="I have rung the supplier")
    assert "Gwnaeth Megan Price sylw ar eich ateb" in amira.last.text
