"""Lives the council's past weeks: the clock goes from event to event, and people answer as they do in chat."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count

from bot.adapters.web.client import WORKSPACE, direct_address
from bot.clocks import Happening
from bot.demo.people import SCHEDULE, TENANT
from bot.demo.weeks import Deed, week_of
from bot.wiring import Milepost
from core.cards.checkin import FLOW
from core.chat.effect import FormErrors
from core.chat.event import Event, FormSubmitted, MemberSeen, Origin, TextReceived
from core.model.objective import Objective
from core.model.person import Person, Platform, Team
from core.schedule.cadence import next_summary_at, occurrences
from core.schedule.planning import slot_for

SUMMARISED = timedelta(days=16)
"""How far back team summaries were posted: two or three of them are enough to look at."""


class HistoryClock:
    """A clock that starts in the past and goes where the story goes."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The story's present instant, UTC."""
        return self._now

    def go_to(self, instant: datetime) -> None:
        """Make it `instant`; time never goes back."""
        self._now = max(self._now, instant)


@dataclass(frozen=True, slots=True, order=True)
class _Act:
    """Something that a person does at an instant (UTC)."""

    at: datetime
    number: int
    person: Person
    period: date
    deed: Deed
    values: dict[str, str]


class Colleagues:
    """What the council's people do by themselves, week after week."""

    def __init__(self, milepost: Milepost) -> None:
        self._milepost = milepost
        self._numbers = count(1)

    async def onwards(self, now: datetime, until: datetime, played: Collection[str]) -> Sequence[Happening]:
        """What people do after `now` and until then; not those who are `played`, by id."""
        async with self._milepost.database.reading() as store:
            people = await store.people.all(TENANT.id)
            teams = await store.people.teams(TENANT.id)
            ids = [person.id for person in people]
            objectives = await store.objectives.active_for(ids)
            lived = await store.checkins.of_periods(ids, date.min, now.date())
        if not lived:
            return []
        first = min(checkin.period for checkin in lived)
        acts = [
            act
            for person in people
            if person.id not in played
            for act in self.acts_of(person, teams, objectives.get(person.id, []), first, until, frozenset())
            if act.at > now
        ]
        return [(act.at, partial(self.do, act)) for act in sorted(acts)]

    def acts_of(
        self,
        person: Person,
        teams: Sequence[Team],
        objectives: Sequence[Objective],
        first: date,
        until: datetime,
        expecting: frozenset[str],
    ) -> Iterator[_Act]:
        """What the person does from the first week on, until then."""
        team = next((each.name for each in teams if each.id == person.team_id), "")
        for number, period in enumerate(occurrences(SCHEDULE, first)):
            slot = slot_for(SCHEDULE, person, period)
            if slot is None:
                continue
            if slot.opens_at > until:
                return
            week = week_of(person, team, objectives, number)
            at = min(slot.opens_at + week.after, slot.closes_at - timedelta(minutes=30))
            if week.deed is Deed.BE_AWAY:
                at = slot.opens_at - timedelta(hours=1)
            is_last = slot.closes_at > until
            if at <= until and not (is_last and person.email in expecting):
                yield _Act(at, next(self._numbers), person, period, week.deed, dict(week.values))

    async def do(self, act: _Act) -> None:
        """Let the person do it."""
        origin = _origin(act.person, f"lived-{act.person.id}-{act.period}")
        match act.deed:
            case Deed.ANSWER | Deed.BEGIN:
                checkin_id = await self._checkin(act)
                if checkin_id is not None:
                    is_draft = act.deed is Deed.BEGIN
                    await self.bring(FormSubmitted(origin, FLOW, checkin_id, act.values, is_draft))
            case Deed.BE_AWAY:
                back = act.period + timedelta(days=7)
                await self.bring(TextReceived(origin, f"away until {back.isoformat()}"))
            case Deed.NOTHING:
                pass

    async def _checkin(self, act: _Act) -> str | None:
        async with self._milepost.database.reading() as store:
            found = await store.checkins.of_period(SCHEDULE.id, [act.person.id], act.period)
        return found[0].id if found and found[0].state.is_unanswered else None

    async def bring(self, event: Event) -> None:
        """Handle what someone does, and deliver what comes of it."""
        await self._milepost.reception.accept(event)
        effects = await self._milepost.reception.process(event)
        for effect in effects:
            if isinstance(effect, FormErrors):
                raise ValueError(f"the story does not hold: {effect.errors}")
        await self._milepost.dispatcher.drain()


class History:
    """The past of the council, up to the present of the demo."""

    def __init__(self, milepost: Milepost, clock: HistoryClock) -> None:
        self._milepost = milepost
        self._clock = clock
        self._colleagues = Colleagues(milepost)

    async def live(self, until: datetime, expecting: frozenset[str]) -> None:
        """Live until `until`; those with an email in `expecting` have not answered the last check-in by then."""
        async with self._milepost.database.transaction() as store:
            people = await store.people.all(TENANT.id)
            teams = await store.people.teams(TENANT.id)
            objectives = await store.objectives.active_for([person.id for person in people])
            for team in teams:
                await store.summaries.schedule(team.id, next_summary_at(team, until - SUMMARISED))
        for person in people:
            await self._colleagues.bring(MemberSeen(_origin(person, f"seen-{person.id}")))
        first = self._clock.now().date()
        acts = [
            act
            for person in people
            for act in self._colleagues.acts_of(
                person, teams, objectives.get(person.id, []), first, until, expecting
            )
        ]
        for act in sorted(acts):
            await self._go_to(act.at)
            await self._colleagues.do(act)
        await self._go_to(until)

    async def _go_to(self, instant: datetime) -> None:
        """Move on, doing at its own time what falls due on the way."""
        while (due := await self._next_instant()) is not None and due <= instant:
            self._clock.go_to(due)
            await self._settle()
        self._clock.go_to(instant)

    async def _next_instant(self) -> datetime | None:
        async with self._milepost.database.reading() as store:
            return await store.checkins.next_instant()

    async def _settle(self) -> None:
        await self._milepost.engine.tick()
        await self._milepost.dispatcher.drain()


def _origin(person: Person, event_id: str) -> Origin:
    address = direct_address(person.email)
    return Origin(Platform.WEB, WORKSPACE, person.email, event_id, address, address=address)
