"""Takes databases up, down and up again, and compares them with this release's tables; part of `make check`.

On the way each migration is held to the rule that the release before goes on working (`tests/expansion.py`).
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage import migrate
from tests.expansion import wrong_with_steps
from tests.postgresql import Cluster, server_binaries


async def check(url: str) -> list[str]:
    """What is wrong with the migrations on the empty database at `url`."""
    taken = await wrong_with_steps(url)
    await migrate.downgrade(url, "base")
    await migrate.upgrade(url)
    return taken + await migrate.drift(url)


@contextmanager
def _databases() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        urls = {"SQLite": f"sqlite+aiosqlite:///{Path(folder) / 'check.db'}"}
        binaries = server_binaries()
        if binaries is None:
            print("PostgreSQL's server binaries are not installed: its migrations are not checked here.")
            yield urls
            return
        cluster = Cluster(binaries)
        try:
            yield urls | {"PostgreSQL": cluster.create("checked")}
        finally:
            cluster.remove()


def main() -> None:
    """Check every database there is; exit with status 1 when the tables and the migrations differ."""
    with _databases() as urls:
        wrong = {name: asyncio.run(check(url)) for name, url in urls.items()}
    for name, differences in wrong.items():
        print(f"{name}: {'; '.join(differences) or 'up, down and up again, no drift'}")
    sys.exit(any(wrong.values()))


if __name__ == "__main__":
    main()
