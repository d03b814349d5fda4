"""360 rounds as those see them who open and keep them, and the person they are about."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from core.cards.asking import SEPARATOR
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Fact,
    Facts,
    Heading,
    Outline,
    OutlineItem,
    Paragraph,
    Part,
    Tone,
)
from core.model.anonymity import FEWEST
from core.model.person import Person
from core.model.round_360 import MOST_PEERS, Group, Rater, Round360, RoundState
from core.texts import formats
from core.texts.texts import Words, words_for

LOOK_BACK = timedelta(days=200)
"""How old a round may be in which someone is still asked."""

Named = Sequence[tuple[Rater, Person]]


def short(words: Words, key: str, **args: object) -> Card:
    """A sentence about rounds."""
    return Card(words("round-title"), (Paragraph(words(key, **args)),), words.language)


def not_kept(words: Words, problem: str) -> Card:
    """What is wrong with a list of names."""
    return Card(words("round-title"), (Paragraph(problem, Tone.WARNING),), words.language)


def bad_date(reader: Person, due_on: date, soonest: int, latest: int) -> Card:
    """A day too near or too far; nobody was told yet."""
    words = words_for(reader.language)
    day = formats.full_date(due_on, words.language)
    return short(words, "round-bad-date", date=day, soonest=soonest, latest=latest)


def _day(words: Words, on: date) -> str:
    return formats.day(on, words.language)


def _readers(words: Words, found: Round360, readers: Sequence[Person], reader: Person) -> str:
    """Who reads the report, the reader as `you`."""
    names = [words("round-you") if each.id == reader.id else each.name for each in readers]
    return words("round-who-reads", names=formats.both(names, words.language))


def what_is_asked(words: Words, found: Round360) -> list[Part]:
    """The template, as its own words."""
    parts: list[Part] = []
    for key, asked in (
        ("round-asked-scale", found.template.competencies),
        ("round-asked-open", found.template.open_questions),
    ):
        parts.append(Heading(words(key)))
        parts.append(Outline(tuple(OutlineItem(each.wording.read_in(words.language)) for each in asked)))
    return parts


def offer(opener: Person, found: Round360, subject: Person, readers: Sequence[Person]) -> Card:
    """What would be opened; nothing has happened yet."""
    words = words_for(opener.language)
    value = SEPARATOR.join((subject.id, found.due_on.isoformat()))
    parts = (
        Paragraph(words("round-offer", name=subject.name, date=_day(words, found.due_on))),
        Paragraph(_readers(words, found, readers, opener)),
        Paragraph(words("round-fewest", fewest=FEWEST), Tone.SUBTLE),
        *what_is_asked(words, found),
        Actions((Action("round360.open", words("round-open"), value, ActionStyle.PRIMARY),)),
    )
    return Card(words("round-title-of", name=subject.name), parts, words.language)


def told(
    subject: Person, found: Round360, opener: Person, readers: Sequence[Person], *, has_reports: bool
) -> Card:
    """To the person: what it is, who opened it, who will read what, and what comes next."""
    words = words_for(subject.language)
    listed = [Paragraph(words("round-told-reports"))] if has_reports else []
    parts = (
        Paragraph(words("round-told", name=opener.name, date=_day(words, found.due_on))),
        Paragraph(words("round-told-named")),
        Paragraph(words("round-told-unnamed", fewest=FEWEST)),
        Paragraph(_readers(words, found, readers, subject)),
        *what_is_asked(words, found),
        Paragraph(words("round-told-next", most=MOST_PEERS, name=opener.name)),
        *listed,
        _names_buttons(words, found, "round-propose"),
    )
    return Card(words("round-told-title"), parts, words.language)


def _names_buttons(words: Words, found: Round360, key: str) -> Actions:
    return Actions(
        (
            Action("round360.list", words(key), found.id, ActionStyle.PRIMARY),
            Action("round360.list_here", words("round-list-here"), found.id),
        )
    )


def manager_told(manager: Person, found: Round360, subject: Person, opener: Person) -> Card:
    """To the line manager, where HR opens it: that they take part by name."""
    words = words_for(manager.language)
    text = words("round-manager-told", opener=opener.name, name=subject.name, date=_day(words, found.due_on))
    return Card(words("round-title-of", name=subject.name), (Paragraph(text),), words.language)


def wanted(manager: Person, person: Person, due_on: date) -> Card:
    """Someone asks their line manager for a round."""
    words = words_for(manager.language)
    value = SEPARATOR.join((person.id, due_on.isoformat()))
    parts = (
        Paragraph(words("round-wanted", name=person.name, date=_day(words, due_on))),
        Actions((Action("round360.open", words("round-open"), value, ActionStyle.PRIMARY),)),
    )
    return Card(words("round-title-of", name=person.name), parts, words.language)


def proposed(subject: Person, opener: Person, people: Sequence[Person]) -> Card:
    """Confirms to the person whom they proposed."""
    words = words_for(subject.language)
    names = formats.both([each.name for each in people], words.language)
    text = words("round-proposed", names=names, name=opener.name) if people else words("round-proposed-nobody")
    return short_text(words, text)


def short_text(words: Words, text: str) -> Card:
    """A sentence that was put together before."""
    return Card(words("round-title"), (Paragraph(text),), words.language)


def progress(
    opener: Person, found: Round360, subject: Person, taking_part: Named, *, is_news: bool = False
) -> Card:
    """How far a round is. Of peers and reports it says who is on the list, and never who answered."""
    words = words_for(opener.language)
    parts = (
        _nominating(words, found, subject, taking_part, is_news=is_news)
        if found.state is RoundState.NOMINATING
        else _asking(words, found, taking_part)
    )
    cancel = Action("round360.cancel", words("round-cancel"), found.id, ActionStyle.DANGER)
    ways = next((part.items for part in parts if isinstance(part, Actions)), ())
    rest = [part for part in parts if not isinstance(part, Actions)]
    return Card(words("round-title-of", name=subject.name), (*rest, Actions((*ways, cancel))), words.language)


def _nominating(
    words: Words, found: Round360, subject: Person, taking_part: Named, *, is_news: bool
) -> list[Part]:
    others = [each for each, _ in taking_part if not each.group.is_named]
    first = "round-names-proposed" if is_news else "round-nominating"
    parts: list[Part] = [Paragraph(words(first, name=subject.first_name)), _list(words, taking_part)]
    change = Action("round360.list", words("round-change-list"), found.id)
    if len(others) < FEWEST:
        # As long as the person has not proposed anyone, nothing is amiss.
        tone = Tone.WARNING if is_news or others else Tone.SUBTLE
        parts.append(Paragraph(words("round-too-few-listed", fewest=FEWEST, count=len(others)), tone))
        named = SEPARATOR.join((found.id, "named"))
        only = Action("round360.agree", words("round-ask-named"), named)
        return [*parts, Actions((change, only))]
    by = words("round-agree-how", date=_day(words, found.due_on))
    parts.append(Paragraph(by, Tone.SUBTLE))
    agree = Action("round360.agree", words("round-agree"), found.id, ActionStyle.PRIMARY)
    return [*parts, Actions((agree, change))]


def _list(words: Words, taking_part: Named) -> Facts:
    facts = []
    for group in (Group.MANAGER, Group.PEER, Group.REPORT):
        names = [person.name for each, person in taking_part if each.group is group]
        if names or group is Group.PEER:
            facts.append(Fact(words(f"round-group-{group}"), ", ".join(names) or words("round-nobody-yet")))
    return Facts(tuple(facts))


def _asking(words: Words, found: Round360, taking_part: Named) -> list[Part]:
    facts = [
        Fact(
            f"{words(f'round-group-{each.group}')}: {person.name}",
            words("round-has-answered" if each.has_answered else "round-not-yet"),
        )
        for each, person in taking_part
        if each.group.is_named
    ]
    others = [each for each, _ in taking_part if not each.group.is_named]
    if others:
        answered = sum(1 for each in others if each.has_answered)
        counted = words("round-answered-of", answered=answered, asked=len(others))
        facts.append(Fact(words("round-group-others"), counted))
    early = Action("round360.close_early", words("round-close-early"), found.id)
    return [
        Paragraph(words("round-asking", date=_day(words, found.due_on))),
        Facts(tuple(facts)),
        Paragraph(words("round-progress-how", fewest=FEWEST), Tone.SUBTLE),
        Actions((early,)),
    ]


def closing(opener: Person, found: Round360, subject: Person, taking_part: Named, last_day: date) -> Card:
    """What closing a round early would leave in its report; nothing has happened yet."""
    words = words_for(opener.language)
    others = [each for each, _ in taking_part if not each.group.is_named]
    answered = sum(1 for each in others if each.has_answered)
    parts: list[Part] = [Paragraph(words("round-closing", date=_day(words, last_day), name=subject.name))]
    if others:
        counted = words("round-answered-of", answered=answered, asked=len(others))
        parts.append(Facts((Fact(words("round-group-others"), counted),)))
    if others and answered < FEWEST:
        parts.append(Paragraph(words("round-closing-few", fewest=FEWEST), Tone.WARNING))
    ways = (
        Action("round360.close", words("round-close"), found.id, ActionStyle.PRIMARY),
        Action("round360.progress", words("round-show-progress"), found.id),
    )
    return Card(words("round-title-of", name=subject.name), (*parts, Actions(ways)), words.language)


def closing_anyway(opener: Person, found: Round360) -> Card:
    """The last day is as near as an early one would be."""
    words = words_for(opener.language)
    return short(words, "round-closing-anyway", date=_day(words, found.due_on))


def closes_early(reader: Person, found: Round360, subject: Person) -> Card:
    """To who closed it and to the person: until when answers count now."""
    words = words_for(reader.language)
    key = "round-closes-early-own" if reader.id == subject.id else "round-closes-early"
    text = words(key, date=_day(words, found.due_on), name=subject.name)
    return Card(words("round-title-of", name=subject.name), (Paragraph(text),), words.language)


def not_in_time(opener: Person, found: Round360, people: Sequence[Person]) -> Card:
    """Some cannot be asked before the last day; nobody was asked yet."""
    words = words_for(opener.language)
    names = formats.both([each.name for each in people], words.language)
    parts = (
        Paragraph(words("round-not-in-time", names=names), Tone.WARNING),
        Actions((Action("round360.list", words("round-change-list"), found.id, ActionStyle.PRIMARY),)),
    )
    return Card(words("round-title"), parts, words.language)


def going_out(
    opener: Person,
    found: Round360,
    subject: Person,
    taking_part: Named,
    often: Sequence[tuple[Person, datetime]],
) -> Card:
    """Confirms that everyone is asked, and says who is asked often and therefore later."""
    words = words_for(opener.language)
    parts: list[Part] = [
        Paragraph(words("round-going-out", date=_day(words, found.due_on))),
        _list(words, taking_part),
    ]
    parts += [
        Paragraph(words("round-often", name=person.name, moment=formats.moment(at, opener)), Tone.WARNING)
        for person, at in often
    ]
    show = Action("round360.progress", words("round-show-progress"), found.id)
    return Card(words("round-title-of", name=subject.name), (*parts, Actions((show,))), words.language)


def cancelled(reader: Person, subject: Person) -> Card:
    """The round ended without a report."""
    words = words_for(reader.language)
    return Card(words("round-title-of", name=subject.name), (Paragraph(words("round-cancelled")),), words.language)


def lapsed(reader: Person, subject: Person) -> Card:
    """The last day came before anyone was asked."""
    words = words_for(reader.language)
    return Card(words("round-title-of", name=subject.name), (Paragraph(words("round-lapsed")),), words.language)


def kept(reader: Person, rounds: Sequence[tuple[Round360, Person]], *, as_hr: bool) -> Card:
    """The rounds that the reader opened, or takes part in as line manager."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("round-how-hr" if as_hr else "round-how-team"), Tone.SUBTLE)]
    if not rounds:
        parts.append(Paragraph(words("round-none")))
    for found, subject in rounds:
        parts += _line(words, found, subject.name, is_opener=found.opener_id == reader.id)
    if as_hr:
        parts.append(Actions((Action("round360.template", words("round-template"), ""),)))
    return Card(words("round-list-title"), tuple(parts), words.language)


