"""The report of a 360 round: how people see themselves, how others do, in what words, and what to talk about."""

from collections import defaultdict
from collections.abc import Sequence

from core.chat.card import Action, Actions, ActionStyle, Card, Divider, Heading, Paragraph, Part, Table, Tone
from core.model.anonymity import FEWEST
from core.model.person import Person
from core.model.round_360 import WIDE_GAP, Average, Comment, LineResult, Report, Round360
from core.texts import formats
from core.texts.texts import Words, words_for
from core.understanding.comment_themes import OTHER, theme_of_comment

_NONE = "–"
_GAPS_SHOWN = 3


def ready(reader: Person, found: Round360, subject: Person) -> Card:
    """Says that there is a report; nothing of what it says is in the message."""
    words = words_for(reader.language)
    own = reader.id == subject.id
    text = words("report-360-ready") if own else words("report-360-ready-of", name=subject.name)
    read = Action("round360.report", words("round-read"), found.id, ActionStyle.PRIMARY)
    return Card(_title(words, subject, reader), (Paragraph(text), Actions((read,))), words.language)


def _title(words: Words, subject: Person, reader: Person) -> str:
    return words("report-360-own") if reader.id == subject.id else words("report-360-of", name=subject.name)


def report(reader: Person, found: Round360, made: Report, subject: Person, readers: Sequence[Person]) -> Card:
    """All that came of the round; the same for everyone who reads it."""
    words = words_for(reader.language)
    called = _lines(words, found)
    names = formats.both([each.name for each in readers], words.language)
    parts: list[Part] = [
        Paragraph(words("report-360-how", answered=made.answered, asked=made.asked)),
        Paragraph(words("round-who-reads", names=names), Tone.SUBTLE),
    ]
    if made.answered < FEWEST:
        parts.append(Paragraph(words("report-360-too-few", fewest=FEWEST), Tone.WARNING))
    table = _table(words, made, called)
    if any(cell != _NONE for row in table.rows for cell in row[1:]):
        parts += [table, Paragraph(words("report-360-scale"), Tone.SUBTLE)]
        if any(_NONE in row for row in table.rows):
            parts.append(Paragraph(words("report-360-dash", fewest=FEWEST), Tone.SUBTLE))
    parts += _apart(words, made, called)
    parts += _talk_about(words, made, called)
    parts += _in_others_words(words, made, called)
    parts += _named(words, "report-360-manager-words", made.manager, called)
    parts += _named(words, "report-360-own-words", made.own, called)
    return Card(_title(words, subject, reader), tuple(parts), words.language)


def _lines(words: Words, found: Round360) -> dict[str, str]:
    lines = (*found.template.competencies, *found.template.open_questions)
    return {each.id: each.wording.read_in(words.language) for each in lines}


def _table(words: Words, made: Report, called: dict[str, str]) -> Table:
    header = tuple(words(f"report-360-column-{each}") for each in ("line", "own", "manager", "others"))
    rows = tuple(
        (called[each.line_id], _score(each.own), _score(each.manager), _mean(words, each.others))
        for each in made.lines
    )
    return Table(header, rows)


def _score(score: int | None) -> str:
    return _NONE if score is None else str(score)


def _mean(words: Words, average: Average | None) -> str:
    if average is None:
        return _NONE
    return words("report-360-mean", mean=_number(words, average.mean), count=average.people)


def _number(words: Words, value: float) -> str:
    return formats.number(round(value, 1), words.language)


def _apart(words: Words, made: Report, called: dict[str, str]) -> list[Part]:
    """Peers and reports apart, where each are enough."""
    rows = tuple(
        (called[each.line_id], _mean(words, each.peers), _mean(words, each.reports))
        for each in made.lines
        if each.peers is not None
    )
    if not rows:
        return []
    header = tuple(words(f"report-360-column-{each}") for each in ("line", "peers", "reports"))
    return [Heading(words("report-360-apart")), Table(header, rows)]


def _talk_about(words: Words, made: Report, called: dict[str, str]) -> list[Part]:
    """Where people see themselves otherwise than others do, and what others see most and least often."""
    seen = [(each, each.others) for each in made.lines if each.others is not None]
    if not seen:
        return []
    parts: list[Part] = [Heading(words("report-360-talk"))]
    wide = [each for each in made.lines if each.gap is not None and abs(each.gap) >= WIDE_GAP]
    for each in sorted(wide, key=lambda one: -abs(one.gap or 0))[:_GAPS_SHOWN]:
        parts.append(Paragraph(_gap(words, each, called)))
    by_mean = sorted(seen, key=lambda pair: pair[1].mean)
    if by_mean[0][1].mean < by_mean[-1][1].mean:
        for key, (each, _) in (("most", by_mean[-1]), ("least", by_mean[0])):
            parts.append(Paragraph(words(f"report-360-{key}", line=called[each.line_id])))
    parts.append(Paragraph(words("report-360-ask"), Tone.SUBTLE))
    return parts


def _gap(words: Words, each: LineResult, called: dict[str, str]) -> str:
    more = (each.gap or 0) > 0
    others = _number(words, each.others.mean) if each.others else _NONE
    key = "report-360-gap-more" if more else "report-360-gap-less"
    return words(key, line=called[each.line_id], own=_score(each.own), others=others)


def _in_others_words(words: Words, made: Report, called: dict[str, str]) -> list[Part]:
    """Peers' and reports' comments by theme, the one with most first."""
    if not made.others:
        # Below the threshold it has been said already that nothing of theirs is shown.
        is_said = made.answered < FEWEST
        return [] if is_said else [Paragraph(words("report-360-no-words", fewest=FEWEST), Tone.SUBTLE)]
    by_theme: defaultdict[str, list[Comment]] = defaultdict(list)
    for each in made.others:
        by_theme[theme_of_comment(each.text)].append(each)
    parts: list[Part] = [Divider(), Heading(words("report-360-words")), _how_said(words)]
    for theme in sorted(by_theme, key=lambda one: (one == OTHER, -len(by_theme[one]), one)):
        name = words("report-360-theme-other") if theme == OTHER else words(f"competency-{theme}")
        parts.append(Heading(words("report-360-theme", name=name, count=len(by_theme[theme]))))
        parts += _quotes(by_theme[theme], called)
    return parts


def _how_said(words: Words) -> Part:
    return Paragraph(words("report-360-words-how", fewest=FEWEST), Tone.SUBTLE)


def _quotes(comments: Sequence[Comment], called: dict[str, str]) -> list[Part]:
    """Under each question what was said of it, in the order they came in."""
    by_line: defaultdict[str, list[str]] = defaultdict(list)
    for each in comments:
        by_line[each.line_id].append(each.text)
    parts: list[Part] = []
    for line_id in (each for each in called if each in by_line):
        parts.append(Paragraph(called[line_id], Tone.SUBTLE))
        parts += [Paragraph(text, Tone.QUOTE) for text in by_line[line_id]]
    return parts


def _named(words: Words, key: str, comments: Sequence[Comment], called: dict[str, str]) -> list[Part]:
    return [Divider(), Heading(words(key)), *_quotes(comments, called)] if comments else []
