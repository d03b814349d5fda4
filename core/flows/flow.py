"""How a conversation is declared: steps as data, each with what it accepts and when it is asked.

The texts of a step follow from its name: `<flow>-<step>-ask` is the question in typed chat, `-label` its short
name in forms and lists, `-hint` what helps to answer it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from core.chat.card import Card, Part
from core.chat.effect import Outcome
from core.flows.inputs import InputKind
from core.model.conversation import Given
from core.texts.texts import Words
from core.turn import Turn

Values = Mapping[str, str]
"""Stored values by step name, of one item or of the steps asked once."""

Answers = Mapping[str, Given]
"""Everything answered so far, by question key."""


def _always(values: Values) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class OwnStep:
    """How a step is asked of one item in particular: in which words, who reads the answer, and when at all."""

    ask: str
    reads: str
    when: Callable[[Values], bool] = _always


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a run of steps is asked about, such as an objective.

    `parts` show it where it is first asked; `accepts` has its own kind of answer for steps that leave it open.
    It is asked about by the steps of its `group`; where it has its `own`, by those alone and in their words, and a
    `title` is not needed.
    """

    id: str
    title: str
    parts: tuple[Part, ...] = ()
    accepts: Mapping[str, InputKind] = field(default_factory=dict)
    group: str = ""
    own: Mapping[str, OwnStep] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `each` asks it of every item of its `group`; `when` leaves it out by the answers before it.

    `accepts` None leaves the kind of answer to the item, or to the scope. `required` holds in forms, which show
    every step, but one that `appears` only once it applies; in chat everything can be skipped but what is
    `essential`. `reads` names the text that says who reads the answer.
    """

    name: str
    accepts: InputKind | None
    reads: str
    each: bool = False
    required: bool = False
    essential: bool = False
    when: Callable[[Values], bool] = _always
    appears: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a flow is about in one instance: its title, items and words before the first question.

    `accepts` has this instance's own kinds of answer for single steps that leave theirs open; `prefilled` are
    answers to begin with; `background` is what the flow's own functions need to know besides the answers;
    `without` names the steps that make no sense in this instance; `closed` says why it takes no more answers.
    """

    title: str
    intro: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    accepts: Mapping[str, InputKind] = field(default_factory=dict)
    prefilled: Answers = field(default_factory=dict)
    background: object = None
    without: frozenset[str] = frozenset()
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


@dataclass(frozen=True, slots=True)
class Misfit:
    """An answer that can be read but does not fit the others; `text` and `args` name the words that say why."""

    key: str
    text: str
    args: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[Scope, Answers], Misfit | None]
"""Looks at all answers together for what does not fit, if anything."""

Remark = Callable[[Words, Scope, Answers, str | None], tuple[Part, ...]]
"""What is said of the answers so far beside the question with this key, or, for None, above the form."""

Infer = Callable[[Turn, Answers], Answers]
"""What answers already say of questions that were not asked yet; only those without an answer are filled in."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation with a name, its steps, and what is done with the answers.

    `load` returns what the subject is about, or None where it does not exist for this person. `open_if` decides,
    by step name, whether a step applies going by everything that is known; the others are up to `when`. `texts` is
    how its text keys begin where it shares another flow's words.
    """

    name: str
    steps: tuple[Step, ...]
    load: Callable[[Turn, str], Awaitable[Scope | None]]
    record: Record
    snooze: Snooze
    check: Check = lambda scope, answers: None
    remark: Remark | None = None
    infer: Infer = lambda turn, answers: {}
    open_if: Mapping[str, Callable[[Scope, Answers], bool]] = field(default_factory=dict)
    texts: str = ""

    @property
    def text(self) -> str:
        """How the flow's text keys begin."""
        return self.texts or self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Question:
    """A step about an item, as it is asked; `key` is unique within the flow's instance."""

    key: str
    step: Step
    item: Item | None
    number: int
    accepts: InputKind

    @property
    def own(self) -> OwnStep | None:
        """How this item in particular is asked, where it is asked otherwise than others."""
        return self.item.own.get(self.step.name) if self.item else None

    @property
    def reads(self) -> str:
        """The text that says who reads the answer."""
        return self.own.reads if self.own else self.step.reads


def questions(flow: Flow, scope: Scope, answers: Answers) -> tuple[Question, ...]:
    """The questions that apply, in order and numbered, given the answers so far."""
    return _numbered(scope, [pair for pair in _in_order(flow, scope) if _applies(flow, scope, answers, *pair)])


def every_question(flow: Flow, scope: Scope, answers: Answers) -> tuple[Question, ...]:
    """All questions that a form shows: each that could apply, and of those that appear each that does."""
    return _numbered(
        scope,
        [
            (step, item)
            for step, item in _in_order(flow, scope)
            if not step.appears or _applies(flow, scope, answers, step, item)
        ],
    )


def all_questions(flow: Flow, scope: Scope) -> tuple[Question, ...]:
    """All questions there are, whether they apply or not."""
    return _numbered(scope, _in_order(flow, scope))


def _applies(flow: Flow, scope: Scope, answers: Answers, step: Step, item: Item | None) -> bool:
    known = flow.open_if.get(step.name)
    values = _values(flow, item, answers)
    own = item.own.get(step.name) if item else None
    return step.when(values) and (own is None or own.when(values)) and (known is None or known(scope, answers))


def _numbered(scope: Scope, pairs: Sequence[tuple[Step, Item | None]]) -> tuple[Question, ...]:
    return tuple(
        Question(question_key(step.name, item), step, item, number, _accepts(scope, step, item))
        for number, (step, item) in enumerate(pairs, start=1)
    )


def _accepts(scope: Scope, step: Step, item: Item | None) -> InputKind:
    if step.accepts is not None:
        return step.accepts
    return item.accepts[step.name] if item else scope.accepts[step.name]


def question_key(step_name: str, item: Item | None) -> str:
    """`status` for a step asked once, `status@<item id>` for one asked of an item."""
    return f"{step_name}@{item.id}" if item else step_name


def _values(flow: Flow, item: Item | None, answers: Mapping[str, Given]) -> Values:
    given = {step.name: answers.get(question_key(step.name, item)) for step in flow.steps}
    return {name: answer.value for name, answer in given.items() if answer}


def _in_order(flow: Flow, scope: Scope) -> list[tuple[Step, Item | None]]:
    """Item by item for each group of steps asked of items, the single ones where they are declared."""
    order: list[tuple[Step, Item | None]] = []
    steps = [step for step in flow.steps if step.name not in scope.without]
    placed: set[str] = set()
    for step in steps:
        if not step.each:
            order.append((step, None))
        elif step.group not in placed:
            placed.add(step.group)
            each = [one for one in steps if one.each and one.group == step.group]
            order += [
                (one, item)
                for item in scope.items
                if item.group == step.group
                for one in each
                if not item.own or one.name in item.own
            ]
    return order
