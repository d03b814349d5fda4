"""Ask those who take part in a 360 round: one message each and one reminder, in working time.

Nobody is asked about more than a few people in a week: who is, gets the message later, and HR is told so.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from core.cards import asked_360 as ask_cards
from core.cards import asking
from core.cards import rounds_360 as cards
from core.cards.asking import SEPARATOR
from core.chat.card import Card
from core.chat.effect import Durable, Outcome, Send, ToPerson, Update, reply
from core.model.anonymity import FEWEST
from core.model.person import Person
from core.model.round_360 import MOST_A_WEEK, Group, Rater, Round360, RoundState
from core.model.timer import Timer, TimerKind
from core.permissions import Right, holds
from core.ports import Store
from core.schedule.asking_times import WEEK, end_of, next_morning, when_to_ask, when_to_remind
from core.services.show_360 import named, opened_by
from core.services.tell import said
from core.turn import Turn

NAMED_ONLY = "named"
"""Says that only the person and their line manager are asked."""

_SOON = timedelta(minutes=1)


async def agree(turn: Turn, value: str) -> Outcome:
    """A tap on `<round id>`, or `<round id>|named`: the list is agreed, and everyone on it is asked.

    Nobody is asked unless all of them can be in time; fewer than five peers and reports are not asked at all.
    """
    round_id, _, more = value.partition(SEPARATOR)
    found = await opened_by(turn, round_id)
    if found is None or found.state is not RoundState.NOMINATING:
        return reply(asking.gone(turn.words))
    raters = await turn.store.rounds_360.raters([found.id])
    people = await turn.store.people.by_ids({each.person_id for each in raters})
    subject = people[found.subject_id]
    unnamed = [each for each in raters if not each.group.is_named]
    if more == NAMED_ONLY:
        raters = [each for each in raters if each.group.is_named]
    elif len(unnamed) < FEWEST:
        return reply(cards.progress(turn.person, found, subject, named(raters, people)))
    others = await _asked_about_others(turn, raters)
    asked = await _planned(turn, found, raters, people, others)
    late = [people[each.person_id] for each in asked if each.asked_at is None and not each.group.is_named]
    if late:
        return reply(cards.not_in_time(turn.person, found, late))
    asked = [each for each in asked if each.asked_at is not None]
    store = turn.store
    going = replace(found, state=RoundState.ASKING)
    await store.rounds_360.save([going])
    # Those who are not asked take no part.
    left_out = {each.person_id for each in [*raters, *unnamed]} - {each.person_id for each in asked}
    await store.rounds_360.remove_raters(found.id, left_out)
    await store.rounds_360.save_raters(asked)
    await store.timers.set(_reminders(turn, going, asked, people))
    sends = [_ask(going, each, people[each.person_id], subject) for each in asked]
    often = [
        (people[each.person_id], each.asked_at)
        for each in asked
        if each.asked_at and len(others[each.person_id]) >= MOST_A_WEEK and holds(turn.person, Right.OPEN_HR)
    ]
    confirmed = cards.going_out(turn.person, going, subject, named(asked, people), often)
    return said(turn, confirmed, "360 round") + Outcome(durable=tuple(sends))


async def _asked_about_others(turn: Turn, raters: Sequence[Rater]) -> defaultdict[str, list[datetime]]:
    """When each was asked about others in the last seven days, or is going to be."""
    asked: defaultdict[str, list[datetime]] = defaultdict(list)
    for each in await turn.store.rounds_360.asked_since([each.person_id for each in raters], turn.now - WEEK):
        if each.asked_at is not None and each.group is not Group.SELF:
            asked[each.person_id].append(each.asked_at)
    return asked


async def _planned(
    turn: Turn,
    found: Round360,
    raters: Sequence[Rater],
    people: dict[str, Person],
    others: defaultdict[str, list[datetime]],
) -> list[Rater]:
    """Each with when they are asked; None where that would not be in time."""
    ids = [each.person_id for each in raters]
    absences = await turn.store.absences.of(ids, turn.today - WEEK, found.due_on + WEEK)
    return [
        replace(
            each,
            asked_at=when_to_ask(
                people[each.person_id],
                () if each.group is Group.SELF else others[each.person_id],
                MOST_A_WEEK,
                turn.now,
                found.due_on,
                absences.get(each.person_id, ()),
            ),
        )
        for each in raters
    ]


def _reminders(turn: Turn, found: Round360, asked: Sequence[Rater], people: dict[str, Person]) -> list[Timer]:
    return [
        Timer(TimerKind.ROUND_360_REMINDER, _timer_subject(each), found.tenant_id, at)
        for each in asked
        if each.asked_at
        and (at := when_to_remind(people[each.person_id], each.asked_at, turn.now, found.due_on)) is not None
    ]


def _timer_subject(rater: Rater) -> str:
    return SEPARATOR.join((rater.round_id, rater.person_id))


def tag_of(rater: Rater) -> str:
    """How the message that asks is called."""
    return f"round-360-ask:{rater.round_id}:{rater.person_id}"


def _ask(found: Round360, rater: Rater, person: Person, subject: Person) -> Durable:
    card = ask_cards.ask(person, found, rater, subject)
    tag = tag_of(rater)
    return Send(ToPerson(person.id), card, "360 ask", tag, tag, rater.asked_at)


async def decline(turn: Turn, round_id: str) -> Outcome:
    """Not now: no reminder comes, and nobody is told who said so; an answer is still welcome."""
    taking_part = await part_of(turn, round_id)
    if taking_part is None:
        return reply(ask_cards.over(turn.words))
    found, rater, subject = taking_part
    if rater.has_answered or rater.group is Group.SELF:
        return Outcome()
    await turn.store.rounds_360.save_raters([replace(rater, has_declined=True)])
    await settle(turn, found, rater, subject)
    card = ask_cards.declined(turn.person, found, rater, subject)
    tag = tag_of(rater)
    return Outcome(durable=(Update(ToPerson(turn.person.id), tag, card, f"{tag}:declined"),))


async def part_of(turn: Turn, round_id: str) -> tuple[Round360, Rater, Person] | None:
    """The round in which the person is asked, their part and whom it is about; None otherwise."""
    store = turn.store
    rater = await store.rounds_360.rater(round_id, turn.person.id)
    found = (await store.rounds_360.by_ids([round_id])).get(round_id)
    if found is None or rater is None or rater.asked_at is None or found.state is not RoundState.ASKING:
        return None
    return found, rater, (await store.people.by_ids([found.subject_id]))[found.subject_id]


async def settle(turn: Turn, found: Round360, rater: Rater, subject: Person) -> None:
    """Remind someone no more; once nobody is waited for, the round closes on the person's next working morning.

    It waits for the morning, so that the moment at which it closes does not say whose answer was the last.
    """
    store = turn.store
    await store.timers.clear(TimerKind.ROUND_360_REMINDER, [_timer_subject(rater)])
    if any(each.is_waited_for for each in await store.rounds_360.raters([found.id])):
        return
    today = turn.now.astimezone(subject.zone).date()
    absences = await store.absences.of([subject.id], today, found.due_on + WEEK)
    closes_at = next_morning(subject, min(today, found.due_on), absences.get(subject.id, ()))
    await store.timers.set([Timer(TimerKind.ROUND_360_CLOSE, found.id, found.tenant_id, closes_at)])


async def remind_360(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Remind each who is asked, or later if they are off now; not at all once they answered or it is too late."""
    wanted = {timer.subject for timer in timers}
    rounds = await store.rounds_360.by_ids({each.partition(SEPARATOR)[0] for each in wanted})
    asking_now = [each.id for each in rounds.values() if each.state is RoundState.ASKING]
    raters = [
        each
        for each in await store.rounds_360.raters(asking_now)
        if _timer_subject(each) in wanted and each.is_waited_for
    ]
    ids = {each.person_id for each in raters} | {each.subject_id for each in rounds.values()}
    people = await store.people.by_ids(ids)
    last = max((each.due_on for each in rounds.values()), default=now.date())
    absences = await store.absences.of([each.person_id for each in raters], now.date() - WEEK, last + WEEK)
    later: list[Timer] = []
    reminders: defaultdict[str, list[tuple[Rater, Card, datetime]]] = defaultdict(list)
    for rater in raters:
        found, person = rounds[rater.round_id], people[rater.person_id]
        asked_at = rater.asked_at or now
        at = when_to_remind(person, asked_at, now, found.due_on, absences.get(person.id, ()))
        if at is None:
            continue
        if at > now + _SOON:
            later.append(Timer(TimerKind.ROUND_360_REMINDER, _timer_subject(rater), found.tenant_id, at))
            continue
        card = ask_cards.reminder(person, found, rater, people[found.subject_id])
        reminders[person.id].append((rater, card, end_of(found.due_on, person)))
    await store.timers.set(later)
    sends: defaultdict[str, list[Durable]] = defaultdict(list)
    for person_id, several in reminders.items():
        person = people[person_id]
        key = f"round-360-reminder:{_timer_subject(several[0][0])}"
        card = asking.together(person, [each for _, each, _ in several])
        last = max(until for _, _, until in several)
        sends[person.tenant_id].append(Send(ToPerson(person_id), card, "360 reminder", key, not_after=last))
    for tenant_id, messages in sends.items():
        await store.outbox.add(tenant_id, messages, now)
