"""Thanks between colleagues, and evidence of objectives."""

from dataclasses import replace
from datetime import UTC, datetime

from core.model.person import Language
from core.model.recognition import OrganisationValue, Sharing
from tests.stories.council import TENANT


async def received_by(council, resident):
    async with council.database.reading() as store:
        return await store.recognitions.received(resident.person.id, 10)


async def test_thanks_reach_the_receiver_and_the_team_only_once_they_agree(council, amira, ben):
    await amira.says_to("kudos @Ben for staying with a worried tenant", ben)
    await amira.says("Working together")
    sent = await amira.says("Their team too, if they agree")
    assert "It is posted to the team only if Ben agrees." in sent
    assert "Amira Hassan thanks you" in ben.last.text
    assert "staying with a worried tenant" in ben.last.text
    assert "Working together" in ben.last.text
    assert council.channel == []
    await ben.taps("Share with my team")
    assert "Shared with Lettings." in ben.last.text
    (post,) = council.channel
    assert "Thanks to Ben Lloyd" in post.text
    assert "Amira Hassan thanks Ben:" in post.text


async def test_a_receiver_who_keeps_it_to_themselves_is_posted_nowhere_then_or_later(council, amira, ben):
    await amira.commands("kudos Ben Lloyd for the clear letter")
    await amira.fills({"Who reads it": "Their team too, if they agree"})
    (given,) = await received_by(council, ben)
    assert given.sharing is Sharing.OFFERED
    await ben.taps("Keep it to myself")
    assert "Only you see this." in ben.last.text
    await ben.sends_action("recognition.share", given.id)
    assert council.channel == []
    assert [each.sharing for each in await received_by(council, ben)] == [Sharing.KEPT]


async def test_nobody_but_the_receiver_decides_and_refusals_tell_nothing(council, amira, ben, lead):
    await amira.commands("kudos Ben Lloyd for the clear letter")
    await amira.fills({"Who reads it": "Their team too, if they agree"})
    (given,) = await received_by(council, ben)
    for someone in (amira, lead):
        await someone.sends_action("recognition.share", given.id)
        refused = someone.last.text
        await someone.sends_action("recognition.share", "no-such-id")
        assert someone.last.text == refused
        await someone.sends_action("recognition.evidence", given.id)
        assert someone.last.text == refused
    assert council.channel == []


async def test_private_thanks_ask_nothing_of_the_receiver(council, amira, ben):
    await amira.commands("kudos Ben Lloyd for the clear letter")
    await amira.fills({"Who reads it": "Just them"})
    assert "Only Ben reads this." in amira.last.text
    assert [action.label for action in ben.last.actions] == ["Keep as evidence"]


async def test_a_team_without_a_channel_is_not_offered_to_be_told(council, amira, lead):
    await amira.commands("kudos Megan Price for backing us up")
    await amira.fills({"Who reads it": "Their team too, if they agree"})
    assert "Their team has no channel here" in amira.last.text
    assert [action.label for action in lead.last.actions] == ["Keep as evidence"]


async def test_nobody_thanks_themselves(council, amira):
    said = await amira.says_to("kudos @Amira for being great", amira)
    assert "kept as evidence on your objective" in said
    await amira.commands("kudos")
    await amira.fills({"Whom": "Amira Hassan", "For what": "Being great", "Who reads it": "Just them"})
    assert "kept as evidence on your objective" in amira.last.text
    assert await received_by(council, amira) == []


async def test_a_name_that_fits_several_is_asked_about_and_nothing_typed_is_lost(council, amira, lead, ben):
    await council.hire("Cai Lloyd", manager=lead)
    await amira.commands("kudos")
    await amira.fills({"Whom": "Lloyd", "For what": "The clear letter", "Who reads it": "Just them"})
    assert "Cai Lloyd" in [action.label for action in amira.last.actions]
    await amira.taps("Ben Lloyd")
    assert [each.text for each in await received_by(council, ben)] == ["The clear letter"]


