"""What HR and team leads say about priorities and goals: to see them, keep them, and see what serves them."""

import re
from collections.abc import Iterator, Sequence

from core.cards import alignment as cards
from core.cards import team as team_cards
from core.chat.effect import Outcome, reply
from core.flows import engine
from core.flows.aim_inputs import NO_AIM
from core.flows.flow import Flow
from core.flows.keep_aims import ADD_AIM, MOVE_AIM, RENAME_AIM, answer, kept_card
from core.model.aim import Aim
from core.model.aim_rules import aim_called
from core.model.conversation import Given
from core.permissions import Right, holds
from core.services import alignment
from core.services.keep_aims import Keeping, keeping_of, new_subject
from core.services.recognise import contact_of
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

GOALS = ("goals", "goal", "nodau", "nod")

_ADD = ("add", "new", "ychwanegu", "newydd")
_RENAME = ("rename", "ailenwi")
_MOVE = ("move", "symud")
_UNDER = (" under ", " serves ", " for ", " to serve ", " o dan ", " yn gwasanaethu ", " ar gyfer ")
_TO = (" to ", " as ", " yn ", " i ")
_TOP = (" to the top", " to top", " to nothing", " i’r brig", " i'r brig")


_TREE = re.compile(r"^(tree|coeden|serve|serves|gwasanaethu|alignment|aliniad)\b", re.IGNORECASE)
_HOW_IT_SERVES = re.compile(
    r"\bhow ((does|do|is|are) )?(my|our) (work|job|objectives?|goals?) (serv|help)"
    r"|\bsut mae (fy ngwaith|fy swydd|fy amcanion|ein gwaith)( i)? yn (gwasanaethu|helpu)",
    re.IGNORECASE,
)


def means_tree(rest: str) -> bool:
    """Whether what follows the word `objectives` asks for the tree."""
    return _TREE.match(rest) is not None


def asks_what_is_served(text: str) -> bool:
    """Whether a sentence asks how one's work serves the community."""
    return _HOW_IT_SERVES.search(text) is not None


