"""What comes in and goes out, and when: inbox, outbox, timers, posts, pictures, downloads, the demo's messages."""

from sqlalchemy import (
    BigInteger,
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
    and_,
    false,
    text,
)

from core.chat.card import CARD_JSON
from core.chat.event import EVENT_JSON
from core.model.delivery import DeliveryState
from core.model.exported import FileFormat
from core.model.person import Platform
from core.model.timer import TimerKind
from storage.columns import Sealed, SealedDocument, Utc, Word, running_number
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
    Column("card", SealedDocument(CARD_JSON), nullable=False),
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
    # Whether it may have arrived although nobody knows: its lease ran out, or the platform's answer was lost.
    Column("uncertain", Boolean, nullable=False),
    # How often it failed for a reason of its own, and since when its platform has been out of reach for it.
    Column("failures", Integer, nullable=False, server_default=text("0")),
    Column("failing_since", Utc),
    Column("reason", String, nullable=False),
    Column("created_at", Utc, nullable=False),
    # When it was sent, given up or cancelled.
    Column("finished_at", Utc),
    # The reference of the event or tick that caused it, for the logs; empty from releases that did not keep it.
    Column("cause", String, nullable=False, server_default=""),
    # Of what nobody asked for (`core.model.unasked`): from when it wants to go; NULL for answers and for channels.
    Column("wanted_at", Utc),
    # After this it is of no use and is left out.
    Column("not_after", Utc),
    # An emergency, which waits neither for working time nor for room.
    Column("at_any_hour", Boolean, nullable=False, server_default=false()),
    # The message that this one goes, or went, along with as a part.
    Column("part_of", String),
    UniqueConstraint("tenant_id", "key"),
    # The tenant first: an index that began with the state would draw SQLite away from those for claims.
    Index(None, "tenant_id", "state", "finished_at"),
    Index(None, "person_id"),
    # Never give a number twice, since it stands for the order.
    sqlite_autoincrement=True,
)


def is_unfinished(messages: FromClause) -> ColumnElement[bool]:
    """Whether a message is still to be delivered; what claims must use it to use the partial indexes."""
    return one_of(messages.c.state, DeliveryState.QUEUED, DeliveryState.SENDING)


def is_done(messages: FromClause) -> ColumnElement[bool]:
    """Whether a message was sent or taken back: nobody is going to look for what became of it."""
    return one_of(messages.c.state, DeliveryState.SENT, DeliveryState.CANCELLED)


partial_index(is_done(outbox), outbox.c.purpose, outbox.c.finished_at)
partial_index(is_unfinished(outbox), outbox.c.is_run, outbox.c.available_at, outbox.c.seq)
partial_index(is_unfinished(outbox), outbox.c.lane, outbox.c.seq)
partial_index(outbox.c.part_of.is_not(None), outbox.c.part_of)
IS_UNASKED = and_(outbox.c.wanted_at.is_not(None), outbox.c.part_of.is_(None))
"""Whether a message takes of its reader's share; what counts those must use it to use the partial index."""
partial_index(IS_UNASKED, outbox.c.person_id, outbox.c.claimed_at)

outbox_holds = Table(
    "outbox_holds",
    metadata,
    Column("tenant_id", String, ForeignKey("tenants.id"), primary_key=True),
    Column("platform", Word(Platform), primary_key=True),
    # Nothing goes before then: the platform asked for it, or it is when an outage is probed next.
    Column("until_at", Utc, nullable=False),
    # Failures in a row without an answer; when they became an outage; how often it was probed since.
    Column("failures", Integer, nullable=False, server_default=text("0")),
    Column("broken_at", Utc),
    Column("probes", Integer, nullable=False, server_default=text("0")),
    # Microseconds since 1970, because both databases can count with them in one statement.
    Column("next_free_us", BigInteger, nullable=False, server_default=text("0")),
    # How much of the configured rate is used, and when the platform last asked for less.
    Column("speed_percent", Integer, nullable=False, server_default=text("100")),
    Column("slowed_us", BigInteger, nullable=False, server_default=text("0")),
)
"""How a tenant stands with a platform, for all processes: holds, outages, paces and learned rates."""

outbox_lanes = Table(
    "outbox_lanes",
    metadata,
    Column("lane", String, primary_key=True),
    Column("interval_us", BigInteger, nullable=False),
    Column("next_free_us", BigInteger, nullable=False),
    Index(None, "next_free_us"),
)
"""Until when the messages of a lane fill its pace; idle ones are forgotten."""

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
    # What was said in a message's thread is about what the message was.
    Index(None, "conversation", "message"),
)

inbox = Table(
    "inbox",
    metadata,
    # The order in which events were accepted.
    running_number("seq"),
    Column("platform", Word(Platform), nullable=False),
    Column("workspace", String, nullable=False),
    Column("event_id", String, nullable=False),
    # Whose it is: the person's id, or the account until it is known; events of one lane keep their order.
    Column("lane", String, nullable=False),
    # NULL once worked on: what people wrote is not kept twice.
    Column("event", SealedDocument(EVENT_JSON)),
    Column("accepted_at", Utc, nullable=False),
    # The process that works on it; NULL while it waits to be tried again.
    Column("claimed_by", String),
    # Until when it is the process's alone; without one, from when it may be tried again.
    Column("available_at", Utc, nullable=False),
    # How often it was taken up: who holds an older number has lost it to someone else.
    Column("attempt", Integer, nullable=False),
    # How often it failed, or ended with the process that worked on it; `reason` says why it failed last.
    Column("failures", Integer, nullable=False),
    Column("reason", String),
    Column("given_up_at", Utc),
    Column("done_at", Utc),
    UniqueConstraint("platform", "workspace", "event_id"),
    # Never give a number twice, since it stands for the order.
    sqlite_autoincrement=True,
)


def is_left(events: FromClause) -> ColumnElement[bool]:
    """Whether an event is still to be worked on; what asks for such must use it to use the partial indexes."""
    return and_(events.c.done_at.is_(None), events.c.given_up_at.is_(None))


partial_index(is_left(inbox), inbox.c.lane, inbox.c.seq)
partial_index(is_left(inbox), inbox.c.available_at)
partial_index(inbox.c.given_up_at.is_not(None), inbox.c.given_up_at)
partial_index(inbox.c.done_at.is_not(None), inbox.c.platform, inbox.c.done_at)

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
    Column("text", Sealed, nullable=False),
    Column("card", SealedDocument(CARD_JSON)),
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
