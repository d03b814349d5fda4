"""What a review says, section by section: the same parts make its pages in chat and the file that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.cards.feedback import what_was_said
from core.cards.review_objectives import objective_section, objective_table
from core.chat.card import Fact, Facts, Heading, Paragraph, Part, Table, Tone
from core.chat.document import Section
from core.model.feedback import Feedback
from core.model.person import Language, Person
from core.model.recognition import Recognition
from core.model.review import COMMENT, HIGHLIGHTS, NEXT_STEPS, OVERALL, ReviewVersion, ReviewWords
from core.model.review_pack import Alone, Pack
from core.texts import formats
from core.texts.texts import Words, words_for


@dataclass(frozen=True, slots=True)
class Shown:
    """A pack and who is in it, for one reader. `version` is the one that is shown, None for what is still written.

    `alone` is what only the person reads: None for anyone else, and for what is kept as a file.
    """

    pack: Pack
    person: Person
    manager_name: str
    version: ReviewVersion | None = None
    alone: Alone | None = None


def sections(reader: Person, shown: Shown, *, for_file: bool = False) -> tuple[Section, ...]:
    """All sections in reading order; `for_file` with charts, since a page of chat is seen beside its table."""
    words = words_for(reader.language)
    pack = shown.pack
    found = [
        Section("glance", words("review-section-glance"), _glance(words, shown)),
        Section("objectives", words("review-section-objectives"), _objectives(words, pack)),
        *(objective_section(words, reader, pack, each, for_file=for_file) for each in pack.objectives),
        Section("feedback", words("review-section-feedback"), _feedback(words, pack)),
        Section("learning", words("review-section-learning"), _learning(words, pack)),
        Section("words", words("review-section-words"), _what_both_say(words, pack)),
    ]
    if shown.version is not None:
        found.append(Section("signatures", words("review-section-signatures"), _signatures(words, reader, shown)))
    if shown.alone is not None:
        found.append(Section("alone", words("review-section-alone"), _alone(words, pack, shown.alone)))
    return tuple(found)


def span(words: Words, since: date, until: date) -> tuple[str, str]:
    """Both days of a period, in full."""
    return formats.full_date(since, words.language), formats.full_date(until, words.language)


def heading(words: Words, pack: Pack) -> str:
    """`Annual review: 1 April 2026 to 31 March 2027`."""
    since, until = span(words, pack.since, pack.until)
    return words("review-heading", kind=words(f"review-named-{pack.kind}"), since=since, until=until)


def written(words: Words, pack: Pack, said: Sequence[ReviewWords]) -> list[Part]:
    """Each text with its writer's name."""
    parts: list[Part] = []
    for each in said:
        name = pack.names.get(each.by_id, "")
        parts += [Paragraph(words("review-wrote", name=name), Tone.SUBTLE), Paragraph(each.text, Tone.QUOTE)]
    return parts


def _glance(words: Words, shown: Shown) -> tuple[Part, ...]:
    pack = shown.pack
    answering = pack.answering
    since, until = span(words, pack.since, pack.until)
    answered = (
        words("review-answered", answered=answering.answered, asked=answering.asked)
        if answering.asked
        else words("review-answered-none")
    )
    facts = [Fact(words("review-fact-person"), shown.person.name)]
    if pack.role:
        facts.append(Fact(words("review-fact-role"), pack.role))
    facts += [
        Fact(words("review-fact-manager"), shown.manager_name or words("review-no-manager")),
        Fact(words("review-fact-period"), f"{since} – {until}"),
        Fact(words("review-fact-as-of"), formats.full_date(pack.as_of, words.language)),
        Fact(words("review-fact-answered"), answered),
    ]
    parts: list[Part] = [Facts(tuple(facts))]
    if pack.is_empty:
        parts.append(Paragraph(words("review-empty")))
    elif answering.asked and not answering.answered:
        parts.append(Paragraph(words("review-silent-all"), Tone.WARNING))
    elif answering.silent_months and answering.answered:
        months = _runs(words, answering.silent_months)
        parts.append(Paragraph(words("review-silent", months=formats.both(months, words.language)), Tone.WARNING))
    if answering.is_long_away:
        parts.append(Paragraph(words("review-long-away", days=answering.away_days), Tone.WARNING))
    if highlights := pack.said(HIGHLIGHTS):
        parts += [Heading(words("review-highlights")), *written(words, pack, highlights)]
    return tuple(parts)


def _runs(words: Words, months: Sequence[date]) -> list[str]:
    """Months as they are said: `April 2026 to July 2026` for three and more that follow on one another."""
    runs: list[list[date]] = []
    for each in months:
        follows = runs and (each - runs[-1][-1]).days <= 31
        runs[-1:] = [[*runs[-1], each]] if follows else [*runs[-1:], [each]]
    said: list[str] = []
    for run in runs:
        names = [formats.month(each, words.language) for each in run]
        if len(run) > 2:
            names = [words("review-months", since=names[0], until=names[-1])]
        said += names
    return said


def _objectives(words: Words, pack: Pack) -> tuple[Part, ...]:
    if not pack.objectives:
        return (Paragraph(words("review-no-objectives")),)
    return (objective_table(words, pack),)


