"""Keys with which other systems post to Milepost and ask it: what is kept of one, and how it is written.

A key is `mp_<id>_<secret>`: the prefix lets secret scanners know one that leaked, the id finds its row, and of the
whole only a digest is kept.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

PREFIX = "mp"

_SECRET_BYTES = 32
_ID_BYTES = 6
_WRITTEN = re.compile(r"mp_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")


class ApiScope(StrEnum):
    """What a key lets its holder do, and nothing else."""

    SERVICE_FEEDBACK = "service-feedback"
    """Post what service users said."""
    READ = "read"
    """Read the organisation's tables, as HR may export them."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of one organisation. `digest` is SHA-256 in hex of the key as written; instants are UTC."""

    id: str
    tenant_id: str
    name: str
    digest: str
    scope: ApiScope
    created_at: datetime
    last_used_on: date | None = None
    """A day and no more, so that a busy key is not written at every request."""
    revoked_at: datetime | None = None

    def opens_for(self, written: str) -> bool:
        """Whether `written` is this key, and not revoked; takes as long for every wrong one."""
        return hmac.compare_digest(digest_of(written), self.digest) and self.revoked_at is None

    @property
    def shown(self) -> str:
        """What may be shown of it, to tell it from others."""
        return f"{PREFIX}_{self.id}_…"


def new_key(tenant_id: str, name: str, scope: ApiScope, now: datetime) -> tuple[ApiKey, str]:
    """A fresh key, and how it is written: the only time that it is known."""
    key_id = secrets.token_hex(_ID_BYTES)
    written = f"{PREFIX}_{key_id}_{secrets.token_urlsafe(_SECRET_BYTES)}"
    return ApiKey(key_id, tenant_id, name, digest_of(written), scope, now), written


def id_in(written: str) -> str | None:
    """The id in a key as written; None for what is no key."""
    found = _WRITTEN.fullmatch(written)
    return found[1] if found else None


def digest_of(written: str) -> str:
    """What is kept of a key. Its secret has 256 random bits, so that a fast digest is safe."""
    return hashlib.sha256(written.encode()).hexdigest()
