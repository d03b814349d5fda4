"""`make fuzz`: requests made wrong at random for some minutes, from a number of its own on; prints what came."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from storage.migrate import upgrade
from tests.clock import MovableClock
from tests.inbound.fuzzing import Findings, fuzzer

MINUTES = float(os.environ.get("MILEPOST_FUZZ_MINUTES", "10"))


async def run(folder: Path, first: int) -> Findings:
    """Try requests one after the other until the time is up."""
    url = f"sqlite+aiosqlite:///{folder}/milepost.db"
    await upgrade(url)
    ends_at = time.monotonic() + MINUTES * 60
    async with fuzzer(url, MovableClock()) as trying:
        number = first
        while time.monotonic() < ends_at:
            await trying.try_one(number)
            number += 1
        return trying.findings


def main() -> None:
    """Print how many were tried, how they were answered and what was found; fails where anything was."""
    folder = Path(tempfile.mkdtemp())
    first = int(os.environ.get("MILEPOST_FUZZ_FROM", time.time_ns() // 1_000_000))
    try:
        findings = asyncio.run(run(folder, first))
    finally:
        shutil.rmtree(folder)
    print(f"{findings.tried.total():,} requests from number {first}: {dict(findings.tried)}")
    print(f"answered with {dict(sorted(findings.answers.items()))}, the slowest after {findings.slowest_s:.2f} s")
    print(f"found: {len(findings.found)}", *findings.found[:50], sep="\n")
    sys.exit(bool(findings.found))


if __name__ == "__main__":
    main()
