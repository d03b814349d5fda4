"""What people who use a service said of it, and the figures made of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WINDOW = timedelta(days=90)
"""How far back a figure reaches; the one it is compared with reaches as far back again."""

FEW = 5
"""Fewer answers than this are pointed out, and make no figure in a team's channel."""

LONGEST_SOURCE = 80
LONGEST_REFERENCE = 200
LONGEST_TEXT = 4_000


class Scale(StrEnum):
    """What a score is out of; scores stay on the scale they were given on."""

    ONE_TO_FIVE = "1-5"
    ZERO_TO_TEN = "0-10"
    PERCENT = "percent"

    @property
    def lowest(self) -> float:
        """The worst score there is."""
        return 1 if self is Scale.ONE_TO_FIVE else 0

    @property
    def highest(self) -> float:
        """The best score there is."""
        return {Scale.ONE_TO_FIVE: 5, Scale.ZERO_TO_TEN: 10, Scale.PERCENT: 100}[self]


_SPELLINGS = {
    "1-5": Scale.ONE_TO_FIVE,
    "0-10": Scale.ZERO_TO_TEN,
    "0-100": Scale.PERCENT,
    "0-100%": Scale.PERCENT,
    "%": Scale.PERCENT,
    "percent": Scale.PERCENT,
    "percentage": Scale.PERCENT,
}


def scale_called(written: str) -> Scale | None:
    """The scale as surveys write it: `1-5`, `1 to 5`, `0–10`, `%`; None for another.

    `1 to 5` matters: a spreadsheet takes `1-5` for the first of May.
    """
    bare = written.casefold().replace("–", "-").replace("—", "-").replace("to", "-")
    return _SPELLINGS.get("".join(bare.split()))


@dataclass(frozen=True, slots=True)
class ServiceFeedback:
    """One answer to a survey or tool, of a team or of an objective, never of both.

    `reference` is the source's own id of the answer, unique with tenant and source, so that a repeat is known for
    one and a correction for what it corrects. `received_on` is the source's local date. `text` is what a member of
    the public wrote: personal data, never for logs.
    """

    id: str
    tenant_id: str
    source: str
    reference: str
    received_on: date
    score: float
    scale: Scale
    text: str = ""
    team_id: str | None = None
    objective_id: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers there were in a window, and their scores' sum."""

    count: int = 0
    total: float = 0.0

    @property
    def average(self) -> float | None:
        """On the scores' own scale; None without answers."""
        return self.total / self.count if self.count else None

    @property
    def is_small(self) -> bool:
        """Whether so few answers say little, and might be known again."""
        return self.count < FEW


@dataclass(frozen=True, slots=True)
class ServiceFigure:
    """What one source says, in the last window and in the one before; sources and scales are never mixed."""

    source: str
    scale: Scale
    recent: Tally
    before: Tally

    @property
    def change(self) -> float | None:
        """The average now less the one before, on the scale; None without answers in either window."""
        if self.recent.average is None or self.before.average is None:
            return None
        return self.recent.average - self.before.average


@dataclass(frozen=True, slots=True)
class ServiceVoice:
    """What service users said of one team or objective lately: figures by source, and the newest comments."""

    figures: tuple[ServiceFigure, ...] = ()
    comments: tuple[ServiceFeedback, ...] = ()


SILENCE = ServiceVoice()


def windows(today: date) -> tuple[date, date]:
    """The first days of the window that ends today and of the one before it."""
    recent = today - WINDOW + timedelta(days=1)
    return recent, recent - WINDOW
