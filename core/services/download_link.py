"""A link to a file, that works once and for a short time."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_hex

from core.model.exported import Download, FileFormat
from core.turn import Turn

LIFETIME = timedelta(minutes=15)
PATH = "/download/"
_BYTES = 32


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


async def new_link(turn: Turn, what: str, format_: FileFormat) -> tuple[str, datetime]:
    """An address that gives the speaker `what` as a file, and until when. `turn.public_url` must be known.

    Its token has letters and digits only: Markdown takes an underscore for markup, and where that is escaped, who
    copies the address copies a backslash with it.
    """
    token = token_hex(_BYTES)
    expires_at = turn.now + LIFETIME
    kept = Download(digest_of(token), turn.person.tenant_id, turn.person.id, what, format_, expires_at)
    await turn.store.downloads.offer(kept, turn.now)
    return f"{turn.public_url}{PATH}{token}", expires_at