async def test_a_name_that_nobody_has_leaves_a_way_back_to_what_was_typed(council, amira):
    await amira.commands("kudos")
    await amira.fills({"Whom": "Zebedee Q", "For what": "The clear letter", "Who reads it": "Just them"})
    assert "Zebedee Q" in amira.last.text
    await amira.taps("Open as a form")
    assert "The clear letter" in [getattr(part, "value", "") for part in amira.form.parts]


async def test_the_same_thanks_sent_twice_arrive_once(council, amira, ben):
    await amira.commands("kudos Ben Lloyd for the clear letter")
    form = amira.form
    await amira.fills({"Who reads it": "Just them"})
    amira.form = form
    await amira.fills({"Who reads it": "Just them"})
    assert "Already sent" in amira.last.text
    assert len(await received_by(council, ben)) == 1
    assert len(ben.inbox) == 1


async def test_the_organisations_own_values_take_the_place_of_the_usual_ones(council, amira, ben):
    async with council.database.transaction() as store:
        await store.recognitions.save_values(
            [OrganisationValue("v1", TENANT.id, "Bold for residents", "Beiddgar dros drigolion")]
        )
    await amira.commands("kudos Ben Lloyd for the clear letter")
    labels = [option.label for part in amira.form.parts for option in getattr(part, "options", ())]
    assert "Bold for residents" in labels
    assert "Working together" not in labels


async def test_thanks_are_listed_for_their_receiver(council, amira, ben):
    assert "Nobody has thanked you here yet" in await ben.says("kudos")
    await amira.commands("kudos Ben Lloyd for the clear letter")
    await amira.fills({"Who reads it": "Just them"})
    assert "Amira Hassan, Fri 20 Nov" in await ben.says("kudos")


async def test_a_message_is_recognised_with_its_words_ready_to_be_changed(council, amira, ben):
    await amira.chooses_message("recognise", ben.person.email, "I rang all forty tenants.")
    assert amira.form.title == "Thank Ben Lloyd"
    assert "I rang all forty tenants." in [getattr(part, "value", "") for part in amira.form.parts]
    await amira.fills({"For what": "Ringing all forty tenants", "Who reads it": "Just them"})
    assert "Ringing all forty tenants" in ben.last.text


async def test_a_bots_message_ones_own_and_a_strangers_get_a_kind_sentence(council, amira):
    await amira.chooses_message("recognise", "", "Build finished.")
    assert "No person wrote that message" in amira.last.text
    await amira.chooses_message("recognise", amira.person.email, "I did it!")
    assert "proud of your own work" in amira.last.text
    await amira.chooses_message("recognise", "U-elsewhere", "Hello")
    assert "I don’t know who wrote that message" in amira.last.text
    assert amira.form is None


async def test_thanks_in_welsh(council, amira, ben):
    for each in (amira, ben):
        async with council.database.transaction() as store:
            each.person = replace(each.person, language=Language.CY)
            await store.people.save([each.person])
    await amira.says_to("canmol @Ben am aros gyda thenant pryderus", ben)
    await amira.says("Cydweithio")
    await amira.says("Dim ond nhw")
    assert "Mae Amira Hassan yn diolch i chi" in ben.last.text
    assert "aros gyda thenant pryderus" in ben.last.text


async def test_thanks_may_name_an_objective_that_the_giver_knows_of(council, amira, lead, ben):
    await council.sets_objective(ben, "Write clear letters")
    await amira.commands("kudos Ben Lloyd for the clear letter")
    assert "Write clear letters" not in str(amira.form)
    await lead.commands("kudos Ben Lloyd for the clear letter")
    await lead.fills({"Which objective it helped": "Write clear letters", "Who reads it": "Just them"})
    assert "It helped “Write clear letters”." in ben.last.text
    await ben.taps("Keep as evidence")
    assert ben.form.title == "Evidence for Write clear letters"


# --- the month's digest ---------------------------------------------------------------------------------------


async def thanks(giver, receiver, what, value, *, shared):
    await giver.commands(f"kudos {receiver.person.name} for {what}")
    await giver.fills({"Which of our values it shows": value, "Who reads it": "Their team too, if they agree"})
    await receiver.taps("Share with my team" if shared else "Keep it to myself")


