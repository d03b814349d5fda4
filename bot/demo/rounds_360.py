"""The council's 360 rounds: one that is closed, and one in which all but those who are played have answered."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from bot.demo.upkeep import Keeping, Seeking
from core.cards.asked_360 import FLOW
from core.cards.asking import SEPARATOR
from core.chat.event import ActionChosen, Event, FormSubmitted, Origin, TextReceived
from core.model.person import Person
from core.ports import Store
from core.services.open_360 import usual_template

_OPENED = timedelta(days=1, hours=2)
"""Tuesday before noon, from Monday morning."""

_PROPOSED, _AGREED = timedelta(hours=5), timedelta(days=2)
_FIRST_ANSWER, _APART = timedelta(days=6), timedelta(hours=5)
_FRIDAY = timedelta(days=4)


def rounds(people: Sequence[Person], first: datetime) -> Iterator[Keeping | Seeking]:
    """What is done about rounds after the `first` morning (UTC), in no order; nothing where someone is missing."""
    told = tomllib.loads(files("bot.demo").joinpath("data/rounds_360.toml").read_text(encoding="utf-8"))
    by_name = {person.email.partition("@")[0]: person for person in people}
    hr = by_name.get(told["hr"])
    for each in told["rounds"]:
        if hr is not None and {each["about"], *each["answers"], *each["declined"]} <= by_name.keys():
            yield from _round(each, hr, by_name, first)


def _round(
    told: dict[str, Any], hr: Person, by_name: Mapping[str, Person], first: datetime
) -> Iterator[Keeping | Seeking]:
    subject = by_name[told["about"]]
    at = first + timedelta(weeks=told["week"]) + _OPENED
    due_on = (first + timedelta(weeks=told["until"]) + _FRIDAY).date()
    what = SEPARATOR.join((subject.id, due_on.isoformat()))
    yield Keeping(at, hr, lambda origin: ActionChosen(origin, "round360.open", what))
    names = ", ".join(told["colleagues"])
    yield Keeping(at + _PROPOSED, subject, lambda origin: TextReceived(origin, f"feedback 360 {names}"))
    yield _tapped(at + _AGREED, hr, subject, "round360.agree")
    answered = at + _FIRST_ANSWER
    for name in told["declined"]:
        yield _tapped(answered, by_name[name], subject, "round360.not_now")
    for number, (name, said) in enumerate(told["answers"].items()):
        yield _filled(answered + number * _APART, by_name[name], subject, _form(said))


def _tapped(at: datetime, person: Person, subject: Person, name: str) -> Seeking:
    async def event(store: Store, origin: Origin) -> Event:
        return ActionChosen(origin, name, await _round_about(store, subject))

    return Seeking(at, person, event)


def _filled(at: datetime, person: Person, subject: Person, values: dict[str, str]) -> Seeking:
    async def event(store: Store, origin: Origin) -> Event:
        return FormSubmitted(origin, FLOW, await _round_about(store, subject), values)

    return Seeking(at, person, event)


async def _round_about(store: Store, subject: Person) -> str:
    return (await store.rounds_360.about(subject.id, 1))[0].id


def _form(said: Mapping[str, str]) -> dict[str, str]:
    """A form has all its fields; those left alone are sent in empty."""
    template = usual_template()
    values = {}
    for line, score in zip(template.competencies, said["scores"], strict=True):
        values[f"score@{line.id}"] = score.strip("-")
        values[f"example@{line.id}"] = said.get(line.id, "")
    return values | {f"words@{line.id}": said.get(line.id, "") for line in template.open_questions}
