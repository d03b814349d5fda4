"""The nightly backup, the loss of everything, and the way back, as docs/deploy/one-server.md says it is done."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.drills.conftest import OBJECTIVE, asks, files_in, settings_for
from tests.drills.releases import REPOSITORY
from tests.postgresql import Cluster, server_binaries
from tests.processes import Processes, Running, run
from tests.slack_api import SlackWorkspace

SCRIPT = REPOSITORY / "deploy" / "back-up.sh"


async def test_what_was_lost_comes_back_from_the_nightly_backup_and_nothing_is_said_twice(
    untouched_url: str, slack: SlackWorkspace, tmp_path: Path, request
):
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o700)
    given = settings_for(slack, untouched_url) | {"BACKUP_FOLDER": str(folder)}
    amira = slack.add("Amira Khan", "amira@vale.example")
    await _milepost(tmp_path, "db", "upgrade", **given)
    for kind, file in zip(("people", "objectives"), files_in(tmp_path), strict=True):
        await _milepost(tmp_path, "import", kind, str(file), **given)

    async with Processes(tmp_path) as processes:
        serving = await processes.start("serve", **given)
        assert OBJECTIVE in await asks(slack, amira, "objectives", await _address(serving))
        taken_at = datetime.now(UTC)
        said = await asyncio.to_thread(_back_up, tmp_path, given)
        assert "Backed up to" in said
        # Not in the backup.
        await asks(slack, amira, "help", await _address(serving))
        serving.send(signal.SIGKILL)
        await serving.ended()

        (backup,) = [each for each in folder.iterdir() if each.suffix in (".db", ".dump")]
        assert backup.stat().st_mode & 0o077 == 0, "a backup is closed to other users"
        if untouched_url.startswith("sqlite"):
            _lose_the_files_in(tmp_path)
            assert "Restored" in await _milepost(tmp_path, "restore", str(backup), **given)
        else:
            cluster: Cluster = request.getfixturevalue("postgresql")
            await asyncio.to_thread(cluster.drop, untouched_url)
            await asyncio.to_thread(cluster.create, "drill")
            address = (await _milepost(tmp_path, "db", "address", **given)).strip()
            await asyncio.to_thread(_pg_restore, address, backup)
            await _milepost(tmp_path, "db", "restored", "--taken-at", f"{taken_at:%Y-%m-%d %H:%M}", **given)

        heard = len(slack.inbox(amira))
        back = await processes.start("serve", **given)
        url = await _address(back)
        assert OBJECTIVE in await asks(slack, amira, "objectives", url)
        answered = [each for each in slack.inbox(amira)[heard:] if each.blocks]
        assert len(answered) == 1, "what had been sent before is not sent again"
        # To a server that runs, as an operator does afterwards.
        examined = await asyncio.to_thread(run, tmp_path, "doctor", "--json", **given, PUBLIC_URL=url)
    to_fix = {each["name"] for each in json.loads(examined.stdout)["checks"] if each["verdict"] == "fix"}
    assert to_fix == set(), examined.stdout


def _lose_the_files_in(folder: Path) -> None:
    for each in folder.glob("milepost.db*"):
        each.unlink()


async def _milepost(folder: Path, *arguments: str, **settings: str) -> str:
    done = await asyncio.to_thread(run, folder, *arguments, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


async def _address(serving: Running) -> str:
    return (await serving.says("Milepost is at")).split()[-1]


def _back_up(folder: Path, settings: dict[str, str]) -> str:
    """Run the script that the timer runs."""
    milepost = folder / "milepost"
    milepost.write_text(f'#!/bin/sh\nexec {sys.executable} -m bot "$@"\n', encoding="utf-8")
    milepost.chmod(0o700)
    given = {f"MILEPOST_{name}": value for name, value in settings.items()}
    environment = os.environ | given | {"PYTHONPATH": str(REPOSITORY), "MILEPOST": str(milepost)}
    done = subprocess.run(
        [str(SCRIPT)], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _pg_restore(address: str, backup: Path) -> None:
    binaries = server_binaries()
    assert binaries is not None
    restoring = [str(binaries / "pg_restore"), "--exit-on-error", "--single-transaction", "--no-owner"]
    subprocess.run([*restoring, f"--dbname={address}", str(backup)], check=True, capture_output=True, timeout=600)
