"""A small council for drills, which asks after its objectives on Slack."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drills.releases import NoHistory, Release, earlier_release
from tests.keys import KEY
from tests.postgresql import Cluster
from tests.slack_api import SlackWorkspace, slack
from tests.slack_people import SlackUser

__all__ = ["slack"]

ANSWERED_WITHIN_S = 60
PEOPLE = "email,name\namira@vale.example,Amira Khan\nben@vale.example,Ben Wood\n"
OBJECTIVE = "Answer complaints faster"
OBJECTIVES = (
    "email,title,measure,target,unit,baseline,due_date\n"
    f"amira@vale.example,{OBJECTIVE},Average days,8,days,15,2031-03-31\n"
)


@pytest.fixture(scope="session")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The release to upgrade from."""
    try:
        return earlier_release(tmp_path_factory.mktemp("releases"))
    except NoHistory:
        pytest.skip("this copy of the repository has no history to take an earlier release from")


@pytest.fixture(params=["sqlite", "postgresql"])
def untouched_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables, on each of the two."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/milepost.db"
        return
    cluster: Cluster = request.getfixturevalue("postgresql")
    url = cluster.create("drill")
    yield url
    cluster.drop(url)


def settings_for(slack: SlackWorkspace, url: str) -> dict[str, str]:
    """What every process of a drill is started with."""
    return {
        "DATABASE_URL": url,
        "ENCRYPTION_KEYS": KEY,
        "ORGANISATION": "Vale Council",
        "CONTACT": "the HR team",
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "PORT": "0",
        "TICK_SECONDS": "1",
        "LEASE_SECONDS": "5",
    }


def files_in(folder: Path) -> tuple[Path, Path]:
    """The people and objectives of the council as files."""
    people, objectives = folder / "people.csv", folder / "objectives.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    objectives.write_text(OBJECTIVES, encoding="utf-8")
    return people, objectives


async def asks(slack: SlackWorkspace, user: SlackUser, words: str, address: str) -> str:
    """What someone is answered by the server at `address`."""
    slack.connect(f"{address}/slack/events")
    before = len(slack.inbox(user))
    await user.says(words)
    # The first that is new may still be their own words.
    await slack.until(lambda: any(each.blocks for each in slack.inbox(user)[before:]), ANSWERED_WITHIN_S)
    return slack.inbox(user)[-1].reads
