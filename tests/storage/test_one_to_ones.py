"""One-to-ones, agendas, notes and remarks as they are stored, on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from core.model.action import ActionState, AgreedAction
from core.model.checkin import CheckIn, CheckInState, Schedule
from core.model.one_to_one import AgendaItem, OneToOne, OneToOneNote, Source
from core.model.recognition import Recognition, Sharing
from core.model.remark import Remark, RemarkKind
from tests.storage.council import NOW, person, settle_in

DAY = timedelta(days=1)
FIRST = OneToOne("m1", "council", "amira", "megan", NOW, NOW, NOW + DAY, 4)
SECOND = replace(FIRST, id="m2", held_at=NOW + 2 * DAY)
BEFORE = replace(FIRST, id="m0", manager_id="ben", held_at=NOW)
NEXT = OneToOne("m3", "council", "amira", "megan", NOW)
ROTA = AgendaItem("i1", "council", "amira", "megan", "amira", Source.ADDED, "The rota", NOW)
FLAG = replace(ROTA, id="i2", source=Source.FLAG, added_at=NOW + DAY)


async def settle(database):
    await settle_in(database, person("Amira Hassan"), person("Megan Price"), person("Ben Lloyd"))
    async with database.transaction() as store:
        await store.one_to_ones.save([BEFORE, FIRST, SECOND, NEXT])


async def test_each_two_have_one_meeting_to_come_and_a_last_one(database):
    await settle(database)
    async with database.reading() as store:
        assert await store.one_to_ones.open_for(["amira"]) == [NEXT]
        assert await store.one_to_ones.open_for(["megan"]) == []
        assert set(await store.one_to_ones.last_held(["amira", "ben"])) == {SECOND, BEFORE}
        assert await store.one_to_ones.by_ids(["m1", "none"]) == {"m1": FIRST}
    with pytest.raises(IntegrityError):
        async with database.transaction() as store:
            await store.one_to_ones.save([replace(NEXT, id="m4")])


async def test_history_is_of_those_who_met_and_whom_it_was_shared_with(database):
    await settle(database)
    async with database.reading() as store:
        assert await store.one_to_ones.held("amira", "amira", 9, 0) == [SECOND, FIRST, BEFORE]
        assert await store.one_to_ones.held("amira", "amira", 1, 1) == [FIRST]
        assert await store.one_to_ones.held("amira", "megan", 9, 0) == [SECOND, FIRST]
    shared = replace(BEFORE, shared_with_id="megan")
    async with database.transaction() as store:
        await store.one_to_ones.save([shared])
    async with database.reading() as store:
        assert await store.one_to_ones.held("amira", "megan", 9, 0) == [SECOND, FIRST, shared]


async def test_items_are_open_until_they_are_of_a_meeting(database):
    await settle(database)
    talked = replace(ROTA, one_to_one_id="m1")
    async with database.transaction() as store:
        assert await store.one_to_ones.add_item(ROTA)
        assert await store.one_to_ones.add_item(FLAG)
        assert not await store.one_to_ones.add_item(replace(ROTA, text="Twice"))
    async with database.reading() as store:
        assert await store.one_to_ones.open_items(["amira"]) == [ROTA, FLAG]
    async with database.transaction() as store:
        await store.one_to_ones.save_items([talked])
        await store.one_to_ones.save_items([])
    async with database.reading() as store:
        assert await store.one_to_ones.open_items(["amira"]) == [FLAG]
        assert await store.one_to_ones.items_of(["m1"]) == [talked]


async def test_a_private_note_is_read_from_the_database_by_its_writer_only(database):
    await settle(database)
    shared = OneToOneNote("n1", "council", "m1", "megan", False, "Rota settled", NOW)
    private = replace(shared, id="n2", is_private=True, written_at=NOW + DAY)
    async with database.transaction() as store:
        assert await store.one_to_ones.add_note(shared)
        assert await store.one_to_ones.add_note(private)
        assert not await store.one_to_ones.add_note(shared)
    async with database.reading() as store:
        assert await store.one_to_ones.notes_for(["m1"], "megan") == [shared, private]
        assert await store.one_to_ones.notes_for(["m1"], "amira") == [shared]


async def test_what_was_agreed_closed_and_thanked_for_is_found_by_meeting_and_time(database):
    await settle(database)
    agreed = AgreedAction("a1", "council", "amira", "megan", "Ring IT", None, NOW, one_to_one_id="m1")
    closed = replace(agreed, id="a2", state=ActionState.DONE, closed_at=NOW + DAY, one_to_one_id=None)
    thanks = Recognition("r1", "council", "ben", "amira", "The letter", "", Sharing.SHARED, NOW, NOW + DAY)
    kept = replace(thanks, id="r2", sharing=Sharing.KEPT)
    async with database.transaction() as store:
        await store.actions.save([agreed, closed])
        await store.recognitions.save(thanks)
        await store.recognitions.save(kept)
    async with database.reading() as store:
        assert await store.one_to_ones.actions_of(["m1"]) == [agreed]
        assert await store.one_to_ones.actions_closed(["amira"], NOW) == [closed]
        assert await store.one_to_ones.actions_closed(["amira"], NOW + DAY) == []
        assert await store.one_to_ones.thanks_shared(["amira"], NOW) == [thanks]
        assert await store.one_to_ones.thanks_shared(["amira"], NOW + DAY) == []


async def test_a_remark_is_kept_once_with_its_check_in(database):
    await settle(database)
    checkin = CheckIn("c1", "council", "amira", "weekly", date(2026, 11, 23), CheckInState.ANSWERED, NOW, NOW)
    said = Remark("r", "council", "c1", "amira", "megan", "amira", RemarkKind.COMMENT, "note", "Tired", "Oh", NOW)
    answer = replace(said, id="s", kind=RemarkKind.REPLY, said_at=NOW + DAY, reply_to="r")
    async with database.transaction() as store:
        await store.checkins.save_schedule(Schedule("weekly", "council"))
        await store.checkins.add([checkin])
        assert await store.remarks.add(said)
        assert await store.remarks.add(answer)
        assert not await store.remarks.add(replace(said, text="Changed"))
    async with database.reading() as store:
        assert await store.remarks.of_checkin("c1") == [said, answer]
        assert await store.remarks.by_id("s") == answer
        assert await store.remarks.by_id("none") is None
