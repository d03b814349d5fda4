"""What is held about someone, what they can ask and stop, and what HR has to answer."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from core.cards.asking import SEPARATOR
from core.chat.card import (
    Action,
    Actions,
    ActionStyle,
    Card,
    Divider,
    Fact,
    Facts,
    Heading,
    Link,
    Paragraph,
    Part,
    Tone,
)
from core.chat.document import Document, Section
from core.model.audit import EVERYONE, ActorKind, AuditEntry
from core.model.exported import FileFormat
from core.model.person import Language, Person
from core.model.privacy import PrivacyRequest, Processing, RequestKind
from core.model.retention import DEFAULT_MONTHS, Kept, RetentionPolicy
from core.texts import formats
from core.texts.texts import Words, words_for

FORMATS = (FileFormat.DOCX, FileFormat.PDF, FileFormat.JSON)
"""How one's own copy is given: to read, to print, and for programs."""


def _key(kind: Kept) -> str:
    return kind.value.replace(" ", "-")


def held(
    reader: Person,
    counts: Mapping[Kept, int],
    policy: RetentionPolicy,
    requests: Sequence[PrivacyRequest],
    stopped: Collection[Processing],
    contact: str,
) -> Card:
    """What is held, how much of it, why and how long; what was asked and stopped; and what can be done."""
    words = words_for(reader.language)
    facts = tuple(
        Fact(
            words(f"privacy-held-{_key(kind)}"),
            words(
                "privacy-held-row",
                rows=words("privacy-rows", count=counts[kind]),
                why=words(f"privacy-why-{_key(kind)}"),
                long=_how_long(words, kind, policy),
            ),
        )
        for kind in Kept
        if counts.get(kind)
    )
    parts: list[Part] = [Paragraph(words("privacy-intro")), Facts(facts)]
    if requests:
        parts += [Heading(words("privacy-open-title")), *(Paragraph(_line(words, each)) for each in requests)]
    if stopped:
        names = formats.both([words(f"privacy-processing-{each}") for each in sorted(stopped)], words.language)
        parts.append(Paragraph(words("privacy-stopped-now", names=names)))
    parts += [
        Actions(
            (
                Action("privacy.copy", words("privacy-copy"), FileFormat.DOCX, ActionStyle.PRIMARY),
                Action("privacy.seen", words("privacy-seen")),
                Action("privacy.correct", words("privacy-correct")),
                Action("privacy.object", words("privacy-object")),
                Action("privacy.stopped", words("privacy-stop")),
                Action("privacy.access", words("privacy-access")),
            )
        ),
        Paragraph(words("privacy-rights", contact=contact), Tone.SUBTLE),
    ]
    return Card(words("privacy-title"), tuple(parts), words.language)


