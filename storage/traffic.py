"""How fast, and whether, messages go to a platform: paces, holds and outages, shared by all processes.

Paces are kept as a generic cell rate algorithm: one number says until when what was let through fills the rate. A
claim moves it on in its own transaction, so that however many processes there are, each message has a turn of its
own. Instants are the processes' own, so that their clocks must agree to within a second or so, as NTP keeps them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from sqlalchemy import BigInteger, ColumnElement, and_, bindparam, case, delete, literal, or_, select, update
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.delivery import Delivery, DeliveryState
from core.model.person import Platform
from core.model.traffic import (
    BREAK_AFTER,
    CLOCKS_AGREE,
    FIRST_PROBE_S,
    MICROSECONDS,
    MOST_AHEAD,
    RECOVER_US,
    SLOWED_TO_PERCENT,
    SLOWEST_PERCENT,
    Hold,
    Rates,
    slowed_us,
)
from storage.columns import Utc
from storage.sql import among, greater_of, insert_on
from storage.tables import is_unfinished, outbox, outbox_holds, outbox_lanes

FULL_AHEAD_US = 8 * MICROSECONDS
"""No more of a run is claimed while what was claimed takes longer than this to go out."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER_HELD = literal(_EPOCH, Utc())
_HOLDS = outbox_holds.c
_NOW = bindparam("now", type_=Utc())
_NOW_US = bindparam("now_us", type_=BigInteger())
_COST_US = bindparam("cost_us", type_=BigInteger())
_UNTIL = bindparam("until", type_=Utc())
_IS_OF = and_(_HOLDS.tenant_id == bindparam("of_tenant"), _HOLDS.platform == bindparam("on_platform"))

