"""A time of day as an answer: `14:00`, `2pm`, `9.30`; stored as `14:00`."""

import re
from dataclasses import dataclass
from datetime import date

from core.chat.card import Input, Option
from core.flows.inputs import Field, NotUnderstood
from core.model.person import Language
from core.texts.texts import Words

_CLOCK = re.compile(r"^(?:at\s+|am\s+)?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?$")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """Local time of day, to the minute."""

    def read(self, text: str, today: date) -> str:
        """`14:00`; raises `NotUnderstood`."""
        found = _CLOCK.match(text.strip().casefold())
        hour, minute = (int(found.group("hour")), int(found.group("minute") or 0)) if found else (24, 0)
        half = (found.group("half") or "").replace(".", "") if found else ""
        if half == "pm" and hour < 12:
            hour += 12
        if hour > 23 or minute > 59:
            raise NotUnderstood("input-time-unclear")
        return f"{hour:02}:{minute:02}"

    def show(self, value: str, language: Language) -> str:
        """As it is stored."""
        return value

    def options(self, words: Words) -> tuple[Option, ...]:
        """None: it is typed."""
        return ()

    def field(self, field: Field, words: Words) -> Input:
        """A short text."""
        return field.typed(placeholder="14:00", max_length=20)
