"""One-to-ones and remarks on answers: what is typed about them, and what their buttons do.

Every id that comes back is asked about again, and refusals say the same whatever was named.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import uuid4

from core.cards import greeting
from core.cards import one_to_one as cards
from core.cards import team as team_cards
from core.cards.asking import SEPARATOR
from core.chat.effect import Outcome, reply
from core.flows import one_to_one as forms
from core.flows.about_objective import begin, new_subject
from core.flows.flow import Flow
from core.flows.remark import REMARK, REMARK_REPLY, reply_to, say
from core.model.one_to_one import Meeting
from core.services import hold_one_to_one as holding
from core.services.name_report import named_report
from core.services.past_one_to_ones import share, show_history
from core.services.remark_on_answer import react
from core.turn import Turn
from core.understanding.dates import read_moment
from core.understanding.one_to_ones import Ask, Request, read_item, read_request, split_name

FLOWS: tuple[Flow, ...] = (REMARK, REMARK_REPLY, *forms.FLOWS)


async def hear_with_report(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`team one-to-one @person …`; without a name when the next ones are."""
    name, more = split_name(rest, _mention(turn, rest))
    if not name and not more:
        return await show_overview(turn)
    found = await named_report(turn, name)
    if len(found) > 1:
        return reply(team_cards.which_report(turn.person, [each.name for each in found]))
    if not found:
        return reply(cards.refused(turn.words))
    return await _carry_out(turn, found[0].id, read_request(more), by_menu=by_menu)


