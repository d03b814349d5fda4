"""Schedules, enrolments, check-ins, what was said and what is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from core.model.checkin import Answer, CheckInState, Enrolment, NoteAudience, ProgressUpdate, Schedule
from core.model.objective import Progress, Status
from core.model.person import Team
from core.ports import Conflict
from tests.storage.council import MONDAY, NOW, SCHEDULE, check_in, objective, person, settle_in

WEEK = timedelta(days=7)
AMIRA, BEN = person("Amira Hassan"), person("Ben Lloyd")


@pytest.fixture
async def council(database):
    """The database with Amira and Ben in it."""
    await settle_in(database, AMIRA, BEN)
    return database


async def add(database, *checkins):
    async with database.transaction() as store:
        await store.checkins.add(checkins)


async def test_a_schedule_comes_back_as_saved(council):
    monthly = Schedule(
        "monthly", "council", "Monthly", "FREQ=MONTHLY", date(2026, 1, 1), time(9, 15), 10, time(12), 8
    )
    async with council.transaction() as store:
        await store.checkins.save_schedule(monthly)
        await store.checkins.save_schedule(replace(SCHEDULE, at=time(11)))
    async with council.reading() as store:
        assert await store.checkins.schedules("council") == [monthly, replace(SCHEDULE, at=time(11))]
        assert await store.checkins.schedules("elsewhere") == []


async def test_prompts_are_due_from_their_instant_on_longest_due_first(council):
    async with council.transaction() as store:
        await store.checkins.save_enrolments(
            [
                Enrolment("weekly", "amira", MONDAY, NOW),
                Enrolment("weekly", "ben", MONDAY, NOW - timedelta(hours=1)),
            ]
        )
    async with council.transaction() as store:
        assert await store.checkins.due_people(NOW, 10) == ["ben", "amira"]
        assert await store.checkins.due_people(NOW, 1) == ["ben"]
        assert await store.checkins.due_people(NOW - timedelta(seconds=1), 10) == ["ben"]
        due = await store.checkins.due_prompts(["ben", "nobody", "amira"], NOW)
        assert [(each.person_id, schedule, who) for each, schedule, who in due] == [
            ("ben", SCHEDULE, BEN),
            ("amira", SCHEDULE, AMIRA),
        ]
        assert len(await store.checkins.due_prompts(["amira", "ben"], NOW - timedelta(seconds=1))) == 1


async def test_an_enrolment_moves_on_and_may_end(council):
    async with council.transaction() as store:
        await store.checkins.save_enrolments([Enrolment("weekly", "amira", MONDAY, NOW)])
        await store.checkins.save_enrolments([Enrolment("weekly", "amira", None, None)])
    async with council.reading() as store:
        assert await store.checkins.enrolments_of(["amira", "ben"]) == [Enrolment("weekly", "amira", None, None)]
        assert await store.checkins.due_people(NOW + 100 * WEEK, 10) == []
        assert await store.timers.next_instant() is None


async def test_a_check_in_comes_back_as_stored(council):
    full = check_in(
        "amira",
        state=CheckInState.ANSWERED,
        prompted_at=NOW,
        remind_at=NOW + timedelta(days=3),
        reminded_at=NOW + timedelta(days=3, seconds=1),
        snoozed_until=NOW + timedelta(hours=2),
        answered_at=NOW + timedelta(hours=3, microseconds=5),
        late=True,
        ahead=True,
        answers_saved=2,
        answers_asked=4,
        note="Trwsio'r to <b>&</b> 😀",
        note_audience=NoteAudience.TEAM,
    )
    await add(council, full)
    async with council.reading() as store:
        assert await store.checkins.by_id(full.id) == full
        assert await store.checkins.by_id("none") is None
        assert await store.checkins.of_period("weekly", ["amira", "ben"], MONDAY) == [full]
        assert await store.checkins.of_period("weekly", ["ben"], MONDAY) == []


async def test_a_second_check_in_for_a_period_is_left_alone(council):
    first = check_in("amira", note="first")
    await add(council, first)
    await add(council, check_in("amira", id="another", note="second"), check_in("ben"))
    async with council.reading() as store:
        found = await store.checkins.of_period("weekly", ["amira", "ben"], MONDAY)
    assert sorted(checkin.id for checkin in found) == [first.id, check_in("ben").id]
    assert first in found


async def test_a_change_by_someone_else_meanwhile_is_a_conflict(council):
    checkin = check_in("amira")
    await add(council, checkin)
    async with council.transaction() as store:
        saved = await store.checkins.save(replace(checkin, note="first"))
    assert saved.version == 1
    with pytest.raises(Conflict):
        async with council.transaction() as store:
            await store.checkins.save(replace(checkin, note="from an old copy"))
    async with council.reading() as store:
        assert await store.checkins.by_id(checkin.id) == saved


async def test_saving_many_passes_over_those_that_changed_meanwhile(council):
    amiras, bens = check_in("amira"), check_in("ben")
    await add(council, amiras, bens)
    async with council.transaction() as store:
        changed = await store.checkins.save(replace(amiras, note="newer"))
        await store.checkins.save_all([replace(each, state=CheckInState.MISSED) for each in (amiras, bens)])
        await store.checkins.save_all([])
    async with council.reading() as store:
        assert await store.checkins.by_id(amiras.id) == changed
        assert await store.checkins.by_id(bens.id) == replace(bens, state=CheckInState.MISSED, version=1)


async def test_the_current_check_in_is_the_newest_that_has_opened(council):
    weeks = [check_in("amira", MONDAY + number * WEEK) for number in (-2, -1, 0, 1)]
    bens = check_in("ben", MONDAY - 3 * WEEK)
    await add(council, *weeks, bens)
    async with council.reading() as store:
        at_ten = weeks[2].opens_at
        current = await store.checkins.current(["amira", "ben", "nobody"], at_ten)
        assert current == {"amira": weeks[2], "ben": bens}
        before = await store.checkins.current(["amira"], at_ten - timedelta(seconds=1))
        assert before == {"amira": weeks[1]}


async def test_the_open_check_in_is_the_one_whose_window_is_open_before_one_brought_up_ahead(council):
    last, this = check_in("amira", MONDAY - WEEK), check_in("amira", state=CheckInState.ANSWERED)
    await add(council, last, this)
    async with council.reading() as store:
        assert await store.checkins.open_for("amira", NOW) == this
        assert await store.checkins.open_for("amira", last.closes_at - timedelta(seconds=1)) == last
        assert await store.checkins.open_for("amira", last.closes_at) == this
        assert await store.checkins.open_for("amira", this.closes_at) is None


async def test_periods_come_newest_first_both_ends_included(council):
    weeks = [check_in("amira", MONDAY + number * WEEK) for number in (-2, -1, 0)]
    await add(council, *weeks)
    async with council.reading() as store:
        found = await store.checkins.of_periods(["amira", "ben"], MONDAY - WEEK, MONDAY)
    assert found == [weeks[2], weeks[1]]


@pytest.mark.parametrize(
    ("instant", "due"),
    [("remind_at", "due_reminders"), ("snoozed_until", "due_snoozes"), ("closes_at", "due_closings")],
)
async def test_only_what_is_unanswered_falls_due(council, instant, due):
    later = NOW + WEEK
    when = {"amira": NOW, "ben": NOW - timedelta(hours=1)}
    states = {"amira": CheckInState.OPEN, "ben": CheckInState.PARTLY}
    waiting = [check_in(who, state=states[who], **({"closes_at": later} | {instant: when[who]})) for who in states]
    settled = [
        check_in("amira", MONDAY - (number + 1) * WEEK, state=state, **{instant: NOW})
        for number, state in enumerate(state for state in CheckInState if not state.is_unanswered)
    ]
    await add(council, *waiting, *settled)
    async with council.transaction() as store:
        find = getattr(store.checkins, due)
        assert await find(NOW, 10) == [(waiting[1], BEN), (waiting[0], AMIRA)]
        assert await find(NOW, 1) == [(waiting[1], BEN)]
        assert await find(NOW - timedelta(hours=2), 10) == []


async def test_the_next_instant_is_the_earliest_of_all_that_can_fall_due(council):
    at = [NOW + timedelta(days=number) for number in range(5)]
    checkins = [
        check_in("amira", remind_at=at[1], closes_at=at[3]),
        check_in("ben", snoozed_until=at[2], closes_at=at[3]),
        check_in("ben", MONDAY - WEEK, state=CheckInState.ANSWERED, remind_at=NOW - WEEK, closes_at=NOW - WEEK),
    ]
    await add(council, *checkins)
    async with council.transaction() as store:
        await store.checkins.save_enrolments([Enrolment("weekly", "amira", MONDAY, at[0])])
        await store.people.save_teams([Team("repairs", "council", "Repairs")])
        await store.summaries.schedule("repairs", at[4])

    async def next_instant():
        async with council.reading() as store:
            return await store.timers.next_instant()

    assert await next_instant() == at[0]
    async with council.transaction() as store:
        await store.checkins.save_enrolments([Enrolment("weekly", "amira", None, None)])
    assert await next_instant() == at[1]
    await change(council, checkins[0].id, remind_at=None)
    assert await next_instant() == at[2]
    await change(council, checkins[1].id, snoozed_until=None)
    assert await next_instant() == at[3]
    await change(council, checkins[0].id, state=CheckInState.ANSWERED)
    await change(council, checkins[1].id, state=CheckInState.MISSED)
    assert await next_instant() == at[4]


async def change(database, checkin_id, **changes):
    async with database.transaction() as store:
        checkin = await store.checkins.by_id(checkin_id)
        await store.checkins.save(replace(checkin, **changes))


async def test_progress_is_replaced_and_every_answer_is_kept(council):
    checkin, roofs = check_in("amira"), objective("amira", "roofs")
    await add(council, checkin)
    first = ProgressUpdate(checkin.id, roofs.id, Progress(12.5, 40.0, Status.AT_RISK, 2, "rain", True, NOW))
    second = ProgressUpdate(checkin.id, roofs.id, Progress(status=Status.ON_TRACK))
    said = [Answer(checkin.id, "value", text, NOW + timedelta(minutes=n)) for n, text in enumerate(("12", "13"))]
    async with council.transaction() as store:
        await store.objectives.save([roofs], NOW)
        await store.checkins.set_progress([first])
        assert await store.checkins.progress_of([checkin.id]) == [first]
        await store.checkins.set_progress([second])
        await store.checkins.log_answers(said)
    async with council.reading() as store:
        assert await store.checkins.progress_of([checkin.id, "none"]) == [second]
        assert await store.checkins.answers_of(checkin.id) == said


async def test_the_tally_counts_the_whole_organisation_by_period_and_state(council):
    await add(
        council,
        check_in("amira"),
        check_in("ben", state=CheckInState.ANSWERED),
        check_in("amira", MONDAY - WEEK, state=CheckInState.ANSWERED),
        check_in("ben", MONDAY - WEEK, state=CheckInState.ANSWERED),
        check_in("ben", MONDAY - 2 * WEEK),
    )
    async with council.reading() as store:
        assert await store.checkins.tally("council", MONDAY - WEEK, MONDAY) == {
            MONDAY: {CheckInState.OPEN: 1, CheckInState.ANSWERED: 1},
            MONDAY - WEEK: {CheckInState.ANSWERED: 2},
        }
        assert await store.checkins.tally("elsewhere", MONDAY - WEEK, MONDAY) == {}


async def test_instants_come_back_in_utc_whatever_zone_they_were_given_in(council):
    local = datetime.fromisoformat("2026-07-06T10:00:00+01:00")
    await add(council, check_in("amira", opens_at=local))
    async with council.reading() as store:
        found = await store.checkins.by_id(check_in("amira").id)
    assert found.opens_at.isoformat() == "2026-07-06T09:00:00+00:00"
    assert found.opens_at.tzinfo is UTC


async def test_an_instant_without_a_zone_is_refused(council):
    with pytest.raises(Exception, match="needs a time zone"):
        await add(council, check_in("amira", opens_at=datetime(2026, 7, 6, 10)))  # noqa: DTZ001
