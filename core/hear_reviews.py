"""What is said and tapped about reviews: after `review`, `team review` and `hr reviews`."""

from collections.abc import Awaitable, Callable, Mapping

from core.cards import asking
from core.chat.effect import Outcome, reply
from core.flows import write_review
from core.flows.flow import Flow
from core.flows.write_review import ADD, LAST_COMMENT, WRITE
from core.services import hold_review, offer_review_file, show_review
from core.turn import Turn
from core.understanding.reviews import read_review

FLOWS: tuple[Flow, ...] = write_review.FLOWS

HISTORY = ("history", "all", "earlier", "hanes", "pob un")


async def hear_own(turn: Turn, rest: str) -> Outcome:
    """`review`, `review annual by 31 March`, `review history`; with a name, a report's."""
    if not rest:
        return await show_review.show_own(turn)
    if rest.casefold() in HISTORY:
        return await show_review.show_history(turn)
    asked = read_review(rest, turn.today)
    if turn.mentions or asked.name:
        return await hold_review.offer(turn, rest)
    return await hold_review.begin_own(turn, asked)


async def hear_team_review(turn: Turn, rest: str) -> Outcome:
    """`team review @person annual by 31 March`, or the team's reviews."""
    return await (hold_review.offer(turn, rest) if rest else show_review.show_team(turn))


async def _leave_out(turn: Turn, value: str) -> Outcome:
    return await _chosen(turn, await hold_review.leave_out(turn, value, out=True))


async def _take_in(turn: Turn, value: str) -> Outcome:
    return await _chosen(turn, await hold_review.leave_out(turn, value, out=False))


async def _chosen(turn: Turn, where: tuple[str, str] | None) -> Outcome:
    if where is None:
        return reply(asking.gone(turn.words))
    return await show_review.choose_items(turn, "|".join(where))


def _writing(flow: Flow, *, by_form: bool) -> Callable[[Turn, str], Awaitable[Outcome]]:
    return lambda turn, review_id: write_review.write(turn, flow, review_id, by_form=by_form)


ACTIONS: Mapping[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "hr.reviews": lambda turn, _: show_review.show_organisation(turn),
    "team.reviews": lambda turn, _: show_review.show_team(turn),
    "review.own": lambda turn, _: show_review.show_own(turn),
    "review.begin": hold_review.begin_kind,
    "review.open": hold_review.open_for_report,
    "review.history": lambda turn, _: show_review.show_history(turn),
    "review.show": show_review.show,
    "review.page": show_review.turn_page,
    "review.choose": show_review.choose_items,
    "review.leave_out": _leave_out,
    "review.take_in": _take_in,
    "review.write": _writing(WRITE, by_form=True),
    "review.write_here": _writing(WRITE, by_form=False),
    "review.add": _writing(ADD, by_form=True),
    "review.add_here": _writing(ADD, by_form=False),
    "review.comment": _writing(LAST_COMMENT, by_form=True),
    "review.hand_on": hold_review.hand_on,
    "review.finish": hold_review.finish,
    "review.sign": hold_review.sign,
    "review.reopen": hold_review.reopen,
    "review.file": offer_review_file.offer_file,
}
"""What each button about reviews does, by the action's name."""
