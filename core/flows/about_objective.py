"""What all conversations about one objective share: their subject, how they begin, and how they are put aside."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from uuid import uuid4

from core.cards.asking import carry_on, stopped
from core.chat.card import Card, Paragraph, Tone
from core.chat.effect import NOTHING, Outcome
from core.flows import engine
from core.flows.flow import Flow, Scope, Snooze
from core.model.conversation import Conversation, Given
from core.permissions import Permission
from core.services.find_objective import Found, find
from core.services.tell import said, to_self
from core.turn import Turn
from core.understanding.dates import read_moment

READS = "reads-objective"

_ID_AND_NUMBER = "."

Load = Callable[[Turn, str], Awaitable[Scope | None]]


def new_subject(about: str) -> str:
    """A subject for one conversation about an objective (or a person); a repeated answer to it is known again."""
    return f"{about}{_ID_AND_NUMBER}{uuid4().hex}"


def about_of(subject: str) -> str:
    """What a subject is about: the id it was made of."""
    return subject.rpartition(_ID_AND_NUMBER)[0]


async def changeable(turn: Turn, subject: str) -> Found | None:
    """The objective a subject is about, if the person may change it."""
    return await find(turn, about_of(subject), Permission.CHANGE_OBJECTIVE)


def asked_about(title_key: str, intro_key: str) -> Load:
    """Loads a flow of single questions about an objective: its name in the title, one sentence before."""

    async def load(turn: Turn, subject: str) -> Scope | None:
        found = await changeable(turn, subject)
        if found is None:
            return None
        title = turn.words(title_key, title=found.objective.title)
        return Scope(title, (Paragraph(turn.words(intro_key), Tone.SUBTLE),))

    return load


async def begin(
    turn: Turn, flow: Flow, subject: str, given: Mapping[str, Given] | None = None, *, by_form: bool
) -> Outcome:
    """Begin the conversation with what is `given` filled in."""
    if given:
        conversation = Conversation(turn.person.id, flow.name, subject, answers=dict(given))
        await turn.store.conversations.save(
            replace(conversation, updated_at=turn.now, platform=turn.origin.platform, active=False)
        )
    return await (engine.open_form if by_form else engine.begin)(turn, flow, subject)


def putting_aside(load: Load, flow_of: Callable[[], Flow]) -> Snooze:
    """Put the conversation aside and offer to carry on at the time said, or in two hours."""

    async def put_aside(turn: Turn, subject: str, when: str) -> Outcome:
        flow = flow_of()
        conversation = await turn.store.conversations.get(turn.person.id, flow.name, subject)
        scope = await load(turn, subject)
        if conversation is None or scope is None:
            return NOTHING
        await turn.store.conversations.save(replace(conversation, active=False, updated_at=turn.now))
        saved = sum(1 for given in conversation.answers.values() if given.value)
        now = to_self(turn, stopped(turn.words, scope, flow, subject, saved), "put-off")
        at = read_moment(when or "2h", turn.now.astimezone(turn.person.zone))
        later = tuple(replace(each, key=f"{each.key}:again", not_before=at) for each in (now,) if at is not None)
        return Outcome(durable=(now, *later))

    return put_aside


def not_yet(turn: Turn, flow: Flow, subject: str, title: str, problem: str) -> Outcome:
    """What does not fit yet, with the way back to what was typed: nothing of it is lost."""
    card = Card(
        title, (Paragraph(problem, Tone.WARNING), carry_on(turn.words, flow, subject)), turn.words.language
    )
    return said(turn, card, "conversation")


def value_of(answers: Mapping[str, Given], key: str) -> str:
    """The stored value of an answer; "" for none."""
    given = answers.get(key)
    return given.value if given else ""
