"""The bot's registration with Microsoft."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Registration:
    """A single-tenant Azure Bot; `tenant_id` is the one tenant that it serves."""

    app_id: str
    password: str = field(repr=False)
    tenant_id: str
