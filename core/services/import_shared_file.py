"""Lists that HR sends in chat: told what they would do first, and done by one tap, all of the list or nothing.

What was in the file is not kept: it is fetched again when the button is tapped, and what is done is what was
shown, for a file whose content has changed since is shown anew.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from core.cards import files as cards
from core.cards.asking import SEPARATOR, gone
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.chat.event import Origin
from core.model.person import Person
from core.model.shared_file import FileBatch
from core.permissions import Right, holds
from core.ports import FileRead, Store
from core.services.import_list import import_list, kind_of
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.texts.texts import words_for
from core.turn import Turn

MANY_ROWS = 1_000
"""From which on it takes long enough to wonder."""


async def show_how(turn: Turn) -> Outcome:
    """`hr import`: how a list is sent."""
    if not holds(turn.person, Right.IMPORT):
        return await refuse_hr(turn)
    return reply(cards.how_to_import(turn.words))


def meanwhile(person: Person, origin: Origin, read: FileRead) -> Sequence[Send]:
    """What is said at once of a list that takes a while to work on."""
    if len(read.rows) < MANY_ROWS:
        return ()
    card = cards.reading(words_for(person.language), read.file.name, len(read.rows))
    key = f"reading:{origin.platform}:{origin.workspace}:{origin.event_id}"
    return (Send(ToPerson(person.id, origin.platform), card, "reply", key),)


async def look_at(store: Store, person: Person, read: FileRead, now: datetime) -> FileRead:
    """The list with what importing it would do. Only reads, so that nobody who writes waits for a long list."""
    kind = kind_of(read.rows)
    if kind is None:
        return read
    return replace(read, report=await import_list(store, person.tenant_id, kind, read.rows, now, dry_run=True))


async def offer(turn: Turn, batch: FileBatch, read: FileRead, *notes: str) -> Outcome | None:
    """What importing the list would do; None where its columns are no list's that is known."""
    if not holds(turn.person, Right.IMPORT):
        return await refuse_hr(turn)
    if read.trouble is not None or read.problem is not None:
        return reply(cards.unread(turn.words, batch, read))
    kind = kind_of(read.rows)
    if kind is None:
        return None
    report = read.report or await import_list(
        turn.store, turn.person.tenant_id, kind, read.rows, turn.now, dry_run=True
    )
    return reply(cards.summary(turn.words, batch, read, kind, report, notes))


async def carry_out(turn: Turn, value: str) -> Outcome:
    """The button: import what was shown."""
    if not holds(turn.person, Right.IMPORT):
        return await refuse_hr(turn)
    batch_id, _, digest = value.partition(SEPARATOR)
    batch, read = await turn.store.files.get(turn.person.id, batch_id), turn.read
    if batch is None or read is None:
        return reply(gone(turn.words))
    kind = kind_of(read.rows)
    if kind is None or read.digest != digest:
        again = await offer(turn, batch, read, turn.words("import-changed", name=read.file.name))
        return again or reply(gone(turn.words))
    report = await import_list(turn.store, turn.person.tenant_id, kind, read.rows, turn.now)
    return said(turn, cards.done(turn.words, read.file.name, report), "import")
