"""Several replicas that tick at the same instant: all is done, nothing twice, and none of them fails."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from core.model.checkin import CheckInState, Enrolment
from core.model.objective import ObjectiveState
from core.model.person import Team
from core.model.timer import Timer, TimerKind
from core.services import plan_check_ins, planner
from core.services.planner import tick
from storage.database import SqlDatabase
from tests.keys import RING
from tests.storage.council import MONDAY, NOW, check_in, objective, person, settle_in, slack_account

REPLICAS = 4
TEN = NOW + timedelta(hours=1)
WEEK = timedelta(days=7)
PEOPLE = [
    person(
        f"p{number:03}", team_id=f"team{number % 30}", manager_id=f"p{number % 30:03}" if number >= 30 else None
    )
    for number in range(400)
]
TEAMS = [Team(f"team{number}", "council", f"Team {number}", lead_id=f"p{number:03}") for number in range(30)]


@pytest.fixture
async def replicas(postgresql_url, clock, monkeypatch):
    """Four processes' databases, small batches, and a council of 400."""
    for module in (plan_check_ins, planner):
        monkeypatch.setattr(module, "BATCH", 25)
    opened = [SqlDatabase(postgresql_url, clock, RING) for _ in range(REPLICAS)]
    await settle_in(opened[0], *PEOPLE, teams=TEAMS)
    async with opened[0].transaction() as store:
        for each in PEOPLE:
            await store.people.link(slack_account(each.id))
    yield opened
    for each in opened:
        await each.close()


async def together(replicas, clock):
    """Tick on all of them at once; how much each did. An error of any is raised."""
    return await asyncio.gather(*(tick(each, clock) for each in replicas))


async def sent(replicas, clock):
    """What leaves, by purpose and whom it goes to."""
    async with replicas[0].transaction() as store:
        claimed = await store.outbox.claim(clock.now(), 600, 5_000)
    return Counter((each.purpose, each.person_id or each.channel) for each in claimed)


async def test_everyone_is_asked_once_and_the_work_is_shared(replicas, clock):
    clock.move_to(TEN)
    async with replicas[0].transaction() as store:
        await store.checkins.save_enrolments([Enrolment("weekly", each.id, MONDAY, TEN) for each in PEOPLE])
    done = await together(replicas, clock)
    assert await sent(replicas, clock) == {("check-in prompt", each.id): 1 for each in PEOPLE}
    assert sum(done) == len(PEOPLE)
    assert sum(1 for each in done if each) > 1, done
    async with replicas[0].reading() as store:
        enrolled = await store.checkins.enrolments_of([each.id for each in PEOPLE])
    assert {each.next_period for each in enrolled} == {MONDAY + WEEK}


async def test_reminders_and_closings_come_once(replicas, clock):
    clock.move_to(TEN + timedelta(days=2))
    late = timedelta(minutes=1)
    asked = [
        check_in(each.id, prompted_at=TEN, remind_at=clock.now() - late) if number % 2 else
        check_in(each.id, prompted_at=TEN, closes_at=clock.now() - late)
        for number, each in enumerate(PEOPLE)
    ]  # fmt: skip
    async with replicas[0].transaction() as store:
        await store.checkins.add(asked)
    done = await together(replicas, clock)
    assert sum(done) == len(PEOPLE)
    reminded = {each.id for number, each in enumerate(PEOPLE) if number % 2}
    assert {
        who: count
        for (purpose, who), count in (await sent(replicas, clock)).items()
        if purpose == "check-in reminder"
    } == dict.fromkeys(reminded, 1)
    async with replicas[0].reading() as store:
        found = await store.checkins.of_period("weekly", [each.id for each in PEOPLE], MONDAY)
    assert {each.person_id for each in found if each.state is CheckInState.OPEN} == reminded
    assert {each.version for each in found} == {1}


async def test_summaries_timers_and_pauses_are_dealt_with_once(replicas, clock):
    clock.move_to(TEN + timedelta(days=4, hours=6))
    paused = [
        objective(each.id, "roofs", state=ObjectiveState.PAUSED, paused_until=MONDAY) for each in PEOPLE[100:300]
    ]
    async with replicas[0].transaction() as store:
        answered = [check_in(each.id, state=CheckInState.ANSWERED, answered_at=TEN) for each in PEOPLE]
        await store.checkins.add(answered)
        await store.objectives.save(paused, NOW)
        for team in TEAMS:
            await store.summaries.schedule(team.id, clock.now())
        reminders = [Timer(TimerKind.TRAINING_REMINDER, each.id, "council", clock.now()) for each in PEOPLE]
        await store.timers.set(reminders)
    done = await together(replicas, clock)
    assert sum(done) == len(TEAMS) + len(PEOPLE) + len(paused)
    messages = await sent(replicas, clock)
    assert {key for key in messages if key[0] == "team summary"} == {
        ("team summary", team.lead_id) for team in TEAMS
    }
    assert set(messages.values()) == {1}
    assert sum(1 for purpose, _ in messages if purpose == "objectives resumed") == len(paused)
    async with replicas[0].reading() as store:
        logged = [len(await store.objectives.changes_of(each.id)) for each in paused[::20]]
    assert logged == [2] * len(logged)
