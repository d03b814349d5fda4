"""Erase a person, unless a legal hold keeps what is known of them; counts about many are taken before."""

from collections.abc import Mapping
from datetime import datetime

from core.model.audit import AuditAction, AuditNote, detail_of
from core.model.person import Person
from core.model.privacy import OnHold
from core.ports import Store
from core.services.keep_weeks import keep_weeks


async def erase_person(store: Store, person: Person, now: datetime) -> Mapping[str, int]:
    """Erase the person; rows removed or changed, by table. Raises `OnHold`.

    Weeks of the organisation that are over are counted first, so that its figures do not change.
    """
    hold = await store.privacy.hold_on(person.id)
    if hold is not None:
        raise OnHold(hold)
    before = None
    # Weeks in which nobody was asked stay uncounted, however often they are come to.
    while (left := await keep_weeks(store, person.tenant_id, now.date(), at_least=1)) and left != before:
        before = left
    done = await store.privacy.erase(person, now)
    rows = sum(done.values())
    await store.audit.note(AuditNote(person.tenant_id, AuditAction.ERASE_PERSON, person.id, detail_of(rows=rows)))
    return done
