"""What is counted and measured, for Prometheus; every process has its own registry.

Labels are words of ours (a platform, a kind of event, how something ended), never anything of a person or of what
someone wrote, so that there are few of them however many people there are. What is counted here is this process's;
`bot.metrics_page` adds how the queues in the database stand, which is the same whichever process is asked.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, Summary

from bot.release import release
from core.chat.event import Event
from core.model.person import Platform

_SEND_BUCKETS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)
_EVENT_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3)
"""Slack and Teams wait three seconds for an acknowledgement."""

_TICK_BUCKETS = (0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 120)

SEND_ERRORS = ("throttled", "unreachable", "not_installed", "recipient_gone", "refused", "other")
ACTIONS = ("send", "update", "picture")
OUTCOMES = ("sent", "later", "no_answer", "given_up", "taken_over")


class Metrics:
    """All metrics of one process."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        Info("milepost_build", "The release that runs.", registry=registry).info(
            {"version": release(), "python": python}
        )
        event = ("platform", "kind")
        self._accepted = Counter(
            "milepost_events_accepted", "Events taken in from platforms.", event, registry=registry
        )
        self._repeated = Counter(
            "milepost_events_repeated", "Events that a platform sent again.", event, registry=registry
        )
        self._handled = Counter("milepost_events_handled", "Events worked on.", event, registry=registry)
        self._failed = Counter(
            "milepost_events_failed", "Times that work on an event failed.", (*event, "reason"), registry=registry
        )
        self._event_seconds = Histogram(
            "milepost_event_seconds",
            "From an event's turn to its commit.",
            ("platform",),
            buckets=_EVENT_BUCKETS,
            registry=registry,
        )
        self._deliveries = Counter(
            "milepost_deliveries",
            "Attempts to deliver, by their end.",
            ("action", "outcome"),
            registry=registry,
        )
        self._send_seconds = Histogram(
            "milepost_send_seconds",
            "Calls to a platform that deliver, until it has answered.",
            ("platform", "call"),
            buckets=_SEND_BUCKETS,
            registry=registry,
        )
        self._send_errors = Counter(
            "milepost_send_errors", "Calls to a platform that failed.", ("platform", "kind"), registry=registry
        )
        self._waits = Summary(
            "milepost_rate_limit_wait_seconds",
            "Waits for our own pace, and those that a platform asked for.",
            ("platform", "asked_by"),
            registry=registry,
        )
        self._tick_seconds = Histogram(
            "milepost_tick_seconds", "The timer's work, each time.", buckets=_TICK_BUCKETS, registry=registry
        )
        self._tick_failures = Counter("milepost_tick_failures", "Ticks that failed.", registry=registry)
        self._ticked_at = Gauge(
            "milepost_last_tick_timestamp_seconds", "When this process's timer last succeeded.", registry=registry
        )
        self.database_up = Gauge("milepost_database_up", "Whether the database answered.", registry=registry)
        self.connections = Gauge(
            "milepost_database_connections_in_use", "Connections lent out.", ("pool",), registry=registry
        )
        self.connections_limit = Gauge(
            "milepost_database_connections_limit", "Connections there may be.", ("pool",), registry=registry
        )
        self.outbox = Gauge(
            "milepost_outbox_messages",
            "Unfinished messages in the database, by state and platform.",
            ("state", "platform"),
            registry=registry,
        )
        self.oldest_due = Gauge(
            "milepost_outbox_oldest_due_seconds",
            "How long the oldest message is due.",
            registry=registry,
        )
        self.inbox = Gauge(
            "milepost_inbox_unfinished_events",
            "Events that are not worked on yet.",
            registry=registry,
        )
        self.oldest_event = Gauge(
            "milepost_inbox_oldest_event_seconds", "How long the oldest of them waits.", registry=registry
        )

        self._begin_at_nought()

    def _begin_at_nought(self) -> None:
        """Show what alerts ask for from the start: Prometheus sees no increase in what appears as one."""
        for platform in Platform:
            for kind in SEND_ERRORS:
                self._send_errors.labels(platform, kind)
        for action in ACTIONS:
            for outcome in OUTCOMES:
                self._deliveries.labels(action, outcome)

    # --- events ------------------------------------------------------------------------------------------------

    def event_accepted(self, event: Event, *, is_new: bool) -> None:
        """An event came in; one that is not new was sent again."""
        (self._accepted if is_new else self._repeated).labels(event.origin.platform, event.kind).inc()

    def event_handled(self, event: Event, seconds: float) -> None:
        """An event was worked on, which took that long."""
        self._handled.labels(event.origin.platform, event.kind).inc()
        self._event_seconds.labels(event.origin.platform).observe(seconds)

    def event_failed(self, event: Event, reason: str) -> None:
        """Work on an event failed, by a "fault" of ours or because the database was "unavailable"."""
        self._failed.labels(event.origin.platform, event.kind, reason).inc()

    # --- sends -------------------------------------------------------------------------------------------------

    def delivered(self, action: str, outcome: str) -> None:
        """An attempt to deliver ended as one of `OUTCOMES`."""
        self._deliveries.labels(action, outcome).inc()

    def sent(self, platform: Platform, call: str, seconds: float) -> None:
        """A platform answered a call, in whatever way."""
        self._send_seconds.labels(platform, call).observe(seconds)

    def send_failed(self, platform: Platform, kind: str) -> None:
        """A call to a platform failed in one of the kinds of `core.ports.SendFailed`, in lower case."""
        self._send_errors.labels(platform, kind).inc()

    def waited(self, platform: Platform, asked_by: str, seconds: float) -> None:
        """A message waited for our own "pace", or is to wait because the "platform" said so."""
        self._waits.labels(platform, asked_by).observe(seconds)

    # --- the timer ---------------------------------------------------------------------------------------------

    @contextmanager
    def ticking(self) -> Iterator[None]:
        """Measure a tick."""
        began = time.perf_counter()
        try:
            yield
        except BaseException:
            self._tick_failures.inc()
            raise
        self._tick_seconds.observe(time.perf_counter() - began)
        self._ticked_at.set_to_current_time()
