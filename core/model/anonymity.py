"""When answers without names may be shown, so that no two reports ever differ by fewer than five people.

The one rule: answers are released in batches. A batch holds the answers of at least five different people, is
never divided, never changed, and shares no answer with another batch. Every report, whatever it is of and
whenever it is read, is made of whole batches. So is whatever can be worked out by taking reports from one
another: each part that the reports cut out is one or more whole batches, and covers five people or more.
`docs/anonymity.md` says what follows for edits, withdrawals, moves and leavers, and what the rule cannot do.
"""

from collections.abc import Collection, Mapping
from hashlib import sha256

FEWEST = 5
"""Different people whose answers are shown together, at the least."""


def batches(people: Mapping[str, int]) -> tuple[frozenset[str], ...]:
    """Which groups' answers may be released now: groups of one set become one batch.

    `people` says how many different people's answers wait in each group, nobody counted in two. A group of enough
    people is a batch of its own; the smaller ones make one batch together, or none when even together they are too
    few. Groups in no set are not to be shown in any report, nor counted in any total.
    """
    alone = tuple(frozenset({group}) for group in sorted(people) if people[group] >= FEWEST)
    small = frozenset(group for group, count in people.items() if 0 < count < FEWEST)
    return (*alone, small) if sum(people[group] for group in small) >= FEWEST else alone


def ready(givers: Collection[str]) -> bool:
    """Whether answers by these people, each named as often as they answered, may be released as one batch."""
    return len(set(givers)) >= FEWEST


def in_no_order(ids: Collection[str]) -> tuple[str, ...]:
    """Answers' ids in an order that says nothing of who gave them when, and is the same at every look."""
    return tuple(sorted(ids, key=lambda each: sha256(each.encode()).digest()))
