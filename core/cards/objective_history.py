"""What was changed about an objective, in a sentence each: from what to what, by whom, when and why."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from core.chat.card import Card, Paragraph, Part
from core.model.objective import ObjectiveState
from core.model.objective_change import ObjectiveChange
from core.model.objective_history import OUTCOME, OWNER, SHARED
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words

_FIGURES = ("baseline", "target", "floor")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def history(words: Words, title: str, lines: Sequence[str]) -> Card:
    """Everything that was changed, the newest first."""
    parts: tuple[Part, ...] = tuple(Paragraph(line) for line in lines)
    return Card(
        words("objective-history-of", title=title),
        parts or (Paragraph(words("objective-history-none")),),
        words.language,
    )


def change_lines(
    words: Words,
    reader: Person,
    changes: Sequence[ObjectiveChange],
    people: Mapping[str, Person],
    unit: str,
    *,
    keeps_back: bool = False,
) -> list[str]:
    """A line for each of the `changes` (oldest first), the newest first.

    `unit` is the measure's now: figures are shown in the unit of their time. `keeps_back` leaves out why something
    was paused, for those who share an objective; everyone else is spared reasons from before it was handed over.
    """
    handed_over = max((index for index, each in enumerate(changes) if each.field == OWNER), default=-1)
    lines: list[str] = []
    numbered = [*enumerate(changes)][::-1]
    for _, group in groupby(numbered, key=lambda each: (each[1].changed_at, each[1].by_id, each[1].reason)):
        together = list(group)[::-1]
        fields = {change.field: change for _, change in together}
        if "unit" in fields:
            unit = fields["unit"].before
        for index, change in together:
            said = _what(words, change, fields, _unit_then(fields, change, unit))
            if not said:
                continue
            private = change.field in ("state", "paused_until") and change.by_id != reader.id
            hidden = private and (keeps_back or index < handed_over)
            lines.append(_sentence(words, change, said, people, "" if hidden else change.reason))
    return lines


def _unit_then(fields: Mapping[str, ObjectiveChange], change: ObjectiveChange, unit: str) -> str:
    """The unit that a figure was changed to be in: the new one where both changed at once."""
    return fields["unit"].after if "unit" in fields and change.field in _FIGURES else unit


def _what(words: Words, change: ObjectiveChange, together: Mapping[str, ObjectiveChange], unit: str) -> str:
    """What happened, without who and when; "" where another line of the same moment says it already."""
    match change.field:
        case "state":
            return _state(words, change, together)
        case "paused_until":
            if "state" in together:
                return ""
            return words("history-paused-until", day=_back_on(words, change.after)) if change.after else ""
        case "milestones":
            return _steps(words, change)
        case "direction":
            return ""
        case "unit" | "baseline" | "target" | "floor" if "milestones" in together:
            # Counting by steps gives the measure its limits; that is no decision of its own.
            return ""
        case field if field == OUTCOME:
            return words("history-outcome", outcome=words(f"outcome-{change.after}"))
        case field if field == OWNER:
            return words("history-owner", before=change.before, after=change.after)
        case field if field == SHARED:
            if change.after:
                return words("history-shared", name=change.after)
            return words("history-unshared", name=change.before)
        case _:
            return _field(words, change, unit)


def _field(words: Words, change: ObjectiveChange, unit: str) -> str:
    name = words(f"field-{change.field.replace('_', '-')}")
    before, after = (_value(words, change.field, each, unit) for each in (change.before, change.after))
    if not before:
        return words("history-set", field=name, after=after)
    if not after:
        return words("history-removed", field=name, before=before)
    return words("history-changed", field=name, before=before, after=after)


def _value(words: Words, field: str, value: str, unit: str) -> str:
    if not value:
        return ""
    if field in _FIGURES:
        return formats.quantity(float(value), unit, words.language)
    if field == "weight":
        return formats.number(float(value), words.language)
    if field == "due_on":
        return formats.full_date(date.fromisoformat(value), words.language)
    return f"“{value}”"


def _state(words: Words, change: ObjectiveChange, together: Mapping[str, ObjectiveChange]) -> str:
    match ObjectiveState(change.after):
        case ObjectiveState.PAUSED:
            until = together.get("paused_until")
            if until is not None and until.after:
                return words("history-paused-until", day=_back_on(words, until.after))
            return words("history-paused")
        case ObjectiveState.CLOSED:
            # How it ended says that it was closed, too.
            return "" if OUTCOME in together else words("history-closed")
        case ObjectiveState.ACTIVE:
            return words("history-resumed") if change.before == ObjectiveState.PAUSED else words("history-agreed")
        case ObjectiveState.PROPOSED:
            return words("history-proposed")


def _back_on(words: Words, last_day: str) -> str:
    return formats.full_date(date.fromordinal(date.fromisoformat(last_day).toordinal() + 1), words.language)


def _steps(words: Words, change: ObjectiveChange) -> str:
    before, after = change.before.split("; "), change.after.split("; ")
    new = [each for each in after if each and each not in before]
    gone = [each for each in before if each and each not in after and not any(n.startswith(each) for n in new)]
    said = []
    if new:
        said.append(words("history-milestones-now", steps=_readable(words, ", ".join(new))))
    if gone:
        said.append(words("history-milestones-gone", steps=_readable(words, ", ".join(gone))))
    return "; ".join(said) or words("history-milestones-order")


def _readable(words: Words, text: str) -> str:
    """Steps as the history keeps them, their dates and words in the reader's language."""

    def day(found: re.Match[str]) -> str:
        return formats.short_day(date.fromisoformat(found.group()), words.language)

    text = re.sub(r" by (\d{4}-)", rf" {words('milestone-by')} \1", text)
    return _ISO_DAY.sub(day, text.replace("(done ", f"({words('milestone-done')} "))


def _sentence(words: Words, change: ObjectiveChange, said: str, people: Mapping[str, Person], reason: str) -> str:
    day = formats.full_date(change.changed_at.date(), words.language)
    by = people.get(change.by_id or "")
    if by is not None:
        line = words("history-by", what=said, name=by.name, day=day)
    elif change.field in ("state", "paused_until"):
        line = words("history-by-itself", what=said, day=day)
    else:
        line = words("history-by-file", what=said, day=day)
    return words("history-because", line=line, reason=reason) if reason else line
