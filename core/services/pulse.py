"""Answer a pulse question, read what came of them, and turn them on or off.

What was answered is kept as a tally that grows by one, who has answered as a row of another table: neither has an
id, an instant or an order in common with the other, and neither is in the message that answers. That someone has
answered has to be known while the question is open, or they could answer twice; it is deleted when it closes. An
answer cannot be changed, since nothing says which it was.
"""

from dataclasses import replace

from core.cards import pulse as cards
from core.cards.asking import SEPARATOR
from core.chat.card import Card
from core.chat.effect import Outcome, ToPerson, Update, reply
from core.model.pulse import EVERYWHERE, HIGHEST, LOWEST, Pulse, PulseRound, Rhythm, results
from core.model.timer import TimerKind
from core.permissions import Right, holds, may_read_pulse_of
from core.schedule.pulse_times import first_opening
from core.services.ask_pulse import tag_of, timer_for
from core.services.refuse_hr import refuse_hr
from core.turn import Turn

SHOWN = 12
"""Rounds in a report."""


async def answer(turn: Turn, value: str) -> Outcome:
    """One tap: `<round id>|<score>`; counted once a person, and not at all once the question is closed.

    The buttons of a question that closed unanswered go with the first tap: taking them from everyone's message as
    it closes would be one message more for each person who chose not to answer.
    """
    round_id, _, said = value.partition(SEPARATOR)
    asked = await turn.store.pulse.round(round_id)
    scores = {str(score): score for score in range(LOWEST, HIGHEST + 1)}
    if asked is None or asked.tenant_id != turn.person.tenant_id or said not in scores:
        return reply(cards.closed(turn.person))
    if asked.is_closed or turn.now >= asked.closes_at:
        return _changed(turn, asked, cards.closed(turn.person, asked), "closed")
    if not await turn.store.pulse.mark_answered(asked.id, turn.person.id):
        return reply(cards.already(turn.person))
    await turn.store.pulse.count(asked.id, turn.person.manager_id or EVERYWHERE, scores[said])
    return _changed(turn, asked, cards.answered(turn.person, asked), "answered")


def _changed(turn: Turn, asked: PulseRound, card: Card, what: str) -> Outcome:
    """The message that asked, changed in place."""
    tag = tag_of(asked.id, turn.person.id)
    return Outcome(durable=(Update(ToPerson(turn.person.id), tag, card, f"{tag}:{what}"),))


async def show_team_pulse(turn: Turn) -> Outcome:
    """What came of the questions among the person's direct reports, each as a whole batch or not at all."""
    group_id = turn.person.id
    if not may_read_pulse_of(turn.person, group_id) or not await turn.store.people.reports_of(group_id):
        return reply(cards.no_team(turn.person))
    rounds = await turn.store.pulse.rounds(turn.person.tenant_id, SHOWN)
    tallies = await turn.store.pulse.tallies([each.id for each in rounds])
    return reply(cards.team(turn.person, results(rounds, tallies, group_id)))


async def show_pulse(turn: Turn) -> Outcome:
    """Whether it is on, and what came of the questions in the whole organisation, for HR."""
    if not holds(turn.person, Right.KEEP_PULSE):
        return await refuse_hr(turn)
    pulse = await turn.store.pulse.of(turn.person.tenant_id)
    rounds = await turn.store.pulse.rounds(turn.person.tenant_id, SHOWN)
    tallies = await turn.store.pulse.tallies([each.id for each in rounds])
    rhythm = pulse.rhythm if pulse else None
    return reply(cards.organisation(turn.person, rhythm, results(rounds, tallies, None)))


async def set_pulse(turn: Turn, rhythm: Rhythm | None) -> Outcome:
    """Ask at this rhythm from next Tuesday on, or (None) no more; a question that is open is open to its end."""
    if not holds(turn.person, Right.KEEP_PULSE):
        return await refuse_hr(turn)
    store, tenant_id = turn.store, turn.person.tenant_id
    pulse = await store.pulse.of(tenant_id) or Pulse(tenant_id, None)
    newest = next(iter(await store.pulse.rounds(tenant_id, 1)), None)
    await store.pulse.save(replace(pulse, rhythm=rhythm))
    is_open = newest is not None and not newest.is_closed
    opens_at = None
    if not is_open and rhythm is None:
        await store.timers.clear(TimerKind.PULSE, [tenant_id])
    elif not is_open and rhythm is not None:
        opens_at = first_opening(rhythm, turn.now)
        await store.timers.set([timer_for(tenant_id, opens_at)])
    return reply(cards.turned(turn.person, rhythm, opens_at))


async def tap_set(turn: Turn, value: str) -> Outcome:
    """A button's rhythm; anything else turns it off."""
    return await set_pulse(turn, Rhythm(value) if value in set(Rhythm) else None)


async def hear_pulse(turn: Turn, rest: str, *, by_menu: bool) -> Outcome:
    """`hr pulse`, `hr pulse on monthly`, `hr pulse off`; Welsh too."""
    said = rest.casefold().split()
    if any(word in _OFF for word in said):
        return await set_pulse(turn, None)
    rhythm = next((_RHYTHMS[word] for word in said if word in _RHYTHMS), None)
    if rhythm is not None or any(word in _ON for word in said):
        return await set_pulse(turn, rhythm or Rhythm.MONTHLY)
    return await show_pulse(turn)


_ON = ("on", "start", "ymlaen", "dechrau")
_OFF = ("off", "stop", "ffwrdd", "stopio")
_RHYTHMS = {
    **dict.fromkeys(("weekly", "week", "wythnosol", "wythnos"), Rhythm.WEEKLY),
    **dict.fromkeys(("fortnightly", "fortnight", "biweekly", "pythefnos", "pythefnosol"), Rhythm.FORTNIGHTLY),
    **dict.fromkeys(("monthly", "month", "misol", "mis"), Rhythm.MONTHLY),
}
