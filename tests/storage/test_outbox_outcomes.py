"""What becomes of a message: sent, tried again or given up; and what was posted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.chat.effect import ToChannel, ToPerson, Update
from core.model.delivery import Posted
from core.model.person import ChannelAddress, Platform
from tests.storage.council import GREETING, NOW, TENANT, message, person, settle_in, slack_account
from tests.storage.test_outbox_claims import LEASE_S, claim, queue, sent

POSTED = Posted(Platform.SLACK, "T1", "D-amira", "1.1")
LATER = NOW + timedelta(minutes=10)


@pytest.fixture
async def council(database):
    """The database with Amira in it, on Slack."""
    await settle_in(database, person("Amira Hassan"))
    async with database.transaction() as store:
        await store.people.link(slack_account("amira"))
    return database


async def posted_under(database, tag):
    async with database.reading() as store:
        return await store.outbox.posted_under(tag)


async def counts(database):
    async with database.reading() as store:
        return await store.outbox.counts()


async def test_what_was_posted_is_found_by_its_tag(council):
    await queue(council, message("amira", "k1", tag="t1"))
    (delivery,) = await claim(council)
    await sent(council, delivery, POSTED)
    assert await posted_under(council, "t1") == [POSTED]
    assert await posted_under(council, "t2") == []
    assert await claim(council, LATER) == []


async def test_a_message_without_a_tag_is_not_remembered(council):
    await queue(council, message("amira", "k1"))
    (delivery,) = await claim(council)
    await sent(council, delivery, POSTED)
    assert (await counts(council))["sent"] == 1


async def test_an_update_brings_every_message_of_its_tag(council):
    await queue(council, message("amira", "k1", tag="t1"), message("amira", "k2", tag="t1"))
    messages = [POSTED, replace(POSTED, message="1.2")]
    for posted in messages:
        (delivery,) = await claim(council)
        await sent(council, delivery, posted)
    await queue(council, Update(ToPerson("amira"), "t1", GREETING, "k3"))
    (update,) = await claim(council)
    assert (update.action, update.posted, update.tag) == ("update", tuple(messages), "t1")


async def test_a_picture_goes_to_the_very_message_it_belongs_to(council):
    channel = ChannelAddress(Platform.SLACK, "T1", "C1")
    await queue(
        council,
        message("amira", "k1", tag="t1"),
        message("amira", "k2", tag="t1", to=ToChannel(channel)),
    )
    posted = {None: replace(POSTED, conversation="C1", message="2"), "amira": POSTED}
    for delivery in await claim(council):
        async with council.transaction() as store:
            await store.outbox.sent([(delivery, posted[delivery.person_id])], NOW)
            await store.outbox.queue_picture(delivery, posted[delivery.person_id], NOW)
            await store.outbox.queue_picture(delivery, posted[delivery.person_id], NOW)
    pictures = await claim(council)
    assert [(each.action, each.person_id, each.channel, each.posted, each.card) for each in pictures] == [
        ("picture", "amira", None, (posted["amira"],), GREETING),
        ("picture", None, channel, (posted[None],), GREETING),
    ]


async def test_a_slow_worker_does_not_settle_what_another_has_taken_over(council):
    await queue(council, message("amira", "k1", tag="t1"))
    (slow,) = await claim(council)
    (quick,) = await claim(council, NOW + timedelta(seconds=LEASE_S))
    async with council.transaction() as store:
        await store.outbox.sent([(slow, POSTED)], LATER)
        await store.outbox.retry(slow, LATER, "slow")
        await store.outbox.dead(slow, "slow", LATER)
    assert await posted_under(council, "t1") == []
    assert await counts(council) == {"queued": 0, "sending": 1, "sent": 0, "dead": 0, "cancelled": 0}
    await sent(council, quick, POSTED)
    async with council.transaction() as store:
        await store.outbox.dead(quick, "too late", LATER)
    assert await counts(council) == {"queued": 0, "sending": 0, "sent": 1, "dead": 0, "cancelled": 0}


async def test_dead_letters_say_why_newest_first(council):
    await queue(council, message("amira", "k1", purpose="first"), message("amira", "k2", purpose="second"))
    for reason in ("account_inactive", "channel_not_found"):
        (delivery,) = await claim(council)
        async with council.transaction() as store:
            await store.outbox.dead(delivery, reason, NOW)
    async with council.reading() as store:
        found = await store.outbox.dead_letters("council")
        assert [(each.delivery.purpose, each.reason) for each in found] == [
            ("second", "channel_not_found"),
            ("first", "account_inactive"),
        ]
        assert found[0].delivery.account == slack_account("amira")
        assert len(await store.outbox.dead_letters("council", limit=1)) == 1
        assert await store.outbox.dead_letters("elsewhere") == []


async def give_up(council, *keys, purpose="greeting", reason="user_disabled"):
    """Queue messages and give each up."""
    for key in keys:
        await queue(council, message("amira", key, purpose=purpose))
        (delivery,) = await claim(council)
        async with council.transaction() as store:
            await store.outbox.dead(delivery, reason, NOW)


async def test_dead_letters_are_listed_over_all_organisations_and_page_by_page(council):
    async with council.transaction() as store:
        await store.tenants.add(replace(TENANT, id="trust"))
        await store.people.save([person("Cara Jones", tenant_id="trust", email="cara@trust.example")])
    await give_up(council, "k1", "k2", "k3", purpose="broadcast")
    await give_up(council, "k4", reason="blocked")
    async with council.transaction() as store:
        await store.outbox.add("trust", [message("cara", "k5")], NOW)
    (elsewhere,) = await claim(council)
    async with council.transaction() as store:
        await store.outbox.dead(elsewhere, "no account", LATER)

    async with council.reading() as store:
        everything = await store.outbox.dead_letters()
        first = await store.outbox.dead_letters("council", limit=2)
        rest = await store.outbox.dead_letters("council", before=first[-1].number, limit=9)
        of_run = await store.outbox.dead_letters(purpose="broadcast", person_id="amira")
        of_cara = await store.outbox.dead_letters(person_id="cara")
    assert [letter.delivery.tenant_id for letter in everything] == ["trust"] + ["council"] * 4
    assert (everything[0].reason, everything[0].given_up_at) == ("no account", LATER)
    assert [*first, *rest] == everything[1:]
    assert len(of_run) == 3
    assert of_cara == everything[:1]


async def test_only_messages_of_the_tag_and_purpose_are_cancelled(council):
    await queue(
        council,
        message("amira", "k1", tag="t1", purpose="check-in prompt"),
        message("amira", "k2", tag="t1", purpose="thanks"),
        message("amira", "k3", tag="t2", purpose="check-in prompt"),
        Update(ToPerson("amira"), "t1", GREETING, "k4"),
    )
    async with council.transaction() as store:
        asking = ("check-in prompt", "check-in reminder")
        assert await store.outbox.cancel(["someone else"], ["t1"], asking, "answered", NOW) == 0
        assert await store.outbox.cancel(["amira"], ["t1"], asking, "answered", NOW) == 1
    assert (await counts(council))["queued"] == 3


async def test_a_cancelled_message_is_not_queued_again_under_its_key(council):
    await queue(council, message("amira", "k1", tag="t1"))
    async with council.transaction() as store:
        await store.outbox.cancel(["amira"], ["t1"], ["greeting"], "answered", NOW)
    await queue(council, message("amira", "k1", tag="t1"))
    assert await claim(council) == []
