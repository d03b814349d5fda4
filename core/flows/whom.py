"""Whom something is for: a colleague who is known when the conversation begins, or who is asked about in it.

A subject is `<person id, or "new">~<what else is known>.<id>`; the id becomes that of what is kept, so that an
answer that comes twice is kept once.
"""

from dataclasses import dataclass
from uuid import uuid4

from core.cards import asking
from core.cards.objective_news import whom_do_you_mean
from core.chat.effect import Outcome, reply
from core.chat.looked_up import value_of as choice_value
from core.flows import engine
from core.flows.about_objective import not_yet, value_of
from core.flows.flow import Flow, Progression, Step
from core.flows.inputs import LookedUp
from core.model.conversation import Given
from core.model.person import Person
from core.permissions import may_give
from core.services.find_colleague import colleague_by_id, find_colleague
from core.services.suggest import PEOPLE
from core.services.tell import said
from core.turn import Turn

WHOM = "whom"
_NOBODY_YET = "new"


def whom_step(reads: str) -> Step:
    """The question for whom it is, asked where that is not known yet."""
    return Step(WHOM, LookedUp(PEOPLE), reads, required=True, essential=True)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a subject says: `person_id` is "" while nobody is named, `more` is the flow's own."""

    person_id: str
    more: str
    id: str

    @property
    def text(self) -> str:
        """The subject as it goes into buttons and forms."""
        return f"{self.person_id or _NOBODY_YET}~{self.more}.{self.id}"


def new_subject(person: Person | None = None, more: str = "") -> str:
    """A subject for a new conversation."""
    return Subject(person.id if person else "", more, uuid4().hex).text


def read_subject(subject: str) -> Subject:
    """The parts of a subject."""
    about, _, id_ = subject.rpartition(".")
    person_id, _, more = about.partition("~")
    return Subject("" if person_id == _NOBODY_YET else person_id, more, id_)


async def named_in(turn: Turn, subject: Subject) -> Person | None:
    """The colleague that a subject names, if there is one; oneself too, which is answered kindly."""
    return await colleague_by_id(turn, subject.person_id) if subject.person_id else None


async def receiver_of(
    turn: Turn, flow: Flow, progression: Progression, choose: str, oneself: str
) -> Person | Outcome:
    """For whom it is, or what to ask where that is not clear; all that was answered is kept meanwhile.

    `choose` is the action of the buttons with names, `oneself` the text for someone who names themselves.
    """
    subject = read_subject(progression.subject)
    name = value_of(progression.answers, WHOM)
    if subject.person_id:
        person = await named_in(turn, subject)
        near: tuple[Person, ...] = ()
    else:
        found = await find_colleague(turn, name)
        person, near = found.one, tuple(each for each in found.near if may_give(turn.person, each))
    if person is not None and may_give(turn.person, person):
        return person
    if person is not None:
        return not_yet(turn, flow, progression.subject, progression.scope.title, turn.words(oneself))
    if near:
        return said(turn, whom_do_you_mean(turn.words, name, near, choose, f"{progression.subject}|"))
    problem = turn.words("colleague-unknown", name=name)
    return not_yet(turn, flow, progression.subject, progression.scope.title, problem)


async def choose_whom(turn: Turn, flow: Flow, value: str) -> Outcome:
    """A name tapped after `receiver_of` asked."""
    subject, _, person_id = value.rpartition("|")
    person = await colleague_by_id(turn, person_id)
    begun = await turn.store.conversations.get(turn.person.id, flow.name, subject)
    if person is None or begun is None:
        return reply(asking.gone(turn.words))
    return await engine.fill(turn, flow, subject, {WHOM: Given(person.name, choice_value(person.id, person.name))})
