"""Whether there are people to ask, whether a timer lives, and whether anything is held up."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

from bot.doctor.check import Check, advice, duration, right, wrong
from bot.doctor.database import opened
from bot.heartbeat import TIMER, late_after_s
from bot.settings import Settings
from core.model.delivery import DeliveryState
from core.ports import Clock
from core.services.organisations import home_of
from storage.watching import Standing, last_beat, standing

LATE = timedelta(minutes=15)
"""Longer than any platform asks to wait; what is due for longer is held up."""

_SEEN = "milepost outbox list says what waits and for what; the log why it does not go."


async def work(settings: Settings, clock: Clock) -> AsyncIterator[Check]:
    """The directory, the timer and the queues of a database of this release; raises `StoreUnavailable`."""
    async with opened(settings, clock) as database:
        async with database.reading() as store:
            home = home_of(await store.tenants.all())
            count = len(await store.people.all(home.id)) if home else 0
            given_up = (await store.outbox.counts())[DeliveryState.DEAD]
        said = f"{count} in the directory"
        yield right("people", said) if count else wrong("people", said, "Run milepost import people FILE.")
        beat = await last_beat(database, TIMER)
        allowed = timedelta(seconds=late_after_s(settings.tick_seconds))
        since = clock.now() - beat if beat is not None else None
        by = "milepost serve" if settings.is_embedded else "milepost serve or milepost worker"
        if since is None or since > allowed:
            said = "none has ticked yet" if since is None else f"the last tick was {duration(since)} ago"
            yield wrong("timer", said, f"Start {by}: until then nobody is asked and nothing is sent.")
        else:
            yield right("timer", f"ticks; last {duration(max(since, timedelta()))} ago")
        for each in _queues(await standing(database), clock, given_up):
            yield each


def _queues(found: Standing, clock: Clock, given_up: int) -> Iterator[Check]:
    now = clock.now()
    waiting = sum(each.count for each in found.queues)
    due = [each.earliest_at for each in found.queues if each.earliest_at <= now]
    oldest = now - min(due) if due else timedelta()
    said = f"{waiting} messages wait"
    if oldest > LATE:
        yield wrong("outbox", f"{said}, the oldest for {duration(oldest)} longer than it should", _SEEN)
    else:
        yield right("outbox", said)
    if given_up:
        todo = "milepost outbox given-up says why; HR sees them with hr messages."
        yield advice("outbox", f"{given_up} messages were given up", todo)
    age = now - found.oldest_event_at if found.oldest_event_at is not None else timedelta()
    if age > LATE:
        said = f"{found.events} events are not worked on, the oldest since {duration(age)}"
        yield wrong("inbox", said, "Restart Milepost, which takes up what was left; the log says what failed.")
    else:
        yield right("inbox", f"{found.events} events wait to be worked on")
