"""What a look at one thing comes to."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Verdict(StrEnum):
    """How it stands; only what is to be fixed keeps Milepost from working as it should."""

    OK = "ok"
    ADVICE = "advice"
    FIX = "fix"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and unless it is right what to do."""

    name: str
    verdict: Verdict
    said: str
    todo: str = ""


def right(name: str, said: str) -> Check:
    """It is as it should be."""
    return Check(name, Verdict.OK, said)


def advice(name: str, said: str, todo: str) -> Check:
    """It works, and could be better."""
    return Check(name, Verdict.ADVICE, said, todo)


def wrong(name: str, said: str, todo: str) -> Check:
    """It has to be put right."""
    return Check(name, Verdict.FIX, said, todo)


def duration(of: timedelta) -> str:
    """How long, in the largest unit that fits: “3 days”, “5 minutes”."""
    seconds = of.total_seconds()
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} seconds"
