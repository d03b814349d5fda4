"""Milestones typed a line each: `Survey by 1 Dec`, `✓ Plans drawn`, `Move in, due 31 March`."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from core.model.objective import Milestone
from core.understanding.dates import read_date

MOST = 30
"""Steps of one objective; more than that is a project plan."""

_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_TICK = re.compile(r"^\s*(?:✓|✔|✅|\[[xX]\])\s*")
_DUE = re.compile(
    r"^(?P<title>.+?)(?:\s*[,;(–-]\s*|\s+)(?:by|before|due(?: on| by)?|erbyn|cyn)\s+(?P<day>[^()]+?)\)?$",
    re.IGNORECASE,
)
_LOOKS_LIKE_A_DATE = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|tomorrow|next|end of|"
    r"ion|chwe|maw|ebr|mai|meh|gor|aws|med|hyd|tach|rhag|diwedd|yfory|nesaf)",
    re.IGNORECASE,
)


class LineWrong(Exception):
    """A line could not be read; `problem` is date, past, twice, many or none, `line` the text of it."""

    def __init__(self, problem: str, line: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def read_milestones(text: str, today: date, known: Sequence[Milestone] = ()) -> tuple[Milestone, ...]:
    """The steps in order; those that are `known` under their title keep the day they were done.

    Raises `LineWrong`. A day that has passed is taken only where it was the step's before, or where it is ticked.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise LineWrong("many", str(len(lines)))
    before = {each.title.casefold(): each for each in known}
    found: dict[str, Milestone] = {}
    for line in lines:
        step = _read(line, today, before)
        if step.title.casefold() in found:
            raise LineWrong("twice", step.title)
        found[step.title.casefold()] = step
    if not found:
        raise LineWrong("none")
    return tuple(found.values())


def _read(line: str, today: date, before: dict[str, Milestone]) -> Milestone:
    said = _BULLET.sub("", line)
    ticked = bool(_TICK.match(said))
    said = _TICK.sub("", said).strip()
    title, due_on = said, None
    if (parts := _DUE.match(said)) is not None and _LOOKS_LIKE_A_DATE.search(parts.group("day")):
        title = parts.group("title").strip()
        due_on = read_date(parts.group("day"), today)
        if due_on is None:
            raise LineWrong("date", said)
    was = before.get(title.casefold())
    if due_on is not None and due_on < today and not ticked and (was is None or was.due_on != due_on):
        raise LineWrong("past", said)
    done_on = (was.done_on if was else None) or today if ticked else None
    return Milestone(title, due_on, done_on)


def as_lines(milestones: Iterable[Milestone], by: str) -> str:
    """The steps as they can be typed again; `by` is the reader's word for it, dates are ISO."""
    return "\n".join(
        f"{'✓ ' if each.done_on else ''}{each.title}" + (f" {by} {each.due_on.isoformat()}" if each.due_on else "")
        for each in milestones
    )
