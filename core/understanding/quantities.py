"""Amounts within a sentence: plain numbers, percentages, shares ("12 of the 40"), fractions, lengths of time.

What each one means for a measure is for `amounts` (a short answer) and `progress` (a sentence) to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from core.understanding.not_values import is_within
from core.understanding.numbers import Number, find_numbers
from core.understanding.units import TIME_WORDS, days_in


class Form(Enum):
    """How an amount was said."""

    PLAIN = auto()
    PERCENT = auto()
    SHARE = auto()
    FRACTION = auto()
    TIME = auto()


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount and where it stands.

    `value` is the number said (days for `TIME`, per cent for `PERCENT` and `FRACTION`); `whole` the second
    number of a share.
    """

    form: Form
    value: float
    start: int
    end: int
    whole: float | None = None
    is_money: bool = False
    is_signed: bool = False
    word: str = ""
    scale: str = ""
    said_more: bool = False
    """Whether "more", "extra" or "another" stands with it: a difference or a delay rather than a value."""
    is_points: bool = False


MOST_NUMBERS = 80
"""Numbers looked at in one text; who writes more has pasted a table."""

FRACTIONS = {
    "three quarters": 75.0, "three-quarters": 75.0, "3/4": 75.0, "3 quarters": 75.0, "¾": 75.0,
    "tri chwarter": 75.0,
    "two thirds": 200 / 3, "two-thirds": 200 / 3, "2/3rds": 200 / 3, "2 thirds": 200 / 3,
    "dwy ran o dair": 200 / 3,
    "four fifths": 80.0, "three fifths": 60.0, "two fifths": 40.0, "nine tenths": 90.0, "a tenth": 10.0,
    "one third": 100 / 3, "a third": 100 / 3, "one-third": 100 / 3, "traean": 100 / 3, "a fifth": 20.0,
    "a quarter": 25.0, "one quarter": 25.0, "quarter of": 25.0, "quarter done": 25.0, "quarter of the way": 25.0,
    "1/4": 25.0, "¼": 25.0, "chwarter": 25.0, "half way": 50.0, "half-way": 50.0, "halfway": 50.0, "mid-way": 50.0,
    "midway": 50.0, "hanner ffordd": 50.0, "half": 50.0, "1/2": 50.0, "½": 50.0, "hanner": 50.0,
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?<![\w/.])(?:{'|'.join(map(re.escape, sorted(FRACTIONS, key=len, reverse=True)))})(?![\w/])(?!\s?-?"
    r"(?:an? )?(?:hour|day|term|year|past|hearted|price|price|awr|dozen|day)\b)(?! (?:one|two|three|four)\b)"
)
_OF_A_GREAT = re.compile(r"\s+(?:of )?(?:a )?(million|thousand|billion)\b")
_OF_A_POINT = re.compile(r"\s+(?:of )?an? (?:percentage )?(?:points?|per ?cent|%)")
_OF = re.compile(
    r"\s*(?:/|\bof\b|\bout of\b|\bfrom\b|\ballan o(?:'r)?|\bo(?:'r)?\b|\bin\b)\s*(?:the |a |an |our |my |all "
    r"|y |planned |total |total of |possible )*"
)
_WHAT = re.compile(r"\s+(?!\w+ as of\b)(?:[a-z'-]+\s+){1,3}?(?:of|out of|o'r)\s+(?:the |our |a total of )?")
_PERCENT = re.compile(
    r"\s*(?:%|(?:percent|per cent|pct|pc|y cant|percentage)\b)(?P<points>[- ]?(?:points?|pts?)\b)?"
)
_POINTS = re.compile(r"\s*(?:percentage points?|pp\b|pts?\b|points?\b)")
_MORE = r"(?:more|extra|additional|further|other|arall|ychwanegol)"
_TIME = re.compile(
    rf"(?:ish)?\s*-?\s*(?P<more>{_MORE}\s+)?(?:of a\s+)?(?:whole |full |calendar |clear |solid |or so "
    rf"|business |good )*(?P<unit>{TIME_WORDS}|(?<=\d)[dhw])(?![\w])(?:'s?|s')?(?P<after>\s+{_MORE}\b)?"
)
_A_TIME = re.compile(
    r"\b(?P<lead>an?|another|a further|an extra|an additional|one more|un|about a|the|half an?"
    r"|(?:three )?quarters? of an?)\s+(?P<adjective>(?:whole|full|extra|further|good|few more|couple more"
    rf"|couple of(?: more)?|couple)\s+)?(?P<unit>{TIME_WORDS})\b(?P<after>\s+{_MORE}\b)?"
    r"(?P<half>\s+and\s+a\s+half\b)?"
)
_BARE_TIME = re.compile(
    r"\b(?P<unit>p[y]thefnos|bythefnos|wythnos|mis|fortnight)(?P<after>\s+(?:arall|ychwanegol))?\b"
)
_ANOTHER = re.compile(r"\b(?:another|a further|an extra|an additional|extra|a)\s*$")


