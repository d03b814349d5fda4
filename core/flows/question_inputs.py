"""What questions that were added to a check-in accept: their own choices, a scale, and priorities by line."""

from dataclasses import dataclass
from datetime import date

from core.chat.card import Input, Option
from core.flows.inputs import YES_NO, Field, FreeText, InputKind, NotUnderstood
from core.flows.one_of import OneOf
from core.model.questions import SCALE, Question, QuestionKind
from core.model.week_priority import MOST
from core.texts.texts import Words


@dataclass(frozen=True, slots=True)
class PriorityLines(FreeText):
    """Up to three priorities, a line each."""

    def read(self, text: str, today: date) -> str:
        """The lines without what lists begin with; raises `NotUnderstood` where there are too many."""
        kept = FreeText.read(self, text, today)
        lines = priority_lines(kept)
        if len(lines) > MOST:
            raise NotUnderstood("questions-priorities-too-many", most=MOST, count=len(lines))
        return "\n".join(lines)

    def field(self, field: Field, words: Words) -> Input:
        """A line each, shown empty with what one looks like."""
        return field.typed(multiline=True, placeholder=words("questions-priorities-placeholder"))


def priority_lines(text: str) -> list[str]:
    """The priorities of a stored or typed answer, one a line."""
    lines = (line.strip().lstrip("-*•–·0123456789.) ").strip() for line in text.splitlines())
    return [line for line in lines if line]


def option_labels(question: Question, words: Words) -> list[str]:
    """What the choices, or the steps of a scale, are called for a reader of this language."""
    named = [option.read_in(words.language) for option in question.options]
    if question.kind is QuestionKind.SCALE:
        named = named or [words(f"questions-scale-{step}") for step in SCALE]
        return [f"{step} – {name}" for step, name in zip(SCALE, named, strict=True)]
    if question.kind is QuestionKind.YES_NO:
        return [words("yes"), words("no")]
    return named


def input_of(question: Question, words: Words) -> InputKind:
    """What an answer to the question is read by."""
    match question.kind:
        case QuestionKind.YES_NO:
            return YES_NO
        case QuestionKind.SCALE:
            labels = option_labels(question, words)
            return OneOf(tuple(map(Option, SCALE, labels)), "questions-scale-unclear")
        case QuestionKind.CHOICE:
            labels = option_labels(question, words)
            numbered = (Option(str(number), label) for number, label in enumerate(labels, start=1))
            return OneOf(tuple(numbered), "questions-choice-unclear")
        case QuestionKind.PRIORITIES:
            return PriorityLines()
        case QuestionKind.TEXT:
            return FreeText()
