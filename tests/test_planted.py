"""Every test of the whole suite fails where something that it planted is logged: `tests/conftest.py` looks."""

import pytest

from tests.planted import leaked


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
