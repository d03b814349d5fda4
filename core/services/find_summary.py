"""Which summary someone asks back about, how much of it they may read, and its figures worked out again.

Nothing is kept of a summary but which one it was: what is asked back about is always what holds now.
"""

from dataclasses import dataclass
from datetime import datetime

from core.model.asked_summary import AskedSummary, asked_of_tag, read_asked
from core.model.checkin import Schedule
from core.model.delivery import Posted, lane_of_channel, lane_of_person
from core.model.person import ChannelAddress, Person, Team
from core.model.span import Span, SpanKind
from core.model.summary import TeamSummary
from core.model.summary_settings import DEFAULT_SETTINGS, SummarySettings
from core.permissions import may_read_channel_summary, may_read_whole_summary
from core.schedule.cadence import span_of
from core.services.post_summary import summary_of_team, team_reports
from core.services.show_summary import present_reports, summary_of_reports
from core.turn import Turn


@dataclass(frozen=True, slots=True)
class FoundSummary:
    """A summary that may be read: all of it (`whole`), or what the team's channel is shown.

    `team` is None where it is about the reports of someone who leads no team.
    """

    about: AskedSummary
    schedule: Schedule
    team: Team | None
    whole: bool
    settings: SummarySettings

    @property
    def span(self) -> Span:
        """The stretch of time that it is about."""
        return span_of(self.schedule, self.about.kind, self.about.first)


async def meant_here(turn: Turn) -> AskedSummary | None:
    """The summary in whose thread something was typed, else the last one shown in that conversation.

    Someone who was shown none is asked about this week's: of their reports, or else of their team.
    """
    origin = turn.origin
    if origin.thread is not None:
        posted = Posted(origin.platform, origin.workspace, origin.conversation, origin.thread)
        tag = await turn.store.outbox.tag_of(posted)
        if tag is not None and (found := asked_of_tag(tag)) is not None:
            return found
    in_channel = not origin.private or origin.shared
    channel = ChannelAddress(origin.platform, origin.workspace, origin.conversation)
    lane = lane_of_channel(channel) if in_channel else lane_of_person(turn.person.id)
    shown = await turn.store.summaries.shown(lane)
    if shown is not None:
        return read_asked(shown.about)
    return None if in_channel else await _this_week(turn)


async def is_asked_back(turn: Turn, asked_at: datetime | None) -> bool:
    """Whether "why" is about a summary although a question has waited since `asked_at` (UTC).

    It is in a summary's own thread, and where a summary came after the question; else it answers the question.
    """
    origin = turn.origin
    if origin.thread is not None:
        tag = await turn.store.outbox.tag_of(
            Posted(origin.platform, origin.workspace, origin.conversation, origin.thread)
        )
        if tag is not None and asked_of_tag(tag) is not None:
            return True
    shown = await turn.store.summaries.shown(lane_of_person(turn.person.id))
    return shown is not None and (asked_at is None or shown.at > asked_at)


async def _this_week(turn: Turn) -> AskedSummary | None:
    schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
    if not schedules:
        return None
    first = span_of(schedules[0], SpanKind.WEEK, turn.today).first
    if await present_reports(turn.store, turn.person, turn):
        return AskedSummary(SpanKind.WEEK, first, manager_id=turn.person.id)
    if turn.person.team_id is not None:
        return AskedSummary(SpanKind.WEEK, first, turn.person.team_id)
    return None


async def find_summary(turn: Turn, about: AskedSummary) -> FoundSummary | None:
    """The summary, as far as this person may read it; None where they may not, or there is none."""
    schedules = await turn.store.checkins.schedules(turn.person.tenant_id)
    if not schedules:
        return None
    if about.manager_id:
        if about.manager_id != turn.person.id and about.manager_id not in turn.person.stands_in_for:
            return None
        team = await turn.store.people.team_led_by(about.manager_id)
        return FoundSummary(about, schedules[0], team, whole=True, settings=DEFAULT_SETTINGS)
    team = await turn.store.people.team(about.team_id)
    if team is None or not may_read_channel_summary(turn.person, team):
        return None
    settings = (await turn.store.summaries.settings([team.id])).get(team.id, DEFAULT_SETTINGS)
    whole = may_read_whole_summary(turn.person, team)
    return FoundSummary(about, schedules[0], team, whole, settings)


async def worked_out(turn: Turn, found: FoundSummary, span: Span) -> TeamSummary:
    """The summary of the same people for a stretch of time."""
    if found.about.manager_id or found.team is None:
        reports = await present_reports(turn.store, turn.person, turn)
        return await summary_of_reports(turn, turn.person, found.team, reports, span)
    members: list[Person] = await team_reports(turn.store, found.team)
    return await summary_of_team(turn.store, found.team, members, span, turn.now)
