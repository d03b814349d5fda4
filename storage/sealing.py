"""Seals what people wrote before it reaches the database, with keys that are never in it.

A sealed value is `sealed1:KEY:BODY`: the fingerprint of the key that sealed it, and nonce, ciphertext and tag of
AES-256-GCM in base64. Nothing (an empty text) is kept as nothing, so that SQL still finds what was left empty. A
value in clear is kept as it is, after `sealed0:` where it looks like a sealed one itself.

The cipher's key is derived from the key in the settings, which is one of Fernet's, since AES-GCM takes a
tenth of Fernet's time. Nonces are random, which is safe for four thousand million values a key.
"""

from binascii import Error as NotBase64
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from itertools import pairwise
from os import urandom
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect

from core.ports import CannotOpen, Keys

KEYS_SETTING: Final = "MILEPOST_ENCRYPTION_KEYS"
SEALED: Final = "sealed1:"
_IN_CLEAR: Final = "sealed0:"
_FERNET: Final = "gAAAA"
"""How each token of Fernet begins: its version, and the first bytes of its time until the year 2106."""

_NONCE_BYTES = 12
_KEY_BYTES = 32
_FINGERPRINT_BYTES = 4
_BODY_FROM = len(SEALED) + 2 * _FINGERPRINT_BYTES + 1
_FEWEST_DISTINCT = 16


class KeyRing:
    """Fernet keys in base64, newest first; without any, values are kept in clear."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._ciphers = {fingerprint(key): AESGCM(_derived(key, b"values", _KEY_BYTES)) for key in keys}
        self.key_ids = tuple(self._ciphers)
        """The keys' fingerprints, newest first."""
        self._newest = self._ciphers[self.key_ids[0]] if self.key_ids else None
        self._begins = f"{SEALED}{self.key_ids[0]}:" if self.key_ids else ""
        self._fernet = MultiFernet([Fernet(key) for key in keys]) if keys else None

    def close(self, value: str) -> str:
        """See `core.ports.Keys`."""
        return self.close_bytes(value.encode()) if value and self._newest else in_clear(value)

    def close_bytes(self, value: bytes) -> str:
        """Like `close` for a text that is in UTF-8 already."""
        if self._newest is None:
            return in_clear(value.decode())
        nonce = urandom(_NONCE_BYTES)
        body = nonce + self._newest.encrypt(nonce, value, None)
        return self._begins + b2a_base64(body, newline=False).decode("ascii")

    def open(self, kept: str) -> str:
        """See `core.ports.Keys`."""
        if not kept.startswith("sealed"):
            return kept
        return self.open_bytes(kept).decode() if kept.startswith(SEALED) else kept.removeprefix(_IN_CLEAR)

    def open_bytes(self, kept: str) -> bytes:
        """What was sealed, in UTF-8. Raises `CannotOpen`."""
        key_id = key_of(kept)
        cipher = self._ciphers.get(key_id or "")
        if cipher is None:
            raise CannotOpen(_not_set(key_id))
        try:
            body = a2b_base64(kept[_BODY_FROM:])
            return cipher.decrypt(body[:_NONCE_BYTES], body[_NONCE_BYTES:], None)
        except (InvalidTag, ValueError, NotBase64):
            said = f"what key {key_id} sealed was changed since; restore it from a backup"
            raise CannotOpen(said) from None

    def open_fernet(self, token: str) -> str:
        """What earlier releases sealed: tokens of workspaces, and secrets of webhooks. Raises `CannotOpen`."""
        try:
            return self._fernet.decrypt(token.encode()).decode() if self._fernet else _refused()
        except InvalidToken:
            return _refused()

    def is_newest(self, kept: str) -> bool:
        """Whether the newest key sealed it, so that sealing it anew changes nothing."""
        return bool(self._begins) and kept.startswith(self._begins)


def in_clear(value: str) -> str:
    """How a text is kept without a key."""
    return _IN_CLEAR + value if value.startswith((SEALED, _IN_CLEAR)) else value


def key_of(kept: str) -> str | None:
    """The fingerprint of the key that sealed a kept value; None for one in clear."""
    return kept[len(SEALED) : _BODY_FROM - 1] if kept.startswith(SEALED) else None


def is_fernet(kept: str) -> bool:
    """Whether a value of an adapter's is as earlier releases sealed it."""
    return kept.startswith(_FERNET)


def weakness_of(key: str) -> str | None:
    """Why a Fernet key can be guessed, in words that follow "it"; None for one that chance made."""
    secret = _decoded(key)
    steps = {(later - earlier) % 256 for earlier, later in pairwise(secret)}
    text = key.strip().rstrip("=")
    if len(set(secret)) < _FEWEST_DISTINCT or len(set(text)) < _FEWEST_DISTINCT:
        return "repeats a few characters"
    if len(steps) == 1:
        return "is a plain sequence"
    if all(0x20 <= byte < 0x7F for byte in secret) or text.islower() or text.isupper():
        return "is made of words or of one kind of character"
    return None


def fingerprint(key: str) -> str:
    """What a key is called beside the values that it sealed; nothing of the key can be told from it."""
    return _derived(key, b"name", _FINGERPRINT_BYTES).hex()


def _derived(key: str, purpose: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=b"milepost sealing " + purpose).derive(_decoded(key))


def _decoded(key: str) -> bytes:
    secret = a2b_base64(key.strip().replace("-", "+").replace("_", "/"))
    if len(secret) != _KEY_BYTES:
        raise ValueError("a key is 32 bytes in base64")
    return secret


def _refused() -> str:
    raise CannotOpen(_not_set(None))


def _not_set(key_id: str | None) -> str:
    named = f"key {key_id}" if key_id else "a key"
    return f"it was sealed with {named}, which is not in {KEYS_SETTING}: add that key again, after the newest"


# --- the ring that an open database has --------------------------------------------------------------------------

_NONE = KeyRing()
_of_dialect: WeakKeyDictionary[Dialect, KeyRing] = WeakKeyDictionary()


def use(ring: KeyRing, dialect: Dialect) -> None:
    """Let column types of this engine's dialect, which is its own, seal and open with `ring`."""
    _of_dialect[dialect] = ring


def ring_of(dialect: Dialect) -> KeyRing:
    """The keys of the database that the dialect belongs to; none for one opened without, as by migrations."""
    return _of_dialect.get(dialect, _NONE)


if TYPE_CHECKING:
    _port: Keys = KeyRing()
