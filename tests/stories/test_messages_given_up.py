"""Messages did not arrive: HR sees to whom and why, never what they say, and puts it right with a tap."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.chat.card import Card, Paragraph
from core.chat.effect import Send, ToChannel, ToPerson
from core.model.delivery import NO_ACCOUNT
from core.model.given_up import UNKNOWN_OUTCOME, refused
from core.model.person import Access, ChannelAddress, Language, Person, Platform, Tenant
from core.model.traffic import BREAK_AFTER

SECRET = "The boiler room is flooded"
CARD = Card(SECRET, (Paragraph(SECRET),))
TOO_LONG = refused(Platform.SLACK, "msg_too_long")


@pytest.fixture
async def hr(council):
    return await council.hire("Nia Rees", access=Access.HR)


async def given_up(council, to, key, reason, purpose="training reminder", tenant="vale"):
    """A message to someone (or a channel) that was given up now."""
    where = to if isinstance(to, ToChannel) else ToPerson(to.person.id if hasattr(to, "person") else to)
    async with council.database.transaction() as store:
        await store.outbox.add(tenant, [Send(where, CARD, purpose, key)], council.clock.now())
        (delivery,) = await store.outbox.claim(council.clock.now(), 60, 10)
        await store.outbox.dead(delivery, reason, council.clock.now())


async def letters(council, tenant="vale"):
    async with council.database.reading() as store:
        return [each.delivery.purpose for each in await store.outbox.dead_letters(tenant)]


def arrived(resident):
    return sum(SECRET in text for text in resident.texts)


async def test_nothing_was_given_up(council, hr):
    said = await hr.says("hr messages")
    assert "No message has been given up" in said
    assert "Sent today" in said


async def test_hr_sees_to_whom_of_what_kind_and_why_but_never_what_a_message_says(council, hr, amira, ben):
    await given_up(council, amira, "k1", NO_ACCOUNT, "broadcast")
    await given_up(council, ben, "k2", TOO_LONG, "feedback-note")
    await given_up(council, ToChannel(ChannelAddress(Platform.SLACK, "T1", "C1")), "k3", TOO_LONG, "team summary")
    said = await hr.says("hr messages")
    assert "Amira Hassan: a broadcast, from 12:00, given up 12:00" in said
    assert "1 message: no account with their work email was found" in said
    assert "Ben Lloyd: something between colleagues" in said
    assert "a channel on Slack: a team’s summary" in said
    assert "2 messages: Slack refused it: msg_too_long" in said
    assert SECRET not in said
    assert "feedback" not in said


async def test_one_message_is_sent_again_once_however_often_it_is_tapped(council, hr, amira):
    await given_up(council, amira, "k1", NO_ACCOUNT)
    await hr.says("hr messages")
    card = hr.last
    assert "1 message is on its way again" in await hr.taps("Send again", card)
    assert "nothing left to send again" in await hr.taps("Send again", card)
    assert arrived(amira) == 1
    assert "No message has been given up" in hr.last.text


async def test_all_of_a_reason_are_sent_again_and_what_was_given_up_since_is_not(council, hr, amira, ben):
    for number, resident in enumerate((amira, ben)):
        await given_up(council, resident, f"k{number}", TOO_LONG)
    await given_up(council, amira, "other", NO_ACCOUNT)
    await hr.says("hr messages")
    card = hr.last
    council.clock.advance(minutes=5)
    await given_up(council, ben, "since", TOO_LONG)
    assert "2 messages are on their way again" in await hr.taps("Send all 2 again", card)
    assert "nothing left to send again" in await hr.taps("Send all 2 again", card)
    assert (arrived(amira), arrived(ben)) == (1, 1)
    assert len(await letters(council)) == 2


async def test_what_no_longer_matters_is_dismissed(council, hr, amira, ben):
    for key in ("k1", "k2", "k3"):
        await given_up(council, amira, key, TOO_LONG)
    await hr.says("hr messages")
    card = hr.last
    assert "1 message is dismissed" in await hr.taps("Dismiss", card)
    assert "2 messages are dismissed" in await hr.taps("Dismiss all 3", card)
    assert "nothing left to dismiss" in await hr.taps("Dismiss all 3", card)
    assert arrived(amira) == 0
    assert await letters(council) == []


async def test_what_may_have_arrived_is_said_to_be_so(council, hr, amira):
    await given_up(council, amira, "k1", UNKNOWN_OUTCOME)
    said = await hr.says("hr messages")
    assert "it may have arrived, and nobody can tell" in said
    assert "would get it twice" in said


async def test_older_ones_are_a_tap_away(council, hr, amira, ben):
    for number in range(8):
        await given_up(council, ben if number < 2 else amira, f"k{number}", NO_ACCOUNT)
    assert "Ben Lloyd" not in await hr.says("hr messages")
    said = await hr.taps("Older ones")
    assert said.count("Ben Lloyd") == 2
    assert "Amira" not in said
    assert "8 messages: no account" in said


async def test_an_outage_is_told_with_when_it_began(council, hr):
    async with council.database.transaction() as store:
        for _ in range(BREAK_AFTER):
            await store.traffic.failed("vale", Platform.SLACK, council.clock.now())
        await store.traffic.throttled(
            "vale", Platform.TEAMS, council.clock.now() + timedelta(minutes=5), council.clock.now()
        )
    said = await hr.says("hr messages")
    assert "Slack has not answered since 12:00. Messages to people there wait and go by themselves." in said
    assert "Microsoft Teams asked Milepost to pause until 12:05" in said


async def test_it_is_read_in_welsh(council, amira):
    hr = await council.hire("Nia Rees", access=Access.ADMIN, language=Language.CY)
    await given_up(council, amira, "k1", NO_ACCOUNT, "broadcast")
    said = await hr.says("hr negeseuon")
    assert "Amira Hassan: darllediad" in said
    assert "1 neges: ni chafwyd cyfrif" in said
    assert "Mae 1 neges ar ei ffordd eto" in await hr.taps("Anfon eto")


async def test_others_are_refused_kindly_and_change_nothing(council, hr, amira, ben):
    await given_up(council, ben, "k1", NO_ACCOUNT)
    await hr.says("hr messages")
    tapped = {action.name: action.value for action in hr.last.actions}
    assert "please ask the HR team" in await amira.says("hr messages")
    for name in ("messages.again", "messages.dismiss", "messages.again_all", "messages.dismiss_all"):
        await amira.sends_action(name, tapped.get(name, tapped["messages.again"]))
        assert "please ask the HR team" in amira.last.text
    assert len(await letters(council)) == 1


async def test_another_organisations_messages_are_neither_seen_nor_touched(council, hr, amira):
    cara = Person("cara", "trust", "cara@trust.example", "Cara Jones")
    async with council.database.transaction() as store:
        await store.tenants.add(Tenant("trust", "A trust", "HR"))
        await store.people.save([cara])
    await given_up(council, "cara", "k1", TOO_LONG, tenant="trust")
    await given_up(council, amira, "k1", TOO_LONG)
    async with council.database.reading() as store:
        (theirs,) = await store.outbox.dead_letters("trust")
    said = await hr.says("hr messages")
    assert "Cara" not in said
    action = next(each for each in hr.last.actions if each.name == "messages.again")
    stolen = replace(action, value=action.value.replace(action.value.split("|")[0], theirs.delivery.id))
    for name in ("messages.again", "messages.dismiss"):
        await hr.sends_action(name, stolen.value)
        assert "There was nothing left" in hr.last.text
    assert len(await letters(council, "trust")) == 1


async def test_an_edited_payload_does_nothing(council, hr, amira):
    await given_up(council, amira, "k1", TOO_LONG)
    for name in ("messages.again", "messages.dismiss", "messages.again_all", "messages.dismiss_all"):
        for value in ("", "x", "x|y", "x|2026-11-20T12:00:00+00:00"):
            await hr.sends_action(name, value)
    await hr.sends_action("messages.show", "never")
    assert len(await letters(council)) == 1
    assert arrived(amira) == 0
