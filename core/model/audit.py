"""The audit log: who was let read, take or change what, as rows that are chained to one another.

Every row holds a SHA-256 over the hash of the row before and over its own fields, so that a row that was changed,
taken out, put in or moved no longer fits. One chain an organisation. Nothing that anyone wrote is in it: ids,
names of this module, and figures. What the chain shows and what it cannot is in `docs/audit.md`.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

GENESIS = "0" * 64
"""What stands in for the hash before the first row."""

EVERYONE = "*"
"""The subject of what concerns everyone in the organisation, such as a table of all people."""


class AuditAction(StrEnum):
    """What was done; a name once given is never given another meaning."""

    READ_TEAM_STATUS = "team_status.read"
    READ_CHECK_IN = "check_in.read"
    READ_WELLBEING = "wellbeing.read"
    READ_OBJECTIVE = "objective.read"
    READ_MISSED_TARGET = "missed_target.read"
    READ_ACTIONS = "agreed_action.read"
    READ_EVIDENCE = "evidence.read"
    READ_FEEDBACK = "feedback.read"
    READ_SERVICE_FEEDBACK = "service_feedback.read"
    READ_ONE_TO_ONE = "one_to_one.read"
    READ_REPORT_360 = "report_360.read"
    READ_REVIEW = "review.read"
    READ_TRAINING = "training.read"
    READ_SKILLS = "skills.read"
    READ_RECORD = "record.read"
    LIST_OVERDUE_TRAINING = "overdue_training.list"
    LIST_TRAINING = "training.list"
    LIST_REVIEWS = "review.list"
    LIST_AUDIENCE = "audience.list"
    LIST_UNDELIVERED = "undelivered.list"
    EXPORT_TABLE = "table.export"
    READ_TABLE = "table.read"
    EXPORT_REVIEW = "review.export"
    EXPORT_PERSON = "person.export"
    """What is held on one person, for them."""
    ERASE_PERSON = "person.erase"
    CHANGE_ACCESS = "access.change"
    CHANGE_LINE_MANAGER = "line_manager.change"
    CHANGE_TEAM_LEAD = "team_lead.change"
    GRANT_DELEGATION = "delegation.grant"
    END_DELEGATION = "delegation.end"
    CREATE_API_KEY = "api_key.create"
    REVOKE_API_KEY = "api_key.revoke"
    CREATE_WEBHOOK = "webhook.create"
    DELETE_WEBHOOK = "webhook.delete"


class ActorKind(StrEnum):
    """What kind of one acts."""

    PERSON = "person"
    OPERATOR = "operator"
    """Whoever runs commands on the server."""
    API_KEY = "api_key"
    SYSTEM = "system"
    """Milepost itself: a timer, a start."""


class Surface(StrEnum):
    """Where it was done."""

    SLACK = "slack"
    TEAMS = "teams"
    WEB = "web"
    API = "api"
    CLI = "cli"
    INSIDE = "inside"
    """Within Milepost, by nobody's hand."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and where; `id` is a person's or a key's, "" for the others."""

    kind: ActorKind
    id: str
    surface: Surface


SYSTEM = Actor(ActorKind.SYSTEM, "", Surface.INSIDE)
OPERATOR = Actor(ActorKind.OPERATOR, "", Surface.CLI)

_DETAIL = re.compile(r"[a-z_]+=[\w.:*-]{0,64}( [a-z_]+=[\w.:*-]{0,64})*")


def detail_of(**facts: object) -> str:
    """Facts as a row keeps them: `rows=12 table=check-ins`, by name; None is the empty value."""
    return " ".join(f"{name}={'' if value is None else value}" for name, value in sorted(facts.items()))


@dataclass(frozen=True, slots=True)
class AuditNote:
    """Something to be kept in the audit log.

    `subject_id` is the person it was done to, `EVERYONE`, or None where it is about no person. `detail` is what
    `detail_of` gives: ids, names of tables and figures, never what anyone wrote. Raises `ValueError` for more.
    `actor` None is whoever acts when it is noted (`core.trail`), `cause` "" the event that is then worked on.
    """

    tenant_id: str
    action: AuditAction
    subject_id: str | None = None
    detail: str = ""
    actor: Actor | None = None
    cause: str = ""

    def __post_init__(self) -> None:
        if self.detail and not _DETAIL.fullmatch(self.detail):
            raise ValueError("an audit row's detail holds name=value pairs alone, without what anyone wrote")


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A row of the log as it is stored; `number` counts from 1 in each organisation, `at` is UTC.

    Words are plain strings, so that a row that was tampered with can be read and reported.
    """

    tenant_id: str
    number: int
    at: datetime
    actor_kind: str
    actor_id: str
    action: str
    subject_id: str | None
    detail: str
    surface: str
    cause: str
    """The reference of the event it was done in (`core.cause`), as in the logs; "" where there was none."""
    previous: str
    hash: str

    @property
    def fits(self) -> bool:
        """Whether the row's hash is the hash of what it holds."""
        return self.hash == _hash_of(self)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: the last row's number and hash."""

    number: int = 0
    hash: str = GENESIS

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


