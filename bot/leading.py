"""Which of the processes that keep time does so: one leads, the others are ready to take over."""

import asyncio
from time import monotonic

import structlog

from bot.logs import kind
from core.ports import Peers, Standing, StoreUnavailable

LOOK_EVERY_S = 2.0
"""How often each looks whether somebody leads: the longest a takeover takes once a leader's session has ended."""

_log = structlog.get_logger()


class Lead:
    """What this process last knew of how it stands among its peers."""

    def __init__(self, peers: Peers) -> None:
        self._peers = peers
        self._standing = Standing(leads=False, workers=1)
        self._followed_at: float | None = None
        self._looking = asyncio.Lock()
        self._given_up = False

    @property
    def is_ours(self) -> bool:
        """Whether this process leads."""
        return self._standing.leads

    @property
    def workers(self) -> int:
        """How many processes deliver, this one included: what a platform allows is shared among them."""
        return self._standing.workers

    @property
    def followed_at(self) -> float | None:
        """When another was last known to lead, by `time.monotonic`."""
        return self._followed_at

    async def look(self) -> bool:
        """Look again, and take the lead where nobody has it; whether it has become ours just now."""
        async with self._looking:
            had_it = self._standing.leads
            if not self._given_up:
                self._standing = await self._met()
            gained = self._standing.leads and not had_it
        if gained:
            _log.info("lead.taken", workers=self._standing.workers)
        return gained

    async def _met(self) -> Standing:
        try:
            standing = await self._peers.meet()
        except StoreUnavailable as error:
            if self._standing.leads:
                _log.warning("lead.lost", error=kind(error))
            return Standing(leads=False, workers=self._standing.workers)
        if not standing.leads:
            self._followed_at = monotonic()
        return standing

    async def give_up(self) -> None:
        """Let another lead at once, and look no more."""
        async with self._looking:
            self._given_up = True
            self._standing = Standing(leads=False, workers=1)
            await self._peers.leave()
