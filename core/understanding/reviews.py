"""What is said of a review: its kind, whose it is, and by when."""

import re
from dataclasses import dataclass
from datetime import date

from core.model.review import ReviewKind
from core.understanding.dates import read_date

_KINDS = {
    ReviewKind.ANNUAL: r"annual|yearly|year[- ]end|end of year|blynyddol|diwedd blwyddyn",
    ReviewKind.MID_YEAR: r"mid[- ]?year|half[- ]?year(ly)?|canol[- ]blwyddyn|hanner blwyddyn",
    ReviewKind.PROBATION: r"probation(ary)?|cyfnod prawf|prawf",
    ReviewKind.CONTRACT_END: r"(end of (the )?)?contract([- ]end)?|leaving|diwedd (y )?contract",
    ReviewKind.MOVE: r"move|moving|transfer|symud|trosglwyddo",
}
_PATTERNS = {kind: re.compile(rf"\b({pattern})\b", re.IGNORECASE) for kind, pattern in _KINDS.items()}
_BY = re.compile(r"[\s,]*\b(?:by|before|erbyn|cyn)\s+(?P<date>[^,]{2,30}?)[.!]?$", re.IGNORECASE)
_FILLER = re.compile(r"^(for|of|with|i|ar gyfer|gyda)\s+|\b(review|adolygiad)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedReview:
    """`kind` and `due_on` (local to the speaker) are None where they were not said, `name` is "" likewise."""

    name: str
    kind: ReviewKind | None
    due_on: date | None


def read_review(text: str, today: date) -> AskedReview:
    """`Amira Hassan annual by 31 March`, in any order of name and kind."""
    said = text.strip()
    by = _BY.search(said)
    due_on = read_date(by["date"], today) if by else None
    if by and due_on is not None:
        said = said[: by.start()]
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(said)), None)
    if kind is not None:
        said = _PATTERNS[kind].sub(" ", said, count=1)
    name = " ".join(_FILLER.sub(" ", said).split())
    return AskedReview(name, kind, due_on)
