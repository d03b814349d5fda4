"""What whoever watches over Milepost is told of its database, on both."""

from datetime import timedelta

from core.cause import caused_by
from core.chat.effect import ToChannel
from core.chat.event import Origin, TextReceived
from core.model.delivery import DeliveryState
from core.model.person import ChannelAddress, Platform
from storage.moving.restored import backup_taken_at, doubt_unsent
from storage.watching import Queue, Standing, beat, last_beat, standing
from tests.storage.council import NOW, message, person, settle_in

CHANNEL = ToChannel(ChannelAddress(Platform.TEAMS, "T", "c"))


async def test_unfinished_messages_are_counted_by_state_and_platform(database):
    await settle_in(database, person("Amira Khan"))
    later = NOW + timedelta(days=1)
    async with database.transaction() as store:
        await store.outbox.add("council", [message("amira", "1"), message("amira", "2", not_before=later)], NOW)
        await store.outbox.add("council", [message("amira", "3", to=CHANNEL)], NOW)
        assert len(await store.outbox.claim(NOW, 60, 1)) == 1
        event = TextReceived(Origin(Platform.SLACK, "T1", "U", "e", "D"), "hello")
        await store.inbox.accept(event, NOW, by="us", until=NOW)
    seen = await standing(database)
    assert set(seen.queues) == {
        Queue(DeliveryState.SENDING, None, 1, NOW + timedelta(seconds=60)),
        Queue(DeliveryState.QUEUED, None, 1, later),
        Queue(DeliveryState.QUEUED, Platform.TEAMS, 1, NOW),
    }
    assert (seen.events, seen.oldest_event_at) == (1, NOW)


async def test_where_nothing_waits_nothing_is_shown(database):
    assert await standing(database) == Standing((), 0, None)


async def test_the_last_beat_is_kept(database):
    assert await last_beat(database, "timer") is None
    for minutes in (0, 5):
        await beat(database, "timer", NOW + timedelta(minutes=minutes))
    assert await last_beat(database, "timer") == NOW + timedelta(minutes=5)
    assert await last_beat(database, "another") is None


async def test_what_caused_a_message_is_kept_with_it_and_with_its_picture(database):
    await settle_in(database, person("Amira Khan"))
    async with database.transaction() as store:
        with caused_by("f265f1513c"):
            await store.outbox.add("council", [message("amira", "1")], NOW)
        await store.outbox.add("council", [message("amira", "2")], NOW)
        causes = []
        for _ in range(2):
            (delivery,) = await store.outbox.claim(NOW, 60, 1)
            causes.append(delivery.cause)
            await store.outbox.sent([(delivery, None)], NOW)
    assert causes == ["f265f1513c", ""]


async def test_after_a_restore_what_is_due_is_uncertain_and_what_is_for_later_is_not(database):
    await settle_in(database, person("Amira Khan"), person("Ben Wood"))
    later = NOW + timedelta(hours=5)
    async with database.transaction() as store:
        await store.outbox.add("council", [message("amira", "1"), message("ben", "2", not_before=later)], NOW)
    assert await backup_taken_at(database) is None
    since = NOW - timedelta(hours=2)
    assert await doubt_unsent(database, since, NOW) == 1
    async with database.transaction() as store:
        (due,) = await store.outbox.claim(NOW, 60, 9)
        await store.outbox.sent([(due, None)], NOW)
        (at_its_time,) = await store.outbox.claim(later, 60, 9)
    assert (due.person_id, due.uncertain, due.created_at) == ("amira", True, since)
    assert (at_its_time.person_id, at_its_time.uncertain, at_its_time.created_at) == ("ben", False, NOW)
