"""Privacy in chat: what is held, one's own copy, corrections, objections, and HR's list of what to answer."""

import re
from dataclasses import replace

import pytest

from core.cards import privacy as cards
from core.chat.card import Facts
from core.dispatch import Core
from core.model.audit import AuditAction, AuditNote, Head, chained
from core.model.exported import FileFormat
from core.model.person import Access, Language
from core.model.privacy import Processing
from core.services.download_link import digest_of
from core.services.own_privacy import own_copy
from tests.storage.council import NOW, person
from tests.stories.council import TENANT


@pytest.fixture
async def hr(council):
    return await council.hire("Nia Vaughan", access=Access.HR)


@pytest.fixture
async def week(council, amira):
    """Amira has answered a check-in."""
    await council.sets_objective(amira, "Answer complaints faster")
    await council.goes_to("Mon 10:00")
    await amira.taps("Answer in a form")
    await amira.fills({"Status": "On track", "Anything else?": "The new letters help"})


async def test_it_says_what_is_held_how_much_why_and_for_how_long(amira, week):
    said = await amira.says("privacy")
    assert "Check-ins" in said and "after each closed" in said and "Kept for 2 years" in said
    assert "Objectives and actions" in said
    assert "Information Commissioner" in said
    assert "Training" not in said


async def test_it_is_said_in_welsh_too(council, amira, week):
    await amira.says("settings language cy")
    said = await amira.says("preifatrwydd")
    assert "Yr hyn mae Milepost yn ei gadw amdanoch" in said and "2 flynedd" in said


async def test_it_is_asked_in_plain_words(amira):
    assert "What Milepost holds about you" in await amira.says("What do you hold on me?")
    assert "What Milepost holds about you" in await amira.says("subject access request")


async def test_words_that_only_begin_alike_are_no_command(amira):
    assert "What Milepost holds" not in await amira.says("privacy screens went up in ward 3")


async def test_the_own_copy_is_all_that_the_person_may_read_and_nothing_of_others(council, amira, ben, week):
    council.core = Core(council.clock, "https://milepost.example")
    said = await amira.says("privacy download json")
    token = re.search(r"/download/([\w-]+)", said)[1]
    async with council.database.transaction() as store:
        kept = await store.downloads.take(digest_of(token), council.clock.now())
        assert (kept.person_id, kept.format) == (amira.person.id, FileFormat.JSON)
        copy = await own_copy(store, amira.person, kept.what, council.clock.now())
        assert await own_copy(store, amira.person, "own/check-ins", council.clock.now()) is None
    text = str(copy)
    assert "The new letters help" in text and "Answer complaints faster" in text
    assert ben.person.email not in text


async def test_a_correction_stays_on_both_lists_until_hr_answers_it(council, amira, hr):
    said = await amira.says("privacy correct my job title is Lettings Officer")
    assert "HR has to answer by 21 December 2026" in said
    assert "my job title is Lettings Officer" in hr.last.text
    assert "my job title is Lettings Officer" in await amira.says("privacy")
    listed = await hr.says("hr privacy")
    assert "Amira Hassan: Correction" in listed and "21 December 2026" in listed
    await hr.taps("Answer Amira Hassan")
    await hr.fills({"Your answer": "Changed today."})
    assert "HR has answered you" in amira.last.text and "Changed today." in amira.last.text
    assert "Nothing waits for an answer" in await hr.says("hr privacy")
    async with council.database.reading() as store:
        (request,) = await store.privacy.requests_of(amira.person.id)
    assert (request.closed_by_id, request.answer) == (hr.person.id, "Changed today.")


async def test_what_is_late_is_said_to_be(council, amira, hr):
    await amira.says("privacy object my answers should not be in summaries")
    council.clock.move_to(council.clock.now().replace(month=12, day=28))
    assert "and is late" in await hr.says("hr privacy")


async def test_an_objection_without_words_is_asked_for_in_a_form(amira, hr):
    await amira.says("privacy")
    await amira.taps("Object")
    await amira.fills({"In your words": "Leave my notes out"})
    assert "You objected" in amira.last.text and "Leave my notes out" in hr.last.text


