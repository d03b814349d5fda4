"""The council's reviews: Amira's with her, Callum's handed on, Carys's begun in Welsh, and an interim's."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from bot.demo.upkeep import Keeping, Seeking
from core.cards.asking import SEPARATOR
from core.chat.event import ActionChosen, Event, FormSubmitted, Origin, TextReceived
from core.model.person import Person
from core.model.review import ReviewKind
from core.ports import Store

_OPENED = timedelta(days=5)
"""Before the day on which the demo is opened."""

_A_MONTH = timedelta(days=30)

_HIGHLIGHTS = (
    "The repairs line is answered again. I am proud of how the new rota came about: the tenants’ panel asked "
    "for it, and we tried it on two estates before anyone else."
)


def reviews(people: Sequence[Person], until: datetime) -> Iterator[Keeping | Seeking]:
    """What is done about reviews in the week before `until` (UTC), in no order; nothing if someone is missing."""
    by_name = {person.email.partition("@")[0]: person for person in people}
    names = ("marcus.bell", "amira.hassan", "callum.reid", "patrick.flynn", "carys.evans")
    if not set(names) <= by_name.keys():
        return
    marcus, amira, callum, patrick, carys = (by_name[each] for each in names)
    at = until - _OPENED
    for number, (person, kind) in enumerate(
        ((amira, ReviewKind.ANNUAL), (callum, ReviewKind.ANNUAL), (patrick, ReviewKind.CONTRACT_END))
    ):
        yield _opened(at + timedelta(minutes=number), marcus, person, kind, until.date() + _A_MONTH)
    yield Keeping(at, carys, lambda origin: TextReceived(origin, "adolygiad blynyddol"))
    for number, person in enumerate((amira, callum)):
        yield _written(at + timedelta(hours=number + 1), person)
    yield _handed_on(at + timedelta(hours=4), callum)


def _opened(at: datetime, manager: Person, person: Person, kind: ReviewKind, due_on: date) -> Keeping:
    value = SEPARATOR.join((person.id, kind, due_on.isoformat()))
    return Keeping(at, manager, lambda origin: ActionChosen(origin, "review.open", value))


def _written(at: datetime, person: Person) -> Seeking:
    async def event(store: Store, origin: Origin) -> Event:
        subject = f"{await _review_of(store, person)}.{origin.event_id}"
        return FormSubmitted(origin, "write_review", subject, {"highlights": _HIGHLIGHTS})

    return Seeking(at, person, event)


def _handed_on(at: datetime, person: Person) -> Seeking:
    async def event(store: Store, origin: Origin) -> Event:
        return ActionChosen(origin, "review.hand_on", await _review_of(store, person))

    return Seeking(at, person, event)


async def _review_of(store: Store, person: Person) -> str:
    return (await store.reviews.of_people([person.id]))[0].id
