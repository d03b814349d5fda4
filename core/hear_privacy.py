"""`privacy`: what is held about someone, and what they can do about it; `hr privacy`: what waits for an answer."""

from collections.abc import Awaitable, Callable, Mapping

from core.cards import privacy as cards
from core.chat.effect import NOTHING, Outcome, reply
from core.flows.ask_privacy import FLOWS, begin_asking, begin_closing
from core.model.exported import FileFormat
from core.model.privacy import RequestKind
from core.permissions import Right, holds
from core.services import own_privacy
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

_DOWNLOAD = ("download", "copy", "export", "lawrlwytho", "copi", "allforio")
_SEEN = ("who", "seen", "log", "pwy", "gwelwyd")
_CORRECT = ("correct", "correction", "wrong", "cywiro", "cywiriad")
_OBJECT = ("object", "objection", "gwrthwynebu", "gwrthwynebiad")
_STOP = ("stop", "resume", "stopio", "ailddechrau")
_ACCESS = ("all", "everything", "popeth")


async def hear_privacy(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`privacy`, `privacy download`, `privacy who`, `privacy correct …`, `privacy object …`, `privacy stop`."""
    word, _, more = rest.strip().partition(" ")
    word = word.casefold()
    if word in _DOWNLOAD:
        said = more.casefold().split()
        format_ = next((each for each in cards.FORMATS if each in said), FileFormat.DOCX)
        return await own_privacy.offer_copy(turn, format_)
    if word in _SEEN:
        return await own_privacy.show_seen(turn)
    if word in _CORRECT:
        if more.strip():
            return await begin_asking(turn, RequestKind.CORRECTION, more, by_menu=by_menu)
        return await own_privacy.show_corrections(turn)
    if word in _OBJECT:
        return await begin_asking(turn, RequestKind.OBJECTION, more, by_menu=by_menu)
    if word in _STOP:
        return await own_privacy.show_stopped(turn)
    if word in _ACCESS:
        return await begin_asking(turn, RequestKind.ACCESS, more, by_menu=by_menu)
    return await own_privacy.show_held(turn)


async def hear_hr_privacy(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr privacy`: open requests with their due dates."""
    if not holds(turn.person, Right.ANSWER_PRIVACY):
        return await refuse_hr(turn)
    requests = await turn.store.privacy.open_requests(turn.person.tenant_id)
    people = await turn.store.people.by_ids({each.person_id for each in requests})
    return reply(cards.open_requests(turn.person, requests, people, turn.today))


async def _copy(turn: Turn, value: str) -> Outcome:
    format_ = next((each for each in cards.FORMATS if each == value), None)
    return await own_privacy.offer_copy(turn, format_) if format_ else NOTHING


ACTIONS: Mapping[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "privacy.show": lambda turn, _: own_privacy.show_held(turn),
    "privacy.copy": _copy,
    "privacy.seen": lambda turn, _: own_privacy.show_seen(turn),
    "privacy.correct": lambda turn, _: own_privacy.show_corrections(turn),
    "privacy.ask_correction": lambda turn, _: begin_asking(turn, RequestKind.CORRECTION, "", by_menu=True),
    "privacy.object": lambda turn, _: begin_asking(turn, RequestKind.OBJECTION, "", by_menu=True),
    "privacy.access": lambda turn, _: begin_asking(turn, RequestKind.ACCESS, "", by_menu=True),
    "privacy.stopped": lambda turn, _: own_privacy.show_stopped(turn),
    "privacy.set": own_privacy.set_stopped,
    "privacy.close": begin_closing,
    "hr.privacy": lambda turn, _: hear_hr_privacy(turn, "", by_menu=True),
}

__all__ = ["ACTIONS", "FLOWS", "hear_hr_privacy", "hear_privacy"]
