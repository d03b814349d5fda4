"""How the council looks after its objectives: a changed target, one shared, one in steps, and a pause."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.chat.event import Event, FormSubmitted, Origin, TextReceived
from core.keep_up import FLOWS
from core.model.objective import Objective
from core.model.person import Person
from core.ports import Store

_AT = timedelta(days=2, hours=6)
"""Wednesday afternoon, from Monday morning."""

_AMIRA, _MARCUS = "amira.hassan@ashcombevale.example", "marcus.bell@ashcombevale.example"
_JODIE, _PATRICK = "jodie.marsh@ashcombevale.example", "patrick.flynn@ashcombevale.example"
_CALENDAR = "Hand over a working compliance calendar"


@dataclass(frozen=True, slots=True)
class Keeping:
    """Something that one person does about an objective at an instant (UTC)."""

    at: datetime
    person: Person
    event: Callable[[Origin], Event]


@dataclass(frozen=True, slots=True)
class Seeking:
    """Something that one person does at an instant (UTC) with what is only found then: it had no id before."""

    at: datetime
    person: Person
    event: Callable[[Store, Origin], Awaitable[Event]]


def in_steps(objective: Objective) -> bool:
    """Whether it is counted by its steps, so that no figure is typed about it."""
    return objective.title == _CALENDAR


def keepings(
    people: Sequence[Person], objectives: Mapping[str, Sequence[Objective]], first: datetime, today: date
) -> Iterator[Keeping]:
    """What happens after the `first` morning (UTC), in order; dates to come are counted from `today`."""
    by_email = {person.email: person for person in people}
    titles = {each.title: each for owned in objectives.values() for each in owned}

    def typed(week: int, email: str, text: str) -> Keeping:
        return Keeping(
            first + timedelta(weeks=week) + _AT, by_email[email], lambda origin: TextReceived(origin, text)
        )

    def filled(week: int, email: str, flow: str, title: str, **answers: str) -> Keeping:
        about = titles[title].id
        # A form has all its fields; those left alone are sent in empty.
        fields = next(each for each in FLOWS if each.name == flow).steps
        values = {f"{step.name}@{about}": answers.get(step.name, "") for step in fields}
        return Keeping(
            first + timedelta(weeks=week) + _AT + timedelta(hours=1),
            by_email[email],
            lambda origin: FormSubmitted(origin, flow, f"{about}.week-{week}", values),
        )

    if not {_AMIRA, _MARCUS, _JODIE, _PATRICK} <= by_email.keys():
        return
    soon, later = today + timedelta(days=12), today + timedelta(days=60)
    steps = f"Every building listed\nContractors’ dates in\nManagers trained by {soon}\nHanded over by {later}"
    yield typed(0, _AMIRA, "change objective turn empty homes around faster weight to 2")
    yield filled(1, _PATRICK, "edit_milestones", _CALENDAR, lines=steps)
    yield typed(2, _AMIRA, "share objective reuse what can be reused with Callum Reid")
    yield typed(4, _PATRICK, "done every building listed")
    yield filled(
        6,
        _MARCUS,
        "change_objective",
        "Turn empty homes around faster",
        target="20 days",
        reason="Two vacancies in the voids team since October",
    )
    yield typed(7, _PATRICK, "done contractors’ dates in")
    back = (today + timedelta(days=40)).isoformat()
    yield typed(
        8, _JODIE, f"pause objective cut wasted visits until {back} because of a secondment to the call centre"
    )
