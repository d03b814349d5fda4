"""What sealing costs: a value, a check-in sent in, and a prompt planned; each beside the same in clear."""

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from cryptography.fernet import Fernet

from benchmarks.council import SCHEDULE, TENANT, WORKSPACE, found, user_of
from benchmarks.planner import MONDAY_TEN, SUNDAY
from bot.logs import configure_logs
from bot.reception import Receptionist
from core.chat.event import FormSubmitted, Origin
from core.dispatch import Core
from core.flows.checkin import CHECK_IN
from core.model.checkin import CheckIn, CheckInState
from core.model.person import Platform
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.migrate import upgrade
from storage.sealing import KeyRing
from tests.clock import MovableClock
from tests.keys import KEY, RING

PEOPLE = 100
PROMPTS = 500
ROUNDS = 3
VALUES = 4_000


async def run() -> None:
    """Print all of it; processor time throughout, which others on the machine change little."""
    configure_logs("ERROR")
    print("Sealing, processor time")
    _values()
    with tempfile.TemporaryDirectory() as folder:
        await upgrade(f"sqlite+aiosqlite:///{folder}/empty.db")
        await _compare("a check-in about two objectives, sent in", Path(folder), _sent_in)
        await _compare(f"a prompt, planned among {PROMPTS:,}", Path(folder), _planned)


def _values() -> None:
    fernet = Fernet(KEY)
    for size in (60, 2_000):
        clear = os.urandom(size // 2).hex()
        kept, token = RING.close(clear), fernet.encrypt(clear.encode())
        took = [
            _us(lambda clear=clear: RING.close(clear)),
            _us(lambda kept=kept: RING.open(kept)),
            _us(lambda clear=clear: fernet.encrypt(clear.encode())),
            _us(lambda token=token: fernet.decrypt(token)),
        ]
        print(f"  {size:>5} characters: sealed in {took[0]:.1f} µs, opened in {took[1]:.1f} µs", end="")
        print(f" (Fernet {took[2]:.0f} and {took[3]:.0f} µs), {len(kept) / size:.2f} times as long")


def _us(work: Callable[[], object]) -> float:
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(VALUES):
            work()
        found.append((time.process_time() - began) / VALUES * 1_000_000)
    return median(found)


async def _compare(what: str, folder: Path, measure: Callable[[str, KeyRing], Awaitable[float]]) -> None:
    """In turns, so that whatever else changes meanwhile changes both."""
    took: dict[str, list[float]] = {"in clear": [], "sealed": []}
    for number in range(ROUNDS + 1):
        for how, ring in (("in clear", KeyRing()), ("sealed", RING)):
            file = folder / f"{what[:9]}-{how}-{number}.db"
            shutil.copyfile(folder / "empty.db", file)
            each = await measure(f"sqlite+aiosqlite:///{file}", ring)
            # The first loads catalogues and compiles statements.
            if number:
                took[how].append(each)
    clear, sealed = median(took["in clear"]), median(took["sealed"])
    print(f"  {what}: {clear:.2f} ms in clear, {sealed:.2f} ms sealed ({sealed / clear:.2f})")


async def _sent_in(url: str, ring: KeyRing) -> float:
    clock = MovableClock(MONDAY_TEN)
    now = clock.now()
    database = SqlDatabase(url, clock, ring)
    await found(database, PEOPLE, now)
    async with database.transaction() as store:
        await store.checkins.add(
            CheckIn(
                id=f"c{number}",
                tenant_id=TENANT.id,
                person_id=str(number),
                schedule_id=SCHEDULE.id,
                period=now.date(),
                state=CheckInState.OPEN,
                opens_at=now - timedelta(hours=1),
                closes_at=now + timedelta(days=3),
            )
            for number in range(PEOPLE)
        )
    reception = Receptionist(
        database=database, clock=clock, core=Core(clock), directories={}, committed=lambda: None
    )
    began = time.process_time()
    for number in range(PEOPLE):
        event = _form(number)
        assert await reception.accept(event)
        await reception.process(event)
    took = (time.process_time() - began) / PEOPLE * 1_000
    async with database.reading() as store:
        assert (await store.checkins.by_id("c7")).state is CheckInState.ANSWERED  # type: ignore[union-attr]
    await database.close()
    return took


def _form(who: int) -> FormSubmitted:
    said = {"note": "A good week on the whole, though the new system cost us a day", "note-audience": ""}
    for objective in (f"{who}-0", f"{who}-1"):
        said |= {
            f"progress@{objective}": "12",
            f"status@{objective}": "on_track",
            f"confidence@{objective}": "4",
            f"factors@{objective}": "Two colleagues were off sick",
        }
    origin = Origin(Platform.SLACK, WORKSPACE, user_of(who), f"form-{who}", user_of(who))
    return FormSubmitted(origin, CHECK_IN.name, f"c{who}", said)


async def _planned(url: str, ring: KeyRing) -> float:
    clock = MovableClock(SUNDAY)
    database = SqlDatabase(url, clock, ring)
    await found(database, PROMPTS, clock.now())
    clock.move_to(MONDAY_TEN + timedelta(seconds=5))
    began = time.process_time()
    assert await tick(database, clock) == PROMPTS
    took = (time.process_time() - began) / PROMPTS * 1_000
    await database.close()
    return took


if __name__ == "__main__":
    asyncio.run(run())
