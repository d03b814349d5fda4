"""People who do everything that can be done in chat, with their own buttons and with other people's."""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from sqlalchemy import select

from core.act import _HANDLERS
from core.chat.card import Actions, Card, ChoiceInput, DateInput, Form, TextInput
from core.chat.effect import NOTHING, FormErrors, Offer, OfferCards, OpenForm, PublishHome, RefreshForm, Reply
from core.chat.event import (
    ActionChosen,
    CardsAsked,
    CommandInvoked,
    Event,
    FormSubmitted,
    HomeOpened,
    OptionsAsked,
    Origin,
    TextReceived,
)
from core.dispatch import Core
from core.hear import FLOWS
from core.model.delivery import Posted
from core.model.person import Person, Platform
from core.ports import Part, Whose
from core.records.tables import TABLES, Reach, page, whole_tables, whose_rows
from core.services.planner import tick
from storage.tables import metadata
from tests.stories.organisations import Organisations, Secret

COMMANDS = (
    *("checkin", "checkin next week", "objectives", "objectives 1", "objectives {name}", "objectives tree"),
    *("actions", "objectives add for {name}: Answer sooner", "kudos {name} thank you", "feedback {name}"),
    *("feedback ask {name}", "feedback reports", "training", "training {name}", "my skills", "learn", "team"),
    *("team overdue", "team {name}", "team summary", "team summary month", "team training", "team skills"),
    *("team skills {name}", "team 360 {name}", "team reviews", "team review {name} annual", "team goals"),
    *("team alignment", "team questions", "team export", "team benchmarks", "team pulse"),
    *("team one-to-one {name}", "team export objectives", "why", "who", "compare", "one-to-one"),
    *("one-to-one with {name}", "one-to-one history", "agenda", "agenda add {name} the rota", "agenda {name}"),
    *("review", "review history", "review {name}", "export", "export check-ins csv", "settings", "help", "hr"),
    *("hr priorities", "hr organisation", "hr alignment", "hr broadcasts", "hr pulse", "hr questions"),
    *("hr wellbeing", "hr values", "hr courses", "hr compliance", "hr compliance overdue", "hr benchmarks"),
    *("hr skills", "hr verify", "hr reviews", "hr 360", "hr 360 {name}", "hr export people", "hr messages"),
    *("hr setup", "hr completed fire safety: {name}", "hr downtime", "hr service"),
)
"""Given as commands and typed; `{name}` is anyone's of either organisation."""

_WORD = re.compile(r"[\w-]{4,}")


@dataclass
class Leak:
    """Something that came to someone who may not read it, and what had just been done."""

    reader: str
    found: list[tuple[str, Secret | None]]
    step: str


