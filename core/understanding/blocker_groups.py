"""Obstacles that are the same thing said in different words, put together by the words they share.

Two are alike where most of the telling words of the shorter one are in the other, spelt alike. Groups are what is
connected by likeness, so that neither the order of the answers nor who gave them makes a difference; no model is
asked, and every group leads back to its answers.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from core.understanding.units import stem

SAME = 60
"""How much (0 to 100) of the shorter text's telling words the other must have."""

_SPELT_ALIKE = 85
_FEWEST_SHARED = 2

_WORD = re.compile(r"[^\W\d_]+")
_LITTLE = """
a about again all also an and any are as at back be because been before being but by can cannot could day
days did do does done down due each few first for from get gets getting go going got had has have having he
her his how i if in into is it its just last late later least less made make many may me mean meant more
most much must my need needs new next no not now of off on one only or other our out over own put running
same see she should since so some still than that the their them then there these they third this those
three through till to too took two until up us very via wait waiting was way we week weeks well went were
what when where which while who will with without work working would yet you your month months tuesday
wednesday thursday friday monday today yesterday second hold holding held stuck delay delayed slow slowed
time times longer a ac am ar aros arall at ar bod bu byddai bydd cael dal dim drwy dros ei eto eu fel fod fy
gan gyda hyn hynny i iawn mae mewn na neu nid o oedd oes ond pan roedd rwy sy sydd un wedi wythnos y yn yna
yr ein
"""
_SAYING_LITTLE = frozenset(_LITTLE.split())
"""Words, in English and Welsh, that any obstacle may be told with."""


def telling_words(text: str) -> frozenset[str]:
    """The words that say what an obstacle is, each without its ending."""
    said = text.casefold().replace("’", "'")
    said = re.sub(r"\bwaiting (?:for|on) it\b|\bit (?=access|support|team|systems?|desk)", "ict ", said)
    words = _WORD.findall(said.replace("'", ""))
    return frozenset(stem(word) for word in words if len(word) > 1 and word not in _SAYING_LITTLE)


@lru_cache(maxsize=50_000)
def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) > 4 and len(other) > 4 and fuzz.ratio(one, other) >= _SPELT_ALIKE)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter one's telling words the other has, 0 to 100; a single shared word is chance."""
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    shared = sum(1 for word in shorter if any(_alike(*sorted((word, each))) for each in longer))
    if shared < min(_FEWEST_SHARED, len(shorter)):
        return 0.0
    if shared == 1 and len(longer) > _FEWEST_SHARED:
        return 0.0
    return 100 * shared / len(shorter)


def group_alike(texts: Sequence[str]) -> list[list[int]]:
    """The places of texts that are about the same, each group in order; every place is in one group."""
    words = [telling_words(text) for text in texts]
    leader = list(range(len(texts)))

    def head(place: int) -> int:
        while leader[place] != place:
            place = leader[place]
        return place

    distinct: dict[frozenset[str], int] = {}
    for place, telling in enumerate(words):
        # Words that tell nothing are alike only where they are the same words.
        each = telling or frozenset({texts[place].casefold().strip()})
        if each in distinct:
            leader[place] = distinct[each]
        else:
            distinct[each] = place
    kinds = list(distinct.items())
    for at, (one, place) in enumerate(kinds):
        for other, there in kinds[at + 1 :]:
            if likeness(one, other) >= SAME:
                first, second = sorted((head(place), head(there)))
                leader[second] = first
    groups: dict[int, list[int]] = {}
    for place in range(len(texts)):
        groups.setdefault(head(place), []).append(place)
    return list(groups.values())


def most_telling(texts: Sequence[str]) -> str:
    """The text that says best what all of them are about: the one most like the others, then the shortest."""
    words = [telling_words(text) for text in texts]

    def rank(place: int) -> tuple[float, int, str]:
        near = sum(likeness(words[place], other) for other in words)
        return -near, len(texts[place]), texts[place]

    return texts[min(range(len(texts)), key=rank)]
