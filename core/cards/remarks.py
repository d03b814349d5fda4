"""Remarks on an answer as people see them: on the report's card, as a message, and passed up."""

from collections.abc import Sequence

from core.cards import checkin as checkin_cards
from core.cards.asking import SEPARATOR
from core.cards.objectives import status_label
from core.chat.card import Action, Actions, ActionStyle, Card, Heading, Paragraph, Part, Tone
from core.model.checkin import CheckIn
from core.model.objective import Objective, Progress
from core.model.person import Person
from core.model.remark import REACTIONS, Remark, RemarkKind
from core.texts import formats
from core.texts.texts import Words, words_for

SHOWN = 8
"""Remarks in one card; the newest."""


def in_words(words: Words, objective: Objective | None, progress: Progress | None, note: str) -> str:
    """One answer in a line or two: the title, the figure, the status and what was said."""
    if objective is None or progress is None:
        return note
    said = []
    if progress.value is not None:
        said.append(formats.quantity(progress.value, objective.unit, words.language))
    elif progress.percent is not None:
        said.append(formats.percent(progress.percent, words.language))
    said += [part for part in (status_label(words, progress.status), progress.factors) if part]
    return f"{objective.title}: {' · '.join(said)}" if said else objective.title


def on_report(
    words: Words, reader: Person, owner: Person, checkin: CheckIn, remarks: Sequence[Remark]
) -> list[Part]:
    """What was said about a report's check-in so far, and ways to say more."""
    parts: list[Part] = []
    if remarks:
        parts.append(Heading(words("remarks-title")))
    for each in remarks[-SHOWN:]:
        at = formats.moment(each.said_at, reader)
        own = each.by_id == reader.id
        what = words(f"remark-kind-{each.kind.value}")
        said = words("remark-line-own" if own else "remark-line", what=what, name=owner.name, at=at)
        parts.append(Paragraph(said, Tone.SUBTLE))
        parts += [Paragraph(text, Tone.QUOTE) for text in (each.text,) if text]
    if checkin.answers_saved:
        buttons = [
            Action("remark.react", words(f"remark-button-{kind.value}"), SEPARATOR.join((checkin.id, kind.value)))
            for kind in REACTIONS
        ]
        buttons.append(Action("remark.say", words("remark-button-say"), checkin.id))
        parts.append(Actions(tuple(buttons)))
        parts.append(Paragraph(words("remark-reads", name=owner.first_name), Tone.SUBTLE))
    return parts


def confirmed(reader: Person, remark: Remark, owner: Person, above: Person | None = None) -> Card:
    """Confirms to the line manager what was said, and who reads it."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(text, Tone.QUOTE) for text in (remark.quoted, remark.text) if text]
    key = f"remark-confirmed-{remark.kind.value}" if remark.kind not in REACTIONS else "remark-confirmed-reaction"
    above_name = above.name if above else ""
    parts.append(Paragraph(words(key, name=owner.first_name, above=above_name), Tone.SUBTLE))
    return Card(words("remark-confirmed-title"), tuple(parts), words.language)


def told(owner: Person, remark: Remark, by: Person, checkin: CheckIn, above: Person | None = None) -> Card:
    """Tells the person what their line manager said of their answer, or did with it, with a way to reply."""
    words = words_for(owner.language)
    title = words(f"remark-told-{remark.kind.value}", name=by.name)
    parts: list[Part] = [Paragraph(checkin_cards.title(words, checkin), Tone.SUBTLE)]
    if remark.quoted:
        parts += [Paragraph(words("remark-your-answer"), Tone.SUBTLE), Paragraph(remark.quoted, Tone.QUOTE)]
    if remark.text:
        parts += [Paragraph(words("remark-they-say", name=by.first_name)), Paragraph(remark.text, Tone.QUOTE)]
    if above is not None:
        parts.append(Paragraph(words("remark-told-who-reads", above=above.name, name=by.name)))
    parts.append(_reply(words, remark))
    return Card(title, tuple(parts), words.language)


def _reply(words: Words, remark: Remark) -> Actions:
    return Actions((Action("remark.reply", words("remark-reply"), remark.id, ActionStyle.PRIMARY),))


def passed_up(above: Person, remark: Remark, by: Person, owner: Person) -> Card:
    """An answer that was passed up: exactly its words, and nothing else of the check-in."""
    words = words_for(above.language)
    parts: list[Part] = [
        Paragraph(words("remark-passed-intro", owner=owner.name)),
        Paragraph(remark.quoted, Tone.QUOTE),
    ]
    if remark.text:
        parts += [Paragraph(words("remark-they-say", name=by.first_name)), Paragraph(remark.text, Tone.QUOTE)]
    parts += [Paragraph(words("remark-passed-who", owner=owner.first_name), Tone.SUBTLE), _reply(words, remark)]
    return Card(words("remark-passed-title", name=by.name), tuple(parts), words.language)


def replied(reader: Person, names: Sequence[str]) -> Card:
    """Confirms to whom a reply went."""
    words = words_for(reader.language)
    text = words("remark-replied", names=formats.both(names, words.language))
    return Card(words("remark-replied-title"), (Paragraph(text),), words.language)


def reply_received(reader: Person, kept: Remark, by: Person) -> Card:
    """A reply to what was said of an answer, with a way to answer back."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(text, Tone.SUBTLE) for text in (kept.quoted,) if text]
    parts += [Paragraph(kept.text, Tone.QUOTE), _reply(words, kept)]
    return Card(words("remark-reply-from", name=by.name), tuple(parts), words.language)


def choice_label(words: Words, objective: Objective | None) -> str:
    """An answer's name among the answers of a check-in."""
    return objective.title if objective else words("remark-the-note")


KINDS = (RemarkKind.COMMENT, RemarkKind.FLAG, RemarkKind.PASSED)
"""What can be done with one answer, besides reacting to the whole."""