def read_head(written: str) -> Head:
    """A head as it was noted down, `17:9f86…`. Raises `ValueError`."""
    number, colon, hash_ = written.strip().partition(":")
    if not (colon and re.fullmatch(r"\d{1,18}", number, re.ASCII) and re.fullmatch(r"[0-9a-f]{64}", hash_)):
        raise ValueError(f"{written!r} is no head: give it as milepost audit head printed it, NUMBER:HASH")
    return Head(int(number), hash_)


def chained(head: Head, notes: Iterable[AuditNote], at: datetime) -> list[AuditEntry]:
    """The notes, each with who acted, as the rows that follow `head`; `at` is an instant in UTC."""
    entries = []
    for note in notes:
        actor = note.actor or SYSTEM
        entry = AuditEntry(
            tenant_id=note.tenant_id,
            number=head.number + 1,
            at=at.astimezone(UTC),
            actor_kind=str(actor.kind),
            actor_id=actor.id,
            action=str(note.action),
            subject_id=note.subject_id,
            detail=note.detail,
            surface=str(actor.surface),
            cause=note.cause,
            previous=head.hash,
            hash="",
        )
        entries.append(replace(entry, hash=_hash_of(entry)))
        head = Head(entry.number, entries[-1].hash)
    return entries


class Fault(StrEnum):
    """What is wrong with a chain."""

    CHANGED = "changed"
    """A row's fields are not those its hash was made of."""
    MISSING = "missing"
    """Rows between the one before and this one are not there."""
    UNLINKED = "unlinked"
    """A row does not follow from the one before: rows were put in, moved, or taken out and the rest renumbered."""
    CUT_OFF = "cut off"
    """The chain ends before the end that was noted."""
    REWRITTEN = "rewritten"
    """The chain is whole, but not the one of which the end was noted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The first row at which a chain breaks: its number, or the first one that is not there."""

    number: int
    fault: Fault


class Check:
    """Walks a chain, given its rows in the order of their numbers, and remembers where it breaks first."""

    def __init__(self, noted: Head | None = None) -> None:
        self._noted = noted
        self._meets_noted = noted is None or noted.number == 0
        self.head = Head()
        self.finding: Finding | None = None

    def walk(self, entries: Iterable[AuditEntry]) -> None:
        """Go on with the next rows; after the first fault nothing more is looked at."""
        for entry in entries:
            if self.finding is None:
                self._step(entry)

    def end(self, kept: Head) -> Finding | None:
        """What is wrong, once every row was walked; `kept` is the end that the database keeps beside the rows."""
        if self.finding is None and self.head != kept:
            self.finding = self._unlike(kept)
        if self.finding is None and self._noted is not None and not self._meets_noted:
            self.finding = Finding(self.head.number + 1, Fault.CUT_OFF)
        return self.finding

    def _unlike(self, kept: Head) -> Finding:
        if kept.number == self.head.number:
            return Finding(kept.number, Fault.REWRITTEN)
        is_short = kept.number > self.head.number
        return Finding(min(kept.number, self.head.number) + 1, Fault.CUT_OFF if is_short else Fault.UNLINKED)

    def _step(self, entry: AuditEntry) -> None:
        if entry.number > self.head.number + 1:
            self.finding = Finding(self.head.number + 1, Fault.MISSING)
        elif not entry.fits:
            self.finding = Finding(entry.number, Fault.CHANGED)
        elif entry.number != self.head.number + 1 or entry.previous != self.head.hash:
            self.finding = Finding(entry.number, Fault.UNLINKED)
        else:
            self.head = Head(entry.number, entry.hash)
            self._compare_with_noted()

    def _compare_with_noted(self) -> None:
        if self._noted is None or self.head.number != self._noted.number:
            return
        self._meets_noted = self.head == self._noted
        if not self._meets_noted:
            self.finding = Finding(self.head.number, Fault.REWRITTEN)


_HASHED = tuple(field.name for field in fields(AuditEntry) if field.name != "hash")


def _hash_of(entry: AuditEntry) -> str:
    held = {name: getattr(entry, name) for name in _HASHED}
    held["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    # One way only to write it: sorted names, no spaces, every character as it is.
    written = json.dumps(held, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
