"""Where Teams' activities come in: verified, understood, stored, acknowledged, and only then worked on.

Microsoft: a bot answers within 15 seconds; an activity that was not taken in is sent again ("Connector
authentication", "Send and receive messages").
"""

import asyncio
from collections.abc import Awaitable
from http import HTTPStatus
from typing import Any, TypeVar

import structlog
from aiohttp import web

from bot.adapters.teams.activity import Closed, place_of, understand
from bot.adapters.teams.answer import Answers, Scene, scene_of
from bot.adapters.teams.client import TeamsClient, TeamsDirectory
from bot.adapters.teams.gate import Gate, TurnedAway
from bot.adapters.teams.incoming import Answer, Incoming, Malformed
from bot.adapters.teams.invokes import CARD_ACTION, Invoked, asked, instead, said
from bot.adapters.teams.keys import CHANNEL_KEYS_URL
from bot.adapters.teams.sdk.turns import MALFORMED, Turns
from core.chat.effect import Immediate
from core.chat.event import ChannelsLost, Event, MemberGone, MemberSeen, well_formed
from core.model.person import Language
from core.ports import Reception, StoreUnavailable, Unreachable
from core.texts.texts import words_for

MOST_BODY_BYTES = 512 * 1024
"""Teams' own messages stay below a fifth of this."""

ANSWER_WITHIN_S = 4.0
"""Teams waits for an invoke's answer for five seconds."""

Result = TypeVar("Result")

_log = structlog.get_logger()


class TeamsInbound:
    """Milepost's bot: `handle` serves `POST /api/messages`.

    Whether requests must be signed follows from the client: with a registration they must. `keys_url` tells where
    Microsoft publishes the keys.
    """

    def __init__(self, *, client: TeamsClient, reception: Reception, keys_url: str = CHANNEL_KEYS_URL) -> None:
        self._turns = Turns(client.connector)
        self._gate = Gate(client.registration, client.is_service, keys_url)
        self._directory = TeamsDirectory(client)
        self._answers = Answers(client)
        self._invoked = Invoked(client.picture_url)
        self._reception = reception
        self._under_way: set[asyncio.Task[Any]] = set()

    async def handle(self, request: web.Request) -> web.Response:
        """Serve `POST /api/messages`: 401 for unsigned requests, 403 for those not for us, 400 for malformed ones.

        503 asks Teams to send it again: the keys to verify it with are out of reach.
        """
        try:
            turn = self._turns.read(await request.clone(client_max_size=MOST_BODY_BYTES).read())
            await self._gate.check(turn.incoming, request.headers.get("Authorization", "").strip())
            answer = await self._turns.take(turn, self._take)
        except TurnedAway as turned_away:
            _log.warning("teams.turned_away", reason=turned_away.reason, status=turned_away.status)
            return web.Response(status=turned_away.status)
        except Unreachable as unreachable:
            _log.error("teams.cannot_verify", reason=unreachable.reason)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        except Malformed as malformed:
            _log.warning("teams.malformed_activity", error=str(malformed))
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        # What Milepost never offers, such as signing in, the SDK answers as not implemented.
        if answer.body is None:
            return web.Response(status=answer.status)
        return web.json_response(answer.body, status=answer.status)

    async def settle(self) -> None:
        """Return once all that was accepted so far has been worked on and answered."""
        while self._under_way:
            await asyncio.wait(set(self._under_way))

    async def _take(self, incoming: Incoming) -> Answer | None:
        """Store, acknowledge by returning, and only then work; an invoke is answered with what came of it."""
        if incoming.type == "invoke":
            return await self._invoke(incoming)
        try:
            event = await understand(incoming, self._directory.account_of)
            match event:
                case None:
                    return None
                case Closed(language=language):
                    place = place_of(incoming, incoming.sender)
                    self._start(self._answers.close_form(place, incoming.reply_to, language))
                    return None
            event = well_formed(event)
            scene = scene_of(incoming, event)
        except MALFORMED as error:
            raise Malformed(type(error).__name__) from error
        try:
            fresh = await self._reception.accept(event)
        except StoreUnavailable:
            if not isinstance(event, MemberSeen | MemberGone | ChannelsLost):
                self._start(self._answers.tell_unavailable(scene))
            return None
        if fresh:
            self._start(self._work(event, scene))
        return None

    async def _invoke(self, incoming: Incoming) -> Answer | None:
        """Work and answer; what takes longer than Teams waits comes afterwards."""
        try:
            event = asked(incoming)
            match event:
                case None:
                    return None
                case Closed(language=language):
                    return self._close(incoming, language)
            event = well_formed(event)
            scene = scene_of(incoming, event)
        except MALFORMED as error:
            raise Malformed(type(error).__name__) from error
        words = words_for(scene.language)
        try:
            fresh = await self._reception.accept(event)
        except StoreUnavailable:
            if incoming.name == CARD_ACTION:
                self._start(self._answers.tell_unavailable(scene))
            return Answer(body=said(incoming.name, words("teams-unavailable")))
        if not fresh:
            return Answer(body=said(incoming.name, words("teams-form-sent")))
        work = self._start(self._reception.process(event))
        done, _ = await asyncio.wait({work}, timeout=ANSWER_WITHIN_S)
        if not done:
            # Elsewhere others may read what is posted; what is durable comes in the person's own chat anyway.
            if incoming.name == CARD_ACTION:
                self._start(self._perform_later(scene, work))
            return Answer(body=said(incoming.name, words("teams-still-working")))
        effects = work.result()
        if incoming.name != CARD_ACTION:
            return Answer(body=self._invoked.answer(incoming.name, effects, scene.language))
        # What is answered is shown at once, and to whoever acted only; the message itself is changed as well.
        self._start(self._answers.perform(scene, effects))
        if scene.form is None:
            return Answer(body=said(incoming.name, words("teams-form-sent")))
        return Answer(body=instead(self._answers.in_place_of_form(scene, effects).card or {}))

    def _close(self, incoming: Incoming, language: Language) -> Answer:
        if incoming.name != CARD_ACTION:
            return Answer(body={})
        place = place_of(incoming, incoming.sender)
        self._start(self._answers.close_form(place, incoming.reply_to, language))
        return Answer(body=instead(self._answers.closed(language).card or {}))

    async def _perform_later(self, scene: Scene, work: asyncio.Task[tuple[Immediate, ...]]) -> None:
        await self._answers.perform(scene, await work)

    async def _work(self, event: Event, scene: Scene) -> None:
        await self._answers.perform(scene, await self._reception.process(event))

    def _start(self, work: Awaitable[Result]) -> asyncio.Task[Result]:
        """Run `work` in a task that is kept alive and whose failure is logged by its kind only."""
        task = asyncio.ensure_future(work)
        self._under_way.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("teams.work_failed", error=type(error).__name__)


def register(app: web.Application, inbound: TeamsInbound) -> None:
    """Serve the bot from `app`; let it `settle` before the server ends."""
    app.router.add_post("/api/messages", inbound.handle)
