"""How long each kind of data is kept, counted from what ends its use; sources: `docs/privacy/retention.md`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateutil.relativedelta import relativedelta


class Kept(StrEnum):
    """How long something is kept, and from when that is counted."""

    CHECK_INS = "check-ins"
    """From the day the check-in closed."""
    OBJECTIVES = "objectives"
    """From the day the objective was closed; one that is still worked on is kept."""
    REVIEWS = "reviews"
    """Reviews and 360 rounds: from the day they were opened."""
    ONE_TO_ONES = "one-to-ones"
    """From the day the meeting was held."""
    FEEDBACK = "feedback"
    """Feedback and thanks: from the day they were given."""
    TRAINING = "training"
    """From the day the completion no longer counts, or was completed where it never runs out."""
    ABSENCES = "absences"
    """From the last day away."""
    SERVICE_FEEDBACK = "service-feedback"
    """What service users said: from the day it was received."""
    BROADCASTS = "broadcasts"
    """From the day it was written."""
    MESSAGES = "messages"
    """What was sent and received: from the day it was sent, given up or worked on."""
    REQUESTS = "privacy-requests"
    """Requests under data protection law: from the day they were closed."""
    LEAVERS = "leavers"
    """All that is kept under someone's name: from the last day of their contract."""
    CONVERSATIONS = "conversations"
    """Answers that were begun and not finished: from the day they were touched last."""
    AS_LONG_AS_USED = "as long as it is used"
    """Settings and lists of the organisation: until someone changes or removes them."""
    FIGURES = "figures"
    """Counts about five people or more: no personal data, kept for as long as the organisation likes."""
    MOMENTS = "moments"
    """Technical marks that go by themselves within days."""


NEVER_BY_TIME = frozenset({Kept.AS_LONG_AS_USED, Kept.FIGURES, Kept.MOMENTS})
"""What no retention run removes."""

DEFAULT_MONTHS: Mapping[Kept, int] = {
    Kept.CHECK_INS: 24,
    Kept.OBJECTIVES: 72,
    Kept.REVIEWS: 72,
    Kept.ONE_TO_ONES: 72,
    Kept.FEEDBACK: 36,
    Kept.TRAINING: 120,
    Kept.ABSENCES: 24,
    Kept.SERVICE_FEEDBACK: 36,
    Kept.BROADCASTS: 24,
    Kept.MESSAGES: 3,
    Kept.REQUESTS: 36,
    Kept.LEAVERS: 84,
    Kept.CONVERSATIONS: 6,
}
"""What holds where HR has said nothing."""

FEWEST_MONTHS = 1
MOST_MONTHS = 1_200


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """How many months an organisation keeps each kind; kinds that are not in `months` by their default."""

    months: Mapping[Kept, int]

    def months_of(self, kind: Kept) -> int:
        """For how many months `kind` is kept; raises `KeyError` for what no run removes."""
        return self.months.get(kind, DEFAULT_MONTHS[kind])

    def ends(self, kind: Kept, now: datetime) -> datetime:
        """Whatever of `kind` ended before this instant (UTC) is not kept any longer at `now` (UTC)."""
        return now - relativedelta(months=self.months_of(kind))