_RECOVERED = _HOLDS.speed_percent + (_NOW_US - _HOLDS.slowed_us) // RECOVER_US
_SPEED: ColumnElement[int] = case((_RECOVERED < 100, _RECOVERED), else_=100)
_LOWERED = greater_of(_SPEED * SLOWED_TO_PERCENT // 100, SLOWEST_PERCENT)

_SHUT = select(_HOLDS.tenant_id, _HOLDS.platform, _HOLDS.until_at).where(_HOLDS.until_at > _NOW)
_HOLDS_OF = (
    select(_HOLDS.platform, _HOLDS.until_at, _HOLDS.broken_at, _SPEED)
    .where(
        _HOLDS.tenant_id == bindparam("of_tenant"),
        or_(_HOLDS.until_at > _NOW, _HOLDS.broken_at.is_not(None), _SPEED < 100),
    )
    .order_by(_HOLDS.platform)
)
_BREAK = (
    update(outbox_holds)
    .where(_IS_OF, _HOLDS.broken_at.is_(None), _HOLDS.failures >= BREAK_AFTER)
    .values(broken_at=_NOW, probes=0, until_at=case((_HOLDS.until_at > _UNTIL, _HOLDS.until_at), else_=_UNTIL))
)
_WORKS = (
    update(outbox_holds)
    .where(_IS_OF, or_(_HOLDS.failures > 0, _HOLDS.broken_at.is_not(None)))
    .values(
        failures=0,
        broken_at=None,
        probes=0,
        # The wait for the next probe is over; one that the platform asked for is not.
        until_at=case((_HOLDS.broken_at.is_not(None), _NOW), else_=_HOLDS.until_at),
    )
)
_LANES = select(outbox_lanes.c.lane, outbox_lanes.c.next_free_us).where(among(outbox_lanes.c.lane, "lanes"))
_FORGET_LANES = delete(outbox_lanes).where(outbox_lanes.c.next_free_us < bindparam("before_us"))

_AHEAD, _AHEAD_US = bindparam("ahead", type_=Utc()), bindparam("ahead_us", type_=BigInteger())
_TOO_FAR_US = bindparam("too_far_us", type_=BigInteger())
_NOTED_AHEAD = or_(_HOLDS.slowed_us > _AHEAD_US, _HOLDS.broken_at > _AHEAD)
_WAITS = and_(
    # By index only what waits for a later time is looked at: kept messages are many more.
    is_unfinished(outbox),
    outbox.c.is_run.in_([False, True]),
    outbox.c.available_at > _NOW,
    # What is being sent is left to whoever sends it.
    outbox.c.state == DeliveryState.QUEUED,
)
_PUT_RIGHT = (
    delete(outbox_lanes).where(outbox_lanes.c.next_free_us > _TOO_FAR_US),
    update(outbox_holds)
    .where(or_(_NOTED_AHEAD, _HOLDS.next_free_us > _TOO_FAR_US))
    .values(
        until_at=case((_NOTED_AHEAD, _NOW), else_=_HOLDS.until_at),
        slowed_us=case((_HOLDS.slowed_us > _AHEAD_US, _NOW_US), else_=_HOLDS.slowed_us),
        broken_at=case((_HOLDS.broken_at > _AHEAD, _NOW), else_=_HOLDS.broken_at),
        next_free_us=case((_HOLDS.next_free_us > _TOO_FAR_US, _NOW_US), else_=_HOLDS.next_free_us),
    ),
    update(outbox)
    .where(_WAITS, outbox.c.attempts > 0, outbox.c.claimed_at > _AHEAD)
    .values(available_at=_NOW, claimed_at=_NOW),
    # What was to go at once, when it was written; one that was to go later still does, at that time.
    update(outbox)
    .where(
        _WAITS,
        outbox.c.attempts == 0,
        outbox.c.created_at > _AHEAD,
        outbox.c.available_at <= outbox.c.created_at,
    )
    .values(
        available_at=_NOW,
        created_at=_NOW,
        wanted_at=case((outbox.c.wanted_at > _NOW, _NOW), else_=outbox.c.wanted_at),
    ),
)


def _from(next_free_us: ColumnElement[int], now_us: ColumnElement[int]) -> ColumnElement[int]:
    """From when on a pace is filled: now, unless it is full beyond that.

    What only a clock that was ahead can have filled counts for nothing: a turn of that clock's, once it is given,
    is waited for however soon the pace itself is put right.
    """
    return case((next_free_us > _TOO_FAR_US, now_us), else_=greater_of(next_free_us, now_us))


@lru_cache
def _fill(dialect: str) -> Insert:
    """Let `cost_us` more of the configured rate be taken, which is more of one that was slowed down."""
    begun = insert_on(dialect, outbox_holds).values(
        tenant_id=bindparam("of_tenant"),
        platform=bindparam("on_platform"),
        until_at=_NEVER_HELD,
        next_free_us=_NOW_US + _COST_US,
    )
    filled = _from(_HOLDS.next_free_us, _NOW_US) + _COST_US * 100 // _SPEED
    moved = begun.on_conflict_do_update(index_elements=["tenant_id", "platform"], set_={"next_free_us": filled})
    statement: Insert = moved.returning(_HOLDS.next_free_us, _SPEED)
    return statement


@lru_cache
def _fill_lane(dialect: str) -> Insert:
    begun = insert_on(dialect, outbox_lanes).values(
        lane=bindparam("of_lane"), interval_us=_COST_US, next_free_us=bindparam("filled_us")
    )
    filled = _from(outbox_lanes.c.next_free_us, begun.excluded.next_free_us - begun.excluded.interval_us)
    statement: Insert = begun.on_conflict_do_update(
        index_elements=["lane"],
        set_={"next_free_us": filled + begun.excluded.interval_us, "interval_us": begun.excluded.interval_us},
    )
    return statement


@lru_cache
def _slow_down(dialect: str) -> Insert:
    begun = insert_on(dialect, outbox_holds).values(
        tenant_id=bindparam("of_tenant"),
        platform=bindparam("on_platform"),
        until_at=_UNTIL,
        speed_percent=SLOWED_TO_PERCENT,
        slowed_us=_NOW_US,
    )
    # Several that were under way are told the same; that is one reason to slow down, not several.
    is_news = _HOLDS.until_at <= _NOW
    statement: Insert = begun.on_conflict_do_update(
        index_elements=["tenant_id", "platform"],
        set_={
            "until_at": case((_HOLDS.until_at > _UNTIL, _HOLDS.until_at), else_=_UNTIL),
            "speed_percent": case((is_news, _LOWERED), else_=_HOLDS.speed_percent),
            "slowed_us": case((is_news, _NOW_US), else_=_HOLDS.slowed_us),
            "failures": 0,
            "broken_at": None,
            "probes": 0,
        },
    )
    return statement


@lru_cache
def _count(dialect: str) -> Insert:
    begun = insert_on(dialect, outbox_holds).values(
        tenant_id=bindparam("of_tenant"), platform=bindparam("on_platform"), until_at=_NEVER_HELD, failures=1
    )
    counted = begun.on_conflict_do_update(
        index_elements=["tenant_id", "platform"], set_={"failures": _HOLDS.failures + 1}
    )
    statement: Insert = counted.returning(_HOLDS.failures)
    return statement


def microseconds(instant: datetime) -> int:
    """Microseconds since 1970."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def _too_far_us(now: datetime) -> int:
    """A pace that is filled beyond this was filled by a clock that was ahead."""
    return microseconds(now + MOST_AHEAD)


def full_us(now: datetime) -> int:
    """A pace that is filled beyond this takes no more of a run for now."""
    return microseconds(now) + FULL_AHEAD_US


class SqlTraffic:
    """See `core.ports.Traffic`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def reserve(
        self, claimed: Sequence[Delivery], rates: Mapping[Platform, Rates], now: datetime
    ) -> dict[str, datetime]:
        """When each message may go, by its id; one statement a tenant and platform, and one for all lanes."""
        paced: defaultdict[tuple[str, Platform], list[Delivery]] = defaultdict(list)
        for delivery in claimed:
            platform = delivery.platform
            if platform is not None and platform in rates:
                paced[delivery.tenant_id, platform].append(delivery)
        now_us = microseconds(now)
        turns_us: dict[str, int] = {}
        # Always in the same order, so that two who claim never wait for one another.
        for (tenant_id, platform), mine in sorted(paced.items()):
            turns_us |= await self._overall(tenant_id, platform, mine, rates[platform], now, now_us)
        lanes = await self._lanes([each for mine in paced.values() for each in mine], rates, now)
        return {each: _EPOCH + timedelta(microseconds=max(at_us, lanes[each])) for each, at_us in turns_us.items()}

    async def _overall(
        self,
        tenant_id: str,
        platform: Platform,
        claimed: Sequence[Delivery],
        rates: Rates,
        now: datetime,
        now_us: int,
    ) -> dict[str, int]:
        rate = rates.overall
        # Answers take their part of the rate but do not wait for it: people type too slowly to reach it.
        in_turn = sorted(claimed, key=lambda each: not each.is_urgent)
        calls = [max(1, len(each.posted)) for each in in_turn]
        cost_us = sum(calls) * rate.interval_us
        given = {"now": now, "now_us": now_us, "cost_us": cost_us, "too_far_us": _too_far_us(now)}
        of = {"of_tenant": tenant_id, "on_platform": platform}
        next_free_us, speed = (
            await self._connection.execute(_fill(self._connection.dialect.name), {**of, **given})
        ).one()
        interval_us = slowed_us(rate.interval_us, speed)
        at_us = next_free_us - slowed_us(cost_us, speed) - rate.ahead_us(interval_us)
        turns: dict[str, int] = {}
        for delivery, count in zip(in_turn, calls, strict=True):
            turns[delivery.id] = now_us if delivery.is_urgent else max(now_us, at_us)
            at_us += count * interval_us
        return turns

    async def _lanes(
        self, claimed: Sequence[Delivery], rates: Mapping[Platform, Rates], now: datetime
    ) -> dict[str, int]:
        """When the pace of each message's conversation lets it go, by its id."""
        now_us, too_far_us = microseconds(now), _too_far_us(now)
        of_lane: defaultdict[str, list[Delivery]] = defaultdict(list)
        for delivery in claimed:
            of_lane[delivery.lane].append(delivery)
        if not of_lane:
            return {}
        rate_of = {
            lane: rates[mine[0].platform].conversation for lane, mine in of_lane.items() if mine[0].platform
        }
        rows = [
            {
                "of_lane": lane,
                "cost_us": len(of_lane[lane]) * rate.interval_us,
                "filled_us": now_us + len(of_lane[lane]) * rate.interval_us,
                "too_far_us": too_far_us,
            }
            for lane, rate in sorted(rate_of.items())
        ]
        await self._connection.execute(_fill_lane(self._connection.dialect.name), rows)
        found = await self._connection.execute(_LANES, {"lanes": list(of_lane)})
        turns: dict[str, int] = {}
        for lane, next_free_us in found:
            rate = rate_of[lane]
            at_us = next_free_us - len(of_lane[lane]) * rate.interval_us - rate.ahead_us(rate.interval_us)
            for place, delivery in enumerate(of_lane[lane]):
                turns[delivery.id] = max(now_us, at_us + place * rate.interval_us)
        return turns

    async def throttled(self, tenant_id: str, platform: Platform, until: datetime, now: datetime) -> None:
        """Hold everything until then, and go more slowly afterwards."""
        now_us = microseconds(now)
        given = {"of_tenant": tenant_id, "on_platform": platform, "now": now, "now_us": now_us, "until": until}
        await self._connection.execute(_slow_down(self._connection.dialect.name), given)

    async def failed(self, tenant_id: str, platform: Platform, now: datetime) -> bool:
        """Count a failure without an answer; whether the platform is taken to be out of reach."""
        of = {"of_tenant": tenant_id, "on_platform": platform}
        counted = await self._connection.execute(_count(self._connection.dialect.name), {**of, "now": now})
        failures: int = counted.scalar_one()
        if failures < BREAK_AFTER:
            return False
        until = now + timedelta(seconds=FIRST_PROBE_S)
        await self._connection.execute(_BREAK, {**of, "now": now, "until": until})
        return True

    async def works(self, reached: Collection[tuple[str, Platform]], now: datetime) -> None:
        """Forget failures of these, and end their outages."""
        rows = [{"of_tenant": tenant_id, "on_platform": each, "now": now} for tenant_id, each in sorted(reached)]
        if rows:
            await self._connection.execute(_WORKS, rows)

    async def shut(self, now: datetime) -> dict[tuple[str, Platform], datetime]:
        """Until when nothing goes, by tenant and platform."""
        rows = await self._connection.execute(_SHUT, {"now": now})
        return {(tenant_id, platform): until for tenant_id, platform, until in rows}

    async def holds(self, tenant_id: str, now: datetime) -> list[Hold]:
        """Where a tenant's messages are held or go more slowly than usual."""
        given = {"of_tenant": tenant_id, "now": now, "now_us": microseconds(now)}
        rows = await self._connection.execute(_HOLDS_OF, given)
        return [
            Hold(platform, until if until > now else None, out_since, speed)
            for platform, until, out_since, speed in rows
        ]

    async def forget_idle(self, now: datetime) -> int:
        """Forget the paces of conversations that have been quiet for an hour."""
        before_us = microseconds(now) - 3_600 * MICROSECONDS
        return (await self._connection.execute(_FORGET_LANES, {"before_us": before_us})).rowcount

    async def put_right(self, now: datetime) -> None:
        """Forget what only a clock that was ahead can have written; writes nothing where there is none of it."""
        given = {
            "now": now,
            "now_us": microseconds(now),
            "ahead": now + CLOCKS_AGREE,
            "ahead_us": microseconds(now + CLOCKS_AGREE),
            "too_far_us": _too_far_us(now),
        }
        for statement in _PUT_RIGHT:
            await self._connection.execute(statement, given)
