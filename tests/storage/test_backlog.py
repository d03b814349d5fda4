"""What waits, what was given up, and what those who look after it do about either; of one organisation alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.backlog import GivenUpFor, Waiting, Which
from core.model.person import Platform
from core.model.traffic import BREAK_AFTER, Hold
from tests.storage.council import NOW, TENANT, message, person, settle_in, slack_account

LATER = NOW + timedelta(hours=1)
LEASE_S = 60.0


@pytest.fixture
async def council(database):
    """The database with two people on Slack and one elsewhere."""
    await settle_in(database, person("Amira Khan"), person("Ben Lloyd"))
    async with database.transaction() as store:
        await store.tenants.add(replace(TENANT, id="trust"))
        await store.people.save([person("Cara Jones", tenant_id="trust", email="cara@trust.example")])
        await store.people.link(slack_account("amira"))
    return database


async def queue(council, *messages, tenant="council"):
    async with council.transaction() as store:
        await store.outbox.add(tenant, messages, NOW)


async def claim(council, now=NOW):
    async with council.transaction() as store:
        return await store.outbox.claim(now, LEASE_S, 10)


async def give_up(council, *keys, to="amira", reason="user_disabled", tenant="council", at=NOW):
    """Queue messages, give each up, and say their ids."""
    ids = []
    for key in keys:
        await queue(council, message(to, key), tenant=tenant)
        (delivery,) = await claim(council)
        async with council.transaction() as store:
            await store.outbox.dead(delivery, reason, at)
        ids.append(delivery.id)
    return tuple(ids)


async def again(council, which, tenant="council", now=LATER):
    async with council.transaction() as store:
        return await store.backlog.send_again(tenant, which, now)


async def states(council):
    async with council.reading() as store:
        return {state: count for state, count in (await store.outbox.counts()).items() if count}


async def test_what_was_given_up_can_be_tried_again_from_the_beginning_once(council):
    first, second = await give_up(council, "k1", "k2")
    assert await again(council, Which(ids=(first, "unknown")), tenant="trust") == 0
    assert await again(council, Which(ids=(first, "unknown"))) == 1
    # A second tap finds nothing to do.
    assert await again(council, Which(ids=(first,))) == 0
    (delivery,) = await claim(council, LATER)
    assert (delivery.id, delivery.failures, delivery.failing_since, delivery.uncertain) == (first, 0, None, False)
    async with council.reading() as store:
        assert [letter.delivery.id for letter in await store.outbox.dead_letters()] == [second]


async def test_all_of_a_reason_are_tried_again_except_what_was_given_up_since(council):
    await give_up(council, "k1", "k2", reason="blocked")
    await give_up(council, "k3", reason="no account")
    await give_up(council, "k4", reason="blocked", at=LATER)
    await give_up(council, "k5", reason="blocked", to="cara", tenant="trust")
    async with council.reading() as store:
        assert await store.backlog.reasons("council") == [GivenUpFor("blocked", 3), GivenUpFor("no account", 1)]
    blocked = Which(reasons=("blocked",), given_up_by=NOW)
    assert await again(council, blocked) == 2
    assert await again(council, blocked) == 0
    assert await states(council) == {"queued": 2, "dead": 3}


async def test_what_is_dismissed_keeps_its_reason_and_who_did_so(council):
    (mine,) = await give_up(council, "k1", reason="blocked")
    async with council.transaction() as store:
        assert await store.backlog.dismiss("trust", Which(ids=(mine,)), "Cara Jones", LATER) == 0
        assert await store.backlog.dismiss("council", Which(ids=(mine,)), "Helen Ward", LATER) == 1
        assert await store.backlog.dismiss("council", Which(ids=(mine,)), "Helen Ward", LATER) == 0
    assert await states(council) == {"cancelled": 1}
    async with council.connected_for_reading() as connection:
        kept = (await connection.exec_driver_sql("SELECT reason FROM outbox")).scalar_one()
    assert kept == "dismissed by Helen Ward; blocked"


async def test_what_waits_can_be_cancelled_but_not_what_is_being_sent(council):
    await queue(council, message("amira", "k1"), message("amira", "k2"))
    (first,) = await claim(council)
    async with council.transaction() as store:
        assert await store.backlog.cancel("council", [first.id], "not wanted", NOW) == 0
        await store.outbox.retry(first, LATER, "503")
        assert await store.backlog.cancel("trust", [first.id], "not wanted", NOW) == 0
        assert await store.backlog.cancel("council", [first.id], "not wanted", NOW) == 1
    # What came after it goes on.
    assert len(await claim(council)) == 1


async def test_what_waits_is_counted_by_purpose_and_platform(council):
    await queue(
        council,
        message("amira", "k1", purpose="broadcast"),
        message("amira", "k2", purpose="broadcast", not_before=LATER),
        message("ben", "k3"),
    )
    await queue(council, message("cara", "k4"), tenant="trust")
    async with council.reading() as store:
        assert sorted(await store.backlog.waiting("council", NOW), key=lambda each: each.purpose) == [
            Waiting("broadcast", Platform.SLACK, 2, 1, NOW),
            Waiting("greeting", None, 1, 1, NOW),
        ]
        found = await store.backlog.queued("council", purpose="broadcast", person_id="amira")
        assert [(each.email, each.platform, each.due_at) for each in found] == [
            ("amira@abermoor.example", Platform.SLACK, NOW),
            ("amira@abermoor.example", Platform.SLACK, LATER),
        ]
        assert len(await store.backlog.queued("council", limit=1)) == 1


async def test_what_was_sent_is_counted_from_an_instant_on(council):
    await queue(council, message("amira", "k1"))
    (delivery,) = await claim(council)
    async with council.transaction() as store:
        await store.outbox.sent([(delivery, None)], NOW)
    async with council.reading() as store:
        assert await store.backlog.sent_since("council", NOW) == 1
        assert await store.backlog.sent_since("council", LATER) == 0
        assert await store.backlog.sent_since("trust", NOW) == 0


async def test_holds_say_where_and_since_when_nothing_goes(council):
    async with council.transaction() as store:
        assert await store.traffic.holds("council", NOW) == []
        await store.traffic.throttled("council", Platform.TEAMS, LATER, NOW)
        for _ in range(BREAK_AFTER):
            await store.traffic.failed("council", Platform.SLACK, NOW)
        slack, teams = await store.traffic.holds("council", NOW)
        assert (slack.platform, slack.out_since, slack.speed_percent) == (Platform.SLACK, NOW, 100)
        assert teams == Hold(Platform.TEAMS, LATER, None, 90)
        # Still out of reach when it is due to be probed.
        assert (await store.traffic.holds("council", LATER))[0] == Hold(Platform.SLACK, None, NOW, 100)
        assert await store.traffic.holds("trust", NOW) == []
