"""Hold a review: open it, hand it on, add to it, and sign; each step in the transaction that tells the other.

What both sign is a version that is made once, from what stands then. A change makes another and asks both again; a
version that was signed is never touched.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from core.cards import asking
from core.cards import review_news as news
from core.cards import reviews as cards
from core.cards.asking import SEPARATOR
from core.chat.effect import Durable, Outcome, reply
from core.model.person import Person
from core.model.review import (
    LATEST,
    PROBATION,
    SOONEST,
    NoPeriod,
    Period,
    Review,
    ReviewKind,
    ReviewStage,
    period_for,
)
from core.permissions import Permission, may
from core.services.gather_review import make_version
from core.services.name_report import named_report
from core.services.remind_review import set_reminder
from core.services.show_review import find_review, overview, show_own, waits_for
from core.services.tell import said, to_person
from core.turn import Turn
from core.understanding.reviews import AskedReview, read_review

PURPOSE = "review"

_CONTRACT_NEAR = timedelta(days=60)


def usual_kind(person: Person, today: date) -> ReviewKind:
    """The review that is likely meant where nothing was said: of a contract that ends, a probation, a year."""
    if person.end_on is not None and person.end_on - today <= _CONTRACT_NEAR:
        return ReviewKind.CONTRACT_END
    if person.start_on is not None and today <= person.start_on + PROBATION:
        return ReviewKind.PROBATION
    return ReviewKind.MID_YEAR if today.month in (9, 10) else ReviewKind.ANNUAL


def _period(turn: Turn, person: Person, kind: ReviewKind, due_on: date | None) -> Period | Outcome:
    """The period and date of a review, or what is wrong with them."""
    try:
        period = period_for(kind, person, turn.today, due_on)
    except NoPeriod as missing:
        text = cards.short(turn.words, "review-no-period", field=missing.field, name=person.name)
        return reply(text)
    if not turn.today + SOONEST <= period.due_on <= turn.today + LATEST:
        return reply(cards.bad_date(turn.person, period.due_on))
    return period


async def offer(turn: Turn, text: str) -> Outcome:
    """`@person annual by 31 March`: what would be opened, to be agreed to; nobody is told yet."""
    asked = read_review(text, turn.today)
    found = await named_report(turn, asked.name)
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        return reply(cards.short(turn.words, "review-which-report", names=names))
    if not found or not may(turn.person, Permission.OPEN_REVIEW, found[0]):
        return reply(cards.short(turn.words, "review-not-yours"))
    person = found[0]
    if (opened := await _open_one(turn, person)) is not None:
        return reply(cards.already(turn.person, person, opened))
    kind = asked.kind or usual_kind(person, turn.today)
    period = _period(turn, person, kind, asked.due_on)
    if isinstance(period, Outcome):
        return period
    before = await turn.store.reviews.of_people([person.id])
    same = (each for each in before if (each.kind, each.since, each.until) == (kind, period.since, period.until))
    return reply(cards.offer(turn.person, person, kind, period, next(same, None)))


async def open_for_report(turn: Turn, value: str) -> Outcome:
    """A tap on `<person id>|<kind>|<ISO date>`."""
    person_id, kind, day = [*value.split(SEPARATOR), "", ""][:3]
    person = (await turn.store.people.by_ids([person_id])).get(person_id)
    due_on = _date(day)
    if person is None or person.id == turn.person.id or not may(turn.person, Permission.OPEN_REVIEW, person):
        return reply(asking.gone(turn.words))
    if kind not in tuple(ReviewKind) or due_on is None:
        return reply(asking.gone(turn.words))
    opened = await _add(turn, person, ReviewKind(kind), due_on)
    if isinstance(opened, Outcome):
        return opened
    confirmed = said(turn, cards.short(turn.words, "review-opened", name=person.name), PURPOSE)
    return confirmed + Outcome(
        durable=(to_person(turn, person, cards.told(person, turn.person, opened), PURPOSE),)
    )


async def begin_own(turn: Turn, asked: AskedReview) -> Outcome:
    """The person begins one; the line manager hears of it once it is handed on."""
    opened = await _add(turn, turn.person, asked.kind or usual_kind(turn.person, turn.today), asked.due_on)
    if isinstance(opened, Outcome):
        return opened
    return said(turn, await overview(turn, opened, turn.person), PURPOSE)


async def begin_kind(turn: Turn, kind: str) -> Outcome:
    """A tap on a kind."""
    if kind not in tuple(ReviewKind):
        return await show_own(turn)
    return await begin_own(turn, AskedReview("", ReviewKind(kind), None))


async def _add(turn: Turn, person: Person, kind: ReviewKind, due_on: date | None) -> Review | Outcome:
    period = _period(turn, person, kind, due_on)
    if isinstance(period, Outcome):
        return period
    review = Review(
        uuid4().hex,
        person.tenant_id,
        person.id,
        turn.person.id,
        kind,
        period.since,
        period.until,
        period.due_on,
        ReviewStage.PREPARING,
        turn.now,
    )
    if not await turn.store.reviews.add(review):
        opened = await _open_one(turn, person)
        return reply(cards.already(turn.person, person, opened) if opened else asking.gone(turn.words))
    await set_reminder(turn.store, review, person, turn.now)
    return review


async def _open_one(turn: Turn, person: Person) -> Review | None:
    found = await turn.store.reviews.of_people([person.id])
    return next((each for each in found if each.stage.is_open), None)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


# --- what is left out -----------------------------------------------------------------------------------------


async def leave_out(turn: Turn, value: str, *, out: bool) -> tuple[str, str] | None:
    """A tap on `<review id>|<key>|<number>`; the review's id and the number, or None where that cannot be done."""
    review_id, key, start = [*value.split(SEPARATOR), "", ""][:3]
    found = await find_review(turn, review_id, Permission.PREPARE_REVIEW)
    if found is None or not key or found[0].stage is not ReviewStage.PREPARING:
        return None
    change = turn.store.reviews.leave_out if out else turn.store.reviews.take_in
    await change(review_id, key)
    return review_id, start


