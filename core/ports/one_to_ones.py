"""What is stored of one-to-ones, and of what was said about answers."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol

from core.model.action import AgreedAction
from core.model.one_to_one import AgendaItem, OneToOne, OneToOneNote
from core.model.recognition import Recognition
from core.model.remark import Remark


class Remarks(Protocol):
    """What was said about answers; never changed afterwards."""

    async def add(self, remark: Remark) -> bool:
        """Insert; False when it is there already."""
        ...

    async def by_id(self, remark_id: str) -> Remark | None: ...
    async def of_checkin(self, checkin_id: str) -> list[Remark]:
        """The oldest first."""
        ...


class OneToOnes(Protocol):
    """Meetings, their agendas and their notes."""

    async def save(self, meetings: Iterable[OneToOne]) -> None:
        """Insert or update by id."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, OneToOne]: ...
    async def open_for(self, person_ids: Collection[str]) -> list[OneToOne]:
        """Meetings of these people that are still to be held, with whomever they were to be."""
        ...

    async def last_held(self, person_ids: Collection[str]) -> list[OneToOne]:
        """The newest meeting that each of these people held with each line manager."""
        ...

    async def held(self, person_id: str, reader_id: str, limit: int, offset: int) -> list[OneToOne]:
        """Meetings that the person held, the newest first, of which the reader may know.

        The person knows of all; anyone else of those they held with the person, or that were shared with them.
        """
        ...

    async def save_items(self, items: Iterable[AgendaItem]) -> None:
        """Insert or update by id."""
        ...

    async def add_item(self, item: AgendaItem) -> bool:
        """Insert; False when it is there already."""
        ...

    async def open_items(self, person_ids: Collection[str]) -> list[AgendaItem]:
        """What is still to be discussed with these people, the oldest first."""
        ...

    async def items_of(self, one_to_one_ids: Collection[str]) -> list[AgendaItem]:
        """What was discussed at these meetings, the oldest first."""
        ...

    async def add_note(self, note: OneToOneNote) -> bool:
        """Insert; False when it is there already."""
        ...

    async def notes_for(self, one_to_one_ids: Collection[str], reader_id: str) -> list[OneToOneNote]:
        """Shared notes on these meetings, and the reader's own private ones; nobody else's. The oldest first."""
        ...

    async def actions_of(self, one_to_one_ids: Collection[str]) -> list[AgreedAction]:
        """What was agreed at these meetings, the oldest first."""
        ...

    async def actions_closed(self, person_ids: Collection[str], since: datetime) -> list[AgreedAction]:
        """Agreed actions about these people that were closed after `since` (UTC), the oldest first."""
        ...

    async def thanks_shared(self, person_ids: Collection[str], since: datetime) -> list[Recognition]:
        """Thanks to these people that they agreed to share after `since` (UTC), the oldest first."""
        ...
