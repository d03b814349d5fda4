"""How a conversation is declared: steps as data, each with what it accepts and when it is asked.

The texts of a step follow from its name: `<flow>-<step>-ask` is the question in typed chat, `-label` its short
name in forms and lists, `-hint` what helps to answer it.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from core.chat.card import Card, Part
from core.chat.effect import Outcome
from core.flows.inputs import InputKind
from core.model.conversation import Given
from core.turn import Turn

Values = Mapping[str, str]
"""Stored values by step name, of one item or of the steps asked once."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a run of steps is asked about, such as an objective.

    `parts` show it where it is first asked; `accepts` has its own kind of answer for steps that leave it open.
    """

    id: str
    title: str
    parts: tuple[Part, ...] = ()
    accepts: Mapping[str, InputKind] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `each` asks it of every item; `when` leaves it out, going by the answers before it.

    `accepts` None leaves the kind of answer to the item. `required` holds in forms, which show every step; in
    chat everything can be skipped but what is `essential`. `reads` names the text that says who reads the answer.
    """

    name: str
    accepts: InputKind | None
    reads: str
    each: bool = False
    required: bool = False
    essential: bool = False
    when: Callable[[Values], bool] = lambda values: True


@dataclass(frozen=True, slots=True)
class Scope:
    """What a flow is about in one instance: its title, items and words before the first question.

    `closed` says why it takes no more answers, where it does not.
    """

    title: str
    intro: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    closed: Card | None = None


@dataclass(frozen=True, slots=True)
class Progression:
    """Where a flow stands after an answer.

    `answers` are all, `changed` those that this event brought, by question key. `finished` when nothing is left to
    ask; `draft` when they are a form's state so far, saved but not sent in: theirs alone until they send it.
    `by_form` when they came in a form. `scope` is what `load` gave, `asked` how many questions apply.
    """

    subject: str
    scope: Scope
    answers: Mapping[str, Given]
    changed: Mapping[str, Given]
    asked: int
    finished: bool = False
    draft: bool = False
    by_form: bool = False

    @property
    def saved(self) -> int:
        """How many questions have an answer."""
        return sum(1 for given in self.answers.values() if given.value)


Record = Callable[[Turn, Progression], Awaitable[Outcome]]
"""Called in the transaction of each answer, to keep it where it belongs and, once `finished`, to say so."""

Snooze = Callable[[Turn, str, str], Awaitable[Outcome]]
"""Called with the subject and the words for when ("2h"; empty for "later")."""


Check = Callable[[Mapping[str, Given]], tuple[str, str] | None]
"""Looks at all answers together; the question key and the text key of what does not fit, if anything."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation with a name, its steps, and what is done with the answers.

    `load` returns what the subject is about, or None where it does not exist for this person.
    """

    name: str
    steps: tuple[Step, ...]
    load: Callable[[Turn, str], Awaitable[Scope | None]]
    record: Record
    snooze: Snooze
    check: Check = lambda answers: None

    @property
    def text(self) -> str:
        """How the flow's text keys begin."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Question:
    """A step about an item, as it is asked; `key` is unique within the flow's instance."""

    key: str
    step: Step
    item: Item | None
    number: int

    @property
    def accepts(self) -> InputKind:
        """The kind of answer."""
        if self.step.accepts is not None:
            return self.step.accepts
        if self.item is None:
            raise LookupError(f"step {self.step.name} accepts nothing")
        return self.item.accepts[self.step.name]


def questions(flow: Flow, scope: Scope, answers: Mapping[str, Given]) -> tuple[Question, ...]:
    """The questions that apply, in order and numbered, given the answers so far."""
    applying = [(step, item) for step, item in _in_order(flow, scope) if step.when(_values(flow, item, answers))]
    return tuple(
        Question(question_key(step.name, item), step, item, number)
        for number, (step, item) in enumerate(applying, start=1)
    )


def every_question(flow: Flow, scope: Scope) -> tuple[Question, ...]:
    """All questions that could apply, as a form shows them."""
    return tuple(
        Question(question_key(step.name, item), step, item, number)
        for number, (step, item) in enumerate(_in_order(flow, scope), start=1)
    )


def question_key(step_name: str, item: Item | None) -> str:
    """`status` for a step asked once, `status@<item id>` for one asked of an item."""
    return f"{step_name}@{item.id}" if item else step_name


def _values(flow: Flow, item: Item | None, answers: Mapping[str, Given]) -> Values:
    given = {step.name: answers.get(question_key(step.name, item)) for step in flow.steps}
    return {name: answer.value for name, answer in given.items() if answer}


def _in_order(flow: Flow, scope: Scope) -> list[tuple[Step, Item | None]]:
    """Item by item for the steps asked of each, the single ones where they are declared."""
    order: list[tuple[Step, Item | None]] = []
    each = [step for step in flow.steps if step.each]
    placed = False
    for step in flow.steps:
        if not step.each:
            order.append((step, None))
        elif not placed:
            order += [(one, item) for item in scope.items for one in each]
            placed = True
    return order
