"""Numbers that are no value of a measure: dates, times, years, labels ("phase 2"), telephone numbers, `24/7`."""

import re
from collections.abc import Sequence

from core.understanding.date_shapes import CLOCK, DATED

_LABELS = (
    r"phase|stage|step|part|tranche|wave|round|cohort|batch|lot|room|ward|block|building|floor|flat|unit|bay"
    r"|zone|area|site|team|group|version|v|level|tier|band|grade|year|yr|week|wk|day|month|quarter|period"
    r"|section|article|clause|para|paragraph|page|chapter|form|appendix|annex|table|figure|item|point"
    r"|priority|objective|milestone|task|action|option|scenario|sprint|release|windows|office|excel|no|num"
    r"|ref|reference|ticket|case|job|invoice|order|po|line|route|bus|platform|gate|desk|plot|key stage|ks"
    r"|covid|sars|model|question|meeting|standard|iso|cam|cyfnod|rhan|wythnos|adran|grŵp|tîm"
)
_MASKS = (
    re.compile(r"(?<![\w.])24\s?/\s?7(?![\w/])"),
    re.compile(
        r"(?<![\w/])(?:1\s?:\s?1s?|121s|121(?= (?:with|meetings?|sessions?|supervision))|1-2-1s?|1-1s?"
        r"|one[- ](?:to|2)[- ]ones?|50\s?/\s?50|50-50"
        r"|fifty[ -]fifty|9[- ]to[- ]5|360s|360(?=[- ](?:review|feedback|degree)))(?![\w/])"
    ),
    re.compile(r"(?<![\w£.])(?:\+\d{2}[\s-]?|0)\d(?:[\s-]?\d){8,11}(?!\w)"),
    re.compile(r"\bext(?:ension)?\.?\s?\d{2,6}\b"),
    re.compile(r"\S+@\S+|https?://\S+|www\.\S+"),
    re.compile(r"(?<!\w)[#@]\w+|\b[a-z]{1,6}[-/_]?\d+(?:[-/]\d+)*[a-z]?\b|\b\d+[a-z]\d\w*\b|\b[a-z]+-\d+\b"),
    re.compile(
        r"(?<![\w/])(?:fy\s?)?20\d\d\s?[/-]\s?(?:20)?\d\d(?![\w/])|(?<![\w/])\d\d/\d\d (?=financial|year"
        r"|budget)"
    ),
    re.compile(
        r"\b(?:in|since|from|during|by|until|till|of|for|before|after|year|early|late|mid|end|spring|summer"
        r"|autumn|winter|yn|ers)\s+(?:the\s+)?(?:19|20)\d\d\b(?! ?%| days?\b)(?=\s*(?:$|[.,;:!?)]| (?:we|and"
        r"|but|so|to|it|was|is|has|have|had|the|i|there|budget|plan)\b))"
    ),
    re.compile(
        r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar"
        r"|apr|jun|jul|aug|sept?|oct|nov|dec) (?:19|20)\d\d\b"
    ),
    re.compile(
        rf"(?<!this )(?<!last )(?<!per )(?<!\ba )(?<!the )(?<!\d )(?<!an )\b(?:{_LABELS})\.?\s+(?:(?:no|number"
        r"|nos)\.?\s+)?(?:\d{1,5}|one|two|three|four|five|six|seven|eight)\b(?!\s*(?:%|percent|per cent"
        r"|days?|weeks?|hours?|hrs?|minutes?|mins?|months?))(?:\s?(?:and|&|,|or|/|-"
        r"|to)\s?\d{1,3}\b(?! ?%))?"
    ),
    re.compile(
        r"\b(?:on|by|since|until|till|as of|from|before|after|due)\s+\d{1,2}/\d{1,2}\b|\bat (?:[01]?\d"
        r"|2[0-3])\.[0-5][05]\b(?= (?:on|in|tomorrow|today|with|this)\b)"
    ),
    re.compile(
        r"\baged?\s+\d+(?:\s?(?:-|to)\s?\d+)?\b|\b(?:over|under)[- ](?:1[168]|25|5s|6\d)s\b"
        r"|\b\d{1,2}[- ]year[- ]olds?\b"
    ),
    re.compile(
        r"\b(?:\d+|two|three|four|five|six|seven|ten|twelve)-(?:day|week|month|year|hour|minute|page|point"
        r"|bed|person|"
        r"stage|step|part|way)\b(?!-and)(?! (?:turn\w*|average|avg|wait|response|delay|extension|slip\w*|mark"
        r"|now)\b)"
    ),
    re.compile(
        r"\b(?:2|4|5)g\b|\bcovid\s?19\b|\bmicrosoft 365\b|\boffice 365\b|\b999\b(?= call)|\b111\b(?= call)"
        r"|\b101\b(?= call)"
    ),
    re.compile(
        r"\bone (?:thing|or two|another|more thing|day|off|by one|at a time|of (?:the|my|our|those|these"
        r"|them)|person|side|week)\b|\b(?:which|this|that|each|any|every|no|last|first|next|new|old|big|only"
        r"|wrong|right|good|bad|other|the) one\b|\bone-off\b"
    ),
    re.compile(r"\b(?:a|the) (?:couple|dozen)\b(?= of (?:issues|problems|things|weeks ago|days ago))"),
)  # fmt: skip


def not_values(said: str) -> list[tuple[int, int]]:
    """Places (start and end) of numbers that stand for something other than an amount."""
    spans = [match.span() for mask in _MASKS for match in mask.finditer(said)]
    spans += [match.span() for match in CLOCK.finditer(said)]
    spans += [match.span() for match in DATED.finditer(said) if not _may_be_a_share(match.group())]
    return spans


def _may_be_a_share(figures: str) -> bool:
    """Whether "12/40" or "3/10" was taken for a date: left to those who know the target."""
    return re.fullmatch(r"\d{1,2}/\d{1,2}", figures) is not None


def is_within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a place overlaps one of the spans."""
    return any(start < last and first < end for first, last in spans)
