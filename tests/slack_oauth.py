"""What Slack grants to apps that are installed by OAuth: codes, tokens and tokens that renew them.

Docs: "Installing with OAuth" (the answer of `oauth.v2.access`), "Token rotation".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from aiohttp import BasicAuth, web

from tests.slack_state import BOT_USER, Refused

if TYPE_CHECKING:
    from tests.slack_api import SlackWorkspace

APP_ID = "A0MILEPOST"
CLIENT_ID = "1234567890.987654321"
CLIENT_SECRET = "a-client-secret-of-no-app"
LIFETIME_S = 43_200


@dataclass(frozen=True, slots=True)
class _Grant:
    workspace: "SlackWorkspace"
    installer: str
    enterprise_wide: bool
    rotates: bool


@dataclass(slots=True)
class Grants:
    """Codes and refresh tokens that were given out and not used yet; `dead` tokens with the error they meet."""

    redirect_uri: str = "https://milepost.vale.example/slack/oauth_redirect"
    dead: dict[str, str] = field(default_factory=dict)
    refreshed: int = 0
    _codes: dict[str, _Grant] = field(default_factory=dict)
    _refresh: dict[str, _Grant] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: count(1))

    def code(self, workspace: "SlackWorkspace", installer: str, enterprise_wide: bool, rotates: bool) -> str:
        """A code, which is good once."""
        code = f"code-{next(self._numbers)}"
        self._codes[code] = _Grant(workspace, installer, enterprise_wide, rotates)
        return code

    def access(
        self, request: web.Request, arguments: Mapping[str, Any], tokens: dict[str, "SlackWorkspace"]
    ) -> dict[str, Any]:
        """`oauth.v2.access`: a token for a code or for a refresh token; raises `Refused`."""
        client = BasicAuth.decode(request.headers.get("Authorization", "Basic Og=="))
        if client.login != CLIENT_ID:
            raise Refused("invalid_client_id")
        if client.password != CLIENT_SECRET:
            raise Refused("bad_client_secret")
        if arguments.get("grant_type") == "refresh_token":
            grant = self._refresh.pop(arguments["refresh_token"], None)
            if grant is None:
                raise Refused("invalid_refresh_token")
            self.refreshed += 1
            return self._granted(grant, tokens)
        if arguments.get("redirect_uri") != self.redirect_uri:
            raise Refused("bad_redirect_uri")
        grant = self._codes.pop(arguments.get("code", ""), None)
        if grant is None:
            raise Refused("invalid_code")
        return self._granted(grant, tokens) | {"authed_user": {"id": grant.installer}}

    def _granted(self, grant: _Grant, tokens: dict[str, "SlackWorkspace"]) -> dict[str, Any]:
        number = next(self._numbers)
        workspace = grant.workspace
        token = f"{'xoxe.' if grant.rotates else ''}xoxb-{workspace.team}-{number}"
        tokens[token] = workspace
        enterprise = {"id": workspace.enterprise, "name": "Vale"} if workspace.enterprise else None
        granted: dict[str, Any] = {
            "access_token": token,
            "token_type": "bot",
            "scope": "chat:write,commands",
            "bot_user_id": BOT_USER,
            "app_id": APP_ID,
            "team": None if grant.enterprise_wide else {"id": workspace.team, "name": workspace.name},
            "enterprise": enterprise,
            "is_enterprise_install": grant.enterprise_wide,
        }
        if grant.rotates:
            refresh = f"xoxe-1-{number}"
            self._refresh[refresh] = grant
            granted |= {"expires_in": LIFETIME_S, "refresh_token": refresh}
        return granted