async def test_everything_is_asked_of_hr_who_looks_through_it_first(amira, hr):
    await amira.says("privacy all everything please")
    assert f"milepost privacy export {amira.person.email}" in hr.last.text


async def test_nobody_but_hr_sees_or_answers_requests_and_nobody_their_own(council, amira, ben, hr):
    await amira.says("privacy correct my name")
    async with council.database.reading() as store:
        (request,) = await store.privacy.requests_of(amira.person.id)
    assert "HR" in await ben.says("hr privacy") and "my name" not in ben.last.text
    await ben.sends_action("privacy.close", request.id)
    assert ben.form is None
    await hr.says("privacy correct my own job title")
    async with council.database.reading() as store:
        (own,) = await store.privacy.requests_of(hr.person.id)
    await hr.sends_action("privacy.close", own.id)
    assert hr.form is None


@pytest.mark.parametrize("what", list(Processing))
async def test_what_the_work_does_not_need_is_stopped_and_taken_up_again_at_a_tap(council, amira, what):
    stop = {
        Processing.BROADCASTS: ("Stop broadcasts", "Get broadcasts again"),
        Processing.PULSE: ("Stop pulse questions", "Ask me again"),
        Processing.BENCHMARKING: ("Leave me out of comparisons", "Count me in again"),
    }[what]
    await amira.says("privacy stop")
    await amira.taps(stop[0])
    async with council.database.reading() as store:
        assert await store.privacy.stopped_by(amira.person.id) == {what}
        assert await store.privacy.who_stopped(TENANT.id, what) == {amira.person.id}
    assert "You have stopped" in await amira.says("privacy")
    await amira.says("privacy stop")
    await amira.taps(stop[1])
    async with council.database.reading() as store:
        assert await store.privacy.stopped_by(amira.person.id) == frozenset()


async def test_someone_who_stopped_pulse_is_not_asked(council, amira, ben, hr):
    await amira.says("privacy stop")
    await amira.taps("Stop pulse questions")
    await hr.says("hr pulse on weekly")
    before = len(amira.inbox)
    await council.goes_to("Thu 18:00")
    pulses = [each for each in ben.inbox if any(action.name == "pulse.answer" for action in each.actions)]
    assert pulses
    assert not any(action.name == "pulse.answer" for each in amira.inbox[before:] for action in each.actions)


async def test_who_has_seen_it_names_the_line_manager_and_not_oneself(council, lead, amira, week):
    assert "Megan Price" not in await amira.says("privacy who")
    await lead.says("team Amira Hassan")
    said = await amira.says("privacy who")
    assert re.search(r"Mon 23 Nov: Megan Price: .*read a check-in", said), said
    assert "Amira Hassan" not in said
    await lead.says("team Amira Hassan")
    assert "read a check-in (2 times)" in await amira.says("privacy who")
    await amira.says("settings language cy")
    assert "darllenodd wiriad (dwywaith)" in await amira.says("preifatrwydd pwy")


@pytest.mark.parametrize("language", list(Language))
def test_all_that_is_done_to_someones_data_is_told_in_their_language(language):
    about_nobody = {
        *(AuditAction.CREATE_API_KEY, AuditAction.REVOKE_API_KEY),
        *(AuditAction.CREATE_WEBHOOK, AuditAction.DELETE_WEBHOOK),
    }
    reader = replace(person("Amira Hassan"), language=language)
    for action in set(AuditAction) - about_nobody:
        (entry,) = chained(Head(), [AuditNote(TENANT.id, action, reader.id)], NOW)
        (facts,) = (part for part in cards.seen(reader, [entry], {}).parts if isinstance(part, Facts))
        assert "privacy-did" not in facts.items[0].value, action


async def test_a_welsh_reader_gets_the_answer_in_welsh(council, amira, hr):
    await amira.says("settings language cy", "preifatrwydd cywiro fy enw")
    assert "Wedi’i drosglwyddo i AD" in amira.last.text
