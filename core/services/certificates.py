"""Files that show a completion of training: as a button carries them, and as they are kept.

A button has no room for links, so it carries `files:<batch>:<words>:<names>`; the links are looked up, among what
the person sent themselves, when the button is tapped.
"""

import re

from core.cards.asking import SEPARATOR
from core.model.shared_file import FileBatch
from core.turn import Turn

_FILES = "files"
_PARTS = 4
_LONGEST_WORDS, _LONGEST_NAMES = 60, 90
_ATTACHED = re.compile(r"\b(?:attached|enclosed|here|below|ynghlwm|atodwyd|isod|wedi.i atodi)\b", re.IGNORECASE)


def token_of(batch: FileBatch, words: str = "") -> str:
    """What a button carries for these files, with the words that came beside them."""
    kept = "" if _ATTACHED.search(words) else words.replace(":", " ")[:_LONGEST_WORDS].strip()
    token = ":".join((_FILES, batch.id, kept, batch.names[:_LONGEST_NAMES]))
    return token.replace(SEPARATOR, " ")


async def kept_evidence(turn: Turn, evidence: str) -> str:
    """Evidence as it is kept: words as they are, of files their names and links."""
    parts = evidence.split(":", _PARTS - 1)
    if parts[0] != _FILES or len(parts) != _PARTS:
        return evidence
    _, batch_id, words, names = parts
    batch = await turn.store.files.get(turn.person.id, batch_id)
    files = evidence_of(batch) if batch else names
    return joined(words, files)


def evidence_of(batch: FileBatch) -> str:
    """Names and links of the files."""
    return joined(*(each.shown for each in batch.files))


def joined(*parts: str) -> str:
    """Pieces of evidence on one line."""
    return " · ".join(each for each in parts if each)
