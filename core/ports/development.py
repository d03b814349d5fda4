"""What is stored of people's development: recognition, evidence, feedback and training."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol

from core.model.evidence import Evidence
from core.model.feedback import Feedback, FeedbackNote, FeedbackRequest
from core.model.person import Person
from core.model.recognition import OrganisationValue, Recognition
from core.model.requirements import Everyones, Learner, Requirement
from core.model.training import Course, TrainingCompletion
from core.model.training_reminders import Told


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

    async def received_between(
        self, person_ids: Collection[str], since: datetime, until: datetime
    ) -> list[Recognition]:
        """What these people were thanked for from `since` to before `until` (UTC), in the order it was given."""
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
        """What the person was told and what was not taken back, the newest first."""
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
    async def requests(self, ids: Collection[str]) -> list[FeedbackRequest]:
        """The requests with these ids, in no order."""
        ...

    async def asked_by(self, person_id: str, limit: int) -> list[FeedbackRequest]:
        """What the person asked of others, the newest first."""
        ...

    async def waiting_for(self, person_id: str) -> list[FeedbackRequest]:
        """Requests that the person has neither answered nor declined, the oldest first."""
        ...


class Trainings(Protocol):
    """Courses, who must hold them, who completed them, and what was reminded of."""

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

    async def completion(self, completion_id: str) -> TrainingCompletion | None: ...
    async def pending(self, tenant_id: str, limit: int) -> list[TrainingCompletion]:
        """Completions that wait for HR, the oldest first."""
        ...

    async def requirements(self, tenant_id: str) -> list[Requirement]:
        """Every rule of the organisation's, by course."""
        ...

    async def set_requirements(self, course_id: str, requirements: Collection[Requirement]) -> None:
        """Let these be the rules of the course, and no others."""
        ...

    async def learners(self, tenant_id: str) -> list[Learner]:
        """Everyone of the organisation, whatever their contract dates, with what decides what they must hold."""
        ...

    async def known(self, course_ids: Collection[str]) -> Everyones:
        """What everyone has of these courses, by course and person; who has nothing of them is absent.

        Answered from an index alone: 20,000 people of 200,000 completions take well under 200 ms.
        """
        ...

    async def people_after(self, tenant_id: str, person_id: str, limit: int) -> list[Person]:
        """The organisation's people by id, those after this one."""
        ...

    async def reports_of(self, manager_ids: Collection[str]) -> list[Person]:
        """The direct reports of these managers, by name."""
        ...

    async def told(self, person_ids: Collection[str]) -> list[Told]:
        """What these people were last reminded of."""
        ...

    async def save_told(self, told: Iterable[Told]) -> None:
        """Insert or update by (person, course)."""
        ...
