"""Lists that HR sends in chat: told what they would do first, and done by one tap, all of the list or nothing.

What was in the file is not kept: it is fetched again when the button is tapped, and what is done is what was
shown, for a file whose content has changed since is shown anew.
"""

from core.cards import files as cards
from core.cards.asking import SEPARATOR, gone
from core.chat.effect import Outcome, reply
from core.model.shared_file import FileBatch
from core.permissions import Right, holds
from core.ports import FileRead
from core.services.import_list import import_list, kind_of
from core.services.refuse_hr import refuse_hr
from core.services.tell import said
from core.turn import Turn


async def show_how(turn: Turn) -> Outcome:
    """`hr import`: how a list is sent."""
    if not holds(turn.person, Right.IMPORT):
        return await refuse_hr(turn)
    return reply(cards.how_to_import(turn.words))


async def offer(turn: Turn, batch: FileBatch, read: FileRead, *notes: str) -> Outcome | None:
    """What importing the list would do; None where its columns are no list's that is known."""
    if not holds(turn.person, Right.IMPORT):
        return await refuse_hr(turn)
    if read.trouble is not None or read.problem is not None:
        return reply(cards.unread(turn.words, batch, read))
    kind = kind_of(read.rows)
    if kind is None:
        return None
    report = await import_list(turn.store, turn.person.tenant_id, kind, read.rows, turn.now, dry_run=True)
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
