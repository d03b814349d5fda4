"""What became of an agreed action, as people type it: done, still on it, no longer needed."""

import re

from core.model.action import ActionState
from core.understanding.choices import read_yes_no

LONGEST = 200
"""Characters looked at."""

_WORD = re.compile(r"[\w']+")

_WORDS = {
    ActionState.DROPPED: (
        "drop", "no longer needed", "not needed", "no need", "drop it", "dropped", "cancelled", "overtaken",
        "gollwng", "ei ollwng",
        "ddim ei angen bellach", "dim angen", "ddim ei angen", "heb ei angen", "nid oes ei angen",
    ),
    ActionState.OPEN: (
        "carry on", "carrying on", "parhau",
        "still on it", "working on it", "on it", "not yet", "not done", "in progress", "under way", "underway",
        "nearly", "almost", "started", "partly", "waiting", "isn't done", "not finished",
        "ddim eto", "dim eto", "ar y gweill", "bron", "wedi dechrau", "yn dal i weithio",
        "yn dal wrthi", "heb ei wneud",
    ),
    ActionState.DONE: (
        "done", "finished", "complete", "completed", "sorted",
        "wedi'i wneud", "wedi ei wneud", "gwnaed", "gorffen", "wedi gorffen", "cwblhawyd",
    ),
}  # fmt: skip
"""In the order in which they are looked for: "not done" holds "done"."""


def read_action_state(text: str) -> str | None:
    """The stored value of the state meant, also from yes or no to "is it done?"; None when it is not clear."""
    said = " ".join(_WORD.findall(text[:LONGEST].casefold().replace("’", "'")))
    for state, phrases in _WORDS.items():
        if any(f" {phrase} " in f" {said} " for phrase in phrases):
            return state.value
    done = read_yes_no(text)
    if done is None:
        return None
    return (ActionState.DONE if done else ActionState.OPEN).value
