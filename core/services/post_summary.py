"""Post each team's summary at its own time, and correct it in place when answers change afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from core.cards import summary as cards
from core.chat.effect import NOTHING, Durable, Outcome, Send, ToChannel, ToPerson, Update
from core.model.catch_up import CATCH_UP, ON_TIME, DueWork
from core.model.checkin import CheckIn
from core.model.person import Language, Nation, Person, Team
from core.model.summary import TeamSummary
from core.ports import Store
from core.schedule.cadence import last_summary_at, next_summary_at, period_of
from core.schedule.planning import next_working_moment
from core.schedule.working_time import office_moment
from core.services.hear_service import voice_on_team
from core.services.team_summary import summarise
from core.services.tell_webhooks import tell_posted

TEAMS_AT_ONCE = 20

_WEEK = timedelta(days=7)


async def post_summaries(store: Store, now: datetime) -> int:
    """Queue the summaries that are due; each team's once a period. Returns how many teams were due."""
    teams = await store.summaries.due(now, TEAMS_AT_ONCE)
    for team in teams:
        await _post(store, team, now)
        await store.summaries.schedule(team.id, next_summary_at(team, now))
    return len(teams)


async def _post(store: Store, team: Team, now: datetime) -> None:
    # Of the week that it was due in: on a Monday after a weekend without a server, last week's.
    due_at = last_summary_at(team, now)
    period = await _period(store, team, due_at)
    if CATCH_UP[DueWork.SUMMARY].is_stale(due_at, now):
        return
    if period is None or await store.summaries.was_posted(team.id, period):
        return
    members = await team_reports(store, team)
    if not members:
        return
    summary = await _summary(store, team, members, period, now)
    if summary.completion.due == 0:
        # A team that nobody was asked in has nothing to read about.
        return
    lead = await _lead(store, team)
    is_late = now - due_at > ON_TIME
    effects: list[Durable] = []
    if team.channel is not None:
        language = lead.language if lead else Language.EN
        tag = channel_tag(team, period)
        card = cards.for_channel(summary, language, token_urlsafe(24))
        at = office_moment(team.zone, lead.nation if lead else Nation.ENGLAND, now) if is_late else None
        effects.append(Send(ToChannel(team.channel), card, "team summary", tag, tag, at))
    if lead is not None:
        tag = lead_tag(team, period)
        card = cards.for_lead(summary, lead.language, token_urlsafe(24))
        at = next_working_moment(lead, now, now + _WEEK, ()) if is_late else None
        effects.append(Send(ToPerson(lead.id), card, "team summary", tag, tag, at))
    await store.outbox.add(team.tenant_id, effects, now)
    await store.summaries.mark_posted(team.id, period, now)
    await tell_posted(store, team, summary, now)


async def correct_summary(store: Store, person: Person, checkin: CheckIn, now: datetime) -> Outcome:
    """Bring a posted summary up to date after `checkin` was answered or changed, and mark it as edited."""
    team = await store.people.team(person.team_id) if person.team_id else None
    if team is None or not await store.summaries.was_posted(team.id, checkin.period):
        return NOTHING
    summary = await _summary(store, team, await team_reports(store, team), checkin.period, now)
    lead = await _lead(store, team)
    return Outcome(durable=tuple(_corrections(team, lead, summary, f"{checkin.id}:v{checkin.version}")))


async def _summary(
    store: Store, team: Team, members: Sequence[Person], period: date, now: datetime
) -> TeamSummary:
    summary = await summarise(store, team.tenant_id, team.name, members, period)
    return replace(summary, service=await voice_on_team(store, team, now.astimezone(team.zone).date()))


def _corrections(team: Team, lead: Person | None, summary: TeamSummary, cause: str) -> Sequence[Durable]:
    updates: list[Durable] = []
    if team.channel is not None:
        language = lead.language if lead else Language.EN
        tag = channel_tag(team, summary.period)
        card = cards.for_channel(summary, language, token_urlsafe(24), edited=True)
        updates.append(Update(ToChannel(team.channel), tag, card, f"{tag}:{cause}"))
    if lead is not None:
        tag = lead_tag(team, summary.period)
        card = cards.for_lead(summary, lead.language, token_urlsafe(24), edited=True)
        updates.append(Update(ToPerson(lead.id), tag, card, f"{tag}:{cause}"))
    return updates


async def team_reports(store: Store, team: Team) -> list[Person]:
    """The members whom a team's summary is about: those who report to its lead."""
    members = await store.people.team_members(team.id)
    if team.lead_id is None:
        return members
    return [person for person in members if person.manager_id == team.lead_id]


async def _lead(store: Store, team: Team) -> Person | None:
    if team.lead_id is None:
        return None
    return (await store.people.by_ids([team.lead_id])).get(team.lead_id)


async def _period(store: Store, team: Team, now: datetime) -> date | None:
    schedules = await store.checkins.schedules(team.tenant_id)
    return period_of(schedules[0], now.astimezone(team.zone).date()) if schedules else None


def channel_tag(team: Team, period: date) -> str:
    """The tag of the summary posted to the team's channel."""
    return f"summary:{team.id}:{period.isoformat()}:channel"


def lead_tag(team: Team, period: date) -> str:
    """The tag of the summary sent to the team's lead."""
    return f"summary:{team.id}:{period.isoformat()}:lead"
