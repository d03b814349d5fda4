"""Seals tokens before they reach the database, with keys that are never in it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class CannotOpen(ValueError):
    """What is sealed was sealed with none of the keys that are set."""


class Seal:
    """Fernet keys, newest first: the first seals, each opens, so that keys can be replaced one after the other."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def close(self, values: Mapping[str, Any]) -> str:
        """`values`, which are JSON's, so that nobody can read them without a key."""
        return self._fernet.encrypt(json.dumps(values).encode()).decode()

    def open(self, sealed: str) -> dict[str, Any]:
        """The values that were sealed; raises `CannotOpen`."""
        try:
            values: dict[str, Any] = json.loads(self._fernet.decrypt(sealed.encode()))
        except InvalidToken:
            raise CannotOpen from None
        return values
