"""Two organisations of any shape, whose every text is known: who wrote what about whom, and who may read it.

`may_read` is the table of permissions written down a second time, from the documents and not from the code. It
knows people by what the test did to them, and of what is stored only what changes hands: owners and stages.
"""

import random
import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count

from sqlalchemy import text

from bot.import_files import rows_of
from core.model.action import AgreedAction
from core.model.checkin import Answer, CheckIn, CheckInState, ProgressUpdate, Schedule
from core.model.evidence import Evidence, EvidenceSource
from core.model.feedback import Feedback, FeedbackNote, Telling, Visibility
from core.model.missed_target import MissedTarget, MissKind
from core.model.objective import Objective, Progress, Status
from core.model.one_to_one import AgendaItem, OneToOne, OneToOneNote, Source
from core.model.person import Access, Account, Person, Platform, Team, Tenant
from core.model.recognition import Recognition, Sharing
from core.model.review import Review, ReviewKind, ReviewStage, ReviewWords
from core.model.training import Course, TrainingCompletion
from core.model.week_priority import WeekPriority
from core.services.enrol import enrol
from core.services.import_people import import_people
from storage.database import SqlDatabase
from tests.clock import MovableClock

TENANTS = (Tenant("vale", "Vale Council", "the HR team"), Tenant("moor", "Moor Council", "the HR team"))
SURNAMES = {"vale": "Valesson", "moor": "Moorsdale"}
"""Everyone's: where one of the other organisation's is read, something crossed over."""

_SECRET = re.compile(r"zq\d{5}x")


@dataclass(frozen=True, slots=True)
class Secret:
    """A text: what kind of thing it stands in, of whom, with whom, and the id of its row."""

    kind: str
    tenant_id: str
    owner_id: str
    others: frozenset[str] = frozenset()
    row_id: str = ""


