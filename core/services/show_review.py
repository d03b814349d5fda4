"""Show reviews: to the person from the first moment, to their line manager once it was handed on, to HR never.

Who the line manager is is asked afresh each time. Words that are still being written are their writer's alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from core.cards import asking, review_lists
from core.cards import reviews as cards
from core.cards.asking import SEPARATOR
from core.cards.review_lists import SHOWN, Waiting
from core.cards.review_sections import Shown
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.review import Review, ReviewKind, ReviewStage, ReviewVersion, Signatures, financial_year_of
from core.permissions import Permission, Right, holds, may
from core.ports import Store
from core.services.gather_review import draft, gather, kept
from core.services.refuse_hr import refuse_hr
from core.turn import Turn


async def find_review(turn: Turn, review_id: str, permission: Permission) -> tuple[Review, Person] | None:
    """The review with this id and whose it is, where the table lets the speaker do this; None otherwise."""
    return await find_for(turn.store, turn.person, review_id, permission)


async def find_for(
    store: Store, asker: Person, review_id: str, permission: Permission
) -> tuple[Review, Person] | None:
    """Like `find_review`, outside a turn."""
    review = (await store.reviews.by_ids([review_id])).get(review_id)
    if review is None or review.tenant_id != asker.tenant_id:
        return None
    person = (await store.people.by_ids([review.person_id])).get(review.person_id)
    return (review, person) if person and may(asker, permission, person) else None


async def readable(store: Store, asker: Person, review: Review, person: Person, now: datetime) -> Shown | None:
    """As much of it as `asker` reads now; None where that is nothing, or a version is not whole any more."""
    if not may(asker, Permission.READ_REVIEW, person):
        return None
    own = asker.id == person.id
    version = await store.reviews.version(review.id, review.version) if review.version else None
    if review.stage is ReviewStage.PREPARING and not own:
        return await kept(store, review, person, review.version) if version else None
    if review.stage in (ReviewStage.SIGNING, ReviewStage.SIGNED):
        return await kept(store, review, person, review.version)
    shown = await draft(store, review, person, now, alone=own)
    return _without_drafts(shown, version) if own else shown


def _without_drafts(shown: Shown, version: ReviewVersion | None) -> Shown:
    """Without what others have written since the last version: they have not asked anyone to read it yet."""
    pack = shown.pack
    words = tuple(
        each
        for each in pack.words
        if each.by_id == shown.person.id or (version is not None and each.written_at <= version.made_at)
    )
    return replace(shown, pack=replace(pack, words=words))


async def waits_for(turn: Turn, reviews: Sequence[Review]) -> dict[str, Waiting]:
    """By review, whose it is and the names of those it waits for."""
    store = turn.store
    people = await store.people.by_ids({each.person_id for each in reviews})
    managers = await store.people.by_ids({each.manager_id for each in people.values() if each.manager_id})
    signing = [each for each in reviews if each.stage is ReviewStage.SIGNING]
    signed = await store.reviews.signatures([each.id for each in signing])
    found = {}
    for review in reviews:
        person = people[review.person_id]
        manager = managers.get(person.manager_id or "")
        waiting = who_is_waited_for(review, person, manager, signed.get(review.id, Signatures()))
        found[review.id] = Waiting(review, person, tuple(each.name for each in waiting))
    return found


def who_is_waited_for(
    review: Review, person: Person, manager: Person | None, signed: Signatures
) -> tuple[Person, ...]:
    """Those who have something to do; nobody once it is signed, or where there is no line manager to do it."""
    managers = (manager,) if manager else ()
    match review.stage:
        case ReviewStage.PREPARING:
            return (person,)
        case ReviewStage.WITH_MANAGER:
            return managers
        case ReviewStage.SIGNING:
            return (
                *((person,) if signed.person_at is None else ()),
                *(managers if signed.manager_at is None else ()),
            )
        case ReviewStage.SIGNED:
            return ()


async def overview(turn: Turn, review: Review, person: Person, notice: str = "") -> Card:
    """The first page of a review, as the speaker may read it; while it is prepared, others see how far it is."""
    shown = await readable(turn.store, turn.person, review, person, turn.now)
    if shown is None:
        if review.version:
            return cards.short(turn.words, "review-not-whole")
        return cards.waiting(turn.person, person, review)
    waiting = (await waits_for(turn, [review]))[review.id]
    signed = shown.version.signatures if shown.version else Signatures()
    return cards.overview(turn.person, review, shown, waiting.waits_for, signed, notice)


async def show(turn: Turn, review_id: str) -> Outcome:
    """The first page."""
    found = await find_review(turn, review_id, Permission.READ_REVIEW)
    return reply(await overview(turn, *found) if found else asking.gone(turn.words))


async def turn_page(turn: Turn, value: str) -> Outcome:
    """A tap on `<review id>|<section>`."""
    review_id, _, section = value.partition(SEPARATOR)
    found = await find_review(turn, review_id, Permission.READ_REVIEW)
    shown = await readable(turn.store, turn.person, *found, turn.now) if found else None
    card = cards.page(turn.person, found[0], shown, section) if found and shown else None
    return reply(card or asking.gone(turn.words))


async def choose_items(turn: Turn, value: str) -> Outcome:
    """A tap on `<review id>`, or `<review id>|<number>` for what comes after so many."""
    review_id, _, start = value.partition(SEPARATOR)
    found = await find_review(turn, review_id, Permission.PREPARE_REVIEW)
    if found is None or found[0].stage is not ReviewStage.PREPARING:
        return reply(asking.gone(turn.words))
    pack, alone = await gather(turn.store, *found, turn.now)
    at = int(start) if start.isascii() and start.isdecimal() and len(start) < 5 else 0
    return reply(cards.choices(turn.person, found[0], pack, alone, at))


async def show_own(turn: Turn) -> Outcome:
    """`review`: the open one, or what can be begun."""
    mine = await turn.store.reviews.of_people([turn.person.id])
    opened = next((each for each in mine if each.stage.is_open), None)
    if opened is not None:
        return reply(await overview(turn, opened, turn.person))
    return reply(cards.to_begin(turn.person, _to_begin(turn), bool(mine)))


def _to_begin(turn: Turn) -> list[ReviewKind]:
    person = turn.person
    kinds = [ReviewKind.ANNUAL, ReviewKind.MID_YEAR]
    if person.start_on is not None and (turn.today - person.start_on).days < 300:
        kinds.append(ReviewKind.PROBATION)
    if person.end_on is not None:
        kinds.append(ReviewKind.CONTRACT_END)
    return [*kinds, ReviewKind.MOVE]


async def show_history(turn: Turn) -> Outcome:
    """All one's reviews."""
    mine = await turn.store.reviews.of_people([turn.person.id])
    waiting = await waits_for(turn, mine)
    return reply(cards.history(turn.person, mine, {id_: each.waits_for for id_, each in waiting.items()}))


