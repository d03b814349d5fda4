"""What is said and tapped about 360 rounds: after `hr 360`, `team 360` and `feedback 360`."""

import re
from collections.abc import Awaitable, Callable, Mapping

from core.chat.effect import Outcome
from core.flows.answer_360 import ANSWER_360
from core.flows.flow import Flow
from core.flows.nominate_360 import NOMINATE_360, ask_for_list, open_list
from core.flows.template_360 import TEMPLATE_360, hear_template
from core.services import ask_360, close_360, close_early_360, nominate_360, open_360, show_360
from core.turn import Turn

FLOWS: tuple[Flow, ...] = (NOMINATE_360, ANSWER_360, TEMPLATE_360)

ABOUT_ONESELF = re.compile(r"^360s?\b\s*(?P<more>.*)$", re.DOTALL)
"""After `feedback`: the rounds about oneself, and names to propose."""

_TEMPLATE = ("template", "questions", "lines", "templed", "cwestiynau", "llinellau")
_ASK = ("ask", "gofyn")


async def hear_hr_360(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr 360 @person by 15 January`, `hr 360 template`, or the rounds that were opened."""
    if rest.casefold() in _TEMPLATE:
        return await hear_template(turn, by_menu=by_menu)
    return await (open_360.offer(turn, rest, as_hr=True) if rest else show_360.show_kept(turn, as_hr=True))


async def hear_team_360(turn: Turn, rest: str) -> Outcome:
    """`team 360 @person`, of one's own reports; or the rounds that were opened."""
    return await (open_360.offer(turn, rest, as_hr=False) if rest else show_360.show_kept(turn, as_hr=False))


async def hear_own_360(turn: Turn, rest: str) -> Outcome:
    """`feedback 360`, `feedback 360 ask`, or `feedback 360 @Ben, @Siân` to propose them."""
    if rest.casefold() in _ASK:
        return await open_360.ask_manager(turn)
    return await (nominate_360.propose_in_words(turn, rest) if rest else show_360.show_own(turn))


ACTIONS: Mapping[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "hr.360": lambda turn, _: show_360.show_kept(turn, as_hr=True),
    "round360.open": open_360.open_round,
    "round360.wanted": lambda turn, _: open_360.ask_manager(turn),
    "round360.list": open_list,
    "round360.list_here": ask_for_list,
    "round360.agree": ask_360.agree,
    "round360.close_early": close_early_360.offer,
    "round360.close": close_early_360.close,
    "round360.cancel": nominate_360.cancel,
    "round360.progress": show_360.show_progress,
    "round360.not_now": ask_360.decline,
    "round360.report": close_360.read,
    "round360.template": lambda turn, _: hear_template(turn, by_menu=True),
}
"""What each button about rounds does, by the action's name."""
