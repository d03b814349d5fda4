"""The keys that Microsoft signs its requests with, fetched without holding up everything else.

The SDK fetches them with blocking calls that know no time-out, and trips over a key it does not know.
"""

from datetime import datetime, timedelta
from typing import Any

import aiohttp
from botframework.connector.auth import AuthenticationConstants
from botframework.connector.auth.jwt_token_extractor import JwtTokenExtractor, _OpenIdMetadata

from core.ports import Unreachable

CHANNEL_KEYS_URL = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
EMULATOR_KEYS_URL = AuthenticationConstants.TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL

KEEP_FOR = timedelta(days=1)
ASK_AGAIN_AFTER = timedelta(hours=1)
"""How soon the keys are fetched anew for a token signed by one that is not among them."""

_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)


class SigningKeys(_OpenIdMetadata):
    """Keys by their id; raises `Unreachable` when they cannot be had, `PermissionError` for an unknown one."""

    async def get(self, key_id: str) -> Any:
        """The key and what it vouches for."""
        # The SDK keeps the time of this machine, without a zone.
        age = datetime.now() - self.last_updated  # noqa: DTZ005
        known = any(key.get("kid") == key_id for key in self.keys)
        if age > KEEP_FOR or (not known and age > ASK_AGAIN_AFTER):
            await self._refresh()
        if not any(key.get("kid") == key_id for key in self.keys):
            raise PermissionError("signed with an unknown key")
        return self._find(key_id)

    async def _refresh(self) -> None:
        try:
            async with aiohttp.ClientSession(timeout=_TIMEOUT, raise_for_status=True) as session:
                async with session.get(self.url) as answer:
                    address = (await answer.json(content_type=None))["jwks_uri"]
                async with session.get(address) as answer:
                    self.keys = (await answer.json(content_type=None))["keys"]
        except (aiohttp.ClientError, TimeoutError, OSError, LookupError, TypeError, ValueError) as error:
            raise Unreachable(f"no_signing_keys ({type(error).__name__})") from error
        self.last_updated = datetime.now()  # noqa: DTZ005


def use_signing_keys(url: str = CHANNEL_KEYS_URL) -> None:
    """Let the SDK look keys up here; those of Teams are fetched from `url`."""
    JwtTokenExtractor.metadataCache[CHANNEL_KEYS_URL] = SigningKeys(url)
    JwtTokenExtractor.metadataCache[EMULATOR_KEYS_URL] = SigningKeys(EMULATOR_KEYS_URL)
