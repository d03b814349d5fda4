"""A workspace in which Milepost is installed, and until when."""

from dataclasses import dataclass
from datetime import datetime

from core.model.person import Platform


@dataclass(frozen=True, slots=True)
class Installation:
    """Milepost in one workspace, or in all workspaces of an enterprise at once.

    `workspace` is the platform's id of the workspace, or of the enterprise (`enterprise_wide`), so that one person
    is one account across its workspaces. `enterprise` is that of the workspace, "" without one. `secrets` holds
    the tokens, sealed by the adapter; None once the installation has ended, and `ended_because` says why.
    `version` counts changes of the secrets. Instants are UTC.
    """

    platform: Platform
    workspace: str
    tenant_id: str
    name: str
    enterprise: str
    enterprise_wide: bool
    secrets: str | None
    version: int
    installed_at: datetime
    installed_by: str
    """The platform's user id of whoever installed it."""

    expires_at: datetime | None = None
    """When the token runs out; None for one that does not."""

    ended_at: datetime | None = None
    ended_because: str = ""

    @property
    def is_active(self) -> bool:
        """Whether Milepost may still write there."""
        return self.secrets is not None
