"""Who of the council has removed Milepost, so that messages to them fail until somebody plays them."""

from collections.abc import Iterator, Sequence

from bot.demo.people import TENANT
from core.model.person import Person
from core.ports import Database

_REMOVED = frozenset({"wanda.kowalska@ashcombevale.example"})


def removals(people: Sequence[Person]) -> Iterator[Person]:
    """Those who remove it just before the demo is opened."""
    return (person for person in people if person.email in _REMOVED)


async def has_removed(database: Database, email: str) -> bool:
    """Whether the person with this work email is out of touch just now."""
    async with database.reading() as store:
        person = await store.people.by_email(TENANT.id, email)
        return person is not None and person.id in await store.people.out_of_touch(TENANT.id)
