"""Reviews: put together from the record, prepared by the person, added to by the line manager, signed by both."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.cards.objective_news import before_handing_over
from core.chat.card import Actions
from core.model.feedback import Feedback, Telling, Visibility
from core.model.objective import ObjectiveState
from core.model.objective_change import ObjectiveChange
from core.model.person import Access, Language
from core.model.recognition import Recognition, Sharing
from core.model.review import ReviewKind
from tests.stories.council import TENANT, titles_of

SHARED = "Calm and clear with the tenants."
FOR_HER_ONLY = "You could speak up more."


@pytest.fixture
async def objective(council, amira):
    """An objective with results of the year."""
    return await council.sets_objective(amira, "Answer complaints faster", due_on=date(2027, 3, 31))


async def tells(council, giver, receiver, text, visibility=Visibility.PERSON_AND_MANAGER, id_="told"):
    """Feedback that was given a week before the story begins, not opened yet."""
    at = datetime(2026, 11, 12, 10, tzinfo=UTC)
    given = Feedback(id_, TENANT.id, giver.person.id, receiver.person.id, visibility, at, said=Telling(text=text))
    async with council.database.transaction() as store:
        await store.feedback.save(given)


async def checks_in(who, value, **more):
    """Answer the open check-in in a form."""
    await who.taps("Answer in a form")
    await who.fills({"Progress so far": value, "Status": "On track"} | more)


def section(who, title):
    """The newest message with this title."""
    return next(each for each in reversed(who.inbox) if any(title in called for called in titles_of(each.card)))


async def test_it_is_there_with_one_word_and_the_person_reads_it_alone(council, lead, amira, objective):
    said = await amira.says("review annual")
    assert "Annual review: 1 April 2026 to 31 March 2027" in said
    assert "Look through it, and say in your own words what mattered" in said
    assert "Answer complaints faster" in said
    assert "HR sees how far it is, never what it says" in said
    assert lead.inbox == []
    listed = await lead.says("team reviews")
    assert "Amira Hassan: Annual review, with Amira Hassan, who prepares it" in listed
    review_id = next(a.value for m in amira.inbox for a in m.actions if a.name == "review.hand_on")
    await lead.sends_action("review.show", review_id)
    assert "Answer complaints faster" not in lead.last.text
    await lead.sends_action("review.page", f"{review_id}|feedback")
    unknown = lead.last.text
    await lead.sends_action("review.page", "no-such-review|feedback")
    assert lead.last.text == unknown


async def test_from_the_first_word_to_both_signatures(council, lead, amira, objective):
    await lead.says("team review Amira Hassan annual by 31 March")
    assert "to be signed by 31 March 2027" in lead.last.text
    await lead.taps("Open it")
    assert "Megan Price has opened a review with you" in amira.last.text
    await amira.taps("Look at it")
    await amira.taps("Write in my words")
    await amira.fills({"Highlights": "Cleared the backlog.", "In your own words": "The new letters helped."})
    assert "Cleared the backlog." in amira.last.text
    await amira.taps("Hand it on to Megan Price")
    assert "Amira Hassan has handed on their review" in lead.last.text
    await lead.taps("Look at it")
    assert "Cleared the backlog." in lead.last.text
    await lead.taps("Add my comments")
    await lead.fills(
        {"Your comment": "Well done.", "Overall": "A strong year.", "Agreed next steps": "Lead the team."}
    )
    # What the manager still writes is not read yet.
    await amira.says("review")
    await amira.taps("What both make of it")
    assert "A strong year." not in amira.last.text
    await lead.taps("Ask for both signatures")
    await amira.taps("Look at it")
    await amira.taps("What both make of it")
    assert "A strong year." in amira.last.text
    await amira.taps("Sign version 1")
    assert "Megan Price is still to sign" in amira.last.text
    await lead.taps("Sign version 1")
    assert "Amira Hassan and Megan Price have both signed version 1" in lead.last.text
    assert "have both signed version 1" in amira.last.text
    await amira.says("review history")
    assert "signed by both" in amira.last.text


async def signing(council, lead, amira):
    """A review of which version 1 waits for both."""
    await amira.says("review annual")
    await amira.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Ask for both signatures")
    await amira.taps("Look at it")


async def test_a_change_after_signing_makes_a_new_version_and_asks_both_again(council, lead, amira, objective):
    await signing(council, lead, amira)
    await amira.taps("Sign version 1")
    await lead.taps("Sign version 1")
    async with council.database.reading() as store:
        (review,) = await store.reviews.of_people([amira.person.id])
        before = await store.reviews.version(review.id, 1)
    await amira.taps("Change something")
    assert "The signed version 1 stays as it was" in amira.last.text
    assert "your signature is asked for anew" in lead.last.text
    await amira.taps("Write in my words")
    await amira.fills({"Highlights": "One thing more."})
    await amira.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Ask for both signatures")
    async with council.database.reading() as store:
        assert await store.reviews.version(review.id, 1) == before
        second = await store.reviews.version(review.id, 2)
    assert before.signatures.is_complete and not second.signatures.is_complete
    assert second.is_whole and second.digest != before.digest
    # The button of the first version signs nothing any more.
    await lead.sends_action("review.sign", f"{review.id}|1")
    assert "can’t be signed any more" in lead.last.text


async def test_a_last_comment_is_a_change_that_asks_both_anew(council, lead, amira, objective):
    await signing(council, lead, amira)
    await lead.taps("Sign version 1")
    await amira.taps("Your comment on the review")
    await amira.fills({"Your comment on the review": "I would have liked more training."})
    assert "Version 2" in lead.last.text
    await lead.taps("Look at it")
    await lead.taps("What both make of it")
    assert "I would have liked more training." in lead.last.text
    await amira.taps("Sign version 2")
    assert "Megan Price is still to sign" in amira.last.text


async def test_feedback_is_in_it_once_the_person_opened_it_whoever_opened_it_before(
    council, lead, amira, ben, objective
):
    await tells(council, ben, amira, SHARED)
    await lead.sends_action("feedback.read", "told")
    await amira.says("review annual")
    await amira.taps("Feedback and thanks")
    assert SHARED not in amira.last.text
    await amira.sends_action("feedback.read", "told")
    await amira.says("review")
    await amira.taps("Feedback and thanks")
    assert SHARED in amira.last.text


async def test_what_was_meant_for_the_person_alone_is_never_handed_on(council, lead, amira, ben, objective):
    await tells(council, ben, amira, FOR_HER_ONLY, Visibility.PERSON)
    await amira.sends_action("feedback.read", "told")
    await amira.says("review annual")
    await amira.taps("For your eyes only")
    assert FOR_HER_ONLY in amira.last.text
    await amira.says("review")
    await amira.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Ask for both signatures")
    assert not any(FOR_HER_ONLY in text or "For your eyes only" in text for text in lead.texts)
    async with council.database.reading() as store:
        (review,) = await store.reviews.of_people([amira.person.id])
        assert FOR_HER_ONLY not in str((await store.reviews.version(review.id, 1)).content)


async def test_the_person_leaves_out_what_is_theirs_and_nobody_is_told(council, lead, amira, ben, objective):
    await tells(council, ben, amira, SHARED)
    await amira.sends_action("feedback.read", "told")
    await amira.says("review annual")
    await amira.taps("Choose what is in it")
    assert SHARED in amira.last.text
    await amira.taps("Leave out")
    assert "left out" in amira.last.text
    await amira.taps("Overview")
    await amira.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Feedback and thanks")
    assert SHARED not in lead.last.text and "left out" not in lead.last.text
    # And puts it back in.
    await amira.taps("Take it back")
    assert "has taken their review back" in lead.last.text
    await amira.taps("Choose what is in it")
    await amira.taps("Put back in")
    await amira.taps("Overview")
    await amira.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Feedback and thanks")
    assert SHARED in lead.last.text


async def test_hr_sees_how_far_each_is_and_nothing_else(council, lead, amira, objective):
    hr = await council.hire("Simon Achebe", access=Access.HR)
    await amira.says("review annual")
    await amira.taps("Write in my words")
    await amira.fills({"Highlights": "A secret of mine."})
    seen = await hr.says("hr reviews")
    assert "Amira Hassan" in seen and "Annual review" in seen and "Being prepared: 1" in seen
    assert "2 people have had no review opened since 1 April 2026" in seen
    review_id = next(a.value for m in amira.inbox for a in m.actions if a.name == "review.hand_on")
    for name in (
        "review.show",
        "review.hand_on",
        "review.finish",
        "review.reopen",
        "review.choose",
        "review.write",
    ):
        await hr.sends_action(name, review_id)
    for name in ("review.page", "review.file", "review.sign"):
        await hr.sends_action(name, f"{review_id}|words")
    assert not any("A secret of mine." in text or "Answer complaints" in text for text in hr.texts)
    assert hr.form is None
    assert await amira.says("hr reviews") == await amira.says("hr compliance")


async def test_a_new_line_manager_takes_over_and_the_old_one_reads_it_no_more(council, lead, amira, objective):
    await amira.says("review annual")
    await amira.taps("Hand it on to Megan Price")
    await lead.taps("Look at it")
    await lead.taps("Add my comments")
    await lead.fills({"Overall": "Seen from the old team."})
    other = await council.hire("Rhys Owen")
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, manager_id=other.person.id)])
    review_id = next(a.value for m in amira.inbox for a in m.actions if a.name == "review.hand_on")
    before = len(lead.inbox)
    await lead.sends_action("review.show", review_id)
    assert "Answer complaints" not in " ".join(lead.texts[before:])
    await other.sends_action("review.show", review_id)
    await other.taps("Ask for both signatures")
    await other.taps("What both make of it")
    assert "Megan Price writes" in other.last.text and "Seen from the old team." in other.last.text


async def test_whoever_it_waits_for_is_reminded_before_the_date_in_working_time(council, lead, amira, objective):
    await amira.says("review annual by 18 December")
    amira.inbox.clear()
    await council.time_passes_until(datetime(2026, 12, 3, 12, tzinfo=UTC))
    assert not any("waits for you" in text for text in amira.texts)
    await council.time_passes_until(datetime(2026, 12, 4, 12, tzinfo=UTC))
    assert sum("Your annual review is to be signed by 18 December 2026" in text for text in amira.texts) == 1
    await amira.says("review")
    await amira.taps("Hand it on to Megan Price")
    await council.time_passes_until(datetime(2026, 12, 15, 12, tzinfo=UTC))
    assert any("The annual review of Amira Hassan is to be signed" in text for text in lead.texts)
    assert sum("Your annual review is to be signed" in text for text in amira.texts) == 1
    await council.time_passes_until(datetime(2027, 1, 15, 12, tzinfo=UTC))
    assert sum("A review waits for you" in titles_of(message.card) for message in lead.inbox) == 1


async def test_without_a_record_it_says_so_and_can_be_written_all_the_same(council, lead, amira):
    said = await amira.says("review annual")
    assert "There is no record of this period yet" in said
    await amira.taps("Choose what is in it")
    assert "nothing here that you could leave out" in amira.last.text


async def test_what_is_missing_for_a_period_is_said_with_its_fix(council, lead, amira):
    assert "no start_date is known of Amira Hassan" in await amira.says("review probation")
    assert "no end_date is known of Amira Hassan" in await amira.says("review contract")
    assert "does not leave the right time" in await amira.says("review annual by 1 November 2026")
    assert lead.inbox == []
    alone = await council.hire("Dilys Rees")
    await alone.says("review annual")
    await alone.taps("Hand it on to a line manager who is still to be named")
    assert "You have no line manager here" in alone.last.text


async def test_an_interim_s_contract_end_is_what_is_offered(council, lead):
    farah = await council.hire("Farah Aziz", manager=lead, start_on=date(2026, 6, 1), end_on=date(2027, 1, 8))
    offered = await lead.says("team review Farah Aziz")
    assert "Review at the end of the contract: Farah Aziz" in offered
    assert "1 June 2026 to 8 January 2027" in offered
    await lead.taps("Open it")
    assert "review at the end of the contract" in farah.last.text


async def test_there_is_one_open_review_a_person(council, lead, amira, objective):
    await amira.says("review annual")
    assert "is open already" in await lead.says("team review Amira Hassan mid-year")
    assert "is open already" in await amira.says("review mid-year")


async def test_where_one_is_signed_another_of_the_same_time_is_opened_knowingly(council, lead, amira, objective):
    await signing(council, lead, amira)
    await amira.taps("Sign version 1")
    await lead.taps("Sign version 1")
    said = await lead.says("team review Amira Hassan annual")
    assert "There is one for 1 April 2026 to 31 March 2027 already, which you both signed." in said
    before = len(amira.inbox)
    await lead.taps("Look at it")
    assert "Signed by both" in lead.last.text and len(amira.inbox) == before
    await lead.says("team review Amira Hassan annual")
    await lead.taps("Open another")
    assert len(amira.inbox) == before + 1


async def test_a_manager_opens_none_for_others_people(council, lead, amira):
    other = await council.hire("Rhys Owen")
    refused = await lead.says("team review Rhys Owen annual")
    assert refused == await lead.says("team review Nobody Atall annual")
    await lead.sends_action("review.open", f"{other.person.id}|annual|2027-03-31")
    assert other.inbox == []


async def test_it_is_there_in_welsh(council, lead):
    carys = await council.hire("Carys Evans", manager=lead, language=Language.CY)
    await council.sets_objective(carys, "Ateb cwynion yn gynt")
    said = await carys.says("adolygiad blynyddol")
    assert "Adolygiad blynyddol: 1 Ebrill 2026 hyd 31 Mawrth 2027" in said
    await carys.taps("Ysgrifennu yma yn y sgwrs")
    assert "Beth yw eich uchafbwyntiau" in carys.last.text
    await carys.says("Llai o alwadau coll.")
    await carys.says("review")
    assert "Llai o alwadau coll." in carys.last.text


async def test_words_about_a_review_of_something_else_are_no_command(council, amira, objective):
    await amira.says("review of the rota took all week")
    assert "Annual review" not in amira.last.text


async def test_thanks_that_were_shared_are_in_it_and_private_ones_are_hers(council, lead, amira, ben, objective):
    at = datetime(2026, 11, 10, 10, tzinfo=UTC)
    async with council.database.transaction() as store:
        for id_, text, sharing in (("a", "Great evening.", Sharing.SHARED), ("b", "Between us.", Sharing.KEPT)):
            await store.recognitions.save(
                Recognition(id_, TENANT.id, ben.person.id, amira.person.id, text, "", sharing, at)
            )
    await signing(council, lead, amira)
    await lead.taps("Feedback and thanks")
    assert "Great evening." in lead.last.text and "Between us." not in lead.last.text


async def test_a_paused_objective_is_not_judged_and_the_period_is_scaled(council, lead, amira):
    await council.sets_objective(
        amira, "Inspect more homes", measure="Homes", unit="homes", baseline=0.0, target=73.0
    )
    async with council.database.transaction() as store:
        (found,) = (await store.objectives.all_for([amira.person.id]))[amira.person.id]
        paused = replace(found, state=ObjectiveState.PAUSED)
        await store.objectives.save([paused], council.clock.now())
        change = ObjectiveChange(found.id, "state", "active", "paused", datetime(2026, 11, 1, 12, tzinfo=UTC))
        await store.objectives.log_changes([change])
    said = await amira.says("review annual")
    assert "paused" in said and "0%" not in said and "0 homes" not in said
    await amira.taps("Inspect more homes")
    assert "It was paused on 20 of 365 days, so 95% of the period count." in amira.last.text
    assert "the target comes to 69 homes" in amira.last.text
    assert "Homes: no value" not in amira.last.text


async def test_who_moves_is_offered_to_close_with_a_short_review(council, lead, amira, objective):
    card = before_handing_over(amira.person, "You move.", [objective], "note|x", ReviewKind.MOVE)
    close = next(a for part in card.parts if isinstance(part, Actions) for a in part.items if a.value == "move")
    await amira.sends_action(close.name, close.value)
    assert "Short review before a move: 1 April 2026 to 20 November 2026" in amira.last.text
    assert "Answer complaints faster" in amira.last.text


async def test_a_review_says_who_reads_it_from_where_its_reader_stands(council, lead, amira, objective):
    offered = await lead.says_to("team review @Amira annual by 31 March", amira)
    assert "Read by both of you." in offered and "your line manager" not in offered
