"""What is needed of the store to keep the audit log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.model.audit import AuditEntry, AuditNote, Head


class AuditLog(Protocol):
    """Each organisation's chain of what was read, taken and changed by whom; rows are only ever added."""

    async def note(self, *notes: AuditNote) -> None:
        """Add these rows as the transaction's last act, so that no chain is held for longer than that.

        What is noted while only reading is added by a transaction of its own once the reading ends, before whoever
        reads goes on; where that fails, so does the reading.
        """
        ...

    async def about(
        self, tenant_id: str, person_id: str, since: datetime, limit: int = 100
    ) -> Sequence[AuditEntry]:
        """What was done since then (UTC) to the person, or to everyone in the organisation; newest first."""
        ...

    async def by(self, tenant_id: str, actor_id: str, since: datetime, limit: int = 100) -> Sequence[AuditEntry]:
        """What the person, or the key, did since then (UTC); newest first."""
        ...

    async def after(self, tenant_id: str, number: int, limit: int) -> Sequence[AuditEntry]:
        """The rows that follow the one with this number, in the chain's order."""
        ...

    async def head(self, tenant_id: str) -> Head:
        """The end of the organisation's chain, as kept beside the rows."""
        ...
