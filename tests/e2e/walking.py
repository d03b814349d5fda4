"""Goes through a page as people do who use no mouse, large letters, or colours of their own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Page

LONGEST_WALK = 250
_SOURCE = Path(__file__).with_suffix(".js")

TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What WCAG 1.4.12 lets readers set."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A way through all stops of the Tab key: where it went, and what is wrong with it."""

    stops: list[str]
    unseen: list[str]
    """Stops that lie outside the window or under something (WCAG 2.4.11)."""
    unmarked: list[str]
    """Stops that look as if they were none (WCAG 2.4.7)."""
    missed: list[str]
    """Controls that are seen and that the Tab key does not come to (WCAG 2.1.1)."""

    @property
    def barriers(self) -> dict[str, list[str]]:
        """What is wrong, by its kind; empty where nothing is."""
        kinds = {"unseen": self.unseen, "unmarked": self.unmarked, "missed": self.missed}
        return {kind: found for kind, found in kinds.items() if found}


async def walk(page: Page) -> Walk:
    """Press Tab until everything was visited once, or until it is plain that one does not get out again."""
    await page.evaluate(
        "() => document.querySelectorAll('[data-walked]').forEach(each => delete each.dataset.walked)"
    )
    stops, unseen, unmarked, rounds = [], [], [], 0
    for _ in range(LONGEST_WALK):
        await page.keyboard.press("Tab")
        was = await page.evaluate("() => 'walked' in (document.activeElement?.dataset ?? {})")
        stop = await _asked(page, "stop")
        if stop is None or was:
            # Out of the page, or round to where it began: once more where it began in the middle.
            rounds += 1
            if rounds > 1:
                break
            continue
        stops.append(stop["name"])
        if not stop["isSeen"]:
            unseen.append(stop["name"])
        if not stop["isMarked"]:
            unmarked.append(stop["name"])
    return Walk(stops, unseen, unmarked, await _asked(page, "missed"))


async def cut_off(page: Page) -> list[str]:
    """What lies beyond the edge of the window or is cut off; tables and pictures are scrolled for themselves."""
    found: list[str] = await _asked(page, "cutOff")
    return found


async def _asked(page: Page, what: str) -> Any:
    if await page.evaluate("() => !window.walking"):
        await page.evaluate(_SOURCE.read_text(encoding="utf-8"))
    return await page.evaluate(f"() => walking.{what}()")
