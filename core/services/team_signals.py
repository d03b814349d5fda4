"""What a team's summary tells beside the check-ins: thanks, training and agreed actions. One query a kind."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from core.model.compliance import is_long
from core.model.person import Person
from core.model.recognition import Sharing
from core.model.requirements import Standing, State
from core.model.span import Span
from core.model.summary import LateCourse, TeamActions, TeamTraining, Thanks
from core.ports import Store
from core.schedule.working_time import local_instant
from core.services.training_standing import rules_of, standing_of

_DAY = timedelta(days=1)


async def thanks_in(
    store: Store, members: Sequence[Person], team_id: str | None, span: Span, zone: ZoneInfo
) -> Thanks:
    """What the members were thanked for in the stretch; in words only what its receivers share with this team."""
    since = local_instant(span.first, time(), zone)
    until = local_instant(span.last + _DAY, time(), zone)
    received = await store.recognitions.received_between([each.id for each in members], since, until)
    shared = [
        each
        for each in received
        if each.sharing is Sharing.SHARED and (each.team_id == team_id or team_id is None)
    ]
    people = await store.people.by_ids({each.giver_id for each in shared} | {each.receiver_id for each in shared})
    return Thanks(
        tuple((each, people[each.giver_id], people[each.receiver_id]) for each in shared),
        len(received) - len(shared),
    )


async def training_of(store: Store, tenant_id: str, members: Sequence[Person], today: date) -> TeamTraining:
    """How the members stand today with what they must hold; whoever is away for long is not counted."""
    rules = await rules_of(store, tenant_id)
    if not rules.courses:
        return TeamTraining()
    away = await store.absences.of([each.id for each in members], today, today)
    here = [each for each in members if not any(map(is_long, away.get(each.id, ())))]
    standings = [each for each in await standing_of(store, here, today, rules) if each.required]
    people = {each.id: each for each in here}
    late = [
        LateCourse(people[each.person_id], rules.courses[each.course_id], each.due_on)
        for each in standings
        if each.overdue(today) and each.due_on is not None
    ]
    return TeamTraining(
        required=len(standings),
        held=sum(1 for each in standings if _is_held(each, today)),
        due_soon=sum(1 for each in standings if each.state is State.DUE_SOON),
        late=tuple(sorted(late, key=lambda each: (each.due_on, each.course.title, each.person.name))),
    )


def _is_held(standing: Standing, today: date) -> bool:
    """Whether something counts today; a renewal that waits for HR takes nothing away from what it renews."""
    if standing.state is State.PENDING:
        return standing.completed_on is not None and (standing.due_on is None or standing.due_on >= today)
    return standing.state in (State.HELD, State.DUE_SOON)


async def actions_of(store: Store, people: Mapping[str, Person], today: date) -> TeamActions:
    """Open actions about these people, and those of them whose day has passed, the longest first."""
    about = [each for each in await store.actions.open_for(list(people)) if each.person_id in people]
    late = [each for each in about if each.due_on is not None and each.due_on < today]
    late.sort(key=lambda each: (each.due_on or today, each.text))
    return TeamActions(len(about), tuple((each, people[each.person_id]) for each in late))
