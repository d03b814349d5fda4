"""Stretches of time in words: `week of Mon 23 Nov`, `October 2026`, `October to December 2026`."""

from core.model.span import Span, SpanKind
from core.texts import formats
from core.texts.texts import Words


def span_title(words: Words, span: Span) -> str:
    """What a stretch is called beside a team's name."""
    match span.kind:
        case SpanKind.WEEK:
            return words("span-week", date=formats.day(span.first, words.language))
        case SpanKind.MONTH:
            return formats.month(span.first, words.language)
        case SpanKind.QUARTER:
            return words(
                "span-quarter",
                first=formats.month_alone(span.first, words.language),
                last=formats.month(span.last, words.language),
            )
        case SpanKind.YEAR:
            return words(
                "span-year",
                first=formats.month(span.first, words.language),
                last=formats.month(span.last, words.language),
            )


def this_span(words: Words, span: Span) -> str:
    """`This week`, as the label of a figure."""
    return words(f"summary-this-{span.kind.value}")


def short_span(words: Words, span: Span) -> str:
    """The same as the heading of a column, beside a title that says it in full: `23 Nov`, `Oct – Dec 2026`."""
    match span.kind:
        case SpanKind.WEEK:
            return formats.short_day(span.first, words.language)
        case SpanKind.QUARTER | SpanKind.YEAR:
            return formats.months(span.first, span.last, words.language)
        case _:
            return span_title(words, span)
