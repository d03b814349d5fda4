"""A small council for stories: people with inboxes, a clock that is moved, and the real core over a real database.

Told once, a story runs wherever its people are: `Residents` speak to the core directly, and the same calls reach
Milepost through Slack or Teams in `tests/stories/on_slack.py` and `on_teams.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Literal
from zoneinfo import ZoneInfo

from bot.file_reading import FileReader
from core.chat.card import Action, Actions, Card, ChoiceInput, DateInput, Form, Heading, Option, TextInput
from core.chat.effect import FormErrors, Found, Offer, OfferCards, OpenForm, PublishHome, RefreshForm, Reply
from core.chat.event import (
    ActionChosen,
    CardsAsked,
    CommandInvoked,
    Event,
    FormSubmitted,
    HomeOpened,
    MemberSeen,
    Mention,
    MessageChosen,
    OptionsAsked,
    Origin,
    TextReceived,
)
from core.chat.plain import plain_text
from core.dispatch import Core
from core.model.checkin import CheckIn, Schedule
from core.model.delivery import Delivery, Posted
from core.model.measure import Direction
from core.model.objective import Objective
from core.model.person import Account, Person, Platform, Team, Tenant
from core.model.shared_file import SharedFile
from core.model.unasked import MOST_A_WEEK
from core.ports import FileTrouble, NoContent
from core.services.enrol import enrol
from core.services.planner import tick
from storage.database import SqlDatabase
from storage.watching import standing
from tests.clock import MovableClock

LONDON = ZoneInfo("Europe/London")
TENANT = Tenant("vale", "Vale Council", "the HR team", unasked_a_week=MOST_A_WEEK)
"""Stories of other things let as much be said in a week as can be set; `test_unasked_messages` keeps to less."""
SCHEDULE = Schedule("weekly", TENANT.id)

_events = count(1)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def titles_of(card: Card) -> list[str]:
    """What a message is called, and what goes along with it is."""
    return [card.title, *(part.text for part in card.parts if isinstance(part, Heading))]


def actions_of(card: Card) -> list[Action]:
    """Everything that can be tapped on a card."""
    return [action for part in card.parts if isinstance(part, Actions) for action in part.items]


@dataclass(slots=True)
class Message:
    """A message in an inbox."""

    card: Card
    at: datetime
    """When it came, UTC."""
    edited: bool = False

    @property
    def text(self) -> str:
        return plain_text(self.card)

    @property
    def actions(self) -> list[Action]:
        return actions_of(self.card)


@dataclass(slots=True)
class Resident:
    """Someone of the council: what they type and tap, and what they see."""

    council: "Council"
    person: Person
    inbox: list[Message] = field(default_factory=list)
    form: Form | None = None
    errors: dict[str, str] = field(default_factory=dict)
    home: Card | None = None
    found: tuple[Found, ...] = ()
    offered: tuple[Option, ...] = ()

    @property
    def last(self) -> Message:
        return self.inbox[-1]

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.inbox]

    async def says(self, *texts: str) -> str:
        """Type each text; the last answer."""
        for text in texts:
            await self.council.bring(self, TextReceived(self._origin(), text))
        return self.last.text

    async def attaches(self, *files: SharedFile, text: str = "") -> str:
        """Send files, with or without words; the last answer."""
        await self.council.bring(self, TextReceived(self._origin(), text, files=files))
        return self.last.text

    async def says_to(self, text: str, *people: "Resident") -> str:
        """Type a text that mentions people as `@First`, by the platform's own markup."""
        mentions = tuple(Mention(each.person.email, f"@{each.person.first_name}") for each in people)
        await self.council.bring(self, TextReceived(self._origin(), text, mentions))
        return self.last.text

    async def commands(self, text: str) -> str:
        """Use a slash or menu command; the answer, if it is a message."""
        await self.council.bring(self, CommandInvoked(self._origin(), text))
        return self.last.text if self.inbox else ""

    async def taps(self, label: str, message: Message | None = None) -> str:
        """Tap the button called `label` on the newest message that has it, or on `message`."""
        where = message or next(
            each for each in reversed(self.inbox) if any(action.label == label for action in each.actions)
        )
        action = next(each for each in where.actions if each.label == label)
        origin = replace(self._origin(), message=str(self.inbox.index(where)))
        await self.council.bring(self, ActionChosen(origin, action.name, action.value))
        return self.last.text

    async def sends_action(self, name: str, value: str) -> None:
        """Send a button's payload that no card offered: what someone who edits payloads would do."""
        await self.council.bring(self, ActionChosen(self._origin(), name, value))

    async def thanks(self, whom: "Resident", what: str) -> None:
        """Thank a colleague in a form, for them alone."""
        await self.commands(f"kudos {whom.person.name} {what}")
        await self.fills({"Who reads it": "Their team too, if they agree"})

    async def fills(self, answers: dict[str, str], *, draft: bool = False, form: str = "", at: str = "") -> None:
        """Fill in the open form by label, or by `objective / label`, and send it (or leave it as a draft).

        With `form`, what was opened is told apart, and what was left as it was shown.
        """
        assert self.form is not None, "no form is open"
        values = {key: _chosen(part, answers, name) for name, key, part in _inputs(self.form)}
        untouched = tuple(key for _, key, part in _inputs(self.form) if form and values[key] == part.value)
        event = FormSubmitted(
            self._origin(), self.form.name, self.form.subject, values, draft, form, at, untouched
        )
        if not draft:
            self.errors, self.form = {}, None
        await self.council.bring(self, event)

    async def searches(self, typed: str) -> list[Found]:
        """What is offered to put into a message for the words typed."""
        await self.council.bring(self, CardsAsked(self._origin(), typed))
        return list(self.found)

    async def looks_up(self, source: str, typed: str) -> list[str]:
        """Type in a choice that is looked up; the labels that are offered."""
        await self.council.bring(self, OptionsAsked(self._origin(), source, typed))
        return [option.label for option in self.offered]

    async def opens_home(self) -> str:
        """Open the home surface and read it."""
        await self.council.bring(self, HomeOpened(self._origin()))
        assert self.home is not None
        return plain_text(self.home)

    async def taps_home(self, label: str) -> str:
        """Tap the button called `label` on the home surface, and read the home again."""
        assert self.home is not None
        action = next(each for each in actions_of(self.home) if each.label == label)
        await self.council.bring(self, ActionChosen(self._origin(), action.name, action.value))
        return plain_text(self.home)

    async def chooses_message(self, name: Literal["recognise", "evidence"], author: str, text: str) -> None:
        """Choose an entry of the menu of a message that `author` (a user id) wrote."""
        link = "https://chat.example/archives/C1/p1"
        await self.council.bring(self, MessageChosen(self._origin(), name, author, text, link))

    async def appears(self) -> None:
        """Become reachable for the first time."""
        await self.council.bring(self, MemberSeen(self._origin()))

    def _origin(self) -> Origin:
        address = f"dm:{self.person.email}"
        return Origin(
            Platform.WEB, "demo", self.person.email, f"event-{next(_events)}", address, True, None, address
        )


