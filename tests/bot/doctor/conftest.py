"""A doctor who looks at real databases, real files and a Slack that answers, in a folder of its own."""

import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.doctor import Check, Verdict, examined
from bot.settings import Settings
from tests.clock import MovableClock
from tests.keys import KEY
from tests.slack_api import slack

__all__ = ["slack"]

Look = Callable[..., Coroutine[Any, Any, "Findings"]]


class Findings:
    """What a doctor found."""

    def __init__(self, checks: list[Check]) -> None:
        self.checks = checks

    @property
    def to_fix(self) -> list[str]:
        """The names of what is to be fixed."""
        return [each.name for each in self.checks if each.verdict is Verdict.FIX]

    def of(self, name: str) -> Check:
        """The gravest check of that name."""
        found = [each for each in self.checks if each.name == name]
        return max(found, key=lambda each: list(Verdict).index(each.verdict))

    def __contains__(self, name: str) -> bool:
        return any(each.name == name for each in self.checks)


class RunningClock(MovableClock):
    """This machine's clock, which servers' answers are compared with; runs on, also after it was put wrong."""

    def __init__(self) -> None:
        super().__init__(datetime.now(UTC))
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The time that it shows."""
        return super().now() + self._ran()

    def move_to(self, instant: datetime) -> None:
        """Make it show `instant` now."""
        super().move_to(instant - self._ran())

    def _ran(self) -> timedelta:
        return timedelta(seconds=time.monotonic() - self._began)


@pytest.fixture
def right_now() -> MovableClock:
    """A clock that is right until it is moved."""
    return RunningClock()


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch, tmp_path, right_now: MovableClock) -> Look:
    """Examine these settings in an empty folder."""
    monkeypatch.chdir(tmp_path)

    async def look_at(**settings: Any) -> Findings:
        given = {"organisation": "Vale Council", "contact": "the HR team", "encryption_keys": KEY} | settings
        return Findings([each async for each in examined(Settings(_env_file=None, **given), right_now)])

    return look_at
