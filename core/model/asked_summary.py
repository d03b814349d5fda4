"""Which summary is meant: whose, and of which stretch of time; as it travels in buttons and messages' tags."""

from dataclasses import dataclass
from datetime import date, datetime

from core.model.span import SpanKind

_PARTED_BY = "|"
_ASKED = "asked"
_CHANNEL, _LEAD = "channel", "lead"


@dataclass(frozen=True, slots=True)
class AskedSummary:
    """The summary of a team, or of everyone who reports to a manager; `first` is where its stretch begins."""

    kind: SpanKind
    first: date
    team_id: str = ""
    manager_id: str = ""

    @property
    def text(self) -> str:
        """What a button carries."""
        return _PARTED_BY.join((self.kind.value, self.first.isoformat(), self.team_id, self.manager_id))

    @property
    def channel_tag(self) -> str:
        """The tag of the summary posted to the team's channel."""
        return f"{self._tag}:{_CHANNEL}"

    @property
    def lead_tag(self) -> str:
        """The tag of the summary sent to the team's lead."""
        return f"{self._tag}:{_LEAD}"

    @property
    def _tag(self) -> str:
        if self.kind is SpanKind.WEEK:
            return f"summary:{self.team_id}:{self.first.isoformat()}"
        return f"summary:{self.team_id}:{self.kind.value}:{self.first.isoformat()}"

    def asked_tag(self, event: str) -> str:
        """The tag of one that was asked for, by the event that did."""
        return f"summary:{_ASKED}:{self.text}:{event}"


@dataclass(frozen=True, slots=True)
class ShownSummary:
    """The summary that was shown last somewhere, as its buttons carry it (`AskedSummary.text`), and when (UTC)."""

    about: str
    at: datetime


def read_asked(text: str) -> AskedSummary | None:
    """The summary that a button is about; None for what is none of ours."""
    try:
        kind, first, team_id, manager_id = text.split(_PARTED_BY)
        return AskedSummary(SpanKind(kind), date.fromisoformat(first), team_id, manager_id)
    except ValueError:
        return None


def is_sent_once(tag: str) -> bool:
    """Whether a message with this tag is a summary that was asked for, which is never changed afterwards."""
    return tag.startswith(f"summary:{_ASKED}:")


def asked_of_tag(tag: str) -> AskedSummary | None:
    """The summary that a message with this tag was; None for any other message."""
    name, _, rest = tag.partition(":")
    if name != "summary":
        return None
    if rest.startswith(f"{_ASKED}:"):
        return read_asked(rest.removeprefix(f"{_ASKED}:").partition(":")[0])
    about, _, to = rest.rpartition(":")
    team_id, _, first = about.rpartition(":")
    before, _, last = team_id.rpartition(":")
    kind = SpanKind(last) if last in set(SpanKind) and before else SpanKind.WEEK
    if to not in (_CHANNEL, _LEAD):
        return None
    try:
        return AskedSummary(kind, date.fromisoformat(first), before if kind is not SpanKind.WEEK else team_id)
    except ValueError:
        return None
