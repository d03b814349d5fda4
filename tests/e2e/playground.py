"""Microsoft's Agents Playground, as npm installs it: a Teams client for one person, in front of a server."""

import asyncio
import os
import re
import shutil
import socket
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import yaml
from playwright.async_api import Browser, Locator, Page

from tests.e2e.conftest import MODULES, missing

PROGRAM = MODULES / "@microsoft" / "m365agentsplayground" / "cli.js"

WINDOW = {"width": 1180, "height": 1500}
"""High enough to see a whole form."""

_TENANT = "00000000-0000-0000-0000-0000000000001"


@dataclass(frozen=True, slots=True)
class Chat:
    """Someone's conversation with Milepost, in a browser."""

    page: Page

    async def says(self, text: str) -> None:
        """Type something and send it with the Enter key."""
        box = self.page.get_by_role("textbox").and_(self.page.locator("[contenteditable=true]"))
        await box.click()
        await box.press_sequentially(text)
        await box.press("Enter")

    def cards(self, text: str | re.Pattern[str] = "") -> Locator:
        """Adaptive Cards that say this, oldest first."""
        return self.page.locator(".ac-adaptiveCard").filter(has_text=text)

    @property
    def newest(self) -> Locator:
        """The newest card."""
        return self.cards().last

    def form(self, label: str) -> Locator:
        """The card that has an input with this label."""
        return self.cards().filter(has=self.page.get_by_label(label))


def person(number: int, name: str, email: str) -> dict[str, str]:
    """Someone of the tenant, as the playground's configuration has it."""
    given, _, surname = name.partition(" ")
    return {
        "id": f"user-{number}",
        "name": name,
        "userPrincipleName": email,
        "aadObjectId": f"00000000-0000-0000-0000-{number:012}",
        "givenName": given,
        "surname": surname,
        "email": email,
    }


@asynccontextmanager
async def playground(bot: str, folder: Path, someone: dict[str, str]) -> AsyncIterator[str]:
    """The playground's address, where `someone` uses Teams; it speaks with the server at `bot`."""
    node = shutil.which("node")
    if node is None or not PROGRAM.exists():
        missing("The Agents Playground is not installed (Node.js, and npm --prefix tests/e2e install)")
    home = folder / f"playground-{someone['id']}"
    home.mkdir()
    told = {
        "version": "0.1.1",
        "tenantId": _TENANT,
        "bot": {"id": "28:milepost", "name": "Milepost"},
        "currentUser": someone,
        "users": [
            person(90 + number, f"Colleague {number}", f"colleague{number}@example.com") for number in range(5)
        ],
        "personalChat": {"id": f"chat-{uuid4()}"},
        "groupChat": {"id": f"group-{uuid4()}", "name": "Group chat"},
        "team": {"id": f"team-{uuid4()}", "name": "Council", "aadGroupId": str(uuid4()), "channels": []},
    }
    (home / ".m365agentsplayground.yml").write_text(yaml.safe_dump(told), encoding="utf-8")
    command = (str(PROGRAM), "start", "-e", f"{bot}/api/messages", "-c", "msteams", "-p", str(free_port()), "--dt")
    # It ends when its standard input does, so that is held open; and it would open a browser by itself.
    environment = os.environ | {"TEAMSAPPTESTER_BROWSER": "none"}
    with (home / "output").open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            node, *command, cwd=home, env=environment, stdin=PIPE, stdout=output, stderr=STDOUT
        )
    try:
        async with asyncio.timeout(60):
            while (port := re.search(r"Listening on (\d+)", (home / "output").read_text("utf-8"))) is None:
                assert process.returncode is None, (home / "output").read_text("utf-8")
                await asyncio.sleep(0.05)
        yield f"http://localhost:{port[1]}"
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


async def opened(browser: Browser, address: str) -> Chat:
    """The conversation, opened in a window of its own."""
    context = await browser.new_context(viewport=WINDOW, device_scale_factor=1, locale="en-GB")
    page = await context.new_page()
    await page.goto(address)
    # The log lies upon a conversation that has little room.
    await page.get_by_title("Hide log").click()
    return Chat(page)
