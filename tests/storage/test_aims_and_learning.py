"""Aims, shared objectives, the history of changes, missed targets and agreed actions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from core.model.action import ActionState, AgreedAction
from core.model.aim import Aim, AimKind
from core.model.checkin import ProgressUpdate
from core.model.measure import Direction
from core.model.missed_target import MissedTarget, MissKind
from core.model.objective import Milestone, ObjectiveState, Progress
from core.model.objective_change import ObjectiveChange
from core.model.reported import Reported
from tests.storage.council import MONDAY, NOW, check_in, objective, person, settle_in

PRIORITY = Aim("homes", "council", AimKind.PRIORITY, "Warm homes")
GOAL = Aim("voids", "council", AimKind.GOAL, "Homes let within three weeks", "homes", position=1)


async def test_a_goal_may_be_saved_before_the_priority_it_serves(database):
    await settle_in(database)
    async with database.transaction() as store:
        await store.aims.save([GOAL, PRIORITY])
        await store.aims.save([replace(PRIORITY, title="Warm, safe homes")])
    async with database.reading() as store:
        assert await store.aims.all("council") == [replace(PRIORITY, title="Warm, safe homes"), GOAL]
        assert await store.aims.all("another") == []


async def test_everything_about_an_objective_is_kept(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    before = objective("amira", "before", state=ObjectiveState.CLOSED, closed_on=MONDAY)
    full = objective(
        "amira",
        "heating",
        direction=Direction.WITHIN,
        floor=18.0,
        target=21.0,
        milestones=(Milestone("Survey", date(2026, 12, 1), date(2026, 11, 30)), Milestone("Fit")),
        for_whom="tenants of sheltered homes",
        aim_id="voids",
        no_aim_reason="none",
        kept_because="Agreed with the director",
        state=ObjectiveState.PAUSED,
        proposed_by_id="ben",
        paused_until=date(2027, 1, 4),
        carried_from_id=before.id,
    )
    async with database.transaction() as store:
        await store.aims.save([PRIORITY, GOAL])
        await store.objectives.save([before], NOW)
        await store.objectives.save([full], NOW)
    async with database.reading() as store:
        assert await store.objectives.by_ids([full.id]) == {full.id: full}


async def test_only_active_objectives_are_asked_about_and_only_closed_ones_leave_the_list(database):
    await settle_in(database, person("Amira Hassan"))
    each = [objective("amira", state.value, state=state) for state in ObjectiveState]
    async with database.transaction() as store:
        await store.objectives.save(each, NOW)
    async with database.reading() as store:
        titles = {
            name: [found.title for found in (await getattr(store.objectives, name)(["amira"]))["amira"]]
            for name in ("active_for", "standing_for", "all_for")
        }
    assert titles == {
        "active_for": ["active"],
        "standing_for": ["proposed", "active", "paused"],
        "all_for": ["proposed", "active", "paused", "closed"],
    }


async def test_a_shared_objective_is_every_owners(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"), person("Cai Rees"))
    shared, own = objective("amira", "voids"), objective("ben", "boilers")
    async with database.transaction() as store:
        await store.objectives.save([shared, own], NOW)
        await store.objectives.share(shared.id, ["ben"])
        await store.objectives.share(shared.id, ["ben"])
    async with database.reading() as store:
        found = await store.objectives.active_for(["amira", "ben", "cai"])
        assert found == {"amira": [shared], "ben": [own, shared]}
        assert await store.objectives.further_owners([shared.id, own.id]) == {shared.id: ["ben"]}


async def test_what_was_reported_and_what_was_changed_is_read_in_order(database):
    await settle_in(database, person("Amira Hassan"))
    voids = objective("amira", "voids")
    change = ObjectiveChange(voids.id, "target", "18 days", "20 days", NOW, "amira", "Two vacancies")
    async with database.transaction() as store:
        await store.objectives.save([voids], NOW)
        await store.checkins.add([check_in("amira"), check_in("amira", MONDAY - timedelta(weeks=1))])
        for weeks, value in ((0, 24.0), (1, 29.0)):
            period = MONDAY - timedelta(weeks=weeks)
            await store.checkins.set_progress(
                [progress_update(f"amira-{period}", voids.id, value, NOW - timedelta(weeks=weeks))]
            )
        await store.objectives.log_changes([change])
        await store.objectives.log_changes([replace(change, before="20 days", after="21 days")])
        await store.objectives.log_changes([])
    async with database.reading() as store:
        history = await store.objectives.history_of([voids.id])
        assert [said.value for said in history[voids.id]] == [29.0, 24.0]
        assert [each.after for each in await store.objectives.changes_of(voids.id)] == ["20 days", "21 days"]


def progress_update(checkin_id: str, objective_id: str, value: float, at):
    return ProgressUpdate(checkin_id, objective_id, Progress(value=value, reported_at=at))


async def test_active_objectives_that_serve_an_aim_are_found(database):
    await settle_in(database, person("Amira Hassan"))
    serving = objective("amira", "serving", aim_id="homes")
    other = objective("amira", "other")
    closed = objective("amira", "closed", state=ObjectiveState.CLOSED, aim_id="homes")
    async with database.transaction() as store:
        await store.aims.save([PRIORITY])
        await store.objectives.save([serving, other, closed], NOW)
    async with database.reading() as store:
        assert await store.objectives.serving(["homes"]) == [serving]


async def test_a_miss_is_noticed_once_and_what_was_said_of_it_kept(database):
    await settle_in(database, person("Amira Hassan"))
    voids = objective("amira", "voids")
    miss = MissedTarget("m1", "council", "amira", voids.id, MissKind.OFF_TRACK_TWICE, MONDAY, NOW)
    again = replace(miss, id="m2")
    below = replace(miss, id="m3", kind=MissKind.BELOW_TARGET)
    said = replace(
        miss,
        happened="Keys came late",
        outside_control=True,
        outside_factor="the courier",
        help_needed="A courier",
        answered_at=NOW,
    )
    async with database.transaction() as store:
        await store.objectives.save([voids], NOW)
        assert await store.missed_targets.notice([miss]) == [miss]
        assert await store.missed_targets.notice([again, below]) == [below]
        assert await store.missed_targets.notice([]) == []
        await store.missed_targets.save(said)
    async with database.reading() as store:
        assert await store.missed_targets.by_id("m1") == said
        assert await store.missed_targets.by_id("m2") is None
        assert await store.missed_targets.of_objectives([voids.id]) == [said, below]


async def test_open_actions_are_found_for_whom_they_are_about_and_who_does_them(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    ask = AgreedAction("a1", "council", "amira", "ben", "Ask for a courier", MONDAY, NOW)
    done = replace(ask, id="a2", state=ActionState.DONE, closed_at=NOW, note="Starts in January")
    async with database.transaction() as store:
        await store.actions.save([ask, replace(done, state=ActionState.OPEN)])
        await store.actions.save([done])
        await store.actions.save([])
    async with database.reading() as store:
        assert await store.actions.open_for(["amira"]) == [ask] == await store.actions.open_for(["ben"])
        assert await store.actions.open_for(["cai"]) == []
        assert await store.actions.by_ids(["a2", "a3"]) == {"a2": done}


async def test_who_reported_what_on_a_shared_objective(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    voids = objective("amira", "voids")
    first, second = Progress(value=3.0, reported_at=NOW), Progress(value=2.0, reported_at=NOW + timedelta(hours=1))
    async with database.transaction() as store:
        await store.objectives.save([voids], NOW)
        await store.objectives.share(voids.id, ["ben"])
        await store.checkins.add([check_in("amira"), check_in("ben")])
        await store.checkins.set_progress(
            [
                ProgressUpdate(check_in("ben").id, voids.id, second),
                ProgressUpdate(check_in("amira").id, voids.id, first),
            ]
        )
    async with database.reading() as store:
        assert await store.objectives.reports_on([voids.id]) == {
            voids.id: [Reported("amira", first), Reported("ben", second)]
        }
        assert await store.objectives.reports_on([]) == {}


async def test_sharing_ends_for_those_named_only(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"), person("Cai Morgan"))
    voids, keys = objective("amira", "voids"), objective("amira", "keys")
    async with database.transaction() as store:
        await store.objectives.save([voids, keys], NOW)
        for each in (voids, keys):
            await store.objectives.share(each.id, ["ben", "cai"])
        await store.objectives.unshare([voids.id], ["ben", "nobody"])
        await store.objectives.unshare([], ["cai"])
    async with database.reading() as store:
        assert await store.objectives.further_owners([voids.id, keys.id]) == {
            voids.id: ["cai"],
            keys.id: ["ben", "cai"],
        }


async def test_the_last_change_of_a_field_is_found_for_many_objectives_at_once(database):
    await settle_in(database, person("Amira Hassan"))
    voids, keys = objective("amira", "voids"), objective("amira", "keys")
    rows = [
        ObjectiveChange(voids.id, "target", "1", "2", NOW),
        ObjectiveChange(keys.id, "target", "5", "6", NOW),
        ObjectiveChange(voids.id, "target", "2", "3", NOW),
        ObjectiveChange(voids.id, "title", "a", "b", NOW),
    ]
    async with database.transaction() as store:
        await store.objectives.save([voids, keys], NOW)
        await store.objectives.log_changes(rows)
    async with database.reading() as store:
        found = await store.objectives.last_changes([voids.id, keys.id, "none"], "target")
        assert found == {voids.id: rows[2], keys.id: rows[1]}


def midnight(day):
    """When a day begins in London in winter."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


