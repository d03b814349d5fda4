"""Which of a person's objectives an update is about: by the words it shares with their titles and measures.

Words count by how few of the candidates share them, so that "complaints" tells two objectives apart and "reduce"
does not. Inflected forms count as one word ("inspected", "inspections"), and so does a slip of the finger.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from rapidfuzz import fuzz

LONGEST = 500
ALIKE = 86
"""How alike (0 to 100) two stems must be to be one word misspelt; short ones must be the same."""
ENOUGH = 0.5
"""The weight of shared words from which an objective is meant: a word shared with at most one other."""
CLEAR = 1.4
"""By how many times the best must outweigh the next to be the one that is meant."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_STOP_WORDS = """
    a about after again all also am an and any are as at be because been before being both but by can could did
    do does doing done down during each few finished for from further get getting go going good got had has have
    having he her here him his how i if in into is it its just last less like ll lot make me more most much my
    need needs new next no not now of off on once one only or other our out over own per please really s same
    she should since so some still such t than thanks that the their them then there these they this those three
    time to too track two under until up update ve very was we week weeks month months day days were what when
    where which while who why will with would yet you your progress objective target measure number percentage
    rate average increase reduce improve deliver complete completed cut keep raise lower bring better faster
    sooner quicker fewer waiting slipping behind y yr yn ar o ac wedi heb mae gan gyda eto nawr
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An objective that may be meant, by what people call it."""

    title: str
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """The place of the objective that is meant among the candidates; or, where several fit, those to ask about."""

    index: int | None = None
    ask_about: tuple[int, ...] = ()


def which_objective(text: str, candidates: Sequence[Candidate]) -> Meant:
    """The candidate that a text is about; neither one nor several where it names none.

    A sole candidate is meant whatever is said.
    """
    if len(candidates) == 1:
        return Meant(0)
    said = _stems(text[:LONGEST])
    named = [_stems(f"{each.title} {each.measure}") for each in candidates]
    in_title = [_stems(each.title) for each in candidates]
    common = Counter(stem for stems in named for stem in stems)
    weights = [
        sum(_weight(stem, common, stem in title) for stem in stems if _is_said(stem, said))
        for stems, title in zip(named, in_title, strict=True)
    ]
    best = max(weights, default=0.0)
    if best < ENOUGH:
        return Meant()
    near = tuple(index for index, weight in enumerate(weights) if weight * CLEAR > best)
    return Meant(near[0]) if len(near) == 1 else Meant(ask_about=near)


def _weight(stem: str, common: Counter[str], is_in_title: bool) -> float:
    """A word of one candidate weighs one, of two a half; of the measure only, a little less."""
    return (1.0 if is_in_title else 0.8) / common[stem]


def _is_said(stem: str, said: Iterable[str]) -> bool:
    return any(
        stem == word or (min(len(stem), len(word)) >= 5 and fuzz.ratio(stem, word) >= ALIKE) for word in said
    )


@lru_cache(maxsize=2_048)
def _stems(text: str) -> frozenset[str]:
    words = [word for word in _WORD.findall(text.lower().replace("'", " ")) if word not in _STOP]
    return frozenset(_stemmer().stemWords(words))


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
