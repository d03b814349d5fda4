"""`milepost keys`, and what starts without a key: nothing that would keep what people write in clear."""

import asyncio
from base64 import urlsafe_b64encode

import pytest
from cryptography.fernet import Fernet
from typer.testing import CliRunner

from bot.adapters.seal import Seal
from bot.cli import cli
from bot.serving import CannotServe
from bot.settings import BadSettings
from core.model.webhook import Webhook
from core.ports import CannotOpen
from storage.database import SqlDatabase
from storage.sealing import KeyRing, fingerprint
from tests.clock import MovableClock
from tests.keys import KEY, OTHER_KEY
from tests.storage.council import NOW
from tests.storage.test_sealing import AMIRA, SECRET, TALK, read, write

TOKEN = Fernet(KEY).encrypt(b'{"secret": "whsec_1"}').decode()


@pytest.fixture
def milepost(database_url, monkeypatch, tmp_path):
    """Run `milepost ARGUMENTS` with these keys; gives what was said and the status, or the refusal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILEPOST_DATABASE_URL", database_url)

    def run(*arguments, keys=()):
        monkeypatch.setenv("MILEPOST_ENCRYPTION_KEYS", ",".join(keys))
        return CliRunner().invoke(cli, arguments)

    return run


def on(url, work, *keys):
    async def run():
        database = SqlDatabase(url, MovableClock(NOW), KeyRing(keys))
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(run())


async def add_webhook(database):
    async with database.transaction() as store:
        await store.webhooks.add(Webhook("w1", AMIRA.tenant_id, "https://x.example/", ("*",), TOKEN, NOW))


async def secret_of(database):
    async with database.reading() as store:
        webhook = await store.webhooks.by_id("w1")
    return Seal(database.keys).open(webhook.secret)


@pytest.mark.parametrize("command", [("serve",), ("import", "people", "people.csv"), ("keys", "status")])
def test_nothing_starts_without_keys_and_the_refusal_says_how_to_make_one(milepost, command):
    refused = milepost(*command)
    assert isinstance(refused.exception, CannotServe)
    assert "MILEPOST_ENCRYPTION_KEYS is missing" in str(refused.exception)
    assert "milepost keys new" in str(refused.exception)


def test_a_key_that_can_be_guessed_is_refused_and_not_repeated(milepost):
    weak = urlsafe_b64encode(b"0123456789abcdef0123456789abcdef").decode()
    refused = milepost("keys", "status", keys=[KEY, weak])
    assert isinstance(refused.exception, BadSettings)
    assert "MILEPOST_ENCRYPTION_KEYS: key 2 can be guessed" in str(refused.exception)
    assert weak not in str(refused.exception)


def test_a_new_key_is_one_that_is_accepted(milepost):
    made = milepost("keys", "new").stdout.strip()
    assert milepost("keys", "status", keys=[made]).exit_code == 0


def test_everything_is_sealed_with_the_newest_key_and_the_earlier_is_needed_no_more(milepost, database_url):
    on(database_url, write)
    on(database_url, add_webhook)
    before = milepost("keys", "status", keys=[KEY]).stdout
    assert "2 values in clear" in before
    assert "1 values sealed by an earlier release" in before
    assert "agenda_items 1" in before

    first = milepost("keys", "rotate", keys=[KEY]).stdout
    assert f"3 values sealed with key 1 of the setting ({fingerprint(KEY)}, the newest)" in first
    assert "in clear" not in first
    assert on(database_url, read, KEY) == ([SECRET], TALK.answers)

    second = milepost("keys", "rotate", keys=[OTHER_KEY, KEY]).stdout
    assert f"3 values sealed with key 1 of the setting ({fingerprint(OTHER_KEY)}, the newest)" in second
    assert f"Nothing needs key {fingerprint(KEY)} any more" in second
    assert on(database_url, read, OTHER_KEY) == ([SECRET], TALK.answers)
    assert on(database_url, secret_of, OTHER_KEY) == {"secret": "whsec_1"}
    with pytest.raises(CannotOpen):
        on(database_url, read, KEY)
    again = milepost("keys", "rotate", keys=[OTHER_KEY])
    assert again.exit_code == 0
    assert "sealed with the newest key" not in again.stdout


def test_a_missing_key_is_said_at_the_start_and_by_row_and_nothing_is_lost(milepost, database_url, tmp_path):
    on(database_url, write)
    assert milepost("keys", "rotate", keys=[KEY]).exit_code == 0
    refused = milepost("outbox", "list", keys=[OTHER_KEY])
    assert isinstance(refused.exception, CannotServe)
    assert f"lacks key {fingerprint(KEY)}" in str(refused.exception)
    for command in ("status", "rotate"):
        told = milepost("keys", command, keys=[OTHER_KEY])
        assert told.exit_code == 1
        assert "No key opens a value of agenda_items where id=i1" in told.stderr
        assert f"Add key {fingerprint(KEY)} again to MILEPOST_ENCRYPTION_KEYS" in told.stderr
    assert on(database_url, read, OTHER_KEY, KEY) == ([SECRET], TALK.answers)
    assert milepost("outbox", "list", keys=[OTHER_KEY, KEY]).exit_code == 0


def test_no_key_and_nothing_that_was_written_is_in_the_database_file(milepost, sqlite_url, monkeypatch, tmp_path):
    monkeypatch.setenv("MILEPOST_DATABASE_URL", sqlite_url)
    on(sqlite_url, write)
    assert milepost("keys", "rotate", keys=[KEY]).exit_code == 0

    async def vacuum(database):
        async with database._writing.connect() as connection:
            driver = await connection.get_raw_connection()
            await driver.driver_connection.execute("VACUUM")
            await driver.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    on(sqlite_url, vacuum)
    held = b"".join(file.read_bytes() for file in tmp_path.glob("milepost.db*"))
    assert b"Amira Hassan" in held
    for planted in (SECRET.encode(), b"grievance", "🙂".encode(), KEY.encode(), KEY.strip("=").encode()):
        assert planted not in held
    assert bytes.fromhex(fingerprint(KEY)) not in held
