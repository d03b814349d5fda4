"""Recognition as people see it: what the receiver, the giver and, where the receiver agreed, the team reads."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Heading,
    Option,
    Paragraph,
    Part,
    Tone,
)
from core.model.person import Language, Person
from core.model.recognition import Recognition, Sharing
from core.texts import formats
from core.texts.texts import Words, words_for


def received(
    receiver: Person, given: Recognition, giver: Person, value: str, team: str, objective: str = ""
) -> Card:
    """Thanks, to the receiver; asks whether the `team` may read them where the giver would like that.

    `objective` is the title of the receiver's that it helped, for them alone.
    """
    words = words_for(receiver.language)
    parts = _thanks(words, given, value)
    if objective:
        parts.append(Paragraph(words("recognition-for-objective", title=objective), Tone.SUBTLE))
    keep = Action("recognition.evidence", words("recognition-keep-evidence"), given.id)
    match given.sharing:
        case Sharing.OFFERED:
            parts.append(Paragraph(words("recognition-offer", name=giver.first_name, team=team)))
            share = Action("recognition.share", words("recognition-share-button"), given.id, ActionStyle.PRIMARY)
            private = Action("recognition.keep", words("recognition-keep-button"), given.id)
            parts.append(Actions((share, private, keep)))
        case Sharing.SHARED:
            parts += [Paragraph(words("recognition-shared", team=team), Tone.SUBTLE), Actions((keep,))]
        case _:
            parts += [Paragraph(words("recognition-private"), Tone.SUBTLE), Actions((keep,))]
    return Card(words("recognition-received-title", name=giver.name), tuple(parts), words.language)


def _thanks(words: Words, given: Recognition, value: str) -> list[Part]:
    parts: list[Part] = [Paragraph(given.text, Tone.QUOTE)]
    if value:
        parts.append(Paragraph(words("recognition-for-value", value=value), Tone.SUBTLE))
    return parts


def sent(giver: Person, given: Recognition, receiver: Person, value: str, reason: str) -> Card:
    """Confirms to the giver what goes to whom; `reason` says who will read it."""
    words = words_for(giver.language)
    parts = (*_thanks(words, given, value), Paragraph(reason, Tone.SUBTLE))
    return Card(words("recognition-sent-title", name=receiver.name), parts, words.language)


def for_channel(given: Recognition, giver: Person, receiver: Person, value: str, language: Language) -> Card:
    """What the receiver's team reads."""
    words = words_for(language)
    first = Paragraph(words("recognition-channel", giver=giver.name, receiver=receiver.first_name))
    title = words("recognition-channel-title", name=receiver.name)
    return Card(title, (first, *_thanks(words, given, value)), words.language)


def digest(
    given: Sequence[Recognition],
    people: Mapping[str, Person],
    values: Sequence[Option],
    month: date,
    language: Language,
) -> Card:
    """A month's shared thanks, to the team that they were shared with: by value, what names none last."""
    words = words_for(language)
    parts: list[Part] = [Paragraph(words("recognition-digest-intro"), Tone.SUBTLE)]
    named = {each.value for each in values}
    for value in (*values, Option("", words("recognition-digest-rest"))):
        mine = [each for each in given if (each.value if each.value in named else "") == value.value]
        if mine:
            parts.append(Heading(value.label))
        for each in mine:
            giver, receiver = (people.get(who) for who in (each.giver_id, each.receiver_id))
            someone = words("recognition-someone")
            names = {"giver": giver.name if giver else someone, "receiver": receiver.name if receiver else someone}
            parts += [Paragraph(words("recognition-digest-line", **names)), Paragraph(each.text, Tone.QUOTE)]
    title = words("recognition-digest-title", month=formats.month(month, language))
    return Card(title, tuple(parts), language)


def lately(words: Words, given: Sequence[Recognition], people: Mapping[str, Person]) -> list[Part]:
    """Thanks in a few lines each, for a list."""
    parts: list[Part] = []
    for each in given:
        giver = people.get(each.giver_id)
        day = formats.day(each.given_at.date(), words.language)
        parts.append(Paragraph(each.text, Tone.QUOTE))
        name = giver.name if giver else words("recognition-someone")
        parts.append(Paragraph(words("recognition-from", name=name, day=day), Tone.SUBTLE))
    return parts


def received_list(reader: Person, given: Sequence[Recognition], people: Mapping[str, Person], new: str) -> Card:
    """What a person was thanked for, the newest first; `new` is the subject of a conversation to thank someone."""
    words = words_for(reader.language)
    parts = lately(words, given, people) or [Paragraph(words("recognition-none"))]
    thank = Action("flow.form", words("recognition-thank-someone"), f"recognise|{new}", ActionStyle.PRIMARY)
    here = Action("flow.chat", words("recognition-thank-here"), f"recognise|{new}")
    parts += [Divider(), Paragraph(words("recognition-how"), Tone.SUBTLE), Actions((thank, here))]
    return Card(words("recognition-title"), tuple(parts), words.language)
