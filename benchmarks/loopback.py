"""A platform on this machine in a process of its own, so that what is measured is Milepost's share alone.

`slack` and `teams` keep to the published rate and check each message as the tests' platforms do. The `cheap` ones
grant everything: they read a request's length and answer with a few fixed bytes, so that next to nothing of the
time is theirs.

Started by `python -m benchmarks.loopback slack|teams|cheap-slack|cheap-teams PEOPLE`. It prints where it is and
who is in it, and when it is asked what it saw.
"""

import asyncio
import gc
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count

from bot.adapters.teams.address import Place
from core.model.person import Account, Person, Platform
from tests.slack_api import SlackWorkspace
from tests.slack_failures import Allowance
from tests.teams_api import Failure, TeamsTenant

SLACK_PER_MINUTE = 3_000
"""The most that our own setting allows. At Slack's "several hundred" a run would take ten times as long."""

TEAMS_PER_SECOND = 50
"""Per bot and tenant; Microsoft: "Optimize your bot with rate limiting in Teams"."""

_LINE = 16 * 1024 * 1024
_CHEAP_WORKSPACE = "T0CHEAP"
_BOT = "28:bench"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the platform saw: messages it took, those it refused with 429, and how many came twice."""

    taken: int
    refused: int
    twice: int


class Loopback:
    """The platform as whoever measures sees it; `members` are accounts' users and addresses."""

    def __init__(self, process: Process, told: dict[str, object]) -> None:
        self._process = process
        self.url = str(told["url"])
        self.token = str(told["token"])
        self.workspace = str(told["workspace"])
        members = told["members"]
        assert isinstance(members, list)
        self.members: Sequence[Sequence[str]] = members

    def account(self, platform: Platform, person: Person) -> Account:
        """The account of a person, whose id is their place among the members."""
        user, address = self.members[int(person.id)]
        return Account(platform, self.workspace, user, person.id, address)

    async def seen(self) -> Seen:
        """Ask what it saw, which ends it."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(b"seen\n")
        return Seen(**json.loads(await self._process.stdout.readline()))


@asynccontextmanager
async def loopback(kind: str, people: int) -> AsyncIterator[Loopback]:
    """A platform with so many people for as long as the block lasts."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.loopback", kind, str(people)), stdin=PIPE, stdout=PIPE, limit=_LINE
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        yield Loopback(process, json.loads(await process.stdout.readline()))
    finally:
        process.stdin.close()
        await process.wait()


# --- in its process -------------------------------------------------------------------------------------------


def _now() -> datetime:
    return datetime.now(UTC)


async def _tell(url: str, token: str, workspace: str, members: Sequence[Sequence[str]]) -> None:
    """Say where it is, and wait until it is asked what it saw."""
    told = {"url": url, "token": token, "workspace": workspace, "members": members}
    print(json.dumps(told), flush=True)
    await asyncio.to_thread(sys.stdin.readline)


def _say(taken: int, refused: int, got: Counter[tuple[str, str]]) -> None:
    twice = sum(1 for each in got.values() if each > 1)
    print(json.dumps({"taken": taken, "refused": refused, "twice": twice}), flush=True)


async def _slack(people: int) -> None:
    async with SlackWorkspace() as slack:
        users = [slack.add(f"Person {at}", f"person{at}@council.example") for at in range(people)]
        slack.allow("chat.postMessage", SLACK_PER_MINUTE, timedelta(minutes=1), _now)
        await _tell(slack.api_url, slack.token, slack.team, [(each.id, each.dm) for each in users])
        posted = [message for message in slack._state.messages if message.user == slack.bot_user]
        tried = sum(1 for call in slack.calls if call.method == "chat.postMessage")
        _say(len(posted), tried - len(posted), Counter((message.channel, message.reads) for message in posted))


async def _teams(people: int) -> None:
    async with TeamsTenant() as teams:
        users = [teams.add(f"Person {at}") for at in range(people)]
        allowance = Allowance(TEAMS_PER_SECOND, timedelta(seconds=1), _now)

        def too_many(call: str) -> Failure | None:
            limited = allowance.next_call() if call == "post" else None
            return None if limited is None else Failure(429, retry_after=str(limited.seconds))

        teams.mishap = too_many
        places = [str(Place(teams.service_url, teams.bot, each.chat, each.id)) for each in users]
        members = [(each.aad, place) for each, place in zip(users, places, strict=True)]
        await _tell(teams.service_url, "", teams.id, members)
        tried, posted = teams.called("post"), list(teams._messages.values())
        _say(len(posted), tried - len(posted), Counter((each.conversation, each.reads) for each in posted))


class _Cheap(asyncio.Protocol):
    """Answers each request of a connection that is kept open; only its length is looked at."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self._answer = answer
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        assert self._transport is not None
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            head = bytes(self._received[:end])
            _, found, after = head.lower().partition(b"content-length:")
            length = int(after.partition(b"\r\n")[0]) if found else 0
            if len(self._received) < end + 4 + length:
                return
            del self._received[: end + 4 + length]
            self._transport.write(self._answer(head))


async def _cheap(platform: Platform, people: int) -> None:
    numbers = count(1)

    def answer(head: bytes) -> bytes:
        number = next(numbers)
        if head.startswith(b"POST /v3/"):
            status, body = b"201 Created", b'{"id":"%d"}' % number
        else:
            status, body = b"200 OK", b'{"ok":true,"channel":"D1","ts":"1.%06d"}' % number
        headers = b"Content-Type: application/json\r\nContent-Length: %d" % len(body)
        return b"HTTP/1.1 %s\r\n%s\r\n\r\n%s" % (status, headers, body)

    server = await asyncio.get_running_loop().create_server(lambda: _Cheap(answer), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server:
        members = [(f"U{at:08}", f"D{at:08}") for at in range(people)]
        if platform is Platform.TEAMS:
            members = [(f"aad-{at}", str(Place(url, _BOT, f"a:{at}", f"29:{at}"))) for at in range(people)]
        await _tell(url, "xoxb-bench", _CHEAP_WORKSPACE, members)
        _say(next(numbers) - 1, 0, Counter())


if __name__ == "__main__":
    kinds = {
        "slack": _slack,
        "teams": _teams,
        "cheap-slack": partial(_cheap, Platform.SLACK),
        "cheap-teams": partial(_cheap, Platform.TEAMS),
    }
    # It keeps every message, and would stop ever longer to look for garbage among them: what came meanwhile would
    # seem to have come at once.
    gc.disable()
    asyncio.run(kinds[sys.argv[1]](int(sys.argv[2])))
