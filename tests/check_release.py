"""Refuse a release whose number, changelog and files made from the number disagree.

python -m tests.check_release            whether all agree with pyproject.toml, released or not
python -m tests.check_release 0.2.0      whether 0.2.0 can be tagged
python -m tests.check_release --write    write what is made from the number
"""

import json
import re
import sys
from datetime import date
from pathlib import Path

import yaml

from bot.manifests import teams_files
from bot.release import release

REPOSITORY = Path(__file__).parents[1]
UNRELEASED = "Unreleased"
GROUPS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""Of keepachangelog.com, version 1.1.0."""

_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<on>.+))?$")
_NUMBER = re.compile(r"^\d+\.\d+\.\d+$")


def problems_of_changelog(text: str) -> list[str]:
    """What is not in the form of Keep a Changelog."""
    found: list[str] = []
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    parsed = [_HEADING.match(line) for line in headings]
    found += [
        f"“{line}” is no “## [1.2.3] - 2026-12-14”"
        for line, each in zip(headings, parsed, strict=True)
        if not each
    ]
    released = [each for each in parsed if each and each["version"] != UNRELEASED]
    for each in released:
        try:
            date.fromisoformat(each["on"] or "")
        except ValueError:
            found.append(f"{each['version']} has no day, such as 2026-12-14")
    numbers = [_parts(each["version"]) for each in released if _NUMBER.match(each["version"])]
    if numbers != sorted(set(numbers), reverse=True):
        found.append("releases are not newest first, each once")
    if not headings or (parsed[0] and parsed[0]["version"] != UNRELEASED):
        found.append(f"it does not begin with “## [{UNRELEASED}]”")
    groups = [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")]
    found += [f"“{each}” is none of {', '.join(GROUPS)}" for each in groups if each not in GROUPS]
    return [f"CHANGELOG.md: {each}" for each in found]


def problems_of_release(version: str, changelog: str) -> list[str]:
    """Why `version` cannot be tagged: the changelog has nothing to say of it, or the number differs."""
    found = problems_of_changelog(changelog)
    if not _NUMBER.match(version):
        found.append(f"{version} is no number such as 0.2.0")
    if version != release():
        found.append(f"pyproject.toml says {release()}, not {version}")
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]
    ours = [each for each in sections if each.startswith(f"[{version}]")]
    if not ours:
        found.append(f"CHANGELOG.md has no section “## [{version}]”")
    elif not re.search(r"^- ", ours[0], re.MULTILINE):
        found.append(f"CHANGELOG.md says nothing under “## [{version}]”")
    return found


def problems_of_files(repository: Path = REPOSITORY) -> list[str]:
    """Files that have another number than pyproject.toml, or should be written anew from it."""
    found: list[str] = []
    manifest = json.loads((repository / "manifests/teams/manifest.json").read_text(encoding="utf-8"))["version"]
    if manifest != release():
        found.append(f"manifests/teams/manifest.json says {manifest}; python -m tests.check_release --write")
    compose = yaml.safe_load((repository / "compose.yaml").read_text(encoding="utf-8"))
    image = compose["x-milepost"]["image"]
    if image != f"milepost:${{MILEPOST_RELEASE:-{release()}}}":
        found.append(f"compose.yaml has the image {image}; python -m tests.check_release --write")
    return found


def write_files() -> None:
    """Write what is made from the number."""
    for name, text in teams_files().items():
        (REPOSITORY / "manifests" / "teams" / name).write_text(text, encoding="utf-8")
    compose = REPOSITORY / "compose.yaml"
    text = re.sub(r"(?<=MILEPOST_RELEASE:-)[^}]+", release(), compose.read_text(encoding="utf-8"))
    compose.write_text(text, encoding="utf-8")


def main() -> int:
    """See the module."""
    arguments = sys.argv[1:]
    if arguments == ["--write"]:
        write_files()
        return 0
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    found = problems_of_files()
    found += problems_of_release(arguments[0], changelog) if arguments else problems_of_changelog(changelog)
    for each in found:
        print(each, file=sys.stderr)
    return int(bool(found))


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split("."))


if __name__ == "__main__":
    sys.exit(main())