async def test_a_months_shared_thanks_come_together_on_the_next_months_first_working_day(council, amira, ben):
    await thanks(amira, ben, "the clear letter", "Working together", shared=True)
    await thanks(amira, ben, "staying late", "", shared=True)
    await thanks(amira, ben, "a private matter", "Respect for everyone", shared=False)
    council.channel.clear()
    await council.time_passes_until(datetime(2026, 12, 1, 9, 59, tzinfo=UTC))
    assert [each for each in council.channel if "Thanks in" in each.text] == []
    await council.time_passes_until(datetime(2026, 12, 1, 10, 0, tzinfo=UTC))
    (digest,) = [each for each in council.channel if "Thanks in" in each.text]
    assert "Thanks in November 2026" in digest.text
    said = [line for line in digest.text.splitlines() if line in ("Working together", "And also")]
    assert said == ["Working together", "And also"]
    assert "Amira Hassan thanked Ben Lloyd:" in digest.text
    assert "private matter" not in digest.text
    assert "Respect for everyone" not in digest.text


async def test_what_is_shared_while_last_months_digest_is_on_its_way_waits_for_its_own(council, amira, ben):
    await thanks(amira, ben, "the clear letter", "", shared=True)
    await council.time_passes_until(datetime(2026, 12, 1, 9, 0, tzinfo=UTC))
    await thanks(amira, ben, "the early start", "", shared=True)
    await council.time_passes_until(datetime(2027, 1, 4, 10, 0, tzinfo=UTC))
    november, december = [each.text for each in council.channel if "Thanks in" in each.text]
    assert ("clear letter" in november, "early start" in november) == (True, False)
    assert ("clear letter" in december, "early start" in december) == (False, True)


async def test_a_month_without_shared_thanks_passes_in_silence(council, amira, ben):
    await thanks(amira, ben, "the clear letter", "", shared=False)
    await council.time_passes_until(datetime(2027, 1, 4, 10, 0, tzinfo=UTC))
    assert [each for each in council.channel if "Thanks in" in each.text] == []


# --- evidence -------------------------------------------------------------------------------------------------


async def test_thanks_are_kept_as_evidence_of_an_objective_once(council, amira, ben):
    await council.sets_objective(ben, "Write clear letters")
    await amira.commands("kudos Ben Lloyd for the clear letter")
    await amira.fills({"Who reads it": "Just them"})
    for _ in range(2):
        await ben.taps("Keep as evidence")
        await ben.fills({"Objective": "Write clear letters"})
    assert "not kept twice" in ben.last.text
    page = await ben.taps("Open it")
    assert page.count("the clear letter (thanks from Amira Hassan)") == 1
    assert "from thanks" in page


async def test_a_message_is_kept_as_evidence_with_the_way_back_to_it(council, amira):
    await council.sets_objective(amira, "Answer complaints faster")
    await amira.chooses_message("evidence", "U9", "The tenants’ panel thanked the team.")
    await amira.fills({"Objective": "Answer complaints faster"})
    page = await amira.taps("Open it")
    assert "The tenants’ panel thanked the team." in page
    assert "https://chat.example/archives/C1/p1" in page


async def test_evidence_is_read_by_owner_and_line_manager_and_not_by_who_shares_the_objective(
    council, amira, lead, ben
):
    objective = await council.sets_objective(amira, "Answer complaints faster")
    async with council.database.transaction() as store:
        await store.objectives.share(objective.id, [ben.person.id])
    await lead.sends_action("objective.evidence", objective.id)
    await lead.fills({"What it shows": "The audit found no late answer"})
    assert "Megan Price added evidence" in amira.last.text
    for reader, reads in ((amira, True), (lead, True), (ben, False)):
        await reader.sends_action("objective.open", objective.id)
        assert ("The audit found no late answer" in reader.last.text) is reads
    inbox = len(ben.inbox)
    await ben.sends_action("objective.evidence", objective.id)
    assert ben.form is None
    assert len(ben.inbox) == inbox + 1


async def test_evidence_without_an_objective_says_what_to_do_first(amira):
    await amira.chooses_message("evidence", "U9", "The tenants’ panel thanked the team.")
    assert "you have none yet" in amira.last.text
    assert [action.label for action in amira.last.actions] == ["Add an objective"]
