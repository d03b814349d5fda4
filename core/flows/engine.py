"""Runs every flow, in a form or a question at a time, switchable halfway; state is saved at each answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from core.cards import asking
from core.chat.card import Card, Form, Part
from core.chat.effect import NOTHING, FormErrors, OpenForm, Outcome, RefreshForm, Send, ToPerson, Update, reply
from core.chat.event import FormSubmitted
from core.flows.controls import Control, Steering, read_change, read_steering
from core.flows.flow import Answers, Flow, Progression, Question, Scope, all_questions, every_question, questions
from core.flows.form_order import heard_from, is_overtaken, said_here
from core.flows.inputs import FreeText, NotUnderstood
from core.model.conversation import SENT_IN, Conversation, Given
from core.turn import Turn

QUESTIONS_PER_FORM = 65
"""Slack's modals hold 100 blocks; headings and progress take the rest."""

SKIPPED = Given("", "")


@dataclass(frozen=True, slots=True)
class _Run:
    """A flow in progress in this turn."""

    turn: Turn
    flow: Flow
    scope: Scope
    conversation: Conversation

    @property
    def subject(self) -> str:
        return self.conversation.subject

    @property
    def answers(self) -> Answers:
        return self.conversation.answers

    def remark(self, key: str | None) -> tuple[Part, ...]:
        if self.flow.remark is None:
            return ()
        return self.flow.remark(self.turn.words, self.scope, self.answers, key)

    @property
    def asked(self) -> tuple[Question, ...]:
        return questions(self.flow, self.scope, self.answers)

    def is_open(self, question: Question) -> bool:
        given = self.answers.get(question.key)
        return given is None or (given.value == "" and given.text != "")

    def first_open(self) -> Question | None:
        return next((each for each in self.asked if self.is_open(each)), None)

    def question(self, key: str | None) -> Question | None:
        return next((each for each in self.asked if each.key == key), None)


async def begin(turn: Turn, flow: Flow, subject: str) -> Outcome:
    """Start or carry on in typed chat: asks the first question still open, or the first one again."""
    run = await _run(turn, flow, subject)
    if run is None or run.scope.closed:
        return _refused(turn, run)
    return await _go_on(run)


async def begin_with(
    turn: Turn, flow: Flow, subject: str, step: str, text: str, given: Answers | None = None
) -> Outcome:
    """Begin with what was typed in one go: `text` answers `step`, and `given` was understood already.

    What cannot be kept as it is is asked about, with what was typed shown above the question.
    """
    answers = {**(given or {}), step: Given(text, "")}
    begun = Conversation(
        turn.person.id, flow.name, subject, step, None, answers, turn.origin.platform, updated_at=turn.now
    )
    saved = await turn.store.conversations.save(begun)
    return await choose(turn, flow, saved.subject, step, text)


async def open_form(turn: Turn, flow: Flow, subject: str) -> Outcome:
    """Show the flow as a form, filled in with what was answered so far."""
    run = await _run(turn, flow, subject)
    if run is None or run.scope.closed:
        return _refused(turn, run)
    await _save(run, replace(run.conversation, step=None, return_to=None, active=True))
    return Outcome(immediate=(OpenForm(_form(run, _page(run), {})),))


async def hear(turn: Turn, flow: Flow, conversation: Conversation, text: str) -> Outcome | None:
    """What was typed while this conversation is in progress; None when it is no part of it."""
    run = await _run(turn, flow, conversation.subject)
    if run is None or run.scope.closed:
        return None
    steering = read_steering(text)
    question = run.question(run.conversation.step)
    if steering is not None and not _is_choice(run, question, text):
        return await _steer(run, steering)
    if question is None:
        return None
    return await _answer(run, question, text)


def _is_choice(run: _Run, question: Question | None, text: str) -> bool:
    """Whether a word that steers elsewhere ("carry on") is one of the very choices of the question asked."""
    offered = question.accepts.options(run.turn.words) if question else ()
    said = text.strip(" .!").casefold()
    return any(option.label.casefold() == said for option in offered)


async def fill(turn: Turn, flow: Flow, subject: str, given: Answers) -> Outcome:
    """Keep answers that were given elsewhere; asks nothing. Those to questions that there are not are left out."""
    run = await _run(turn, flow, subject)
    if run is None:
        return reply(asking.gone(turn.words))
    keys = {question.key for question in all_questions(flow, run.scope)}
    return await _take(run, {key: said for key, said in given.items() if key in keys}, asks=False)


