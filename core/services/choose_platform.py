"""Ask someone who turns out to be on several platforms, once, where to write to them."""

from datetime import datetime

from core.cards.platforms import which_platform
from core.chat.effect import Send, ToPerson
from core.model.person import Person, Platform
from core.ports import Store


async def platforms_of(store: Store, person: Person) -> list[Platform]:
    """The platforms someone has an account on, in a fixed order."""
    found = {account.platform for account in await store.people.accounts_of(person.id)}
    return [each for each in Platform if each in found]


async def ask_once(store: Store, person: Person, on: Platform, now: datetime) -> None:
    """Ask on the platform they are on now; nothing for someone who is on one only, or said it already."""
    if person.preferred_platform is not None:
        return
    platforms = await platforms_of(store, person)
    if len(platforms) > 1:
        question = Send(
            ToPerson(person.id, on), which_platform(person, platforms), "settings", f"which-platform:{person.id}"
        )
        await store.outbox.add(person.tenant_id, [question], now)
