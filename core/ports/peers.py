"""The processes that do the worker's part on one database: how many there are, and which of them leads."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether this process leads, and how many there are, itself included."""

    leads: bool
    workers: int


class Peers(Protocol):
    """What a process knows of the others. One leads at a time; who dies or leaves is followed by another."""

    async def meet(self) -> Standing:
        """How this process stands now; the first call joins, and one takes the lead where nobody has it.

        A call has an end within seconds. Raises `StoreUnavailable`, after which this process does not lead.
        """
        ...

    async def leave(self) -> None:
        """Give up the lead and be counted no more; `meet` joins again."""
        ...