def _how_long(words: Words, kind: Kept, policy: RetentionPolicy) -> str:
    if kind not in DEFAULT_MONTHS:
        return words("privacy-long-moments")
    months = policy.months_of(kind)
    since = words(f"privacy-since-{_key(kind)}")
    if months % 12 == 0:
        return words("privacy-long-years", long=words("privacy-years", count=months // 12), since=since)
    return words("privacy-long-years", long=words("privacy-months", count=months), since=since)


def _line(words: Words, request: PrivacyRequest) -> str:
    day = formats.full_date(request.due_on, words.language)
    return words("privacy-open-line", kind=words(f"privacy-kind-{request.kind}"), text=request.text, day=day)


def corrections(reader: Person) -> Card:
    """What can be changed where, and how to ask for the rest."""
    words = words_for(reader.language)
    rows = ("answers", "objectives", "training", "absences", "settings")
    facts = tuple(Fact(words(f"privacy-change-{each}"), words(f"privacy-change-{each}-how")) for each in rows)
    actions = Actions(
        (Action("privacy.ask_correction", words("privacy-ask-correction"), "", ActionStyle.PRIMARY),)
    )
    parts = (
        Paragraph(words("privacy-change-intro")),
        Facts(facts),
        Paragraph(words("privacy-change-rest")),
        actions,
    )
    return Card(words("privacy-correct"), parts, words.language)


def stoppable(reader: Person, stopped: Collection[Processing]) -> Card:
    """What can be stopped at a tap, and what is."""
    words = words_for(reader.language)
    parts: list[Part] = [Paragraph(words("privacy-stop-intro"))]
    for each in Processing:
        is_stopped = each in stopped
        verb = "resume" if is_stopped else "stop"
        said = words(f"privacy-processing-{each}-{'stopped' if is_stopped else 'goes-on'}")
        label = words(f"privacy-{verb}-{each}")
        parts += [Paragraph(said), Actions((Action("privacy.set", label, f"{verb}{SEPARATOR}{each}"),))]
    return Card(words("privacy-stop"), tuple(parts), words.language)


def asked(reader: Person, request: PrivacyRequest) -> Card:
    """What was kept of a request, and by when it is answered."""
    words = words_for(reader.language)
    day = formats.full_date(request.due_on, words.language)
    parts: tuple[Part, ...] = (
        Paragraph(words(f"privacy-asked-{request.kind}")),
        Paragraph(f"“{request.text}”"),
        Paragraph(words("privacy-asked-due", day=day), Tone.SUBTLE),
    )
    return Card(words("privacy-asked-title"), parts, words.language)


def answered(reader: Person, request: PrivacyRequest, by: str) -> Card:
    """That HR has answered, in their words."""
    words = words_for(reader.language)
    parts: tuple[Part, ...] = (
        Paragraph(words("privacy-answered", kind=words(f"privacy-kind-{request.kind}"), name=by)),
        Paragraph(f"“{request.answer}”"),
        Paragraph(words("privacy-answered-complain"), Tone.SUBTLE),
    )
    return Card(words("privacy-answered-title"), parts, words.language)


def for_hr(reader: Person, person: Person, request: PrivacyRequest) -> Card:
    """A request that has just come, for someone of HR."""
    words = words_for(reader.language)
    return Card(words("privacy-hr-new"), tuple(_request(words, person, request)), words.language)


def _request(words: Words, person: Person, request: PrivacyRequest, *, is_late: bool = False) -> list[Part]:
    day = formats.full_date(request.due_on, words.language)
    due = words("privacy-hr-late" if is_late else "privacy-hr-due", day=day)
    close = Action("privacy.close", words("privacy-hr-close", name=person.name), request.id)
    title = words("privacy-hr-line", name=person.name, kind=words(f"privacy-kind-{request.kind}"))
    how = [Paragraph(words("privacy-hr-access", email=person.email), Tone.SUBTLE)]
    return [
        Heading(title),
        Paragraph(f"“{request.text}”"),
        Paragraph(due, Tone.WARNING if is_late else Tone.NORMAL),
        *(how if request.kind is RequestKind.ACCESS else []),
        Actions((close,)),
    ]


def open_requests(
    reader: Person, requests: Sequence[PrivacyRequest], people: Mapping[str, Person], today: date
) -> Card:
    """What waits for an answer, the soonest due first."""
    words = words_for(reader.language)
    parts: list[Part] = []
    for each in requests:
        parts += [*_request(words, people[each.person_id], each, is_late=each.due_on < today), Divider()]
    if not parts:
        parts.append(Paragraph(words("privacy-hr-none")))
    return Card(words("privacy-hr-title"), tuple(parts), words.language)


def closed(reader: Person, name: str) -> Card:
    """That the person has been told."""
    words = words_for(reader.language)
    return Card(
        words("privacy-hr-closed-title"), (Paragraph(words("privacy-hr-closed", name=name)),), words.language
    )


_ACTORS = {ActorKind.OPERATOR: "operator", ActorKind.API_KEY: "key", ActorKind.SYSTEM: "system"}


def seen(reader: Person, entries: Sequence[AuditEntry], names: Mapping[str, str]) -> Card:
    """Who was let do what to the person's data, by day, newest first; `names` are those of people by id.

    What someone did several times on one day is one line.
    """
    words = words_for(reader.language)
    times: dict[date, dict[str, dict[str, int]]] = {}
    for each in entries:
        of_day = times.setdefault(each.at.astimezone(reader.zone).date(), {})
        of_one = of_day.setdefault(_who(words, each, names), {})
        did = _did(words, each)
        of_one[did] = of_one.get(did, 0) + 1
    facts = tuple(
        Fact(
            formats.day_seen_on(max(times), on, reader.language),
            " · ".join(words("privacy-seen-line", who=who, what=_done(words, did)) for who, did in of_day.items()),
        )
        for on, of_day in times.items()
    )
    parts: list[Part] = [Paragraph(words("privacy-seen-intro"))]
    parts.append(Facts(facts) if facts else Paragraph(words("privacy-seen-none")))
    return Card(words("privacy-seen"), tuple(parts), words.language)


def _who(words: Words, entry: AuditEntry, names: Mapping[str, str]) -> str:
    if entry.actor_kind == ActorKind.PERSON:
        return names.get(entry.actor_id, words("privacy-seen-gone"))
    return words(f"privacy-seen-{_ACTORS[ActorKind(entry.actor_kind)]}")


def _did(words: Words, entry: AuditEntry) -> str:
    did = words(f"privacy-did-{entry.action.replace('.', '-').replace('_', '-')}")
    return words("privacy-did-all", did=did) if entry.subject_id == EVERYONE else did


def _done(words: Words, times: Mapping[str, int]) -> str:
    """What one person did on a day, and how often."""
    said = {did: words("privacy-seen-often", did=did, times=count) for did, count in times.items() if count > 1}
    return formats.both([said.get(did, did) for did in times], words.language)


def no_address(reader: Person, contact: str) -> Card:
    """Milepost has no address that a browser reaches."""
    words = words_for(reader.language)
    return Card(
        words("privacy-copy"), (Paragraph(words("privacy-copy-no-address", contact=contact)),), words.language
    )


def copy_ready(reader: Person, format_: FileFormat, address: str, expires_at: datetime) -> Card:
    """The link to one's own copy, and the other formats."""
    words = words_for(reader.language)
    others = tuple(
        Action("privacy.copy", words(f"privacy-copy-{each}"), each) for each in FORMATS if each is not format_
    )
    parts = (
        Link(words(f"privacy-copy-{format_}"), address),
        Paragraph(words("export-once", until=formats.moment(expires_at, reader)), Tone.SUBTLE),
        Paragraph(words("privacy-copy-rest"), Tone.SUBTLE),
        Actions((*others, Action("privacy.access", words("privacy-access")))),
    )
    return Card(words("privacy-copy"), parts, words.language)


def copy_document(reader: Person, tables: Mapping[str, Sequence[Mapping[str, object]]], now: datetime) -> Document:
    """One's own copy: a section a table, each row with all that it says."""
    words = words_for(reader.language)
    sections = tuple(
        Section(name, words(f"export-{name}"), tuple(_facts(words.language, row) for row in rows))
        for name, rows in tables.items()
    )
    return Document(
        "my-data",
        words("privacy-document-title", name=reader.name),
        formats.moment(now, reader),
        sections,
        words.language,
        words("privacy-document-footer"),
        words("privacy-document-page", page="{page}", pages="{pages}"),
    )


def _facts(language: Language, row: Mapping[str, object]) -> Facts:
    return Facts(
        tuple(Fact(name.replace("_", " "), str(value)) for name, value in row.items() if value not in (None, ""))
    )