async def steer(turn: Turn, flow: Flow, subject: str, steering: Steering) -> Outcome:
    """A steering word, or a button that stands for one."""
    run = await _run(turn, flow, subject)
    if run is None or run.scope.closed:
        return _refused(turn, run)
    return await _steer(run, steering)


async def choose(turn: Turn, flow: Flow, subject: str, key: str, value: str) -> Outcome:
    """A choice tapped in a question's card; on an earlier card it changes that answer."""
    run = await _run(turn, flow, subject)
    question = run.question(key) if run else None
    if run is None or run.scope.closed or question is None:
        return _refused(turn, run)
    outcome = await _answer(run, question, value)
    if turn.origin.message is None:
        return outcome
    said = asking.answered(turn.words, flow, run.scope, question, value)
    tag = _tag(run, question)
    return Outcome(durable=(Update(_to(turn), tag, said, f"{tag}:{turn.origin.event_id}"),)) + outcome


async def look_at(turn: Turn, flow: Flow, subject: str) -> None:
    """Words that steer are about this from now on; a question that is being asked stays the one that is heard."""
    current = await turn.store.conversations.current(turn.person.id)
    if current is not None and current.step is not None:
        return
    if current is not None and (current.flow, current.subject) != (flow.name, subject):
        await turn.store.conversations.save(replace(current, active=False))
    seen = await turn.store.conversations.get(turn.person.id, flow.name, subject)
    seen = seen or Conversation(turn.person.id, flow.name, subject)
    await turn.store.conversations.save(
        replace(seen, active=True, updated_at=turn.now, platform=turn.origin.platform)
    )


async def is_an_answer(turn: Turn, flow: Flow, conversation: Conversation, text: str) -> bool:
    """Whether the question that is being asked can read `text`."""
    run = await _run(turn, flow, conversation.subject)
    # What was closed meanwhile asks nothing any more.
    question = run.question(conversation.step) if run and not run.scope.closed else None
    if question is None:
        return False
    try:
        question.accepts.read(text.strip(), turn.today)
    except NotUnderstood:
        return False
    return True


def takes_any_text(flow: Flow, conversation: Conversation) -> bool:
    """Whether the open question takes free text, so that a text is an answer rather than a command."""
    name = (conversation.step or "").partition("@")[0]
    return any(step.name == name and isinstance(step.accepts, FreeText) for step in flow.steps)


async def submit(turn: Turn, flow: Flow, event: FormSubmitted) -> Outcome:
    """A form sent in, or its state so far. What cannot be read is pointed out and the form stays as it is."""
    run = await _run(turn, flow, event.subject)
    if run is None or run.scope.closed:
        return NOTHING if event.draft else _refused(turn, run)
    if is_overtaken(event, run.conversation):
        return NOTHING
    values = said_here(event, run.conversation)
    run = replace(run, conversation=heard_from(event, run.conversation))
    shown = tuple(each for each in all_questions(run.flow, run.scope) if each.key in values)
    given, errors = _read(turn, shown, values, draft=event.draft)
    if event.draft:
        kept = {key: answer for key, answer in given.items() if answer.text}
        return await _take(run, kept, draft=True) + _refreshed(run, kept)
    misfit = flow.check(run.scope, {**run.answers, **given})
    if misfit is not None:
        errors.setdefault(misfit.key, turn.words(misfit.text, **misfit.args))
    after = replace(run, conversation=replace(run.conversation, answers={**run.answers, **given}))
    errors = _that_still_apply(after, errors)
    if errors:
        await _save(run, after.conversation)
        return Outcome(immediate=(FormErrors(errors, _form(after, _page(after, shown), errors)),))
    return await _take(run, given, by_form=True)


def _that_still_apply(run: _Run, errors: Mapping[str, str]) -> dict[str, str]:
    """Without what is wrong with answers that are not asked for any more, now that others have changed."""
    shown = {question.key for question in every_question(run.flow, run.scope, run.answers)}
    return {key: error for key, error in errors.items() if key in shown}


