"""Close 360 rounds: one report each, told to all its readers at once, and nothing kept that leads back to anyone.

What peers and reports said, and who of them answered, is deleted in the transaction that makes the report.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from core.cards import asking
from core.cards import report_360 as report_cards
from core.cards import rounds_360 as cards
from core.chat.effect import Durable, Outcome, Send, ToPerson, reply
from core.model.round_360 import Rater, Round360, RoundAnswer, RoundState, report_of
from core.model.timer import Timer
from core.permissions import may_read_report_360
from core.ports import Store
from core.schedule.asking_times import WEEK
from core.schedule.planning import next_working_moment
from core.turn import Turn


async def close_rounds(store: Store, timers: Sequence[Timer], now: datetime) -> None:
    """Close rounds whose time has come; one in which nobody was asked yet ends without a report."""
    found = await store.rounds_360.by_ids([timer.subject for timer in timers])
    due = [each for each in found.values() if each.is_open]
    asked = [each.id for each in due if each.state is RoundState.ASKING]
    raters: defaultdict[str, list[Rater]] = defaultdict(list)
    for rater in await store.rounds_360.raters(asked):
        raters[rater.round_id].append(rater)
    answers: defaultdict[str, list[RoundAnswer]] = defaultdict(list)
    for answer in await store.rounds_360.answers(asked):
        answers[answer.round_id].append(answer)
    closed = [_closed(each, raters[each.id], answers[each.id], now) for each in due]
    await store.rounds_360.save(closed)
    await store.rounds_360.forget(asked)
    await _tell(store, closed, now)


def _closed(found: Round360, raters: Sequence[Rater], answers: Sequence[RoundAnswer], now: datetime) -> Round360:
    if found.state is RoundState.NOMINATING:
        return replace(found, state=RoundState.CANCELLED, closed_at=now)
    new_ids = [uuid4().hex for each in answers for _ in each.comments]
    report = report_of(found.template, raters, answers, new_ids)
    return replace(found, state=RoundState.CLOSED, closed_at=now, report=report)


async def _tell(store: Store, closed: Sequence[Round360], now: datetime) -> None:
    """Tell the person first, everyone else no earlier than them, and each in their working time."""
    people = await store.people.by_ids({who for each in closed for who in each.readers})
    absences = await store.absences.of(list(people), now.date() - WEEK, now.date() + WEEK)
    sends: defaultdict[str, list[Durable]] = defaultdict(list)
    for each in closed:
        subject = people[each.subject_id]
        told_at = now
        for who in each.readers:
            person = people[who]
            card = report_cards.ready(person, each, subject) if each.report else cards.lapsed(person, subject)
            at = next_working_moment(person, told_at, now + WEEK, absences.get(who, ())) or told_at
            told_at = max(told_at, at) if who == each.subject_id else told_at
            key = f"round-360-closed:{each.id}:{who}"
            sends[each.tenant_id].append(Send(ToPerson(who), card, "360 round", key, not_before=at))
    for tenant_id, messages in sends.items():
        await store.outbox.add(tenant_id, messages, now)


async def read(turn: Turn, round_id: str) -> Outcome:
    """The report, for those whom the person was told of, as long as they stand to them as they did then."""
    found = (await turn.store.rounds_360.by_ids([round_id])).get(round_id)
    if found is None or found.report is None:
        return reply(asking.gone(turn.words))
    people = await turn.store.people.by_ids(found.readers)
    subject = people[found.subject_id]
    hr_id = found.opener_id if found.hr_reads else None
    if not may_read_report_360(turn.person, subject, found.readers, hr_id):
        return reply(asking.gone(turn.words))
    readers = [people[each] for each in found.readers]
    return reply(report_cards.report(turn.person, found, found.report, subject, readers))
