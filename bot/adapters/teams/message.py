"""What Milepost posts to Teams, and what it is told of people, free of any SDK."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_SUGGESTIONS = 3
"""Microsoft, "Dynamically guide users with suggested actions": Teams displays only the first three."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message: an Adaptive Card with a `summary` for notifications, or a plain `text`.

    `suggestions` are words that a tap would say, shown above the box that is typed in.
    """

    text: str = ""
    card: Mapping[str, Any] | None = None
    summary: str = ""
    language: str = ""
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a conversation, as Teams knows them; "" for what it does not tell."""

    directory_id: str
    email: str
    principal_name: str
    name: str
