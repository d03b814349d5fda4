"""The summary that is asked for: `team summary`, `team summary last month`, `team summary quarter to channel`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from secrets import token_urlsafe

from core.cards import greeting
from core.cards import summary as cards
from core.cards import team as team_cards
from core.chat.effect import Durable, Outcome, Send, ToChannel, ToPerson, reply
from core.model.asked_summary import AskedSummary
from core.model.checkin import Schedule
from core.model.delivery import lane_of_channel, lane_of_person
from core.model.person import ChannelAddress, Person, Team
from core.model.span import Span
from core.model.summary import TeamSummary
from core.model.summary_settings import DEFAULT_SETTINGS, SentTo
from core.permissions import Permission, may
from core.ports import Store
from core.schedule.cadence import span_before, span_of
from core.services.hear_service import voice_on_led_team
from core.services.post_summary import lead_of, summary_of_team, team_reports, to_channel
from core.services.recognise import contact_of
from core.services.stand_in import reports_seen_by
from core.services.team_summary import Whom, summarise
from core.turn import Turn
from core.understanding.spans import SpanWords, read_span

_TO = re.compile(
    r"\b(?:to|in|i(?:'?r)?|at|yn)\s*(?:the\s+|my\s+|y\s+)?(?P<who>channel|sianel|me|ataf|fi|both|everyone|ddau|bawb)\s*$",
    re.IGNORECASE,
)
_WHO = {
    **dict.fromkeys(("channel", "sianel"), SentTo.CHANNEL),
    **dict.fromkeys(("me", "ataf", "fi"), SentTo.LEAD),
    **dict.fromkeys(("both", "everyone", "ddau", "bawb"), SentTo.BOTH),
}


def read_sent_to(text: str) -> tuple[str, SentTo | None]:
    """The text without its "to channel", "to me" or "to both", and which of them it said."""
    said = text.replace("’", "'")
    found = _TO.search(said)
    return (said[: found.start()], _WHO[found["who"].casefold()]) if found else (said, None)


async def show_summary(turn: Turn, asked: str) -> Outcome:
    """The summary of one's own reports, with its picture: privately, or to the team's channel where asked to."""
    reports = await present_reports(turn.store, turn.person, turn)
    if not reports:
        return reply(team_cards.no_reports(turn.person, await contact_of(turn.store, turn.person.tenant_id)))
    said, to = read_sent_to(asked)
    wanted = read_span(said, turn.today)
    if wanted is None:
        return reply(greeting.said(turn.words, "summary-span-title", "summary-span-unclear"))
    schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
    if not schedules:
        return reply(greeting.said(turn.words, "summary-span-title", "summary-nobody-due-week"))
    span = meant(schedules[0], wanted, turn)
    manager = await _whose_team(turn, reports)
    team = await turn.store.people.team_led_by(manager.id)
    effects: list[Durable] = []
    if to in (SentTo.CHANNEL, SentTo.BOTH):
        if team is None or team.channel is None:
            return reply(greeting.said(turn.words, "summary-span-title", "team-set-no-channel"))
        effects.append(await _for_channel(turn, team, team.channel, span))
    if to is not SentTo.CHANNEL:
        effects.append(await _for_asker(turn, manager, team, reports, span))
        return Outcome(durable=tuple(effects))
    return Outcome(durable=tuple(effects)) + reply(
        greeting.said(turn.words, "summary-span-title", "summary-posted-to-channel")
    )


def meant(schedule: Schedule, wanted: SpanWords, turn: Turn) -> Span:
    """The stretch of time that was meant, seen from the day it is for the one who asks."""
    span = span_of(schedule, wanted.kind, wanted.day or turn.today)
    return span_before(schedule, span) if wanted.is_last else span


async def _whose_team(turn: Turn, reports: Sequence[Person]) -> Person:
    """Whose the team is: the asker's own, or the one line manager's they stand in for with none beside."""
    ids = {each.manager_id for each in reports}
    if len(ids) == 1 and (only := ids.pop()) in turn.person.stands_in_for:
        return (await turn.store.people.by_ids([only]))[only]
    return turn.person


async def _for_asker(turn: Turn, manager: Person, team: Team | None, reports: list[Person], span: Span) -> Send:
    summary = await summary_of_reports(turn, manager, team, reports, span)
    about = AskedSummary(span.kind, span.first, manager_id=manager.id)
    card = cards.for_lead(summary, turn.person.language, token_urlsafe(24), ask=about.text)
    await turn.store.summaries.keep_shown(lane_of_person(turn.person.id), about.text, turn.now)
    to = ToPerson(turn.person.id, turn.origin.platform)
    return Send(to, card, "team summary", f"summary:{turn.origin.event_id}", about.asked_tag(turn.origin.event_id))


async def _for_channel(turn: Turn, team: Team, channel: ChannelAddress, span: Span) -> Send:
    members = await team_reports(turn.store, team)
    summary = await summary_of_team(turn.store, team, members, span, turn.now)
    about = AskedSummary(span.kind, span.first, team.id)
    settings = (await turn.store.summaries.settings([team.id])).get(team.id, DEFAULT_SETTINGS)
    await turn.store.summaries.keep_shown(lane_of_channel(channel), about.text, turn.now)
    event = turn.origin.event_id
    send = to_channel(
        ToChannel(channel),
        summary,
        settings,
        await lead_of(turn.store, team),
        about.asked_tag(event),
        about,
    )
    return replace(send, key=f"summary:{event}:channel")


async def present_reports(store: Store, manager: Person, turn: Turn) -> list[Person]:
    """The manager's direct reports who are employed today, by name."""
    return [
        person
        for person in await reports_seen_by(store, manager)
        if person.employed_on(turn.today) and may(manager, Permission.SEE_TEAM_STATUS, person)
    ]


async def summary_of_reports(
    turn: Turn, manager: Person, team: Team | None, reports: list[Person], span: Span
) -> TeamSummary:
    """The summary of everyone who reports to someone, with what service users say of the team they lead."""
    name = team.name if team else turn.words("team-of", name=manager.name)
    zone = team.zone if team else manager.zone
    whom = Whom(manager.tenant_id, name, reports, zone, team.id if team else None)
    summary = await summarise(turn.store, whom, span, turn.now)
    return replace(summary, service=await voice_on_led_team(turn, team))
