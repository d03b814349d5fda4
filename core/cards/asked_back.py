"""Answers to what is asked back about a summary: the reasons with their answers, the people, and a comparison."""

from collections.abc import Collection, Sequence

from core.cards.attention import LONGEST_QUOTE, sentence, to_do
from core.cards.spans import short_span, span_title
from core.cards.summary import obstacle_parts
from core.chat.card import Card, Divider, Heading, Paragraph, Part, Table, Tone
from core.model.attention import Attention, Evidence, attention, attention_in_channel
from core.model.comparison import IN_PERCENT, SECTION_OF, Compared, FigureKind
from core.model.person import Person
from core.model.summary import TeamSummary
from core.model.summary_settings import Section, SummarySettings
from core.permissions import Permission, may
from core.texts import formats
from core.texts.texts import Words, words_for


def why(reader: Person, summary: TeamSummary, settings: SummarySettings, *, whole: bool) -> Card:
    """Why each thing was led with, and the answers it rests on that the reader may read."""
    words = words_for(reader.language)
    items = _items(summary, settings, whole=whole)
    # What stands below an obstacle of its own is not quoted below the objectives that it holds up as well.
    quoted = {each.text for item in items if item.group is not None for each in item.evidence}
    parts: list[Part] = []
    for item in items:
        parts += [Divider()] if parts else []
        parts.append(Heading(sentence(words, item, summary, named=whole)))
        parts += _evidence(words, reader, item, _said_above(item, quoted, whole=whole))
        parts.append(Paragraph(to_do(words, item), Tone.SUBTLE))
    if whole:
        told = {id(item.group) for item in items if item.group is not None}
        others = [group for group in summary.groups if id(group) not in told]
        if others:
            parts += [Divider(), Heading(words("ask-why-all"))]
            for group in others:
                parts += obstacle_parts(words, group)
    if not items:
        completion = summary.completion
        nothing = words("ask-why-none", answered=completion.answered, due=completion.due)
        parts.insert(0, Paragraph(nothing))
    parts += [Divider(), Paragraph(words("ask-why-rules"), Tone.SUBTLE)]
    return Card(_title(words, "ask-why-title", summary), tuple(parts), words.language)


def _items(summary: TeamSummary, settings: SummarySettings, *, whole: bool) -> tuple[Attention, ...]:
    if whole:
        return attention(summary)
    return attention_in_channel(summary) if settings.shows(Section.ATTENTION) else ()


def _said_above(item: Attention, quoted: Collection[str], *, whole: bool) -> Collection[str]:
    """The answers' words that stand elsewhere: in the line above where all put it alike, or below an obstacle."""
    if item.group is None:
        return quoted
    told = {each.text for each in item.evidence}
    return told if whole and len(told) == 1 and len(item.group.text) <= LONGEST_QUOTE else ()


def _evidence(words: Words, reader: Person, item: Attention, quoted: Collection[str]) -> list[Part]:
    parts: list[Part] = []
    readable = [each for each in item.evidence if may(reader, Permission.READ_CHECK_IN, each.person)]
    by_text: dict[str, list[Evidence]] = {}
    for each in readable:
        by_text.setdefault("" if each.text in quoted else each.text, []).append(each)
    for text, told in by_text.items():
        parts += [Paragraph(text, Tone.QUOTE)] if text else []
        parts.append(Paragraph("\n".join(_whose(words, each) for each in told), Tone.SUBTLE))
    if kept_back := len(item.evidence) - len(readable):
        parts.append(Paragraph(words("ask-why-others", count=kept_back), Tone.SUBTLE))
    return parts


def _whose(words: Words, each: Evidence) -> str:
    if not each.about and each.on is None:
        return words("ask-why-silent", name=each.person.name)
    if each.on is None:
        return words("ask-why-answer-undated", name=each.person.name, about=each.about)
    day = formats.day(each.on, words.language)
    if not each.about:
        return f"{each.person.name} · {day}"
    return words("ask-why-answer", name=each.person.name, about=each.about, date=day)


