"""Every event comes in here and leaves as effects: who is it, and what did they do?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from core.act import act
from core.cards import greeting
from core.chat.effect import NOTHING, Durable, Immediate, Outcome, PublishHome, Reply, Send, ToPerson, reply
from core.chat.event import (
    ActionChosen,
    CardsAsked,
    ChannelsLost,
    CommandInvoked,
    Event,
    FormSubmitted,
    HomeOpened,
    Installed,
    MemberGone,
    MemberSeen,
    MessageChosen,
    OptionsAsked,
    Origin,
    TextReceived,
)
from core.chat.paging import pages
from core.commands import ACTIONS, COMPARE, HELP, TEAM, WHO, WHY, find_command
from core.flows import engine
from core.hear import FLOWS, hear_command, hear_text
from core.hear_files import hear_files, names_file, wanted
from core.hear_people import hear_message
from core.hear_team import team_word
from core.model.asked_summary import is_sent_once
from core.model.person import Account, Person
from core.permissions import Right, holds
from core.ports import Clock, FileRead, Store, Wanted
from core.services import import_shared_file, set_up
from core.services.lose_touch import lose_channels, lose_member
from core.services.recognise import contact_for_stranger
from core.services.search_objectives import search_objectives
from core.services.show_home import show_home
from core.services.stand_in import with_delegations
from core.services.suggest import suggest
from core.trail import acting, person_on
from core.turn import Turn

_TEAM_WRITES = ("summary", "set", "goals", "questions", "one-to-one")
_READING_ACTIONS = (
    *("team.status", "team.overdue", "team.goals", "team.alignment", "hr.priorities", "hr.alignment"),
    *("objectives.tree", "help.show", "home.show", "feedback.reports", "hr.pulse", "team.pulse"),
    *("hr.wellbeing", "questions.show", "questions.bank", "questions.preview"),
    *("broadcast.list", "broadcast.report"),
    *("summary.why", "summary.who", "summary.compare"),
)


class Core:
    """Turns events into effects, within the caller's transaction."""

    def __init__(self, clock: Clock, public_url: str = "") -> None:
        self._clock = clock
        self._public_url = public_url

    def only_reads(self, event: Event) -> bool:
        """Whether handling the event writes nothing, so that it needs neither the inbox nor a write lock."""
        match event:
            case HomeOpened() | OptionsAsked() | CardsAsked():
                return True
            case ActionChosen(name=name):
                return name in _READING_ACTIONS
            case CommandInvoked(text=text):
                found = find_command(text)
                if found is None:
                    return False
                command, rest = found
                return command in (HELP, ACTIONS, WHY, WHO, COMPARE) or (
                    command is TEAM and team_word(rest) not in _TEAM_WRITES
                )
            case _:
                return False

    async def wanted(self, event: Event, store: Store) -> Wanted | None:
        """The file whose content `handle` needs: HR's lists alone; None for nearly every event."""
        return await wanted(event, store) if names_file(event) else None

    def names_file(self, event: Event) -> bool:
        """Whether it is worth asking whether a file is wanted."""
        return names_file(event)

    async def meanwhile(self, event: Event, store: Store, read: FileRead) -> Sequence[Send]:
        """What is said at once to whoever sent, or agreed to import, a file that takes a while to work on."""
        person = await _known(event, store)
        said = import_shared_file.meanwhile(person, event.origin, read) if person else ()
        return [replace(each, asked=True) for each in said]

    async def look_at(self, event: Event, store: Store, read: FileRead) -> FileRead:
        """The file with all that can be found out about it by reading alone, before `handle`."""
        person = await _known(event, store)
        if person is None or not isinstance(event, TextReceived):
            return read
        return await import_shared_file.look_at(store, person, read, self._clock.now())

    async def handle(self, event: Event, store: Store, read: FileRead | None = None) -> Outcome:
        """All effects of one event; someone the directory does not know is told whom to ask.

        `read` is what was in the file that it `wanted`.
        """
        origin = event.origin
        match event:
            case MemberGone():
                return await lose_member(store, event, self._clock.now())
            case ChannelsLost():
                return await lose_channels(store, event, self._clock.now())
        person = await _known(event, store)
        now = self._clock.now()
        if person is None or _has_left(person, now):
            return await _to_stranger(event, store)
        person = await with_delegations(store, person, now)
        mentions = event.mentions if isinstance(event, CommandInvoked | TextReceived) else ()
        turn = Turn(person, origin, store, now, mentions, self._public_url, read)
        if _shows_where(event) and not self.only_reads(event):
            await _remember_address(turn)
        with acting(person_on(origin.platform, person)) as trail:
            outcome = _in_pages(await _handle(turn, event))
            # What is offered while someone types is not opened yet, and would be noted at every letter.
            if not isinstance(event, OptionsAsked | CardsAsked):
                await store.audit.note(*trail.notes)
        if isinstance(event, TextReceived | ActionChosen) and origin.private and not self.only_reads(event):
            outcome = _durably(turn, outcome)
        return _marked(outcome, person.id)


