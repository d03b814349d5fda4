"""Who is being played in a request, where they can be, and what they do there as events to the core."""

import re
from dataclasses import dataclass, replace

from bot.adapters.web import asked
from bot.adapters.web.client import WORKSPACE, WebMessage, direct_address
from bot.adapters.web.guard import Rejected
from bot.adapters.web.render import MessageView, PictureUrl
from bot.adapters.web.roster import Place, Roster
from core.chat.event import CardsAsked, CommandInvoked, Mention, MessageChosen, Origin, TextReceived
from core.commands import SHORTCUTS
from core.model.person import Person, Platform
from core.model.shared_file import SharedFile

CALLED_BY_NAME = re.compile(r"(?<!\S)@milepost\b[:,]?\s*", re.IGNORECASE)
"""In a channel Milepost listens only to what is said to it by name, anywhere in a message."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: who is being played and where they can be, the conversation with Milepost alone first."""

    roster: Roster
    person: Person
    places: tuple[Place, ...]
    picture_url: PictureUrl

    @property
    def view(self) -> MessageView:
        """How they see messages."""
        return MessageView(self.person, self.roster, self.places, self.picture_url)

    def place(self, conversation: str) -> Place:
        """The conversation with this id; raises `Rejected` for one they are not in."""
        found = next((place for place in self.places if place.id == conversation), None)
        if found is None:
            raise Rejected(404, "unknown_conversation")
        return found

    def origin(self, place: Place, event_id: str, message: int | None = None) -> Origin:
        """Where something they do comes from."""
        return Origin(
            platform=Platform.WEB,
            workspace=WORKSPACE,
            user=self.person.email,
            event_id=event_id,
            conversation=place.id,
            private=place.team is None,
            message=None if message is None else str(message),
            address=direct_address(self.person.email),
        )

    def said(
        self, place: Place, said: asked.Said, files: tuple[SharedFile, ...]
    ) -> CommandInvoked | TextReceived | None:
        """A command after a slash, else a text to Milepost; None for what is said in a channel to colleagues."""
        origin = self.origin(place, said.event_id)
        mentions = tuple(
            Mention(each.email, f"@{each.name}") for each in self.roster.people if f"@{each.name}" in said.text
        )
        if said.text.startswith("/") and not files:
            text = said.text.removeprefix("/").removeprefix("milepost").strip()
            return CommandInvoked(origin, text, mentions)
        if place.team is None:
            return TextReceived(origin, said.text, mentions, files)
        text, times = CALLED_BY_NAME.subn("", said.text, count=1)
        return TextReceived(origin, text.strip(), mentions, files) if times else None

    def begun(self, begun: asked.Begun) -> CommandInvoked:
        """A global shortcut: a command given from anywhere, between the person and Milepost alone."""
        command = SHORTCUTS.get(begun.name)
        if command is None:
            raise Rejected(404, "unknown_shortcut")
        return CommandInvoked(self.origin(self.places[0], begun.event_id), command)

    def chosen(self, place: Place, chosen: asked.Chosen, message: WebMessage | None) -> MessageChosen:
        """An entry of the menu of a message; raises `Rejected` for one that they cannot read."""
        if message is None or self.view.place_of(message) is None or not message.text:
            raise Rejected(404, "unknown_message")
        author = next((each.email for each in self.roster.people if each.id == message.author), "")
        return MessageChosen(self._beside(place, chosen.event_id), chosen.name, author, message.text)

    def searched(self, place: Place, event_id: str, typed: str) -> CardsAsked:
        """A search for something to put into the conversation."""
        return CardsAsked(self._beside(place, event_id), typed)

    def _beside(self, place: Place, event_id: str) -> Origin:
        """Where something is asked whose answer is the person's own business, also where everyone reads."""
        return replace(self.origin(place, event_id), private=True, shared=place.team is not None)
