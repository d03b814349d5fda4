"""A release whose number, changelog and files disagree is refused."""

import json
import re
from pathlib import Path

import pytest

from bot.release import release
from tests.check_release import REPOSITORY, problems_of_changelog, problems_of_files, problems_of_release

CHANGELOG = f"""# Changelog

## [Unreleased]

## [{release()}] - 2026-12-14

### Added

- Something.

## [0.0.9] - 2026-11-02

### Fixed

- Something else.
"""


def test_this_changelog_and_the_files_made_from_the_number_are_in_order():
    assert problems_of_changelog((REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")) == []
    assert problems_of_files() == []


def test_a_release_that_agrees_can_be_tagged():
    assert problems_of_release(release(), CHANGELOG) == []


@pytest.mark.parametrize(
    ("changed", "to", "said"),
    [
        (f"[{release()}] - 2026-12-14", "[9.9.9] - 2026-12-14", "has no section"),
        ("- Something.\n", "", "says nothing"),
        (" - 2026-12-14", "", "has no day"),
        (" - 2026-12-14", " - the 14th", "has no day"),
        ("[0.0.9]", "[9.0.0]", "not newest first"),
        ("### Fixed", "### Mended", "“Mended” is none of"),
        ("## [Unreleased]\n", "", "does not begin with"),
        ("## [0.0.9] - 2026-11-02", "## 0.0.9", "is no “## [1.2.3]"),
    ],
)
def test_what_disagrees_is_named(changed: str, to: str, said: str):
    assert changed in CHANGELOG
    found = problems_of_release(release(), CHANGELOG.replace(changed, to, 1))
    assert any(said in each for each in found), found


def test_another_number_than_the_projects_is_refused():
    assert any("pyproject.toml says" in each for each in problems_of_release("9.9.9", CHANGELOG))


def test_files_with_another_number_are_named(tmp_path: Path):
    for name in ("manifests/teams/manifest.json", "compose.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text((REPOSITORY / name).read_text(encoding="utf-8"), encoding="utf-8")
    assert problems_of_files(tmp_path) == []
    manifest = tmp_path / "manifests/teams/manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8")) | {"version": "9.9.9"}
    manifest.write_text(json.dumps(told), encoding="utf-8")
    compose = tmp_path / "compose.yaml"
    compose.write_text(
        re.sub(r"RELEASE:-[^}]+", "RELEASE:-9.9.9", compose.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert len(problems_of_files(tmp_path)) == 2
