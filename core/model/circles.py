"""Circles among things that each belong to at most one other: people and managers, goals and what they serve."""

from collections.abc import Iterator, Mapping


def circles(above: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Every circle, once, each from one of it to the one above and on; linear in the size of `above`."""
    settled: set[str] = set()
    for start in above:
        path: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in settled and at not in path:
            path[at] = len(path)
            at = above.get(at)
        if at is not None and at in path:
            yield list(path)[path[at] :]
        settled.update(path)
