"""Once a month, bring a team's shared thanks together in its channel: by value, in the order they were given.

Nothing is counted and nobody is ranked, so that thanking stays thanking. Only what its receiver had shared with
this team is in it; a month without any passes in silence.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from core.cards import recognition as cards
from core.chat.effect import Durable, Send, ToChannel
from core.model.catch_up import CATCH_UP
from core.model.person import Language, Nation, Person, Team
from core.model.recognition import Recognition
from core.model.timer import Timer, TimerKind
from core.ports import Store
from core.schedule.holidays import is_bank_holiday
from core.schedule.working_time import local_instant, office_moment
from core.services.organisation_values import choices, named_or_usual

_AT = time(10, 0)
_WORKDAYS = range(1, 6)
_ANY_ZONE = timedelta(hours=26)
"""More than any zone is away from UTC."""


def digest_timer(team: Team, lead: Person | None, month: date) -> Timer:
    """When the thanks of the month that begins on `month` are brought together: the next one's first workday."""
    nation = lead.nation if lead else Nation.ENGLAND
    day = month + relativedelta(months=1)
    while day.isoweekday() not in _WORKDAYS or is_bank_holiday(nation, day):
        day += relativedelta(days=1)
    return Timer(
        TimerKind.RECOGNITION_DIGEST, digest_of(team.id, month), team.tenant_id, local_instant(day, _AT, team.zone)
    )


def digest_of(team_id: str, month: date) -> str:
    """The subject of a digest's timer: which team's, of which month."""
    return f"{team_id}|{month.isoformat()}"


def month_of(instant: datetime, team: Team) -> date:
    """The first day of the month in which `instant` (UTC) lies where the team is."""
    return instant.astimezone(team.zone).date().replace(day=1)


async def post_digests(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Queue the digests that are due, each once; one that the next is close to is left out."""
    due: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    for timer in timers:
        if CATCH_UP[timer.kind].is_stale(timer.due_at, now):
            continue
        team_id, _, month = timer.subject.partition("|")
        due[timer.tenant_id].append((team_id, date.fromisoformat(month)))
    for tenant_id, digests in due.items():
        await _post_for(store, tenant_id, digests, now)


async def _post_for(store: Store, tenant_id: str, digests: Sequence[tuple[str, date]], now: datetime) -> None:
    teams = {team.id: team for team in await store.people.teams(tenant_id)}
    since = datetime.combine(min(month for _, month in digests), time(), tzinfo=UTC) - _ANY_ZONE
    shared = await store.recognitions.shared_with([team_id for team_id, _ in digests], since)
    leads = [teams[team_id].lead_id or "" for team_id, _ in digests if team_id in teams]
    people = await store.people.by_ids(
        {each.giver_id for each in shared} | {each.receiver_id for each in shared} | {*leads}
    )
    values = await named_or_usual(store, tenant_id)
    effects: list[Durable] = []
    for team_id, month in digests:
        team = teams.get(team_id)
        if team is None or team.channel is None:
            continue
        mine = [each for each in shared if each.team_id == team.id and _shared_in(each, team) == month]
        if mine:
            lead = people.get(team.lead_id or "")
            language = lead.language if lead else Language.EN
            card = cards.digest(mine, people, choices(values, language), month, language)
            key = f"recognition-digest:{digest_of(team.id, month)}"
            at = office_moment(team.zone, lead.nation if lead else Nation.ENGLAND, now)
            effects.append(Send(ToChannel(team.channel), card, "recognition digest", key, not_before=at))
    await store.outbox.add(tenant_id, effects, now)


def _shared_in(given: Recognition, team: Team) -> date | None:
    return month_of(given.decided_at, team) if given.decided_at else None
