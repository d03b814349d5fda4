"""What waits to go out and what did not arrive, for HR: to whom and what kind, never what a message says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.cards.asking import SEPARATOR
from core.cards.platforms import PLATFORM_NAMES
from core.chat.card import Action, Actions, ActionStyle, Card, Fact, Facts, Heading, Paragraph, Part, Tone
from core.model.delivery import DeadLetter
from core.model.given_up import Reason, Why, reason_of
from core.model.person import Person
from core.model.traffic import Hold
from core.texts import formats
from core.texts.texts import Words, words_for

_KINDS = {
    "check-in": "check-in",
    "team summary": "summary",
    "broadcast": "broadcast",
    "training": "training",
    "courses": "training",
    "one-to-one": "one-to-one",
    "feedback": "colleagues",
    "recognition": "colleagues",
    "thanks": "colleagues",
    "remark": "colleagues",
    "360": "colleagues",
    "pulse": "question",
    "skills": "question",
    "objective": "objective",
    "evidence": "objective",
    "hand-over": "objective",
    "missed target": "objective",
    "agreed action": "objective",
}
"""Kinds by how a purpose begins. They are broad on purpose: who gets feedback and who thanks is not HR's."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an organisation's messages stand.

    `letters` are a page of those given up, newest first; `counts` say how many there are of each reason in all.
    """

    waiting: int
    sent_today: int
    holds: Sequence[Hold]
    counts: Mapping[Reason, int]
    letters: Sequence[DeadLetter]
    has_more: bool


def standing(
    reader: Person, found: Standing, people: Mapping[str, Person], now: datetime, notice: str = ""
) -> Card:
    """The figures, what is out of reach, and what was given up with what can be done; `notice` comes first."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(notice)] if notice else []
    figures = (
        ("messages-fact-waiting", found.waiting),
        ("messages-fact-sent", found.sent_today),
        ("messages-fact-given-up", sum(found.counts.values())),
    )
    parts.append(Facts(tuple(Fact(words(key), formats.number(count, words.language)) for key, count in figures)))
    parts += [Paragraph(said, Tone.WARNING) for hold in found.holds if (said := _held(words, hold, reader, now))]
    if found.letters:
        parts.append(Heading(words("messages-newest")))
    else:
        parts.append(Paragraph(words("messages-none")))
    of_reason: dict[Reason, list[DeadLetter]] = {}
    for letter in found.letters:
        of_reason.setdefault(reason_of(letter.reason), []).append(letter)
    for reason, letters in of_reason.items():
        parts += _group(words, reader, reason, found.counts.get(reason, len(letters)), letters, people, now)
    if found.has_more:
        older = str(found.letters[-1].number)
        parts.append(Actions((Action("messages.show", words("messages-older"), older),)))
    return Card(words("messages-title"), tuple(parts), words.language)


def _held(words: Words, hold: Hold, reader: Person, now: datetime) -> str:
    platform = PLATFORM_NAMES[hold.platform]
    if hold.out_since is not None:
        return words("messages-out", platform=platform, since=_when(hold.out_since, reader, now))
    if hold.until is not None:
        return words("messages-held", platform=platform, until=_when(hold.until, reader, now))
    return words("messages-slow", platform=platform, percent=hold.speed_percent)


def _group(
    words: Words,
    reader: Person,
    reason: Reason,
    count: int,
    letters: Sequence[DeadLetter],
    people: Mapping[str, Person],
    now: datetime,
) -> list[Part]:
    tone = Tone.WARNING if reason.why is Why.UNCERTAIN else Tone.SUBTLE
    parts: list[Part] = [
        Paragraph(words("messages-reason", count=count, why=_why(words, reason))),
        Paragraph(words(f"messages-help-{reason.why}"), tone),
    ]
    if count > 1:
        of_all = SEPARATOR.join((reason.key, now.isoformat()))
        again = Action("messages.again_all", words("messages-again-all", count=count), of_all)
        dismiss = words("messages-dismiss-all", count=count)
        parts.append(Actions((again, Action("messages.dismiss_all", dismiss, of_all, ActionStyle.DANGER))))
    for letter in letters:
        parts.append(Paragraph(_letter(words, letter, reader, people, now)))
        of_one = SEPARATOR.join((letter.delivery.id, now.isoformat()))
        again = Action("messages.again", words("messages-again"), of_one)
        parts.append(Actions((again, Action("messages.dismiss", words("messages-dismiss"), of_one))))
    return parts


def _why(words: Words, reason: Reason) -> str:
    platform = PLATFORM_NAMES[reason.platform] if reason.platform else ""
    return words(f"messages-why-{reason.why}", platform=platform, said=reason.said)


def _letter(words: Words, letter: DeadLetter, reader: Person, people: Mapping[str, Person], now: datetime) -> str:
    delivery = letter.delivery
    person = people.get(delivery.person_id or "")
    to = person.name if person else words("messages-someone")
    if delivery.channel is not None:
        to = words("messages-channel", platform=PLATFORM_NAMES[delivery.channel.platform])
    return words(
        "messages-letter",
        to=to,
        kind=words(f"messages-kind-{_kind(letter)}"),
        queued=_when(delivery.created_at, reader, now),
        given_up=_when(letter.given_up_at, reader, now),
    )


def _kind(letter: DeadLetter) -> str:
    match letter.delivery.action:
        case "update":
            return "change"
        case "picture":
            return "picture"
        case _:
            purpose = letter.delivery.purpose
            return next((kind for start, kind in _KINDS.items() if purpose.startswith(start)), "other")


def _when(instant: datetime, reader: Person, now: datetime) -> str:
    """`14:05` where that is today for the reader, else with its day and zone."""
    local = instant.astimezone(reader.zone)
    if local.date() == now.astimezone(reader.zone).date():
        return formats.time_of_day(local.time(), reader.language)
    return formats.moment(instant, reader)
