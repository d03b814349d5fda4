"""Which messages of the outbox a worker takes next, and that no other worker takes them too.

A row is free when it is queued and due or when the lease it is being sent under has run out; `available_at`
says both. Of one lane (a person or a channel) only the first such row is ever taken, and none while an earlier
one is being sent or waits to be tried again, so that nothing overtakes; a message that was put off to a later
day holds up nothing but its own updates. Answers to people who wait go ahead of what goes to many at once, and of
what nobody asked for; that passes the gate in `storage/unasked.py` before it goes.

PostgreSQL lets workers pass over rows that another is just claiming; on SQLite, which does not know
`FOR UPDATE`, claims come one after the other because every write transaction does.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Update,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    or_,
    select,
    true,
    update,
)

from core.model.delivery import DeliveryState
from storage.columns import Utc
from storage.prepared import Prepared
from storage.tables import accounts, installations, is_unfinished, outbox, outbox_holds, people


def has_ended(account: FromClause) -> ColumnElement[bool]:
    """Whether an account's workspace is one that Milepost was removed from; without a record it is not."""
    return exists().where(
        installations.c.platform == account.c.platform,
        installations.c.workspace == account.c.workspace,
        installations.c.secrets.is_(None),
    )


_receiver = people.alias("receiver")
_PREFERRED = (
    select(_receiver.c.preferred_platform)
    .where(_receiver.c.id == outbox.c.person_id)
    .correlate_except(_receiver)
    .scalar_subquery()
)
_IS_REACHABLE = accounts.c.address.is_not(None)

ACCOUNT_RANK = case(
    (has_ended(accounts), 4),
    (and_(accounts.c.platform == outbox.c.wanted_platform, _IS_REACHABLE), 0),
    (and_(accounts.c.platform == _PREFERRED, _IS_REACHABLE), 1),
    (_IS_REACHABLE, 2),
    else_=3,
)
"""How well an account suits a row of the outbox, the lower the better."""


def best_first(account: FromClause, rank: ColumnElement[int]) -> tuple[ColumnElement[Any], ...]:
    """The order of a person's accounts for a row of the outbox: the first is the one that is written to."""
    return (rank, account.c.seen_at.desc(), account.c.platform, account.c.workspace, account.c.user)


_NOW = bindparam("now", type_=Utc())
_earlier = outbox.alias("earlier")
_WAITS_ITS_TURN = exists().where(
    _earlier.c.lane == outbox.c.lane,
    _earlier.c.seq < outbox.c.seq,
    is_unfinished(_earlier),
    or_(
        # A part of a message is on its way, or waits, with that.
        and_(_earlier.c.state == DeliveryState.SENDING, _earlier.c.part_of.is_(None)),
        and_(outbox.c.action == "update", _earlier.c.tag == outbox.c.tag),
        and_(
            or_(_earlier.c.attempts > 0, _earlier.c.available_at <= _NOW),
            # An answer does not wait for a message that went to thousands before it.
            or_(_earlier.c.is_run == false(), outbox.c.is_run == true()),
            # Nor for one that nobody asked for, which may have to wait until tomorrow.
            or_(_earlier.c.wanted_at.is_(None), outbox.c.wanted_at.is_not(None)),
        ),
    ),
)
_IS_FREE = and_(is_unfinished(outbox), outbox.c.available_at <= _NOW, outbox.c.part_of.is_(None), ~_WAITS_ITS_TURN)

# Ranked in a subquery, because SQLite's ORDER BY cannot refer to an outer query.
_ranked = (
    select(accounts, ACCOUNT_RANK.label("rank"))
    .where(accounts.c.person_id == outbox.c.person_id)
    .correlate(outbox)
    .subquery("ranked")
)
_OWN_PLATFORM = (
    select(_ranked.c.platform).order_by(*best_first(_ranked, _ranked.c.rank)).limit(1).scalar_subquery()
)
LIKELY_PLATFORM = func.coalesce(outbox.c.channel_platform, _OWN_PLATFORM, outbox.c.wanted_platform)
_HOLDS_IT = and_(outbox_holds.c.tenant_id == outbox.c.tenant_id, outbox_holds.c.platform == LIKELY_PLATFORM)
_IS_SHUT = or_(outbox_holds.c.until_at > _NOW, outbox_holds.c.broken_at.is_not(None))
# So much is under way already that more would only wait under a lease.
_IS_FULL = outbox_holds.c.next_free_us > bindparam("full_us")
_IS_HELD = exists().where(_HOLDS_IT, _IS_SHUT)
_IS_HELD_OR_FULL = exists().where(_HOLDS_IT, or_(_IS_SHUT, _IS_FULL))

