"""Reviews in chat: how far one is and what can be done, its pages, and the lists of those who keep them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from core.cards.asking import SEPARATOR
from core.cards.review_sections import Shown, heading, sections, span
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Heading,
    Paragraph,
    Part,
    Tone,
)
from core.chat.document import Section
from core.model.exported import FileFormat
from core.model.person import Person
from core.model.review import LATEST, Period, Review, ReviewKind, ReviewStage, Signatures
from core.model.review_pack import Alone, ItemKind, Pack, key_of
from core.texts import formats
from core.texts.texts import Words, words_for

_Item = TypeVar("_Item")

FILES = (FileFormat.PDF, FileFormat.DOCX)

CHOICES_A_PAGE = 8


def short(words: Words, key: str, **args: object) -> Card:
    """A sentence about reviews."""
    return Card(words("review-title"), (Paragraph(words(key, **args)),), words.language)


def stage_line(words: Words, stage: ReviewStage, waits_for: Sequence[str]) -> str:
    """`to be signed by Amira Hassan and Marcus Bell`."""
    if stage is ReviewStage.SIGNED:
        return words("review-stage-signed")
    names = formats.both(waits_for, words.language) if waits_for else words("review-no-manager")
    return words(f"review-stage-{stage}", name=names)


def bad_date(reader: Person, due_on: date) -> Card:
    """A day too near or too far."""
    words = words_for(reader.language)
    return short(words, "review-bad-date", date=formats.full_date(due_on, words.language), latest=LATEST.days)


def already(reader: Person, person: Person, found: Review) -> Card:
    """There is an open one of another kind."""
    words = words_for(reader.language)
    text = words(
        "review-already",
        name=person.name,
        kind=words(f"review-kind-{found.kind}"),
        date=formats.full_date(found.due_on, words.language),
    )
    own = reader.id == person.id or found.stage is not ReviewStage.PREPARING
    look = (Actions((Action("review.show", words("review-open"), found.id),)),) if own else ()
    return Card(words("review-title-of", name=person.name), (Paragraph(text), *look), words.language)


def to_begin(person: Person, kinds: Sequence[ReviewKind], earlier: bool) -> Card:
    """What the person can begin."""
    words = words_for(person.language)
    buttons = [
        Action("review.begin", words("review-begin", kind=words(f"review-kind-{each}")), each) for each in kinds
    ]
    if earlier:
        buttons.append(Action("review.history", words("review-history-title"), ""))
    parts = (
        Paragraph(words("review-none")),
        Paragraph(words("review-reads"), Tone.SUBTLE),
        Actions(tuple(buttons)),
    )
    return Card(words("review-title"), parts, words.language)


def history(person: Person, found: Sequence[Review], waits_for: Mapping[str, Sequence[str]]) -> Card:
    """All the person's reviews, the newest first."""
    words = words_for(person.language)
    parts: list[Part] = []
    for each in found:
        since, until = span(words, each.since, each.until)
        stage = stage_line(words, each.stage, waits_for.get(each.id, ()))
        kind = words(f"review-named-{each.kind}")
        parts.append(Paragraph(words("review-line", kind=kind, since=since, until=until, stage=stage)))
        parts.append(Actions((Action("review.show", words("review-open"), each.id),)))
    return Card(
        words("review-history-title"),
        tuple(parts) or (Paragraph(words("review-history-none")),),
        words.language,
    )


def offer(manager: Person, person: Person, kind: ReviewKind, period: Period, signed: Review | None = None) -> Card:
    """What would be opened; nobody was told yet. `signed` is one of the same kind and period that there is."""
    words = words_for(manager.language)
    since, until = span(words, period.since, period.until)
    day = formats.full_date(period.due_on, words.language)
    value = SEPARATOR.join((person.id, kind, period.due_on.isoformat()))
    parts: tuple[Part, ...] = (
        Paragraph(words("review-offer-period", since=since, until=until, date=day)),
        Paragraph(words("review-offer", name=person.name)),
        Paragraph(words("review-reads-both"), Tone.SUBTLE),
        Actions((Action("review.open", words("review-offer-open"), value, ActionStyle.PRIMARY),)),
    )
    if signed is not None:
        again = Action("review.open", words("review-offer-again"), value)
        look = Action("review.show", words("review-look"), signed.id, ActionStyle.PRIMARY)
        parts = (Paragraph(words("review-offer-signed", since=since, until=until)), Actions((look, again)))
    title = f"{words(f'review-named-{kind}')}: {person.name}"
    return Card(title, parts, words.language)


def told(person: Person, manager: Person, review: Review) -> Card:
    """To the person: that it is open, what it looks at, and that they come first."""
    words = words_for(person.language)
    since, until = span(words, review.since, review.until)
    text = words(
        "review-told",
        name=manager.name,
        kind=words(f"review-kind-{review.kind}"),
        date=formats.full_date(review.due_on, words.language),
        since=since,
        until=until,
    )
    return Card(words("review-told-title"), (Paragraph(text), _reads(words), _look(words, review)), words.language)


