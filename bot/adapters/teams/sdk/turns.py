"""Takes in what Teams sends by the SDK's adapter: read into an `Incoming`, handled, answered.

Who sent it was checked before (`gate.py`), which the SDK is told.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity, ActivityTypes, ChannelAccount
from botframework.connector.auth import AuthenticateRequestResult, ClaimsIdentity, ConnectorFactory
from msrest.exceptions import ClientException

from bot.adapters.teams.files import file_of
from bot.adapters.teams.incoming import Answer, Incoming, Malformed, Who
from bot.adapters.teams.sdk.connector import Connector
from core.model.shared_file import SharedFile

Handle = Callable[[Incoming], Awaitable[Answer | None]]
"""What becomes of an activity; an invoke needs an answer, without which Teams is told it is not offered."""

MALFORMED = (AttributeError, ClientException, KeyError, RecursionError, TypeError, ValueError)
"""What the SDK and our reading raise for something that is not shaped as Microsoft documents it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An activity that was read and not yet handled."""

    incoming: Incoming
    activity: Any = field(repr=False)


class Turns:
    """Reads activities and has them handled."""

    def __init__(self, connector: Connector) -> None:
        self._connectors = connector.wire
        self._adapter = CloudAdapter(_Authentication(self._connectors))

    def read(self, body: bytes) -> Turn:
        """The activity in `body`; raises `Malformed`."""
        try:
            told = json.loads(body)
            # Before the SDK reads them, which makes a text of whatever stands there.
            if not all(isinstance(told[part]["id"], str) for part in ("from", "recipient", "conversation")):
                raise Malformed("incomplete")
            activity = Activity().deserialize(told)
            if not (activity.type and activity.conversation and activity.recipient and activity.from_property):
                raise Malformed("incomplete")
            incoming = _incoming(activity)
            if not (incoming.service and incoming.bot and incoming.conversation):
                raise Malformed("incomplete")
            return Turn(incoming, activity)
        except Malformed:
            raise
        except MALFORMED as error:
            raise Malformed(type(error).__name__) from error

    async def take(self, turn: Turn, handle: Handle) -> Answer:
        """Have an activity handled, once the gate has let it in."""

        async def handled(context: TurnContext) -> None:
            answer = await handle(turn.incoming)
            if answer is not None and turn.incoming.type == ActivityTypes.invoke:
                response = InvokeResponse(status=answer.status, body=answer.body)
                await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=response))

        known = AuthenticateRequestResult()
        known.claims_identity = ClaimsIdentity({}, True)
        known.connector_factory = self._connectors
        result = await self._adapter.process_activity(known, turn.activity, handled)
        return Answer(result.status, result.body) if result else Answer()


class _Authentication(ConfigurationBotFrameworkAuthentication):
    """The SDK's idea of who we are, which nothing is asked of any more: the gate and the wire do that."""

    def __init__(self, wire: ConnectorFactory) -> None:
        super().__init__(type("Anonymous", (), {"APP_TYPE": "MultiTenant", "APP_ID": "", "APP_PASSWORD": ""})())
        self._wire = wire

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """What connectors are made with."""
        return self._wire

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: nobody signs in to anything through Milepost."""


def _incoming(activity: Activity) -> Incoming:
    conversation, told = activity.conversation, _mapping(activity.channel_data)
    # The SDK looks for `tenantID`; Teams says `tenantId`.
    tenants = (
        conversation.additional_properties.get("tenantId"),
        conversation.tenant_id,
        _mapping(told.get("tenant")).get("id"),
    )
    return Incoming(
        type=activity.type,
        id=_text(activity.id),
        channel_id=_text(activity.channel_id),
        service=_text(activity.service_url),
        bot=_text(activity.recipient.id),
        sender=_who(activity.from_property),
        conversation=_text(conversation.id),
        conversation_type=_text(conversation.conversation_type),
        is_group=bool(conversation.is_group),
        tenants=frozenset(str(each) for each in tenants if each),
        name=_text(activity.name),
        action=_text(activity.action),
        change=_text(told.get("eventType")),
        team=_text(_mapping(told.get("team")).get("id")),
        channel=_text(_mapping(told.get("channel")).get("id")),
        text=_text(activity.text),
        value=activity.value,
        reply_to=_text(activity.reply_to_id),
        locale=_text(activity.locale),
        files=tuple(_files(activity)),
        mentions=tuple(_mentions(activity)),
        added=tuple(map(_who, activity.members_added or ())),
        removed=tuple(map(_who, activity.members_removed or ())),
    )


def _files(activity: Activity) -> list[SharedFile]:
    found = [
        file_of(_text(each.content_type), _text(each.name), _text(each.content_url), _mapping(each.content))
        for each in activity.attachments or ()
    ]
    return [each for each in found if each is not None]


def _mentions(activity: Activity) -> list[tuple[str, str]]:
    found = []
    for entity in activity.entities or []:
        if entity.type == "mention":
            more = entity.additional_properties
            found.append((str(more["mentioned"]["id"]), str(more["text"])))
    return found


def _who(account: ChannelAccount) -> Who:
    return Who(_text(account.id), _text(account.aad_object_id))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
