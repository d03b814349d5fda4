"""Performs one delivery on its platform and says how it went; never repeats what may have arrived.

A message whose outcome was lost, in a crash or with a connection, is looked for before it is sent again.
"""

import asyncio
import random
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import assert_never

import structlog

from bot.addresses import Address, Addresses
from bot.pacing import Pacer
from core.chat.card import Card, Chart
from core.model.delivery import NO_ACCOUNT, OUT_OF_REACH, Delivery, Posted
from core.model.person import ChannelAddress, Platform
from core.ports import (
    CannotTell,
    Clock,
    Database,
    Messenger,
    NotInstalled,
    RecipientGone,
    Refused,
    SendFailed,
    Throttled,
    Unreachable,
)

MOST_ATTEMPTS = 10
FIRST_WAIT_S = 10.0
LONGEST_WAIT_S = 1_800.0

LOOK_UPS = 3
"""How often a person without an account is looked for, since a directory says none also when it cannot tell."""

UNKNOWN_AFTER_CRASH = "outcome unknown after a crash or a restore; not sent again so as not to double it"

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; with `pictures` its charts are still to be attached to `posted`."""

    delivery: Delivery
    posted: Posted | None = None
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """To be tried again in `wait_s`; `hold` names a platform that asked for nothing at all until then."""

    delivery: Delivery
    wait_s: float
    reason: str
    hold: Platform | None = None


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
class StillUncertain:
    """Whether it arrived could not be found out just now; it comes back when its lease runs out."""

    delivery: Delivery


Result = Sent | Later | GivenUp | Lost | StillUncertain


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
        draw: Callable[[Chart], bytes],
    ) -> None:
        self._database = database
        self._clock = clock
        self._messengers = messengers
        self._addresses = addresses
        self._pacer = pacer
        self._draw = draw
        # One thread: the plotting library keeps state of its own between calls.
        self._drawing = ThreadPoolExecutor(1, thread_name_prefix="drawing")
        # Sends that failed without an answer from the platform, so that they may have arrived all the same.
        self._doubtful: set[str] = set()

    async def deliver(self, delivery: Delivery) -> Result:
        """Perform `delivery`; never raises, except when cancelled."""
        try:
            match delivery.action:
                case "send":
                    return await self._send(delivery)
                case "update":
                    return await self._update(delivery)
                case "picture":
                    return await self._attach(delivery)
                case _:
                    assert_never(delivery.action)
        except Exception as error:
            _log.exception("delivery.failed_inside", delivery=delivery.id, purpose=delivery.purpose)
            return _again(delivery, f"a fault in Milepost: {type(error).__name__}")

    def close(self) -> None:
        """Let go of the drawing thread."""
        self._drawing.shutdown(wait=False, cancel_futures=True)

    # --- sends -------------------------------------------------------------------------------------------------

    async def _send(self, delivery: Delivery) -> Result:
        address = await self._addresses.of(delivery)
        if address is None:
            if delivery.account is not None and delivery.account.unreachable_at is not None:
                return GivenUp(delivery, OUT_OF_REACH)
            if delivery.attempts < LOOK_UPS:
                return Later(delivery, 60 * delivery.attempts, NO_ACCOUNT)
            return GivenUp(delivery, NO_ACCOUNT)
        messenger = self._messengers.get(address.platform)
        if messenger is None:
            return GivenUp(delivery, _not_set_up(address.platform))
        if delivery.uncertain or delivery.id in self._doubtful:
            found = await self._found_or_settled(delivery, messenger, address)
            if found is not None:
                return found
        return await self._post(delivery, messenger, address)

    async def _found_or_settled(self, delivery: Delivery, messenger: Messenger, at: Address) -> Result | None:
        """How a send that may have arrived already ends; None when it is to be sent (again)."""
        try:
            posted = await messenger.find(at.workspace, at.address, delivery.id, delivery.created_at)
        except CannotTell:
            return GivenUp(delivery, UNKNOWN_AFTER_CRASH) if delivery.uncertain else None
        except NotInstalled as gone:
            return GivenUp(delivery, gone.reason)
        except SendFailed as failed:
            if not delivery.uncertain:
                return _failed(delivery, at.platform, failed)
            if delivery.attempts >= MOST_ATTEMPTS:
                return GivenUp(delivery, UNKNOWN_AFTER_CRASH)
            # Queued again it would no longer count as uncertain.
            return StillUncertain(delivery)
        return None if posted is None else self._sent(delivery, messenger, posted)

    async def _post(self, delivery: Delivery, messenger: Messenger, at: Address) -> Result:
        try:
            await self._prepare_pictures(delivery.card, messenger)
            await self._pacer.turn(at.platform, at.workspace, at.address, urgent=delivery.is_urgent)
            posted = await messenger.send(at.workspace, at.address, delivery.card, delivery.id)
        except RecipientGone as gone:
            self._doubtful.discard(delivery.id)
            return _lost(delivery, ChannelAddress(at.platform, at.workspace, at.address), gone)
        except SendFailed as failed:
            if isinstance(failed, Unreachable):
                self._doubtful.add(delivery.id)
            return self._settled(_failed(delivery, at.platform, failed))
        return self._sent(delivery, messenger, posted)

    def _sent(self, delivery: Delivery, messenger: Messenger, posted: Posted) -> Result:
        pictures = not messenger.shows_pictures_inline and bool(_charts(delivery.card))
        return self._settled(Sent(delivery, posted, pictures))

    def _settled(self, result: Result) -> Result:
        if isinstance(result, Sent | GivenUp):
            self._doubtful.discard(result.delivery.id)
        return result

    # --- changes and pictures ----------------------------------------------------------------------------------

    async def _update(self, delivery: Delivery) -> Result:
        """Change every message that carries the tag; to do so twice does no harm."""
        gone: NotInstalled | None = None
        for posted in delivery.posted:
            messenger = self._messengers.get(posted.platform)
            if messenger is None:
                return GivenUp(delivery, _not_set_up(posted.platform))
            try:
                await self._prepare_pictures(delivery.card, messenger)
                await self._pacer.turn(
                    posted.platform, posted.workspace, posted.conversation, urgent=delivery.is_urgent
                )
                await messenger.update(posted, delivery.card)
            except NotInstalled as failed:
                # Those elsewhere are changed all the same.
                gone = failed
            except RecipientGone as lost:
                where = ChannelAddress(posted.platform, posted.workspace, posted.conversation)
                return _lost(delivery, where, lost)
            except SendFailed as failed:
                return _failed(delivery, posted.platform, failed)
        return Sent(delivery) if gone is None else GivenUp(delivery, gone.reason)

    async def _attach(self, delivery: Delivery) -> Result:
        """Attach the card's charts. After a crash this is done again: a picture twice misleads nobody."""
        for posted in delivery.posted:
            messenger = self._messengers.get(posted.platform)
            if messenger is None:
                return GivenUp(delivery, _not_set_up(posted.platform))
            for chart in _charts(delivery.card):
                try:
                    png = await self._drawn(chart)
                    await self._pacer.turn(posted.platform, posted.workspace, posted.conversation, urgent=False)
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
    what = "the channel is no more, or Milepost was removed from it"
    if delivery.channel is None:
        what = OUT_OF_REACH
    return Lost(delivery, at, f"{what} ({at.platform}: {gone.reason})")


def _failed(delivery: Delivery, platform: Platform, failed: SendFailed) -> Result:
    match failed:
        case Throttled(retry_after_s=wait_s):
            return Later(delivery, wait_s, failed.reason, hold=platform)
        case NotInstalled():
            return GivenUp(delivery, failed.reason)
        case Refused():
            return GivenUp(delivery, f"{platform} refused: {failed.reason}")
        case _:
            return _again(delivery, failed.reason)


def _again(delivery: Delivery, reason: str) -> Result:
    if delivery.attempts >= MOST_ATTEMPTS:
        return GivenUp(delivery, f"given up after {delivery.attempts} attempts, the last one: {reason}")
    return Later(delivery, backoff_s(delivery.attempts), reason)


def _not_set_up(platform: Platform) -> str:
    return f"{platform} is not set up here"


def _charts(card: Card) -> list[Chart]:
    return [part for part in card.parts if isinstance(part, Chart)]
