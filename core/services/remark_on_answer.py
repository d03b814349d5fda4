"""A line manager's remarks on what a report answered: the person reads each at once, and can reply.

Rows are added and never changed, so that who read what from when can be seen for ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from core.cards import asking, greeting
from core.cards import remarks as cards
from core.cards.asking import SEPARATOR
from core.chat.card import Card
from core.chat.effect import Outcome, Send, ToPerson, reply
from core.model.checkin import CheckIn
from core.model.objective import Objective, Progress
from core.model.one_to_one import AgendaItem, Source
from core.model.person import Person
from core.model.remark import NOTE, REACTIONS, Remark, RemarkKind
from core.permissions import Permission, may
from core.services.tell import said, to_person, to_self
from core.texts.texts import words_for
from core.turn import Turn


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a check-in: what it says of an objective, or the general note where there is none."""

    about: str
    objective: Objective | None = None
    progress: Progress | None = None
    note: str = ""


async def remarkable(turn: Turn, checkin_id: str) -> tuple[CheckIn, Person] | None:
    """The check-in and whose it is, if the reader may say something about it and it says something."""
    checkin = await turn.store.checkins.by_id(checkin_id)
    if checkin is None:
        return None
    owner = (await turn.store.people.by_ids([checkin.person_id])).get(checkin.person_id)
    if owner is None or not may(turn.person, Permission.REMARK_ON_ANSWER, owner):
        return None
    return (checkin, owner) if checkin.answers_saved else None


async def answers_in(turn: Turn, checkin: CheckIn) -> list[Answered]:
    """What the check-in says, an answer for each objective, then the note."""
    updates = await turn.store.checkins.progress_of([checkin.id])
    objectives = await turn.store.objectives.by_ids([each.objective_id for each in updates]) if updates else {}
    found = [
        Answered(each.objective_id, objectives[each.objective_id], each.progress)
        for each in updates
        if each.objective_id in objectives
    ]
    found.sort(key=lambda each: each.objective.title.casefold() if each.objective else "")
    if checkin.note:
        found.append(Answered(NOTE, note=checkin.note))
    return found


async def manager_above(turn: Turn) -> Person | None:
    """Whom the reader reports to, and can pass an answer up to."""
    if turn.person.manager_id is None:
        return None
    above = (await turn.store.people.by_ids([turn.person.manager_id])).get(turn.person.manager_id)
    known = above is not None and above.tenant_id == turn.person.tenant_id and above.employed_on(turn.today)
    return above if known else None


async def remarks_seen(turn: Turn, checkin: CheckIn) -> list[Remark]:
    """What was said about the check-in by or to the reader."""
    remarks = await turn.store.remarks.of_checkin(checkin.id)
    return [each for each in remarks if turn.person.id in each.parties]


async def react(turn: Turn, value: str) -> Outcome:
    """One tap on the check-in as a whole; the same twice is said once."""
    checkin_id, _, word = value.partition(SEPARATOR)
    found = await remarkable(turn, checkin_id)
    kind = next((each for each in REACTIONS if each == word), None)
    if found is None or kind is None:
        return reply(asking.gone(turn.words))
    checkin, owner = found
    id_ = ":".join((checkin.id, turn.person.id, kind))
    remark = _remark(turn, id_, checkin, owner, kind)
    if not await turn.store.remarks.add(remark):
        return reply(greeting.said(turn.words, "remark-already-title", "remark-already", name=owner.first_name))
    confirmed = cards.confirmed(turn.person, remark, owner)
    return said(turn, confirmed, "remark") + _told(owner, cards.told(owner, remark, turn.person, checkin), remark)


def _remark(
    turn: Turn, id_: str, checkin: CheckIn, owner: Person, kind: RemarkKind, *, quoted: str = "", text: str = ""
) -> Remark:
    person = turn.person
    return Remark(
        id_, person.tenant_id, checkin.id, owner.id, person.id, owner.id, kind, "", quoted, text, turn.now
    )


def _told(reader: Person, card: Card, remark: Remark) -> Outcome:
    """A message to one person, once for each remark and reader."""
    return Outcome(durable=(Send(ToPerson(reader.id), card, "remark", f"remark:{remark.id}:{reader.id}"),))


