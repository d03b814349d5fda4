"""What is asked back about a summary, typed in its thread or after it, or tapped: `why`, `who`, `compare with`.

Each asks again who may read what: a button's payload can be edited on its way.
"""

from collections.abc import Awaitable, Callable

from core.cards import asked_back as cards
from core.cards import greeting
from core.chat.effect import Outcome, reply
from core.model.asked_summary import AskedSummary, read_asked
from core.model.comparison import compare
from core.model.span import SpanKind
from core.schedule.cadence import span_before, span_of
from core.services.find_summary import FoundSummary, find_summary, meant_here, worked_out
from core.services.recognise import contact_of
from core.turn import Turn
from core.understanding.spans import read_span


async def hear_why(turn: Turn) -> Outcome:
    """The reasons behind what a summary led with."""
    about = await meant_here(turn)
    return await (why(turn, about) if about else _which(turn))


async def hear_who(turn: Turn) -> Outcome:
    """Who is behind it, for the line manager."""
    about = await meant_here(turn)
    return await (who(turn, about) if about else _which(turn))


async def hear_compare(turn: Turn, rest: str) -> Outcome:
    """Its figures beside those of the stretch that is named."""
    about = await meant_here(turn)
    if about is None:
        return await _which(turn)
    wanted = read_span(rest, turn.today) if rest.strip(" .!?") else None
    if rest.strip(" .!?") and wanted is None:
        return reply(greeting.said(turn.words, "ask-compare-title-unclear", "ask-compare-unclear"))
    return await compared(turn, about, wanted.kind if wanted else about.kind)


async def why(turn: Turn, about: AskedSummary) -> Outcome:
    """Each thing that it led with, by its rule, and the answers behind it as far as they may be read."""
    found = await find_summary(turn, about)
    if found is None:
        return await _refused(turn)
    summary = await worked_out(turn, found, found.span)
    return reply(cards.why(turn.person, summary, found.settings, whole=found.whole))


async def who(turn: Turn, about: AskedSummary) -> Outcome:
    """The people behind each thing; anyone but the line manager is told kindly why not."""
    found = await find_summary(turn, about)
    if found is None:
        return await _refused(turn)
    if not found.whole:
        return reply(greeting.said(turn.words, "ask-who-refused-title", "ask-who-refused"))
    return reply(cards.who(turn.person, await worked_out(turn, found, found.span)))


async def compared(turn: Turn, about: AskedSummary, kind: SpanKind) -> Outcome:
    """This stretch beside the one before; for a longer one than the summary's, the one that it lies in."""
    found = await find_summary(turn, about)
    if found is None:
        return await _refused(turn)
    return await _compared(turn, found, kind)


async def _compared(turn: Turn, found: FoundSummary, kind: SpanKind) -> Outcome:
    span = found.span if kind is found.about.kind else span_of(found.schedule, kind, found.span.first)
    before = await worked_out(turn, found, span_before(found.schedule, span))
    now = await worked_out(turn, found, span)
    if not before.completion.due:
        return reply(cards.nothing_before(turn.person, before))
    figures = compare(now, before)
    is_short = span.last > turn.today and kind is not SpanKind.WEEK
    return reply(
        cards.comparison(turn.person, now, before, figures, found.settings, whole=found.whole, is_short=is_short)
    )


async def _which(turn: Turn) -> Outcome:
    return reply(greeting.said(turn.words, "ask-which-title", "ask-which"))


async def _refused(turn: Turn) -> Outcome:
    contact = await contact_of(turn.store, turn.person.tenant_id)
    return reply(greeting.said(turn.words, "ask-refused-title", "ask-refused", contact=contact))


def _about(ask: Callable[[Turn, AskedSummary], Awaitable[Outcome]]) -> Callable[[Turn, str], Awaitable[Outcome]]:
    async def act(turn: Turn, value: str) -> Outcome:
        about = read_asked(value)
        return await (ask(turn, about) if about else _which(turn))

    return act


ACTIONS: dict[str, Callable[[Turn, str], Awaitable[Outcome]]] = {
    "summary.why": _about(why),
    "summary.who": _about(who),
    "summary.compare": _about(lambda turn, about: compared(turn, about, about.kind)),
}
"""What the buttons under a summary do."""