async def test_a_pause_ends_with_the_day_where_its_owner_is(database):
    await settle_in(
        database,
        person("Amira Hassan", timezone="Pacific/Auckland"),
        person("Ben Lloyd"),
        person("Cai Morgan", timezone="America/New_York"),
    )
    paused = {"state": ObjectiveState.PAUSED, "paused_until": MONDAY}
    each = [objective(who, "voids", **paused) for who in ("amira", "ben", "cai")]
    async with database.transaction() as store:
        await store.objectives.save(each, NOW)
    over = {
        datetime(2026, 11, 23, 10, 59, tzinfo=UTC): [],
        datetime(2026, 11, 23, 11, 0, tzinfo=UTC): each[:1],
        datetime(2026, 11, 23, 23, 59, tzinfo=UTC): each[:1],
        datetime(2026, 11, 24, 0, 0, tzinfo=UTC): each[:2],
        datetime(2026, 11, 24, 4, 59, tzinfo=UTC): each[:2],
        datetime(2026, 11, 24, 5, 0, tzinfo=UTC): each,
    }
    for now, ended in over.items():
        async with database.transaction() as store:
            found = await store.objectives.ended_pauses(now, 10)
            assert sorted(found, key=lambda one: one.id) == ended, now
    async with database.reading() as store:
        assert await store.timers.next_instant() == datetime(2026, 11, 23, 11, tzinfo=UTC)


async def test_a_pause_is_over_when_its_last_day_is_and_the_timer_is_woken_then(database):
    await settle_in(database, person("Amira Hassan"))
    each = [
        objective("amira", "late", state=ObjectiveState.PAUSED, paused_until=MONDAY + timedelta(days=3)),
        objective("amira", "soon", state=ObjectiveState.PAUSED, paused_until=MONDAY),
        objective("amira", "open", state=ObjectiveState.PAUSED),
        objective("amira", "over", state=ObjectiveState.CLOSED, paused_until=MONDAY),
    ]
    async with database.transaction() as store:
        await store.objectives.save(each, NOW)
    async with database.transaction() as store:
        assert await store.objectives.ended_pauses(midnight(MONDAY), 10) == []
        assert await store.objectives.ended_pauses(midnight(MONDAY + timedelta(days=1)), 10) == [each[1]]
        assert await store.objectives.ended_pauses(midnight(MONDAY + timedelta(days=9)), 10) == [each[1], each[0]]
        assert await store.objectives.ended_pauses(midnight(MONDAY + timedelta(days=9)), 1) == [each[1]]
        assert await store.timers.next_instant() == datetime(2026, 11, 24, tzinfo=UTC)
