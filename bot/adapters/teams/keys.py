"""The keys that Microsoft signs its requests with, fetched without holding up everything else.

The SDK's own way fetches them with blocking calls that know no time-out, and trips over a key it does not know.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp
from botframework.connector.auth import AuthenticationConstants
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor
from jwt import InvalidKeyError
from jwt.algorithms import RSAAlgorithm

from core.ports import Unreachable

CHANNEL_KEYS_URL = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
EMULATOR_KEYS_URL = AuthenticationConstants.TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL

KEEP_FOR_S = 86_400.0
ASK_AGAIN_AFTER_S = 3_600.0
"""How soon the keys are fetched anew for a token signed by one that is not among them."""

_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError)
_NO_KEYS = (InvalidKeyError, LookupError, TypeError, ValueError)
_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key, and the channels it vouches for."""

    public_key: Any
    endorsements: list[str]


class SigningKeys:
    """The keys published at an address, in the place of the SDK's own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at: float | None = None

    async def get(self, key_id: str) -> SigningKey:
        """The key; raises `Unreachable` when keys cannot be had, `PermissionError` for one that does not exist."""
        age = None if self._fetched_at is None else monotonic() - self._fetched_at
        if age is None or age > KEEP_FOR_S or (key_id not in self._keys and age > ASK_AGAIN_AFTER_S):
            self._keys = await _fetched(self._url)
            self._fetched_at = monotonic()
        if key_id not in self._keys:
            raise PermissionError("signed with an unknown key")
        return self._keys[key_id]


async def _fetched(url: str) -> Mapping[str, SigningKey]:
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT, raise_for_status=True) as session:
            async with session.get(url) as answer:
                address = (await answer.json(content_type=None))["jwks_uri"]
            async with session.get(address) as answer:
                keys = (await answer.json(content_type=None))["keys"]
        return {
            key["kid"]: SigningKey(RSAAlgorithm.from_jwk(json.dumps(key)), key.get("endorsements", []))
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


def use_signing_keys(url: str = CHANNEL_KEYS_URL) -> None:
    """Let the SDK look keys up here; those of Teams are fetched from `url`."""
    JwtTokenExtractor.metadataCache[CHANNEL_KEYS_URL] = SigningKeys(url)
    JwtTokenExtractor.metadataCache[EMULATOR_KEYS_URL] = SigningKeys(EMULATOR_KEYS_URL)
