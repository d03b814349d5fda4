"""The law of unasked messages: a year with everything on, and nobody's week, evening or leave is taken.

Chance decides what people, HR and line managers do and when; whatever it is, nobody gets more in a week than their
share, nothing at a time that is not theirs to work, and nothing is lost.
"""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from core.cards import greeting
from core.chat.effect import Send, ToPerson
from core.model.absence import Absence, AbsenceKind
from core.model.person import Access, Language, Nation, Team
from core.model.requirements import Group, Requirement
from core.model.training import Course
from core.model.unasked import A_WEEK
from core.schedule.working_time import is_working_moment
from core.services.enrol import enrol_changed
from core.services.plan_training import plan_everyone_soon
from core.texts.texts import words_for
from storage.tables import outbox
from storage.unasked import HAS_LEFT, NO_LONGER_OF_USE
from tests.stories.council import LONDON, TENANT

WEEKS = 52
START = datetime(2026, 11, 20, 13, tzinfo=LONDON)
CLOSED = "the check-in closed before it went"


async def usual_share(council):
    """As many messages a week as an organisation has that sets nothing."""
    async with council.database.transaction() as store:
        await store.tenants.save(replace(TENANT, unasked_a_week=A_WEEK))


async def rows_of(council, person_id):
    """All that one person was sent, or was to be sent, that nobody asked for."""
    async with council.database.connected_for_reading() as connection:
        wanted = select(
            outbox.c.purpose,
            outbox.c.state,
            outbox.c.finished_at,
            outbox.c.part_of,
            outbox.c.reason,
            outbox.c.wanted_at,
        ).where(outbox.c.person_id == person_id, outbox.c.action == "send", outbox.c.wanted_at.is_not(None))
        return (await connection.execute(wanted)).all()


async def absences_of(council, person_id):
    async with council.database.reading() as store:
        found = await store.absences.of([person_id], date(2026, 1, 1), date(2029, 1, 1))
    return found.get(person_id, [])


async def training_falls_due(council, chance):
    """Courses that everyone must do, each by another day of the year."""
    courses = [Course(f"c{each}", TENANT.id, f"Course {each}", mandatory=True) for each in range(8)]
    async with council.database.transaction() as store:
        await store.training.save_courses(courses)
        for each in courses:
            days = chance.randint(1, 300)
            rule = Requirement(f"r{each.id}", TENANT.id, each.id, Group.EVERYONE, "", days, START.date())
            await store.training.set_requirements(each.id, [rule])
        await plan_everyone_soon(store, TENANT.id, council.clock.now())


async def broadcast(council, people, number):
    """What HR sends to everyone now, as a broadcast does."""
    card = greeting.said(words_for(Language.EN), "files-title", "files-in-private")
    sends = [Send(ToPerson(each.person.id), card, "broadcast", f"b{number}:{each.person.id}") for each in people]
    async with council.database.transaction() as store:
        await store.outbox.add(TENANT.id, sends, council.clock.now())


async def is_away(council, someone, chance):
    """Leave, sickness or a pause that begins soon, known before it does wherever someone is."""
    starts_on = council.clock.now().date() + timedelta(days=chance.randint(2, 6))
    ends_on = starts_on + timedelta(days=chance.choice([0, 2, 9, 20]))
    kind = chance.choice(list(AbsenceKind))
    async with council.database.transaction() as store:
        await store.absences.add(
            Absence(f"a{chance.random()}", TENANT.id, someone.person.id, starts_on, ends_on, kind)
        )
        await enrol_changed(store, [someone.person], council.clock.now())


async def something_happens(council, chance, everyone, lead, hr, number):
    """One of the things that people do to one another, at whatever hour it is."""
    staff = [each for each in everyone if each not in (lead, hr)]
    someone, other = chance.sample(staff, 2)
    match chance.randrange(9):
        case 0 | 1:
            await (hr if someone.person.language is Language.CY else someone).thanks(other, f"for case {number}")
        case 2:
            await someone.says_to(
                f"feedback ask @{other.person.first_name} about report {number} by Friday", other
            )
        case 3:
            await lead.says_to(f"team one-to-one @{other.person.first_name} on Thursday 14:00", other)
        case 4:
            await broadcast(council, everyone, number)
        case 5:
            await is_away(council, someone, chance)
        case 6:
            await lead.commands("team overdue")
            if any(action.label.startswith("Remind") for action in lead.last.actions):
                await lead.taps(next(each.label for each in lead.last.actions if each.label.startswith("Remind")))
        case 7:
            back = council.clock.now().date() + timedelta(days=chance.randint(3, 30))
            await someone.says(f"pause objective 1 until {back:%d %B %Y} because of other work")
        case _:
            await hr.thanks(lead, f"for report {number}")


