"""Puts the parts together: database, platforms, reception, dispatcher and timer, for one process."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.adapters.seal import Seal
from bot.adapters.slack.client import SlackClient, SlackDirectory, SlackMessenger, Workspaces
from bot.adapters.slack.files import SlackFiles
from bot.adapters.slack.inbound import SlackInbound
from bot.adapters.slack.install import STATE_LIFETIME, SlackInstall
from bot.adapters.slack.installations import SlackInstallations, SlackSignInStates
from bot.adapters.slack.socket_mode import SocketMode, socket_mode
from bot.adapters.slack.workspaces import ManyWorkspaces, token_rotator
from bot.adapters.teams.client import TeamsClient, TeamsDirectory, TeamsMessenger
from bot.adapters.teams.files import TeamsFiles
from bot.adapters.teams.inbound import TeamsInbound
from bot.adapters.teams.registration import Registration
from bot.adapters.webhooks.client import WebhookMessenger
from bot.addresses import Addresses
from bot.after_restore import settle_restored
from bot.dispatcher import Dispatcher
from bot.erased_list import erase_again
from bot.file_reading import FileReader
from bot.health import Health
from bot.heartbeat import Heartbeat
from bot.leading import Lead
from bot.measured import MeasuredCourier, MeasuredMessengers, MeasuredPacer
from bot.metrics import Metrics
from bot.metrics_page import MetricsPage
from bot.pacing import TEAMS_PACE, Pace, slack_pace
from bot.person_pace import PersonPace
from bot.pictures import draw
from bot.reception import Receptionist
from bot.retaining import retain
from bot.scheduler import Engine
from bot.settings import Settings
from bot.shut import Shut
from bot.stopping import Stopping
from core.chat.card import Chart
from core.dispatch import Core
from core.model.person import Platform
from core.ports import Clock, Directory, Files, Messenger
from storage.database import SqlDatabase
from storage.peers import peers_on
from storage.sealing import KeyRing

TICK_ENDS_WITHIN_S = 5.0
"""A tick works in batches of one transaction each; what a stop cuts off is done by whoever leads next."""


@dataclass(slots=True)
class Platforms:
    """The platforms that are set up: how each is written to, how people are found there, and where files lie."""

    messengers: dict[Platform, Messenger] = field(default_factory=dict)
    directories: dict[Platform, Directory] = field(default_factory=dict)
    files: dict[Platform, Files] = field(default_factory=dict)

    def add(self, messenger: Messenger, directory: Directory, files: Files | None = None) -> None:
        """Set up one more platform."""
        if files is not None:
            self.files[messenger.platform] = files
        self.messengers[messenger.platform] = messenger
        self.directories[messenger.platform] = directory


@dataclass(frozen=True, slots=True)
class Milepost:
    """Everything that works together in one process."""

    settings: Settings
    clock: Clock
    database: SqlDatabase
    platforms: Platforms
    reception: Receptionist
    dispatcher: Dispatcher
    engine: Engine
    health: Health
    lead: Lead
    stopping: Stopping
    metrics_page: MetricsPage
    slack_client: Workspaces | None = None
    slack: SlackInbound | None = None
    slack_install: SlackInstall | None = None
    teams_client: TeamsClient | None = None
    teams: TeamsInbound | None = None
    webhooks: WebhookMessenger | None = None

    @asynccontextmanager
    async def at_work(self, *, alone: bool) -> AsyncIterator[None]:
        """Finish what an earlier process left, then keep time and deliver for as long as the block lasts.

        `alone` when no other process works on this database, so that nothing that is unfinished can be another's;
        else whoever leads finishes what is left.
        """
        # Before anything of what a backup brought back is worked on.
        await erase_again(self.database, self.clock, self.settings)
        await self.engine.recover(alone=alone)
        await settle_restored(self.database, self.clock)
        dispatching = asyncio.create_task(self.dispatcher.run())
        self.engine.start()
        try:
            yield
        finally:
            await self.engine.stop(self.stopping.left_s(at_most=TICK_ENDS_WITHIN_S))
            await self.dispatcher.stop(self.stopping.left_s())
            await asyncio.wait({dispatching}, timeout=self.stopping.left_s())

    async def close(self) -> None:
        """Let go of connections."""
        if self.slack_client is not None:
            await self.slack_client.close()
        if self.teams_client is not None:
            await self.teams_client.close()
        if self.webhooks is not None:
            await self.webhooks.close()
        await self.lead.give_up()
        await self.database.close()


def build(
    settings: Settings,
    clock: Clock,
    platforms: Platforms,
    database: SqlDatabase,
    paces: Mapping[Platform, Pace] | None = None,
    person_pace: PersonPace | None = None,
) -> Milepost:
    """The parts of one process; to `platforms` those named in the settings are added.

    Without `paces` messages keep to what Slack and Teams publish; without a `person_pace` nobody's events wait.
    """
    stopping = Stopping()
    lead = Lead(peers_on(settings.database_url))
    installations = _installations(settings, clock, database)
    slack_client = _slack_client(settings, clock, platforms, installations)
    teams_client = _teams_client(settings, platforms)
    webhooks = _webhooks(settings, clock, platforms, database)
    metrics = Metrics()
    heartbeat = Heartbeat(database, settings.tick_seconds)
    if paces is None:
        paces = {Platform.SLACK: slack_pace(settings.slack_messages_per_minute), Platform.TEAMS: TEAMS_PACE}
    shut = Shut(database, clock)
    courier = MeasuredCourier(
        metrics=metrics,
        database=database,
        clock=clock,
        messengers=MeasuredMessengers(platforms.messengers, metrics),
        addresses=Addresses(database, platforms.directories, sharers=lambda: lead.workers),
        pacer=MeasuredPacer(paces, metrics),
        shut=shut,
        draw=draw,
    )
    dispatcher = Dispatcher(
        database=database,
        clock=clock,
        courier=courier,
        shut=shut,
        rates={platform: pace.rates for platform, pace in paces.items()},
        lease_s=settings.lease_seconds,
        metrics=metrics,
    )
    if installations is not None:
        installations.committed = dispatcher.wake
    reception = Receptionist(
        database=database,
        clock=clock,
        core=Core(clock, settings.public_url),
        directories=platforms.directories,
        committed=dispatcher.wake,
        reader=FileReader(platforms.files),
        metrics=metrics,
        pace=person_pace,
    )
    engine = Engine(
        database=database,
        clock=clock,
        reception=reception,
        committed=dispatcher.wake,
        tick_s=settings.tick_seconds,
        lead=lead,
        metrics=metrics,
        heartbeat=heartbeat,
        retain=lambda: retain(database, clock, settings),
    )
    slack = _slack_inbound(settings, slack_client, reception, installations)
    return Milepost(
        settings=settings,
        clock=clock,
        database=database,
        platforms=platforms,
        reception=reception,
        dispatcher=dispatcher,
        engine=engine,
        health=Health(database, engine, heartbeat, stopping),
        lead=lead,
        stopping=stopping,
        metrics_page=MetricsPage(metrics, database, clock, settings),
        slack_client=slack_client,
        slack=slack,
        slack_install=_slack_install(settings, clock, database, installations, slack),
        teams_client=teams_client,
        webhooks=webhooks,
        teams=TeamsInbound(client=teams_client, reception=reception) if teams_client else None,
    )


def _installations(settings: Settings, clock: Clock, database: SqlDatabase) -> SlackInstallations | None:
    if not (settings.has_slack and settings.has_many_slack_workspaces):
        return None
    return SlackInstallations(database=database, seal=Seal(KeyRing(settings.encryption_key_list)), clock=clock)


def _webhooks(
    settings: Settings, clock: Clock, platforms: Platforms, database: SqlDatabase
) -> WebhookMessenger | None:
    """None without keys, with which the secrets are sealed: then no webhook can have been added."""
    if not settings.encryption_key_list:
        return None
    seal = Seal(KeyRing(settings.encryption_key_list))
    messenger = WebhookMessenger(database, clock, seal, settings.webhook_private_host_list)
    platforms.messengers[messenger.platform] = messenger
    return messenger


def _slack_client(
    settings: Settings, clock: Clock, platforms: Platforms, installations: SlackInstallations | None
) -> Workspaces | None:
    if not settings.has_slack:
        return None
    client: Workspaces = SlackClient(settings.slack_bot_token.get_secret_value(), settings.slack_api_url)
    if installations is not None:
        client = ManyWorkspaces(
            client=SlackClient("", settings.slack_api_url),
            installations=installations,
            rotator=token_rotator(
                settings.slack_client_id, settings.slack_client_secret.get_secret_value(), settings.slack_api_url
            ),
            clock=clock,
        )
    platforms.add(SlackMessenger(client), SlackDirectory(client), SlackFiles(client))
    return client


def _slack_inbound(
    settings: Settings,
    client: Workspaces | None,
    reception: Receptionist,
    installations: SlackInstallations | None,
) -> SlackInbound | None:
    if client is None:
        return None
    return SlackInbound(
        client=client,
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        reception=reception,
        removed=installations.ended_at_slack if installations else None,
    )


def _slack_install(
    settings: Settings,
    clock: Clock,
    database: SqlDatabase,
    installations: SlackInstallations | None,
    inbound: SlackInbound | None,
) -> SlackInstall | None:
    if installations is None or inbound is None:
        return None
    return SlackInstall(
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        public_url=settings.public_url,
        api_url=settings.slack_api_url,
        installations=installations,
        states=SlackSignInStates(database, clock, STATE_LIFETIME),
        installed=inbound.installed,
    )


def slack_socket(settings: Settings, inbound: SlackInbound) -> SocketMode | None:
    """The connection Milepost opens to Slack; None without an app token."""
    token = settings.slack_app_token.get_secret_value()
    return socket_mode(inbound.app, token, settings.slack_api_url) if token else None


def _teams_client(settings: Settings, platforms: Platforms) -> TeamsClient | None:
    if not settings.has_teams:
        return None
    client = TeamsClient(_registration(settings), lambda chart: _picture_url(settings, chart))
    platforms.add(TeamsMessenger(client), TeamsDirectory(client), TeamsFiles(client.registration is not None))
    return client


def _registration(settings: Settings) -> Registration | None:
    if settings.teams_auth == "off":
        return None
    password = settings.teams_app_password.get_secret_value()
    return Registration(settings.teams_app_id, password, settings.teams_tenant_id)


def _picture_url(settings: Settings, chart: Chart) -> str:
    """Where Teams finds a drawn chart; it takes addresses only."""
    return f"{settings.pictures_at}/{chart.id}.png" if settings.pictures_at else ""
