"""Who hears first of many due at one instant: one of each team in turn, those who lead others before the rest."""

from collections import Counter
from datetime import timedelta

import pytest

from core.model.checkin import Enrolment
from core.model.person import Team
from core.services import plan_check_ins, planner
from tests.storage.council import MONDAY, NOW, person, settle_in, slack_account

SIZES = {"housing": 50, "parks": 5, "clerk": 1}


def staff(team, size):
    """A team's people; the lead's id sorts last, and a second line manager's in the middle."""
    lead = f"{team}-z"
    names = [f"{team}-{number:02}" for number in range(size - 1)]
    people = [person(name, team_id=team, manager_id=lead) for name in names]
    if size > 20:
        people[-1] = person(names[-1], team_id=team, manager_id=names[10])
    return [*people, person(lead, team_id=team)]


def managers_of(people):
    return {each.id for each in people if any(other.manager_id == each.id for other in people)}


async def settle(database, people, due_at=NOW):
    await settle_in(database, *people, teams=[Team(name, "council", name) for name in SIZES])
    async with database.transaction() as store:
        for each in people:
            await store.people.link(slack_account(each.id))
        await store.checkins.save_enrolments([Enrolment("weekly", each.id, MONDAY, due_at) for each in people])


async def hear(database, clock):
    """Everyone's id, in the order in which their prompts leave."""
    await planner.tick(database, clock)
    async with database.transaction() as store:
        return [delivery.person_id for delivery in await store.outbox.claim(clock.now(), 60, 500)]


@pytest.fixture
def people():
    """Three teams of very different size."""
    return [each for team, size in SIZES.items() for each in staff(team, size)]


@pytest.mark.parametrize("batch", [7, 500])
async def test_no_team_is_more_than_one_ahead_of_another_that_still_waits(
    database, clock, people, batch, monkeypatch
):
    monkeypatch.setattr(plan_check_ins, "BATCH", batch)
    monkeypatch.setattr(planner, "BATCH", batch)
    # Mondays' prompts are due at ten.
    clock.move_to(NOW + timedelta(hours=1))
    await settle(database, people, clock.now())
    order = await hear(database, clock)
    assert sorted(order) == sorted(each.id for each in people)
    team_of = {each.id: each.team_id for each in people}
    heard = Counter(dict.fromkeys(SIZES, 0))
    for who in order:
        heard[team_of[who]] += 1
        waiting = [count for team, count in heard.items() if count < SIZES[team]]
        assert not waiting or max(heard.values()) - min(waiting) <= 1, heard


async def test_whoever_leads_others_hears_in_the_first_half_of_their_own_team(database, clock, people):
    clock.move_to(NOW + timedelta(hours=1))
    await settle(database, people, clock.now())
    order = await hear(database, clock)
    for team, size in SIZES.items():
        own = [who for who in order if who.startswith(team)]
        leading = managers_of(people) & set(own)
        assert {own.index(who) for who in leading} == set(range(len(leading)))
        assert all(own.index(who) * 2 < size for who in leading)


async def test_people_without_a_team_are_one_with_those_who_have_the_same_line_manager(database, clock):
    clock.move_to(NOW + timedelta(hours=1))
    people = [person("Megan"), person("Owen")]
    people += [person(f"m{number}", manager_id="megan") for number in range(6)]
    people += [person(f"o{number}", manager_id="owen") for number in range(2)]
    await settle(database, people, clock.now())
    order = [who for who in await hear(database, clock) if who[1:].isdigit()]
    assert order[:4] in (["m0", "o0", "m1", "o1"], ["o0", "m0", "o1", "m1"])


async def test_who_has_been_due_for_longest_is_asked_first(database, clock, people):
    clock.move_to(NOW + timedelta(hours=1))
    await settle(database, people, clock.now())
    last = people[40].id
    async with database.transaction() as store:
        early = Enrolment("weekly", last, MONDAY, clock.now() - timedelta(minutes=5))
        await store.checkins.save_enrolments([early])
    assert (await hear(database, clock))[0] == last
