"""Show 360 rounds: to the person they are about, to whoever opened them, and to those who are asked.

Of peers and reports nobody sees who answered or said "not now", only how many answered of how many.
"""

from core.cards import asking
from core.cards import rounds_360 as cards
from core.chat.card import Card
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.round_360 import Group, Rater, Round360
from core.permissions import may_open_round_360
from core.turn import Turn

SHOWN = 10


async def show_own(turn: Turn) -> Outcome:
    """`feedback 360`: the rounds about the person, and those they are asked in."""
    store, person = turn.store, turn.person
    own = await store.rounds_360.about(person.id, SHOWN)
    parts = await store.rounds_360.asked_since([person.id], turn.now - cards.LOOK_BACK)
    rounds = await store.rounds_360.by_ids([each.round_id for each in parts])
    waiting = [
        rounds[each.round_id]
        for each in parts
        if each.is_waited_for and each.asked_at and each.asked_at <= turn.now and rounds[each.round_id].is_open
    ]
    people = await store.people.by_ids({each.subject_id for each in waiting})
    return reply(cards.own(person, own, [(each, people[each.subject_id]) for each in waiting]))


async def show_kept(turn: Turn, *, as_hr: bool) -> Outcome:
    """`hr 360` and `team 360`: the rounds that the person opened, or takes part in as the line manager."""
    kept = await turn.store.rounds_360.kept_by(turn.person.id, SHOWN)
    people = await turn.store.people.by_ids({each.subject_id for each in kept})
    # Who has another line manager by now, or whose opener is no longer HR, is not theirs to know of.
    pairs = [(each, people[each.subject_id]) for each in kept]
    theirs = [pair for pair in pairs if may_open_round_360(turn.person, pair[1])]
    return reply(cards.kept(turn.person, theirs, as_hr=as_hr))


async def opened_by(turn: Turn, round_id: str) -> Round360 | None:
    """The round, where it is open and the person opened it, and still may; None for anyone else."""
    found = (await turn.store.rounds_360.by_ids([round_id])).get(round_id)
    if found is None or found.opener_id != turn.person.id or not found.is_open:
        return None
    subject = (await turn.store.people.by_ids([found.subject_id]))[found.subject_id]
    return found if may_open_round_360(turn.person, subject) else None


async def show_progress(turn: Turn, round_id: str) -> Outcome:
    """How far a round is, for who opened it."""
    found = await opened_by(turn, round_id)
    return reply(await progress_card(turn, found) if found else asking.gone(turn.words))


async def progress_card(turn: Turn, shown: Round360) -> Card:
    """See `show_progress`."""
    raters = await turn.store.rounds_360.raters([shown.id])
    people = await turn.store.people.by_ids({each.person_id for each in raters})
    return cards.progress(turn.person, shown, people[shown.subject_id], named(raters, people))


def named(raters: list[Rater], people: dict[str, Person]) -> list[tuple[Rater, Person]]:
    """Those who take part, each with who that is, by group and name."""
    order = list(Group)
    both = [(each, people[each.person_id]) for each in raters]
    return sorted(both, key=lambda pair: (order.index(pair[0].group), pair[1].name))
