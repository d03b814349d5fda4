"""Who is asked in a 360 round: the person proposes colleagues, and whoever opened it agrees or changes them."""

from collections.abc import Sequence
from dataclasses import replace

from core.cards import asking
from core.cards import rounds_360 as cards
from core.chat.effect import Outcome, reply
from core.model.person import Person
from core.model.round_360 import MOST_ASKED, MOST_PEERS, Group, Rater, Round360, RoundState
from core.model.timer import TimerKind
from core.services.find_colleague import everyone_named
from core.services.show_360 import named, opened_by, progress_card
from core.services.tell import said, to_person
from core.turn import Turn
from core.understanding.names_listed import read_names


async def nominating(turn: Turn, round_id: str) -> tuple[Round360, Person] | None:
    """The round and whom it is about, for that person and for who opened it; None for anyone else."""
    found = (await turn.store.rounds_360.by_ids([round_id])).get(round_id)
    if found is None:
        return None
    if found.subject_id == turn.person.id:
        return found, turn.person
    if await opened_by(turn, round_id) is None:
        return None
    return found, (await turn.store.people.by_ids([found.subject_id]))[found.subject_id]


async def listed(turn: Turn, found: Round360) -> list[tuple[Rater, Person]]:
    """The peers, and for who opened it the reports too, that are on the list now."""
    raters = await turn.store.rounds_360.raters([found.id])
    people = await turn.store.people.by_ids({each.person_id for each in raters})
    is_own = found.subject_id == turn.person.id
    groups = (Group.PEER,) if is_own else (Group.PEER, Group.REPORT)
    return [pair for pair in named(raters, people) if pair[0].group in groups]


async def keep_list(turn: Turn, found: Round360, subject: Person, text: str) -> Outcome | str:
    """Keep those who are named as the list; what is wrong with it in words, where something is."""
    is_own = subject.id == turn.person.id
    most = MOST_PEERS if is_own else MOST_ASKED
    people, unclear = await everyone_named(turn, read_names(text), most)
    words = turn.words
    if unclear:
        return words("round-names-unclear", names=", ".join(unclear))
    if len(people) > most:
        return words("round-names-many", most=most)
    if any(each.id == subject.id for each in people):
        return words("round-names-oneself" if is_own else "round-names-subject", name=subject.name)
    others = [each for each in people if each.id != found.manager_id]
    raters = [Rater(found.id, each.id, _group_of(each, subject)) for each in others]
    replaced = await listed(turn, found)
    await turn.store.rounds_360.remove_raters(found.id, [each.person_id for each, _ in replaced])
    if not is_own:
        await turn.store.rounds_360.save_raters(raters)
        return said(turn, await progress_card(turn, found), "360 round")
    # Their reports are on the list already, and stay there.
    await turn.store.rounds_360.save_raters([each for each in raters if each.group is Group.PEER])
    return await _tell_opener(turn, found, others)


def _group_of(person: Person, subject: Person) -> Group:
    return Group.REPORT if person.manager_id == subject.id else Group.PEER


async def _tell_opener(turn: Turn, found: Round360, proposed: Sequence[Person]) -> Outcome:
    opener = (await turn.store.people.by_ids([found.opener_id]))[found.opener_id]
    raters = await turn.store.rounds_360.raters([found.id])
    people = await turn.store.people.by_ids({each.person_id for each in raters})
    card = cards.progress(opener, found, turn.person, named(raters, people), is_news=True)
    thanks = cards.proposed(turn.person, opener, proposed)
    return said(turn, thanks, "360 round") + Outcome(durable=(to_person(turn, opener, card, "360 round"),))


async def propose_in_words(turn: Turn, text: str) -> Outcome:
    """`feedback 360 @Ben, @Siân`: the names for the round about oneself that waits for them."""
    own = await turn.store.rounds_360.about(turn.person.id, 1)
    if not own or own[0].state is not RoundState.NOMINATING:
        return reply(cards.short(turn.words, "round-none-nominating"))
    kept = await keep_list(turn, own[0], turn.person, text)
    return reply(cards.not_kept(turn.words, kept)) if isinstance(kept, str) else kept


async def cancel(turn: Turn, round_id: str) -> Outcome:
    """Who opened it ends it: nothing that was said is kept, and the person is told."""
    store = turn.store
    found = await opened_by(turn, round_id)
    if found is None:
        return reply(asking.gone(turn.words))
    await store.rounds_360.save([replace(found, state=RoundState.CANCELLED, closed_at=turn.now)])
    await store.rounds_360.forget([found.id])
    await store.timers.clear(TimerKind.ROUND_360_CLOSE, [found.id])
    subject = (await store.people.by_ids([found.subject_id]))[found.subject_id]
    told = to_person(turn, subject, cards.cancelled(subject, subject), "360 round")
    return said(turn, cards.cancelled(turn.person, subject), "360 round") + Outcome(durable=(told,))
