"""Installing Milepost in a workspace or in a whole enterprise: Slack's OAuth flow, with pages of our own.

Docs: "Installing with OAuth". slack_bolt runs the flow; here are the pages, and what an installation means to us.
A state is good for ten minutes, once, and only in the browser that it was given to.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urljoin

import aiohttp
import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_bolt_request
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.pages import HEADERS, Page, html
from bot.adapters.slack.client import SlackClient, profile_of
from bot.adapters.slack.installations import SlackInstallations, SlackSignInStates
from bot.adapters.slack.manifest import SCOPES
from bot.adapters.slack.quiet import SDK_LOG
from core.chat.event import Installed
from core.ports import Profile, Refused, SendFailed, StoreUnavailable

INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
STATE_LIFETIME = timedelta(minutes=10)

_TEAM = re.compile(r"[TE][A-Z0-9]{1,40}")
_EXPIRED = frozenset({"invalid_browser", "invalid_state"})
_CANCELLED = "access_denied"
_KNOWN_FAILURES = _EXPIRED | {_CANCELLED, "invalid_code", "missing_code", "storage_error"}

_log = structlog.get_logger()


class SlackInstall:
    """Serves `GET /slack/install` and `GET /slack/oauth_redirect`.

    `installed` is told of each installation once it is stored.
    """

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        public_url: str,
        api_url: str,
        installations: SlackInstallations,
        states: SlackSignInStates,
        installed: Callable[[Installed], None],
    ) -> None:
        settings = AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=sorted(SCOPES),
            user_scopes=[],
            redirect_uri=f"{public_url}{REDIRECT_PATH}",
            authorization_url=urljoin(api_url, "/oauth/v2/authorize"),
            installation_store=installations,
            state_store=states,
            state_expiration_seconds=int(STATE_LIFETIME.total_seconds()),
            callback_options=AsyncCallbackOptions(success=self._succeeded, failure=self._failed),
            logger=SDK_LOG,
        )
        self._flow = _Flow(api_url, installations, installed, settings)
        # Without https, as on this machine only, a secure cookie would be kept by some browsers and not by others.
        self._is_secure = public_url.startswith("https://")

    def register(self, app: web.Application) -> None:
        """Add the two routes."""
        app.router.add_get(INSTALL_PATH, self.install)
        app.router.add_get(REDIRECT_PATH, self.redirected)

    async def install(self, request: web.Request) -> web.Response:
        """Where an installation begins: what it is, and a way to Slack."""
        bolt = await to_bolt_request(request)
        try:
            state = await self._flow.issue_new_state(bolt)
        except StoreUnavailable:
            return _page(request, _FAILED, HTTPStatus.SERVICE_UNAVAILABLE)
        url = await self._flow.build_authorize_url(state, bolt)
        page = Page("install-title", ("install-what", "install-who"), button="install-button", leads_to=url)
        answer = _page(request, page)
        self._set_cookie(answer, state)
        return answer

    async def redirected(self, request: web.Request) -> web.Response:
        """Where Slack sends the browser back to. Whatever happens, a page says kindly how to go on."""
        try:
            answered = await self._flow.handle_callback(await to_bolt_request(request))
        except (SendFailed, SlackClientError, StoreUnavailable, aiohttp.ClientError, OSError, ValueError) as error:
            _log.error("slack.install_failed", error=type(error).__name__)
            return _page(request, _FAILED, HTTPStatus.BAD_GATEWAY)
        answer = web.Response(
            status=answered.status, text=answered.body, content_type="text/html", charset="utf-8", headers=HEADERS
        )
        answer.del_cookie(self._flow.settings.state_cookie_name, path="/slack")
        return answer

    def _set_cookie(self, answer: web.Response, state: str) -> None:
        answer.set_cookie(
            self._flow.settings.state_cookie_name,
            state,
            max_age=int(STATE_LIFETIME.total_seconds()),
            path="/slack",
            secure=self._is_secure,
            httponly=True,
            # Sent along when Slack leads back here, and by nothing that another page does in secret.
            samesite="Lax",
        )

    async def _succeeded(self, args: AsyncSuccessArgs) -> BoltResponse:
        installation = args.installation
        wide = installation.is_enterprise_install
        name = (installation.enterprise_name if wide else installation.team_name) or "Slack"
        where = f"&team={installation.team_id}" if installation.team_id else ""
        page = Page(
            "installed-title",
            ("installed-what", "installed-next"),
            {"workspace": name},
            "installed-open",
            f"https://slack.com/app_redirect?app={installation.app_id}{where}",
        )
        return _bolt_page(args.request, page, HTTPStatus.OK)

    async def _failed(self, args: AsyncFailureArgs) -> BoltResponse:
        # The reason may be anything that a browser was made to ask for.
        reason = args.reason if args.reason in _KNOWN_FAILURES else "other"
        _log.warning("slack.install_refused", reason=reason)
        if reason == _CANCELLED:
            return _bolt_page(args.request, _CANCELLED_PAGE, HTTPStatus.OK)
        if reason in _EXPIRED:
            return _bolt_page(args.request, _EXPIRED_PAGE, HTTPStatus.BAD_REQUEST)
        return _bolt_page(args.request, _FAILED, HTTPStatus.BAD_REQUEST)


class _Flow(AsyncOAuthFlow):
    """slack_bolt's flow that also learns who installed, keeps secrets out of logs and checks what it is given."""

    def __init__(
        self,
        api_url: str,
        installations: SlackInstallations,
        installed: Callable[[Installed], None],
        settings: AsyncOAuthSettings,
    ) -> None:
        super().__init__(
            client=AsyncWebClient(base_url=api_url, logger=SDK_LOG, retry_handlers=[]),
            logger=SDK_LOG,
            settings=settings,
        )
        self._api_url = api_url
        self._installations = installations
        self._installed = installed

    async def build_authorize_url(self, state: str, request: AsyncBoltRequest) -> str:
        """Slack's page; a workspace asked for is passed on only where it is the id of one."""
        (team, *_) = request.query.get("team") or ("",)
        return self.settings.authorize_url_generator.generate(
            state=state, team=team if _TEAM.fullmatch(team) else None
        )

    async def run_installation(self, code: str) -> Installation | None:
        """The installation that a code stands for; slack_bolt's own would log the code where it is refused."""
        try:
            granted = await self.client.oauth_v2_access(
                code=code,
                client_id=self.settings.client_id,
                client_secret=self.settings.client_secret,
                redirect_uri=self.settings.redirect_uri,
            )
            token = granted["access_token"]
            tested = await self.client.auth_test(token=token)
        except SlackApiError as error:
            _log.warning("slack.install_code_refused", reason=str(error.response.get("error", ""))[:60])
            return None
        team, enterprise = granted.get("team") or {}, granted.get("enterprise") or {}
        installer = granted.get("authed_user") or {}
        hook = granted.get("incoming_webhook") or {}
        return Installation(
            app_id=granted.get("app_id"),
            enterprise_id=enterprise.get("id"),
            enterprise_name=enterprise.get("name"),
            enterprise_url=tested.get("url") if granted.get("is_enterprise_install") else None,
            team_id=team.get("id"),
            team_name=team.get("name"),
            bot_token=token,
            bot_id=tested.get("bot_id"),
            bot_user_id=granted.get("bot_user_id"),
            bot_scopes=granted.get("scope") or "",
            bot_refresh_token=granted.get("refresh_token"),
            bot_token_expires_in=granted.get("expires_in"),
            user_id=installer["id"],
            user_token=installer.get("access_token"),
            user_scopes=installer.get("scope") or "",
            user_refresh_token=installer.get("refresh_token"),
            user_token_expires_in=installer.get("expires_in"),
            incoming_webhook_url=hook.get("url"),
            incoming_webhook_channel=hook.get("channel"),
            incoming_webhook_channel_id=hook.get("channel_id"),
            incoming_webhook_configuration_url=hook.get("configuration_url"),
            is_enterprise_install=granted.get("is_enterprise_install") or False,
            token_type=granted.get("token_type"),
        )

    async def store_installation(self, request: AsyncBoltRequest, installation: Installation) -> None:
        """Keep the installation together with who made it."""
        installer = await self._installer(installation)
        self._installed(await self._installations.keep(installation, installer))

    async def _installer(self, installation: Installation) -> Profile | None:
        """None for one without a work email; raises `SendFailed` where Slack cannot be asked just now."""
        client = SlackClient(installation.bot_token or "", self._api_url)
        try:
            return await profile_of(client, installation.user_id)
        except Refused as refused:
            _log.warning("slack.installer_not_told", reason=refused.reason)
            return None
        finally:
            await client.close()


_AGAIN = {"button": "install-again", "leads_to": INSTALL_PATH}
_CANCELLED_PAGE = Page("install-cancelled-title", ("install-cancelled-what",), **_AGAIN)
_EXPIRED_PAGE = Page("install-expired-title", ("install-expired-what",), **_AGAIN)
_FAILED = Page("install-failed-title", ("install-failed-what",), **_AGAIN)


def _page(request: web.Request, page: Page, status: HTTPStatus = HTTPStatus.OK) -> web.Response:
    text = html(page, request.headers.get("Accept-Language", ""))
    return web.Response(status=status, text=text, content_type="text/html", charset="utf-8", headers=HEADERS)


def _bolt_page(request: AsyncBoltRequest, page: Page, status: HTTPStatus) -> BoltResponse:
    (wishes, *_) = request.headers.get("accept-language") or ("",)
    return BoltResponse(status=status, body=html(page, wishes))
