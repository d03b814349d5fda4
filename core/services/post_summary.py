"""Post each team's summary at its own time, and correct it in place when answers change afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from core.cards import summary as cards
from core.chat.effect import NOTHING, Durable, Outcome, Send, ToChannel, ToPerson, Update
from core.model.asked_summary import AskedSummary
from core.model.catch_up import CATCH_UP, ON_TIME, DueWork
from core.model.checkin import CheckIn, Schedule
from core.model.delivery import lane_of_channel, lane_of_person
from core.model.person import Language, Nation, Person, Team
from core.model.span import Span, SpanKind
from core.model.summary import TeamSummary
from core.model.summary_settings import DEFAULT_SETTINGS, SummarySettings
from core.ports import Store
from core.schedule.cadence import last_summary_at, next_summary_at, period_of, span_of, week_of
from core.schedule.planning import next_working_moment
from core.schedule.working_time import office_moment
from core.services.hear_service import voice_on_team
from core.services.stand_in import delegate_of
from core.services.team_summary import Whom, summarise
from core.services.tell_webhooks import tell_posted

TEAMS_AT_ONCE = 20

_WEEK = timedelta(days=7)


async def post_summaries(store: Store, now: datetime) -> int:
    """Queue the summaries that are due; each team's once a period. Returns how many teams were due."""
    teams = await store.summaries.due(now, TEAMS_AT_ONCE)
    wanted = await store.summaries.settings([team.id for team in teams])
    for team in teams:
        settings = wanted.get(team.id, DEFAULT_SETTINGS)
        await _post(store, team, settings, now)
        await store.summaries.schedule(team.id, next_summary_at(team, now, settings.every))
    return len(teams)


async def _post(store: Store, team: Team, settings: SummarySettings, now: datetime) -> None:
    # Of the week that it was due in: on a Monday after a weekend without a server, last week's.
    due_at = last_summary_at(team, now, settings.every)
    schedule = await _schedule(store, team)
    if CATCH_UP[DueWork.SUMMARY].is_stale(due_at, now) or schedule is None:
        return
    span = _span_due(schedule, settings.every, due_at.astimezone(team.zone).date())
    if await store.summaries.was_posted(team.id, span.first, span.kind):
        return
    members = await team_reports(store, team)
    if not members:
        return
    summary = await summary_of_team(store, team, members, span, now)
    if summary.completion.due == 0:
        # A team that nobody was asked in has nothing to read about.
        return
    lead = await lead_of(store, team)
    about = AskedSummary(span.kind, span.first, team.id)
    is_late = now - due_at > ON_TIME
    effects: list[Durable] = []
    if team.channel is not None and settings.goes_to_channel:
        at = office_moment(team.zone, lead.nation if lead else Nation.ENGLAND, now) if is_late else None
        effects.append(to_channel(ToChannel(team.channel), summary, settings, lead, about.channel_tag, about, at))
        await store.summaries.keep_shown(lane_of_channel(team.channel), about.text, now)
    if lead is not None and settings.goes_to_lead:
        tag = about.lead_tag
        card = cards.for_lead(summary, lead.language, token_urlsafe(24), ask=about.text)
        at = next_working_moment(lead, now, now + _WEEK, ()) if is_late else None
        effects.append(Send(ToPerson(lead.id), card, "team summary", tag, tag, at))
        await store.summaries.keep_shown(lane_of_person(lead.id), about.text, now)
        delegate = await delegate_of(store, lead, now)
        if delegate is not None:
            effects.append(_to_delegate(delegate, summary, about))
            await store.summaries.keep_shown(lane_of_person(delegate.id), about.text, now)
    await store.outbox.add(team.tenant_id, effects, now)
    await store.summaries.mark_posted(team.id, span.first, now, span.kind)
    await tell_posted(store, team, summary, now)


