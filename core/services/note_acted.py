"""That a recipient acted on a broadcast: kept once, thanked for in place, and shown to its author soon.

Training counts however it was recorded, and what has not gone yet to someone it is no longer for does not go.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from core.cards import broadcasts as cards
from core.chat.effect import ToPerson, Update
from core.model.broadcast import Broadcast, BroadcastState
from core.model.person import Person, Platform
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.services.broadcasts import message_tag

GATHERED = timedelta(seconds=30)
"""How long what people do is gathered before the author's message moves along."""


async def note_training(
    store: Store, recorded: Sequence[tuple[Person, str]], now: datetime, platform: Platform | None = None
) -> list[Update]:
    """People completed courses, by id: whoever was asked to in a broadcast has acted on it.

    Returns their messages with thanks; a few queries and one or two a broadcast, however many people they are.
    `platform` is where all of them are now; None: wherever they got the message.
    """
    if not recorded:
        return []
    people = {person.id: person for person, _ in recorded}
    courses: dict[str, set[str]] = {}
    for person, course_id in recorded:
        courses.setdefault(person.id, set()).add(course_id)
    stopped = await _stop(store, courses, now)
    acted = await store.asked_training.acted(courses, now)
    found = await store.broadcasts.by_ids({each for each, _ in acted}) if acted else {}
    await look_soon(store, [*found.values(), *stopped], now)
    return await thanks(store, [(found[each], people[person_id]) for each, person_id in acted], platform)


async def _stop(store: Store, courses: Mapping[str, set[str]], now: datetime) -> list[Broadcast]:
    """Take back what waits for people who are not in its audience any more; the broadcasts of which it was."""
    unsent = await store.asked_training.unsent(courses)
    if not unsent:
        return []
    found = await store.broadcasts.by_ids(list(unsent))
    authors = await store.people.by_ids({each.author_id for each in found.values()})
    stopped = []
    for broadcast in found.values():
        today = now.astimezone(authors[broadcast.author_id].zone).date()
        ids = unsent[broadcast.id]
        still_in = await store.broadcasts.people_in(broadcast.tenant_id, broadcast.audience, today, among=ids)
        if gone := set(ids) - set(still_in):
            await store.asked_training.withdraw(broadcast.id, gone, now)
            stopped.append(broadcast)
    return stopped


async def thanks(
    store: Store, acted: Sequence[tuple[Broadcast, Person]], platform: Platform | None = None
) -> list[Update]:
    """The recipients' messages with thanks in the button's place."""
    if not acted:
        return []
    authors = {broadcast.author_id for broadcast, _ in acted}
    managers = {person.manager_id for _, person in acted if person.manager_id}
    people = await store.people.by_ids(authors | managers)
    teams = {each.id: each.name for each in await store.people.teams(acted[0][0].tenant_id)}
    updates = []
    for broadcast, person in acted:
        manager = people.get(person.manager_id or "")
        team = teams.get(person.team_id or "", "")
        values = cards.values_for(broadcast, person, team, manager.name if manager else "")
        card = cards.message(broadcast, person, people[broadcast.author_id], values, acted=True)
        tag = message_tag(broadcast.id, person.id)
        updates.append(Update(ToPerson(person.id, platform), tag, card, f"{tag}:acted"))
    return updates


async def look_soon(store: Store, broadcasts: Sequence[Broadcast], now: datetime) -> None:
    """Bring the authors' messages up to date soon; while batches go out the timer is theirs."""
    await store.timers.set(
        Timer(TimerKind.BROADCAST, each.id, each.tenant_id, now + GATHERED)
        for each in broadcasts
        if each.state in (BroadcastState.SENT, BroadcastState.CANCELLED)
    )
