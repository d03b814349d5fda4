"""Milestones as people list them: a line or semicolon each, with a date at its end where there is one."""

import re
from datetime import date

from core.model.objective import Milestone
from core.understanding.dates import read_date

MOST = 20
LONGEST_TITLE = 200

_BREAK = re.compile(r"[\n;]+")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s*")
_BY = re.compile(r"[\s,]*(?:\b(?:by|before|on|erbyn|cyn|ar)\s+|[–—:]\s*|\()(?P<date>[^()]+)\)?$", re.IGNORECASE)


def read_milestones(text: str, today: date) -> tuple[Milestone, ...]:
    """The milestones of a list, in its order; a date that cannot be read stays part of the title."""
    lines = (_BULLET.sub("", line).strip() for line in _BREAK.split(text))
    return tuple(_milestone(line, today) for line in lines if line)[:MOST]


def _milestone(line: str, today: date) -> Milestone:
    found = _BY.search(line)
    day = read_date(found.group("date"), today) if found else None
    if found is None or day is None or found.start() == 0:
        return Milestone(line[:LONGEST_TITLE])
    return Milestone(line[: found.start()].rstrip(" ,")[:LONGEST_TITLE], day)
