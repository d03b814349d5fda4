"""Whose an account is: asked of the store once, and of the platform's directory when it is first met."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.chat.event import Origin
from core.model.person import Language, Person, Platform
from core.ports import Claim, Clock, Database, Directory, Store, account_lane
from core.services.choose_platform import ask_once
from core.services.recognise import recognise

MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    """What stays as it is of who is behind an account, and the language to say sorry in when the store is away."""

    person_id: str
    tenant_id: str
    language: Language


class Recognition:
    """Links accounts to people, and remembers those that are linked."""

    def __init__(self, database: Database, clock: Clock, directories: Mapping[Platform, Directory]) -> None:
        self._database = database
        self._clock = clock
        self._directories = directories
        self._known: dict[tuple[Platform, str, str], Known] = {}

    def known(self, origin: Origin) -> Known | None:
        """Who is behind the account, as far as it was met before."""
        return self._known.get((origin.platform, origin.workspace, origin.user))

    def lane(self, origin: Origin, claim: Claim | None) -> str:
        """Whose turn it is to be."""
        if claim is not None:
            return claim.lane
        known = self.known(origin)
        return known.person_id if known else account_lane(origin)

    async def meet(self, origin: Origin, claim: Claim | None) -> None:
        """Link an account met for the first time to its person; the platform is asked outside any transaction."""
        known = self.known(origin)
        if known is None:
            person = await self._linked(origin) or await self._link(origin)
            known = self._remember(origin, person) if person else None
        # What was accepted while nobody knew whose it was, from now on goes in order with the person's others.
        if known is not None and claim is not None and claim.lane == account_lane(origin):
            async with self._database.transaction() as store:
                await store.inbox.belongs_to(origin, known.person_id)

    async def _linked(self, origin: Origin) -> Person | None:
        async with self._database.reading() as store:
            return await person_behind(store, origin)

    async def _link(self, origin: Origin) -> Person | None:
        directory = self._directories.get(origin.platform)
        profile = await directory.profile(origin) if directory else None
        if profile is None:
            return None
        async with self._database.transaction() as store:
            person = await recognise(store, origin, profile)
            if person is not None:
                await ask_once(store, person, origin.platform, self._clock.now())
        return person

    def _remember(self, origin: Origin, person: Person) -> Known:
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        known = Known(person.id, person.tenant_id, person.language)
        self._known[origin.platform, origin.workspace, origin.user] = known
        return known


async def person_behind(store: Store, origin: Origin) -> Person | None:
    """Whose the account is."""
    return await store.people.by_account(origin.platform, origin.workspace, origin.user)
