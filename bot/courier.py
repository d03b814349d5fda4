"""Performs one delivery on its platform and says how it went; never repeats what may have arrived.

A message whose outcome was lost, in a crash or with a connection, is looked for before it is sent again; where the
platform cannot tell, it is given up and reported instead.
"""

import asyncio
import random
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

import structlog

from bot.addresses import Address, Addresses
from bot.pacing import Pacer
from bot.shut import Shut
from core.chat.card import Card, Chart
from core.model.delivery import HAS_LEFT, NO_ACCOUNT, OUT_OF_REACH, Delivery, Posted
from core.model.given_up import CHANNEL_GONE, UNKNOWN_OUTCOME, not_set_up, refused
from core.model.person import ChannelAddress, Platform
from core.model.webhook import wait_after
from core.ports import (
    CannotTell,
    Clock,
    Database,
    Messenger,
    NotInstalled,
    ReceiverFailed,
    RecipientGone,
    Refused,
    SendFailed,
    StoreUnavailable,
    Throttled,
    Unreachable,
)

FIRST_WAIT_S = 10.0
LONGEST_WAIT_S = 1_800.0

LONGEST_ASKED_S = 86_400.0
"""A receiver that asks for a longer wait than a day is tried after that."""

LOOK_UPS = 3
"""How often a person without an account is looked for, since a directory says none also when it cannot tell."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; with `pictures` its charts are still to be attached to `posted`."""

    delivery: Delivery
    posted: Posted | None = None
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """To be tried again in `wait_s`, for a failure of its own; it may have arrived when `uncertain`."""

    delivery: Delivery
    wait_s: float
    reason: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class TooMany:
    """The platform asked for nothing at all for `wait_s` seconds; that is not held against the message."""

    delivery: Delivery
    wait_s: float
    platform: Platform
    reason: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The platform did not answer, or said that it failed; it may have arrived when `uncertain`."""

    delivery: Delivery
    platform: Platform
    reason: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The one receiver could not take it; to be tried again in `wait_s`, until it has waited for too long."""

    delivery: Delivery
    wait_s: float
    reason: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """It was not tried, for nothing goes there before `until`."""

    delivery: Delivery
    until: datetime


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Not to be tried again, for a reason an administrator understands."""

    delivery: Delivery
    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """Whom it went to cannot be written to any more: not to be tried again there, for a `reason` as above."""

    delivery: Delivery
    at: ChannelAddress
    reason: str


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Its lease ran out before it was sent, so that it is another dispatcher's now."""

    delivery: Delivery


Result = Sent | Later | TooMany | NoAnswer | NotTaken | PutBack | GivenUp | Lost | TakenOver


@dataclass(slots=True)
class Lease:
    """Until when a delivery is this dispatcher's; moved on while it is under way."""

    delivery: Delivery
    until: datetime


class _Stopped(Exception):
    """Raised just before a message would have been sent: how it ends instead."""

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result


def backoff_s(attempt: int, jitter: Callable[[float, float], float] = random.uniform) -> float:
    """How long to wait after the `attempt`th failure (1 is the first): exponential, with full jitter."""
    window: float = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (attempt - 1))
    return jitter(0, window)


