"""A thousand random cards for each platform, and forms, read by what the platforms' makers publish.

Slack: the official TypeScript types and slack_sdk's models. Teams: the published schema of Adaptive Cards 1.5 and
Microsoft's own renderer, in a browser.
"""

import asyncio
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy
from playwright.async_api import Browser

from bot.adapters.slack.render import home, message, view
from bot.adapters.teams.render import card as adaptive_card
from bot.adapters.teams.render import form as adaptive_form
from core.chat.card import Card, Form
from tests.cards import CARDS, FORMS
from tests.e2e.conftest import MODULES, REPOSITORY, missing
from tests.slack_checks import check_message, check_view
from tests.teams_checks import check_card

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="session")]

CARDS_DRAWN = 1_000
OTHERS_DRAWN = 250
"""Forms and Home tabs, which are made of the same parts."""

_RENDERER = REPOSITORY / "bot/adapters/web/static/vendor/adaptivecards/adaptivecards.min.js"
_COMPILER = MODULES / "typescript" / "bin" / "tsc"
_Shown = TypeVar("_Shown")

_DRAW_ALL = """
drawn => drawn.flatMap((json, number) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } }); // as Teams does
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  const found = [...Array(context.eventCount).keys()].map(at => context.getEventAt(at).message);
  found.push(...card.validateProperties().validationEvents.map(event => event.message));
  if (!card.render()) found.push("nothing was drawn");
  // The renderer looks a language up with a regular expression that remembers where it last was, so that every
  // other card's "en" is called invalid.
  // Charts, and choices that are looked up, are Teams' own; where charts are not known, their fallback is drawn.
  const looksUp = JSON.stringify(json).includes('"choices.data"');
  const known = each => each.endsWith('for property "lang".') || /"Chart\\.\\w+"\\. Fallback/.test(each)
    || (looksUp && each === "An Input.ChoiceSet must have at least one choice defined.");
  return found.filter(each => !known(each)).map(each => `${number}: ${each}`);
})
"""


def _drawn(most: int, shown: SearchStrategy[_Shown], draw: Callable[[_Shown], dict[str, Any]]) -> list[Any]:
    """That many random ones, drawn; `draw` raises for one that breaks a limit."""
    found: list[Any] = []

    @settings(
        max_examples=most,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(shown)
    def each(one: _Shown) -> None:
        found.append(draw(one))

    each()
    assert len(found) >= most
    return found


def _message(card: Card) -> dict[str, Any]:
    said = message(card)
    check_message(said)
    return said


def _home(card: Card) -> dict[str, Any]:
    shown = home(card)
    check_view(shown, home=True)
    return shown


def _modal(form: Form) -> dict[str, Any]:
    shown = view(form)
    check_view(shown, home=False)
    return shown


def _card(card: Card) -> dict[str, Any]:
    drawn = adaptive_card(card, lambda chart: "https://milepost.example/pictures/x.png")
    check_card(drawn)
    return drawn


def _form(form: Form) -> dict[str, Any]:
    drawn = adaptive_form(form)
    check_card(drawn)
    return drawn


async def test_slack_takes_every_message_home_tab_and_modal(tmp_path: Path):
    node = shutil.which("node")
    if node is None or not _COMPILER.exists():
        missing("TypeScript and @slack/types are not installed (npm --prefix tests/e2e install)")
    source = tmp_path / "drawn.ts"
    source.write_text(
        'import type { HomeView, KnownBlock, ModalView } from "@slack/types";\n'
        + _constants("message", "KnownBlock[]", [said["blocks"] for said in _drawn(CARDS_DRAWN, CARDS, _message)])
        + _constants("home", "HomeView", _drawn(OTHERS_DRAWN, CARDS, _home))
        + _constants("modal", "ModalView", _drawn(OTHERS_DRAWN, FORMS, _modal)),
        encoding="utf-8",
    )
    (tmp_path / "node_modules").symlink_to(MODULES)
    compiling = await asyncio.create_subprocess_exec(
        *(node, str(_COMPILER), "--noEmit", "--strict", "--skipLibCheck"),
        *("--module", "nodenext", "--moduleResolution", "nodenext", str(source)),
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await compiling.communicate()
    assert compiling.returncode == 0, told.decode()[:3_000]


def _constants(name: str, kind: str, values: Sequence[Any]) -> str:
    return "".join(f"export const {name}{at}: {kind} = {json.dumps(each)};\n" for at, each in enumerate(values))


async def test_teams_own_renderer_draws_every_card_and_form(browser: Browser):
    page = await browser.new_page()
    await page.add_script_tag(path=str(_RENDERER))
    for drawn in (_drawn(CARDS_DRAWN, CARDS, _card), _drawn(OTHERS_DRAWN, FORMS, _form)):
        assert await page.evaluate(_DRAW_ALL, drawn) == []