def _inputs(form: Form) -> Sequence[tuple[str, str, TextInput | ChoiceInput | DateInput]]:
    found = []
    heading = ""
    for part in form.parts:
        if isinstance(part, Heading):
            heading = part.text
        elif isinstance(part, TextInput | ChoiceInput | DateInput):
            found.append((heading, part.key, part))
    return found


def _chosen(part: TextInput | ChoiceInput | DateInput, answers: dict[str, str], heading: str) -> str:
    said = answers.get(f"{heading} / {part.label}", answers.get(part.label))
    if said is None:
        return part.value
    if isinstance(part, ChoiceInput) and said and not part.source:
        return next(option.value for option in part.options if option.label == said)
    return said


class Shelf:
    """Where attached files lie: their content by reference, or why it cannot be had."""

    def __init__(self) -> None:
        self.content: dict[str, bytes | FileTrouble] = {}
        self.fetched: list[str] = []

    def put(self, name: str, content: bytes = b"", **more: object) -> SharedFile:
        """A file that can be attached."""
        self.content[name] = content
        known = {"size": len(content), "link": f"https://files.example/{name}", "reference": name} | more
        return SharedFile(name, **known)  # type: ignore[arg-type]

    async def describe(self, workspace: str, file: SharedFile) -> SharedFile:
        return file

    async def fetch(self, workspace: str, file: SharedFile, most_bytes: int) -> bytes:
        self.fetched.append(file.reference)
        content = self.content[file.reference]
        if isinstance(content, FileTrouble):
            raise NoContent(content)
        return content


