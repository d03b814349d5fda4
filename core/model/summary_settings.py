"""What a team wants of its summary: how often, to whom, and how much of it the channel shows."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.span import SpanKind


class SentTo(StrEnum):
    """Who gets the summary by itself; the line manager may always ask for it."""

    CHANNEL = "channel"
    LEAD = "lead"
    BOTH = "both"


class Section(StrEnum):
    """A part of the summary that a team may keep out of its channel."""

    ATTENTION = "attention"
    PARTICIPATION = "participation"
    OBJECTIVES = "objectives"
    OBSTACLES = "obstacles"
    TRAINING = "training"
    SERVICE = "service"
    WINS = "wins"
    THANKS = "thanks"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class SummarySettings:
    """One team's settings; as here where none were made. `every` is a week or a month."""

    every: SpanKind = SpanKind.WEEK
    sent_to: SentTo = SentTo.BOTH
    hidden: frozenset[Section] = frozenset()

    def shows(self, section: Section) -> bool:
        """Whether the channel shows this part."""
        return section not in self.hidden

    @property
    def goes_to_channel(self) -> bool:
        """Whether the team's channel gets it."""
        return self.sent_to in (SentTo.CHANNEL, SentTo.BOTH)

    @property
    def goes_to_lead(self) -> bool:
        """Whether its lead gets it."""
        return self.sent_to in (SentTo.LEAD, SentTo.BOTH)


DEFAULT_SETTINGS = SummarySettings()
