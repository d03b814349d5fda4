"""What administrators hand to the platforms: Slack's manifest and Teams' app package."""

import json
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml

from bot.adapters.slack.manifest import manifest
from bot.adapters.teams import manifest as teams
from bot.release import release

TEAMS_PACKAGE = "milepost-teams.zip"
"""Where the Teams app package is written unless another name is given."""

_ICONS = ("color.png", "outline.png")
_WRITTEN_AT = (2026, 1, 1, 0, 0, 0)
"""The same content makes the same package."""


def slack_manifest(public_url: str = "", *, many: bool = False) -> str:
    """Slack's manifest as YAML: for Socket Mode, or with a `public_url` over HTTP; for OAuth if `many`."""
    return yaml.safe_dump(manifest(public_url, many=many), sort_keys=False, allow_unicode=True, width=100)


def teams_files(app_id: str = "", public_url: str = "") -> dict[str, str]:
    """The texts of the Teams app package, by their names in it."""
    return {"manifest.json": _json(teams.manifest(app_id, public_url, release())), "cy.json": _json(teams.welsh())}


def teams_package(app_id: str, public_url: str) -> bytes:
    """The Teams app package (a zip) for a bot's app id and the server's address."""
    folder = files("manifests").joinpath("teams")
    contents = {name: text.encode() for name, text in teams_files(app_id, public_url).items()}
    contents |= {name: folder.joinpath(name).read_bytes() for name in _ICONS}
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in contents.items():
            package.writestr(ZipInfo(name, _WRITTEN_AT), content, ZIP_DEFLATED)
    return out.getvalue()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
