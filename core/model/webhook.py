"""Webhooks: addresses of other systems that are told when something has happened here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from core.model.person import ChannelAddress, Platform

PURPOSE = "webhook"
"""The purpose of such a message in the outbox."""

LONGEST_URL = 2_000

RECEIVER_LIMIT = timedelta(hours=72)
"""For how long a message is tried again, as long as one waits for a chat platform that is out of reach."""

RECEIVER_WAITS_S = (5, 30, 120, 600, 1_800, 3_600, 7_200)
"""How long to wait after each failure in turn, and after all further ones as long as after the last."""


class WebhookEvent(StrEnum):
    """What a receiver can be told of."""

    CHECK_IN_CLOSED = "check-in.closed"
    """A check-in was answered, or its window closed before it was."""
    SUMMARY_POSTED = "summary.posted"
    """A team's summary went out."""
    TEST = "test"
    """Someone asked for it with `milepost webhooks test`; every webhook gets it."""


CHOSEN: tuple[WebhookEvent, ...] = (WebhookEvent.CHECK_IN_CLOSED, WebhookEvent.SUMMARY_POSTED)
"""Those that a webhook is made for."""


class BadAddress(ValueError):
    """No webhook can have this address; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """One address, what it is told of, and the secret (sealed) that its messages are signed with."""

    id: str
    tenant_id: str
    url: str
    events: tuple[str, ...]
    secret: str
    created_at: datetime

    @property
    def channel(self) -> ChannelAddress:
        """What its messages are addressed to in the outbox."""
        return ChannelAddress(Platform.WEBHOOK, self.tenant_id, self.id)


@dataclass(frozen=True, slots=True)
class CheckInClosed:
    """Who it was is left out on purpose: that someone did not answer is their line manager's to know."""

    checkin_id: str
    schedule_id: str
    period: str
    state: str
    late: bool
    answers_saved: int
    answers_asked: int


@dataclass(frozen=True, slots=True)
class SummaryPosted:
    """The counts are null for a team in which fewer than five were asked."""

    team_id: str
    every: str
    """`week` or `month`: how long the stretch is that begins on `period`."""
    period: str
    people: int | None
    answered: int | None
    partly: int | None


@dataclass(frozen=True, slots=True)
class Test:
    """Says nothing."""

    webhook_id: str


Payload = CheckInClosed | SummaryPosted | Test


def checked_url(url: str, private_hosts: Collection[str]) -> str:
    """The address, if a webhook can have it: https, or http to this machine. Raises `BadAddress`.

    Addresses that only this network knows are refused unless the operator named their host: else whoever may add a
    webhook could have this server speak with what only it can reach. What a name stands for is looked up when
    something is sent.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise BadAddress(f"“{url[:200]}” is no address: write it like https://receiver.example/milepost") from None
    if parts.scheme not in ("https", "http") or not host:
        raise BadAddress(f"“{url[:200]}” is no address: write it like https://receiver.example/milepost")
    if parts.username or parts.password:
        raise BadAddress("Leave name and password out of the address: messages are signed instead.")
    if len(url) > LONGEST_URL:
        raise BadAddress(f"The address has more than {LONGEST_URL:,} characters.")
    if parts.scheme == "http" and not is_this_machine(host):
        raise BadAddress("Begin the address with https://; http:// is for receivers on this machine.")
    if is_this_machine(host) and host not in private_hosts:
        raise BadAddress(private(host))
    return url


def is_this_machine(host: str) -> bool:
    """Whether the host is the loopback by name or number."""
    return host in ("localhost", "::1") or host.startswith("127.")


def private(host: str) -> str:
    """Why a host on this network is not spoken with, and what lets it be."""
    return (
        f"{host} is on this network. If that is where the receiver is meant to be, add it to"
        f" MILEPOST_WEBHOOK_PRIVATE_HOSTS"
    )


def wait_after(failures: int) -> float:
    """Seconds until a message is tried again after so many failures (1 is the first)."""
    return float(RECEIVER_WAITS_S[min(failures, len(RECEIVER_WAITS_S)) - 1])
