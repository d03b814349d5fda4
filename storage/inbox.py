"""Events accepted before they are worked on: each once, and one after the other for each person.

Whoever accepts an event has claimed it, under a lease. Leases only say who tries; what counts is the attempt's
number: every taking over raises it, and an attempt that is no longer the newest can neither begin nor finish. The
mark that an event is done commits with what it changes, so that of two processes that both believe an event to be
theirs, one commits all and the other nothing.

A lane is a person, or an account while nobody knows whose it is. An event begins only when no earlier one of its
lane is being worked on or was left by a process that died, and holds its lane until it commits.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, String, Update, and_, bindparam, case, delete, exists, func, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate

from core.chat.event import Event, Origin
from core.model.person import Platform
from core.ports import Claim, Earlier, GivenUp, Left, TakenOver, account_lane
from storage.columns import Utc
from storage.row_security import within_tenant
from storage.sql import held_lane, insert_or_ignore_into
from storage.tables import accounts, inbox, is_left

LONGEST_WAIT = timedelta(minutes=15)
"""Longer than any lease, and than what failed is left alone."""

_KEY = ("platform", "workspace", "event_id")

_NOW, _UNTIL = bindparam("now", type_=Utc()), bindparam("until", type_=Utc())


@lru_cache
def _accept(dialect: str) -> ReturningInsert[Any]:
    person = select(accounts.c.person_id).where(
        accounts.c.platform == bindparam("of_platform"),
        accounts.c.workspace == bindparam("of_workspace"),
        accounts.c.user == bindparam("of_user"),
    )
    lane = func.coalesce(person.scalar_subquery(), bindparam("of_account"))
    return insert_or_ignore_into(dialect, inbox, _KEY).values(lane=lane).returning(*_CLAIM_COLUMNS)


_CLAIM_COLUMNS = (inbox.c.seq, inbox.c.lane, inbox.c.attempt, inbox.c.failures)
_IS_MINE = and_(inbox.c.seq == bindparam("this_seq"), inbox.c.attempt == bindparam("this_attempt"), is_left(inbox))

_earlier = inbox.alias("earlier")
_IS_EARLIER = and_(
    _earlier.c.lane == inbox.c.lane,
    _earlier.c.seq < inbox.c.seq,
    is_left(_earlier),
    # One that failed waits without holding up what its person does next.
    _earlier.c.claimed_by.is_not(None),
)
_EARLIER_UNTIL = (
    select(_earlier.c.available_at)
    .where(_IS_EARLIER)
    .order_by(_earlier.c.seq)
    .limit(1)
    .correlate(inbox)
    .scalar_subquery()
)
_BEGIN = select(
    held_lane(inbox.c.lane).label("is_held"),
    _EARLIER_UNTIL.label("earlier_until"),
    # Said here rather than by a statement of its own, which would be one more round trip for every event.
    within_tenant(bindparam("of_tenant", type_=String())),
).where(_IS_MINE)
_DONE = update(inbox).where(_IS_MINE).values(event=null(), claimed_by=null(), reason=null(), done_at=_NOW)
_PUT_OFF = (
    update(inbox)
    .where(_IS_MINE)
    .values(
        claimed_by=null(),
        available_at=_UNTIL,
        failures=inbox.c.failures + 1,
        reason=bindparam("because"),
    )
)
_GIVE_UP = (
    update(inbox)
    .where(_IS_MINE)
    .values(
        claimed_by=null(),
        given_up_at=_NOW,
        failures=inbox.c.failures + bindparam("counted"),
        reason=bindparam("because"),
    )
)
_OF_PROCESS = update(inbox).where(
    inbox.c.seq.in_(bindparam("seqs", expanding=True)), inbox.c.claimed_by == bindparam("by"), is_left(inbox)
)
_RENEW = _OF_PROCESS.values(available_at=_UNTIL)
_HAND_BACK = _OF_PROCESS.values(available_at=_UNTIL, claimed_by=null())
_MOVE = (
    update(inbox)
    .where(inbox.c.lane == bindparam("of_account"), is_left(inbox))
    .values(lane=bindparam("person_id"))
)
_GIVEN_UP = (
    select(
        *(inbox.c.seq, inbox.c.event),
        *(inbox.c.platform, inbox.c.workspace, inbox.c.event_id, inbox.c.accepted_at),
        *(inbox.c.given_up_at, inbox.c.failures, inbox.c.reason),
    )
    .where(inbox.c.given_up_at.is_not(None))
    .order_by(inbox.c.given_up_at.desc())
    .limit(bindparam("at_most"))
)
_TRY_AGAIN = (
    update(inbox)
    .where(inbox.c.seq.in_(bindparam("seqs", expanding=True)), inbox.c.given_up_at.is_not(None))
    .values(given_up_at=null(), claimed_by=null(), available_at=_NOW, failures=0)
)
_FORGOTTEN = (
    select(inbox.c.seq)
    .where(inbox.c.platform == bindparam("of_platform"), inbox.c.done_at < bindparam("before", type_=Utc()))
    .limit(bindparam("at_most"))
)
_FORGET = delete(inbox).where(inbox.c.seq.in_(_FORGOTTEN.scalar_subquery()))

_PUT_RIGHT = (
    update(inbox)
    .where(is_left(inbox), inbox.c.available_at > bindparam("too_far", type_=Utc()))
    .values(available_at=_NOW)
)
_IS_FREE = and_(is_left(inbox), inbox.c.available_at <= _NOW)
_SOMETHING_IS_LEFT = select(exists().where(_IS_FREE))


def _take(which: Select[tuple[int]]) -> ReturningUpdate[Any]:
    """Take over what `which` finds; on PostgreSQL it passes over what another process is just taking."""
    free = which.with_for_update(skip_locked=True, of=inbox).cte("free")
    return (
        update(inbox)
        .where(inbox.c.seq.in_(select(free.c.seq)))
        .values(
            claimed_by=bindparam("by"),
            available_at=_UNTIL,
            attempt=inbox.c.attempt + 1,
            # Whoever had it never said how it went.
            failures=inbox.c.failures + case((inbox.c.claimed_by.is_not(None), 1), else_=0),
        )
        .returning(*_CLAIM_COLUMNS, inbox.c.event)
    )


_OF_OTHERS = inbox.c.seq.not_in(bindparam("at_work", expanding=True))
_FREE = _take(
    select(inbox.c.seq)
    .where(_IS_FREE, _OF_OTHERS)
    .order_by(inbox.c.available_at, inbox.c.seq)
    .limit(bindparam("at_most"))
)
_ALL = _take(
    select(inbox.c.seq).where(is_left(inbox), _OF_OTHERS).order_by(inbox.c.seq).limit(bindparam("at_most"))
)
_later = inbox.alias("later")
_FIRST_OF_LANE = _take(
    select(inbox.c.seq)
    .where(
        inbox.c.lane == select(_later.c.lane).where(_later.c.seq == bindparam("this_seq")).scalar_subquery(),
        inbox.c.seq < bindparam("this_seq"),
        inbox.c.claimed_by.is_not(None),
        _IS_FREE,
        _OF_OTHERS,
    )
    .order_by(inbox.c.seq)
    .limit(1)
)
_WAITING = _take(
    select(inbox.c.seq).where(
        *(inbox.c[name] == bindparam(f"of_{name}") for name in _KEY), is_left(inbox), inbox.c.claimed_by.is_(None)
    )
)


class SqlInbox:
    """See `core.ports.Inbox`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def accept(
        self, event: Event, now: datetime, *, by: str | None = None, until: datetime | None = None
    ) -> Claim | None:
        """Store the event, claimed by a process until then; None when it was accepted before."""
        origin = event.origin
        row = {
            **{name: getattr(origin, name) for name in _KEY},
            "event": event,
            "accepted_at": now,
            "claimed_by": by,
            "available_at": until or now,
            "attempt": 0 if by is None else 1,
            "failures": 0,
        }
        given = {**row, **_of_account(origin)}
        found = (await self._connection.execute(_accept(self._connection.dialect.name), given)).first()
        return Claim(*found) if found else None

    async def begin(self, claim: Claim, tenant_id: str | None = None) -> Earlier | None:
        """Take the lane for the rest of the transaction; or what goes first. Raises `TakenOver`."""
        given = {**_this(claim), "of_tenant": tenant_id or ""}
        found = (await self._connection.execute(_BEGIN, given)).first()
        if found is None:
            raise TakenOver(claim)
        if found.is_held and found.earlier_until is None:
            return None
        return Earlier(found.earlier_until)

    async def done(self, claim: Claim, now: datetime) -> None:
        """Mark as worked on and forget its content. Raises `TakenOver`."""
        await self._settle(_DONE, claim, now=now)

    async def put_off(self, claim: Claim, until: datetime, reason: str) -> None:
        """It has failed once more: let it be tried again from then on. Raises `TakenOver`."""
        await self._settle(_PUT_OFF, claim, until=until, because=reason)

    async def give_up(self, claim: Claim, now: datetime, reason: str, *, failed: bool = True) -> None:
        """Try it no more and keep it for a closer look; `failed` once more before. Raises `TakenOver`."""
        await self._settle(_GIVE_UP, claim, now=now, because=reason, counted=int(failed))

    async def hand_back(self, by: str, claims: Collection[Claim], at: datetime) -> None:
        """Let be tried again from then on what the process could not try; it has not failed."""
        await self._connection.execute(
            _HAND_BACK, {"by": by, "seqs": [claim.seq for claim in claims], "until": at}
        )

    async def renew(self, by: str, claims: Collection[Claim], until: datetime) -> None:
        """Keep what the process still works on its own until then."""
        await self._connection.execute(_RENEW, {"by": by, "seqs": [claim.seq for claim in claims], "until": until})

    async def something_is_left(self, now: datetime) -> bool:
        """Whether anything is there to be taken over."""
        return bool((await self._connection.execute(_SOMETHING_IS_LEFT, {"now": now})).scalar_one())

    async def take_over(
        self,
        by: str,
        now: datetime,
        until: datetime,
        limit: int,
        *,
        at_work: Collection[int] = (),
        alone: bool = False,
    ) -> list[Left]:
        """Claim what failed and is due again or whose lease ran out, in order; of any lease when `alone`."""
        given = {"by": by, "until": until, "at_most": limit, "at_work": list(at_work)}
        return await (self._taken(_ALL, given) if alone else self._taken(_FREE, given | {"now": now}))

    async def take_earlier(
        self, claim: Claim, by: str, now: datetime, until: datetime, at_work: Collection[int] = ()
    ) -> Left | None:
        """Claim the first event of the lane before this one whose lease has run out, none that is `at_work`."""
        given = {"by": by, "now": now, "until": until, "this_seq": claim.seq, "at_work": list(at_work)}
        return next(iter(await self._taken(_FIRST_OF_LANE, given)), None)

    async def take_waiting(self, origin: Origin, by: str, until: datetime) -> Claim | None:
        """Claim an event that was accepted for nobody in particular; None when it is not waiting any more."""
        given = {f"of_{name}": getattr(origin, name) for name in _KEY}
        taken = await self._taken(_WAITING, {**given, "by": by, "until": until})
        return taken[0].claim if taken else None

    async def belongs_to(self, origin: Origin, person_id: str) -> None:
        """Let the events of an account that is known now go in order with the person's others."""
        await self._connection.execute(_MOVE, {"of_account": account_lane(origin), "person_id": person_id})

    async def given_up(self, limit: int) -> list[GivenUp]:
        """What was given up and why, newest first; nothing of what anyone wrote."""
        rows = await self._connection.execute(_GIVEN_UP, {"at_most": limit})
        return [GivenUp(number, event.kind, *known) for number, event, *known in rows]

    async def try_again(self, numbers: Collection[int], now: datetime) -> int:
        """Let those of these that were given up be tried again, from the beginning."""
        return (await self._connection.execute(_TRY_AGAIN, {"seqs": list(numbers), "now": now})).rowcount

    async def forget(self, platform: Platform, done_before: datetime, limit: int) -> int:
        """Delete up to `limit` of what was worked on before that instant; returns how many."""
        given = {"of_platform": platform, "before": done_before, "at_most": limit}
        return (await self._connection.execute(_FORGET, given)).rowcount

    async def put_right(self, now: datetime) -> None:
        """Let be tried what only a clock that was ahead can have put off so far; attempts are fenced."""
        await self._connection.execute(_PUT_RIGHT, {"now": now, "too_far": now + LONGEST_WAIT})

    async def _taken(self, statement: ReturningUpdate[Any], given: dict[str, Any]) -> list[Left]:
        rows = (await self._connection.execute(statement, given)).all()
        # RETURNING has no order of its own.
        return [Left(Claim(*claim), event) for *claim, event in sorted(rows, key=lambda row: row.seq)]

    async def _settle(self, statement: Update, claim: Claim, **given: Any) -> None:
        done = await self._connection.execute(statement, {**_this(claim), **given})
        if done.rowcount == 0:
            raise TakenOver(claim)


def _of_account(origin: Origin) -> dict[str, Any]:
    return {
        "of_platform": origin.platform,
        "of_workspace": origin.workspace,
        "of_user": origin.user,
        "of_account": account_lane(origin),
    }


def _this(claim: Claim) -> dict[str, Any]:
    return {"this_seq": claim.seq, "this_attempt": claim.attempt}
