"""Changes of who may see and do what, as the audit log keeps them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.model.audit import AuditAction, AuditNote, detail_of
from core.model.person import Access, Person, Team


@dataclass(frozen=True, slots=True)
class Standing:
    """What someone's permissions followed from before a change."""

    access: Access = Access.STAFF
    manager_id: str | None = None


def changes_of_people(before: Mapping[str, Standing], after: Iterable[Person]) -> Iterator[AuditNote]:
    """Access levels and line managers that are no longer as they were; who is new began as staff without one."""
    for person in after:
        was = before.get(person.id, Standing())
        if person.access is not was.access:
            facts = {"from": was.access, "to": person.access}
            yield AuditNote(person.tenant_id, AuditAction.CHANGE_ACCESS, person.id, detail_of(**facts))
        if person.manager_id != was.manager_id:
            managers = {"from": was.manager_id, "to": person.manager_id}
            yield AuditNote(person.tenant_id, AuditAction.CHANGE_LINE_MANAGER, person.id, detail_of(**managers))


def changes_of_leads(before: Mapping[str, str | None], after: Iterable[Team]) -> Iterator[AuditNote]:
    """Teams' leads that are no longer those they were, by team."""
    for team in after:
        was = before.get(team.id)
        if team.lead_id != was:
            facts = {"team": team.id, "from": was, "to": team.lead_id}
            yield AuditNote(team.tenant_id, AuditAction.CHANGE_TEAM_LEAD, team.lead_id, detail_of(**facts))