@dataclass
class Organisations:
    """Both, as the test knows them."""

    database: SqlDatabase
    clock: MovableClock
    random: random.Random
    people: dict[str, Person] = field(default_factory=dict)
    secrets: dict[str, Secret] = field(default_factory=dict)
    passed_up: set[str] = field(default_factory=set)
    """Whose answers were, or may have been, passed up by whoever was their line manager."""
    read: set[tuple[str, str]] = field(default_factory=set)
    """Which secret came to whom who may read it."""
    _numbers: "count[int]" = field(default_factory=count)

    # --- founding ----------------------------------------------------------------------------------------------

    async def found(self) -> None:
        """People with accounts, reporting lines, teams, and something of every kind for each."""
        for tenant in TENANTS:
            people, teams = self._people_of(tenant)
            async with self.database.transaction() as store:
                await store.tenants.add(tenant)
                await store.tenants.link_workspace(tenant.id, Platform.WEB, tenant.id)
                await store.checkins.save_schedule(Schedule(f"{tenant.id}-weekly", tenant.id))
                await store.training.save_courses([Course(f"{tenant.id}-fire", tenant.id, "Fire safety", True)])
                await store.people.save_teams([replace(team, lead_id=None) for team in teams])
                await store.people.save(people)
                await store.people.save_teams(teams)
                for person in people:
                    account = Account(Platform.WEB, tenant.id, person.email, person.id, f"dm:{person.id}")
                    await store.people.link(account)
                await enrol(store, people, self.clock.now())
            self.people |= {person.id: person for person in people}
        for tenant in TENANTS:
            await self._write_everything(tenant)

    def _people_of(self, tenant: Tenant) -> tuple[list[Person], list[Team]]:
        draw = self.random
        teams = [
            Team(f"{tenant.id}-team-{number}", tenant.id, f"Team {number}") for number in range(draw.randint(1, 2))
        ]
        people: list[Person] = []
        for number in range(draw.randint(5, 7)):
            slug = f"{tenant.id}{number}"
            above = draw.choice(people).id if people and draw.random() < 0.85 else None
            access = {1: Access.HR, 2: draw.choice(list(Access))}.get(number, Access.STAFF)
            name = f"{slug.capitalize()} {SURNAMES[tenant.id]}"
            team = draw.choice(teams).id
            people.append(Person(slug, tenant.id, f"{slug}@{tenant.id}.example", name, team, above, access=access))
        return people, [replace(team, lead_id=draw.choice(people).id) for team in teams]

    def of(self, tenant_id: str) -> list[Person]:
        """The people of one organisation."""
        return [person for person in self.people.values() if person.tenant_id == tenant_id]

    def _says(self, kind: str, owner: Person, *others: str | None, row: str = "") -> str:
        word = f"zq{next(self._numbers):05}x"
        parties = frozenset(each for each in others if each)
        self.secrets[word] = Secret(kind, owner.tenant_id, owner.id, parties, row)
        return f"Words {word}"

    async def _write_everything(self, tenant: Tenant) -> None:
        """A row of each kind with words that are nobody else's."""
        now, monday = self.clock.now(), date(2026, 11, 16)
        colleagues = self.of(tenant.id)
        async with self.database.transaction() as store:
            for person in colleagues:
                me, manager_id = person.id, person.manager_id
                other = self.random.choice([each for each in colleagues if each.id != me])
                goal = f"{me}-objective"
                title = self._says("objective", person, row=goal)
                objective = Objective(
                    goal, tenant.id, me, title, "repairs in time", "%", 60, 90, date(2026, 11, 1)
                )
                await store.objectives.save([objective], now)
                if self.random.random() < 0.5:
                    await store.objectives.share(goal, [other.id])
                checkin = f"{me}-checkin"
                factors = self._says("checkin", person)
                said = Progress(70, None, Status.OFF_TRACK, 2, factors, None, now)
                await store.checkins.add(
                    [
                        CheckIn(
                            checkin, tenant.id, me, f"{tenant.id}-weekly", monday, CheckInState.ANSWERED,
                            now - timedelta(days=4), now + timedelta(days=1), now - timedelta(days=4),
                            answered_at=now - timedelta(days=3), note=self._says("checkin", person),
                        )
                    ]
                )  # fmt: skip
                await store.checkins.set_progress([ProgressUpdate(checkin, goal, said)])
                await store.objectives.set_latest({goal: said})
                await store.checkins.log_answers([Answer(checkin, "note", self._says("checkin", person), now)])
                await store.week_priorities.save(
                    [WeekPriority(f"{me}-week", tenant.id, me, checkin, 0, self._says("checkin", person), now)]
                )
                miss = MissedTarget(
                    f"{me}-miss", tenant.id, me, goal, MissKind.BELOW_TARGET, date(2026, 11, 1), now,
                    self._says("miss", person), True, self._says("miss", person),
                    self._says("miss", person), self._says("miss", person), now,
                )  # fmt: skip
                await store.missed_targets.notice([miss])
                await store.missed_targets.save(miss)
                action = AgreedAction(
                    f"{me}-action", tenant.id, me, me, self._says("action", person), None, now, goal
                )
                await store.actions.save([action])
                evidence = self._says("evidence", person, row=goal)
                await store.evidence.add(
                    Evidence(f"{me}-evidence", tenant.id, goal, evidence, "", me, now, EvidenceSource.TYPED)
                )
                for visibility in (Visibility.PERSON, Visibility.PERSON_AND_MANAGER):
                    key = f"{me}-{visibility.value}"
                    kind = "feedback" if visibility is Visibility.PERSON else "shared feedback"
                    telling = Telling(self._says(kind, person, other.id), self._says(kind, person, other.id))
                    given = Feedback(key, tenant.id, other.id, me, visibility, now, read_at=now, said=telling)
                    await store.feedback.save(given)
                    words = self._says("feedback", person, other.id)
                    await store.feedback.add_note(FeedbackNote(f"{key}-note", tenant.id, key, me, words, now))
                thanks = self._says("thanks", person, other.id, row=f"{me}-thanks")
                await store.recognitions.save(
                    Recognition(f"{me}-thanks", tenant.id, other.id, me, thanks, "", Sharing.OFFERED, now)
                )
                completion = TrainingCompletion(
                    f"{me}-fire", tenant.id, me, f"{tenant.id}-fire", date(2026, 3, 2),
                    evidence=self._says("training", person),
                )  # fmt: skip
                await store.training.save_completions([completion])
                review = f"{me}-review"
                await store.reviews.add(
                    Review(
                        review, tenant.id, me, me, ReviewKind.ANNUAL, date(2026, 4, 1), date(2027, 3, 31),
                        date(2027, 3, 31), ReviewStage.PREPARING, now,
                    )
                )  # fmt: skip
                words = self._says("review", person, row=review)
                await store.reviews.save_words([ReviewWords(review, me, "summary", words, now)])
                if manager_id is not None:
                    await self._write_one_to_ones(store, person, self.people[manager_id], now)

    async def _write_one_to_ones(self, store, person: Person, manager: Person, now: datetime) -> None:
        me, tenant = person.id, person.tenant_id
        open_one = OneToOne(f"{me}-open", tenant, me, manager.id, now)
        held = OneToOne(
            f"{me}-held", tenant, me, manager.id, now - timedelta(days=9), held_at=now - timedelta(days=8)
        )
        await store.one_to_ones.save([open_one, held])
        item = self._says("one-to-one", person, manager.id, row=open_one.id)
        await store.one_to_ones.add_item(
            AgendaItem(f"{me}-item", tenant, me, manager.id, me, Source.ADDED, item, now)
        )
        for writer, is_private in ((person, False), (person, True), (manager, True)):
            words = (
                self._says("private note", writer)
                if is_private
                else self._says("one-to-one", person, manager.id, row=held.id)
            )
            note = OneToOneNote(
                f"{me}-{writer.id}-{is_private}", tenant, held.id, writer.id, is_private, words, now
            )
            await store.one_to_ones.add_note(note)

    # --- what happens to people ---------------------------------------------------------------------------------

    async def move(self, person: Person, manager: Person | None) -> None:
        """Another line manager, as HR's file says it."""
        email = manager.email if manager else "-"
        await self._import(person, "manager_email", email)

    async def leave(self, person: Person) -> None:
        """Yesterday was the person's last day."""
        await self._import(person, "end_date", (self.clock.now() - timedelta(days=1)).date().isoformat())

    async def _import(self, person: Person, column: str, value: str) -> None:
        file = f"email,name,{column}\n{person.email},{person.name},{value}\n".encode()
        async with self.database.transaction() as store:
            await import_people(store, person.tenant_id, rows_of(file), self.clock.now())
        async with self.database.reading() as store:
            self.people |= await store.people.by_ids([person.id])

    # --- who may read what --------------------------------------------------------------------------------------

    def has_left(self, person_id: str) -> bool:
        end = self.people[person_id].end_on
        return end is not None and end < self.clock.now().date()

    async def leaks_to(self, reader_id: str, shown: str) -> list[tuple[str, Secret | None]]:
        """What stands in `shown` and `reader_id` may not read; None for a name of the other organisation."""
        reader = self.people[reader_id]
        found: list[tuple[str, Secret | None]] = []
        for tenant_id, surname in SURNAMES.items():
            if tenant_id != reader.tenant_id and surname in shown:
                found.append((surname, None))
        for word in sorted(set(_SECRET.findall(shown))):
            if await self.may_read(reader, self.secrets[word]):
                self.read.add((word, reader_id))
            else:
                found.append((word, self.secrets[word]))
        return found

    async def may_read(self, reader: Person, secret: Secret) -> bool:
        """The table once more."""
        if reader.tenant_id != secret.tenant_id or self.has_left(reader.id):
            return False
        owner_id = secret.owner_id
        if secret.kind in ("objective", "evidence"):
            # It may have been handed over, which its owner and their line managers agree on.
            owner_id = await self._value("SELECT person_id FROM objectives WHERE id = :id", secret.row_id)
        is_owner = reader.id == owner_id
        is_manager = self.people[owner_id].manager_id == reader.id
        match secret.kind:
            case "objective":
                # HR reads titles of what serves nothing, never whose they are; a line manager those of what a
                # report shares with someone, since they are the report's objectives too.
                further = await self._column(
                    "SELECT person_id FROM objective_owners WHERE objective_id = :id", secret.row_id
                )
                is_shared = any(reader.id in (each, self.people[each].manager_id) for each in further)
                return is_owner or is_manager or is_shared or reader.access in (Access.HR, Access.ADMIN)
            case "checkin":
                was_passed = owner_id in self.passed_up and self._is_above(reader.id, owner_id)
                return is_owner or is_manager or was_passed
            case "miss" | "action" | "evidence":
                return is_owner or is_manager
            case "feedback":
                return is_owner or reader.id in secret.others
            case "shared feedback":
                return is_owner or is_manager or reader.id in secret.others
            case "thanks":
                state = await self._value("SELECT sharing FROM recognitions WHERE id = :id", secret.row_id)
                return is_owner or reader.id in secret.others or state == "shared"
            case "training":
                return is_owner or is_manager or reader.access in (Access.HR, Access.ADMIN)
            case "review":
                stage = await self._value("SELECT stage FROM reviews WHERE id = :id", secret.row_id)
                return is_owner or (is_manager and stage != "preparing")
            case "one-to-one":
                whom = "SELECT shared_with_id FROM one_to_ones WHERE id = :id"
                is_theirs = reader.id in secret.others or await self._value(whom, secret.row_id) == reader.id
                return is_owner or (is_manager and is_theirs)
            case "private note":
                return is_owner
        raise AssertionError(f"nobody said who may read {secret.kind}")

    def _is_above(self, reader_id: str, person_id: str) -> bool:
        seen, at = set(), self.people[person_id].manager_id
        while at is not None and at not in seen:
            if at == reader_id:
                return True
            seen.add(at)
            at = self.people[at].manager_id
        return False

    async def _value(self, statement: str, id_: str) -> str | None:
        (value,) = await self._column(statement, id_)
        return value

    async def _column(self, statement: str, id_: str) -> list[str]:
        async with self.database.connected_for_reading() as connection:
            return list((await connection.execute(text(statement), {"id": id_})).scalars())
