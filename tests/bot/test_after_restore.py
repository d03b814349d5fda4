"""After a restore: what was sent since the backup is not sent again unasked."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.after_restore import settle_restored
from core.model.backlog import Which
from core.model.given_up import UNKNOWN_OUTCOME
from storage.database import SqlDatabase
from storage.moving.backups import back_up, restore
from tests.bot.conftest import PostOffice, dispatcher_for
from tests.bot.platform import LoopbackPlatform
from tests.keys import RING
from tests.storage.council import NOW, message


@pytest.fixture
def file(sqlite_url: str) -> Path:
    """The database's file."""
    return Path(sqlite_url.partition(":///")[2])


async def restored(post: PostOffice, file: Path, backup: Path, *, copied: bool = False) -> SqlDatabase:
    """Put the backup back, by the command or with `cp`, and open it as a server does."""
    await post.dispatcher.stop()
    await post.database.close()
    if copied:
        for path in file.parent.glob(f"{file.name}*"):
            path.unlink()
        shutil.copyfile(backup, file)
    else:
        restore(backup, file, post.clock.now())
    return SqlDatabase(f"sqlite+aiosqlite:///{file}", post.clock, RING)


@pytest.mark.parametrize("copied", [False, True])
async def test_on_slack_what_was_sent_since_the_backup_is_found_and_the_rest_is_sent(
    post: PostOffice, file: Path, tmp_path: Path, copied: bool
):
    await post.queue(message("amira", "in the backup and sent since"))
    back_up(file, tmp_path / "backup.db", post.clock.now())
    await post.deliver()
    post.clock.advance(hours=2)
    database = await restored(post, file, tmp_path / "backup.db", copied=copied)
    await settle_restored(database, post.clock)
    async with database.transaction() as store:
        await store.outbox.add("council", [message("ben", "new")], post.clock.now())
    dispatcher = dispatcher_for(database, post.clock, post.platform)
    await dispatcher.drain()
    await dispatcher.stop()
    assert [address for address, _ in post.platform.arrived] == ["D-amira", "D-ben"]
    async with database.reading() as store:
        assert (await store.outbox.counts())["sent"] == 2
    await database.close()


async def test_where_a_platform_cannot_tell_what_was_due_is_given_up_and_what_comes_later_is_sent(
    post: PostOffice, file: Path, tmp_path: Path
):
    await post.queue(
        message("amira", "due"), message("ben", "later", not_before=post.clock.now() + timedelta(hours=3))
    )
    back_up(file, tmp_path / "backup.db", post.clock.now())
    post.clock.advance(hours=2)
    database = await restored(post, file, tmp_path / "backup.db")
    await settle_restored(database, post.clock)
    silent = LoopbackPlatform(tells=False)
    dispatcher = dispatcher_for(database, post.clock, silent)
    await dispatcher.drain()
    assert silent.arrived == []
    async with database.reading() as store:
        (letter,) = await store.outbox.dead_letters("council")
    assert letter.reason == UNKNOWN_OUTCOME
    post.clock.advance(hours=2)
    await dispatcher.drain()
    assert [address for address, _ in silent.arrived] == ["D-ben"]
    this = Which(ids=(letter.delivery.id, "unknown"))
    # An administrator who knows that it did not arrive has it sent after all.
    async with database.transaction() as store:
        assert await store.backlog.send_again("other", this, post.clock.now()) == 0
        assert await store.backlog.send_again("council", this, post.clock.now()) == 1
    await dispatcher.drain()
    assert [address for address, _ in silent.arrived] == ["D-ben", "D-amira"]
    await dispatcher.stop()
    await database.close()


async def test_a_message_that_is_queued_anew_after_the_restore_is_found_where_it_had_been_sent(
    post: PostOffice, file: Path, tmp_path: Path
):
    back_up(file, tmp_path / "backup.db", NOW)
    await post.queue(message("amira", "prompt of Monday"))
    await post.deliver()
    post.clock.advance(hours=2)
    database = await restored(post, file, tmp_path / "backup.db")
    # As the tick does with what fell due since the backup.
    async with database.transaction() as store:
        await store.outbox.add("council", [message("amira", "prompt of Monday")], post.clock.now())
    await settle_restored(database, post.clock)
    dispatcher = dispatcher_for(database, post.clock, post.platform)
    await dispatcher.drain()
    await dispatcher.stop()
    assert len(post.platform.arrived) == 1
    assert post.platform.looked_since == [NOW]
    await database.close()


async def test_only_the_first_start_after_a_restore_doubts_anything(post: PostOffice, file: Path, tmp_path: Path):
    back_up(file, tmp_path / "backup.db", post.clock.now())
    database = await restored(post, file, tmp_path / "backup.db")
    await settle_restored(database, post.clock)
    async with database.transaction() as store:
        await store.outbox.add("council", [message("amira", "new")], post.clock.now())
    await settle_restored(database, post.clock)
    dispatcher = dispatcher_for(database, post.clock, LoopbackPlatform(tells=False))
    await dispatcher.drain()
    await dispatcher.stop()
    async with database.reading() as store:
        assert (await store.outbox.counts())["sent"] == 1
    await database.close()
