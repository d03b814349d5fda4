"""Values that nobody can read without a key that is not in the database."""

from typing import Protocol


class CannotOpen(Exception):
    """A value was sealed with a key that is not set; the message names the key, the setting and the fix."""


class Keys(Protocol):
    """Keys, newest first: the first seals, each opens, so that keys can be replaced one after the other."""

    def close(self, value: str) -> str:
        """`value` so that nobody can read it without a key; in clear where no key is set."""
        ...

    def open(self, kept: str) -> str:
        """The value that was sealed; one that was kept in clear as it is. Raises `CannotOpen`."""
        ...

    def open_fernet(self, token: str) -> str:
        """What earlier releases sealed with these keys, as a token of Fernet's. Raises `CannotOpen`."""
        ...
