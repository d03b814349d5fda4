"""Cards and forms of a flow: a question, the form, what was answered, and the words on the way."""

from collections.abc import Mapping, Sequence

from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Fact,
    Facts,
    Form,
    Heading,
    Paragraph,
    Part,
    Tone,
)
from core.flows.flow import Flow, Item, Question, Scope
from core.flows.inputs import Field, FutureDate
from core.model.conversation import Given
from core.model.person import Person
from core.texts.texts import Words, words_for

SEPARATOR = "|"
"""Between the parts of an action's value; no key contains it."""


def label(words: Words, flow: Flow, question: Question) -> str:
    """A question's short name, with what it is about: `Confidence: Answer complaints faster`."""
    if question.own:
        return question.own.ask
    name = words(f"{flow.text}-{question.step.name}-label")
    return f"{name}: {question.item.title}" if question.item else name


def _ask(words: Words, flow: Flow, question: Question) -> str:
    return question.own.ask if question.own else words(f"{flow.text}-{question.step.name}-ask")


def _title(scope: Scope, question: Question) -> str:
    return (question.item.title if question.item else "") or scope.title


def question(
    words: Words,
    flow: Flow,
    scope: Scope,
    subject: str,
    asked: Question,
    *,
    given: Given | None,
    total: int,
    notice: str,
    remark: tuple[Part, ...] = (),
) -> Card:
    """One question in typed chat: what it is about, the choices, who will read the answer, and the way out."""
    of_group = (step for step in flow.steps if step.each and step.group == asked.step.group)
    first = asked.item is not None and asked.step == next(
        step for step in of_group if not asked.item.own or step.name in asked.item.own
    )
    parts: list[Part] = [Paragraph(notice, Tone.WARNING)] if notice else []
    if asked.number == 1:
        parts += scope.intro
    if asked.item and first:
        parts += asked.item.parts
    parts += remark
    parts.append(Paragraph(_ask(words, flow, asked)))
    if given and given.text:
        said = asked.accepts.show(given.value, words.language) if given.value else given.text
        parts += [Paragraph(words("flow-you-said"), Tone.SUBTLE), Paragraph(said, Tone.QUOTE)]
    parts.append(Paragraph(words(asked.reads), Tone.SUBTLE))
    where = SEPARATOR.join((flow.name, subject))
    choices = tuple(
        Action("flow.answer", option.label, SEPARATOR.join((where, asked.key, option.value)))
        for option in asked.accepts.options(words)
    )
    if choices:
        parts.append(Actions(choices))
    parts.append(Actions(_ways(words, where, asked, given)))
    title = _title(scope, asked)
    progress = words("flow-question-number", number=asked.number, total=total)
    suggestions = tuple(words(f"steering-{word}") for word in ("later", "stop", "help"))
    return Card(f"{title} · {progress}", tuple(parts), words.language, suggestions)


def _ways(words: Words, where: str, asked: Question, given: Given | None) -> tuple[Action, ...]:
    ways = [Action("flow.keep", words("flow-keep"), where)] if given and given.value else []
    if not asked.step.essential:
        ways.append(Action("flow.skip", words("flow-skip"), where))
    if asked.number > 1:
        ways.append(Action("flow.back", words("flow-back"), where))
    ways.append(Action("flow.form", words("flow-as-form"), where))
    return tuple(ways)


def answered(words: Words, flow: Flow, scope: Scope, asked: Question, value: str) -> Card:
    """A question's card once a button on it was tapped: the question, and what was chosen."""
    return Card(
        _title(scope, asked),
        (
            Paragraph(_ask(words, flow, asked), Tone.SUBTLE),
            Paragraph(asked.accepts.show(value, words.language), Tone.QUOTE),
        ),
        words.language,
    )