def _refreshed(before: _Run, kept: Answers) -> Outcome:
    """The form with what has changed around what is being typed, where anything has."""
    after = replace(before, conversation=replace(before.conversation, answers={**before.answers, **kept}))
    page = _page(after)
    same = [q.key for q in page] == [q.key for q in _page(before)] and after.remark(None) == before.remark(None)
    return Outcome() if same else Outcome(immediate=(RefreshForm(_form(after, page, {})),))


# --- steps on the way -----------------------------------------------------------------------------------------


async def _run(turn: Turn, flow: Flow, subject: str) -> _Run | None:
    scope = await flow.load(turn, subject)
    if scope is None:
        return None
    conversation = await turn.store.conversations.get(turn.person.id, flow.name, subject)
    begun = conversation or Conversation(turn.person.id, flow.name, subject, answers=dict(scope.prefilled))
    return _Run(turn, flow, scope, begun)


def _refused(turn: Turn, run: _Run | None) -> Outcome:
    return reply((run and run.scope.closed) or asking.gone(turn.words))


async def _save(run: _Run, conversation: Conversation) -> None:
    await run.turn.store.conversations.save(
        replace(conversation, updated_at=run.turn.now, platform=run.turn.origin.platform)
    )


async def _ask(run: _Run, question: Question, notice: str = "") -> Outcome:
    await _save(run, replace(run.conversation, step=question.key, active=True))
    return _say(run, _question_card(run, question, notice), _tag(run, question))


def _question_card(run: _Run, question: Question, notice: str = "") -> Card:
    return asking.question(
        run.turn.words,
        run.flow,
        run.scope,
        run.subject,
        question,
        given=run.answers.get(question.key),
        total=len(run.asked),
        notice=notice,
        remark=run.remark(question.key),
    )


async def _answer(run: _Run, question: Question, text: str) -> Outcome:
    try:
        value = question.accepts.read(text.strip(), run.turn.today)
    except NotUnderstood as unclear:
        return await _ask(run, question, notice=unclear.said(run.turn.words))
    misfit = run.flow.check(run.scope, {**run.answers, question.key: Given(text, value)})
    if misfit is not None and misfit.key == question.key:
        return await _ask(run, question, notice=run.turn.words(misfit.text, **misfit.args))
    return await _take(run, {question.key: Given(text, value)})


async def _take(
    run: _Run, given: Mapping[str, Given], *, draft: bool = False, by_form: bool = False, asks: bool = True
) -> Outcome:
    """Keep answers, let the flow record them, and go on to what is still open."""
    given = _with_inferred(run, given)
    changed = {key: answer for key, answer in given.items() if run.answers.get(key) != answer}
    conversation = replace(run.conversation, answers={**run.answers, **given})
    if not (draft or by_form):
        conversation = replace(conversation, form="", form_at="")
    after = replace(run, conversation=conversation)
    following = after.question(conversation.return_to) or after.first_open()
    finished = following is None and not draft
    step = following.key if following and asks and not (draft or by_form) else None
    if finished and by_form:
        conversation = replace(conversation, form_at=SENT_IN)
    await _save(run, replace(conversation, step=step, return_to=None, active=not finished))
    recorded = await run.flow.record(
        run.turn,
        Progression(
            run.subject, run.scope, conversation.answers, changed, len(after.asked), finished, draft, by_form
        ),
    )
    if draft or following is None or not asks:
        return recorded
    if by_form:
        return recorded + Outcome(immediate=(OpenForm(_form(after, _page(after), {})),))
    return recorded + _say(after, _question_card(after, following), _tag(after, following))


def _with_inferred(run: _Run, given: Mapping[str, Given]) -> Mapping[str, Given]:
    """With what the answers say of questions that have none yet."""
    known = {**run.answers, **given}
    inferred = run.flow.infer(run.turn, given)
    return {**given, **{key: said for key, said in inferred.items() if key not in known or not known[key].value}}


