"""The calls to the Bot Connector service, by the SDK's client; every failure is one of `SendFailed`."""

from typing import Any

from botbuilder.core import CardFactory
from botbuilder.schema import (
    ActionTypes,
    Activity,
    ActivityTypes,
    CardAction,
    ChannelAccount,
    ConversationAccount,
    ConversationParameters,
    SuggestedActions,
    TextFormatTypes,
)
from botbuilder.schema.teams import TeamsChannelAccount
from botframework.connector.auth import MicrosoftAppCredentials
from msrest.exceptions import ClientException

from bot.adapters.teams.message import Member, Message
from bot.adapters.teams.registration import Registration
from bot.adapters.teams.sdk.wire import TIMEOUT_S, Credentials, Wire
from bot.adapters.teams.services import IsService
from core.ports import Unreachable


class Connector:
    """Posts to conversations at a `service` of Microsoft's; one at any other address is refused.

    Without a `registration` nothing is signed. `credentials` stand in for Microsoft's in tests.
    """

    def __init__(
        self,
        registration: Registration | None,
        is_service: IsService,
        timeout_s: float = TIMEOUT_S,
        credentials: Credentials | None = None,
    ) -> None:
        if credentials is None and registration is not None:
            credentials = MicrosoftAppCredentials(
                registration.app_id, registration.password, registration.tenant_id
            )
        self.wire = Wire(credentials, is_service, timeout_s)

    async def post(self, service: str, conversation: str, message: Message, *, bot: str, to: str = "") -> str:
        """Post to a conversation; the id of the message, "" when none is told."""
        connector = await self.wire.create(service)
        activity = _activity(message, conversation, bot, to)
        posted = await _read(connector.conversations.send_to_conversation(conversation, activity))
        return str(posted.id) if posted and posted.id else ""

    async def change(
        self, service: str, conversation: str, message_id: str, message: Message, *, bot: str, to: str = ""
    ) -> None:
        """Change a message in place; raises `NotThere` when it no longer exists."""
        connector = await self.wire.create(service)
        activity = _activity(message, conversation, bot, to)
        activity.id = message_id
        await _read(connector.conversations.update_activity(conversation, message_id, activity))

    async def open(self, service: str, *, bot: str, user: str, tenant: str) -> str:
        """The personal conversation with someone, opened as often as asked."""
        connector = await self.wire.create(service)
        opened = await _read(
            connector.conversations.create_conversation(
                ConversationParameters(
                    is_group=False,
                    bot=ChannelAccount(id=bot),
                    members=[ChannelAccount(id=user)],
                    tenant_id=tenant,
                    channel_data={"tenant": {"id": tenant}},
                )
            )
        )
        return str(opened.id)

    async def member(self, service: str, conversation: str, user: str) -> Member:
        """What Teams knows of someone in a conversation; raises `NotThere` for someone who is not in it."""
        connector = await self.wire.create(service)
        known = await _read(connector.conversations.get_conversation_member(conversation, user))
        # The SDK's model of an account leaves what only Teams tells, such as the email address, beside it.
        told = TeamsChannelAccount().deserialize(known.serialize() | known.additional_properties)
        return Member(
            directory_id=told.aad_object_id or "",
            email=told.email or "",
            principal_name=told.user_principal_name or "",
            name=told.name or "",
        )

    async def check_credentials(self) -> None:
        """Ask Microsoft for a token; raises `Unreachable` when it grants none."""
        await self.wire.check_credentials()

    async def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self.wire.close()


def _activity(message: Message, conversation: str, bot: str, to: str) -> Activity:
    if message.card is None:
        activity = Activity(type=ActivityTypes.message, text=message.text, text_format=TextFormatTypes.plain)
    else:
        # The summary is what notifications say and what clients show that draw no cards.
        attachment = CardFactory.adaptive_card(message.card)
        activity = Activity(
            type=ActivityTypes.message, summary=message.summary, attachments=[attachment], locale=message.language
        )
    if message.suggestions and to:
        actions = [CardAction(type=ActionTypes.im_back, title=word, value=word) for word in message.suggestions]
        activity.suggested_actions = SuggestedActions(to=[to], actions=actions)
    activity.from_property = ChannelAccount(id=bot)
    activity.conversation = ConversationAccount(id=conversation)
    if to:
        activity.recipient = ChannelAccount(id=to)
    return activity


async def _read(call: Any) -> Any:
    try:
        return await call
    except ClientException as error:
        # An answer that the SDK cannot read: what was asked for may have happened or not.
        raise Unreachable(type(error).__name__) from error
