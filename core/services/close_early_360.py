"""Close a 360 round before its last day, once who opened it has seen what that would leave in the report.

It does not close at the tap: answers count until the person's next working day is over, and a day after whoever is
asked later than others, so that all have a day, and the report's moment does not say whose answer was the last.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.cards import asked_360 as ask_cards
from core.cards import asking
from core.cards import rounds_360 as cards
from core.chat.effect import Durable, Outcome, ToPerson, Update, reply
from core.model.person import Person
from core.model.round_360 import Rater, Round360, RoundState
from core.model.timer import Timer, TimerKind
from core.schedule.asking_times import WEEK, next_morning
from core.services.ask_360 import tag_of
from core.services.show_360 import named, opened_by
from core.services.tell import said, to_person
from core.turn import Turn


async def offer(turn: Turn, round_id: str) -> Outcome:
    """What closing it early would mean; nothing has happened yet."""
    found = await _asking(turn, round_id)
    if found is None:
        return reply(asking.gone(turn.words))
    raters = await turn.store.rounds_360.raters([found.id])
    people = await turn.store.people.by_ids({each.person_id for each in raters})
    last_day = await _last_day(turn, found, people[found.subject_id], raters)
    if last_day >= found.due_on:
        return reply(cards.closing_anyway(turn.person, found))
    return reply(cards.closing(turn.person, found, people[found.subject_id], named(raters, people), last_day))


async def close(turn: Turn, round_id: str) -> Outcome:
    """The round gets an earlier last day; the person is told, and requests that wait say so in place."""
    found = await _asking(turn, round_id)
    if found is None:
        return reply(asking.gone(turn.words))
    store = turn.store
    raters = await store.rounds_360.raters([found.id])
    people = await store.people.by_ids({each.person_id for each in raters})
    subject = people[found.subject_id]
    last_day = await _last_day(turn, found, subject, raters)
    if last_day >= found.due_on:
        return reply(cards.closing_anyway(turn.person, found))
    early = replace(found, due_on=last_day)
    await store.rounds_360.save([early])
    closes_at = next_morning(subject, last_day)
    await store.timers.set([Timer(TimerKind.ROUND_360_CLOSE, early.id, early.tenant_id, closes_at)])
    updates: list[Durable] = [
        Update(
            ToPerson(each.person_id),
            tag_of(each),
            ask_cards.ask(people[each.person_id], early, each, subject),
            f"{tag_of(each)}:{last_day}",
        )
        for each in raters
        if each.is_waited_for
    ]
    told = to_person(turn, subject, cards.closes_early(subject, early, subject), "360 round")
    confirmed = said(turn, cards.closes_early(turn.person, early, subject), "360 round")
    return confirmed + Outcome(durable=(*updates, told))


async def _asking(turn: Turn, round_id: str) -> Round360 | None:
    found = await opened_by(turn, round_id)
    return found if found is not None and found.state is RoundState.ASKING else None


async def _last_day(turn: Turn, found: Round360, subject: Person, raters: Sequence[Rater]) -> date:
    today = turn.now.astimezone(subject.zone).date()
    absences = await turn.store.absences.of([subject.id], today, found.due_on + WEEK)
    morning = next_morning(subject, today, absences.get(subject.id, ()))
    asked = [each.asked_at for each in raters if each.asked_at and each.asked_at > turn.now]
    days = [morning, *(at + timedelta(days=1) for at in asked)]
    return min(found.due_on, max(days).astimezone(subject.zone).date())
