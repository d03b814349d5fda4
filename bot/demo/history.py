"""Lives the council's past weeks: the clock goes from event to event, and people answer as they do in chat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from bot.adapters.web.client import WORKSPACE, direct_address
from bot.demo.lessons import lessons
from bot.demo.people import SCHEDULE, TENANT
from bot.demo.upkeep import Keeping, in_steps, keepings
from bot.demo.weeks import Deed, week_of
from bot.wiring import Milepost
from core.cards.checkin import FLOW
from core.cards.missed import FLOW as LEARN
from core.chat.effect import FormErrors
from core.chat.event import Event, FormSubmitted, MemberSeen, Origin, TextReceived
from core.model.action import ActionState
from core.model.missed_target import MissKind
from core.model.objective import Objective
from core.model.person import Person, Platform, Team
from core.schedule.cadence import next_summary_at, occurrences
from core.schedule.planning import slot_for
from core.services.follow_actions import NOTE_STEP, STATE_STEP, to_do

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


class History:
    """The past of the council, up to the present of the demo."""

    def __init__(self, milepost: Milepost, clock: HistoryClock) -> None:
        self._milepost = milepost
        self._clock = clock
        self._numbers = count(1)

    async def live(self, until: datetime, expecting: frozenset[str]) -> None:
        """Live until `until`; those with an email in `expecting` have not answered the last check-in by then."""
        async with self._milepost.database.transaction() as store:
            people = await store.people.all(TENANT.id)
            teams = await store.people.teams(TENANT.id)
            objectives = await store.objectives.active_for([person.id for person in people])
            for team in teams:
                await store.summaries.schedule(team.id, next_summary_at(team, until - SUMMARISED))
        for person in people:
            await self._bring(MemberSeen(_origin(person, f"seen-{person.id}")))
        acts = [
            act
            for person in people
            for act in self._acts_of(person, teams, objectives.get(person.id, []), until, expecting)
        ]
        kept = keepings(people, objectives, self._clock.now(), until.date())
        both: list[_Act | Keeping] = [*sorted(acts), *kept]
        for each in sorted(both, key=lambda each: each.at):
            if each.at > until:
                break
            await self._go_to(each.at)
            await (self._do(each) if isinstance(each, _Act) else self._keep_up(each))
        await self._go_to(until)

    async def _keep_up(self, keeping: Keeping) -> None:
        origin = _origin(keeping.person, f"kept-{next(self._numbers)}")
        await self._bring(keeping.event(origin))

    def _acts_of(
        self,
        person: Person,
        teams: Sequence[Team],
        objectives: Sequence[Objective],
        until: datetime,
        expecting: frozenset[str],
    ) -> Iterator[_Act]:
        team = next((each.name for each in teams if each.id == person.team_id), "")
        for number, period in enumerate(occurrences(SCHEDULE, self._clock.now().date())):
            slot = slot_for(SCHEDULE, person, period)
            if slot is None:
                continue
            if slot.opens_at > until:
                return
            week = week_of(person, team, objectives, number)
            silent = {f"progress@{each.id}": "" for each in objectives if in_steps(each)}
            at = min(slot.opens_at + week.after, slot.closes_at - timedelta(minutes=30))
            if week.deed is Deed.BE_AWAY:
                at = slot.opens_at - timedelta(hours=1)
            is_last = slot.closes_at > until
            if at <= until and not (is_last and person.email in expecting):
                yield _Act(at, next(self._numbers), person, period, week.deed, {**week.values, **silent})

    async def _go_to(self, instant: datetime) -> None:
        """Move on, doing at its own time what falls due on the way."""
        while (due := await self._next_instant()) is not None and due <= instant:
            self._clock.go_to(due)
            await self._settle()
        self._clock.go_to(instant)

    async def _next_instant(self) -> datetime | None:
        async with self._milepost.database.reading() as store:
            return await store.checkins.next_instant()

    async def _do(self, act: _Act) -> None:
        origin = _origin(act.person, f"lived-{act.number}")
        match act.deed:
            case Deed.ANSWER | Deed.BEGIN:
                checkin_id = await self._checkin(act)
                if checkin_id is not None:
                    is_draft = act.deed is Deed.BEGIN
                    values = act.values | await self._about_actions(act.person)
                    await self._bring(FormSubmitted(origin, FLOW, checkin_id, values, is_draft))
                    await self._learn(act)
            case Deed.BE_AWAY:
                back = act.period + timedelta(days=7)
                await self._bring(TextReceived(origin, f"away until {back.isoformat()}"))
            case Deed.NOTHING:
                pass

    async def _checkin(self, act: _Act) -> str | None:
        async with self._milepost.database.reading() as store:
            found = await store.checkins.of_period(SCHEDULE.id, [act.person.id], act.period)
        return found[0].id if found and found[0].state.is_unanswered else None

    async def _about_actions(self, person: Person) -> dict[str, str]:
        """Whatever was agreed on is still being worked on."""
        async with self._milepost.database.reading() as store:
            actions = await to_do(store, person)
        said = {f"{STATE_STEP}@{action.id}": ActionState.OPEN.value for action in actions}
        return said | {f"{NOTE_STEP}@{action.id}": "" for action in actions}

    async def _learn(self, act: _Act) -> None:
        """Look into what was missed, where the story says so."""
        told = {each.objective: each for each in lessons() if each.email == act.person.email and each.said}
        if not told:
            return
        async with self._milepost.database.reading() as store:
            objectives = (await store.objectives.active_for([act.person.id])).get(act.person.id, [])
            misses = await store.missed_targets.of_objectives([each.id for each in objectives])
        titles = {each.id: each.title for each in objectives}
        for miss in misses:
            lesson = told.get(titles[miss.objective_id])
            if lesson is not None and miss.kind is MissKind.BELOW_TARGET and miss.answered_at is None:
                origin = _origin(act.person, f"learned-{miss.id}")
                values = lesson.values(self._clock.now().date())
                await self._bring(FormSubmitted(origin, LEARN, miss.id, values))

    async def _bring(self, event: Event) -> None:
        await self._milepost.reception.accept(event)
        effects = await self._milepost.reception.process(event)
        for effect in effects:
            if isinstance(effect, FormErrors):
                raise ValueError(f"the story does not hold: {effect.errors}")
        await self._milepost.dispatcher.drain()

    async def _settle(self) -> None:
        await self._milepost.engine.tick()
        await self._milepost.dispatcher.drain()


def _origin(person: Person, event_id: str) -> Origin:
    address = direct_address(person.email)
    return Origin(Platform.WEB, WORKSPACE, person.email, event_id, address, address=address)