async def hear_own(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`my one-to-one` and `one-to-one with my manager on Thursday 14:00`; a report may be named here too."""
    mention = _mention(turn, rest)
    name, more = split_name(rest, mention)
    if name and not await _is_own_manager(turn, name):
        return await hear_with_report(turn, rest, by_menu=by_menu)
    if turn.person.manager_id is None:
        return await show_overview(turn)
    return await _carry_out(turn, turn.person.id, read_request(more), by_menu=by_menu)


def _mention(turn: Turn, rest: str) -> str:
    text = turn.mentions[0].text.strip() if turn.mentions else ""
    return text if text and text in rest else ""


async def _is_own_manager(turn: Turn, name: str) -> bool:
    manager_id = turn.person.manager_id
    if manager_id is None:
        return False
    if turn.mentions:
        origin = turn.origin
        person = await turn.store.people.by_account(origin.platform, origin.workspace, turn.mentions[0].user)
        return person is not None and person.id == manager_id
    manager = (await turn.store.people.by_ids([manager_id])).get(manager_id)
    wanted = name.removeprefix("@").casefold()
    return manager is not None and wanted in (manager.name.casefold(), manager.first_name.casefold())


async def show_overview(turn: Turn) -> Outcome:
    """When the next one-to-one with each report is."""
    reports = [each for each in await turn.store.people.reports_of(turn.person.id) if each.employed_on(turn.today)]
    manager_id = turn.person.manager_id
    own = (await turn.store.people.by_ids([manager_id])).get(manager_id) if manager_id else None
    if not reports and own is None:
        return reply(cards.refused(turn.words))
    still = await turn.store.one_to_ones.open_for([each.id for each in reports]) if reports else []
    of = {each.person_id: each for each in still if each.manager_id == turn.person.id}
    return reply(cards.overview(turn.person, [(each, of.get(each.id)) for each in reports], own))


async def _carry_out(turn: Turn, person_id: str, request: Request, *, by_menu: bool) -> Outcome:
    if request.ask is Ask.HISTORY:
        return await show_history(turn, person_id)
    meeting = await holding.meeting_with(turn, person_id)
    if meeting is None:
        return reply(cards.refused(turn.words))
    match request.ask:
        case Ask.SHOW:
            return await holding.show_meeting(turn, meeting)
        case Ask.CANCEL:
            return await holding.cancel(turn, meeting)
        case Ask.DONE:
            return await forms.start_done(turn, meeting, by_form=by_menu)
        case Ask.DATE_FORM:
            return await _open_date(turn, meeting, by_menu=by_menu)
        case Ask.EVERY if request.weeks is not None:
            return await holding.set_rhythm(turn, meeting, request.weeks)
        case Ask.EVERY:
            return reply(greeting.said(turn.words, "one-to-one-unclear-title", "one-to-one-every-unclear"))
        case _:
            return await _set(turn, meeting, request.words)


async def _open_date(turn: Turn, meeting: Meeting, *, by_menu: bool) -> Outcome:
    return await begin(turn, forms.DATE, new_subject(meeting.one_to_one.id), by_form=by_menu)


async def _set(turn: Turn, meeting: Meeting, words: str) -> Outcome:
    at = read_moment(words, turn.now.astimezone(turn.person.zone))
    if at is None:
        return reply(greeting.said(turn.words, "one-to-one-unclear-title", "one-to-one-unclear", said=words[:80]))
    return await holding.set_date(turn, meeting, at.astimezone(UTC))


async def hear_agenda(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`agenda add …`, for one's own one-to-one or `agenda add @person …`; alone the agenda itself."""
    read = read_item(rest, _mention(turn, rest))
    if read is None:
        return await hear_own(turn, "", by_menu=by_menu)
    name, text = read
    if not text:
        return reply(greeting.said(turn.words, "agenda-how-title", "agenda-how"))
    if (problem := await forms.too_long(turn, text)) is not None:
        return problem
    person_id = turn.person.id
    if name and not await _is_own_manager(turn, name):
        found = await named_report(turn, name)
        if len(found) != 1:
            return reply(cards.refused(turn.words))
        person_id = found[0].id
    elif not name and turn.person.manager_id is None:
        return reply(greeting.said(turn.words, "agenda-how-title", "agenda-whose"))
    meeting = await holding.meeting_with(turn, person_id)
    if meeting is None:
        return reply(cards.refused(turn.words))
    return await holding.add_item(turn, uuid4().hex, meeting, text)


# --- buttons --------------------------------------------------------------------------------------------------


def _form(flow: Flow) -> Callable[[Turn, str], Awaitable[Outcome]]:
    async def tapped(turn: Turn, one_to_one_id: str) -> Outcome:
        return await forms.open_about(turn, flow, one_to_one_id)

    return tapped


def _on_meeting(
    do: Callable[[Turn, Meeting], Awaitable[Outcome]],
) -> Callable[[Turn, str], Awaitable[Outcome]]:
    async def tapped(turn: Turn, one_to_one_id: str) -> Outcome:
        meeting = await holding.find_meeting(turn, one_to_one_id)
        if meeting is None or meeting.one_to_one.held_at is not None:
            return holding.gone(turn)
        return await do(turn, meeting)

    return tapped


async def _set_suggested(turn: Turn, value: str) -> Outcome:
    one_to_one_id, _, at = value.partition(SEPARATOR)
    meeting = await holding.find_meeting(turn, one_to_one_id)
    try:
        moment = datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return holding.gone(turn)
    if meeting is None or meeting.one_to_one.held_at is not None or moment <= turn.now:
        return holding.gone(turn)
    return await holding.set_date(turn, meeting, moment)


async def _history(turn: Turn, value: str) -> Outcome:
    person_id, _, page = value.partition(SEPARATOR)
    number = int(page) if page.isascii() and page.isdecimal() and len(page) < 4 else 0
    return await show_history(turn, person_id, number)


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "remark.react": react,
    "remark.say": say,
    "remark.reply": reply_to,
    "one_to_one.agenda": holding.show_agenda,
    "one_to_one.item": _form(forms.ITEM),
    "one_to_one.date": _form(forms.DATE),
    "one_to_one.note": _form(forms.NOTE),
    "one_to_one.private": _form(forms.PRIVATE_NOTE),
    "one_to_one.action": _form(forms.ACTION),
    "one_to_one.done": _on_meeting(lambda turn, meeting: forms.start_done(turn, meeting, by_form=True)),
    "one_to_one.cancel": _on_meeting(holding.cancel),
    "one_to_one.bring": _on_meeting(holding.bring_along),
    "one_to_one.set": _set_suggested,
    "one_to_one.history": _history,
    "one_to_one.share": share,
}
"""What each button about these does, by the action's name."""