def read_quantities(
    said: str, is_welsh: bool = False, passed_over: Sequence[tuple[int, int]] = ()
) -> list[Quantity]:
    """Every amount in a text in lower case, in order; none overlap one another or the places `passed_over`."""
    found = list(_fractions(said))
    numbers = [
        number
        for number in find_numbers(said, is_welsh)[:MOST_NUMBERS]
        if _is_free(number.start, number.end, found) and not is_within(number.start, number.end, passed_over)
    ]
    place = 0
    while place < len(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        quantity, used = _quantity(said, numbers[place], following)
        if _is_free(quantity.start, quantity.end, found):
            found.append(quantity)
        place += used
    found += [time for time in _times_without_number(said) if _is_free(time.start, time.end, found)]
    found.sort(key=lambda quantity: quantity.start)
    return [each for each in _joined(said, found) if not is_within(each.start, each.end, passed_over)]


def _is_free(start: int, end: int, taken: list[Quantity]) -> bool:
    return not any(start < quantity.end and quantity.start < end for quantity in taken)


def _fractions(said: str) -> list[Quantity]:
    found = []
    for match in _FRACTION.finditer(said):
        share = FRACTIONS[match.group()]
        if match.group() == "half" and said.endswith(("and a ", "-"), 0, match.start()):
            continue  # "two and a half" is a number
        if points := _OF_A_POINT.match(said, match.end()):
            found.append(
                Quantity(Form.PERCENT, share / 100, match.start(), points.end(), word="half", is_points=True)
            )
        elif great := _OF_A_GREAT.match(said, match.end()):
            value = share / 100 * {"million": 1e6, "thousand": 1e3, "billion": 1e9}[great.group(1)]
            found.append(
                Quantity(Form.PLAIN, value, match.start(), great.end(), word="half", scale=great.group(1))
            )
        else:
            found.append(Quantity(Form.FRACTION, share, match.start(), match.end(), word=match.group()))
    return found


def _quantity(said: str, number: Number, following: Number | None) -> tuple[Quantity, int]:
    """The amount that a number begins, and how many numbers it takes up."""
    if following is not None and not number.is_money | following.is_signed and number.suffix == "":
        gap = said[number.end : following.start]
        if (
            len(gap) < 50
            and (_OF.fullmatch(gap) or _WHAT.fullmatch(gap))
            and _is_share(said, number, following, gap)
        ):
            end = following.end
            share = Quantity(Form.SHARE, number.value, number.start, end, following.value, word=number.word)
            return share, 2
    if following is not None and number.is_money and following.is_money:
        gap = said[number.end : following.start]
        if len(gap) < 30 and re.fullmatch(
            r"\s*(?:/|(?:saved |spent |raised )?(?:of|out of)(?: the| our| a)?)\s*", gap
        ):
            share = Quantity(
                Form.SHARE,
                number.value,
                number.start,
                following.end,
                following.value,
                is_money=True,
                word=number.word,
            )
            return share, 2
    common = {
        "is_money": number.is_money,
        "is_signed": number.is_signed,
        "word": number.word,
        "scale": number.scale,
    }
    if percent := _PERCENT.match(said, number.end):
        points = percent.group("points") is not None
        return Quantity(
            Form.PERCENT, number.value, number.start, percent.end(), is_points=points, is_signed=number.is_signed
        ), 1
    if not number.is_money and (points_ := _POINTS.match(said, number.end)):
        return Quantity(
            Form.PERCENT, number.value, number.start, points_.end(), is_points=True, is_signed=number.is_signed
        ), 1
    if not number.is_money and (time := _TIME.match(said, number.end)):
        more = bool(time.group("more") or time.group("after") or _ANOTHER.search(said, 0, number.start))
        if number.word == "a" and _ANOTHER.search(said, 0, number.start) is None:
            more = bool(time.group("more") or time.group("after"))
        return Quantity(
            Form.TIME, number.value * days_in(time.group("unit")), number.start, time.end(), word=number.word,
            is_signed=number.is_signed, said_more=more, scale=time.group("unit"),
        ), 1  # fmt: skip
    return Quantity(Form.PLAIN, number.value, number.start, number.end, **common), 1  # type: ignore[arg-type]


def _is_share(said: str, number: Number, whole: Number, gap: str) -> bool:
    if re.search(r"\bin\b", gap):
        return (
            whole.value in (2, 3, 4, 5, 10, 20, 100)
            and number.value < whole.value
            and " in " in gap
            and len(gap) < 5
        )
    if "from" in gap:
        return False
    if _PERCENT.match(said, whole.end) or _PERCENT.match(said, number.end):
        return False
    return whole.value > 0 and number.value <= whole.value * (1 if "/" in gap else 2)


def _times_without_number(said: str) -> list[Quantity]:
    found = []
    for match in _A_TIME.finditer(said):
        lead, adjective = match.group("lead"), (match.group("adjective") or "").strip()
        if lead == "the":
            continue
        count = (
            2.0
            if "couple" in adjective
            else 0.5
            if lead.startswith("half")
            else 0.25
            if "quarter" in lead
            else 1.0
        )
        if lead.startswith("three"):
            count = 0.75
        if "few" in adjective:
            count = float("nan")
        if match.group("half"):
            count += 0.5
        more = "more" in adjective + lead or bool(match.group("after"))
        more |= lead in ("another", "a further", "an extra", "an additional") or adjective in ("extra", "further")
        found.append(
            Quantity(
                Form.TIME, count * days_in(match.group("unit")), match.start(), match.end(), word=lead,
                said_more=more, scale=match.group("unit"),
            )
        )  # fmt: skip
    for match in _BARE_TIME.finditer(said):
        found.append(
            Quantity(
                Form.TIME, days_in(match.group("unit")), match.start(), match.end(), word="a",
                said_more=bool(match.group("after")), scale=match.group("unit"),
            )
        )  # fmt: skip
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda each: (each.start, -each.end)):
        if _is_free(quantity.start, quantity.end, kept):
            kept.append(quantity)
    return kept


def _joined(said: str, found: list[Quantity]) -> list[Quantity]:
    """With lengths of time that make one, "1 day 4 hours", put together."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.form is Form.TIME is quantity.form
            and quantity.value < last.value
            and days_in(quantity.scale) < days_in(last.scale)
            and re.fullmatch(r"\s*(?:and|,|a)?\s*", said[last.end : quantity.start])
        ):
            joined[-1] = Quantity(
                Form.TIME, last.value + quantity.value, last.start, quantity.end, word=last.word, scale=last.scale,
                said_more=last.said_more or quantity.said_more,
            )  # fmt: skip
        else:
            joined.append(quantity)
    return joined
