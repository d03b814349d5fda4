"""Cards for those who choose the questions of check-ins: the list, the bank, a preview, and what was changed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from core.cards.asking import SEPARATOR
from core.chat.card import Action, Actions, ActionStyle, Card, Divider, Heading, Paragraph, Part, Tone
from core.flows.question_inputs import option_labels
from core.model.checkin import NoteAudience, Schedule
from core.model.person import Person
from core.model.questions import MOST_A_WEEK, WELLBEING, Question, QuestionKind, Trigger
from core.texts import formats
from core.texts.texts import Words, words_for


def listed(
    reader: Person,
    scope: str,
    questions: Sequence[Question],
    besides: Sequence[Question],
    schedule: Schedule | None,
) -> Card:
    """The questions in order, each with what can be done to it; HR's stand above a team's."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words(f"questions-{scope}-intro", most=MOST_A_WEEK))]
    if besides:
        named = "\n".join(f"– {each.wording.read_in(words.language)}" for each in besides)
        parts += [Paragraph(words("questions-from-hr"), Tone.SUBTLE), Paragraph(named)]
    for number, each in enumerate(questions, start=1):
        parts += _entry(words, scope, number, each)
    if not questions:
        parts.append(Paragraph(words("questions-none"), Tone.SUBTLE))
    parts += [
        Divider(),
        _more(words, scope, questions, besides),
        Paragraph(words(f"questions-{scope}-how"), Tone.SUBTLE),
    ]
    if scope == "hr" and schedule is not None:
        parts.append(Paragraph(words("questions-window-now", days=schedule.closes_after_days), Tone.SUBTLE))
    return Card(words(f"questions-{scope}-title"), tuple(parts), words.language)


def _entry(words: Words, scope: str, number: int, question: Question) -> list[Part]:
    where = SEPARATOR.join((scope, question.id))
    actions = [Action("questions.change", words("questions-change-button"), where)]
    if number > 1:
        actions.append(Action("questions.up", words("questions-up-button"), where))
    actions.append(Action("questions.remove", words("questions-remove-button"), where))
    return [
        Divider(),
        Paragraph(f"{number}. {question.wording.read_in(words.language)}"),
        *described(words, question),
        Actions(tuple(actions)),
    ]


def _more(words: Words, scope: str, questions: Sequence[Question], besides: Sequence[Question]) -> Actions:
    actions = [
        Action("questions.add", words("questions-add-button"), scope, ActionStyle.PRIMARY),
        Action("questions.bank", words("questions-bank-button"), scope),
    ]
    if not any(each.id == WELLBEING for each in (*questions, *besides)):
        value = SEPARATOR.join((scope, WELLBEING))
        actions.append(Action("questions.add_bank", words("questions-wellbeing-button"), value))
    if questions or besides:
        actions += [
            Action("questions.preview", words("questions-preview-button"), scope),
            Action("questions.try", words("questions-try-button"), scope),
        ]
    return Actions(tuple(actions))


def described(words: Words, question: Question) -> list[Part]:
    """How it is answered, how often, who reads it, and what is asked after which answer."""
    kind = words(f"questions-kind-{question.kind.value.replace('_', '-')}")
    if question.options:
        kind = f"{kind}: {' / '.join(option.read_in(words.language) for option in question.options)}"
    said = [kind, rhythm(words, question.every_weeks), _readers(words, question)]
    parts: list[Part] = [Paragraph(" · ".join(said), Tone.SUBTLE)]
    if question.follow_up is not None:
        parts.append(Paragraph(_follow_up(words, question), Tone.SUBTLE))
    return parts


def rhythm(words: Words, weeks: int) -> str:
    """`every week`, `every 2 weeks`."""
    return words("questions-every", weeks=weeks)


def _readers(words: Words, question: Question) -> str:
    return words("questions-for-team" if question.audience is NoteAudience.TEAM else "questions-for-manager")


def _follow_up(words: Words, question: Question) -> str:
    follow_up = question.follow_up
    assert follow_up is not None  # noqa: S101 - asked by the caller
    return words(
        "questions-follow-up-line",
        when=trigger_text(words, question),
        question=follow_up.wording.read_in(words.language),
    )


def trigger_text(words: Words, question: Question) -> str:
    """The answer after which the follow-up is asked: `no`, `at most 2`, `Too much`; "" without one."""
    follow_up = question.follow_up
    if follow_up is None:
        return ""
    if follow_up.trigger is Trigger.AT_MOST:
        return words("questions-at-most", value=follow_up.value)
    if question.kind is QuestionKind.CHOICE:
        return question.options[int(follow_up.value) - 1].read_in(words.language)
    return words(follow_up.value) if question.kind is QuestionKind.YES_NO else follow_up.value


