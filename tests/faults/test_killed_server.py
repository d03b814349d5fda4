"""The server is killed in the middle of things; nothing is lost and nothing comes twice."""

import asyncio
from collections import Counter

import pytest

from tests.faults.conftest import Server, bring_in, let_appear
from tests.slack_failures import Hang
from tests.slack_people import SlackUser

BEN = "email,name\nben.wood@council.example,Ben Wood\n"
OBJECTIVE = (
    "email,title,measure,target,unit,baseline\n"
    "ben.wood@council.example,Resolve more calls,Calls resolved at first contact,80,%,66\n"
)
MANY = 120


def questions(server: Server, person: SlackUser) -> list[str]:
    """The question numbers that the person was asked, in order."""
    return [
        message.reads.split("question ")[1][:1]
        for message in server.slack.inbox(person)
        if "question " in message.reads
    ]


@pytest.mark.parametrize(
    ("database_url", "killed_after_s"),
    [("sqlite", 0.0), ("sqlite", 0.005), ("sqlite", 0.05), ("postgresql", 0.005)],
    indirect=["database_url"],
)
async def test_a_typed_check_in_goes_on_at_the_same_question(server: Server, killed_after_s: float):
    await bring_in(server, BEN, OBJECTIVE)
    ben = server.slack.add("Ben Wood")
    await server.start()
    slack = server.slack
    await slack.until(lambda: len(slack.inbox(ben)) == 1, within_s=20)
    await ben.taps(slack.inbox(ben)[0], "Answer here in chat")
    await slack.until(lambda: questions(server, ben) == ["1"], within_s=10)
    await ben.says("70%")
    await slack.until(lambda: questions(server, ben) == ["1", "2"], within_s=10)

    # Acknowledged, and killed before, while or after it was worked on and answered.
    assert (await ben.says("at risk")).status == 200
    await asyncio.sleep(killed_after_s)
    await server.kill()
    await server.start()

    await slack.until(lambda: questions(server, ben) == ["1", "2", "3"], within_s=20)
    await ben.says("4")
    await slack.until(lambda: questions(server, ben)[-1] == "4", within_s=10)
    assert questions(server, ben) == ["1", "2", "3", "4"]


async def test_everyone_has_exactly_one_prompt_after_a_prompt_run_was_killed(sqlite_server: Server):
    server = sqlite_server
    rows = [f"person{number}@council.example,Person {number}" for number in range(MANY)]
    await bring_in(server, "\n".join(["email,name", *rows]))
    slack = server.slack
    people = [slack.add(f"Person {number}", f"person{number}@council.example") for number in range(MANY)]
    await let_appear(server, people)
    # Some have arrived without Milepost having been told when it is killed.
    slack.fail("chat.postMessage", *[Hang(after=True)] * 3)

    def prompted() -> int:
        return sum(bool(slack.inbox(person)) for person in people)

    await server.start()
    await slack.until(lambda: prompted() >= MANY // 4, within_s=30)
    await server.kill()
    before = prompted()
    assert 0 < before < MANY
    await server.start()

    await slack.until(lambda: prompted() == MANY, within_s=60)
    # Past every lease, so that whatever could be sent again has been.
    await asyncio.sleep(6)
    assert Counter(len(slack.inbox(person)) for person in people) == {1: MANY}
