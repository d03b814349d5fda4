"""Whether what the platforms are handed can be made, and whether a Teams package that lies here is current."""

import zipfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from bot.doctor.check import Check, right, wrong
from bot.manifests import TEAMS_PACKAGE, slack_manifest, teams_files, teams_package
from bot.settings import Settings

_MAKE_ANEW = "Run milepost manifest teams, and upload what it writes in the Teams admin centre."


async def manifests(settings: Settings) -> AsyncIterator[Check]:
    """Slack's manifest and Teams' package."""
    try:
        slack_manifest(settings.public_url, many=settings.has_many_slack_workspaces)
        teams_package(settings.teams_app_id, settings.public_url)
    except (OSError, ValueError, ModuleNotFoundError) as error:
        todo = "Install Milepost again: its files are incomplete."
        yield wrong("manifests", f"cannot be made ({type(error).__name__})", todo)
        return
    yield right("manifests", "can be written: milepost manifest slack, milepost manifest teams")
    for each in _written(Path(TEAMS_PACKAGE), settings):
        yield each


def _written(package: Path, settings: Settings) -> Iterator[Check]:
    if settings.teams_app_id and package.exists():
        yield _package(package, settings)


def _package(package: Path, settings: Settings) -> Check:
    wanted = teams_files(settings.teams_app_id, settings.public_url)
    try:
        with zipfile.ZipFile(package) as written:
            differs = [name for name, text in wanted.items() if written.read(name).decode() != text]
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return wrong("teams package", f"{package} cannot be read", _MAKE_ANEW)
    if differs:
        said = f"{package} was written for other settings or by another release ({', '.join(differs)} differ)"
        return wrong("teams package", said, _MAKE_ANEW)
    return right("teams package", f"{package} is for this app id, address and release")
