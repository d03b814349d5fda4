"""Every test of the whole suite fails where something that it planted is logged: `tests/conftest.py` looks."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.planted import PLANTED, leaked

ROOT = Path(__file__).parents[1]
TEST = """
import logging
import structlog

def test_leaks():
    {leak}
"""


@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("Captured stdout call", "2026-11-23 10:00:00 [info     ] event.accepted    said=kingfisher"),
        ("Captured log call", "WARNING  aiohttp.server:web.py:12 token xoxb-1"),
        ("Captured log setup", "ERROR    bot.app:app.py:1 My son was left without heating"),
    ],
)
def test_what_was_logged_is_found(section: str, line: str):
    assert leaked([(section, f"before\n{line}\nafter")]) == [line]


def test_what_a_test_prints_or_asserts_is_its_own():
    assert leaked([("Captured stdout call", "kingfisher")]) == []
    assert leaked([("Other", "2026-11-23 10:00:00 kingfisher")]) == []


@pytest.mark.parametrize(
    "leak",
    [
        f'structlog.get_logger().info("x", said="{PLANTED[0]}")',
        f'logging.getLogger("some.library").warning("{PLANTED[1]}")',
    ],
)
def test_a_test_that_logs_it_fails(tmp_path: Path, leak: str):
    (tmp_path / "test_leak.py").write_text(TEST.format(leak=leak))
    run = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    ended = subprocess.run(
        [*run, f"--rootdir={tmp_path}", str(tmp_path)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ended.returncode == 1, ended.stdout
    assert "was logged" in ended.stdout