def _reads(words: Words) -> Paragraph:
    return Paragraph(words("review-reads"), Tone.SUBTLE)


def _look(words: Words, review: Review) -> Actions:
    return Actions((Action("review.show", words("review-look"), review.id, ActionStyle.PRIMARY),))


def overview(
    reader: Person,
    review: Review,
    shown: Shown,
    waits_for: Sequence[str],
    signed: Signatures,
    notice: str = "",
) -> Card:
    """The first page: how far it is, what the reader can do, the record at a glance, and the way to the rest."""
    words = words_for(reader.language)
    own = reader.id == shown.person.id
    parts: list[Part] = [Paragraph(notice)] if notice else []
    parts.append(Paragraph(_where(words, review, waits_for)))
    parts.append(Paragraph(_next(words, reader, review, shown, waits_for, signed)))
    parts.append(Actions(_ways(words, review, shown, signed, own=own)))
    found = sections(reader, shown)
    parts += found[0].parts
    parts += found[1].parts
    parts += [Heading(words("review-pages")), Actions(_turning(review, found))]
    parts.append(Actions(tuple(_file(words, review, each) for each in FILES)))
    parts.append(_reads(words))
    return Card(_title(words, reader, shown), tuple(parts), words.language)


def _title(words: Words, reader: Person, shown: Shown) -> str:
    if reader.id == shown.person.id:
        return heading(words, shown.pack)
    return f"{shown.person.name}, {heading(words, shown.pack)}"


def _where(words: Words, review: Review, waits_for: Sequence[str]) -> str:
    if review.stage is ReviewStage.SIGNED:
        return words("review-is-signed", version=str(review.version))
    day = formats.full_date(review.due_on, words.language)
    if review.stage is ReviewStage.SIGNING:
        return words("review-due-from", date=day, names=formats.both(waits_for, words.language))
    return words("review-due", date=day)


def _next(
    words: Words, reader: Person, review: Review, shown: Shown, waits_for: Sequence[str], signed: Signatures
) -> str:
    own = reader.id == shown.person.id
    manager = shown.manager_name or words("review-no-manager")
    match review.stage:
        case ReviewStage.PREPARING:
            return words("review-next-person") if own else words("review-next-wait-person", name=shown.person.name)
        case ReviewStage.WITH_MANAGER:
            if own:
                return words("review-next-wait-manager", name=manager)
            return words("review-next-manager", name=shown.person.name)
        case ReviewStage.SIGNING:
            if (signed.person_at if own else signed.manager_at) is None:
                return words("review-next-sign")
            return words("review-next-wait-signature", name=formats.both(waits_for, words.language))
        case ReviewStage.SIGNED:
            return words("review-next-signed")


def _ways(words: Words, review: Review, shown: Shown, signed: Signatures, *, own: bool) -> tuple[Action, ...]:
    """What the reader can do at this stage, the next step first."""
    manager = shown.manager_name or words("review-no-manager")
    change = Action("review.reopen", words("review-button-change"), review.id)
    match review.stage, own:
        case ReviewStage.PREPARING, True:
            return (
                Action("review.write", words("review-button-write"), review.id, ActionStyle.PRIMARY),
                Action("review.write_here", words("review-button-write-here"), review.id),
                Action("review.choose", words("review-button-choose"), review.id),
                Action("review.hand_on", words("review-button-hand-on", name=manager), review.id),
            )
        case ReviewStage.WITH_MANAGER, True:
            return (Action("review.reopen", words("review-button-take-back"), review.id),)
        case ReviewStage.WITH_MANAGER, False:
            return (
                Action("review.add", words("review-button-comment"), review.id, ActionStyle.PRIMARY),
                Action("review.add_here", words("review-button-write-here"), review.id),
                Action("review.finish", words("review-button-ask-signatures"), review.id),
            )
        case ReviewStage.SIGNING, _:
            value = SEPARATOR.join((review.id, str(review.version)))
            label = words("review-button-sign", version=str(review.version))
            sign = Action("review.sign", label, value, ActionStyle.PRIMARY)
            say = Action("review.comment", words("review-write-comment-label"), review.id)
            has_signed = (signed.person_at if own else signed.manager_at) is not None
            return (*(() if has_signed else (sign,)), *((say,) if own else ()), change)
        case ReviewStage.SIGNED, _:
            return (change,)
        case _:
            return ()


def _turning(review: Review, found: Sequence[Section]) -> tuple[Action, ...]:
    return tuple(Action("review.page", each.title, SEPARATOR.join((review.id, each.id))) for each in _pages(found))


def _pages(found: Sequence[Section]) -> list[Section]:
    """The sections that have a page of their own: the first two stand on the overview."""
    return [each for each in found if each.id not in ("glance", "objectives")]


def _file(words: Words, review: Review, format_: FileFormat) -> Action:
    return Action("review.file", words(f"review-button-{format_}"), SEPARATOR.join((review.id, format_)))


