"""A reception that tests direct, for the adapters' tests."""

import asyncio
from dataclasses import dataclass, field

import pytest

from core.chat.effect import Immediate
from core.chat.event import Event
from core.ports import StoreUnavailable


@dataclass(slots=True)
class Desk:
    """A reception that keeps events in memory and answers each kind of event as a test says."""

    events: list[Event] = field(default_factory=list)
    answers: dict[str, tuple[Immediate, ...]] = field(default_factory=dict)
    unavailable: bool = False
    worked_on: list[Event] = field(default_factory=list)
    storing: asyncio.Event = field(default_factory=asyncio.Event)
    store: asyncio.Event = field(default_factory=asyncio.Event)
    work: asyncio.Event = field(default_factory=asyncio.Event)

    def answer(self, kind: str, *effects: Immediate) -> None:
        """Answer events of `kind` with these effects from now on."""
        self.answers[kind] = effects

    async def accept(self, event: Event) -> bool:
        self.storing.set()
        await self.store.wait()
        if self.unavailable:
            raise StoreUnavailable
        if event.origin.event_id in {each.origin.event_id for each in self.events}:
            return False
        self.events.append(event)
        return True

    async def process(self, event: Event) -> tuple[Immediate, ...]:
        await self.work.wait()
        self.worked_on.append(event)
        return self.answers.get(event.kind, ())


@pytest.fixture
def desk() -> Desk:
    """A reception that does everything at once; `store.clear()` and `work.clear()` make it wait."""
    opened = Desk()
    opened.store.set()
    opened.work.set()
    return opened
