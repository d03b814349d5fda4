"""What service users say, beside results: each source's figure with how many answered, and the newest comments."""

import textwrap
from collections.abc import Sequence

from core.chat.card import Fact, Facts, Heading, Paragraph, Part, Tone
from core.model.service_feedback import Scale, ServiceFeedback, ServiceFigure, ServiceVoice
from core.texts import formats
from core.texts.texts import Words

LONGEST_SHOWN = 300
"""Characters of a comment; the whole of it is kept."""

_OUT_OF = {Scale.ONE_TO_FIVE: "service-of-five", Scale.ZERO_TO_TEN: "service-of-ten"}


def service_parts(words: Words, voice: ServiceVoice) -> list[Part]:
    """For those who may read all of it; nothing where nobody said anything."""
    return [*_figures(words, voice.figures), *_comments(words, voice.comments)]


def service_parts_for_channel(words: Words, voice: ServiceVoice) -> list[Part]:
    """For a whole team: figures of enough answers, and nobody's words."""
    return _figures(words, [each for each in voice.figures if not each.recent.is_small])


def _figures(words: Words, figures: Sequence[ServiceFigure]) -> list[Part]:
    if not figures:
        return []
    facts = tuple(Fact(each.source, _line(words, each)) for each in figures)
    return [Heading(words("service-title")), Facts(facts)]


def _line(words: Words, figure: ServiceFigure) -> str:
    """`4.2 out of 5 · 12 answers · up 0.3 on the 90 days before`."""
    return " · ".join((_average(words, figure), _answers(words, figure), _change(words, figure)))


def _average(words: Words, figure: ServiceFigure) -> str:
    average = figure.recent.average or 0.0
    if figure.scale is Scale.PERCENT:
        return formats.percent(average, words.language)
    return words(_OUT_OF[figure.scale], average=formats.number(round(average, 1), words.language))


def _answers(words: Words, figure: ServiceFigure) -> str:
    key = "service-few-answers" if figure.recent.is_small else "service-answers"
    return words(key, count=figure.recent.count)


def _change(words: Words, figure: ServiceFigure) -> str:
    if figure.change is None:
        return words("service-nothing-before")
    by = round(figure.change, 0 if figure.scale is Scale.PERCENT else 1)
    if by == 0:
        said = words("service-same")
    else:
        said = words("service-up" if by > 0 else "service-down", by=_points(words, figure.scale, abs(by)))
    if figure.before.is_small:
        said = f"{said} ({words('service-few-before', count=figure.before.count)})"
    return said


def _points(words: Words, scale: Scale, by: float) -> str:
    shown = formats.number(by, words.language)
    return words("service-points", count=int(by), shown=shown) if scale is Scale.PERCENT else shown


def _comments(words: Words, comments: Sequence[ServiceFeedback]) -> list[Part]:
    parts: list[Part] = []
    for each in comments:
        day = formats.full_date(each.received_on, words.language)
        parts.append(Paragraph(textwrap.shorten(each.text, LONGEST_SHOWN, placeholder=" …"), Tone.QUOTE))
        parts.append(Paragraph(f"{each.source} · {day}", Tone.SUBTLE))
    return parts
