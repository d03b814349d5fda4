"""The demo as `make demo` starts it, in a process of its own, and a real browser in front of it."""

import asyncio
import json
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.cli import DEMO_DATABASE
from tests.processes import Processes

REPOSITORY = Path(__file__).parents[2]
MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"

FOUNDED_WITHIN_S = 240
"""Generous, for machines that are busy with other things."""

BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


# Of what is waited for, not of what is measured: on a busy machine a page may take a while.
expect.set_options(timeout=30_000)


def missing(what: str) -> NoReturn:
    """Skip where a real client is not installed; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and in CI it must be")
    pytest.skip(what)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """Chromium without a window, for all tests."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing("Chromium is not installed")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=BROWSER_ARGUMENTS)
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser(chromium: Browser) -> AsyncIterator[Browser]:
    """Chromium as it was before this test."""
    yield chromium
    for context in chromium.contexts:
        await context.close()


@asynccontextmanager
async def server(*command: str, folder: Path, **settings: str) -> AsyncIterator[str]:
    """A process of Milepost's that serves on a free port of this machine; gives its address."""
    async with Processes(folder) as processes:
        process = await processes.start(*command, PORT="0", **settings)
        line = await process.says("http://", within_s=FOUNDED_WITHIN_S)
        yield line[line.index("http://") :].strip()
        process.send(signal.SIGTERM)
        await process.ended()


def set_clock(folder: Path) -> None:
    """Let the demo begin on the Tuesday to come at eleven, so that its tests see the same of a week on any day."""
    now = datetime.now(UTC)
    tuesday = datetime.combine(now.date() + timedelta(days=(1 - now.weekday()) % 7 or 7), time(11), tzinfo=UTC)
    clock = folder / DEMO_DATABASE.with_suffix(".clock.json").name
    clock.write_text(json.dumps({"ahead_s": (tuesday - now).total_seconds()}), encoding="utf-8")


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo's council was founded; each test starts from a copy."""

    async def found(folder: Path) -> None:
        async with server("demo", folder=folder):
            pass

    folder = tmp_path_factory.mktemp("founded")
    set_clock(folder)
    asyncio.run(found(folder))
    return folder


@pytest_asyncio.fixture(loop_scope="session")
async def demo(founded: Path, tmp_path: Path) -> AsyncIterator[str]:
    """The demo's address."""
    folder = shutil.copytree(founded, tmp_path / "demo")
    async with server("demo", folder=folder) as address:
        yield address


async def axe_findings(page: Page, *only: str) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA on the page as it stands; by all rules or `only` these."""
    if not AXE.exists():
        missing("axe-core is not installed (npm --prefix tests/e2e install)")
    if await page.evaluate("() => !window.axe"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    which = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": tags}
    found: dict[str, Any] = await page.evaluate("runOnly => axe.run(document, { runOnly })", which)
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
