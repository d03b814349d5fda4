"""Where Teams' activities come in: verified, understood, stored, acknowledged, and only then worked on.

Microsoft: a bot answers within 15 seconds; an activity that was not taken in is sent again ("Connector
authentication", "Send and receive messages").
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web
from botbuilder.core import TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity
from botframework.connector.auth import AuthenticateRequestResult
from msrest.exceptions import ClientException

from bot.adapters.teams.activity import Closed, place_of, understand
from bot.adapters.teams.answer import Answers, Scene, scene_of
from bot.adapters.teams.client import TeamsClient, TeamsDirectory
from bot.adapters.teams.keys import CHANNEL_KEYS_URL, use_signing_keys
from core.chat.event import Event, MemberSeen
from core.ports import Reception, StoreUnavailable, Unreachable

MOST_BODY_BYTES = 512 * 1024
"""Teams' own messages stay below a fifth of this."""

_MALFORMED = (AttributeError, ClientException, KeyError, RecursionError, TypeError, ValueError)

_log = structlog.get_logger()


class Malformed(ValueError):
    """An activity that is not shaped as Microsoft documents it."""


class TeamsInbound:
    """Milepost's bot: `handle` serves `POST /api/messages`.

    Whether requests must be signed follows from the client: with a registration they must. `keys_url` tells where
    Microsoft publishes the keys.
    """

    def __init__(self, *, client: TeamsClient, reception: Reception, keys_url: str = CHANNEL_KEYS_URL) -> None:
        self._adapter = CloudAdapter(client.authentication)
        self._authentication = client.authentication
        self._is_open = client.registration is None
        self._directory = TeamsDirectory(client)
        self._answers = Answers(client)
        self._reception = reception
        self._under_way: set[asyncio.Task[Any]] = set()
        use_signing_keys(keys_url)

    async def handle(self, request: web.Request) -> web.Response:
        """Serve `POST /api/messages`. Unsigned requests get 401, malformed ones 400, large ones 413.

        503 asks Teams to send it again: the keys to verify it with are out of reach.
        """
        try:
            activity = _read(await request.clone(client_max_size=MOST_BODY_BYTES).read())
            sender = await self._verified(activity, request.headers.get("Authorization", "").strip())
            answer = await self._adapter.process_activity(sender, activity, self._take)
        except PermissionError:
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        except Unreachable as unreachable:
            _log.error("teams.cannot_verify", reason=unreachable.reason)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        except Malformed as malformed:
            _log.warning("teams.malformed_activity", error=str(malformed))
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        # What Milepost never offers, such as signing in or message extensions, the SDK answers as not implemented.
        return web.Response(status=answer.status if answer else HTTPStatus.OK)

    async def _verified(self, activity: Activity, header: str) -> AuthenticateRequestResult:
        # Without a registration there is nothing that a signature could be verified for.
        given = None if self._is_open else header or None
        try:
            return await self._authentication.authenticate_request(activity, given)
        except (PermissionError, Unreachable):
            raise
        except Exception as error:  # the SDK raises whatever it met in a token that is none
            raise PermissionError(type(error).__name__) from error

    async def settle(self) -> None:
        """Return once all that was accepted so far has been worked on and answered."""
        while self._under_way:
            await asyncio.wait(set(self._under_way))

    async def _take(self, context: TurnContext) -> None:
        """Store, acknowledge by returning, and only then work."""
        activity = context.activity
        try:
            event = await understand(activity, self._directory.account_of)
            match event:
                case None:
                    return
                case Closed(language=language):
                    place = place_of(activity, activity.from_property)
                    self._start(self._answers.close_form(place, activity.reply_to_id or "", language))
                    return
            scene = scene_of(activity, event)
        except _MALFORMED as error:
            raise Malformed(type(error).__name__) from error
        try:
            fresh = await self._reception.accept(event)
        except StoreUnavailable:
            if not isinstance(event, MemberSeen):
                self._start(self._answers.tell_unavailable(scene))
            return
        if fresh:
            self._start(self._work(event, scene))

    async def _work(self, event: Event, scene: Scene) -> None:
        await self._answers.perform(scene, await self._reception.process(event))

    def _start(self, work: Awaitable[Any]) -> None:
        """Run `work` in a task that is kept alive and whose failure is logged by its kind only."""
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("teams.work_failed", error=type(error).__name__)


def register(app: web.Application, inbound: TeamsInbound) -> None:
    """Serve the bot from `app`; what it has accepted is worked on before the server ends."""
    app.router.add_post("/api/messages", inbound.handle)

    async def settled(_: web.Application) -> AsyncIterator[None]:
        yield
        await inbound.settle()

    app.cleanup_ctx.append(settled)


def _read(body: bytes) -> Activity:
    try:
        activity = Activity().deserialize(json.loads(body))
        if not (activity.type and activity.conversation and activity.recipient and activity.from_property):
            raise Malformed("incomplete")
    except Malformed:
        raise
    except _MALFORMED as error:
        raise Malformed(type(error).__name__) from error
    return activity
