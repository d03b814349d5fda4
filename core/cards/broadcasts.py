"""Broadcasts as people see them: the message itself, the look at it before it goes, and its approval."""

from collections.abc import Mapping, Sequence
from typing import Literal

from core.cards.audiences import clause_in_words, described, why
from core.chat.card import Action, Actions, ActionStyle, Card, Fact, Facts, Heading, Paragraph, Part, Table, Tone
from core.model.audience import Audience, Clause, Filter
from core.model.broadcast import Broadcast, BroadcastState, Response, Spread, WhenAway
from core.model.broadcast_text import Variable, fill
from core.model.person import Language, Person, Platform
from core.texts import formats
from core.texts.texts import Words, words_for

WHO_A_PAGE = 10

WHO_AT_FIRST = 5
"""People named on the card that is checked, so that what sends it is in sight; all are a tap away."""


def values_for(broadcast: Broadcast, person: Person, team: str, manager: str) -> dict[Variable, str]:
    """What the variables stand for, for one recipient."""
    words = words_for(person.language)
    course = broadcast.course
    due = formats.full_date(broadcast.due_on, person.language) if broadcast.due_on else ""
    return {
        Variable.FIRST_NAME: person.first_name,
        Variable.NAME: person.name,
        Variable.TEAM: team or words("broadcast-team-none"),
        Variable.MANAGER: manager or words("broadcast-manager-none"),
        Variable.COURSE: course[1] if course else "",
        Variable.DUE_DATE: due,
    }


def message(
    broadcast: Broadcast,
    person: Person,
    author: Person,
    values: Mapping[Variable, str],
    *,
    acted: bool = False,
    is_preview: bool = False,
) -> Card:
    """What a recipient gets, in their language; a preview is the same but for what its button does."""
    words = words_for(person.language)
    in_welsh = person.language is Language.CY and broadcast.text_cy != ""
    parts: list[Part] = [Paragraph(fill(broadcast.text_cy if in_welsh else broadcast.text_en, values))]
    if person.language is Language.CY and not in_welsh:
        parts.append(Paragraph(words("broadcast-only-english"), Tone.SUBTLE))
    if broadcast.response is not Response.NONE:
        if acted:
            parts.append(Paragraph(words(f"broadcast-acted-{broadcast.response.value}"), Tone.SUBTLE))
        else:
            label = words(f"broadcast-button-{broadcast.response.value}")
            name = "broadcast.preview" if is_preview else "broadcast.act"
            parts.append(Actions((Action(name, label, broadcast.id, ActionStyle.PRIMARY),)))
    return Card(words("broadcast-from", name=author.name), tuple(parts), words.language)


def check(
    reader: Person,
    broadcast: Broadcast,
    count: int,
    spread: Spread,
    who: Sequence[tuple[Person, Sequence[Filter]]],
    limit: int,
    asked: Sequence[tuple[str, bool]],
) -> Card:
    """The last look before it goes: to whom and why, how it arrives, and when.

    `asked` has the courses that people are chosen by, and whether rules say who must have them.
    """
    words = words_for(reader.language)
    parts: list[Part] = [
        Paragraph(words("broadcast-check-to", audience=described(words, broadcast.audience))),
        Paragraph(f"{words('broadcast-check-people', count=count)}. {_languages(words, broadcast, spread)}"),
        *_asked(words, asked),
        _who_table(words, who),
    ]
    if count > len(who):
        shown = words("broadcast-who-more", first=1, last=len(who), count=count)
        parts.append(Paragraph(shown, Tone.SUBTLE))
        parts.append(Actions((Action("broadcast.who", words("broadcast-who-all"), f"{broadcast.id}|0"),)))
    parts.append(Heading(words("broadcast-check-platforms")))
    parts += [Paragraph(each, Tone.SUBTLE) for each in _arrives(words, spread)]
    parts.append(Paragraph(goes(words, broadcast, reader)))
    if count > limit:
        parts.append(Paragraph(words("broadcast-check-approval", limit=limit), Tone.WARNING))
        send = words("broadcast-ask-approval")
    elif broadcast.send_at is not None:
        send = words("broadcast-schedule", moment=formats.moment(broadcast.send_at, reader))
    else:
        send = words("broadcast-send", count=count)
    parts.append(
        Actions(
            (
                Action("broadcast.send", send, broadcast.id, ActionStyle.PRIMARY),
                Action("broadcast.change", words("broadcast-change"), broadcast.id),
                Action("broadcast.drop", words("broadcast-drop"), broadcast.id),
            )
        )
    )
    return Card(words("broadcast-check-title"), tuple(parts), words.language)


