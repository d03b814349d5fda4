"""Webhooks: signed messages to a real receiver that fails, is slow, redirects, or is gone."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook as Verifier

from bot.adapters.seal import Seal
from bot.adapters.webhooks.client import WebhookMessenger
from bot.adapters.webhooks.guard import is_public
from bot.adapters.webhooks.signing import new_secret
from bot.addresses import Addresses
from bot.dispatcher import Dispatcher
from bot.measured import MeasuredCourier, MeasuredMessengers, MeasuredPacer
from bot.metrics import Metrics
from bot.pictures import draw
from bot.shut import Shut
from core.model.checkin import CheckInState
from core.model.person import Platform
from core.model.webhook import CHOSEN, BadAddress, Webhook, checked_url
from core.services.follow_up_check_ins import close_windows
from core.services.tell_webhooks import tell_closed, tell_test
from tests.keys import RING
from tests.storage.council import NOW, check_in, person, settle_in

LOCAL = ("127.0.0.1", "localhost")


@dataclass
class Receiver:
    """Another system, which answers as it is told to."""

    answers: list[int] = field(default_factory=list)
    """What it answers in turn, and then 204."""
    got: list[tuple[dict, bytes]] = field(default_factory=list)
    wait_s: float = 0.0
    headers: dict = field(default_factory=dict)

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.got.append((dict(request.headers), body))
        await asyncio.sleep(self.wait_s)
        return web.Response(status=self.answers.pop(0) if self.answers else 204, headers=self.headers)

    @property
    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.got]

    @property
    def data(self) -> list[dict]:
        return [json.loads(body) for _, body in self.got]


@dataclass
class House:
    """Milepost with one webhook, and the dispatcher that serves it."""

    database: object
    clock: object
    dispatcher: Dispatcher
    receiver: Receiver
    webhook: Webhook
    secret: str
    url: Callable[[str], str]

    async def tests(self, times: int = 1) -> None:
        async with self.database.transaction() as store:
            for n in range(times):
                await tell_test(store, self.webhook, self.clock.now() + timedelta(microseconds=n))

    async def deliver(self, **later: float) -> None:
        self.clock.move_to(self.clock.now() + timedelta(**later))
        await self.dispatcher.drain()

    async def states(self) -> dict[str, int]:
        async with self.database.reading() as store:
            return {state: count for state, count in (await store.outbox.counts()).items() if count}

    async def reason(self) -> str:
        async with self.database.reading() as store:
            return (await store.outbox.dead_letters("council"))[0].reason


async def house_on(database, clock, allowed=LOCAL, url=None, within_s=5.0):
    clock.move_to(NOW)
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    server = TestServer(app)
    await server.start_server()
    seal = Seal(RING)
    secret = new_secret()
    address = url or str(server.make_url("/hook"))
    events = tuple(str(each) for each in CHOSEN)
    webhook = Webhook("w1", "council", address, events, seal.close({"secret": secret}), NOW)
    await settle_in(database, person("Amira Hassan"), person("Ben Wood"))
    async with database.transaction() as store:
        await store.webhooks.add(webhook)
    messenger = WebhookMessenger(database, clock, seal, allowed, within_s)
    shut = Shut(database, clock)
    metrics = Metrics()
    courier = MeasuredCourier(
        metrics=metrics,
        database=database,
        clock=clock,
        messengers=MeasuredMessengers({Platform.WEBHOOK: messenger}, metrics),
        addresses=Addresses(database, {}),
        pacer=MeasuredPacer({}, metrics),
        shut=shut,
        draw=draw,
    )
    dispatcher = Dispatcher(
        database=database, clock=clock, courier=courier, shut=shut, rates={}, lease_s=60, poll_s=0.05
    )
    found = House(database, clock, dispatcher, receiver, webhook, secret, server.make_url)

    async def close():
        await dispatcher.stop()
        await messenger.close()
        await server.close()

    return found, close


@pytest.fixture
async def house(sqlite_database, clock):
    found, close = await house_on(sqlite_database, clock)
    yield found
    await close()


async def test_a_message_is_signed_as_the_standard_has_it(house):
    await house.tests()
    await house.deliver()
    ((headers, body),) = house.receiver.got
    # The library's own check also looks at the time of day, which stands still here.
    verified = Verifier(house.secret)
    sent_at = int(headers["webhook-timestamp"])
    assert sent_at == int(NOW.timestamp())
    signature = verified.sign(headers["webhook-id"], NOW, body.decode())
    assert headers["webhook-signature"] == signature
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body)["type"] == "test"
    assert await house.states() == {"sent": 1}


async def test_closed_check_ins_are_told_in_the_same_transaction_on_both_databases(database, clock):
    house, close = await house_on(database, clock)
    closed = [check_in("amira", answers_asked=3), check_in("ben", state=CheckInState.PARTLY, answers_saved=1)]
    async with database.transaction() as store:
        await store.checkins.add(closed)
    clock.move_to(NOW + timedelta(days=5))
    with pytest.raises(RuntimeError):
        async with database.transaction() as store:
            await close_windows(store, clock.now())
            raise RuntimeError("the process ends here")
    await house.deliver()
    assert house.receiver.got == []
    async with database.transaction() as store:
        await close_windows(store, clock.now())
    await house.deliver()
    told = sorted(house.receiver.data, key=lambda each: each["data"]["checkin_id"])
    assert [(each["type"], each["data"]["state"]) for each in told] == [
        ("check-in.closed", "missed"),
        ("check-in.closed", "partly_closed"),
    ]
    assert set(told[0]["data"]) == {
        *("checkin_id", "schedule_id", "period", "state", "late", "answers_saved", "answers_asked")
    }
    assert "amira@" not in str(told) and "Amira" not in str(told)
    await close()


async def test_the_same_is_told_once(house):
    answered = check_in("amira", state=CheckInState.ANSWERED)
    for _ in range(2):
        async with house.database.transaction() as store:
            await tell_closed(store, [answered], NOW)
    await house.deliver()
    assert len(house.receiver.got) == 1


async def test_what_fails_comes_again_under_the_same_id_and_with_the_same_words(house):
    house.receiver.answers = [500, 404, 429]
    house.receiver.headers = {}
    await house.tests()
    await house.deliver()
    await house.deliver(seconds=6)
    await house.deliver(seconds=31)
    assert await house.states() == {"queued": 1}
    await house.deliver(seconds=121)
    assert await house.states() == {"sent": 1}
    assert len(set(house.receiver.ids)) == 1 and len(house.receiver.got) == 4
    assert len({body for _, body in house.receiver.got}) == 1


async def test_a_receiver_may_say_when_to_come_again(house):
    house.receiver.answers = [503]
    house.receiver.headers = {"Retry-After": "600"}
    await house.tests()
    await house.deliver()
    await house.deliver(seconds=599)
    assert len(house.receiver.got) == 1
    await house.deliver(seconds=2)
    assert await house.states() == {"sent": 1}


async def test_one_that_fails_for_three_days_is_given_up_and_holds_up_no_one_else(house):
    house.receiver.answers = [500] * 100
    await house.tests(2)
    await house.deliver()
    for _ in range(50):
        await house.deliver(hours=2, minutes=1)
    assert (await house.states())["dead"] >= 1
    assert "attempts, the last one: HTTP 500" in await house.reason()
    async with house.database.reading() as store:
        assert await store.traffic.holds("council", house.clock.now()) == []


@pytest.mark.parametrize(("status", "said"), [(302, "it redirects (HTTP 302)"), (410, "410"), (422, "422")])
async def test_what_is_refused_for_good_is_not_tried_again(house, status, said):
    house.receiver.answers = [status]
    house.receiver.headers = {"Location": str(house.url("/hook"))}
    await house.tests()
    await house.deliver()
    assert await house.states() == {"dead": 1}
    assert said in await house.reason()
    assert len(house.receiver.got) == 1


async def test_a_slow_receiver_is_tried_again(sqlite_database, clock):
    house, close = await house_on(sqlite_database, clock, within_s=0.2)
    house.receiver.wait_s = 1.0
    await house.tests()
    await house.deliver()
    assert await house.states() == {"queued": 1}
    house.receiver.wait_s = 0.0
    await house.deliver(seconds=6)
    assert await house.states() == {"sent": 1}
    assert len(set(house.receiver.ids)) == 1
    await close()


async def test_one_that_is_gone_is_tried_again(sqlite_database, clock):
    house, close = await house_on(sqlite_database, clock, url=f"http://127.0.0.1:{unused_port()}/hook")
    await house.tests()
    await house.deliver()
    assert await house.states() == {"queued": 1}
    await close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_no_address_of_this_network_is_spoken_with_unless_the_operator_says_so(sqlite_database, clock, host):
    house, close = await house_on(sqlite_database, clock, allowed=())
    async with sqlite_database.transaction() as store:
        await store.webhooks.remove("w1")
        url = house.webhook.url.replace("127.0.0.1", host)
        await store.webhooks.add(Webhook("w1", "council", url, (), house.webhook.secret, NOW))
    await house.tests()
    await house.deliver()
    assert house.receiver.got == []
    assert "MILEPOST_WEBHOOK_PRIVATE_HOSTS" in await house.reason()
    await close()


async def test_what_waits_for_one_that_was_removed_is_given_up(house):
    await house.tests()
    async with house.database.transaction() as store:
        await store.webhooks.remove("w1")
    await house.deliver()
    assert (house.receiver.got, "the webhook was removed" in await house.reason()) == ([], True)


async def test_a_send_whose_outcome_was_lost_is_sent_again_under_its_id(house):
    await house.tests()
    async with house.database.transaction() as store:
        await store.outbox.claim(NOW, 60, 10)
    await house.deliver(seconds=61)
    assert await house.states() == {"sent": 1}
    assert len(house.receiver.got) == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("receiver.example/hook", "is no address"),
        ("ftp://receiver.example", "is no address"),
        ("https://", "is no address"),
        ("https://[::1", "is no address"),
        ("http://receiver.example/hook", "Begin the address with https://"),
        ("https://me:secret@receiver.example", "Leave name and password out"),
        ("http://127.0.0.1:8080/hook", "MILEPOST_WEBHOOK_PRIVATE_HOSTS"),
        ("https://localhost/hook", "MILEPOST_WEBHOOK_PRIVATE_HOSTS"),
    ],
)
def test_an_address_that_cannot_be_is_said_why(url, said):
    with pytest.raises(BadAddress, match=said):
        checked_url(url, ())


def test_addresses_that_can_be():
    assert checked_url(" https://receiver.example/hook ", ()) == "https://receiver.example/hook"
    assert checked_url("http://127.0.0.1:8080/hook", LOCAL) == "http://127.0.0.1:8080/hook"


PRIVATE = st.one_of(
    st.ip_addresses(network="10.0.0.0/8"),
    st.ip_addresses(network="172.16.0.0/12"),
    st.ip_addresses(network="192.168.0.0/16"),
    st.ip_addresses(network="127.0.0.0/8"),
    st.ip_addresses(network="169.254.0.0/16"),
    st.ip_addresses(network="100.64.0.0/10"),
    st.ip_addresses(network="0.0.0.0/8"),
    st.ip_addresses(network="224.0.0.0/4"),
    st.ip_addresses(network="fc00::/7"),
    st.ip_addresses(network="fe80::/10"),
    st.ip_addresses(network="::1/128"),
    st.ip_addresses(network="::ffff:10.0.0.0/104"),
    st.ip_addresses(network="2002:a00::/24"),
)


@given(PRIVATE)
def test_no_private_address_is_taken_for_a_public_one(address):
    assert not is_public(str(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "151.101.0.81"])
def test_a_public_address_is_one(address):
    assert is_public(address)
