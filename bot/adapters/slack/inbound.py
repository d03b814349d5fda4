"""Where Slack's requests come in: verified, understood, stored, acknowledged, and only then worked on.

Slack: acknowledge within three seconds; events are sent again after a failure, interactions never are (docs
"Events API", "Handling user interaction").
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any, assert_never

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack import payload
from bot.adapters.slack.answer import (
    Answers,
    Scene,
    scene_of_command,
    scene_of_event,
    scene_of_interaction,
)
from bot.adapters.slack.client import Workspaces
from bot.adapters.slack.drafts import Drafts
from bot.adapters.slack.fields import LOOK_UP, error_blocks, form_of, input_ids, offered
from bot.adapters.slack.quiet import SDK_LOG
from bot.adapters.slack.render import FORM, view
from core.chat.effect import FormErrors, Immediate, Offer, OfferCards, OpenForm, PublishHome, RefreshForm, Reply
from core.chat.event import CommandInvoked, Event, FormSubmitted, HomeOpened, Installed, MemberSeen, well_formed
from core.chat.plain import plain_text
from core.commands import SHORTCUTS
from core.model.person import Language
from core.ports import NotInstalled, Reception, SendFailed, StoreUnavailable
from core.texts.texts import words_for

MOST_BODY_BYTES = 2 * 1024 * 1024
"""A form with every field full of emoji, form-encoded twice over, stays well below."""

SMALL_BODY_BYTES = 64 * 1024
"""Below what the server takes anyway: commands, clicks and words."""

ANSWER_WITHIN_S = 2.5
"""How long a form that was sent in may wait for its answer; Slack gives up at three seconds."""

_ANYTHING = re.compile("")
_MALFORMED = (KeyError, TypeError, ValueError, AttributeError, RecursionError)

_log = structlog.get_logger()

Translate = Callable[[payload.Payload], Event | None]
SceneOf = Callable[[payload.Payload], Scene]


Removed = Callable[[str, str, datetime], Awaitable[None]]
"""Is told that Milepost was removed from a workspace, why, and when Slack says so."""


class Malformed(ValueError):
    """A signed request that is not shaped as Slack documents it."""


class SlackInbound:
    """Milepost's Slack app: `app` is Bolt's, `handle` serves `POST /slack/events`.

    `language` is that of the few sentences said when the store, and so the person's own language, is out of reach.
    Without a `signing_secret`, as in Socket Mode, every request over HTTP is refused. `removed` is told of
    workspaces that Milepost is removed from, where each has installed it itself.
    """

    def __init__(
        self,
        *,
        client: Workspaces,
        signing_secret: str,
        reception: Reception,
        language: Language = Language.EN,
        answer_within_s: float = ANSWER_WITHIN_S,
        removed: Removed | None = None,
    ) -> None:
        self._workspaces = client
        self._removed = removed
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None
        self._reception = reception
        self._answers = Answers(client, language)
        self._answer_within_s = answer_within_s
        self._under_way: set[asyncio.Task[Any]] = set()
        self._drafts = Drafts(self._start)
        self.app = AsyncApp(
            name="milepost",
            logger=SDK_LOG,
            client=AsyncWebClient(base_url=client.api_url, logger=SDK_LOG),
            authorize=_nobody_asked,
            signing_secret=signing_secret,
            # `handle` has done so, before anything of the request was understood.
            request_verification_enabled=False,
            # A listener ends with its acknowledgement: Bolt need not wait for one that comes some time later, and
            # acknowledges events only after they were stored.
            process_before_response=True,
            # An unsigned request gets nothing but a refusal.
            ssl_check_enabled=False,
            # Unhandled requests would otherwise be logged with all that people typed.
            raise_error_for_unhandled_request=True,
        )
        self._listen()

    async def handle(self, request: web.Request) -> web.Response:
        """Serve `POST /slack/events`. Unsigned or stale requests get 401, malformed ones 400, large ones 413."""
        limited = request if _is_small(request) else request.clone(client_max_size=MOST_BODY_BYTES)
        if not self._is_signed(await limited.read(), limited):
            _log.warning("slack.unsigned_request")
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        try:
            # Bolt itself trips over unknown shapes; what a listener of ours raises never comes this far.
            answer = await self.app.async_dispatch(await to_bolt_request(limited))
        except (*_MALFORMED, LookupError) as error:
            _log.warning("slack.malformed_request", error=type(error).__name__)
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        return await to_aiohttp_response(answer)

    async def settle(self) -> None:
        """Return once all that was accepted so far has been worked on and answered."""
        while self._under_way:
            await asyncio.wait(set(self._under_way))

    # --- listeners ---------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        app = self.app
        app.use(_LogRetries())
        app.error(_answer_error)
        app.command(_ANYTHING)(self._listener(payload.command, scene_of_command))
        app.event("message")(self._listener(payload.message, scene_of_event))
        app.event("app_mention")(self._listener(payload.mention, scene_of_event))
        app.event("app_home_opened")(self._listener(payload.home, scene_of_event))
        app.event("team_join")(self._listener(payload.joined, scene_of_event))
        app.event("app_uninstalled")(self._on_uninstalled)
        app.event("tokens_revoked")(self._on_tokens_revoked)
        app.event(_ANYTHING)(_ignore)
        app.action({"type": "block_actions", "action_id": _ANYTHING})(
            self._listener(payload.chosen, scene_of_interaction)
        )
        app.options(re.compile(re.escape(LOOK_UP)))(self._on_look_up)
        for callback_id in SHORTCUTS:
            app.shortcut(callback_id)(self._listener(payload.shortcut, scene_of_interaction))
        for callback_id in payload.MESSAGE_SHORTCUTS:
            app.shortcut(callback_id)(self._listener(payload.message_shortcut, scene_of_interaction))
        app.view(FORM)(self._on_form_sent)

    def _listener(self, translate: Translate, scene_of: SceneOf) -> Callable[..., Awaitable[None]]:
        async def listen(body: dict[str, Any], ack: AsyncAck) -> None:
            event = _understood(_well_formed(translate), body)
            if event is None:
                await ack()
            elif not await self._is_installed(event.origin.workspace):
                await ack(_not_installed() if isinstance(event, CommandInvoked) else "")
            elif isinstance(event, FormSubmitted):
                await ack()
                scene = _understood(scene_of, body)
                self._drafts.offer(event.form, lambda: self._keep_draft(event, scene))
            else:
                await self._take(event, _understood(scene_of, body), ack)

        return listen

    async def _take(self, event: Event, scene: Scene, ack: AsyncAck) -> None:
        """Store, acknowledge, and only then work."""
        try:
            fresh = await self._reception.accept(event)
        except StoreUnavailable:
            await ack()
            self._start(self._tell_unavailable(event, scene))
            return
        await ack()
        if fresh:
            self._start(self._work(event, scene))
        else:
            _log.info("slack.repeat_ignored", event_id=event.origin.event_id)

    async def _work(self, event: Event, scene: Scene) -> None:
        await self._answers.perform(scene, await self._reception.process(event))

    async def _tell_unavailable(self, event: Event, scene: Scene) -> None:
        match event:
            case HomeOpened():
                await self._answers.publish_unavailable(scene)
            case MemberSeen():
                pass
            case _:
                await self._answers.tell_unavailable(scene)

    async def _keep_draft(self, event: FormSubmitted, scene: Scene) -> None:
        """Keep a form's state so far. Whatever is wrong with it is said once it is sent in, not while typing."""
        try:
            fresh = await self._reception.accept(event)
        except StoreUnavailable:
            _log.warning("slack.draft_not_kept")
            return
        if fresh:
            effects = await self._reception.process(event)
            shown = [each for each in effects if isinstance(each, OpenForm | RefreshForm | PublishHome)]
            await self._answers.perform(scene, shown)

    # --- forms -------------------------------------------------------------------------------------------------

    async def _on_form_sent(self, body: dict[str, Any], ack: AsyncAck) -> None:
        """The acknowledgement closes the form or says what is wrong with it, so it comes after the work."""
        event = _understood(_well_formed(payload.submitted), body)
        scene = _understood(scene_of_interaction, body)
        if not await self._is_installed(event.origin.workspace):
            await ack(**_kept_open(body["view"], "slack-not-installed"))
            return
        work = self._start(self._form_answer(event, scene))
        done, _ = await asyncio.wait({work}, timeout=self._answer_within_s)
        await ack(**(work.result() if done else _kept_open(body["view"], "slack-form-slow")))

    async def _form_answer(self, event: FormSubmitted, scene: Scene) -> dict[str, Any]:
        shown = scene.view or {}
        await self._drafts.finish(event.form)
        try:
            if not await self._reception.accept(event):
                return {"response_action": "clear"}
        except StoreUnavailable:
            return _kept_open(shown, "slack-form-not-sent")
        effects = await self._reception.process(event)
        answer, others = _form_outcome(shown, effects)
        self._start(self._answers.perform(scene, others))
        return answer

    async def _on_look_up(self, body: dict[str, Any], ack: AsyncAck) -> None:
        """Slack waits for the choices themselves; none where they cannot be had in time."""
        event = _understood(_well_formed(payload.look_up), body)
        if not await self._is_installed(event.origin.workspace):
            await ack(options=[])
            return
        work = self._start(self._reception.process(event))
        done, _ = await asyncio.wait({work}, timeout=self._answer_within_s)
        effects = work.result() if done else ()
        found = [option for effect in effects if isinstance(effect, Offer) for option in effect.options]
        await ack(options=offered(found))

    # --- coming and going --------------------------------------------------------------------------------------

    def installed(self, event: Installed) -> None:
        """Work on an installation that was stored; whoever made it is greeted."""
        self._start(self._reception.process(event))

    async def _is_installed(self, workspace: str) -> bool:
        try:
            await self._workspaces.of(workspace)
        except NotInstalled:
            _log.warning("slack.not_installed", workspace=workspace)
            return False
        except SendFailed:
            # It cannot be told just now; what is done next says so by itself.
            return True
        return True

    async def _on_uninstalled(self, body: dict[str, Any], ack: AsyncAck) -> None:
        await self._forget(body, "Milepost was removed from the workspace")
        await ack()

    async def _on_tokens_revoked(self, body: dict[str, Any], ack: AsyncAck) -> None:
        if _understood(payload.revoked_bots, body):
            await self._forget(body, "Milepost's token was revoked")
        await ack()

    async def _forget(self, body: dict[str, Any], reason: str) -> None:
        """Acknowledged only once it is done, so that Slack tells again what could not be kept."""
        workspace = _understood(payload.workspace_of, body)
        at = _understood(payload.removal, body)
        if self._removed is None:
            _log.error("slack.installation_ended", workspace=workspace, reason=reason)
        else:
            await self._removed(workspace, reason, at)

    # --- the rest ----------------------------------------------------------------------------------------------

    def _start(self, work: Awaitable[Any]) -> asyncio.Task[Any]:
        """Run `work` in a task that is kept alive and whose failure is logged by its kind only."""
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("slack.work_failed", error=type(error).__name__)

    def _is_signed(self, body: bytes, request: web.Request) -> bool:
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if self._verifier is None or not (timestamp.isdigit() and signature.isascii()):
            return False
        try:
            return self._verifier.is_valid(body, timestamp, signature)
        except ValueError:  # a body that is no text, or a time that is no time
            return False


