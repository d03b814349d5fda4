"""What the council's people do by themselves, week after week: answer, be away, learn from what was missed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count

from bot.adapters.web.client import WORKSPACE, direct_address
from bot.clocks import Happening
from bot.demo.answers import answers_to_added
from bot.demo.lessons import lessons
from bot.demo.people import SCHEDULE, TENANT
from bot.demo.upkeep import in_steps
from bot.demo.weeks import Deed, week_of
from bot.wiring import Milepost
from core.cards.checkin import FLOW
from core.cards.missed import FLOW as LEARN
from core.chat.effect import FormErrors
from core.chat.event import Event, FormSubmitted, Origin, TextReceived
from core.model.action import ActionState
from core.model.checkin import CheckIn
from core.model.missed_target import MissKind
from core.model.objective import Objective
from core.model.person import Person, Platform, Team
from core.schedule.cadence import occurrences
from core.schedule.planning import slot_for
from core.services.follow_actions import NOTE_STEP, STATE_STEP, to_do


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """Something that a person does at an instant (UTC)."""

    at: datetime
    number: int
    person: Person
    period: date
    deed: Deed
    values: dict[str, str]


class Colleagues:
    """What the council's people do by themselves, week after week."""

    def __init__(self, milepost: Milepost, *, delivers: bool = True) -> None:
        self._milepost = milepost
        self._delivers = delivers
        self._numbers = count(1)

    async def onwards(self, now: datetime, until: datetime, played: Collection[str]) -> Sequence[Happening]:
        """What people do after `now` and until then; not those who are `played`, by id, or removed Milepost."""
        async with self._milepost.database.reading() as store:
            people = await store.people.all(TENANT.id)
            teams = await store.people.teams(TENANT.id)
            ids = [person.id for person in people]
            objectives = await store.objectives.active_for(ids)
            lived = await store.checkins.of_periods(ids, date.min, now.date())
            removed = await store.people.out_of_touch(TENANT.id)
        if not lived:
            return []
        first = min(checkin.period for checkin in lived)
        acts = [
            act
            for person in people
            if person.id not in played and person.id not in removed
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
    ) -> Iterator[Act]:
        """What the person does from the first week on, until then."""
        team = next((each.name for each in teams if each.id == person.team_id), "")
        for number, period in enumerate(occurrences(SCHEDULE, first)):
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
                yield Act(at, next(self._numbers), person, period, week.deed, {**week.values, **silent})

    async def do(self, act: Act) -> None:
        """Let the person do it."""
        source = origin(act.person, f"lived-{act.person.id}-{act.period}")
        match act.deed:
            case Deed.ANSWER | Deed.BEGIN:
                checkin = await self._checkin(act)
                if checkin is not None:
                    is_draft = act.deed is Deed.BEGIN
                    values = act.values | await self._about_actions(act.person)
                    if not is_draft:
                        values |= await self._about_questions(act.person, checkin)
                    await self.bring(FormSubmitted(source, FLOW, checkin.id, values, is_draft))
                    await self._learn(act)
            case Deed.BE_AWAY:
                back = act.period + timedelta(days=7)
                await self.bring(TextReceived(source, f"away until {back.isoformat()}"))
            case Deed.NOTHING:
                pass

    async def _checkin(self, act: Act) -> CheckIn | None:
        async with self._milepost.database.reading() as store:
            found = await store.checkins.of_period(SCHEDULE.id, [act.person.id], act.period)
        return found[0] if found and found[0].state.is_unanswered else None

    async def _about_actions(self, person: Person) -> dict[str, str]:
        """Whatever was agreed on is still being worked on."""
        async with self._milepost.database.reading() as store:
            actions = await to_do(store, person)
        said = {f"{STATE_STEP}@{action.id}": ActionState.OPEN.value for action in actions}
        return said | {f"{NOTE_STEP}@{action.id}": "" for action in actions}

    async def _about_questions(self, person: Person, checkin: CheckIn) -> dict[str, str]:
        async with self._milepost.database.reading() as store:
            return await answers_to_added(store, person, checkin)

    async def _learn(self, act: Act) -> None:
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
                source = origin(act.person, f"learned-{miss.id}")
                values = lesson.values(self._milepost.clock.now().date())
                await self.bring(FormSubmitted(source, LEARN, miss.id, values))

    async def bring(self, event: Event) -> None:
        """Handle what someone does, and deliver what comes of it unless that is left to whoever lives the past."""
        await self._milepost.reception.accept(event)
        effects = await self._milepost.reception.process(event)
        for effect in effects:
            if isinstance(effect, FormErrors):
                raise ValueError(f"the story does not hold: {effect.errors}")
        if self._delivers:
            await self._milepost.dispatcher.drain()


def origin(person: Person, event_id: str) -> Origin:
    """Where something a person does on the page comes from."""
    address = direct_address(person.email)
    return Origin(Platform.WEB, WORKSPACE, person.email, event_id, address, address=address)
