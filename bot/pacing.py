"""Keeps sends below the limits that platforms publish, by workspace and by conversation.

The turns that all processes share are given out with each claim (`core.ports.Traffic`); the pacer here is a cheap
second one within the process, for calls that a claim knows nothing of, such as a card's second picture.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from aiolimiter import AsyncLimiter

from core.model.person import Platform
from core.model.traffic import Rate, Rates

MOST_CONVERSATIONS = 5_000
"""How many conversations' paces are remembered before idle ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` within any `within_s` seconds; `burst` of them may come at once after a pause."""

    count: float
    within_s: float
    burst: float

    @property
    def rate(self) -> Rate:
        """The same for turns that are given out one after the other."""
        return Rate(self.within_s / (self.count - self.burst), self.burst)

    def limiter(self) -> AsyncLimiter:
        """A leaky bucket that keeps to it: what it lets through at once and what it adds make up `count`."""
        per_second = (self.count - self.burst) / self.within_s
        return AsyncLimiter(self.burst, self.burst / per_second)


@dataclass(frozen=True, slots=True)
class Pace:
    """What one platform allows: `overall` in a workspace, and in each `conversation`."""

    overall: Limit
    conversation: Limit

    @property
    def rates(self) -> Rates:
        """The same for turns that are given out one after the other."""
        return Rates(self.overall.rate, self.conversation.rate)


def slack_pace(messages_per_minute: int) -> Pace:
    """About one message a second in a channel with short bursts, and a workspace-wide allowance.

    Slack: "chat.postMessage", rate limits. The allowance is "several hundred" a minute, so it is a setting.
    """
    return Pace(
        overall=Limit(messages_per_minute, 60, burst=max(1.0, messages_per_minute / 100)),
        # Ten at once, for someone who types fast; Slack tolerates short bursts and says 429 when it does not.
        conversation=Limit(70, 60, burst=10),
    )


TEAMS_PACE = Pace(
    # Per app per tenant: 50 in 1 s. Two are left over for those that arrive later than they were sent, among what
    # follows them: a refusal costs a tenth of the pace for minutes. Two at once make up for a turn taken late.
    overall=Limit(48, 1, burst=2),
    # Per bot per conversation: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in 1 h; keeping to the last keeps to all.
    conversation=Limit(1_800, 3_600, burst=6),
)
"""Microsoft: "Optimize your bot with rate limiting in Teams"."""


class Pacer:
    """Lets each send wait for its turn; platforms without a pace never wait."""

    def __init__(self, paces: Mapping[Platform, Pace]) -> None:
        self._paces = paces
        self._overall: dict[Hashable, AsyncLimiter] = {}
        self._conversations: dict[Hashable, AsyncLimiter] = {}

    async def turn(self, platform: Platform, workspace: str, conversation: str, *, urgent: bool) -> None:
        """Return when the next message may go to `conversation`.

        Urgent ones, answers to someone who is waiting, do not queue behind a prompt run: people type too slowly
        to reach a workspace's allowance, and the platform's own 429 still holds.
        """
        pace = self._paces.get(platform)
        if pace is None:
            return
        await self._of_conversation(pace, (platform, workspace, conversation)).acquire()
        if not urgent:
            await _kept(self._overall, (platform, workspace), pace.overall).acquire()

    def _of_conversation(self, pace: Pace, key: Hashable) -> AsyncLimiter:
        if len(self._conversations) >= MOST_CONVERSATIONS:
            self._conversations = {
                known: limiter
                for known, limiter in self._conversations.items()
                if not limiter.has_capacity(limiter.max_rate)
            }
        return _kept(self._conversations, key, pace.conversation)


def _kept(limiters: dict[Hashable, AsyncLimiter], key: Hashable, limit: Limit) -> AsyncLimiter:
    limiter = limiters.get(key)
    if limiter is None:
        limiter = limiters[key] = limit.limiter()
    return limiter