def _is_small(request: web.Request) -> bool:
    """Whether it says that it is of a size that the server takes as it is."""
    return request.content_length is not None and request.content_length <= SMALL_BODY_BYTES


async def _nobody_asked(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    """Bolt's own calls are not used, and the signature has shown that Slack itself sent this for our app."""
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token="")


def _understood(translate: Callable[[payload.Payload], Any], body: payload.Payload) -> Any:
    try:
        return translate(body)
    except _MALFORMED as error:
        raise Malformed(type(error).__name__) from error


def _well_formed(translate: Translate) -> Translate:
    def translated(body: payload.Payload) -> Event | None:
        event = translate(body)
        return None if event is None else well_formed(event)

    return translated


def _form_outcome(
    shown: payload.Payload, effects: tuple[Immediate, ...]
) -> tuple[dict[str, Any], list[Immediate]]:
    """How a form that was sent in is acknowledged, and the effects that are still to be performed."""
    others = list(effects)
    for kind in (FormErrors, OpenForm, Reply):
        for effect in effects:
            answer = _answer_in_form(shown, effect) if isinstance(effect, kind) else None
            if answer is not None:
                others.remove(effect)
                return answer, others
    return {"response_action": "clear"}, others


def _answer_in_form(shown: payload.Payload, effect: Immediate) -> dict[str, Any] | None:
    match effect:
        case FormErrors(errors=errors, form=form):
            placed = error_blocks(shown, errors)
            if placed:
                return {"response_action": "errors", "errors": placed}
            return {"response_action": "update", "view": view(form)}
        case OpenForm(form=form):
            return {"response_action": "update", "view": view(form)}
        case Reply(card=card):
            # Something else than the form is to be said, such as why it was not taken: it stays open meanwhile.
            return _said_in_form(shown, plain_text(card))
        case RefreshForm() | PublishHome() | Offer() | OfferCards():
            return None
        case _:
            assert_never(effect)


