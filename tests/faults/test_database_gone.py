"""PostgreSQL dies and comes back while everyone is asked and some answer; the disk fills up under SQLite.

What could not be kept is said to be so, to whoever typed it; what was kept is done, once, and no process has to be
started again.
"""

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from storage.migrate import upgrade
from tests.faults.conftest import Server, bring_in, let_appear, server_on
from tests.faults.test_killed_at_random import (
    ANSWERS,
    NOT_TAKEN_IN,
    ONE_IN,
    PEOPLE,
    WITHIN_S,
    answers,
    assert_all_came_once,
    council,
    is_thanked,
    nothing_waits,
    questions,
    refusals,
    sent_until_taken_in,
)
from tests.faults.test_killed_server import BEN, OBJECTIVE
from tests.postgresql import DURABLE, Cluster, server_binaries
from tests.slack_people import SlackUser

IS_FULL = "the disk is full"


# --- PostgreSQL -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def mortal() -> Iterator[Cluster]:
    """A PostgreSQL of its own, which keeps what it has committed when it is killed."""
    binaries = server_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL's server binaries are not installed")
    cluster = Cluster(binaries, DURABLE)
    yield cluster
    cluster.remove()


@pytest.fixture(scope="module")
def mortal_url(mortal: Cluster) -> str:
    """The address of a migrated database on it."""
    url = mortal.create("milepost")
    asyncio.run(upgrade(url))
    return url


@pytest.fixture
async def on_mortal(mortal_url: str, tmp_path: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, on the PostgreSQL that is going to die."""
    async with server_on(mortal_url, tmp_path) as prepared:
        yield prepared


async def test_postgresql_dies_in_the_middle_and_nobody_has_to_start_anything_again(
    on_mortal: Server, mortal: Cluster
):
    server, slack = on_mortal, on_mortal.slack
    await bring_in(server, *council())
    people = [slack.add(f"Person {number}", f"person{number}@council.example") for number in range(PEOPLE)]
    await let_appear(server, people)
    slack.is_patient = True
    for name, role in {"web": "web", "worker": "worker", "second worker": "worker"}.items():
        await server.start(name, role)
    lived = dict(server.running)
    answering = [asyncio.create_task(answers(who)) for who in people[::ONE_IN]]
    await slack.until(lambda: sum(bool(slack.inbox(who)) for who in people) >= PEOPLE // 4, WITHIN_S)

    await asyncio.to_thread(mortal.stop, "immediate")
    early = people[0]
    before = refusals(early)
    await early.says("objectives")
    await slack.until(lambda: refusals(early) > before, within_s=20)
    await asyncio.to_thread(mortal.start)

    await asyncio.gather(*answering)
    await slack.until(lambda: all(slack.inbox(who) for who in people), WITHIN_S)
    await nothing_waits(server)
    await assert_all_came_once(server, people)
    assert all(each.status is None for each in lived.values()), "nobody was started again"
    assert server.running == lived


# --- SQLite ---------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk that fills up has to be mounted, which only root may")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.fixture
async def on_small_disk(small_disk: Path, sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Server]:
    """A server that is not started yet, whose database is on that disk and its log elsewhere."""
    path = small_disk / "milepost.db"
    shutil.copyfile(sqlite_template, path)
    async with server_on(f"sqlite+aiosqlite:///{path}", tmp_path) as prepared:
        yield prepared


def fill(disk: Path) -> Path:
    """Take the rest of the disk; the file to delete to have it back."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for block in (64 * 1024, 512):
            try:
                while True:
                    file.write(os.urandom(block))
            except OSError:
                continue
    return ballast


async def test_a_full_disk_is_said_to_be_full_and_all_goes_on_once_there_is_room(
    on_small_disk: Server, small_disk: Path
):
    server, slack = on_small_disk, on_small_disk.slack
    await bring_in(server, BEN, OBJECTIVE)
    ben = slack.add("Ben Wood")
    await server.start()
    slack.is_patient = True
    await slack.until(lambda: len(slack.inbox(ben)) == 1, within_s=20)
    await ben.taps(slack.inbox(ben)[0], "Answer here in chat")
    await slack.until(lambda: len(questions(slack.inbox(ben))) == 1, within_s=10)

    ballast = fill(small_disk)
    # The log of what was written has room left for a while; what it took is answered.
    said = 0
    while not refusals(ben):
        assert said < 400, "the disk never filled up"
        answered = len(slack.inbox(ben))
        await ben.says("help")
        await slack.until(lambda answered=answered: len(slack.inbox(ben)) > answered, within_s=20)
        said += 1
    await server.running["alone"].says(IS_FULL)
    ballast.unlink()

    await answers_stubbornly_from_here(ben)
    await nothing_waits(server)
    sent = [each.delivery for each in slack.inbox(ben) if each.delivery]
    assert len(sent) == len(set(sent))
    assert is_thanked(ben)


async def answers_stubbornly_from_here(who: SlackUser) -> None:
    """Answer what was asked last, and what is asked after it, until it is enough."""
    for text in chain(ANSWERS, repeat("skip")):
        before = len(who.slack.inbox(who))
        await sent_until_taken_in(
            who,
            lambda text=text: who.says(text),
            lambda before=before: any(
                NOT_TAKEN_IN not in message.reads for message in who.slack.inbox(who)[before:]
            ),
        )
        if is_thanked(who):
            return
