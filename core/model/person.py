"""People, their teams and the accounts they have on chat platforms."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.unasked import A_WEEK


class Access(StrEnum):
    """What someone may do beyond their own work; line managers follow from the reporting line instead."""

    STAFF = "staff"
    HR = "hr"
    ADMIN = "admin"


class Employment(StrEnum):
    """The kind of contract; every kind takes part in check-ins."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed-term"
    INTERIM = "interim"
    AGENCY = "agency"
    BANK = "bank"


class Nation(StrEnum):
    """The nation whose bank holidays a person keeps."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class Language(StrEnum):
    """A language that every text exists in."""

    EN = "en"
    CY = "cy"


class Platform(StrEnum):
    """Where a conversation takes place."""

    SLACK = "slack"
    TEAMS = "teams"
    WEB = "web"
    WEBHOOK = "webhook"
    """Other systems, which are told and never speak."""


MONDAY_TO_FRIDAY: frozenset[int] = frozenset({1, 2, 3, 4, 5})
"""ISO weekdays (1 is Monday) of an ordinary office week."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who works for the organisation.

    `email` is the lower-cased work email that joins import files and platforms. `working_days` holds ISO
    weekdays. `start_on` and `end_on` are inclusive local dates; None means open.
    """

    id: str
    tenant_id: str
    email: str
    name: str
    team_id: str | None = None
    manager_id: str | None = None
    role: str = ""
    access: Access = Access.STAFF
    timezone: str = "Europe/London"
    working_days: frozenset[int] = MONDAY_TO_FRIDAY
    start_on: date | None = None
    end_on: date | None = None
    employment: Employment = Employment.PERMANENT
    nation: Nation = Nation.ENGLAND
    language: Language = Language.EN
    preferred_platform: Platform | None = None
    """Where someone on several platforms wants to be written to; None: wherever they were seen last."""

    site: str = ""
    """Where they work: the building or depot, as HR calls it."""

    quiet_from: time | None = None
    quiet_until: time | None = None
    """Local hours of their own in which nothing unasked comes, maybe past midnight; both or neither."""

    stands_in_for: frozenset[str] = field(default=frozenset(), compare=False, metadata={"stored": False})
    """Ids of the line managers they stand in for just now; filled in by `core.dispatch` for who asks."""

    @property
    def zone(self) -> ZoneInfo:
        """The person's time zone, in which every time is shown to them."""
        return ZoneInfo(self.timezone)

    @property
    def first_name(self) -> str:
        """The name to greet someone by."""
        return self.name.split(maxsplit=1)[0] if self.name else self.email

    def is_quiet_at(self, at: time) -> bool:
        """Whether a local time lies in the person's own quiet hours."""
        if self.quiet_from is None or self.quiet_until is None:
            return False
        if self.quiet_from < self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def employed_on(self, day: date) -> bool:
        """Whether `day` lies within the contract dates."""
        return (self.start_on is None or self.start_on <= day) and (self.end_on is None or day <= self.end_on)


@dataclass(frozen=True, slots=True)
class ChannelAddress:
    """A shared channel on a platform; `conversation` is whatever that platform's adapter needs to post there."""

    platform: Platform
    workspace: str
    conversation: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team, its lead and when and where its weekly summary is posted.

    The summary goes out on `summary_weekday` (ISO) at `summary_time`, local to `timezone`.
    """

    id: str
    tenant_id: str
    name: str
    lead_id: str | None = None
    timezone: str = "Europe/London"
    summary_weekday: int = 5
    summary_time: time = time(15, 0)
    channel: ChannelAddress | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the summary time is meant."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account on one platform.

    `workspace` is the Slack team, the Microsoft 365 tenant or `demo`; `user` the platform's user id;
    `address` what the adapter needs to write to the person privately, None until it is known and once it was lost:
    `unreachable_at` (UTC) then says since when, until the person is seen there again.
    """

    platform: Platform
    workspace: str
    user: str
    person_id: str
    address: str | None = None
    unreachable_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tenant:
    """An organisation; everything stored belongs to exactly one."""

    id: str
    name: str
    contact: str = ""
    """Whom people are told to ask when something is wrong: a name, address or team."""

    is_home: bool = False
    """Whether it is the one founded at start, which the settings name; others are founded by installing."""

    unasked_a_week: int = A_WEEK
    """How many messages that nobody asked for one person gets in a week."""

    tells_of_pauses: bool = False
    """Whether line managers are told that someone has paused their check-ins."""
