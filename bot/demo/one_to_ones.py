"""The council's one-to-ones: one that was held, the next one tomorrow, and what its manager says of answers."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from importlib.resources import files
from typing import Any

from bot.demo.upkeep import Keeping
from core.cards.asking import SEPARATOR
from core.chat.event import ActionChosen, Event, FormSubmitted, Origin, TextReceived
from core.model.checkin import CheckIn
from core.model.person import Person
from core.model.remark import REACTIONS, RemarkKind
from core.ports import Store

_SATURDAY = 6


def talks(people: Sequence[Person], first: datetime, until: datetime) -> Iterator[Keeping]:
    """What is typed about one-to-ones after the `first` morning (UTC), in no order, up to `until`."""
    told = _told()
    by_name = {person.email.partition("@")[0]: person for person in people}
    if told["manager"] not in by_name or told["person"] not in by_name:
        return
    for number, each in enumerate(told["typed"]):
        at = first + timedelta(weeks=each["week"], days=each["day"], hours=each["hour"], minutes=number)
        speaker = by_name[told[each["by"]]]
        # What is said of the week in which the demo is opened was said before it was.
        yield _typed(min(at, until - timedelta(minutes=60 - number)), speaker, _dated(each["text"], at, until))


def _dated(text: str, said: datetime, until: datetime) -> str:
    """The words with the day that they speak of: the same one, the demo's next working day, or weeks later."""
    tomorrow = until.date() + timedelta(days=1)
    while tomorrow.isoweekday() >= _SATURDAY:
        tomorrow += timedelta(days=1)
    return text.format(tomorrow=tomorrow.isoformat(), friday=_friday_after(said.date()).isoformat())


def _friday_after(day: date) -> date:
    return day + timedelta(days=(4 - day.weekday()) % 7 or 7)


def _typed(at: datetime, person: Person, text: str) -> Keeping:
    return Keeping(at, person, lambda origin: TextReceived(origin, text))


async def remarks(store: Store, people: Sequence[Person], until: datetime) -> list[Keeping]:
    """What the manager says at `until` of the newest check-ins that reports answered."""
    told = _told()
    by_name = {person.email.partition("@")[0]: person for person in people}
    manager = by_name.get(told["manager"])
    found = []
    for each in told["remarks"]:
        person = by_name.get(each["about"])
        if manager is None or person is None:
            continue
        checkins = await store.checkins.of_periods([person.id], date.min, until.date())
        newest = next((one for one in checkins if one.answers_saved), None)
        if newest is None:
            continue
        updates = await store.checkins.progress_of([newest.id])
        objectives = await store.objectives.by_ids([one.objective_id for one in updates])
        about = next((id_ for id_, one in objectives.items() if one.title == each["objective"]), "")
        found.append(Keeping(until, manager, partial(_remark, newest, about, each)))
    return found


def _remark(checkin: CheckIn, about: str, told: dict[str, Any], origin: Origin) -> Event:
    """A tap for a reaction, the form for what is about one answer."""
    kind = RemarkKind(told["kind"])
    if kind in REACTIONS:
        return ActionChosen(origin, "remark.react", SEPARATOR.join((checkin.id, kind.value)))
    values = {"about": about, "kind": kind.value, "text": told["text"]}
    return FormSubmitted(origin, "remark", f"{checkin.id}.{origin.event_id}", values)


def _told() -> dict[str, Any]:
    return tomllib.loads(files("bot.demo").joinpath("data/one_to_ones.toml").read_text(encoding="utf-8"))
