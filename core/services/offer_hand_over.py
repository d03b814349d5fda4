"""Offer a hand-over to someone who leaves or moves: they see first what others will see, and may add a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.cards.asking import SEPARATOR
from core.cards.objective_news import before_handing_over
from core.chat.effect import Send, ToPerson
from core.model.objective import Objective
from core.model.person import Employment, Person
from core.model.review import ReviewKind
from core.ports import Store
from core.texts import formats
from core.texts.texts import words_for

NOTE_FLOW = "hand_over_note"

AHEAD = timedelta(days=14)
"""How long before an interim leaves the hand-over is offered."""


@dataclass(frozen=True, slots=True)
class Move:
    """A person as they were and as a file has them now."""

    before: Person
    after: Person

    @property
    def matters(self) -> bool:
        """Whether the line manager or the team is another one."""
        return self.before.manager_id != self.after.manager_id or self.before.team_id != self.after.team_id


def leaves_soon(person: Person, today: date) -> bool:
    """Whether an interim's last day is near."""
    if person.employment is not Employment.INTERIM or person.end_on is None:
        return False
    return today <= person.end_on <= today + AHEAD


def to_leavers(
    people: Sequence[Person], objectives: Mapping[str, Sequence[Objective]], now: datetime
) -> list[Send]:
    """One offer to each interim who leaves soon and has objectives; once, however often it is asked for."""
    offers = []
    for person in people:
        mine = [each for each in objectives.get(person.id, ()) if each.person_id == person.id]
        if not mine or not leaves_soon(person, now.astimezone(person.zone).date()):
            continue
        words = words_for(person.language)
        day = person.end_on or now.date()
        text = words("hand-over-leaving", day=formats.full_date(day, words.language))
        offers.append(_offer(person, text, mine, f"leaves-{day.isoformat()}", ReviewKind.CONTRACT_END))
    return offers


async def offer_to_moved(store: Store, moves: Sequence[Move], now: datetime) -> None:
    """Tell each who has another line manager or team what happens to their objectives, and ask for a note."""
    moved = [move for move in moves if move.matters]
    if not moved:
        return
    objectives = await store.objectives.standing_for([move.after.id for move in moved])
    managers = await store.people.by_ids({move.after.manager_id for move in moved if move.after.manager_id})
    for tenant_id in {move.after.tenant_id for move in moved}:
        offers = []
        for move in moved:
            person = move.after
            mine = [each for each in objectives.get(person.id, ()) if each.person_id == person.id]
            if not mine or person.tenant_id != tenant_id or not person.employed_on(now.date()):
                continue
            manager = managers.get(person.manager_id or "")
            words = words_for(person.language)
            changed = move.before.manager_id != person.manager_id
            key = "hand-over-new-team"
            if changed:
                key = "hand-over-new-manager" if manager else "hand-over-no-manager"
            text = words(key, name=manager.name if manager else "")
            offers.append(_offer(person, text, mine, f"moved-{now:%Y-%m-%dT%H%M%S}", ReviewKind.MOVE))
        await store.outbox.add(tenant_id, offers, now)


def _offer(person: Person, text: str, objectives: Sequence[Objective], when: str, review: ReviewKind) -> Send:
    subject = SEPARATOR.join((NOTE_FLOW, f"{person.id}.{when}"))
    card = before_handing_over(person, text, objectives, subject, review)
    return Send(ToPerson(person.id), card, "hand-over", f"hand-over:{person.id}:{when}")
