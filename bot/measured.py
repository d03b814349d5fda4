"""Messengers, pace and courier that are measured; what they do is theirs."""

import time
from collections.abc import Awaitable, Iterator, Mapping
from typing import Any, TypeVar

from bot.courier import (
    Courier,
    GivenUp,
    Later,
    Lease,
    Lost,
    NoAnswer,
    NotTaken,
    PutBack,
    Result,
    Sent,
    TakenOver,
    TooMany,
)
from bot.metrics import Metrics
from bot.pacing import Pace, Pacer
from core.model.person import Platform
from core.ports import Messenger, NotInstalled, RecipientGone, Refused, SendFailed, Throttled, Unreachable

Answer = TypeVar("Answer")

# The most special first.
_KINDS: tuple[tuple[type[SendFailed], str], ...] = (
    (Throttled, "throttled"),
    (Unreachable, "unreachable"),
    (NotInstalled, "not_installed"),
    (RecipientGone, "recipient_gone"),
    (Refused, "refused"),
)
_OUTCOMES: Mapping[type[Any], str] = {
    Sent: "sent",
    Later: "later",
    TooMany: "later",
    NotTaken: "later",
    PutBack: "later",
    NoAnswer: "no_answer",
    GivenUp: "given_up",
    Lost: "given_up",
    TakenOver: "taken_over",
}
_NO_WAIT_S = 0.001


class MeasuredMessenger:
    """A `core.ports.Messenger` each call of which is timed."""

    def __init__(self, messenger: Messenger, metrics: Metrics) -> None:
        self._messenger = messenger
        self._metrics = metrics

    def __getattr__(self, name: str) -> Any:
        return getattr(self._messenger, name)

    async def send(self, *given: Any, **named: Any) -> Any:
        """See `core.ports.Messenger.send`."""
        return await self._timed("send", self._messenger.send(*given, **named))

    async def update(self, *given: Any, **named: Any) -> Any:
        """See `core.ports.Messenger.update`."""
        return await self._timed("update", self._messenger.update(*given, **named))

    async def attach(self, *given: Any, **named: Any) -> Any:
        """See `core.ports.Messenger.attach`."""
        return await self._timed("attach", self._messenger.attach(*given, **named))

    async def find(self, *given: Any, **named: Any) -> Any:
        """See `core.ports.Messenger.find`."""
        return await self._timed("find", self._messenger.find(*given, **named))

    async def _timed(self, call: str, answered: Awaitable[Answer]) -> Answer:
        platform = self._messenger.platform
        began = time.perf_counter()
        try:
            return await answered
        except SendFailed as failed:
            kind = next((name for each, name in _KINDS if isinstance(failed, each)), "other")
            self._metrics.send_failed(platform, kind)
            if isinstance(failed, Throttled):
                self._metrics.waited(platform, "platform", failed.retry_after_s)
            raise
        finally:
            self._metrics.sent(platform, call, time.perf_counter() - began)


class MeasuredMessengers(Mapping[Platform, Messenger]):
    """Messengers by platform, each of them measured; those that are added later too."""

    def __init__(self, messengers: Mapping[Platform, Messenger], metrics: Metrics) -> None:
        self._messengers = messengers
        self._metrics = metrics

    def __getitem__(self, platform: Platform) -> Messenger:
        return MeasuredMessenger(self._messengers[platform], self._metrics)

    def __iter__(self) -> Iterator[Platform]:
        return iter(self._messengers)

    def __len__(self) -> int:
        return len(self._messengers)


class MeasuredPacer(Pacer):
    """A pacer whose waits are measured."""

    def __init__(self, paces: Mapping[Platform, Pace], metrics: Metrics) -> None:
        super().__init__(paces)
        self._metrics = metrics

    async def turn(self, platform: Platform, workspace: str, conversation: str, *, urgent: bool) -> None:
        """See `Pacer.turn`."""
        began = time.perf_counter()
        await super().turn(platform, workspace, conversation, urgent=urgent)
        waited = time.perf_counter() - began
        if waited >= _NO_WAIT_S:
            self._metrics.waited(platform, "pace", waited)


class MeasuredCourier(Courier):
    """A courier whose results are counted."""

    def __init__(self, *, metrics: Metrics, **given: Any) -> None:
        super().__init__(**given)
        self._metrics = metrics

    async def deliver(self, lease: Lease) -> Result:
        """See `Courier.deliver`."""
        result = await super().deliver(lease)
        self._metrics.delivered(lease.delivery.action, _OUTCOMES[type(result)])
        return result
