"""Who may send activities: nobody but Teams, for this bot and this tenant. Each refusal has a reason for the log.

Microsoft: "Authentication with the Bot Connector API", section "Authenticate requests from the Bot Connector
service to your bot". Nothing that an activity says, its service's address least of all, is used before `check` has
let it in.
"""

import re
from collections.abc import Mapping
from typing import Any

import jwt

from bot.adapters.teams.incoming import Incoming
from bot.adapters.teams.keys import CHANNEL_KEYS_URL, SigningKeys
from bot.adapters.teams.registration import Registration
from bot.adapters.teams.services import IsService

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
ALGORITHM = "RS256"
SKEW_S = 300
"""Microsoft: "with an industry-standard clock-skew of 5 minutes"."""

_BEARER = re.compile(r"Bearer ([A-Za-z0-9_=-]+\.[A-Za-z0-9_=-]+\.[A-Za-z0-9_=-]+)")
_REASONS: tuple[tuple[type[jwt.PyJWTError], str], ...] = (
    (jwt.ExpiredSignatureError, "expired"),
    (jwt.ImmatureSignatureError, "not_valid_yet"),
    (jwt.InvalidAudienceError, "another_audience"),
    (jwt.InvalidIssuerError, "another_issuer"),
    (jwt.InvalidSignatureError, "forged_signature"),
    (jwt.MissingRequiredClaimError, "missing_claim"),
)


class TurnedAway(Exception):
    """An activity is refused; `reason` says why without any of its content, `status` is HTTP's."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class Gate:
    """Checks each activity: token, service address, channel and tenant.

    Without a `registration` nothing is signed, and only what comes from `is_service` (this machine) is let in.
    """

    def __init__(
        self, registration: Registration | None, is_service: IsService, keys_url: str = CHANNEL_KEYS_URL
    ) -> None:
        self._registration = registration
        self._is_service = is_service
        self._keys = SigningKeys(keys_url)

    async def check(self, incoming: Incoming, header: str) -> None:
        """Raise `TurnedAway` for what is not let in, `Unreachable` while the keys cannot be had."""
        registration = self._registration
        if registration is not None:
            claims = await self._claims(registration, header)
            if claims.get("serviceurl") != incoming.service:
                raise TurnedAway("service_is_not_the_tokens", 401)
        if not self._is_service(incoming.service):
            raise TurnedAway("foreign_service", 403)
        if registration is not None:
            if incoming.channel_id != CHANNEL:
                raise TurnedAway("another_channel", 403)
            if incoming.tenants != {registration.tenant_id}:
                raise TurnedAway("another_tenant", 403)

    async def _claims(self, registration: Registration, header: str) -> Mapping[str, Any]:
        if not header:
            raise TurnedAway("no_token", 401)
        found = _BEARER.fullmatch(header)
        if found is None:
            raise TurnedAway("no_bearer_token", 401)
        token = found[1]
        try:
            head = jwt.get_unverified_header(token)
            if head.get("alg") != ALGORITHM:
                raise TurnedAway("another_algorithm", 401)
            key = await self._keys.get(str(head.get("kid", "")))
            if key is None:
                raise TurnedAway("unknown_key", 401)
            if CHANNEL not in key.endorsements:
                raise TurnedAway("key_is_not_endorsed", 401)
            return jwt.decode(
                token,
                key.public_key,
                algorithms=[ALGORITHM],
                audience=registration.app_id,
                issuer=ISSUER,
                leeway=SKEW_S,
                options={"require": ["exp", "iss", "aud"]},
            )
        except (jwt.PyJWTError, TypeError, ValueError) as error:
            reason = next((reason for kind, reason in _REASONS if isinstance(error, kind)), "no_valid_token")
            raise TurnedAway(reason, 401) from error
