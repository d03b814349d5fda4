"""Takes reports from one another, as someone would who wants to know what one person said."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from core.model.anonymity import FEWEST

Answer = tuple[str, int]
"""Whose it is, and a number that tells it from their others."""

Report = frozenset[Answer]


def people_of(answers: Iterable[Answer]) -> set[str]:
    """Whose answers these are."""
    return {person for person, _ in answers}


def cells(reports: Iterable[Report]) -> list[set[Answer]]:
    """The parts that the reports cut the answers into: the finest that any combination of them can reach."""
    seen: defaultdict[frozenset[int], set[Answer]] = defaultdict(set)
    numbered = list(enumerate(set(reports)))
    for answer in frozenset().union(*(report for _, report in numbered)):
        seen[frozenset(number for number, report in numbered if answer in report)].add(answer)
    return list(seen.values())


def check(reports: list[Report]) -> None:
    """Every cell, every difference and intersection of two, and of few reports every combination."""
    for cell in cells(reports):
        assert len(people_of(cell)) >= FEWEST
    different = sorted({report for report in reports if report}, key=lambda each: (len(each), sorted(each)))
    for first, second in combinations(different, 2):
        for part in (first & second, first - second, second - first):
            assert not part or len(people_of(part)) >= FEWEST
    if len(different) <= 4:
        for size in range(1, len(different) + 1):
            for chosen in combinations(different, size):
                rest = [each for each in different if each not in chosen]
                part = frozenset.intersection(*chosen) - frozenset().union(*rest)
                assert not part or len(people_of(part)) >= FEWEST
