"""What is stored of the questions that are added to check-ins, their answers, and weekly priorities."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from core.model.checkin import NoteAudience
from core.model.questions import QuestionAnswer, QuestionSet
from core.model.week_priority import WeekPriority


class Questions(Protocol):
    """Versions of question sets, and what was answered to them."""

    async def add(self, version: QuestionSet) -> None:
        """Insert a new version; raises `Conflict` where someone else made the same one meanwhile."""
        ...

    async def newest(self, owner_ids: Collection[str]) -> dict[str, QuestionSet]:
        """The newest version of each owner's questions, by owner; owners who never had any are absent."""
        ...

    async def newest_of_tenant(self, tenant_id: str) -> list[QuestionSet]:
        """The newest version of every owner of an organisation."""
        ...

    async def version(self, owner_id: str, version: int) -> QuestionSet | None: ...
    async def versions(self, refs: Collection[str]) -> dict[str, QuestionSet]:
        """The versions that check-ins name, by what they are named."""
        ...

    async def keep_answers(self, answers: Collection[QuestionAnswer]) -> None:
        """Insert or replace what each check-in says to each part of each question."""
        ...

    async def answers_of(self, checkin_ids: Collection[str]) -> list[QuestionAnswer]:
        """Everything that these check-ins say; what was taken back has an empty value."""
        ...

    async def shared_answers_of(
        self, checkin_ids: Collection[str], audience: NoteAudience
    ) -> list[QuestionAnswer]:
        """Like `answers_of`, of what this audience may read."""
        ...

    async def values_by_period(
        self, tenant_id: str, question_id: str, since: date, until: date
    ) -> dict[date, list[str]]:
        """What everyone answered to one question, by period (both inclusive), a value each."""
        ...


class WeekPriorities(Protocol):
    """What people mean to do in a week."""

    async def save(self, priorities: Collection[WeekPriority]) -> None:
        """Insert or update by id."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, WeekPriority]: ...
    async def open_of(self, person_id: str) -> list[WeekPriority]:
        """The person's open priorities, the oldest first."""
        ...

    async def of_check_in(self, checkin_id: str) -> list[WeekPriority]:
        """What was said at a check-in, by line, whatever became of it."""
        ...
