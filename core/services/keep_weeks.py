"""Count an organisation's weeks once they are over, each once; what is shown of them later is read from there."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from core.model.aim import Aim
from core.model.organisation_week import count_week
from core.model.services import services_of
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.services.team_series import last_period_over

MOST_WEEKS = 104
"""How far back is counted."""

PEOPLE_AT_ONCE = 10_000
"""People whose weeks are counted in one transaction: of an organisation of 500, twenty weeks."""

_WEEK = timedelta(weeks=1)
_LAST_DAY = timedelta(days=6)
_COUNTED_AT = time(5)
"""On Mondays, UTC: before anyone looks."""


def monday_of(day: date) -> date:
    """The Monday of the week that `day` lies in, which the week is called by."""
    return day - timedelta(days=day.weekday())


async def keep_weeks(store: Store, tenant_id: str, today: date, at_least: int = 0) -> int:
    """Count weeks that are over and were not counted yet, the newest first; returns how many are left to be.

    As many as go in one go, and no fewer than `at_least`.
    """
    missing = await _missing(store, tenant_id, today)
    if not missing:
        return 0
    members = {each.id: each for each in await store.organisation_weeks.members(tenant_id)}
    service_of = services_of(await store.people.teams(tenant_id), members)
    priority_of = topmost_of(await store.aims.all(tenant_id))
    now = missing[: max(at_least, PEOPLE_AT_ONCE // max(1, len(members)))]
    for week in now:
        asked = await store.organisation_weeks.asked(tenant_id, week, week + _LAST_DAY)
        said = await store.organisation_weeks.said(tenant_id, week, week + _LAST_DAY)
        # Of 20,000 people this takes a second, in which others want to be answered.
        counted = await asyncio.to_thread(count_week, week, members, asked, said, service_of, priority_of)
        await store.organisation_weeks.keep(tenant_id, [counted])
    return len(missing) - len(now)


async def _missing(store: Store, tenant_id: str, today: date) -> list[date]:
    until = await last_period_over(store, tenant_id, today)
    first = await store.organisation_weeks.first_period(tenant_id)
    if until is None or first is None:
        return []
    kept = await store.organisation_weeks.kept(tenant_id)
    found: list[date] = []
    week = monday_of(until - _LAST_DAY)
    while week >= monday_of(first) and len(found) + len(kept) < MOST_WEEKS:
        if week not in kept:
            found.append(week)
        week -= _WEEK
    return found


def topmost_of(aims: Sequence[Aim]) -> dict[str, str]:
    """The topmost aim that each serves, by their ids; of a ring, which can only be stored, one of it."""
    above = {aim.id: aim.parent_id for aim in aims}
    found = {}
    for aim in above:
        seen = [aim]
        while (over := above.get(seen[-1])) is not None and over in above and over not in seen:
            seen.append(over)
        found[aim] = seen[-1]
    return found


async def keep_due_weeks(store: Store, due: Sequence[Timer], now: datetime) -> None:
    """Count what is over, and come back on the next Monday; at once where more is left than goes in one go."""
    for timer in due:
        left = await keep_weeks(store, timer.tenant_id, now.date(), at_least=1)
        await store.timers.set([timer_for(timer.tenant_id, now, left)])


def timer_for(tenant_id: str, now: datetime, left: int) -> Timer:
    """When weeks are counted next; `left` is how many could be now."""
    monday = monday_of(now.date()) + _WEEK
    at = now if left else datetime.combine(monday, _COUNTED_AT, now.tzinfo)
    return Timer(TimerKind.ORGANISATION_WEEK, tenant_id, tenant_id, at)
