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
            detail = _from_to(was.access, person.access)
            yield AuditNote(person.tenant_id, AuditAction.CHANGE_ACCESS, person.id, detail)
        if person.manager_id != was.manager_id:
            detail = _from_to(was.manager_id, person.manager_id)
            yield AuditNote(person.tenant_id, AuditAction.CHANGE_LINE_MANAGER, person.id, detail)


def changes_of_leads(before: Mapping[str, str | None], after: Iterable[Team]) -> Iterator[AuditNote]:
    """Teams' leads that are no longer those they were, by team."""
    for team in after:
        was = before.get(team.id)
        if team.lead_id != was:
            detail = _from_to(was, team.lead_id, team=team.id)
            yield AuditNote(team.tenant_id, AuditAction.CHANGE_TEAM_LEAD, team.lead_id, detail)


def _from_to(before: str | None, after: str | None, **more: str) -> str:
    # "from" is no name that Python takes for an argument.
    return detail_of(**{"from": before, "to": after, **more})
