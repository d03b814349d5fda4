"""Tell other systems what has happened: queued in the transaction it happened in, with no word of anyone's."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from core.chat.card import Card, Paragraph
from core.chat.effect import Durable, Send, ToChannel
from core.model.anonymity import FEWEST
from core.model.checkin import CheckIn
from core.model.person import Team
from core.model.summary import TeamSummary
from core.model.webhook import PURPOSE, CheckInClosed, Payload, SummaryPosted, Test, Webhook, WebhookEvent
from core.ports import Store


async def tell_closed(store: Store, checkins: Sequence[CheckIn], now: datetime) -> None:
    """Tell of check-ins that were answered or closed; each state of each check-in is told once."""
    for tenant_id in sorted({each.tenant_id for each in checkins}):
        await _tell(
            store,
            tenant_id,
            WebhookEvent.CHECK_IN_CLOSED,
            {f"{each.id}:{each.state}": _closed(each) for each in checkins if each.tenant_id == tenant_id},
            now,
        )


def _closed(checkin: CheckIn) -> CheckInClosed:
    return CheckInClosed(
        checkin.id,
        checkin.schedule_id,
        checkin.period.isoformat(),
        str(checkin.state),
        checkin.late,
        checkin.answers_saved,
        checkin.answers_asked,
    )


async def tell_posted(store: Store, team: Team, summary: TeamSummary, now: datetime) -> None:
    """Tell of a team's summary that goes out."""
    asked = summary.completion
    is_told = asked.due >= FEWEST
    told = SummaryPosted(
        team.id,
        str(summary.span.kind),
        summary.period.isoformat(),
        *((asked.due, asked.answered, asked.partly) if is_told else (None, None, None)),
    )
    key = f"{team.id}:{summary.span.kind}:{summary.period.isoformat()}"
    await _tell(store, team.tenant_id, WebhookEvent.SUMMARY_POSTED, {key: told}, now)


async def tell_test(store: Store, webhook: Webhook, now: datetime) -> None:
    """Send the webhook a message that says nothing, to see whether it arrives."""
    key = now.isoformat()
    await store.outbox.add(
        webhook.tenant_id, [_message(webhook, WebhookEvent.TEST, key, Test(webhook.id), now)], now
    )


async def _tell(
    store: Store, tenant_id: str, event: WebhookEvent, told: Mapping[str, Payload], now: datetime
) -> None:
    messages: list[Durable] = [
        _message(webhook, event, key, payload, now)
        for webhook in await store.webhooks.all(tenant_id)
        if event in webhook.events
        for key, payload in told.items()
    ]
    if messages:
        await store.outbox.add(tenant_id, messages, now)


def _message(webhook: Webhook, event: WebhookEvent, key: str, payload: Payload, now: datetime) -> Send:
    """A card of one paragraph, which is sent word for word, so that each try of a message is the same."""
    at = now.isoformat(timespec="seconds").replace("+00:00", "Z")
    body = json.dumps({"type": event, "timestamp": at, "data": asdict(payload)}, separators=(",", ":"))
    card = Card(str(event), (Paragraph(body),))
    return Send(ToChannel(webhook.channel), card, PURPOSE, f"webhook:{webhook.id}:{event}:{key}")
