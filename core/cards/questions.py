"""What was said to added questions, each beside what was asked."""

from collections.abc import Iterable

from core.chat.card import Paragraph, Part, Tone
from core.flows.question_inputs import option_labels
from core.model.checkin import NoteAudience
from core.model.questions import Question, QuestionKind, Said
from core.texts.texts import Words


def answer_text(words: Words, question: Question, value: str) -> str:
    """A stored answer as people read it."""
    match question.kind:
        case QuestionKind.YES_NO:
            return words(value)
        case QuestionKind.SCALE | QuestionKind.CHOICE:
            return option_labels(question, words)[int(value) - 1]
        case QuestionKind.TEXT | QuestionKind.PRIORITIES:
            return value


def said_parts(words: Words, said: Iterable[Said]) -> list[Part]:
    """Each question as it was asked with its answer; what the team reads too is marked."""
    parts: list[Part] = []
    for each in said:
        asked = each.question.wording.read_in(words.language)
        if each.audience is NoteAudience.TEAM:
            asked = words("questions-shared", question=asked)
        parts += [
            Paragraph(asked, Tone.SUBTLE),
            Paragraph(answer_text(words, each.question, each.answer), Tone.QUOTE),
        ]
        if each.follow_up and each.question.follow_up:
            more = each.question.follow_up.wording.read_in(words.language)
            parts += [Paragraph(more, Tone.SUBTLE), Paragraph(each.follow_up, Tone.QUOTE)]
    return parts