def _to_delegate(delegate: Person, summary: TeamSummary, about: AskedSummary) -> Send:
    """The lead's summary for whoever stands in for them meanwhile; corrected with the lead's own."""
    card = cards.for_lead(summary, delegate.language, token_urlsafe(24), ask=about.text)
    return Send(ToPerson(delegate.id), card, "team summary", f"{about.lead_tag}:{delegate.id}", about.lead_tag)


def to_channel(
    to: ToChannel,
    summary: TeamSummary,
    settings: SummarySettings,
    lead: Person | None,
    tag: str,
    about: AskedSummary,
    at: datetime | None = None,
) -> Send:
    """The summary for the team's channel, in its lead's language."""
    language = lead.language if lead else Language.EN
    card = cards.for_channel(summary, language, token_urlsafe(24), settings, ask=about.text)
    return Send(to, card, "team summary", tag, tag, at)


def _span_due(schedule: Schedule, every: SpanKind, day: date) -> Span:
    """What a summary that is due on `day` is about: the week so far, or the month before."""
    if every is SpanKind.MONTH:
        return span_of(schedule, every, day.replace(day=1) - timedelta(days=1))
    return week_of(schedule, period_of(schedule, day))


async def correct_summary(store: Store, person: Person, checkin: CheckIn, now: datetime) -> Outcome:
    """Bring posted summaries up to date after `checkin` was answered or changed, and mark them as edited."""
    team = await store.people.team(person.team_id) if person.team_id else None
    schedule = await _schedule(store, team) if team is not None else None
    if team is None or schedule is None:
        return NOTHING
    found: list[Durable] = []
    for span in (week_of(schedule, checkin.period), span_of(schedule, SpanKind.MONTH, checkin.period)):
        if await store.summaries.was_posted(team.id, span.first, span.kind):
            summary = await summary_of_team(store, team, await team_reports(store, team), span, now)
            lead = await lead_of(store, team)
            wanted = await store.summaries.settings([team.id])
            cause = f"{checkin.id}:v{checkin.version}"
            found += _corrections(team, lead, summary, wanted.get(team.id, DEFAULT_SETTINGS), cause)
    return Outcome(durable=tuple(found))


async def summary_of_team(
    store: Store, team: Team, members: Sequence[Person], span: Span, now: datetime
) -> TeamSummary:
    """The summary of a team with what its service users say."""
    summary = await summarise(store, Whom(team.tenant_id, team.name, members, team.zone, team.id), span, now)
    return replace(summary, service=await voice_on_team(store, team, now.astimezone(team.zone).date()))


def _corrections(
    team: Team, lead: Person | None, summary: TeamSummary, settings: SummarySettings, cause: str
) -> Sequence[Durable]:
    about = AskedSummary(summary.span.kind, summary.span.first, team.id)
    updates: list[Durable] = []
    if team.channel is not None:
        language = lead.language if lead else Language.EN
        tag = about.channel_tag
        card = cards.for_channel(summary, language, token_urlsafe(24), settings, edited=True, ask=about.text)
        updates.append(Update(ToChannel(team.channel), tag, card, f"{tag}:{cause}"))
    if lead is not None:
        tag = about.lead_tag
        card = cards.for_lead(summary, lead.language, token_urlsafe(24), edited=True, ask=about.text)
        updates.append(Update(ToPerson(lead.id), tag, card, f"{tag}:{cause}"))
    return updates


async def team_reports(store: Store, team: Team) -> list[Person]:
    """The members whom a team's summary is about: those who report to its lead."""
    members = await store.people.team_members(team.id)
    if team.lead_id is None:
        return members
    return [person for person in members if person.manager_id == team.lead_id]


async def lead_of(store: Store, team: Team) -> Person | None:
    """Who leads the team, if anyone does."""
    if team.lead_id is None:
        return None
    return (await store.people.by_ids([team.lead_id])).get(team.lead_id)


async def _schedule(store: Store, team: Team) -> Schedule | None:
    schedules = await store.checkins.schedules(team.tenant_id)
    return schedules[0] if schedules else None
