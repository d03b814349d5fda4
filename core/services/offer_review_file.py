"""A review as a file: a link that works once, and what is in it by what its reader may see when it is taken."""

from datetime import datetime

from core.cards import asking
from core.cards import review_news as news
from core.cards import reviews as cards
from core.cards.asking import SEPARATOR
from core.cards.review_document import document
from core.chat.document import Document
from core.chat.effect import Outcome, reply
from core.model.exported import FileFormat
from core.model.person import Person
from core.permissions import Permission
from core.ports import Store
from core.services.download_link import new_link
from core.services.show_review import find_for, find_review, readable
from core.texts import formats
from core.turn import Turn

WHAT = "review"


async def offer_file(turn: Turn, value: str) -> Outcome:
    """A tap on `<review id>|<format>`."""
    review_id, _, format_ = value.partition(SEPARATOR)
    found = await find_review(turn, review_id, Permission.READ_REVIEW)
    shown = await readable(turn.store, turn.person, *found, turn.now) if found else None
    if found is None or shown is None or format_ not in cards.FILES:
        return reply(asking.gone(turn.words))
    if not turn.public_url:
        return reply(cards.short(turn.words, "review-file-no-address"))
    address, expires_at = await new_link(turn, SEPARATOR.join((WHAT, review_id)), FileFormat(format_))
    made = document(turn.person, found[0], shown)
    until = formats.moment(expires_at, turn.person)
    return reply(news.file_ready(turn.person, made, FileFormat(format_), address, until))


async def document_for(store: Store, reader: Person, what: str, now: datetime) -> tuple[Document, Person] | None:
    """The document that a download names, as its reader may see it now, and whom it is about; None where not."""
    kind, _, review_id = what.partition(SEPARATOR)
    if kind != WHAT:
        return None
    found = await find_for(store, reader, review_id, Permission.READ_REVIEW)
    shown = await readable(store, reader, *found, now) if found else None
    return (document(reader, found[0], shown), found[1]) if found and shown else None