def form(
    words: Words,
    flow: Flow,
    scope: Scope,
    subject: str,
    page: Sequence[Question],
    answers: Mapping[str, Given],
    errors: Mapping[str, str],
    remark: tuple[Part, ...] = (),
) -> Form:
    """The flow's questions as one form, filled in with what was answered and with errors in their places."""
    parts: list[Part] = [*scope.intro, *remark]
    readers = ""
    item = None
    for each in page:
        if each.item is not None and each.item != item:
            parts += _opening(each.item, item)
        elif each.item is None and item is not None:
            parts.append(Divider())
        item = each.item
        if each.reads != readers:
            parts.append(Paragraph(words(each.reads), Tone.SUBTLE))
            readers = each.reads
        parts.append(each.accepts.field(_field(words, flow, each, answers.get(each.key), errors), words))
    return Form(
        name=flow.name,
        subject=subject,
        title=scope.title,
        parts=tuple(parts),
        submit_label=words(f"{flow.text}-submit"),
        cancel_label=words("flow-cancel"),
        saves_drafts=True,
        language=words.language,
    )


def _opening(item: Item, before: Item | None) -> list[Part]:
    """What stands above an item's fields: its title and parts; questions of their own words follow on."""
    if item.title:
        return [Divider(), Heading(item.title), *item.parts]
    return [*([Divider()] if before is None or before.group != item.group else []), *item.parts]


def _field(words: Words, flow: Flow, asked: Question, given: Given | None, errors: Mapping[str, str]) -> Field:
    key = f"{flow.text}-{asked.step.name}"
    title = asked.own.ask if asked.own else words(f"{key}-label")
    by_value = bool(asked.accepts.options(words)) or isinstance(asked.accepts, FutureDate)
    value = (given.value if by_value else given.text) if given else ""
    return Field(
        key=asked.key,
        label=title,
        hint=words(f"{key}-hint"),
        value=value,
        required=asked.step.required,
        error=errors.get(asked.key, ""),
    )


def changeable(
    words: Words,
    scope: Scope,
    flow: Flow,
    subject: str,
    given: Sequence[Question],
    answers: Mapping[str, Given],
) -> Card:
    """What can be changed, numbered, for someone who said "change" without saying what."""
    facts = tuple(
        Fact(
            f"{each.number}. {label(words, flow, each)}",
            each.accepts.show(answers[each.key].value, words.language)
            if answers[each.key].value
            else words("flow-skipped"),
        )
        for each in given
    )
    return Card(
        scope.title,
        (
            Paragraph(words("flow-change-which")),
            Facts(facts),
            Actions((_form_action(words, flow, subject),)),
        ),
        words.language,
    )


def stopped(words: Words, scope: Scope, flow: Flow, subject: str, saved: int) -> Card:
    """The conversation is left; says what was saved and how to carry on."""
    return Card(
        scope.title,
        (Paragraph(words("flow-stopped", saved=saved)), carry_on(words, flow, subject)),
        words.language,
    )


def flow_help(words: Words, scope: Scope, flow: Flow, subject: str) -> Card:
    """What can be said in any conversation."""
    return Card(
        words("flow-help-title"),
        (Paragraph(words("flow-help")), carry_on(words, flow, subject)),
        words.language,
    )


def form_offer(words: Words, scope: Scope, flow: Flow, subject: str) -> Card:
    """A button to open the form: a typed word alone cannot open a window on every platform."""
    return Card(
        scope.title,
        (Paragraph(words("flow-form-offer")), Actions((_form_action(words, flow, subject),))),
        words.language,
    )


def carry_on(words: Words, flow: Flow, subject: str) -> Actions:
    """Buttons to go on, in chat or as a form."""
    where = SEPARATOR.join((flow.name, subject))
    return Actions(
        (
            Action("flow.chat", words("flow-carry-on"), where, ActionStyle.PRIMARY),
            _form_action(words, flow, subject),
        )
    )


def _form_action(words: Words, flow: Flow, subject: str) -> Action:
    return Action("flow.form", words("flow-as-form"), SEPARATOR.join((flow.name, subject)))


def gone(words: Words) -> Card:
    """An action on something that is not there for this person, any more or at all; tells nothing else."""
    return Card(words("flow-gone-title"), (Paragraph(words("flow-gone")),), words.language)


def together(reader: Person, cards: Sequence[Card]) -> Card:
    """One message of several reminders that would come at the same moment."""
    if len(cards) == 1:
        return cards[0]
    words = words_for(reader.language)
    parts: list[Part] = []
    for card in cards:
        parts += (Heading(card.title), *card.parts)
    return Card(words("reminders-together", count=len(cards)), tuple(parts), words.language)