def bank(reader: Person, scope: str, ready: Iterable[Question]) -> Card:
    """The ready questions, each to be added by one tap."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("questions-bank-intro"))]
    for each in ready:
        value = SEPARATOR.join((scope, each.id))
        parts += [
            Divider(),
            Paragraph(each.wording.read_in(words.language)),
            *described(words, each),
            Actions((Action("questions.add_bank", words("questions-bank-add"), value),)),
        ]
    return Card(words("questions-bank-title"), tuple(parts), words.language)


def preview(reader: Person, scope: str, questions: Sequence[Question], period: date) -> Card:
    """What the next check-in asks, in the words people get, and what a later one does."""
    words = words_for(reader.language)
    if not questions:
        return Card(words("questions-preview-title"), (Paragraph(words("questions-none")),), words.language)
    day = formats.day(period, words.language)
    now = [each for each in questions if each.is_asked_in(period)]
    parts: list[Part] = [Paragraph(words("questions-preview-intro", date=day))]
    for number, each in enumerate(now[:MOST_A_WEEK], start=1):
        parts += [Divider(), *_as_asked(words, number, each)]
    if not now:
        parts.append(Paragraph(words("questions-preview-nothing")))
    later = [each for each in questions if each not in now]
    if later:
        parts += [Divider(), Heading(words("questions-preview-later"))]
        parts += [Paragraph(_when_next(words, each, period)) for each in later]
    actions = Actions(
        (
            Action("questions.try", words("questions-try-button"), scope, ActionStyle.PRIMARY),
            Action("questions.show", words("questions-show-button"), scope),
        )
    )
    return Card(words("questions-preview-title"), (*parts, actions), words.language)


def _as_asked(words: Words, number: int, question: Question) -> list[Part]:
    parts: list[Part] = [Paragraph(f"{number}. {question.wording.read_in(words.language)}")]
    labels = option_labels(question, words)
    if labels:
        # A choice is not broken between two lines.
        parts.append(Paragraph("   ".join(f"○ {label}".replace(" ", "\u00a0") for label in labels)))
    if question.follow_up is not None:
        parts.append(Paragraph(_follow_up(words, question), Tone.SUBTLE))
    parts.append(Paragraph(words(reads(question, question.audience)), Tone.SUBTLE))
    return parts


def reads(question: Question, audience: NoteAudience) -> str:
    """The text that says who reads an answer to the question."""
    if question.id == WELLBEING:
        return "reads-wellbeing"
    return "reads-your-team" if audience is NoteAudience.TEAM else "reads-answer"


def _when_next(words: Words, question: Question, period: date) -> str:
    weeks = (period + timedelta(weeks=number) for number in range(question.every_weeks))
    day = next((week for week in weeks if question.is_asked_in(week)), period)
    text = question.wording.read_in(words.language)
    return words("questions-preview-when", question=text, date=formats.day(day, words.language))


def kept(reader: Person, scope: str, version: int, done: str, about: Question, crowded: int) -> Card:
    """What was changed, from when on, with a way back. `crowded` teams have more than a week holds now."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(about.wording.read_in(words.language), Tone.QUOTE)]
    if done != "questions-removed":
        parts += described(words, about)
    parts.append(Paragraph(words("questions-from-next")))
    if crowded:
        parts.append(Paragraph(words("questions-crowded", count=crowded, most=MOST_A_WEEK), Tone.WARNING))
    actions = (
        Action("questions.undo", words("questions-undo-button"), SEPARATOR.join((scope, str(version)))),
        Action("questions.preview", words("questions-preview-button"), scope),
        Action("questions.show", words("questions-show-button"), scope),
    )
    return Card(words(done), (*parts, Actions(actions)), words.language)


def no_room(reader: Person, scope: str, question: Question) -> Card:
    """One question too many; says why there is a limit, and shows what was typed, to keep."""
    words = words_for(reader.language)
    return _short(
        words,
        "questions-no-room-title",
        scope,
        Paragraph(words(f"questions-no-room-{scope}", most=MOST_A_WEEK)),
        Paragraph(question.wording.read_in(words.language), Tone.QUOTE),
    )


def changed_since(reader: Person, scope: str) -> Card:
    """There is nothing to undo, or there was another change since."""
    words = words_for(reader.language)
    return _short(words, "questions-undo-late-title", scope, Paragraph(words("questions-undo-late")))


def undone(reader: Person, scope: str) -> Card:
    """The change was taken back."""
    words = words_for(reader.language)
    return _short(words, "questions-undone-title", scope, Paragraph(words("questions-undone")))


def which(reader: Person, scope: str, text: str, **args: object) -> Card:
    """What was said could not be followed; `text` names what to say instead."""
    words = words_for(reader.language)
    return _short(words, "questions-which-title", scope, Paragraph(words(text, **args)))


def _short(words: Words, title: str, scope: str, *parts: Part) -> Card:
    actions = Actions((Action("questions.show", words("questions-show-button"), scope),))
    return Card(words(title), (*parts, actions), words.language)


def tried(reader: Person, scope: str) -> Card:
    """Whoever tried the questions has come to the end; nothing was kept."""
    words = words_for(reader.language)
    return _short(words, "questions-tried-title", scope, Paragraph(words("questions-tried")))


def refusal(reader: Person, contact: str) -> Card:
    """The same words for everyone who may not change what was asked about."""
    words = words_for(reader.language)
    text = words("questions-refused", contact=contact)
    return Card(words("questions-refused-title"), (Paragraph(text),), words.language)


def window_set(reader: Person, schedule: Schedule, opens_on: date, *, undo_to: int) -> Card:
    """How long check-ins are open from now on, with an example and a way back."""
    words = words_for(reader.language)
    closes_on = opens_on + timedelta(days=schedule.closes_after_days)
    text = words(
        "questions-window-set",
        days=schedule.closes_after_days,
        opens=formats.day(opens_on, words.language),
        closes=formats.day(closes_on, words.language),
        at=formats.time_of_day(schedule.closes_at, words.language),
    )
    undo = Action("questions.window", words("questions-undo-button"), str(undo_to))
    return Card(words("questions-window-title"), (Paragraph(text), Actions((undo,))), words.language)


def window_unclear(reader: Person, schedule: Schedule, shortest: int, longest: int) -> Card:
    """No number of days that a check-in can be open for."""
    words = words_for(reader.language)
    text = words("questions-window-unclear", days=schedule.closes_after_days, shortest=shortest, longest=longest)
    return Card(words("questions-window-title"), (Paragraph(text),), words.language)