def _kept_open(shown: payload.Payload, key: str) -> dict[str, Any]:
    words = words_for(Language(form_of(shown).language))
    return _said_in_form(shown, words(key)) or {"response_action": "clear"}


def _said_in_form(shown: payload.Payload, text: str) -> dict[str, Any] | None:
    """Words at the form's first input; None for a form without any, where Slack has no place for them."""
    inputs = input_ids(shown)
    return {"response_action": "errors", "errors": {inputs[0]: text}} if inputs else None


def _not_installed() -> str:
    """In both languages, since nothing is known of a workspace any more."""
    return "\n".join(words_for(language)("slack-not-installed") for language in Language)


async def _ignore(ack: AsyncAck) -> None:
    await ack()


class _LogRetries(AsyncMiddleware):
    """A class, since for each call of a function Bolt first puts together everything it might ask for."""

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[Any]],  # noqa: A002 (Bolt names it)
    ) -> Any:
        attempt = req.headers.get("x-slack-retry-num")
        if attempt:
            reason = req.headers.get("x-slack-retry-reason", ["unknown"])
            _log.info("slack.retried", attempt=attempt[0], reason=reason[0], event_id=req.body.get("event_id"))
        return await next()


async def _answer_error(error: Exception, response: BoltResponse | None) -> BoltResponse | None:
    """Log the kind of error, never its payload; before the acknowledgement, tell Slack which kind it was."""
    match error:
        case Malformed():
            _log.warning("slack.malformed_request", error=str(error))
            status = HTTPStatus.BAD_REQUEST
        case AttributeError() | KeyError() | TypeError() | ValueError() if _is_bolts(error):
            _log.warning("slack.malformed_request", error=type(error).__name__)
            status = HTTPStatus.BAD_REQUEST
        case BoltUnhandledRequestError():
            _log.info("slack.unhandled_request")
            status = HTTPStatus.NOT_FOUND
        case _:
            _log.error("slack.listener_failed", error=type(error).__name__)
            status = HTTPStatus.INTERNAL_SERVER_ERROR
    return BoltResponse(status=status) if response is not None else None


def _is_bolts(error: Exception) -> bool:
    """Whether Bolt itself tripped, over a shape that Slack does not send, before a listener of ours was asked."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is not None and str(step.tb_frame.f_globals.get("__name__", "")).startswith("slack_bolt")
