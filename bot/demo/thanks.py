"""What the council's people say to one another in the last of its weeks: thanks, and some feedback."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from bot.demo.upkeep import Keeping
from core.chat.event import ActionChosen, FormSubmitted, TextReceived
from core.flows.give_feedback import GIVE_FEEDBACK
from core.flows.whom import WHOM
from core.model.person import Person

_AT = timedelta(days=3, hours=4)
"""Thursday before noon, from Monday morning."""

_APART = timedelta(minutes=7)


def gifts(people: Sequence[Person], first: datetime) -> Iterator[Keeping]:
    """What is said after the `first` morning (UTC), in no order; nothing of people who are not there."""
    by_name, told = _by_name(people), _told()
    for number, each in enumerate(told["thanks"] + told["feedback"]):
        giver, receiver = by_name.get(each["giver"]), by_name.get(each["receiver"])
        if giver is None or receiver is None:
            continue
        id_ = f"demo-gift-{number}"
        at = first + timedelta(weeks=each["week"]) + _AT + number * _APART
        subject = f"{receiver.id}~.{id_}"
        if "visibility" in each:
            # A form has all its fields; those left alone are sent in empty.
            values = {step.name: each.get(step.name, "") for step in GIVE_FEEDBACK.steps if step.name != WHOM}
            yield _filled(at, giver, "give_feedback", subject, values)
            continue
        sharing = "team" if each["for_team"] else "private"
        # Whoever may see the receiver's objectives is offered them, and leaves them alone.
        said = {"text": each["text"], "value": each["value"], "objective": "", "sharing": sharing}
        yield _filled(at, giver, "recognise", subject, said)
        if each["agreed"]:
            yield _tapped(at + timedelta(hours=2), receiver, "recognition.share", id_)
    for each in told["asked"]:
        asker = by_name.get(each["asker"])
        if asker is not None:
            yield _typed(first + timedelta(weeks=each["week"]) + _AT, asker, each["text"])


def said_in_channels(people: Sequence[Person]) -> Iterator[tuple[Person, str]]:
    """What was said to colleagues in the channels of their teams, and by whom."""
    by_name = _by_name(people)
    for each in _told()["said"]:
        person = by_name.get(each["giver"])
        if person is not None and person.team_id is not None:
            yield person, each["text"]


def _by_name(people: Sequence[Person]) -> dict[str, Person]:
    return {person.email.partition("@")[0]: person for person in people}


def _told() -> dict[str, Any]:
    return tomllib.loads(files("bot.demo").joinpath("data/thanks.toml").read_text(encoding="utf-8"))


def _filled(at: datetime, person: Person, flow: str, subject: str, values: dict[str, str]) -> Keeping:
    return Keeping(at, person, lambda origin: FormSubmitted(origin, flow, subject, values))


def _typed(at: datetime, person: Person, text: str) -> Keeping:
    return Keeping(at, person, lambda origin: TextReceived(origin, text))


def _tapped(at: datetime, person: Person, name: str, value: str) -> Keeping:
    return Keeping(at, person, lambda origin: ActionChosen(origin, name, value))
