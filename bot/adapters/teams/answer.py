"""Performs immediate effects: answers where something was said or tapped, without telling others what is private.

Teams has no message that one person alone sees in a channel, so what is said there is answered in the personal
conversation. A form is a card; once it is sent in, that card shows what came of it.
"""

from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from typing import assert_never

import structlog

from bot.adapters.teams.activity import language_of, thread_of
from bot.adapters.teams.address import Place
from bot.adapters.teams.client import TeamsClient
from bot.adapters.teams.incoming import Incoming
from bot.adapters.teams.message import Message
from core.chat.card import Card, Paragraph
from core.chat.effect import FormErrors, Immediate, Offer, OfferCards, OpenForm, PublishHome, RefreshForm, Reply
from core.chat.event import Event, FormSubmitted, Origin, TextReceived
from core.model.person import Language
from core.ports import Refused, SendFailed
from core.texts.texts import words_for

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Scene:
    """Where something was said or tapped.

    `public` is where everybody in a channel reads an answer, None in a personal conversation; `form` the message
    that shows the form that was sent in.
    """

    origin: Origin
    language: Language
    public: str | None = None
    was_typed: bool = False
    form: str | None = None


def scene_of(incoming: Incoming, event: Event) -> Scene:
    """The scene of an event."""
    return Scene(
        origin=event.origin,
        language=language_of(incoming),
        public=None if incoming.is_personal else thread_of(incoming),
        was_typed=isinstance(event, TextReceived),
        form=event.origin.message if isinstance(event, FormSubmitted) else None,
    )


class Answers:
    """Performs effects in their scenes; what cannot be done is logged and, where it matters, told in words."""

    def __init__(self, client: TeamsClient) -> None:
        self._client = client

    async def perform(self, scene: Scene, effects: Iterable[Immediate]) -> None:
        """Perform each effect in turn; one that fails keeps none of the others back."""
        left = list(effects)
        if scene.form is not None:
            first = _for_the_form(left)
            if first is not None:
                left.remove(first)
            await self._kept(self._end_form(scene, scene.form, first))
        for effect in left:
            await self._kept(self._answer(scene, self._drawn(effect)))

    async def tell_unavailable(self, scene: Scene) -> None:
        """Say that nothing can be read or kept just now; a form that was sent in stays as it is."""
        await self._kept(self._answer(scene, self._notice("teams-unavailable", scene.language)))

    async def close_form(self, place: Place, message: str, language: Language) -> None:
        """Let a form go that was closed unsent."""
        await self._kept(self._client.change(place, message, self.closed(language)))

    def in_place_of_form(self, scene: Scene, effects: Iterable[Immediate]) -> Message:
        """What a form that was sent in shows from then on."""
        return self._ended(scene, _for_the_form(list(effects)))

    def closed(self, language: Language) -> Message:
        """What a form shows that was closed unsent."""
        return self._notice("teams-form-closed", language)

    def _ended(self, scene: Scene, effect: Immediate | None) -> Message:
        return self._drawn(effect) if effect else self._notice("teams-form-sent", scene.language)

    async def _end_form(self, scene: Scene, form: str, effect: Immediate | None) -> None:
        shown = self._ended(scene, effect)
        try:
            await self._client.change(Place.read(scene.origin.conversation), form, shown)
        except Refused as refused:
            if effect is None:
                raise
            # Someone deleted the form meanwhile; what is to be said is said all the same.
            _log.info("teams.form_is_gone", reason=refused.reason)
            await self._answer(scene, shown)

    async def _answer(self, scene: Scene, message: Message) -> None:
        place, workspace = Place.read(scene.origin.conversation), scene.origin.workspace
        if scene.public is None:
            await self._client.post(place, message)
            return
        try:
            personal = await self._client.open(Place.read(scene.origin.address or ""), workspace)
            await self._client.post(personal, message)
        except Refused as refused:
            _log.info("teams.no_personal_conversation", reason=refused.reason)
            await self._tell_all(scene, scene.public, "teams-ask-in-private")
        else:
            # Whoever tapped a button sees the answer arrive; a question left standing would look unheard.
            if scene.was_typed:
                await self._tell_all(scene, scene.public, "teams-answered-in-private")

    async def _tell_all(self, scene: Scene, thread: str, key: str) -> None:
        said = self._client.sentence(words_for(scene.language)(key))
        await self._client.post(Place.read(scene.origin.conversation), said, thread)

    def _drawn(self, effect: Immediate) -> Message:
        match effect:
            case Offer() | OfferCards():
                raise TypeError("choices are offered to who asked for them, not posted")
            case Reply(card=card) | PublishHome(card=card):
                return self._client.message(card)
            case OpenForm(form=form) | FormErrors(form=form) | RefreshForm(form=form):
                return self._client.form(form)
            case _:
                assert_never(effect)

    def _notice(self, key: str, language: Language) -> Message:
        words = words_for(language)
        return self._client.message(Card(words(f"{key}-title"), (Paragraph(words(key)),), language))

    async def _kept(self, work: Awaitable[None]) -> None:
        try:
            await work
        except SendFailed as failed:
            _log.warning("teams.answer_failed", reason=failed.reason)


def _for_the_form(effects: Iterable[Immediate]) -> Immediate | None:
    """What the card of a form shows after it was sent in: what is wrong with it, its next part, or an answer."""
    for kind in (FormErrors, OpenForm, Reply):
        for effect in effects:
            if isinstance(effect, kind):
                return effect
    return None
