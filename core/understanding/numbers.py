"""Numbers in a text, in figures and in words: `1,234.5`, `£1.2m`, `two hundred and fifty`, `dau ddeg tri`.

The one reader of numbers in the house: amounts, durations and updates all build on it.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

LARGEST = 1e15
"""Numbers beyond are taken for noise."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands. `scale` is the letter or word that multiplied it "
    "("k"), `word` its first word."""

    value: float
    start: int
    end: int
    scale: str = ""
    is_money: bool = False
    is_signed: bool = False
    word: str = ""
    suffix: str = ""
    """Letters that follow without a space and are a unit: the "hrs" of `26hrs`."""


_SCALES = {
    "k": 1e3, "thousand": 1e3, "thousands": 1e3, "grand": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6,
    "miliwn": 1e6, "bn": 1e9, "billion": 1e9, "hundred": 100.0,
}  # fmt: skip
_UNIT_LETTERS = (
    "hrs?|h|d|days?|wks?|w|weeks?|mins?|minutes?|hours?|months?|mths?|yrs?|years?|pts?|pp|pc|pct|c|f|ish|x|p|km|kg"
)
_FIGURES = re.compile(
    r"(?<![\w.,])(?P<sign>[-+](?=[£€$.\d]))?(?P<money>[£€$]\s?)?(?P<sign2>-)?(?P<digits>\d{1,3}"
    r"(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?|(?<!\d)\.\d+)(?P<half>½)?(?:\s?(?P<scale>k|m|mn"
    r"|bn)(?![\w'])|\s+(?P<word>thousands?|grand|million|billion|hundred|mil|miliwn)\b"
    rf"|(?P<suffix>{_UNIT_LETTERS})(?![\w'])|(?![\w]))"
)
_ONES = {
    "zero": 0, "nil": 0, "none": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_WELSH_ONES = {
    "dim": 0, "un": 1, "dau": 2, "ddau": 2, "dwy": 2, "ddwy": 2, "tri": 3, "dri": 3, "thri": 3, "tair": 3,
    "dair": 3,
    "pedwar": 4, "bedwar": 4, "pedair": 4, "bedair": 4, "pump": 5, "bump": 5, "pum": 5, "bum": 5, "chwech": 6,
    "chwe": 6, "saith": 7, "wyth": 8, "naw": 9,
}  # fmt: skip
_WELSH_TEENS = {"deuddeg": 12, "ddeuddeg": 12, "pymtheg": 15, "bymtheg": 15, "ugain": 20, "deunaw": 18}
_DOZENS = {"dozen": 12, "couple": 2}
_GREAT = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "miliwn": 1e6, "grand": 1e3}
_SHARED = {"un", "dim", "pump", "cant", "mil", "bum", "pum", "bump"}
"""Welsh numbers that are also English words (or "can't" in a hurry): numbers in a Welsh text only."""
_KNOWN = (
    {**_ONES, **_TEENS, **_TENS, **_WELSH_ONES, **_WELSH_TEENS, **_DOZENS, **_GREAT}.keys()
    | {"hundred", "cant", "gant", "mil", "deg", "ddeg", "point", "and", "a", "half"}
)  # fmt: skip
_RUN = re.compile(
    rf"\b(?:{'|'.join(sorted(_KNOWN, key=len, reverse=True))})(?:(?:\s+"
    rf"|-)(?:{'|'.join(sorted(_KNOWN, key=len, reverse=True))}))*\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_AND_A_HALF = re.compile(r"(?:\s+|-)and(?:\s+|-)a(?:\s+|-)(half|quarter)\b")


def find_numbers(said: str, is_welsh: bool = False) -> list[Number]:
    """Every number in a text in lower case, in order; `is_welsh` lets words count that English has as well."""
    in_figures = list(_in_figures(said))
    taken = [(number.start, number.end) for number in in_figures]
    in_words = [
        number
        for number in _in_words(said, is_welsh)
        if not any(start < number.end and number.start < end for start, end in taken)
    ]
    found = sorted(in_figures + in_words, key=lambda number: number.start)
    return [number for number in found if math.isfinite(number.value) and abs(number.value) < LARGEST]


def _in_figures(said: str) -> Iterator[Number]:
    for match in _FIGURES.finditer(said):
        digits = match.group("digits")
        if len(digits) > 20:
            continue
        scale = match.group("scale") or match.group("word") or ""
        sign = match.group("sign") or match.group("sign2") or ""
        value = float(digits.replace(",", "")) + (0.5 if match.group("half") else 0)
        value = round(value * _SCALES.get(scale, 1), 6)
        suffix = match.group("suffix") or ""
        end = match.end() - len(suffix)
        if not scale and not suffix and (half := _AND_A_HALF.match(said, end)):
            value, end = value + _part(half), half.end()
        yield Number(
            -value if sign == "-" else value,
            match.start(),
            end,
            scale=scale,
            is_money=match.group("money") is not None,
            is_signed=bool(sign),
            word=digits,
            suffix=suffix,
        )


def _part(half: re.Match[str]) -> float:
    return 0.5 if half.group(1) == "half" else 0.25


def _in_words(said: str, is_welsh: bool) -> Iterator[Number]:
    for run in _RUN.finditer(said):
        words = [
            (word.group(), run.start() + word.start(), run.start() + word.end())
            for word in _WORD.finditer(run.group())
        ]
        if not is_welsh and len(words) < 12:
            all_welsh = run.group() == said.strip()
            words = [word for word in words if word[0] not in _SHARED] if not all_welsh else words
        yield from _numbers_of(words, said)


def _numbers_of(words: list[tuple[str, int, int]], said: str) -> Iterator[Number]:
    """The numbers that a run of number words makes: "twenty twenty six" makes two."""
    place = 0
    while place < len(words):
        word, start, _ = words[place]
        if word in ("and", "point") or (word in ("a", "half") and not _opens(words, place)):
            place += 1
            continue
        sum_ = _Sum()
        end = start
        first = place
        while place < len(words) and sum_.takes(words, place):
            end = words[place][2]
            place += 1
        if place == first:
            place += 1
            continue
        value = sum_.value
        if half := _AND_A_HALF.match(said, end):
            value, end = value + _part(half), half.end()
            while place < len(words) and words[place][1] < end:
                place += 1
        spelt = [word for word, _, _ in words[first:place] if word not in ("a", "half")]
        yield Number(float(value), start, end, word=spelt[0] if spelt else "a")


def _opens(words: list[tuple[str, int, int]], place: int) -> bool:
    """Whether "a" or "half a" begins a number: "a hundred", "half a dozen", "a couple"."""
    after = [word for word, _, _ in words[place + 1 : place + 3]]
    if words[place][0] == "half":
        return len(after) == 2 and after[0] == "a" and after[1] in {*_DOZENS, *_GREAT, "hundred"}
    return bool(after) and after[0] in {*_DOZENS, *_GREAT, "hundred"}


class _Sum:
    """A number that is being spelt."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0
        self.factor = 1.0
        self.last = ""
        self.decimals = 0

    @property
    def value(self) -> float:
        return round((self.total + self.current) * self.factor, 6)

    def takes(self, words: list[tuple[str, int, int]], place: int) -> bool:
        """Adds a word where it can follow what was said; False where a new number, or none, begins."""
        word = words[place][0]
        following = words[place + 1][0] if place + 1 < len(words) else ""
        kind = _kind(word)
        taken = self._take(word, kind, following)
        if taken:
            self.last = kind
        return taken

    def _take(self, word: str, kind: str, following: str) -> bool:
        match kind:
            case "half":
                self.factor = 0.5
                return self.last == ""
            case "a":
                return self.last in ("", "half")
            case "and":
                return self.last in ("hundred", "great") and _kind(following) in ("one", "teen", "ten")
            case "point":
                self.decimals = 1
                return bool(self.last) and _kind(following) == "one"
            case "one":
                return self._take_one(word)
            case "teen":
                if self.last not in ("", "and", "hundred", "great"):
                    return False
                self.current += {**_TEENS, **_WELSH_TEENS}[word]
            case "ten":
                if self.last not in ("", "and", "hundred", "great"):
                    return False
                self.current += _TENS[word]
            case "welsh ten":
                if self.last not in ("", "one", "and", "hundred"):
                    return False
                self.current = self.current - self.current % 10 + max(self.current % 10, 1) * 10
            case "hundred":
                if self.last not in ("", "a", "one", "teen") or self.current >= 100:
                    return False
                self.current = max(self.current, 1) * 100
            case "great":
                if self.last == "great" or (self.decimals > 1 and self.total):
                    return False
                self.total += max(self.current, 1.0) * {**_GREAT, "mil": 1e3}[word]
                self.current = 0
            case "dozen":
                if self.last not in ("", "a", "one"):
                    return False
                self.current = max(self.current, 1) * _DOZENS[word]
            case _:
                return False
        return True

    def _take_one(self, word: str) -> bool:
        value = {**_ONES, **_WELSH_ONES}[word]
        if self.decimals:
            self.current += value / 10**self.decimals
            self.decimals += 1
            return True
        if self.last not in ("", "and", "hundred", "great", "ten", "welsh ten"):
            return False
        self.current += value
        return True


def _kind(word: str) -> str:
    if word in _ONES or word in _WELSH_ONES:
        return "one"
    if word in _TEENS or word in _WELSH_TEENS or word == "ten":
        return "teen"
    if word in _TENS:
        return "ten"
    if word in ("deg", "ddeg"):
        return "welsh ten"
    if word in ("hundred", "cant", "gant"):
        return "hundred"
    if word in _GREAT or word == "mil":
        return "great"
    if word in _DOZENS:
        return "dozen"
    return word