async def test_a_year_with_everything_on_takes_nobodys_week_evening_or_leave(council, lead, amira, ben):
    chance = random.Random(11)
    await usual_share(council)
    await council.form_team(Team("team", TENANT.id, "Housing", lead.person.id))
    hr = await council.hire("Hana Reed", access=Access.HR)
    others = [
        await council.hire("Callum Rees", manager=lead, nation=Nation.SCOTLAND, working_days=frozenset({1, 2, 3})),
        await council.hire("Dilys Rees", manager=lead, language=Language.CY, nation=Nation.WALES),
        await council.hire("Elin Rees", manager=lead, quiet_from=time(13), quiet_until=time(9, 30)),
        await council.hire("Rhys Rees", manager=lead, timezone="America/New_York"),
    ]
    everyone = [lead, amira, ben, hr, *others]
    async with council.database.transaction() as store:
        await store.people.save([replace(each.person, team_id="team") for each in everyone if each is not hr])
        await store.summaries.schedule("team", START)
    for each in everyone:
        each.person = replace(each.person, team_id=None if each is hr else "team")
        await council.sets_objective(each, f"Answer {each.person.first_name}")
    await training_falls_due(council, chance)
    await hr.says("hr pulse on weekly")
    number = 0
    for week in range(WEEKS):
        for hours in sorted(chance.sample(range(7 * 24), chance.randint(2, 9))):
            await council.time_passes_until(max(START + timedelta(weeks=week, hours=hours), council.clock.now()))
            number += 1
            await something_happens(council, chance, everyone, lead, hr, number)
    # Nothing more is done: what waits has time to come.
    await council.time_passes_until(START + timedelta(weeks=WEEKS + 6))
    purposes = Counter()
    together = 0
    for each in everyone:
        rows = await rows_of(council, each.person.id)
        absences = await absences_of(council, each.person.id)
        weeks = Counter()
        for row in rows:
            if row.state == "cancelled":
                assert row.reason in (NO_LONGER_OF_USE, HAS_LEFT, CLOSED), row
                continue
            if row.state == "queued":
                assert row.wanted_at > council.clock.now() - timedelta(days=7), f"{row} is lost"
                continue
            assert row.state == "sent", row
            purposes[row.purpose] += 1
            together += row.part_of is not None
            assert is_working_moment(each.person, row.finished_at, absences), row
            if row.part_of is None:
                day = row.finished_at.astimezone(each.person.zone).date()
                weeks[day - timedelta(days=day.weekday())] += 1
        assert weeks, each.person.name
        assert max(weeks.values()) <= A_WEEK, (each.person.name, weeks.most_common(1))
    exercised = {
        *(
            "check-in prompt",
            "check-in reminder",
            "pulse",
            "training reminder",
            "training overdue",
            "team summary",
        ),
        *(
            "broadcast",
            "one-to-one reminder",
            "feedback request",
            "feedback reminder",
            "recognition",
            "objective-news",
        ),
        "objectives resumed",
    }
    assert exercised <= purposes.keys(), exercised - purposes.keys()
    assert together > 50, "many went along with others"


async def test_what_falls_due_on_one_morning_comes_as_one_message(council, lead, amira):
    await usual_share(council)
    await training_falls_due(council, random.Random(3))
    await council.time_passes_until(datetime(2026, 11, 21, 20, tzinfo=LONDON))
    await lead.thanks(amira, "for the report")
    before = len(amira.inbox)
    await council.goes_to("Mon 12:00")
    came = amira.inbox[before:]
    assert len([each for each in came if not each.edited]) <= 2
    assert any("things for you" in each.text for each in came)


async def test_what_someone_asks_for_is_answered_at_night_and_in_quiet_hours(council, amira):
    await usual_share(council)
    await amira.says("settings quiet 16:00-11:00")
    await council.time_passes_until(datetime(2026, 11, 21, 23, tzinfo=LONDON))
    assert "settings" in (await amira.says("settings")).casefold()
    for _ in range(12):
        before = len(amira.inbox)
        await amira.says("objectives")
        assert len(amira.inbox) > before
