"""Lives the council's past weeks: the clock goes from event to event, and people answer as they do in chat."""

from datetime import datetime, timedelta

from bot.demo.answers import shapings
from bot.demo.colleagues import Act, Colleagues, origin
from bot.demo.one_to_ones import remarks, talks
from bot.demo.people import TENANT
from bot.demo.pulse import pulses
from bot.demo.removed import removals
from bot.demo.reviews import reviews
from bot.demo.rounds_360 import rounds
from bot.demo.thanks import gifts
from bot.demo.upkeep import Keeping, Seeking, keepings
from bot.wiring import Milepost
from core.chat.event import Event, MemberGone, MemberSeen
from core.schedule.cadence import next_summary_at

SUMMARISED = timedelta(days=16)
"""How far back team summaries were posted: two or three of them are enough to look at."""


GATHERED = timedelta(minutes=20)
"""For how long of the past messages are gathered: one delivery of many takes a fraction of the time of as many."""


class HistoryClock:
    """A clock that starts in the past and goes where the story goes."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The story's present instant, UTC."""
        return self._now

    def elapsed(self) -> float:
        """Seconds; the time that is skipped has passed."""
        return self.now().timestamp()

    def go_to(self, instant: datetime) -> None:
        """Make it `instant`; time never goes back."""
        self._now = max(self._now, instant)


class History:
    """The past of the council, up to the present of the demo."""

    def __init__(self, milepost: Milepost, clock: HistoryClock) -> None:
        self._milepost = milepost
        self._clock = clock
        self._colleagues = Colleagues(milepost, delivers=False)
        self._delivered_at = clock.now()

    async def live(self, until: datetime, expecting: frozenset[str]) -> None:
        """Live until `until`; those with an email in `expecting` have not answered the last check-in by then."""
        async with self._milepost.database.transaction() as store:
            people = await store.people.all(TENANT.id)
            teams = await store.people.teams(TENANT.id)
            objectives = await store.objectives.active_for([person.id for person in people])
            for team in teams:
                await store.summaries.schedule(team.id, next_summary_at(team, until - SUMMARISED))
        for person in people:
            await self._colleagues.bring(MemberSeen(origin(person, f"seen-{person.id}")))
        first = self._clock.now().date()
        acts = [
            act
            for person in people
            for act in self._colleagues.acts_of(
                person, teams, objectives.get(person.id, []), first, until, expecting
            )
        ]
        now = self._clock.now()
        kept = [
            *keepings(people, objectives, now, until.date()),
            *gifts(people, now),
            *pulses(people, now),
            *shapings(people, now),
            *talks(people, now, until),
            *rounds(people, now),
            *reviews(people, until),
        ]
        both: list[Act | Keeping | Seeking] = [*sorted(acts), *kept]
        for number, each in enumerate(sorted(both, key=lambda each: each.at)):
            if each.at > until:
                break
            await self._go_to(each.at)
            if isinstance(each, Act):
                await self._colleagues.do(each)
            else:
                await self._colleagues.bring(await self._event(each, f"kept-{number}"))
        await self._go_to(until)
        async with self._milepost.database.reading() as store:
            said = await remarks(store, people, until)
        for number, keeping in enumerate(said):
            await self._colleagues.bring(keeping.event(origin(keeping.person, f"remark-{number}")))
        await self._milepost.dispatcher.drain()
        for person in removals(people):
            await self._colleagues.bring(MemberGone(origin(person, f"gone-{person.id}")))

    async def _event(self, each: Keeping | Seeking, event_id: str) -> Event:
        source = origin(each.person, event_id)
        if isinstance(each, Keeping):
            return each.event(source)
        async with self._milepost.database.reading() as store:
            return await each.event(store, source)

    async def _go_to(self, instant: datetime) -> None:
        """Move on, doing at its own time what falls due on the way."""
        if instant - self._delivered_at >= GATHERED:
            await self._milepost.dispatcher.drain()
            self._delivered_at = instant
        while (due := await self._next_instant()) is not None and due <= instant:
            self._clock.go_to(due)
            await self._settle()
        self._clock.go_to(instant)

    async def _next_instant(self) -> datetime | None:
        async with self._milepost.database.reading() as store:
            return await store.timers.next_instant()

    async def _settle(self) -> None:
        await self._milepost.engine.tick()
        await self._milepost.dispatcher.drain()
