"""Reviews as they are stored, on both databases: one open at a time, signatures that stay, versions as made."""

from dataclasses import replace
from datetime import date, timedelta

from core.model.feedback import Feedback, Visibility
from core.model.review import (
    Review,
    ReviewKind,
    ReviewStage,
    ReviewVersion,
    ReviewWords,
    Signatures,
    digest_of,
)
from tests.storage.council import NOW, person, settle_in

DAY = timedelta(days=1)
OPEN = Review(
    *("r1", "council", "amira", "megan", ReviewKind.ANNUAL, date(2026, 4, 1), date(2027, 3, 31)),
    *(date(2027, 3, 31), ReviewStage.PREPARING, NOW),
)
CONTENT = {"names": {"b": "Siân Ŵyn", "a": "Amira"}, "share": 0.1 + 0.2, "none": None}
VERSION = ReviewVersion("r1", 1, CONTENT, digest_of(CONTENT), NOW)


async def settle(database):
    await settle_in(database, person("Amira Hassan"), person("Megan Price"), person("Ben Lloyd"))
    async with database.transaction() as store:
        assert await store.reviews.add(OPEN)


async def test_a_person_has_one_open_review_and_any_number_of_signed_ones(database):
    await settle(database)
    async with database.transaction() as store:
        assert not await store.reviews.add(replace(OPEN, id="r2", kind=ReviewKind.MOVE))
        await store.reviews.save(replace(OPEN, stage=ReviewStage.SIGNED, version=1))
        assert await store.reviews.add(replace(OPEN, id="r3", opened_at=NOW + DAY))
        assert [each.id for each in await store.reviews.of_people(["amira", "ben"])] == ["r3", "r1"]
        assert [each.id for each in await store.reviews.open_in("council", 10)] == ["r3"]
        assert await store.reviews.tally("council", NOW) == {ReviewStage.SIGNED: 1, ReviewStage.PREPARING: 1}
        assert await store.reviews.count_without("council", NOW, NOW.date()) == 2


async def test_a_version_is_what_was_made_and_is_signed_once_by_each(database):
    await settle(database)
    async with database.transaction() as store:
        await store.reviews.add_version(VERSION)
        await store.reviews.save(replace(OPEN, stage=ReviewStage.SIGNING, version=1))
        assert await store.reviews.sign("r1", 2, "amira", NOW, as_manager=False) is None
        first = await store.reviews.sign("r1", 1, "amira", NOW, as_manager=False)
        assert first == Signatures(NOW) and not first.is_complete
        both = await store.reviews.sign("r1", 1, "megan", NOW + DAY, as_manager=True)
        assert both == Signatures(NOW, NOW + DAY, "megan") and both.is_complete
        # A second tap, or a later line manager's, changes nothing.
        assert await store.reviews.sign("r1", 1, "ben", NOW + 2 * DAY, as_manager=True) == both
        kept = await store.reviews.version("r1", 1)
        assert kept == replace(VERSION, signatures=both) and kept.is_whole
        assert await store.reviews.signatures(["r1", "none"]) == {"r1": both}
        assert await store.reviews.versions_of("r1") == [kept]
    assert not replace(VERSION, content=CONTENT | {"share": 0.3}).is_whole


async def test_words_are_their_writer_s_and_what_is_left_out_can_be_put_back(database):
    await settle(database)
    mine = ReviewWords("r1", "amira", "highlights", "Mine", NOW)
    theirs = ReviewWords("r1", "megan", "overall", "Theirs", NOW + DAY)
    async with database.transaction() as store:
        await store.reviews.save_words([mine, theirs])
        await store.reviews.save_words([replace(mine, text="Mine again")])
        assert await store.reviews.words_of("r1") == [replace(mine, text="Mine again"), theirs]
        for _ in range(2):
            await store.reviews.leave_out("r1", "feedback:f")
        await store.reviews.leave_out("r1", "thanks:t")
        await store.reviews.take_in("r1", "thanks:t")
        assert await store.reviews.left_out("r1") == frozenset({"feedback:f"})


async def test_feedback_is_found_once_its_receiver_opened_it(database):
    await settle(database)
    told = Feedback("f1", "council", "ben", "amira", Visibility.PERSON_AND_MANAGER, NOW, read_at=NOW)
    opened = replace(told, id="f2", receiver_read_at=NOW + DAY)
    gone = replace(opened, id="f3", withdrawn_at=NOW + DAY)
    later = replace(opened, id="f4", given_at=NOW + 9 * DAY)
    async with database.transaction() as store:
        for each in (told, opened, gone, later):
            await store.feedback.save(each)
        assert await store.reviews.feedback("amira", NOW, NOW + 9 * DAY) == [opened]