def _asked(words: Words, asked: Sequence[tuple[str, bool]]) -> list[Part]:
    keys = {True: "broadcast-check-asked", False: "broadcast-check-not-asked"}
    return [Paragraph(words(keys[by_rule], course=title), Tone.SUBTLE) for title, by_rule in asked]


def _languages(words: Words, broadcast: Broadcast, spread: Spread) -> str:
    welsh = spread.languages.get(Language.CY, 0)
    if welsh and not broadcast.text_cy:
        return words("broadcast-check-no-welsh", welsh=welsh)
    return words("broadcast-check-languages", welsh=welsh)


def _arrives(words: Words, spread: Spread) -> list[str]:
    found = [(each.value, spread.platforms.get(each.value, 0)) for each in Platform]
    found.append(("none", spread.platforms.get("", 0)))
    return [words(f"broadcast-looks-{name}", count=count) for name, count in found if count]


def goes(words: Words, broadcast: Broadcast, reader: Person, after: Literal["check", "approval"] = "check") -> str:
    """When it goes, and what becomes of people on leave. `after` is what it waits for while it is not sent."""
    hours = "now" if broadcast.at_any_hour else "working"
    if broadcast.send_at is not None:
        when = words("broadcast-check-when-at", moment=formats.moment(broadcast.send_at, reader))
    elif broadcast.state is BroadcastState.SCHEDULED:
        when = words(f"broadcast-going-when-{hours}")
    else:
        when = words(f"broadcast-{after}-when-{hours}")
    is_held = broadcast.when_away is WhenAway.ON_RETURN
    return f"{when} {words('broadcast-check-away-on-return' if is_held else 'broadcast-check-away-leave-out')}"


def _who_table(words: Words, who: Sequence[tuple[Person, Sequence[Filter]]]) -> Table:
    header = (words("broadcast-who-name"), words("broadcast-who-why"))
    return Table(header, tuple((person.name, why(words, filters, person)) for person, filters in who))


def who_page(
    reader: Person, broadcast: Broadcast, who: Sequence[tuple[Person, Sequence[Filter]]], page: int, count: int
) -> Card:
    """One page of everyone who is written to, and why."""
    words = words_for(reader.language)
    first = page * WHO_A_PAGE + 1
    shown = words("broadcast-who-more", first=first, last=first + len(who) - 1, count=count)
    ways = []
    if page:
        ways.append(Action("broadcast.page", words("broadcast-who-before"), f"{broadcast.id}|{page - 1}"))
    if first + len(who) - 1 < count:
        ways.append(Action("broadcast.page", words("broadcast-who-next"), f"{broadcast.id}|{page + 1}"))
    parts: list[Part] = [_who_table(words, who), Paragraph(shown, Tone.SUBTLE)]
    if ways:
        parts.append(Actions(tuple(ways)))
    return Card(
        words("broadcast-who-title", count=formats.number(count, words.language)), tuple(parts), words.language
    )