class Courier:
    """Performs deliveries through the platforms' messengers."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        messengers: Mapping[Platform, Messenger],
        addresses: Addresses,
        pacer: Pacer,
        shut: Shut,
        draw: Callable[[Chart], bytes],
    ) -> None:
        self._database = database
        self._clock = clock
        self._messengers = messengers
        self._addresses = addresses
        self._pacer = pacer
        self._shut = shut
        self._draw = draw
        # One thread: the plotting library keeps state of its own between calls.
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="drawing")

    async def deliver(self, lease: Lease) -> Result:
        """Perform the delivery under `lease`; never raises, except when cancelled."""
        delivery = lease.delivery
        try:
            match delivery.action:
                case "send":
                    return await self._send(lease)
                case "update":
                    return await self._update(lease)
                case "picture":
                    return await self._attach(lease)
                case _:
                    assert_never(delivery.action)
        except _Stopped as stopped:
            return stopped.result
        except StoreUnavailable:
            # What could not be recorded afterwards had better not be sent.
            return PutBack(delivery, self._clock.now())
        except Exception as error:
            _log.exception("delivery.failed_inside", delivery=delivery.id, purpose=delivery.purpose)
            return _again(delivery, f"a fault in Milepost: {type(error).__name__}")

    def close(self) -> None:
        """Let go of the drawing thread."""
        self._drawing.shutdown(wait=False, cancel_futures=True)

    # --- sends -------------------------------------------------------------------------------------------------

    async def _send(self, lease: Lease) -> Result:
        delivery = lease.delivery
        if delivery.has_left:
            return GivenUp(delivery, HAS_LEFT)
        address = await self._addresses.of(delivery)
        if address is None:
            if delivery.account is not None and delivery.account.unreachable_at is not None:
                return GivenUp(delivery, OUT_OF_REACH)
            if delivery.failures + 1 < LOOK_UPS:
                return Later(delivery, 60 * (delivery.failures + 1), NO_ACCOUNT)
            return GivenUp(delivery, NO_ACCOUNT)
        messenger = self._messengers.get(address.platform)
        if messenger is None:
            return GivenUp(delivery, not_set_up(address.platform))
        if delivery.uncertain:
            found = await self._found_or_settled(lease, messenger, address)
            if found is not None:
                return found
        return await self._post(lease, messenger, address)

    async def _found_or_settled(self, lease: Lease, messenger: Messenger, at: Address) -> Result | None:
        """How a send that may have arrived already ends; None when it is to be sent (again)."""
        delivery = lease.delivery
        try:
            await self._ready(lease, at.platform)
            posted = await messenger.find(at.workspace, at.address, delivery.id, delivery.created_at)
        except CannotTell:
            return GivenUp(delivery, UNKNOWN_OUTCOME)
        except NotInstalled as gone:
            return GivenUp(delivery, gone.reason)
        except Refused as no:
            return GivenUp(delivery, f"{UNKNOWN_OUTCOME} ({refused(at.platform, no.reason)})")
        except SendFailed as failed:
            return _failed(delivery, at.platform, failed, uncertain=True)
        return None if posted is None else _sent(delivery, messenger, posted)

    async def _post(self, lease: Lease, messenger: Messenger, at: Address) -> Result:
        delivery = lease.delivery
        try:
            await self._prepare_pictures(delivery.card, messenger)
            await self._pacer.turn(at.platform, at.workspace, at.address, urgent=delivery.is_urgent)
            await self._ready(lease, at.platform)
            posted = await messenger.send(at.workspace, at.address, delivery.card, delivery.id)
        except RecipientGone as gone:
            return _lost(delivery, ChannelAddress(at.platform, at.workspace, at.address), gone)
        except SendFailed as failed:
            uncertain = isinstance(failed, Unreachable) and failed.may_have_arrived
            return _failed(delivery, at.platform, failed, uncertain=uncertain)
        return _sent(delivery, messenger, posted)

    async def _ready(self, lease: Lease, platform: Platform) -> None:
        """Return if it may go out this very moment; asked after all waiting, for what was noted meanwhile."""
        delivery = lease.delivery
        until = None if delivery.is_probe else await self._shut.until(delivery.tenant_id, platform)
        if until is not None:
            raise _Stopped(PutBack(delivery, until))
        if lease.until <= self._clock.now():
            raise _Stopped(TakenOver(delivery))

    # --- changes and pictures ----------------------------------------------------------------------------------

    async def _update(self, lease: Lease) -> Result:
        """Change every message that carries the tag; to do so twice does no harm."""
        delivery = lease.delivery
        gone: NotInstalled | None = None
        for posted in delivery.posted:
            messenger = self._messengers.get(posted.platform)
            if messenger is None:
                return GivenUp(delivery, not_set_up(posted.platform))
            try:
                await self._prepare_pictures(delivery.card_for(posted), messenger)
                await self._pacer.turn(
                    posted.platform, posted.workspace, posted.conversation, urgent=delivery.is_urgent
                )
                await self._ready(lease, posted.platform)
                await messenger.update(posted, delivery.card_for(posted))
            except NotInstalled as failed:
                # Those elsewhere are changed all the same.
                gone = failed
            except RecipientGone as lost:
                where = ChannelAddress(posted.platform, posted.workspace, posted.conversation)
                return _lost(delivery, where, lost)
            except SendFailed as failed:
                return _failed(delivery, posted.platform, failed)
        return Sent(delivery) if gone is None else GivenUp(delivery, gone.reason)

    async def _attach(self, lease: Lease) -> Result:
        """Attach the card's charts. After a crash this is done again: a picture twice misleads nobody."""
        delivery = lease.delivery
        for posted in delivery.posted:
            messenger = self._messengers.get(posted.platform)
            if messenger is None:
                return GivenUp(delivery, not_set_up(posted.platform))
            for chart in _charts(delivery.card):
                try:
                    png = await self._drawn(chart)
                    await self._pacer.turn(posted.platform, posted.workspace, posted.conversation, urgent=False)
                    await self._ready(lease, posted.platform)
                    await messenger.attach(posted, chart, png)
                except SendFailed as failed:
                    return _failed(delivery, posted.platform, failed)
        return Sent(delivery)

    async def _prepare_pictures(self, card: Card, messenger: Messenger) -> None:
        """Draw the charts of a card that shows them by address, before anyone can ask for them."""
        if not messenger.shows_pictures_inline:
            return
        for chart in _charts(card):
            async with self._database.reading() as store:
                if await store.pictures.get(chart.id) is not None:
                    continue
            png = await self._drawn(chart)
            async with self._database.transaction() as store:
                await store.pictures.put(chart.id, png, self._clock.now())

    async def _drawn(self, chart: Chart) -> bytes:
        return await asyncio.get_running_loop().run_in_executor(self._drawing, self._draw, chart)


def _lost(delivery: Delivery, at: ChannelAddress, gone: RecipientGone) -> Lost:
    what = CHANNEL_GONE
    if delivery.channel is None:
        what = OUT_OF_REACH
    return Lost(delivery, at, f"{what} ({at.platform}: {gone.reason})")


def _sent(delivery: Delivery, messenger: Messenger, posted: Posted) -> Sent:
    return Sent(delivery, posted, not messenger.shows_pictures_inline and bool(_charts(delivery.card)))


def _failed(delivery: Delivery, platform: Platform, failed: SendFailed, *, uncertain: bool = False) -> Result:
    match failed:
        case Throttled(retry_after_s=wait_s):
            return TooMany(delivery, wait_s, platform, failed.reason, uncertain)
        case NotInstalled():
            return GivenUp(delivery, failed.reason)
        case Refused():
            return GivenUp(delivery, refused(platform, failed.reason))
        case ReceiverFailed(retry_after_s=asked_s):
            wait_s = wait_after(delivery.failures + 1)
            return NotTaken(delivery, max(wait_s, min(asked_s or 0.0, LONGEST_ASKED_S)), failed.reason)
        case Unreachable():
            return NoAnswer(delivery, platform, failed.reason, uncertain)
        case _:
            return _again(delivery, failed.reason)


def _again(delivery: Delivery, reason: str) -> Result:
    return Later(delivery, backoff_s(delivery.failures + 1), reason, delivery.uncertain)


def _charts(card: Card) -> list[Chart]:
    return [part for part in card.parts if isinstance(part, Chart)]
