"""What someone is told of their data, what they ask of the organisation, and what they have stopped."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from core.cards import privacy as cards
from core.cards.asking import SEPARATOR
from core.chat.document import Document
from core.chat.effect import NOTHING, Durable, Outcome, reply
from core.model.audit import ActorKind
from core.model.exported import FileFormat
from core.model.person import Person
from core.model.privacy import PrivacyRequest, Processing, RequestKind, answer_due
from core.model.retention import Kept
from core.permissions import Right, holds
from core.ports import Store
from core.ports.records import Part
from core.records.tables import TABLES, Reach, page, tables_for, whose_rows
from core.services.download_link import new_link
from core.services.recognise import contact_of
from core.services.tell import event_key, to_person, to_self
from core.turn import Turn

OWN_COPY = "privacy"
"""What a download of one's own copy is called."""

SEEN_WITHIN = timedelta(days=366)
MOST_SEEN = 100
MOST_ROWS = 5_000
"""Of each table in one file; years of anyone's work."""


async def show_held(turn: Turn) -> Outcome:
    """What is held about the person, why and for how long, with counts; and what they can do about it."""
    counts: dict[Kept, int] = {}
    for table in await turn.store.privacy.held(turn.person.id):
        counts[table.kept] = counts.get(table.kept, 0) + table.count
    policy = await turn.store.privacy.retention(turn.person.tenant_id)
    open_requests = [each for each in await turn.store.privacy.requests_of(turn.person.id) if not each.closed_at]
    stopped = await turn.store.privacy.stopped_by(turn.person.id)
    contact = await contact_of(turn.store, turn.person.tenant_id)
    return reply(cards.held(turn.person, counts, policy, open_requests, stopped, contact))


async def show_seen(turn: Turn) -> Outcome:
    """Who else was let read, take or change what is the person's, in the last year."""
    since = turn.now - SEEN_WITHIN
    found = await turn.store.audit.about(turn.person.tenant_id, turn.person.id, since, MOST_SEEN)
    others = [each for each in found if each.actor_id != turn.person.id]
    people = await turn.store.people.by_ids(
        {each.actor_id for each in others if each.actor_kind == ActorKind.PERSON}
    )
    names = {each.id: each.name for each in people.values()}
    return reply(cards.seen(turn.person, others, names))


async def show_corrections(turn: Turn) -> Outcome:
    """What can be changed where, and how to ask for the rest."""
    return reply(cards.corrections(turn.person))


async def show_stopped(turn: Turn) -> Outcome:
    """What can be stopped, and what is."""
    return reply(cards.stoppable(turn.person, await turn.store.privacy.stopped_by(turn.person.id)))


async def set_stopped(turn: Turn, value: str) -> Outcome:
    """A button: `stop|pulse` or `resume|pulse`."""
    verb, _, name = value.partition(SEPARATOR)
    if name not in tuple(Processing) or verb not in ("stop", "resume"):
        return NOTHING
    before = await turn.store.privacy.stopped_by(turn.person.id)
    what = Processing(name)
    after = before | {what} if verb == "stop" else before - {what}
    await turn.store.privacy.stop(turn.person, after, turn.now)
    return reply(cards.stoppable(turn.person, after))


async def ask(turn: Turn, kind: RequestKind, text: str) -> Outcome:
    """Keep the request with its due date, confirm it to the person, and tell HR; once, however often it comes."""
    person = turn.person
    asked_on = turn.now.astimezone(person.zone).date()
    request = PrivacyRequest(
        uuid5(NAMESPACE_URL, f"{person.id}:{event_key(turn)}").hex,
        person.tenant_id,
        person.id,
        kind,
        text.strip(),
        turn.now,
        answer_due(asked_on, person.nation),
    )
    await turn.store.privacy.save_request(request)
    told: list[Durable] = [to_self(turn, cards.asked(person, request), "privacy-request")]
    told += [
        to_person(turn, each, cards.for_hr(each, person, request), "privacy-request")
        for each in await turn.store.people.beyond_staff(person.tenant_id)
        if holds(each, Right.ANSWER_PRIVACY) and each.id != person.id and each.employed_on(asked_on)
    ]
    return Outcome(durable=tuple(told))


async def offer_copy(turn: Turn, format_: FileFormat) -> Outcome:
    """A link that gives the person's own copy once."""
    if not turn.public_url:
        return reply(cards.no_address(turn.person, await contact_of(turn.store, turn.person.tenant_id)))
    address, expires_at = await new_link(turn, OWN_COPY, format_)
    return reply(cards.copy_ready(turn.person, format_, address, expires_at))


async def own_copy(store: Store, person: Person, what: str, now: datetime) -> Document | None:
    """The person's own copy: every table of theirs as they may read it; None where the download is another's."""
    if what != OWN_COPY:
        return None
    tables: dict[str, list[dict[str, object]]] = {}
    for name in tables_for(person, Reach.OWN):
        table = TABLES[name]
        whose = await whose_rows(store, person, table, Reach.OWN)
        if whose is None or table.for_everyone:
            continue
        rows = await page(store, table, whose, Part(MOST_ROWS), now)
        if rows:
            tables[name] = [{each: getattr(row, each) for each in table.columns} for row in rows]
    return cards.copy_document(person, tables, now)
