"""Where Milepost is installed, with sealed tokens, and the states of installations that are under way."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, exists, insert, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.installation import Installation
from core.model.person import Access, Person, Platform
from storage.claiming import has_ended
from storage.columns import Utc
from storage.mapping import INSTALLATION, PERSON
from storage.sql import insert_or_update
from storage.tables import accounts, installations, people, sign_in_states

_NOW = bindparam("now", type_=Utc())
_THIS = and_(
    installations.c.platform == bindparam("of_platform"), installations.c.workspace == bindparam("of_workspace")
)
_THIS_VERSION = and_(
    _THIS, installations.c.version == bindparam("of_version"), installations.c.secrets.is_not(None)
)
_OF = select(*INSTALLATION.columns).where(_THIS)
_ALL = (
    select(*INSTALLATION.columns)
    .where(installations.c.platform == bindparam("of_platform"))
    .order_by(installations.c.name, installations.c.workspace)
)
_OF_ENTERPRISE = (
    select(installations.c.tenant_id)
    .where(
        installations.c.platform == bindparam("of_platform"),
        installations.c.enterprise == bindparam("of_enterprise"),
    )
    .order_by(installations.c.installed_at, installations.c.workspace)
    .limit(1)
)
_END = (
    update(installations)
    .where(_THIS, installations.c.secrets.is_not(None))
    .values(secrets=null(), expires_at=null(), ended_at=_NOW, ended_because=bindparam("because"))
)
_LEASE = (
    update(installations)
    .where(
        _THIS_VERSION,
        or_(installations.c.renewing_until.is_(None), installations.c.renewing_until <= _NOW),
    )
    .values(renewing_until=bindparam("lease_until"))
)
_RENEW = (
    update(installations)
    .where(_THIS_VERSION)
    .values(
        secrets=bindparam("new_secrets"),
        expires_at=bindparam("new_expires_at"),
        version=installations.c.version + 1,
        renewing_until=null(),
    )
)
_ADMINISTRATORS = (
    select(*PERSON.columns)
    .where(
        people.c.tenant_id == bindparam("of_tenant"),
        people.c.access == Access.ADMIN,
        exists().where(accounts.c.person_id == people.c.id, accounts.c.address.is_not(None), ~has_ended(accounts)),
    )
    .order_by(people.c.name, people.c.id)
)

_ISSUE = insert(sign_in_states)
_FORGET_EXPIRED = delete(sign_in_states).where(sign_in_states.c.expires_at <= _NOW)
_CONSUME = delete(sign_in_states).where(
    sign_in_states.c.digest == bindparam("this_digest"), sign_in_states.c.expires_at > _NOW
)


class SqlInstallations:
    """See `core.ports.Installations`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, platform: Platform, workspace: str) -> Installation | None:
        """The installation in a workspace, also one that has ended."""
        row = (await self._connection.execute(_OF, _key(platform, workspace))).first()
        return INSTALLATION.read(row) if row else None

    async def all(self, platform: Platform) -> list[Installation]:
        """Every one on a platform, by name."""
        return [INSTALLATION.read(row) for row in await self._connection.execute(_ALL, {"of_platform": platform})]

    async def tenant_of_enterprise(self, platform: Platform, enterprise: str) -> str | None:
        """The organisation whose workspaces are the enterprise's."""
        given = {"of_platform": platform, "of_enterprise": enterprise}
        return (await self._connection.execute(_OF_ENTERPRISE, given)).scalar_one_or_none()

    async def save(self, installation: Installation) -> None:
        """Insert or update by (platform, workspace); the version goes on counting."""
        statement = insert_or_update(self._connection, installations, "platform", "workspace")
        known = await self.of(installation.platform, installation.workspace)
        version = known.version + 1 if known else installation.version
        row = INSTALLATION.values(installation) | {"version": version, "renewing_until": None}
        await self._connection.execute(statement, row)

    async def end(self, platform: Platform, workspace: str, reason: str, now: datetime) -> bool:
        """Forget the secrets."""
        done = await self._connection.execute(_END, _key(platform, workspace) | {"because": reason, "now": now})
        return done.rowcount == 1

    async def lease_renewal(self, installation: Installation, now: datetime, until: datetime) -> bool:
        """Let nobody else renew these secrets until then."""
        given = _version(installation) | {"now": now, "lease_until": until}
        return (await self._connection.execute(_LEASE, given)).rowcount == 1

    async def renew(self, installation: Installation, secrets: str, expires_at: datetime | None) -> bool:
        """Keep renewed secrets."""
        given = _version(installation) | {"new_secrets": secrets, "new_expires_at": expires_at}
        return (await self._connection.execute(_RENEW, given)).rowcount == 1

    async def administrators_in_reach(self, tenant_id: str) -> list[Person]:
        """Administrators with an account that is still written to, by name."""
        rows = await self._connection.execute(_ADMINISTRATORS, {"of_tenant": tenant_id})
        return [PERSON.read(row) for row in rows]


class SqlSignInStates:
    """See `core.ports.SignInStates`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def issue(self, digest: str, expires_at: datetime) -> None:
        """Keep a state until it is used or expires."""
        await self._connection.execute(_ISSUE, {"digest": digest, "expires_at": expires_at})

    async def consume(self, digest: str, now: datetime) -> bool:
        """Use a state; those that have expired are forgotten on the way."""
        used = await self._connection.execute(_CONSUME, {"this_digest": digest, "now": now})
        await self._connection.execute(_FORGET_EXPIRED, {"now": now})
        return used.rowcount == 1


def _key(platform: Platform, workspace: str) -> dict[str, object]:
    return {"of_platform": platform, "of_workspace": workspace}


def _version(installation: Installation) -> dict[str, object]:
    key = _key(installation.platform, installation.workspace)
    return key | {"of_version": installation.version}
