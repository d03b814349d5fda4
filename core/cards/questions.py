"""What was said to added questions, each beside what was asked."""

from collections import Counter
from collections.abc import Iterable, Sequence

from core.chat.card import Divider, Fact, Facts, Heading, Paragraph, Part, Tone
from core.flows.question_inputs import option_labels
from core.model.checkin import NoteAudience
from core.model.questions import Question, QuestionKind, Said
from core.model.summary import SharedAnswers
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


def shared_parts(words: Words, shared: Sequence[SharedAnswers]) -> list[Part]:
    """What a team may read of added questions: taps by how many chose what, without names; words with theirs."""
    parts: list[Part] = []
    for each in shared:
        parts += [Divider(), Heading(each.question.wording.read_in(words.language))]
        if each.question.kind in (QuestionKind.TEXT, QuestionKind.PRIORITIES):
            for person, said in each.answers:
                parts += [Paragraph(person.name, Tone.SUBTLE), Paragraph(said, Tone.QUOTE)]
        else:
            parts.append(Facts(_counts(words, each)))
    return parts


def _counts(words: Words, shared: SharedAnswers) -> tuple[Fact, ...]:
    counted = Counter(value for _, value in shared.answers)
    return tuple(Fact(answer_text(words, shared.question, each), str(counted[each])) for each in sorted(counted))
