"""The demo's clock as the page shows and moves it."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from core.model.person import Person
from core.texts import formats

MORNING = time(10, 0)
AFTERNOON = time(15, 0)
MONDAY, FRIDAY = 1, 5
FARTHEST = timedelta(days=400)
"""How far the clock may be moved at one go."""


class DemoClock(Protocol):
    """A clock that can be moved forward."""

    def now(self) -> datetime:
        """The demo's present instant, UTC."""
        ...

    async def next_event(self) -> datetime | None:
        """The next instant at which anything falls due; None when nothing is planned."""
        ...

    async def move_to(self, instant: datetime, by: str) -> None:
        """Move forward to `instant`, doing on the way all that falls due, each at its own time.

        `by` is the id of the person who is being played.
        """
        ...


class CannotMove(Exception):
    """The clock is not moved; `code` says why: `nothing_planned`, `backwards`, `too_far`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _next(weekday: int, at: time, now: datetime, zone: ZoneInfo) -> datetime:
    """The first instant after `now` that is `at` on this ISO weekday in the zone."""
    day = now.astimezone(zone).date()
    day += timedelta(days=(weekday - day.isoweekday()) % 7)
    instant = datetime.combine(day, at, tzinfo=zone)
    return instant if instant > now else datetime.combine(day + timedelta(days=7), at, tzinfo=zone)


def _tomorrow(now: datetime, zone: ZoneInfo) -> datetime:
    day = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=zone)


JUMPS: dict[str, Callable[[datetime, ZoneInfo], datetime]] = {
    "hour": lambda now, _: now + timedelta(hours=1),
    "tomorrow": _tomorrow,
    "monday": lambda now, zone: _next(MONDAY, MORNING, now, zone),
    "friday": lambda now, zone: _next(FRIDAY, AFTERNOON, now, zone),
}
"""Named places to move to, beside the next event; each in the person's own zone."""


async def destination(clock: DemoClock, person: Person, jump: str, local: str) -> datetime:
    """The instant meant by a named jump or by a local date and time of the person's; raises `CannotMove`."""
    now = clock.now()
    if local:
        wanted: datetime | None = datetime.fromisoformat(local).replace(tzinfo=person.zone)
    elif jump == "next_event":
        wanted = await clock.next_event()
    else:
        wanted = JUMPS[jump](now, person.zone)
    if wanted is None:
        raise CannotMove("nothing_planned")
    if wanted < now:
        if jump == "next_event":
            return now
        raise CannotMove("backwards")
    if wanted - now > FARTHEST:
        raise CannotMove("too_far")
    return wanted.astimezone(UTC)


def face(clock: DemoClock, person: Person) -> dict[str, Any]:
    """The clock as a person reads it, and where each named jump leads."""
    now = clock.now()
    local = now.astimezone(person.zone)
    return {
        "now": now.isoformat(),
        "shown": formats.moment(now, person),
        "local": local.strftime("%Y-%m-%dT%H:%M"),
        "jumps": {name: formats.moment(jump(now, person.zone), person) for name, jump in JUMPS.items()},
    }
