"""Milepost's processes for tests, as an operator runs them, but forked from one that has imported everything.

    async with Processes(folder) as processes:
        web = await processes.start("serve", "--web-only", DATABASE_URL=url, PORT="0")
        await web.says("Milepost is at")
        web.send(signal.SIGTERM)
        assert await web.ended() == 0

Importing takes seconds, which tests with several processes would spend several times over.
"""

import asyncio
import json
import os
import selectors
import signal
import sys
from asyncio.subprocess import PIPE
from itertools import count
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[1]
STARTS_WITHIN_S = 90
"""Generous, for machines that are busy with other things."""


class Running:
    """A process: what it has said so far, and how it ended."""

    def __init__(self, pid: int, log: Path) -> None:
        self.pid = pid
        self._log = log
        self._status: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    @property
    def said(self) -> str:
        """Its output and its log, as far as it has come."""
        return self._log.read_text(encoding="utf-8")

    async def says(self, words: str, within_s: float = STARTS_WITHIN_S) -> str:
        """The first line with these words, once there is one."""
        async with asyncio.timeout(within_s):
            while True:
                found = [line for line in self.said.splitlines() if words in line]
                if found:
                    return found[0]
                if self._status.done():
                    raise AssertionError(f"ended with {self._status.result()}: {self.said}")
                await asyncio.sleep(0.05)

    def send(self, by: signal.Signals) -> None:
        """Send a signal to it."""
        os.kill(self.pid, by)

    async def ended(self, within_s: float = 30) -> int:
        """The status it ends with; negative for the signal that killed it."""
        return await asyncio.wait_for(asyncio.shield(self._status), within_s)


class Processes:
    """Starts processes of `milepost ARGUMENTS` and ends what still runs; `clock` is a file with an offset."""

    def __init__(self, folder: Path, clock: Path | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._numbers = count(1)
        self._started: asyncio.Queue[int] = asyncio.Queue()
        self.running: list[Running] = []

    async def __aenter__(self) -> "Processes":
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        self._parent = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.processes", *([str(self._clock)] if self._clock else []),
            cwd=self._folder, env=clean | {"PYTHONPATH": str(REPOSITORY)}, stdin=PIPE, stdout=PIPE,
        )  # fmt: skip
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._parent.stdin is not None
        for each in self.running:
            if not each._status.done():
                each.send(signal.SIGKILL)
        self._parent.stdin.close()
        await self._parent.wait()
        await self._listening

    async def start(self, *arguments: str, **settings: str) -> Running:
        """Start `milepost ARGUMENTS` with these settings."""
        assert self._parent.stdin is not None
        log = self._folder / f"process-{next(self._numbers)}.log"
        log.touch()
        given = {f"MILEPOST_{name}": value for name, value in settings.items()}
        order = {"arguments": arguments, "settings": given, "log": str(log)}
        self._parent.stdin.write(json.dumps(order).encode() + b"\n")
        running = Running(await asyncio.wait_for(self._started.get(), STARTS_WITHIN_S), log)
        self.running.append(running)
        return running

    async def _listen(self) -> None:
        assert self._parent.stdout is not None
        async for line in self._parent.stdout:
            told = json.loads(line)
            if "started" in told:
                self._started.put_nowait(told["started"])
            else:
                next(each for each in self.running if each.pid == told["ended"])._status.set_result(told["status"])


# --- the process that the others are forked from --------------------------------------------------------------


def main(clock: Path | None) -> None:
    """Fork a process for every order on standard input; tell on standard output how each ended."""
    import bot.cli  # noqa: F401 (so that those who are forked need not)

    awake, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    selector = selectors.DefaultSelector()
    selector.register(awake, selectors.EVENT_READ)
    selector.register(0, selectors.EVENT_READ)
    left = b""
    while True:
        for key, _ in selector.select():
            told = os.read(key.fd, 65536)
            if key.fd == awake:
                _tell_who_ended()
            elif not told:
                return
            else:
                *orders, left = (left + told).split(b"\n")
                for order in orders:
                    _fork(json.loads(order), clock)


def _tell_who_ended() -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        _tell(ended=pid, status=os.waitstatus_to_exitcode(status))


def _fork(order: dict[str, Any], clock: Path | None) -> None:
    pid = os.fork()
    if pid:
        _tell(started=pid)
        return
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(order["log"], os.O_WRONLY | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.update(order["settings"])
    sys.argv = ["milepost", *order["arguments"]]
    status = 1
    try:
        from bot import __main__, cli, clocks

        if clock is not None:
            cli.SystemClock = lambda: clocks.DemoClock(clock)  # type: ignore[assignment,misc]
        __main__.main()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _tell(**what: int) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
