"""Words and secrets that tests plant where people type and operators set, and that no log may ever hold."""

import re
from collections.abc import Iterable

PLANTED = (
    "kingfisher",  # typed in check-ins, thanks, reviews and files
    "My son was left without heating",  # what a service user said
    "xoxb-",  # a bot's token
    "heron-token-for-prometheus",
    "a-signing-secret",
)

_LOGGED = re.compile(
    r"^(?:\x1b\[\w+)?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +\S+:\S+:\d+ "
)
"""How a line begins that was logged, by us or by a library, in what pytest captures; tests print the others."""


def leaked(sections: Iterable[tuple[str, str]]) -> list[str]:
    """The lines, of all that was logged during a test, in which something planted stands."""
    return [
        line
        for name, captured in sections
        if name.startswith("Captured")
        for line in captured.splitlines()
        if _LOGGED.match(line) and any(word in line for word in PLANTED)
    ]
