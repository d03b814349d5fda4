"""What becomes of a message after it was tried: kept in the outbox, noted for all dispatchers, said in the log."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import assert_never

import structlog

from bot.courier import (
    GivenUp,
    Later,
    Lost,
    NoAnswer,
    NotTaken,
    PutBack,
    Result,
    Sent,
    TakenOver,
    TooMany,
    backoff_s,
)
from core.model.delivery import Delivery
from core.model.given_up import UNKNOWN_OUTCOME, kept_failing, out_for_too_long
from core.model.person import Platform
from core.model.traffic import OUTAGE_LIMIT
from core.model.webhook import RECEIVER_LIMIT
from core.ports import Store
from core.services.lose_touch import lose_recipient

MOST_FAILURES = 10
"""How often a message may fail for a reason of its own; while its platform is out of reach nothing counts."""

_log = structlog.get_logger()


async def record(store: Store, results: Sequence[Result], now: datetime) -> None:
    """Keep how deliveries went, in the caller's transaction."""
    await store.outbox.sent([(each.delivery, each.posted) for each in results if isinstance(each, Sent)], now)
    for result in results:
        await _record(store, result, now)
    reached = {each for result in results if (each := _reached(result)) is not None}
    await store.traffic.works(reached, now)


async def _record(store: Store, result: Result, now: datetime) -> None:
    delivery = result.delivery
    match result:
        case Sent(posted=posted, pictures=pictures):
            if pictures and posted is not None:
                await store.outbox.queue_picture(delivery, posted, now)
        case Later(wait_s=wait_s, reason=reason, uncertain=uncertain):
            await _again(store, delivery, now + timedelta(seconds=wait_s), reason, now, uncertain)
        case TooMany(wait_s=wait_s, platform=platform, reason=reason, uncertain=uncertain):
            at = now + timedelta(seconds=wait_s)
            await store.outbox.retry(delivery, at, reason, counts=False, uncertain=uncertain)
            await store.traffic.throttled(delivery.tenant_id, platform, at, now)
        case NoAnswer():
            await _no_answer(store, result, now)
        case NotTaken():
            await _not_taken(store, result, now)
        case PutBack(until=until):
            await store.outbox.put_back(delivery, until)
        case GivenUp(reason=reason):
            await store.outbox.dead(delivery, reason, now)
        case Lost(at=where, reason=reason):
            elsewhere = await lose_recipient(store, delivery, where, now)
            if elsewhere and delivery.action == "send":
                await store.outbox.retry(delivery, now, reason, counts=False)
            else:
                await store.outbox.dead(delivery, reason, now)
        case TakenOver():
            pass
        case _:
            assert_never(result)


async def _not_taken(store: Store, result: NotTaken, now: datetime) -> None:
    """One receiver's failures are waited out as an outage is, and hold up nobody else's messages."""
    delivery = result.delivery
    if now - delivery.created_at >= RECEIVER_LIMIT:
        await store.outbox.dead(delivery, kept_failing(delivery.failures + 1, result.reason), now)
    else:
        await store.outbox.retry(delivery, now + timedelta(seconds=result.wait_s), result.reason)


async def _no_answer(store: Store, result: NoAnswer, now: datetime) -> None:
    """An outage is waited out: it is not held against the message until it has lasted for `OUTAGE_LIMIT`."""
    delivery, platform, reason = result.delivery, result.platform, result.reason
    outage = await store.traffic.failed(delivery.tenant_id, platform, now)
    since = delivery.failing_since or now
    if now - since >= OUTAGE_LIMIT:
        why = out_for_too_long(platform, reason)
        await store.outbox.dead(delivery, UNKNOWN_OUTCOME if result.uncertain else why, now)
        return
    at = now + timedelta(seconds=backoff_s(delivery.failures + 1))
    if outage:
        await store.outbox.retry(
            delivery, at, reason, counts=False, failing_since=since, uncertain=result.uncertain
        )
    else:
        await _again(store, delivery, at, reason, now, result.uncertain, since)


async def _again(
    store: Store,
    delivery: Delivery,
    at: datetime,
    reason: str,
    now: datetime,
    uncertain: bool,
    failing_since: datetime | None = None,
) -> None:
    failures = delivery.failures + 1
    if failures < MOST_FAILURES:
        await store.outbox.retry(delivery, at, reason, failing_since=failing_since, uncertain=uncertain)
        return
    why = kept_failing(failures, reason)
    await store.outbox.dead(delivery, UNKNOWN_OUTCOME if uncertain else why, now)


def _reached(result: Result) -> tuple[str, Platform] | None:
    """The tenant and platform that have just been seen to work."""
    if isinstance(result, Sent):
        platform = result.posted.platform if result.posted is not None else result.delivery.platform
        return (result.delivery.tenant_id, platform) if platform is not None else None
    if isinstance(result, Lost):
        return result.delivery.tenant_id, result.at.platform
    # A platform that refuses a message answers.
    if isinstance(result, GivenUp) and result.delivery.is_probe and result.delivery.platform is not None:
        return result.delivery.tenant_id, result.delivery.platform
    return None


def report(result: Result) -> None:
    """Say in the log how a delivery went."""
    delivery = result.delivery
    known = {
        "delivery": delivery.id,
        "action": delivery.action,
        "purpose": delivery.purpose,
        "attempt": delivery.attempts,
        "cause": delivery.cause,
    }
    match result:
        case Sent():
            _log.info("delivery.sent", **known)
        case Later(wait_s=wait_s, reason=reason) | TooMany(wait_s=wait_s, reason=reason):
            _log.warning("delivery.later", reason=reason, wait_s=round(wait_s, 1), **known)
        case NotTaken(wait_s=wait_s, reason=reason):
            _log.warning("delivery.not_taken", reason=reason, wait_s=round(wait_s, 1), **known)
        case NoAnswer(reason=reason):
            _log.warning("delivery.no_answer", reason=reason, **known)
        case PutBack():
            _log.info("delivery.put_back", **known)
        case GivenUp(reason=reason) | Lost(reason=reason):
            _log.error("delivery.given_up", reason=reason, **known)
        case TakenOver():
            _log.warning("delivery.taken_over", **known)
        case _:
            assert_never(result)
