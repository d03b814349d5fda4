"""Conversations in progress survive, and two answers to the same question do not mix."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.conversation import Conversation, Given
from core.model.person import Platform
from core.ports import Conflict
from tests.storage.council import NOW, person, settle_in

FULL = Conversation(
    "amira",
    "check_in",
    "c1",
    step="value:o1",
    return_to="note",
    answers={"value:o1": Given("about 62 %", "62"), "note": Given("", "")},
    platform=Platform.TEAMS,
    updated_at=NOW,
)


@pytest.fixture
async def council(database):
    await settle_in(database, person("Amira Hassan"))
    return database


async def save(database, conversation):
    async with database.transaction() as store:
        return await store.conversations.save(conversation)


async def test_a_conversation_comes_back_as_saved(council):
    kept = await save(council, FULL)
    assert kept == replace(FULL, version=1)
    async with council.reading() as store:
        assert await store.conversations.get("amira", "check_in", "c1") == kept
        assert await store.conversations.get("amira", "check_in", "c2") is None


async def test_the_current_one_is_the_active_one_used_last(council):
    await save(council, FULL)
    newer = await save(council, replace(FULL, subject="c2", updated_at=NOW + timedelta(minutes=1)))
    await save(council, replace(FULL, subject="c3", updated_at=NOW + timedelta(minutes=2), active=False))
    await save(council, replace(FULL, subject="c4", updated_at=None))
    async with council.reading() as store:
        assert await store.conversations.current("amira") == newer
        assert await store.conversations.current("ben") is None


async def test_an_answer_to_a_question_answered_meanwhile_is_a_conflict(council):
    kept = await save(council, FULL)
    moved_on = await save(council, replace(kept, step="note"))
    assert moved_on.version == 2
    with pytest.raises(Conflict):
        await save(council, replace(kept, step="status:o1"))
    with pytest.raises(Conflict):
        await save(council, FULL)
    async with council.reading() as store:
        assert await store.conversations.get("amira", "check_in", "c1") == moved_on


async def test_one_that_went_on_meanwhile_is_not_removed(council):
    kept = await save(council, FULL)
    moved_on = await save(council, replace(kept, step="note"))
    with pytest.raises(Conflict):
        async with council.transaction() as store:
            await store.conversations.remove(kept)
    async with council.reading() as store:
        assert await store.conversations.get("amira", "check_in", "c1") == moved_on


async def test_a_removed_conversation_may_begin_again(council):
    kept = await save(council, FULL)
    async with council.transaction() as store:
        await store.conversations.remove(kept)
        assert await store.conversations.current("amira") is None
    assert (await save(council, FULL)).version == 1
