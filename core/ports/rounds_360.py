"""360 rounds: who takes part, what they said until it closes, and what came of it."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol

from core.model.round_360 import Rater, Round360, RoundAnswer, TemplateVersion


class Rounds360(Protocol):
    """360 rounds and the templates they are opened with."""

    async def template(self, tenant_id: str) -> TemplateVersion | None:
        """The organisation's newest template; None while it has the usual one."""
        ...

    async def save_template(self, template: TemplateVersion) -> None:
        """Insert a version."""
        ...

    async def save(self, rounds: Iterable[Round360]) -> None:
        """Insert or update by id."""
        ...

    async def by_ids(self, ids: Collection[str]) -> dict[str, Round360]: ...

    async def about(self, subject_id: str, limit: int) -> list[Round360]:
        """The rounds about a person, the newest first."""
        ...

    async def kept_by(self, person_id: str, limit: int) -> list[Round360]:
        """The rounds that the person opened or is the line manager of, the newest first."""
        ...

    async def save_raters(self, raters: Iterable[Rater]) -> None:
        """Insert or update by round and person."""
        ...

    async def remove_raters(self, round_id: str, person_ids: Collection[str]) -> None: ...

    async def raters(self, round_ids: Collection[str]) -> list[Rater]:
        """Everyone who takes part in these rounds, by id."""
        ...

    async def rater(self, round_id: str, person_id: str) -> Rater | None: ...

    async def asked_since(self, person_ids: Collection[str], since: datetime) -> list[Rater]:
        """What these people were asked, or are going to be, since then."""
        ...

    async def save_answer(self, answer: RoundAnswer) -> None:
        """Insert or update by round and person."""
        ...

    async def answer(self, round_id: str, person_id: str) -> RoundAnswer | None: ...

    async def answers(self, round_ids: Collection[str]) -> list[RoundAnswer]:
        """All that was said in these rounds, in no order."""
        ...

    async def forget(self, round_ids: Collection[str]) -> None:
        """Delete what was said, and which peers and reports answered or declined."""
        ...
