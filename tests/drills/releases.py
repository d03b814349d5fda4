"""An earlier release beside this one: its source from the repository's history, run as an operator runs it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.processes import STARTS_WITHIN_S

REPOSITORY = Path(__file__).parents[2]
FROM = "MILEPOST_DRILL_FROM"
"""The variable that names a tag or commit to upgrade from instead."""

_MIGRATIONS = "storage/migrations/versions"


class NoHistory(Exception):
    """This copy of the repository has no earlier release in it."""


@dataclass(frozen=True, slots=True)
class Release:
    """The source of a release in a folder of its own, run with the same libraries as this one."""

    source: Path
    named: str

    def run(self, folder: Path, *arguments: str, **settings: str) -> str:
        """Run `milepost ARGUMENTS` in `folder` to its end; what it said. Fails unless it ends with 0."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=folder,
            env=self._environment(settings),
            capture_output=True,
            text=True,
            check=False,
            timeout=STARTS_WITHIN_S * 4,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @asynccontextmanager
    async def serving(self, folder: Path, **settings: str) -> AsyncIterator[str]:
        """`milepost serve` for as long as the block lasts; gives its address, and has to end in order."""
        log = folder / f"{self.source.name}.log"
        with log.open("wb") as written:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot", "serve"),
                cwd=folder,
                env=self._environment(settings),
                stdout=written,
                stderr=written,
            )
        try:
            yield await _address_in(log, process)
            process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(STARTS_WITHIN_S):
                assert await process.wait() == 0, log.read_text(encoding="utf-8")
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        assert "Traceback" not in log.read_text(encoding="utf-8")

    def _environment(self, settings: dict[str, str]) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        given = {f"MILEPOST_{name}": value for name, value in settings.items()}
        return clean | given | {"PYTHONPATH": str(self.source), "PYTHONUNBUFFERED": "1"}


async def _address_in(log: Path, process: asyncio.subprocess.Process) -> str:
    async with asyncio.timeout(STARTS_WITHIN_S * 4):
        while True:
            said = log.read_text(encoding="utf-8")  # noqa: ASYNC240
            found = [line for line in said.splitlines(True) if "Milepost is at" in line and line.endswith("\n")]
            if found:
                return found[0].split()[-1]
            assert process.returncode is None, said
            await asyncio.sleep(0.05)


def earlier_release(folder: Path) -> Release:
    """The release to upgrade from, unpacked into `folder`; raises `NoHistory`.

    The last tag before this commit; without tags, the newest commit that lacks migrations of this one and has the
    others as they are here. What was put into another order before it was released is nobody's database.
    """
    commit = os.environ.get(FROM) or _git("describe", "--tags", "--abbrev=0", "HEAD^") or _continued()
    if not commit:
        raise NoHistory
    source = folder / "earlier"
    source.mkdir()
    archive = subprocess.run(["git", "archive", commit], cwd=REPOSITORY, capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(source)], input=archive.stdout, check=True)
    return Release(source, commit)


def _continued() -> str:
    for commit in _git("log", "--first-parent", "--format=%H").splitlines():
        changed = _git("diff", "--name-status", "--no-renames", commit, "HEAD", "--", _MIGRATIONS).splitlines()
        if changed and all(line.startswith("A") for line in changed):
            return commit
    return ""


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    ).stdout.strip()


THIS_RELEASE = Release(REPOSITORY, "this release")