def who(reader: Person, summary: TeamSummary) -> Card:
    """Who is behind each thing that was led with, and who was not heard from; for the line manager."""
    words = words_for(reader.language)
    parts: list[Part] = []
    for item in attention(summary):
        people = formats.both([each.name for each in item.people], words.language)
        about = sentence(words, item, summary, named=True)
        parts += [Paragraph(about), Paragraph(people, Tone.SUBTLE)]
    if not parts:
        parts.append(Paragraph(words("ask-who-none")))
    if summary.silent:
        silent = formats.both([each.name for each in summary.silent], words.language)
        parts += [Divider(), Paragraph(words("ask-who-line", about=words("ask-who-silent"), names=silent))]
    return Card(_title(words, "ask-who-title", summary), tuple(parts), words.language)


def comparison(
    reader: Person,
    now: TeamSummary,
    before: TeamSummary,
    figures: Sequence[Compared],
    settings: SummarySettings,
    *,
    whole: bool,
    is_short: bool,
) -> Card:
    """The figures of two stretches side by side with their change, as far as the reader may see them."""
    words = words_for(reader.language)
    shown = [each for each in figures if _may_see(each.kind, settings, now, whole=whole)]
    one, other = span_title(words, now.span), span_title(words, before.span)
    columns = (short_span(words, now.span), short_span(words, before.span))
    header = (words("ask-compare-figure"), *columns, words("ask-compare-change"))
    rows = tuple(
        (
            words(f"ask-compare-{each.kind.value}"),
            _figure(words, each.kind, each.now),
            _figure(words, each.kind, each.before),
            _change(words, each),
        )
        for each in shown
    )
    parts: list[Part] = [Table(header, rows)]
    parts += [
        Paragraph(words("ask-compare-real", figure=words(f"ask-compare-{each.kind.value}")))
        for each in shown
        if each.is_real
    ]
    asked, asked_before = len(now.periods), len(before.periods)
    if asked != asked_before:
        unlike = words("ask-compare-unlike", now=one, asked=asked, before=other, earlier=asked_before)
        parts.append(Paragraph(unlike, Tone.SUBTLE))
    if is_short:
        parts.append(Paragraph(words("ask-compare-short"), Tone.SUBTLE))
    title = words("ask-compare-title", team=now.name, now=one, before=other)
    return Card(title, tuple(parts), words.language)


def _may_see(kind: FigureKind, settings: SummarySettings, summary: TeamSummary, *, whole: bool) -> bool:
    if whole:
        return True
    section = SECTION_OF[kind]
    # A team of one or two would read one another's answers in the figures.
    is_small = len(summary.members) <= _FEW and section in (Section.OBJECTIVES, Section.OBSTACLES)
    return section is not None and settings.shows(section) and not is_small


_FEW = 2


def _figure(words: Words, kind: FigureKind, value: float | None) -> str:
    if value is None:
        return words("summary-no-figure")
    if kind in IN_PERCENT:
        return formats.percent(value, words.language)
    return formats.number(round(value, 1), words.language)


def _change(words: Words, each: Compared) -> str:
    if each.change is None:
        return "–"
    if each.change == 0:
        return "0"
    return f"{'+' if each.change > 0 else '−'}{formats.number(abs(each.change), words.language)}"


def nothing_before(reader: Person, before: TeamSummary) -> Card:
    """There is nothing to compare with."""
    words = words_for(reader.language)
    when = words("ask-compare-when", span=span_title(words, before.span))
    said = words("ask-compare-none", before=when)
    return Card(words("ask-compare-title-unclear"), (Paragraph(said),), words.language)


def _title(words: Words, key: str, summary: TeamSummary) -> str:
    return words(key, team=summary.name, span=span_title(words, summary.span))