async def _known(event: Event, store: Store) -> Person | None:
    return await store.people.by_account(event.origin.platform, event.origin.workspace, event.origin.user)


async def _handle(turn: Turn, event: Event) -> Outcome:
    match event:
        case CommandInvoked(text=text):
            return await hear_command(turn, text)
        case TextReceived(text=text, files=files):
            return await (hear_files(turn, text, files) if files else hear_text(turn, text))
        case FormSubmitted(name=name):
            return await engine.submit(turn, FLOWS[name], event) if name in FLOWS else NOTHING
        case ActionChosen():
            return await act(turn, event)
        case HomeOpened():
            return await show_home(turn)
        case MemberSeen() | Installed():
            return await _welcome(turn)
        case MessageChosen():
            return await hear_message(turn, event)
        case OptionsAsked():
            return Outcome(immediate=(await suggest(turn, event),))
        case CardsAsked(typed=typed):
            return Outcome(immediate=(await search_objectives(turn, typed),))
        case MemberGone() | ChannelsLost():
            # Handled before, since whoever did it need not be known.
            return NOTHING
        case _:
            assert_never(event)


def _in_pages(outcome: Outcome) -> Outcome:
    """Answers that are too long for one message, as several; a message that is changed later stays one."""
    immediate: list[Immediate] = []
    for effect in outcome.immediate:
        immediate += [Reply(page) for page in pages(effect.card)] if isinstance(effect, Reply) else [effect]
    durable: list[Durable] = []
    for each in outcome.durable:
        if not isinstance(each, Send) or (each.tag is not None and not is_sent_once(each.tag)):
            durable.append(each)
            continue
        for number, page in enumerate(pages(each.card)):
            durable.append(replace(each, card=page, key=f"{each.key}:page-{number}" if number else each.key))
    return Outcome(tuple(immediate), tuple(durable))


def _durably(turn: Turn, outcome: Outcome) -> Outcome:
    """Answers in a private conversation commit with what they answer, so that a crash loses neither."""
    origin = turn.origin
    sends = tuple(
        Send(
            ToPerson(turn.person.id, origin.platform),
            effect.card,
            "reply",
            f"reply:{origin.platform}:{origin.workspace}:{origin.event_id}:{number}",
        )
        for number, effect in enumerate(outcome.immediate)
        if isinstance(effect, Reply)
    )
    others = tuple(effect for effect in outcome.immediate if not isinstance(effect, Reply))
    return Outcome(others, (*outcome.durable, *sends))


def _marked(outcome: Outcome, person_id: str) -> Outcome:
    """The outcome, with what answers whoever caused it marked as asked for; what is for later is not."""
    durable = tuple(
        replace(each, asked=True)
        if isinstance(each, Send) and each.not_before is None and _goes_to(each, person_id)
        else each
        for each in outcome.durable
    )
    return replace(outcome, durable=durable)


def _goes_to(send: Send, person_id: str) -> bool:
    return isinstance(send.to, ToPerson) and send.to.person_id == person_id


def _shows_where(event: Event) -> bool:
    """Whether an event tells for certain where its person can be written to: drafts come too often to look."""
    match event:
        case FormSubmitted(draft=draft):
            return not draft
        case TextReceived() | ActionChosen() | MemberSeen() | Installed() | MessageChosen():
            return True
        case _:
            return False


def _has_left(person: Person, now: datetime) -> bool:
    return person.end_on is not None and now.astimezone(person.zone).date() > person.end_on


async def _to_stranger(event: Event, store: Store) -> Outcome:
    """Why nothing works and whom to ask; not said unasked to someone who merely became reachable."""
    if isinstance(event, MemberSeen | Installed | OptionsAsked | CardsAsked):
        return NOTHING
    card = greeting.stranger(await contact_for_stranger(store, event.origin))
    if isinstance(event, HomeOpened):
        return Outcome(immediate=(PublishHome(card),))
    return reply(card)


async def _remember_address(turn: Turn) -> None:
    origin: Origin = turn.origin
    if origin.private and origin.address is not None:
        account = Account(origin.platform, origin.workspace, origin.user, turn.person.id, origin.address)
        await turn.store.people.link(account)


async def _welcome(turn: Turn) -> Outcome:
    """One introduction a person, on whichever platform they are met first; and to who may, how to set it up."""
    to = ToPerson(turn.person.id, turn.origin.platform)
    welcome = Send(to, greeting.welcome(turn.person), "welcome", f"welcome:{turn.person.id}")
    if not holds(turn.person, Right.SET_UP):
        return Outcome(durable=(welcome,))
    return Outcome(durable=(welcome, await set_up.invitation(turn, f"set-up:{turn.person.id}")))
