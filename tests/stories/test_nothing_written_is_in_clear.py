"""A planted word, written wherever people write, is read back, and is nowhere in the database's files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import SqlDatabase
from tests.keys import KEY
from tests.stories.council import Council
from tests.stories.test_one_to_ones import adds, done

WORD = "quetzalcoatlus"


def held_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob("milepost.db*"))).lower()


async def live(council, amira, ben, lead):
    """A week in which the word is written wherever there is room for words, and some of it is left half done."""
    await council.sets_objective(amira, "Answer complaints")
    await lead.says_to("team one-to-one @Amira on Thursday 14:00", amira)
    await adds(council, amira, f"the {WORD} in the lift")
    await amira.commands(f"kudos Ben Lloyd for carrying the {WORD}")
    await amira.fills({"Who reads it": "Their team too, if they agree"})
    await amira.says(f"complaints now at 12 days, slipping because of the {WORD}")
    await council.goes_to("Mon 10:00")
    await amira.says("checkin", "chat", "14")
    await council.goes_to("Thu 15:00")
    assert WORD in await lead.commands("team one-to-one Amira Hassan")
    await done(lead, "team one-to-one Amira Hassan done", shared=f"We met the {WORD}", private=f"{WORD}!")


@pytest.fixture
def folder(sqlite_url, tmp_path):
    return tmp_path


async def test_a_planted_word_is_nowhere_in_the_files(council, amira, ben, lead, folder):
    await live(council, amira, ben, lead)
    assert WORD in await ben.says("kudos")
    held = held_in(folder)
    assert b"amira hassan" in held
    assert WORD.encode() not in held
    assert KEY.encode().lower() not in held


async def test_without_keys_the_same_week_would_show_it(sqlite_url, clock, folder):
    """What the search above would find: so it can fail."""
    database = SqlDatabase(sqlite_url, clock)
    clock.move_to(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
    founded = Council(database, clock)
    await founded.found()
    lead = await founded.hire("Megan Price")
    amira = await founded.hire("Amira Hassan", manager=lead)
    ben = await founded.hire("Ben Lloyd", manager=lead)
    await live(founded, amira, ben, lead)
    assert held_in(folder).count(WORD.encode()) > 5
    await database.close()