def _feedback(words: Words, pack: Pack) -> tuple[Part, ...]:
    parts: list[Part] = []
    for each in pack.feedback:
        parts += _told(words, pack, each)
    if not pack.feedback:
        parts.append(Paragraph(words("review-no-feedback")))
    parts.append(Heading(words("review-thanks")))
    for thanks in pack.thanks:
        parts += _thanked(words, pack, thanks)
    if not pack.thanks:
        parts.append(Paragraph(words("review-no-thanks")))
    return tuple(parts)


def _told(words: Words, pack: Pack, feedback: Feedback) -> list[Part]:
    labels = {id_: _in(words, label) for id_, label in pack.labels.items()}
    return [
        Paragraph(_from(words, pack, feedback.giver_id, feedback.given_at.date()), Tone.SUBTLE),
        *what_was_said(words, feedback.said, labels),
    ]


def _thanked(words: Words, pack: Pack, thanks: Recognition) -> list[Part]:
    value = _in(words, pack.labels.get(thanks.value, ("", "")))
    said = _from(words, pack, thanks.giver_id, thanks.given_at.date())
    line = f"{said} · {value}" if value else said
    return [Paragraph(line, Tone.SUBTLE), Paragraph(thanks.text, Tone.QUOTE)]


def _from(words: Words, pack: Pack, giver_id: str, day: date) -> str:
    return words("review-from", name=pack.names.get(giver_id, ""), date=formats.full_date(day, words.language))


def _in(words: Words, label: tuple[str, str]) -> str:
    english, welsh = label
    return (welsh if words.language is Language.CY else "") or english


def _learning(words: Words, pack: Pack) -> tuple[Part, ...]:
    parts: list[Part] = [Heading(words("review-trained"))]
    if pack.training:
        header = ("review-column-course", "review-column-completed", "review-column-expires")
        rows = tuple(
            (
                (each.title_cy if words.language is Language.CY else "") or each.title,
                formats.full_date(each.completed_on, words.language),
                formats.full_date(each.expires_on, words.language)
                if each.expires_on
                else words("review-for-good"),
            )
            for each in pack.training
        )
        parts.append(Table(tuple(words(each) for each in header), rows))
    else:
        parts.append(Paragraph(words("review-no-training")))
    parts.append(Heading(words("review-actions")))
    if not pack.actions:
        return (*parts, Paragraph(words("review-no-actions")))
    columns = ("review-column-action", "review-column-who", "review-column-due", "review-column-state")
    lines = tuple(
        (
            each.text,
            pack.names.get(each.owner_id, ""),
            formats.full_date(each.due_on, words.language) if each.due_on else words("actions-no-date"),
            words(f"actions-state-{each.state.value}"),
        )
        for each in pack.actions
    )
    return (*parts, Table(tuple(words(each) for each in columns), lines))


def _what_both_say(words: Words, pack: Pack) -> tuple[Part, ...]:
    parts: list[Part] = []
    for item in (OVERALL, NEXT_STEPS, COMMENT):
        if said := pack.said(item):
            parts += [Heading(words(f"review-{item}")), *written(words, pack, said)]
    return tuple(parts) or (Paragraph(words("review-no-words")),)


def _signatures(words: Words, reader: Person, shown: Shown) -> tuple[Part, ...]:
    version = shown.version
    if version is None:
        return ()
    signed = version.signatures
    manager = shown.pack.names.get(signed.manager_id or "", "") or shown.manager_name
    parts: list[Part] = []
    for name, at in ((shown.person.name, signed.person_at), (manager, signed.manager_at)):
        if at is not None:
            parts.append(Paragraph(words("review-signed-by", name=name, moment=_moment(words, reader, at))))
        else:
            whose = name or words("review-no-manager")
            parts.append(Paragraph(words("review-not-signed-by", name=whose)))
    made = _moment(words, reader, version.made_at)
    text = words("review-digest", version=str(version.number), moment=made, digest=version.digest)
    return (*parts, Paragraph(text, Tone.SUBTLE))


def _moment(words: Words, reader: Person, at: datetime) -> str:
    """`27 November 2026, 10:00 (London)`: a record that is kept needs its year."""
    day = formats.full_date(at.astimezone(reader.zone).date(), words.language)
    return f"{day}, {formats.moment(at, reader).rpartition(', ')[2]}"


def _alone(words: Words, pack: Pack, alone: Alone) -> tuple[Part, ...]:
    parts: list[Part] = [Paragraph(words("review-alone-how"), Tone.SUBTLE)]
    for each in alone.feedback:
        parts += _told(words, pack, each)
    labels = {id_: _in(words, label) for id_, label in pack.labels.items()}
    for unnamed in alone.unnamed:
        month = formats.month(unnamed.month, words.language)
        parts.append(Paragraph(words("review-alone-unnamed", month=month), Tone.SUBTLE))
        parts += what_was_said(words, unnamed.said, labels)
    for thanks in alone.thanks:
        parts += _thanked(words, pack, thanks)
    if len(parts) == 1:
        parts.append(Paragraph(words("review-alone-none")))
    return tuple(parts)
