"""What HR says and taps about broadcasts: to write one, to see those there are, and to decide on them."""

from collections.abc import Awaitable, Callable

from core.cards import broadcasts as cards
from core.cards.audiences import described
from core.chat.effect import NOTHING, Outcome, reply
from core.flows import engine
from core.flows.broadcast import BROADCAST, subject_for, subject_of
from core.flows.broadcast_audience import BROADCAST_AUDIENCE
from core.flows.flow import Flow
from core.model.audience import Audience, Filter, Trait
from core.model.broadcast import Broadcast, BroadcastState, Response
from core.model.conversation import Conversation, Given
from core.permissions import Right, holds
from core.services import act_on_broadcast, report_broadcasts, send_broadcast, write_broadcast
from core.services.broadcasts import find_broadcast, stands
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

FLOWS: tuple[Flow, ...] = (BROADCAST, BROADCAST_AUDIENCE)

_LIMIT = ("limit", "approval", "terfyn")
_READY = 4
"""Audiences that are a tap away."""

_SOON_DAYS = 60


async def hear_broadcast(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr broadcast`, alone or with whom it is for."""
    if not holds(turn.person, Right.BROADCAST):
        return await refuse_hr(turn)
    subject = subject_for(turn)
    if not rest:
        return await _start(turn, subject)
    if by_menu:
        return await _open_with(turn, subject, {"audience": Given(rest, rest)})
    return await engine.begin_with(turn, BROADCAST, subject, "audience", rest)


async def hear_broadcasts(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr broadcasts`, or `hr broadcasts limit 300`."""
    word, _, more = rest.partition(" ")
    if word.casefold() in _LIMIT:
        return await report_broadcasts.set_limit(turn, more)
    return await report_broadcasts.show_list(turn)


async def _start(turn: Turn, subject: str) -> Outcome:
    """How to begin, with the audiences that HR has most often: who lacks what is mandatory, or soon will."""
    tenant_id = turn.person.tenant_id
    mandatory = [each for each in await turn.store.training.courses(tenant_id) if each.mandatory]
    filters = [
        Filter(trait, course.id, course.title, days)
        for course in mandatory
        for trait, days in ((Trait.LACKS, 0), (Trait.EXPIRES, _SOON_DAYS))
    ]
    audiences = [Audience(((each,),)) for each in filters]
    counts = await turn.store.broadcasts.counts(tenant_id, audiences, turn.today)
    found = sorted(
        ((each, count) for each, count in zip(filters, counts, strict=True) if count),
        key=lambda pair: (pair[0].trait is not Trait.LACKS, -pair[1]),
    )
    ready = [
        (
            turn.words(
                "broadcast-start-lacking" if each.trait is Trait.LACKS else "broadcast-start-expiring",
                course=each.name,
                count=count,
            ),
            f"{each.trait.value}|{each.value}",
            count,
        )
        for each, count in found[:_READY]
    ]
    return reply(cards.start(turn.person, subject, ready))


async def _about(turn: Turn, value: str) -> Outcome:
    """One of the ready audiences."""
    if not holds(turn.person, Right.BROADCAST):
        return await refuse_hr(turn)
    trait, _, course_id = value.partition("|")
    known = await turn.store.broadcasts.known(turn.person.tenant_id)
    if trait not in (Trait.LACKS, Trait.EXPIRES) or course_id not in known.courses:
        return NOTHING
    days = _SOON_DAYS if trait == Trait.EXPIRES else 0
    chosen = Filter(Trait(trait), course_id, known.courses[course_id], days)
    text = described(turn.words, Audience(((chosen,),)))
    return await _open_with(turn, subject_for(turn), {"audience": Given(text, text)})


async def _open_with(turn: Turn, subject: str, answers: dict[str, Given]) -> Outcome:
    begun = Conversation(turn.person.id, BROADCAST.name, subject, answers=answers, active=False)
    await turn.store.conversations.save(begun)
    return await engine.open_form(turn, BROADCAST, subject)


async def _change(turn: Turn, broadcast_id: str) -> Outcome:
    """The form again, as it was filled in."""
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    if found.state is not BroadcastState.DRAFT or found.author_id != turn.person.id:
        return stands(turn, found)
    return await engine.open_form(turn, BROADCAST, subject_of(found))


async def _repeat(turn: Turn, broadcast_id: str) -> Outcome:
    """A new broadcast with the text and audience of an earlier one; who is in it is found anew."""
    found = await find_broadcast(turn, broadcast_id)
    if isinstance(found, Outcome):
        return found
    return await _open_with(turn, subject_for(turn), _answers_of(turn, found))


def _answers_of(turn: Turn, broadcast: Broadcast) -> dict[str, Given]:
    said = {
        "audience": described(turn.words, broadcast.audience),
        "text": broadcast.text_en,
        "welsh": broadcast.text_cy,
        "response": broadcast.response.value if broadcast.response is not Response.NONE else "",
        "away": broadcast.when_away.value,
    }
    return {step: Given(text, text) for step, text in said.items() if text}


async def _lists(turn: Turn, _: str) -> Outcome:
    return await engine.open_form(turn, BROADCAST_AUDIENCE, subject_for(turn))


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "broadcast.start": lambda turn, _: hear_broadcast(turn, "", by_menu=True),
    "broadcast.about": _about,
    "broadcast.lists": _lists,
    "broadcast.list": lambda turn, _: report_broadcasts.show_list(turn),
    "broadcast.who": write_broadcast.show_who,
    "broadcast.page": write_broadcast.turn_page,
    "broadcast.change": _change,
    "broadcast.drop": write_broadcast.drop,
    "broadcast.send": send_broadcast.send,
    "broadcast.approve": send_broadcast.approve,
    "broadcast.send_back": send_broadcast.send_back,
    "broadcast.take_back": send_broadcast.take_back,
    "broadcast.cancel": send_broadcast.cancel,
    "broadcast.retry": send_broadcast.retry,
    "broadcast.report": report_broadcasts.show_report,
    "broadcast.repeat": _repeat,
    "broadcast.act": act_on_broadcast.act,
    "broadcast.preview": act_on_broadcast.tap_preview,
}
