"""Leave and pauses, and coming back early."""

from datetime import date

import pytest

from core.model.absence import Absence, AbsenceKind
from tests.storage.council import person, settle_in


def november(day):
    return date(2026, 11, day)


LEAVE = Absence("a1", "council", "amira", november(9), november(13))
PAUSE = Absence("a2", "council", "amira", november(23), november(27), AbsenceKind.PAUSE)


@pytest.fixture
async def council(database):
    await settle_in(database, person("Amira Hassan"), person("Ben Lloyd"))
    async with database.transaction() as store:
        await store.absences.add(PAUSE)
        await store.absences.add(LEAVE)
    return database


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [(1, 8, []), (1, 9, [LEAVE]), (13, 22, [LEAVE]), (14, 22, []), (10, 11, [LEAVE]), (1, 30, [LEAVE, PAUSE])],
)
async def test_absences_that_touch_the_days_asked_for_are_found(council, since, until, found):
    async with council.reading() as store:
        by_person = await store.absences.of(["amira", "ben"], november(since), november(until))
    assert by_person == ({"amira": found} if found else {})


async def test_someone_back_early_is_away_until_the_day_before_and_later_leave_is_kept(council):
    async with council.transaction() as store:
        await store.absences.end("ben", november(11))
        await store.absences.end("amira", november(11))
    async with council.reading() as store:
        kept, later = (await store.absences.of(["amira"], november(1), november(30)))["amira"]
    assert (kept.id, kept.starts_on, kept.ends_on) == ("a1", november(9), november(10))
    assert later == PAUSE


async def test_one_who_never_left_has_no_absence(council):
    async with council.transaction() as store:
        await store.absences.end("amira", november(9))
    async with council.reading() as store:
        assert await store.absences.of(["amira"], november(1), november(30)) == {"amira": [PAUSE]}