class Council:
    """The council itself: hires people, moves time, and delivers what is sent."""

    def __init__(self, database: SqlDatabase, clock: MovableClock) -> None:
        self.database = database
        self.clock = clock
        self.core = Core(clock)
        self.shelf = Shelf()
        self.reader = FileReader({Platform.WEB: self.shelf})
        self.residents: dict[str, Resident] = {}
        self.channel: list[Message] = []
        self._posted: dict[str, tuple[list[Message], Message]] = {}

    async def found(self) -> None:
        """Start with an organisation and its weekly schedule."""
        async with self.database.transaction() as store:
            await store.tenants.add(TENANT)
            await store.tenants.link_workspace(TENANT.id, Platform.WEB, "demo")
            await store.checkins.save_schedule(SCHEDULE)

    async def hire(self, name: str, *, manager: Resident | None = None, **more: object) -> Resident:
        """A new person with an account, enrolled from now on."""
        slug = name.split()[0].lower()
        person = Person(
            slug, TENANT.id, f"{slug}@vale.example", name, manager_id=manager.person.id if manager else None
        )
        person = replace(person, **more)  # type: ignore[arg-type]
        async with self.database.transaction() as store:
            await store.people.save([person])
            address = f"dm:{person.email}"
            await store.people.link(Account(Platform.WEB, "demo", person.email, person.id, address))
            await enrol(store, [person], self.clock.now())
        self.residents[slug] = Resident(self, person)
        return self.residents[slug]

    async def form_team(self, team: Team) -> None:
        """A team, its summary not yet scheduled."""
        async with self.database.transaction() as store:
            await store.people.save_teams([team])

    async def sets_objective(self, owner: Resident, title: str, **more: object) -> Objective:
        """An objective that is there already."""
        facts = {"measure": "Average days to answer", "unit": "days", "baseline": 15.0, "target": 8.0} | more
        down = float(str(facts["target"])) < float(str(facts["baseline"]))
        objective = Objective(
            f"{owner.person.id}-{title[:12]}".replace(" ", "-").lower(),
            TENANT.id,
            owner.person.id,
            title,
            direction=Direction.DOWN if down else Direction.UP,
            **facts,  # type: ignore[arg-type]
        )
        async with self.database.transaction() as store:
            await store.objectives.save([objective], self.clock.now())
        return objective

    async def bring(self, resident: Resident, event: Event) -> None:
        """Handle an event as the reception does, and deliver what comes of it."""
        async with self.database.reading() as store:
            wanted = await self.core.wanted(event, store)
        read = await self.reader.read(wanted) if wanted else None
        if read is not None:
            async with self.database.transaction() as store:
                await store.outbox.add(TENANT.id, await self.core.meanwhile(event, store, read), self.clock.now())
            await self.deliver()
            async with self.database.reading() as store:
                read = await self.core.look_at(event, store, read)
        async with self.database.transaction() as store:
            outcome = await self.core.handle(event, store, read)
            await store.outbox.add(TENANT.id, outcome.durable, self.clock.now())
        for effect in outcome.immediate:
            match effect:
                case Reply(card=card):
                    resident.inbox.append(Message(card, self.clock.now()))
                case OpenForm(form=form):
                    resident.form, resident.errors = form, {}
                case FormErrors(errors=errors, form=form):
                    resident.form, resident.errors = form, errors
                case RefreshForm(form=form):
                    resident.form = form
                case PublishHome(card=card):
                    resident.home = card
                case Offer(options=options):
                    resident.offered = options
                case OfferCards(found=found):
                    resident.found = found
        await self.deliver()

    async def goes_to(self, moment: str) -> None:
        """Move on to the next `Mon 10:00` (London), stopping at everything that falls due on the way."""
        day, _, clock = moment.partition(" ")
        local = self.clock.now().astimezone(LONDON)
        ahead = (_DAYS.index(day) - local.weekday()) % 7
        at = datetime.combine(local.date() + timedelta(days=ahead), time.fromisoformat(clock), tzinfo=LONDON)
        if at <= local:
            at += timedelta(days=7)
        await self.time_passes_until(at)

    async def time_passes_until(self, instant: datetime) -> None:
        """Move on from one thing that falls due to the next, as a server that is up would."""
        while (due := await self._next_due()) is not None and due <= instant:
            self.clock.move_to(max(due, self.clock.now()))
            await tick(self.database, self.clock)
            await self.deliver()
        self.clock.move_to(instant)
        await self.deliver()

    async def _next_due(self) -> datetime | None:
        async with self.database.reading() as store:
            due = [await store.timers.next_instant()]
        queued = [each.earliest_at for each in (await standing(self.database)).queues]
        # What is due and still there is held back.
        due += [each for each in queued if each > self.clock.now()]
        return min((each for each in due if each is not None), default=None)

    async def deliver(self) -> None:
        """Deliver everything that is due to go out."""
        while True:
            async with self.database.transaction() as store:
                claimed = await store.outbox.claim(self.clock.now(), 60, 50)
                for delivery in claimed:
                    await store.outbox.sent([(delivery, self._arrive(delivery))], self.clock.now())
            if not claimed:
                return

    def _arrive(self, delivery: Delivery) -> Posted | None:
        if delivery.action == "update":
            for posted in delivery.posted:
                _, message = self._posted[posted.message]
                message.card, message.edited = delivery.card_for(posted), True
            return None
        inbox = self._inbox_of(delivery)
        message = Message(delivery.card, self.clock.now())
        inbox.append(message)
        self._posted[delivery.id] = (inbox, message)
        where = delivery.account.address if delivery.account else "channel"
        return Posted(Platform.WEB, "demo", where or "", delivery.id)

    def _inbox_of(self, delivery: Delivery) -> list[Message]:
        if delivery.channel is not None:
            return self.channel
        assert delivery.person_id is not None
        return self.residents[delivery.person_id].inbox

    async def check_in_of(self, resident: Resident) -> CheckIn:
        """The newest check-in of a person, as stored."""
        async with self.database.reading() as store:
            found = await store.checkins.of_periods([resident.person.id], date(2000, 1, 1), date(2100, 1, 1))
        return found[0]

    async def check_ins_of(self, resident: Resident) -> list[CheckIn]:
        """All check-ins of a person, newest first."""
        async with self.database.reading() as store:
            return await store.checkins.of_periods([resident.person.id], date(2000, 1, 1), date(2100, 1, 1))
