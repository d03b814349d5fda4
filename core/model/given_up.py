"""Why messages were given up: how a reason is worded for operators, and what it is for those who put it right.

A reason is kept as one English sentence, for the log and the command line. `reason_of` reads from it which of the
usual reasons it is, so that chat says it in the reader's language; what a platform said stays in its own words.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256

from core.model.delivery import HAS_LEFT, NO_ACCOUNT, OUT_OF_REACH
from core.model.person import Platform
from core.model.traffic import OUTAGE_LIMIT

UNKNOWN_OUTCOME = (
    "outcome unknown after a crash, a restore or a lost connection; not sent again so as not to double it. Ask"
    " whether it arrived before you let it be sent again"
)
CHANNEL_GONE = "the channel is no more, or Milepost was removed from it"

_NOT_SET_UP = " is not set up here"
_REFUSED = " refused: "
_OUTAGE = f" was out of reach for {OUTAGE_LIMIT // timedelta(hours=1)} hours, at last: "
_ATTEMPTS = " attempts, the last one: "


def not_set_up(platform: Platform) -> str:
    """The settings name no such platform."""
    return f"{platform}{_NOT_SET_UP}"


def refused(platform: Platform, said: str) -> str:
    """The platform refuses for good, in its own words."""
    return f"{platform}{_REFUSED}{said}"


def out_for_too_long(platform: Platform, said: str) -> str:
    """The platform was out of reach for as long as a message waits."""
    return f"{platform}{_OUTAGE}{said}"


def kept_failing(failures: int, said: str) -> str:
    """It failed again and again for a reason of its own."""
    return f"given up after {failures}{_ATTEMPTS}{said}"


class Why(StrEnum):
    """The usual reasons."""

    NO_ACCOUNT = "no-account"
    OUT_OF_REACH = "out-of-reach"
    HAS_LEFT = "has-left"
    CHANNEL_GONE = "channel-gone"
    UNCERTAIN = "uncertain"
    """It may have arrived, so that sending it again may double it."""
    OUTAGE = "outage"
    NOT_SET_UP = "not-set-up"
    REFUSED = "refused"
    KEPT_FAILING = "kept-failing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reason:
    """Which reason it is; `said` is what is left of it in the words of a platform, "" where there is none."""

    why: Why
    platform: Platform | None = None
    said: str = ""

    @property
    def key(self) -> str:
        """Short and the same for all messages of one reason; fits a button."""
        return sha256(f"{self.why}|{self.platform or ''}|{self.said}".encode()).hexdigest()[:16]


def reason_of(text: str) -> Reason:
    """What a reason that was kept with a message says."""
    for start, why in (
        (NO_ACCOUNT, Why.NO_ACCOUNT),
        (OUT_OF_REACH, Why.OUT_OF_REACH),
        (HAS_LEFT, Why.HAS_LEFT),
        (CHANNEL_GONE, Why.CHANNEL_GONE),
        (UNKNOWN_OUTCOME, Why.UNCERTAIN),
    ):
        if text.startswith(start):
            return Reason(why)
    for platform in Platform:
        rest = text.removeprefix(platform)
        if rest == text:
            continue
        if rest == _NOT_SET_UP:
            return Reason(Why.NOT_SET_UP, platform)
        if rest.startswith(_OUTAGE):
            return Reason(Why.OUTAGE, platform)
        if rest.startswith(_REFUSED):
            return Reason(Why.REFUSED, platform, rest.removeprefix(_REFUSED))
    before, found, said = text.partition(_ATTEMPTS)
    if found and before.startswith("given up after "):
        return Reason(Why.KEPT_FAILING, None, said)
    return Reason(Why.OTHER, None, text)
