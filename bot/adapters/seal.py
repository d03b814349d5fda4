"""Seals tokens and secrets before they reach the database, with keys that are never in it."""

import json
from collections.abc import Mapping
from typing import Any

from core.ports import Keys

FERNET = "gAAAA"
"""How what earlier releases sealed begins: Fernet's version, and its time until the year 2106."""


class Seal:
    """Values as one text that nobody can read without a key."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def close(self, values: Mapping[str, Any]) -> str:
        """`values`, which are JSON's, sealed with the newest key."""
        return self._keys.close(json.dumps(values))

    def open(self, sealed: str) -> dict[str, Any]:
        """The values that were sealed; raises `core.ports.CannotOpen`."""
        is_earlier = sealed.startswith(FERNET)
        values: dict[str, Any] = json.loads((self._keys.open_fernet if is_earlier else self._keys.open)(sealed))
        return values
