"""What is stored of people's development: recognition, evidence, feedback and training."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol

from core.model.evidence import Evidence
from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest
from core.model.recognition import OrganisationValue, Recognition
from core.model.training import Course, TrainingCompletion


class Recognitions(Protocol):
    """The organisation's values, and the thanks that people gave one another."""

    async def values(self, tenant_id: str) -> list[OrganisationValue]:
        """Every value the organisation ever named, by position, the retired ones too."""
        ...

    async def save_values(self, values: Iterable[OrganisationValue]) -> None:
        """Insert or update by id."""
        ...

    async def save(self, recognition: Recognition) -> None:
        """Insert or update by id."""
        ...

    async def by_id(self, recognition_id: str) -> Recognition | None: ...
    async def received(self, person_id: str, limit: int) -> list[Recognition]:
        """What the person was thanked for, the newest first."""
        ...

    async def shared_with(self, team_ids: Collection[str], since: datetime) -> list[Recognition]:
        """What was shared with these teams at `since` (UTC) or later, in the order in which it was given."""
        ...


class Evidences(Protocol):
    """Evidence of objectives."""

    async def add(self, evidence: Evidence) -> bool:
        """Insert; False when it, or evidence of the same recognition for the same objective, is there already."""
        ...

    async def of_objective(self, objective_id: str, limit: int) -> list[Evidence]:
        """The newest first."""
        ...


class Feedbacks(Protocol):
    """Feedback, requests for it, and what was said about it afterwards."""

    async def save(self, feedback: Feedback) -> None:
        """Insert or update by id."""
        ...

    async def by_id(self, feedback_id: str) -> Feedback | None: ...
    async def received(self, person_id: str, limit: int) -> list[Feedback]:
        """What the person was told, the newest first."""
        ...

    async def add_note(self, note: FeedbackNote) -> bool:
        """Insert; False when it is there already."""
        ...

    async def notes_of(self, feedback_id: str) -> list[FeedbackNote]:
        """The oldest first."""
        ...

    async def save_requests(self, requests: Iterable[FeedbackRequest]) -> None:
        """Insert or update by id."""
        ...

    async def request(self, request_id: str) -> FeedbackRequest | None: ...
    async def waiting_for(self, person_id: str) -> list[FeedbackRequest]:
        """Requests that the person has not answered, the oldest first."""
        ...


class Trainings(Protocol):
    """Courses and who completed them."""

    async def courses(self, tenant_id: str) -> list[Course]:
        """Every course of the organisation, by title."""
        ...

    async def save_courses(self, courses: Iterable[Course]) -> None:
        """Insert or update by id."""
        ...

    async def completions_of(self, person_ids: Collection[str]) -> list[TrainingCompletion]:
        """Every completion of these people, the oldest first."""
        ...

    async def save_completions(self, completions: Iterable[TrainingCompletion]) -> None:
        """Insert or update by (person, course, day)."""
        ...