def own(person: Person, rounds: Sequence[Round360], waiting: Sequence[tuple[Round360, Person]]) -> Card:
    """The rounds about the reader, and those they are asked in."""
    words = words_for(person.language)
    parts: list[Part] = [Paragraph(words("round-what", fewest=FEWEST), Tone.SUBTLE)]
    for found in rounds:
        parts += _line(words, found, words("round-about-you"), is_opener=False, is_own=True)
    if not any(each.is_open for each in rounds):
        parts.append(Actions((Action("round360.wanted", words("round-ask-manager"), ""),)))
    if waiting:
        parts.append(Heading(words("round-waiting")))
    for found, subject in waiting:
        about = "round-waiting-self" if subject.id == person.id else "round-waiting-for"
        parts.append(Paragraph(words(about, name=subject.name, date=_day(words, found.due_on))))
        answer = SEPARATOR.join(("answer_360", found.id))
        parts.append(Actions((Action("flow.form", words("round-answer"), answer),)))
    return Card(words("round-list-title"), tuple(parts), words.language)


def _line(words: Words, found: Round360, name: str, *, is_opener: bool, is_own: bool = False) -> list[Part]:
    """One round: whose, how far it is, and the way on."""
    day = _day(words, found.due_on if found.closed_at is None else found.closed_at.date())
    parts: list[Part] = [Paragraph(words(f"round-line-{found.state}", name=name, date=day))]
    if found.state is RoundState.CLOSED:
        parts.append(Actions((Action("round360.report", words("round-read"), found.id),)))
    elif is_own and found.state is RoundState.NOMINATING:
        parts.append(Actions((Action("round360.list", words("round-propose"), found.id),)))
    elif is_opener and found.is_open:
        parts.append(Actions((Action("round360.progress", words("round-show-progress"), found.id),)))
    return parts