DELIVERY_COLUMNS = (
    outbox.c.id,
    outbox.c.tenant_id,
    outbox.c.action,
    outbox.c.purpose,
    outbox.c.card,
    outbox.c.tag,
    outbox.c.person_id,
    outbox.c.wanted_platform,
    outbox.c.channel_platform,
    outbox.c.channel_workspace,
    outbox.c.channel_conversation,
    outbox.c.attempts,
    outbox.c.uncertain,
    outbox.c.created_at,
    outbox.c.failures,
    outbox.c.failing_since,
    outbox.c.reason,
    outbox.c.seq,
    outbox.c.finished_at,
    outbox.c.cause,
    outbox.c.wanted_at,
    outbox.c.not_after,
    outbox.c.at_any_hour,
)
"""What a delivery is made of, and what decides when it may go."""


def _claim(is_free: ColumnElement[bool], *first: ColumnElement[Any]) -> Update:
    # A CTE, because PostgreSQL may run a plain subquery more than once and so lock more rows than the limit.
    free = (
        select(outbox.c.seq)
        .where(is_free)
        .order_by(*first, outbox.c.available_at, outbox.c.seq)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True)
        .cte("free")
    )
    return (
        update(outbox)
        .where(outbox.c.seq.in_(select(free.c.seq)))
        .values(
            state=DeliveryState.SENDING,
            uncertain=or_(outbox.c.state == DeliveryState.SENDING, outbox.c.uncertain),
            attempts=outbox.c.attempts + 1,
            claimed_at=_NOW,
            available_at=bindparam("lease_until"),
        )
        .returning(*DELIVERY_COLUMNS)
    )


ANY_HOLD = select(exists().where(or_(_IS_SHUT, _IS_FULL)))
"""Whether any platform has asked any tenant to wait, is out of reach or has as much under way as it takes."""

_IS_ANSWER, _IS_OF_RUN = outbox.c.is_run == false(), outbox.c.is_run == true()

CLAIMS = (_claim(and_(_IS_ANSWER, _IS_FREE)), _claim(and_(_IS_OF_RUN, _IS_FREE)))
"""Claim up to `at_most` rows at `now` until `lease_until`: of answers, and of what goes to many at once."""

CLAIMS_BESIDE_HOLDS = (
    _claim(and_(_IS_ANSWER, _IS_FREE, ~_IS_HELD)),
    _claim(and_(_IS_OF_RUN, _IS_FREE, ~_IS_HELD_OR_FULL)),
)
"""The same, leaving out what is held; slower, and seldom needed."""

PROBES_DUE = (
    select(outbox_holds.c.tenant_id, outbox_holds.c.platform, outbox_holds.c.probes)
    .where(outbox_holds.c.broken_at.is_not(None), outbox_holds.c.until_at <= _NOW)
    .order_by(outbox_holds.c.until_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)
"""Outages whose end may be tried at `now`; whoever reads them here is the only one to try."""

PROBE = _claim(
    and_(
        _IS_FREE,
        outbox.c.tenant_id == bindparam("of_tenant"),
        bindparam("on_platform", type_=outbox.c.wanted_platform.type) == LIKELY_PLATFORM,
    ),
    # Never the same one again and again, which may be what the platform stumbles over.
    outbox.c.attempts,
)
"""Claim what shows whether a tenant's platform is back."""

PROBED = (
    update(outbox_holds)
    .where(
        outbox_holds.c.tenant_id == bindparam("of_tenant"),
        outbox_holds.c.platform == bindparam("on_platform"),
    )
    .values(probes=outbox_holds.c.probes + 1, until_at=bindparam("next_at"))
)
"""Note that an outage is being probed; the next time is at `next_at`."""

SOMEONE_WAITS = Prepared(select(exists().where(_IS_ANSWER, is_unfinished(outbox), outbox.c.available_at <= _NOW)))
"""Whether an answer is due at `now`."""
