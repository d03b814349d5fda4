"""People and channels that can no longer be written to: kept in mind until they are seen again, and told once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from core.cards import greeting
from core.chat.effect import NOTHING, Outcome, Send, ToPerson
from core.chat.event import ChannelsLost, MemberGone
from core.model.delivery import Delivery
from core.model.person import ChannelAddress, Team
from core.ports import Store
from core.texts.texts import words_for


async def lose_member(store: Store, event: MemberGone, now: datetime) -> Outcome:
    """Write no more to an account where its person removed Milepost."""
    origin = event.origin
    await store.people.lose(origin.platform, origin.workspace, origin.user, now)
    return NOTHING


async def lose_channels(store: Store, event: ChannelsLost, now: datetime) -> Outcome:
    """Post no more summaries to channels that are lost; each team's lead is told once."""
    origin = event.origin
    tenant = await store.tenants.of_workspace(origin.platform, origin.workspace)
    if tenant is not None and event.within:
        lost = [
            team
            for team in await store.people.teams(tenant.id)
            if team.channel is not None
            and (team.channel.platform, team.channel.workspace) == (origin.platform, origin.workspace)
            and event.within in team.channel.conversation
        ]
        await _give_up(store, tenant.id, lost, now)
    return NOTHING


async def lose_channel(store: Store, tenant_id: str, channel: ChannelAddress, now: datetime) -> None:
    """The same for one channel, which a message was refused for."""
    lost = [team for team in await store.people.teams(tenant_id) if team.channel == channel]
    await _give_up(store, tenant_id, lost, now)


async def lose_recipient(
    store: Store, delivery: Delivery, channel_or_account: ChannelAddress, now: datetime
) -> bool:
    """Keep in mind that a delivery met nobody; whether its person can be written to elsewhere instead."""
    where = channel_or_account
    if delivery.channel is not None:
        await lose_channel(store, delivery.tenant_id, delivery.channel, now)
        return False
    await store.people.lose(where.platform, where.workspace, where.conversation, now)
    others = await store.people.accounts_of(delivery.person_id) if delivery.person_id else []
    return any(account.address for account in others)


async def _give_up(store: Store, tenant_id: str, teams: Iterable[Team], now: datetime) -> None:
    lost = list(teams)
    if not lost:
        return
    await store.people.save_teams([replace(team, channel=None) for team in lost])
    leads = await store.people.by_ids({team.lead_id for team in lost if team.lead_id is not None})
    told = [
        Send(
            ToPerson(lead.id),
            greeting.said(words_for(lead.language), "channel-lost-title", "channel-lost", team=team.name),
            "channel lost",
            f"channel-lost:{team.id}:{now.isoformat()}",
        )
        for team in lost
        if team.lead_id is not None and (lead := leads.get(team.lead_id)) is not None
    ]
    await store.outbox.add(tenant_id, told, now)