def nobody(
    reader: Person,
    audience: Audience,
    because: tuple[Clause, int] | None,
    asked: Sequence[tuple[str, bool]],
    *,
    is_exception: bool,
) -> list[Part]:
    """Why an audience is empty: the filter that leaves nobody, and how many there were before it."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("audience-empty", audience=described(words, audience)))]
    if because is not None:
        clause, before = because
        said = _capital(clause_in_words(words, clause))
        text = (
            words("audience-empty-because", filter=said, before=before)
            if before
            else words("audience-empty-alone", filter=said)
        )
        parts.append(Paragraph(text, Tone.WARNING))
    elif is_exception:
        parts.append(Paragraph(words("audience-empty-exception"), Tone.WARNING))
    parts += _asked(words, asked)
    parts.append(Paragraph(words("audience-empty-how"), Tone.SUBTLE))
    return parts


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def approval(reader: Person, broadcast: Broadcast, author: Person, count: int, *, decided: str = "") -> Card:
    """Asks a second person of HR; once it is `decided`, says how instead of asking."""
    words = words_for(reader.language)
    audience = described(words, broadcast.audience)
    parts: list[Part] = [
        Paragraph(words("broadcast-approval-from", name=author.name, audience=audience)),
        Paragraph(words("broadcast-check-people", count=count)),
        Paragraph(broadcast.text_en, Tone.QUOTE),
    ]
    if broadcast.text_cy:
        parts.append(Paragraph(broadcast.text_cy, Tone.QUOTE))
    facts = []
    if broadcast.response is not Response.NONE:
        button = words(f"broadcast-response-{broadcast.response.value}")
        facts.append(Fact(words("broadcast-response-label"), button))
    if broadcast.due_on is not None:
        facts.append(Fact(words("broadcast-due-label"), formats.full_date(broadcast.due_on, words.language)))
    if facts:
        parts.append(Facts(tuple(facts)))
    parts.append(Paragraph(goes(words, broadcast, reader, "approval")))
    if decided:
        parts.append(Paragraph(decided, Tone.SUBTLE))
    else:
        parts.append(
            Actions(
                (
                    Action("broadcast.approve", words("broadcast-approve"), broadcast.id, ActionStyle.PRIMARY),
                    Action("broadcast.who", words("broadcast-who-all"), f"{broadcast.id}|0"),
                    Action("broadcast.send_back", words("broadcast-send-back"), broadcast.id),
                )
            )
        )
    return Card(words("broadcast-approval-title"), tuple(parts), words.language)


def stale(reader: Person, broadcast: Broadcast) -> Card:
    """It could not go when it should have, and its author decides whether it still does."""
    words = words_for(reader.language)
    when = formats.moment(broadcast.send_at, reader) if broadcast.send_at else ""
    return Card(
        words("broadcast-stale-title"),
        (
            Paragraph(words("broadcast-stale", moment=when)),
            Paragraph(broadcast.text_en, Tone.QUOTE),
            Actions(
                (
                    Action("broadcast.send", words("broadcast-stale-send"), broadcast.id, ActionStyle.PRIMARY),
                    Action("broadcast.change", words("broadcast-change"), broadcast.id),
                    Action("broadcast.drop", words("broadcast-drop"), broadcast.id),
                )
            ),
        ),
        words.language,
    )


def change_button(words: Words, broadcast: Broadcast) -> Actions:
    """The way back to a draft's text."""
    label = words("broadcast-change")
    return Actions((Action("broadcast.change", label, broadcast.id, ActionStyle.PRIMARY),))


def start(reader: Person, subject: str, ready: Sequence[tuple[str, str, int]]) -> Card:
    """How to begin; `ready` are audiences a tap away: what to do with which value, and how many they are."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("broadcast-start"))]
    if ready:
        parts.append(Actions(tuple(Action("broadcast.about", label, value) for label, value, _ in ready)))
    parts.append(
        Actions(
            (
                Action("flow.form", words("broadcast-start-form"), f"broadcast|{subject}", ActionStyle.PRIMARY),
                Action("broadcast.lists", words("broadcast-start-lists")),
                Action("flow.chat", words("broadcast-start-chat"), f"broadcast|{subject}"),
                Action("broadcast.list", words("hr-broadcasts")),
            )
        )
    )
    return Card(words("broadcast-start-title"), tuple(parts), words.language)
