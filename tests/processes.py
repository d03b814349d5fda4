"""Milepost's processes for tests, as an operator runs them, but forked from one that has imported everything.

    async with Processes(folder) as processes:
        web = await processes.start("serve", "--web-only", DATABASE_URL=url, PORT="0")
        await web.says("Milepost is at")
        web.send(signal.SIGTERM)
        assert await web.ended() == 0

Importing takes seconds, which tests with several processes would spend several times over. The one they are forked
from is started with the first, and ends with the tests.
"""

import asyncio
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import Any

from tests.keys import KEY

REPOSITORY = Path(__file__).parents[1]
STARTS_WITHIN_S = 90
_USUAL = {"ENCRYPTION_KEYS": KEY}
"""Generous, for machines that are busy with other things."""


class Running:
    """A process: what it has said so far, and how it ended."""

    def __init__(self, pid: int, log: Path) -> None:
        self.pid = pid
        self.status: int | None = None
        self._log = log

    @property
    def said(self) -> str:
        """Its output and its log, as far as it has come."""
        return self._log.read_text(encoding="utf-8")

    async def says(self, words: str, within_s: float = STARTS_WITHIN_S) -> str:
        """The first line with these words, once there is one."""
        async with asyncio.timeout(within_s):
            while True:
                status = self.status
                # Of a line that is half written the rest, such as the port, is still to come.
                found = [line for line in self.said.splitlines(True) if words in line and line.endswith("\n")]
                if found:
                    return found[0].rstrip()
                assert status is None, f"ended with {status}: {self.said}"
                await asyncio.sleep(0.01)

    def send(self, by: signal.Signals) -> None:
        """Send a signal to it."""
        os.kill(self.pid, by)

    async def ended(self, within_s: float = 30) -> int:
        """The status it ends with; negative for the signal that killed it."""
        async with asyncio.timeout(within_s):
            while self.status is None:  # noqa: ASYNC110 (another thread says so)
                await asyncio.sleep(0.02)
        return self.status


class Processes:
    """Starts processes of `milepost ARGUMENTS` and ends what still runs; `clock` is a file with an offset."""

    def __init__(self, folder: Path, clock: Path | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._numbers = count(1)
        self.running: list[Running] = []

    async def __aenter__(self) -> "Processes":
        return self

    async def __aexit__(self, *_: object) -> None:
        for each in self.running:
            if each.status is None:
                each.send(signal.SIGKILL)
                await each.ended()

    async def start(self, *arguments: str, **settings: str) -> Running:
        """Start `milepost ARGUMENTS` with these settings."""
        log = self._folder / f"process-{next(self._numbers)}.log"
        log.write_text("", encoding="utf-8")
        given = {f"MILEPOST_{name}": value for name, value in (_USUAL | settings).items()}
        order = {
            "arguments": arguments,
            "settings": given,
            "log": str(log),
            "folder": str(self._folder),
            "clock": str(self._clock) if self._clock else None,
        }
        running = await asyncio.to_thread(_parent().fork, order, log)
        self.running.append(running)
        return running


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `milepost ARGUMENTS` in `folder` to its end; what it said, and its errors apart from the rest."""
    with TemporaryDirectory() as beside:
        log, errors = Path(beside) / "output", Path(beside) / "errors"
        for each in (log, errors):
            each.touch()
        order = {
            "arguments": arguments,
            "settings": {f"MILEPOST_{name}": value for name, value in (_USUAL | settings).items()},
            "log": str(log),
            "errors": str(errors),
            "folder": str(folder),
            "clock": None,
        }
        running = _parent().fork(order, log)
        until = time.monotonic() + STARTS_WITHIN_S
        while running.status is None:
            assert time.monotonic() < until, "it does not end"
            time.sleep(0.01)
        said = [each.read_text(encoding="utf-8") for each in (log, errors)]
        return subprocess.CompletedProcess(arguments, running.status, *said)


class _Parent:
    """The process that the others are forked from, seen from the tests."""

    def __init__(self) -> None:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.processes"],
            cwd=REPOSITORY,
            env=clean | {"PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._started: Queue[Running] = Queue()
        self._log = Path()
        self._known: dict[int, Running] = {}
        self._turn = Lock()
        Thread(target=self._listen, daemon=True).start()

    def fork(self, order: dict[str, Any], log: Path) -> Running:
        """Have a process started; waits until everything is imported."""
        assert self._process.stdin is not None
        with self._turn:
            self._log = log
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()
            return self._started.get(timeout=STARTS_WITHIN_S)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told = json.loads(line)
            if "started" in told:
                running = self._known[told["started"]] = Running(told["started"], self._log)
                self._started.put(running)
            else:
                self._known[told["ended"]].status = told["status"]


@cache
def _parent() -> _Parent:
    return _Parent()


# --- the process that the others are forked from --------------------------------------------------------------


def main() -> None:
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
                    _fork(json.loads(order))


def _tell_who_ended() -> None:
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        _tell(ended=pid, status=os.waitstatus_to_exitcode(status))


def _fork(order: dict[str, Any]) -> None:
    pid = os.fork()
    if pid:
        _tell(started=pid)
        return
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(order["log"], os.O_WRONLY | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(os.open(order["errors"], os.O_WRONLY | os.O_APPEND) if order.get("errors") else log, 2)
    os.chdir(order["folder"])
    os.environ.update(order["settings"])
    sys.argv = ["milepost", *order["arguments"]]
    status = 1
    try:
        from bot import __main__, cli

        if order["clock"]:
            cli.SystemClock = lambda: _offset_clock(Path(order["clock"]))  # type: ignore[assignment,misc]
        __main__.main()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _offset_clock(kept_in: Path) -> Any:
    """The system's clock with the offset that the file has at each moment, as `bot.clocks.DemoClock` keeps it."""
    from bot.clocks import DemoClock

    class OffsetClock:
        def now(self) -> datetime:
            return DemoClock(kept_in).now()

        def elapsed(self) -> float:
            return time.monotonic()

    return OffsetClock()


def _tell(**what: int) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
