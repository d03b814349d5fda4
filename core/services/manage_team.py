"""What a line manager asks about their own reports; anyone else gets a refusal that tells nothing."""

from collections.abc import Sequence
from dataclasses import replace

from core.cards import greeting
from core.cards import team as cards
from core.cards.questions import said_parts
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.remark import Remark
from core.model.team_status import ReportStatus, Standing
from core.permissions import Permission, may
from core.services.ask_questions import said_at
from core.services.follow_up_check_ins import send_reminders
from core.services.hear_service import figures_of_led_team
from core.services.name_report import named_report
from core.services.recognise import contact_of
from core.services.remark_on_answer import remarks_seen
from core.services.set_summary import set_channel, set_summary
from core.services.stand_in import reports_seen_by
from core.services.team_status import statuses, team_status
from core.turn import Turn


async def show_status(turn: Turn) -> Outcome:
    """The whole team at a glance."""
    reports = await team_status(turn.store, turn.person, turn.now)
    if not reports:
        return reply(cards.no_reports(turn.person, await _contact(turn)))
    team = await turn.store.people.team_led_by(turn.person.id)
    return reply(cards.status(turn.person, reports, await figures_of_led_team(turn, team)))


async def show_overdue(turn: Turn) -> Outcome:
    """Who has not answered yet, with reminders of one tap."""
    reports = await team_status(turn.store, turn.person, turn.now)
    if not reports:
        return reply(cards.no_reports(turn.person, await _contact(turn)))
    return reply(cards.overdue(turn.person, reports))


async def show_report(turn: Turn, name: str) -> Outcome:
    """One direct report, mentioned or named; the refusal is the same for a colleague and for nobody."""
    found = await named_report(turn, name)
    if len(found) > 1:
        return reply(cards.which_report(turn.person, [person.name for person in found]))
    if not found or not may(turn.person, Permission.READ_CHECK_IN, found[0]):
        return reply(cards.refusal(turn.person, await _contact(turn)))
    (report,) = await statuses(turn.store, found, turn.now)
    added = await said_at(turn.store, report.checkin, turn.person, found[0]) if report.checkin else []
    remarks: list[Remark] = []
    if report.checkin is not None and may(turn.person, Permission.REMARK_ON_ANSWER, report.person):
        remarks = await remarks_seen(turn, report.checkin)
    parts = said_parts(turn.words, added)
    return reply(cards.one_report(turn.person, _readable(turn, report), turn.today, parts, remarks))


def _readable(turn: Turn, report: ReportStatus) -> ReportStatus:
    """The report with as much of what was learned and agreed as the reader may see."""
    if not may(turn.person, Permission.READ_MISS, report.person):
        report = replace(report, misses={})
    if not may(turn.person, Permission.READ_ACTIONS, report.person):
        report = replace(report, actions=())
    return report


async def report_called(turn: Turn, name: str) -> Person | None:
    """The one report who has this name, letter for letter; None where there is none, or more than one."""
    called = await _called(turn, name)
    return called[0] if len(called) == 1 else None


async def manages_someone_called(turn: Turn, name: str) -> bool:
    """Whether any of the person's reports has this name, letter for letter."""
    return bool(await _called(turn, name))


async def _called(turn: Turn, name: str) -> list[Person]:
    wanted = name.strip().removeprefix("@").casefold()
    reports = await reports_seen_by(turn.store, turn.person)
    return [each for each in reports if wanted in (each.name.casefold(), each.first_name.casefold())]


async def remind(turn: Turn, checkin_id: str) -> Outcome:
    """Remind one report, unless they were reminded or have answered meanwhile."""
    checkin = await turn.store.checkins.by_id(checkin_id)
    owner = None
    if checkin is not None:
        owner = (await turn.store.people.by_ids([checkin.person_id])).get(checkin.person_id)
    if checkin is None or owner is None or not may(turn.person, Permission.REMIND, owner):
        return reply(cards.refusal(turn.person, await _contact(turn)))
    return await _remind(turn, await statuses(turn.store, [owner], turn.now))


async def remind_all(turn: Turn) -> Outcome:
    """Remind everyone of the team who has not answered and was not reminded."""
    return await _remind(turn, await team_status(turn.store, turn.person, turn.now))


async def _remind(turn: Turn, reports: Sequence[ReportStatus]) -> Outcome:
    due = [
        (checkin, person)
        for checkin, person in (
            (each.checkin, each.person) for each in reports if each.standing is not Standing.AWAY
        )
        if checkin is not None
        and checkin.state.is_unanswered
        and checkin.prompted_at is not None
        and checkin.reminded_at is None
        and turn.now < checkin.closes_at
        and may(turn.person, Permission.REMIND, person)
    ]
    await send_reminders(turn.store, due, turn.now, manager=turn.person.name)
    return reply(cards.reminded(turn.person, [person.name for _, person in due]))


async def set_team(turn: Turn, what: str) -> Outcome:
    """`team set summary ...` and `team set channel`, for the lead of a team."""
    team = await turn.store.people.team_led_by(turn.person.id)
    if team is None:
        return reply(cards.no_reports(turn.person, await _contact(turn)))
    setting, _, rest = what.partition(" ")
    match setting.casefold():
        case "summary" | "crynodeb":
            return await set_summary(turn, team, rest)
        case "channel" | "sianel":
            return await set_channel(turn, team)
        case _:
            return reply(greeting.said(turn.words, "team-set-title", "team-set-how"))


async def _contact(turn: Turn) -> str:
    return await contact_of(turn.store, turn.person.tenant_id)
