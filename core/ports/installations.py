"""Where Milepost is installed, and the states of installations that are under way."""

from datetime import datetime
from typing import Protocol

from core.model.installation import Installation
from core.model.person import Person, Platform


class Installations(Protocol):
    """Installations by workspace; their secrets are sealed before they come here."""

    async def of(self, platform: Platform, workspace: str) -> Installation | None: ...
    async def all(self, platform: Platform) -> list[Installation]:
        """Every one, ended ones too, by name."""
        ...

    async def tenant_of_enterprise(self, platform: Platform, enterprise: str) -> str | None:
        """The organisation to which any workspace of the enterprise belongs, also one that has ended."""
        ...

    async def save(self, installation: Installation) -> None:
        """Insert or update by (platform, workspace); a lease on its renewal ends."""
        ...

    async def end(self, platform: Platform, workspace: str, reason: str, now: datetime) -> bool:
        """Forget the secrets; False when it had ended already or was never there."""
        ...

    async def lease_renewal(self, installation: Installation, now: datetime, until: datetime) -> bool:
        """Whether the caller, and nobody else until then, is to renew the secrets of this version."""
        ...

    async def renew(self, installation: Installation, secrets: str, expires_at: datetime | None) -> bool:
        """Keep renewed secrets, unless others than those of `installation` were kept meanwhile."""
        ...

    async def administrators_in_reach(self, tenant_id: str) -> list[Person]:
        """Administrators who can be written to in a workspace whose installation has not ended."""
        ...


class SignInStates(Protocol):
    """What shows that the browser that comes back from a platform is the one that was sent there; used once."""

    async def issue(self, digest: str, expires_at: datetime) -> None: ...
    async def consume(self, digest: str, now: datetime) -> bool:
        """Whether it was issued, has not expired and was not used; afterwards it is."""
        ...
