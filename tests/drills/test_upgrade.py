"""A new release over the data of the one before, as docs/upgrading.md says it is done."""

import asyncio
from pathlib import Path

from storage import migrate
from tests.drills.conftest import OBJECTIVE, asks, files_in, settings_for
from tests.drills.releases import THIS_RELEASE, Release
from tests.slack_api import SlackWorkspace


async def test_a_new_release_takes_over_what_was_kept(
    earlier: Release, untouched_url: str, slack: SlackWorkspace, tmp_path: Path
):
    given = settings_for(slack, untouched_url)
    people, objectives = files_in(tmp_path)
    amira = slack.add("Amira Khan", "amira@vale.example")

    await asyncio.to_thread(earlier.run, tmp_path, "db", "upgrade", **given)
    await asyncio.to_thread(earlier.run, tmp_path, "import", "people", str(people), **given)
    await asyncio.to_thread(earlier.run, tmp_path, "import", "objectives", str(objectives), **given)
    async with earlier.serving(tmp_path, **given) as address:
        assert OBJECTIVE in await asks(slack, amira, "objectives", address)
    await asyncio.to_thread(earlier.run, tmp_path, "export", "people", "before.csv", **given)
    at = await migrate.current(untouched_url)

    upgraded = await asyncio.to_thread(THIS_RELEASE.run, tmp_path, "db", "upgrade", **given)
    assert f"The database is at {migrate.head()}" in upgraded
    assert at is not None
    assert await migrate.current(untouched_url) == migrate.head()
    async with THIS_RELEASE.serving(tmp_path, **given) as address:
        assert OBJECTIVE in await asks(slack, amira, "objectives", address)
    await asyncio.to_thread(THIS_RELEASE.run, tmp_path, "export", "people", "after.csv", **given)
    assert _people_in(tmp_path / "after.csv") == _people_in(tmp_path / "before.csv")


def _people_in(file: Path) -> list[str]:
    """Who is in an export: later releases may add columns."""
    return [line.split(",")[0] for line in file.read_text(encoding="utf-8-sig").splitlines()[1:]]
