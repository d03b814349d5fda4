"""A person's own quiet hours: `settings quiet 17:00-09:00`, `settings quiet off`."""

from dataclasses import replace
from datetime import time, timedelta

from core.cards import greeting
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.schedule.working_time import DAY_ENDS, DAY_STARTS, is_open_at
from core.services.enrol import enrol_changed
from core.turn import Turn
from core.understanding.hours import read_hours

OFF = ("off", "none", "dim", "i ffwrdd", "diffodd")

LEAST_OPEN = timedelta(hours=2)
"""What is left of a working day in which the week's check-in, and what the law asks for, can come."""

_STEP_MINUTES = 5


async def keep_quiet_hours(turn: Turn, said: str) -> Outcome:
    """Set the hours in which nothing unasked comes, or do without; what cannot be read changes nothing."""
    words = turn.words
    if said.strip().casefold() in OFF:
        await _keep(turn, replace(turn.person, quiet_from=None, quiet_until=None))
        return reply(greeting.said(words, "settings-title", "quiet-off"))
    hours = read_hours(said)
    if hours is None:
        return reply(greeting.said(words, "settings-title", "quiet-unclear"))
    person = replace(turn.person, quiet_from=hours[0], quiet_until=hours[1])
    first, last = (f"{each:%H:%M}" for each in hours)
    if open_for(person) < LEAST_OPEN:
        return reply(greeting.said(words, "settings-title", "quiet-too-long", first=first, last=last))
    await _keep(turn, person)
    return reply(greeting.said(words, "settings-title", "quiet-set", first=first, last=last))


def open_for(person: Person) -> timedelta:
    """How much of a working day is left in which the person may be written to, to five minutes."""
    minutes = range(DAY_STARTS.hour * 60, DAY_ENDS.hour * 60, _STEP_MINUTES)
    is_open = sum(is_open_at(person, time(each // 60, each % 60)) for each in minutes)
    return timedelta(minutes=_STEP_MINUTES) * is_open


async def _keep(turn: Turn, person: Person) -> None:
    await turn.store.people.save([person])
    # The reminder of an open check-in moves into what is left of the day.
    await enrol_changed(turn.store, [person], turn.now)
    await turn.store.outbox.look_again([person.id], turn.now)
