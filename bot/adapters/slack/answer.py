"""Performs immediate effects: answers an interaction where it took place, by the means it brought along.

Slack: a `response_url` takes five messages in 30 minutes; a `trigger_id` opens one modal within three seconds
(docs "Handling user interaction").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

import structlog

from bot.adapters.slack.client import Workspaces
from bot.adapters.slack.fields import form_of
from bot.adapters.slack.payload import Payload, is_direct, workspace_of
from bot.adapters.slack.render import FORM, home, message, view
from core.chat.card import Card, Form, Paragraph
from core.chat.effect import FormErrors, Immediate, Offer, OfferCards, OpenForm, PublishHome, RefreshForm, Reply
from core.model.person import Language
from core.ports import Refused, SendFailed
from core.texts.texts import words_for

_log = structlog.get_logger()

_VIEW_PASSED = frozenset({"hash_conflict", "not_found", "view_not_found"})
_TRIGGER_SPENT = frozenset({"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"})


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an interaction took place, and what Slack sent along for answering it.

    `channel` is None in modals and the Home tab; `view` is the modal that was acted in. `response_url` and
    `trigger_id` are empty where Slack sends none. Raises `TypeError` for parts that are not of their kind.
    """

    workspace: str
    user: str
    channel: str | None
    thread: str | None = None
    response_url: str = ""
    trigger_id: str = ""
    view: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        texts = (self.user, self.channel or "", self.thread or "", self.response_url, self.trigger_id)
        if not all(isinstance(each, str) for each in texts) or not isinstance(self.view, Mapping | None):
            raise TypeError("a part of the payload is of another kind")

    @property
    def is_form(self) -> bool:
        """Whether it took place in one of our forms."""
        return self.view is not None and self.view.get("callback_id") == FORM


def scene_of_event(body: Payload) -> Scene:
    """The scene of something that Slack's Events API tells. Like the others', raises `ValueError` and its kin."""
    event = body["event"]
    user = event["user"]
    user_id = user["id"] if isinstance(user, Mapping) else user
    return Scene(workspace_of(body), user_id, event.get("channel"), event.get("thread_ts"))


def scene_of_command(body: Payload) -> Scene:
    """The scene of a slash command."""
    return Scene(
        workspace_of(body),
        body["user_id"],
        body["channel_id"],
        response_url=body["response_url"],
        trigger_id=body["trigger_id"],
    )


def scene_of_interaction(body: Payload) -> Scene:
    """The scene of a button, an input or a form."""
    channel = (body.get("channel") or {}).get("id")
    in_private = channel is not None and is_direct(channel)
    return Scene(
        workspace=workspace_of(body),
        user=body["user"]["id"],
        channel=channel,
        thread=(body.get("message") or {}).get("thread_ts"),
        # Answers to a direct message stay in the conversation; elsewhere only the person is to see them.
        response_url="" if in_private else body.get("response_url") or "",
        trigger_id=body.get("trigger_id") or "",
        view=body.get("view"),
    )


class Answers:
    """Performs effects in their scenes; what cannot be done is logged and, where it matters, told in words."""

    def __init__(self, workspaces: Workspaces, language: Language) -> None:
        self._workspaces = workspaces
        self._language = language

    async def perform(self, scene: Scene, effects: Iterable[Immediate]) -> None:
        """Perform each effect in turn; one that fails keeps none of the others back."""
        for effect in effects:
            try:
                await self._perform(scene, effect)
            except SendFailed as failed:
                _log.warning("slack.answer_failed", effect=type(effect).__name__, reason=failed.reason)

    async def publish_unavailable(self, scene: Scene) -> None:
        """Say on the Home tab that nothing can be read or kept just now."""
        await self.perform(scene, [PublishHome(self._notice("slack-unavailable"))])

    async def tell_unavailable(self, scene: Scene) -> None:
        """Say where it was asked that nothing can be read or kept just now."""
        await self.perform(scene, [Reply(self._notice("slack-unavailable"))])

    async def _perform(self, scene: Scene, effect: Immediate) -> None:
        match effect:
            case Reply(card=card):
                await self._reply(scene, card)
            case OpenForm(form=form):
                await self._open(scene, form)
            case FormErrors(form=form):
                await self._open(scene, form)
            case RefreshForm(form=form):
                await self._refresh(scene, form)
            case PublishHome(card=card):
                await self._call(scene, "views.publish", user_id=scene.user, view=home(card))
            case Offer() | OfferCards():
                raise TypeError("choices are offered to who asked for them, not posted")
            case _:
                assert_never(effect)

    async def _call(self, scene: Scene, method: str, **arguments: Any) -> None:
        client = await self._workspaces.of(scene.workspace)
        await client.call(method, **arguments)

    async def _reply(self, scene: Scene, card: Card) -> None:
        try:
            await self._reply_there(scene, message(card))
        except Refused as refused:
            # The address has run out, or Milepost is no member there: the person still gets an answer.
            _log.info("slack.reply_goes_to_direct_message", reason=refused.reason)
            await self._call(scene, "chat.postMessage", channel=scene.user, unfurl_links=False, **message(card))

    async def _reply_there(self, scene: Scene, said: Mapping[str, Any]) -> None:
        thread = {"thread_ts": scene.thread} if scene.thread else {}
        if scene.response_url:
            answer = {**said, "response_type": "ephemeral", "replace_original": False}
            client = await self._workspaces.of(scene.workspace)
            await client.respond(scene.response_url, answer)
        elif scene.channel is None or is_direct(scene.channel):
            channel = scene.channel or scene.user
            await self._call(scene, "chat.postMessage", channel=channel, unfurl_links=False, **thread, **said)
        else:
            await self._call(scene, "chat.postEphemeral", channel=scene.channel, user=scene.user, **thread, **said)

    async def _open(self, scene: Scene, form: Form) -> None:
        try:
            await self._open_there(scene, form)
        except Refused as refused:
            if refused.reason not in _TRIGGER_SPENT:
                raise
            _log.info("slack.form_too_late", reason=refused.reason)
            await self._reply(scene, self._notice("slack-form-late", form.language))

    async def _refresh(self, scene: Scene, form: Form) -> None:
        """In place; Slack keeps what is in an input whose block id stays ("Updating a modal view")."""
        if scene.view is None:
            return
        try:
            await self._call(
                scene, "views.update", view_id=scene.view["id"], hash=scene.view["hash"], view=view(form)
            )
        except Refused as refused:
            # Closed meanwhile, or changed by something newer, which brings a refresh of its own.
            if refused.reason not in _VIEW_PASSED:
                raise
            _log.info("slack.form_not_refreshed", reason=refused.reason)

    async def _open_there(self, scene: Scene, form: Form) -> None:
        """In a modal of the same form in its place, in another on top of it, elsewhere in one of its own."""
        if scene.is_form and scene.view is not None:
            if form_of(scene.view).name == form.name:
                view_id, seen = scene.view["id"], scene.view["hash"]
                await self._call(scene, "views.update", view_id=view_id, hash=seen, view=view(form))
            else:
                await self._call(scene, "views.push", trigger_id=scene.trigger_id, view=view(form))
        elif scene.trigger_id:
            await self._call(scene, "views.open", trigger_id=scene.trigger_id, view=view(form))
        else:
            await self._reply(scene, self._notice("slack-form-needs-button", form.language))

    def _notice(self, key: str, language: str | None = None) -> Card:
        words = words_for(Language(language or self._language))
        return Card(words(f"{key}-title"), (Paragraph(words(key)),), language or self._language)
