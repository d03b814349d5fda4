"""Who stands in for a line manager, and for how long."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Delegation:
    """`delegate_id` stands in for `manager_id` from `starts_on` to `ends_on`: the manager's dates, inclusive."""

    id: str
    tenant_id: str
    manager_id: str
    delegate_id: str
    starts_on: date
    ends_on: date

    def covers(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.starts_on <= day <= self.ends_on