def page(reader: Person, review: Review, shown: Shown, section_id: str) -> Card | None:
    """One section, with the way to the next and back; None for one that there is not."""
    words = words_for(reader.language)
    found = _pages(sections(reader, shown))
    at = next((number for number, each in enumerate(found) if each.id == section_id), None)
    if at is None:
        return None
    ways = []
    if at + 1 < len(found):
        following = found[at + 1]
        label = words("review-button-next", title=following.title)
        ways.append(Action("review.page", label, SEPARATOR.join((review.id, following.id)), ActionStyle.PRIMARY))
    if at > 0:
        value = SEPARATOR.join((review.id, found[at - 1].id))
        ways.append(Action("review.page", words("review-button-previous"), value))
    ways.append(Action("review.show", words("review-button-overview"), review.id))
    place = Paragraph(words("review-page", page=at + 1, pages=len(found)), Tone.SUBTLE)
    return Card(found[at].title, (*found[at].parts, place, Actions(tuple(ways))), words.language)


def waiting(reader: Person, person: Person, review: Review) -> Card:
    """To the line manager, while the person prepares it: nothing of what it says."""
    words = words_for(reader.language)
    day = formats.full_date(review.due_on, words.language)
    parts = (
        Paragraph(words("review-due", date=day)),
        Paragraph(words("review-next-wait-person", name=person.name)),
    )
    return Card(words("review-title-of", name=person.name), parts, words.language)


def choices(reader: Person, review: Review, pack: Pack, alone: Alone, start: int) -> Card:
    """Everything that the person can leave out, or put back in, a page of it from `start` on."""
    words = words_for(reader.language)
    listed = _choices(words, pack, alone)
    parts: list[Part] = [Paragraph(words("review-choose-how"), Tone.SUBTLE)]
    if not listed:
        parts = [Paragraph(words("review-choose-none"))]
    for key, what, text, is_out in listed[start : start + CHOICES_A_PAGE]:
        parts.append(Paragraph(f"{what} · {words('review-left-out')}" if is_out else what, Tone.SUBTLE))
        if text:
            parts.append(Paragraph(text, Tone.QUOTE))
        label = words("review-button-take-in" if is_out else "review-button-leave-out")
        name = "review.take_in" if is_out else "review.leave_out"
        parts.append(Actions((Action(name, label, SEPARATOR.join((review.id, key, str(start)))),)))
    ways = []
    if start + CHOICES_A_PAGE < len(listed):
        more = SEPARATOR.join((review.id, str(start + CHOICES_A_PAGE)))
        label = words("review-button-next", title=words("review-choose-title"))
        ways.append(Action("review.choose", label, more))
    if start > 0:
        back = SEPARATOR.join((review.id, str(max(0, start - CHOICES_A_PAGE))))
        ways.append(Action("review.choose", words("review-button-previous"), back))
    ways.append(Action("review.show", words("review-button-overview"), review.id))
    return Card(words("review-choose-title"), (*parts, Actions(tuple(ways))), words.language)


def _choices(words: Words, pack: Pack, alone: Alone) -> list[tuple[str, str, str, bool]]:
    """Key, what it is, its text, and whether it is left out; in the order of time within its kind."""

    def day(on: date) -> str:
        return formats.full_date(on, words.language)

    found: list[tuple[date, tuple[str, str, str, bool]]] = []
    for feedback, is_out in _both(pack.feedback, alone.feedback_left_out):
        on, said = feedback.given_at.date(), feedback.said
        text = said.text or " ".join(filter(None, (said.situation, said.behaviour, said.effect, said.suggestion)))
        what = words("review-choose-feedback", name=pack.names.get(feedback.giver_id, ""), date=day(on))
        found.append((on, (key_of(ItemKind.FEEDBACK, feedback.id), what, text, is_out)))
    for thanks, is_out in _both(pack.thanks, alone.thanks_left_out):
        on = thanks.given_at.date()
        what = words("review-choose-thanks", name=pack.names.get(thanks.giver_id, ""), date=day(on))
        found.append((on, (key_of(ItemKind.THANKS, thanks.id), what, thanks.text, is_out)))
    for each, is_out in _both(pack.training, alone.training_left_out):
        what = words("review-choose-training", title=each.title, date=day(each.completed_on))
        found.append((each.completed_on, (key_of(ItemKind.TRAINING, each.id), what, "", is_out)))
    pieces = tuple(piece for each in pack.objectives for piece in each.evidence)
    for piece, is_out in _both(pieces, alone.evidence_left_out):
        on = piece.added_at.date()
        what = words("review-choose-evidence", date=day(on))
        found.append((on, (key_of(ItemKind.EVIDENCE, piece.id), what, piece.text, is_out)))
    return [line for _, line in sorted(found, key=lambda each: each[0])]


def _both(kept: Sequence[_Item], left_out: Sequence[_Item]) -> list[tuple[_Item, bool]]:
    return [*((each, False) for each in kept), *((each, True) for each in left_out)]