# --- from one to the other ------------------------------------------------------------------------------------


async def hand_on(turn: Turn, review_id: str) -> Outcome:
    """The person is done: their line manager may read it, and adds to it."""
    found = await find_review(turn, review_id, Permission.PREPARE_REVIEW)
    if found is None:
        return reply(asking.gone(turn.words))
    review, person = found
    manager = await _manager_of(turn, person)
    if review.stage is not ReviewStage.PREPARING:
        return await _cannot_now(turn, review)
    if manager is None:
        return reply(cards.short(turn.words, "review-needs-manager"))
    handed = replace(review, stage=ReviewStage.WITH_MANAGER)
    await turn.store.reviews.save(handed)
    notice = turn.words("review-handed-on", name=manager.name)
    own = said(turn, await overview(turn, handed, person, notice), PURPOSE)
    told = to_person(turn, manager, news.handed_on(manager, person, handed), PURPOSE)
    return own + Outcome(durable=(told,))


async def finish(turn: Turn, review_id: str) -> Outcome:
    """The line manager is done: a version is made, and both are asked to sign it."""
    found = await find_review(turn, review_id, Permission.ADD_TO_REVIEW)
    if found is None:
        return reply(asking.gone(turn.words))
    review, person = found
    if review.stage is not ReviewStage.WITH_MANAGER:
        return await _cannot_now(turn, review)
    return await ask_for_signatures(turn, review, person)


async def ask_for_signatures(turn: Turn, review: Review, person: Person) -> Outcome:
    """Make the next version and ask both to read and sign it."""
    version = await make_version(turn.store, review, person, turn.now)
    ready = replace(review, stage=ReviewStage.SIGNING, version=version.number)
    await turn.store.reviews.save(ready)
    manager = await _manager_of(turn, person)
    both = [person, *([manager] if manager else [])]
    manager_name = manager.name if manager else turn.words("review-no-manager")
    sends: list[Durable] = [
        to_person(turn, each, news.to_sign(each, person, manager_name, ready), PURPOSE)
        for each in both
        if each.id != turn.person.id
    ]
    own = said(turn, await overview(turn, ready, person), PURPOSE)
    return own + Outcome(durable=tuple(sends))


