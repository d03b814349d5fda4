"""Where a message of Teams goes, as the text that accounts, channels and posted messages keep."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Self

from core.ports import Refused


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation with the bot, and what is needed to write there at any time.

    `service` is the Bot Connector's address for it, `bot` the bot's id there. `user` is the person's id for this
    bot in a personal conversation; without a `conversation` yet, one is opened with them. `team` is the team a
    channel belongs to.
    """

    service: str
    bot: str
    conversation: str = ""
    user: str = ""
    team: str = ""

    def __str__(self) -> str:
        """The place as text; the same place is always the same text."""
        known = {key: value for key, value in asdict(self).items() if value}
        return json.dumps(known, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @classmethod
    def read(cls, text: str) -> Self:
        """The place that `text` stands for; raises `Refused` for an address that is none of ours."""
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError):
            raise Refused("not_an_address_of_teams") from None

    @property
    def roster(self) -> str:
        """The conversation whose members Teams tells about: a channel's are its team's."""
        return self.team or self.conversation

    def alone_with(self, user: str) -> "Place":
        """The personal conversation with someone, still to be opened."""
        return replace(self, conversation="", user=user, team="")
