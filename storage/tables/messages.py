"""What comes in and goes out, and when: inbox, outbox, timers, posts, pictures, downloads, the demo's messages."""

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    false,
)

from core.chat.card import CARD_JSON
from core.chat.event import EVENT_JSON
from core.model.delivery import DeliveryState
from core.model.exported import FileFormat
from core.model.person import Platform
from core.model.timer import TimerKind
from storage.columns import Document, Utc, Word, running_number
from storage.tables.schema import metadata, of_tenant, one_of, partial_index, reference

outbox = Table(
    "outbox",
    metadata,
    running_number("seq"),
    Column("id", String, nullable=False, unique=True),
    of_tenant(),
    Column("key", String, nullable=False),
    # Whom it goes to; rows of one lane are delivered in the order of `seq`.
    Column("lane", String, nullable=False),
    Column("action", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("tag", String),
    # Whether it goes out to many at once, so that answers to people who wait go ahead of it.
    Column("is_run", Boolean, nullable=False, server_default=false()),
    Column("card", Document(CARD_JSON), nullable=False),
    Column("person_id", String, ForeignKey("people.id")),
    Column("wanted_platform", Word(Platform)),
    Column("channel_platform", Word(Platform)),
    Column("channel_workspace", String),
    Column("channel_conversation", String),
    Column("state", Word(DeliveryState), nullable=False),
    Column("attempts", Integer, nullable=False),
    # When it may be claimed: queued, from when it is due; sending, from the end of its lease.
    Column("available_at", Utc, nullable=False),
    Column("claimed_at", Utc),
    # Set by a claim that took over from a lease that had run out.
    Column("uncertain", Boolean, nullable=False),
    Column("reason", String, nullable=False),
    Column("created_at", Utc, nullable=False),
    # When it was sent or given up.
    Column("finished_at", Utc),
    # The reference of the event or tick that caused it, for the logs; empty from releases that did not keep it.
    Column("cause", String, nullable=False, server_default=""),
    UniqueConstraint("tenant_id", "key"),
    # The tenant first: an index that began with the state would draw SQLite away from those for claims.
    Index(None, "tenant_id", "state"),
    Index(None, "person_id"),
    # Never give a number twice, since it stands for the order.
    sqlite_autoincrement=True,
)


def is_unfinished(messages: FromClause) -> ColumnElement[bool]:
    """Whether a message is still to be delivered; what claims must use it to use the partial indexes."""
    return one_of(messages.c.state, DeliveryState.QUEUED, DeliveryState.SENDING)


partial_index(is_unfinished(outbox), outbox.c.is_run, outbox.c.available_at, outbox.c.seq)
partial_index(is_unfinished(outbox), outbox.c.lane, outbox.c.seq)

outbox_holds = Table(
    "outbox_holds",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("platform", Word(Platform), primary_key=True),
    Column("until_at", Utc, nullable=False),
)

posted_messages = Table(
    "posted_messages",
    metadata,
    running_number("id"),
    of_tenant(),
    Column("tag", String, nullable=False),
    Column("platform", Word(Platform), nullable=False),
    Column("workspace", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("message", String, nullable=False),
    Column("delivery_id", String, nullable=False),
    Column("posted_at", Utc, nullable=False),
    UniqueConstraint("tag", "platform", "workspace", "conversation", "message"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("platform", Word(Platform), primary_key=True),
    Column("workspace", String, primary_key=True),
    Column("event_id", String, primary_key=True),
    # NULL once worked on: what people wrote is not kept twice.
    Column("event", Document(EVENT_JSON)),
    Column("accepted_at", Utc, nullable=False),
    Column("done_at", Utc),
)
partial_index(inbox.c.done_at.is_not(None), inbox.c.done_at)
partial_index(inbox.c.done_at.is_(None), inbox.c.accepted_at)

pictures = Table(
    "pictures",
    metadata,
    Column("id", String, primary_key=True),
    Column("png", LargeBinary, nullable=False),
    Column("created_at", Utc, nullable=False),
)

web_messages = Table(
    "web_messages",
    metadata,
    running_number("id"),
    Column("delivery_id", String, unique=True),
    Column("conversation", String, nullable=False),
    Column("author", String, nullable=False),
    Column("text", String, nullable=False),
    Column("card", Document(CARD_JSON)),
    Column("created_at", Utc, nullable=False),
    Column("updated_at", Utc, nullable=False),
    Column("edited", Boolean, nullable=False),
    Index(None, "conversation", "id"),
    Index(None, "updated_at"),
    sqlite_autoincrement=True,
)

timers = Table(
    "timers",
    metadata,
    Column("kind", Word(TimerKind), primary_key=True),
    # The id of what it is about.
    Column("subject", String, primary_key=True),
    of_tenant(),
    Column("due_at", Utc, nullable=False),
    Index(None, "due_at"),
    Index(None, "kind", "due_at"),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("name", String, primary_key=True),
    Column("beat_at", Utc, nullable=False),
)

downloads = Table(
    "downloads",
    metadata,
    Column("digest", String, primary_key=True),
    of_tenant(),
    reference("person_id", "people.id"),
    Column("what", String, nullable=False),
    Column("format", Word(FileFormat), nullable=False),
    Column("expires_at", Utc, nullable=False),
    Index(None, "expires_at"),
)