async def hear_priorities(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr priorities …`."""
    if not holds(turn.person, Right.KEEP_PRIORITIES):
        return await refuse_hr(turn)
    return await _keep(turn, Keeping(None), rest, by_menu=by_menu)


async def show_priorities(turn: Turn) -> Outcome:
    """The priorities and everything under them, for HR."""
    return await hear_priorities(turn, "", by_menu=True)


async def show_organisation(turn: Turn) -> Outcome:
    """How everyone's objectives serve the priorities, for HR."""
    found = await alignment.organisation_alignment(turn.store, turn.person, turn.now)
    return reply(cards.organisation(turn.person, found)) if found else await refuse_hr(turn)


async def hear_goals(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`team goals …`, for those who lead a team; of several the first, unless another is named first."""
    teams = await alignment.teams_led_by(turn.store, turn.person)
    if not teams:
        return reply(cards.leads_no_team(turn.person, await _contact(turn)))
    named = next((team for team in teams if rest.casefold().startswith(f"{team.name.casefold()} ")), None)
    what = rest[len(named.name) :] if named else rest
    return await _keep(turn, Keeping(named or teams[0]), what.strip(), by_menu=by_menu)


async def show_goals(turn: Turn) -> Outcome:
    """The goals of the team that the person leads."""
    return await hear_goals(turn, "", by_menu=True)


async def show_team_alignment(turn: Turn) -> Outcome:
    """How the objectives of one's direct reports serve the priorities."""
    found = await alignment.team_alignment(turn.store, turn.person, turn.now)
    if not found.reports:
        return reply(team_cards.no_reports(turn.person, await _contact(turn)))
    return reply(cards.team(turn.person, found))


async def show_own_tree(turn: Turn) -> Outcome:
    """How one's own work serves the community."""
    return reply(cards.own_tree(turn.person, await alignment.own_alignment(turn.store, turn.person)))


async def open_form(turn: Turn, flow: Flow, subject: str) -> Outcome:
    """A button's form; the engine asks who may, and a subject that was made up is nothing."""
    keeping = await keeping_of(turn.store, turn.person, subject)
    begun = await turn.store.conversations.get(turn.person.id, flow.name, subject)
    # A button that is tapped again once it has done its work is about another aim.
    is_done = keeping is not None and begun is not None and not begun.active
    return await engine.open_form(turn, flow, new_subject(keeping) if keeping and is_done else subject)


async def _keep(turn: Turn, keeping: Keeping, what: str, *, by_menu: bool) -> Outcome:
    """A list, or a change to it; with everything in one sentence it is done at once."""
    verb, _, more = what.partition(" ")
    said, more = verb.casefold(), more.strip()
    start = engine.open_form if by_menu else engine.begin
    subject = new_subject(keeping)
    if said in _ADD:
        return await (_add(turn, keeping, subject, more) if more else start(turn, ADD_AIM, subject))
    if said in _RENAME:
        return await (_rename(turn, keeping, subject, more) if more else start(turn, RENAME_AIM, subject))
    if said in _MOVE:
        return await (_move(turn, keeping, subject, more) if more else start(turn, MOVE_AIM, subject))
    if what and _split(what, _UNDER, await _aims(turn)) is not None:
        return await _move(turn, keeping, subject, what)
    return reply(await kept_card(turn, keeping))


async def _add(turn: Turn, keeping: Keeping, subject: str, what: str) -> Outcome:
    aims = [aim for aim in await _aims(turn) if keeping.may_serve(aim)]
    split = _split(what, _UNDER, aims)
    title, above = split if split else (what, None)
    # A priority stands at the top unless it is said otherwise; what a goal serves is worth a question.
    given = {"serves": answer(above)} if above or keeping.team is None else {}
    return await engine.begin_with(turn, ADD_AIM, subject, "title", title, given)


async def _rename(turn: Turn, keeping: Keeping, subject: str, what: str) -> Outcome:
    own = [aim for aim in await _aims(turn) if keeping.is_kept(aim)]
    for title, new in _parts(what, _TO):
        aim = aim_called(own, title)
        if aim is not None:
            return await engine.begin_with(turn, RENAME_AIM, subject, "title", new, {"which": answer(aim)})
    title, new = next(_parts(what, _TO), (what, ""))
    given = {"title": Given(new, new)} if new else {}
    return await engine.begin_with(turn, RENAME_AIM, subject, "which", title, given)


async def _move(turn: Turn, keeping: Keeping, subject: str, what: str) -> Outcome:
    aims = await _aims(turn)
    own = [aim for aim in aims if keeping.is_kept(aim)]
    top = next((words for words in _TOP if what.casefold().endswith(words)), "")
    pairs = [(what[: -len(top)], NO_AIM)] if top else list(_parts(what, _UNDER))
    for title, above in pairs:
        aim = aim_called(own, title)
        if aim is not None:
            return await engine.begin_with(turn, MOVE_AIM, subject, "serves", above, {"which": answer(aim)})
    title, under = pairs[0] if pairs else (what, "")
    parent = aim_called(aims, under)
    given = {"serves": answer(parent)} if parent or top else {}
    return await engine.begin_with(turn, MOVE_AIM, subject, "which", title, given)


async def _aims(turn: Turn) -> list[Aim]:
    return await turn.store.aims.all(turn.person.tenant_id)


def _parts(text: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Both sides of each of the words in the text, for titles may hold such words themselves."""
    found = re.finditer(f"(?=({'|'.join(map(re.escape, words))}))", text, re.IGNORECASE)
    return ((text[: each.start(1)].strip(), text[each.end(1) :].strip()) for each in found)


def _split(text: str, words: Sequence[str], aims: Sequence[Aim]) -> tuple[str, Aim] | None:
    """What stands before an aim that the text ends with, and the aim."""
    for before, after in _parts(text, words):
        aim = aim_called(aims, after)
        if aim is not None and before:
            return before, aim
    return None


async def _contact(turn: Turn) -> str:
    return await contact_of(turn.store, turn.person.tenant_id)
