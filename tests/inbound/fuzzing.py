"""Requests made wrong at random: what platforms, other systems and browsers send, with parts of it changed.

Each has a number from which it is made again. Whoever sends them has got past the signature, so that what lies
behind it is tried: none may be answered with a server error or a traceback, take long, or end in a failure.
"""

import asyncio
import json
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.import_files import Kind
from core.act import _HANDLERS as ACTIONS
from core.commands import COMMANDS
from core.hear import FLOWS
from core.model.api_key import ApiScope
from core.records.tables import TABLES
from core.services.api_keys import give_key
from tests.clock import MovableClock
from tests.installation import Installation, installed
from tests.slack_api import SlackWorkspace
from tests.slack_people import send_signed
from tests.teams_api import TeamsTenant

PAYLOADS = Path(__file__).parents[1] / "payloads"
JOURNEYS = Path(__file__).parents[1] / "journeys"
LONGEST_S = 30.0
"""On a machine that does much else at once; alone, a request takes some hundredths of a second."""

_HOSTILE: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**30, "", " ", [], {}, [[]], [None], {"": None}, "\x00", "\ud800", "𝕏" * 3_000),
    *("9" * 5_000, "-1", "NaN", "1e999", "2026-02-30", "9999-12-31T23:59:59+14:00", "0001-01-01", "٣", "½"),
    *("<!channel>", "<@U1>", "<at>all</at>", "<at>" * 2_000, "<" * 8_000, "' OR 1=1 --", "../../etc/passwd"),
    *("{name}", "%s%n", "${jndi:ldap://x}", "https://evil.example", "a|b|c|d|e|f", "|" * 200, "x:" * 100),
)
_COMMANDS = tuple(command.word for command in COMMANDS)


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """A request: `kind` says which route it is for."""

    number: int
    kind: str
    body: Any


@dataclass(slots=True)
class Findings:
    """What came of a run."""

    tried: Counter[str] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    slowest_s: float = 0.0
    found: list[str] = field(default_factory=list)


