"""How messages are taken back from the outbox, whoever does it: kept there, as cancelled, with the reason."""

from sqlalchemy import ColumnElement, bindparam, exists, update
from sqlalchemy.sql.dml import ReturningUpdate

from core.model.delivery import DeliveryState
from storage.tables import outbox

_part = outbox.alias("part")


def cancelled(*which: ColumnElement[bool]) -> ReturningUpdate[tuple[str]]:
    """Cancel those messages for a reason (`because`) `at` an instant; returns their keys.

    What is just being sent cannot be called back, and is left; so is what may have arrived with other messages.
    """
    has_parts = exists().where(_part.c.part_of == outbox.c.id, _part.c.state == DeliveryState.SENDING)
    return (
        update(outbox)
        .where(*which, outbox.c.state == DeliveryState.QUEUED, ~has_parts)
        .values(state=DeliveryState.CANCELLED, reason=bindparam("because"), finished_at=bindparam("at"))
        .returning(outbox.c.key)
    )
