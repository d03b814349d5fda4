"""Microsoft Teams through the Bot Connector service: a bot's calls, its messages and its directory."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import structlog
from botbuilder.core import CardFactory
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    ChannelAccount,
    ConversationAccount,
    ConversationParameters,
    TextFormatTypes,
)
from botbuilder.schema.teams import TeamsChannelAccount
from botframework.connector.aio import ConnectorClient
from msrest.exceptions import ClientException

from bot.adapters.teams.address import Place
from bot.adapters.teams.render import PictureUrl, card, form, no_pictures, summary
from bot.adapters.teams.wire import (
    TIMEOUT_S,
    Gone,
    Registration,
    SharedAuthentication,
    Wire,
    configuration,
    credentials_of,
)
from core.chat.card import Card, Chart, Form
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform
from core.ports import CannotTell, Profile, Refused, Throttled, Unreachable

_log = structlog.get_logger()


class TeamsClient:
    """Calls the Bot Connector service; every failure is one of `SendFailed`.

    Without a `registration` nothing is signed, which only the Agents Playground and tests accept. `authentication`
    is what the SDK's adapter takes.
    """

    def __init__(
        self,
        registration: Registration | None,
        picture_url: PictureUrl = no_pictures,
        timeout_s: float = TIMEOUT_S,
        credentials: Any = None,
    ) -> None:
        self.registration = registration
        self._picture_url = picture_url
        self._wire = Wire(credentials or credentials_of(registration), timeout_s)
        self.authentication = SharedAuthentication(configuration(registration), self._wire)

    async def post(self, place: Place, message: Activity, thread: str = "") -> str:
        """Post to a conversation, or in a `thread` of it; the id of the message."""
        connector = await self._connector(place)
        conversation = thread or place.conversation
        posted = await _read(
            connector.conversations.send_to_conversation(conversation, _addressed(message, place, conversation))
        )
        return posted.id if posted and posted.id else ""

    async def change(self, place: Place, message_id: str, message: Activity) -> None:
        """Change a message in place; raises `Gone` when it no longer exists."""
        connector = await self._connector(place)
        activity = _addressed(message, place, place.conversation)
        activity.id = message_id
        await _read(connector.conversations.update_activity(place.conversation, message_id, activity))

    async def open(self, place: Place, workspace: str) -> Place:
        """The place with its conversation; a personal one that is not known yet is opened, as often as asked."""
        if place.conversation:
            return place
        connector = await self._connector(place)
        opened = await _read(
            connector.conversations.create_conversation(
                ConversationParameters(
                    is_group=False,
                    bot=ChannelAccount(id=place.bot),
                    members=[ChannelAccount(id=place.user)],
                    tenant_id=workspace,
                    channel_data={"tenant": {"id": workspace}},
                )
            )
        )
        return Place(place.service, place.bot, opened.id, place.user)

    async def member(self, place: Place, user: str) -> TeamsChannelAccount:
        """What Teams knows of someone in a conversation; raises `Gone` for someone who is not in it."""
        connector = await self._connector(place)
        known = await _read(connector.conversations.get_conversation_member(place.roster, user))
        # The SDK's model of an account leaves what only Teams tells, such as the email address, beside it.
        return TeamsChannelAccount().deserialize(known.serialize() | known.additional_properties)

    def message(self, shown: Card) -> Activity:
        """A card as a message."""
        return _message(card(shown, self._picture_url), summary(shown))

    def form(self, shown: Form) -> Activity:
        """A form as a message."""
        return _message(form(shown), summary(Card(shown.title)))

    def sentence(self, text: str) -> Activity:
        """A few words of our own as a message."""
        return Activity(type=ActivityTypes.message, text=text, text_format=TextFormatTypes.plain)

    async def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self._wire.close()

    async def _connector(self, place: Place) -> ConnectorClient:
        return await self._wire.create(place.service)


def _message(drawn: dict[str, Any], said: str) -> Activity:
    # The summary is what notifications say and what clients show that draw no cards.
    attachment = CardFactory.adaptive_card(drawn)
    return Activity(type=ActivityTypes.message, summary=said, attachments=[attachment], locale=drawn["lang"])


def _addressed(message: Activity, place: Place, conversation: str) -> Activity:
    message.from_property = ChannelAccount(id=place.bot)
    message.conversation = ConversationAccount(id=conversation)
    if place.user:
        message.recipient = ChannelAccount(id=place.user)
    return message


async def _read(call: Any) -> Any:
    try:
        return await call
    except ClientException as error:
        # An answer that the SDK cannot read: what was asked for may have happened or not.
        raise Unreachable(type(error).__name__) from error


class TeamsMessenger:
    """Posts cards and changes them in place; `core.ports.Messenger` for Teams. Addresses are `Place`s as text."""

    platform = Platform.TEAMS
    shows_pictures_inline = True

    def __init__(self, client: TeamsClient) -> None:
        self._client = client

    async def send(self, workspace: str, address: str, card: Card, delivery_id: str) -> Posted:
        """Post `card`. Teams has no place for a delivery's id, so a lost outcome stays unknown."""
        place = await self._client.open(Place.read(address), workspace)
        message = await self._client.post(place, self._client.message(card))
        return Posted(Platform.TEAMS, workspace, str(place), message)

    async def update(self, posted: Posted, card: Card) -> None:
        """Change a posted message in place."""
        place = Place.read(posted.conversation)
        try:
            await self._client.change(place, posted.message, self._client.message(card))
        except Gone:
            _log.info("teams.message_to_change_is_gone")

    async def attach(self, posted: Posted, chart: Chart, png: bytes) -> None:
        """Nothing: the card itself shows its pictures, by address, or says them where there is none."""

    async def find(self, workspace: str, address: str, delivery_id: str, since: datetime) -> Posted | None:
        """Raises `CannotTell`: a bot cannot read back what it has said."""
        raise CannotTell("teams_shows_bots_no_history")


class TeamsDirectory:
    """The members of conversations; `core.ports.Directory` for Teams."""

    def __init__(self, client: TeamsClient) -> None:
        self._client = client

    async def profile(self, origin: Origin) -> Profile | None:
        """Who is behind an event; None for someone who is not (or no longer) in the conversation.

        Raises `Throttled` and `Unreachable`, so that nobody is taken for a stranger because Teams is out of reach.
        """
        # The person's id for this bot, not the directory's, by which the Agents Playground knows nobody.
        user = Place.read(origin.address or "").user
        try:
            member = await self._client.member(Place.read(origin.conversation), user)
        except Refused as refused:
            _log.warning("teams.profile_refused", reason=refused.reason)
            return None
        email = next((each for each in (member.email, member.user_principal_name) if each and "@" in each), "")
        if not email:
            return None
        return Profile(origin.user, email, member.name or "", address=origin.address)

    async def find(self, email: str, workspaces: Collection[str]) -> Account | None:
        """None: without Microsoft Graph nobody can be looked up by email; they are met when they are."""
        return None

    async def account_of(self, place: Place, user: str) -> str:
        """The id that an account is known by, for someone mentioned; the given one when Teams does not tell."""
        try:
            member = await self._client.member(place, user)
        except (Refused, Throttled, Unreachable) as failed:
            _log.warning("teams.mention_not_resolved", reason=failed.reason)
            return user
        return member.aad_object_id or user
