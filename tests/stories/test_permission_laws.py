"""Whatever anyone does in whatever organisation, nobody reads what the table of permissions keeps from them.

Organisations, reporting lines, moves, leavers, commands, buttons, forms, files and pages of the API are drawn by
chance; the ids in payloads are replaced by other people's and by the other organisation's. What each may read is
told by `tests/stories/organisations.py`, written from the table and asking no code of it.

`MILEPOST_LAWS=large` looks at as many as fit into `MILEPOST_LAWS_SECONDS` (600), and prints how far it came.
"""

import os
import random
import shutil
import time
from collections import Counter
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.dispatch import Core
from storage.database import SqlDatabase
from tests.clock import MovableClock
from tests.stories.intruders import Intruders
from tests.stories.organisations import TENANTS, Organisations

LARGE = os.environ.get("MILEPOST_LAWS") == "large"
SECONDS = float(os.environ.get("MILEPOST_LAWS_SECONDS", "600"))
STEPS = 300 if LARGE else 120
FRIDAY = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

_files = count()


async def live(seed: int, template, folder) -> Intruders:
    """Two organisations and all that is tried in them, as the seed says."""
    path = folder / f"organisations-{next(_files)}.db"
    shutil.copyfile(template, path)
    clock = MovableClock()
    clock.move_to(FRIDAY)
    database = SqlDatabase(f"sqlite+aiosqlite:///{path}", clock)
    try:
        draw = random.Random(seed)
        world = Organisations(database, clock, draw)
        await world.found()
        intruders = Intruders(world, Core(clock, "https://milepost.example"), draw)
        await intruders.look_around()
        for _ in range(STEPS):
            await intruders.one_step()
        return intruders
    finally:
        await database.close()
        path.unlink()


@pytest.fixture
def figures():
    """What was tried, printed at the end."""
    found: Counter[str] = Counter()
    yield found
    print("\n" + ", ".join(f"{name}: {number}" for name, number in sorted(found.items())))


def told(intruders: Intruders, seed: int) -> str:
    return "\n".join(f"seed {seed}: {each.reader} read {each.found} after {each.step}" for each in intruders.leaks)


@pytest.fixture
def until():
    """When the last organisations of the large run are founded, on the monotonic clock."""
    return time.monotonic() + SECONDS


@settings(
    max_examples=300 if LARGE else 3,
    deadline=None,
    # A world an example is too slow to shrink, and the seed says it all.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32 - 1))
async def test_nobody_reads_what_is_kept_from_them(sqlite_template, tmp_path, figures, until, seed):
    if LARGE and time.monotonic() > until:
        return
    intruders = await live(seed, sqlite_template, tmp_path)
    figures.update(intruders.counted)
    figures["organisations"] += len(TENANTS)
    figures["people"] += len(intruders.world.people)
    figures["steps"] += STEPS
    figures["secrets"] += len(intruders.world.secrets)
    figures["secrets read by who may, once each"] += len(intruders.world.read)
    figures["leaks"] += len(intruders.leaks)
    assert not intruders.leaks, told(intruders, seed)
    assert intruders.world.read, "nothing was shown to anyone"
