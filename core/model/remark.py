"""Remarks on an answer of a check-in: a reaction, a comment, a flag for the next one-to-one, or a reply to one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RemarkKind(StrEnum):
    """What was done about the answer."""

    THANKS = "thanks"
    WELL_DONE = "well-done"
    LETS_TALK = "lets-talk"
    COMMENT = "comment"
    FLAG = "flag"
    """To be talked about at the next one-to-one."""
    PASSED = "passed"
    """Passed up by the line manager to their own; the person is told at once."""
    REPLY = "reply"


REACTIONS = (RemarkKind.THANKS, RemarkKind.WELL_DONE, RemarkKind.LETS_TALK)

NOTE = "note"
"""What a remark is about where it is the check-in's general note."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What `by_id` said to `to_id` (and nobody else, but that the person whose answer it is always may read it).

    `about` is the id of the objective that the answer is about, `NOTE`, or "" for the check-in as a whole.
    `quoted` are the answer's words as they were then, in the language of whoever reads the remark; what is passed
    up is exactly these. `said_at` is a UTC instant; rows are never changed.
    """

    id: str
    tenant_id: str
    checkin_id: str
    person_id: str
    by_id: str
    to_id: str
    kind: RemarkKind
    about: str
    quoted: str
    text: str
    said_at: datetime
    reply_to: str | None = None

    @property
    def parties(self) -> frozenset[str]:
        """Who may read it."""
        return frozenset({self.person_id, self.by_id, self.to_id})
