"""What the demo's page asks for, as events to the core; and what comes of them, as JSON for the page.

The page has no log-in: it is a demo, served to its own machine, and whoever opens it plays anyone they like.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, assert_never
from uuid import uuid4

from aiohttp import web

from bot.adapters.web import asked
from bot.adapters.web.client import WebMessage, WebMessages
from bot.adapters.web.clock import CannotMove, DemoClock, destination, face
from bot.adapters.web.files import WebFiles
from bot.adapters.web.guard import LOOPBACK, Guard, Rejected, read_body
from bot.adapters.web.listeners import Closing, Listener, Listeners, MessageChanged, TimeMoved
from bot.adapters.web.page import page, static_file
from bot.adapters.web.render import (
    Json,
    PictureUrl,
    card_json,
    commands_json,
    form_json,
    page_texts,
    roster_json,
    shortcuts_json,
)
from bot.adapters.web.roster import Place, ReadRoster, places_of
from bot.adapters.web.visit import Visit
from core.chat.card import Card
from core.chat.effect import FormErrors, Immediate, Offer, OfferCards, OpenForm, PublishHome, RefreshForm, Reply
from core.chat.event import (
    ActionChosen,
    CommandInvoked,
    Event,
    FormSubmitted,
    HomeOpened,
    MemberSeen,
    OptionsAsked,
)
from core.chat.plain import plain_text
from core.model.person import Language
from core.permissions import Right, holds
from core.ports import Reception

MESSAGES_SHOWN = 100
HEARTBEAT_S = 20.0
"""How often an open page is told the time, which also shows whether it is still there."""

RenderAs = Mapping[str, Callable[[Card], Any]]


@dataclass(frozen=True, slots=True)
class DemoChat:
    """Everything the page's server side works with; `render_as` draws a card for `slack` and `teams`."""

    reception: Reception
    messages: WebMessages
    listeners: Listeners
    clock: DemoClock
    read_roster: ReadRoster
    render_as: RenderAs
    picture_url: PictureUrl
    files: WebFiles
    hosts: frozenset[str] = LOOPBACK
    moving: asyncio.Lock = field(default_factory=asyncio.Lock)


def register(app: web.Application, chat: DemoChat) -> None:
    """Serve the demo's page and its server side from `app`."""
    api = _Api(chat)
    wrap = Guard(chat.hosts).wrap
    app.add_routes(
        [
            web.get("/", wrap(page)),
            web.get("/static/{path:.+}", wrap(static_file)),
            web.get("/demo/api/people", wrap(api.people)),
            web.post("/demo/api/enter", wrap(api.enter)),
            web.post("/demo/api/say", wrap(api.say)),
            web.post("/demo/api/upload", wrap(api.upload)),
            web.get("/demo/files/{id}/{name}", wrap(chat.files.hand_out)),
            web.post("/demo/api/action", wrap(api.act)),
            web.post("/demo/api/form", wrap(api.fill_in)),
            web.post("/demo/api/message", wrap(api.choose_message)),
            web.post("/demo/api/shortcut", wrap(api.begin)),
            web.post("/demo/api/search", wrap(api.search)),
            web.post("/demo/api/put", wrap(api.put)),
            web.post("/demo/api/look-up", wrap(api.look_up)),
            web.post("/demo/api/home", wrap(api.home)),
            web.post("/demo/api/clock", wrap(api.move_clock)),
            web.get("/demo/api/messages/{id:[0-9]{1,15}}/views", wrap(api.views)),
            web.get("/demo/api/stream", wrap(api.stream)),
        ]
    )

    async def let_pages_go(_: web.Application) -> None:
        chat.listeners.close()

    app.on_shutdown.append(let_pages_go)


