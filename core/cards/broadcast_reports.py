"""How far broadcasts have got: the message that moves along, the report of one, and the list of all."""

from collections.abc import Mapping, Sequence

from core.cards.audiences import described
from core.cards.broadcasts import goes
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    ProgressBar,
    Table,
    Tone,
)
from core.model.broadcast import Broadcast, BroadcastState, Failed, LeftOut, Progress, Response
from core.model.delivery import NO_ACCOUNT, OUT_OF_REACH
from core.model.given_up import reason_of
from core.model.person import Person
from core.texts import formats
from core.texts.texts import Words, words_for

SHOWN = 50
"""People named in a report; the rest is in the figures."""

_REASONS = {NO_ACCOUNT: "broadcast-failed-no-account", OUT_OF_REACH: "broadcast-failed-out-of-reach"}


def progress(reader: Person, broadcast: Broadcast, found: Progress, people: Mapping[str, Person]) -> Card:
    """How far it has got, for its author: the same message, changed in place."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("broadcast-check-to", audience=described(words, broadcast.audience)))]
    parts += _standing(words, reader, broadcast, found, people)
    parts.append(Actions(_ways(words, broadcast, found)))
    title = words("broadcast-progress-title", state=_state(words, broadcast, found))
    return Card(title, tuple(parts), words.language)


def _standing(
    words: Words, reader: Person, broadcast: Broadcast, found: Progress, people: Mapping[str, Person]
) -> list[Part]:
    parts: list[Part] = []
    if broadcast.sent_at is not None and found.people:
        done = words(
            "broadcast-progress-done", done=_number(words, found.sent), people=_number(words, found.people)
        )
        parts.append(ProgressBar(words("broadcast-progress-label"), 100 * found.sent / found.people, done))
        parts.append(Facts(tuple(_facts(words, broadcast, found))))
        reasons = sorted((found.failed or {}).items(), key=lambda each: -each[1])
        for reason, count in reasons:
            parts.append(Paragraph(f"{_reason(words, reason)}: {_number(words, count)}", Tone.WARNING))
            if reason in _REASONS:
                parts.append(Paragraph(words(f"messages-help-{reason_of(reason).why}"), Tone.SUBTLE))
    else:
        parts.append(Paragraph(words("broadcast-check-people", count=found.people)))
        parts.append(Paragraph(goes(words, broadcast, reader)))
    if broadcast.state is BroadcastState.SCHEDULED:
        parts.append(Paragraph(_starts(words, broadcast, reader), Tone.SUBTLE))
    parts += [Paragraph(each, Tone.SUBTLE) for each in _decisions(words, reader, broadcast, people)]
    return parts


def _starts(words: Words, broadcast: Broadcast, reader: Person) -> str:
    if broadcast.send_at is None:
        return words("broadcast-progress-starts")
    return words("broadcast-progress-goes", moment=formats.moment(broadcast.send_at, reader))


def _decisions(words: Words, reader: Person, broadcast: Broadcast, people: Mapping[str, Person]) -> list[str]:
    said = []
    for key, by_id, at in (
        ("broadcast-approved-by", broadcast.approved_by_id, broadcast.approved_at),
        ("broadcast-cancelled", broadcast.cancelled_by_id, broadcast.cancelled_at),
    ):
        by = people.get(by_id or "")
        if by is not None and at is not None:
            said.append(words(key, name=by.name, moment=formats.moment(at, reader)))
    return said


def _facts(words: Words, broadcast: Broadcast, found: Progress) -> list[Fact]:
    counted = [
        ("broadcast-fact-sent", found.sent, True),
        ("broadcast-fact-waiting", found.waiting + found.under_way, False),
        ("broadcast-fact-later", found.later, False),
        ("broadcast-fact-acted", found.acted, broadcast.response is not Response.NONE),
        ("broadcast-fact-failed", found.failures, False),
        ("broadcast-fact-cancelled", found.cancelled, False),
    ]
    facts = [Fact(words(key), _number(words, count)) for key, count, always in counted if count or always]
    facts.insert(1, Fact(words("broadcast-fact-read"), words("broadcast-fact-read-unknown")))
    if found.all_left_out:
        said = [
            words(f"broadcast-left-out-{_dashed(why)}", count=_number(words, count))
            for why, count in sorted((found.left_out or {}).items())
        ]
        facts.append(Fact(words("broadcast-fact-left-out"), formats.both(said, words.language)))
    return facts


def _ways(words: Words, broadcast: Broadcast, found: Progress) -> tuple[Action, ...]:
    ways = []
    can_stop = broadcast.state is not BroadcastState.CANCELLED and not found.is_settled
    if broadcast.state is BroadcastState.APPROVAL:
        ways.append(Action("broadcast.take_back", words("broadcast-take-back"), broadcast.id))
    elif can_stop:
        ways.append(Action("broadcast.cancel", words("broadcast-cancel"), broadcast.id, ActionStyle.DANGER))
    if found.failures and broadcast.state is not BroadcastState.CANCELLED:
        label = words("broadcast-retry", count=found.failures)
        ways.append(Action("broadcast.retry", label, broadcast.id, ActionStyle.PRIMARY))
    ways.append(Action("broadcast.report", words("broadcast-report"), broadcast.id))
    if broadcast.sent_at is not None:
        ways.append(Action("broadcast.repeat", words("broadcast-repeat"), broadcast.id))
    return tuple(ways)


def report(
    reader: Person,
    broadcast: Broadcast,
    found: Progress,
    people: Mapping[str, Person],
    failed: Sequence[Failed],
    left_out: Sequence[tuple[str, LeftOut]],
) -> Card:
    """Everything that is known of one broadcast: the text, the figures, and who was not reached and why."""
    words = words_for(reader.language)
    author = people.get(broadcast.author_id)
    written = words(
        "broadcast-written-by",
        name=author.name if author else "",
        moment=formats.moment(broadcast.created_at, reader),
    )
    parts: list[Part] = [
        Paragraph(words("broadcast-check-to", audience=described(words, broadcast.audience))),
        Paragraph(written, Tone.SUBTLE),
        Paragraph(broadcast.text_en, Tone.QUOTE),
    ]
    if broadcast.text_cy:
        parts.append(Paragraph(broadcast.text_cy, Tone.QUOTE))
    parts += _standing(words, reader, broadcast, found, people)
    header = (words("broadcast-who-name"), words("broadcast-who-why"))
    if failed:
        rows = tuple((each.name, _reason(words, each.reason)) for each in failed)
        parts += [Heading(words("broadcast-failed-title")), Table(header, rows)]
    if left_out:
        rows = tuple((name, words(f"broadcast-left-out-one-{_dashed(why)}")) for name, why in left_out)
        parts += [Heading(words("broadcast-left-out-title")), Table(header, rows)]
    parts.append(
        Actions(tuple(each for each in _ways(words, broadcast, found) if each.name != "broadcast.report"))
    )
    title = words("broadcast-report-title")
    return Card(f"{title}: {_state(words, broadcast, found)}", tuple(parts), words.language)


def listed(
    reader: Person,
    broadcasts: Sequence[Broadcast],
    found: Mapping[str, Progress],
    people: Mapping[str, Person],
    limit: int,
) -> Card:
    """Those still to go, then those that went, each with its figures and a way to its report."""
    words = words_for(reader.language)
    ahead = [each for each in broadcasts if each.state in (BroadcastState.APPROVAL, BroadcastState.SCHEDULED)]
    past = [each for each in broadcasts if each not in ahead]
    parts: list[Part] = []
    for key, group in (("broadcast-list-scheduled", ahead), ("broadcast-list-past", past)):
        if group:
            parts.append(Heading(words(key)))
        for each in group:
            line = _line(words, reader, each, found.get(each.id, Progress()), people)
            see = Action("broadcast.report", words("broadcast-report"), each.id)
            parts += [Outline((line,)), Actions((see,))]
    if not broadcasts:
        parts.append(Paragraph(words("broadcast-list-none")))
    new = Action("broadcast.start", words("broadcast-new"), style=ActionStyle.PRIMARY)
    limits = Paragraph(words("broadcast-list-limit", limit=_number(words, limit)), Tone.SUBTLE)
    parts += [Divider(), limits, Actions((new,))]
    return Card(words("broadcast-list-title"), tuple(parts), words.language)


def _line(
    words: Words, reader: Person, broadcast: Broadcast, found: Progress, people: Mapping[str, Person]
) -> OutlineItem:
    author = people.get(broadcast.author_id)
    moment = broadcast.send_at or broadcast.sent_at or broadcast.created_at
    note = words(
        "broadcast-list-note",
        name=author.name if author else "",
        moment=formats.moment(moment, reader),
        sent=_number(words, found.sent),
        acted=_number(words, found.acted),
        failed=_number(words, found.failures),
    )
    audience, state = described(words, broadcast.audience), _state(words, broadcast, found)
    return OutlineItem(words("broadcast-list-line", audience=audience, state=state), note=note, strong=True)


def _state(words: Words, broadcast: Broadcast, found: Progress) -> str:
    if broadcast.state is BroadcastState.SENT and found.is_settled:
        return words("broadcast-state-finished")
    return words(f"broadcast-state-{broadcast.state.value}")


def _reason(words: Words, reason: str) -> str:
    """Why a message was given up; what is not one of the usual reasons is in the platform's own words."""
    return words(_REASONS[reason]) if reason in _REASONS else reason


def _dashed(why: LeftOut) -> str:
    return why.value.replace(" ", "-")


def _number(words: Words, count: int) -> str:
    return formats.number(count, words.language)
