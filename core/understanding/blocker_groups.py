"""Obstacles that are the same thing said in different words, put together by the words they share.

Two are alike where most of the telling words of the shorter one are in the other, spelt alike. Groups are what is
connected by likeness, so that neither the order of the answers nor who gave them makes a difference; no model is
asked, and every group leads back to its answers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from core.understanding.units import stem

SAME = 60
"""How much (0 to 100) of the shorter text's telling words the other must have."""

_SPELT_ALIKE = 85
_FEWEST_SHARED = 2
_SAME_BEGINNING = 2
_LONG_ENOUGH = 5
"""Letters from which a word can be told from another that is spelt alike."""

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

Telling = Mapping[str, frozenset[str]]
"""The telling words of texts."""


def telling_words(text: str) -> frozenset[str]:
    """The words that say what an obstacle is, each without its ending."""
    return frozenset(telling_spellings(text))


def telling_spellings(text: str) -> dict[str, str]:
    """The same words, each with how it is spelt in letters alone."""
    said = text.casefold().replace("’", "'")
    said = re.sub(r"\bwaiting (?:for|on) it\b|\bit (?=access|support|team|systems?|desk)", "ict ", said)
    words = _WORD.findall(said.replace("'", ""))
    return {stem(word): word for word in words if len(word) > 1 and word not in _SAYING_LITTLE}


def _one_spelling(words: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The same words, those that are spelt alike in the spelling that comes first in the alphabet.

    Only words that begin alike are compared: whoever misspells a word seldom does so at its beginning.
    """
    known = sorted({word for each in words for word in each})
    spelling = {word: word for word in known}
    bucket: list[str] = []
    for word in known:
        if bucket and bucket[0][:_SAME_BEGINNING] != word[:_SAME_BEGINNING]:
            bucket = []
        if len(word) >= _LONG_ENOUGH:
            alike = next((each for each in bucket if fuzz.ratio(each, word) >= _SPELT_ALIKE), None)
            spelling[word] = spelling[alike] if alike else word
            bucket.append(word)
    return [frozenset(spelling[word] for word in each) for each in words]


def _is_same(one: frozenset[str], other: frozenset[str], shared: int) -> bool:
    """Whether two texts that share so many telling words are about the same; a single shared word is chance."""
    shorter, longer = sorted((len(one), len(other)))
    if shared < min(_FEWEST_SHARED, shorter) or (shared == 1 and longer > _FEWEST_SHARED):
        return False
    return 100 * shared >= SAME * shorter


def telling_words_of(texts: Iterable[str]) -> Telling:
    """The telling words of each text, for looking at them more than once."""
    return {text: telling_words(text) for text in set(texts)}


def group_alike(texts: Sequence[str], telling: Telling | None = None) -> list[list[int]]:
    """The places of texts that are about the same, each group in order; every place is in one group."""
    telling = telling or telling_words_of(texts)
    words = _one_spelling([telling[text] for text in texts])
    places_of: dict[frozenset[str], list[int]] = {}
    for place, said in enumerate(words):
        # Words that tell nothing are alike only where they are the same words.
        places_of.setdefault(said or frozenset({f" {texts[place].casefold().strip()}"}), []).append(place)
    kinds = list(places_of)
    leader = list(range(len(kinds)))

    def head(kind: int) -> int:
        while leader[kind] != kind:
            kind = leader[kind]
        return kind

    having: dict[str, list[int]] = {}
    for at, kind in enumerate(kinds):
        # Only those that share a word are compared, which few of many do.
        shared = Counter(other for word in kind for other in having.get(word, ()))
        for other, count in shared.items():
            if head(at) != head(other) and _is_same(kind, kinds[other], count):
                first, second = sorted((head(at), head(other)))
                leader[second] = first
        for word in kind:
            having.setdefault(word, []).append(at)
    groups: dict[int, list[int]] = {}
    for at, kind in enumerate(kinds):
        groups.setdefault(head(at), []).extend(places_of[kind])
    return sorted((sorted(places) for places in groups.values()), key=lambda places: places[0])


def most_telling(texts: Sequence[str], telling: Telling | None = None) -> str:
    """The text that says best what all are about: it has most of what most of them say, in fewest letters."""
    if len(set(texts)) == 1:
        return texts[0]
    telling = telling or telling_words_of(texts)
    words = [telling[text] for text in texts]
    said = Counter(word for each in words for word in each)

    def rank(place: int) -> tuple[int, int, str]:
        common = sum(said[word] for word in words[place] if said[word] * 2 > len(texts))
        return -common, len(texts[place]), texts[place]

    return texts[min(range(len(texts)), key=rank)]