async def sign(turn: Turn, value: str) -> Outcome:
    """A tap on `<review id>|<version>`: only the newest version can be signed."""
    review_id, _, number = value.partition(SEPARATOR)
    found = await find_review(turn, review_id, Permission.SIGN_REVIEW)
    if found is None:
        return reply(asking.gone(turn.words))
    review, person = found
    if review.stage is not ReviewStage.SIGNING or number != str(review.version):
        return reply(await overview(turn, review, person, turn.words("review-changed-since")))
    as_manager = turn.person.id != person.id
    signed = await turn.store.reviews.sign(
        review.id, review.version, turn.person.id, turn.now, as_manager=as_manager
    )
    if signed is None:
        return reply(asking.gone(turn.words))
    if not signed.is_complete:
        waiting = (await waits_for(turn, [review]))[review.id]
        names = ", ".join(waiting.waits_for) or turn.words("review-no-manager")
        notice = turn.words("review-signed-now", version=str(review.version), name=names)
        return said(turn, await overview(turn, review, person, notice), PURPOSE)
    done = replace(review, stage=ReviewStage.SIGNED)
    await turn.store.reviews.save(done)
    people = await turn.store.people.by_ids([person.id, signed.manager_id or ""])
    manager = people.get(signed.manager_id or "")
    manager_name = manager.name if manager else turn.words("review-no-manager")
    readers = [each for each in (person, manager) if each and may(each, Permission.READ_REVIEW, person)]
    sends: list[Durable] = [
        to_person(turn, each, news.signed_by_both(each, person, manager_name, done), PURPOSE)
        for each in readers
        if each.id != turn.person.id
    ]
    notice = turn.words(
        "review-signed-both", person=person.name, manager=manager_name, version=str(review.version)
    )
    return said(turn, await overview(turn, done, person, notice), PURPOSE) + Outcome(durable=tuple(sends))


async def reopen(turn: Turn, review_id: str) -> Outcome:
    """Someone would change something: it goes back to them, and the other one is told."""
    found = await find_review(turn, review_id, Permission.SIGN_REVIEW)
    if found is None:
        return reply(asking.gone(turn.words))
    review, person = found
    own = turn.person.id == person.id
    back_to = ReviewStage.PREPARING if own else ReviewStage.WITH_MANAGER
    if review.stage is ReviewStage.PREPARING or review.stage is back_to:
        return await _cannot_now(turn, review)
    other_open = await _open_one(turn, person)
    if other_open is not None and other_open.id != review.id:
        return reply(cards.already(turn.person, person, other_open))
    again = replace(review, stage=back_to)
    await turn.store.reviews.save(again)
    manager = await _manager_of(turn, person)
    other = manager if own else person
    if review.stage is ReviewStage.WITH_MANAGER:
        name = manager.name if manager else turn.words("review-no-manager")
        notice = turn.words("review-taken-back", name=name)
    else:
        notice = turn.words("review-reopened", version=str(review.version))
    answer = said(turn, await overview(turn, again, person, notice), PURPOSE)
    if other is None:
        return answer
    was_signing = review.stage is not ReviewStage.WITH_MANAGER
    card = news.reopened(other, turn.person, person) if was_signing else news.taken_back(other, person)
    return answer + Outcome(durable=(to_person(turn, other, card, PURPOSE),))


async def _manager_of(turn: Turn, person: Person) -> Person | None:
    if person.manager_id is None:
        return None
    return (await turn.store.people.by_ids([person.manager_id])).get(person.manager_id)


async def _cannot_now(turn: Turn, review: Review) -> Outcome:
    waiting = (await waits_for(turn, [review]))[review.id]
    stage = cards.stage_line(turn.words, review.stage, waiting.waits_for)
    return reply(cards.short(turn.words, "review-cannot-now", stage=stage))
