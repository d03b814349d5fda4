"""Figures that leave the organisation: which services may be told apart beside the whole.

Whoever has the figures of the whole takes those of the services that are told from them. What is left is about
five people or more in each week, or about nobody; a service of fewer is never told, and then neither is one of the
others where it would be left alone.
"""

from collections.abc import Mapping, Sequence

from core.model.anonymity import FEWEST


def may_be_told(weeks: Sequence[tuple[int, Mapping[str, int]]]) -> frozenset[str]:
    """The services whose figures may stand beside the whole's over these weeks.

    Each week is how many people there were in the whole and in each service. A service has to have enough people
    in each week that it has any; of the others the largest are told, as long as what is left never is of too few.
    """
    services = {name for _, parts in weeks for name in parts}
    told = {name for name in services if all(parts.get(name, FEWEST) >= FEWEST for _, parts in weeks)}
    size = {name: sum(parts.get(name, 0) for _, parts in weeks) for name in told}
    while told and any(0 < left < FEWEST for left in _left(weeks, told)):
        told.discard(min(told, key=lambda name: (size[name], name)))
    return frozenset(told)


def _left(weeks: Sequence[tuple[int, Mapping[str, int]]], told: set[str]) -> list[int]:
    return [whole - sum(parts.get(name, 0) for name in told) for whole, parts in weeks]
