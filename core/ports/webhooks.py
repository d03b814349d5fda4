"""What is stored of webhooks."""

from typing import Protocol

from core.model.webhook import Webhook


class Webhooks(Protocol):
    """Addresses of other systems that are told of events."""

    async def add(self, webhook: Webhook) -> None: ...
    async def all(self, tenant_id: str) -> list[Webhook]:
        """Every one of the organisation, the oldest first."""
        ...

    async def by_id(self, webhook_id: str) -> Webhook | None: ...
    async def remove(self, webhook_id: str) -> None: ...