def _nodes(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield (*path, key)
            yield from _nodes(value[key], (*path, key))


class Maker:
    """Makes requests out of those that are documented; `known` are ids and words that mean something here."""

    def __init__(self, slack: SlackWorkspace, teams: TeamsTenant, known: list[str]) -> None:
        self._workspace, self._tenant = slack, teams
        self._on_slack, self._on_teams = slack.add("Amira Khan"), teams.add("Ben Wood")
        self._known = [*known, *ACTIONS, *FLOWS, *_COMMANDS]
        self._slack_seeds = [json.loads(each.read_text()) for each in sorted((PAYLOADS / "slack").glob("*.json"))]
        self._teams_seeds = [json.loads(each.read_text()) for each in sorted((PAYLOADS / "teams").glob("*.json"))]
        # What ends an installation ends the run with it; it has tests of its own.
        self._slack_seeds = [
            each for each in self._slack_seeds if not re.search("app_uninstalled|tokens_revoked", json.dumps(each))
        ]

    def make(self, number: int) -> Fuzzed:
        """The request of this number."""
        dice = random.Random(number)
        kind = dice.choice(
            ["slack", "slack", "teams", "teams", "teams-action", "slack-action", "feedback", "read"]
        )
        made: Callable[[random.Random, int], Any] = getattr(self, f"_{kind.replace('-', '_')}")
        return Fuzzed(number, kind, made(dice, number))

    # --- seeds -------------------------------------------------------------------------------------------------

    def _slack_payload(self, seed: Any, number: int) -> Any:
        text = json.dumps(seed["payload"])
        for pattern, ours in (
            (r"U[0-9A-Z]{8,}", self._on_slack.id),
            (r"T[0-9A-Z]{8,}", self._workspace.team),
            (r"Ev[0-9A-Z]{6,}", f"Ev{number:09}"),
            (r"https?://[^\"]*hooks[^\"]*", "http://127.0.0.1:9/response"),
        ):
            text = re.sub(pattern, ours, text)
        return json.loads(text)

    def _slack(self, dice: random.Random, number: int) -> tuple[str, Any]:
        seed = dice.choice(self._slack_seeds)
        return seed["sent_as"], self._changed(dice, self._slack_payload(seed, number))

    def _slack_action(self, dice: random.Random, number: int) -> tuple[str, Any]:
        seed = next(each for each in self._slack_seeds if each["payload"].get("type") == "block_actions")
        payload = self._slack_payload(seed, number)
        for action in payload["actions"]:
            action |= {"action_id": f"{dice.choice(list(ACTIONS))}|1", "value": self._value(dice)}
            action["action_ts"] = f"{number}.1"
        return seed["sent_as"], payload

    def _teams_payload(self, seed: Any, number: int) -> Any:
        payload = seed.get("activity", seed)
        around = self._tenant.around(self._on_teams, None)
        same = ("id", "channelId", "serviceUrl", "from", "recipient", "conversation", "channelData")
        return payload | {key: around[key] for key in same} | {"id": f"17{number:011}"}

    def _teams(self, dice: random.Random, number: int) -> Any:
        return self._changed(dice, self._teams_payload(dice.choice(self._teams_seeds), number))

    def _teams_action(self, dice: random.Random, number: int) -> Any:
        told: dict[str, Any]
        if dice.random() < 0.5:
            told = {"kind": "action", "name": dice.choice(list(ACTIONS)), "value": self._value(dice)}
        else:
            told = {
                "kind": "form",
                "name": dice.choice(list(FLOWS)),
                "subject": self._value(dice),
                "keys": ["a", "b"],
            }
        data = {"milepost": told, "a": dice.choice(_HOSTILE), "b": self._value(dice)}
        if dice.random() < 0.3:
            data = self._changed(dice, data)
        return self._teams_payload({"type": "message", "value": data}, number)

    def _feedback(self, dice: random.Random, number: int) -> Any:
        item = {
            "source": "Survey",
            "reference": str(number),
            "received_on": "2026-11-02",
            "score": 4,
            "scale": "1-5",
            "team": "Customer services",
            "email": "",
            "text": "Kind",
        }
        return self._changed(dice, [item] * dice.choice([1, 1, 3]))

    def _read(self, dice: random.Random, _: int) -> tuple[str, dict[str, str]]:
        asked = {
            name: str(dice.choice([*_HOSTILE, "1", "WyJwZW9wbGUiXQ", "2026-11-24T09:30:00Z"]))
            for name in ("limit", "cursor", "updated_since", "x")
            if dice.random() < 0.4
        }
        return dice.choice([*TABLES, "nothing", "%00", "..%2f"]), asked

    # --- changes -----------------------------------------------------------------------------------------------

    def _value(self, dice: random.Random) -> str:
        """What a button of ours could carry, more or less."""
        parts = [str(dice.choice([*self._known, *_HOSTILE])) for _ in range(dice.randint(1, 4))]
        return dice.choice(["|", ":", ",", " ", ""]).join(parts)[:4_000]

    def _changed(self, dice: random.Random, seed: Any) -> Any:
        """The seed with one to four of its parts taken out, put in anew, or swapped for something else."""
        value = deepcopy(seed)
        for _ in range(dice.randint(1, 4)):
            paths = list(_nodes(value))
            if not paths:
                break
            *above, last = dice.choice(paths)
            holder = value
            for key in above:
                holder = holder[key]
            match dice.randint(0, 5):
                case 0 if isinstance(holder, dict):
                    del holder[last]
                case 1:
                    holder[last] = [holder[last]] * dice.choice([0, 2, 50])
                case 2:
                    holder[last] = {"x": holder[last]}
                case 3:
                    holder[last] = self._value(dice)
                case _:
                    # A copy: what is put in is changed too, and would come to lie within itself.
                    holder[last] = deepcopy(dice.choice(_HOSTILE))
        return value


class Fuzzer:
    """Sends made requests to a running server and keeps what should not have happened."""

    def __init__(self, running: Installation, maker: Maker, slack: SlackWorkspace, teams: TeamsTenant) -> None:
        self._running, self._maker, self._slack, self._teams = running, maker, slack, teams
        self.findings = Findings()
        self.keys: dict[ApiScope, str] = {}

    async def prepare(self) -> None:
        """Give out the keys that the API asks for."""
        async with self._running.milepost.database.transaction() as store:
            for scope in (ApiScope.SERVICE_FEEDBACK, ApiScope.READ):
                _, self.keys[scope] = await give_key(
                    store, self._running.tenant.id, scope, scope, self._running.clock.now()
                )

    async def try_one(self, number: int) -> None:
        """Send the request of this number, and look at its answer and at what was logged meanwhile."""
        fuzzed = self._maker.make(number)
        self.findings.tried[fuzzed.kind] += 1
        began = time.perf_counter()
        with capture_logs() as logs:
            status, text = await self._send(fuzzed)
            try:
                async with asyncio.timeout(LONGEST_S):
                    await self._running.settle()
            except TimeoutError:
                self._note(fuzzed, "work that does not end")
        took_s = time.perf_counter() - began
        self.findings.slowest_s = max(self.findings.slowest_s, took_s)
        self.findings.answers[status] += 1
        # What Milepost never offers to invoke, the Bot Framework answers as not implemented.
        if status >= 500 and status != 501:
            self._note(fuzzed, f"answered with {status}")
        if "Traceback" in text or 'File "' in text:
            self._note(fuzzed, "a traceback in the answer")
        if took_s > LONGEST_S:
            self._note(fuzzed, f"took {took_s:.1f} s")
        for line in logs:
            if line["log_level"] in ("error", "critical"):
                self._note(fuzzed, _told(line))

    def _note(self, fuzzed: Fuzzed, what: str) -> None:
        self.findings.found.append(f"{fuzzed.number} ({fuzzed.kind}): {what}")

    async def _send(self, fuzzed: Fuzzed) -> tuple[int, str]:
        base = self._running.base_url
        match fuzzed.kind:
            case "slack" | "slack-action":
                sent_as, payload = fuzzed.body
                delivered = await send_signed(
                    f"{base}/slack/events", self._slack.signing_secret, _as_slack_sends(sent_as, payload)
                )
                return delivered.status, delivered.body
            case "teams" | "teams-action":
                return await self._post(f"{base}/api/messages", json.dumps(fuzzed.body).encode(), {})
            case "feedback":
                headers = {"Authorization": f"Bearer {self.keys[ApiScope.SERVICE_FEEDBACK]}"}
                body = json.dumps(fuzzed.body).encode()
                return await self._post(f"{base}/api/service-feedback", body, headers)
            case _:
                table, asked = fuzzed.body
                headers = {"Authorization": f"Bearer {self.keys[ApiScope.READ]}"}
                query = urlencode(asked, errors="replace")
                url = f"{base}/api/v1/{quote(table, safe='%')}?{query[:6_000]}"
                async with aiohttp.ClientSession() as client, client.get(url, headers=headers) as answer:
                    return answer.status, await answer.text()

    async def _post(self, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        headers = {"Content-Type": "application/json"} | headers
        async with aiohttp.ClientSession() as client, client.post(url, data=body, headers=headers) as answer:
            return answer.status, await answer.text()


def _as_slack_sends(sent_as: str, payload: Any) -> bytes:
    match sent_as:
        case "events":
            return json.dumps(payload).encode()
        case "command" if isinstance(payload, dict):
            return urlencode({key: str(value) for key, value in payload.items()}, errors="replace").encode()
        case _:
            return urlencode({"payload": json.dumps(payload)}).encode()


def _told(line: EventDict) -> str:
    error = line.get("exc_info")
    return f"{line['event']} {line.get('error', '')} {error if isinstance(error, BaseException) else ''}".strip()


@asynccontextmanager
async def fuzzer(url: str, clock: MovableClock) -> AsyncIterator[Fuzzer]:
    """A council on Slack and Teams on the migrated database at `url`, ready to be sent anything."""
    clock.move_to(datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    async with SlackWorkspace() as slack, TeamsTenant() as teams:
        settings = {
            **slack.settings,
            "teams_auth": "off",
        }
        async with installed(url, clock, **settings) as running:
            await running.imports(Kind.PEOPLE, JOURNEYS / "council.csv")
            await running.imports(Kind.OBJECTIVES, JOURNEYS / "objectives.csv")
            async with running.milepost.database.reading() as store:
                people = await store.people.all(running.tenant.id)
                teams_there = await store.people.teams(running.tenant.id)
                objectives = await store.objectives.active_for([each.id for each in people])
            mine = [each for some in objectives.values() for each in some]
            ids = [each.id for each in (*people, *teams_there, *mine)]
            made = Fuzzer(running, Maker(slack, teams, ids), slack, teams)
            await made.prepare()
            yield made