async def show_team(turn: Turn) -> Outcome:
    """`team reviews`: each report's newest, and whom it waits for."""
    reports = [
        each
        for each in await turn.store.people.reports_of(turn.person.id)
        if each.employed_on(turn.today) and may(turn.person, Permission.OPEN_REVIEW, each)
    ]
    newest: dict[str, Review] = {}
    for review in await turn.store.reviews.of_people([each.id for each in reports]):
        newest.setdefault(review.person_id, review)
    waiting = await waits_for(turn, list(newest.values()))
    pairs = [(each, waiting[newest[each.id].id] if each.id in newest else None) for each in reports]
    return reply(review_lists.team(turn.person, pairs, turn.today))


async def show_organisation(turn: Turn) -> Outcome:
    """`hr reviews`: how many stand where, and the open ones; nothing of what they say."""
    if not holds(turn.person, Right.SEE_REVIEWS):
        return await refuse_hr(turn)
    since = financial_year_of(turn.today)
    at = datetime.combine(since, time(), tzinfo=turn.person.zone).astimezone(UTC)
    store, tenant_id = turn.store, turn.person.tenant_id
    tally = await store.reviews.tally(tenant_id, at)
    without = await store.reviews.count_without(tenant_id, at, turn.today)
    found = await store.reviews.open_in(tenant_id, SHOWN + 1)
    waiting = await waits_for(turn, found)
    listed = [waiting[each.id] for each in found]
    return reply(review_lists.organisation(turn.person, tally, without, since, listed, turn.today))