class _Api:
    """The handlers."""

    def __init__(self, chat: DemoChat) -> None:
        self._chat = chat

    async def people(self, request: web.Request) -> web.Response:
        """Everyone who can be played, and the page's texts in the language asked for."""
        language = Language.CY if request.query.get("language") == Language.CY else Language.EN
        roster = await self._chat.read_roster()
        return web.json_response(roster_json(roster) | {"texts": page_texts(language), "language": language})

    async def enter(self, request: web.Request) -> web.Response:
        """Begin to play someone: their conversations with the newest messages, commands, texts and the time."""
        entered = await read_body(request, asked.ENTERED)
        visit = await self._visit(entered.persona)
        person = visit.person
        # Who has removed Milepost has it again; anyone else is met for the first time only once.
        is_back = person.id in visit.roster.removed
        seen = MemberSeen(visit.origin(visit.places[0], f"seen-{uuid4() if is_back else person.id}"))
        await self._bring(visit, visit.places[0], seen)
        language = person.language
        return web.json_response(
            {
                "person": next(
                    each for each in roster_json(visit.roster)["people"] if each["email"] == person.email
                ),
                "organisation": visit.roster.organisation,
                "language": language,
                "texts": page_texts(language),
                "commands": commands_json(
                    language, holds(person, Right.OPEN_HR), person.id in visit.roster.managers()
                ),
                "shortcuts": shortcuts_json(language),
                "colleagues": [each.name for each in visit.roster.people if each.id != person.id],
                "conversations": [await self._conversation(visit, place) for place in visit.places],
                "clock": face(self._chat.clock, person),
            }
        )

    async def say(self, request: web.Request) -> web.Response:
        """Something typed: shown in the conversation, then brought to Milepost if it is meant for it."""
        said = await read_body(request, asked.SAID)
        visit = await self._visit(said.persona)
        place = visit.place(said.conversation)
        files = self._chat.files.of(visit.person.email, said.files)
        if not (said.text or files):
            raise Rejected(400, "malformed")
        event = visit.said(place, said, files)
        where = place.aside if isinstance(event, CommandInvoked) else place.id
        delivery_id = f"said:{visit.person.id}:{said.event_id}"
        at = self._chat.clock.now()
        shown_text = "\n".join([*([said.text] if said.text else []), *(f"📎 {each.name}" for each in files)])
        message_id = await self._chat.messages.add(where, visit.person.id, shown_text, None, delivery_id, at)
        self._chat.listeners.publish(where, message_id)
        effects = await self._bring(visit, place, event) if event else []
        shown = [{"kind": "message", "message": await self._message(visit, message_id)}]
        return await self._answer(visit, shown + effects)

    async def upload(self, request: web.Request) -> web.Response:
        """A file that is going to be attached: the request's body, its name and type in the address."""
        visit = await self._visit(request.query.get("persona", ""))
        return web.json_response({"id": await self._chat.files.take_in(request, visit.person.email)})

    async def act(self, request: web.Request) -> web.Response:
        """A button tapped."""
        tapped = await read_body(request, asked.TAPPED)
        visit = await self._visit(tapped.persona)
        place = visit.place(tapped.conversation)
        origin = visit.origin(place, tapped.event_id, tapped.message)
        return await self._answer(
            visit, await self._bring(visit, place, ActionChosen(origin, tapped.name, tapped.value))
        )

    async def fill_in(self, request: web.Request) -> web.Response:
        """A form sent in, or its state so far."""
        form = await read_body(request, asked.FILLED_IN)
        visit = await self._visit(form.persona)
        place = visit.place(form.conversation)
        origin = visit.origin(place, form.event_id)
        event = FormSubmitted(origin, form.name, form.subject, form.values, form.draft)
        return await self._answer(visit, await self._bring(visit, place, event))

    async def choose_message(self, request: web.Request) -> web.Response:
        """An entry of the menu of a message that somebody wrote where the person can read it."""
        chosen = await read_body(request, asked.CHOSEN)
        visit = await self._visit(chosen.persona)
        place = visit.place(chosen.conversation)
        message = await self._chat.messages.get(chosen.message)
        event = visit.chosen(place, chosen, message)
        return await self._answer(visit, await self._bring(visit, place, event))

    async def begin(self, request: web.Request) -> web.Response:
        """An entry of the shortcuts; it is answered in the conversation with Milepost."""
        begun = await read_body(request, asked.BEGUN)
        visit = await self._visit(begun.persona)
        event = visit.begun(begun)
        return await self._answer(visit, await self._bring(visit, visit.places[0], event))

    async def search(self, request: web.Request) -> web.Response:
        """What fits the words typed so far, to be put into the conversation."""
        searched = await read_body(request, asked.SEARCHED)
        visit = await self._visit(searched.persona)
        place = visit.place(searched.conversation)
        event = visit.searched(place, searched.event_id, searched.typed)
        return await self._answer(visit, await self._bring(visit, place, event))

    async def put(self, request: web.Request) -> web.Response:
        """Something that was found, said by the person to whoever reads there; it is not meant for Milepost.

        It is searched for anew, so that nobody can say a card of their own making.
        """
        put = await read_body(request, asked.PUT)
        visit = await self._visit(put.persona)
        place = visit.place(put.conversation)
        effects = await self._chat.reception.process(visit.searched(place, put.event_id, put.typed))
        found = [each.card for effect in effects if isinstance(effect, OfferCards) for each in effect.found]
        card = found[put.number] if put.number < len(found) else None
        if card is None or card.title != put.title:
            raise Rejected(404, "unknown_card")
        delivery_id = f"put:{visit.person.id}:{put.event_id}"
        message_id = await self._chat.messages.add(
            place.id, visit.person.id, "", card, delivery_id, self._chat.clock.now()
        )
        self._chat.listeners.publish(place.id, message_id)
        return await self._answer(visit, [{"kind": "message", "message": await self._message(visit, message_id)}])

    async def look_up(self, request: web.Request) -> web.Response:
        """What fits the words typed so far in a choice that is looked up."""
        typed = await read_body(request, asked.LOOKED_UP)
        visit = await self._visit(typed.persona)
        place = visit.place(typed.conversation)
        event = OptionsAsked(visit.origin(place, typed.event_id), typed.source, typed.typed)
        return await self._answer(visit, await self._bring(visit, place, event))

    async def home(self, request: web.Request) -> web.Response:
        """The person's home surface."""
        entered = await read_body(request, asked.ENTERED)
        visit = await self._visit(entered.persona)
        event = HomeOpened(visit.origin(visit.places[0], uuid4().hex))
        return await self._answer(visit, await self._bring(visit, visit.places[0], event))

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the clock forward; what falls due on the way reaches the open pages by itself."""
        moved = await read_body(request, asked.MOVED)
        visit = await self._visit(moved.persona)
        async with self._chat.moving:
            try:
                to = await destination(self._chat.clock, visit.person, moved.jump, moved.local)
            except CannotMove as cannot:
                raise Rejected(409, cannot.code) from None
            except (KeyError, ValueError, OverflowError):
                raise Rejected(400, "malformed") from None
            await self._chat.clock.move_to(to, visit.person.id)
        self._chat.listeners.time_moved()
        return web.json_response({"clock": face(self._chat.clock, visit.person)})

    async def views(self, request: web.Request) -> web.Response:
        """A message as Slack and Teams get it, and as plain text."""
        visit = await self._visit(request.query.get("persona", ""))
        message = await self._chat.messages.get(int(request.match_info["id"]))
        if message is None or message.card is None or visit.view.place_of(message) is None:
            raise Rejected(404, "unknown_message")
        card = message.card
        shown = {name: draw(card) for name, draw in self._chat.render_as.items()}
        pictures = [part for part in card_json(card, self._chat.picture_url)["parts"] if part["kind"] == "chart"]
        return web.json_response(shown | {"plain": plain_text(card), "pictures": pictures})

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: messages posted or edited where the person can see them, and the time."""
        visit = await self._visit(request.query.get("persona", ""))
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        conversations = [conversation for place in visit.places for conversation in place.all]
        with self._chat.listeners.listen(conversations) as listener:
            await response.prepare(request)
            try:
                await self._tell(response, visit, listener)
            except ConnectionError:
                return response
        return response

    async def _tell(self, response: web.StreamResponse, visit: Visit, listener: Listener) -> None:
        await _write(response, "clock", face(self._chat.clock, visit.person))
        while True:
            try:
                news = await asyncio.wait_for(listener.news.get(), HEARTBEAT_S)
            except TimeoutError:
                news = TimeMoved()
            match news:
                case Closing():
                    return
                case TimeMoved():
                    await _write(response, "clock", face(self._chat.clock, visit.person))
                case MessageChanged(message_id=message_id):
                    shown = await self._message(visit, message_id)
                    if shown is not None:
                        await _write(response, "message", shown)
                case _:
                    assert_never(news)

    async def _visit(self, email: str) -> Visit:
        roster = await self._chat.read_roster()
        person = roster.person(email)
        if person is None:
            raise Rejected(404, "unknown_person")
        return Visit(roster, person, tuple(places_of(roster, person)), self._chat.picture_url)

    async def _bring(self, visit: Visit, place: Place, event: Event) -> list[Json]:
        """Let Milepost work on an event, and show what it answers right away."""
        if not await self._chat.reception.accept(event):
            return []
        effects = await self._chat.reception.process(event)
        return [await self._show(visit, place, event, number, each) for number, each in enumerate(effects)]

    async def _show(self, visit: Visit, place: Place, event: Event, number: int, effect: Immediate) -> Json:
        match effect:
            case Reply(card=card):
                delivery_id = f"reply:{visit.person.id}:{event.origin.event_id}:{number}"
                at = self._chat.clock.now()
                message_id = await self._chat.messages.add(place.aside, "", "", card, delivery_id, at)
                self._chat.listeners.publish(place.aside, message_id)
                return {"kind": "message", "message": await self._message(visit, message_id)}
            case OpenForm(form=form):
                return {"kind": "form", "form": form_json(form)}
            case FormErrors(errors=errors, form=form):
                return {"kind": "form_errors", "errors": errors, "form": form_json(form)}
            case RefreshForm(form=form):
                return {"kind": "form_refresh", "form": form_json(form)}
            case Offer(options=options):
                return {"kind": "offer", "options": [asdict(option) for option in options]}
            case OfferCards(found=found):
                cards = [
                    {"about": each.about, "card": card_json(each.card, self._chat.picture_url)} for each in found
                ]
                return {"kind": "offer_cards", "found": cards}
            case PublishHome(card=card):
                return {"kind": "home", "card": card_json(card, self._chat.picture_url)}
            case _:
                assert_never(effect)

    async def _answer(self, visit: Visit, effects: list[Json]) -> web.Response:
        """The effects, and the person's language, which they may just have changed."""
        roster = await self._chat.read_roster()
        person = roster.person(visit.person.email) or visit.person
        return web.json_response({"effects": effects, "language": person.language})

    async def _message(self, visit: Visit, message_id: int) -> Json | None:
        message = await self._chat.messages.get(message_id)
        return _drawn(visit, message) if message else None

    async def _conversation(self, visit: Visit, place: Place) -> Json:
        messages = await self._chat.messages.latest(place.all, MESSAGES_SHOWN)
        return {
            "id": place.id,
            "team": place.team.name if place.team else "",
            "members": sum(1 for each in visit.roster.people if place.team and each.team_id == place.team.id),
            "messages": [visit.view.json(message, place) for message in messages],
        }


def _drawn(visit: Visit, message: WebMessage) -> Json | None:
    place = visit.view.place_of(message)
    return visit.view.json(message, place) if place else None


async def _write(response: web.StreamResponse, event: str, data: Json) -> None:
    await response.write(f"event: {event}\ndata: {json.dumps(data)}\n\n".encode())
