"""360 rounds, their templates, who takes part, and what they said until the round closed."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.round_360 import Group, Rater, Round360, RoundAnswer, TemplateVersion
from storage.mapping import RATER, ROUND_360, ROUND_360_ANSWER, TEMPLATE_360
from storage.sql import among, insert_or_update
from storage.tables import round_360_answers, round_360_raters, rounds_360, templates_360

_TEMPLATE = (
    select(*TEMPLATE_360.columns)
    .where(templates_360.c.tenant_id == bindparam("of_tenant"))
    .order_by(templates_360.c.version.desc())
    .limit(1)
)
_BY_IDS = select(*ROUND_360.columns).where(among(rounds_360.c.id, "ids"))
_NEWEST = (rounds_360.c.opened_at.desc(), rounds_360.c.id)
_ABOUT = (
    select(*ROUND_360.columns)
    .where(rounds_360.c.subject_id == bindparam("subject"))
    .order_by(*_NEWEST)
    .limit(bindparam("most"))
)
_KEPT_BY = (
    select(*ROUND_360.columns)
    .where(or_(rounds_360.c.opener_id == bindparam("keeper"), rounds_360.c.manager_id == bindparam("keeper")))
    .order_by(*_NEWEST)
    .limit(bindparam("most"))
)
_RATERS = (
    select(*RATER.columns)
    .where(among(round_360_raters.c.round_id, "rounds"))
    .order_by(round_360_raters.c.round_id, round_360_raters.c.person_id)
)
_RATER = select(*RATER.columns).where(
    round_360_raters.c.round_id == bindparam("of_round"), round_360_raters.c.person_id == bindparam("who")
)
_ASKED_SINCE = select(*RATER.columns).where(
    among(round_360_raters.c.person_id, "people"), round_360_raters.c.asked_at >= bindparam("since")
)
_REMOVE_RATERS = delete(round_360_raters).where(
    round_360_raters.c.round_id == bindparam("of_round"), among(round_360_raters.c.person_id, "people")
)
_ANSWER = select(*ROUND_360_ANSWER.columns).where(
    round_360_answers.c.round_id == bindparam("of_round"), round_360_answers.c.person_id == bindparam("who")
)
_ANSWERS = select(*ROUND_360_ANSWER.columns).where(among(round_360_answers.c.round_id, "rounds"))
_FORGET_ANSWERS = delete(round_360_answers).where(among(round_360_answers.c.round_id, "rounds"))
_FORGET_WHO = (
    update(round_360_raters)
    .where(among(round_360_raters.c.round_id, "rounds"), round_360_raters.c.group.in_((Group.PEER, Group.REPORT)))
    .values(has_answered=False, has_declined=False)
)


class SqlRounds360:
    """See `core.ports.Rounds360`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def template(self, tenant_id: str) -> TemplateVersion | None:
        """The organisation's newest template."""
        row = (await self._connection.execute(_TEMPLATE, {"of_tenant": tenant_id})).first()
        return TEMPLATE_360.read(row) if row else None

    async def save_template(self, template: TemplateVersion) -> None:
        """Insert a version."""
        await self._connection.execute(insert(templates_360), TEMPLATE_360.values(template))

    async def save(self, rounds: Iterable[Round360]) -> None:
        """Insert or update by id."""
        rows = [ROUND_360.values(each) for each in rounds]
        if rows:
            await self._connection.execute(insert_or_update(self._connection, rounds_360, "id"), rows)

    async def by_ids(self, ids: Collection[str]) -> dict[str, Round360]:
        """The rounds with these ids."""
        rows = await self._connection.execute(_BY_IDS, {"ids": ids})
        return {each.id: each for each in map(ROUND_360.read, rows)}

    async def about(self, subject_id: str, limit: int) -> list[Round360]:
        """The rounds about a person, the newest first."""
        rows = await self._connection.execute(_ABOUT, {"subject": subject_id, "most": limit})
        return [ROUND_360.read(row) for row in rows]

    async def kept_by(self, person_id: str, limit: int) -> list[Round360]:
        """The rounds that the person opened or is the line manager of, the newest first."""
        rows = await self._connection.execute(_KEPT_BY, {"keeper": person_id, "most": limit})
        return [ROUND_360.read(row) for row in rows]

    async def save_raters(self, raters: Iterable[Rater]) -> None:
        """Insert or update by round and person."""
        rows = [RATER.values(each) for each in raters]
        if rows:
            statement = insert_or_update(self._connection, round_360_raters, "round_id", "person_id")
            await self._connection.execute(statement, rows)

    async def remove_raters(self, round_id: str, person_ids: Collection[str]) -> None:
        """Let these take part no longer."""
        await self._connection.execute(_REMOVE_RATERS, {"of_round": round_id, "people": person_ids})

    async def raters(self, round_ids: Collection[str]) -> list[Rater]:
        """Everyone who takes part in these rounds, by id."""
        return [RATER.read(row) for row in await self._connection.execute(_RATERS, {"rounds": round_ids})]

    async def rater(self, round_id: str, person_id: str) -> Rater | None:
        """This person's part in the round."""
        row = (await self._connection.execute(_RATER, {"of_round": round_id, "who": person_id})).first()
        return RATER.read(row) if row else None

    async def asked_since(self, person_ids: Collection[str], since: datetime) -> list[Rater]:
        """What these people were asked, or are going to be, since then."""
        given = {"people": person_ids, "since": since}
        return [RATER.read(row) for row in await self._connection.execute(_ASKED_SINCE, given)]

    async def save_answer(self, answer: RoundAnswer) -> None:
        """Insert or update by round and person."""
        statement = insert_or_update(self._connection, round_360_answers, "round_id", "person_id")
        await self._connection.execute(statement, ROUND_360_ANSWER.values(answer))

    async def answer(self, round_id: str, person_id: str) -> RoundAnswer | None:
        """What this person said."""
        row = (await self._connection.execute(_ANSWER, {"of_round": round_id, "who": person_id})).first()
        return ROUND_360_ANSWER.read(row) if row else None

    async def answers(self, round_ids: Collection[str]) -> list[RoundAnswer]:
        """All that was said in these rounds, in no order."""
        rows = await self._connection.execute(_ANSWERS, {"rounds": round_ids})
        return [ROUND_360_ANSWER.read(row) for row in rows]

    async def forget(self, round_ids: Collection[str]) -> None:
        """Delete what was said, and which peers and reports answered or declined."""
        await self._connection.execute(_FORGET_ANSWERS, {"rounds": round_ids})
        await self._connection.execute(_FORGET_WHO, {"rounds": round_ids})
