"""What people wrote is sealed: nobody who has the database alone can read it, and nothing of it is lost."""

import json
import os
from base64 import urlsafe_b64encode

import pytest
from cryptography.fernet import Fernet
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import String, cast, select, type_coerce

from bot.adapters.seal import Seal
from core.model.conversation import Conversation, Given
from core.model.one_to_one import AgendaItem, Source
from core.ports import CannotOpen
from storage.database import SqlDatabase
from storage.sealing import KeyRing, fingerprint, key_of, weakness_of
from storage.tables import agenda_items, conversations
from tests.keys import KEY, OTHER_KEY, RING
from tests.storage.council import NOW, person, settle_in

SECRET = "Ask about the grievance, sealed lips: ŵ 🙂"
AMIRA, BEN = person("Amira Hassan"), person("Ben Wood")
ITEM = AgendaItem("i1", AMIRA.tenant_id, AMIRA.id, BEN.id, AMIRA.id, Source.ADDED, SECRET, NOW)
TALK = Conversation(AMIRA.id, "check_in", "c1", answers={"note": Given(SECRET, SECRET)}, updated_at=NOW)


async def write(database):
    await settle_in(database, AMIRA, BEN)
    async with database.transaction() as store:
        await store.one_to_ones.save_items([ITEM])
        await store.conversations.save(TALK)


async def read(database):
    async with database.reading() as store:
        items = await store.one_to_ones.open_items([AMIRA.id])
        talk = await store.conversations.get(AMIRA.id, TALK.flow, TALK.subject)
    return [item.text for item in items], talk and talk.answers


async def kept(database):
    async with database.connected_for_reading() as connection:
        text = (await connection.execute(select(type_coerce(agenda_items.c.text, String)))).scalar_one()
        answers = (await connection.execute(select(cast(conversations.c.answers, String)))).scalar_one()
    return text, answers


async def test_what_was_written_is_read_again_and_is_not_in_the_database(database):
    await write(database)
    assert await read(database) == ([SECRET], TALK.answers)
    for each in await kept(database):
        assert key_of(each.strip('"')) == fingerprint(KEY)
        assert SECRET[:9] not in each


async def test_what_was_kept_in_clear_before_there_were_keys_is_still_read(database_url, clock):
    before = SqlDatabase(database_url, clock)
    await write(before)
    assert SECRET in await kept(before)
    await before.close()
    now = SqlDatabase(database_url, clock, RING)
    assert await read(now) == ([SECRET], TALK.answers)
    await now.close()


async def test_what_opens_with_no_key_is_said_with_place_and_setting_and_is_still_there(database_url, clock):
    sealed = SqlDatabase(database_url, clock, RING)
    await write(sealed)
    for ring in (KeyRing([OTHER_KEY]), KeyRing()):
        without = SqlDatabase(database_url, clock, ring)
        told = rf"agenda_items.text cannot .* key {fingerprint(KEY)}, which is not in MILEPOST_ENCRYPTION_KEYS"
        with pytest.raises(CannotOpen, match=told):
            await read(without)
        async with without.reading() as store:
            with pytest.raises(CannotOpen, match=r"conversations.answers cannot be opened"):
                await store.conversations.get(AMIRA.id, TALK.flow, TALK.subject)
        await without.close()
    assert await read(sealed) == ([SECRET], TALK.answers)
    await sealed.close()


@given(st.text())
@example("")
@example("sealed1:00000000:nonsense")
@example("sealed0:sealed1:")
def test_any_text_comes_back_as_it_was_with_keys_and_without(text):
    for ring in (RING, KeyRing()):
        assert ring.open(ring.close(text)) == text


@given(st.text(min_size=1))
def test_nothing_of_a_text_and_no_repetition_can_be_seen_in_what_is_kept(text):
    first, second = RING.close(text), RING.close(text)
    assert first != second
    assert key_of(first) == fingerprint(KEY)
    assert len(text) < 8 or text not in first


def test_an_earlier_key_opens_and_a_key_that_is_not_set_is_named():
    sealed = KeyRing([KEY]).close(SECRET)
    assert KeyRing([OTHER_KEY, KEY]).open(sealed) == SECRET
    for ring in (KeyRing([OTHER_KEY]), KeyRing()):
        with pytest.raises(CannotOpen, match=rf"key {fingerprint(KEY)}, which is not in MILEPOST_ENCRYPTION_KEYS"):
            ring.open(sealed)


def test_what_was_changed_in_the_database_does_not_open():
    sealed = RING.close(SECRET)
    other = "A" if sealed[-9] != "A" else "B"
    for changed in (sealed[:-9] + other + sealed[-8:], sealed[:30]):
        with pytest.raises(CannotOpen, match=r"was changed since|not in"):
            RING.open(changed)


def test_tokens_that_earlier_releases_sealed_still_open():
    token = Fernet(KEY).encrypt(json.dumps({"bot_token": "xoxb-1"}).encode()).decode()
    assert Seal(KeyRing([OTHER_KEY, KEY])).open(token) == {"bot_token": "xoxb-1"}
    for ring in (KeyRing([OTHER_KEY]), KeyRing()):
        with pytest.raises(CannotOpen):
            Seal(ring).open(token)


@pytest.mark.parametrize(
    "secret",
    [
        bytes(32),
        b"\xa5" * 32,
        bytes(range(32)),
        bytes(range(64, 0, -2)),
        b"correct horse battery staple!!!!",
        b"\x01\xfe\x80\x7f" * 8,
    ],
)
def test_a_key_that_can_be_guessed_is_told_from_one_that_chance_made(secret):
    assert weakness_of(urlsafe_b64encode(secret).decode())


@given(st.just(None))
def test_keys_made_as_the_message_says_are_never_weak(_):
    assert weakness_of(Fernet.generate_key().decode()) is None
    assert weakness_of(urlsafe_b64encode(os.urandom(32)).decode()) is None