@dataclass
class Intruders:
    """Everyone of both organisations, each trying whatever there is to try."""

    world: Organisations
    core: Core
    random: random.Random
    leaks: list[Leak] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """Whose, the action's name and its value: every button that anyone was shown."""
    forms: list[tuple[str, Form]] = field(default_factory=list)
    ids: list[tuple[str, str]] = field(default_factory=list)
    """The table and id of everything stored."""
    step: str = ""
    _events: "count[int]" = field(default_factory=count)

    async def look_around(self) -> None:
        """Learn the ids of everything there is, as someone would who has seen the database."""
        found = []
        async with self.world.database.connected_for_reading() as connection:
            for table in metadata.sorted_tables:
                if "id" in table.c and table.name not in ("outbox", "inbox", "tenants"):
                    found += [(table.name, row.id) for row in await connection.execute(select(table.c.id))]
        self.ids = sorted((name, str(id_)) for name, id_ in found)

    async def one_step(self) -> None:
        """Do one thing, chosen by chance, as someone chosen by chance."""
        who = self.random.choice(list(self.world.people.values()))
        steps = (
            *(self._command, self._typed, self._tap, self._tap, self._steal, self._forge, self._forge),
            *(self._reach_for, self._reach_for, self._form, self._form, self._forged_form, self._forged_form),
            *(self._looks_up, self._search, self._home, self._export, self._api),
        )
        rare = (self._move, self._leave, self._time)
        step = self.random.choice(rare if self.random.random() < 0.06 else steps)
        name = step.__name__.strip("_")
        self.counted[name] += 1
        self.step = f"{name} by {who.id}"
        await step(who)

    # --- in chat -------------------------------------------------------------------------------------------------

    async def _command(self, who: Person) -> None:
        await self._bring(who, CommandInvoked(self._origin(who), self._said()))

    async def _typed(self, who: Person) -> None:
        await self._bring(who, TextReceived(self._origin(who), self._said()))

    async def _home(self, who: Person) -> None:
        await self._bring(who, HomeOpened(self._origin(who)))

    async def _search(self, who: Person) -> None:
        await self._bring(who, CardsAsked(self._origin(who), self.random.choice(["", "Words", "zq"])))

    async def _looks_up(self, who: Person) -> None:
        typed = self.random.choice(["", "Words", "vale", "moor"])
        source = self.random.choice(["people", "objectives"])
        await self._bring(who, OptionsAsked(self._origin(who), source, typed))

    async def _tap(self, who: Person) -> None:
        own = [each for each in self.buttons if each[0] == who.id]
        if own:
            _, name, value = self.random.choice(own)
            await self._act(who, name, value)

    async def _steal(self, who: Person) -> None:
        """Send another's button as it is."""
        if self.buttons:
            _, name, value = self.random.choice(self.buttons)
            await self._act(who, name, value)

    async def _forge(self, who: Person) -> None:
        """Send any button with other ids in it."""
        if self.buttons:
            _, name, value = self.random.choice(self.buttons)
            await self._act(who, name, self._with_other_ids(value))

    async def _reach_for(self, who: Person) -> None:
        """Send any action that there is, about anything that there is."""
        id_ = self._any_id()
        flow = self.random.choice(list(FLOWS))
        shapes = (
            id_,
            id_,
            f"{id_}|0",
            f"{id_}|csv",
            f"{id_}|pdf",
            f"{flow}|{id_}",
            f"{flow}|{id_}.1",
            f"team/{id_}",
        )
        await self._act(who, self.random.choice(list(_HANDLERS)), self.random.choice(shapes))

    async def _form(self, who: Person) -> None:
        own = [form for whose, form in self.forms if whose == who.id]
        if own:
            await self._send(who, self.random.choice(own), None)

    async def _forged_form(self, who: Person) -> None:
        """Send a form in that anyone was shown, or none was, about something else."""
        if self.forms and self.random.random() < 0.7:
            form = self.random.choice(self.forms)[1]
            await self._send(who, form, self._with_other_ids(form.subject))
        else:
            name = self.random.choice(list(FLOWS))
            shape = self.random.choice(["{}", "{}.1", "{}:1", "{}~1"])
            await self._submit(who, name, shape.format(self._any_id()), {})

    async def _send(self, who: Person, form: Form, subject: str | None) -> None:
        values = {}
        for part in form.parts:
            if isinstance(part, ChoiceInput):
                values[part.key] = self.random.choice([option.value for option in part.options] or [part.value])
            elif isinstance(part, DateInput):
                values[part.key] = "2026-12-18"
            elif isinstance(part, TextInput):
                values[part.key] = part.value or self.random.choice(["Something else", "70"])
        await self._submit(who, form.name, form.subject if subject is None else subject, values)

    async def _submit(self, who: Person, name: str, subject: str, values: dict[str, str]) -> None:
        if name not in FLOWS:
            return
        self.step += f": form {name} about {subject}"
        self._may_pass_up(name)
        draft = self.random.random() < 0.3
        await self._bring(who, FormSubmitted(self._origin(who), name, subject, values, draft))

    async def _act(self, who: Person, name: str, value: str) -> None:
        self.step += f": {name} {value}"
        self._may_pass_up(name)
        await self._bring(who, ActionChosen(self._origin(who), name, value))

    def _may_pass_up(self, name: str) -> None:
        """A line manager may pass an answer up; the table then lets those above read it."""
        if name.startswith(("remark", "flow")):
            self.world.passed_up |= set(self.world.people)

    # --- outside chat --------------------------------------------------------------------------------------------

    async def _export(self, who: Person) -> None:
        table = TABLES[self.random.choice(list(TABLES))]
        reach = self.random.choice(list(Reach))
        if self.world.has_left(who.id):
            return
        async with self.world.database.reading() as store:
            whose = await whose_rows(store, who, table, reach)
            if whose is not None:
                rows = await page(store, table, whose, Part(1_000), self.world.clock.now())
                await self._sees(who, repr(rows))

    async def _api(self, who: Person) -> None:
        """What a key of the organisation reads is what HR may, and less."""
        table = TABLES[self.random.choice(whole_tables())]
        hr = next(each for each in self.world.of(who.tenant_id) if each.id.endswith("1"))
        async with self.world.database.reading() as store:
            rows = await page(store, table, Whose(who.tenant_id), Part(1_000), self.world.clock.now())
        if not self.world.has_left(hr.id):
            await self._sees(hr, repr(rows))

    async def _move(self, who: Person) -> None:
        above = [each for each in self.world.of(who.tenant_id) if each.id != who.id]
        below = {who.id}
        while grown := {each.id for each in above if each.manager_id in below and each.id not in below}:
            below |= grown
        fit = [each for each in above if each.id not in below and not self.world.has_left(each.id)]
        await self.world.move(who, self.random.choice([*fit, None]))
        await self._deliver()

    async def _leave(self, who: Person) -> None:
        if sum(self.world.has_left(each.id) for each in self.world.of(who.tenant_id)) < 2:
            await self.world.leave(who)
            await self._deliver()

    async def _time(self, who: Person) -> None:
        self.world.clock.move_to(self.world.clock.now() + timedelta(hours=self.random.choice([1, 30, 70])))
        await tick(self.world.database, self.world.clock)
        await self._deliver()

    # --- what comes of it ----------------------------------------------------------------------------------------

    async def _bring(self, who: Person, event: Event) -> None:
        async with self.world.database.transaction() as store:
            outcome = await self.core.handle(event, store)
            await store.outbox.add(who.tenant_id, outcome.durable, self.world.clock.now())
        if self.world.has_left(who.id):
            self.counted["tried after leaving"] += 1
            allowed = all(isinstance(each, Reply | PublishHome) for each in outcome.immediate)
            if outcome != NOTHING and (outcome.durable or not allowed):
                self.leaks.append(Leak(who.id, [("something was done", None)], self.step))
        for effect in outcome.immediate:
            match effect:
                case Reply(card=card) | PublishHome(card=card):
                    await self._sees(who, card)
                case OpenForm(form=form) | FormErrors(form=form) | RefreshForm(form=form):
                    await self._sees(who, form)
                case Offer() | OfferCards():
                    await self._sees(who, repr(effect))
        await self._deliver()

    async def _deliver(self) -> None:
        while True:
            now = self.world.clock.now()
            async with self.world.database.transaction() as store:
                claimed = await store.outbox.claim(now, 60, 50)
                for each in claimed:
                    posted = Posted(Platform.WEB, "w", each.person_id or "", each.id)
                    await store.outbox.sent([(each, None if each.action == "update" else posted)], now)
            if not claimed:
                return
            for each in claimed:
                # As the courier does: who has left is written to no more.
                if each.person_id is not None and not each.has_left:
                    await self._sees(self.world.people[each.person_id], each.card)

    async def _sees(self, who: Person, shown: Card | Form | str) -> None:
        self.counted["texts looked through"] += 1
        found = await self.world.leaks_to(who.id, repr(shown))
        if found:
            self.leaks.append(Leak(who.id, found, self.step))
        if isinstance(shown, Form):
            self.forms.append((who.id, shown))
        if isinstance(shown, Card):
            actions = [action for part in shown.parts if isinstance(part, Actions) for action in part.items]
            self.buttons += [(who.id, action.name, action.value) for action in actions]

    def _said(self) -> str:
        said = self.random.choice(COMMANDS)
        whom = self.random.choice(list(self.world.people.values()))
        self.step += f": {said} ({whom.id})"
        # By first name alone: what people type is told back to them.
        return said.format(name=whom.first_name)

    def _any_id(self) -> str:
        # By table, so that one with many rows is not all there is.
        table = self.random.choice(sorted({name for name, _ in self.ids}))
        return self.random.choice([id_ for name, id_ in self.ids if name == table])

    def _with_other_ids(self, value: str) -> str:
        """The value with each id that is known in it replaced by another, mostly of the same table."""
        tables = {id_: name for name, id_ in self.ids}

        def other(match: re.Match[str]) -> str:
            table = tables.get(match[0])
            if table is None:
                return match[0] if self.random.random() < 0.8 else self._any_id()
            if self.random.random() < 0.2:
                return self._any_id()
            return self.random.choice([id_ for name, id_ in self.ids if name == table])

        return _WORD.sub(other, value)

    def _origin(self, who: Person) -> Origin:
        address, event = f"dm:{who.id}", f"event-{next(self._events)}"
        return Origin(Platform.WEB, who.tenant_id, who.email, event, address, True, None, address)
