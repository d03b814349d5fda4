"""The demo as `make demo` starts it, in a process of its own, and a real browser in front of it."""

import asyncio
import json
import os
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.cli import DEMO_DATABASE

REPOSITORY = Path(__file__).parents[2]
MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"

BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def missing(what: str) -> NoReturn:
    """Skip where a real client is not installed; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and in CI it must be")
    pytest.skip(what)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing("Chromium is not installed")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=BROWSER_ARGUMENTS)
        yield opened
        await opened.close()


@asynccontextmanager
async def server(*command: str, folder: Path, **settings: str) -> AsyncIterator[str]:
    """A process of Milepost's that serves on a free port of this machine; gives its address."""
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "MILEPOST_PORT": "0"}
    environment |= {f"MILEPOST_{name}": value for name, value in settings.items()}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *command, cwd=folder, env=environment, stdin=DEVNULL, stdout=PIPE
    )
    try:
        assert process.stdout is not None
        address = ""
        while "http://" not in address:
            line = await asyncio.wait_for(process.stdout.readline(), 240)
            assert line, "the server ended before it served"
            address = line.decode()
        yield address[address.index("http://") :].strip()
    finally:
        process.terminate()
        await process.wait()


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


@pytest.fixture
async def demo(founded: Path, tmp_path: Path) -> AsyncIterator[str]:
    """The demo's address."""
    folder = shutil.copytree(founded, tmp_path / "demo")
    async with server("demo", folder=folder) as address:
        yield address


async def axe_findings(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA on the page as it stands."""
    if not AXE.exists():
        missing("axe-core is not installed (npm --prefix tests/e2e install)")
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found: dict[str, Any] = await page.evaluate(
        "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } })", tags
    )
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
