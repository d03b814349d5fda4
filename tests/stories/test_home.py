"""The home surface as a dashboard: for a person, a line manager and HR; paged in place and only ever read."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from core.chat.card import ProgressBar
from core.chat.event import ActionChosen, HomeOpened, Origin
from core.model.objective import Progress, Status
from core.model.person import Access, Language, Platform
from core.model.training import Course, TrainingCompletion
from storage import prepared
from tests.stories.council import TENANT

TITLES = (
    "Answer complaints",
    "Visit homes",
    "Train the team",
    "Cut delays",
    "Save paper",
    "Open late",
    "Ring back",
)


def bars(resident):
    return [part.label for part in resident.home.parts if isinstance(part, ProgressBar) and part.label in TITLES]


async def reports_on(council, objective, status, factors=""):
    async with council.database.transaction() as store:
        said = Progress(value=12.0, percent=40.0, status=status, factors=factors, reported_at=council.clock.now())
        await store.objectives.set_latest({objective.id: said})


async def test_someone_without_objectives_sees_what_to_do_first(amira):
    shown = await amira.opens_home()
    assert "Start here" in shown
    assert "Set my first objective" in shown
    for nothing in ("Training due", "Thanks you received", "Team at a glance", "The organisation"):
        assert nothing not in shown
    await amira.taps_home("Set my first objective")
    assert amira.form is not None


async def test_objectives_are_turned_over_in_place(council, amira):
    for title in TITLES:
        await council.sets_objective(amira, title)
    assert "Page 1 of 2" in await amira.opens_home()
    first = bars(amira)
    assert len(first) == 5
    assert "Page 2 of 2" in await amira.taps_home("Next")
    assert sorted(first + bars(amira)) == sorted(TITLES)
    assert "Page 1 of 2" in await amira.taps_home("Previous")
    assert bars(amira) == first
    assert amira.inbox == []


@pytest.mark.parametrize("value", ["", "0|0", "-3|x", "99|99", "1e9|1", "٣|1", "9" * 400])
async def test_a_page_that_is_not_there_is_the_nearest_one(council, amira, value):
    for title in TITLES:
        await council.sets_objective(amira, title)
    await amira.sends_action("home.show", value)
    assert bars(amira) in (bars(amira)[:5], bars(amira)[:2])
    assert bars(amira)


async def test_training_and_thanks_stand_on_the_home_when_there_are_any(council, amira, lead):
    async with council.database.transaction() as store:
        await store.training.save_courses([Course("fire", TENANT.id, "Fire safety", mandatory=True)])
        await store.training.save_completions(
            [TrainingCompletion("c", TENANT.id, "amira", "fire", date(2025, 1, 5), date(2026, 1, 5))]
        )
    for number in range(4):
        await lead.commands(f"kudos Amira Hassan for good deed {number}")
        await lead.fills({"Who reads it": "Just them"})
        await council.time_passes_until(council.clock.now().replace(minute=number + 1))
    shown = await amira.opens_home()
    assert "Fire safety: ran out on 5 January 2026 · mandatory" in shown
    assert "good deed 3" in shown
    assert "good deed 1" in shown
    assert "good deed 0" not in shown
    assert "good deed 0" not in await lead.opens_home()


async def test_a_line_manager_sees_who_is_late_and_what_is_in_the_way(council, lead, amira):
    ben = await council.hire("Ben Lloyd", manager=lead)
    cut = await council.sets_objective(amira, "Cut delays")
    await council.sets_objective(ben, "Save paper")
    await council.goes_to("Mon 10:00")
    await ben.taps("Answer in a form")
    await ben.fills({"Status": "On track"})
    await council.goes_to("Tue 12:00")
    await reports_on(council, cut, Status.OFF_TRACK, "Waiting for keys")
    shown = await lead.opens_home()
    assert "Team at a glance" in shown
    assert "1 of 2" in shown
    assert "Amira Hassan" in shown
    assert "Waiting for keys" in shown
    assert "Save paper" not in shown
    assert "Waiting for keys" not in await ben.opens_home()


async def test_a_large_team_is_turned_over_by_ten_and_the_objectives_stay(council, lead):
    for letter in "abcdefghijkl":
        someone = await council.hire(f"P{letter * 3} Late", manager=lead)
        await reports_on(council, await council.sets_objective(someone, "Cut delays"), Status.OFF_TRACK)
    for title in TITLES:
        await council.sets_objective(lead, title)
    await lead.opens_home()
    await lead.sends_action("home.show", "2|2")
    assert len(bars(lead)) == 2
    items = [
        item.text
        for part in lead.home.parts
        for item in getattr(part, "items", ())
        if getattr(item, "strong", False)
    ]
    assert items == ["Pkkk Late", "Plll Late"]


async def test_hr_finds_the_way_to_alignment(council):
    beth = await council.hire("Beth Langley", access=Access.HR)
    assert "See alignment" in await beth.opens_home()


async def test_the_home_in_welsh(council, amira):
    async with council.database.transaction() as store:
        await store.people.save([replace(amira.person, language=Language.CY)])
    assert "Gosod fy amcan cyntaf" in await amira.opens_home()


async def test_the_home_only_reads_by_as_many_queries_for_many_as_for_few(council, lead):
    taken = []
    for size in (2, 12):
        for number in range(size):
            someone = await council.hire(f"P{size}x{number} Person", manager=lead)
            objective = await council.sets_objective(someone, "Cut delays")
            await reports_on(council, objective, Status.OFF_TRACK, "Waiting")
            await someone.commands("kudos Megan Price for help")
            await someone.fills({"Who reads it": "Just them"})
        origin = Origin(Platform.WEB, "demo", lead.person.email, "home", "dm")
        for opened in (HomeOpened(origin), ActionChosen(origin, "home.show", "1|2")):
            assert council.core.only_reads(opened)
            with counted(council.database) as statements:
                async with council.database.reading() as store:
                    await council.core.handle(opened, store)
            taken.append(len(statements))
    assert len(set(taken)) == 1, taken


@contextmanager
def counted(database):
    """Collects what is asked, through SQLAlchemy and past it."""
    asked = []
    straight = prepared._asked

    def listen(connection, cursor, statement, parameters, context, many):
        asked.append(statement)

    def asking(connection, plan, given):
        asked.append(plan.sql)
        return straight(connection, plan, given)

    engine = database._reading.sync_engine
    event.listen(engine, "before_cursor_execute", listen)
    prepared._asked = asking
    try:
        yield asked
    finally:
        prepared._asked = straight
        event.remove(engine, "before_cursor_execute", listen)
