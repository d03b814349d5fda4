"""What administrators hand to the platforms: Slack's manifest and Teams' app package."""

import json
from importlib.resources import files
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml

from bot.adapters.slack.manifest import manifest

_TEAMS = ("manifest.json", "cy.json", "color.png", "outline.png")
_WRITTEN_AT = (2026, 1, 1, 0, 0, 0)
"""The same content makes the same package."""


def slack_manifest(public_url: str = "", *, many: bool = False) -> str:
    """Slack's manifest as YAML: for Socket Mode, or with a `public_url` over HTTP; for OAuth if `many`."""
    return yaml.safe_dump(manifest(public_url, many=many), sort_keys=False, allow_unicode=True, width=100)


def teams_package(app_id: str, public_url: str) -> bytes:
    """The Teams app package (a zip) for a bot's app id and the server's address."""
    folder = files("manifests").joinpath("teams")
    filled = json.loads(folder.joinpath("manifest.json").read_text(encoding="utf-8"))
    if app_id:
        filled["id"] = app_id
        for bot in filled["bots"]:
            bot["botId"] = app_id
    if public_url:
        filled["validDomains"] = [urlsplit(public_url).netloc]
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name in _TEAMS:
            content = folder.joinpath(name).read_bytes()
            if name == "manifest.json":
                content = json.dumps(filled, ensure_ascii=False, indent=2).encode()
            package.writestr(ZipInfo(name, _WRITTEN_AT), content, ZIP_DEFLATED)
    return out.getvalue()
