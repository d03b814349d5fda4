"""Downloads that were offered and not taken yet."""

from datetime import datetime
from typing import Protocol

from core.model.exported import Download


class Downloads(Protocol):
    """Each can be taken once, until it expires."""

    async def offer(self, download: Download, now: datetime) -> None:
        """Keep it; those that have expired are forgotten on the way."""
        ...

    async def is_offered(self, digest: str, now: datetime) -> bool: ...
    async def take(self, digest: str, now: datetime) -> Download | None:
        """The download, which then is no longer there; None where it expired, was taken or never was."""
        ...
