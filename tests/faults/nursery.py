"""A process that has everything imported and forks servers from itself, so that starting one takes no time.

    python -m tests.faults.nursery

Each line of its input is a JSON object: the `environment` of a new process, its `role`, where its `clock` is kept,
and where it writes the port it listens on once it is `ready` (`tests.faults.server`). The answer is a line with
the process's id.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import PIPE, Popen

REPOSITORY = Path(__file__).parents[2]


class Nursery:
    """The process, as tests speak to it."""

    def __init__(self) -> None:
        self._process = Popen(
            [sys.executable, "-m", "tests.faults.nursery"], cwd=REPOSITORY, stdin=PIPE, stdout=PIPE, text=True
        )

    def bear(self, role: str, environment: Mapping[str, str], clock: Path, ready: Path) -> int:
        """Fork a process; its id. It is to be killed by whoever asked for it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"role": role, "environment": dict(environment), "clock": str(clock), "ready": str(ready)}
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


def _live(asked: Mapping[str, str | Mapping[str, str]]) -> None:
    """The life of one forked process."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    environment = asked["environment"]
    assert isinstance(environment, Mapping)
    os.environ.update(environment)
    from tests.faults import server

    asyncio.run(server.main(str(asked["role"]), Path(str(asked["clock"])), Path(str(asked["ready"]))))


def main() -> None:
    """Fork as asked until the input ends."""
    import tests.faults.server  # noqa: F401  (imported once, before there is anything to fork)

    # Whoever ends is forgotten at once, so that a killed process's id is soon gone.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                _live(json.loads(line))
            finally:
                os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    main()
