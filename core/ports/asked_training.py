"""What is stored of broadcasts that ask for training: who was asked for which course, and has done it since."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple, Protocol


class AskedOf(NamedTuple):
    """A broadcast about a course reaches a person at an instant (UTC), or did."""

    person_id: str
    course_id: str
    at: datetime


class AskedTraining(Protocol):
    """Broadcasts about courses, looked at from the people who were asked.

    `recorded` has what was recorded of late: ids of courses by person.
    """

    async def acted(self, recorded: Mapping[str, Collection[str]], at: datetime) -> list[tuple[str, str]]:
        """Keep that these people did what broadcasts asked them to record.

        Ids of broadcasts and people, of those who had not acted before.
        """
        ...

    async def unsent(self, recorded: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
        """Ids of the people whose message about one of these courses waits in the outbox, by broadcast."""
        ...

    async def withdraw(self, broadcast_id: str, person_ids: Collection[str], now: datetime) -> None:
        """Take these people's messages back from the outbox; they are left out as no longer in the audience."""
        ...

    async def asked(self, person_ids: Collection[str], since: datetime, until: datetime) -> list[AskedOf]:
        """Which courses broadcasts ask these people for, of messages that went or go in that time."""
        ...
