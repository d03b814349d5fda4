"""Misspelt commands: a letter or two off is understood, more is asked about."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

LONGEST = 40
SHORT = 4
"""Letters up to which a single wrong one is all that is allowed."""


def is_misspelling(word: str, known: Sequence[str]) -> str | None:
    """The known word that `word` misspells by a letter (two in words of more than four letters), or None."""
    if not 3 <= len(word) <= LONGEST:
        return None
    near = process.extract(word, known, scorer=DamerauLevenshtein.distance, limit=2)
    best, distance, _ = near[0]
    allowed = 1 if min(len(best), len(word)) <= SHORT else 2
    if distance > allowed or len(best) < 3 or (best[0] != word[0] and distance > 1):
        return None
    return best


def closest(word: str, known: Sequence[str], limit: int = 3) -> list[str]:
    """The known words most like `word`, most alike first; none when nothing is near."""
    if not word or len(word) > LONGEST:
        return []
    near = process.extract(
        word, known, scorer=DamerauLevenshtein.normalized_similarity, limit=limit, score_cutoff=0.4
    )
    return [match for match, _similarity, _index in near]