async def _steer(run: _Run, steering: Steering) -> Outcome:
    turn, words = run.turn, run.turn.words
    current = run.question(run.conversation.step)
    match steering.control:
        case Control.BACK:
            before = [q for q in run.asked if current is None or q.number < current.number]
            if not before:
                return await _ask(run, current or run.asked[0], notice=words("flow-nothing-before"))
            return await _ask(run, before[-1])
        case Control.SKIP:
            return await _skip(run, current or run.first_open())
        case Control.KEEP:
            return await _keep(run, current)
        case Control.CHANGE:
            return await _change(run, current, steering.more)
        case Control.SNOOZE | Control.LATER:
            return await run.flow.snooze(turn, run.subject, steering.more)
        case Control.STOP:
            await _save(run, replace(run.conversation, active=False, step=None))
            return _say(run, asking.stopped(words, run.scope, run.flow, run.subject, len(_kept(run))))
        case Control.HELP:
            return _say(run, asking.flow_help(words, run.scope, run.flow, run.subject))
        case Control.FORM:
            return _say(run, asking.form_offer(words, run.scope, run.flow, run.subject))
        case Control.CHAT:
            return await _go_on(run)
        case _:
            assert_never(steering.control)


async def _go_on(run: _Run) -> Outcome:
    """Ask the first open question, or the first of all when none is open."""
    return await _ask(run, run.first_open() or run.asked[0])


async def _skip(run: _Run, question: Question | None) -> Outcome:
    if question is None:
        return await _go_on(run)
    if question.step.essential:
        return await _ask(run, question, notice=run.turn.words("flow-cannot-skip"))
    return await _take(run, {question.key: SKIPPED})


async def _keep(run: _Run, current: Question | None) -> Outcome:
    kept = run.answers.get(current.key) if current else None
    if current is None or kept is None:
        return await _go_on(run)
    return await _take(run, {current.key: kept})


async def _change(run: _Run, current: Question | None, which: str) -> Outcome:
    """Go to an earlier answer and come back to the present question afterwards."""
    words = run.turn.words
    labels = [asking.label(words, run.flow, question) for question in run.asked]
    index = read_change(which, labels)
    if index is None:
        given = [question for question in run.asked if question.key in run.answers]
        shown = asking.changeable(words, run.scope, run.flow, run.subject, given, run.answers)
        return _say(run, shown)
    wanted = run.asked[index]
    back_to = current.key if current and current != wanted else run.conversation.return_to
    return await _ask(replace(run, conversation=replace(run.conversation, return_to=back_to)), wanted)


def _read(
    turn: Turn, shown: tuple[Question, ...], values: Mapping[str, str], *, draft: bool
) -> tuple[dict[str, Given], dict[str, str]]:
    given: dict[str, Given] = {}
    errors: dict[str, str] = {}
    for question in shown:
        text = values[question.key].strip()
        if not text:
            given[question.key] = SKIPPED
            if question.step.required and not draft:
                errors[question.key] = turn.words("input-required")
            continue
        try:
            given[question.key] = Given(text, question.accepts.read(text, turn.today))
        except NotUnderstood as unclear:
            given[question.key] = Given(text, "")
            errors[question.key] = unclear.said(turn.words)
    return given, errors


def _page(run: _Run, sent_in: tuple[Question, ...] = ()) -> tuple[Question, ...]:
    """The questions of the form page that has one of those `sent_in`, else of the first with an open one.

    Items are never split over pages.
    """
    pages: list[list[Question]] = [[]]
    for question in every_question(run.flow, run.scope, run.answers):
        starts_item = bool(pages[-1]) and pages[-1][-1].item != question.item
        if starts_item and len(pages[-1]) >= QUESTIONS_PER_FORM - len(run.flow.steps):
            pages.append([])
        pages[-1].append(question)
    keys = {question.key for question in sent_in}
    same = [page for page in pages if any(question.key in keys for question in page)]
    unfinished = [page for page in pages if any(run.is_open(question) for question in page)]
    return tuple([*same, *unfinished, pages[0]][0])


def _form(run: _Run, page: tuple[Question, ...], errors: Mapping[str, str]) -> Form:
    words, remark = run.turn.words, run.remark(None)
    return asking.form(words, run.flow, run.scope, run.subject, page, run.answers, errors, remark)


def _kept(run: _Run) -> list[str]:
    return [key for key, given in run.answers.items() if given.value]


def _tag(run: _Run, question: Question) -> str:
    return f"ask:{run.flow.name}:{run.subject}:{question.key}"


def _to(turn: Turn) -> ToPerson:
    return ToPerson(turn.person.id, turn.origin.platform)


def _say(run: _Run, card: Card, tag: str | None = None) -> Outcome:
    origin = run.turn.origin
    key = f"say:{origin.platform}:{origin.workspace}:{origin.event_id}"
    return Outcome(durable=(Send(_to(run.turn), card, "conversation", key, tag),))
