"""How work felt to someone since a moment, as their check-ins say: for the agenda of the two who may read it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from core.model.one_to_one import AgendaLine
from core.ports import Store


async def felt_since(store: Store, person_ids: Collection[str], since: datetime) -> Mapping[str, list[AgendaLine]]:
    """Lines of `Source.WELLBEING` by person; none while no check-in asks how work felt."""
    return {}
