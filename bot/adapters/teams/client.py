"""Microsoft Teams through the Bot Connector service: a bot's calls, its messages and its directory."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import structlog

from bot.adapters.teams.address import Place
from bot.adapters.teams.message import MOST_SUGGESTIONS, Member, Message
from bot.adapters.teams.registration import Registration
from bot.adapters.teams.render import PictureUrl, card, form, no_pictures, summary
from bot.adapters.teams.sdk.connector import Connector
from bot.adapters.teams.sdk.wire import TIMEOUT_S, NotThere
from bot.adapters.teams.services import IsService, is_microsofts, is_on_this_machine
from core.chat.card import Card, Chart, Form
from core.chat.event import Origin
from core.model.delivery import Posted
from core.model.person import Account, Platform
from core.ports import CannotTell, Profile, Refused, Throttled, Unreachable

_log = structlog.get_logger()


class TeamsClient:
    """Calls the Bot Connector service; every failure is one of `SendFailed`.

    Without a `registration` nothing is signed, which only the Agents Playground and tests accept; then only
    services on this machine are spoken with, else only Microsoft's, unless `is_service` says otherwise.
    """

    def __init__(
        self,
        registration: Registration | None,
        picture_url: PictureUrl = no_pictures,
        timeout_s: float = TIMEOUT_S,
        credentials: Any = None,
        is_service: IsService | None = None,
    ) -> None:
        self.registration = registration
        self.is_service = is_service or (is_microsofts if registration is not None else is_on_this_machine)
        self.connector = Connector(registration, self.is_service, timeout_s, credentials)
        self.picture_url = picture_url

    async def post(self, place: Place, message: Message, thread: str = "") -> str:
        """Post to a conversation, or in a `thread` of it; the id of the message."""
        conversation = thread or place.conversation
        return await self.connector.post(place.service, conversation, message, bot=place.bot, to=place.user)

    async def change(self, place: Place, message_id: str, message: Message) -> None:
        """Change a message in place; raises `NotThere` when it no longer exists."""
        await self.connector.change(
            place.service, place.conversation, message_id, message, bot=place.bot, to=place.user
        )

    async def open(self, place: Place, workspace: str) -> Place:
        """The place with its conversation; a personal one that is not known yet is opened, as often as asked."""
        if place.conversation:
            return place
        try:
            opened = await self.connector.open(place.service, bot=place.bot, user=place.user, tenant=workspace)
        except Unreachable as failed:
            # Whether it was opened or not, nothing has been said in it.
            raise Unreachable(failed.reason, may_have_arrived=False) from failed
        return Place(place.service, place.bot, opened, place.user)

    async def member(self, place: Place, user: str) -> Member:
        """What Teams knows of someone in a conversation; raises `NotThere` for someone who is not in it."""
        return await self.connector.member(place.service, place.roster, user)

    def message(self, shown: Card) -> Message:
        """A card as a message."""
        return Message(
            card=self.drawn(shown),
            summary=summary(shown),
            language=shown.language,
            suggestions=shown.suggestions[:MOST_SUGGESTIONS],
        )

    def drawn(self, shown: Card) -> dict[str, Any]:
        """A card as an Adaptive Card."""
        return card(shown, self.picture_url)

    def form(self, shown: Form) -> Message:
        """A form as a message."""
        return Message(card=form(shown), summary=summary(Card(shown.title)), language=shown.language)

    def sentence(self, text: str) -> Message:
        """A few words of our own as a message."""
        return Message(text=text)

    async def check_credentials(self) -> None:
        """Ask Microsoft for a token; raises `Unreachable` when it grants none."""
        await self.connector.check_credentials()

    async def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        await self.connector.close()


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
        except NotThere:
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
        user = Place.read(origin.address or origin.conversation).user or origin.user
        try:
            member = await self._client.member(Place.read(origin.conversation), user)
        except Refused as refused:
            _log.warning("teams.profile_refused", reason=refused.reason)
            return None
        email = next((each for each in (member.email, member.principal_name) if "@" in each), "")
        if not email:
            return None
        return Profile(origin.user, email, member.name, address=origin.address)

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
        return member.directory_id or user
