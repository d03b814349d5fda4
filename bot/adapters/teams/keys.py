"""The keys that Microsoft signs its requests with, fetched when they are needed and kept for a day.

Microsoft, "Authentication with the Bot Connector API": the document at the address names where the keys are; they
are stable, may change without notice, and are to be fetched at least once a day.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp
from jwt import InvalidKeyError
from jwt.algorithms import RSAAlgorithm

from core.ports import Unreachable

CHANNEL_KEYS_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"

KEEP_FOR_S = 86_400.0
ASK_AGAIN_AFTER_S = 3_600.0
"""How soon the keys are fetched anew for a token signed by one that is not among them."""

_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key, and the channels it vouches for."""

    public_key: Any
    endorsements: tuple[str, ...]


class SigningKeys:
    """The keys published at an address."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at: float | None = None
        self._fetching = asyncio.Lock()

    async def get(self, key_id: str) -> SigningKey | None:
        """The key, None when there is none of that id; raises `Unreachable` when keys cannot be had."""
        async with self._fetching:
            age = None if self._fetched_at is None else monotonic() - self._fetched_at
            if age is None or age > KEEP_FOR_S or (key_id not in self._keys and age > ASK_AGAIN_AFTER_S):
                self._keys = await _fetched(self._url)
                self._fetched_at = monotonic()
            return self._keys.get(key_id)


async def _fetched(url: str) -> Mapping[str, SigningKey]:
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT, raise_for_status=True) as session:
            async with session.get(url) as answer:
                address = (await answer.json(content_type=None))["jwks_uri"]
            async with session.get(address) as answer:
                keys = (await answer.json(content_type=None))["keys"]
        return {
            key["kid"]: SigningKey(RSAAlgorithm.from_jwk(json.dumps(key)), tuple(key.get("endorsements", ())))
            for key in keys
        }
    except (
        aiohttp.ClientError,
        InvalidKeyError,
        TimeoutError,
        OSError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        raise Unreachable(f"no_signing_keys ({type(error).__name__})") from error
