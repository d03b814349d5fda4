"""That a recipient acted on a broadcast: kept once, thanked for in place, and shown to its author soon."""

from datetime import timedelta

from core.cards import broadcasts as cards
from core.chat.effect import Outcome, ToPerson, Update
from core.model.broadcast import Broadcast, BroadcastState
from core.model.timer import Timer, TimerKind
from core.services.broadcasts import message_tag
from core.turn import Turn

GATHERED = timedelta(seconds=30)
"""How long what people do is gathered before the author's message moves along."""


async def note_training(turn: Turn, course_id: str) -> Outcome:
    """A course was recorded: whoever was asked to in a broadcast has acted on it, however they recorded it."""
    ids = await turn.store.broadcasts.recorded(turn.person.id, course_id, turn.now)
    found = await turn.store.broadcasts.by_ids(ids) if ids else {}
    for broadcast in found.values():
        await look_soon(turn, broadcast)
    return Outcome(durable=tuple([await thanks(turn, each) for each in found.values()]))


async def thanks(turn: Turn, broadcast: Broadcast) -> Update:
    """The recipient's message with thanks in the button's place."""
    people = await turn.store.people.by_ids(
        [each for each in (broadcast.author_id, turn.person.manager_id) if each is not None]
    )
    team = await turn.store.people.team(turn.person.team_id) if turn.person.team_id else None
    manager = people.get(turn.person.manager_id or "")
    values = cards.values_for(broadcast, turn.person, team.name if team else "", manager.name if manager else "")
    card = cards.message(broadcast, turn.person, people[broadcast.author_id], values, acted=True)
    tag = message_tag(broadcast.id, turn.person.id)
    return Update(ToPerson(turn.person.id, turn.origin.platform), tag, card, f"{tag}:acted")


async def look_soon(turn: Turn, broadcast: Broadcast) -> None:
    """Bring the author's message up to date soon; while batches go out the timer is theirs."""
    if broadcast.state in (BroadcastState.SENT, BroadcastState.CANCELLED):
        due_at = turn.now + GATHERED
        await turn.store.timers.set([Timer(TimerKind.BROADCAST, broadcast.id, broadcast.tenant_id, due_at)])
