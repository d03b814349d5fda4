"""Offer a table as a file: a link that works once, for a quarter of an hour, whatever platform it is asked for on.

The file is made when it is taken, by what its person may see then; nothing waits on a disk.
"""

import re
from collections.abc import Collection
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from core.cards import exported as cards
from core.chat.effect import Outcome, reply
from core.model.exported import TABLES, Download, FileFormat
from core.permissions import Right, holds
from core.services.exports import EXPORTS
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

LIFETIME = timedelta(minutes=15)
PATH = "/download/"


def digest_of(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


async def hear_export(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr export`, `hr export training`, `hr export training xlsx`."""
    if not holds(turn.person, Right.EXPORT):
        return await refuse_hr(turn)
    said = re.findall(r"\w+", rest.casefold())
    what = max((name for name in EXPORTS if _is_named(turn, name, said)), key=len, default=None)
    if what is None:
        return reply(cards.choice(turn.words, tuple(EXPORTS)))
    return await offer(turn, what, FileFormat.CSV if "csv" in said else FileFormat.XLSX)


def _is_named(turn: Turn, name: str, said: Collection[str]) -> bool:
    label = turn.words(f"export-{name}").casefold()
    return any(set(re.findall(r"\w+", each)) <= set(said) for each in (name, label))


async def take(turn: Turn, value: str) -> Outcome:
    """A button: `<what>|<format>`."""
    what, _, format_ = value.partition("|")
    if what not in EXPORTS or format_ not in TABLES:
        return reply(cards.choice(turn.words, tuple(EXPORTS)))
    return await offer(turn, what, FileFormat(format_))


async def offer(turn: Turn, what: str, format_: FileFormat) -> Outcome:
    """A link to the file, for who may have it."""
    if not holds(turn.person, EXPORTS[what].right):
        return await refuse_hr(turn)
    if not turn.public_url:
        return reply(cards.no_address(turn.words, what))
    token = token_urlsafe(32)
    expires_at = turn.now + LIFETIME
    kept = Download(digest_of(token), turn.person.tenant_id, turn.person.id, what, format_, expires_at)
    await turn.store.downloads.offer(kept, turn.now)
    return reply(cards.ready(turn.person, what, format_, f"{turn.public_url}{PATH}{token}", expires_at))