async def keep(turn: Turn, remark_id: str, checkin_id: str, about: str, kind: RemarkKind, text: str) -> Outcome:
    """A comment on one answer, a flag for the next one-to-one, or the answer passed up, told to the person."""
    found = await remarkable(turn, checkin_id)
    answer = None
    if found is not None:
        answer = next((each for each in await answers_in(turn, found[0]) if each.about == about), None)
    if found is None or answer is None:
        return said(turn, asking.gone(turn.words), "remark")
    checkin, owner = found
    above = await manager_above(turn) if kind is RemarkKind.PASSED else None
    if kind is RemarkKind.PASSED and above is None:
        return said(turn, asking.gone(turn.words), "remark")
    reads = above or owner
    remark = Remark(
        remark_id,
        turn.person.tenant_id,
        checkin.id,
        owner.id,
        turn.person.id,
        reads.id,
        kind,
        about,
        cards.in_words(words_for(reads.language), answer.objective, answer.progress, answer.note),
        text,
        turn.now,
    )
    if not await turn.store.remarks.add(remark):
        return said(turn, greeting.said(turn.words, "remark-already-title", "remark-sent-before"), "remark")
    if kind is RemarkKind.FLAG:
        await _flag(turn, checkin, owner, remark)
    outcome = said(turn, cards.confirmed(turn.person, remark, owner, above), "remark")
    outcome += _told(owner, cards.told(owner, remark, turn.person, checkin, above), remark)
    if above is not None:
        outcome += _told(above, cards.passed_up(above, remark, turn.person, owner), remark)
    return outcome


async def _flag(turn: Turn, checkin: CheckIn, owner: Person, remark: Remark) -> None:
    """On the agenda once, however often the same answer is flagged."""
    text = f"{remark.quoted} – {remark.text}" if remark.text else remark.quoted
    await turn.store.one_to_ones.add_item(
        AgendaItem(
            ":".join(("flag", checkin.id, remark.about, turn.person.id)),
            owner.tenant_id,
            owner.id,
            turn.person.id,
            turn.person.id,
            Source.FLAG,
            text,
            turn.now,
        )
    )


# --- replies --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Thread:
    """A remark that can be replied to: what it began with, and who reads the reply."""

    remark: Remark
    root: Remark
    readers: tuple[Person, ...]


async def thread_of(turn: Turn, remark_id: str) -> Thread | None:
    """Where a reply goes; None for anyone who is no party to it, or no longer."""
    remark = await turn.store.remarks.by_id(remark_id)
    if remark is None or turn.person.id not in remark.parties:
        return None
    root = (await turn.store.remarks.by_id(remark.reply_to)) if remark.reply_to else remark
    if root is None:
        return None
    people = await turn.store.people.by_ids({*root.parties, *remark.parties})
    owner = people.get(remark.person_id)
    sharing = {root.to_id} if root.kind is RemarkKind.PASSED else set()

    def takes_part(person: Person | None) -> bool:
        return bool(owner and person and may(person, Permission.REPLY_TO_REMARK, owner, sharing))

    readers = [people.get(each) for each in _readers(turn.person.id, remark, root)]
    if not takes_part(turn.person) or not readers or not all(map(takes_part, readers)):
        return None
    return Thread(remark, root, tuple(each for each in readers if each is not None))


def _readers(asker_id: str, remark: Remark, root: Remark) -> Sequence[str]:
    """What is said of a passed answer goes to the person, and to the line manager who passed it on."""
    if root.kind is RemarkKind.PASSED and asker_id == root.to_id:
        return (root.person_id, root.by_id)
    other = remark.to_id if asker_id == remark.by_id else remark.by_id
    return (other,) if other != asker_id else ()


async def answer_remark(turn: Turn, reply_id: str, remark_id: str, text: str) -> Outcome:
    """A reply to a remark, kept with it."""
    thread = await thread_of(turn, remark_id)
    if thread is None:
        return said(turn, asking.gone(turn.words), "remark")
    root, first = thread.root, thread.readers[0]
    kept = Remark(
        reply_id,
        turn.person.tenant_id,
        root.checkin_id,
        root.person_id,
        turn.person.id,
        first.id,
        RemarkKind.REPLY,
        root.about,
        root.quoted,
        text,
        turn.now,
        root.id,
    )
    if not await turn.store.remarks.add(kept):
        return said(turn, greeting.said(turn.words, "remark-already-title", "remark-sent-before"), "remark")
    names = [each.name for each in thread.readers]
    sends = [to_self(turn, cards.replied(turn.person, names), "remark")]
    sends += [
        to_person(turn, each, cards.reply_received(each, kept, turn.person), "remark") for each in thread.readers
    ]
    return Outcome(durable=tuple(sends))


def new_reply(remark_id: str) -> str:
    """The subject of a new reply to a remark."""
    return f"{remark_id}.{uuid4().hex}"
