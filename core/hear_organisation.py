"""What HR and directors ask about the organisation: a stretch of time, a service or a priority.

Each that is called asks again who may see it, and what of it.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from secrets import token_urlsafe

from rapidfuzz import fuzz, process

from core.cards import greeting
from core.cards import organisation as cards
from core.cards.asking import SEPARATOR
from core.chat.effect import Outcome, reply
from core.model.aim import Aim, AimKind
from core.model.checkin import Schedule
from core.model.span import Span, SpanKind, span_around
from core.permissions import may_see_organisation
from core.schedule.cadence import span_before, span_of
from core.services.keep_weeks import keep_weeks, timer_for
from core.services.organisation_view import (
    Structure,
    organisation_view,
    services_seen,
    structure_for,
    teams_of_service,
)
from core.services.refuse_hr import refuse_hr
from core.services.show_summary import meant
from core.services.tell import said as told
from core.turn import Turn
from core.understanding.spans import SpanWords, read_span

SURE = 85
"""How alike (0 to 100) what was said and a name must be to be meant."""


async def _may_see(turn: Turn) -> bool:
    return may_see_organisation(turn.person, await turn.store.people.reports_of(turn.person.id))


async def hear_organisation(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr organisation`, with a stretch of time, and with the name of a service or a priority before it."""
    if not await _may_see(turn):
        return await refuse_hr(turn)
    schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
    if not schedules:
        return reply(greeting.said(turn.words, "organisation-title-plain", "organisation-none"))
    structure = await structure_for(turn.store, turn.person)
    aims = await turn.store.aims.all(turn.person.tenant_id)
    said = rest.strip(" .?!")
    about, more = _named(said, structure, aims)
    wanted = read_span(more, turn.today) if more else SpanWords(SpanKind.QUARTER)
    if wanted is None:
        names = [(each, structure.names[each]) for each in sorted(services_seen(structure))]
        span = span_around(SpanKind.QUARTER, turn.today)
        priorities = [each for each in aims if each.kind is AimKind.PRIORITY]
        return reply(cards.unclear(turn.words, said, names, priorities, span))
    span = meant(schedules[0], wanted, turn)
    if not more:
        span = await _with_weeks(turn, schedules[0], span)
    return await _show(turn, structure, span, about)


async def _with_weeks(turn: Turn, schedule: Schedule, span: Span) -> Span:
    """The stretch where nobody said which, or the one before while this one has hardly a week behind it."""
    return span if (turn.today - span.first).days >= 14 else span_before(schedule, span)


def _named(said: str, structure: Structure, aims: Sequence[Aim]) -> tuple[str, str]:
    """The id of the service or topmost priority that is named, misspelt or not, and what comes after its name."""
    names = {structure.names[each]: each for each in services_seen(structure)}
    names |= {each.title: each.id for each in aims if each.parent_id is None and each.kind is AimKind.PRIORITY}
    wanted = said.casefold()
    for name in sorted(names, key=lambda each: -len(each)):
        if wanted == name.casefold() or wanted.startswith(f"{name.casefold()} "):
            return names[name], said[len(name) :].strip()
    words = said.split()
    for count in range(len(words), 0, -1):
        begun = " ".join(words[:count])
        near = process.extractOne(begun, list(names), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=SURE)
        if near is not None:
            return names[near[0]], " ".join(words[count:])
    return "", said


async def _show(turn: Turn, structure: Structure, span: Span, about: str) -> Outcome:
    tenant_id = turn.person.tenant_id
    left = await keep_weeks(turn.store, tenant_id, turn.today)
    await turn.store.timers.set([timer_for(tenant_id, turn.now, left)])
    tenant = next(each for each in await turn.store.tenants.all() if each.id == tenant_id)
    view = await organisation_view(turn.store, tenant_id, tenant.name, structure, span, turn.today, left)
    chart_id = token_urlsafe(24)
    service = next((each for each in view.services if each.id == about), None)
    if service is not None:
        teams = await teams_of_service(turn.store, tenant_id, structure, service.id, span)
        return told(turn, cards.one_service(turn.words, view, service, teams, chart_id), "organisation")
    priority = next((each for each in view.priorities if each.aim.id == about), None)
    if priority is not None:
        return told(turn, cards.one_priority(turn.words, view, priority, structure.names), "organisation")
    # By the outbox, for its picture is drawn on the way.
    return told(turn, cards.overview(turn.words, view, chart_id), "organisation")


async def _tapped(turn: Turn, value: str) -> Outcome:
    """A button: a service's or priority's id or none, the kind of stretch and its first day."""
    if not await _may_see(turn):
        return await refuse_hr(turn)
    id_, kind, first = (*value.split(SEPARATOR), "", "")[:3]
    try:
        wanted, day = SpanKind(kind), date.fromisoformat(first)
    except ValueError:
        return await hear_organisation(turn, "", by_menu=False)
    schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
    if not schedules:
        return reply(greeting.said(turn.words, "organisation-title-plain", "organisation-none"))
    structure = await structure_for(turn.store, turn.person)
    return await _show(turn, structure, span_of(schedules[0], wanted, day), id_)


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "organisation.show": _tapped,
}
"""What each button about it does, by the action's name."""
